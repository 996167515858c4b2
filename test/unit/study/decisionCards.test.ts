import assert from 'node:assert/strict';
import { Knowledge } from '../../../src/knowledge/knowledge';
import { questionSchema } from '../../../src/knowledge/schema';
import type { Prompt } from '../../../src/study/asked';
import { askDecision, decisionCards } from '../../../src/study/decisionCards';
import { contentOf, decision, service } from '../knowledge/builders';
import { realKnowledge } from '../support';

const fanOut = decision('fan-out', {
  need: 'One upload must start several kinds of processing.',
  not: 'One queue, which each message leaves once.',
  use: 'A topic with a queue per consumer',
  why: 'Each consumer gets a copy.',
});
const order = decision('order', { need: 'Strict sequence for every customer.', use: 'FIFO delivery with groups.' });
const latePolling = decision('polling', { need: 'Empty responses cost money.', use: 'Long polling of twenty seconds.' });

function choiceOf(knowledge: Knowledge, reference: string, seed = 1): Extract<Prompt, { type: 'choice' }> {
  const { prompt } = askDecision(reference, seed, knowledge)!;
  assert.ok(prompt.type === 'choice', `${reference} is to recall`);
  return prompt;
}

/** Texts of all siblings that are ever offered for `sqs#fan-out` beside these decisions. */
function offered(...decisions: readonly ReturnType<typeof decision>[]): string[] {
  const lambda = service('lambda', { name: 'AWS Lambda' });
  const knowledge = new Knowledge(contentOf(service('sqs', { name: 'Amazon SQS', decisions: [fanOut, ...decisions] }), lambda));
  const texts = new Set<string>();
  for (let seed = 0; seed < 10; seed++) {
    const { prompt } = askDecision('sqs#fan-out', seed, knowledge)!;
    if (prompt.type !== 'choice') continue;
    for (const { text, correct } of prompt.options) if (!correct && text !== 'One queue.') texts.add(text);
  }
  return [...texts].sort();
}

describe('decision cards', () => {
  const knowledge = new Knowledge(contentOf(service('sqs', { name: 'Amazon SQS', decisions: [fanOut, order, latePolling] })));

  it('are one for each decision, named by its need', () => {
    assert.deepEqual(
      decisionCards(knowledge).map(({ card, kind, title, facts, services }) => [card, kind, title, facts, services]),
      [
        ['decision:sqs#fan-out', 'decision', 'One upload must start several kinds of processing.', ['sqs#fan-out'], ['sqs']],
        ['decision:sqs#order', 'decision', 'Strict sequence for every customer.', ['sqs#order'], ['sqs']],
        ['decision:sqs#polling', 'decision', 'Empty responses cost money.', ['sqs#polling'], ['sqs']],
      ],
    );
  });

  it('ask what to use, beside what looks right and what answers other needs, all ending alike', () => {
    const { stem, options } = choiceOf(knowledge, 'sqs#fan-out');
    assert.equal(stem, 'One upload must start several kinds of processing.');
    assert.deepEqual(options.map(({ text, correct, rationale }) => `${correct ? 'right' : 'wrong'}: ${text} ${rationale}`).sort(), [
      'right: A topic with a queue per consumer. Each consumer gets a copy.',
      'wrong: FIFO delivery with groups. That answers another need: Strict sequence for every customer.',
      'wrong: Long polling of twenty seconds. That answers another need: Empty responses cost money.',
      'wrong: One queue. Not this: One queue, which each message leaves once. Each consumer gets a copy.',
    ]);
  });

  it('offer no sibling that may be right as well', () => {
    const use = 'Long polling of twenty seconds.';
    assert.deepEqual(offered(latePolling), [use]);
    assert.deepEqual(offered(decision('like', { need: 'An upload needs two kinds of processing.', use })), [], 'a need alike');
    assert.deepEqual(offered(decision('like', { need: 'Money.', use: 'A topic per consumer.' })), [], 'an answer alike');
    assert.deepEqual(offered(decision('other', { need: 'Money.', use: 'Lambda on a schedule.' })), [], 'another service instead');
    assert.deepEqual(offered(decision('back', { need: 'Money.', use: 'The same, with long polling.' })), [], 'no sense alone');
    assert.deepEqual(offered(decision('word', { need: 'Money.', use: 'Orchestration.' })), [], 'no sense alone');
  });

  it('offer nothing of a note that weighs the same services', () => {
    const named = (id: string, name: string, why: string, use: string) =>
      service(id, { name, decisions: [decision('one', { need: `Something rare called ${id}.`, use, why }), ...(id === 'sqs' ? [fanOut] : [])] });
    const asked = (why: string): string =>
      askDecision(
        'sqs#fan-out',
        1,
        new Knowledge(contentOf(named('sqs', 'Amazon SQS', why, 'It.'), named('kinesis', 'Amazon Kinesis', 'It fits.', 'Twelve cold shards.'))),
      )!.prompt.type;
    assert.equal(asked('It fits.'), 'choice');
    assert.equal(asked('Kinesis is dearer.'), 'recall');
  });

  it('are to recall where no other answer is surely wrong', () => {
    const alone = new Knowledge(contentOf(service('sqs', { name: 'Amazon SQS', decisions: [fanOut] })));
    const { prompt } = askDecision('sqs#fan-out', 1, alone)!;
    assert.ok(prompt.type === 'recall');
    assert.equal(prompt.stem, 'One upload must start several kinds of processing.\n\nNot this: One queue, which each message leaves once.');
    assert.equal(prompt.back, 'A topic with a queue per consumer\n\nEach consumer gets a copy.');
    assert.equal(askDecision('sqs#unknown', 1, alone), undefined);
  });
});

describe('decision cards of the notes', () => {
  const knowledge = realKnowledge();
  const references = decisionCards(knowledge).map(({ facts }) => facts[0]!);

  it('are sound questions with exactly one right option and no text twice', () => {
    let choices = 0;
    for (const reference of references) {
      for (const seed of [1, 2, 3]) {
        const { card, prompt } = askDecision(reference, seed, knowledge)!;
        assert.equal(card, `decision:${reference}`);
        if (prompt.type !== 'choice') continue;
        choices++;
        questionSchema.parse({ ...prompt, id: 'made', services: ['sqs'] });
        assert.equal(prompt.options.filter(({ correct }) => correct).length, 1, reference);
        const texts = prompt.options.map(({ text }) => text.toLowerCase());
        assert.equal(new Set(texts).size, texts.length, reference);
        for (const text of texts) assert.match(text, /\w.*[.!?]$/, reference);
      }
    }
    assert.ok(references.length > 450 && choices > references.length * 2.7, `${choices} of ${references.length}`);
  });

  it('are the same for a seed, and not for every seed', () => {
    const asked = (seed: number) => references.map((reference) => askDecision(reference, seed, knowledge));
    assert.deepEqual(asked(5), asked(5));
    assert.notDeepEqual(asked(5), asked(6));
  });
});
