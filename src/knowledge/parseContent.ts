import type { z } from 'zod';
import { LineIndex, type Position } from '../syntax/lines';
import { entryOf, scalarValue, type SyntaxNode } from '../syntax/node';
import { parseYaml } from '../syntax/yaml';
import type { Content } from './content';
import { examSchema, questionListSchema, questionSchema, serviceSchema, topicSchema, type Exam, type Question, type Service, type Topic } from './schema';

/** A content file: its path relative to the content folder, with `/`, and its text. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

export interface ContentProblem {
  readonly path: string;
  /** Line and column, counted from 0. */
  readonly position: Position;
  readonly message: string;
}

export interface ParsedContent {
  readonly content: Content;
  readonly problems: readonly ContentProblem[];
  /** Where each note and question stands, by its id, for messages about them. */
  readonly places: ReadonlyMap<string, { path: string; position: Position }>;
}

/**
 * Reads a content folder. What is sound is kept; every file or entry that is not is reported with its
 * place and left out. Relations between files are checked by `checkContent`.
 */
export function parseContent(files: readonly ContentFile[]): ParsedContent {
  const reader = new ContentReader();
  for (const file of files) reader.read(file);
  return reader;
}

class ContentReader implements ParsedContent {
  readonly content = { exams: [] as Exam[], services: [] as Service[], topics: [] as Topic[], questions: [] as Question[] };
  readonly problems: ContentProblem[] = [];
  readonly places = new Map<string, { path: string; position: Position }>();

  read(file: ContentFile): void {
    const [folder = ''] = file.path.split('/');
    switch (folder) {
      case 'exams':
        return this.#exam(file);
      case 'services':
        return this.#note(file, serviceSchema, this.content.services);
      case 'topics':
        return this.#note(file, topicSchema, this.content.topics);
      case 'questions':
        return this.#questions(file);
      default:
        this.#report(file, 0, `This folder is not one of exams, services, topics and questions, so the file is not read.`);
    }
  }

  #exam(file: ContentFile): void {
    const root = this.#yaml(file, file.text, 0);
    const exam = root && this.#validate(file, examSchema, root, 0);
    if (exam) this.#keep(file, root.start, exam, this.content.exams);
  }

  #note<T extends { id: string }>(file: ContentFile, schema: z.ZodType<T>, notes: (T & { body: string })[]): void {
    const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(file.text);
    if (!match?.[1]) {
      this.#report(file, 0, 'A note starts with its front matter between two lines of ---.');
      return;
    }
    const offset = match[0].indexOf(match[1]);
    const root = this.#yaml(file, match[1], offset);
    const note = root && this.#validate(file, schema, root, offset);
    if (!note) return;
    const name = file.path.split('/').at(-1)?.replace(/\.md$/, '');
    if (note.id !== name) {
      this.#report(file, offset, `The id "${note.id}" and the file's name "${name}" differ; they must be the same.`);
      return;
    }
    this.#keep(file, offset, { ...note, body: file.text.slice(match[0].length).trim() }, notes);
  }

  #questions(file: ContentFile): void {
    const root = this.#yaml(file, file.text, 0);
    if (!root || !this.#validate(file, questionListSchema, root, 0)) return;
    const list = nodeAt(root, ['questions']);
    if (list?.kind !== 'sequence') return;
    list.items.forEach((node, index) => {
      const question = this.#validate(file, questionSchema, node, 0, ['questions', index]);
      if (question) this.#keep(file, node.start, question, this.content.questions);
    });
  }

  #keep<T extends { id: string }>(file: ContentFile, offset: number, item: T, list: T[]): void {
    const known = this.places.get(item.id);
    if (known) {
      this.#report(file, offset, `The id "${item.id}" is taken: ${known.path}:${known.position.line + 1} has it too.`);
      return;
    }
    this.places.set(item.id, { path: file.path, position: new LineIndex(file.text).positionAt(offset) });
    list.push(item);
  }

  #yaml(file: ContentFile, text: string, offset: number): SyntaxNode | undefined {
    const { documents, problems } = parseYaml(text);
    for (const problem of problems) this.#report(file, offset + problem.start, problem.message);
    if (problems.length > 0) return undefined;
    if (!documents[0]) this.#report(file, offset, 'The file is empty.');
    if (documents[1]) this.#report(file, offset + documents[1].start, 'A file holds one YAML document; this and later ones are not read.');
    return documents[0];
  }

  /** What a node holds, where the schema allows it; `parents` are the steps to it, for messages. */
  #validate<T>(file: ContentFile, schema: z.ZodType<T>, root: SyntaxNode, offset: number, parents: readonly (string | number)[] = []): T | undefined {
    const result = schema.safeParse(toValue(root));
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      const node = nodeAt(root, path) ?? root;
      const named = issue.code === 'unrecognized_keys' ? entryOf(node, issue.keys[0] ?? '')?.key : undefined;
      const steps = [...parents, ...path];
      const where = steps.length === 0 ? '' : `${steps.join('.')}: `;
      this.#report(file, offset + (named ?? node).start, `${where}${issue.message}`);
    }
    return undefined;
  }

  #report(file: ContentFile, offset: number, message: string): void {
    this.problems.push({ path: file.path, position: new LineIndex(file.text).positionAt(offset), message });
  }
}

function toValue(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return scalarValue(node);
    case 'sequence':
      return node.items.map(toValue);
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toValue(value)]));
  }
}

/** The node at a path of keys and indices, or the nearest one above it that exists. */
function nodeAt(root: SyntaxNode, path: readonly (string | number)[]): SyntaxNode | undefined {
  let node: SyntaxNode = root;
  for (const step of path) {
    let next: SyntaxNode | undefined;
    if (node.kind === 'sequence' && typeof step === 'number') next = node.items[step];
    else if (node.kind === 'mapping') next = node.entries.find(({ key }) => key.text === String(step))?.value;
    if (!next) return node;
    node = next;
  }
  return node;
}
