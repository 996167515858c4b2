import { isAbsent, isFalse, isTrue, knownAt, propertyOf, type KnownValue, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, passes, placesAt, spanOf, wrongPlaces, type Place, type RuleHeader } from './demands';
import { plainSecret } from './plainSecrets';
import type { Rule } from './rule';

const environment = 'AWS::ElasticBeanstalk::Environment';
const environments = [environment, 'AWS::ElasticBeanstalk::ConfigurationTemplate'];

interface Setting extends MapValue {
  readonly namespace: string;
  readonly option: string;
}

/** The option settings whose namespace and name are known, and whether these are all. */
function settingsOf(resource: Resource): { readonly settings: readonly Setting[]; readonly complete: boolean } {
  const [place] = placesAt(resource, 'OptionSettings');
  const items = itemsAt(resource, 'OptionSettings');
  const settings = items.flatMap((item): Setting[] => {
    const namespace = propertyOf(item, 'Namespace')?.value;
    const option = propertyOf(item, 'OptionName')?.value;
    return namespace?.kind === 'known' && option?.kind === 'known' ? [{ ...item, namespace: String(namespace.value), option: String(option.value) }] : [];
  });
  const written = place?.value?.kind === 'list' ? place.value.items.length : items.length;
  // A template or a saved configuration may bring the rest.
  const alone = resource.type === environment && isAbsent(resource, 'TemplateName');
  return { settings, complete: alone && place !== undefined && (isUnset(place) || items.length > 0) && settings.length === written };
}

/** Where an option is set, or that nothing sets it. */
function optionAt(resource: Resource, namespace: string, option: string): Place {
  const { settings, complete } = settingsOf(resource);
  const found = settings.findLast((setting) => setting.namespace === namespace && setting.option === option);
  const value = found && propertyOf(found, 'Value')?.value;
  const owner = found ?? resource.properties;
  if (!found) return { missing: complete, span: resource.typeSpan, owner };
  return value ? { value, missing: false, span: spanOf(value), owner } : { missing: false, span: spanOf(found), owner };
}

interface OptionDemand {
  readonly namespace: string;
  readonly option: string;
  readonly is: (known: KnownValue['value']) => boolean;
  readonly whenAbsent: boolean;
  readonly when?: (resource: Resource) => boolean;
  readonly message: (how: string) => string;
}

/** A rule that asks an option to have certain values. */
function option(header: Omit<RuleHeader, 'service' | 'types'>, { namespace, option: name, is, whenAbsent, when, message }: OptionDemand): Rule {
  return {
    ...header,
    service: 'elastic-beanstalk',
    types: environments,
    check: (resource) =>
      when && !when(resource)
        ? undefined
        : wrongPlaces([optionAt(resource, namespace, name)], is, whenAbsent).map(({ span, missing }) => ({
            span,
            message: message(missing ? 'is not set here' : 'is not so'),
          })),
  };
}

function hasOption(resource: Resource, namespace: string, name: string, test: (known: KnownValue['value']) => boolean): boolean {
  const { value } = optionAt(resource, namespace, name);
  return value !== undefined && passes(value, test) === true;
}

function isSingle(resource: Resource): boolean {
  return hasOption(resource, 'aws:elasticbeanstalk:environment', 'EnvironmentType', (type) => type === 'SingleInstance');
}

/** Platforms before Amazon Linux 2023 answer both versions of the metadata service by default. */
function isOlderPlatform(resource: Resource): boolean {
  const stack = knownAt(resource, 'SolutionStackName')?.value;
  return typeof stack === 'string' && /Amazon Linux(?: 2)? v|Amazon Linux 201\d|Windows/.test(stack);
}

