import * as vscode from 'vscode';
import { datedReviews, isBetter, leastPredictable, predictable, type Fit } from '../study/fit';
import type { ProgressStore } from './progressStore';
import { rolloverHour } from './settings';

/** What came of the command. */
export type FitOutcome =
  | { readonly kind: 'fitted' | 'kept'; readonly fit: Fit }
  | { readonly kind: 'too few'; readonly missing: number }
  | { readonly kind: 'cancelled' | 'failed' | 'no thread' };

/**
 * Fits FSRS's weights to the learner's own answers, and takes them where they would have predicted those better.
 * `extension` is the extension's folder.
 */
export async function fitSchedule(progress: ProgressStore, extension: vscode.Uri): Promise<FitOutcome> {
  if (extension.scheme !== 'file') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Fitting the schedule needs a VS Code that runs on a computer, not in a browser. Weights fitted there come here with Settings Sync.'),
    );
    return { kind: 'no thread' };
  }
  const [{ settings }, entries] = await Promise.all([progress.schedule(), progress.entries()]);
  const reviews = datedReviews(entries, settings.calendar);
  const missing = leastPredictable - predictable(reviews);
  if (missing > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is too little history to fit the schedule to. It takes {0} more answers to cards that you saw on an earlier day.', missing),
    );
    return { kind: 'too few', missing };
  }
  try {
    const { fitInThread } = await import('./fitThread');
    const fileOf = (name: string): string => vscode.Uri.joinPath(extension, 'dist', name).fsPath;
    const order = {
      kind: 'fit',
      wasm: fileOf('fsrsOptimizer.wasm'),
      reviews,
      weights: settings.weights,
      relearningSteps: settings.relearningSteps.length,
      rolloverHour: rolloverHour(),
    } as const;
    const fit = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Fitting the schedule to your history'), cancellable: true },
      (bar, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => stop.abort());
        let shown = 0;
        const step = (share: number): void => {
          bar.report({ increment: (share - shown) * 100 });
          shown = share;
        };
        return fitInThread(fileOf('fitWorker.js'), order, step, stop.signal);
      },
    );
    return fit ? await settle(fit, settings.weights, progress) : { kind: 'cancelled' };
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The schedule could not be fitted and stays as it is: {0}', error instanceof Error ? error.message : String(error)),
    );
    return { kind: 'failed' };
  }
}

/** Takes the weights where they are better, and says so in figures. */
async function settle(fit: Fit, before: readonly number[], progress: ProgressStore): Promise<FitOutcome> {
  const figures = [fit.answers.toLocaleString(), fit.loss.toFixed(3), fit.lossBefore.toFixed(3)];
  if (!isBetter(fit)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The schedule stays as it is. Weights fitted to your history predict {0} answers that they were not fitted to no better: log loss {1}, now {2} (lower is better).',
        ...figures,
      ),
    );
    return { kind: 'kept', fit };
  }
  await progress.useWeights(fit.weights);
  const undo = vscode.l10n.t('Undo');
  const text = vscode.l10n.t(
    'The schedule is fitted to your history. It predicts {0} answers that it was not fitted to better: log loss {1} instead of {2} (lower is better).',
    ...figures,
  );
  void vscode.window.showInformationMessage(text, undo).then((chosen) => (chosen === undo ? progress.useWeights(before) : undefined));
  return { kind: 'fitted', fit };
}

/** Brings FSRS's own weights back. */
export async function resetSchedule(progress: ProgressStore): Promise<void> {
  const { weights } = (await progress.schedule()).settings;
  await progress.useWeights([]);
  void vscode.window.showInformationMessage(
    weights.length > 0 ? vscode.l10n.t("The schedule uses FSRS's own weights again.") : vscode.l10n.t("The schedule uses FSRS's own weights already."),
  );
}
