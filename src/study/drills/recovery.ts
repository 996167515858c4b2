import { between, oneOf, written, type ChoiceProblem, type Drill, type DrillOption } from './drill';

const checked = '2026-11-21';
const objectivesPage = 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/disaster-recovery-dr-objectives.html';
const continuityPage = 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/business-continuity-plan-bcp.html';

export interface BackupPlan {
  /** Minutes from the start of one backup to the start of the next. */
  readonly interval: number;
  /** Minutes from a backup's start, whose state it shows, until it can be restored. */
  readonly duration: number;
}

/** Minutes of data that are lost at worst: the failure comes just before a backup is complete. */
export function worstLoss({ interval, duration }: BackupPlan): number {
  return interval + duration;
}

/** Minutes of data lost by a failure so many minutes after a backup's start, where one started at 0 and at every interval before. */
export function lossAt(failure: number, { interval, duration }: BackupPlan): number {
  return failure - Math.floor((failure - duration) / interval) * interval;
}

export interface RecoverySteps {
  /** Minutes until the failure is noticed. */
  readonly detection: number;
  /** Minutes until the recovery is decided. */
  readonly decision: number;
  readonly gigabytes: number;
  readonly megabytesPerSecond: number;
  /** Minutes of checks before users come back. */
  readonly checks: number;
}

/** Minutes of the restore alone, where 1 GB is 1,000 MB. */
function restoreMinutes({ gigabytes, megabytesPerSecond }: RecoverySteps): number {
  return (gigabytes * 1000) / megabytesPerSecond / 60;
}

/** Minutes from the failure until the service is back. */
export function recoveryTime(steps: RecoverySteps): number {
  return steps.detection + steps.decision + restoreMinutes(steps) + steps.checks;
}

/** All in minutes: what a failure cost against what was promised. */
export interface Recovery {
  readonly downtime: number;
  readonly loss: number;
  readonly rto: number;
  readonly rpo: number;
}

export function objectivesMet({ downtime, loss, rto, rpo }: Recovery): { rto: boolean; rpo: boolean } {
  return { rto: downtime <= rto, rpo: loss <= rpo };
}

/** `10:40` for 640 minutes after midnight. */
export function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function objectivesProblem(recovery: Recovery, backup: number, story: string): ChoiceProblem {
  const met = objectivesMet(recovery);
  const failure = backup + recovery.loss;
  const back = failure + recovery.downtime;
  const lossFits = `Data of ${recovery.loss} minutes is lost, ${met.rpo ? 'within' : 'more than'} the RPO of ${recovery.rpo}`;
  const timeFits = `the service is away ${recovery.downtime} minutes, ${met.rto ? 'within' : 'more than'} the RTO of ${recovery.rto}`;
  const option = (rto: boolean, rpo: boolean, text: string, tempting: string): DrillOption => {
    const correct = rto === met.rto && rpo === met.rpo;
    const rationale = `${lossFits}; ${timeFits}.`;
    return correct ? { text, correct, rationale } : { text, correct, rationale, tempting };
  };
  const options = [
    option(true, true, 'Both the RTO and the RPO are met.', 'The service came back and a restore worked.'),
    option(true, false, 'The RTO is met, the RPO is missed.', 'The two objectives are easily taken for one another.'),
    option(false, true, 'The RPO is met, the RTO is missed.', 'The two objectives are easily taken for one another.'),
    option(false, false, 'Both the RTO and the RPO are missed.', 'Counted from the backup to the return, the time is longer than either objective.'),
  ];
  return {
    stem: `${story} Promised are an RTO of ${recovery.rto} minutes and an RPO of ${recovery.rpo} minutes. The last usable copy of the data shows the state of ${clockTime(backup)}. At ${clockTime(failure)} the site fails, and at ${clockTime(back)} users work again with this copy. What holds?`,
    options,
    solution: [
      `Data lost, from ${clockTime(backup)} to ${clockTime(failure)}: ${recovery.loss} minutes, RPO ${recovery.rpo}.`,
      `Time without service, from ${clockTime(failure)} to ${clockTime(back)}: ${recovery.downtime} minutes, RTO ${recovery.rto}.`,
      options.find(({ correct }) => correct)?.text ?? '',
    ],
  };
}

