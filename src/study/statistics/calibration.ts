import type { Exam } from '../../knowledge/schema';
import type { SurenessTally, Tally } from '../history';
import type { Sureness } from '../review';
import type { OverviewAction } from './action';
import { counted, percent, wilson, type Estimate } from './estimate';
import { grouped, type StudiedCard } from './studiedCards';

/** The share of right answers that each degree of sureness claims; a guess is one of four options. */
export const statedConfidence: Readonly<Record<Sureness, number>> = { guess: 0.25, 'think-so': 0.7, sure: 0.95 };

const degrees: readonly { readonly sureness: Sureness; readonly label: string }[] = [
  { sureness: 'guess', label: 'A guess' },
  { sureness: 'think-so', label: 'I think so' },
  { sureness: 'sure', label: 'Sure' },
];

export interface CalibrationRow {
  readonly sureness: Sureness;
  readonly label: string;
  readonly stated: number;
  readonly answers: number;
  readonly right: number;
  /** With its interval of 90 %; nothing without answers. */
  readonly share?: Estimate;
  readonly action: OverviewAction;
}

/** A domain or service about which the learner is surer, or less sure, than the answers bear out. */
export interface CalibrationFinding {
  readonly about: string;
  readonly direction: 'too sure' | 'too unsure';
  readonly answers: number;
  readonly right: number;
  /** Mean stated confidence less the share right, with its interval of 98 %: it does not hold 0. */
  readonly difference: Estimate;
  readonly sentence: string;
  readonly action: OverviewAction;
}

export interface Calibration {
  readonly rows: readonly CalibrationRow[];
  /** Answers with a sureness. */
  readonly answers: number;
  /** Mean squared distance of stated confidence from 1 for a right and 0 for a wrong answer; nothing without answers. */
  readonly brier?: number;
  /** The same for someone who always states the share that is right. */
  readonly baseline?: number;
  /** What the learner is too sure about first, then the largest. */
  readonly findings: readonly CalibrationFinding[];
  readonly sentence: string;
  readonly method: string;
}

/** Fewer answers say nothing about a domain or a service. */
const leastAnswers = 8;
/** 98 %: a hundred services are looked at, so that at 90 % five would be accused by chance. */
const findingQuantile = 2.3263;
/** After thousands of answers the least difference is beyond chance; a smaller one than this is not worth a sentence. */
const leastDifference = 0.1;

/** How sure against how right, over all answers that have a sureness, whatever their exam; findings over the deck. */
export function calibrationOf(
  tallies: Iterable<SurenessTally>,
  cards: readonly StudiedCard[],
  exam: Exam,
  serviceName: (service: string) => string,
): Calibration {
  const total = sumOf(tallies);
  const rows = degrees.map(({ sureness, label }): CalibrationRow => {
    const { answers, right } = total[sureness];
    const share = wilson(right, answers);
    const plain = { sureness, label, stated: statedConfidence[sureness], answers, right, action: { kind: 'sureness', sureness } as const };
    return share ? { ...plain, share } : plain;
  });
  const scores = scoresOf(total);
  const findings = [
    ...findingsAbout(
      grouped(cards, ({ domains }) => domains),
      (domain) => `domain ${domain}, ${exam.domains.find(({ id }) => id === domain)?.title ?? ''}`,
      (domain) => ({ kind: 'domain', exam: exam.id, domain }),
    ),
    ...findingsAbout(
      grouped(cards, ({ info }) => info.services),
      serviceName,
      (service) => ({ kind: 'service', service }),
    ),
  ].sort(
    (one, other) => Number(other.difference.value > 0) - Number(one.difference.value > 0) || Math.abs(other.difference.value) - Math.abs(one.difference.value),
  );
  return { rows, ...scores, findings, sentence: sentenceOf(rows, scores), method };
}

const method = `A guess counts as ${percent(statedConfidence.guess)} sure (one of four options), "I think so" as ${percent(statedConfidence['think-so'])}, "sure" as ${percent(statedConfidence.sure)}. The Brier score is the mean squared distance from what came true: 0 is perfect, and lower is better.`;

interface Scores {
  readonly answers: number;
  readonly brier?: number;
  readonly baseline?: number;
}

