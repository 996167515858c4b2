import { bucketReaderCases, deadLetterCases, eventMappingCases, permissionCases } from './acrossEventCases';
import { acrossPeeringCases, acrossRoutingCases, acrossVpcCases, acrossZonesCases, networkAclCases } from './acrossNetworkCases';
import { balancerPartCases, containerCases, dnsRecordCases, scalingLinkCases } from './acrossServiceCases';
import type { RuleCase } from './cases';

/** Rules that need more than one resource. */
export const acrossCases: Readonly<Record<string, RuleCase>> = {
  ...acrossPeeringCases,
  ...acrossRoutingCases,
  ...acrossVpcCases,
  ...acrossZonesCases,
  ...balancerPartCases,
  ...bucketReaderCases,
  ...containerCases,
  ...deadLetterCases,
  ...dnsRecordCases,
  ...eventMappingCases,
  ...networkAclCases,
  ...permissionCases,
  ...scalingLinkCases,
};
