import { field, members, namesOf, plain, seconds, something } from '../converters';
import { construct, retained, retainedByDefault, same, simple, unset, type Constructs, type Props } from './construct';

const volumeType = members('EbsDeviceVolumeType', { STANDARD: 'standard', MAGNETIC: 'standard', GP2: 'gp2', GP3: 'gp3', IO1: 'io1', IO2: 'io2' });

const domainProps = (cluster: string): Props => ({
  ...same('domainName'),
  enforceHttps: ['DomainEndpointOptions.EnforceHTTPS', plain],
  tlsSecurityPolicy: ['DomainEndpointOptions.TLSSecurityPolicy', something],
  nodeToNodeEncryption: ['NodeToNodeEncryptionOptions.Enabled', plain],
  encryptionAtRest: ['EncryptionAtRestOptions.Enabled', field('enabled', plain)],
  fineGrainedAccessControl: ['AdvancedSecurityOptions', something],
  logging: ['LogPublishingOptions', something],
  ebs: [
    ['EBSOptions.EBSEnabled', field('enabled', plain)],
    ['EBSOptions.VolumeSize', field('volumeSize', plain)],
    ['EBSOptions.VolumeType', field('volumeType', volumeType)],
  ],
  capacity: [
    [`${cluster}.InstanceCount`, field('dataNodes', plain)],
    [`${cluster}.DedicatedMasterCount`, field('masterNodes', plain)],
    [`${cluster}.DedicatedMasterEnabled`, something],
  ],
  zoneAwareness: [`${cluster}.ZoneAwarenessEnabled`, something],
  vpc: ['VPCOptions', something],
  accessPolicies: ['AccessPolicies', something],
  ...retained,
});

const jobProps: Props = {
  ...same('description'),
  jobName: ['Name', plain],
  glueVersion: ['GlueVersion', something],
  securityConfiguration: ['SecurityConfiguration', something],
};

