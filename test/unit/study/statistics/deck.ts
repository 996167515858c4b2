import type { Exam, Question } from '../../../../src/knowledge/schema';
import { kindOf, type CardInfo } from '../../../../src/study/asked';
import { calendarOf } from '../../../../src/study/calendar';
import type { Entry } from '../../../../src/study/log';
import { gradeOf, type Review, type Sureness } from '../../../../src/study/review';
import { defaultSettings, type ScheduleSettings } from '../../../../src/study/schedule';
import { StudyState } from '../../../../src/study/state';
import { studiedCards, type StudiedCard } from '../../../../src/study/statistics/studiedCards';

export const day = 86_400_000;
/** Thursday, 5 November 2026, 12:00; the learner's days begin at 4:00 UTC. */
export const noon = Date.UTC(2026, 10, 5, 12);
export const calendar = calendarOf(4, () => 0);
export const today = calendar.dayOf(noon);
export const settings: ScheduleSettings = { ...defaultSettings, calendar, fuzz: false };

export const exam: Exam = {
  id: 'sap-c02',
  code: 'SAP-C02',
  title: 'AWS Certified Solutions Architect - Professional',
  state: 'current',
  since: '2022-11-15',
  questions: 75,
  unscored: 10,
  minutes: 180,
  domains: [
    { id: '1', title: 'Organizational complexity', weight: 50, tasks: [{ id: '1.1', title: 'Networks' }] },
    { id: '2', title: 'New solutions', weight: 30, tasks: [{ id: '2.1', title: 'Deploy' }] },
    { id: '3', title: 'Migration', weight: 20, tasks: [{ id: '3.1', title: 'Move' }] },
  ],
  source: 'https://aws.amazon.com/certification/',
  checked: '2026-11-01',
};

interface InfoParts {
  readonly domains?: readonly string[];
  readonly services?: readonly string[];
  readonly level?: Question['level'];
}

export function info(card: string, { domains = ['1'], services = ['sqs'], level = 'apply' }: InfoParts = {}): CardInfo {
  const tasks = domains.map((domain) => `sap-c02/${domain}.1`);
  return { card, kind: kindOf(card) ?? 'question', title: card, tasks, services, facts: [], level };
}

/** Cards of one domain, `question:1-0` and so on. */
export function infosOf(domain: string, count: number): CardInfo[] {
  return Array.from({ length: count }, (_, index) => info(`question:${domain}-${index}`, { domains: [domain] }));
}

let made = 0;

export interface AnswerParts {
  readonly correct?: boolean;
  readonly sureness?: Sureness | null;
  readonly duration?: number;
  readonly practice?: 'cram' | 'exam';
}

export function answer(card: string, time: number, { correct = true, sureness = null, duration = 30_000, practice }: AnswerParts = {}): Review {
  const review: Review = { kind: 'review', id: `answer-${made++}`, card, time, grade: gradeOf(correct, sureness), correct, sureness, duration };
  return practice ? { ...review, practice } : review;
}

/** Folds entries in the order of time. */
export function stateOf(entries: readonly Entry[]): StudyState {
  return StudyState.of(
    [...entries].sort((one, other) => one.time - other.time),
    settings,
  );
}

export function cardsOf(entries: readonly Entry[], infos: readonly CardInfo[], now = noon): StudiedCard[] {
  return studiedCards(stateOf(entries), infos, exam, now);
}

/** A card as the statistics see it, with a recall that is set by hand. */
export function seenCard(card: string, recall: number, parts: InfoParts = {}): StudiedCard {
  const tally = { answers: 1, right: 1, milliseconds: 0, lastWrong: 0, sureness: { guess: none(), 'think-so': none(), sure: none() } };
  return { info: info(card, parts), domains: parts.domains ?? ['1'], tally, recall, due: noon, firstRight: true, suspended: false };
}

function none() {
  return { answers: 0, right: 0 };
}
