import { titleOf } from '../../knowledge/content';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Exam } from '../../knowledge/schema';
import type { MockExamPart, MockExamResultItem, MockExamResultView } from '../../panel/protocolMockExam';
import { fingerprintOf } from '../../study/mockExamDraw';
import { misses, type ItemResult, type MockExamResult } from '../../study/mockExamResult';
import type { Share } from '../../study/mockExamScore';
import { isOptionQuestion, questionOf } from '../../study/session';
import { mockExamTitle, told } from '../mockExamChoice';

export function mockExamResultView(
  result: MockExamResult,
  { knowledge, exam, missesAreCards }: { knowledge: Knowledge; exam: Exam; missesAreCards: boolean },
): MockExamResultView {
  const { id, mode, finished, minutes, elapsed, score, low, high, passed, passingScore, overall, items } = result;
  return {
    kind: 'mockExamResult',
    id,
    title: mockExamTitle(exam.code, result.title),
    mode,
    finished,
    minutes,
    elapsed,
    score,
    low,
    high,
    passed,
    passingScore,
    note: told(result.estimateNote),
    overall,
    domains: result.domains.map((domain) => partOf(`${domain.id}. ${domain.title}`, domain)),
    tasks: result.tasks.map((task) => partOf(`${task.task.slice(task.task.indexOf('/') + 1)} ${task.title}`, task)),
    weakest: result.weakest?.title ?? '',
    meanMilliseconds: result.meanMilliseconds,
    slowest: result.slowest.map((item) => items.indexOf(item)),
    changes: result.changes,
    flagged: result.flagged,
    unanswered: result.unanswered,
    withdrawn: result.withdrawn,
    items: items.map((item) => itemView(item, knowledge)),
    misses: misses(result),
    missesAreCards,
  };
}

function partOf(name: string, { right, total, share, low, high }: Share): MockExamPart {
  return { name, right, total, share, low, high };
}

function itemView(
  { card, task, fingerprint, order, chosen, struck, flagged, milliseconds, outcome, changed }: ItemResult,
  knowledge: Knowledge,
): MockExamResultItem {
  const id = questionOf(card) ?? '';
  const question = knowledge.question(id);
  const base = { task: task.slice(task.indexOf('/') + 1), outcome, flagged, milliseconds, change: changed?.change ?? null };
  if (!question || !isOptionQuestion(question) || fingerprintOf(question) !== fingerprint) {
    return { ...base, stem: question?.stem ?? id, options: [], sources: [], facts: [], services: [] };
  }
  return {
    ...base,
    stem: question.stem,
    options: order.flatMap((index) => {
      const option = question.options[index];
      if (!option) return [];
      const { text, correct, rationale, tempting = '' } = option;
      const first = changed?.first.includes(index) ?? false;
      return [{ text, correct, rationale, tempting, chosen: chosen.includes(index), struck: struck.includes(index), first }];
    }),
    sources: question.sources,
    facts: question.facts.flatMap((reference) => {
      const statement = knowledge.fact(reference)?.fact.statement ?? knowledge.decision(reference)?.decision.use;
      return statement === undefined ? [] : [{ reference, statement }];
    }),
    services: question.services.map((service) => {
      const note = knowledge.note(service);
      return { id: service, name: note ? titleOf(note) : service };
    }),
  };
}
