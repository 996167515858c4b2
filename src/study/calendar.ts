const hour = 3_600_000;
const day = 24 * hour;
/** No summer time moves the clocks by more than two hours, and no two changes are that close. */
const longestChange = 3 * hour;

/** The learner's days: they begin at an hour of the local clock, so that an answer after midnight still counts for the evening. */
export interface Calendar {
  /** Number of the learner's day that a time (milliseconds since 1970) lies in; days follow one another by 1. */
  dayOf(time: number): number;
  /** When a day begins, in milliseconds since 1970. */
  startOf(dayNumber: number): number;
}

/**
 * A calendar whose days begin at `rolloverHour` (0 to 23). `offset` tells how many minutes the local clock is ahead of
 * UTC at a time; left out, it is asked of the system, with its summer time.
 */
export function calendarOf(rolloverHour: number, offset: (time: number) => number = systemOffset): Calendar {
  const shift = (time: number): number => offset(time) * 60_000 - rolloverHour * hour;
  const dayOf = (time: number): number => Math.floor((time + shift(time)) / day);
  return {
    dayOf,
    startOf: (dayNumber) => {
      const guess = dayNumber * day;
      const near = guess - shift(guess);
      // Around a change of the clocks two offsets are in question; the day begins at the first time that lies in it.
      const early = guess - shift(near - longestChange);
      const late = guess - shift(near + longestChange);
      const [first, second] = early < late ? [early, late] : [late, early];
      return dayOf(first) < dayNumber ? second : first;
    },
  };
}

function systemOffset(time: number): number {
  return -new Date(time).getTimezoneOffset();
}
