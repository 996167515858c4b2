import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseContent } from '../../../src/knowledge/parseContent';
import { contentOf, exam, fact, parsed, question, questions, service, told, topic } from './builders';

const sound = `---
id: queues
title: Queues
summary: What queues are for.
tasks: [exam-1/1.1]
facts:
  - id: size
    statement: A message can be up to 1 MiB.
    kind: limit
    source: https://docs.aws.amazon.com/a.html
    checked: 2026-01-02
---

# Queues

They hold messages.
`;

/** Problems of the sound topic after replacing one text by another. */
function problemsAfter(text: string, replacement: string): string[] {
  assert.ok(sound.includes(text), 'the text that is replaced stands in the note');
  return told(parseContent([{ path: 'topics/queues.md', text: sound.replace(text, replacement) }]).problems);
}

describe('parseContent', () => {
  it('reads a note: its front matter, and its body without blank lines around it', () => {
    const { topics } = contentOf({ path: 'topics/queues.md', text: sound });
    assert.equal(topics[0]!.title, 'Queues');
    assert.equal(topics[0]!.facts[0]!.checked, '2026-01-02');
    assert.equal(topics[0]!.body, '# Queues\n\nThey hold messages.');
  });

  it('fills in what a note may leave out', () => {
    const { services } = contentOf(service('sqs'));
    const { aliases, facts, decisions, types, cdk, cues, traps } = services[0]!;
    assert.deepEqual(
      { aliases, facts, decisions, types, cdk, cues, traps },
      { aliases: [], facts: [], decisions: [], types: [], cdk: [], cues: [], traps: [] },
    );
  });

  it('sorts files by their folder', () => {
    const content = contentOf(exam(), service('sqs'), topic('queues'), questions(question('one'), question('two')));
    const ids = Object.entries(content).map(([kind, list]: [string, { id: string }[]]) => [kind, ...list.map(({ id }) => id)]);
    assert.deepEqual(ids, [
      ['exams', 'exam-1'],
      ['services', 'sqs'],
      ['topics', 'queues'],
      ['questions', 'one', 'two'],
    ]);
  });

  it('takes folders within those folders', () => {
    assert.deepEqual(parsed({ path: 'topics/0/queues.md', text: sound }).content.topics.length, 1);
  });

  it('reads Windows line ends and a byte order mark, with the same places', () => {
    const text = `\uFEFF${sound.replace('kind: limit', 'kind: nonsense')}`.replaceAll('\n', '\r\n');
    assert.deepEqual(told(parseContent([{ path: 'topics/queues.md', text }]).problems), problemsAfter('kind: limit', 'kind: nonsense'));
    assert.equal(contentOf({ path: 'topics/queues.md', text: `\uFEFF${sound.replaceAll('\n', '\r\n')}` }).topics[0]!.facts.length, 1);
  });

  it('knows where each note and question stands', () => {
    const list = 'questions:\n' + [question('one'), question('two')].map((one) => `  - ${JSON.stringify(one)}\n`).join('');
    const { places } = parsed({ path: 'topics/queues.md', text: sound }, { path: 'questions/q.yaml', text: list });
    assert.deepEqual(Object.fromEntries(places), {
      queues: { path: 'topics/queues.md', position: { line: 1, column: 0 } },
      one: { path: 'questions/q.yaml', position: { line: 1, column: 4 } },
      two: { path: 'questions/q.yaml', position: { line: 2, column: 4 } },
    });
  });

  it('keeps what is sound beside what is not', () => {
    const { content, problems } = parseContent([topic('bad', { tasks: [] }), topic('good'), { path: 'exams/x.yaml', text: '' }]);
    assert.deepEqual(
      content.topics.map(({ id }) => id),
      ['good'],
    );
    assert.equal(problems.length, 2);
  });

  it('never throws, and reports only places within the file', () => {
    const piece = fc.constantFrom('---\n', 'id: a\n', 'facts:\n', '  - id: b\n', 'questions:\n', ': [', '"', '\t', '&a *a', '\r\n', '{', 'tasks: 3\n', '😀');
    const file = fc.record({
      path: fc.constantFrom('topics/a.md', 'services/a.md', 'exams/a.yaml', 'questions/a.yaml', 'a.md', ''),
      text: fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      ),
    });
    fc.assert(
      fc.property(file, (one) => {
        const lines = one.text.split('\n');
        for (const { path, position } of parseContent([one]).problems) {
          assert.equal(path, one.path);
          assert.ok(position.line < lines.length && position.column <= lines[position.line]!.length);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe('mistakes in content files', () => {
  const cases: [name: string, from: string, to: string, expected: RegExp][] = [
    ['a value of the wrong kind, at the value', 'kind: limit', 'kind: nonsense', /^topics\/queues\.md:9:11: facts\.0\.kind: Invalid option/],
    ['an id that is no slug', 'id: size', 'id: Size_1', /^topics\/queues\.md:7:9: facts\.0\.id: use lower-case words joined by hyphens/],
    ['a missing field, at what lacks it', '    statement: A message can be up to 1 MiB.\n', '', /^topics\/queues\.md:7:5: facts\.0\.statement: /],
    ['a missing field of the note, at its first line', 'title: Queues\n', '', /^topics\/queues\.md:2:1: title: /],
    ['an unknown field, at its name', 'kind: limit', 'kind: limit\n    sorce: x', /^topics\/queues\.md:10:5: facts\.0: Unrecognized key: "sorce"/],
    ['an unknown field of the note, at its name', 'tasks:', 'sumary: x\ntasks:', /^topics\/queues\.md:5:1: Unrecognized key: "sumary"/],
    ['an item of a list', '[exam-1/1.1]', '[exam-1/1.1, exam-1]', /^topics\/queues\.md:5:21: tasks\.1: use exam\/task/],
    ['an empty list', '[exam-1/1.1]', '[]', /^topics\/queues\.md:5:8: tasks: /],
    ['a number where text is wanted', 'title: Queues', 'title: 5', /^topics\/queues\.md:3:8: title: .*expected string/],
    ['a source that is not from AWS', 'https://docs.aws.amazon.com/a.html', 'https://example.com/', /^topics\/queues\.md:10:13: facts\.0\.source: name a page/],
    ['a date that is none', '2026-01-02', '2026-02-30', /^topics\/queues\.md:11:14: facts\.0\.checked: use a date as YYYY-MM-DD/],
    ['a name that stands twice', 'title: Queues', 'title: Queues\ntitle: Again', /^topics\/queues\.md:4:1: The key "title" stands twice/],
    ['YAML that cannot be read', 'title: Queues', 'title: "Queues', /^topics\/queues\.md:\d+:\d+: YAML: /],
    ['an alias without its anchor', 'title: Queues', 'title: *other', /^topics\/queues\.md:3:9: The alias \*other names no anchor/],
    ['an id that is not the name of the file', 'id: queues', 'id: topics', /^topics\/queues\.md:2:1: The id "topics" and the file's name "queues" differ/],
    ['a note without front matter', '---\nid', 'id', /^topics\/queues\.md:1:1: A note starts with its front matter/],
    ['front matter that does not end', '---\n\n#', '\n#', /^topics\/queues\.md:1:1: A note starts with its front matter/],
    ['front matter that is a list', sound.slice(4, sound.lastIndexOf('---\n')), '- 1\n', /^topics\/queues\.md:2:1: .*expected object, received array/],
    ['front matter that is only a comment', sound.slice(4, sound.lastIndexOf('---\n')), '# later\n', /^topics\/queues\.md:2:1: The file is empty/],
  ];
  for (const [name, from, to, expected] of cases) {
    it(`are reported with file, line and column: ${name}`, () => {
      const problems = problemsAfter(from, to);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, expected);
    });
  }

  it('are all reported, not only the first', () => {
    const text = sound.replace('title: Queues', 'title: 5').replace('kind: limit', 'kind: nonsense').replace('2026-01-02', 'today');
    const lines = parseContent([{ path: 'topics/queues.md', text }]).problems.map(({ position }) => position.line + 1);
    assert.deepEqual(lines.sort(), [11, 3, 9]);
  });

  it('are reported for a folder that is unknown', () => {
    const [problem, ...others] = told(parseContent([{ path: 'drafts/queues.md', text: sound }]).problems);
    assert.match(problem!, /^drafts\/queues\.md:1:1: This folder is not one of exams, services, topics and questions/);
    assert.deepEqual(others, []);
  });

  it('are reported for an empty file and for a second document in one', () => {
    assert.deepEqual(told(parseContent([{ path: 'exams/x.yaml', text: '\n' }]).problems), ['exams/x.yaml:1:1: The file is empty.']);
    const { content, problems } = parseContent([{ path: 'exams/exam-1.yaml', text: `${exam().text}\n---\n${exam('exam-2').text}\n` }]);
    assert.deepEqual(told(problems), ['exams/exam-1.yaml:3:1: A file holds one YAML document; this and later ones are not read.']);
    assert.equal(content.exams.length, 1);
  });

  it('are reported where an id is taken, whatever has it, and the first one stays', () => {
    const { content, problems } = parseContent([
      topic('sqs', { facts: [fact('size')] }),
      service('sqs'),
      { path: 'questions/q.yaml', text: `questions:\n- ${JSON.stringify(question('sqs'))}\n` },
    ]);
    assert.deepEqual(told(problems), [
      'services/sqs.md:2:1: The id "sqs" is taken: topics/sqs.md:2 has it too.',
      'questions/q.yaml:2:3: The id "sqs" is taken: topics/sqs.md:2 has it too.',
    ]);
    assert.deepEqual([content.topics.length, content.services.length, content.questions.length], [1, 0, 0]);
  });

  it('in one question cost only that question', () => {
    const list = [question('one'), question('two', { level: 'guess' }), 'no question', question('three')];
    const text = `questions:\n${list.map((one) => `- ${JSON.stringify(one)}\n`).join('')}`;
    const { content, problems } = parseContent([{ path: 'questions/q.yaml', text }]);
    assert.deepEqual(
      content.questions.map(({ id }) => id),
      ['one', 'three'],
    );
    assert.deepEqual(
      problems.map(({ position }) => position.line + 1),
      [3, 4],
    );
    assert.match(problems[0]!.message, /^questions\.1\.level: /);
    assert.match(problems[1]!.message, /^questions\.2: .*expected object/);
  });

  for (const [name, text, expected] of [
    ['without questions', 'questions: []\n', /^questions\/q\.yaml:1:12: questions: /],
    ['with something else', 'question:\n  - id: a\n', /^questions\/q\.yaml:1:1: /],
    ['with text for its list', 'questions: none\n', /^questions\/q\.yaml:1:12: questions: .*expected array/],
    ['with a type that is none', 'questions:\n  - id: a\n    type: essay\n', /^questions\/q\.yaml:3:11: questions\.0\.type: Invalid discriminator value/],
  ] as const) {
    it(`are reported in a file of questions ${name}`, () => {
      const { content, problems } = parseContent([{ path: 'questions/q.yaml', text }]);
      assert.match(told(problems)[0]!, expected);
      assert.deepEqual(content.questions, []);
    });
  }
});
