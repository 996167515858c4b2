import type { Resource } from '../model';
import { isUnset, placesAt } from './demands';
import { mentions, namedBy } from './references';
import type { Rule, RuleContext } from './rule';

/** Where an Elastic IP address is put to use. */
const uses: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::EIPAssociation': ['AllocationId', 'EIP'],
  'AWS::EC2::NatGateway': ['AllocationId', 'SecondaryAllocationIds'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['SubnetMappings.*.AllocationId'],
};

function mayBeUsed(resource: Resource, context: RuleContext): boolean {
  return (
    Object.entries(uses).some(([type, paths]) => namedBy(resource, type, paths, context) !== false) ||
    context.template.resources.some((other) => other !== resource && mentions(other.properties, resource, context) === true)
  );
}

export const elasticIpRules: readonly Rule[] = [
  {
    id: 'elastic-ip-unattached',
    service: 'vpc',
    title: 'Elastic IP address that nothing uses',
    why: 'An Elastic IP address is billed by the hour, in use or idle.',
    severity: 'hint',
    tasks: ['saa-c03/4.4', 'sap-c02/3.5', 'sap-2014/2.1'],
    fact: 'vpc#public-ipv4-charge',
    types: ['AWS::EC2::EIP'],
    check: (resource, context) =>
      resource.defaults === undefined && placesAt(resource, 'InstanceId').every(isUnset) && !mayBeUsed(resource, context)
        ? [{ span: resource.typeSpan, message: 'Nothing in this template uses the address, and it is billed all the same. Associate it or leave it out.' }]
        : undefined,
  },
];
