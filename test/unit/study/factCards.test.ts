import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Knowledge } from '../../../src/knowledge/knowledge';
import { questionSchema } from '../../../src/knowledge/schema';
import type { Prompt } from '../../../src/study/asked';
import { blank, blankOf } from '../../../src/study/factBlanks';
import { askFact, factCards } from '../../../src/study/factCards';
import { figureOf, figuresIn, sameFigure, writtenAlike } from '../../../src/study/figures';
import { contentOf, fact, service, topic, type Fields } from '../knowledge/builders';
import { realKnowledge } from '../support';
import { properties } from './builders';

const page = 'https://aws.amazon.com/about-aws/whats-new/2025/08/';

/** What one service with these facts asks of the first. */
function knowledgeOf(...facts: readonly Fields[]): Knowledge {
  return new Knowledge(contentOf(service('sqs', { name: 'Amazon SQS', aliases: ['Simple Queue Service', 'queue'], facts })));
}

function frontOf(statement: string, fields: Fields = {}): string | undefined {
  return factCards(knowledgeOf(fact('asked', { statement, ...fields })))[0]?.title;
}

function choiceOf(knowledge: Knowledge, reference: string, seed = 1): Extract<Prompt, { type: 'choice' }> {
  const prompt = askFact(reference, seed, knowledge, 'choice')!.prompt;
  assert.ok(prompt.type === 'choice', `${reference} is to recall`);
  return prompt;
}

const retention = fact('retention', {
  statement: 'A message is kept 4 days unless it is deleted; 1 minute to 14 days can be set.',
  value: 345_600,
  unit: 'seconds',
});
const others = [
  fact('timeout', { statement: 'The visibility timeout is 30 seconds by default and 12 hours at most.', value: 30, unit: 'seconds' }),
  fact('delay', { statement: 'Delivery can be put off by up to 15 hours.', value: 54_000, unit: 'seconds' }),
  fact('same', { statement: 'Something else takes 96 hours, and 10 rules apply.' }),
];

describe('figures of a text', () => {
  it('are read with their units, as digits or words', () => {
    const read = (text: string) => figuresIn(text).map(({ amount, dimension, base, noun }) => [amount, dimension, base, noun]);
    assert.deepEqual(read('Kept four days, up to 1 KiB or 1,024 rules.'), [
      [4, 'time', 345_600, ''],
      [1, 'data', 1024, ''],
      [1024, 'count', 1024, 'rules'],
    ]);
    assert.deepEqual(read('2 MB a second, 99.9 % or 5.4 million packets at $0.10.'), [
      [2, 'throughput', 2 * 1024 * 1024, ''],
      [99.9, 'percent', 99.9, ''],
      [5_400_000, 'count', 5_400_000, 'packets'],
      [0.1, 'money', 0.1, ''],
    ]);
  });

  it('take the unit of a later number in a range or list', () => {
    const units = figuresIn('1 to 14 days, and 125, 250 or 500 MiB/s').map(({ amount, unit }) => `${amount} ${unit}`);
    assert.deepEqual(units, ['1 days', '14 days', '125 MiB/s', '250 MiB/s', '500 MiB/s']);
  });

  it('are neither parts of names nor years, ports or versions', () => {
    assert.deepEqual(figuresIn('S3, io2, IPv4, us-east-1, 10.0.0.0/16 and gp3'), []);
    const labels = figuresIn('Since 2024 port 443 needs TLS 1.2 of IIS 10, from 31 March on, in Route 53.');
    assert.deepEqual(new Set(labels.map(({ dimension }) => dimension)), new Set(['label']));
  });

  for (const [one, other, same] of [
    ['60 minutes', '1 hour', true],
    ['256 KB', '256 KiB', true],
    ['1 MiB', '1,048,576 bytes', true],
    ['four rules', '4 rules', true],
    ['30 days', '1 month', true],
    ['365 days', '8,760 hours', true],
    ['99.9 %', '99.9 percent', true],
    ['99.9 percent', '99.99 percent', false],
    ['198 days', '200 days', false],
    ['4 days', '4 hours', false],
    ['4 days', '4 rules', false],
  ] as const) {
    it(`${one} and ${other} are ${same ? 'the same' : 'not the same'}`, () => {
      assert.equal(sameFigure(figuresIn(one)[0]!, figuresIn(other)[0]!), same);
    });
  }

  it('are written in the manner of the first', () => {
    const written = (...texts: readonly string[]): string[] => writtenAlike(texts.map((text) => figuresIn(text)[0]!));
    assert.deepEqual(written('four rules', '10 rules'), ['four', 'ten']);
    assert.deepEqual(written('four rules', '10,000 rules'), ['4', '10,000']);
    assert.deepEqual(written('180-day minimum', '1 day', '90 days'), ['180-day', '1-day', '90-day']);
    assert.deepEqual(written('4 days', '1 days', '12 hours'), ['4 days', '1 day', '12 hours']);
    assert.deepEqual(written('75%', '60 percent'), ['75%', '60%']);
    assert.deepEqual(writtenAlike([]), []);
  });

  it('are read again from what was written', () => {
    const unit = fc.constantFrom('days', 'hours', 'seconds', 'MiB', 'KB', 'Gbps', 'percent', 'rules');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), unit, (amount, name) => {
        const figure = figureOf(amount, name);
        const text = writtenAlike([figure])[0]!;
        const [read, ...more] = figuresIn(name === 'rules' ? `${text} rules` : text);
        assert.equal(more.length, 0);
        assert.ok(sameFigure(read!, figure) || (amount >= 1990 && amount <= 2035));
      }),
      properties,
    );
  });
});

