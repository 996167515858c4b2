import { propertyAt, propertyOf, type Resource } from '../model';
import { demand, isUnset, literalsIn, placesAt, required, spanOf, surely, surelyUnset, switchedOff, switchedOn } from './demands';
import type { Report, Rule } from './rule';

const cluster = ['AWS::EKS::Cluster'];
const nodes = ['AWS::EKS::Nodegroup'];
const versioned = ['AWS::EKS::Cluster', 'AWS::EKS::Nodegroup'];
const logs = 'Logging.ClusterLogging.EnabledTypes';
const logTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
const everywhere = /^(?:0\.0\.0\.0\/0|::\/0)$/;

/**
 * Minor versions of Kubernetes 1 whose extended support ended by November 2026, and those in extended support then
 * (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html).
 */
const lastUnsupported = 30;
const lastExtended = 33;

/** The minor version as a number: 1.30 without quotation marks reads as 1.3. */
function minorOf(version: unknown): number | undefined {
  const [, digits] = /^1\.(\d{1,2})$/.exec(String(version)) ?? [];
  return digits === undefined ? undefined : Number(digits) * (digits.length === 1 ? 10 : 1);
}

function versionWithin(resource: Resource, least: number, most: number, message: (version: string) => string): Report[] {
  return placesAt(resource, 'Version').flatMap(({ value, span }) => {
    const minor = value?.kind === 'known' ? minorOf(value.value) : undefined;
    return minor !== undefined && minor >= least && minor <= most ? [{ span, message: message(`1.${minor}`) }] : [];
  });
}

/** Public unless the template says otherwise. A cluster on an Outpost has its own kind of endpoint. */
function isPublic(resource: Resource): boolean {
  const path = 'ResourcesVpcConfig.EndpointPublicAccess';
  return surelyUnset(resource, 'OutpostConfig') && (surelyUnset(resource, path) || surely(resource, path, (on) => on === true || on === 'true'));
}

/** Types of logs that are surely off; nothing where the text does not tell. */
function missingLogs(resource: Resource): string[] {
  if (surelyUnset(resource, logs)) return logTypes;
  const types = propertyAt(resource, logs)?.value;
  const items = types?.kind === 'list' ? types.items : [];
  const named = items.map((item) => literalsIn(item.kind === 'map' ? propertyOf(item, 'Type')?.value : item));
  if (items.length === 0 || named.some(({ literals }) => literals.length !== 1)) return [];
  return logTypes.filter((type) => !named.some(({ literals }) => literals[0]?.value === type));
}

