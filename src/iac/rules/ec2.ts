import { always, isAbsent, isTrue, knownAt, numberOf, propertyAt } from '../model';
import type { Rule } from './rule';

/** Families that AWS lists as previous generation, by their first letters and number. */
const previousGeneration = /^(?:t1|m1|m2|m3|c1|c3|cc2|cr1|g2|hs1|i2|r3)\./;

export const ec2Rules: readonly Rule[] = [
  {
    id: 'ec2-previous-generation',
    service: 'ec2',
    title: 'Instance type of a previous generation',
    why: 'Newer families do the same work for less, and questions about cost expect the current ones.',
    severity: 'hint',
    tasks: ['saa-c03/4.2', 'sap-c02/3.5'],
    fact: 'ec2#instance-type-change',
    types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::AutoScaling::AutoScalingGroup'],
    check: (resource) => {
      const path = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.InstanceType' : 'InstanceType';
      const value = propertyAt(resource, path)?.value;
      if (!always(value, (type) => previousGeneration.test(String(type)))) return undefined;
      const shown = value.kind === 'known' ? String(value.value) : 'This type';
      return [{ span: value, message: `${shown} belongs to a previous generation; a current family gives more for the money.` }];
    },
  },
  {
    id: 'ec2-imds-v1',
    service: 'ec2',
    title: 'Instance metadata without a token',
    why: 'Version 1 of the metadata service answers any request that a program can be tricked into, credentials included.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'ec2#imds-tokens',
    types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
    check: (resource) => {
      const path = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.MetadataOptions.HttpTokens' : 'MetadataOptions.HttpTokens';
      const value = propertyAt(resource, path)?.value;
      if (!always(value, (tokens) => tokens === 'optional')) return undefined;
      return [{ span: value, message: 'Tokens are optional, so version 1 of the metadata service stays open. Require them (IMDSv2).' }];
    },
  },
  {
    id: 'ec2-nat-source-dest-check',
    service: 'vpc',
    title: 'NAT instance that drops what it should forward',
    why: 'An instance only forwards traffic of others when its source/destination check is off.',
    severity: 'warning',
    tasks: ['sap-2014/4.1', 'saa-c03/3.4'],
    fact: 'vpc#source-dest-check',
    types: ['AWS::EC2::Route'],
    check: (resource, context) => {
      const target = propertyAt(resource, 'InstanceId')?.value;
      const destination = knownAt(resource, 'DestinationCidrBlock')?.value;
      const instance = target?.kind === 'reference' ? context.resource(target.target) : undefined;
      if (destination !== '0.0.0.0/0' || instance?.type !== 'AWS::EC2::Instance' || !target) return undefined;
      const check = propertyAt(instance, 'SourceDestCheck')?.value;
      // With network interfaces of its own, the check is set on those.
      if (check ? !always(check, isTrue) : !isAbsent(instance, 'SourceDestCheck') || !isAbsent(instance, 'NetworkInterfaces')) return undefined;
      return [{ span: target, message: `${instance.id} forwards nothing while its SourceDestCheck is on. Set it to false, or use a NAT gateway.` }];
    },
  },
  {
    id: 'autoscaling-launch-configuration',
    service: 'ec2',
    title: 'Launch configuration',
    why: 'Launch configurations get no new features and new accounts cannot create them; launch templates replace them.',
    severity: 'information',
    tasks: ['saa-c03/3.2', 'sap-c02/3.1'],
    fact: 'ec2#launch-configuration',
    types: ['AWS::AutoScaling::LaunchConfiguration'],
    check: (resource) => [{ span: resource.typeSpan, message: 'New accounts cannot create launch configurations any more. Use a launch template.' }],
  },
  {
    id: 'autoscaling-one-zone',
    service: 'ec2',
    title: 'Auto Scaling group in one zone',
    why: 'A group in one zone replaces instances, but cannot outlive its zone.',
    severity: 'information',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
    fact: 'ec2#group-subnets',
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    check: (resource, context) => {
      for (const path of ['VPCZoneIdentifier', 'AvailabilityZones']) {
        const value = propertyAt(resource, path)?.value;
        const [only] = value?.kind === 'list' ? value.items : [];
        if (value?.kind !== 'list' || value.items.length !== 1 || !only) continue;
        // A GetAtt of another stack may hand over several subnets in one text.
        const subnet = only.kind === 'reference' && context.resource(only.target)?.type === 'AWS::EC2::Subnet';
        if (subnet || (only.kind === 'known' && only.parameter === undefined && !String(only.value).includes(','))) {
          return [{ span: only, message: 'All instances are in one zone. Give the group subnets in two or more.' }];
        }
      }
      return undefined;
    },
  },
  {
    id: 'autoscaling-health-check',
    service: 'ec2',
    title: 'Load-balanced group that checks instances only',
    why: 'With EC2 checks the group keeps an instance whose application is dead, while the load balancer sends it nothing.',
    severity: 'information',
    tasks: ['saa-c03/2.2', 'sap-c02/3.4', 'sap-2014/1.4'],
    fact: 'ec2#health-check-type',
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    check: (resource) => {
      const balanced = ['TargetGroupARNs', 'LoadBalancerNames']
        .map((path) => propertyAt(resource, path))
        .find(
          (property) =>
            property?.value.kind === 'list' && property.value.items.some((item) => item.kind === 'reference' || (item.kind === 'known' && item.value !== '')),
        );
      if (!balanced) return undefined;
      const type = propertyAt(resource, 'HealthCheckType')?.value;
      if (type ? !always(type, (value) => value === 'EC2') : !isAbsent(resource, 'HealthCheckType')) return undefined;
      return [
        {
          span: type ?? balanced.nameSpan,
          message: 'The group is behind a load balancer but only checks the instances. Set HealthCheckType to ELB so that a dead application is replaced.',
        },
      ];
    },
  },
  {
    id: 'autoscaling-simple-scaling',
    service: 'ec2',
    title: 'Simple scaling policy',
    why: 'Simple scaling waits out its cooldown whatever happens; step and target tracking policies keep reacting.',
    severity: 'hint',
    tasks: ['saa-c03/3.2', 'sap-c02/3.3', 'sap-2014/1.4'],
    fact: 'ec2#policy-type',
    types: ['AWS::AutoScaling::ScalingPolicy'],
    check: (resource) => {
      const type = propertyAt(resource, 'PolicyType')?.value;
      if (type ? !always(type, (value) => value === 'SimpleScaling') : !isAbsent(resource, 'PolicyType')) return undefined;
      if (!propertyAt(resource, 'ScalingAdjustment')) return undefined;
      return [
        {
          span: type ?? resource.typeSpan,
          message: 'Simple scaling does nothing during its cooldown. Target tracking needs no thresholds; step scaling reacts to how far an alarm is exceeded.',
        },
      ];
    },
  },
  {
    id: 'autoscaling-cannot-scale',
    service: 'ec2',
    title: 'Group whose minimum is its maximum',
    why: 'Equal bounds heal but never scale, whatever policies say.',
    severity: 'hint',
    tasks: ['saa-c03/3.2'],
    fact: 'ec2#max-size',
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    check: (resource, context) => {
      const minimum = knownAt(resource, 'MinSize');
      const maximum = knownAt(resource, 'MaxSize');
      if (!maximum || minimum?.parameter !== undefined || maximum.parameter !== undefined) return undefined;
      if (numberOf(minimum) === undefined || numberOf(minimum) !== numberOf(maximum)) return undefined;
      const namedBy = (type: string): boolean =>
        context.ofType(type).some((other) => {
          const group = propertyAt(other, 'AutoScalingGroupName')?.value;
          return group?.kind === 'reference' && group.target === (resource.holder ?? resource.id);
        });
      // A schedule may move the bounds apart.
      return namedBy('AWS::AutoScaling::ScalingPolicy') && !namedBy('AWS::AutoScaling::ScheduledAction')
        ? [{ span: maximum, message: "MinSize and MaxSize are equal, so this group's scaling policy can change nothing." }]
        : undefined;
    },
  },
];
