import type { RuleCase } from './cases';

const repository = (properties: string): string => `Images: { Type: AWS::ECR::Repository, Properties: { ${properties} } }`;
const bareRepository = 'Images: { Type: «AWS::ECR::Repository», Properties: { RepositoryName: images } }';
const cdkRepository = (properties: string): string => `new ecr.CfnRepository(this, 'R', { ${properties} });`;
const cdkBareRepository = `new ecr.«CfnRepository»(this, 'R', { repositoryName: 'images' SPREAD});`;
const statement = (text: string): string => repository(`RepositoryPolicyText: { Statement: [{ ${text} }] }`);
const cdkStatement = (text: string): string => cdkRepository(`repositoryPolicyText: { Statement: [{ ${text} }] }`);
const task = (properties: string): string => `Task: { Type: AWS::ECS::TaskDefinition, Properties: { ${properties} } }`;
const container = (properties: string): string => task(`ContainerDefinitions: [{ ${properties} }]`);
const cdkTask = (properties: string): string => `new ecs.CfnTaskDefinition(this, 'T', { ${properties} });`;
const cdkContainer = (properties: string): string => cdkTask(`containerDefinitions: [{ ${properties} }]`);
const cdkBareTask = `new ecs.«CfnTaskDefinition»(this, 'T', { family: 'f' SPREAD});`;
const variable = (name: string, value: string): string =>
  container(`Name: app, Environment: [{ Name: STAGE, Value: prod }, { Name: ${name}, Value: ${value} }]`);
const cdkVariable = (name: string, value: string): string => cdkContainer(`environment: [{ name: '${name}', value: ${value} SPREAD}]`);
const windows = 'RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE }';
const service = (properties: string): string => `Service: { Type: AWS::ECS::Service, Properties: { ${properties} } }`;
const cdkService = (properties: string): string => `new ecs.CfnService(this, 'S', { ${properties} });`;
const cluster = (properties: string): string => `Cluster: { Type: AWS::ECS::Cluster, Properties: { ${properties} } }`;
const cdkCluster = (properties: string): string => `new ecs.CfnCluster(this, 'C', { ${properties} });`;
const execution = (text: string): string => cluster(`Configuration: { ExecuteCommandConfiguration: { ${text} } }`);
const cdkExecution = (text: string): string => cdkCluster(`configuration: { executeCommandConfiguration: { ${text} } }`);

/** Cases of a literal of a task definition or of one of its containers: the wrong and a right value. */
function literal(wrap: (text: string) => string, cdkWrap: (text: string) => string, name: string, cdkName: string, wrong: string, right: string): RuleCase {
  return {
    yaml: { fails: wrap(`${name}: «${wrong}»`), passes: [wrap(`${name}: ${right}`), wrap('Family: f')] },
    cdk: { fails: cdkWrap(`${cdkName}: «'${wrong}'» SPREAD`), passes: cdkWrap(`${cdkName}: '${right}'`) },
  };
}

