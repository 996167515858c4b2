import { always, isFalse, numberOf, propertyAt, propertyOf, type Resource } from '../model';
import { isUnset, placesAt, surely, surelyUnset, switchedOn, type RuleHeader } from './demands';
import type { Report, Rule } from './rule';

const recorder: Pick<RuleHeader, 'service' | 'types' | 'tasks'> = {
  service: 'aws-config',
  types: ['AWS::Config::ConfigurationRecorder'],
  tasks: ['sap-c02/1.2', 'sap-c02/3.2', 'saa-c03/1.2', 'sap-2014/6.1'],
};

const strategy = 'RecordingGroup.RecordingStrategy.UseOnly';

/** Where the text says that only some types are recorded. */
function partial(resource: Resource): Report['span'] | undefined {
  const all = propertyAt(resource, 'RecordingGroup.AllSupported');
  if (all && always(all.value, isFalse)) return { start: all.value.start, end: all.value.end };
  const used = propertyAt(resource, strategy)?.value;
  if (always(used, (known) => known === 'INCLUSION_BY_RESOURCE_TYPES' || known === 'EXCLUSION_BY_RESOURCE_TYPES')) return { start: used.start, end: used.end };
  const types = propertyAt(resource, 'RecordingGroup.ResourceTypes');
  return types?.value.kind === 'list' && types.value.items.some(({ kind }) => kind === 'known') ? types.nameSpan : undefined;
}

export const awsConfigRules: readonly Rule[] = [
  {
    ...recorder,
    id: 'config-partial-recording',
    title: 'Recorder of some types only',
    why: 'Resources of a type that is not recorded have no history, and rules do not judge them.',
    severity: 'information',
    fact: 'aws-config#all-supported',
    check: (resource) => {
      const span = partial(resource);
      return (
        span && [{ span, message: 'Only some resource types are recorded. AllSupported takes in every type, new ones too; it costs a fee for each item.' }]
      );
    },
  },
  switchedOn(
    {
      ...recorder,
      id: 'config-global-types-off',
      title: 'Recorder without global types',
      why: 'IAM users, groups, roles and policies are recorded in one Region at least, or nowhere.',
      severity: 'hint',
      fact: 'aws-config#all-supported',
    },
    {
      path: 'RecordingGroup.IncludeGlobalResourceTypes',
      when: (resource) =>
        surelyUnset(resource, 'RecordingGroup.ResourceTypes') &&
        (surelyUnset(resource, strategy) || surely(resource, strategy, (known) => known === 'ALL_SUPPORTED_RESOURCE_TYPES')),
      message: (how) => `IncludeGlobalResourceTypes ${how}: users, roles and policies of IAM are not recorded. One Region of the account should include them.`,
    },
  ),
  {
    ...recorder,
    id: 'config-no-delivery-channel',
    title: 'Recorder without a delivery channel',
    why: 'A recorder can only be started when a delivery channel says where its items go.',
    severity: 'information',
    fact: 'aws-config#recorder',
    check: (resource, context) =>
      context.ofType('AWS::Config::DeliveryChannel').length > 0
        ? undefined
        : [{ span: resource.typeSpan, message: 'This template has no DeliveryChannel. Without one in the Region the recorder does not start.' }],
  },
  {
    id: 'config-aggregator-regions',
    service: 'aws-config',
    title: 'Aggregator of some Regions',
    why: 'Resources in a Region that nobody meant to use are those worth finding.',
    severity: 'hint',
    tasks: ['sap-c02/1.2', 'sap-c02/1.4', 'saa-c03/1.2'],
    fact: 'aws-config#aggregator',
    types: ['AWS::Config::ConfigurationAggregator'],
    check: (resource) =>
      ['AccountAggregationSources.*', 'OrganizationAggregationSource'].flatMap((source) =>
        propertyOf(resource.properties, source.replace('.*', ''))
          ? placesAt(resource, `${source}.AllAwsRegions`)
              .filter((place) => isUnset(place) || always(place.value, isFalse))
              .map(({ span }) => ({ span, message: 'Only the listed Regions are aggregated. AllAwsRegions takes in all of them, future ones too.' }))
          : [],
      ),
  },
  {
    id: 'config-access-key-age',
    service: 'aws-config',
    title: 'Access keys allowed to grow old',
    why: 'A rule that lets keys live for long reports them when it is late.',
    severity: 'hint',
    tasks: ['sap-c02/3.2', 'saa-c03/1.1', 'sap-2014/6.3'],
    fact: 'aws-config#rules',
    types: ['AWS::Config::ConfigRule'],
    check: (resource) => {
      const age = propertyAt(resource, 'InputParameters.maxAccessKeyAge')?.value ?? propertyAt(resource, 'InputParameters.MaxAccessKeyAge')?.value;
      const days = numberOf(age);
      if (!age || days === undefined || days <= 90 || !surely(resource, 'Source.SourceIdentifier', (known) => known === 'ACCESS_KEYS_ROTATED'))
        return undefined;
      return [
        { span: { start: age.start, end: age.end }, message: `Keys may be ${days} days old before this rule reports them. 90 is the rule's own setting.` },
      ];
    },
  },
];
