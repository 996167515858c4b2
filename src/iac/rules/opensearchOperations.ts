import type { Resource } from '../model';
import { acrossTypes } from './composition';
import { demand, passes, placesAt, surely, surelyUnset, switchedOn, wrongPlaces, type Place, type RuleHeader } from './demands';
import type { Rule } from './rule';
import { themes } from './themes';

const service = 'opensearch';
const domainType = 'AWS::OpenSearchService::Domain';
const oldDomainType = 'AWS::Elasticsearch::Domain';
const ofDomain = { service, types: [domainType, oldDomainType] } as const;

const isOn = (known: unknown): boolean => known === true || known === 'true';

/** A rule on the settings of the cluster, which the old type keeps under another name. */
function ofCluster(header: Omit<RuleHeader, 'types' | 'service'>, make: (header: RuleHeader, cluster: string) => Rule): Rule {
  return acrossTypes(
    { ...header, service },
    { [domainType]: (own) => make(own, 'ClusterConfig'), [oldDomainType]: (own) => make(own, 'ElasticsearchClusterConfig') },
  );
}

/** A rule on kinds of logs; what is off is reported once, by name. */
function logsOn(header: RuleHeader, kinds: readonly string[], message: (off: string) => string): Rule {
  return {
    ...header,
    check: (resource) => {
      const off = kinds.flatMap((kind) => {
        const [wrong] = wrongPlaces(placesAt(resource, `LogPublishingOptions.${kind}.Enabled`), isOn, false);
        return wrong ? [{ kind, wrong }] : [];
      });
      const [first] = off;
      return first ? [{ span: first.wrong.span, message: message(off.map(({ kind }) => kind).join(' and ')) }] : [];
    },
  };
}

const operation: readonly Rule[] = [
  logsOn(
    {
      ...ofDomain,
      id: 'opensearch-audit-logs-off',
      title: 'Domain without audit logs',
      why: 'Audit logs say who signed in and who read or changed which index.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'opensearch#logs',
    },
    ['AUDIT_LOGS'],
    () => 'Audit logs are not published, so nobody can tell who read or changed what. They need fine-grained access control.',
  ),
  logsOn(
    {
      ...ofDomain,
      id: 'opensearch-slow-logs-off',
      title: 'Domain without slow logs',
      why: 'Slow logs show which searches and which indexing take the time.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'opensearch#logs',
    },
    ['SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS'],
    (off) => `${off} ${off.includes(' and ') ? 'are' : 'is'} not published, so what slows this domain down stays hidden.`,
  ),
  logsOn(
    {
      ...ofDomain,
      id: 'opensearch-error-logs-off',
      title: 'Domain without error logs',
      why: 'Error logs hold the warnings and failures of the engine.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'opensearch#logs',
    },
    ['ES_APPLICATION_LOGS'],
    () => 'The error logs of the engine are not published. Set ES_APPLICATION_LOGS in LogPublishingOptions.',
  ),
  switchedOn(
    {
      id: 'opensearch-auto-update-off',
      service,
      title: 'Domain that waits for its software updates',
      why: 'Service software updates bring fixes; automatic ones come in the off-peak window.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'opensearch#software-updates',
      types: [domainType],
    },
    {
      path: 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
      message: (how) => `Automatic software updates ${how}: optional updates wait until somebody starts them.`,
    },
  ),
  demand(
    {
      ...ofDomain,
      id: 'opensearch-old-volumes',
      title: 'Domain on volumes of an older generation',
      why: 'gp3 volumes give the same for less, with IOPS and throughput that do not hang on the size.',
      severity: 'hint',
      tasks: ['saa-c03/4.1', 'sap-c02/3.5'],
      fact: 'opensearch#volumes',
    },
    {
      path: 'EBSOptions.VolumeType',
      is: (type) => type !== 'gp2' && type !== 'standard',
      whenAbsent: true,
      message: (how) => `The volume type ${how}. gp3 costs less and does not tie IOPS to the size.`,
    },
  ),
  {
    id: 'opensearch-old-engine',
    service,
    title: 'Domain without a version, which is then Elasticsearch 1.5',
    why: 'The default of the old resource type is a version of 2015.',
    severity: 'information',
    tasks: ['saa-c03/3.5', 'sap-c02/3.1'],
    fact: 'opensearch#default-version',
    types: [oldDomainType],
    check: (resource) =>
      wrongPlaces(placesAt(resource, 'ElasticsearchVersion'), (version) => !/^[1-5](?:\.|$)/.test(String(version)), false).map(({ span }) => ({
        span,
        message: 'This is Elasticsearch 5 or older, or by default 1.5. Use AWS::OpenSearchService::Domain with a current version of OpenSearch.',
      })),
  },
];

const reliability: readonly Rule[] = [
  ofCluster(
    {
      id: 'opensearch-no-dedicated-masters',
      title: 'Domain without three dedicated master nodes',
      why: 'Data nodes under load then also keep the cluster together; three masters survive the loss of one.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'opensearch#dedicated-masters',
    },
    (header, cluster) => ({
      ...header,
      check: (resource) => {
        const message = 'AWS advises three dedicated master nodes for production, so that one can fail and data nodes do nothing else.';
        const off = wrongPlaces(placesAt(resource, `${cluster}.DedicatedMasterEnabled`), isOn, false);
        if (off.length > 0) return off.map(({ span }) => ({ span, message }));
        return fewerThan(3, placesAt(resource, `${cluster}.DedicatedMasterCount`), resource, `${cluster}.DedicatedMasterEnabled`).map(({ span }) => ({
          span,
          message,
        }));
      },
    }),
  ),
  ofCluster(
    {
      id: 'opensearch-one-zone',
      title: 'Domain in one Availability Zone',
      why: 'With all nodes in one zone the loss of that zone takes the domain down.',
      severity: 'information',
      tasks: themes.reliability,
      fact: 'opensearch#zone-awareness',
    },
    (header, cluster) => ({
      ...header,
      check: (resource, context) =>
        surelyUnset(resource, `${cluster}.MultiAZWithStandbyEnabled`) || surely(resource, `${cluster}.MultiAZWithStandbyEnabled`, (known) => !isOn(known))
          ? switchedOn(header, {
              path: `${cluster}.ZoneAwarenessEnabled`,
              message: (how) => `Zone awareness ${how}: all nodes and replicas stand in one Availability Zone.`,
            }).check(resource, context)
          : undefined,
    }),
  ),
  ofCluster(
    {
      id: 'opensearch-few-data-nodes',
      title: 'Domain with fewer than three data nodes',
      why: 'One node is no cluster, and two cannot outvote a fault.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'opensearch#data-nodes',
    },
    (header, cluster) =>
      demand(header, {
        path: `${cluster}.InstanceCount`,
        is: (count) => Number(count) >= 3,
        whenAbsent: false,
        message: (how) => `The number of data nodes ${how}. Three or more keep the domain up when one fails.`,
      }),
  ),
];

/** Places with a smaller number, those without any included, where the switch beside them is on. */
function fewerThan(least: number, places: readonly Place[], resource: Resource, beside: string): Place[] {
  if (!surely(resource, beside, isOn)) return [];
  return places.filter(({ value, missing }) => (value ? passes(value, (count) => Number(count) < least) === true : missing));
}

export const opensearchOperationsRules: readonly Rule[] = [...operation, ...reliability];
