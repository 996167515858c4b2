import type { Span } from '../../syntax/node';
import { propertyOf, type MapValue, type Property, type Resource, type Value } from '../model';

/** For each property of a SAM type the path of the property that it sets on the resource that it becomes. */
type Renames = Readonly<Record<string, string>>;

const functionRenames: Renames = {
  FunctionName: 'FunctionName',
  Runtime: 'Runtime',
  Handler: 'Handler',
  Description: 'Description',
  Timeout: 'Timeout',
  MemorySize: 'MemorySize',
  Environment: 'Environment',
  VpcConfig: 'VpcConfig',
  KmsKeyArn: 'KmsKeyArn',
  ReservedConcurrentExecutions: 'ReservedConcurrentExecutions',
  Architectures: 'Architectures',
  EphemeralStorage: 'EphemeralStorage',
  PackageType: 'PackageType',
  Layers: 'Layers',
  Role: 'Role',
  LoggingConfig: 'LoggingConfig',
  SnapStart: 'SnapStart',
  FileSystemConfigs: 'FileSystemConfigs',
  CodeSigningConfigArn: 'CodeSigningConfigArn',
  CapacityProviderConfig: 'CapacityProviderConfig',
  Tracing: 'TracingConfig.Mode',
};

const tableRenames: Renames = {
  TableName: 'TableName',
  SSESpecification: 'SSESpecification',
  PointInTimeRecoverySpecification: 'PointInTimeRecoverySpecification',
  ProvisionedThroughput: 'ProvisionedThroughput',
};

const restApiRenames: Renames = {
  Name: 'Name',
  Description: 'Description',
  EndpointConfiguration: 'EndpointConfiguration',
  DisableExecuteApiEndpoint: 'DisableExecuteApiEndpoint',
  MinimumCompressionSize: 'MinimumCompressionSize',
  ApiKeySourceType: 'ApiKeySourceType',
  FailOnWarnings: 'FailOnWarnings',
};

const restStageRenames: Renames = {
  StageName: 'StageName',
  TracingEnabled: 'TracingEnabled',
  AccessLogSetting: 'AccessLogSetting',
  MethodSettings: 'MethodSettings',
  CacheClusterEnabled: 'CacheClusterEnabled',
  CacheClusterSize: 'CacheClusterSize',
  CanarySetting: 'CanarySetting',
  Variables: 'Variables',
};

const httpApiRenames: Renames = {
  Name: 'Name',
  Description: 'Description',
  CorsConfiguration: 'CorsConfiguration',
  DisableExecuteApiEndpoint: 'DisableExecuteApiEndpoint',
  FailOnWarnings: 'FailOnWarnings',
};

const httpStageRenames: Renames = {
  StageName: 'StageName',
  AccessLogSettings: 'AccessLogSettings',
  DefaultRouteSettings: 'DefaultRouteSettings',
  RouteSettings: 'RouteSettings',
  StageVariables: 'StageVariables',
};

const stateMachineRenames: Renames = {
  Name: 'StateMachineName',
  Type: 'StateMachineType',
  Role: 'RoleArn',
  Logging: 'LoggingConfiguration',
  Tracing: 'TracingConfiguration',
  Definition: 'Definition',
  DefinitionUri: 'DefinitionS3Location',
  DefinitionSubstitutions: 'DefinitionSubstitutions',
};

/** Properties of an event that its event source mapping has by the same name. */
const mappingProperties = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'FilterCriteria',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'ScalingConfig',
  'StartingPosition',
  'TumblingWindowInSeconds',
] as const;

/**
 * The CloudFormation resources that a SAM resource becomes, with the places of the SAM text and `origin` set; a resource of
 * another type is returned as it is. Names follow SAM's (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html).
 */
