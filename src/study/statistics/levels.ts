import type { Question } from '../../knowledge/schema';
import type { OverviewAction } from './action';
import { counted, percent, wilson, type Estimate } from './estimate';
import { grouped, type StudiedCard } from './studiedCards';

export type Level = Question['level'];

/** Bloom's levels, the easiest first, in the words of the panel. */
export const levelLabels: readonly { readonly level: Level; readonly label: string }[] = [
  { level: 'remember', label: 'Remember' },
  { level: 'understand', label: 'Understand' },
  { level: 'apply', label: 'Apply' },
  { level: 'analyze', label: 'Analyze' },
  { level: 'evaluate', label: 'Evaluate' },
];

export interface LevelRow {
  readonly level: Level;
  readonly label: string;
  readonly cards: number;
  readonly seen: number;
  readonly answers: number;
  readonly right: number;
  /** Share of right answers with its interval of 90 %; nothing without answers. */
  readonly share?: Estimate;
  /** Mean predicted recall of the cards that the schedule has seen; nothing where there are none. */
  readonly recall?: number;
  readonly action: OverviewAction;
}

export interface Levels {
  readonly rows: readonly LevelRow[];
  readonly sentence: string;
}

/** How well each of Bloom's levels goes. */
export function levelsOf(cards: readonly StudiedCard[]): Levels {
  const byLevel = grouped(cards, ({ info }) => [info.level]);
  const rows = levelLabels.map(({ level, label }): LevelRow => {
    const own = byLevel.get(level) ?? [];
    const recalls = own.flatMap(({ recall }) => (recall === undefined ? [] : [recall]));
    const answers = own.reduce((sum, { tally }) => sum + (tally?.answers ?? 0), 0);
    const right = own.reduce((sum, { tally }) => sum + (tally?.right ?? 0), 0);
    const share = wilson(right, answers);
    return {
      level,
      label,
      cards: own.length,
      seen: own.filter(({ tally }) => tally).length,
      answers,
      right,
      ...(share ? { share } : {}),
      ...(recalls.length > 0 ? { recall: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length } : {}),
      action: { kind: 'level', level },
    };
  });
  return { rows, sentence: sentenceOf(rows) };
}

function sentenceOf(rows: readonly LevelRow[]): string {
  const answered = rows.filter(({ share }) => share);
  const [lowest] = [...answered].sort((one, other) => (one.share?.value ?? 1) - (other.share?.value ?? 1));
  if (!lowest?.share) return 'No card of this exam has been answered yet.';
  return answered.length === 1
    ? `"${lowest.label}": right on ${percent(lowest.share.value)} of ${counted(lowest.answers, 'answer', 'answers')}.`
    : `The lowest share is at "${lowest.label}": right on ${percent(lowest.share.value)} of ${counted(lowest.answers, 'answer', 'answers')}.`;
}
