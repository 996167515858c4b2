import { numberOf, propertyAt, propertyOf, type Resource } from '../model';
import { placesAt, single, spanOf, surely, surelyUnset, textAt } from './demands';
import { isConditional, referred, refersAt } from './references';
import type { Rule } from './rule';

type Header = Omit<Rule, 'check'>;

/** A rule about lists that are too long: AWS takes `most` of the items at the path. */
function atMost(header: Header, lists: readonly { readonly path: string; readonly most: number; readonly message: (count: number) => string }[]): Rule {
  return {
    ...header,
    check: (resource) =>
      lists.flatMap(({ path, most, message }) => {
        const property = propertyAt(resource, path);
        const items = property?.value.kind === 'list' ? property.value.items.filter(({ kind }) => kind !== 'absent' && kind !== 'one-of') : [];
        return property && items.length > most ? [{ span: property.nameSpan, message: message(items.length) }] : [];
      }),
  };
}

/** Retentions in days that CloudWatch Logs knows (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html). */
const retentions = new Set([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]);

/** Memory in MiB that goes with the CPU units of a Fargate task: least, most and the step between. */
const fargateMemory: Readonly<Record<number, readonly [number, number, number]>> = {
  256: [512, 2048, 512],
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16_384, 1024],
  4096: [8192, 30_720, 1024],
  8192: [16_384, 61_440, 4096],
  16_384: [32_768, 122_880, 8192],
};

/** CPU units or MiB, as a number or with `vCPU` or `GB`. */
function units(resource: Resource, path: string): number | undefined {
  const match = /^\s*(\d*\.?\d+)\s*(vCPU|GB)?\s*$/i.exec(textAt(resource, path) ?? '');
  return match ? Number(match[1]) * (match[2] === undefined ? 1 : 1024) : undefined;
}