function scoresOf(tally: SurenessTally): Scores {
  let answers = 0;
  let right = 0;
  let squares = 0;
  for (const { sureness } of degrees) {
    const stated = statedConfidence[sureness];
    const sum = tally[sureness];
    answers += sum.answers;
    right += sum.right;
    squares += sum.right * (1 - stated) ** 2 + (sum.answers - sum.right) * stated ** 2;
  }
  if (answers === 0) return { answers };
  const share = right / answers;
  return { answers, brier: squares / answers, baseline: share * (1 - share) };
}

function sentenceOf(rows: readonly CalibrationRow[], { answers, brier, baseline }: Scores): string {
  if (brier === undefined || baseline === undefined) return 'Say how sure you are when you answer: this then shows whether you know what you know.';
  const sure = rows.find(({ sureness }) => sureness === 'sure');
  const first = sure?.share
    ? `Where you were sure, you were right on ${percent(sure.share.value)} of ${counted(sure.answers, 'answer', 'answers')}.`
    : `You have not been sure of any of ${counted(answers, 'answer', 'answers')}.`;
  if (answers < 30) return `${first} These are too few answers to judge by.`;
  const scores = `Brier score ${brier.toFixed(2)}, against ${baseline.toFixed(2)} for always stating your average.`;
  const verdict = brier < baseline ? 'Your sureness tells right answers from wrong ones.' : 'Your sureness does not tell right answers from wrong ones yet.';
  return `${first} ${scores} ${verdict}`;
}

function findingsAbout(
  groups: ReadonlyMap<string, readonly StudiedCard[]>,
  nameOf: (key: string) => string,
  actionOf: (key: string) => OverviewAction,
): CalibrationFinding[] {
  return [...groups].flatMap(([key, cards]) => {
    const tally = emptySum();
    for (const card of cards) if (card.tally) addAll(tally, card.tally.sureness);
    const finding = findingOf(tally, nameOf(key), actionOf(key));
    return finding ? [finding] : [];
  });
}

function findingOf(tally: SurenessTally, about: string, action: OverviewAction): CalibrationFinding | undefined {
  let answers = 0;
  let right = 0;
  let claimed = 0;
  for (const { sureness } of degrees) {
    answers += tally[sureness].answers;
    right += tally[sureness].right;
    claimed += statedConfidence[sureness] * tally[sureness].answers;
  }
  const share = wilson(right, answers, findingQuantile);
  if (!share || answers < leastAnswers) return undefined;
  const stated = claimed / answers;
  const difference = { value: stated - share.value, low: stated - share.high, high: stated - share.low };
  if (Math.abs(difference.value) < leastDifference) return undefined;
  if (difference.low > 0) return { about, direction: 'too sure', answers, right, difference, action, sentence: tooSure(about, tally, answers, right, stated) };
  if (difference.high >= 0) return undefined;
  const sentence = `You know more about ${about} than you think: right on ${right} of ${counted(answers, 'answer', 'answers')}, where your sureness claimed ${percent(stated)}.`;
  return { about, direction: 'too unsure', answers, right, difference, action, sentence };
}

function tooSure(about: string, { sure }: SurenessTally, answers: number, right: number, stated: number): string {
  const first = `You are surer than you should be about ${about}:`;
  // The sure answers say it best, where they are most of what went wrong.
  if (sure.answers >= leastAnswers / 2 && 2 * (sure.answers - sure.right) >= answers - right)
    return `${first} sure on ${counted(sure.answers, 'answer', 'answers')}, right on ${sure.right} of them.`;
  return `${first} right on ${right} of ${counted(answers, 'answer', 'answers')}, where your sureness claimed ${percent(stated)}.`;
}

function sumOf(tallies: Iterable<SurenessTally>): SurenessTally {
  const sum = emptySum();
  for (const tally of tallies) addAll(sum, tally);
  return sum;
}

function emptySum(): SurenessTally {
  return { guess: { answers: 0, right: 0 }, 'think-so': { answers: 0, right: 0 }, sure: { answers: 0, right: 0 } };
}

function addAll(sum: SurenessTally, tally: SurenessTally): void {
  add(sum.guess, tally.guess);
  add(sum['think-so'], tally['think-so']);
  add(sum.sure, tally.sure);
}

function add(sum: Tally, { answers, right }: Tally): void {
  sum.answers += answers;
  sum.right += right;
}
