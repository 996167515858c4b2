import { field, listOf, members, minutes, namesOf, oneOf, plain, seconds, something } from '../converters';
import { buildEnvironment, cacheBehaviour, cdnPriceClass, cdnProtocol, corsPreflight, endpointTypes } from './deliveryValues';
import { aside, construct, retained, same, simple, unset, type Construct, type Constructs, type Props } from './construct';

const restApiProps: Props = {
  ...same('description', 'disableExecuteApiEndpoint', 'binaryMediaTypes'),
  restApiName: ['Name', plain],
  endpointTypes: ['EndpointConfiguration.Types', listOf(endpointTypes)],
  endpointConfiguration: ['EndpointConfiguration.Types', field('types', listOf(endpointTypes))],
  policy: ['Policy', something],
  minimumCompressionSize: ['MinimumCompressionSize', plain],
  minCompressionSize: ['MinimumCompressionSize', something],
  apiKeySourceType: ['ApiKeySourceType', namesOf('ApiKeySourceType', 'HEADER', 'AUTHORIZER')],
  // These are of the deployment, the stage and the methods that the construct makes too.
  deploy: [],
  deployOptions: [],
};
const restApi: Construct = construct('ApiGateway::RestApi', restApiProps);

const httpApiProps: Props = {
  ...same('description', 'disableExecuteApiEndpoint'),
  apiName: ['Name', plain],
  corsPreflight: ['CorsConfiguration', corsPreflight],
};
const httpApi: Construct = construct('ApiGatewayV2::Api', httpApiProps, { ProtocolType: 'HTTP' });
const webSocketApi: Construct = construct('ApiGatewayV2::Api', httpApiProps, { ProtocolType: 'WEBSOCKET' });

const stageProps: Props = { ...same('stageName', 'autoDeploy', 'description'), httpApi: ['ApiId', plain], webSocketApi: ['ApiId', plain] };

const v2 = (module: string): Constructs => ({
  [`${module}.HttpApi`]: httpApi,
  [`${module}.WebSocketApi`]: webSocketApi,
  [`${module}.HttpStage`]: construct('ApiGatewayV2::Stage', stageProps),
  [`${module}.WebSocketStage`]: construct('ApiGatewayV2::Stage', stageProps),
  [`${module}.HttpRoute`]: construct('ApiGatewayV2::Route', { httpApi: ['ApiId', plain] }),
  [`${module}.WebSocketRoute`]: construct('ApiGatewayV2::Route', { webSocketApi: ['ApiId', plain] }),
  ...simple(module, {
    HttpAuthorizer: 'ApiGatewayV2::Authorizer',
    WebSocketAuthorizer: 'ApiGatewayV2::Authorizer',
    HttpIntegration: 'ApiGatewayV2::Integration',
    WebSocketIntegration: 'ApiGatewayV2::Integration',
    VpcLink: 'ApiGatewayV2::VpcLink',
    DomainName: 'ApiGatewayV2::DomainName',
    ApiMapping: 'ApiGatewayV2::ApiMapping',
  }),
});

const projectProps: Props = {
  ...same('description', 'concurrentBuildLimit'),
  projectName: ['Name', plain],
  badge: ['BadgeEnabled', plain],
  encryptionKey: ['EncryptionKey', plain],
  timeout: ['TimeoutInMinutes', minutes],
  queuedTimeout: ['QueuedTimeoutInMinutes', minutes],
  environment: buildEnvironment,
  environmentVariables: ['Environment.EnvironmentVariables', something],
  source: ['Source', something],
  artifacts: ['Artifacts', something],
  secondaryArtifacts: ['SecondaryArtifacts', something],
  secondarySources: ['SecondarySources', something],
  logging: ['LogsConfig', something],
  cache: ['Cache', something],
  visibility: ['Visibility', members('ProjectVisibility', { PUBLIC_READ: 'PUBLIC_READ', PRIVATE: 'PRIVATE' })],
};

const rollbackProps: Props = {
  ...same('deploymentGroupName'),
  application: ['ApplicationName', plain],
  autoRollback: ['AutoRollbackConfiguration', something],
  alarms: ['AlarmConfiguration', something],
  deploymentConfig: ['DeploymentConfigName', something],
};

