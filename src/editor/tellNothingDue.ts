import * as vscode from 'vscode';
import type { NothingDueReason, Offer } from '../study/nothingDue';
import { commands } from './commandIds';
import type { LoadedDeck } from './deckStore';
import { dayLimits } from './quizzes';

/** Says why nothing is due, what is next and when, and offers what can be done now. */
export async function tellNothingDue(loaded: LoadedDeck, now: number): Promise<void> {
  const { text, offers } = await nothingDueText(loaded, now);
  const labels = new Map(offers.map((offer) => [offerLabel(offer), offer]));
  const chosen = await vscode.window.showInformationMessage(text, ...labels.keys());
  const offer = labels.get(chosen ?? '');
  if (offer === 'new') await vscode.commands.executeCommand(commands.startQuiz, { kind: 'new' });
  else if (offer) await vscode.commands.executeCommand({ drills: commands.drills, mockExam: commands.mockExam, cram: commands.cram }[offer]);
}

/** The sentences of why nothing is due, and the offers. */
export async function nothingDueText({ deck, state }: LoadedDeck, now: number): Promise<{ text: string; offers: readonly Offer[] }> {
  const [{ dayQueue }, { whyNothingDue }] = await Promise.all([import('../study/queue'), import('../study/nothingDue')]);
  const queue = dayQueue(deck.infos, state, dayLimits(), { now, seed: now });
  const { schedule, history } = state;
  const answersToday = history.days.get(schedule.settings.calendar.dayOf(now))?.answers ?? 0;
  const { reasons, offers } = whyNothingDue(queue, {
    answersToday,
    answered: history.cards.size > 0,
    nextDue: schedule.nextDue(now, (card) => deck.info(card) !== undefined),
  });
  return { text: [vscode.l10n.t('Nothing is due.'), ...reasons.map(reasonText)].join(' '), offers };
}

function reasonText(reason: NothingDueReason): string {
  switch (reason.kind) {
    case 'neverAnswered':
      return vscode.l10n.t('Nothing has been answered yet: what you answer comes back when you are about to forget it.');
    case 'allDone':
      return vscode.l10n.t("Today's cards are done; answers today: {0}.", reason.answers);
    case 'next':
      return vscode.l10n.t(
        'The next card is due on {0}.',
        new Date(reason.time).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }),
      );
    case 'reviewLimit':
      return vscode.l10n.t("Cards over the day's limit of reviews: {0} (setting study.reviewsPerDay).", reason.cards);
    case 'newLimit':
      return vscode.l10n.t("New cards over the day's limit: {0} (setting study.newPerDay).", reason.cards);
    case 'siblings':
      return vscode.l10n.t('Cards that wait because another about the same fact is asked today: {0}.', reason.cards);
    case 'buried':
      return vscode.l10n.t('Cards put off until tomorrow: {0}.', reason.cards);
    case 'suspended':
      return vscode.l10n.t('Suspended cards: {0}.', reason.cards);
  }
}

function offerLabel(offer: Offer): string {
  return {
    new: vscode.l10n.t('New Cards'),
    drills: vscode.l10n.t('Drills'),
    mockExam: vscode.l10n.t('Mock Exam'),
    cram: vscode.l10n.t('Cram'),
  }[offer];
}
