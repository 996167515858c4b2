import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry, OwnCard } from '../../../../src/study/log';
import { ankiText } from '../../../../src/study/exchange/anki';
import { backupText } from '../../../../src/study/exchange/backup';
import { quotedField } from '../../../../src/study/exchange/csv';
import { mostCards, planImport, type ImportPlan } from '../../../../src/study/exchange/importPlan';
import { askOwn, cardText, ownCardId, ownCardInfos, type OwnCards } from '../../../../src/study/exchange/ownCards';
import { defaultSettings } from '../../../../src/study/schedule';
import { StudyState } from '../../../../src/study/state';
import { optionQuestion, properties, start } from '../builders';

const none: OwnCards = { own: new Map() };

function sidesOf(plan: ImportPlan): [string, string][] {
  return plan.cards.map(({ front, back }) => [front, back]);
}

function problemsOf(plan: ImportPlan): [number, string][] {
  return plan.problems.map(({ line, message }) => [line, message]);
}

function added(plan: ImportPlan): readonly Entry[] {
  let made = 0;
  return plan.entriesToAdd(() => `n${made++}`, start);
}

/** The state after a file was imported. */
function after(plan: ImportPlan): StudyState {
  return StudyState.of(added(plan), defaultSettings);
}

function exported(state: OwnCards): string {
  return ankiText(ownCardInfos(state).map((info) => ({ info, asked: askOwn(info.card, state)!, tags: state.own.get(info.card)!.tags })));
}

