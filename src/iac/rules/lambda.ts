import { always, isAbsent, knownAt, numberOf, propertyAt, type Resource } from '../model';
import { referredAt } from './references';
import type { Rule } from './rule';

const functions = ['AWS::Lambda::Function'];

/**
 * Runtimes deprecated by 21 November 2026, from AWS's table
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html).
 */
const deprecatedRuntimes =
  /^(?:nodejs|nodejs(?:4\.3|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x|20\.x)|python(?:2\.7|3\.6|3\.7|3\.8|3\.9|3\.10)|ruby(?:2\.5|2\.7|3\.2)|java8|go1\.x|dotnetcore(?:1\.0|2\.0|2\.1|3\.1)|dotnet(?:5\.0|6|7|8)|provided|provided\.al2)$/;

/** CloudFormation's default timeout of a function, in seconds. */
const defaultTimeout = 3;

/** Seconds that a function may run, as set or by default. Nothing where it is not known, or for what is no function. */
export function timeoutOf(resource: Resource): number | undefined {
  if (!functions.includes(resource.type)) return undefined;
  const set = propertyAt(resource, 'Timeout');
  if (set) return numberOf(set.value);
  const preset = resource.properties.complete && resource.defaults?.get('Timeout') === defaultTimeout;
  return preset || isAbsent(resource, 'Timeout') ? defaultTimeout : undefined;
}

export const lambdaRules: readonly Rule[] = [
  {
    id: 'lambda-deprecated-runtime',
    service: 'lambda',
    title: 'Deprecated runtime',
    why: 'Deprecated runtimes get no security patches; later functions on them can be neither created nor updated.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'sap-c02/3.1'],
    fact: 'lambda#runtime-deprecation',
    types: functions,
    check: (resource) => {
      const value = propertyAt(resource, 'Runtime')?.value;
      if (!always(value, (runtime) => deprecatedRuntimes.test(String(runtime)))) return undefined;
      const shown = value.kind === 'known' ? String(value.value) : 'This runtime';
      return [{ span: value, message: `${shown} is deprecated: no security patches, and in time no updates of the function.` }];
    },
  },
  {
    id: 'lambda-timeout-over-limit',
    service: 'lambda',
    title: 'Timeout above 15 minutes',
    why: 'A function runs for at most 900 seconds; longer work belongs to containers, Batch or a workflow.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'sap-c02/2.5'],
    fact: 'lambda#timeout',
    types: functions,
    check: (resource) => {
      const value = knownAt(resource, 'Timeout');
      const seconds = numberOf(value);
      // Functions on Lambda managed instances have limits of their own.
      if (!value || seconds === undefined || seconds <= 900 || propertyAt(resource, 'CapacityProviderConfig')) return undefined;
      return [{ span: value, message: `${seconds} seconds is more than a function may run: 900, that is 15 minutes.` }];
    },
  },
  {
    id: 'lambda-queue-visibility',
    service: 'sqs',
    title: 'Visibility timeout too short for the function',
    why: "A message that becomes visible while its function still works is processed twice; AWS advises six times the function's timeout.",
    severity: 'information',
    tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
    fact: 'sqs#visibility-lambda',
    types: ['AWS::Lambda::EventSourceMapping'],
    check: (resource, context) => {
      const queue = referredAt(resource, 'EventSourceArn', context);
      const consumer = referredAt(resource, 'FunctionName', context);
      if (queue?.type !== 'AWS::SQS::Queue' || !consumer || !functions.includes(consumer.type)) return undefined;
      const set = propertyAt(queue, 'VisibilityTimeout');
      const visibility = numberOf(set?.value) ?? (isAbsent(queue, 'VisibilityTimeout') ? 30 : undefined);
      const timeout = timeoutOf(consumer);
      if (visibility === undefined || timeout === undefined || visibility >= 6 * timeout) return undefined;
      const fails = visibility < timeout ? ' Lambda refuses a mapping whose queue hides messages for less than the function may run.' : '';
      return [
        {
          span: set?.value ?? queue.typeSpan,
          resource: queue,
          message: `${queue.id} hides a message for ${visibility} seconds, ${consumer.id} may work on it for ${timeout}. AWS advises at least ${6 * timeout}.${fails}`,
        },
      ];
    },
  },
  {
    id: 'lambda-reserved-zero',
    service: 'lambda',
    title: 'Function that never runs',
    why: 'A reserved concurrency of 0 throttles every invocation.',
    severity: 'warning',
    tasks: ['saa-c03/3.2'],
    fact: 'lambda#reserved-concurrency',
    types: functions,
    check: (resource) => {
      const value = knownAt(resource, 'ReservedConcurrentExecutions');
      if (value?.parameter !== undefined || numberOf(value) !== 0 || !value) return undefined;
      return [{ span: value, message: 'Reserved concurrency of 0 stops the function: every invocation is throttled.' }];
    },
  },
];
