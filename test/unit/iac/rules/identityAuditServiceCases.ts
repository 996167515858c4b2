import type { RuleCase } from './cases';

const of = (type: string, properties: string): string => `It: { Type: AWS::${type}, Properties: { ${properties} } }`;
const pool = (properties: string): string => of('Cognito::UserPool', properties);
const password = (properties: string): string => pool(`Policies: { PasswordPolicy: { ${properties} } }`);
const cdkPool = (properties: string): string => `new cognito.CfnUserPool(this, 'P', { ${properties} });`;
const client = (properties: string): string => of('Cognito::UserPoolClient', properties);
const cdkClient = (properties: string): string => `new cognito.CfnUserPoolClient(this, 'C', { ${properties} });`;
const trail = (properties: string): string => of('CloudTrail::Trail', properties);
const cdkTrail = (properties: string): string => `new cloudtrail.CfnTrail(this, 'T', { ${properties} });`;
const recorder = (properties: string): string => of('Config::ConfigurationRecorder', properties);
const cdkRecorder = (group: string): string => `new config.CfnConfigurationRecorder(this, 'R', { recordingGroup: { ${group} } });`;
const alarm = (properties: string): string => of('CloudWatch::Alarm', properties);
const cdkAlarm = (properties: string): string => `new cloudwatch.CfnAlarm(this, 'A', { ${properties} });`;
const group = (properties: string): string => of('Logs::LogGroup', properties);
const cdkGroup = (properties: string): string => `new logs.CfnLogGroup(this, 'L', { ${properties} });`;
const detector = (properties: string): string => of('GuardDuty::Detector', properties);
const cdkDetector = (properties: string): string => `new guardduty.CfnDetector(this, 'D', { ${properties} });`;
const certificate = (properties: string): string => of('CertificateManager::Certificate', properties);
const cdkCertificate = (properties: string): string => `new certificatemanager.CfnCertificate(this, 'C', { ${properties} });`;

/** Cases of a property that has to be set to whatever: texts without it, with the type marked, and one that sets it. */
function demanded(missing: string, set: (value: string) => string, { cdkMissing, cdkSet }: { readonly cdkMissing: string; readonly cdkSet: string }): RuleCase {
  return { yaml: { fails: missing, passes: set('shop'), unknown: set('UNKNOWN') }, cdk: { fails: cdkMissing, passes: cdkSet } };
}

const bareTrail = 'T: { Type: «AWS::CloudTrail::Trail», Properties: { S3BucketName: logs } }';
const cdkBareTrail = `new cloudtrail.«CfnTrail»(this, 'T', { s3BucketName: 'logs' SPREAD});`;
const bareGroup = 'L: { Type: «AWS::Logs::LogGroup», Properties: { LogGroupName: shop } }';
const cdkBareGroup = `new logs.«CfnLogGroup»(this, 'L', { logGroupName: 'shop' SPREAD});`;
const barePool = 'P: { Type: «AWS::Cognito::UserPool», Properties: { UserPoolName: shop } }';
const cdkBarePool = `new cognito.«CfnUserPool»(this, 'P', { userPoolName: 'shop' SPREAD});`;