describe('planImport of text', () => {
  it('reads columns parted by tabs, semicolons or commas', () => {
    const cards = [
      ['What is SQS?', 'A queue; not a topic'],
      ['And SNS, then?', 'A topic'],
    ] as const;
    for (const [file, separator] of [
      ['a.txt', '\t'],
      ['a.csv', ','],
      ['a.csv', '\t'],
      ['a', '\t'],
    ] as const) {
      const text = cards.map((sides) => sides.map((side) => quotedField(side, separator)).join(separator)).join('\r\n');
      assert.deepEqual(sidesOf(planImport(text, file, none)), cards, `${file} ${separator}`);
    }
    assert.deepEqual(sidesOf(planImport('a;b\n"c;d";e', 'a.csv', none)), [
      ['a', 'b'],
      ['c;d', 'e'],
    ]);
    assert.deepEqual(sidesOf(planImport('a, or not;b\nc;d', 'a.txt', none)), [
      ['a, or not', 'b'],
      ['c', 'd'],
    ]);
  });

  it('reads CSV with a BOM, line breaks and quotation marks', () => {
    const plan = planImport('\ufeff"a ""x""\r\nb","c,\n\nd"\r\n"e",f\r\n', 'cards.csv', none);
    assert.deepEqual(sidesOf(plan), [
      ['a "x"\nb', 'c,\n\nd'],
      ['e', 'f'],
    ]);
    assert.deepEqual(
      plan.cards.map(({ line }) => line),
      [1, 5],
    );
    assert.deepEqual(plan.problems, []);
  });

  it('goes by a line that names the columns', () => {
    const plan = planImport('Tags;Answer;Question;Remark\nsqs hard;A queue;What is SQS?;x', 'cards.csv', none);
    assert.deepEqual(sidesOf(plan), [['What is SQS?', 'A queue']]);
    assert.deepEqual(plan.cards[0]!.tags, ['sqs', 'hard']);
    assert.deepEqual(problemsOf(plan), [[1, 'These columns are left out: Remark.']]);
  });

  it('takes a third column for tags where none is named', () => {
    assert.deepEqual(planImport('a\tb\tsqs, hard sqs', 'a.txt', none).cards[0]!.tags, ['sqs', 'hard']);
  });

  it('takes commas first in CSV, and semicolons elsewhere', () => {
    assert.deepEqual(sidesOf(planImport('a; b,c', 'a.csv', none)), [['a; b', 'c']]);
    assert.deepEqual(sidesOf(planImport('a; b,c', 'a.txt', none)), [['a', 'b,c']]);
  });

  it('passes over rows that a spreadsheet left empty', () => {
    const plan = planImport('Question;Answer\na;b\n;\n ; \n', 'a.csv', none);
    assert.deepEqual([sidesOf(plan), plan.problems], [[['a', 'b']], []]);
  });

  it('lists what it cannot read with the line, and reads the rest', () => {
    const plan = planImport('a\tb\nalone\n\t\n\tback\nfront\t \n"open\tx\nc\td\na\tother\na\tb', 'a.txt', none);
    assert.deepEqual(sidesOf(plan), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(problemsOf(plan), [
      [2, 'This line has one column only. Part the front from the back by a tab.'],
      [4, 'The front is empty.'],
      [5, 'The back is empty.'],
      [6, 'A quotation mark is opened here and not closed. Close it, or write it twice to have it in the text.'],
      [8, 'Line 1 has the same front with another back, and is the one that counts.'],
    ]);
  });

  it('keeps a # in CSV and takes it for a comment elsewhere', () => {
    assert.deepEqual(sidesOf(planImport('#1 rule?,least privilege\na,b', 'a.csv', none))[0], ['#1 rule?', 'least privilege']);
    const plan = planImport('# my cards\n#1 rule?\tleast privilege\na\tb', 'a.txt', none);
    assert.deepEqual(sidesOf(plan), [['a', 'b']]);
    assert.deepEqual(
      problemsOf(plan).map(([line]) => line),
      [2],
    );
  });

  it('reads HTML where the text has some, and leaves it where it has none', () => {
    assert.deepEqual(sidesOf(planImport('a<br>b\t<img src="x.png">', 'a.txt', none)), [['a\nb', '[image x.png]']]);
    assert.deepEqual(sidesOf(planImport('Is 1 < 2?\tyes & no', 'a.txt', none)), [['Is 1 < 2?', 'yes & no']]);
  });

  it('makes gaps of clozes', () => {
    assert.deepEqual(sidesOf(planImport('SQS keeps {{c1::4}} to {{c2::14}} days\tSee the guide', 'a.txt', none)), [
      ['SQS keeps ____ to 14 days', 'SQS keeps 4 to 14 days\nSee the guide'],
      ['SQS keeps 4 to ____ days', 'SQS keeps 4 to 14 days\nSee the guide'],
    ]);
    assert.deepEqual(sidesOf(planImport('{{c1::a}}\t', 'a.txt', none)), [['____', 'a']]);
  });

  it('refuses what it cannot read, and says what to do', () => {
    const message = (text: string, file = 'a.txt'): string => {
      const plan = planImport(text, file, none);
      assert.deepEqual([plan.cards, added(plan), plan.problems.length], [[], [], 1]);
      return plan.problems[0]!.message;
    };
    assert.match(message('PK\u0003\u0004…', 'deck.apkg'), /Notes in Plain Text/);
    assert.match(message('x', 'deck.colpkg'), /Notes in Plain Text/);
    assert.match(message('[1]', 'a.json'), /no backup/);
    assert.match(message('a\0\tb'), /UTF-8/);
    assert.match(message(' \n'), /empty/);
    assert.match(message('a\tb\n'.repeat(6_000_000)), /20 MB/);
    assert.match(message(`a\t${'b'.repeat(20_001)}`), /too long/);
    assert.match(message(`${Array.from({ length: 51 }, (_, index) => `{{c${index}::a}}`).join('')}\tb`), /50 gaps/);
  });

  it('tells of characters that were lost in another encoding', () => {
    const plan = planImport('a\ufffd\tb', 'a.txt', none);
    assert.equal(plan.cards.length, 1);
    assert.match(plan.problems[0]!.message, /UTF-8/);
  });

  it('takes the first 50,000 cards', () => {
    const text = Array.from({ length: mostCards + 2 }, (_, index) => `front ${index}\tback`).join('\n');
    const plan = planImport(text, 'a.txt', none);
    assert.equal(plan.cards.length, 50_000);
    assert.deepEqual(
      problemsOf(plan).map(([line]) => line),
      [50_001],
    );
  });

  it('lists a thousand problems at most', () => {
    const plan = planImport('alone\n'.repeat(1500), 'a.txt', none);
    assert.equal(plan.problems.length, 1001);
    assert.match(plan.problems.at(-1)!.message, /^500 more/);
  });
});

describe('planImport of Anki text', () => {
  it('goes by the headers of "Notes in Plain Text"', () => {
    const text = [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'k1\tBasic\tAWS::SQS\tWhat is<br>SQS?\t"a <b>""queue""</b>"\tsqs leech',
      'k2\tBasic\tAWS\tFront\tBack\t',
    ].join('\n');
    const plan = planImport(text, 'deck.txt', none);
    assert.deepEqual(sidesOf(plan), [
      ['What is\nSQS?', 'a "queue"'],
      ['Front', 'Back'],
    ]);
    assert.deepEqual(plan.cards[0]!.tags, ['sqs']);
    assert.deepEqual(
      plan.cards.map(({ line }) => line),
      [7, 8],
    );
    assert.deepEqual(plan.problems, []);
  });

  it('knows all separators by name and by sign', () => {
    for (const [name, sign] of [
      ['Comma', ','],
      ['semicolon', ';'],
      ['TAB', '\t'],
      ['Space', ' '],
      ['pipe', '|'],
      ['Colon', ':'],
      ['\t', '\t'],
      [';', ';'],
    ]) {
      assert.deepEqual(sidesOf(planImport(`#separator:${name!}\na${sign!}b`, 'a.txt', none)), [['a', 'b']], name);
    }
  });

  it('goes by the names of columns, tags for all and HTML that is none', () => {
    const text = '#separator:Pipe\n#html:false\n#columns:Back|Tags|Front\n#tags:aws exam\n<br>|sqs|a &lt;b';
    const [card] = planImport(text, 'a.txt', none).cards;
    assert.deepEqual([card!.front, card!.back, card!.tags], ['a &lt;b', '<br>', ['aws', 'exam', 'sqs']]);
  });

  it('takes a first card "Front" for a card', () => {
    assert.deepEqual(sidesOf(planImport('#separator:tab\nFront\tBack', 'a.txt', none)), [['Front', 'Back']]);
  });

  it('takes no field for tags where the note types differ', () => {
    const [card] = planImport('#separator:tab\n#notetype column:1\nBasic\ta\tb\textra', 'a.txt', none).cards;
    assert.deepEqual([card!.front, card!.back, card!.tags], ['a', 'b', []]);
  });

  it('reads the older line of tags', () => {
    const plan = planImport('tags:aws exam\na\tb', 'a.txt', none);
    assert.deepEqual(sidesOf(plan), [['a', 'b']]);
    assert.deepEqual([plan.cards[0]!.tags, plan.problems], [['aws', 'exam'], []]);
  });

  it('tells of further fields', () => {
    const plan = planImport('#separator:tab\n#tags column:4\na\tb\tc\tsqs', 'a.txt', none);
    assert.deepEqual([sidesOf(plan), plan.cards[0]!.tags, plan.problems.length], [[['a', 'b']], ['sqs'], 1]);
  });

  it('imports no card of StackDrill as one of the learner', () => {
    const question = optionQuestion('a');
    const info = { card: 'question:a', kind: 'question' as const, title: 'a', tasks: [], services: [], facts: [], level: question.level };
    const plan = planImport(ankiText([{ info, asked: { card: 'question:a', prompt: question } }]), 'a.txt', none);
    assert.deepEqual(plan.cards, []);
    assert.deepEqual(problemsOf(plan), [[0, 'Cards of StackDrill itself, which are not imported as your own: 1.']]);
  });

  it('gives back any cards that were exported', () => {
    const signs = fc
      .array(fc.constantFrom('\t', '\n', '"', '#', ' ', '<br>', '&amp;', '{{c1::', '::', '}}', ';', ',', '=', 'é', '🗻', 'a'))
      .map((all) => all.join(''));
    const side = fc
      .oneof(fc.string({ unit: 'binary' }), signs)
      .map(cardText)
      .filter((text) => text !== '');
    const tag = fc.constantFrom('sqs', 'sap-c02/2.4', 'task::saa-c03/1.1', 'service::s3', '#x', '"y');
    const card = fc.record({ front: side, back: side, tags: fc.uniqueArray(tag) }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.uniqueArray(card, { selector: ({ front }) => ownCardId(front) }), (cards) => {
        const entries = cards.map((one, index): OwnCard => ({ kind: 'own', id: `e${index}`, time: start, card: ownCardId(one.front), ...one }));
        const state = { own: new Map(entries.map((entry) => [entry.card, entry])) };
        const text = exported(state);
        const plan = planImport(text, 'export.txt', none);
        assert.deepEqual(
          plan.cards.map(({ front, back, tags }) => ({ front, back, tags })),
          cards,
        );
        assert.deepEqual(
          plan.problems.filter(({ message }) => !message.startsWith('Some characters')),
          [],
        );
        assert.deepEqual(added(planImport(text, 'export.txt', state)), []);
        assert.deepEqual(added(planImport(text, 'export.txt', after(plan))), []);
      }),
      { ...properties, numRuns: 500 },
    );
  });
});

