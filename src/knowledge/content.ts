import type { Decision, Exam, Fact, Question, Service, Topic } from './schema';

/** Everything that is known: what `notes/` and the user's own content folders hold, once validated. */
export interface Content {
  readonly exams: readonly Exam[];
  readonly services: readonly Service[];
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
}

/** A service or a topic note: whatever has facts and decisions and can be opened. */
export type Note = Service | Topic;

export const emptyContent: Content = { exams: [], services: [], topics: [], questions: [] };

export function isService(note: Note): note is Service {
  return 'category' in note;
}

export function titleOf(note: Note): string {
  return isService(note) ? note.name : note.title;
}

export interface LocatedFact {
  readonly note: Note;
  readonly fact: Fact;
}

export interface LocatedDecision {
  readonly note: Note;
  readonly decision: Decision;
}

/** `s3#versioning`: how facts and decisions are named from outside their note. */
export function referenceTo(note: Note, item: { readonly id: string }): string {
  return `${note.id}#${item.id}`;
}
