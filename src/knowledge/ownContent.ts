import { dump } from 'js-yaml';
import { checkContent } from './checkContent';
import type { Content } from './content';
import type { Question } from './schema';
import { parseContent, type ContentFile, type ContentProblem } from './parseContent';

/**
 * Reads content of the user's own that adds to what is known. Entries whose id is taken are reported and left
 * out, unless they are questions of a file that `mayReplace`: those stand in place of the known ones, edited. What
 * they say of each other and of the known content is checked, and reported.
 */
export function readOwnContent(
  files: readonly ContentFile[],
  shipped: Content,
  mayReplace: (path: string) => boolean = () => false,
): { content: Content; problems: ContentProblem[] } {
  const parsed = parseContent(files);
  const edited = new Set(parsed.content.questions.map(({ id }) => id).filter((id) => mayReplace(parsed.places.get(id)?.path ?? '')));
  const known: Content = { ...shipped, questions: shipped.questions.filter(({ id }) => !edited.has(id)) };
  const problems = [...parsed.problems];
  const taken = new Set([...known.exams, ...known.services, ...known.topics, ...known.questions].map(({ id }) => id));
  const fresh = <T extends { id: string }>(items: readonly T[]): T[] =>
    items.filter((item) => {
      if (!taken.has(item.id)) return true;
      const place = parsed.places.get(item.id);
      if (place) problems.push({ ...place, message: `The id "${item.id}" belongs to StackDrill's own content; choose another.` });
      return false;
    });
  const content: Content = {
    exams: fresh(parsed.content.exams),
    services: fresh(parsed.content.services),
    topics: fresh(parsed.content.topics),
    questions: fresh(parsed.content.questions),
  };
  const all: Content = {
    exams: [...known.exams, ...content.exams],
    services: [...known.services, ...content.services],
    topics: [...known.topics, ...content.topics],
    questions: [...known.questions, ...content.questions],
  };
  problems.push(...checkContent({ content: all, problems: [], places: parsed.places }).filter(({ path }) => path !== ''));
  return { content, problems };
}

/** A question as a file that can be edited: its history hangs on the id, whatever else changes. */
export function questionFile(question: Question): string {
  return `# Your version of this question; it is used from the moment the file is saved. Keep the id: the history of your\n# answers hangs on it. Delete the file to get StackDrill's version back.\n${dump({ questions: [question] }, { lineWidth: 120, noRefs: true })}`;
}
