import assert from 'node:assert/strict';
import type { Prompt } from '../../../../src/study/asked';
import { ankiText, type ExportedCard } from '../../../../src/study/exchange/anki';
import { readRecords } from '../../../../src/study/exchange/csv';
import { htmlToText } from '../../../../src/study/exchange/html';
import { Schedule } from '../../../../src/study/schedule';
import { matchingQuestion, numberQuestion, optionQuestion, orderingQuestion, start } from '../builders';

function exported(prompt: Prompt, change: Partial<ExportedCard> = {}): ExportedCard {
  const { id, tasks, services, facts, level } = prompt;
  const card = `question:${id}`;
  return { info: { card, kind: 'question', title: id, tasks, services, facts, level }, asked: { card, prompt }, ...change };
}

/** The fields of the cards, as Anki reads them. */
function rowsOf(text: string): (readonly string[])[] {
  return [...readRecords(text, '\t', true)].flatMap((record) => ('fields' in record ? [record.fields] : []));
}

function sidesOf(prompt: Prompt, change: Partial<ExportedCard> = {}): [string, string] {
  const [[, , front = '', back = ''] = []] = rowsOf(ankiText([exported(prompt, change)]));
  return [front, back];
}

describe('ankiText', () => {
  it('begins with the headers that tell Anki what the columns are', () => {
    const head = ankiText([]).split('\n');
    assert.deepEqual(head, [
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
      '#if matches:update current',
      '',
    ]);
  });

  it('writes a line per card, with its id as GUID, its deck and its tags', () => {
    const [row, ...others] = rowsOf(ankiText([exported({ ...optionQuestion('a'), tasks: ['sap-c02/2.4', 'sap-c02/3.1', 'saa-c03/2.1'] })]));
    assert.deepEqual(others, []);
    assert.equal(row![0], 'question:a');
    assert.equal(row![1], 'StackDrill::Questions');
    assert.equal(
      row![4],
      'StackDrill kind::question exam::sap-c02 exam::saa-c03 task::sap-c02/2.4 task::sap-c02/3.1 task::saa-c03/2.1 service::sqs level::apply',
    );
  });

  it('gives each kind of card a deck of its own', () => {
    const cards = (['question', 'fact', 'decision', 'drill', 'own'] as const).map((kind) => {
      const card = exported(optionQuestion('a'));
      return { ...card, info: { ...card.info, kind } };
    });
    assert.equal(new Set(rowsOf(ankiText(cards)).map(([, deck]) => deck)).size, 5);
  });

  it('asks with all options, and tells the right one first with every rationale and the sources', () => {
    const question = {
      ...optionQuestion('a', [1], 3),
      stem: 'Which is < 5 & "good"?\nChoose.',
      options: [
        { text: 'One', correct: false, rationale: 'No.' },
        { text: 'Two', correct: true, rationale: 'Yes.' },
        { text: 'Three', correct: false, rationale: 'Never.' },
      ],
    };
    assert.deepEqual(sidesOf(question), [
      'Which is &lt; 5 &amp; &quot;good&quot;?<br>Choose.<br><br>A. One<br>B. Two<br>C. Three',
      '<b>B. Two</b><br>Yes.<br><br>A. One<br>No.<br><br>C. Three<br>Never.<br><br><a href="https://docs.aws.amazon.com/">https://docs.aws.amazon.com/</a>',
    ]);
  });

  it('marks all right options of several', () => {
    const [, back] = sidesOf(optionQuestion('a', [1, 3], 5));
    assert.deepEqual(
      [...back.matchAll(/<b>(.*?)<\/b>/g)].map(([, text]) => text),
      ['B. Option 1', 'D. Option 3'],
    );
  });

  it('shows steps in another order than the right one', () => {
    const [front, back] = sidesOf(orderingQuestion('a', 3));
    assert.ok(front.endsWith('- Step 1<br>- Step 2<br>- Step 0'), front);
    assert.match(back, /^<b>1\. Step 0<\/b><br>Because\.<br><br><b>2\. Step 1<\/b>/);
  });

  it('shows right sides in another order than the left ones', () => {
    const [front, back] = sidesOf(matchingQuestion('a', 3));
    assert.match(htmlToText(front), /- Left 0\n- Left 1\n- Left 2\n\nwith one of these:\n- Right 1\n- Right 2\n- Right 0$/);
    assert.match(back, /^<b>Left 0 → Right 0<\/b><br>Because\./);
  });

  it('asks for a number with its unit, and tells the tolerance', () => {
    const [front, back] = sidesOf(numberQuestion('a', 4, 0.5));
    assert.match(front, /<br><br>Answer in: days$/);
    assert.match(back, /^<b>4 days \(± 0\.5\)<\/b><br>Because\./);
  });

  it('adds the worked solution of a drill', () => {
    const card = exported(numberQuestion('a', 4));
    const [, back] = sidesOf(numberQuestion('a', 4), { asked: { ...card.asked, solution: ['2 × 2', '= 4'] } });
    assert.match(back, /Because\.<br><br>2 × 2<br>= 4<br><br><a /);
  });

  it('writes no blank inside a tag', () => {
    const [row] = rowsOf(ankiText([exported(optionQuestion('a'), { tags: ['two words', ' a\tb ', ''] })]));
    assert.equal(row![4], 'StackDrill kind::question two_words a_b');
  });

  it('marks a card that is forgotten again and again', () => {
    const schedule = new Schedule();
    for (let index = 0; index < 30; index++) {
      const time = start + index * 86_400_000 * 30;
      schedule.add({ card: 'question:a', time, grade: index % 2 ? 1 : 3, correct: index % 2 === 0 });
    }
    const [row] = rowsOf(ankiText([exported(optionQuestion('a'), { state: schedule.state('question:a') })]));
    assert.match(row![4]!, / leech$/);
  });
});
