import { t } from './l10n';

const second = 1000;
const minute = 60_000;

/** `1:05:09` or `4:07`: time that is left is rounded up, so that 0:00 is the end. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / second));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `1 h 5 min`, `12 min` or `40 s`: how long something took, for tables. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / second);
  if (seconds < 60) return t('{0} s', seconds);
  if (seconds < 600) return t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? t('{0} min', minutes) : t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

/** What is said of the time as it passes from one value to a smaller one: at the half, and 10, 5 and 1 minutes before the end. */
export function timeTold(before: number, after: number, limit: number): string | undefined {
  const passes = (mark: number): boolean => before > mark && after <= mark;
  if (after > 0 && passes(minute)) return t('1 minute left.');
  const [minutes] = [5, 10].filter((one) => one * minute < limit && passes(one * minute));
  if (after > 0 && minutes !== undefined) return t('{0} minutes left.', minutes);
  return after > 0 && passes(limit / 2) ? t('Half of the time is over: {0} minutes left.', Math.ceil(after / minute)) : undefined;
}