/** Search, data catalogues, streaming and GraphQL; Kubernetes and custom resources. */
export const analytics: Constructs = {
  'aws-opensearchservice.Domain': construct(
    'OpenSearchService::Domain',
    {
      ...domainProps('ClusterConfig'),
      offPeakWindowEnabled: ['OffPeakWindowOptions.Enabled', plain],
      enableAutoSoftwareUpdate: ['SoftwareUpdateOptions.AutoSoftwareUpdateEnabled', plain],
      version: ['EngineVersion', something],
    },
    retainedByDefault,
  ),
  'aws-elasticsearch.Domain': construct(
    'Elasticsearch::Domain',
    { ...domainProps('ElasticsearchClusterConfig'), version: ['ElasticsearchVersion', something] },
    retainedByDefault,
  ),
  'aws-eks.Cluster': construct('EKS::Cluster'),
  'aws-eks.FargateCluster': construct('EKS::Cluster'),
  'aws-eks.Nodegroup': construct('EKS::Nodegroup', {
    ...same('nodegroupName', 'diskSize', 'releaseVersion'),
    cluster: ['ClusterName', plain],
    minSize: ['ScalingConfig.MinSize', plain],
    maxSize: ['ScalingConfig.MaxSize', plain],
    desiredSize: ['ScalingConfig.DesiredSize', plain],
    capacityType: ['CapacityType', namesOf('CapacityType', 'SPOT', 'ON_DEMAND', 'CAPACITY_BLOCK')],
    amiType: ['AmiType', something],
  }),
  ...Object.fromEntries(
    ['aws-eks', 'aws-eks-v2', 'aws-eks-v2-alpha'].flatMap((module) =>
      Object.entries({
        ...simple(module, {
          ...(module === 'aws-eks' ? {} : { Cluster: 'EKS::Cluster', FargateCluster: 'EKS::Cluster', Nodegroup: 'EKS::Nodegroup' }),
          FargateProfile: 'EKS::FargateProfile',
          Addon: 'EKS::Addon',
          AccessEntry: 'EKS::AccessEntry',
        }),
        [`${module}.KubernetesManifest`]: { type: 'Custom::AWSCDK-EKS-KubernetesResource', props: {}, defaults: {} },
        [`${module}.KubernetesPatch`]: { type: 'Custom::AWSCDK-EKS-KubernetesPatch', props: {}, defaults: {} },
        [`${module}.HelmChart`]: { type: 'Custom::AWSCDK-EKS-HelmChart', props: {}, defaults: {} },
      }),
    ),
  ),
  'aws-appsync.GraphqlApi': construct(
    'AppSync::GraphQLApi',
    {
      ...same('name', 'xrayEnabled', 'queryDepthLimit', 'resolverCountLimit', 'ownerContact'),
      visibility: ['Visibility', namesOf('Visibility', 'GLOBAL', 'PRIVATE')],
      introspectionConfig: ['IntrospectionConfig', namesOf('IntrospectionConfig', 'ENABLED', 'DISABLED')],
      authorizationConfig: ['AuthenticationType', something],
      logConfig: [
        ['LogConfig.CloudWatchLogsRoleArn', something],
        [
          'LogConfig.FieldLogLevel',
          field('fieldLogLevel', members('FieldLogLevel', { NONE: 'NONE', ERROR: 'ERROR', INFO: 'INFO', DEBUG: 'DEBUG', ALL: 'ALL' })),
        ],
      ],
    },
    { AuthenticationType: 'API_KEY', ...unset('XrayEnabled', 'LogConfig.FieldLogLevel', 'LogConfig.CloudWatchLogsRoleArn', 'IntrospectionConfig') },
  ),
  ...simple('aws-appsync', {
    AppsyncFunction: 'AppSync::FunctionConfiguration',
    Resolver: 'AppSync::Resolver',
    DynamoDbDataSource: 'AppSync::DataSource',
    LambdaDataSource: 'AppSync::DataSource',
    HttpDataSource: 'AppSync::DataSource',
    NoneDataSource: 'AppSync::DataSource',
    RdsDataSource: 'AppSync::DataSource',
    EventBridgeDataSource: 'AppSync::DataSource',
    OpenSearchDataSource: 'AppSync::DataSource',
    EventApi: 'AppSync::Api',
    ChannelNamespace: 'AppSync::ChannelNamespace',
  }),
  ...Object.fromEntries(
    ['aws-glue-alpha', 'aws-glue'].flatMap((module) =>
      Object.entries({
        ...simple(module, {
          Database: 'Glue::Database',
          Table: 'Glue::Table',
          S3Table: 'Glue::Table',
          ExternalTable: 'Glue::Table',
          Connection: 'Glue::Connection',
          SecurityConfiguration: 'Glue::SecurityConfiguration',
          Workflow: 'Glue::Workflow',
        }),
        ...Object.fromEntries(
          ['Job', 'PySparkEtlJob', 'PySparkFlexEtlJob', 'PySparkStreamingJob', 'PythonShellJob', 'ScalaSparkEtlJob', 'ScalaSparkStreamingJob'].map((name) => [
            `${module}.${name}`,
            construct('Glue::Job', jobProps),
          ]),
        ),
      }),
    ),
  ),
  'aws-msk-alpha.Cluster': construct('MSK::Cluster', {
    ...same('clusterName'),
    numberOfBrokerNodes: [],
    encryptionInTransit: ['EncryptionInfo', something],
    clientAuthentication: ['ClientAuthentication', something],
    logging: ['LoggingInfo', something],
    monitoring: ['EnhancedMonitoring', something],
    ebsStorageInfo: ['BrokerNodeGroupInfo', something],
    ...retained,
  }),
  ...simple('aws-msk-alpha', { ServerlessCluster: 'MSK::ServerlessCluster' }),
  ...simple('aws-iot-alpha', { TopicRule: 'IoT::TopicRule' }),
  ...simple('aws-sagemaker-alpha', { Model: 'SageMaker::Model', Endpoint: 'SageMaker::Endpoint', EndpointConfig: 'SageMaker::EndpointConfig' }),
  ...simple('aws-route53resolver-alpha', {
    FirewallRuleGroup: 'Route53Resolver::FirewallRuleGroup',
    FirewallDomainList: 'Route53Resolver::FirewallDomainList',
  }),
  '.CustomResource': {
    type: 'AWS::CloudFormation::CustomResource',
    props: { serviceToken: ['ServiceToken', plain], serviceTimeout: ['ServiceTimeout', seconds] },
    defaults: {},
  },
  'custom-resources.AwsCustomResource': { type: 'Custom::AWS', props: {}, defaults: {} },
  'triggers.Trigger': { type: 'Custom::Trigger', props: {}, defaults: {} },
};