export const recoveryDrills: readonly Drill[] = [
  {
    id: 'worst-data-loss',
    title: 'Recovery: the RPO a backup plan can keep',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.2'],
    services: ['aws-backup'],
    facts: ['disaster-recovery#rpo', 'aws-backup#schedule'],
    level: 'analyze',
    sources: [objectivesPage, continuityPage],
    checked,
    rule: 'At worst the failure comes just before a backup is usable, so the loss reaches the interval plus the time a backup takes.',
    make(random) {
      const interval = oneOf([15, 20, 30, 60, 120, 180, 240, 360], random);
      const duration = between(4, Math.min(55, interval - 2), 1, random);
      const value = worstLoss({ interval, duration });
      const story = oneOf(
        [
          `Every ${interval} minutes a copy of a database to a second Region begins. It shows the state at its start and is usable ${duration} minutes later.`,
          `A backup starts every ${interval} minutes and holds the data as of its start. ${duration} minutes after the start it can be restored from the second Region.`,
        ],
        random,
      );
      return {
        stem: `${story} Only complete copies count. Which RPO, in whole minutes, can you promise, if the first Region may fail at any moment?`,
        answer: { value, tolerance: 0, unit: 'minutes' },
        solution: [
          `Just before a copy is usable, the newest usable one is the copy before it.`,
          `Its state is then as old as one interval and the time of the copy: ${interval} + ${duration} = ${value} minutes.`,
        ],
      };
    },
  },
  {
    id: 'data-loss-of-a-failure',
    title: 'Recovery: data lost by one failure',
    tasks: ['saa-c03/2.2', 'sap-c02/1.3', 'sap-2014/1.2'],
    services: ['aws-backup'],
    facts: ['disaster-recovery#rpo', 'disaster-recovery#rto'],
    level: 'apply',
    sources: [objectivesPage, continuityPage],
    checked,
    rule: 'The loss runs from the state of the last usable copy to the failure; a copy that was still on its way does not help. How long the recovery takes does not change it.',
    make(random) {
      const interval = oneOf([15, 20, 30, 60, 120], random);
      const duration = between(3, Math.min(40, interval - 3), 1, random);
      // Away from the edges, where it would matter whether a copy is usable at the very minute of its end.
      const usable = random() < 0.5;
      const sinceStart = usable ? between(duration + 1, interval - 1, 1, random) : between(1, duration - 1, 1, random);
      const midnight = between(4, 8, 1, random) * 120;
      const failure = midnight + sinceStart;
      const back = failure + between(45, 200, 5, random);
      const value = lossAt(sinceStart, { interval, duration });
      const story = oneOf(
        [
          `Copies of an order database to another Region start every ${interval} minutes, one of them at ${clockTime(midnight)}.`,
          `A file server is backed up every ${interval} minutes; one backup starts at ${clockTime(midnight)}.`,
        ],
        random,
      );
      return {
        stem: `${story} Each shows the state at its start and is usable ${duration} minutes later. At ${clockTime(failure)} everything on site is lost, and at ${clockTime(back)} work goes on from the newest usable copy. How many minutes of data are lost?`,
        answer: { value, tolerance: 0, unit: 'minutes' },
        solution: [
          `The copy of ${clockTime(midnight)} is usable from ${clockTime(midnight + duration)} on, ${usable ? 'before' : 'after'} the failure at ${clockTime(failure)}.`,
          `The newest usable copy shows ${clockTime(failure - value)}.`,
          `From ${clockTime(failure - value)} to ${clockTime(failure)} are ${value} minutes.`,
        ],
      };
    },
  },
  {
    id: 'recovery-time',
    title: 'Recovery: the RTO a restore can keep',
    tasks: ['saa-c03/2.2', 'sap-c02/2.2', 'sap-2014/1.2'],
    services: ['aws-backup'],
    facts: ['disaster-recovery#rto', 'disaster-recovery#backup-and-restore'],
    level: 'analyze',
    sources: [objectivesPage, continuityPage],
    checked,
    rule: 'The recovery time begins with the failure, not with the restore: noticing, deciding, restoring and checking all count.',
    make(random) {
      const megabytesPerSecond = oneOf([50, 100, 150, 200, 250, 400, 500], random);
      const restore = between(20, 240, 10, random);
      const steps: RecoverySteps = {
        detection: between(2, 15, 1, random),
        decision: between(5, 40, 5, random),
        gigabytes: (megabytesPerSecond * restore * 60) / 1000,
        megabytesPerSecond,
        checks: between(10, 45, 5, random),
      };
      const value = recoveryTime(steps);
      const story = oneOf(
        [
          `When the main site fails, an alarm comes after ${steps.detection} minutes and the recovery is decided ${steps.decision} minutes later.`,
          `A rehearsal showed: ${steps.detection} minutes until a failure is noticed, then ${steps.decision} minutes until somebody decides to recover.`,
        ],
        random,
      );
      return {
        stem: `${story} Then ${written(steps.gigabytes)} GB are restored at ${megabytesPerSecond} MB a second (1 GB = 1,000 MB), and after that checks take ${steps.checks} minutes before users may come back. Which RTO, in minutes, does this plan just keep?`,
        answer: { value, tolerance: 0, unit: 'minutes' },
        solution: [
          `Restore: ${written(steps.gigabytes)} × 1,000 / ${megabytesPerSecond} = ${written(restore * 60)} seconds = ${restore} minutes.`,
          `${steps.detection} + ${steps.decision} + ${restore} + ${steps.checks} = ${written(value)} minutes.`,
        ],
      };
    },
  },
  {
    id: 'recovery-objectives',
    title: 'Recovery: which objectives were met',
    tasks: ['saa-c03/2.2', 'sap-c02/1.3', 'sap-2014/1.2'],
    services: ['aws-backup'],
    facts: ['disaster-recovery#objectives-together', 'disaster-recovery#rpo', 'disaster-recovery#rto'],
    level: 'analyze',
    sources: [objectivesPage],
    checked,
    rule: 'RPO looks back from the failure to the state that is restored, RTO looks forward from the failure to the return of the service.',
    make(random) {
      const rto = oneOf([60, 90, 120, 180, 240], random);
      const rpo = oneOf([10, 15, 30, 45, 60], random);
      const downtime = random() < 0.5 ? between(20, rto - 5, 5, random) : between(rto + 5, rto + 90, 5, random);
      const loss = random() < 0.5 ? between(4, rpo - 1, 1, random) : between(rpo + 1, rpo + 50, 1, random);
      const story = oneOf(
        ['A pharmacy recovers its order system after a failure.', 'A library had to switch to its recovery site.', 'A brewery reviews how an outage went.'],
        random,
      );
      return objectivesProblem({ downtime, loss, rto, rpo }, between(7 * 60, 14 * 60, 5, random), story);
    },
  },
];
