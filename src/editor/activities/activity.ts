import type { PanelMessage, PanelState, View } from '../../panel/protocol';
import type { QuizScope } from '../../study/scope';

/** What the study panel can show: a note, a quiz, a mock exam ... Each draws itself and answers its own messages. */
export interface Activity {
  readonly title: string;
  /** What the panel's window keeps over a reload, from which the activity is made again. */
  readonly kept: PanelState;
  view(): Promise<View>;
  /** Answers a message of the panel; shows itself again where something has changed. */
  receive?(message: PanelMessage): Promise<void>;
  /** Called when something else is shown, or the panel is closed. */
  leave?(): void;
}

/** The panel, as activities see it. */
export interface Stage {
  /** Shows an activity; the one that is shown already is drawn again. */
  show(activity: Activity): Promise<void>;
  /** Whether this is what the panel shows at the moment. */
  isShown(activity: Activity): boolean;
  startQuiz(scope: QuizScope): Promise<void>;
}
