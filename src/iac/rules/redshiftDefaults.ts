import { propertyAt } from '../model';
import { all, noneOf, usualNames } from './databaseParts';
import { demand, required, surely, switchedOn } from './demands';
import type { Rule } from './rule';

const cluster = ['AWS::Redshift::Cluster'];
const clusterOrWorkgroup = ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Workgroup'];

export const redshiftDefaultsRules: readonly Rule[] = [
  demand(
    {
      id: 'redshift-default-port',
      service: 'redshift',
      title: 'Warehouse on the well-known port',
      why: 'Scanners look at the well-known ports first; another port keeps their noise away, though it replaces no security group.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'redshift#default-port',
      types: clusterOrWorkgroup,
    },
    {
      path: 'Port',
      is: noneOf(5439),
      whenAbsent: false,
      message: (how) => `Port ${how === 'is 5439' ? how : 'is not changed from 5439'}, the port that everybody knows for Redshift.`,
    },
  ),
  demand(
    {
      id: 'redshift-default-user',
      service: 'redshift',
      title: 'Usual name for the admin user',
      why: 'An attacker who guesses the name has only the password left to guess.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'redshift#master-username',
      types: cluster,
    },
    {
      path: 'MasterUsername',
      is: usualNames,
      whenAbsent: true,
      message: (how) => `MasterUsername ${how}, a name that everybody tries first. It can only be chosen at creation.`,
    },
  ),
  demand(
    {
      id: 'redshift-default-database',
      service: 'redshift',
      title: 'Usual name for the database',
      why: 'A name that everybody knows spares an attacker one guess.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'redshift#database-name',
      types: cluster,
    },
    { path: 'DBName', is: noneOf('dev'), whenAbsent: true, message: (how) => `DBName ${how}, the default that everybody knows.` },
  ),
  required(
    {
      id: 'redshift-no-subnet-group',
      service: 'redshift',
      title: 'Cluster in no subnets of yours',
      why: 'Where the cluster lands, and behind which routes, is left to AWS.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'redshift#subnet-group',
      types: cluster,
    },
    {
      paths: ['ClusterSubnetGroupName'],
      message: 'ClusterSubnetGroupName is not set, so the template does not say into which network the cluster goes. Name private subnets of your VPC.',
    },
  ),
  {
    id: 'redshift-classic-security-group',
    service: 'redshift',
    title: 'Cluster security group of EC2-Classic',
    why: 'EC2-Classic is gone; in a VPC the groups of EC2 guard a cluster.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'redshift#cluster-security-group',
    types: ['AWS::Redshift::ClusterSecurityGroup', 'AWS::Redshift::ClusterSecurityGroupIngress', ...cluster],
    check: (resource) => {
      const message = 'Cluster security groups belong to EC2-Classic, which is retired. Guard the cluster with groups of EC2 in VpcSecurityGroupIds.';
      if (resource.type !== 'AWS::Redshift::Cluster') return [{ span: resource.typeSpan, message }];
      const groups = propertyAt(resource, 'ClusterSecurityGroups');
      return groups?.value.kind === 'list' && groups.value.items.length > 0 ? [{ span: groups.nameSpan, message }] : undefined;
    },
  },
  demand(
    {
      id: 'redshift-single-node',
      service: 'redshift',
      title: 'Cluster of one node',
      why: 'A single node keeps no copy of its data on another node and shares the work with none.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'redshift#cluster-type',
      types: cluster,
    },
    {
      path: 'ClusterType',
      is: noneOf('single-node'),
      whenAbsent: true,
      message: () => 'A single-node cluster is for trials: its one node leads and computes, and nothing goes on while it is replaced.',
    },
  ),
  switchedOn(
    {
      id: 'redshift-single-az',
      service: 'redshift',
      title: 'Cluster in one Availability Zone',
      why: 'The loss of the zone takes the warehouse down until it is moved or restored.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'redshift#multi-az',
      types: cluster,
    },
    {
      path: 'MultiAZ',
      when: all(
        (resource) => surely(resource, 'NodeType', (type) => /^(?:ra3|rg)\./.test(String(type))),
        (resource) => !surely(resource, 'AvailabilityZoneRelocation', (known) => String(known).toLowerCase() === 'true'),
      ),
      message: (how) =>
        `MultiAZ ${how}: the loss of a zone takes the warehouse down. MultiAZ goes on in a second zone, AvailabilityZoneRelocation at least moves there.`,
    },
  ),
];
