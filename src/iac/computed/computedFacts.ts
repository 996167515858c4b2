import { becomes } from '../cloudformation/sam';
import type { Template } from '../model';
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

/** All computed facts of a template, in the order of its resources; those of SAM's resources as of what they become. */
export function computedFacts(template: Template): ComputedFact[] {
  const context = new TemplateContext({ ...template, resources: template.resources.flatMap(becomes) });
  const shown = new Set<string>();
  return context.template.resources.flatMap((resource) =>
    (computations[resource.type] ?? []).flatMap((compute) =>
      compute(resource, context).filter(({ offset, label }) => {
        // What several resources inherit from `Globals` stands in one place.
        const key = `${offset} ${label}`;
        if (shown.has(key)) return false;
        shown.add(key);
        return true;
      }),
    ),
  );
}
