import type { Exam } from '../../knowledge/schema';
import type { Calendar } from '../calendar';
import type { DayTally } from '../history';
import type { OverviewAction } from './action';
import { dateOf, dayInWords, dayOfDate } from './days';
import { counted } from './estimate';
import type { Forecast } from './forecast';
import type { StudiedCard } from './studiedCards';

/** Nothing is planned without a date, for a text that is none, on the day itself and after it. */
export type Plan = { readonly state: 'none' | 'unreadable' | 'past' | 'today'; readonly sentence: string } | PlanAhead;

export interface PlanAhead {
  readonly state: 'ahead';
  readonly examDate: string;
  /** Days of study before the exam, today included. */
  readonly daysLeft: number;
  /** Cards that were never answered and are not suspended. */
  readonly unseen: number;
  /** The last day on which new cards are met; the days after it are for reviews. */
  readonly newUntil: string;
  /** What it takes to see every card of `kept` by then. */
  readonly newPerDay: number;
  /** Mean over the plan, roughly: see `planOf`. */
  readonly reviewsPerDay: number;
  readonly minutesPerDay: number;
  readonly feasible: boolean;
  /** Domains to leave aside so that it can be done, the lightest first; empty where it can be. */
  readonly dropped: readonly { readonly domain: string; readonly title: string; readonly cards: number }[];
  readonly mockExams: readonly { readonly date: string; readonly label: string }[];
  readonly today: {
    readonly newCards: number;
    readonly reviews: number;
    readonly minutes: number;
    readonly mockExam: boolean;
    readonly action: OverviewAction;
  };
  readonly sentence: string;
}

export interface PlanOptions {
  readonly calendar: Calendar;
  readonly now: number;
  /** `2026-12-24`; empty or left out for none. */
  readonly examDate?: string;
  /** Mean over the learner's answers; left out where there are none. */
  readonly secondsPerAnswer?: number;
}

/** More new cards a day than this nobody keeps up. */
const mostNewPerDay = 100;
/** Reviews that a new card brings in its first month, wrong answers included: intervals of about 1, 3, 8 and 20 days. */
const reviewsPerNewCard = 4;
const firstMonth = 30;
/** Days at the end without new cards: a fifth of the time, two weeks at most. */
const longestEnd = 14;
const mostMockExams = 12;
const assumedSeconds = 45;

/**
 * The days until the exam. New cards are spread evenly until some days before it. Reviews a day are the backlog and the
 * forecast over the time left (a month of it at most), and four for each new card in its first month.
 */
