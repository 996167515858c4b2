import { absent } from '../../model';
import { either, field, instanceType, mebibytes, members, namesOf, oneOf, plain, runtime, seconds, something } from '../converters';
import { architectures, containerInsights, cpuCredits } from './computeValues';
import { aside, construct, same, simple, unset, type Construct, type Constructs, type Props } from './construct';

const asyncProps: Props = {
  maxEventAge: [],
  onFailure: [],
  onSuccess: [],
  retryAttempts: [],
};

const functionProps: Props = {
  ...asyncProps,
  ...same('functionName', 'memorySize', 'reservedConcurrentExecutions', 'handler', 'description', 'layers', 'role'),
  runtime: ['Runtime', runtime],
  timeout: ['Timeout', seconds],
  ephemeralStorageSize: ['EphemeralStorage.Size', mebibytes],
  environment: ['Environment.Variables', plain],
  environmentEncryption: ['KmsKeyArn', plain],
  vpc: ['VpcConfig', something],
  tracing: ['TracingConfig.Mode', members('Tracing', { ACTIVE: 'Active', PASS_THROUGH: 'PassThrough', DISABLED: absent })],
  architecture: ['Architectures', architectures],
  deadLetterQueue: ['DeadLetterConfig.TargetArn', plain],
  deadLetterTopic: ['DeadLetterConfig.TargetArn', plain],
  deadLetterQueueEnabled: aside('DeadLetterConfig.TargetArn', something),
  logGroup: ['LoggingConfig.LogGroup', plain],
};

const functionDefaults = {
  Timeout: 3,
  MemorySize: 128,
  ...unset('ReservedConcurrentExecutions', 'EphemeralStorage.Size', 'KmsKeyArn'),
} as const;

const lambdaFunction: Construct = construct('Lambda::Function', functionProps, functionDefaults);

const clusterProps: Props = {
  ...same('clusterName'),
  containerInsights: ['ClusterSettings', containerInsights],
  containerInsightsV2: ['ClusterSettings', containerInsights],
  executeCommandConfiguration: ['Configuration.ExecuteCommandConfiguration', something],
};

const serviceProps: Props = {
  ...same('serviceName', 'desiredCount', 'enableExecuteCommand'),
  taskDefinition: ['TaskDefinition', plain],
  cluster: ['Cluster', plain],
  enableECSManagedTags: ['EnableECSManagedTags', plain],
  minHealthyPercent: ['DeploymentConfiguration.MinimumHealthyPercent', plain],
  maxHealthyPercent: ['DeploymentConfiguration.MaximumPercent', plain],
  healthCheckGracePeriod: ['HealthCheckGracePeriodSeconds', seconds],
  circuitBreaker: ['DeploymentConfiguration.DeploymentCircuitBreaker', something],
  assignPublicIp: ['NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', either('ENABLED', 'DISABLED')],
  platformVersion: [
    'PlatformVersion',
    members('FargatePlatformVersion', {
      LATEST: 'LATEST',
      VERSION1_4: '1.4.0',
      VERSION1_3: '1.3.0',
      VERSION1_2: '1.2.0',
      VERSION1_1: '1.1.0',
      VERSION1_0: '1.0.0',
    }),
  ],
  deploymentController: [
    'DeploymentController.Type',
    field('type', members('DeploymentControllerType', { ECS: 'ECS', CODE_DEPLOY: 'CODE_DEPLOY', EXTERNAL: 'EXTERNAL' })),
  ],
  capacityProviderStrategies: ['CapacityProviderStrategy', plain],
  propagateTags: ['PropagateTags', members('PropagatedTagSource', { SERVICE: 'SERVICE', TASK_DEFINITION: 'TASK_DEFINITION' })],
};

/** Patterns make services, task definitions and load balancers; the service is what they stand for. */
const patternProps: Props = {
  ...same('serviceName', 'enableExecuteCommand', 'desiredCount'),
  ...Object.fromEntries(
    ['assignPublicIp', 'circuitBreaker', 'deploymentController', 'healthCheckGracePeriod', 'maxHealthyPercent', 'minHealthyPercent', 'platformVersion'].flatMap(
      (name) => {
        const setting = serviceProps[name];
        return setting ? [[name, setting] as const] : [];
      },
    ),
  ),
  cpu: [],
  memoryLimitMiB: [],
};
const pattern: Construct = construct('ECS::Service', patternProps);

