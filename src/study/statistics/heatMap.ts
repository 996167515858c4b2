import type { DayTally } from '../history';
import type { OverviewAction } from './action';
import { dateInWords, dateOf, dayInWords, weekOf } from './days';
import { counted } from './estimate';

export interface HeatDay {
  readonly day: number;
  readonly date: string;
  readonly label: string;
  readonly answers: number;
  readonly right: number;
  /** 0 for no answer, then 1 to 4 by quarters of the days that have answers. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** Nothing on days without answers. */
  readonly action?: OverviewAction;
}

export interface HeatWeek {
  /** Its Monday, `16 Nov`. */
  readonly label: string;
  readonly date: string;
  /** From Monday; the last week ends today. */
  readonly days: readonly HeatDay[];
}

export interface HeatMap {
  readonly weeks: readonly HeatWeek[];
  /** Days in a row with an answer until today, or until yesterday where today has none yet. */
  readonly streak: number;
  readonly longestStreak: number;
  readonly sentence: string;
}

/** The last 53 weeks day by day, whatever the exam. `today` is a number of the learner's calendar. */
export function heatMapOf(days: ReadonlyMap<number, DayTally>, today: number): HeatMap {
  const first = weekOf(today) - 52 * 7;
  const bounds = quarters([...days].flatMap(([day, { answers }]) => (day >= first && day <= today && answers > 0 ? [answers] : [])));
  const weeks: HeatWeek[] = [];
  for (let monday = first; monday <= today; monday += 7) {
    const length = Math.min(7, today - monday + 1);
    weeks.push({
      label: dateInWords(monday),
      date: dateOf(monday),
      days: Array.from({ length }, (_, index) => heatDay(monday + index, days.get(monday + index), bounds)),
    });
  }
  const { streak, longestStreak } = streaksOf(days, today);
  return { weeks, streak, longestStreak, sentence: sentenceOf(weeks, streak, longestStreak) };
}

function heatDay(day: number, tally: DayTally | undefined, bounds: readonly number[]): HeatDay {
  const { answers = 0, right = 0 } = tally ?? {};
  const level = (answers === 0 ? 0 : 1 + bounds.filter((bound) => answers > bound).length) as HeatDay['level'];
  const plain = { day, date: dateOf(day), label: dayInWords(day), answers, right, level };
  return answers === 0 ? plain : { ...plain, action: { kind: 'answeredOn', day } };
}

/** The three counts that part the days with answers into quarters. */
function quarters(counts: readonly number[]): number[] {
  const sorted = [...counts].sort((one, other) => one - other);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
}

function streaksOf(days: ReadonlyMap<number, DayTally>, today: number): { streak: number; longestStreak: number } {
  const has = (day: number): boolean => (days.get(day)?.answers ?? 0) > 0;
  let longestStreak = 0;
  let run = 0;
  let before = -Infinity;
  for (const day of [...days.keys()].filter(has).sort((one, other) => one - other)) {
    run = day === before + 1 ? run + 1 : 1;
    before = day;
    longestStreak = Math.max(longestStreak, run);
  }
  let streak = 0;
  // A day that has only begun does not end a streak.
  for (let day = has(today) ? today : today - 1; has(day); day--) streak++;
  return { streak, longestStreak };
}

function sentenceOf(weeks: readonly HeatWeek[], streak: number, longestStreak: number): string {
  const active = weeks.flatMap(({ days }) => days).filter(({ answers }) => answers > 0);
  if (active.length === 0) return 'You have answered nothing in the last year.';
  const answers = active.reduce((sum, day) => sum + day.answers, 0);
  return `${counted(answers, 'answer', 'answers')} on ${counted(active.length, 'day', 'days')} of the last year. You have studied ${counted(streak, 'day', 'days')} in a row; your longest run is ${counted(longestStreak, 'day', 'days')}.`;
}
