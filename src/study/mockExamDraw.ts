import type { Exam, Question } from '../knowledge/schema';
import { crc32 } from './crc32';
import type { Preset } from './mockExamPresets';
import { seededRandom, shuffled } from './random';
import { isOptionQuestion, type OptionQuestion } from './session';

export interface Draw {
  /** In the order in which they are asked. */
  readonly picked: readonly DrawnQuestion[];
  /** Domains with too few questions; other domains fill their places. */
  readonly shortfall: readonly DomainShortfall[];
  /** Places that stay empty because no domain has a question left. */
  readonly missing: number;
}

export interface DrawnQuestion {
  readonly question: OptionQuestion;
  /** The exam task that it was drawn for, `sap-c02/2.4`. */
  readonly task: string;
  /** Order in which the options are shown, as indices into the question's. */
  readonly order: readonly number[];
  /** How many options are to be picked. */
  readonly picks: number;
  readonly fingerprint: string;
}

export interface DomainShortfall {
  readonly domain: string;
  /** By the domain's weight. */
  readonly wanted: number;
  readonly found: number;
}

interface Candidate {
  readonly question: OptionQuestion;
  /** Its tasks within one domain. */
  readonly tasks: readonly string[];
  /** How many earlier mock exams asked it. */
  readonly times: number;
  /** Number of the last of them, -1 for none. */
  readonly last: number;
}

interface DomainPool {
  readonly domain: string;
  readonly weight: number;
  readonly candidates: readonly Candidate[];
}

/**
 * Draws a mock exam: from each domain by its weight, from the domain's tasks in turn, and always those that were asked
 * least often, among them least recently; so nothing comes again before all of its domain were asked. `past` names the
 * questions of each earlier mock exam, the oldest first. The same input and seed make the same draw, whatever the order
 * of the questions.
 */
export function drawQuestions(
  exam: Exam,
  questions: readonly Question[],
  { preset, seed, past }: { preset: Pick<Preset, 'questions' | 'domains'>; seed: number; past: readonly (readonly string[])[] },
): Draw {
  const random = seededRandom(seed);
  const sorted = questions.filter(isOptionQuestion).sort((one, other) => (one.id < other.id ? -1 : 1));
  const pools = poolsOf(exam, preset.domains, shuffled(sorted, random), past);
  const taken = new Map<string, { question: OptionQuestion; task: string }>();
  const wanted = apportioned(
    preset.questions,
    pools.map(({ weight }) => weight),
  );

  // A question may stand in two domains: the one that can spare least takes first.
  const quotas = pools.map((pool, index) => ({ pool, wanted: wanted[index] ?? 0 }));
  const shortfall: DomainShortfall[] = [];
  for (const quota of quotas.toSorted((one, other) => one.pool.candidates.length - one.wanted - (other.pool.candidates.length - other.wanted))) {
    const found = take(quota.pool, quota.wanted, taken);
    if (found < quota.wanted) shortfall.push({ domain: quota.pool.domain, wanted: quota.wanted, found });
  }
  fill(pools, preset.questions, taken);

  const picked = shuffled([...taken.values()], random).map(({ question, task }) => ({
    question,
    task,
    order: shuffled([...question.options.keys()], random),
    picks: picksOf(question),
    fingerprint: fingerprintOf(question),
  }));
  const inOrder = exam.domains.flatMap(({ id }) => shortfall.filter(({ domain }) => domain === id));
  return { picked, shortfall: inOrder, missing: preset.questions - picked.length };
}

/** How many options are to be picked. */
export function picksOf(question: OptionQuestion): number {
  return question.options.filter(({ correct }) => correct).length;
}

/** Differs where what is asked, an option or what is right was changed. */
export function fingerprintOf(question: OptionQuestion): string {
  return crc32(JSON.stringify([question.stem, question.options.map(({ text, correct }) => [text, correct])]));
}

/** Shares out places by weight, largest remainders first; weights that are all 0 count alike. */
export function apportioned(places: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (places * weight) / sum : places / weights.length));
  const whole = exact.map(Math.floor);
  const rest = places - whole.reduce((total, part) => total + part, 0);
  const remainders = exact.map((part, index) => ({ index, remainder: part - Math.floor(part) })).sort((one, other) => other.remainder - one.remainder);
  const winners = new Set(remainders.slice(0, rest).map(({ index }) => index));
  return whole.map((part, index) => part + (winners.has(index) ? 1 : 0));
}

function poolsOf(exam: Exam, domains: readonly string[], questions: readonly OptionQuestion[], past: readonly (readonly string[])[]): DomainPool[] {
  const asked = new Map<string, { times: number; last: number }>();
  past.forEach((ids, last) => {
    for (const id of ids) asked.set(id, { times: (asked.get(id)?.times ?? 0) + 1, last });
  });
  return exam.domains
    .filter(({ id }) => domains.includes(id))
    .map(({ id, weight }) => ({
      domain: id,
      weight,
      candidates: questions.flatMap((question) => {
        const tasks = question.tasks.filter((task) => task.startsWith(`${exam.id}/${id}.`));
        return tasks.length > 0 ? [{ question, tasks, ...(asked.get(question.id) ?? { times: 0, last: -1 }) }] : [];
      }),
    }));
}

/** Takes questions of a domain, as many as are wanted or there are, and tells how many. */
function take({ candidates }: DomainPool, wanted: number, taken: Map<string, { question: OptionQuestion; task: string }>): number {
  const perTask = new Map<string, number>();
  for (const { task } of taken.values()) perTask.set(task, (perTask.get(task) ?? 0) + 1);
  for (let found = 0; found < wanted; found++) {
    const open = candidates.filter(({ question }) => !taken.has(question.id));
    const [best] = open
      .flatMap(({ question, tasks, times, last }) => tasks.map((task) => ({ question, task, times, last, picked: perTask.get(task) ?? 0 })))
      .sort((one, other) => one.times - other.times || one.picked - other.picked || one.last - other.last);
    if (!best) return found;
    taken.set(best.question.id, best);
    perTask.set(best.task, best.picked + 1);
  }
  return wanted;
}

/** Fills places that are still empty from the domains that have questions left, by their weights. */
function fill(pools: readonly DomainPool[], places: number, taken: Map<string, { question: OptionQuestion; task: string }>): void {
  for (;;) {
    const open = pools.filter(({ candidates }) => candidates.some(({ question }) => !taken.has(question.id)));
    if (taken.size >= places || open.length === 0) return;
    const shares = apportioned(
      places - taken.size,
      open.map(({ weight }) => weight),
    );
    open.forEach((pool, index) => take(pool, shares[index] ?? 0, taken));
  }
}
