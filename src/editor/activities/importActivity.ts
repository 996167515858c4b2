import * as vscode from 'vscode';
import type { ImportView, PanelMessage, PanelState, View } from '../../panel/protocol';
import type { ImportPlan } from '../../study/exchange/importPlan';
import { commands } from '../commandIds';
import type { ProgressStore } from '../progressStore';
import type { Activity, Stage } from './activity';

/** Cards and problems that the preview shows at most; the counts are of all. */
const shownAtMost = 300;

/** Entries that are added in one go: a backup has more of them than a function takes arguments. */
const atOnce = 5000;

/** What importing a file would do, before it is done. */
export class ImportActivity implements Activity {
  readonly title = vscode.l10n.t('Import');
  /** A preview belongs to a file as it was: it is not taken up again after a reload. */
  readonly kept: PanelState = { kind: 'none' };
  readonly #fileName: string;
  readonly #plan: ImportPlan;
  readonly #stage: Stage;
  readonly #progress: ProgressStore;
  #imported: number | undefined;

  constructor(fileName: string, plan: ImportPlan, parts: { stage: Stage; progress: ProgressStore }) {
    this.#fileName = fileName;
    this.#plan = plan;
    this.#stage = parts.stage;
    this.#progress = parts.progress;
  }

  view(): Promise<View> {
    const { kind, cards, knownEntries, problems } = this.#plan;
    const entries = this.#plan.entriesToAdd(() => '', 0).length;
    const view: ImportView = {
      kind: 'import',
      file: this.#fileName,
      what: kind,
      counts: {
        new: kind === 'backup' ? entries : cards.filter(({ status }) => status === 'new').length,
        changed: cards.filter(({ status }) => status === 'changed').length,
        known: kind === 'backup' ? knownEntries : cards.filter(({ status }) => status === 'known').length,
        problems: problems.length,
      },
      cards: cards.slice(0, shownAtMost).map(({ line, front, back, tags, status }) => ({ line, front, back, tags, status })),
      problems: problems.slice(0, shownAtMost),
      imported: this.#imported ?? null,
    };
    return Promise.resolve(view);
  }

  async receive(message: PanelMessage): Promise<void> {
    if (message.type === 'browseCards') await vscode.commands.executeCommand(commands.cards);
    if (message.type !== 'import' || this.#imported !== undefined) return;
    const entries = this.#plan.entriesToAdd(() => this.#progress.newId(), Date.now());
    this.#imported = entries.length;
    for (let start = 0; start < entries.length; start += atOnce) await this.#progress.add(...entries.slice(start, start + atOnce));
    await this.#stage.show(this);
  }
}
