import { propertyAt, type Resource } from '../model';
import { isUnset, placesAt, required } from './demands';
import { mentions, namedBy } from './references';
import type { Rule, RuleContext } from './rule';
import { securityGroup } from './securityGroupTraffic';

const group = [securityGroup];
const service = 'security-groups';
const balancers = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];
const ownRules = ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'];

/** A load balancer that names the group for certain. */
function balancerOf(resource: Resource, context: RuleContext): Resource | undefined {
  return balancers
    .flatMap((type) => context.ofType(type))
    .find((balancer) => placesAt(balancer, 'SecurityGroups').some(({ value }) => value !== undefined && mentions(value, resource, context) === true));
}

/** True where it is certain that the group has no rule of the direction: neither its own, nor one of a resource. */
function hasNone(resource: Resource, direction: 'Ingress' | 'Egress', context: RuleContext): boolean {
  return (
    placesAt(resource, `SecurityGroup${direction}`).every(isUnset) &&
    namedBy(resource, `AWS::EC2::SecurityGroup${direction}`, ['GroupId', 'GroupName'], context) === false
  );
}

export const securityGroupSettingRules: readonly Rule[] = [
  required(
    {
      id: 'security-group-description',
      service,
      title: 'Security group without description',
      why: 'CloudFormation refuses a group without GroupDescription, and a reader needs to know what it is for.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.1'],
      fact: 'security-groups#description',
      types: group,
    },
    { paths: ['GroupDescription'], message: 'A security group needs a GroupDescription; without one it is not created.' },
  ),
  required(
    {
      id: 'security-group-without-vpc',
      service,
      title: 'Security group in no named VPC',
      why: 'Without a VPC the group lands in the default VPC of the Region, or fails where there is none.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-2014/4.1'],
      fact: 'security-groups#without-vpc',
      types: group,
    },
    {
      paths: ['VpcId'],
      message: 'VpcId is not set, so the group is made in the default VPC of the Region, if there is one. EC2-Classic, where that was usual, is retired.',
    },
  ),
  {
    id: 'security-group-no-egress',
    service: 'vpc',
    title: 'Security group without outbound rules',
    why: 'What a template does not restrict is open: without an outbound rule the group lets everything out.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
    fact: 'vpc#sg-egress',
    types: group,
    check: (resource, context) =>
      hasNone(resource, 'Egress', context)
        ? [
            {
              span: propertyAt(resource, 'SecurityGroupEgress')?.nameSpan ?? resource.typeSpan,
              message: 'No outbound rule is written, so everything may go out, to anywhere. Name what this group has to reach.',
            },
          ]
        : undefined,
  },
  {
    id: 'security-group-default-opened',
    service,
    title: 'Rule on the default security group',
    why: 'Everything in the VPC that names no group gets the default one, so a rule there opens what nobody thought of.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
    fact: 'security-groups#default-group',
    types: ownRules,
    check: (resource, context) => {
      const target = propertyAt(resource, 'GroupId')?.value;
      if (target?.kind !== 'reference' || context.resource(target.target)?.type !== 'AWS::EC2::VPC') return undefined;
      return [
        { span: target, message: `This adds a rule to the default group of ${target.target}. Leave that one empty and give each tier a group of its own.` },
      ];
    },
  },
  {
    id: 'security-group-balancer-closed',
    service: 'vpc',
    title: 'Load balancer whose security group lets nothing in',
    why: 'A group without inbound rules drops every request before the load balancer sees it.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'saa-c03/2.2', 'sap-2014/4.1'],
    fact: 'vpc#sg-allow-only',
    types: group,
    check: (resource, context) => {
      const balancer = hasNone(resource, 'Ingress', context) ? balancerOf(resource, context) : undefined;
      return (
        balancer && [
          {
            span: propertyAt(resource, 'SecurityGroupIngress')?.nameSpan ?? resource.typeSpan,
            message: `${balancer.id} uses this group, which has no inbound rule: no client gets through unless another of its groups admits it.`,
          },
        ]
      );
    },
  },
  {
    id: 'ec2-default-security-group',
    service,
    title: 'Instance in the default security group',
    why: 'Members of the default group reach each other on every port, and everything that names no group is a member.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'],
    fact: 'security-groups#default-group',
    types: ['AWS::EC2::Instance'],
    check: (resource, context) => {
      const paths = ['SecurityGroupIds', 'SecurityGroups', 'NetworkInterfaces', 'LaunchTemplate'];
      if (paths.every((path) => placesAt(resource, path).every(isUnset))) {
        return [{ span: resource.typeSpan, message: 'No security group is named, so the instance gets the default group of its VPC. Give it one of its own.' }];
      }
      return ['SecurityGroupIds', 'SecurityGroups'].flatMap((path) => {
        const value = propertyAt(resource, path)?.value;
        return (value?.kind === 'list' ? value.items : [])
          .filter((item) =>
            item.kind === 'reference' ? context.resource(item.target)?.type === 'AWS::EC2::VPC' : item.kind === 'known' && item.value === 'default',
          )
          .map((item) => ({ span: item, message: 'The default group admits every other member on every port. Give the instance a group of its own.' }));
      });
    },
  },
];
