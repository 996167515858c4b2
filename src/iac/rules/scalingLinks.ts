import { isAbsent, isFalse, knownAt, numberOf, propertyAt, propertyOf, type Resource } from '../model';
import { isUnset, itemsAt, placesAt, single, spanOf, surely, surelyUnset, textAt, valuesAt } from './demands';
import { isUnreferred, isWritten, referred, referredAt, referrers, refersAt } from './references';
import type { Rule, RuleContext } from './rule';

/** True where CloudFormation's text leaves the metrics of an instance, a launch template or a launch configuration at five minutes. */
function isBasic(resource: Resource | undefined): boolean {
  switch (resource?.type) {
    case 'AWS::EC2::Instance':
      return isWritten(resource) && surelyUnset(resource, 'LaunchTemplate') && off(resource, 'Monitoring');
    case 'AWS::EC2::LaunchTemplate':
      return isWritten(resource) && off(resource, 'LaunchTemplateData.Monitoring.Enabled');
    case 'AWS::AutoScaling::LaunchConfiguration':
      return surely(resource, 'InstanceMonitoring', isFalse);
    default:
      return false;
  }
}

function off(resource: Resource, path: string): boolean {
  return surelyUnset(resource, path) || surely(resource, path, isFalse);
}

/** What decides on the monitoring of the instances that an alarm watches. */
function watched(alarm: Resource, context: RuleContext): Resource | undefined {
  for (const item of itemsAt(alarm, 'Dimensions')) {
    const name = propertyOf(item, 'Name')?.value;
    const target = referred(propertyOf(item, 'Value')?.value, context);
    if (name?.kind !== 'known' || !target) continue;
    if (name.value === 'InstanceId') return target;
    if (name.value !== 'AutoScalingGroupName' || target.type !== 'AWS::AutoScaling::AutoScalingGroup') continue;
    return referredAt(target, 'LaunchTemplate.LaunchTemplateId', context) ?? referredAt(target, 'LaunchConfigurationName', context);
  }
  return undefined;
}

/** Settings that Lambda@Edge refuses, in words. */
const notAtTheEdge: Readonly<Record<string, string>> = { 'Environment.Variables': 'environment variables', VpcConfig: 'VPC', Layers: 'layers' };

