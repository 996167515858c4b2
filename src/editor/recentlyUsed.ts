/** Characters of text whose templates the editor keeps read; 100 kB of YAML take about 1.5 MB of memory. */
export const cachedCharacters = 3 * 1024 * 1024;

/** Keeps what was used last, up to a total size; the longest unused is dropped first, the newest never. */
export class RecentlyUsed<Value> {
  readonly #limit: number;
  readonly #entries = new Map<string, { value: Value; size: number }>();
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, size: number): void {
    this.delete(key);
    this.#entries.set(key, { value, size });
    this.#total += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#total <= this.#limit || oldest === key) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#total -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#total = 0;
  }
}
