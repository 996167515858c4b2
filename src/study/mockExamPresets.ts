import type { Exam } from '../knowledge/schema';
import type { Message } from './mockExam';

/** What a mock exam is made by. */
export interface Preset {
  readonly id: 'full' | 'half' | 'quarter' | 'practice-form' | 'custom';
  readonly examId: string;
  readonly title: string;
  readonly questions: number;
  readonly minutes: number;
  /** Ids of the domains that are asked. */
  readonly domains: readonly string[];
}

/** The practice exam that was sold for the blueprint of 2014 had 40 questions; its time was the real exam's pace. */
const practiceQuestions = 40;

/** The mock exams that are offered for an exam; the shorter ones leave as much time for a question as the full one. */
export function presetsOf(exam: Exam): Preset[] {
  const preset = (id: Preset['id'], title: string, questions: number): Preset => ({
    id,
    examId: exam.id,
    title,
    questions,
    minutes: minutesFor(exam, questions),
    domains: exam.domains.map((domain) => domain.id),
  });
  const shorter = [
    preset('practice-form', 'Practice exam of 40 questions', practiceQuestions),
    preset('half', 'Half exam', Math.round(exam.questions / 2)),
    preset('quarter', 'Quarter exam', Math.round(exam.questions / 4)),
  ];
  return [preset('full', 'Full exam', exam.questions), ...shorter.filter(({ questions }) => questions > 0 && questions < exam.questions)];
}

/** Minutes for a number of questions at the exam's pace, at least one. */
export function minutesFor(exam: Exam, questions: number): number {
  return Math.max(1, Math.round((questions * exam.minutes) / exam.questions));
}

/** A mock exam of the learner's own measure, or why it cannot be. Domains left out are all of the exam's. */
export function customPreset(
  exam: Exam,
  { questions, minutes, domains }: { questions: number; minutes: number; domains?: readonly string[] },
): { readonly preset: Preset } | { readonly problem: Message } {
  const known = exam.domains.map(({ id }) => id);
  const most = { questions: exam.questions, minutes: 2 * exam.minutes };
  if (!Number.isInteger(questions) || questions < 1 || questions > most.questions) {
    return { problem: { text: 'Give a whole number of questions from 1 to {0}.', values: [most.questions] } };
  }
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > most.minutes) {
    return { problem: { text: 'Give a whole number of minutes from 1 to {0}.', values: [most.minutes] } };
  }
  if (domains?.length === 0) return { problem: { text: 'Choose at least one domain.', values: [] } };
  const unknown = domains?.find((domain) => !known.includes(domain));
  if (unknown !== undefined) return { problem: { text: 'Choose domains of {0}: it has no domain {1}.', values: [exam.code, unknown] } };
  return {
    preset: {
      id: 'custom',
      examId: exam.id,
      title: 'Custom exam',
      questions,
      minutes,
      domains: domains ? known.filter((domain) => domains.includes(domain)) : known,
    },
  };
}
