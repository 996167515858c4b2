/** How many weights FSRS 6 has. */
const weightCount = 21;

/** FSRS's weights, checked: they may come from another machine and another version. Empty, for FSRS's own, where they are none. */
export function weightsOf(value: unknown): readonly number[] {
  const isSound = Array.isArray(value) && value.length === weightCount && value.every((weight) => typeof weight === 'number' && Number.isFinite(weight));
  return isSound ? (value as readonly number[]) : [];
}
