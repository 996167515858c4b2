import { demand, switchedOn } from './demands';
import type { Rule } from './rule';

const group = ['AWS::CodeDeploy::DeploymentGroup'];

export const codedeployRules: readonly Rule[] = [
  switchedOn(
    {
      id: 'codedeploy-no-rollback',
      service: 'codedeploy',
      title: 'Deployments are not rolled back',
      why: 'A failed deployment stays as it is until somebody deploys the last good revision again.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.4', 'saa-c03/2.2'],
      fact: 'codedeploy#rollback',
      types: group,
    },
    {
      path: 'AutoRollbackConfiguration.Enabled',
      message: (how) => `Automatic rollback ${how}: a failed deployment is left as it is. Enable it for failures and alarms.`,
    },
  ),
  demand(
    {
      id: 'codedeploy-all-at-once',
      service: 'codedeploy',
      title: 'Deployment to everything at once',
      why: 'If all of it changes together, a bad revision hits every user and every server.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.4', 'saa-c03/2.2'],
      fact: 'codedeploy#default-configuration',
      types: group,
    },
    {
      path: 'DeploymentConfigName',
      is: (name) => !/^CodeDeployDefault\.(?:Lambda|ECS)?AllAtOnce$/.test(String(name)),
      whenAbsent: true,
      message: () => 'The new revision goes everywhere at once. A canary or linear configuration, or half at a time, keeps part of the old one serving.',
    },
  ),
];
