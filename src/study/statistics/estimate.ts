/** A share from 0 to 1 with the interval that holds it with the stated probability. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Quantile of the normal distribution for an interval of 90 %. */
export const ninety = 1.6449;

/**
 * Wilson's interval for a share: it stays within 0 and 1 and is honest where there are few answers. Nothing for no answers.
 * Formula: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
 */
export function wilson(right: number, answers: number, quantile = ninety): Estimate | undefined {
  if (answers <= 0) return undefined;
  const share = right / answers;
  const square = quantile ** 2;
  const centre = (share + square / (2 * answers)) / (1 + square / answers);
  const half = (quantile * Math.sqrt((share * (1 - share)) / answers + square / (4 * answers ** 2))) / (1 + square / answers);
  // At 0 and at all right the interval ends at the share itself; rounding must not push it past.
  return { value: share, low: Math.max(0, Math.min(share, centre - half)), high: Math.min(1, Math.max(share, centre + half)) };
}

/**
 * An estimate from a mean and its variance. The interval is symmetric in log-odds, so that it lies within 0 and 1 without
 * being cut off.
 */
export function estimateOf(mean: number, variance: number, quantile = ninety): Estimate {
  // Nobody is quite certain to know all or nothing, and log-odds have no 0 and no 1.
  const held = Math.min(0.995, Math.max(0.005, mean));
  const centre = Math.log(held / (1 - held));
  const half = (quantile * Math.sqrt(variance)) / (held * (1 - held));
  const share = (odds: number): number => 1 / (1 + Math.exp(-odds));
  return { value: mean, low: Math.min(mean, share(centre - half)), high: Math.max(mean, share(centre + half)) };
}

/** A share in words: `62 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** `1 card`, `2 cards`. */
export function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}