describe('entriesToAdd', () => {
  it('adds cards under an id made of the front', () => {
    assert.deepEqual(added(planImport('a\tb\tsqs', 'a.txt', none)), [
      { kind: 'own', id: 'n0', time: start, card: ownCardId('a'), front: 'a', back: 'b', tags: ['sqs'] },
    ]);
  });

  it('adds nothing twice, and replaces what has changed', () => {
    const state = after(planImport('a\tb\nc\td\ne\tf\tsqs', 'a.txt', none));
    assert.deepEqual(added(planImport('a\tb\nc\td\ne\tf\tsqs', 'a.txt', state)), []);
    const plan = planImport('a\tb\nc\tother\ne\tf\ts3\ng\th', 'a.txt', state);
    assert.deepEqual(
      plan.cards.map(({ status }) => status),
      ['known', 'changed', 'changed', 'new'],
    );
    const later = StudyState.of([...state.own.values(), ...plan.entriesToAdd(() => ownCardId(String(Math.random())), start + 1)], defaultSettings);
    assert.equal(later.own.size, 4);
    assert.equal(later.own.get(ownCardId('c'))!.back, 'other');
  });

  it('adds nothing the second time, whatever the file', () => {
    const line = fc
      .array(fc.constantFrom('a', 'b', '\t', '"', ';', ',', '#', '<br>', '{{c1::', '}}', ' ', '\r'), { maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('a.txt', 'a.csv', 'a'), (lines, file) => {
        const text = lines.join('\n');
        assert.deepEqual(added(planImport(text, file, after(planImport(text, file, none)))), []);
      }),
      { ...properties, numRuns: 1000 },
    );
  });

  it('reads any bytes without failing', () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array));
    const starts = fc.constantFrom('', '{', '{"format":"stackdrill-backup",', '#separator:', 'tags:', '#columns:', '\ufeff');
    fc.assert(
      fc.property(starts, fc.oneof(bytes, fc.string({ unit: 'binary' })), fc.constantFrom('a.txt', 'a.csv', 'a.json', 'a.apkg'), (head, text, file) => {
        assert.ok(Array.isArray(added(planImport(head + text, file, none))));
      }),
      { ...properties, numRuns: 2000 },
    );
  });
});

