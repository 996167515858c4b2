import { acrossPeeringCases, acrossRoutingCases, acrossVpcCases, acrossZonesCases, networkAclCases } from './acrossNetworkCases';
import type { RuleCase } from './cases';

/** Rules that need more than one resource. */
export const acrossCases: Readonly<Record<string, RuleCase>> = {
  ...acrossPeeringCases,
  ...acrossRoutingCases,
  ...acrossVpcCases,
  ...acrossZonesCases,
  ...networkAclCases,
};
