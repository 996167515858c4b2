import { isService, referenceTo, titleOf, type Content, type Note } from './content';
import type { Fact, Question } from './schema';

/** What older study material says, and what is true instead. */
export interface Change {
  readonly note: Note;
  /** `sqs#message-size`. */
  readonly reference: string;
  readonly now: string;
  readonly was: NonNullable<Fact['was']>;
  readonly source: string;
}

type ChoiceQuestion = Extract<Question, { type: 'choice' }>;

const questionStart = 'then-and-now:';
const wrongOptions = 3;

/** Every fact and decision that has changed, in the order of the notes. */
export function changesOf(content: Content): Change[] {
  const notes: readonly Note[] = [...content.services, ...content.topics];
  return notes.flatMap((note) => [...factChanges(note), ...decisionChanges(note)]);
}

/**
 * One question for each fact that has changed: which statement is true today? The wrong options are what older material
 * says of the same note, so never more than one is right; where the note has only one older statement there are two options.
 */
export function changeQuestions(content: Content): ChoiceQuestion[] {
  const notes: readonly Note[] = [...content.services, ...content.topics];
  return notes.flatMap((note) => {
    const changed = factChanges(note);
    return changed.map((change, index) => questionOf(change, [...changed.slice(index), ...changed.slice(0, index)]));
  });
}

function factChanges(note: Note): Change[] {
  return note.facts.flatMap((fact) =>
    fact.was ? [{ note, reference: referenceTo(note, fact), now: fact.statement, was: fact.was, source: fact.source }] : [],
  );
}

function decisionChanges(note: Note): Change[] {
  return note.decisions.flatMap((decision) => {
    const { was, need, use, source } = decision;
    return was ? [{ note, reference: referenceTo(note, decision), now: `${need} ${use}`, was, source }] : [];
  });
}

/** `siblings` begin with the change itself, so that its own older statements come first. */
function questionOf({ note, reference, now, was, source }: Change, siblings: readonly Change[]): ChoiceQuestion {
  const older = siblings.flatMap((sibling) => sibling.was.map((one) => ({ ...one, today: sibling.now })));
  const sources = [source, ...was.flatMap((one) => one.source ?? [])];
  const fact = note.facts.find((one) => referenceTo(note, one) === reference);
  return {
    type: 'choice',
    id: `${questionStart}${reference}`,
    tasks: note.tasks,
    services: isService(note) ? [note.id] : note.services,
    facts: [reference],
    level: 'remember',
    stem: `${titleOf(note)}: which of these statements is true today?`,
    options: [
      { text: now, correct: true, rationale: 'This is what holds today.' },
      ...older.slice(0, wrongOptions).map(({ statement, until, today }) => ({
        text: statement,
        correct: false,
        rationale: `${until === undefined ? 'Out of date.' : `Out of date since ${until}.`} Today: ${today}`,
        tempting: 'Older study material says so.',
      })),
    ],
    sources: [...new Set(sources)],
    checked: fact?.checked ?? '',
  };
}