export const deliveryContainerCases: Readonly<Record<string, RuleCase>> = {
  'ecr-scan-on-push-off': {
    yaml: {
      fails: [
        bareRepository,
        repository('ImageScanningConfiguration: { ScanOnPush: «false» }'),
        repository(`ImageScanningConfiguration: { ScanOnPush: '«false»' }`),
      ],
      passes: [
        repository('ImageScanningConfiguration: { ScanOnPush: true }'),
        repository(`ImageScanningConfiguration: { ScanOnPush: 'true' }`),
        `${repository('RepositoryName: images')}\nScanning: { Type: AWS::ECR::RegistryScanningConfiguration, Properties: { ScanType: ENHANCED } }`,
      ],
    },
    cdk: {
      fails: [cdkBareRepository, cdkRepository('imageScanningConfiguration: { scanOnPush: «false» }')],
      passes: [cdkRepository('imageScanningConfiguration: { scanOnPush: true }'), `new ecr.Repository(this, 'R', { imageScanOnPush: true });`],
    },
  },
  'ecr-mutable-tags': {
    yaml: {
      fails: [bareRepository, repository('ImageTagMutability: «MUTABLE»')],
      passes: [repository('ImageTagMutability: IMMUTABLE'), repository('ImageTagMutability: IMMUTABLE_WITH_EXCLUSION')],
    },
    cdk: {
      fails: cdkBareRepository,
      passes: [cdkRepository(`imageTagMutability: 'IMMUTABLE'`), `new ecr.Repository(this, 'R', { imageTagMutability: ecr.TagMutability.IMMUTABLE });`],
    },
  },
  'ecr-no-kms': {
    yaml: {
      fails: [bareRepository, repository('EncryptionConfiguration: { EncryptionType: «AES256» }')],
      passes: [repository('EncryptionConfiguration: { EncryptionType: KMS }'), repository('EncryptionConfiguration: { EncryptionType: KMS_DSSE }')],
    },
    cdk: {
      fails: cdkBareRepository,
      passes: [
        cdkRepository(`encryptionConfiguration: { encryptionType: 'KMS' }`),
        `new ecr.Repository(this, 'R', { encryption: ecr.RepositoryEncryption.KMS });`,
      ],
    },
  },
  'ecr-aws-managed-key': {
    yaml: {
      fails: repository('«EncryptionConfiguration»: { EncryptionType: KMS }'),
      passes: [
        repository('EncryptionConfiguration: { EncryptionType: KMS, KmsKey: !GetAtt Key.Arn }'),
        repository('EncryptionConfiguration: { EncryptionType: AES256 }'),
        repository('RepositoryName: i'),
      ],
      unknown: [
        repository('EncryptionConfiguration: { EncryptionType: UNKNOWN }'),
        repository('EncryptionConfiguration: { EncryptionType: KMS, KmsKey: UNKNOWN }'),
      ],
    },
    cdk: {
      fails: cdkRepository(`«encryptionConfiguration»: { encryptionType: 'KMS' SPREAD}`),
      passes: cdkRepository(`encryptionConfiguration: { encryptionType: 'KMS', kmsKey: key.keyArn }`),
      unknown: cdkRepository(`encryptionConfiguration: { encryptionType: 'KMS', kmsKey: UNKNOWN }`),
    },
  },
  'ecr-public-policy': {
    yaml: {
      fails: [
        statement(`Effect: Allow, «Principal»: '*', Action: ecr:BatchGetImage`),
        statement(`Effect: Allow, «Principal»: { AWS: ['*'] }, Action: ecr:BatchGetImage`),
        `Registry: { Type: AWS::ECR::RegistryPolicy, Properties: { PolicyText: { Statement: { Effect: Allow, «Principal»: '*', Action: ecr:ReplicateImage } } } }`,
      ],
      passes: [
        statement('Effect: Allow, Principal: { AWS: x }'),
        statement(`Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }`),
        statement(`Effect: Deny, Principal: '*'`),
      ],
      unknown: [statement('Effect: Allow, Principal: UNKNOWN'), repository('RepositoryPolicyText: UNKNOWN')],
    },
    cdk: {
      fails: cdkStatement(`Effect: 'Allow', «Principal»: '*' SPREAD`),
      passes: cdkStatement(`Effect: 'Allow', Principal: { AWS: 'x' }`),
      unknown: cdkStatement(`Effect: 'Allow', Principal: UNKNOWN`),
    },
  },
  'ecr-policy-any-action': {
    yaml: {
      fails: statement(`Effect: Allow, Principal: { AWS: x }, Action: ['«ecr:*»']`),
      passes: [statement('Effect: Allow, Action: ecr:BatchGetImage'), statement(`Effect: Deny, Action: 'ecr:*'`)],
    },
    cdk: { fails: cdkStatement(`Effect: 'Allow', Action: «'*'» SPREAD`), passes: cdkStatement(`Effect: 'Allow', Action: 'ecr:BatchGetImage'`) },
  },
  'ecr-lifecycle-missing': {
    yaml: {
      fails: [bareRepository, repository('«LifecyclePolicy»: { RegistryId: 1 }')],
      passes: repository(`LifecyclePolicy: { LifecyclePolicyText: '{}' }`),
      unknown: repository('LifecyclePolicy: { LifecyclePolicyText: UNKNOWN }'),
    },
    cdk: { fails: cdkBareRepository, passes: [cdkRepository(`lifecyclePolicy: { lifecyclePolicyText: 'x' }`), `new ecr.Repository(this, 'R');`] },
  },
  'ecs-privileged-container': {
    yaml: {
      fails: [container('Privileged: «true»'), container(`Privileged: '«true»'`), task('ContainerDefinitions: [{ Name: a }, { Privileged: «true» }]')],
      passes: [container('Privileged: false'), container('Name: a'), container('Privileged: !If [Production, false, true]')],
    },
    cdk: { fails: cdkContainer('privileged: «true» SPREAD'), passes: cdkContainer('privileged: false') },
  },
  'ecs-writable-root': {
    yaml: {
      fails: [container('ReadonlyRootFilesystem: «false»'), task('ContainerDefinitions: [«{ Name: a» }]')],
      passes: [container('ReadonlyRootFilesystem: true'), task(`${windows}, ContainerDefinitions: [{ Name: a }]`)],
      unknown: [container('ReadonlyRootFilesystem: UNKNOWN'), task('ContainerDefinitions: UNKNOWN')],
    },
    cdk: {
      fails: [cdkTask(`containerDefinitions: [«{ name: 'a' SPREAD}»]`), cdkContainer('readonlyRootFilesystem: «false»')],
      passes: [cdkContainer('readonlyRootFilesystem: true'), `new ecs.FargateTaskDefinition(this, 'T', { cpu: 256 });`],
      unknown: cdkContainer('readonlyRootFilesystem: UNKNOWN'),
    },
  },
  'ecs-root-user': {
    yaml: {
      fails: [container('User: «root»'), container(`User: '«0:0»'`), container('User: «0»'), task('ContainerDefinitions: [«{ Name: a» }]')],
      passes: [container('User: node'), container(`User: '1000:1000'`), container('User: 1000'), task(`${windows}, ContainerDefinitions: [{ Name: a }]`)],
      unknown: container('User: UNKNOWN'),
    },
    cdk: {
      fails: [cdkTask(`containerDefinitions: [«{ name: 'a' SPREAD}»]`), cdkContainer(`user: «'root'»`)],
      passes: cdkContainer(`user: 'node'`),
      unknown: cdkContainer('user: UNKNOWN'),
    },
  },
  'ecs-host-network': literal(task, cdkTask, 'NetworkMode', 'networkMode', 'host', 'awsvpc'),
  'ecs-not-awsvpc': {
    yaml: {
      fails: [
        'Task: { Type: «AWS::ECS::TaskDefinition», Properties: { Family: f } }',
        task('NetworkMode: «bridge»'),
        task('NetworkMode: «bridge», RequiresCompatibilities: [EC2]'),
      ],
      passes: [
        task('NetworkMode: awsvpc'),
        task('NetworkMode: bridge, RequiresCompatibilities: [EXTERNAL]'),
        task(`NetworkMode: default, ${windows}`),
        task('RequiresCompatibilities: [FARGATE]'),
      ],
    },
    cdk: { fails: cdkBareTask, passes: [cdkTask(`networkMode: 'awsvpc'`), `new ecs.Ec2TaskDefinition(this, 'T', {});`] },
  },
  'ecs-host-pid': literal(task, cdkTask, 'PidMode', 'pidMode', 'host', 'task'),
  'ecs-host-ipc': literal(task, cdkTask, 'IpcMode', 'ipcMode', 'host', 'none'),
  'ecs-powerful-capability': {
    yaml: {
      fails: container('LinuxParameters: { Capabilities: { Add: [«SYS_ADMIN», CHOWN, «ALL»] } }'),
      passes: [container('LinuxParameters: { Capabilities: { Add: [SYS_PTRACE], Drop: [ALL] } }'), container('Name: a')],
    },
    cdk: {
      fails: cdkContainer(`linuxParameters: { capabilities: { add: [«'NET_ADMIN'»] } SPREAD}`),
      passes: cdkContainer(`linuxParameters: { capabilities: { drop: ['ALL'] } }`),
    },
  },
  'ecs-docker-socket': {
    yaml: {
      fails: task('Volumes: [{ Name: v, Host: { SourcePath: «/var/run/docker.sock» } }]'),
      passes: [task('Volumes: [{ Name: v, Host: { SourcePath: /data } }]'), task('Volumes: [{ Name: v }]')],
    },
    cdk: { fails: cdkTask(`volumes: [{ name: 'v', host: { sourcePath: «'/var/run/docker.sock'» SPREAD} }]`), passes: cdkTask(`volumes: [{ name: 'v' }]`) },
  },
  'ecs-plaintext-secret': {
    yaml: {
      fails: [
        variable('DB_PASSWORD', '«hunter2hunter2»'),
        variable('apiKey', '«k-123456789»'),
        variable('GITHUB_TOKEN', '«ghp_abcdefgh»'),
        variable('AWS_SECRET_ACCESS_KEY', '«secret»'),
        variable('SETTING', '!Ref «Hidden»'),
        variable('DB_PASSWORD', '!Ref «OnDemand»'),
      ],
      passes: [
        variable('DB_PASSWORD_ARN', 'arn-of-it'),
        variable('DB_PASSWORD', `'{{resolve:secretsmanager:db:SecretString:password}}'`),
        variable('TOKEN_TTL', '3600'),
        variable('PASSWORD_LOGIN', `'true'`),
        variable('PARTITION_KEY', 'id'),
        variable('SECRET_NAME', 'shop/db'),
        container('Secrets: [{ Name: DB_PASSWORD, ValueFrom: arn }]'),
      ],
      unknown: variable('DB_PASSWORD', 'UNKNOWN'),
    },
    cdk: { fails: cdkVariable('DB_PASSWORD', `«'hunter2hunter2'»`), passes: cdkVariable('STAGE', `'prod'`).replace(' SPREAD', '') },
  },
  'ecs-no-logs': {
    yaml: {
      fails: [task('ContainerDefinitions: [«{ Name: a» }]'), container('Name: a, «LogConfiguration»: { Options: { x: y } }')],
      passes: container('LogConfiguration: { LogDriver: awslogs }'),
      unknown: [container('LogConfiguration: UNKNOWN'), task('ContainerDefinitions: [UNKNOWN]')],
    },
    cdk: {
      fails: cdkTask(`containerDefinitions: [«{ name: 'a' SPREAD}»]`),
      passes: cdkContainer(`logConfiguration: { logDriver: 'awslogs' }`),
      unknown: cdkContainer('logConfiguration: UNKNOWN'),
    },
  },
  'ecs-no-memory-limit': {
    yaml: {
      fails: [task('ContainerDefinitions: [«{ Name: a» }]'), task('ContainerDefinitions: [«{ MemoryReservation: 128» }, { Memory: 256 }]')],
      passes: [container('Memory: 512'), task('Memory: 1024, ContainerDefinitions: [{ Name: a }]')],
      unknown: [container('Memory: UNKNOWN'), task('Memory: UNKNOWN, ContainerDefinitions: [{ Name: a }]')],
    },
    cdk: { fails: cdkTask(`containerDefinitions: [«{ name: 'a' SPREAD}»]`), passes: cdkContainer('memory: 512'), unknown: cdkContainer('memory: UNKNOWN') },
  },
  'ecs-efs-unencrypted-transit': {
    yaml: {
      fails: [
        task('Volumes: [{ «EFSVolumeConfiguration»: { FilesystemId: fs-1 } }]'),
        task('Volumes: [{ Name: v }, { EFSVolumeConfiguration: { TransitEncryption: «DISABLED» } }]'),
      ],
      passes: [task('Volumes: [{ EFSVolumeConfiguration: { TransitEncryption: ENABLED } }]'), task('Volumes: [{ Name: v }]')],
      unknown: [task('Volumes: [{ EFSVolumeConfiguration: { TransitEncryption: UNKNOWN } }]'), task('Volumes: [{ EFSVolumeConfiguration: UNKNOWN }]')],
    },
    cdk: {
      fails: cdkTask(`volumes: [{ «efsVolumeConfiguration»: { filesystemId: 'fs-1' SPREAD} }]`),
      passes: cdkTask(`volumes: [{ efsVolumeConfiguration: { transitEncryption: 'ENABLED' } }]`),
      unknown: cdkTask(`volumes: [{ efsVolumeConfiguration: { transitEncryption: UNKNOWN } }]`),
    },
  },
  'ecs-container-insights-off': {
    yaml: {
      fails: [
        'Cluster: { Type: «AWS::ECS::Cluster», Properties: { ClusterName: c } }',
        cluster('ClusterSettings: [{ Name: containerInsights, Value: «disabled» }]'),
        cluster('«ClusterSettings»: [{ Name: other, Value: enabled }]'),
      ],
      passes: [
        cluster('ClusterSettings: [{ Name: containerInsights, Value: enabled }]'),
        cluster('ClusterSettings: [{ Name: containerInsights, Value: enhanced }]'),
      ],
      unknown: [
        cluster('ClusterSettings: [{ Name: containerInsights, Value: UNKNOWN }]'),
        cluster('ClusterSettings: [{ Name: UNKNOWN, Value: enabled }]'),
        cluster('ClusterSettings: UNKNOWN'),
      ],
    },
    cdk: {
      fails: `new ecs.«CfnCluster»(this, 'C', { clusterName: 'c' SPREAD});`,
      passes: [cdkCluster(`clusterSettings: [{ name: 'containerInsights', value: 'enabled' }]`), `new ecs.Cluster(this, 'C', {});`],
    },
  },
  'ecs-exec-logs-off': {
    yaml: { fails: execution('Logging: «NONE»'), passes: [execution('Logging: OVERRIDE'), cluster('ClusterName: c')] },
    cdk: { fails: cdkExecution(`logging: «'NONE'» SPREAD`), passes: cdkExecution(`logging: 'DEFAULT'`) },
  },
  'ecs-exec-no-key': {
    yaml: {
      fails: cluster('Configuration: { «ExecuteCommandConfiguration»: { Logging: OVERRIDE } }'),
      passes: [execution('Logging: OVERRIDE, KmsKeyId: !Ref Key'), cluster('ClusterName: c')],
      unknown: [cluster('Configuration: UNKNOWN'), execution('KmsKeyId: UNKNOWN')],
    },
    cdk: {
      fails: cdkCluster(`configuration: { «executeCommandConfiguration»: { logging: 'OVERRIDE' SPREAD} }`),
      passes: cdkExecution(`kmsKeyId: 'k'`),
      unknown: cdkExecution('kmsKeyId: UNKNOWN'),
    },
  },
  'ecs-public-ip': {
    yaml: {
      fails: [
        service('NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: «ENABLED» } }'),
        'Set: { Type: AWS::ECS::TaskSet, Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: «ENABLED» } } } }',
      ],
      passes: [
        service('NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED } }'),
        service('NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [s] } }'),
      ],
    },
    cdk: {
      fails: cdkService(`networkConfiguration: { awsvpcConfiguration: { assignPublicIp: «'ENABLED'» SPREAD} }`),
      passes: cdkService(`networkConfiguration: { awsvpcConfiguration: { assignPublicIp: 'DISABLED' } }`),
    },
  },
  'ecs-old-platform': {
    yaml: {
      fails: [
        service('LaunchType: FARGATE, PlatformVersion: «1.3.0»'),
        `${task('Family: f')}\n${service(`PlatformVersion: '«1.0.0»', TaskDefinition: !Ref Task`)}`,
      ],
      passes: [
        service('PlatformVersion: LATEST'),
        service('PlatformVersion: 1.4.0'),
        service('PlatformVersion: 1.0.0'),
        `${task(windows)}\n${service('PlatformVersion: 1.0.0, TaskDefinition: !Ref Task')}`,
      ],
    },
    cdk: { fails: cdkService(`platformVersion: «'1.3.0'» SPREAD`), passes: cdkService(`platformVersion: '1.4.0'`) },
  },
  'ecs-no-circuit-breaker': {
    yaml: {
      fails: [
        'Service: { Type: «AWS::ECS::Service», Properties: { DesiredCount: 2 } }',
        service('DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: «false», Rollback: false } }'),
      ],
      passes: [
        service('DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } }'),
        service('DeploymentController: { Type: CODE_DEPLOY }'),
        service('DeploymentConfiguration: { Alarms: { Enable: true, Rollback: true, AlarmNames: [a] } }'),
      ],
    },
    cdk: {
      fails: `new ecs.«CfnService»(this, 'S', { desiredCount: 2 SPREAD});`,
      passes: [
        cdkService('deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }'),
        `new ecs.FargateService(this, 'S', { cluster });`,
      ],
    },
  },
  'ecs-shared-role': {
    yaml: {
      fails: [
        `${task('TaskRoleArn: !GetAtt «Role.Arn», ExecutionRoleArn: !GetAtt Role.Arn')}\nRole: { Type: AWS::IAM::Role }`,
        task('TaskRoleArn: «arn:aws:iam::1:role/r», ExecutionRoleArn: arn:aws:iam::1:role/r'),
      ],
      passes: [task('TaskRoleArn: arn:aws:iam::1:role/r, ExecutionRoleArn: arn:aws:iam::1:role/s'), task('ExecutionRoleArn: r')],
      unknown: task('TaskRoleArn: UNKNOWN, ExecutionRoleArn: arn:aws:iam::1:role/r'),
    },
    cdk: { fails: cdkTask(`taskRoleArn: «'r'», executionRoleArn: 'r' SPREAD`), passes: cdkTask(`taskRoleArn: 'r', executionRoleArn: 's'`) },
  },
  'ecs-no-task-role': {
    yaml: {
      fails: [
        'Task: { Type: «AWS::ECS::TaskDefinition», Properties: { Family: f } }',
        'Task: { Type: «AWS::ECS::TaskDefinition», Properties: { RequiresCompatibilities: [EC2] } }',
      ],
      passes: [task('TaskRoleArn: !Ref Role'), task('RequiresCompatibilities: [FARGATE]')],
      unknown: [task('TaskRoleArn: UNKNOWN'), task('RequiresCompatibilities: UNKNOWN')],
    },
    cdk: { fails: cdkBareTask, passes: [cdkTask(`taskRoleArn: 'r'`), `new ecs.Ec2TaskDefinition(this, 'T', {});`] },
  },
};