export function becomes(resource: Resource): readonly Resource[] {
  if (!resource.type.startsWith('AWS::Serverless::')) return [resource];
  const all = resource.inherited ? merged(resource.inherited, resource.properties) : resource.properties;
  const make = (type: string, properties: MapValue, id = resource.id): Resource => ({ ...resource, id, type, properties, origin: resource });
  switch (resource.type) {
    case 'AWS::Serverless::Function':
      return functionResources(resource, all, make);
    case 'AWS::Serverless::SimpleTable':
      return [make('AWS::DynamoDB::Table', simpleTable(all))];
    case 'AWS::Serverless::Api':
      return [make('AWS::ApiGateway::RestApi', renamed(all, restApiRenames)), make('AWS::ApiGateway::Stage', restStage(all), `${resource.id}Stage`)];
    case 'AWS::Serverless::HttpApi':
      return [
        make('AWS::ApiGatewayV2::Api', withProtocol(renamed(all, httpApiRenames))),
        make('AWS::ApiGatewayV2::Stage', renamed(all, httpStageRenames), `${resource.id}Stage`),
      ];
    case 'AWS::Serverless::StateMachine':
      return [make('AWS::StepFunctions::StateMachine', renamed(all, stateMachineRenames)), ...roleOf(resource, all, make)];
    case 'AWS::Serverless::LayerVersion':
      return [make('AWS::Lambda::LayerVersion', all)];
    case 'AWS::Serverless::Application':
      return [
        make(
          'AWS::CloudFormation::Stack',
          renamed(all, { Parameters: 'Parameters', NotificationARNs: 'NotificationARNs', TimeoutInMinutes: 'TimeoutInMinutes' }),
        ),
      ];
    default:
      return [resource];
  }
}

type Make = (type: string, properties: MapValue, id?: string) => Resource;

function functionResources(resource: Resource, all: MapValue, make: Make): Resource[] {
  const resources = [make('AWS::Lambda::Function', lambdaFunction(all)), ...roleOf(resource, all, make)];
  const url = propertyOf(all, 'FunctionUrlConfig')?.value;
  if (url?.kind === 'map') resources.push(make('AWS::Lambda::Url', withEntry(url, referenceTo(resource, 'TargetFunctionArn')), `${resource.id}Url`));
  const invoke = propertyOf(all, 'EventInvokeConfig')?.value;
  if (invoke?.kind === 'map') {
    const properties = withEntry(invoke, referenceTo(resource, 'FunctionName'));
    resources.push(make('AWS::Lambda::EventInvokeConfig', properties, `${resource.id}EventInvokeConfig`));
  }
  const events = propertyOf(all, 'Events')?.value;
  for (const event of events?.kind === 'map' ? events.entries : []) {
    const mapping = eventSourceMapping(resource, event.value);
    if (mapping) resources.push(make('AWS::Lambda::EventSourceMapping', mapping, resource.id + event.name));
  }
  return resources;
}

function lambdaFunction(all: MapValue): MapValue {
  const properties = renamed(all, functionRenames);
  const queue = propertyOf(all, 'DeadLetterQueue');
  return queue ? withEntry(properties, { name: 'DeadLetterConfig', nameSpan: queue.nameSpan, value: queue.value }) : properties;
}

/** The role that SAM makes where none is named: its policies are those of `Policies`. Policy templates of SAM's own grant no wildcards and are left out. */
function roleOf(resource: Resource, all: MapValue, make: Make): Resource[] {
  const policies = propertyOf(all, 'Policies');
  if (!policies || propertyOf(all, 'Role')) return [];
  const { value, nameSpan } = policies;
  const items = value.kind === 'list' ? value.items : [value];
  const inline = items.flatMap((item): Value[] =>
    item.kind === 'map' && propertyOf(item, 'Statement') ? [mapOf(item, [{ name: 'PolicyDocument', nameSpan, value: item }])] : [],
  );
  const managed = items.filter((item) => item.kind !== 'map' && item.kind !== 'absent');
  const properties = mapOf(value, [
    ...(inline.length > 0 ? [{ name: 'Policies', nameSpan, value: listOf(value, inline) }] : []),
    ...(managed.length > 0 ? [{ name: 'ManagedPolicyArns', nameSpan, value: listOf(value, managed) }] : []),
  ]);
  return [make('AWS::IAM::Role', { ...properties, complete: false }, `${resource.id}Role`)];
}