describe('planImport of a backup', () => {
  const log: Entry[] = [
    { kind: 'review', id: 'r1', card: 'question:a', time: start, grade: 3, correct: true, sureness: null, duration: 1 },
    { kind: 'undo', id: 'u1', time: start + 1, review: 'r1' },
    { kind: 'own', id: 'o1', time: start + 2, card: ownCardId('a'), front: 'a', back: 'b', tags: [] },
  ];

  it('adds what is not here, as it was', () => {
    const plan = planImport(backupText(log, start), 'backup.json', none, log.slice(0, 1));
    assert.deepEqual([plan.kind, plan.cards, plan.knownEntries, plan.problems], ['backup', [], 1, []]);
    assert.deepEqual(added(plan), log.slice(1));
    assert.deepEqual(added(planImport(backupText(log, start), 'backup.json', none, log)), []);
  });

  it('knows a backup by what is in it', () => {
    assert.deepEqual(added(planImport(`\ufeff${backupText(log, start)}`, 'backup.txt', none)), log);
  });

  it('tells of entries that are broken', () => {
    const text = backupText(log, start).replace('"grade":3', '"grade":9');
    const plan = planImport(text, 'backup.json', none);
    assert.deepEqual(added(plan), log.slice(1));
    assert.deepEqual(problemsOf(plan), [[0, 'Entry 1 of the backup is left out: a part of it is missing or of the wrong kind.']]);
  });

  it('adds nothing of a newer backup', () => {
    const plan = planImport(backupText(log, start).replace('"version":1', '"version":2'), 'backup.json', none);
    assert.deepEqual([added(plan), plan.problems.length], [[], 1]);
    assert.match(plan.problems[0]!.message, /Update StackDrill/);
  });
});
