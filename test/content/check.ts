import { readContentFolder } from '../../src/build/contentFolder';
import { propertyLookup } from '../../src/build/cloudFormationProperties';
import { checkContent } from '../../src/knowledge/checkContent';
import { parseContent } from '../../src/knowledge/parseContent';

/** `npm run content -- [WORD ...]`: validates `notes/` and prints what it holds; words keep only problems of files whose path has one. */
const words = process.argv.slice(2);
const parsed = parseContent(readContentFolder('notes'));
const problems = [...parsed.problems, ...checkContent(parsed, propertyLookup())].filter(
  ({ path }) => words.length === 0 || words.some((word) => path.includes(word)),
);
for (const { path, position, message } of problems) {
  console.log(`notes/${path}:${position.line + 1}:${position.column + 1}: ${message}`);
}
const { exams, services, topics, questions } = parsed.content;
const notes = [...services, ...topics];
const facts = notes.flatMap((note) => note.facts);
const choices = questions.filter((question) => question.type === 'choice' || question.type === 'multiple-response');
const longest = choices.filter(
  ({ type, options }) =>
    type === 'choice' && options.every((option) => option.correct || option.text.length < (options.find(({ correct }) => correct)?.text.length ?? 0)),
);
console.log(
  [
    `${exams.length} exams, ${services.length} services, ${topics.length} topics`,
    `${facts.length} facts (${facts.filter(({ was }) => was).length} with an older value), ${notes.flatMap((note) => note.decisions).length} decisions`,
    `${questions.length} questions (${questions.filter(({ type }) => type === 'multiple-response').length} multiple response), right option longest in ${longest.length}`,
    `${problems.length} problems`,
  ].join('; '),
);
process.exitCode = problems.length > 0 ? 1 : 0;
