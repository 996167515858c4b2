import assert from 'node:assert/strict';
import type { Content } from '../../../src/knowledge/content';
import { parseContent, type ContentFile, type ContentProblem, type ParsedContent } from '../../../src/knowledge/parseContent';

/** Fields of an entry as its file would name them; JSON is YAML too, so that is how they are written. */
export type Fields = Readonly<Record<string, unknown>>;

export const page = 'https://docs.aws.amazon.com/a.html';
const checked = '2026-01-02';

export function fact(id: string, fields: Fields = {}): Fields {
  return { id, statement: `What ${id} is.`, kind: 'limit', source: page, checked, ...fields };
}

export function decision(id: string, fields: Fields = {}): Fields {
  return { id, need: `A need of ${id}.`, not: 'Not this.', use: 'Use that.', why: 'It fits.', source: page, checked, ...fields };
}

export function service(id: string, fields: Fields = {}, body = ''): ContentFile {
  const all = {
    id,
    name: `Amazon ${id}`,
    summary: `What ${id} does.`,
    category: 'storage',
    status: { state: 'current' },
    page,
    tasks: ['exam-1/1.1'],
    ...fields,
  };
  return { path: `services/${id}.md`, text: `---\n${JSON.stringify(all)}\n---\n${body}\n` };
}

export function topic(id: string, fields: Fields = {}, body = ''): ContentFile {
  const all = { id, title: `About ${id}`, summary: `What ${id} means.`, tasks: ['exam-1/1.1'], ...fields };
  return { path: `topics/${id}.md`, text: `---\n${JSON.stringify(all)}\n---\n${body}\n` };
}

export function exam(id = 'exam-1', fields: Fields = {}): ContentFile {
  const tasks = (domain: number): Fields[] => [1, 2].map((task) => ({ id: `${domain}.${task}`, title: `Task ${domain}.${task}` }));
  const domains = [1, 10].map((domain) => ({ id: String(domain), title: `Domain ${domain}`, weight: 50, tasks: tasks(domain) }));
  const sitting = { questions: 65, unscored: 15, minutes: 130 };
  const all = { id, code: 'EX-1', title: 'Exam', state: 'current', since: '2022-08', ...sitting, domains, source: page, checked, ...fields };
  return { path: `exams/${id}.yaml`, text: JSON.stringify(all) };
}

export function options(right: number, wrong: number): Fields[] {
  const option = (kind: string, index: number): Fields => ({ text: `${kind} option ${index}`, rationale: 'Because.' });
  return [
    ...Array.from({ length: right }, (_, index) => ({ ...option('Right', index), correct: true })),
    ...Array.from({ length: wrong }, (_, index) => ({ ...option('Wrong', index), tempting: 'It looks right.' })),
  ];
}

export function question(id: string, fields: Fields = {}): Fields {
  const refers = { tasks: ['exam-1/1.1'], services: ['sqs'], facts: ['sqs#size'] };
  return { id, type: 'choice', ...refers, level: 'apply', stem: `What of ${id}?`, options: options(1, 3), sources: [page], checked, ...fields };
}

export function questions(...list: readonly Fields[]): ContentFile {
  return { path: 'questions/some.yaml', text: JSON.stringify({ questions: list }) };
}

/** Reads files that are sound one by one. */
export function parsed(...files: readonly ContentFile[]): ParsedContent {
  const result = parseContent(files);
  assert.deepEqual(result.problems, []);
  return result;
}

export function contentOf(...files: readonly ContentFile[]): Content {
  return parsed(...files).content;
}

/** `services/sqs.md:2:1: message`, counted from 1 as people do. */
export function told(problems: readonly ContentProblem[]): string[] {
  return problems.map(({ path, position, message }) => `${path}:${position.line + 1}:${position.column + 1}: ${message}`);
}
