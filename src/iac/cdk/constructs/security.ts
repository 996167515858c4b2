import { days, either, field, members, namesOf, plain, retentionDays, seconds, something } from '../converters';
import { keySpec, managedPolicies, plainSecret, standardSecurity } from './securityValues';
import { aside, construct, retained, retainedByDefault, same, simple, unset, type Constructs, type Props } from './construct';

const parameterProps: Props = {
  ...same('description', 'allowedPattern'),
  parameterName: ['Name', plain],
  stringValue: ['Value', plain],
  tier: ['Tier', members('ParameterTier', { STANDARD: 'Standard', ADVANCED: 'Advanced', INTELLIGENT_TIERING: 'Intelligent-Tiering' })],
};

const identityProps: Props = { ...same('path'), managedPolicies: ['ManagedPolicyArns', managedPolicies] };

/** IAM, keys, secrets, certificates, users of an app, and trails. */
export const security: Constructs = {
  'aws-iam.Role': construct(
    'IAM::Role',
    {
      ...identityProps,
      ...same('roleName', 'description'),
      maxSessionDuration: ['MaxSessionDuration', seconds],
      assumedBy: ['AssumeRolePolicyDocument', something],
      inlinePolicies: ['Policies', something],
      permissionsBoundary: ['PermissionsBoundary', plain],
    },
    unset('MaxSessionDuration', 'Path', 'RoleName'),
  ),
  'aws-iam.LazyRole': construct('IAM::Role'),
  'aws-iam.User': construct('IAM::User', {
    ...identityProps,
    ...same('userName'),
    groups: ['Groups', something],
    password: ['LoginProfile.Password', plainSecret],
    passwordResetRequired: ['LoginProfile.PasswordResetRequired', plain],
  }),
  'aws-iam.Group': construct('IAM::Group', { ...identityProps, ...same('groupName') }),
  'aws-iam.Policy': construct('IAM::Policy', { ...same('policyName'), document: ['PolicyDocument', something], statements: ['PolicyDocument', something] }),
  'aws-iam.ManagedPolicy': construct('IAM::ManagedPolicy', {
    ...same('managedPolicyName', 'description', 'path'),
    document: ['PolicyDocument', something],
    statements: ['PolicyDocument', something],
  }),
  ...simple('aws-iam', {
    OpenIdConnectProvider: 'IAM::OIDCProvider',
    OidcProviderNative: 'IAM::OIDCProvider',
    SamlProvider: 'IAM::SAMLProvider',
    InstanceProfile: 'IAM::InstanceProfile',
    AccessKey: 'IAM::AccessKey',
  }),
  'aws-kms.Key': construct(
    'KMS::Key',
    {
      ...same('description', 'enabled', 'enableKeyRotation', 'multiRegion'),
      rotationPeriod: [['RotationPeriodInDays', days], aside('EnableKeyRotation', something)],
      pendingWindow: ['PendingWindowInDays', days],
      policy: ['KeyPolicy', something],
      keySpec: ['KeySpec', keySpec],
      keyUsage: ['KeyUsage', namesOf('KeyUsage', 'ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT')],
      ...retained,
    },
    {
      ...unset('EnableKeyRotation', 'KeySpec', 'PendingWindowInDays', 'RotationPeriodInDays', 'Enabled', 'BypassPolicyLockoutSafetyCheck'),
      ...retainedByDefault,
    },
  ),
  'aws-kms.Alias': construct('KMS::Alias', { ...same('aliasName'), targetKey: ['TargetKeyId', plain] }),
  'aws-secretsmanager.Secret': construct(
    'SecretsManager::Secret',
    {
      ...same('description'),
      secretName: ['Name', plain],
      encryptionKey: ['KmsKeyId', plain],
      generateSecretString: ['GenerateSecretString', something],
      secretStringValue: ['SecretString', plainSecret],
      secretStringBeta1: ['SecretString', something],
      secretObjectValue: ['SecretString', something],
      ...retained,
    },
    { ...unset('KmsKeyId'), '@DeletionPolicy': 'Delete' },
  ),
  'aws-secretsmanager.RotationSchedule': construct('SecretsManager::RotationSchedule', {
    secret: ['SecretId', plain],
    rotationLambda: ['RotationLambdaARN', plain],
    hostedRotation: ['HostedRotationLambda', something],
    automaticallyAfter: ['RotationRules.ScheduleExpression', something],
    rotateImmediatelyOnUpdate: ['RotateImmediatelyOnUpdate', plain],
  }),
  ...simple('aws-secretsmanager', {
    ResourcePolicy: 'SecretsManager::ResourcePolicy',
    SecretTargetAttachment: 'SecretsManager::SecretTargetAttachment',
    SecretRotation: 'Serverless::Application',
  }),
  'aws-ssm.StringParameter': construct('SSM::Parameter', { ...parameterProps, type: ['Type', something] }),
  'aws-ssm.StringListParameter': construct('SSM::Parameter', { ...parameterProps, stringListValue: ['Value', something] }, { Type: 'StringList' }),
  'aws-certificatemanager.Certificate': construct(
    'CertificateManager::Certificate',
    {
      ...same('domainName', 'subjectAlternativeNames'),
      transparencyLoggingEnabled: ['CertificateTransparencyLoggingPreference', either('ENABLED', 'DISABLED')],
      keyAlgorithm: ['KeyAlgorithm', something],
      validation: ['ValidationMethod', something],
    },
    unset('CertificateTransparencyLoggingPreference', 'CertificateAuthorityArn'),
  ),
  'aws-certificatemanager.PrivateCertificate': construct('CertificateManager::Certificate', {
    ...same('domainName', 'subjectAlternativeNames'),
    certificateAuthority: ['CertificateAuthorityArn', something],
  }),
  'aws-certificatemanager.DnsValidatedCertificate': { type: 'AWS::CloudFormation::CustomResource', props: {}, defaults: {} },
  'aws-cognito.UserPool': construct(
    'Cognito::UserPool',
    {
      ...same('userPoolName'),
      selfSignUpEnabled: ['AdminCreateUserConfig.AllowAdminCreateUserOnly', either(false, true)],
      mfa: ['MfaConfiguration', members('Mfa', { OFF: 'OFF', OPTIONAL: 'OPTIONAL', REQUIRED: 'ON' })],
      advancedSecurityMode: ['UserPoolAddOns.AdvancedSecurityMode', namesOf('AdvancedSecurityMode', 'ENFORCED', 'AUDIT', 'OFF')],
      standardThreatProtectionMode: ['UserPoolAddOns.AdvancedSecurityMode', standardSecurity],
      deletionProtection: ['DeletionProtection', either('ACTIVE', 'INACTIVE')],
      passwordPolicy: [
        ['Policies.PasswordPolicy.MinimumLength', field('minLength', plain)],
        ['Policies.PasswordPolicy.RequireLowercase', field('requireLowercase', plain)],
        ['Policies.PasswordPolicy.RequireUppercase', field('requireUppercase', plain)],
        ['Policies.PasswordPolicy.RequireNumbers', field('requireDigits', plain)],
        ['Policies.PasswordPolicy.RequireSymbols', field('requireSymbols', plain)],
        ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', field('tempPasswordValidity', days)],
      ],
      lambdaTriggers: ['LambdaConfig', something],
      featurePlan: ['UserPoolTier', namesOf('FeaturePlan', 'LITE', 'ESSENTIALS', 'PLUS')],
      ...retained,
    },
    {
      'AdminCreateUserConfig.AllowAdminCreateUserOnly': true,
      ...unset('MfaConfiguration', 'UserPoolAddOns.AdvancedSecurityMode', 'DeletionProtection'),
      ...retainedByDefault,
    },
  ),
  'aws-cognito.UserPoolClient': construct(
    'Cognito::UserPoolClient',
    {
      ...same('generateSecret', 'enableTokenRevocation'),
      userPool: ['UserPoolId', plain],
      userPoolClientName: ['ClientName', plain],
      preventUserExistenceErrors: ['PreventUserExistenceErrors', either('ENABLED', 'LEGACY')],
      oAuth: ['AllowedOAuthFlows', something],
      disableOAuth: aside('AllowedOAuthFlows', something),
      authFlows: ['ExplicitAuthFlows', something],
      accessTokenValidity: ['AccessTokenValidity', something],
      idTokenValidity: ['IdTokenValidity', something],
      refreshTokenValidity: ['RefreshTokenValidity', something],
    },
    unset('PreventUserExistenceErrors', 'EnableTokenRevocation'),
  ),
  ...simple('aws-cognito', {
    UserPoolDomain: 'Cognito::UserPoolDomain',
    UserPoolGroup: 'Cognito::UserPoolGroup',
    UserPoolResourceServer: 'Cognito::UserPoolResourceServer',
    UserPoolIdentityProviderAmazon: 'Cognito::UserPoolIdentityProvider',
    UserPoolIdentityProviderApple: 'Cognito::UserPoolIdentityProvider',
    UserPoolIdentityProviderFacebook: 'Cognito::UserPoolIdentityProvider',
    UserPoolIdentityProviderGoogle: 'Cognito::UserPoolIdentityProvider',
    UserPoolIdentityProviderOidc: 'Cognito::UserPoolIdentityProvider',
    UserPoolIdentityProviderSaml: 'Cognito::UserPoolIdentityProvider',
  }),
  ...Object.fromEntries(
    ['aws-cognito-identitypool', 'aws-cognito-identitypool-alpha'].map((module) => [
      `${module}.IdentityPool`,
      construct(
        'Cognito::IdentityPool',
        {
          ...same('identityPoolName'),
          allowUnauthenticatedIdentities: ['AllowUnauthenticatedIdentities', plain],
          allowClassicFlow: ['AllowClassicFlow', plain],
        },
        { AllowUnauthenticatedIdentities: false, ...unset('AllowClassicFlow') },
      ),
    ]),
  ),
  'aws-cloudtrail.Trail': construct(
    'CloudTrail::Trail',
    {
      ...same('isMultiRegionTrail', 'includeGlobalServiceEvents', 'isOrganizationTrail', 's3KeyPrefix', 'trailName'),
      enableFileValidation: ['EnableLogFileValidation', plain],
      encryptionKey: ['KMSKeyId', plain],
      bucket: ['S3BucketName', plain],
      snsTopic: ['SnsTopicName', plain],
      sendToCloudWatchLogs: ['CloudWatchLogsLogGroupArn', something],
      managementEvents: ['EventSelectors', something],
      insightTypes: ['InsightSelectors', something],
    },
    {
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      IncludeGlobalServiceEvents: true,
      IsLogging: true,
      ...unset('KMSKeyId', 'CloudWatchLogsLogGroupArn', 'SnsTopicName'),
    },
  ),
  'aws-logs.LogGroup': construct(
    'Logs::LogGroup',
    {
      ...same('logGroupName'),
      retention: ['RetentionInDays', retentionDays],
      encryptionKey: ['KmsKeyId', plain],
      logGroupClass: ['LogGroupClass', namesOf('LogGroupClass', 'STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY')],
      dataProtectionPolicy: ['DataProtectionPolicy', something],
      ...retained,
    },
    { RetentionInDays: 731, ...unset('KmsKeyId', 'LogGroupClass'), ...retainedByDefault },
  ),
  'aws-logs.LogStream': construct('Logs::LogStream', { ...same('logStreamName'), logGroup: ['LogGroupName', plain], ...retained }),
  'aws-logs.MetricFilter': construct('Logs::MetricFilter', {
    ...same('filterName'),
    logGroup: ['LogGroupName', plain],
    filterPattern: ['FilterPattern', something],
  }),
  'aws-logs.SubscriptionFilter': construct('Logs::SubscriptionFilter', {
    ...same('filterName'),
    logGroup: ['LogGroupName', plain],
    destination: ['DestinationArn', something],
    filterPattern: ['FilterPattern', something],
  }),
  'aws-logs.LogRetention': { type: 'Custom::LogRetention', props: {}, defaults: {} },
  ...simple('aws-logs', { QueryDefinition: 'Logs::QueryDefinition', ResourcePolicy: 'Logs::ResourcePolicy', CrossAccountDestination: 'Logs::Destination' }),
  ...simple('aws-config', {
    ManagedRule: 'Config::ConfigRule',
    CustomRule: 'Config::ConfigRule',
    CustomPolicy: 'Config::ConfigRule',
    AccessKeysRotated: 'Config::ConfigRule',
    CloudFormationStackDriftDetectionCheck: 'Config::ConfigRule',
    CloudFormationStackNotificationCheck: 'Config::ConfigRule',
  }),
};
