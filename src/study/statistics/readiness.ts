import type { Exam } from '../../knowledge/schema';
import type { OverviewAction } from './action';
import { counted, estimateOf, percent, type Estimate } from './estimate';
import { grouped, type StudiedCard } from './studiedCards';

export interface DomainReadiness {
  readonly domain: string;
  readonly title: string;
  /** Percent of the exam. */
  readonly weight: number;
  /** Share of the domain that would be right today, with its interval of 90 %. */
  readonly ready: Estimate;
  readonly cards: number;
  readonly seen: number;
  readonly answers: number;
  readonly action: OverviewAction;
}

export interface Readiness {
  /** Over the exam, by the weights of its domains. */
  readonly ready: Estimate;
  readonly cards: number;
  readonly seen: number;
  readonly domains: readonly DomainReadiness[];
  /** The domain in which most of the exam is still to be gained; nothing where no domain has a card. */
  readonly weakest: string | undefined;
  readonly sentence: string;
  /** What the figures rest on, for those who want to know. */
  readonly method: string;
}

/** Share of unseen cards that is right without having studied them: between one in four options and an elimination or two. */
const guessing = 0.3;
/** How many first answers that assumption is worth. */
const guessingAnswers = 8;

/** Mean and variances of a domain before they are joined over the exam. */
interface Moments {
  readonly mean: number;
  /** Of the cards seen and of which unseen cards would be right: independent between domains. */
  readonly variance: number;
  /** Of the assumption about unseen cards: it is the same assumption everywhere, so its errors add up. */
  readonly shared: number;
}

/**
 * How much of the exam would be right today. A seen card counts with FSRS's predicted recall; one that was only met in a mock
 * exam or in cramming with its share of right answers, shrunk to the guess; an unseen one with the share of first answers
 * that were right in its domain, shrunk to guessing as if 8 more answers had been right to 30 %. `correction` multiplies the
 * predicted recall: see `recallCorrection`.
 *
 * The interval: the mean of seen cards varies as a Beta posterior with one observation a card (the exam asks other questions
 * than the cards do); unseen cards add the variance of their assumed share and that of which of them would be right.
 */
export function readinessOf(cards: readonly StudiedCard[], exam: Exam, correction = 1): Readiness {
  const byDomain = grouped(cards, ({ domains }) => domains);
  const total = exam.domains.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let mean = 0;
  let variance = 0;
  let shared = 0;
  const domains = exam.domains.map(({ id, title, weight }): DomainReadiness => {
    const own = byDomain.get(id) ?? [];
    const moments = momentsOf(own, correction);
    const share = weight / total;
    mean += share * moments.mean;
    variance += share ** 2 * moments.variance;
    shared += share * Math.sqrt(moments.shared);
    return {
      domain: id,
      title,
      weight,
      ready: estimateOf(moments.mean, moments.variance + moments.shared),
      cards: own.length,
      seen: own.filter(({ tally }) => tally).length,
      answers: own.reduce((sum, { tally }) => sum + (tally?.answers ?? 0), 0),
      action: { kind: 'domain', exam: exam.id, domain: id },
    };
  });
  const ready = estimateOf(mean, variance + shared ** 2);
  const ofExam = cards.filter((card) => card.domains.length > 0);
  const seen = ofExam.filter(({ tally }) => tally).length;
  const weakest = weakestOf(domains);
  return {
    ready,
    cards: ofExam.length,
    seen,
    domains,
    weakest: weakest?.domain,
    sentence: sentenceOf(ready, ofExam.length, seen, weakest),
    method: `The figure is the predicted recall of every card, multiplied by ${correction.toFixed(2)} for how your recall compared with the prediction so far, and weighted as the exam weighs its domains. Cards you have not seen count as in your first answers; without any, as guessing: ${percent(guessing)} right. The exam's own questions are different ones, so the interval (90 %) stays wide until you have seen much of it.`,
  };
}

function momentsOf(cards: readonly StudiedCard[], correction: number): Moments {
  let seen = 0;
  let recalled = 0;
  let firstRight = 0;
  for (const { tally, recall, firstRight: right } of cards) {
    if (!tally) continue;
    seen++;
    recalled += recall === undefined ? (guessing * guessingAnswers + tally.right) / (guessingAnswers + tally.answers) : Math.min(1, correction * recall);
    if (right === true) firstRight++;
  }
  const observations = guessingAnswers + seen;
  const unseenMean = (guessing * guessingAnswers + firstRight) / observations;
  // A domain without cards is as unknown as one with none seen.
  const seenShare = cards.length === 0 ? 0 : seen / cards.length;
  const unseenShare = 1 - seenShare;
  const seenMean = seen === 0 ? 0 : recalled / seen;
  const unseen = Math.max(1, cards.length - seen);
  return {
    mean: seenShare * seenMean + unseenShare * unseenMean,
    variance: seenShare ** 2 * ((seenMean * (1 - seenMean)) / (seen + 1)) + unseenShare ** 2 * ((unseenMean * (1 - unseenMean)) / unseen),
    shared: unseenShare ** 2 * ((unseenMean * (1 - unseenMean)) / (observations + 1)),
  };
}

function weakestOf(domains: readonly DomainReadiness[]): DomainReadiness | undefined {
  const toGain = ({ weight, ready }: DomainReadiness): number => weight * (1 - ready.value);
  return domains.filter(({ cards }) => cards > 0).sort((one, other) => toGain(other) - toGain(one))[0];
}

function sentenceOf(ready: Estimate, cards: number, seen: number, weakest: DomainReadiness | undefined): string {
  if (cards === 0) return 'There are no cards for this exam yet.';
  if (seen === 0)
    return `Nothing is known yet: you have answered none of ${counted(cards, 'card', 'cards')}. Guessing alone would be right on about ${percent(ready.value)}.`;
  const first = `Ready for about ${percent(ready.value)} of the exam, between ${percent(ready.low)} and ${percent(ready.high)}; it rests on ${seen.toLocaleString('en-US')} of ${counted(cards, 'card', 'cards')}.`;
  return weakest ? `${first} Most is to be gained in domain ${weakest.domain}, ${weakest.title}.` : first;
}
