/**
 * Arrow keys between the bars of one chart, of which only one stands in the order of Tab: thirty bars would be thirty stops.
 * Enter and the space bar press the bar, as they do a button.
 */
export function moveBetweenBars(event: KeyboardEvent): void {
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof Element) || !(target instanceof Element)) return;
  const bars = [...currentTarget.querySelectorAll<SVGElement>('[role=button]')];
  const at = bars.findIndex((bar) => bar === target);
  if (at < 0) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return;
  }
  const next = bars[nextBar(event.key, at, bars.length)];
  if (!next) return;
  event.preventDefault();
  for (const bar of bars) bar.setAttribute('tabindex', bar === next ? '0' : '-1');
  next.focus();
}

/** The bar that a key leads to; -1 for a key that leads nowhere. */
export function nextBar(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
