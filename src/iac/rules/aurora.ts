import { loneMember } from './databaseParts';
import { switchedOn } from './demands';
import { isAurora } from './rdsShapes';
import type { Rule } from './rule';

export const auroraRules: readonly Rule[] = [
  loneMember(
    {
      id: 'aurora-one-instance',
      service: 'aurora',
      title: 'Aurora cluster with one instance',
      why: 'Without a reader to promote, Aurora has to build a new instance when the only one fails.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'aurora#failover',
      types: ['AWS::RDS::DBCluster'],
    },
    'AWS::RDS::DBInstance',
    'Only one instance belongs to this cluster, so nothing can take over when it fails: a new one takes minutes to build. Add a reader in another zone.',
    isAurora,
  ),
  switchedOn(
    {
      id: 'aurora-dsql-deletion-protection-off',
      service: 'aurora',
      title: 'Aurora DSQL cluster without deletion protection',
      why: 'One wrong click or one stack removed deletes the cluster.',
      severity: 'information',
      tasks: ['saa-c03/1.3', 'sap-c02/2.2'],
      fact: 'aurora#dsql-protection',
      types: ['AWS::DSQL::Cluster'],
    },
    {
      path: 'DeletionProtectionEnabled',
      // CloudFormation's page names no default.
      onByDefault: true,
      message: (how) => `DeletionProtectionEnabled ${how}: whoever may delete the cluster can do so in one step.`,
      fix: { title: 'Protect the cluster from deletion', value: true },
    },
  ),
];
