import * as vscode from 'vscode';
import { clockRules } from '../../study/mockExam';
import { mockExamTitle } from '../mockExamChoice';
import type { MockExams, MockExamStage, PreparedMockExam } from '../mockExams';
import type { Activity } from './activity';

/** The page before a mock exam: what it will be, while no clock runs yet. After a reload the history stands in its place. */
export function mockExamStartActivity(
  prepared: PreparedMockExam,
  { mockExams, stage, discards }: { mockExams: MockExams; stage: MockExamStage; discards: boolean },
): Activity {
  const { exam, preset, mode, draw } = prepared;
  const title = mockExamTitle(exam.code, preset.title);
  const warnings = [
    ...(discards ? [vscode.l10n.t('Another mock exam is running. It is discarded when you begin this one.')] : []),
    ...draw.shortfall.map(({ domain, wanted, found }) =>
      vscode.l10n.t('Domain {0} has only {2} of the {1} questions it should give; other domains fill in where they can.', domain, wanted, found),
    ),
    ...(draw.missing > 0 ? [vscode.l10n.t('There are {0} questions too few, so this mock exam is shorter.', draw.missing)] : []),
  ];
  let begun = false;
  return {
    title,
    kept: { kind: 'mockExams' },
    view: () =>
      Promise.resolve({
        kind: 'mockExamStart',
        title,
        mode,
        questions: draw.picked.length,
        minutes: preset.minutes,
        clockRule: vscode.l10n.t(clockRules[mode]),
        warnings,
      }),
    receive: async ({ type }) => {
      if (type !== 'beginMockExam' || begun) return;
      begun = true;
      await mockExams.begin(prepared, stage);
    },
  };
}
