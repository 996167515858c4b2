import type { Exam } from '../../knowledge/schema';
import type { CardInfo } from '../asked';
import type { CardTally } from '../history';
import type { StudyState } from '../state';

/** A card of the deck with everything that the statistics ask of it. */
export interface StudiedCard {
  readonly info: CardInfo;
  /** Domains of the exam that it belongs to, by number. */
  readonly domains: readonly string[];
  /** All its answers, in mock exams and cramming too; nothing where there are none. */
  readonly tally: CardTally | undefined;
  /** Probability that it is recalled now; nothing for a card that the schedule has not seen. */
  readonly recall: number | undefined;
  /** When it is due, in milliseconds since 1970; nothing for a card that the schedule has not seen. */
  readonly due: number | undefined;
  /**
   * Whether the first answer was right, as far as the sums tell: there was no wrong answer while it was being learned. A card
   * that was wrong on the second day of learning counts as wrong too, so the figure errs on the careful side.
   */
  readonly firstRight: boolean | undefined;
  readonly suspended: boolean;
}

/** Looks every card of the deck up once, so that each statistic is one pass over this list. */
export function studiedCards({ schedule, history }: StudyState, infos: readonly CardInfo[], exam: Exam, now: number): StudiedCard[] {
  const domainsOf = domainReader(exam);
  return infos.map((info) => {
    const state = schedule.state(info.card);
    const tally = history.cards.get(info.card);
    return {
      info,
      domains: domainsOf(info.tasks),
      tally,
      recall: state && schedule.recall(info.card, now),
      due: state?.due,
      firstRight: tally && tally.answers - tally.right - (state?.lapses ?? 0) <= 0,
      suspended: state ? state.suspended : schedule.isSuspended(info.card),
    };
  });
}

/** Tells the domains of tasks; looked up in a table, since there are many cards and few tasks. */
function domainReader(exam: Exam): (tasks: readonly string[]) => readonly string[] {
  const byTask = new Map<string, string>(exam.domains.flatMap(({ id, tasks }) => tasks.map((task) => [`${exam.id}/${task.id}`, id] as const)));
  return (tasks) => {
    const domains: string[] = [];
    for (const task of tasks) {
      const domain = byTask.get(task);
      if (domain !== undefined && !domains.includes(domain)) domains.push(domain);
    }
    return domains;
  };
}

/** Groups by each of several keys; a card with two keys stands in both groups. */
export function grouped<Key>(cards: readonly StudiedCard[], keysOf: (card: StudiedCard) => readonly Key[]): Map<Key, StudiedCard[]> {
  const groups = new Map<Key, StudiedCard[]>();
  for (const card of cards) {
    for (const key of keysOf(card)) {
      const group = groups.get(key);
      if (group) group.push(card);
      else groups.set(key, [card]);
    }
  }
  return groups;
}
