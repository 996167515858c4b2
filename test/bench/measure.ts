export interface Result {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value may be at most; null where there is no budget. */
  readonly budget: number | null;
  readonly holds: boolean;
}

/** A figure and the most it may be. */
export function atMost(group: string, name: string, value: number, unit: string, budget: number | null): Result {
  const rounded = Number(value.toPrecision(3));
  return { group, name, value: rounded, unit, budget, holds: budget === null || value <= budget };
}

/** Milliseconds of each of so many runs, after some that are thrown away. */
export function times(runs: number, work: (run: number) => void): number[] {
  for (let run = 0; run < Math.max(3, Math.ceil(runs / 5)); run++) work(run);
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
}

/** The value that the given share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function p95(runs: number, work: (run: number) => void): number {
  return percentile(times(runs, work), 0.95);
}

export function median(runs: number, work: (run: number) => void): number {
  return percentile(times(runs, work), 0.5);
}