const taskProps: Props = {
  ...same('family'),
  taskRole: ['TaskRoleArn', plain],
  executionRole: ['ExecutionRoleArn', plain],
  cpu: ['Cpu', plain],
  memoryLimitMiB: ['Memory', plain],
  networkMode: ['NetworkMode', members('NetworkMode', { NONE: 'none', BRIDGE: 'bridge', AWS_VPC: 'awsvpc', HOST: 'host', NAT: absent })],
  ipcMode: ['IpcMode', members('IpcMode', { NONE: 'none', HOST: 'host', TASK: 'task' })],
  pidMode: ['PidMode', members('PidMode', { HOST: 'host', TASK: 'task' })],
  ephemeralStorageGiB: ['EphemeralStorage.SizeInGiB', plain],
  runtimePlatform: [
    ['RuntimePlatform.CpuArchitecture', field('cpuArchitecture', members('CpuArchitecture', { X86_64: 'X86_64', ARM64: 'ARM64' }))],
    ['RuntimePlatform.OperatingSystemFamily', field('operatingSystemFamily', something)],
  ],
  volumes: ['Volumes', something],
};

/** Lambda, ECS, Batch, Auto Scaling and instances. */
export const compute: Constructs = {
  'aws-lambda.Function': lambdaFunction,
  'aws-lambda.DockerImageFunction': construct('Lambda::Function', functionProps, { ...functionDefaults, PackageType: 'Image' }),
  'aws-lambda.SingletonFunction': lambdaFunction,
  'aws-lambda-nodejs.NodejsFunction': lambdaFunction,
  'aws-lambda-python-alpha.PythonFunction': lambdaFunction,
  'aws-lambda-python.PythonFunction': lambdaFunction,
  'aws-lambda-go-alpha.GoFunction': lambdaFunction,
  'aws-lambda-go.GoFunction': lambdaFunction,
  'aws-cloudfront.experimental.EdgeFunction': lambdaFunction,
  'triggers.TriggerFunction': lambdaFunction,
  'aws-lambda.EventSourceMapping': construct(
    'Lambda::EventSourceMapping',
    {
      ...same('batchSize', 'enabled', 'eventSourceArn', 'parallelizationFactor'),
      bisectBatchOnError: ['BisectBatchOnFunctionError', plain],
      maxBatchingWindow: ['MaximumBatchingWindowInSeconds', seconds],
      maxConcurrency: ['ScalingConfig.MaximumConcurrency', plain],
      maxRecordAge: ['MaximumRecordAgeInSeconds', seconds],
      retryAttempts: ['MaximumRetryAttempts', plain],
      tumblingWindow: ['TumblingWindowInSeconds', seconds],
      onFailure: ['DestinationConfig.OnFailure.Destination', something],
      startingPosition: ['StartingPosition', namesOf('StartingPosition', 'TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP')],
      reportBatchItemFailures: ['FunctionResponseTypes', something],
      target: ['FunctionName', plain],
    },
    unset('BatchSize', 'MaximumBatchingWindowInSeconds', 'ParallelizationFactor', 'ScalingConfig.MaximumConcurrency'),
  ),
  'aws-lambda.EventInvokeConfig': construct('Lambda::EventInvokeConfig', {
    maxEventAge: ['MaximumEventAgeInSeconds', seconds],
    retryAttempts: ['MaximumRetryAttempts', plain],
    onFailure: ['DestinationConfig.OnFailure.Destination', something],
    onSuccess: ['DestinationConfig.OnSuccess.Destination', something],
    function: ['FunctionName', plain],
  }),
  'aws-lambda.Alias': construct('Lambda::Alias', {
    ...asyncProps,
    ...same('description'),
    aliasName: ['Name', plain],
    version: ['FunctionVersion', plain],
    provisionedConcurrentExecutions: ['ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions', plain],
  }),
  'aws-lambda.Version': construct('Lambda::Version', {
    ...asyncProps,
    ...same('description', 'codeSha256'),
    lambda: ['FunctionName', plain],
    provisionedConcurrentExecutions: ['ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions', plain],
  }),
  'aws-lambda.FunctionUrl': construct(
    'Lambda::Url',
    {
      function: ['TargetFunctionArn', plain],
      authType: ['AuthType', namesOf('FunctionUrlAuthType', 'AWS_IAM', 'NONE')],
      invokeMode: ['InvokeMode', namesOf('InvokeMode', 'BUFFERED', 'RESPONSE_STREAM')],
      cors: ['Cors', something],
    },
    { AuthType: 'AWS_IAM' },
  ),
  'aws-lambda.LayerVersion': construct('Lambda::LayerVersion', { layerVersionName: ['LayerName', plain], description: ['Description', plain] }),
  ...simple('aws-lambda-python-alpha', { PythonLayerVersion: 'Lambda::LayerVersion' }),
  ...simple('aws-lambda', { CodeSigningConfig: 'Lambda::CodeSigningConfig' }),
  'aws-ecs.Cluster': construct('ECS::Cluster', clusterProps),
  'aws-ecs.FargateTaskDefinition': construct('ECS::TaskDefinition', taskProps, {
    NetworkMode: 'awsvpc',
    Cpu: 256,
    Memory: 512,
    ...unset('PidMode', 'IpcMode'),
  }),
  'aws-ecs.Ec2TaskDefinition': construct(
    'ECS::TaskDefinition',
    { ...taskProps, cpu: [], memoryLimitMiB: [] },
    { NetworkMode: 'bridge', ...unset('PidMode', 'IpcMode') },
  ),
  'aws-ecs.ExternalTaskDefinition': construct('ECS::TaskDefinition', taskProps),
  'aws-ecs.TaskDefinition': construct('ECS::TaskDefinition', taskProps),
  'aws-ecs.FargateService': construct('ECS::Service', serviceProps),
  'aws-ecs.Ec2Service': construct('ECS::Service', { ...serviceProps, daemon: ['SchedulingStrategy', either('DAEMON', 'REPLICA')] }),
  'aws-ecs.ExternalService': construct('ECS::Service', serviceProps),
  'aws-ecs.AsgCapacityProvider': construct('ECS::CapacityProvider', { capacityProviderName: ['Name', plain] }),
  ...Object.fromEntries(
    ['ApplicationLoadBalanced', 'NetworkLoadBalanced', 'ApplicationMultipleTargetGroups', 'NetworkMultipleTargetGroups', 'QueueProcessing'].flatMap((kind) =>
      ['FargateService', 'Ec2Service'].map((launch): [string, Construct] => [`aws-ecs-patterns.${kind}${launch}`, pattern]),
    ),
  ),
  ...simple('aws-ecs-patterns', { ScheduledFargateTask: 'Events::Rule', ScheduledEc2Task: 'Events::Rule' }),
  'aws-autoscaling.AutoScalingGroup': construct('AutoScaling::AutoScalingGroup', {
    ...same('autoScalingGroupName'),
    minCapacity: ['MinSize', plain],
    maxCapacity: ['MaxSize', plain],
    desiredCapacity: ['DesiredCapacity', plain],
    cooldown: ['Cooldown', seconds],
    defaultInstanceWarmup: ['DefaultInstanceWarmup', seconds],
    // Of the launch template or configuration that comes with the group.
    instanceType: ['InstanceType', instanceType()],
    healthCheck: ['HealthCheckType', oneOf({ 'HealthCheck.ec2': 'EC2', 'HealthCheck.elb': 'ELB' })],
    maxInstanceLifetime: ['MaxInstanceLifetime', seconds],
    newInstancesProtectedFromScaleIn: ['NewInstancesProtectedFromScaleIn', plain],
    capacityRebalance: ['CapacityRebalance', plain],
    notifications: ['NotificationConfigurations', something],
    mixedInstancesPolicy: ['MixedInstancesPolicy', something],
  }),
  'aws-autoscaling.ScheduledAction': construct('AutoScaling::ScheduledAction', {
    minCapacity: ['MinSize', plain],
    maxCapacity: ['MaxSize', plain],
    desiredCapacity: ['DesiredCapacity', plain],
  }),
  ...simple('aws-autoscaling', {
    LifecycleHook: 'AutoScaling::LifecycleHook',
    StepScalingPolicy: 'AutoScaling::ScalingPolicy',
    TargetTrackingScalingPolicy: 'AutoScaling::ScalingPolicy',
    StepScalingAction: 'AutoScaling::ScalingPolicy',
    WarmPool: 'AutoScaling::WarmPool',
  }),
  ...simple('aws-applicationautoscaling', {
    StepScalingPolicy: 'ApplicationAutoScaling::ScalingPolicy',
    TargetTrackingScalingPolicy: 'ApplicationAutoScaling::ScalingPolicy',
    StepScalingAction: 'ApplicationAutoScaling::ScalingPolicy',
  }),
  'aws-applicationautoscaling.ScalableTarget': construct('ApplicationAutoScaling::ScalableTarget', {
    ...same('minCapacity', 'maxCapacity', 'scalableDimension', 'resourceId'),
  }),
  'aws-ec2.Instance': construct(
    'EC2::Instance',
    {
      ...same('sourceDestCheck', 'ebsOptimized', 'disableApiTermination', 'privateIpAddress', 'keyName'),
      instanceType: ['InstanceType', instanceType()],
      detailedMonitoring: ['Monitoring', plain],
      creditSpecification: ['CreditSpecification.CPUCredits', cpuCredits],
      httpTokens: ['MetadataOptions.HttpTokens', members('HttpTokens', { OPTIONAL: 'optional', REQUIRED: 'required' })],
      httpPutResponseHopLimit: ['MetadataOptions.HttpPutResponseHopLimit', plain],
      httpEndpoint: ['MetadataOptions.HttpEndpoint', either('enabled', 'disabled')],
      requireImdsv2: aside('MetadataOptions.HttpTokens', something),
      blockDevices: ['BlockDeviceMappings', something],
      machineImage: ['ImageId', something],
      associatePublicIpAddress: [['NetworkInterfaces', something], aside('SubnetId', something)],
    },
    unset('CreditSpecification.CPUCredits', 'Tenancy', 'Monitoring', 'EbsOptimized', 'DisableApiTermination'),
  ),
  'aws-ec2.BastionHostLinux': construct('EC2::Instance', { ...same('availabilityZone'), instanceType: ['InstanceType', instanceType()] }),
  'aws-ec2.LaunchTemplate': construct('EC2::LaunchTemplate', {
    ...same('launchTemplateName'),
    instanceType: ['LaunchTemplateData.InstanceType', instanceType()],
    ebsOptimized: ['LaunchTemplateData.EbsOptimized', plain],
    detailedMonitoring: ['LaunchTemplateData.Monitoring.Enabled', plain],
    disableApiTermination: ['LaunchTemplateData.DisableApiTermination', plain],
    cpuCredits: ['LaunchTemplateData.CreditSpecification.CpuCredits', cpuCredits],
    httpTokens: ['LaunchTemplateData.MetadataOptions.HttpTokens', members('LaunchTemplateHttpTokens', { OPTIONAL: 'optional', REQUIRED: 'required' })],
    httpPutResponseHopLimit: ['LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit', plain],
    httpEndpoint: ['LaunchTemplateData.MetadataOptions.HttpEndpoint', either('enabled', 'disabled')],
    requireImdsv2: aside('LaunchTemplateData.MetadataOptions.HttpTokens', either('required', absent)),
    blockDevices: ['LaunchTemplateData.BlockDeviceMappings', something],
    machineImage: ['LaunchTemplateData.ImageId', something],
  }),
  ...simple('aws-batch', {
    EcsJobDefinition: 'Batch::JobDefinition',
    EksJobDefinition: 'Batch::JobDefinition',
    MultiNodeJobDefinition: 'Batch::JobDefinition',
    FargateComputeEnvironment: 'Batch::ComputeEnvironment',
    ManagedEc2EcsComputeEnvironment: 'Batch::ComputeEnvironment',
    ManagedEc2EksComputeEnvironment: 'Batch::ComputeEnvironment',
    UnmanagedComputeEnvironment: 'Batch::ComputeEnvironment',
    FairshareSchedulingPolicy: 'Batch::SchedulingPolicy',
    JobQueue: 'Batch::JobQueue',
  }),
};
