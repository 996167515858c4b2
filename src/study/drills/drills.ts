import type { Question } from '../../knowledge/schema';
import type { Asked, CardInfo } from '../asked';
import { seededRandom } from '../random';
import { availabilityDrills } from './availability';
import { computeDrills } from './compute';
import { databaseDrills } from './database';
import { isChoiceProblem, type Drill, type Problem } from './drill';
import { gatewayDrills } from './gateway';
import { networkDrills } from './network';
import { objectDrills } from './objects';
import { peeringDrills } from './peering';
import { purchasingDrills } from './purchasing';
import { queueDrills } from './queues';
import { recoveryDrills } from './recovery';
import { streamDrills } from './streams';
import { transferDrills } from './transfer';
import { volumeDrills } from './volumes';

/** Every drill there is, by field. */
export const drills: readonly Drill[] = [
  ...databaseDrills,
  ...networkDrills,
  ...peeringDrills,
  ...volumeDrills,
  ...objectDrills,
  ...gatewayDrills,
  ...streamDrills,
  ...queueDrills,
  ...computeDrills,
  ...purchasingDrills,
  ...availabilityDrills,
  ...recoveryDrills,
  ...transferDrills,
];

const prefix = 'drill:';

export function drillCards(): CardInfo[] {
  return drills.map(({ id, title, tasks, services, facts, level }) => ({ card: `${prefix}${id}`, kind: 'drill', title, tasks, services, facts, level }));
}

/** The drill behind a card with numbers made from the seed; undefined where the card is no drill. Same seed, same problem. */
export function askDrill(card: string, seed: number): Asked | undefined {
  const drill = drills.find(({ id }) => card === `${prefix}${id}`);
  if (!drill) return undefined;
  const problem = drill.make(seededRandom(seed));
  // A number has the rule as its rationale; a choice has none but those of its options.
  const solution = isChoiceProblem(problem) ? [drill.rule, ...problem.solution] : problem.solution;
  return { card, prompt: questionOf(drill, problem), solution };
}

/** The problem as a question like those of the notes; its id is the drill's. */
function questionOf(drill: Drill, problem: Problem): Question {
  const fields = {
    id: drill.id,
    tasks: [...drill.tasks],
    services: [...drill.services],
    facts: [...drill.facts],
    level: drill.level,
    stem: problem.stem,
    sources: [...drill.sources],
    checked: drill.checked,
  };
  return isChoiceProblem(problem)
    ? { ...fields, type: 'choice', options: problem.options.map((option) => ({ ...option })) }
    : { ...fields, type: 'number', answer: { ...problem.answer }, rationale: drill.rule };
}
