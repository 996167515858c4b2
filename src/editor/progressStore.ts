import * as vscode from 'vscode';
import type { Entry } from '../study/log';
import type { LogEvent } from '../study/logHost';
import type { LogSettings, ReviewLog } from '../study/reviewLog';
import type { Schedule } from '../study/schedule';
import type { BrokenAt } from '../study/segments';
import type { StudyState } from '../study/state';
import { fittedWeights, keepFittedWeights } from './fittedWeights';
import { openPlaces, rememberFolder } from './progressFolder';
import { rolloverHour, scheduleSettings, setting } from './settings';
import { SyncedState } from './syncedState';

/** Settings that the state is folded by, or that its due dates follow from. */
const scheduleSettingNames = ['retention', 'learningSteps', 'relearningSteps', 'rolloverHour', 'fuzz'].map((name) => `stackdrill.study.${name}`);
const toldName = 'toldOfBrokenLines';
/** Milliseconds. */
const announceAfter = 150;

/** The log of what the learner did, for the rest of the extension: what it amounts to, and adding to it. */
export class ProgressStore implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly #synced: SyncedState;
  readonly #window = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  /** Counts the folders that this window has kept its log in: each has segments of its own. */
  #folders = 0;
  /** Name of the log in this window; ids of entries made here begin with it. */
  #instance = this.#window;
  #ids = 0;
  #opening: Promise<ReviewLog> | undefined;
  #log: ReviewLog | undefined;
  /** Folders whose trouble the learner has been told of. */
  readonly #told = new Set<string>();
  #disposed = false;
  #announcing: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
    this.#synced = new SyncedState(context.globalState);
    this.#subscriptions.push(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        void (focused ? this.refresh() : this.#tellMachines());
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('stackdrill.progressFolder')) void this.#changeFolder();
        if (scheduleSettingNames.some((name) => event.affectsConfiguration(name))) this.#log?.useSettings(this.#settings());
      }),
    );
  }

  /** Takes in what other windows and machines have added since; called when the window gets the focus and before each quiz. */
  async refresh(): Promise<void> {
    await this.#log?.refresh();
  }

  /** The state of every card. */
  async schedule(): Promise<Schedule> {
    return (await this.state()).schedule;
  }

  /** All that the log amounts to. */
  async state(): Promise<StudyState> {
    const log = await this.#open();
    const isFirst = this.#log !== log;
    const state = await log.state();
    if (isFirst) {
      this.#log = log;
      await this.othersAhead();
    }
    return state;
  }

  /** The whole log, merged, in the order of time: read from the disk, so not for every day. */
  async entries(): Promise<readonly Entry[]> {
    return (await this.#open()).entries();
  }

  /** Adds entries. They count at once; resolves when they are written. Where they cannot be the learner is told, and nothing is dropped. */
  async add(...entries: readonly Entry[]): Promise<void> {
    const log = await this.#open();
    await log.add(...entries);
  }

  /** Schedules by these weights from now on, here and on the learner's other machines; by FSRS's own where there are none. */
  async useWeights(weights: readonly number[]): Promise<void> {
    await keepFittedWeights(this.#context.globalState, weights);
    (await this.#open()).useSettings(this.#settings());
  }

  /** An id that no other entry has, in any window. */
  newId(): string {
    return `${this.#instance}-${this.#ids++}`;
  }

  /** Lines of the log that do not count, and why. */
  setAside(): readonly { readonly file: string; readonly line: number; readonly reason: string }[] {
    return (this.#log?.broken() ?? []).map(({ file, line, reason }) => ({ file, line, reason }));
  }

  /** Time of the latest answer that was given on another machine and is not here; the learner is told once for each. */
  async othersAhead(): Promise<number | undefined> {
    const latestHere = (await this.#open()).latest();
    const untold = await this.#synced.untold(latestHere);
    if (untold !== undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Another machine has answers that are not here (latest {0}). Set stackdrill.progressFolder to a folder that both share, or import a backup.',
          new Date(untold).toLocaleString(),
        ),
      );
    }
    return this.#synced.ahead(latestHere);
  }

  #open(): Promise<ReviewLog> {
    this.#opening ??= this.#openFolder();
    return this.#opening;
  }

  async #openFolder(): Promise<ReviewLog> {
    const { globalStorageUri, globalState } = this.#context;
    const { places, problem } = await openPlaces(globalStorageUri, setting('progressFolder'), globalState);
    if (problem !== undefined) void vscode.window.showWarningMessage(problem);
    const { ReviewLog: Log } = await import('../study/reviewLog');
    if (this.#folders > 0) this.#instance = `${this.#window}-folder${this.#folders}`;
    this.#folders++;
    return new Log(places, this.#instance, this.#settings(), {
      now: () => Date.now(),
      after: (milliseconds, task) => {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
      tell: (event) => void this.#tell(event),
      changed: () => this.#announce(),
      remembered: (name) => globalState.get(name),
      remember: async (name, value) => globalState.update(name, value),
      copied: () => void rememberFolder(places, globalState),
    });
  }

  /** Goes on in the folder that is set now: what the old one has is copied, what could not be written yet is taken along. */
  async #changeFolder(): Promise<void> {
    const old = this.#opening;
    if (!old) return;
    const next = old.then(async (log) => {
      await log.close();
      const opened = await this.#openFolder();
      await opened.add(...log.pending());
      return opened;
    });
    this.#opening = next;
    const log = await next;
    await log.tidyUp();
    this.#log = log;
    this.#announce();
  }

  /** Tells the badges and trees that something has changed, a moment later and once for several: the next question comes first. */
  #announce(): void {
    this.#announcing ??= setTimeout(() => {
      this.#announcing = undefined;
      if (!this.#disposed) this.#changed.fire();
    }, announceAfter);
  }

  #settings(): LogSettings {
    const schedule = scheduleSettings(fittedWeights(this.#context.globalState));
    const { version } = this.#context.extension.packageJSON as { version: string };
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { learningSteps, relearningSteps, weights } = schedule;
    return { schedule, stamp: JSON.stringify([version, zone, rolloverHour(), learningSteps, relearningSteps, weights]) };
  }

  /** Lets Settings Sync carry to other machines how far the log is here. */
  async #tellMachines(): Promise<void> {
    if (!this.#log) return;
    const { entries } = await this.#log.state();
    await this.#synced.tell({ entries, latest: this.#log.latest() });
  }

  async #tell(event: LogEvent): Promise<void> {
    switch (event.kind) {
      case 'cannot-write':
      case 'cannot-read': {
        this.#output.error(`The review log in ${event.folder} cannot be used.`, event.error);
        if (this.#told.has(event.folder)) return;
        this.#told.add(event.folder);
        const text =
          event.kind === 'cannot-read'
            ? vscode.l10n.t(
                'StackDrill cannot read its review log in {0}: {1} What can be read counts, and new answers are kept. Set the folder right, or choose another one.',
                event.folder,
                reasonOf(event.error),
              )
            : event.keptIn === undefined
              ? vscode.l10n.t(
                  'StackDrill cannot write your answers to {0}: {1} They count as long as this window is open, and are written as soon as that works.',
                  event.folder,
                  reasonOf(event.error),
                )
              : vscode.l10n.t(
                  'StackDrill cannot write your answers to {0}: {1} They are kept in the storage of the extension, and moved as soon as the folder can be written. Set the folder right, or choose another one.',
                  event.folder,
                  reasonOf(event.error),
                );
        await this.#offer(text, vscode.window.showErrorMessage);
        return;
      }
      case 'works-again':
        this.#told.delete(event.folder);
        void vscode.window.showInformationMessage(vscode.l10n.t('StackDrill can write to {0} again. All your answers are there now.', event.folder));
        return;
      case 'broken':
        await this.#tellOfBroken(event.lines);
        return;
      case 'future':
        this.#output.warn(
          `${event.entries} entries of the review log lie in the future, up to ${new Date(event.latest).toISOString()}: the clock of a machine was wrong. They count.`,
        );
        return;
      case 'trouble':
        this.#output.warn(event.what, event.error);
    }
  }

  async #tellOfBroken(lines: readonly BrokenAt[]): Promise<void> {
    for (const { folder, file, line, reason } of lines) this.#output.warn(`${folder}/${file}:${line} is passed over: ${reason}. Everything else counts.`);
    const names = lines.map(({ file, line, newer }) => `${file}:${line}${newer ? ' newer' : ''}`);
    const told = new Set(this.#context.globalState.get<string[]>(toldName, []));
    const untold = lines.filter((_, index) => !told.has(names[index] ?? ''));
    if (untold.length === 0) return;
    await this.#context.globalState.update(toldName, names);
    const newer = untold.filter((line) => line.newer).length;
    const damaged = untold.length - newer;
    if (damaged === 1)
      await this.#offer(vscode.l10n.t('A line of your review log is damaged and was set aside; everything else counts.'), vscode.window.showWarningMessage);
    if (damaged > 1) {
      await this.#offer(
        vscode.l10n.t('{0} lines of your review log are damaged and were set aside; everything else counts.', damaged),
        vscode.window.showWarningMessage,
      );
    }
    if (newer > 0) {
      await this.#offer(
        vscode.l10n.t('Some of your answers were written by a newer version of StackDrill. They are kept, and count after you update StackDrill here.'),
        vscode.window.showWarningMessage,
      );
    }
  }

  async #offer(text: string, show: (text: string, ...buttons: string[]) => Thenable<string | undefined>): Promise<void> {
    const showOutput = vscode.l10n.t('Show Output');
    if ((await show(text, showOutput)) === showOutput) this.#output.show();
  }

  /** Writes what is still to be written; for `deactivate`. */
  async close(): Promise<void> {
    await (await this.#opening)?.close();
    await this.#tellMachines();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#announcing);
    void this.close();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** A sentence on why a folder cannot be used. */
function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return vscode.l10n.t('the disk is full.');
    case 'EACCES':
    case 'EPERM':
      return vscode.l10n.t('there is no permission to use it.');
    case 'EROFS':
      return vscode.l10n.t('it is read-only.');
    case 'ENOENT':
      return vscode.l10n.t('the folder is not there any more.');
    case 'ENOTDIR':
    case 'EEXIST':
      return vscode.l10n.t('it is a file, not a folder.');
    default:
      return `${error instanceof Error ? error.message : String(error)}.`;
  }
}
