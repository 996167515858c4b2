import { propertyAt, type MapValue, type Resource } from '../model';
import { isUnset, passes, placesIn, required, surely, switchedOn, wrongPlaces, type Place, type RuleHeader } from './demands';
import { readable } from './policy';
import type { Report, Rule } from './rule';
import { themes } from './themes';

const service = 'emr';
const ofCluster = { service, types: ['AWS::EMR::Cluster'] } as const;
const ofConfiguration = { service, types: ['AWS::EMR::SecurityConfiguration'] } as const;

const isOn = (known: unknown): boolean => known === true || known === 'true';

/** The places of a path in the encryption part of a security configuration, which may be written as JSON text. */
function encryptionPlaces(configuration: MapValue, path: string, resource: Resource): readonly Place[] {
  return placesIn(configuration, `EncryptionConfiguration.${path}`, propertyAt(resource, 'SecurityConfiguration')?.nameSpan ?? resource.typeSpan);
}

/** A rule over the content of a security configuration. */
function ofContent(header: RuleHeader, check: (places: (path: string) => readonly Place[]) => Iterable<Report>): Rule {
  return {
    ...header,
    check: (resource) => {
      const content = readable(propertyAt(resource, 'SecurityConfiguration')?.value);
      return content?.kind === 'map' ? check((path) => encryptionPlaces(content, path, resource)) : undefined;
    },
  };
}

function isOnFor(places: readonly Place[]): boolean {
  return places.every(({ value }) => value !== undefined && passes(value, isOn) === true);
}

export const emrRules: readonly Rule[] = [
  required(
    {
      ...ofCluster,
      id: 'emr-no-security-configuration',
      title: 'Cluster without a security configuration',
      why: 'Encryption at rest and in transit, Kerberos and IMDSv2 of a cluster are set by its security configuration.',
      severity: 'information',
      tasks: themes.data,
      fact: 'emr#security-configuration',
    },
    {
      paths: ['SecurityConfiguration'],
      message:
        'No security configuration is named, so this cluster asks for no encryption of local disks and of traffic between nodes. It can be set only at creation.',
    },
  ),
  required(
    {
      ...ofCluster,
      id: 'emr-logs-off',
      title: 'Cluster without logs in S3',
      why: 'The logs of steps and nodes end with the cluster unless they go to S3.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'emr#logs',
    },
    { paths: ['LogUri'], message: 'Logs are lost with the nodes. Name a place in S3 in LogUri; it can be set only when the cluster is created.' },
  ),
  required(
    {
      ...ofCluster,
      id: 'emr-no-kerberos',
      title: 'Cluster without Kerberos',
      why: 'Without Kerberos the services of Hadoop believe each user who he says he is.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'emr#kerberos',
    },
    { paths: ['KerberosAttributes'], message: 'Users of this cluster are not authenticated by Kerberos. A cluster that several people share needs it.' },
  ),
  switchedOn(
    {
      ...ofCluster,
      id: 'emr-termination-protection-off',
      title: 'Lasting cluster without termination protection',
      why: 'A call or an error then ends the cluster, and HDFS with it.',
      severity: 'hint',
      tasks: themes.reliability,
      fact: 'emr#termination-protection',
    },
    {
      path: 'Instances.TerminationProtected',
      when: (resource) => surely(resource, 'Instances.KeepJobFlowAliveWhenNoSteps', isOn),
      message: (how) => `Termination protection ${how}: a mistake ends this cluster and what is in its HDFS.`,
    },
  ),
  required(
    {
      ...ofCluster,
      id: 'emr-no-subnet',
      title: 'Cluster without a subnet',
      why: 'Without a subnet EMR takes the default VPC, whose subnets are public.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'emr#subnet',
    },
    {
      paths: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds'],
      message: 'No subnet is named, so the nodes do not run in a VPC of your choice. Name a private subnet.',
    },
  ),
  ofContent(
    {
      ...ofConfiguration,
      id: 'emr-at-rest-off',
      title: 'Security configuration without encryption at rest',
      why: 'What the cluster keeps in S3 and on its disks is then encrypted by their defaults at best.',
      severity: 'information',
      tasks: themes.data,
      fact: 'emr#encryption',
    },
    (places) =>
      wrongPlaces(places('EnableAtRestEncryption'), isOn, false).map(({ span }) => ({
        span,
        message: 'Encryption at rest is not enabled in this security configuration.',
      })),
  ),
  ofContent(
    {
      ...ofConfiguration,
      id: 'emr-in-transit-off',
      title: 'Security configuration without encryption in transit',
      why: 'Shuffles and other traffic between nodes then cross the network in the clear.',
      severity: 'information',
      tasks: themes.data,
      fact: 'emr#encryption',
    },
    (places) =>
      wrongPlaces(places('EnableInTransitEncryption'), isOn, false).map(({ span }) => ({
        span,
        message: 'Encryption in transit is not enabled in this security configuration.',
      })),
  ),
  ofContent(
    {
      ...ofConfiguration,
      id: 'emr-local-disks-unencrypted',
      title: 'Security configuration without encryption of local disks',
      why: 'Intermediate results and HDFS lie on the local disks of the nodes.',
      severity: 'information',
      tasks: themes.data,
      fact: 'emr#encryption',
    },
    (places) =>
      isOnFor(places('EnableAtRestEncryption'))
        ? places('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration')
            .filter(isUnset)
            .map(({ span }) => ({
              span,
              message: 'The local disks of the nodes are left out of the encryption at rest. Add LocalDiskEncryptionConfiguration.',
            }))
        : [],
  ),
  ofContent(
    {
      ...ofConfiguration,
      id: 'emr-s3-own-key',
      title: 'Security configuration with keys of S3',
      why: 'With SSE-KMS you decide and audit who may decrypt; with SSE-S3 whoever may read the object can.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'emr#encryption',
    },
    (places) =>
      places('AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode')
        .filter(({ value }) => value !== undefined && passes(value, (mode) => mode === 'SSE-S3') === true)
        .map(({ span }) => ({ span, message: 'S3 encrypts with its own keys. SSE-KMS or CSE-KMS lets you decide and audit who may decrypt.' })),
  ),
];
