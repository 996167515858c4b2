import type { CardKind } from '../asked';
import type { CardTally, DayTally } from '../history';
import type { OverviewAction } from './action';
import { dateOf, dayInWords } from './days';
import { counted } from './estimate';
import { levelLabels } from './levels';
import { grouped, type StudiedCard } from './studiedCards';

export interface TimeDay {
  readonly day: number;
  readonly date: string;
  readonly label: string;
  readonly minutes: number;
}

export interface TimeRow {
  readonly label: string;
  readonly answers: number;
  /** Mean over all answers, each counted with 5 minutes at most. */
  readonly secondsPerAnswer: number;
  readonly action: OverviewAction;
}

export interface StudyTime {
  /** The last days until today. */
  readonly days: readonly TimeDay[];
  /** Since the first answer. */
  readonly totalHours: number;
  /** Mean over the days that have answers, since the first one. */
  readonly minutesPerStudyDay: number;
  /** Nothing without answers. */
  readonly secondsPerAnswer?: number;
  readonly byKind: readonly TimeRow[];
  readonly byLevel: readonly TimeRow[];
  readonly sentence: string;
}

const minute = 60_000;

const kindLabels: readonly { readonly kind: CardKind; readonly label: string }[] = [
  { kind: 'question', label: 'Questions' },
  { kind: 'fact', label: 'Facts' },
  { kind: 'decision', label: 'Decisions' },
  { kind: 'drill', label: 'Drills' },
  { kind: 'own', label: 'Your own cards' },
];

/** Time spent: by day over everything, by answer over the deck. */
export function studyTimeOf(days: ReadonlyMap<number, DayTally>, cards: readonly StudiedCard[], today: number, length = 30): StudyTime {
  const shown = Array.from({ length }, (_, index): TimeDay => {
    const day = today - length + 1 + index;
    return { day, date: dateOf(day), label: dayInWords(day), minutes: (days.get(day)?.milliseconds ?? 0) / minute };
  });
  let milliseconds = 0;
  let answers = 0;
  let studyDays = 0;
  for (const day of days.values()) {
    if (day.answers === 0) continue;
    milliseconds += day.milliseconds;
    answers += day.answers;
    studyDays++;
  }
  const byKind = grouped(cards, ({ info }) => [info.kind]);
  const byLevel = grouped(cards, ({ info }) => [info.level]);
  const minutesPerStudyDay = studyDays === 0 ? 0 : milliseconds / minute / studyDays;
  const totalHours = milliseconds / (60 * minute);
  return {
    days: shown,
    totalHours,
    minutesPerStudyDay,
    ...(answers > 0 ? { secondsPerAnswer: milliseconds / 1000 / answers } : {}),
    byKind: kindLabels.flatMap(({ kind, label }) => timeRow(label, byKind.get(kind), { kind: 'cardKind', cardKind: kind })),
    byLevel: levelLabels.flatMap(({ level, label }) => timeRow(label, byLevel.get(level), { kind: 'level', level })),
    sentence:
      answers === 0
        ? 'No time has been spent yet.'
        : `${hoursInWords(totalHours)} in all, ${counted(Math.max(1, Math.round(minutesPerStudyDay)), 'minute', 'minutes')} on a day of study, ${counted(Math.round(milliseconds / 1000 / answers), 'second', 'seconds')} for an answer.`,
  };
}

function timeRow(label: string, cards: readonly StudiedCard[] | undefined, action: OverviewAction): TimeRow[] {
  const tallies = (cards ?? []).flatMap(({ tally }): CardTally[] => (tally ? [tally] : []));
  const answers = tallies.reduce((sum, tally) => sum + tally.answers, 0);
  if (answers === 0) return [];
  return [{ label, answers, secondsPerAnswer: tallies.reduce((sum, tally) => sum + tally.milliseconds, 0) / 1000 / answers, action }];
}

function hoursInWords(hours: number): string {
  return hours < 1 ? counted(Math.max(1, Math.round(60 * hours)), 'minute', 'minutes') : counted(Math.round(hours), 'hour', 'hours');
}
