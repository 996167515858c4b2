import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askDrill } from '../../../../src/study/drills/drills';
import { properties } from '../builders';

export const anySeed = fc.integer({ min: 0, max: 0xffff_ffff });

/** The number that the pattern's first group finds in a text. */
export function figure(text: string, pattern: RegExp): number {
  const [, found] = pattern.exec(text) ?? [];
  assert.ok(found !== undefined, `${String(pattern)} is not in "${text}"`);
  return Number(found.replaceAll(',', ''));
}

/** Works out the answer from the stem alone, for many seeds, and compares it with the drill's. */
export function recounted(id: string, recount: (stem: string) => number, off = 0): void {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const prompt = askDrill(`drill:${id}`, seed)?.prompt;
      assert.ok(prompt?.type === 'number');
      const { value } = prompt.answer;
      const counted = recount(prompt.stem);
      assert.ok(Math.abs(counted - value) <= off + 1e-9, `${counted}, not ${value}: ${prompt.stem}`);
    }),
    properties,
  );
}

/** The same for a choice: picks the text of the right option. */
export function rechosen(id: string, choose: (stem: string, texts: readonly string[]) => readonly string[]): void {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const prompt = askDrill(`drill:${id}`, seed)?.prompt;
      assert.ok(prompt?.type === 'choice');
      const right = prompt.options.filter(({ correct }) => correct).map(({ text }) => text);
      assert.deepEqual(
        choose(
          prompt.stem,
          prompt.options.map(({ text }) => text),
        ),
        right,
        prompt.stem,
      );
    }),
    properties,
  );
}

/** The smallest whole number, from `from` on, for which something holds. */
export function first(from: number, holds: (count: number) => boolean): number {
  let count = from;
  while (!holds(count)) count++;
  return count;
}
