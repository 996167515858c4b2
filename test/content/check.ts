import { readContentFolder } from '../../src/build/contentFolder';
import { propertyLookup } from '../../src/build/cloudFormationProperties';
import { checkContent } from '../../src/knowledge/checkContent';
import { parseContent } from '../../src/knowledge/parseContent';
import { figuresOf, rightIsLongest, seedCoverage, seedTables } from './figures';
import { qualityProblems } from './quality';

/**
 * `npm run content -- [--json] [WORD ...]`: validates `notes/` and prints what it holds; words keep only problems of files
 * whose path has one. `--json` prints all figures and problems as one document.
 */
const json = process.argv.includes('--json');
const words = process.argv.slice(2).filter((word) => word !== '--json');
const parsed = parseContent(readContentFolder('notes'));
const quality = qualityProblems(parsed.content).map(({ id, message }) => {
  const place = parsed.places.get(id) ?? { path: '', position: { line: 0, column: 0 } };
  return { ...place, message: `${id}: ${message}` };
});
const problems = [...parsed.problems, ...checkContent(parsed, propertyLookup()), ...quality]
  .filter(({ path }) => words.length === 0 || words.some((word) => path.includes(word)))
  .map(({ path, position, message }) => `notes/${path}:${position.line + 1}:${position.column + 1}: ${message}`);
const figures = figuresOf(parsed.content, seedCoverage(), seedTables());

if (json) {
  console.log(JSON.stringify({ figures, rightLongest: parsed.content.questions.filter(rightIsLongest).map(({ id }) => id), problems }, undefined, 2));
} else {
  for (const problem of problems) console.log(problem);
  for (const line of summary()) console.log(line);
}
process.exitCode = problems.length > 0 ? 1 : 0;

function summary(): string[] {
  const { services, topics, facts, questions, coverage } = figures;
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  const list = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const domains = Object.entries(questions.domains).map(
    ([exam, shares]) =>
      `${exam}: ${Object.entries(shares)
        .map(([domain, one]) => `domain ${domain} ${one.questions} (${percent(one.share)}, weight ${percent(one.weight)})`)
        .join('; ')}`,
  );
  return [
    `${figures.exams} exams; ${services.count} services; ${topics.count} topics, ${topics.withDiagram} with a diagram; ${figures.comparisonTables} tables; ${figures.words} words`,
    `${facts.count} facts, ${facts.withProperty} of a property; ${figures.decisions} decisions; ${figures.changes} changes`,
    `${questions.count} questions: ${list(questions.types)}; multiple response ${percent(questions.multipleResponseShare)}; ${questions.scenarios} scenarios`,
    `levels: ${list(questions.levels)}; above "remember" ${percent(questions.aboveRememberShare)}`,
    `right option longest in ${percent(questions.rightLongestShare)}; place of the right one: ${list(questions.positionsOfRight)}; words in a stem: ${list(questions.stemWords)}`,
    ...domains,
    `seeds: ${coverage.taught} items taught, ${coverage.left} left out (${percent(coverage.leftShare)}), ${coverage.missing} missing of ${coverage.items}; ${coverage.tables} of 46 tables`,
    `${problems.length} problems`,
  ];
}
