import { History, type KeptHistory } from './history';
import type { Entry, ExamEntry, OwnCard } from './log';
import { Schedule, type KeptSchedule, type ScheduleSettings } from './schedule';

/** Everything that the log amounts to, as plain data for a cache. */
export interface KeptState {
  readonly schedule: KeptSchedule;
  readonly history: KeptHistory;
  readonly exams: readonly ExamEntry[];
  readonly own: readonly OwnCard[];
  readonly entries: number;
  readonly latest: number;
}

/** What the log amounts to: the state of every card, sums of all answers, mock exams and cards of the learner's own. */
export class StudyState {
  readonly schedule: Schedule;
  readonly history: History;
  /** Finished mock exams in the order of time. */
  readonly exams: ExamEntry[];
  /** By card. */
  readonly own: Map<string, OwnCard>;
  #entries: number;
  #latest: number;

  private constructor(settings: ScheduleSettings, kept?: KeptState) {
    this.schedule = new Schedule(settings, kept?.schedule);
    this.history = new History(settings.calendar, kept?.history);
    this.exams = [...(kept?.exams ?? [])];
    this.own = new Map(kept?.own.map((card) => [card.card, card]));
    this.#entries = kept?.entries ?? 0;
    this.#latest = kept?.latest ?? 0;
  }

  /** Folds a whole log; `entries` stand in the order of time, as `mergeEntries` gives them. */
  static of(entries: readonly Entry[], settings: ScheduleSettings): StudyState {
    const state = new StudyState(settings);
    const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.review] : [])));
    for (const entry of entries) state.#take(entry, undone);
    return state;
  }

  static restore(kept: KeptState, settings: ScheduleSettings): StudyState {
    return new StudyState(settings, kept);
  }

  /**
   * Takes in one more entry. False where that needs the whole log: an answer was taken back, or the entry is older than
   * the last one, as after the clock was set back; then nothing has changed.
   */
  add(entry: Entry): boolean {
    if (entry.kind === 'undo' || entry.time < this.#latest) return false;
    this.#take(entry, new Set());
    return true;
  }

  /** Entries taken in, answers taken back included. */
  get entries(): number {
    return this.#entries;
  }

  kept(): KeptState {
    const { schedule, history, exams, own } = this;
    return { schedule: schedule.kept(), history: history.kept(), exams, own: [...own.values()], entries: this.#entries, latest: this.#latest };
  }

  #take(entry: Entry, undone: ReadonlySet<string>): void {
    this.#entries++;
    this.#latest = Math.max(this.#latest, entry.time);
    switch (entry.kind) {
      case 'review':
        if (undone.has(entry.id)) return;
        this.history.add(entry, entry.practice ? { expected: undefined, phase: 'new' } : this.schedule.add(entry));
        return;
      case 'card':
        this.schedule.act(entry);
        return;
      case 'exam':
        this.exams.push(entry);
        return;
      case 'own':
        this.own.set(entry.card, entry);
        return;
      case 'undo':
    }
  }
}
