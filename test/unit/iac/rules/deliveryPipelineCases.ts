import type { RuleCase } from './cases';

const project = (properties: string): string => `Build: { Type: AWS::CodeBuild::Project, Properties: { ${properties} } }`;
const bareProject = 'Build: { Type: «AWS::CodeBuild::Project», Properties: { Name: build } }';
const cdkProject = (properties: string): string => `new codebuild.CfnProject(this, 'B', { ${properties} });`;
const cdkBareProject = `new codebuild.«CfnProject»(this, 'B', { name: 'build' SPREAD});`;
const cdkL2Project = `new codebuild.Project(this, 'B', {});`;
const variable = (text: string): string => project(`Environment: { EnvironmentVariables: [{ ${text} }] }`);
const cdkVariable = (text: string): string => cdkProject(`environment: { environmentVariables: [{ ${text} }] }`);
const pipeline = (properties: string): string => `Pipe: { Type: AWS::CodePipeline::Pipeline, Properties: { ${properties} } }`;
const group = (properties: string): string => `Group: { Type: AWS::CodeDeploy::DeploymentGroup, Properties: { ${properties} } }`;
const cdkGroup = (properties: string): string => `new codedeploy.CfnDeploymentGroup(this, 'G', { ${properties} });`;

export const deliveryPipelineCases: Readonly<Record<string, RuleCase>> = {
  'codebuild-no-own-key': {
    yaml: {
      fails: [bareProject, project('EncryptionKey: «alias/aws/s3»'), project('EncryptionKey: «arn:aws:kms:eu-west-1:1:alias/aws/s3»')],
      passes: [project('EncryptionKey: !GetAtt Key.Arn'), project('EncryptionKey: alias/builds')],
      unknown: project('EncryptionKey: UNKNOWN'),
    },
    cdk: { fails: cdkBareProject, passes: [cdkProject(`encryptionKey: 'alias/builds'`), cdkL2Project] },
  },
  'codebuild-privileged': {
    yaml: {
      fails: [project('Environment: { PrivilegedMode: «true» }'), project('Environment: { PrivilegedMode: !Ref «On» }')],
      passes: [project('Environment: { PrivilegedMode: false }'), project('Environment: { Image: i }')],
    },
    cdk: { fails: cdkProject('environment: { privilegedMode: «true» SPREAD}'), passes: cdkProject('environment: { privilegedMode: false }') },
  },
  'codebuild-logs-unencrypted': {
    yaml: {
      fails: project('LogsConfig: { S3Logs: { Status: ENABLED, EncryptionDisabled: «true» } }'),
      passes: [
        project('LogsConfig: { S3Logs: { Status: DISABLED, EncryptionDisabled: true } }'),
        project('LogsConfig: { S3Logs: { Status: ENABLED } }'),
        project('Name: b'),
      ],
    },
    cdk: {
      fails: cdkProject(`logsConfig: { s3Logs: { status: 'ENABLED', encryptionDisabled: «true» SPREAD} }`),
      passes: cdkProject(`logsConfig: { s3Logs: { status: 'ENABLED' } }`),
    },
  },
  'codebuild-artifacts-unencrypted': {
    yaml: {
      fails: [
        project('Artifacts: { Type: S3, EncryptionDisabled: «true» }, SecondaryArtifacts: [{ EncryptionDisabled: «true» }, { EncryptionDisabled: false }]'),
        `Report: { Type: AWS::CodeBuild::ReportGroup, Properties: { ExportConfig: { S3Destination: { EncryptionDisabled: '«true»' } } } }`,
      ],
      passes: [project('Artifacts: { Type: S3 }'), project('Artifacts: { Type: S3, EncryptionDisabled: false }')],
    },
    cdk: { fails: cdkProject('artifacts: { encryptionDisabled: «true» SPREAD}'), passes: cdkProject(`artifacts: { type: 'S3' }`) },
  },
  'codebuild-plaintext-credentials': {
    yaml: {
      fails: [
        variable('Name: AWS_ACCESS_KEY_ID, Value: «AKIA»'),
        variable('Name: AWS_SECRET_ACCESS_KEY, Type: PLAINTEXT, Value: «x-y-z»'),
        variable('Name: NPM_TOKEN, Value: «npm_abcdef»'),
        variable('Name: SETTING, Value: !Ref «Hidden»'),
      ],
      passes: [
        variable('Name: NPM_TOKEN, Type: SECRETS_MANAGER, Value: shop/npm'),
        variable('Name: AWS_SECRET_ACCESS_KEY, Type: PARAMETER_STORE, Value: /shop/key'),
        variable('Name: STAGE, Value: prod'),
        variable('Name: NPM_TOKEN, Value: !Ref AWS::NoValue'),
      ],
      unknown: [
        variable('Name: NPM_TOKEN, Value: UNKNOWN'),
        variable('Name: NPM_TOKEN, Type: UNKNOWN, Value: npm_abcdef'),
        variable('Name: UNKNOWN, Value: npm_abcdef'),
      ],
    },
    cdk: {
      fails: cdkVariable(`name: 'NPM_TOKEN', value: «'npm_abcdef'» SPREAD`),
      passes: [
        cdkVariable(`name: 'NPM_TOKEN', type: 'SECRETS_MANAGER', value: 'shop/npm'`),
        `new codebuild.Project(this, 'B', { environmentVariables: { TOKEN: { value: 'abcdefgh' } } });`,
      ],
    },
  },
  'codebuild-logs-off': {
    yaml: {
      fails: [
        project('LogsConfig: { CloudWatchLogs: { Status: «DISABLED» } }'),
        project('LogsConfig: { CloudWatchLogs: { Status: «DISABLED» }, S3Logs: { Status: DISABLED } }'),
      ],
      passes: [
        project('LogsConfig: { CloudWatchLogs: { Status: DISABLED }, S3Logs: { Status: ENABLED } }'),
        project('LogsConfig: { CloudWatchLogs: { Status: ENABLED } }'),
        project('Name: b'),
      ],
      unknown: [
        project('LogsConfig: { CloudWatchLogs: { Status: UNKNOWN } }'),
        project('LogsConfig: { CloudWatchLogs: { Status: DISABLED }, S3Logs: { Status: UNKNOWN } }'),
      ],
    },
    cdk: {
      fails: cdkProject(`logsConfig: { cloudWatchLogs: { status: «'DISABLED'» SPREAD} }`),
      passes: cdkProject(`logsConfig: { cloudWatchLogs: { status: 'ENABLED' } }`),
    },
  },
  'codebuild-logs-unwritten': {
    yaml: { fails: bareProject, passes: project('LogsConfig: { CloudWatchLogs: { Status: ENABLED } }'), unknown: project('LogsConfig: UNKNOWN') },
    cdk: { fails: cdkBareProject, passes: [cdkProject(`logsConfig: { cloudWatchLogs: { status: 'ENABLED' } }`), cdkL2Project] },
  },
  'codebuild-old-image': {
    yaml: {
      fails: [
        project('Environment: { Image: «aws/codebuild/standard:4.0» }'),
        project('Environment: { Image: «aws/codebuild/amazonlinux2-x86_64-standard:3.0» }'),
        project('Environment: { Image: «aws/codebuild/nodejs:10.14.1» }'),
      ],
      passes: [
        project('Environment: { Image: aws/codebuild/standard:7.0 }'),
        project('Environment: { Image: aws/codebuild/amazonlinux2-aarch64-standard:3.0 }'),
        project('Environment: { Image: example/standard:4.0 }'),
      ],
    },
    cdk: {
      fails: cdkProject(`environment: { image: «'aws/codebuild/standard:2.0'» SPREAD}`),
      passes: cdkProject(`environment: { image: 'aws/codebuild/standard:7.0' }`),
    },
  },
  'codebuild-url-credentials': {
    yaml: {
      fails: [
        project('Source: { Location: «https://user:token@bitbucket.org/u/r.git» }'),
        project('SecondarySources: [{ Location: «https://token@github.com/u/r» }]'),
      ],
      passes: [project('Source: { Location: https://github.com/u/r@2 }'), project('Source: { Type: CODEPIPELINE }')],
    },
    cdk: {
      fails: cdkProject(`source: { location: «'https://user:token@bitbucket.org/u/r.git'» SPREAD}`),
      passes: cdkProject(`source: { location: 'https://github.com/u/r' }`),
    },
  },
  'codebuild-insecure-ssl': {
    yaml: {
      fails: project('Source: { Type: GITHUB_ENTERPRISE, InsecureSsl: «true» }'),
      passes: [project('Source: { InsecureSsl: false }'), project('Name: b')],
    },
    cdk: { fails: cdkProject('source: { insecureSsl: «true» SPREAD}'), passes: cdkProject('source: { insecureSsl: false }') },
  },
  'codebuild-public-builds': {
    yaml: { fails: project('Visibility: «PUBLIC_READ»'), passes: [project('Visibility: PRIVATE'), project('Name: b')] },
    cdk: { fails: cdkProject(`visibility: «'PUBLIC_READ'» SPREAD`), passes: cdkProject(`visibility: 'PRIVATE'`) },
  },
  'codepipeline-no-own-key': {
    yaml: {
      fails: [
        pipeline('«ArtifactStore»: { Type: S3, Location: b }'),
        pipeline('ArtifactStores: [{ Region: eu-west-1, «ArtifactStore»: { Type: S3 } }, { ArtifactStore: { EncryptionKey: { Id: k } } }]'),
      ],
      passes: [pipeline('ArtifactStore: { Location: b, EncryptionKey: { Id: !Ref Key, Type: KMS } }'), pipeline('RoleArn: r')],
      unknown: [pipeline('ArtifactStore: UNKNOWN'), pipeline('ArtifactStore: { EncryptionKey: UNKNOWN }')],
    },
    cdk: {
      fails: `new codepipeline.CfnPipeline(this, 'P', { «artifactStore»: { type: 'S3' SPREAD} });`,
      passes: [
        `new codepipeline.CfnPipeline(this, 'P', { artifactStore: { encryptionKey: { id: 'k', type: 'KMS' } } });`,
        `new codepipeline.Pipeline(this, 'P', {});`,
      ],
      unknown: `new codepipeline.CfnPipeline(this, 'P', { artifactStore: { encryptionKey: UNKNOWN } });`,
    },
  },
  'codepipeline-webhook-open': {
    yaml: {
      fails: 'Hook: { Type: AWS::CodePipeline::Webhook, Properties: { Authentication: «UNAUTHENTICATED» } }',
      passes: 'Hook: { Type: AWS::CodePipeline::Webhook, Properties: { Authentication: GITHUB_HMAC } }',
    },
    cdk: {
      fails: `new codepipeline.CfnWebhook(this, 'W', { authentication: «'UNAUTHENTICATED'» SPREAD});`,
      passes: `new codepipeline.CfnWebhook(this, 'W', { authentication: 'IP' });`,
    },
  },
  'codedeploy-no-rollback': {
    yaml: {
      fails: [
        'Group: { Type: «AWS::CodeDeploy::DeploymentGroup», Properties: { ApplicationName: a } }',
        group('AutoRollbackConfiguration: { Enabled: «false» }'),
      ],
      passes: group('AutoRollbackConfiguration: { Enabled: true, Events: [DEPLOYMENT_FAILURE] }'),
    },
    cdk: {
      fails: `new codedeploy.«CfnDeploymentGroup»(this, 'G', { applicationName: 'a' SPREAD});`,
      passes: [cdkGroup('autoRollbackConfiguration: { enabled: true }'), `new codedeploy.ServerDeploymentGroup(this, 'G');`],
    },
  },
  'codedeploy-all-at-once': {
    yaml: {
      fails: [group('DeploymentConfigName: «CodeDeployDefault.AllAtOnce»'), group('DeploymentConfigName: «CodeDeployDefault.LambdaAllAtOnce»')],
      passes: [group('DeploymentConfigName: CodeDeployDefault.HalfAtATime'), group('ApplicationName: a')],
    },
    cdk: {
      fails: cdkGroup(`deploymentConfigName: «'CodeDeployDefault.ECSAllAtOnce'» SPREAD`),
      passes: cdkGroup(`deploymentConfigName: 'CodeDeployDefault.OneAtATime'`),
    },
  },
};