function eventSourceMapping(resource: Resource, event: Value): MapValue | undefined {
  const type = propertyOf(event, 'Type')?.value;
  const properties = propertyOf(event, 'Properties')?.value;
  if (type?.kind !== 'known' || properties?.kind !== 'map') return undefined;
  const source = propertyOf(properties, type.value === 'SQS' ? 'Queue' : type.value === 'Kinesis' || type.value === 'DynamoDB' ? 'Stream' : '');
  if (!source) return undefined;
  const same = properties.entries.filter(({ name }) => (mappingProperties as readonly string[]).includes(name));
  return mapOf(properties, [...same, named(source, 'EventSourceArn'), referenceTo(resource, 'FunctionName')], properties.complete);
}

function simpleTable(all: MapValue): MapValue {
  const table = renamed(all, tableRenames);
  const key = propertyOf(all, 'PrimaryKey');
  const name = propertyOf(key?.value, 'Name');
  const entries = [...table.entries];
  if (key && name) {
    const element = mapOf(key.value, [named(name, 'AttributeName'), { name: 'KeyType', nameSpan: key.nameSpan, value: known(key.nameSpan, 'HASH') }]);
    entries.push({ name: 'KeySchema', nameSpan: key.nameSpan, value: listOf(key.value, [element]) });
  }
  // Without a capacity SAM's table is paid per request.
  if (table.complete && !propertyOf(all, 'ProvisionedThroughput')) {
    const at = { start: all.start, end: all.start };
    entries.push({ name: 'BillingMode', nameSpan: at, value: known(at, 'PAY_PER_REQUEST') });
  }
  return { ...table, entries };
}

function restStage(all: MapValue): MapValue {
  return renamed(all, restStageRenames);
}

function withProtocol(api: MapValue): MapValue {
  const at = { start: api.start, end: api.start };
  return withEntry(api, { name: 'ProtocolType', nameSpan: at, value: known(at, 'HTTP') });
}

/** The properties that the table names, at the paths that it gives; values are not read before somebody asks for them. */
function renamed(map: MapValue, renames: Renames): MapValue {
  const entries = map.entries.flatMap((property): Property[] => {
    const path = Object.hasOwn(renames, property.name) ? renames[property.name] : undefined;
    if (path === undefined) return [];
    const [first = '', inner] = path.split('.');
    if (inner === undefined) return [named(property, first)];
    const { nameSpan } = property;
    return [{ name: first, nameSpan, value: mapOf({ start: nameSpan.start, end: nameSpan.end }, [named(property, inner)]) }];
  });
  return { ...map, entries };
}

function named(property: Property, name: string): Property {
  if (property.name === name) return property;
  return {
    name,
    nameSpan: property.nameSpan,
    get value(): Value {
      return property.value;
    },
  };
}

/** What a resource of SAM gets from `Globals`: maps are merged, lists joined, anything else is the resource's own if it has it. */
function merged(globals: MapValue, own: MapValue): MapValue {
  const inherited = globals.entries.filter(({ name }) => !propertyOf(own, name));
  const entries = own.entries.map((property): Property => {
    const other = propertyOf(globals, property.name);
    return other
      ? {
          name: property.name,
          nameSpan: property.nameSpan,
          get value(): Value {
            return mergedValue(other.value, property.value);
          },
        }
      : property;
  });
  return { ...own, entries: [...inherited, ...entries], complete: own.complete && globals.complete };
}

function mergedValue(globals: Value, own: Value): Value {
  if (globals.kind === 'map' && own.kind === 'map') return merged(globals, own);
  if (globals.kind === 'list' && own.kind === 'list') return { ...own, items: [...globals.items, ...own.items] };
  return own;
}

function withEntry(map: MapValue, property: Property): MapValue {
  return { ...map, entries: [...map.entries, property] };
}

function referenceTo({ id, idSpan }: Resource, name: string): Property {
  return { name, nameSpan: idSpan, value: { kind: 'reference', target: id, start: idSpan.start, end: idSpan.end } };
}

function mapOf({ start, end }: Span, entries: readonly Property[], complete = true): MapValue {
  return { kind: 'map', entries, complete, start, end };
}

function listOf({ start, end }: Span, items: readonly Value[]): Value {
  return { kind: 'list', items, start, end };
}

function known({ start, end }: Span, value: string): Value {
  return { kind: 'known', value, start, end };
}