export const scalingLinkRules: readonly Rule[] = [
  single(
    {
      id: 'autoscaling-nothing-scales',
      service: 'ec2',
      title: 'Auto Scaling group with room and nothing that scales it',
      why: 'Between its bounds a group moves only by a policy, a schedule or by hand.',
      severity: 'hint',
      tasks: ['saa-c03/2.1', 'saa-c03/3.2', 'sap-2014/1.4'],
      fact: 'ec2#auto-scaling-group',
      types: ['AWS::AutoScaling::AutoScalingGroup'],
    },
    (resource, context) => {
      const maximum = propertyAt(resource, 'MaxSize')?.value;
      const [least, most] = [numberOf(propertyAt(resource, 'MinSize')?.value), numberOf(maximum)];
      // The room may be that of a rolling update.
      const updated = propertyOf(resource.attributes, 'UpdatePolicy') !== undefined;
      if (!maximum || updated || !isWritten(resource) || least === undefined || most === undefined || most <= least) return undefined;
      const alone =
        ['AWS::AutoScaling::ScalingPolicy', 'AWS::AutoScaling::ScheduledAction'].every((type) =>
          isUnreferred(resource, context, type, 'AutoScalingGroupName'),
        ) &&
        isUnreferred(resource, context, 'AWS::ECS::CapacityProvider', 'AutoScalingGroupProvider.AutoScalingGroupArn') &&
        context.ofType('AWS::AutoScalingPlans::ScalingPlan').length === 0;
      return alone
        ? {
            span: spanOf(maximum),
            message: `The group may have ${least} to ${most} instances, but no policy and no schedule moves it. Add a target tracking policy.`,
          }
        : undefined;
    },
  ),
  single(
    {
      id: 'application-auto-scaling-no-policy',
      service: 'application-auto-scaling',
      title: 'Scalable target that nothing scales',
      why: 'A target only sets the bounds; a policy or a scheduled action moves the capacity.',
      severity: 'information',
      tasks: ['saa-c03/2.1', 'saa-c03/3.3', 'sap-c02/2.5'],
      fact: 'application-auto-scaling#scalable-target',
      types: ['AWS::ApplicationAutoScaling::ScalableTarget'],
    },
    (resource, context) => {
      if (!isWritten(resource) || !surelyUnset(resource, 'ScheduledActions')) return undefined;
      const policies = context.ofType('AWS::ApplicationAutoScaling::ScalingPolicy');
      if (!policies.every((policy) => propertyAt(policy, 'ScalingTargetId') && refersAt(policy, 'ScalingTargetId', resource, context) === false))
        return undefined;
      return {
        span: resource.typeSpan,
        message: 'No scaling policy of this template names the target, and it has no schedule, so its capacity stays as it is.',
      };
    },
  ),
  single(
    {
      id: 'dynamodb-capacity-fixed',
      service: 'dynamodb',
      title: 'Provisioned table that does not scale',
      why: 'Fixed capacity throttles above its figure and is paid below it.',
      severity: 'hint',
      tasks: ['saa-c03/3.3', 'saa-c03/4.3', 'sap-c02/2.5'],
      fact: 'dynamodb#auto-scaling',
      types: ['AWS::DynamoDB::Table'],
    },
    (resource, context) => {
      const throughput = propertyAt(resource, 'ProvisionedThroughput');
      const provisioned = isAbsent(resource, 'BillingMode') || surely(resource, 'BillingMode', (mode) => mode === 'PROVISIONED');
      if (!throughput || throughput.value.kind === 'absent' || !provisioned || !isWritten(resource)) return undefined;
      if (context.ofType('AWS::ApplicationAutoScaling::ScalableTarget').some((target) => !surely(target, 'ServiceNamespace', (name) => name !== 'dynamodb')))
        return undefined;
      return {
        span: throughput.nameSpan,
        message: 'The capacity is fixed: more traffic is throttled, less is paid all the same. Let Application Auto Scaling follow it, or use PAY_PER_REQUEST.',
      };
    },
  ),
  single(
    {
      id: 'cloudwatch-alarm-basic-monitoring',
      service: 'ec2',
      title: 'Alarm faster than the metric',
      why: 'With basic monitoring EC2 sends a value every five minutes, so shorter periods are mostly empty.',
      severity: 'information',
      tasks: ['saa-c03/2.2', 'sap-c02/3.1', 'sap-c02/3.3'],
      fact: 'ec2#detailed-monitoring',
      types: ['AWS::CloudWatch::Alarm'],
    },
    (resource, context) => {
      const period = propertyAt(resource, 'Period')?.value;
      const seconds = numberOf(period);
      const metric = textAt(resource, 'MetricName') ?? 'StatusCheck';
      // Status checks are measured every minute in either case.
      if (!period || seconds === undefined || seconds >= 300 || textAt(resource, 'Namespace') !== 'AWS/EC2' || metric.startsWith('StatusCheck'))
        return undefined;
      const source = watched(resource, context);
      if (!isBasic(source)) return undefined;
      return {
        span: spanOf(period),
        message: `${source?.id ?? 'The instance'} sends ${metric} every five minutes, so a period of ${seconds} seconds has gaps. Turn on detailed monitoring, or use 300.`,
      };
    },
  ),
  single(
    {
      id: 'elb-target-type-for-instances',
      service: 'elastic-load-balancing',
      title: 'Target group that takes no instances for an Auto Scaling group',
      why: 'An Auto Scaling group registers instances, which only a target group of type instance takes.',
      severity: 'warning',
      tasks: ['saa-c03/2.1', 'saa-c03/2.2'],
      fact: 'elastic-load-balancing#target-type',
      types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'TargetType')?.value;
      if (!value || !surely(resource, 'TargetType', (type) => type !== 'instance')) return undefined;
      const group = context.ofType('AWS::AutoScaling::AutoScalingGroup').find((one) => refersAt(one, 'TargetGroupARNs', resource, context) === true);
      return group && { span: spanOf(value), message: `${group.id} registers its instances here, which takes the TargetType instance.` };
    },
  ),
  single(
    {
      id: 'rds-replica-of-unbacked-source',
      service: 'rds',
      title: 'Read replica of a database without backups',
      why: 'A replica starts from a backup of its source, so automated backups must be on there.',
      severity: 'warning',
      tasks: ['saa-c03/3.3', 'sap-c02/2.2', 'sap-2014/1.2'],
      fact: 'rds#backup-zero',
      types: ['AWS::RDS::DBInstance'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'SourceDBInstanceIdentifier')?.value;
      const source = referred(value, context);
      if (!value || source?.type !== 'AWS::RDS::DBInstance' || !surely(source, 'BackupRetentionPeriod', (days) => Number(days) === 0)) return undefined;
      return { span: spanOf(value), message: `${source.id} keeps no automated backups (BackupRetentionPeriod 0), so it can have no read replica.` };
    },
  ),
  single(
    {
      id: 'rds-replica-of-managed-password',
      service: 'rds',
      title: 'Read replica of a database whose password RDS manages',
      why: 'RDS refuses new replicas of such a source, save for SQL Server.',
      severity: 'warning',
      tasks: ['saa-c03/3.3', 'sap-c02/2.3'],
      fact: 'rds#managed-password-replica',
      types: ['AWS::RDS::DBInstance'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'SourceDBInstanceIdentifier')?.value;
      const source = referred(value, context);
      const engine = source && textAt(source, 'Engine');
      if (!value || source?.type !== 'AWS::RDS::DBInstance' || engine === undefined || engine.startsWith('sqlserver')) return undefined;
      if (!surely(source, 'ManageMasterUserPassword', (on) => String(on).toLowerCase() === 'true')) return undefined;
      return {
        span: spanOf(value),
        message: `RDS manages the master password of ${source.id}, and such a database takes no new read replicas. Keep its secret yourself.`,
      };
    },
  ),
  single(
    {
      id: 'api-gateway-function-outlasts-api',
      service: 'api-gateway',
      title: 'Function that may run longer than its HTTP API waits',
      why: 'An HTTP API gives up after 30 seconds at the latest, while the function runs on and is paid.',
      severity: 'information',
      tasks: ['saa-c03/3.2', 'sap-c02/2.5'],
      fact: 'api-gateway#http-timeout',
      types: ['AWS::ApiGatewayV2::Integration'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'IntegrationUri')?.value;
      const target = referred(value, context);
      const timeout = numberOf(target && propertyAt(target, 'Timeout')?.value);
      if (!value || target?.type !== 'AWS::Lambda::Function' || timeout === undefined || timeout <= 30) return undefined;
      const api = referredAt(resource, 'ApiId', context);
      if (!api || textAt(api, 'ProtocolType') !== 'HTTP') return undefined;
      return {
        span: spanOf(value),
        message: `${target.id} may run for ${timeout} seconds, and the caller gets an error after 30. Shorten it, or answer at once and work asynchronously.`,
      };
    },
  ),
  {
    id: 'cloudfront-edge-function-unfit',
    service: 'cloudfront',
    title: 'Function that Lambda@Edge does not run',
    why: 'Functions at the edge have no VPC, no environment variables, no layers and at most 30 seconds.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'saa-c03/3.4', 'sap-c02/2.5'],
    fact: 'cloudfront#lambda-edge',
    types: ['AWS::CloudFront::Distribution'],
    check: (resource, context) => {
      const behaviours = ['DefaultCacheBehavior', 'CacheBehaviors.*'].flatMap((path) =>
        ['LambdaFunctionARN', 'LambdaFunctionArn'].map((name) => `DistributionConfig.${path}.LambdaFunctionAssociations.*.${name}`),
      );
      const versions = behaviours.flatMap((path) => valuesAt(resource, path)).map((value) => referred(value, context));
      const functions = new Set(
        versions.flatMap((version) => (version?.type === 'AWS::Lambda::Version' ? (referredAt(version, 'FunctionName', context) ?? []) : [])),
      );
      return [...functions].flatMap((one) => {
        const unfit = Object.entries(notAtTheEdge).flatMap(([path, what]) => {
          const property = propertyAt(one, path);
          const set = property && (property.value.kind === 'map' || property.value.kind === 'list') && !placesAt(one, path).every(isUnset);
          return set ? [{ span: property.nameSpan, what }] : [];
        });
        const timeout = knownAt(one, 'Timeout');
        if (timeout && (numberOf(timeout) ?? 0) > 30) unfit.push({ span: spanOf(timeout), what: 'timeout above 30 seconds' });
        return unfit.map(({ span, what }) => ({
          span,
          resource: one,
          message: `${one.id} runs at the edge (${resource.id}), where functions can have no ${what}.`,
        }));
      });
    },
  },
  {
    id: 'waf-scope-mismatch',
    service: 'waf',
    title: 'Web ACL of the wrong scope',
    why: 'Distributions take web ACLs of scope CLOUDFRONT only, everything else those of scope REGIONAL.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'waf#scope',
    types: ['AWS::WAFv2::WebACL'],
    check: (resource, context) => {
      const value = propertyAt(resource, 'Scope')?.value;
      const scope = textAt(resource, 'Scope');
      const distributions = ['WebACLId', 'WebAclId'].flatMap(
        (name) => referrers(resource, context, 'AWS::CloudFront::Distribution', `DistributionConfig.${name}`) ?? [],
      );
      const associations = referrers(resource, context, 'AWS::WAFv2::WebACLAssociation', 'WebACLArn') ?? [];
      const [user] = scope === 'REGIONAL' ? distributions : scope === 'CLOUDFRONT' ? associations : [];
      if (!user || !value) return undefined;
      const needs =
        scope === 'REGIONAL'
          ? `${user.id} is a distribution, which needs the scope CLOUDFRONT (in us-east-1)`
          : `${user.id} associates it with a resource of a Region, which needs the scope REGIONAL`;
      return [{ span: spanOf(value), message: `${needs}.` }];
    },
  },
];
