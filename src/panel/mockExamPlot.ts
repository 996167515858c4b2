import { scaleLinear } from 'd3-scale';
import type { ShareAxis } from './charts/geometry';

/** The scale of AWS's scores, as `src/study/mockExamScore.ts` has it. */
const scale = [100, 1000] as const;

/** An axis from 100 to 1,000. */
export function scoreAxis(height: number): ShareAxis {
  const axis = scaleLinear().domain(scale).range([height, 0]);
  return { yOf: (score) => axis(score), ticks: [100, 250, 500, 750, 1000].map((value) => ({ value, y: axis(value) })) };
}

/** Where times lie across, in percent, with room for the points at both ends; one alone stands in the middle. */
export function placesOf(times: readonly number[]): number[] {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (first === last) return times.map(() => 50);
  const axis = scaleLinear().domain([first, last]).range([3, 97]);
  return times.map((time) => axis(time));
}
