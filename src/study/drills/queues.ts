import { between, oneOf, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';
const inFlightMost = 120_000;
const fifoCalls = 300;

/** Seconds AWS advises at least for a queue that a Lambda function reads. */
export function visibilityTimeoutFor({ functionTimeout, batchingWindow }: { functionTimeout: number; batchingWindow: number }): number {
  return 6 * functionTimeout + batchingWindow;
}

/** Messages received and not yet deleted: the rate times the seconds that one takes. */
export function messagesInFlight({ messagesPerSecond, seconds }: { messagesPerSecond: number; seconds: number }): number {
  return messagesPerSecond * seconds;
}

/** Messages that each call to a FIFO queue without high throughput must carry, 1 to 10; undefined where ten are too few. */
export function fifoBatchSize(messagesPerSecond: number): number | undefined {
  const size = roundedUp(messagesPerSecond / fifoCalls);
  return size <= 10 ? size : undefined;
}

/** Instances that keep the waiting time of a queue: the backlog over what one instance may have waiting. */
export function instancesForBacklog({ messages, secondsEach, longestWait }: { messages: number; secondsEach: number; longestWait: number }): number {
  return roundedUp(messages / (longestWait / secondsEach));
}

export const queueDrills: readonly Drill[] = [
  {
    id: 'sqs-visibility-timeout',
    title: 'SQS: visibility timeout before Lambda',
    tasks: ['saa-c03/2.1', 'sap-c02/2.4', 'sap-c02/3.4'],
    services: ['sqs', 'lambda'],
    facts: ['sqs#visibility-lambda', 'sqs#visibility-timeout'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
    checked,
    rule: 'For a Lambda consumer AWS advises a visibility timeout of at least six times the timeout of the function, plus the batching window.',
    make(random) {
      const functionTimeout = between(10, 300, 5, random);
      const batchingWindow = oneOf([0, 0, 5, 10, 20, 30, 60, 120], random);
      const value = visibilityTimeoutFor({ functionTimeout, batchingWindow });
      const window = batchingWindow === 0 ? 'without a batching window' : `with a batching window of ${batchingWindow} seconds`;
      const story = oneOf(
        [
          `A Lambda function with a timeout of ${functionTimeout} seconds reads an SQS queue ${window}.`,
          `Orders in an SQS queue are handled by a Lambda function. Its timeout is ${functionTimeout} seconds, and the mapping works ${window}.`,
        ],
        random,
      );
      return {
        stem: `${story} Which visibility timeout of the queue, in seconds, does AWS advise at least?`,
        answer: { value, tolerance: 0, unit: 'seconds' },
        solution: [
          `Six timeouts of the function: 6 × ${functionTimeout} = ${written(6 * functionTimeout)} seconds.`,
          `Plus the batching window: ${written(6 * functionTimeout)} + ${batchingWindow} = ${written(value)} seconds.`,
        ],
      };
    },
  },
  {
    id: 'sqs-in-flight',
    title: 'SQS: messages in flight',
    tasks: ['saa-c03/2.1', 'sap-c02/2.4', 'sap-c02/3.4'],
    services: ['sqs'],
    facts: ['sqs#in-flight'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html'],
    checked,
    rule: 'A message is in flight from its receipt until it is deleted, so their number is the rate times the time one takes. A queue allows about 120,000.',
    make(random) {
      const messagesPerSecond = oneOf([40, 50, 60, 80, 100, 120, 150, 200, 240, 250, 300, 400, 500, 600, 800], random);
      const asksForTime = random() < 0.5;
      const seconds = between(15, Math.floor(inFlightMost / messagesPerSecond / 5) * 5, 5, random);
      const story = oneOf(
        [
          `Consumers of an SQS queue receive ${messagesPerSecond} messages a second, as many as arrive.`,
          `Workers take ${messagesPerSecond} messages a second from an SQS queue and keep up with what comes in.`,
        ],
        random,
      );
      if (asksForTime) {
        const value = inFlightMost / messagesPerSecond;
        return {
          stem: `${story} Each is deleted when its work is done. From which number of seconds of work per message on does the queue reach its limit of messages in flight?`,
          answer: { value, tolerance: 0, unit: 'seconds' },
          solution: [
            `The limit is ${written(inFlightMost)} messages in flight.`,
            `${written(inFlightMost)} / ${messagesPerSecond} messages a second = ${written(value)} seconds.`,
          ],
        };
      }
      const value = messagesInFlight({ messagesPerSecond, seconds });
      return {
        stem: `${story} Each message is deleted ${written(seconds)} seconds after its receipt, when its work is done. How many messages are in flight on average?`,
        answer: { value, tolerance: 0, unit: 'messages' },
        solution: [
          `In flight = rate × time until the deletion.`,
          `${messagesPerSecond} × ${written(seconds)} = ${written(value)} messages, within the limit of ${written(inFlightMost)}.`,
        ],
      };
    },
  },
  {
    id: 'sqs-fifo-batches',
    title: 'SQS: batches for a FIFO queue',
    tasks: ['saa-c03/2.1', 'sap-c02/2.5'],
    services: ['sqs'],
    facts: ['sqs#fifo-throughput'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html'],
    checked,
    rule: 'Without high throughput mode a FIFO queue takes 300 calls a second of each action; batches of up to ten messages raise this to 3,000 messages.',
    make(random) {
      const messagesPerSecond = between(310, 2990, 20, random);
      const value = fifoBatchSize(messagesPerSecond) ?? 0;
      const story = oneOf(
        [
          `A FIFO queue without high throughput mode is to take ${written(messagesPerSecond)} trades a second.`,
          `Producers send ${written(messagesPerSecond)} messages a second to a FIFO queue in its ordinary mode, without high throughput.`,
        ],
        random,
      );
      return {
        stem: `${story} How many messages must each call of SendMessageBatch carry at least, if all batches are equally large?`,
        answer: { value, tolerance: 0, unit: 'messages' },
        solution: [
          `The queue takes ${fifoCalls} calls a second.`,
          `${written(messagesPerSecond)} / ${fifoCalls} = ${written(messagesPerSecond / fifoCalls)}, rounded up ${value} messages.`,
        ],
      };
    },
  },
  {
    id: 'sqs-backlog',
    title: 'SQS: instances for a backlog',
    tasks: ['saa-c03/2.1', 'saa-c03/3.2', 'sap-c02/2.5'],
    services: ['sqs', 'ec2-auto-scaling'],
    facts: ['sqs#backlog-per-instance'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html'],
    checked,
    rule: 'The backlog that one instance may have is the longest wait divided by the time one message takes; the messages in the queue divided by it give the instances.',
    make(random) {
      const secondsEach = oneOf([0.2, 0.25, 0.5, 1, 2, 4, 5], random);
      const longestWait = secondsEach * oneOf([40, 50, 60, 80, 100, 120], random);
      const messages = between(300, 3000, 100, random);
      const value = instancesForBacklog({ messages, secondsEach, longestWait });
      const story = oneOf(
        [
          `${written(messages)} messages wait in an SQS queue. An instance works on one message at a time and needs ${written(secondsEach)} seconds for it.`,
          `Instances of a group read an SQS queue, one message at a time, ${written(secondsEach)} seconds each. The queue holds ${written(messages)} messages.`,
        ],
        random,
      );
      return {
        stem: `${story} No message may wait longer than ${written(longestWait)} seconds. How many instances does scaling by backlog per instance ask for, rounded up?`,
        answer: { value, tolerance: 0, unit: 'instances' },
        solution: [
          `One instance may have ${written(longestWait)} / ${written(secondsEach)} = ${written(longestWait / secondsEach)} messages waiting.`,
          `${written(messages)} / ${written(longestWait / secondsEach)} = ${written(messages / (longestWait / secondsEach))}, rounded up ${value} instances.`,
        ],
      };
    },
  },
];
