import * as vscode from 'vscode';
import { decodeLog, encodeReview, mergeReviews, type Review } from '../study/review';
import type { Schedule } from '../study/schedule';

/** Reviews in one file of the log; then the next file is begun, so that writing one costs the same for ever. */
const reviewsPerSegment = 100;

/**
 * The log of reviews in the extension's global storage. Each window appends to segments of its own; a segment is
 * written beside the old one and put in its place in one step, so a crash loses at most the review being written.
 */
export class ProgressStore implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly #window = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  /** This window's reviews that are not yet in a full segment. */
  #own: Review[] = [];
  #segment = 0;
  /** Reviews that could not be written; they count, and are tried again with the next one. */
  #unwritten = false;
  #writing: Promise<void> = Promise.resolve();
  #loading: Promise<{ reviews: Review[]; schedule: Schedule }> | undefined;
  /** The other windows' segments, with sizes and times of change, as they were when last read. */
  #seen = '';

  readonly onDidChange = this.#changed.event;

  constructor(globalStorage: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#folder = vscode.Uri.joinPath(globalStorage, 'reviews');
    this.#log = log;
    this.#subscriptions.push(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.refresh();
      }),
    );
  }

  /** Takes in what other windows have answered since; called when the window gets the focus and before each quiz. */
  async refresh(): Promise<void> {
    const seen = await this.#othersSegments();
    if (seen === this.#seen) return;
    this.#loading = undefined;
    this.#changed.fire();
  }

  /** The state of every card, folded from all segments. */
  async schedule(): Promise<Schedule> {
    return (await this.#load()).schedule;
  }

  async reviews(): Promise<readonly Review[]> {
    return (await this.#load()).reviews;
  }

  /** Adds a review to the log. It counts at once; where it cannot be written the user is told and nothing is dropped. */
  async add(review: Review): Promise<void> {
    const { reviews, schedule } = await this.#load();
    reviews.push(review);
    schedule.add(review);
    this.#own.push(review);
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
    this.#changed.fire();
  }

  async #write(): Promise<void> {
    const target = this.#segmentUri();
    // More may come in while this is written: they stay for the next time.
    const written = [...this.#own];
    const temporary = target.with({ path: `${target.path}.tmp` });
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(written.map(encodeReview).join('')));
      await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
      this.#unwritten = false;
      if (written.length >= reviewsPerSegment) {
        this.#own = this.#own.slice(written.length);
        this.#segment++;
      }
    } catch (error) {
      this.#log.error(`The review log ${target.toString(true)} could not be written.`, error);
      if (!this.#unwritten) {
        void vscode.window.showErrorMessage(
          'StackDrill cannot write your answers to disk. They count as long as this window is open and are written as soon as that works; see the StackDrill output.',
        );
      }
      this.#unwritten = true;
    }
  }

  #segmentUri(): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${this.#window}.${this.#segment}.jsonl`);
  }

  #load(): Promise<{ reviews: Review[]; schedule: Schedule }> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<{ reviews: Review[]; schedule: Schedule }> {
    this.#seen = await this.#othersSegments();
    const segments: (readonly Review[])[] = [];
    for (const uri of await this.#segments()) {
      const { reviews, broken } = decodeLog(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
      segments.push(reviews);
      for (const { line, reason } of broken) this.#log.warn(`${uri.toString(true)}:${line} is passed over: ${reason}. All other reviews count.`);
    }
    segments.push(this.#own);
    const { Schedule } = await import('../study/schedule');
    const reviews = mergeReviews(segments);
    return { reviews, schedule: new Schedule(reviews) };
  }

  async #othersSegments(): Promise<string> {
    const others = (await this.#segments()).filter(({ path }) => !path.includes(`/${this.#window}.`));
    const states = await Promise.all(
      others.map(async (uri) => {
        const { size, mtime } = await vscode.workspace.fs.stat(uri);
        return `${uri.path} ${size} ${mtime}`;
      }),
    );
    return states.sort().join('\n');
  }

  async #segments(): Promise<vscode.Uri[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.#folder);
      return entries.filter(([name]) => name.endsWith('.jsonl')).map(([name]) => vscode.Uri.joinPath(this.#folder, name));
    } catch {
      return [];
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
