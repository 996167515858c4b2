import { post } from './host';

/** A link that the host follows: opens a note, or a place in it (`sqs#retention`). */
export function openNote(event: Event, target: string): void {
  event.preventDefault();
  post({ type: 'openNote', target });
}