export const countRules: readonly Rule[] = [
  atMost(
    {
      id: 'lambda-layer-count',
      service: 'lambda',
      title: 'More layers than a function takes',
      why: 'A function takes 5 layers.',
      severity: 'warning',
      tasks: ['saa-c03/3.2'],
      fact: 'lambda#layers',
      types: ['AWS::Lambda::Function'],
    },
    [{ path: 'Layers', most: 5, message: (count) => `${count} layers are refused: a function takes 5. Put several into one.` }],
  ),
  atMost(
    {
      id: 'ecs-container-count',
      service: 'ecs',
      title: 'More containers than a task takes',
      why: 'A task definition describes at most 10 containers, and the quota cannot be raised.',
      severity: 'warning',
      tasks: ['saa-c03/3.2'],
      fact: 'ecs#containers-per-task',
      types: ['AWS::ECS::TaskDefinition'],
    },
    [
      {
        path: 'ContainerDefinitions',
        most: 10,
        message: (count) => `${count} containers are refused: a task takes 10. Split it into several tasks or services.`,
      },
    ],
  ),
  atMost(
    {
      id: 'dynamodb-index-count',
      service: 'dynamodb',
      title: 'More indexes than a table takes',
      why: 'A table has at most 5 local secondary indexes, and 20 global ones before the quota is raised.',
      severity: 'warning',
      tasks: ['saa-c03/3.3', 'sap-2014/5.2'],
      fact: 'dynamodb#index-count',
      types: ['AWS::DynamoDB::Table'],
    },
    [
      { path: 'LocalSecondaryIndexes', most: 5, message: (count) => `${count} local secondary indexes are refused: a table takes 5.` },
      { path: 'GlobalSecondaryIndexes', most: 20, message: (count) => `${count} global secondary indexes are above the default quota of 20.` },
    ],
  ),
  atMost(
    {
      id: 'eventbridge-target-count',
      service: 'eventbridge',
      title: 'More targets than a rule takes',
      why: 'A rule has at most 5 targets.',
      severity: 'warning',
      tasks: ['saa-c03/2.1'],
      fact: 'eventbridge#targets',
      types: ['AWS::Events::Rule'],
    },
    [{ path: 'Targets', most: 5, message: (count) => `${count} targets are refused: a rule takes 5. Repeat the rule, or fan out through an SNS topic.` }],
  ),
  {
    id: 'iam-managed-policy-count',
    service: 'iam',
    title: 'More managed policies than an identity takes',
    why: 'A role or user takes 10 managed policies before the quota is raised, a group never more.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'iam#managed-per-role',
    types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
    check: (resource) => {
      const property = propertyAt(resource, 'ManagedPolicyArns');
      const count = property?.value.kind === 'list' ? property.value.items.filter(({ kind }) => kind !== 'absent' && kind !== 'one-of').length : 0;
      if (!property || count <= 10) return undefined;
      const more = resource.type === 'AWS::IAM::Group' ? ', which cannot be raised' : `, ${resource.type === 'AWS::IAM::Role' ? 25 : 20} at most on request`;
      return [{ span: property.nameSpan, message: `${count} managed policies are more than the 10 of the default quota${more}. Merge some of them.` }];
    },
  },
  single(
    {
      id: 'cloudwatch-logs-third-subscription',
      service: 'cloudwatch-logs',
      title: 'Third subscription filter of a log group',
      why: 'A log group takes two subscription filters.',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'sap-c02/3.1'],
      fact: 'cloudwatch-logs#two-subscriptions',
      types: ['AWS::Logs::SubscriptionFilter'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'LogGroupName')?.value;
      const group = referred(value, context);
      const filters = group ? context.ofType(resource.type).filter((one) => refersAt(one, 'LogGroupName', group, context) === true && !isConditional(one)) : [];
      if (!value || !group || filters.indexOf(resource) < 2) return undefined;
      return {
        span: spanOf(value),
        message: `${group.id} has ${filters.length} subscription filters and takes two. Fan out behind one, from a Kinesis stream for example.`,
      };
    },
  ),
  single(
    {
      id: 'cloudwatch-logs-retention-value',
      service: 'cloudwatch-logs',
      title: 'Retention that CloudWatch Logs does not know',
      why: 'The retention of a log group is one of a list of values between 1 day and 10 years.',
      severity: 'warning',
      tasks: ['sap-c02/3.1'],
      fact: 'cloudwatch-logs#retention',
      types: ['AWS::Logs::LogGroup'],
    },
    (resource) => {
      const value = propertyAt(resource, 'RetentionInDays')?.value;
      const days = numberOf(value);
      if (!value || days === undefined || retentions.has(days)) return undefined;
      const next = [...retentions].find((known) => known > days);
      return {
        span: spanOf(value),
        message: `${days} days is not among the retentions of CloudWatch Logs${next === undefined ? ', which end at 3,653' : `; the next one is ${next}`}.`,
      };
    },
  ),
  single(
    {
      id: 'fargate-task-size',
      service: 'fargate',
      title: 'Task size that Fargate does not have',
      why: 'Fargate has fixed pairs of CPU and memory and refuses anything else.',
      severity: 'warning',
      tasks: ['saa-c03/3.2', 'saa-c03/4.2'],
      fact: 'fargate#memory-pairs',
      types: ['AWS::ECS::TaskDefinition'],
    },
    (resource) => {
      const compatibilities = propertyAt(resource, 'RequiresCompatibilities')?.value;
      const fargate = compatibilities?.kind === 'list' && compatibilities.items.some((item) => item.kind === 'known' && item.value === 'FARGATE');
      const [cpuValue, memoryValue] = [propertyAt(resource, 'Cpu')?.value, propertyAt(resource, 'Memory')?.value];
      const [cpu, memory] = [units(resource, 'Cpu'), units(resource, 'Memory')];
      if (!fargate || !cpuValue || cpu === undefined) return undefined;
      const pair = fargateMemory[cpu];
      if (!pair) return { span: spanOf(cpuValue), message: 'Fargate has tasks of 256, 512, 1024, 2048, 4096, 8192 and 16384 CPU units.' };
      const [least, most, step] = pair;
      if (!memoryValue || memory === undefined || (memory >= least && memory <= most && (memory % step === 0 || memory === 512))) return undefined;
      return {
        span: spanOf(memoryValue),
        message: `With ${cpu} CPU units Fargate gives ${least / 1024} to ${most / 1024} GB of memory, in steps of ${step / 1024} GB.`,
      };
    },
  ),
  single(
    {
      id: 'cloudwatch-alarm-period',
      service: 'cloudwatch',
      title: 'Period that an alarm cannot have',
      why: 'The period of an alarm is 10, 20 or 30 seconds, or a multiple of 60.',
      severity: 'warning',
      tasks: ['sap-c02/3.1'],
      fact: 'cloudwatch#period',
      types: ['AWS::CloudWatch::Alarm'],
    },
    (resource) => {
      const value = propertyAt(resource, 'Period')?.value;
      const seconds = numberOf(value);
      if (!value || seconds === undefined || [10, 20, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0)) return undefined;
      return { span: spanOf(value), message: `${seconds} seconds is no period of an alarm: take 10, 20 or 30, or a multiple of 60.` };
    },
  ),
  single(
    {
      id: 'cloudwatch-alarm-datapoints',
      service: 'cloudwatch',
      title: 'Alarm that waits for more values than it looks at',
      why: 'Of N periods at most N values can breach the threshold.',
      severity: 'warning',
      tasks: ['sap-c02/3.1'],
      fact: 'cloudwatch#datapoints',
      types: ['AWS::CloudWatch::Alarm'],
    },
    (resource) => {
      const value = propertyAt(resource, 'DatapointsToAlarm')?.value;
      const [breaching, periods] = [numberOf(value), numberOf(propertyAt(resource, 'EvaluationPeriods')?.value)];
      if (!value || breaching === undefined || periods === undefined || breaching <= periods) return undefined;
      return { span: spanOf(value), message: `${breaching} values cannot breach in ${periods} evaluation periods. Lower this, or raise EvaluationPeriods.` };
    },
  ),
  single(
    {
      id: 'efs-provisioned-throughput',
      service: 'efs',
      title: 'Throughput that does not fit the mode of the file system',
      why: 'Provisioned throughput is needed in the mode provisioned, and refused in any other.',
      severity: 'warning',
      tasks: ['saa-c03/3.1', 'saa-c03/4.1'],
      fact: 'efs#provisioned',
      types: ['AWS::EFS::FileSystem'],
    },
    (resource) => {
      const figure = propertyAt(resource, 'ProvisionedThroughputInMibps');
      const mode = propertyAt(resource, 'ThroughputMode')?.value;
      const bursting = surelyUnset(resource, 'ThroughputMode') || surely(resource, 'ThroughputMode', (known) => known !== 'provisioned');
      if (figure?.value.kind === 'known' && bursting)
        return {
          span: figure.nameSpan,
          message: `This figure belongs to ThroughputMode provisioned, and the mode is ${textAt(resource, 'ThroughputMode') ?? 'bursting by default'}.`,
        };
      const needs =
        mode !== undefined && surely(resource, 'ThroughputMode', (known) => known === 'provisioned') && surelyUnset(resource, 'ProvisionedThroughputInMibps');
      return needs ? { span: spanOf(mode), message: 'ThroughputMode provisioned needs ProvisionedThroughputInMibps.' } : undefined;
    },
  ),
  single(
    {
      id: 'route-53-resolver-one-address',
      service: 'route-53',
      title: 'Resolver endpoint with one address',
      why: 'A resolver endpoint needs two addresses, best in two Availability Zones.',
      severity: 'warning',
      tasks: ['saa-c03/2.2', 'sap-c02/1.1'],
      fact: 'route-53#endpoint-addresses',
      types: ['AWS::Route53Resolver::ResolverEndpoint'],
    },
    (resource) => {
      const property = propertyAt(resource, 'IpAddresses');
      if (property?.value.kind !== 'list' || property.value.items.length !== 1 || property.value.items[0]?.kind !== 'map') return undefined;
      return { span: property.nameSpan, message: 'One address is refused: an endpoint has at least two. Put them into subnets of different zones.' };
    },
  ),
  single(
    {
      id: 'dynamodb-local-index-key',
      service: 'dynamodb',
      title: 'Local index with another partition key',
      why: 'A local secondary index has the partition key of its table; another one makes it a global index.',
      severity: 'warning',
      tasks: ['saa-c03/3.3', 'sap-2014/5.2'],
      fact: 'dynamodb#lsi',
      types: ['AWS::DynamoDB::Table'],
    },
    (resource) => {
      const hashOf = (path: string): { name?: string; value?: { start: number; end: number } }[] =>
        placesAt(resource, path).map(({ value }) => {
          const items = value?.kind === 'list' ? value.items : [];
          const hash = items.find((item) => textOf(item, 'KeyType') === 'HASH');
          const attribute = propertyOf(hash, 'AttributeName')?.value;
          return attribute?.kind === 'known' ? { name: String(attribute.value), value: attribute } : {};
        });
      const [own] = hashOf('KeySchema');
      const index = hashOf('LocalSecondaryIndexes.*.KeySchema').find(({ name }) => name !== undefined && own?.name !== undefined && name !== own.name);
      if (!index?.value || own?.name === undefined) return undefined;
      return {
        span: { start: index.value.start, end: index.value.end },
        message: `The partition key of a local index is that of the table, ${own.name}. With another one make it a global secondary index.`,
      };
    },
  ),
];

function textOf(item: Parameters<typeof propertyOf>[0], name: string): string | undefined {
  const value = propertyOf(item, name)?.value;
  return value?.kind === 'known' ? String(value.value) : undefined;
}
