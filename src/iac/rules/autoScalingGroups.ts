import { always, numberOf, propertyAt, propertyOf, type Resource } from '../model';
import { demand, isUnset, itemsAt, placesAt, placesIn, required, surely } from './demands';
import type { Rule } from './rule';

const group = ['AWS::AutoScaling::AutoScalingGroup'];
const availability = ['saa-c03/2.2', 'sap-c02/3.4', 'sap-2014/1.4'] as const;

function checksApplication(resource: Resource): boolean {
  return surely(resource, 'HealthCheckType', (type) => /\b(?:ELB|VPC_LATTICE)\b/.test(String(type)));
}

/** True where it is certain that the group has no UpdatePolicy; that of an L1 construct is set outside of its properties. */
function isNeverReplaced({ construct, attributes, properties }: Resource): boolean {
  if (construct === undefined) return attributes.complete && !propertyOf(attributes, 'UpdatePolicy');
  return construct === 'AutoScalingGroup' && properties.complete && !['UpdatePolicy', 'UpdateType'].some((name) => propertyOf(properties, name));
}

export const autoScalingGroupRules: readonly Rule[] = [
  demand(
    {
      id: 'autoscaling-no-grace-period',
      service: 'ec2',
      title: 'Group that judges instances while they start',
      why: 'Without a grace period an instance that needs a minute to start fails its first check and is replaced, again and again.',
      severity: 'information',
      tasks: availability,
      fact: 'ec2#grace-period',
      types: group,
    },
    {
      path: 'HealthCheckGracePeriod',
      is: (seconds) => Number(seconds) > 0,
      whenAbsent: false,
      when: checksApplication,
      message: (how) =>
        `HealthCheckGracePeriod ${how === 'is not set' ? 'is not set, and the default in a template is 0 seconds' : how}. Give the application the time that it takes to start.`,
    },
  ),
  required(
    {
      id: 'autoscaling-no-tags',
      service: 'ec2-auto-scaling',
      title: 'Auto Scaling group without tags',
      why: 'Tags that are passed on are how the instances of a group are told apart, billed and found.',
      severity: 'hint',
      tasks: ['saa-c03/4.2', 'sap-c02/1.5', 'sap-2014/2.2'],
      fact: 'ec2-auto-scaling#tags',
      types: group,
    },
    { paths: ['Tags'], message: 'The group has no tags to hand on to its instances. Tag it, with PropagateAtLaunch.' },
  ),
  required(
    {
      id: 'autoscaling-no-notifications',
      service: 'ec2-auto-scaling',
      title: 'Auto Scaling group that tells nobody',
      why: 'Failed launches and endless replacements are noticed late when nobody is told.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/3.1'],
      fact: 'ec2-auto-scaling#notifications',
      types: group,
    },
    {
      paths: ['NotificationConfigurations', 'NotificationConfiguration'],
      message: 'Nobody is told when instances are launched, terminated or fail to start. Set NotificationConfigurations, or follow the events by EventBridge.',
    },
  ),
  required(
    {
      id: 'autoscaling-no-load-balancer',
      service: 'ec2',
      title: 'Auto Scaling group without a load balancer',
      why: 'Instances that serve requests need something in front that knows which of them are alive.',
      severity: 'hint',
      tasks: availability,
      fact: 'ec2#target-groups',
      types: group,
    },
    {
      paths: ['TargetGroupARNs', 'LoadBalancerNames', 'TrafficSources'],
      message: 'No load balancer is attached: right for workers that fetch their tasks, not for servers. Name target groups in TargetGroupARNs.',
    },
  ),
  {
    id: 'autoscaling-latest-version',
    service: 'ec2',
    title: 'Launch template by $Latest or $Default',
    why: 'CloudFormation takes a number only, so that a change of the template reaches the group.',
    severity: 'information',
    tasks: ['saa-c03/3.2', 'sap-c02/2.1'],
    fact: 'ec2#launch-template',
    types: group,
    check: (resource) =>
      ['LaunchTemplate.Version', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version']
        .map((path) => propertyAt(resource, path)?.value)
        .filter((version) => always(version, (value) => value === '$Latest' || value === '$Default'))
        .map((span) => ({
          span,
          message: 'CloudFormation does not support $Latest and $Default here. Use Fn::GetAtt with LatestVersionNumber or DefaultVersionNumber.',
        })),
  },
  {
    id: 'autoscaling-cooldown-ignored',
    service: 'ec2',
    title: 'Cooldown on a policy that has none',
    why: 'Only simple scaling waits for a cooldown; step and target tracking policies have a warm-up instead.',
    severity: 'information',
    tasks: ['saa-c03/3.2', 'sap-c02/3.3'],
    fact: 'ec2#policy-cooldown',
    types: ['AWS::AutoScaling::ScalingPolicy'],
    check: (resource) => {
      const cooldown = propertyAt(resource, 'Cooldown');
      if (cooldown?.value.kind !== 'known') return undefined;
      return surely(resource, 'PolicyType', (type) => type !== 'SimpleScaling')
        ? [
            {
              span: cooldown.nameSpan,
              message: 'Cooldown is valid for simple scaling only. Set EstimatedInstanceWarmup, or DefaultInstanceWarmup on the group.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'autoscaling-no-update-policy',
    service: 'ec2-auto-scaling',
    title: 'Group whose instances a stack update does not replace',
    why: 'Without an UpdatePolicy a new image or launch template reaches only instances that happen to start later.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.1', 'sap-2014/3.3'],
    fact: 'ec2-auto-scaling#update-policy',
    types: group,
    check: (resource) =>
      isNeverReplaced(resource)
        ? [
            {
              span: resource.typeSpan,
              message:
                'No UpdatePolicy: a changed launch template leaves running instances as they are. Add AutoScalingRollingUpdate, or refresh the instances.',
            },
          ]
        : undefined,
  },
  {
    id: 'autoscaling-spot-lowest-price',
    service: 'ec2',
    title: 'Spot Instances by the lowest price',
    why: 'The cheapest pools are the ones that are taken back first.',
    severity: 'hint',
    tasks: ['saa-c03/4.2', 'sap-c02/2.6'],
    fact: 'ec2#spot-allocation',
    types: group,
    check: (resource) => {
      const path = 'MixedInstancesPolicy.InstancesDistribution';
      const spot = surely(resource, `${path}.OnDemandPercentageAboveBaseCapacity`, (share) => Number(share) < 100);
      if (!spot) return undefined;
      return placesAt(resource, `${path}.SpotAllocationStrategy`)
        .filter((place) => isUnset(place) || always(place.value, (strategy) => strategy === 'lowest-price'))
        .map(({ span }) => ({
          span,
          message: 'Spot Instances come from the cheapest pools, which are interrupted most, by default. Use price-capacity-optimized.',
        }));
    },
  },
  {
    id: 'autoscaling-one-instance-type',
    service: 'ec2',
    title: 'Mixed group of a single instance type',
    why: 'When the pool of one type runs dry, a group of that type alone gets nothing.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'saa-c03/4.2', 'sap-c02/2.4'],
    fact: 'ec2#mixed-instances',
    types: group,
    check: (resource) => {
      const overrides = propertyAt(resource, 'MixedInstancesPolicy.LaunchTemplate.Overrides');
      const kinds = itemsAt(resource, 'MixedInstancesPolicy.LaunchTemplate.Overrides');
      const [only] = kinds;
      const single =
        overrides?.value.kind === 'list' && overrides.value.items.length === 1 && only && placesIn(only, 'InstanceRequirements', only).every(isUnset);
      return overrides && single
        ? [{ span: overrides.nameSpan, message: 'The mixed group names one instance type. Give it several, so that another pool can serve when one is empty.' }]
        : undefined;
    },
  },
  {
    id: 'autoscaling-one-instance',
    service: 'ec2',
    title: 'Group that never has a second instance',
    why: 'A group of at most one heals by itself, with an outage each time.',
    severity: 'hint',
    tasks: availability,
    fact: 'ec2#group-of-one',
    types: group,
    check: (resource) => {
      const maximum = propertyAt(resource, 'MaxSize')?.value;
      if (maximum?.kind !== 'known' || maximum.parameter !== undefined || numberOf(maximum) !== 1) return undefined;
      return [
        {
          span: maximum,
          message: 'At most one instance: the group replaces it after a failure, and until then nothing answers. Let it have two, in two zones.',
        },
      ];
    },
  },
];