describe('fact cards', () => {
  it('blank the value in the statement, in whatever unit it stands there, after the name of the service', () => {
    assert.equal(factCards(knowledgeOf(retention))[0]!.title, 'Amazon SQS: A message is kept ____ unless it is deleted; 1 minute to 14 days can be set.');
    assert.equal(frontOf('A batch has up to ten messages.', { value: 10, unit: 'messages' }), 'Amazon SQS: A batch has up to ____ messages.');
    assert.equal(frontOf('SQS keeps messages 1 to 14 days.', { value: 14, unit: 'days' }), 'SQS keeps messages 1 to ____.');
    assert.equal(frontOf('SQS keeps them 1 to 14 days.', { value: 1, unit: 'days' }), 'SQS keeps them ____ to 14 days.');
  });

  it('blank everything that would give the answer away', () => {
    assert.equal(frontOf('SQS keeps up to 8,760 hours (365 days).', { value: 8760, unit: 'hours' }), 'SQS keeps up to ____.');
    assert.equal(frontOf('SQS waits 7 to 30 days, 30 unless set.', { value: 30, unit: 'days' }), 'SQS waits 7 to ____, ____ unless set.');
    assert.equal(frontOf('SQS keeps an 8-hour window.', { value: 8, unit: 'hours' }), 'SQS keeps a(n) ____ window.');
    assert.equal(frontOf('SQS has exactly one owner.', { value: 1, unit: 'owner' }), 'SQS has exactly ____ owner(s).');
  });

  it('are not made where the blank would be nonsense or gives itself away', () => {
    assert.equal(frontOf('One queue serves one domain, and one more.', { value: 1, unit: 'domain' }), undefined);
    assert.equal(frontOf('SQS has three kinds: standard, FIFO and fair.', { value: 3, unit: 'kinds' }), undefined);
    assert.equal(frontOf('SQS copies to 3 nodes, three copies in all.', { value: 3, unit: 'copies' }), undefined);
    assert.equal(frontOf('SQS tries twice more, 2 retries.', { value: 2, unit: 'retries' }), undefined);
    assert.equal(frontOf('Nothing is stored by default.', { value: 0, unit: 'hours' }), undefined);
    assert.equal(frontOf('SQS holds a queue for 5 teams.', { kind: 'behaviour' }), undefined);
  });

  it('ask what older material states otherwise, though the fact has no value', () => {
    const was = [{ statement: 'Up to 64 KB.', until: '2025-08-04', source: page }];
    assert.equal(frontOf('SQS takes objects of 128 KB and four kinds.', { kind: 'behaviour', was }), 'SQS takes objects of ____ and four kinds.');
    assert.equal(frontOf('SQS takes 64 KB still.', { kind: 'behaviour', was }), undefined);
  });

  it('blank a value or a default that is a text, and ask for a default that the statement does not name', () => {
    const property = 'AWS::SQS::Queue/Mode';
    assert.equal(frontOf('SQS evicts volatile keys (volatile-lru).', { value: 'volatile-lru' }), 'SQS evicts volatile keys (____).');
    assert.equal(frontOf('SQS calls Standard-IA cheap.', { property, propertyValue: 'STANDARD_IA' }), 'SQS calls ____ cheap.');
    assert.equal(frontOf('SQS uses a FIFO unless set.', { property, default: 'FIFO' }), 'SQS uses a(n) ____ unless set.');
    assert.equal(
      frontOf('A queue keeps order.', { kind: 'behaviour', property, default: false }),
      'Amazon SQS: what is the default of Mode in AWS::SQS::Queue?',
    );
    assert.equal(frontOf('A host is like another host.', { property, propertyValue: 'host' }), undefined);
    assert.equal(frontOf('No value.', { kind: 'behaviour', property: 'AWS::SQS::Queue/Tags.Value', default: 'x' }), undefined);
  });

  it('have the statement and what older material said on the back', () => {
    const was = [{ statement: 'The largest message is 256 KB.', until: '2025-08-04', source: page }];
    const knowledge = knowledgeOf(fact('size', { statement: 'One message is up to 1 MiB.', value: 1_048_576, unit: 'bytes', was }));
    const { card, prompt } = askFact('sqs#size', 1, knowledge, 'recall')!;
    assert.equal(card, 'fact:sqs#size');
    assert.ok(prompt.type === 'recall');
    assert.equal(prompt.back, 'One message is up to 1 MiB.\n\nOlder material said: The largest message is 256 KB.');
    assert.deepEqual(prompt.sources, ['https://docs.aws.amazon.com/a.html', page]);
    assert.equal(askFact('sqs#unknown', 1, knowledge, 'recall'), undefined);
  });

  it('offer other figures of the same dimension, none of which stands in the statement or is the answer in another unit', () => {
    const knowledge = knowledgeOf(retention, ...others);
    const texts = choiceOf(knowledge, 'sqs#retention').options.map(({ text }) => text);
    // 96 hours are 4 days, 10 rules are no time, and 30 seconds tempt nobody.
    assert.deepEqual(texts.sort(), ['12 hours', '15 hours', '4 days']);
  });

  it('offer what older material says first, with what is true today', () => {
    const was = [{ statement: 'They are kept 3 days.', until: '2020', source: page }];
    const knowledge = knowledgeOf({ ...retention, was }, ...others);
    const older = choiceOf(knowledge, 'sqs#retention').options.find(({ text }) => text === '3 days')!;
    assert.match(older.rationale, /^Older material said: They are kept 3 days\. That ended 2020\. Today: A message is kept 4 days/);
    assert.equal(older.tempting, 'Older study material says so.');
  });

  it('never offer the least, the most or the default of the property', () => {
    const limits = { min: 60, max: 43_200, default: 345_600, property: 'AWS::SQS::Queue/Retention' };
    const knowledge = knowledgeOf({ ...retention, ...limits }, ...others, fact('more', { statement: 'It takes 20 hours.' }));
    for (let seed = 0; seed < 20; seed++) {
      const texts = choiceOf(knowledge, 'sqs#retention', seed).options.map(({ text }) => text);
      assert.ok(!texts.includes('12 hours'), texts.join());
    }
  });

  it('are to recall where fewer than two figures are surely wrong', () => {
    assert.equal(askFact('sqs#retention', 1, knowledgeOf(retention), 'choice')!.prompt.type, 'recall');
  });

  it('take figures of other notes of the category, a topic having that of its first service', () => {
    const content = contentOf(
      service('sqs', { name: 'Amazon SQS', facts: [retention] }),
      topic('queues', { title: 'Queues', services: ['sqs'], facts: [...others, fact('more', { statement: 'It takes 20 hours.' })] }),
    );
    const { options } = choiceOf(new Knowledge(content), 'sqs#retention');
    assert.ok(options.some(({ rationale }) => rationale === 'Queues has that figure: Delivery can be put off by up to 15 hours.'));
  });
});