export const eksRules: readonly Rule[] = [
  switchedOff(
    {
      id: 'eks-public-endpoint',
      service: 'eks',
      title: 'Public API endpoint',
      why: 'An endpoint inside the VPC keeps strangers from even trying the API of Kubernetes.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'eks#endpoint',
      types: cluster,
    },
    {
      path: 'ResourcesVpcConfig.EndpointPublicAccess',
      onByDefault: true,
      when: (resource) => surelyUnset(resource, 'OutpostConfig'),
      message: (how) =>
        `${how === 'is not set' ? 'The public endpoint is on by default' : 'The public endpoint is on'}: the API answers on the internet, if only to valid credentials. Use the private one where the network allows.`,
    },
  ),
  {
    id: 'eks-endpoint-open-to-world',
    service: 'eks',
    title: 'API endpoint open to every address',
    why: 'With a list of address ranges a leaked credential is of no use from elsewhere.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'eks#endpoint',
    types: cluster,
    check: (resource) => {
      const path = 'ResourcesVpcConfig.PublicAccessCidrs';
      if (!isPublic(resource)) return undefined;
      const open = literalsIn(propertyAt(resource, path)?.value).literals.filter(({ value }) => everywhere.test(String(value)));
      return [...placesAt(resource, path).filter(isUnset), ...open.map((span) => ({ span }))].map(({ span }) => ({
        span: spanOf(span),
        message: 'Every address of the internet reaches the API of this cluster. List your own ranges in PublicAccessCidrs.',
      }));
    },
  },
  required(
    {
      id: 'eks-secrets-no-own-key',
      service: 'eks',
      title: 'Secrets without a KMS key of your own',
      why: 'EKS encrypts API data under a key that AWS owns; a key of your own can be withdrawn and audited.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'eks#secrets-encryption',
      types: cluster,
    },
    {
      paths: ['EncryptionConfig'],
      message: 'No EncryptionConfig: since Kubernetes 1.28 secrets are encrypted under a key of AWS, not one of yours. Name a KMS key for secrets.',
    },
  ),
  {
    id: 'eks-control-plane-logs-off',
    service: 'eks',
    title: 'Control plane without logs',
    why: 'The audit and authenticator logs alone tell who did what in the cluster.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'eks#control-plane-logs',
    types: cluster,
    check: (resource) => {
      const missing = missingLogs(resource);
      const [place] = placesAt(resource, logs);
      if (!place || missing.length === 0) return undefined;
      const span = place.value ? (propertyAt(resource, logs)?.nameSpan ?? place.span) : place.span;
      return [{ span, message: `These logs of the control plane are off: ${missing.join(', ')}. Enable at least audit and authenticator.` }];
    },
  },
  {
    id: 'eks-unsupported-version',
    service: 'eks',
    title: 'Kubernetes version out of support',
    why: 'EKS makes no clusters of such a version, and upgrades those that are left.',
    severity: 'warning',
    tasks: ['sap-c02/3.1', 'saa-c03/3.2'],
    fact: 'eks#version-support',
    types: versioned,
    check: (resource) =>
      versionWithin(resource, 0, lastUnsupported, (version) => `Kubernetes ${version} is past its extended support on EKS. Use a version in standard support.`),
  },
  {
    id: 'eks-extended-support',
    service: 'eks',
    title: 'Kubernetes version in extended support',
    why: 'A cluster in extended support costs several times the fee of one in standard support.',
    severity: 'hint',
    tasks: ['sap-c02/3.5', 'saa-c03/4.2'],
    fact: 'eks#version-support',
    types: cluster,
    check: (resource) =>
      // With STANDARD there is no extended support: AWS upgrades the cluster.
      surelyUnset(resource, 'UpgradePolicy.SupportType') || surely(resource, 'UpgradePolicy.SupportType', (type) => type === 'EXTENDED')
        ? versionWithin(
            resource,
            lastUnsupported + 1,
            lastExtended,
            (version) => `Kubernetes ${version} is past standard support, so the cluster costs several times the usual fee. Upgrade it.`,
          )
        : undefined,
  },
  {
    id: 'eks-nodes-open-ssh',
    service: 'eks',
    title: 'Nodes open to the world by SSH',
    why: 'With a key and without source security groups EKS opens port 22 of every node to the internet.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'eks#node-remote-access',
    types: nodes,
    check: (resource) => {
      const access = propertyAt(resource, 'RemoteAccess');
      const key = propertyAt(resource, 'RemoteAccess.Ec2SshKey')?.value.kind;
      // What is not known of an app may be `undefined`.
      if (!access || key === undefined || key === 'absent' || key === 'one-of' || (key === 'unknown' && resource.construct !== undefined)) return undefined;
      return placesAt(resource, 'RemoteAccess.SourceSecurityGroups')
        .filter(isUnset)
        .map(({ span }) => ({
          span,
          message: 'The port for remote access (SSH, or RDP on Windows) is open to the whole internet. Name SourceSecurityGroups, or use Session Manager.',
        }));
    },
  },
  demand(
    {
      id: 'eks-amazon-linux-2',
      service: 'eks',
      title: 'Nodes on Amazon Linux 2',
      why: 'EKS has published no images of Amazon Linux 2 since the end of 2025, so these nodes get no security patches.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'sap-c02/3.2', 'saa-c03/3.2'],
      fact: 'eks#amazon-linux-2',
      types: nodes,
    },
    {
      path: 'AmiType',
      is: (type) => !String(type).startsWith('AL2_'),
      whenAbsent: true,
      message: () => 'Images of EKS for Amazon Linux 2 are out of support. Use Amazon Linux 2023 or Bottlerocket.',
    },
  ),
  demand(
    {
      id: 'eks-config-map-access',
      service: 'eks',
      title: 'Access by the aws-auth ConfigMap alone',
      why: 'A slip in aws-auth locks everybody out, and nothing outside the cluster shows who may come in.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'eks#access-entries',
      types: cluster,
    },
    {
      path: 'AccessConfig.AuthenticationMode',
      is: (mode) => mode !== 'CONFIG_MAP',
      whenAbsent: false,
      message: (how) => `The authentication mode ${how}, so only the deprecated aws-auth ConfigMap counts. Use access entries: API or API_AND_CONFIG_MAP.`,
    },
  ),
  switchedOn(
    {
      id: 'eks-deletion-protection-off',
      service: 'eks',
      title: 'Cluster without deletion protection',
      why: 'A deleted cluster takes along all that runs in it and all that it knows.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'eks#deletion-protection',
      types: cluster,
    },
    {
      path: 'DeletionProtection',
      message: (how) => `Deletion protection ${how}: one call deletes the cluster.`,
      fix: { title: 'Turn on deletion protection', value: true },
    },
  ),
];
