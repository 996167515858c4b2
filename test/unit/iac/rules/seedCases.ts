import type { RuleCase } from './cases';
import { choiceCases, databaseChoiceCases, retiredServiceCases, storageLifecycleCases } from './seedChoiceCases';
import { countCases, limitCases, volumeCases } from './seedLimitCases';

/** Rules that come from study notes: limits, choices of a service or class, and what AWS has ended. */
export const seedCases: Readonly<Record<string, RuleCase>> = {
  ...choiceCases,
  ...countCases,
  ...databaseChoiceCases,
  ...limitCases,
  ...retiredServiceCases,
  ...storageLifecycleCases,
  ...volumeCases,
};
