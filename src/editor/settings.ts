import * as vscode from 'vscode';
import type { Severity } from '../iac/rules/rule';
import type { CardKind } from '../study/asked';
import { calendarOf } from '../study/calendar';
import type { ScheduleSettings } from '../study/schedule';
import { computedKinds, type ComputedKind } from '../iac/computed/computedFact';

interface Settings extends Readonly<Record<`inlayHints.${ComputedKind}`, boolean>> {
  readonly exam: string;
  readonly 'quiz.length': number;
  readonly 'hover.enabled': boolean;
  readonly 'codeLens.services': boolean;
  readonly 'codeLens.findings': boolean;
  readonly 'diagnostics.enabled': boolean;
  readonly 'diagnostics.level': Severity;
  readonly 'statusBar.enabled': boolean;
  readonly contentFolders: readonly string[];
  readonly progressFolder: string;
  readonly 'study.retention': number;
  readonly 'study.newPerDay': number;
  readonly 'study.reviewsPerDay': number;
  readonly 'study.learningSteps': readonly number[];
  readonly 'study.relearningSteps': readonly number[];
  readonly 'study.rolloverHour': number;
  readonly 'study.fuzz': boolean;
  readonly 'study.examDate': string;
  readonly 'study.cramReschedules': boolean;
  readonly 'study.cards': readonly CardKind[];
}

const presets: Settings = {
  exam: 'sap-c02',
  'quiz.length': 10,
  'hover.enabled': true,
  'codeLens.services': true,
  'codeLens.findings': true,
  'diagnostics.enabled': true,
  'diagnostics.level': 'hint',
  'statusBar.enabled': true,
  contentFolders: [],
  progressFolder: '',
  'study.retention': 0.9,
  'study.newPerDay': 20,
  'study.reviewsPerDay': 200,
  'study.learningSteps': [10],
  'study.relearningSteps': [10],
  'study.rolloverHour': 4,
  'study.fuzz': true,
  'study.examDate': '',
  'study.cramReschedules': false,
  'study.cards': ['question', 'fact', 'decision', 'drill', 'own'],
  ...(Object.fromEntries(computedKinds.map((kind) => [`inlayHints.${kind}`, true])) as Record<`inlayHints.${ComputedKind}`, boolean>),
};

/** A setting below `stackdrill.`. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return vscode.workspace.getConfiguration('stackdrill').get<Settings[Name]>(name, presets[name]);
}

/** By what rules cards come back, as set and with weights as fitted; values out of their ranges are brought into them. */
export function scheduleSettings(weights: readonly number[]): ScheduleSettings {
  const steps = (minutes: readonly number[]): number[] => minutes.filter((step) => step > 0 && step <= 1440).slice(0, 6);
  return {
    retention: between(0.7, setting('study.retention'), 0.99),
    learningSteps: steps(setting('study.learningSteps')),
    relearningSteps: steps(setting('study.relearningSteps')),
    maximumInterval: 36_500,
    fuzz: setting('study.fuzz'),
    weights,
    calendar: calendarOf(rolloverHour()),
  };
}

/** Hour at which the learner's next day begins. */
export function rolloverHour(): number {
  return Math.floor(between(0, setting('study.rolloverHour'), 23));
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
