import { always, isFalse, propertyAt, type Resource } from '../model';
import { atLeast, listedParameter, noneOf, parameterReports } from './databaseParts';
import { demand, required, surely, switchedOff, switchedOn } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::Redshift::Cluster'];
const clusterOrWorkgroup = ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Workgroup'];
const parameters = ['AWS::Redshift::ClusterParameterGroup'];

function isEncrypted(resource: Resource): boolean {
  return resource.type !== 'AWS::Redshift::Cluster' || surely(resource, 'Encrypted', (known) => String(known).toLowerCase() === 'true');
}

/** The values of a boolean parameter that are right: anything but false. */
const isOn = noneOf('false', 0, 'off');

/** Parameter groups of this family have require_ssl off unless set; later ones may not. */
function isFirstFamily(resource: Resource): boolean {
  return surely(resource, 'ParameterGroupFamily', (family) => family === 'redshift-1.0');
}

export const redshiftRules: readonly Rule[] = [
  {
    id: 'redshift-unencrypted',
    service: 'redshift',
    title: 'Cluster with encryption switched off',
    why: 'Redshift refuses new clusters without encryption; an older one lies on its disks in the clear.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'redshift#encryption',
    types: cluster,
    check: (resource) => {
      const value = propertyAt(resource, 'Encrypted')?.value;
      if (!always(value, isFalse)) return undefined;
      return [
        {
          span: value,
          message:
            'Encrypted is false: Redshift refuses that for new clusters, and an older one keeps its data in the clear. Switch it on; it runs in the background.',
        },
      ];
    },
  },
  required(
    {
      id: 'redshift-encryption-unwritten',
      service: 'redshift',
      title: 'Cluster whose encryption is not written down',
      why: 'A cluster older than the default stays unencrypted until the template asks for it.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redshift#encryption',
      types: cluster,
    },
    {
      paths: ['Encrypted'],
      message: 'No encryption is written down: new clusters are encrypted all the same, older ones stay as they are. Set Encrypted and a key of your own.',
    },
  ),
  required(
    {
      id: 'redshift-no-own-key',
      service: 'redshift',
      title: 'Warehouse encrypted without a key of your own',
      why: 'A key that AWS owns or manages can be neither governed nor withdrawn.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'redshift#encryption',
      types: [...cluster, 'AWS::RedshiftServerless::Namespace'],
    },
    {
      paths: ['KmsKeyId'],
      when: isEncrypted,
      message: 'The data is encrypted with a key of AWS. Name a key of your own in KmsKeyId to govern who may use it.',
    },
  ),
  switchedOff(
    {
      id: 'redshift-public',
      service: 'redshift',
      title: 'Warehouse reachable from the internet',
      why: 'A public address puts only a security group between the warehouse and the internet.',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'redshift#public-access',
      types: clusterOrWorkgroup,
    },
    {
      path: 'PubliclyAccessible',
      message: () => 'PubliclyAccessible is on: the warehouse has a public address. It is off by default; come in from the VPC, a VPN or a managed endpoint.',
    },
  ),
  {
    id: 'redshift-tls-optional',
    service: 'redshift',
    title: 'Parameter group that lets clients in without TLS',
    why: 'Without TLS passwords and rows cross the network as they are.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
    fact: 'redshift#require-tls',
    types: [...parameters, 'AWS::RedshiftServerless::Workgroup'],
    check: (resource) => {
      const [list, key] = resource.type === 'AWS::Redshift::ClusterParameterGroup' ? ['Parameters', 'ParameterName'] : ['ConfigParameters', 'ParameterKey'];
      const place = listedParameter(resource, list, key, 'ParameterValue', 'require_ssl');
      return parameterReports(
        place,
        isOn,
        !isFirstFamily(resource),
        `require_ssl is ${place.value ? 'off' : 'not set to true'}, so connections without TLS are accepted.`,
      );
    },
  },
  {
    id: 'redshift-activity-log-off',
    service: 'redshift',
    title: 'Queries not logged',
    why: 'Audit logs hold connections and users, but no queries without enable_user_activity_logging.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
    fact: 'redshift#activity-log',
    types: parameters,
    check: (resource) => {
      const place = listedParameter(resource, 'Parameters', 'ParameterName', 'ParameterValue', 'enable_user_activity_logging');
      return parameterReports(
        place,
        isOn,
        false,
        `enable_user_activity_logging is ${place.value ? 'off' : 'not set'}: audit logs show who connected, not what was queried.`,
      );
    },
  },
  required(
    {
      id: 'redshift-audit-log-off',
      service: 'redshift',
      title: 'Cluster without audit logs',
      why: 'Nobody can tell afterwards who connected and what was asked.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
      fact: 'redshift#audit-logs',
      types: cluster,
    },
    {
      paths: ['LoggingProperties'],
      message: 'LoggingProperties is not set: nothing records who connects to the cluster. Send its audit logs to S3 or CloudWatch.',
    },
  ),
  required(
    {
      id: 'redshift-serverless-logs-off',
      service: 'redshift',
      title: 'Namespace without audit logs',
      why: 'Nobody can tell afterwards who connected and what was asked.',
      severity: 'hint',
      tasks: ['sap-c02/3.1', 'saa-c03/1.3'],
      fact: 'redshift#serverless-logs',
      types: ['AWS::RedshiftServerless::Namespace'],
    },
    {
      paths: ['LogExports'],
      message: 'LogExports is not set: nothing records who connects and what is asked. Export userlog, connectionlog and useractivitylog.',
    },
  ),
  switchedOn(
    {
      id: 'redshift-version-upgrade-off',
      service: 'redshift',
      title: 'Engine not upgraded by itself',
      why: 'Fixes of the engine wait for somebody to install them.',
      severity: 'information',
      tasks: ['sap-c02/3.2', 'saa-c03/1.3'],
      fact: 'redshift#version-upgrade',
      types: cluster,
    },
    {
      path: 'AllowVersionUpgrade',
      onByDefault: true,
      message: (how) => `AllowVersionUpgrade ${how}: fixes of the engine wait for somebody to install them.`,
      fix: { title: 'Upgrade in the maintenance window', value: true },
    },
  ),
  switchedOn(
    {
      id: 'redshift-enhanced-routing-off',
      service: 'redshift',
      title: 'No enhanced VPC routing',
      why: 'COPY and UNLOAD go around your VPC, so endpoints, security groups and flow logs do not see them.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
      fact: 'redshift#enhanced-vpc-routing',
      types: clusterOrWorkgroup,
    },
    {
      path: 'EnhancedVpcRouting',
      message: (how) => `EnhancedVpcRouting ${how}: COPY and UNLOAD go around your VPC, past its endpoint policies, security groups and flow logs.`,
    },
  ),
  demand(
    {
      id: 'redshift-snapshot-retention-short',
      service: 'redshift',
      title: 'Snapshots kept for less than a week',
      why: 'A mistake noticed after a long weekend is older than the oldest snapshot.',
      severity: 'hint',
      tasks: ['sap-c02/2.2', 'saa-c03/2.2'],
      fact: 'redshift#automated-snapshots',
      types: cluster,
    },
    {
      path: 'AutomatedSnapshotRetentionPeriod',
      is: atLeast(7),
      whenAbsent: false,
      message: (how) =>
        how === 'is 0'
          ? 'AutomatedSnapshotRetentionPeriod is 0, which switches automated snapshots off.'
          : `AutomatedSnapshotRetentionPeriod ${how}${how === 'is not set' ? ', so snapshots are kept for one day' : ''}. Keep at least 7 days; the range goes up to 35.`,
    },
  ),
];
