import type { Calendar } from '../calendar';
import type { OverviewAction } from './action';
import { dateOf, dayInWords } from './days';
import { counted } from './estimate';
import type { StudiedCard } from './studiedCards';

export interface ForecastDay {
  readonly day: number;
  readonly date: string;
  readonly label: string;
  /** Cards that fall due on that day; on the first, today, those that are still to come. */
  readonly due: number;
  readonly action: OverviewAction;
}

export interface Forecast {
  /** Cards that are due already. */
  readonly backlog: number;
  /** Today and the days after it. */
  readonly days: readonly ForecastDay[];
  readonly sentence: string;
}

/** Cards that will be due, day by day from today, if nothing is answered until then; suspended ones are left out. */
export function forecastOf(cards: readonly StudiedCard[], calendar: Calendar, now: number, length = 30): Forecast {
  const today = calendar.dayOf(now);
  const counts = new Array<number>(length).fill(0);
  let backlog = 0;
  for (const { due, suspended } of cards) {
    if (due === undefined || suspended) continue;
    if (due <= now) backlog++;
    else {
      const index = calendar.dayOf(due) - today;
      if (index < length) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const days = counts.map((due, index): ForecastDay => {
    const day = today + index;
    return { day, date: dateOf(day), label: dayInWords(day), due, action: index === 0 ? { kind: 'due' } : { kind: 'day', day } };
  });
  return { backlog, days, sentence: sentenceOf(backlog, days) };
}

function sentenceOf(backlog: number, days: readonly ForecastDay[]): string {
  const sum = days.reduce((total, { due }) => total + due, 0);
  if (backlog === 0 && sum === 0) return `No card is due within ${counted(days.length, 'day', 'days')}.`;
  const first = `${counted(backlog, 'card is', 'cards are')} due now, and ${sum.toLocaleString('en-US')} more within ${counted(days.length, 'day', 'days')}.`;
  const peak = days.reduce<ForecastDay | undefined>((most, day) => (day.due > (most?.due ?? 0) ? day : most), undefined);
  return peak && peak.due > 1 ? `${first} The fullest day is ${peak.label} with ${peak.due.toLocaleString('en-US')}.` : first;
}
