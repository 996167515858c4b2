import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { ResourceTypeNames } from '../iac/resourceTypes';

/** Types of SAM with their properties, which are not in AWS's database (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html). */
const serverless: Readonly<Record<string, string>> = {
  Api: 'AccessLogSetting AlwaysDeploy ApiKeySourceType Auth BinaryMediaTypes CacheClusterEnabled CacheClusterSize CanarySetting Cors DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint Domain EndpointConfiguration FailOnWarnings GatewayResponses MergeDefinitions MethodSettings MinimumCompressionSize Mode Models Name OpenApiVersion PropagateTags StageName Tags TracingEnabled Variables',
  Application: 'Location NotificationARNs Parameters Tags TimeoutInMinutes',
  Connector: 'Destination Permissions Source SourceReference',
  Function:
    'Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256 CapacityProviderConfig CodeSigningConfigArn CodeUri DeadLetterQueue DeploymentPreference Description Environment EphemeralStorage EventInvokeConfig Events FileSystemConfigs FunctionName FunctionUrlConfig Handler ImageConfig ImageUri InlineCode KmsKeyArn Layers LoggingConfig MemorySize PackageType PermissionsBoundary Policies PropagateTags ProvisionedConcurrencyConfig RecursiveLoop ReservedConcurrentExecutions Role RolePath Runtime RuntimeManagementConfig SnapStart SourceKMSKeyArn Tags Timeout Tracing VersionDescription VpcConfig',
  GraphQLApi: 'ApiKeys Auth Cache DataSources DomainName Functions Logging Name Resolvers SchemaInline SchemaUri Tags Visibility XrayEnabled',
  HttpApi:
    'AccessLogSettings Auth CorsConfiguration DefaultRouteSettings DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint Domain FailOnWarnings Name PropagateTags RouteSettings StageName StageVariables Tags',
  LayerVersion: 'CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName LicenseInfo RetentionPolicy',
  SimpleTable: 'PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput SSESpecification TableName Tags',
  StateMachine:
    'AutoPublishAlias Definition DefinitionSubstitutions DefinitionUri DeploymentPreference Events Logging Name PermissionsBoundary Policies PropagateTags Role RolePath Tags Tracing Type UseAliasAsEventTarget',
};

/** The compact table behind `ResourceTypes`, from AWS's database of resource types (15 MB, read in about half a second). */
export function resourceTypeNames(): ResourceTypeNames {
  const names: Record<string, Record<string, string>> = { Serverless: { ...serverless } };
  for (const { cloudFormationType, properties } of loadAwsServiceSpecSync().all('resource')) {
    const [vendor, namespace, name] = cloudFormationType.split('::');
    if (vendor !== 'AWS' || !namespace || !name) continue;
    (names[namespace] ??= {})[name] = Object.keys(properties).join(' ');
  }
  return names;
}
