import type { RuleCase } from './cases';

const environment = (...options: string[]): string =>
  `Env: { Type: AWS::ElasticBeanstalk::Environment, Properties: { ApplicationName: a, OptionSettings: [${options.join(', ')}] } }`;
const bareEnvironment = 'Env: { Type: «AWS::ElasticBeanstalk::Environment», Properties: { ApplicationName: a } }';
const cdkEnvironment = (...options: string[]): string =>
  `new elasticbeanstalk.CfnEnvironment(this, 'E', { applicationName: 'a', optionSettings: [${options.join(', ')}] });`;
const cdkBareEnvironment = `new elasticbeanstalk.«CfnEnvironment»(this, 'E', { applicationName: 'a' SPREAD});`;
const option = (namespace: string, name: string, value: string): string => `{ Namespace: '${namespace}', OptionName: ${name}, Value: ${value} }`;
const cdkOption = (namespace: string, name: string, value: string): string => `{ namespace: '${namespace}', optionName: '${name}', value: ${value} }`;
const inherited = (properties: string): string => `Env: { Type: AWS::ElasticBeanstalk::Environment, Properties: { ApplicationName: a, ${properties} } }`;
const alb = option('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'application');
const cdkAlb = cdkOption('aws:elasticbeanstalk:environment', 'LoadBalancerType', `'application'`);
const other = option('aws:elasticbeanstalk:xray', 'XRayEnabled', 'true');

/** Cases of an option that must be switched on, and is not by default. */
function optionOn(namespace: string, name: string, right: string, wrong: string): RuleCase {
  const bare = `Env: { Type: «AWS::ElasticBeanstalk::Environment», Properties: { ApplicationName: a } }`;
  return {
    yaml: {
      fails: [
        bare,
        environment(other, option(namespace, name, `'«${wrong}»'`)),
        environment(option(namespace, name, right), option(namespace, name, `«${wrong}»`)),
        `Saved: { Type: AWS::ElasticBeanstalk::ConfigurationTemplate, Properties: { OptionSettings: [${option(namespace, name, `«${wrong}»`)}] } }`,
      ],
      passes: [
        environment(option(namespace, name, right)),
        inherited('TemplateName: saved'),
        'Saved: { Type: AWS::ElasticBeanstalk::ConfigurationTemplate, Properties: { ApplicationName: a } }',
      ],
      unknown: [
        inherited('OptionSettings: UNKNOWN'),
        environment('UNKNOWN'),
        environment(option(namespace, name, 'UNKNOWN')),
        environment(option(namespace, 'UNKNOWN', right)),
        inherited('TemplateName: UNKNOWN'),
      ],
    },
    cdk: {
      fails: cdkBareEnvironment,
      passes: cdkEnvironment(cdkOption(namespace, name, `'${right}'`)),
      unknown: cdkEnvironment(cdkOption(namespace, name, 'UNKNOWN')),
    },
  };
}

const server = (properties: string): string => `Files: { Type: AWS::Transfer::Server, Properties: { ${properties} } }`;
const bareServer = 'Files: { Type: «AWS::Transfer::Server», Properties: { Domain: S3 } }';
const cdkServer = (properties: string): string => `new transfer.CfnServer(this, 'S', { ${properties} });`;
const cdkBareServer = `new transfer.«CfnServer»(this, 'S', { domain: 'S3' SPREAD});`;

export const deliveryPlatformCases: Readonly<Record<string, RuleCase>> = {
  'beanstalk-database-inside': {
    yaml: {
      fails: environment(option('aws:rds:dbinstance', 'DBEngine', 'mysql').replace(`'aws:rds:dbinstance'`, `'«aws:rds:dbinstance»'`)),
      passes: [
        environment(option('aws:rds:dbinstance', 'DBEngine', 'mysql'), option('aws:rds:dbinstance', 'HasCoupledDatabase', `'false'`)),
        environment(other),
        bareEnvironment.replace(/[«»]/g, ''),
      ],
    },
    cdk: {
      fails: `new elasticbeanstalk.CfnEnvironment(this, 'E', { optionSettings: [{ namespace: «'aws:rds:dbinstance'», optionName: 'DBEngine' SPREAD}] });`,
      passes: cdkEnvironment(cdkOption('aws:ec2:vpc', 'VPCId', `'v'`)),
    },
  },
  'beanstalk-enhanced-health-off': optionOn('aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'enhanced', 'basic'),
  'beanstalk-managed-updates-off': optionOn('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', 'true', 'false'),
  'beanstalk-imdsv1': {
    yaml: {
      fails: [
        environment(option('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', `'«false»'`)),
        'Env: { Type: «AWS::ElasticBeanstalk::Environment», Properties: { SolutionStackName: 64bit Amazon Linux 2 v5.8.0 running Node.js 18 } }',
      ],
      passes: [
        environment(option('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', 'true')),
        'Env: { Type: AWS::ElasticBeanstalk::Environment, Properties: { SolutionStackName: 64bit Amazon Linux 2023 v6.1.0 running Node.js 20 } }',
        environment(other),
      ],
    },
    cdk: {
      fails: [
        `new elasticbeanstalk.«CfnEnvironment»(this, 'E', { solutionStackName: '64bit Amazon Linux 2 v5.8.0 running Node.js 18' SPREAD});`,
        cdkEnvironment(cdkOption('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', `«'false'»`)),
      ],
      passes: cdkEnvironment(cdkOption('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', `'true'`)),
    },
  },
  'beanstalk-logs-not-kept': {
    yaml: {
      fails: [bareEnvironment, environment(option('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', '«false»'))],
      passes: [
        environment(option('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', 'true')),
        environment(option('aws:elasticbeanstalk:hostmanager', 'LogPublicationControl', 'true')),
        inherited('TemplateName: saved'),
      ],
    },
    cdk: { fails: cdkBareEnvironment, passes: cdkEnvironment(cdkOption('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', `'true'`)) },
  },
  'beanstalk-access-logs-off': {
    yaml: {
      fails: [
        environment(alb).replace('AWS::ElasticBeanstalk::Environment', '«AWS::ElasticBeanstalk::Environment»'),
        environment(alb, option('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', '«false»')),
      ],
      passes: [environment(alb, option('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', 'true')), environment(other)],
      unknown: [
        environment(alb, option('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', 'UNKNOWN')),
        environment(option('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'UNKNOWN')),
      ],
    },
    cdk: {
      fails: cdkEnvironment(cdkAlb, cdkOption('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', `«'false'» SPREAD`)),
      passes: cdkEnvironment(cdkAlb, cdkOption('aws:elbv2:loadbalancer', 'AccessLogsS3Enabled', `'true'`)),
    },
  },
  'beanstalk-single-instance': {
    yaml: {
      fails: environment(option('aws:elasticbeanstalk:environment', 'EnvironmentType', '«SingleInstance»')),
      passes: [environment(option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'LoadBalanced')), environment(other)],
    },
    cdk: {
      fails: cdkEnvironment(cdkOption('aws:elasticbeanstalk:environment', 'EnvironmentType', `«'SingleInstance'» SPREAD`)),
      passes: cdkEnvironment(cdkOption('aws:elasticbeanstalk:environment', 'EnvironmentType', `'LoadBalanced'`)),
    },
  },
  'beanstalk-all-at-once': {
    yaml: {
      fails: [bareEnvironment, environment(option('aws:elasticbeanstalk:command', 'DeploymentPolicy', '«AllAtOnce»'))],
      passes: [
        environment(option('aws:elasticbeanstalk:command', 'DeploymentPolicy', 'Immutable')),
        environment(option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance')),
      ],
    },
    cdk: { fails: cdkBareEnvironment, passes: cdkEnvironment(cdkOption('aws:elasticbeanstalk:command', 'DeploymentPolicy', `'Rolling'`)) },
  },
  'beanstalk-plaintext-secret': {
    yaml: {
      fails: environment(option('aws:elasticbeanstalk:application:environment', 'DB_PASSWORD', '«hunter2hunter2»')),
      passes: [
        environment(option('aws:elasticbeanstalk:application:environment', 'STAGE', 'prod')),
        environment(option('aws:elasticbeanstalk:application:environmentsecrets', 'DB_PASSWORD', 'arn')),
      ],
    },
    cdk: {
      fails: cdkEnvironment(cdkOption('aws:elasticbeanstalk:application:environment', 'DB_PASSWORD', `«'hunter2hunter2'» SPREAD`)),
      passes: cdkEnvironment(cdkOption('aws:elasticbeanstalk:application:environment', 'STAGE', `'prod'`)),
    },
  },
  'transfer-plain-ftp': {
    yaml: { fails: server('Protocols: [SFTP, «FTP»]'), passes: [server('Protocols: [SFTP, FTPS]'), server('Domain: S3')] },
    cdk: { fails: cdkServer(`protocols: [«'FTP'»] SPREAD`), passes: cdkServer(`protocols: ['SFTP']`) },
  },
  'transfer-public-endpoint': {
    yaml: {
      fails: [bareServer, server('EndpointType: «PUBLIC»')],
      passes: [server('EndpointType: VPC'), server('EndpointType: !If [Production, VPC, PUBLIC]')],
    },
    cdk: { fails: cdkBareServer, passes: cdkServer(`endpointType: 'VPC'`) },
  },
  'transfer-old-security-policy': {
    yaml: {
      fails: [bareServer, server('SecurityPolicyName: «TransferSecurityPolicy-2018-11»')],
      passes: server('SecurityPolicyName: TransferSecurityPolicy-2024-01'),
    },
    cdk: { fails: cdkBareServer, passes: cdkServer(`securityPolicyName: 'TransferSecurityPolicy-2025-03'`) },
  },
  'transfer-no-logs': {
    yaml: {
      fails: bareServer,
      passes: [server('LoggingRole: !GetAtt Role.Arn'), server('StructuredLogDestinations: [!GetAtt Logs.Arn]')],
      unknown: [server('StructuredLogDestinations: UNKNOWN'), server('LoggingRole: UNKNOWN')],
    },
    cdk: { fails: cdkBareServer, passes: cdkServer(`structuredLogDestinations: ['arn']`) },
  },
};
