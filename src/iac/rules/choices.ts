import { always, numberOf, propertyAt, propertyOf } from '../model';
import { demand, itemsAt, required, single, spanOf, surely } from './demands';
import type { Report, Rule } from './rule';

export const choiceRules: readonly Rule[] = [
  single(
    {
      id: 'vpc-nat-instance',
      service: 'vpc',
      title: 'NAT by an instance',
      why: 'A NAT instance is yours to patch and scale and fails with its host; a NAT gateway is managed.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#nat-instance',
      types: ['AWS::EC2::Route'],
    },
    (resource) => {
      const property = propertyAt(resource, 'InstanceId');
      if (
        !property ||
        property.value.kind === 'absent' ||
        property.value.kind === 'one-of' ||
        !surely(resource, 'DestinationCidrBlock', (block) => block === '0.0.0.0/0')
      )
        return undefined;
      return {
        span: property.nameSpan,
        message: 'The way out depends on one instance that you patch and scale yourself. A NAT gateway is redundant within its zone and grows by itself.',
      };
    },
  ),
  single(
    {
      id: 'kinesis-as-archive',
      service: 'kinesis',
      title: 'Stream used as an archive',
      why: 'Keeping records longer costs far more in a stream than in S3, which Firehose fills without code.',
      severity: 'hint',
      tasks: ['saa-c03/3.5', 'saa-c03/4.1', 'sap-c02/3.5'],
      fact: 'kinesis#retention',
      types: ['AWS::Kinesis::Stream'],
    },
    (resource) => {
      const value = propertyAt(resource, 'RetentionPeriodHours')?.value;
      const hours = numberOf(value);
      if (!value || hours === undefined || hours <= 168 || hours > 8760) return undefined;
      return {
        span: spanOf(value),
        message: `Records stay for ${Math.round(hours / 24)} days at the price of long-term retention. Keep a few days for replays, and let Firehose put the rest into S3.`,
      };
    },
  ),
  demand(
    {
      id: 'efs-max-io',
      service: 'efs',
      title: 'EFS in the mode maxIO',
      why: 'maxIO makes each file operation slower, cannot be changed later and is no longer what AWS advises.',
      severity: 'hint',
      tasks: ['saa-c03/3.1'],
      fact: 'efs#performance-mode',
      types: ['AWS::EFS::FileSystem'],
    },
    {
      path: 'PerformanceMode',
      is: (mode) => mode !== 'maxIO',
      whenAbsent: true,
      message: (how) => `PerformanceMode ${how}: higher latency for good. generalPurpose with elastic throughput serves nearly everything.`,
    },
  ),
  demand(
    {
      id: 'rds-gp2',
      service: 'rds',
      title: 'Database on gp2 storage',
      why: 'gp2 ties IOPS to size; gp3 gives 3,000 IOPS at any size for less.',
      severity: 'hint',
      tasks: ['saa-c03/3.3', 'saa-c03/4.3'],
      fact: 'rds#gp2',
      types: ['AWS::RDS::DBInstance'],
    },
    {
      path: 'StorageType',
      is: (type) => type !== 'gp2',
      whenAbsent: true,
      message: () => 'gp2 gives 3 IOPS for each GiB. gp3 starts at 3,000 whatever the size, and changes in place.',
    },
  ),
  demand(
    {
      id: 'rds-io1',
      service: 'rds',
      title: 'Database on io1 storage',
      why: 'io2 Block Express gives more IOPS, lower latency and higher durability than io1.',
      severity: 'hint',
      tasks: ['saa-c03/3.3', 'saa-c03/4.3'],
      fact: 'rds#io1',
      types: ['AWS::RDS::DBInstance'],
    },
    {
      path: 'StorageType',
      is: (type) => type !== 'io1',
      whenAbsent: true,
      message: () => 'io1 is the older type for provisioned IOPS. AWS recommends io2 in its place; gp3 often suffices.',
    },
  ),
  demand(
    {
      id: 'ebs-io1',
      service: 'ebs',
      title: 'io1 volume',
      why: 'io2 gives more IOPS and a hundred times the durability for the same storage price.',
      severity: 'hint',
      tasks: ['saa-c03/3.1', 'saa-c03/4.1'],
      fact: 'ebs#io1-max',
      types: ['AWS::EC2::Volume'],
    },
    {
      path: 'VolumeType',
      is: (type) => type !== 'io1',
      whenAbsent: true,
      message: () => 'io2 costs the same for storage and is more durable; up to 80,000 IOPS gp3 is cheaper still.',
    },
  ),
  {
    id: 'ebs-gp2-block-device',
    service: 'ebs',
    title: 'gp2 disk of an instance',
    why: 'gp3 costs about a fifth less and has 3,000 IOPS whatever its size.',
    severity: 'hint',
    tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
    fact: 'ebs#gp3-first',
    types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
    check: (resource) => {
      const path = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.BlockDeviceMappings' : 'BlockDeviceMappings';
      return itemsAt(resource, path).flatMap((device): Report[] => {
        const type = propertyOf(propertyOf(device, 'Ebs')?.value, 'VolumeType')?.value;
        return always(type, (known) => known === 'gp2')
          ? [{ span: spanOf(type), message: 'gp2 ties IOPS to size. gp3 starts at 3,000 and costs less per GiB.' }]
          : [];
      });
    },
  },
  demand(
    {
      id: 'api-gateway-long-timeout',
      service: 'api-gateway',
      title: 'Timeout above the quota of a REST API',
      why: 'More than 29 seconds take a raised quota, and only Regional and private APIs get it.',
      severity: 'information',
      tasks: ['saa-c03/3.2', 'sap-c02/2.5'],
      fact: 'api-gateway#timeout',
      types: ['AWS::ApiGateway::Method'],
    },
    {
      path: 'Integration.TimeoutInMillis',
      is: (milliseconds) => !(Number(milliseconds) > 29_000),
      whenAbsent: true,
      message: (how) => `TimeoutInMillis ${how}, and 29000 is the default quota. Work that takes longer is better done asynchronously.`,
    },
  ),
  required(
    {
      id: 'cloudformation-custom-resource-timeout',
      service: 'cloudformation',
      title: 'Custom resource that may hang for an hour',
      why: 'A function that fails without answering keeps the stack waiting for the whole default of an hour.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-2014/3.1'],
      fact: 'cloudformation#custom-resource',
      types: ['AWS::CloudFormation::CustomResource'],
    },
    {
      paths: ['ServiceTimeout'],
      message: 'If its function never answers, the stack waits for an hour. Set ServiceTimeout to what the work may take, in seconds.',
    },
  ),
];
