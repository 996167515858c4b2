import { propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { acrossTypes, together } from './composition';
import { demand, passes, placesIn, required, surelyUnset } from './demands';
import { closedToWorld } from './resourcePolicies';
import type { Report, Rule } from './rule';
import { themes } from './themes';

const service = 'eventbridge';
const openMessage = 'Every AWS account may use this bus. Name the accounts, or add a condition on aws:PrincipalOrgID.';

export const eventbridgeRules: readonly Rule[] = [
  acrossTypes(
    {
      id: 'eventbridge-bus-open',
      service,
      title: 'Event bus open to everyone',
      why: 'Whoever may put events on a bus can start what its rules start.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'eventbridge#cross-account',
    },
    {
      'AWS::Events::EventBusPolicy': (header) =>
        together(
          demand(header, {
            path: 'Principal',
            is: (principal) => principal !== '*',
            whenAbsent: true,
            when: (resource) => surelyUnset(resource, 'Condition'),
            message: () => openMessage,
          }),
          openStatement(header),
        ),
      'AWS::Events::EventBus': (header) => closedToWorld(header, { path: 'Policy', message: openMessage }),
    },
  ),
  acrossTypes(
    {
      id: 'eventbridge-no-dead-letter',
      service,
      title: 'Target without a dead-letter queue',
      why: 'An event that cannot be delivered within a day is dropped, and nothing tells.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'eventbridge#dead-letter',
    },
    {
      'AWS::Events::Rule': (header) =>
        required(header, {
          paths: ['Targets.*.DeadLetterConfig.Arn'],
          when: (resource) => propertyAt(resource, 'Targets')?.value.kind === 'list',
          message: 'Events that this target does not take are dropped in the end. Name an SQS queue in DeadLetterConfig.',
        }),
      'AWS::Scheduler::Schedule': (header) =>
        required(header, {
          paths: ['Target.DeadLetterConfig.Arn'],
          message: 'A start that fails for good leaves no trace. Name an SQS queue in DeadLetterConfig.',
        }),
    },
  ),
  {
    id: 'eventbridge-rule-schedule',
    service,
    title: 'Schedule on a rule',
    why: 'EventBridge Scheduler has time zones, one-time starts and many more schedules; those on rules are legacy.',
    severity: 'hint',
    tasks: ['saa-c03/2.1', 'sap-c02/4.4'],
    fact: 'eventbridge#pattern-or-schedule',
    types: ['AWS::Events::Rule'],
    check: (resource) => {
      const schedule = propertyAt(resource, 'ScheduleExpression');
      if (schedule?.value.kind !== 'known' || schedule.value.value === '') return undefined;
      return [{ span: schedule.nameSpan, message: 'EventBridge Scheduler takes the place of schedules on rules, with time zones and flexible windows.' }];
    },
  },
];

/** The bus policy that holds one whole statement. */
function openStatement(header: Parameters<typeof closedToWorld>[0]): Rule {
  return {
    ...header,
    check: (resource) => {
      const statement = propertyAt(resource, 'Statement')?.value;
      return statement?.kind === 'map' ? closedReports(statement, resource) : undefined;
    },
  };
}

function closedReports(statement: MapValue, resource: Resource): Report[] {
  const [condition] = placesIn(statement, 'Condition', resource.typeSpan);
  const principal = propertyOf(statement, 'Principal');
  const effect = propertyOf(statement, 'Effect')?.value;
  const anybody = principal?.value.kind === 'map' ? propertyOf(principal.value, 'AWS')?.value : principal?.value;
  const isOpen = effect && passes(effect, (value) => value === 'Allow') === true && anybody && passes(anybody, (value) => value === '*') === true;
  return isOpen && condition?.missing ? [{ span: principal?.nameSpan ?? statement, message: openMessage }] : [];
}
