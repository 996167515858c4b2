import { demand, switchedOn } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const ofStateMachine = { service: 'step-functions', types: ['AWS::StepFunctions::StateMachine'] } as const;

export const stepFunctionsRules: readonly Rule[] = [
  demand(
    {
      ...ofStateMachine,
      id: 'step-functions-logs-off',
      title: 'State machine without logs',
      why: 'An Express workflow keeps its history nowhere else, and that of a Standard one ends with 90 days.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'step-functions#logging',
    },
    {
      path: 'LoggingConfiguration.Level',
      is: (level) => level !== 'OFF',
      whenAbsent: false,
      message: (how) => `The log level ${how}: executions leave nothing in CloudWatch Logs, and an Express workflow no history at all.`,
    },
  ),
  demand(
    {
      ...ofStateMachine,
      id: 'step-functions-logs-partial',
      title: 'State machine that logs errors only',
      why: 'With ERROR or FATAL the steps before a failure are not in the log.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'step-functions#logging',
    },
    {
      path: 'LoggingConfiguration.Level',
      is: (level) => level === 'ALL' || level === 'OFF',
      whenAbsent: true,
      message: (how) => `The log level ${how}: the steps before a failure are not logged. ALL records every event.`,
    },
  ),
  switchedOn(
    {
      ...ofStateMachine,
      id: 'step-functions-tracing-off',
      title: 'State machine without tracing',
      why: 'X-Ray shows which step and which service takes the time.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'step-functions#tracing',
    },
    {
      path: 'TracingConfiguration.Enabled',
      message: (how) => `Tracing ${how}: X-Ray does not see the executions.`,
      fix: { title: 'Enable tracing', value: true },
    },
  ),
];