describe('fact cards of the notes', () => {
  const knowledge = realKnowledge();
  const cards = factCards(knowledge);
  const references = cards.map(({ facts }) => facts[0]!);

  it('are many, each with a front, its tasks and its services', () => {
    assert.ok(cards.length > 600, String(cards.length));
    assert.equal(new Set(cards.map(({ card }) => card)).size, cards.length);
    for (const { card, title, tasks, kind } of cards) {
      assert.ok(card.startsWith('fact:') && kind === 'fact' && title.length > 20 && tasks.length > 0, card);
      assert.ok(title.includes(blank) || title.includes('what is the default of'), title);
      assert.doesNotMatch(title, / {2}|____[\w%]|\( *\)|____ ____|undefined/, title);
    }
    const choices = references.filter((reference) => askFact(reference, 1, knowledge, 'choice')!.prompt.type === 'choice');
    assert.ok(choices.length > 350, String(choices.length));
  });

  it('do not show the answer', () => {
    for (const reference of references) {
      const { front, figure, answer } = blankOf(knowledge.fact(reference)!)!;
      const shown = figuresIn(front).filter(({ dimension }) => dimension !== 'label' || figure?.dimension === 'label');
      if (figure) assert.ok(!shown.some((one) => sameFigure(one, figure)), `${front} shows ${answer}`);
      else if (front.includes(blank)) assert.ok(!front.toLowerCase().includes(answer.toLowerCase()), `${front} shows ${answer}`);
    }
  });

  it('have one right option, and every wrong one differs from it, from the others and from all figures of the statement', () => {
    for (const reference of references) {
      for (const seed of [1, 2, 3]) {
        const { prompt } = askFact(reference, seed, knowledge, 'choice')!;
        if (prompt.type !== 'choice') continue;
        questionSchema.parse({ ...prompt, id: 'made', services: ['sqs'] });
        const { statement } = knowledge.fact(reference)!.fact;
        const noun = blankOf(knowledge.fact(reference)!)!.figure!.noun || 'things';
        const read = (text: string) => figuresIn(/^[\d,.]+( million)?$|^[a-z]+$/.test(text) ? `${text} ${noun}` : text)[0];
        const right = prompt.options.filter(({ correct }) => correct);
        assert.equal(right.length, 1, reference);
        const texts = prompt.options.map(({ text }) => text);
        assert.equal(new Set(texts).size, texts.length, texts.join());
        const figures = texts.map((text) => read(text)!);
        for (const [index, figure] of figures.entries()) {
          assert.ok(
            figures.every((other, at) => at === index || !sameFigure(other, figure)),
            `${reference}: ${texts.join()}`,
          );
          if (texts[index] === right[0]!.text) continue;
          assert.ok(!figuresIn(statement).some((one) => sameFigure(one, figure)), `${reference}: ${texts[index]} stands in "${statement}"`);
        }
      }
    }
  });

  it('are the same for a seed, and not for every seed', () => {
    const asked = (seed: number) => references.map((reference) => askFact(reference, seed, knowledge, 'choice'));
    assert.deepEqual(asked(5), asked(5));
    assert.notDeepEqual(asked(5), asked(6));
  });
});
