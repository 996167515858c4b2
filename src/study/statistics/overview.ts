import type { Exam } from '../../knowledge/schema';
import type { CardInfo } from '../asked';
import type { StudyState } from '../state';
import { calibrationOf, type Calibration } from './calibration';
import { forecastOf, type Forecast } from './forecast';
import { heatMapOf, type HeatMap } from './heatMap';
import { levelsOf, type Levels } from './levels';
import { planOf, type Plan } from './plan';
import { readinessOf, type Readiness } from './readiness';
import { recallCorrection, retentionOf, type Retention } from './retention';
import { studiedCards } from './studiedCards';
import { studyTimeOf, type StudyTime } from './studyTime';

/** Everything that is shown of the learner's progress, as plain data for the panel. */
export interface Overview {
  readonly exam: { readonly id: string; readonly code: string; readonly title: string };
  readonly readiness: Readiness;
  readonly plan: Plan;
  readonly forecast: Forecast;
  readonly calibration: Calibration;
  readonly retention: Retention;
  readonly levels: Levels;
  readonly heatMap: HeatMap;
  readonly time: StudyTime;
}

/** What the panel is given to show; an action that is chosen comes back as it is. */
export interface OverviewView {
  readonly kind: 'overview';
  readonly overview: Overview;
}

export interface OverviewOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 0.7 to 0.99. */
  readonly desiredRetention: number;
  /** `2026-12-24`; empty or left out for none. */
  readonly examDate?: string;
  /** The name of a service by its id; left out, the id stands for it. */
  readonly serviceName?: (service: string) => string;
}

/** Draws all statistics of an exam from the sums of the study state: no review is read again. `infos` are the cards of the deck. */
export function overviewOf(
  state: StudyState,
  infos: readonly CardInfo[],
  exam: Exam,
  { now, desiredRetention, examDate, serviceName = (service) => service }: OverviewOptions,
): Overview {
  const { calendar } = state.schedule.settings;
  const { days, cards: tallies } = state.history;
  const today = calendar.dayOf(now);
  const cards = studiedCards(state, infos, exam, now);
  const forecast = forecastOf(cards, calendar, now);
  const time = studyTimeOf(days, cards, today);
  const { secondsPerAnswer } = time;
  const retention = retentionOf(days, today, desiredRetention);
  return {
    exam: { id: exam.id, code: exam.code, title: exam.title },
    readiness: readinessOf(cards, exam, recallCorrection(retention)),
    plan: planOf(cards, exam, days, forecast, {
      calendar,
      now,
      ...(examDate === undefined ? {} : { examDate }),
      ...(secondsPerAnswer === undefined ? {} : { secondsPerAnswer }),
    }),
    forecast,
    calibration: calibrationOf(
      [...tallies.values()].map(({ sureness }) => sureness),
      cards,
      exam,
      serviceName,
    ),
    retention,
    levels: levelsOf(cards),
    heatMap: heatMapOf(days, today),
    time,
  };
}
