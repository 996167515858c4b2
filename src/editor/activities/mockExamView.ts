import type { Knowledge } from '../../knowledge/knowledge';
import type { MockExamQuestion, MockExamView } from '../../panel/protocolMockExam';
import { statusOf, timeLeft, type MockExam, type MockExamItem } from '../../study/mockExam';
import { isOptionQuestion, questionOf } from '../../study/session';

/** What the panel is given of a running mock exam: nothing that tells what is right. */
export function mockExamView(
  mockExam: MockExam,
  { knowledge, title, timeHidden, sequence, now }: { knowledge: Knowledge; title: string; timeHidden: boolean; sequence: number; now: number },
): MockExamView {
  const { mode, minutes, items, current, clock } = mockExam;
  const shown = clock.paused ? undefined : items[current];
  const question = shown && questionView(shown, knowledge);
  return {
    kind: 'mockExam',
    title,
    mode,
    minutes,
    timeLeft: Math.max(0, timeLeft(mockExam, now)),
    timeHidden,
    paused: clock.paused,
    sequence,
    current,
    items: items.map((item) => ({ status: statusOf(item), flagged: item.flagged })),
    ...(question ? { question } : {}),
  };
}

function questionView({ card, picks, order, chosen, struck }: MockExamItem, knowledge: Knowledge): MockExamQuestion | undefined {
  const question = knowledge.question(questionOf(card) ?? '');
  if (!question || !isOptionQuestion(question)) return undefined;
  const options = order.map((option) => ({ option, text: question.options[option]?.text ?? '', struck: struck.includes(option) }));
  return { stem: question.stem, picks, options, chosen };
}