export const elasticBeanstalkRules: readonly Rule[] = [
  {
    id: 'beanstalk-database-inside',
    service: 'elastic-beanstalk',
    title: 'Database within the environment',
    why: 'A coupled database shares the life of the environment, which blue/green deployments and rebuilds end.',
    severity: 'information',
    tasks: ['sap-c02/2.1', 'sap-c02/2.4', 'saa-c03/2.1'],
    fact: 'elastic-beanstalk#database-outside',
    types: environments,
    check: (resource) => {
      const first = settingsOf(resource).settings.find(({ namespace }) => namespace === 'aws:rds:dbinstance');
      if (!first || hasOption(resource, 'aws:rds:dbinstance', 'HasCoupledDatabase', isFalse)) return undefined;
      const namespace = propertyOf(first, 'Namespace')?.value;
      return namespace && [{ span: namespace, message: 'This makes a database that belongs to the environment. Make it apart and hand its address over.' }];
    },
  },
  option(
    {
      id: 'beanstalk-enhanced-health-off',
      title: 'Environment without enhanced health',
      why: 'Basic health looks at the load balancer alone; enhanced health at each instance, its requests and its processes.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'saa-c03/2.2'],
      fact: 'elastic-beanstalk#enhanced-health',
    },
    {
      namespace: 'aws:elasticbeanstalk:healthreporting:system',
      option: 'SystemType',
      is: (type) => type === 'enhanced',
      whenAbsent: false,
      message: (how) =>
        `Enhanced health ${how === 'is not so' ? 'is off' : how}: basic reporting, the default of a template, tells little. Set SystemType to enhanced.`,
    },
  ),
  option(
    {
      id: 'beanstalk-managed-updates-off',
      title: 'Environment without managed updates',
      why: 'Security patches of the platform come with its updates, and nobody remembers them each week.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'sap-c02/3.2', 'saa-c03/1.2'],
      fact: 'elastic-beanstalk#managed-updates',
    },
    {
      namespace: 'aws:elasticbeanstalk:managedactions',
      option: 'ManagedActionsEnabled',
      is: isTrue,
      whenAbsent: false,
      message: (how) =>
        `Managed platform updates: ManagedActionsEnabled ${how === 'is not so' ? 'is off' : how}. Patches of the platform wait for somebody. Turn them on.`,
    },
  ),
  {
    id: 'beanstalk-imdsv1',
    service: 'elastic-beanstalk',
    title: 'Environment whose instances answer IMDSv1',
    why: 'Version 1 of the metadata service hands credentials to any request that a flaw of the application can be made to send.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'elastic-beanstalk#imds',
    types: environments,
    check: (resource) =>
      wrongPlaces([optionAt(resource, 'aws:autoscaling:launchconfiguration', 'DisableIMDSv1')], isTrue, !isOlderPlatform(resource)).map(({ span }) => ({
        span,
        message: 'Instances answer version 1 of the metadata service too. Set DisableIMDSv1 to true.',
      })),
  },
  {
    id: 'beanstalk-logs-not-kept',
    service: 'elastic-beanstalk',
    title: 'Logs die with their instances',
    why: 'Instances of an environment come and go, and their log files with them.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'saa-c03/1.2'],
    fact: 'elastic-beanstalk#log-options',
    types: environments,
    check: (resource) => {
      const streamed = optionAt(resource, 'aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs');
      const published = optionAt(resource, 'aws:elasticbeanstalk:hostmanager', 'LogPublicationControl');
      const [wrong, ...others] = wrongPlaces([streamed, published], isTrue, false);
      if (!wrong || others.length === 0) return undefined;
      const { span } = wrong.missing ? (others[0] ?? wrong) : wrong;
      return [{ span, message: 'Nothing here streams logs to CloudWatch Logs or publishes them to S3. Set StreamLogs or LogPublicationControl to true.' }];
    },
  },
  option(
    {
      id: 'beanstalk-access-logs-off',
      title: 'Load balancer of the environment without access logs',
      why: 'Access logs tell who asked for what when something went wrong.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'elastic-beanstalk#log-options',
    },
    {
      namespace: 'aws:elbv2:loadbalancer',
      option: 'AccessLogsS3Enabled',
      is: isTrue,
      whenAbsent: false,
      when: (resource) => hasOption(resource, 'aws:elasticbeanstalk:environment', 'LoadBalancerType', (type) => type === 'application' || type === 'network'),
      message: (how) => `AccessLogsS3Enabled ${how === 'is not so' ? 'is off' : how}: the load balancer writes no access logs. Turn them on and name a bucket.`,
    },
  ),
  option(
    {
      id: 'beanstalk-single-instance',
      title: 'Environment of one instance',
      why: 'A single instance is out of service whenever it is replaced, and when its zone fails.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'elastic-beanstalk#environment-type',
    },
    {
      namespace: 'aws:elasticbeanstalk:environment',
      option: 'EnvironmentType',
      is: (type) => type !== 'SingleInstance',
      whenAbsent: true,
      message: () => 'One instance serves all: good for tests. LoadBalanced spreads instances over zones.',
    },
  ),
  option(
    {
      id: 'beanstalk-all-at-once',
      title: 'All instances are deployed to at once',
      why: 'All at once, the default, takes the application out of service for a short time.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.4', 'saa-c03/2.2'],
      fact: 'elastic-beanstalk#all-at-once',
    },
    {
      namespace: 'aws:elasticbeanstalk:command',
      option: 'DeploymentPolicy',
      is: (policy) => policy !== 'AllAtOnce',
      whenAbsent: false,
      when: (resource) => !isSingle(resource),
      message: (how) =>
        `${how === 'is not so' ? 'All' : 'No DeploymentPolicy is set here, so all'} instances stop together at a deployment. Immutable or rolling ones keep serving.`,
    },
  ),
  {
    id: 'beanstalk-plaintext-secret',
    service: 'elastic-beanstalk',
    title: 'Secret in a plain environment property',
    why: 'Environment properties are shown in the console and by the API.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'elastic-beanstalk#secrets',
    types: environments,
    check: (resource, { template }) =>
      settingsOf(resource)
        .settings.filter(({ namespace }) => namespace === 'aws:elasticbeanstalk:application:environment')
        .flatMap((setting) => {
          const value = propertyOf(setting, 'Value')?.value;
          const told = plainSecret(propertyOf(setting, 'OptionName')?.value, value, template);
          return value && told !== undefined ? [{ span: spanOf(value), message: `${told} Use the namespace for environmentsecrets.` }] : [];
        }),
  },
];
