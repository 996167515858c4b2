import type { Content, Note } from './content';
import { referenceTo } from './content';
import type { ContentProblem, ParsedContent } from './parseContent';

/** What the files say of each other: every task, service, fact, link and CloudFormation property named must exist. */
export function checkContent(parsed: ParsedContent, knownProperty?: (type: string, path: string) => boolean): ContentProblem[] {
  const { content, places } = parsed;
  const problems: ContentProblem[] = [];
  const report = (id: string, message: string): void => {
    const place = places.get(id) ?? { path: '', position: { line: 0, column: 0 } };
    problems.push({ ...place, message: `${id}: ${message}` });
  };
  const notes: readonly Note[] = [...content.services, ...content.topics];
  const tasks = taskReferences(content);
  const noteIds = new Set(notes.map(({ id }) => id));
  const serviceIds = new Set(content.services.map(({ id }) => id));
  const items = new Set(notes.flatMap((note) => [...note.facts, ...note.decisions].map((item) => referenceTo(note, item))));

  for (const note of notes) {
    for (const task of note.tasks) if (!tasks.has(task)) report(note.id, `no exam has the task "${task}".`);
    for (const repeated of repeats([...note.facts, ...note.decisions].map(({ id }) => id))) {
      report(note.id, `the id "${repeated}" stands twice among its facts and decisions.`);
    }
    for (const target of linkTargets(note.body)) {
      if (!noteIds.has(target)) report(note.id, `links to the note "${target}", which does not exist.`);
    }
    for (const fact of note.facts) {
      const [type = '', path = ''] = fact.property?.split('/') ?? [];
      if (fact.property && knownProperty && !knownProperty(type, path)) {
        report(note.id, `the fact "${fact.id}" names the property ${fact.property}, which CloudFormation does not have.`);
      }
    }
    if ('services' in note) {
      for (const service of note.services) if (!serviceIds.has(service)) report(note.id, `no service note "${service}".`);
    }
  }
  for (const owned of repeats(content.services.flatMap(({ types }) => types))) {
    report(content.services.findLast(({ types }) => types.includes(owned))?.id ?? '', `the type ${owned} belongs to two services.`);
  }
  for (const question of content.questions) {
    for (const task of question.tasks) if (!tasks.has(task)) report(question.id, `no exam has the task "${task}".`);
    for (const service of question.services) if (!serviceIds.has(service)) report(question.id, `no service note "${service}".`);
    for (const fact of question.facts) if (!items.has(fact)) report(question.id, `no fact or decision "${fact}".`);
    for (const message of optionMistakes(question)) report(question.id, message);
    const stem = question.stem.replace(/\b(NOT|EXCEPT|LEAST|NEVER)\b/g, '');
    if (/\bwhich\b[^.?]*\b(not|except|never)\b[^.?]*\?/i.test(stem)) report(question.id, 'a negation in what is asked must be in capitals.');
  }
  for (const words of repeats(content.questions.map(({ stem }) => wordsOf(stem)))) {
    const [, second] = content.questions.filter(({ stem }) => wordsOf(stem) === words);
    if (second) report(second.id, 'another question has the same stem.');
  }
  return problems;
}

/** A stem without what may differ although the question is the same; in any script. */
function wordsOf(stem: string): string {
  return stem
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function optionMistakes(question: Content['questions'][number]): string[] {
  if (question.type !== 'choice' && question.type !== 'multiple-response') return [];
  const mistakes: string[] = [];
  const right = question.options.filter(({ correct }) => correct).length;
  if (question.type === 'choice' && right !== 1) mistakes.push(`a choice has one right option, this has ${right}.`);
  if (question.type === 'multiple-response' && (right < 2 || right === question.options.length)) {
    mistakes.push(`a multiple response has two or more right options and a wrong one, this has ${right} right.`);
  }
  const word = ['', 'ONE', 'TWO', 'THREE', 'FOUR'][right] ?? '';
  if (question.type === 'multiple-response' && !question.stem.includes(word)) {
    mistakes.push(`the stem must say how many to choose: "${word}".`);
  }
  for (const { text, correct, tempting } of question.options) {
    if (/\b(all|none|both) of the (above|other)/i.test(text)) mistakes.push(`no "${text}" as an option.`);
    if (correct && tempting !== undefined) mistakes.push('"tempting" is for wrong options only.');
    if (!correct && tempting === undefined) mistakes.push(`the wrong option "${text.slice(0, 40)}" lacks "tempting".`);
  }
  for (const text of repeats(question.options.map((option) => option.text))) mistakes.push(`the option "${text}" stands twice.`);
  return mistakes;
}

function taskReferences(content: Content): Set<string> {
  return new Set(content.exams.flatMap((exam) => exam.domains.flatMap((domain) => domain.tasks.map((task) => `${exam.id}/${task.id}`))));
}

/** Notes that a Markdown body links to: `[text](sqs)` and `[text](sqs#heading)`; web addresses and own headings aside. */
function linkTargets(body: string): string[] {
  return [...body.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(https?:|#)/.test(target))
    .map((target) => target.split('#')[0] ?? '');
}

function repeats(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