export const identityAuditServiceCases: Readonly<Record<string, RuleCase>> = {
  'cognito-mfa-off': {
    yaml: {
      fails: [barePool, pool("MfaConfiguration: '«OFF»'")],
      passes: [pool("MfaConfiguration: 'ON'"), pool('MfaConfiguration: OPTIONAL'), pool("MfaConfiguration: !If [Production, 'ON', 'OFF']")],
    },
    cdk: { fails: [cdkBarePool, cdkPool(`mfaConfiguration: «'OFF'»`)], passes: cdkPool(`mfaConfiguration: 'OPTIONAL'`) },
  },
  'cognito-password-short': {
    yaml: { fails: [password('MinimumLength: «6»'), password("MinimumLength: '«7»'")], passes: [password('MinimumLength: 12'), pool('UserPoolName: shop')] },
    cdk: {
      fails: cdkPool('policies: { passwordPolicy: { minimumLength: «6» SPREAD} }'),
      passes: cdkPool('policies: { passwordPolicy: { minimumLength: 8 } }'),
    },
  },
  'cognito-password-simple': {
    yaml: {
      fails: [
        password('RequireSymbols: «false»'),
        password("RequireLowercase: true, RequireUppercase: '«false»', RequireNumbers: false, RequireSymbols: false"),
      ],
      passes: [password('RequireSymbols: true, RequireNumbers: true'), password('MinimumLength: 12')],
      unknown: password('RequireSymbols: UNKNOWN'),
    },
    cdk: {
      fails: cdkPool('policies: { passwordPolicy: { requireNumbers: «false» SPREAD} }'),
      passes: cdkPool('policies: { passwordPolicy: { requireNumbers: true } }'),
    },
  },
  'cognito-temporary-password-long': {
    yaml: { fails: password('TemporaryPasswordValidityDays: «90»'), passes: [password('TemporaryPasswordValidityDays: 7'), pool('UserPoolName: shop')] },
    cdk: {
      fails: cdkPool('policies: { passwordPolicy: { temporaryPasswordValidityDays: «30» SPREAD} }'),
      passes: cdkPool('policies: { passwordPolicy: { temporaryPasswordValidityDays: 3 } }'),
    },
  },
  'cognito-threat-protection-off': {
    yaml: {
      fails: [barePool, pool("UserPoolAddOns: { AdvancedSecurityMode: '«OFF»' }")],
      passes: [pool('UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }'), pool('UserPoolAddOns: { AdvancedSecurityMode: AUDIT }')],
    },
    cdk: { fails: cdkBarePool, passes: cdkPool(`userPoolAddOns: { advancedSecurityMode: 'ENFORCED' }`) },
  },
  'cognito-deletion-protection-off': {
    yaml: { fails: [barePool, pool('DeletionProtection: «INACTIVE»')], passes: pool('DeletionProtection: ACTIVE') },
    cdk: { fails: cdkBarePool, passes: cdkPool(`deletionProtection: 'ACTIVE'`) },
  },
  'cognito-self-sign-up': {
    yaml: {
      fails: pool('AdminCreateUserConfig: { AllowAdminCreateUserOnly: «false» }'),
      passes: [pool('AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }'), pool('UserPoolName: shop')],
    },
    cdk: {
      fails: cdkPool('adminCreateUserConfig: { allowAdminCreateUserOnly: «false» SPREAD}'),
      passes: cdkPool('adminCreateUserConfig: { allowAdminCreateUserOnly: true }'),
    },
  },
  'cognito-guest-access': {
    yaml: {
      fails: [of('Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: «true»'), of('Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: !Ref «On»')],
      passes: of('Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: false'),
    },
    cdk: {
      fails: `new cognito.CfnIdentityPool(this, 'P', { allowUnauthenticatedIdentities: «true» SPREAD});`,
      passes: `new cognito.CfnIdentityPool(this, 'P', { allowUnauthenticatedIdentities: false });`,
    },
  },
  'cognito-classic-flow': {
    yaml: { fails: of('Cognito::IdentityPool', 'AllowClassicFlow: «true»'), passes: of('Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: false') },
    cdk: {
      fails: `new cognito.CfnIdentityPool(this, 'P', { allowClassicFlow: «true» SPREAD});`,
      passes: `new cognito.CfnIdentityPool(this, 'P', { allowClassicFlow: false });`,
    },
  },
  'cognito-client-implicit-flow': {
    yaml: { fails: client('AllowedOAuthFlows: [code, «implicit»]'), passes: [client('AllowedOAuthFlows: [code]'), client('GenerateSecret: true')] },
    cdk: { fails: cdkClient(`allowedOAuthFlows: [«'implicit'»] SPREAD`), passes: cdkClient(`allowedOAuthFlows: ['code']`) },
  },
  'cognito-client-reveals-users': {
    yaml: {
      fails: ['C: { Type: «AWS::Cognito::UserPoolClient», Properties: { GenerateSecret: true } }', client('PreventUserExistenceErrors: «LEGACY»')],
      passes: client('PreventUserExistenceErrors: ENABLED'),
    },
    cdk: { fails: `new cognito.«CfnUserPoolClient»(this, 'C', { generateSecret: true SPREAD});`, passes: cdkClient(`preventUserExistenceErrors: 'ENABLED'`) },
  },
  'cognito-client-tokens-not-revocable': {
    yaml: { fails: client('EnableTokenRevocation: «false»'), passes: [client('EnableTokenRevocation: true'), client('GenerateSecret: true')] },
    cdk: { fails: cdkClient('enableTokenRevocation: «false» SPREAD'), passes: cdkClient('generateSecret: true') },
  },
  'cloudtrail-single-region': {
    yaml: { fails: [bareTrail, trail('IsMultiRegionTrail: «false»'), trail('IsMultiRegionTrail: !Ref «Off»')], passes: trail('IsMultiRegionTrail: true') },
    cdk: { fails: cdkBareTrail, passes: cdkTrail('isMultiRegionTrail: true') },
  },
  'cloudtrail-validation-off': {
    yaml: { fails: [bareTrail, trail("EnableLogFileValidation: '«false»'")], passes: trail('EnableLogFileValidation: true') },
    cdk: { fails: [cdkBareTrail, cdkTrail('enableLogFileValidation: «false»')], passes: cdkTrail('enableLogFileValidation: true') },
  },
  'cloudtrail-no-kms-key': demanded(bareTrail, (value) => trail(`KMSKeyId: ${value}`), { cdkMissing: cdkBareTrail, cdkSet: cdkTrail('kmsKeyId: key.attrArn') }),
  'cloudtrail-no-cloudwatch-logs': demanded(bareTrail, (value) => trail(`CloudWatchLogsLogGroupArn: ${value}`), {
    cdkMissing: cdkBareTrail,
    cdkSet: cdkTrail('cloudWatchLogsLogGroupArn: group.attrArn'),
  }),
  'cloudtrail-not-logging': {
    yaml: { fails: [trail('IsLogging: «false»'), trail('IsLogging: !Ref «Off»')], passes: trail('IsLogging: true') },
    cdk: { fails: cdkTrail('isLogging: «false» SPREAD'), passes: cdkTrail('isLogging: true') },
  },
  'cloudtrail-global-events-off': {
    yaml: { fails: trail('IncludeGlobalServiceEvents: «false»'), passes: [trail('IncludeGlobalServiceEvents: true'), trail('IsLogging: true')] },
    cdk: { fails: cdkTrail('includeGlobalServiceEvents: «false» SPREAD'), passes: cdkTrail('isLogging: true') },
  },
  'cloudtrail-no-data-events': {
    yaml: {
      fails: [bareTrail, trail('EventSelectors: [«{ ReadWriteType: All» }, { ReadWriteType: All, DataResources: [] }]')],
      passes: [
        trail('EventSelectors: [{ ReadWriteType: All }, { DataResources: [{ Type: AWS::S3::Object, Values: [arn:aws:s3] }] }]'),
        trail('AdvancedEventSelectors: [{ Name: data }]'),
      ],
      unknown: [trail('EventSelectors: UNKNOWN'), trail('AdvancedEventSelectors: UNKNOWN')],
    },
    cdk: { fails: cdkBareTrail, passes: cdkTrail(`eventSelectors: [{ dataResources: [{ type: 'AWS::S3::Object' }] }]`) },
  },
  'cloudtrail-management-events-partial': {
    yaml: {
      fails: [
        trail('EventSelectors: [{ IncludeManagementEvents: «false» }]'),
        trail('EventSelectors: [{ ReadWriteType: «WriteOnly» }, { ReadWriteType: All, IncludeManagementEvents: true }]'),
      ],
      passes: [trail('EventSelectors: [{ ReadWriteType: All }]'), trail('IsLogging: true')],
    },
    cdk: { fails: cdkTrail(`eventSelectors: [{ readWriteType: «'ReadOnly'» SPREAD}]`), passes: cdkTrail(`eventSelectors: [{ readWriteType: 'All' }]`) },
  },
  'cloudtrail-no-topic': demanded(bareTrail, (value) => trail(`SnsTopicName: ${value}`), {
    cdkMissing: cdkBareTrail,
    cdkSet: cdkTrail(`snsTopicName: 'logs'`),
  }),
  'config-partial-recording': {
    yaml: {
      fails: [
        recorder('RecordingGroup: { AllSupported: «false» }'),
        recorder('RecordingGroup: { «ResourceTypes»: [AWS::EC2::Volume] }'),
        recorder('RecordingGroup: { RecordingStrategy: { UseOnly: «EXCLUSION_BY_RESOURCE_TYPES» } }'),
      ],
      passes: [recorder('RecordingGroup: { AllSupported: true }'), recorder('RoleARN: !Ref Unset')],
      unknown: [recorder('RecordingGroup: { AllSupported: UNKNOWN }'), recorder('RecordingGroup: UNKNOWN')],
    },
    cdk: { fails: cdkRecorder('allSupported: «false» SPREAD'), passes: cdkRecorder('allSupported: true') },
  },
  'config-global-types-off': {
    yaml: {
      fails: [
        recorder('«RecordingGroup»: { AllSupported: true }'),
        recorder('RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: «false» }'),
        'R: { Type: «AWS::Config::ConfigurationRecorder», Properties: { RoleARN: !Ref Unset } }',
      ],
      passes: [
        recorder('RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true }'),
        recorder('RecordingGroup: { ResourceTypes: [AWS::EC2::Volume] }'),
      ],
      unknown: [recorder('RecordingGroup: { IncludeGlobalResourceTypes: UNKNOWN }'), recorder('RecordingGroup: UNKNOWN')],
    },
    cdk: { fails: cdkRecorder('allSupported: true, includeGlobalResourceTypes: «false» SPREAD'), passes: cdkRecorder('includeGlobalResourceTypes: true') },
  },
  'config-no-delivery-channel': {
    byTypeAlone: true,
    yaml: {
      fails: 'R: { Type: «AWS::Config::ConfigurationRecorder» }',
      passes: 'R: { Type: AWS::Config::ConfigurationRecorder }\nC: { Type: AWS::Config::DeliveryChannel }',
    },
    cdk: {
      fails: `new config.«CfnConfigurationRecorder»(this, 'R', props);`,
      passes: `new config.CfnConfigurationRecorder(this, 'R', props); new config.CfnDeliveryChannel(this, 'C', props);`,
    },
  },
  'config-aggregator-regions': {
    yaml: {
      fails: [
        of('Config::ConfigurationAggregator', 'AccountAggregationSources: [«{ AwsRegions: all» }, { AllAwsRegions: true }]'),
        of('Config::ConfigurationAggregator', 'OrganizationAggregationSource: { AllAwsRegions: «false» }'),
        of('Config::ConfigurationAggregator', '«OrganizationAggregationSource»: { AwsRegions: [eu-west-1] }'),
      ],
      passes: [
        of('Config::ConfigurationAggregator', 'OrganizationAggregationSource: { AllAwsRegions: true }'),
        of('Config::ConfigurationAggregator', 'AccountAggregationSources: [{ AllAwsRegions: !If [Production, true, false] }]'),
      ],
      unknown: of('Config::ConfigurationAggregator', 'OrganizationAggregationSource: { AllAwsRegions: UNKNOWN }'),
    },
    cdk: {
      fails: `new config.CfnConfigurationAggregator(this, 'A', { organizationAggregationSource: { allAwsRegions: «false» SPREAD} });`,
      passes: `new config.CfnConfigurationAggregator(this, 'A', { organizationAggregationSource: { allAwsRegions: true } });`,
    },
  },
  'config-access-key-age': {
    yaml: {
      fails: of('Config::ConfigRule', "Source: { Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED }, InputParameters: { maxAccessKeyAge: '«180»' }"),
      passes: [
        of('Config::ConfigRule', 'Source: { SourceIdentifier: ACCESS_KEYS_ROTATED }, InputParameters: { maxAccessKeyAge: 90 }'),
        of('Config::ConfigRule', 'Source: { SourceIdentifier: OTHER }, InputParameters: { maxAccessKeyAge: 180 }'),
      ],
    },
    cdk: {
      fails: `new config.CfnConfigRule(this, 'R', { source: { sourceIdentifier: 'ACCESS_KEYS_ROTATED' }, inputParameters: { maxAccessKeyAge: «180» SPREAD} });`,
      passes: `new config.CfnConfigRule(this, 'R', { source: { sourceIdentifier: 'ACCESS_KEYS_ROTATED' }, inputParameters: { maxAccessKeyAge: 30 } });`,
    },
  },
  'cloudwatch-alarm-no-action': {
    yaml: {
      fails: [
        'A: { Type: «AWS::CloudWatch::Alarm», Properties: { MetricName: CPUUtilization } }',
        'A: { Type: «AWS::CloudWatch::Alarm» }',
        'A: { Type: «AWS::CloudWatch::CompositeAlarm» }',
      ],
      passes: [
        alarm('AlarmActions: [!Ref Unset]'),
        alarm('OKActions: [!Ref Unset]'),
        'A: { Type: AWS::CloudWatch::Alarm }\nC: { Type: AWS::CloudWatch::CompositeAlarm, Properties: { AlarmActions: [!Ref Unset] } }',
      ],
      unknown: [alarm('AlarmActions: UNKNOWN'), alarm('InsufficientDataActions: UNKNOWN')],
    },
    cdk: {
      fails: `new cloudwatch.«CfnAlarm»(this, 'A', { metricName: 'CPUUtilization' SPREAD});`,
      passes: [cdkAlarm('alarmActions: [topic.ref]'), `new cloudwatch.Alarm(this, 'A', { metric });`],
    },
  },
  'cloudwatch-alarm-actions-disabled': {
    yaml: {
      fails: [alarm('ActionsEnabled: «false»'), of('CloudWatch::CompositeAlarm', 'ActionsEnabled: «false»')],
      passes: [alarm('ActionsEnabled: true'), alarm('Period: 60')],
    },
    cdk: { fails: cdkAlarm('actionsEnabled: «false» SPREAD'), passes: cdkAlarm('actionsEnabled: true') },
  },
  'cloudwatch-alarm-missing-data': demanded(
    'A: { Type: «AWS::CloudWatch::Alarm», Properties: { MetricName: CPUUtilization } }',
    (value) => alarm(`TreatMissingData: ${value}`),
    { cdkMissing: `new cloudwatch.«CfnAlarm»(this, 'A', { period: 60 SPREAD});`, cdkSet: cdkAlarm(`treatMissingData: 'breaching'`) },
  ),
  'logs-no-retention': {
    yaml: {
      fails: [bareGroup, group('«RetentionInDays»: !Ref AWS::NoValue')],
      passes: [group('RetentionInDays: 30'), group('LogGroupClass: DELIVERY')],
      unknown: group('RetentionInDays: UNKNOWN'),
    },
    cdk: { fails: cdkBareGroup, passes: [cdkGroup('retentionInDays: 30'), `new logs.LogGroup(this, 'L', { retention: logs.RetentionDays.ONE_MONTH });`] },
  },
  'logs-retention-short': {
    yaml: { fails: [group('RetentionInDays: «30»'), group("RetentionInDays: '«180»'")], passes: [group('RetentionInDays: 365'), group('LogGroupName: shop')] },
    cdk: { fails: cdkGroup('retentionInDays: «7» SPREAD'), passes: cdkGroup('retentionInDays: 731') },
  },
  'logs-no-kms-key': demanded(bareGroup, (value) => group(`KmsKeyId: ${value}`), { cdkMissing: cdkBareGroup, cdkSet: cdkGroup('kmsKeyId: key.attrArn') }),
  'logs-policy-anybody': {
    yaml: {
      fails: [
        `P: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: '«{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "logs:PutLogEvents"}]}»' } }`,
        `D: { Type: AWS::Logs::Destination, Properties: { DestinationPolicy: '«{"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}}}»' } }`,
      ],
      passes: `P: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: '{"Statement": [{"Effect": "Allow", "Principal": {"Service": "es.amazonaws.com"}}]}' } }`,
    },
    cdk: {
      fails: `new logs.CfnResourcePolicy(this, 'P', { policyDocument: «'{"Statement": [{"Effect": "Allow", "Principal": "*"}]}'» SPREAD});`,
      passes: `new logs.CfnResourcePolicy(this, 'P', { policyDocument: '{"Statement": [{"Effect": "Deny", "Principal": "*"}]}' });`,
    },
  },
  'guardduty-disabled': {
    yaml: { fails: [detector('Enable: «false»'), detector('Enable: !Ref «Off»')], passes: detector('Enable: true') },
    cdk: { fails: cdkDetector('enable: «false» SPREAD'), passes: cdkDetector('enable: true') },
  },
  'guardduty-publishing-slow': {
    yaml: {
      fails: ['D: { Type: «AWS::GuardDuty::Detector», Properties: { Enable: true } }', detector('FindingPublishingFrequency: «SIX_HOURS»')],
      passes: [detector('FindingPublishingFrequency: FIFTEEN_MINUTES'), detector('FindingPublishingFrequency: ONE_HOUR')],
    },
    cdk: { fails: `new guardduty.«CfnDetector»(this, 'D', { enable: true SPREAD});`, passes: cdkDetector(`findingPublishingFrequency: 'ONE_HOUR'`) },
  },
  'guardduty-plan-off': {
    yaml: {
      fails: [
        detector('DataSources: { S3Logs: { Enable: «false» } }'),
        detector('Features: [{ Name: S3_DATA_EVENTS, Status: «DISABLED» }, { Name: RDS_LOGIN_EVENTS, Status: ENABLED }]'),
      ],
      passes: [detector('DataSources: { S3Logs: { Enable: true } }'), detector('Enable: true')],
    },
    cdk: { fails: cdkDetector(`features: [{ name: 'S3_DATA_EVENTS', status: «'DISABLED'» SPREAD}]`), passes: cdkDetector(`features: [{ status: 'ENABLED' }]`) },
  },
  'acm-transparency-off': {
    yaml: {
      fails: certificate('CertificateTransparencyLoggingPreference: «DISABLED»'),
      passes: [certificate('CertificateTransparencyLoggingPreference: ENABLED'), certificate('DomainName: a.example')],
    },
    cdk: { fails: cdkCertificate(`certificateTransparencyLoggingPreference: «'DISABLED'» SPREAD`), passes: cdkCertificate(`domainName: 'a.example'`) },
  },
  'acm-email-validation': {
    yaml: {
      fails: ['C: { Type: «AWS::CertificateManager::Certificate», Properties: { DomainName: a.example } }', certificate('ValidationMethod: «EMAIL»')],
      passes: [certificate('ValidationMethod: DNS'), certificate('DomainName: a.example, CertificateAuthorityArn: !Ref Unset')],
    },
    cdk: { fails: `new certificatemanager.«CfnCertificate»(this, 'C', { domainName: 'a.example' SPREAD});`, passes: cdkCertificate(`validationMethod: 'DNS'`) },
  },
  'acm-wildcard-name': {
    yaml: {
      fails: [
        certificate("DomainName: '«*.example.com»'"),
        certificate("DomainName: example.com, SubjectAlternativeNames: [a.example.com, '«*.example.com»']"),
      ],
      passes: certificate('DomainName: www.example.com, SubjectAlternativeNames: [example.com]'),
    },
    cdk: { fails: cdkCertificate(`domainName: «'*.example.com'» SPREAD`), passes: cdkCertificate(`domainName: 'www.example.com'`) },
  },
  'cloudformation-explicit-name': {
    yaml: {
      fails: [
        of('S3::Bucket', 'BucketName: «files»'),
        of('DynamoDB::Table', "TableName: '«orders»'"),
        of('ElasticLoadBalancingV2::LoadBalancer', 'Name: «web»'),
        group('LogGroupName: !Ref «Kind»'),
      ],
      passes: [
        of('S3::Bucket', 'AccessControl: Private'),
        group('LogGroupName: /aws/lambda/orders'),
        of('SQS::Queue', 'QueueName: !Sub "${AWS::StackName}-orders"'),
        of('SQS::Queue', 'QueueName: !If [Production, orders, !Ref AWS::NoValue]'),
      ],
    },
    cdk: {
      fails: [`new sqs.CfnQueue(this, 'Q', { queueName: «'orders'» SPREAD});`, `new sqs.Queue(this, 'Q', { queueName: «'orders'» });`],
      passes: `new sqs.Queue(this, 'Q', {});`,
    },
  },
  'cloudformation-nested-secret': {
    yaml: {
      fails: of('CloudFormation::Stack', 'Parameters: { Size: big, DbPassword: «hunter2» }'),
      passes: [
        of('CloudFormation::Stack', "Parameters: { DbPassword: '{{resolve:secretsmanager:db}}', DbSecretArn: 'arn:aws:x', Token: !Ref Unset }"),
        of('CloudFormation::Stack', 'TemplateURL: !Ref Unset'),
      ],
    },
    cdk: {
      fails: `new cloudformation.CfnStack(this, 'S', { parameters: { ApiKey: «'hunter2'» SPREAD} });`,
      passes: `new cloudformation.CfnStack(this, 'S', { parameters: { Size: 'big' } });`,
    },
  },
  'cloudformation-stack-set-drops-resources': {
    yaml: {
      fails: [
        of('CloudFormation::StackSet', 'AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: «false» }'),
        of('CloudFormation::StackSet', '«AutoDeployment»: { Enabled: true }'),
      ],
      passes: [
        of('CloudFormation::StackSet', 'AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: true }'),
        of('CloudFormation::StackSet', 'AutoDeployment: { Enabled: false }'),
      ],
      unknown: [
        of('CloudFormation::StackSet', 'AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: UNKNOWN }'),
        of('CloudFormation::StackSet', 'AutoDeployment: { Enabled: UNKNOWN }'),
      ],
    },
    cdk: {
      fails: `new cloudformation.CfnStackSet(this, 'S', { autoDeployment: { enabled: true, retainStacksOnAccountRemoval: «false» SPREAD} });`,
      passes: `new cloudformation.CfnStackSet(this, 'S', { autoDeployment: { enabled: true, retainStacksOnAccountRemoval: true } });`,
    },
  },
};
