import { between, oneOf, roundedTo, roundedUp, written, type Drill } from './drill';

const checked = '2026-11-21';

/** Executions that run at once: requests a second × seconds, rounded up. */
export function lambdaConcurrency({ requestsPerSecond, milliseconds }: { requestsPerSecond: number; milliseconds: number }): number {
  return roundedUp((requestsPerSecond * milliseconds) / 1000);
}

/** What Lambda bills for run time: invocations × seconds × GB, where 1 GB is 1,024 MB. */
export function lambdaGigabyteSeconds({ invocations, milliseconds, megabytes }: { invocations: number; milliseconds: number; megabytes: number }): number {
  return (invocations * milliseconds * megabytes) / (1000 * 1024);
}

/** What Fargate bills for processors. */
export function fargateCpuHours({ tasks, cpus, hours }: { tasks: number; cpus: number; hours: number }): number {
  return tasks * cpus * hours;
}

/**
 * Instances, spread as evenly as they can be, of which so many are left when the fullest of the zones is lost. Takes two zones or more.
 */
export function instancesForZoneLoss({ needed, zones }: { needed: number; zones: number }): number {
  return needed + roundedUp(needed / (zones - 1));
}

export const computeDrills: readonly Drill[] = [
  {
    id: 'lambda-concurrency',
    title: 'Lambda: concurrent executions',
    tasks: ['saa-c03/3.2', 'sap-c02/2.5', 'sap-c02/3.3'],
    services: ['lambda'],
    facts: ['lambda#concurrency-quota', 'lambda#throttling'],
    level: 'apply',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'],
    checked,
    rule: 'Concurrency = average requests a second × average seconds of one request.',
    make(random) {
      const requestsPerSecond = between(40, 2400, 20, random);
      const milliseconds = oneOf([120, 150, 250, 300, 350, 400, 450, 600, 800, 1200, 1500, 2500], random);
      const value = lambdaConcurrency({ requestsPerSecond, milliseconds });
      const exact = (requestsPerSecond * milliseconds) / 1000;
      const rate = written(requestsPerSecond);
      const story = oneOf(
        [
          `An API behind API Gateway calls a Lambda function ${rate} times a second at peak. One call takes ${written(milliseconds)} milliseconds on average.`,
          `A Lambda function answers ${rate} requests a second, each in ${written(milliseconds)} milliseconds on average.`,
          `You choose the reserved concurrency of a function for a peak of ${rate} requests a second, at ${written(milliseconds)} milliseconds each.`,
        ],
        random,
      );
      return {
        stem: `${story} How many executions run at the same time on average, rounded up?`,
        answer: { value, tolerance: 0, unit: 'concurrent executions' },
        solution: [
          `${written(milliseconds)} milliseconds = ${written(milliseconds / 1000)} seconds.`,
          `${rate} × ${written(milliseconds / 1000)} = ${written(exact)}, rounded up ${written(value)} concurrent executions.`,
        ],
      };
    },
  },
  {
    id: 'lambda-gigabyte-seconds',
    title: 'Lambda: GB-seconds on the bill',
    tasks: ['saa-c03/4.2', 'sap-c02/2.6', 'sap-2014/2.1'],
    services: ['lambda'],
    facts: ['lambda#billing', 'lambda#memory'],
    level: 'apply',
    sources: ['https://aws.amazon.com/lambda/pricing/'],
    checked,
    rule: 'Run time is billed in GB-seconds: invocations × seconds × configured memory in GB. What the function really uses of its memory does not count.',
    make(random) {
      const invocations = between(200_000, 8_000_000, 200_000, random);
      const milliseconds = oneOf([40, 80, 120, 200, 250, 400, 500, 800], random);
      const megabytes = oneOf([128, 256, 512, 768, 1536, 2048, 3072], random);
      const value = lambdaGigabyteSeconds({ invocations, milliseconds, megabytes });
      const story = oneOf(
        [
          `A Lambda function with ${written(megabytes)} MB of memory runs ${written(invocations)} times a month, ${milliseconds} milliseconds each time. It uses about half of the memory.`,
          `Pictures are scaled by a Lambda function: ${written(invocations)} invocations a month of ${milliseconds} milliseconds. It is configured with ${written(megabytes)} MB.`,
        ],
        random,
      );
      return {
        stem: `${story} How many GB-seconds are billed (1 GB = 1,024 MB)?`,
        answer: { value, tolerance: 0, unit: 'GB-seconds' },
        solution: [
          `Time: ${written(invocations)} × ${written(milliseconds / 1000)} seconds = ${written(roundedTo((invocations * milliseconds) / 1000, 4))} seconds.`,
          `Memory: ${written(megabytes)} / 1,024 = ${written(megabytes / 1024)} GB.`,
          `${written((invocations * milliseconds) / 1000)} × ${written(megabytes / 1024)} = ${written(value)} GB-seconds.`,
        ],
      };
    },
  },
  {
    id: 'fargate-cpu-hours',
    title: 'Fargate: vCPU-hours on the bill',
    tasks: ['saa-c03/4.2', 'sap-c02/2.6', 'sap-2014/2.1'],
    services: ['fargate'],
    facts: ['fargate#price', 'fargate#task-size'],
    level: 'apply',
    sources: ['https://aws.amazon.com/fargate/pricing/'],
    checked,
    rule: 'Fargate bills what a task requests for as long as it runs: tasks × vCPUs × hours, and likewise for memory.',
    make(random) {
      const cpus = oneOf([0.25, 0.5, 1, 2, 4], random);
      const day = between(6, 30, 2, random);
      const night = between(2, 4, 1, random);
      const dayHours = between(8, 16, 1, random);
      const days = oneOf([28, 30, 31], random);
      const taskHours = (day * dayHours + night * (24 - dayHours)) * days;
      const value = fargateCpuHours({ tasks: 1, cpus, hours: taskHours });
      const story = oneOf(
        [
          `A service on Fargate runs ${day} tasks for ${dayHours} hours of each day and ${night} tasks for the rest of it.`,
          `Scaling by schedule keeps ${day} Fargate tasks for ${dayHours} hours a day and ${night} at all other hours.`,
        ],
        random,
      );
      return {
        stem: `${story} A task requests ${written(cpus)} vCPU. How many vCPU-hours are billed in a month of ${days} days?`,
        answer: { value, tolerance: 0, unit: 'vCPU-hours' },
        solution: [
          `Task-hours a day: ${day} × ${dayHours} + ${night} × ${24 - dayHours} = ${written(taskHours / days)}.`,
          `In ${days} days: ${written(taskHours / days)} × ${days} = ${written(taskHours)}.`,
          `${written(taskHours)} × ${written(cpus)} vCPU = ${written(value)} vCPU-hours.`,
        ],
      };
    },
  },
  {
    id: 'zone-loss',
    title: 'Auto Scaling: capacity that outlives a zone',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.4'],
    services: ['ec2-auto-scaling'],
    facts: ['ec2-auto-scaling#zone-loss', 'disaster-recovery#region-zones'],
    level: 'analyze',
    sources: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html'],
    checked,
    rule: 'Count what must be left after the loss: with n zones and a need of c, run c × n / (n - 1). Replacements come minutes later, if at all.',
    make(random) {
      const zones = oneOf([2, 3, 3, 4], random);
      const each = between(2, 12, 1, random);
      const needed = each * (zones - 1);
      const perInstance = oneOf([120, 150, 200, 250, 400], random);
      const load = needed * perInstance - oneOf([0, 10, 20, 40], random);
      const value = instancesForZoneLoss({ needed, zones });
      const story = oneOf(
        [
          `An Auto Scaling group spreads its instances evenly over ${zones} Availability Zones. The peak is ${written(load)} requests a second, and one instance carries ${perInstance}.`,
          `A service over ${zones} Availability Zones must carry ${written(load)} requests a second. An instance manages ${perInstance}, and the group keeps the zones even.`,
        ],
        random,
      );
      return {
        stem: `${story} The peak must be carried without new launches when one whole zone is lost. How many instances must run at least?`,
        answer: { value, tolerance: 0, unit: 'instances' },
        solution: [
          `Needed for the peak: ${written(load)} / ${perInstance}, rounded up = ${needed}.`,
          `The other ${zones - 1 === 1 ? 'zone' : `${zones - 1} zones`} must hold them: ${needed} / ${zones - 1} = ${each} in each zone.`,
          `${zones} zones × ${each} = ${value} instances.`,
        ],
      };
    },
  },
];
