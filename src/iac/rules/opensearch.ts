import { propertyAt, type Value } from '../model';
import { demand, isUnset, placesAt, required, surely, surelyUnset, switchedOn } from './demands';
import { readable } from './policy';
import { closedToWorld } from './resourcePolicies';
import type { Rule } from './rule';
import { themes } from './themes';

const service = 'opensearch';
const domainType = 'AWS::OpenSearchService::Domain';
const oldDomainType = 'AWS::Elasticsearch::Domain';
const ofDomain = { service, types: [domainType, oldDomainType] } as const;

const fineGrained = 'AdvancedSecurityOptions.Enabled';

const isOn = (known: unknown): boolean => known === true || known === 'true';

const access: readonly Rule[] = [
  required(
    {
      ...ofDomain,
      id: 'opensearch-outside-vpc',
      title: 'Domain with a public endpoint',
      why: 'A public endpoint can be tried by anybody; only policies and logins stand before the data.',
      severity: 'information',
      tasks: themes.access,
      fact: 'opensearch#vpc',
    },
    { paths: ['VPCOptions.SubnetIds'], message: 'This domain has a public endpoint. Put it in a VPC; the choice cannot be changed without a new domain.' },
  ),
  closedToWorld(
    {
      ...ofDomain,
      id: 'opensearch-policy-open',
      title: 'Domain open to everyone',
      why: 'A policy for every principal leaves the data to whoever reaches the endpoint.',
      severity: 'warning',
      tasks: themes.access,
      fact: 'opensearch#access-policy',
    },
    {
      path: 'AccessPolicies',
      // The domain then asks for a login itself, and AWS proposes an open policy.
      when: (resource) => surelyUnset(resource, fineGrained) || surely(resource, fineGrained, (known) => !isOn(known)),
      message:
        'This policy lets everybody who reaches the endpoint do this, even without signing. Name roles, or narrow it by address; with fine-grained access control the domain asks for a login itself.',
    },
  ),
  switchedOn(
    {
      ...ofDomain,
      id: 'opensearch-no-fine-grained-access',
      title: 'Domain without fine-grained access control',
      why: 'Without it whoever may reach the domain may read every index, document and field.',
      severity: 'information',
      tasks: themes.access,
      fact: 'opensearch#fine-grained',
    },
    {
      path: 'AdvancedSecurityOptions.Enabled',
      message: (how) => `Fine-grained access control ${how}: no roles on indexes, documents and fields, and no audit logs.`,
    },
  ),
  {
    id: 'opensearch-serverless-public',
    service,
    title: 'Collection open to public networks',
    why: 'A network policy with public access lets the endpoint be tried from everywhere.',
    severity: 'warning',
    tasks: themes.access,
    fact: 'opensearch#serverless-policy',
    types: ['AWS::OpenSearchServerless::SecurityPolicy'],
    check: (resource) => {
      if (!surely(resource, 'Type', (type) => type === 'network')) return undefined;
      const policy = propertyAt(resource, 'Policy')?.value;
      const isPublic = policy !== undefined && publicIn(policy);
      return isPublic
        ? [{ span: policy, message: 'AllowFromPublic lets every network reach these collections. Name VPC endpoints in SourceVPCEs.' }]
        : undefined;
    },
  },
];

/** Whether the text of a network policy, a list of rules, allows public access. */
function publicIn(policy: Value): boolean {
  if (policy.kind !== 'known' || typeof policy.value !== 'string') return false;
  const text = policy.value.trim();
  const rules = readable({ ...policy, value: text.startsWith('[') ? `{"Rules":${text}}` : text });
  return rules?.kind === 'map' && /"AllowFromPublic"\s*:\s*true/.test(text);
}

const encryption: readonly Rule[] = [
  switchedOn(
    {
      ...ofDomain,
      id: 'opensearch-unencrypted',
      title: 'Domain without encryption at rest',
      why: 'Indexes, logs and snapshots then lie on disks in the clear.',
      severity: 'information',
      tasks: themes.data,
      fact: 'opensearch#encryption-at-rest',
    },
    { path: 'EncryptionAtRestOptions.Enabled', message: (how) => `Encryption at rest ${how}. Enable it; newer versions can turn it on later, but never off.` },
  ),
  {
    ...ofDomain,
    id: 'opensearch-own-key',
    title: 'Domain without a KMS key of your own',
    why: 'With a key of your own you decide and audit who may decrypt the indexes.',
    severity: 'hint',
    tasks: themes.data,
    fact: 'opensearch#encryption-at-rest',
    check: (resource) =>
      surely(resource, 'EncryptionAtRestOptions.Enabled', isOn)
        ? placesAt(resource, 'EncryptionAtRestOptions.KmsKeyId')
            .filter(isUnset)
            .map(({ span }) => ({ span, message: 'The domain is encrypted with a key that AWS manages. Name a key of your own in KmsKeyId.' }))
        : undefined,
  },
  switchedOn(
    {
      ...ofDomain,
      id: 'opensearch-nodes-plaintext',
      title: 'Domain without encryption between nodes',
      why: 'Nodes then exchange documents and queries in the clear.',
      severity: 'information',
      tasks: themes.data,
      fact: 'opensearch#node-to-node',
    },
    { path: 'NodeToNodeEncryptionOptions.Enabled', message: (how) => `Node-to-node encryption ${how}: documents travel between the nodes in the clear.` },
  ),
  switchedOn(
    {
      ...ofDomain,
      id: 'opensearch-plain-http',
      title: 'Domain that answers plain HTTP',
      why: 'Over HTTP queries, documents and passwords cross the network in the clear.',
      severity: 'information',
      tasks: themes.data,
      fact: 'opensearch#https',
    },
    { path: 'DomainEndpointOptions.EnforceHTTPS', message: (how) => `Enforcement of HTTPS ${how}: clients may talk to this domain in the clear.` },
  ),
  demand(
    {
      ...ofDomain,
      id: 'opensearch-old-tls',
      title: 'Domain that takes old TLS',
      why: 'TLS 1.0 and 1.1 have known weaknesses, and no current client needs them.',
      severity: 'information',
      tasks: themes.data,
      fact: 'opensearch#tls-policy',
    },
    {
      path: 'DomainEndpointOptions.TLSSecurityPolicy',
      is: (policy) => !String(policy).includes('TLS-1-0'),
      whenAbsent: false,
      message: (how) => `The TLS policy ${how}. Ask for Policy-Min-TLS-1-2-PFS-2023-10 or newer, so that no client connects by TLS 1.0.`,
    },
  ),
];

export const opensearchRules: readonly Rule[] = [...access, ...encryption];
