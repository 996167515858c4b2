import { propertyAt, propertyOf } from '../model';
import { required, type RuleHeader } from './demands';
import { allows, statementsOf, textsOf } from './policy';
import { withoutAction } from './resourcePolicies';
import type { Rule } from './rule';
import { themes } from './themes';

const ofPolicy = { service: 'iot-core', types: ['AWS::IoT::Policy'] } as const;

const everyResource: RuleHeader = {
  ...ofPolicy,
  id: 'iot-core-policy-wildcard-resource',
  title: 'Device policy for every resource',
  why: 'One device with its certificate stolen can then speak as, and listen to, every other.',
  severity: 'information',
  tasks: themes.access,
  fact: 'iot-core#certificates',
};

export const iotCoreRules: readonly Rule[] = [
  withoutAction(
    {
      ...ofPolicy,
      id: 'iot-core-policy-wildcard-action',
      title: 'Device policy for every action',
      why: 'A device needs to connect and to use its own topics, not to do all that IoT Core offers.',
      severity: 'information',
      tasks: themes.access,
      fact: 'iot-core#certificates',
    },
    {
      path: 'PolicyDocument',
      pattern: /^(?:\*|iot:\*)$/i,
      message: 'This allows every action of IoT. Name those that the device needs, such as iot:Connect and iot:Publish.',
    },
  ),
  {
    ...everyResource,
    check: (resource) =>
      statementsOf(propertyAt(resource, 'PolicyDocument')?.value)
        .filter(allows)
        .flatMap((statement) => {
          const wide = textsOf(propertyOf(statement, 'Resource')).find(({ value }) => value === '*');
          return wide
            ? [{ span: wide, message: 'This reaches every client and topic. Narrow it by policy variables such as ${iot:Connection.Thing.ThingName}.' }]
            : [];
        }),
  },
  required(
    {
      id: 'iot-core-rule-no-error-action',
      service: 'iot-core',
      title: 'Topic rule without an error action',
      why: 'What an action of a rule cannot deliver is lost unless an error action takes it.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'iot-core#rule-error',
      types: ['AWS::IoT::TopicRule'],
    },
    {
      paths: ['TopicRulePayload.ErrorAction'],
      message: 'Messages that the actions of this rule cannot deliver are lost. Name an ErrorAction, for example a queue.',
    },
  ),
];
