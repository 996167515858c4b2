import type { Template } from './model';

/**
 * Remembers for one document what follows from the text of each resource alone, so that a keystroke costs the work of one
 * resource. It holds as long as parameters, mappings and the names of the resources stay the same.
 */
export class ResourceMemory<T> {
  #surroundings = '';
  #known: ReadonlyMap<string, T> = new Map();

  /** What was remembered of resources in the same surroundings, by their texts. */
  knownIn(surroundings: string): ReadonlyMap<string, T> {
    return surroundings === this.#surroundings ? this.#known : new Map();
  }

  remember(surroundings: string, known: ReadonlyMap<string, T>): void {
    this.#surroundings = surroundings;
    this.#known = known;
  }
}

/** An alias stands for what is written elsewhere. */
const alias = /(?:^|[\s[{,:-])\*\w/;

/** True for the text of a resource that says by itself what the resource is. */
export function canRemember(text: string): boolean {
  return text !== '' && !alias.test(text);
}

/** What the values of resources depend on beside their own text: all that stands before the first and after the last, and all names. */
export function surroundingsOf({ kind, resources }: Template, text: string): string {
  const [first] = resources;
  const last = resources.at(-1);
  if (kind !== 'cloudformation' || !first || !last) return '';
  return [text.slice(0, first.span.start), text.slice(last.span.end), ...resources.map(({ id }) => id)].join('\n');
}
