import { becomes } from '../cloudformation/sam';
import type { Template } from '../model';
import { canRemember, ResourceMemory, surroundingsOf } from '../resourceMemory';
import { TemplateContext } from '../rules/context';
import { alarmWindow, reservedSizeUnits, taskSize, zones } from './compute';
import type { Compute, ComputedFact } from './computedFact';
import { backupRetention, cacheNodes, capacityUnits, multiAz, pitrPeriod, tableCapacity } from './databases';
import { functionDefaults, memory, parallel, reserved, timeout } from './lambda';
import { delivery, logRetention, polling, queueDefaults, redrive, retention, schedule, shards, visibility } from './messaging';
import { balancerTimeout, cacheTtl, dnsHealth, draining, recordTtl, subnetAddresses, targetHealth, vpcAddresses, weightShare } from './network';
import { blockDevices, databaseStorage, storageClasses, volume } from './storage';

const computations: Readonly<Record<string, readonly Compute[]>> = {
  'AWS::AutoScaling::AutoScalingGroup': [zones],
  'AWS::AutoScaling::LaunchConfiguration': [blockDevices('BlockDeviceMappings.*.Ebs'), reservedSizeUnits],
  'AWS::CloudFront::CachePolicy': [
    cacheTtl('CachePolicyConfig.DefaultTTL', 'cloudfront#policy-default-ttl'),
    cacheTtl('CachePolicyConfig.MaxTTL', 'cloudfront#policy-max-ttl'),
  ],
  'AWS::CloudFront::Distribution': [cacheTtl('DistributionConfig.DefaultCacheBehavior.DefaultTTL', 'cloudfront#default-ttl')],
  'AWS::CloudWatch::Alarm': [alarmWindow],
  'AWS::DynamoDB::Table': [tableCapacity, pitrPeriod],
  'AWS::EC2::Instance': [reservedSizeUnits, blockDevices('BlockDeviceMappings.*.Ebs')],
  'AWS::EC2::LaunchTemplate': [blockDevices('LaunchTemplateData.BlockDeviceMappings.*.Ebs')],
  'AWS::EC2::Subnet': [subnetAddresses],
  'AWS::EC2::VPC': [vpcAddresses],
  'AWS::EC2::Volume': [volume],
  'AWS::ECS::TaskDefinition': [taskSize],
  'AWS::ElastiCache::ReplicationGroup': [cacheNodes],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [balancerTimeout],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [draining, targetHealth],
  'AWS::Events::Rule': [schedule],
  'AWS::Kinesis::Stream': [shards, retention('RetentionPeriodHours', 3600, 'kinesis#retention')],
  'AWS::KinesisFirehose::DeliveryStream': [delivery],
  'AWS::Lambda::EventSourceMapping': [parallel],
  'AWS::Lambda::Function': [functionDefaults, memory, timeout, reserved],
  'AWS::Logs::LogGroup': [logRetention],
  'AWS::RDS::DBCluster': [backupRetention('rds#cluster-backup-retention'), capacityUnits],
  'AWS::RDS::DBInstance': [multiAz, backupRetention('rds#backup-retention'), databaseStorage],
  'AWS::Route53::HealthCheck': [dnsHealth],
  'AWS::Route53::RecordSet': [weightShare, recordTtl],
  'AWS::S3::Bucket': [storageClasses],
  'AWS::SQS::Queue': [queueDefaults, retention('MessageRetentionPeriod', 1, 'sqs#retention'), visibility, polling, redrive],
};

/** Memory of the computed facts of one document: those that follow from one resource, and the computations that look at others too. */
export type ComputedMemory = ResourceMemory<Remembered>;

interface Remembered {
  /** Offsets count from where the resource begins. */
  readonly facts: readonly ComputedFact[];
  readonly others: readonly (readonly [index: number, compute: Compute])[];
}

/** All computed facts of a template, in the order of its resources; those of SAM's resources as of what they become. */
export function computedFacts(template: Template, text = '', memory: ComputedMemory = new ResourceMemory()): ComputedFact[] {
  const context = new TemplateContext(template, () => template.resources.flatMap(becomes));
  const surroundings = surroundingsOf(template, text);
  const before = memory.knownIn(surroundings);
  const now = new Map<string, Remembered>();
  const found: ComputedFact[] = [];
  for (const resource of template.resources) {
    const { start, end } = resource.span;
    const own = template.kind === 'cloudformation' ? text.slice(start, end) : '';
    let known = own === '' ? undefined : before.get(own);
    if (known) found.push(...known.facts.map((fact) => moved(fact, start)));
    else {
      const facts: ComputedFact[] = [];
      const others: (readonly [number, Compute])[] = [];
      for (const [index, part] of becomes(resource).entries()) {
        for (const compute of computations[part.type] ?? []) {
          context.beginRule();
          const made = compute(part, context);
          // What is inherited from `Globals` does not stand in the resource.
          if (context.looked || made.some(({ offset }) => offset < start || offset > end)) others.push([index, compute]);
          else facts.push(...made);
        }
      }
      found.push(...facts);
      known = { facts: facts.map((fact) => moved(fact, -start)), others };
    }
    if (canRemember(own)) now.set(own, known);
    const parts = known.others.length > 0 ? becomes(resource) : [];
    for (const [index, compute] of known.others) {
      const part = parts[index];
      if (part) found.push(...compute(part, context));
    }
  }
  memory.remember(surroundings, now);
  return once(found);
}

function moved(fact: ComputedFact, by: number): ComputedFact {
  return { ...fact, offset: fact.offset + by };
}

/** What several resources inherit from `Globals` stands in one place. */
function once(facts: readonly ComputedFact[]): ComputedFact[] {
  const shown = new Set<string>();
  return facts.filter(({ offset, label }) => {
    const key = `${offset} ${label}`;
    if (shown.has(key)) return false;
    shown.add(key);
    return true;
  });
}
