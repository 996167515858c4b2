import type { LogFolder } from './logFolder';
import type { BrokenAt } from './segments';

/** What the learner, or the output, is to be told. */
export type LogEvent =
  /** Told once, until it works again; `keptIn` is the folder that takes the answers meanwhile. */
  | { readonly kind: 'cannot-write'; readonly folder: string; readonly error: unknown; readonly keptIn?: string }
  | { readonly kind: 'cannot-read'; readonly folder: string; readonly error: unknown }
  | { readonly kind: 'works-again'; readonly folder: string }
  /** All lines that do not count, damaged and newer ones; told after each reading that found any. */
  | { readonly kind: 'broken'; readonly lines: readonly BrokenAt[] }
  /** Entries dated more than a day from now. */
  | { readonly kind: 'future'; readonly entries: number; readonly latest: number }
  /** Something went wrong that costs nothing but time. */
  | { readonly kind: 'trouble'; readonly what: string; readonly error: unknown };

/** What the log needs of the program that it runs in. */
export interface LogHost {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Does a task after so many milliseconds; the result calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  readonly tell: (event: LogEvent) => void;
  /** Called when the state has become another one. */
  readonly changed: () => void;
  /** A small value by name that outlives the window. */
  readonly remembered: (name: string) => unknown;
  readonly remember: (name: string, value: unknown) => Promise<void>;
  /** Called when everything that was in earlier folders is in the log's own. */
  readonly copied: () => void;
}

export interface LogPlaces {
  /** Where the log is kept. */
  readonly main: LogFolder;
  /** Takes the answers while `main` cannot; nothing where `main` is the extension's own folder already. */
  readonly fallback?: LogFolder;
  /** Where the log was kept before: what is only there is copied. */
  readonly earlier: readonly LogFolder[];
  /** Where the snapshot goes. */
  readonly cache: LogFolder;
}

/** All folders that hold a part of the log, its own first. */
export function foldersOf({ main, fallback, earlier }: LogPlaces): readonly LogFolder[] {
  return [main, ...(fallback ? [fallback] : []), ...earlier];
}