/** APIs, content delivery, and how code comes to run: builds, pipelines, deployments, custom resources. */
export const delivery: Constructs = {
  'aws-apigateway.RestApi': restApi,
  'aws-apigateway.LambdaRestApi': restApi,
  'aws-apigateway.StepFunctionsRestApi': restApi,
  'aws-apigateway.SpecRestApi': construct('ApiGateway::RestApi', { ...restApiProps, apiDefinition: ['Body', something] }),
  'aws-apigateway.Stage': construct(
    'ApiGateway::Stage',
    {
      ...same('stageName', 'tracingEnabled', 'clientCertificateId', 'description', 'documentationVersion', 'variables'),
      deployment: ['DeploymentId', plain],
      accessLogDestination: ['AccessLogSetting.DestinationArn', something],
      cacheClusterEnabled: ['CacheClusterEnabled', plain],
      cacheClusterSize: ['CacheClusterSize', plain],
      cachingEnabled: aside('MethodSettings', something),
      cacheDataEncrypted: aside('MethodSettings', something),
      cacheTtl: aside('MethodSettings', something),
      dataTraceEnabled: aside('MethodSettings', something),
      loggingLevel: aside('MethodSettings', something),
      metricsEnabled: aside('MethodSettings', something),
      throttlingBurstLimit: aside('MethodSettings', something),
      throttlingRateLimit: aside('MethodSettings', something),
      methodOptions: aside('MethodSettings', something),
    },
    { StageName: 'prod', ...unset('TracingEnabled', 'AccessLogSetting.DestinationArn', 'ClientCertificateId') },
  ),
  'aws-apigateway.Deployment': construct('ApiGateway::Deployment', { api: ['RestApiId', plain] }),
  'aws-apigateway.Resource': construct('ApiGateway::Resource', { ...same('pathPart'), parent: ['ParentId', something] }),
  'aws-apigateway.ProxyResource': construct('ApiGateway::Resource', { parent: ['ParentId', something] }, { PathPart: '{proxy+}' }),
  'aws-apigateway.Method': construct('ApiGateway::Method', { ...same('httpMethod'), resource: ['ResourceId', plain] }),
  'aws-apigateway.CognitoUserPoolsAuthorizer': construct(
    'ApiGateway::Authorizer',
    { resultsCacheTtl: ['AuthorizerResultTtlInSeconds', seconds] },
    { Type: 'COGNITO_USER_POOLS' },
  ),
  'aws-apigateway.TokenAuthorizer': construct('ApiGateway::Authorizer', { resultsCacheTtl: ['AuthorizerResultTtlInSeconds', seconds] }, { Type: 'TOKEN' }),
  'aws-apigateway.RequestAuthorizer': construct('ApiGateway::Authorizer', { resultsCacheTtl: ['AuthorizerResultTtlInSeconds', seconds] }, { Type: 'REQUEST' }),
  'aws-apigateway.DomainName': construct('ApiGateway::DomainName', {
    ...same('domainName'),
    securityPolicy: ['SecurityPolicy', members('SecurityPolicy', { TLS_1_0: 'TLS_1_0', TLS_1_2: 'TLS_1_2' })],
  }),
  'aws-apigateway.UsagePlan': construct('ApiGateway::UsagePlan', {
    name: ['UsagePlanName', plain],
    throttle: ['Throttle', plain],
    quota: ['Quota', something],
  }),
  'aws-apigateway.ApiKey': construct('ApiGateway::ApiKey', { apiKeyName: ['Name', plain], enabled: ['Enabled', plain] }),
  ...simple('aws-apigateway', {
    RateLimitedApiKey: 'ApiGateway::ApiKey',
    VpcLink: 'ApiGateway::VpcLink',
    Model: 'ApiGateway::Model',
    RequestValidator: 'ApiGateway::RequestValidator',
    GatewayResponse: 'ApiGateway::GatewayResponse',
    BasePathMapping: 'ApiGateway::BasePathMapping',
  }),
  ...v2('aws-apigatewayv2'),
  ...v2('aws-apigatewayv2-alpha'),
  'aws-cloudfront.Distribution': construct(
    'CloudFront::Distribution',
    {
      comment: ['DistributionConfig.Comment', plain],
      enabled: ['DistributionConfig.Enabled', plain],
      enableIpv6: ['DistributionConfig.IPV6Enabled', plain],
      defaultBehavior: ['DistributionConfig.DefaultCacheBehavior', cacheBehaviour],
      additionalBehaviors: ['DistributionConfig.CacheBehaviors', something],
      minimumProtocolVersion: ['DistributionConfig.ViewerCertificate.MinimumProtocolVersion', cdnProtocol],
      certificate: ['DistributionConfig.ViewerCertificate.AcmCertificateArn', plain],
      sslSupportMethod: ['DistributionConfig.ViewerCertificate.SslSupportMethod', members('SSLMethod', { SNI: 'sni-only', VIP: 'vip' })],
      priceClass: ['DistributionConfig.PriceClass', cdnPriceClass],
      defaultRootObject: ['DistributionConfig.DefaultRootObject', plain],
      domainNames: ['DistributionConfig.Aliases', plain],
      webAclId: ['DistributionConfig.WebACLId', plain],
      geoRestriction: [
        'DistributionConfig.Restrictions.GeoRestriction.RestrictionType',
        oneOf({ 'GeoRestriction.allowlist': 'whitelist', 'GeoRestriction.denylist': 'blacklist' }),
      ],
      httpVersion: ['DistributionConfig.HttpVersion', members('HttpVersion', { HTTP1_1: 'http1.1', HTTP2: 'http2', HTTP2_AND_3: 'http2and3', HTTP3: 'http3' })],
      enableLogging: aside('DistributionConfig.Logging', something),
      logBucket: ['DistributionConfig.Logging', something],
      logFilePrefix: aside('DistributionConfig.Logging', something),
      logIncludesCookies: aside('DistributionConfig.Logging', something),
      errorResponses: ['DistributionConfig.CustomErrorResponses', something],
    },
    unset('DistributionConfig.DefaultRootObject', 'DistributionConfig.Restrictions.GeoRestriction.RestrictionType'),
  ),
  'aws-cloudfront.CachePolicy': construct('CloudFront::CachePolicy', {
    defaultTtl: ['CachePolicyConfig.DefaultTTL', seconds],
    minTtl: ['CachePolicyConfig.MinTTL', seconds],
    maxTtl: ['CachePolicyConfig.MaxTTL', seconds],
    cachePolicyName: ['CachePolicyConfig.Name', plain],
    comment: ['CachePolicyConfig.Comment', plain],
  }),
  ...simple('aws-cloudfront', {
    CloudFrontWebDistribution: 'CloudFront::Distribution',
    OriginAccessIdentity: 'CloudFront::CloudFrontOriginAccessIdentity',
    S3OriginAccessControl: 'CloudFront::OriginAccessControl',
    FunctionUrlOriginAccessControl: 'CloudFront::OriginAccessControl',
    OriginRequestPolicy: 'CloudFront::OriginRequestPolicy',
    ResponseHeadersPolicy: 'CloudFront::ResponseHeadersPolicy',
    Function: 'CloudFront::Function',
    KeyGroup: 'CloudFront::KeyGroup',
    KeyValueStore: 'CloudFront::KeyValueStore',
    PublicKey: 'CloudFront::PublicKey',
    RealtimeLogConfig: 'CloudFront::RealtimeLogConfig',
    VpcOrigin: 'CloudFront::VpcOrigin',
  }),
  'aws-codebuild.Project': construct('CodeBuild::Project', projectProps),
  'aws-codebuild.PipelineProject': construct('CodeBuild::Project', projectProps),
  'aws-codebuild.ReportGroup': construct('CodeBuild::ReportGroup', { reportGroupName: ['Name', plain], ...retained }),
  ...simple('aws-codebuild', {
    GitHubSourceCredentials: 'CodeBuild::SourceCredential',
    GitHubEnterpriseSourceCredentials: 'CodeBuild::SourceCredential',
    BitBucketSourceCredentials: 'CodeBuild::SourceCredential',
  }),
  'aws-codepipeline.Pipeline': construct('CodePipeline::Pipeline', {
    pipelineName: ['Name', plain],
    pipelineType: ['PipelineType', namesOf('PipelineType', 'V1', 'V2')],
    executionMode: ['ExecutionMode', namesOf('ExecutionMode', 'QUEUED', 'SUPERSEDED', 'PARALLEL')],
    artifactBucket: ['ArtifactStore', something],
    stages: ['Stages', something],
  }),
  'pipelines.CodePipeline': construct('CodePipeline::Pipeline', { pipelineName: ['Name', plain] }),
  'aws-codecommit.Repository': construct('CodeCommit::Repository', {
    ...same('repositoryName'),
    description: ['RepositoryDescription', plain],
    kmsKey: ['KmsKeyId', plain],
  }),
  'aws-codedeploy.ServerDeploymentGroup': construct('CodeDeploy::DeploymentGroup', rollbackProps),
  'aws-codedeploy.LambdaDeploymentGroup': construct('CodeDeploy::DeploymentGroup', rollbackProps),
  'aws-codedeploy.EcsDeploymentGroup': construct('CodeDeploy::DeploymentGroup', rollbackProps),
  ...simple('aws-codedeploy', {
    ServerApplication: 'CodeDeploy::Application',
    LambdaApplication: 'CodeDeploy::Application',
    EcsApplication: 'CodeDeploy::Application',
    ServerDeploymentConfig: 'CodeDeploy::DeploymentConfig',
    LambdaDeploymentConfig: 'CodeDeploy::DeploymentConfig',
    EcsDeploymentConfig: 'CodeDeploy::DeploymentConfig',
    CustomLambdaDeploymentConfig: 'CodeDeploy::DeploymentConfig',
  }),
  ...simple('aws-codestarnotifications', { NotificationRule: 'CodeStarNotifications::NotificationRule' }),
  ...simple('aws-amplify-alpha', { App: 'Amplify::App', Branch: 'Amplify::Branch', Domain: 'Amplify::Domain' }),
  ...simple('aws-appconfig', {
    Application: 'AppConfig::Application',
    Environment: 'AppConfig::Environment',
    HostedConfiguration: 'AppConfig::ConfigurationProfile',
    SourcedConfiguration: 'AppConfig::ConfigurationProfile',
    DeploymentStrategy: 'AppConfig::DeploymentStrategy',
  }),
  ...simple('aws-servicecatalog', {
    Portfolio: 'ServiceCatalog::Portfolio',
    CloudFormationProduct: 'ServiceCatalog::CloudFormationProduct',
    TagOptions: 'ServiceCatalog::TagOption',
  }),
  ...simple('aws-servicecatalog-alpha', { Portfolio: 'ServiceCatalog::Portfolio', CloudFormationProduct: 'ServiceCatalog::CloudFormationProduct' }),
};
