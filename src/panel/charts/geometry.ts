import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/**
 * Where the marks of charts lie. Across, everything is in percent of the width, so that a chart fits any panel without
 * being measured or scaling its letters; downwards it is in pixels.
 */

export interface Tick {
  readonly y: number;
  readonly value: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly ticks: readonly Tick[];
}

/** The share of its place that a column fills. */
const columnShare = 0.78;
/** Pixels that a column has at least where its value is not 0, so that it can be seen. */
const leastHeight = 2;

/** Columns from 0 up, with whole numbers at the axis. */
export function columnsOf(values: readonly number[], height: number): Columns {
  const most = Math.max(1, ...values);
  const scale = scaleLinear().domain([0, most]).nice(3).range([height, 0]);
  const place = 100 / values.length;
  const columns = values.map((value, index): Column => {
    const tall = value === 0 ? 0 : Math.max(leastHeight, height - scale(value));
    return { x: index * place + ((1 - columnShare) / 2) * place, width: columnShare * place, y: height - tall, height: tall };
  });
  const ticks = scale
    .ticks(3)
    .filter(Number.isInteger)
    .map((value) => ({ value, y: scale(value) }));
  return { columns, ticks };
}

export interface AxisLabel {
  readonly index: number;
  /** The middle of its place, in percent. */
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How much room it takes to be shown: 0 always, 1 not in the narrowest charts, 2 in wide ones only. */
  readonly room: 0 | 1 | 2;
}

/** Which of many places along an axis are named: the first, the last, the middle, and where there is room the quarters. */
export function axisLabels(count: number): AxisLabel[] {
  if (count === 0) return [];
  const last = count - 1;
  const indices = [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * last)))];
  return indices.map((index) => ({
    index,
    x: (100 * (index + 0.5)) / count,
    anchor: count === 1 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle',
    room: index === 0 || index === last ? 0 : index === Math.round(last / 2) ? 1 : 2,
  }));
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The `d` of a path through points; it breaks off where one is missing. Empty without points. */
export function linePath(points: readonly (Point | undefined)[]): string {
  const path = line<Point | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => point?.x ?? 0)
    .y((point) => point?.y ?? 0)
    .digits(2);
  return path([...points]) ?? '';
}

export interface ShareAxis {
  readonly yOf: (share: number) => number;
  readonly ticks: readonly Tick[];
}

/** An axis of shares that begins at a round tenth below the least of them, and ends at 1. */
export function shareAxis(shares: readonly number[], height: number): ShareAxis {
  // No less than a fifth is shown, or noise would fill the chart.
  const least = Math.min(0.8, ...shares);
  const from = Math.max(0, Math.floor(10 * least + 1e-9) / 10);
  const scale = scaleLinear().domain([from, 1]).range([height, 0]);
  return { yOf: (share) => scale(share), ticks: scale.ticks(4).map((value) => ({ value, y: scale(value) })) };
}

/** Pixels of a heat map's cell, the gap after it, and what stands above and left of the cells. */
export const heat = { cell: 11, step: 13, left: 30, top: 16 } as const;

/** Where the cell of a day lies, in pixels, and how much of it is filled: more on a busier day, so that colour is not alone. */
export function heatCell(week: number, weekday: number, level: number): { readonly x: number; readonly y: number; readonly size: number } {
  const size = level === 0 ? heat.cell : 3 + 2 * level;
  const inset = (heat.cell - size) / 2;
  return { x: heat.left + week * heat.step + inset, y: heat.top + weekday * heat.step + inset, size };
}

/** The weeks at which a month is named: the first that begins in it; too near to the edge there is no room. */
export function monthLabels(mondays: readonly string[]): { readonly week: number; readonly month: string }[] {
  const labels: { week: number; month: string }[] = [];
  mondays.forEach((date, week) => {
    const month = date.slice(0, 7);
    if (week > 0 && month !== mondays[week - 1]?.slice(0, 7) && week < mondays.length - 1) labels.push({ week, month });
  });
  return labels;
}
