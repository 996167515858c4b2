import { isService, type Content, type Note } from '../../src/knowledge/content';
import { isOptionQuestion } from '../../src/study/session';
import { wordsIn } from './figures';

/** What is wrong with a note or question beyond what the format can say; `id` names it. */
export interface QualityProblem {
  readonly id: string;
  readonly message: string;
}

/** Words in a stem, and in an option; the exams' longest stems run to about 130 words. */
const stemWords = { least: 8, most: 140 };
const optionWords = 60;

/** A sentence that says of itself that it is old would give the answer of "then and now" away. */
const givesAway =
  /\b(no longer|nowadays|today|formerly|(old|older|outdated) (notes?|material|courses?|guides?)|used to|back then|at the time|until \d{4}|before \d{4})\b/i;

export function qualityProblems(content: Content): QualityProblem[] {
  const problems: QualityProblem[] = [];
  const report = (id: string, message: string): void => void problems.push({ id, message });
  for (const note of [...content.services, ...content.topics] as readonly Note[]) {
    for (const item of [...note.facts, ...note.decisions]) {
      for (const { statement } of item.was ?? []) {
        const [words] = givesAway.exec(statement) ?? [];
        if (words !== undefined) report(note.id, `"was" of ${item.id} says "${words}"; write the sentence that an out-of-date source would assert.`);
      }
    }
    if (isService(note) && note.status.state === 'current' && note.facts.length === 0) report(note.id, 'a sheet without a fact.');
  }
  for (const question of content.questions) {
    const words = wordsIn(question.stem);
    if (words < stemWords.least || words > stemWords.most)
      report(question.id, `the stem has ${words} words; the exams' have ${stemWords.least} to ${stemWords.most}.`);
    if (isOptionQuestion(question)) {
      for (const { text } of question.options)
        if (wordsIn(text) > optionWords) report(question.id, `an option of ${wordsIn(text)} words: "${text.slice(0, 40)}".`);
    }
  }
  for (const [one, other, alike] of nearDuplicates(content.questions)) report(other, `its stem is ${Math.round(100 * alike)} % like that of ${one}.`);
  return problems;
}

/** Pairs of stems that share more than `limit` of their runs of three words (Jaccard), with how much they share. */
export function nearDuplicates(questions: readonly { id: string; stem: string }[], limit = 0.4): [string, string, number][] {
  const runs = questions.map(({ stem }) => runsOf(stem));
  const holders = new Map<string, number[]>();
  const pairs: [string, string, number][] = [];
  questions.forEach(({ id }, index) => {
    const shared = new Map<number, number>();
    for (const run of runs[index] ?? []) {
      const earlier = holders.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...earlier, index]);
    }
    for (const [other, count] of shared) {
      const alike = count / ((runs[index]?.size ?? 0) + (runs[other]?.size ?? 0) - count);
      if (alike > limit) pairs.push([questions[other]?.id ?? '', id, alike]);
    }
  });
  return pairs;
}

function runsOf(stem: string): Set<string> {
  const words = stem.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}
