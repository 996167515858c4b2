const day = 86_400_000;

/** The date of one of the learner's days, `2026-11-21`. Days are counted from 1 January 1970 on the local clock. */
export function dateOf(dayNumber: number): string {
  return new Date(dayNumber * day).toISOString().slice(0, 10);
}

/** The number of the day with a date; nothing for a text that is no date, as 31 February. */
export function dayOfDate(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || dateOf(time / day) !== date) return undefined;
  return time / day;
}

/** 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The Monday of a day's week. */
export function weekOf(dayNumber: number): number {
  return dayNumber - weekdayOf(dayNumber);
}

/** A day in words without the year, `Sat 21 Nov`; lists of days are read faster so than as dates. */
export function dayInWords(dayNumber: number): string {
  const weekday = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')[weekdayOf(dayNumber)] ?? '';
  return `${weekday} ${dateInWords(dayNumber)}`;
}

/** `21 Nov`. */
export function dateInWords(dayNumber: number): string {
  const date = new Date(dayNumber * day);
  const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[date.getUTCMonth()] ?? '';
  return `${date.getUTCDate()} ${month}`;
}