export function planOf(
  cards: readonly StudiedCard[],
  exam: Exam,
  days: ReadonlyMap<number, DayTally>,
  forecast: Forecast,
  { calendar, now, examDate = '', secondsPerAnswer = assumedSeconds }: PlanOptions,
): Plan {
  if (examDate === '') return { state: 'none', sentence: 'Set the day of your exam, and the days until it are planned here.' };
  const examDay = dayOfDate(examDate);
  if (examDay === undefined) return { state: 'unreadable', sentence: `"${examDate}" is no date. Write the day of your exam as YYYY-MM-DD.` };
  const today = calendar.dayOf(now);
  const daysLeft = examDay - today;
  if (daysLeft < 0) return { state: 'past', sentence: `The day of your exam, ${examDate}, is over. Set the next one, or clear it.` };
  if (daysLeft === 0) return { state: 'today', sentence: 'The exam is today. Review what is due, learn nothing new, and good luck.' };

  const newDays = daysLeft - Math.min(longestEnd, Math.floor(daysLeft / 5));
  const unseenCards = cards.filter(({ tally, suspended }) => !tally && !suspended);
  const doneToday = days.get(today)?.newCards ?? 0;
  // Cards met today count as part of today's portion, or it would shrink and grow while they are answered.
  const perDay = (unseen: number): number => (unseen === 0 ? 0 : Math.ceil((unseen + doneToday) / newDays));
  const feasible = perDay(unseenCards.length) <= mostNewPerDay;
  const { dropped, left } = feasible
    ? { dropped: [], left: unseenCards.length }
    : withoutLightest(unseenCards, exam, (unseen) => perDay(unseen) <= mostNewPerDay);
  const newPerDay = Math.min(mostNewPerDay, perDay(left));

  const horizon = Math.min(daysLeft, forecast.days.length);
  const known = forecast.days.slice(0, horizon).reduce((sum, { due }) => sum + due, forecast.backlog);
  const reviewsPerDay = Math.round(known / horizon + newPerDay * reviewsPerNewCard * Math.min(1, daysLeft / firstMonth));
  const mockDays = mockExamDays(examDay, today);
  const minutes = (answers: number): number => Math.ceil((answers * secondsPerAnswer) / 60);
  const newToday = Math.min(left, Math.max(0, newPerDay - doneToday));
  const reviewsToday = forecast.backlog + (forecast.days[0]?.due ?? 0);
  const planned: Omit<PlanAhead, 'sentence'> = {
    state: 'ahead',
    examDate,
    daysLeft,
    unseen: unseenCards.length,
    newUntil: dateOf(today + newDays - 1),
    newPerDay,
    reviewsPerDay,
    minutesPerDay: minutes(newPerDay + reviewsPerDay),
    feasible,
    dropped,
    mockExams: mockDays.map((day) => ({ date: dateOf(day), label: dayInWords(day) })),
    today: {
      newCards: newToday,
      reviews: reviewsToday,
      minutes: minutes(newToday + reviewsToday),
      mockExam: mockDays.includes(today),
      action: reviewsToday > 0 ? { kind: 'due' } : { kind: 'new' },
    },
  };
  return { ...planned, sentence: sentenceOf(planned) };
}

/** Leaves domains aside, the lightest first, until the rest can be done; the heaviest always stays. */
function withoutLightest(unseen: readonly StudiedCard[], exam: Exam, fits: (unseen: number) => boolean): { dropped: PlanAhead['dropped']; left: number } {
  const lightestFirst = [...exam.domains].sort((one, other) => one.weight - other.weight);
  const kept = new Set(lightestFirst.map(({ id }) => id));
  const dropped: { domain: string; title: string; cards: number }[] = [];
  let left = unseen.length;
  for (const { id, title } of lightestFirst.slice(0, -1)) {
    if (fits(left)) break;
    kept.delete(id);
    const remaining = unseen.filter(({ domains }) => domains.length === 0 || domains.some((domain) => kept.has(domain))).length;
    dropped.push({ domain: id, title, cards: left - remaining });
    left = remaining;
  }
  return { dropped, left };
}

/** A mock exam three days before the exam and one a week before that, at most twelve. */
function mockExamDays(examDay: number, today: number): number[] {
  const mockDays: number[] = [];
  for (let day = examDay - 3; day >= today && mockDays.length < mostMockExams; day -= 7) mockDays.unshift(day);
  return mockDays;
}

function sentenceOf({ daysLeft, unseen, newUntil, newPerDay, reviewsPerDay, feasible, dropped, minutesPerDay }: Omit<PlanAhead, 'sentence'>): string {
  const first = `${counted(daysLeft, 'day', 'days')} to the exam.`;
  const effort = `${counted(reviewsPerDay, 'review', 'reviews')} a day, about ${counted(minutesPerDay, 'minute', 'minutes')} in all`;
  if (unseen === 0) return `${first} You have seen every card: expect ${effort}.`;
  const far = daysLeft > 365 ? ' There is more than a year left, so a slow start does no harm.' : '';
  if (feasible) return `${first} ${counted(newPerDay, 'new card', 'new cards')} a day until ${newUntil} shows you all of them; expect ${effort}.${far}`;
  const tooMany = `${first} The ${counted(unseen, 'card', 'cards')} that you have not seen are too many: more than ${mostNewPerDay} a day.`;
  const aside = dropped.map(({ domain }) => domain).join(', ');
  if (aside === '') return `${tooMany} Take ${newPerDay} a day until ${newUntil}, the weakest first; expect ${effort}.`;
  return `${tooMany} Leave aside what weighs least (domain ${aside}) and take ${newPerDay} a day until ${newUntil}; expect ${effort}.`;
}
