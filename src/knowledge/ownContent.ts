import { checkContent } from './checkContent';
import type { Content } from './content';
import { parseContent, type ContentFile, type ContentProblem } from './parseContent';

/**
 * Reads content of the user's own that adds to what is known. Entries whose id is taken are reported and left
 * out; what they say of each other and of the known content is checked, and reported.
 */
export function readOwnContent(files: readonly ContentFile[], known: Content): { content: Content; problems: ContentProblem[] } {
  const parsed = parseContent(files);
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
