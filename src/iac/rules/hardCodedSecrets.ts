import { always, propertyOf, type Resource, type Template, type Value } from '../model';
import { placesAt, spanOf } from './demands';
import type { Rule } from './rule';
import { secretProperties } from './secretProperties';

const reference = /\{\{resolve:(secretsmanager|ssm-secure|ssm):/;
/** An access key's ID, or a secret access key beside its usual name. */
const accessKey = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|aws_?secret_?access_?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/i;
const secretKeyName = /secret_?access_?key$/i;
const secretKey = /^[A-Za-z0-9/+]{40}$/;

/** Types that take free text, settings or credentials, where keys have been found. */
const withText = [
  ...Object.keys(secretProperties),
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::Batch::JobDefinition',
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Stack',
  'AWS::CodeBuild::Project',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticBeanstalk::ConfigurationTemplate',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::Glue::Job',
  'AWS::Lambda::Function',
  'AWS::SSM::Document',
  'AWS::SSM::Parameter',
  'AWS::StepFunctions::StateMachine',
];

/** For the main password of RDS there is rds-plain-password. */
const ownRule = /^AWS::RDS::\w+ MasterUserPassword$/;

/** Values of the properties of a resource that hold a secret. */
function secretsOf(resource: Resource, except?: RegExp): Value[] {
  return (secretProperties[resource.type] ?? [])
    .filter((path) => !except?.test(`${resource.type} ${path}`))
    .flatMap((path) => placesAt(resource, path).flatMap(({ value }) => value ?? []));
}

/** Types whose instances cfn-init sets up from their metadata. */
const withInit = ['AWS::AutoScaling::AutoScalingGroup', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'];

/** Secrets by which cfn-init downloads files, in the metadata of an instance. */
function downloadSecretsOf({ attributes }: Resource): Value[] {
  const ways = propertyOf(propertyOf(attributes, 'Metadata')?.value, 'AWS::CloudFormation::Authentication')?.value;
  if (ways?.kind !== 'map') return [];
  return ways.entries.flatMap((way) => ['password', 'secretKey'].flatMap((name) => propertyOf(way.value, name)?.value ?? []));
}

/** Stands for what somebody is to fill in: `<token>`, `Bearer <<your key>>`. */
const placeholder = /(?:^|[\s"'<])<[^<>]*>(?=$|[\s"'>])/;

/** True for text that is the secret itself: neither empty, nor a place for it such as `<token>`, nor resolved when the stack is deployed. */
function isPlain(known: string | number | boolean | null): boolean {
  return typeof known === 'number' || (typeof known === 'string' && known.trim() !== '' && !placeholder.test(known) && !reference.test(known));
}

/** The parameter that a value is, whether or not it has a default. */
function parameterOf(value: Value): string | undefined {
  if (value.kind === 'known' || value.kind === 'unknown') return value.parameter;
  return value.kind === 'one-of' && value.values.every((one) => parameterOf(one) !== undefined) ? value.values.map(parameterOf)[0] : undefined;
}

/** What shows the secret that a value gets: a parameter of the template, or one of Parameter Store, that hides nothing. */
function shownBy(value: Value, { parameters }: Template): string | undefined {
  if (always(value, (known) => reference.exec(String(known))?.[1] === 'ssm'))
    return 'A plain parameter of Parameter Store is not encrypted. Use ssm-secure or secretsmanager in the reference.';
  const name = parameterOf(value);
  const parameter = name === undefined ? undefined : parameters.get(name);
  if (!parameter || name === undefined) return undefined;
  if (parameter.type.startsWith('AWS::SSM::'))
    return `The parameter ${name} takes its value from a plain parameter of Parameter Store. Use a dynamic reference to a secret.`;
  return parameter.noEcho ? undefined : `The parameter ${name} has no NoEcho, so the console and the API show this secret to all who may describe the stack.`;
}

/** The first text in a value, at whatever depth, that passes; `name` is that of the property. */
function findText(value: Value, test: (text: string, name: string) => boolean, name = ''): Value | undefined {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' && test(value.value, name) ? value : undefined;
    case 'unknown':
      // User data is mostly encoded or put together; what stands in it can be searched all the same.
      return value.outline !== undefined && test(value.outline, name) ? value : undefined;
    case 'list':
    case 'one-of': {
      for (const item of value.kind === 'list' ? value.items : value.values) {
        const found = findText(item, test, name);
        if (found) return found;
      }
      return undefined;
    }
    case 'map': {
      for (const entry of value.entries) {
        const found = findText(entry.value, test, entry.name);
        if (found) return found;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function isAccessKey(text: string, name: string): boolean {
  return accessKey.test(text) || (secretKeyName.test(name) && secretKey.test(text));
}

export const hardCodedSecretRules: readonly Rule[] = [
  {
    id: 'secret-in-template',
    service: 'secrets-manager',
    title: 'Secret written into the template',
    why: 'A template is read by more people than a database, and its history in the repository keeps the secret for good.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'sap-2014/6.4'],
    fact: 'secrets-manager#dynamic-reference',
    types: [...new Set([...Object.keys(secretProperties), ...withInit])],
    check: (resource) =>
      [...secretsOf(resource, ownRule), ...downloadSecretsOf(resource)]
        .filter((value) => always(value, isPlain))
        .map((value) => ({
          span: spanOf(value),
          message:
            parameterOf(value) === undefined
              ? 'This secret stands in plain text. Keep it in Secrets Manager, and refer to it by {{resolve:secretsmanager:...}}.'
              : `The default of the parameter ${parameterOf(value) ?? ''} puts this secret into the template. Give it none, or refer to Secrets Manager.`,
        })),
  },
  {
    id: 'secret-parameter-no-echo',
    service: 'cloudformation',
    title: 'Secret from a parameter that shows it',
    why: 'Without NoEcho, and from a plain parameter of Parameter Store, the secret is readable for all who may look at the stack or the store.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3', 'saa-c03/1.1'],
    fact: 'cloudformation#no-echo',
    types: Object.keys(secretProperties),
    check: (resource, { template }) =>
      secretsOf(resource).flatMap((value) => {
        const message = shownBy(value, template);
        return message === undefined ? [] : [{ span: spanOf(value), message }];
      }),
  },
  {
    id: 'access-key-in-template',
    service: 'iam',
    title: 'Access key written into the template',
    why: 'Keys in a repository are found by programs that search for them within minutes.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
    fact: 'iam#role-not-keys',
    types: withText,
    check: (resource) => {
      const found = findText(resource.properties, isAccessKey) ?? findText(resource.attributes, isAccessKey);
      return found && [{ span: spanOf(found), message: 'This looks like an AWS access key. Deactivate it, and give the workload a role in its place.' }];
    },
  },
];
