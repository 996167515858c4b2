import type { RuleCase } from './cases';
import { more, setting, unsure, type Setting } from './settings';

const domain = 'AWS::OpenSearchService::Domain';
const oldDomain = 'AWS::Elasticsearch::Domain';
const notebook = 'AWS::SageMaker::NotebookInstance';
const studio = 'AWS::SageMaker::Domain';
const model = 'AWS::SageMaker::Model';
const endpoint = 'AWS::SageMaker::EndpointConfig';
const workspace = 'AWS::WorkSpaces::Workspace';
const job = 'AWS::Batch::JobDefinition';
const compute = 'AWS::Batch::ComputeEnvironment';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
type Options = Omit<Setting, 'type' | 'path'>;

/** The same setting of a domain, of the current type and of the old one. */
const onDomains = (path: string, rest: Options): RuleCase => setting({ ...rest, type: domain, path }, { ...rest, type: oldDomain, path });
const onClusters = (path: string, rest: Options): RuleCase =>
  setting({ ...rest, type: domain, path: `ClusterConfig.${path}` }, { ...rest, type: oldDomain, path: `ElasticsearchClusterConfig.${path}` });
const it = (type: string, properties: string, mark = false): string => `It: { Type: ${mark ? `«${type}»` : type}, Properties: { ${properties} } }`;
const logs = (kinds: string): string => it(domain, `LogPublishingOptions: { ${kinds} }`);
const open = (rest: string): string => it(domain, `AccessPolicies: { Statement: [{ Effect: Allow, Principal: { AWS: '*' }, Action: 'es:*' }] }${rest}`);
const network = (text: string, type = 'network'): string => it('AWS::OpenSearchServerless::SecurityPolicy', `Name: all, Type: ${type}, Policy: ${text}`);
const container = (place: string, properties: string): string => it(job, `Type: container, ${place.replace('@', properties)}`);
const containers = [
  'ContainerProperties: { @ }',
  'NodeProperties: { NodeRangeProperties: [{ Container: { @ } }] }',
  'EcsProperties: { TaskProperties: [{ Containers: [{ @ }] }] }',
  'NodeProperties: { NodeRangeProperties: [{ EcsProperties: { TaskProperties: [{ Containers: [{ @ }] }] } }] }',
];
const pod = 'EksProperties: { PodProperties: { Containers: [{ @ }] } }';
const statement = (properties: string): string => it('AWS::IoT::Policy', `PolicyDocument: { Statement: [{ Effect: Allow, ${properties} }] }`);
const cdkStatement = (properties: string): string => `new iot.CfnPolicy(this, 'It', { policyDocument: { Statement: [{ Effect: 'Allow', ${properties} }] } });`;

export const searchAndLearningCases: Readonly<Record<string, RuleCase>> = {
  'opensearch-outside-vpc': onDomains('VPCOptions.SubnetIds', { right: [['subnet-1']], absent: 'fails' }),
  'opensearch-policy-open': {
    yaml: {
      fails: [
        open('').replace('Principal:', '«Principal»:'),
        open(', AdvancedSecurityOptions: { Enabled: false }').replace('Principal:', '«Principal»:'),
        open('').replace(domain, oldDomain).replace('Principal:', '«Principal»:'),
      ],
      passes: [
        open(', AdvancedSecurityOptions: { Enabled: true }'),
        it(domain, "AccessPolicies: { Statement: [{ Effect: Allow, Principal: { AWS: '*' }, Condition: { IpAddress: { aws:SourceIp: 192.0.2.0/24 } } }] }"),
      ],
      unknown: [open(', AdvancedSecurityOptions: { Enabled: UNKNOWN }'), it(domain, 'AccessPolicies: UNKNOWN')],
    },
    cdk: {
      fails: `new opensearchservice.CfnDomain(this, 'It', { accessPolicies: { Statement: [{ Effect: 'Allow', «Principal»: '*' SPREAD}] } });`,
      passes: `new opensearchservice.CfnDomain(this, 'It', { accessPolicies: { Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new opensearchservice.CfnDomain(this, 'It', { accessPolicies: UNKNOWN });`,
    },
  },
  'opensearch-no-fine-grained-access': onDomains('AdvancedSecurityOptions.Enabled', { wrong: [false], right: [true], absent: 'fails' }),
  'opensearch-serverless-public': {
    yaml: {
      fails: [network(`'«[{"Rules":[{"ResourceType":"collection"}],"AllowFromPublic":true}]»'`), network(`'«[{"AllowFromPublic": true}]»'`)],
      passes: [
        network(`'[{"AllowFromPublic":false,"SourceVPCEs":["vpce-1"]}]'`),
        network(`'{"AWSOwnedKey":true}'`, 'encryption'),
        network(`'not JSON, "AllowFromPublic":true'`),
      ],
      unknown: [network('UNKNOWN'), network(`'[{"AllowFromPublic":true}]'`, 'UNKNOWN')],
    },
    cdk: {
      fails: `new opensearchserverless.CfnSecurityPolicy(this, 'It', { type: 'network', policy: «'[{"AllowFromPublic":true}]'» SPREAD});`,
      passes: `new opensearchserverless.CfnSecurityPolicy(this, 'It', { type: 'network', policy: '[{"AllowFromPublic":false}]' });`,
    },
  },
  'opensearch-unencrypted': onDomains('EncryptionAtRestOptions.Enabled', { wrong: [false, 'false'], right: [true, 'true'], absent: 'fails' }),
  'opensearch-own-key': {
    yaml: {
      fails: [it(domain, '«EncryptionAtRestOptions»: { Enabled: true }'), it(oldDomain, "EncryptionAtRestOptions: { Enabled: 'true', KmsKeyId: '«»' }")],
      passes: [
        it(domain, `EncryptionAtRestOptions: { Enabled: true, KmsKeyId: '${key}' }`),
        it(domain, 'EncryptionAtRestOptions: { Enabled: false }'),
        it(domain, 'DomainName: a'),
      ],
      unknown: [it(domain, 'EncryptionAtRestOptions: { Enabled: UNKNOWN }'), it(domain, 'EncryptionAtRestOptions: { Enabled: true, KmsKeyId: UNKNOWN }')],
    },
    cdk: {
      fails: `new opensearchservice.CfnDomain(this, 'It', { «encryptionAtRestOptions»: { enabled: true } SPREAD});`,
      passes: `new opensearchservice.CfnDomain(this, 'It', { encryptionAtRestOptions: { enabled: true, kmsKeyId: '${key}' } });`,
      unknown: `new opensearchservice.CfnDomain(this, 'It', { encryptionAtRestOptions: UNKNOWN });`,
    },
  },
  'opensearch-nodes-plaintext': onDomains('NodeToNodeEncryptionOptions.Enabled', { wrong: [false], right: [true], absent: 'fails' }),
  'opensearch-plain-http': onDomains('DomainEndpointOptions.EnforceHTTPS', { wrong: [false, 'false'], right: [true], absent: 'fails' }),
  'opensearch-old-tls': onDomains('DomainEndpointOptions.TLSSecurityPolicy', {
    wrong: ['Policy-Min-TLS-1-0-2019-07'],
    right: ['Policy-Min-TLS-1-2-2019-07', 'Policy-Min-TLS-1-2-PFS-2023-10'],
    absent: 'fails',
  }),
  'opensearch-audit-logs-off': onDomains('LogPublishingOptions.AUDIT_LOGS.Enabled', { wrong: [false], right: [true], absent: 'fails' }),
  'opensearch-error-logs-off': onDomains('LogPublishingOptions.ES_APPLICATION_LOGS.Enabled', { wrong: [false], right: [true], absent: 'fails' }),
  'opensearch-slow-logs-off': {
    yaml: {
      fails: [
        it(domain, 'DomainName: a', true),
        logs('SEARCH_SLOW_LOGS: { Enabled: true }, INDEX_SLOW_LOGS: { Enabled: «false» }'),
        logs('SEARCH_SLOW_LOGS: { Enabled: true }').replace('LogPublishingOptions', '«LogPublishingOptions»'),
      ],
      passes: logs("SEARCH_SLOW_LOGS: { Enabled: true }, INDEX_SLOW_LOGS: { Enabled: 'true' }"),
      unknown: [it(domain, 'LogPublishingOptions: UNKNOWN'), logs('SEARCH_SLOW_LOGS: { Enabled: true }, INDEX_SLOW_LOGS: UNKNOWN')],
    },
    cdk: {
      fails: `new opensearchservice.«CfnDomain»(this, 'It', { domainName: 'a' SPREAD});`,
      passes: `new opensearchservice.CfnDomain(this, 'It', { logPublishingOptions: { SEARCH_SLOW_LOGS: { enabled: true }, INDEX_SLOW_LOGS: { enabled: true } } });`,
      unknown: `new opensearchservice.CfnDomain(this, 'It', { logPublishingOptions: UNKNOWN });`,
    },
  },
  'opensearch-auto-update-off': setting({
    type: domain,
    path: 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
    wrong: [false],
    right: [true],
    absent: 'fails',
  }),
  'opensearch-old-volumes': onDomains('EBSOptions.VolumeType', { wrong: ['gp2', 'standard'], right: ['gp3', 'io1'], absent: 'passes' }),
  'opensearch-old-engine': setting({ type: oldDomain, path: 'ElasticsearchVersion', wrong: ['1.5', '5.6', 2.3], right: ['7.10', 6.8], absent: 'fails' }),
  'opensearch-no-dedicated-masters': more(onClusters('DedicatedMasterEnabled', { wrong: [false], right: [], absent: 'fails' }), {
    yaml: {
      fails: [
        it(domain, '«ClusterConfig»: { DedicatedMasterEnabled: true }'),
        it(domain, 'ClusterConfig: { DedicatedMasterEnabled: true, DedicatedMasterCount: «2» }'),
      ],
      passes: it(domain, "ClusterConfig: { DedicatedMasterEnabled: true, DedicatedMasterCount: '3' }"),
      unknown: it(domain, 'ClusterConfig: { DedicatedMasterEnabled: true, DedicatedMasterCount: UNKNOWN }'),
    },
    cdk: { passes: `new opensearchservice.CfnDomain(this, 'It', { clusterConfig: { dedicatedMasterEnabled: true, dedicatedMasterCount: 3 } });` },
  }),
  'opensearch-one-zone': more(onClusters('ZoneAwarenessEnabled', { wrong: [false], right: [true], absent: 'fails' }), {
    yaml: {
      passes: it(domain, 'ClusterConfig: { MultiAZWithStandbyEnabled: true }'),
      unknown: it(domain, 'ClusterConfig: { MultiAZWithStandbyEnabled: UNKNOWN }'),
    },
    cdk: { passes: `new opensearchservice.CfnDomain(this, 'It', { clusterConfig: { multiAzWithStandbyEnabled: true } });` },
  }),
  'opensearch-few-data-nodes': onClusters('InstanceCount', { wrong: [1, '2'], right: [3, '4'], absent: 'fails' }),
  'sagemaker-notebook-internet': setting({ type: notebook, path: 'DirectInternetAccess', wrong: ['Enabled'], right: ['Disabled'], absent: 'fails' }),
  'sagemaker-notebook-root': setting({ type: notebook, path: 'RootAccess', wrong: ['Enabled'], right: ['Disabled'], absent: 'fails' }),
  'sagemaker-notebook-own-key': setting({ type: notebook, path: 'KmsKeyId', wrong: [''], right: [key], absent: 'fails' }),
  'sagemaker-notebook-outside-vpc': setting({ type: notebook, path: 'SubnetId', wrong: [''], right: ['subnet-1'], absent: 'fails' }),
  'sagemaker-notebook-imds-v1': setting({
    type: notebook,
    path: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
    wrong: ['1', 1],
    right: ['2', 2],
    absent: 'fails',
  }),
  'sagemaker-domain-internet': setting({ type: studio, path: 'AppNetworkAccessType', wrong: ['PublicInternetOnly'], right: ['VpcOnly'], absent: 'fails' }),
  'sagemaker-domain-own-key': setting({ type: studio, path: 'KmsKeyId', wrong: [''], right: [key], absent: 'fails' }),
  'sagemaker-endpoint-own-key': setting({
    type: endpoint,
    path: 'KmsKeyId',
    wrong: [''],
    right: [key],
    absent: 'fails',
    beside: { ProductionVariants: [{ ModelName: 'a' }] },
    exempt: [{ ProductionVariants: [{ ServerlessConfig: { MaxConcurrency: 1 } }] }],
  }),
  'sagemaker-endpoint-one-instance': setting({
    type: endpoint,
    path: 'ProductionVariants.*.InitialInstanceCount',
    wrong: [1, '1'],
    right: [2],
    absent: 'passes',
  }),
  'sagemaker-model-not-isolated': setting({ type: model, path: 'EnableNetworkIsolation', wrong: [false], right: [true], absent: 'fails' }),
  'sagemaker-model-outside-vpc': setting({
    type: model,
    path: 'VpcConfig.Subnets',
    right: [['subnet-1']],
    absent: 'fails',
    exempt: [{ EnableNetworkIsolation: true }, { EnableNetworkIsolation: unsure }],
  }),
  'workspaces-root-unencrypted': setting({ type: workspace, path: 'RootVolumeEncryptionEnabled', wrong: [false, 'false'], right: [true], absent: 'fails' }),
  'workspaces-user-unencrypted': setting({ type: workspace, path: 'UserVolumeEncryptionEnabled', wrong: [false], right: [true, 'true'], absent: 'fails' }),
  'batch-privileged': {
    yaml: {
      fails: [...containers.map((place) => container(place, 'Privileged: «true»')), container(pod, 'SecurityContext: { Privileged: «true» }')],
      passes: [...containers.map((place) => container(place, 'Privileged: false')), it(job, 'Type: container')],
    },
    cdk: {
      fails: `new batch.CfnJobDefinition(this, 'It', { containerProperties: { privileged: «true» SPREAD} });`,
      passes: `new batch.CfnJobDefinition(this, 'It', { containerProperties: { privileged: false } });`,
    },
  },
  'batch-environment-secret': {
    yaml: {
      fails: [
        ...containers.map((place) => container(place, 'Environment: [{ Name: DB_PASSWORD, Value: «hunter2!» }, { Name: STAGE, Value: prod }]')),
        container(pod, 'Env: [{ Name: API_TOKEN, Value: «abcdef» }]'),
      ],
      passes: [container(containers[0] ?? '', 'Secrets: [{ Name: DB_PASSWORD, ValueFrom: !Ref Unset }], Environment: [{ Name: SECRET_NAME, Value: db }]')],
    },
    cdk: {
      fails: `new batch.CfnJobDefinition(this, 'It', { containerProperties: { environment: [{ name: 'DB_PASSWORD', value: «'hunter2!'» SPREAD}] } });`,
      passes: `new batch.CfnJobDefinition(this, 'It', { containerProperties: { environment: [{ name: 'STAGE', value: 'prod' }] } });`,
    },
  },
  'batch-public-address': setting({
    type: job,
    path: 'ContainerProperties.NetworkConfiguration.AssignPublicIp',
    wrong: ['ENABLED'],
    right: ['DISABLED'],
    absent: 'passes',
  }),
  'batch-spot-best-fit': {
    yaml: {
      fails: [it(compute, '«ComputeResources»: { Type: SPOT }'), it(compute, 'ComputeResources: { Type: SPOT, AllocationStrategy: «BEST_FIT» }')],
      passes: [
        it(compute, 'ComputeResources: { Type: SPOT, AllocationStrategy: SPOT_PRICE_CAPACITY_OPTIMIZED }'),
        it(compute, 'ComputeResources: { Type: EC2 }'),
      ],
      unknown: [it(compute, 'ComputeResources: { Type: UNKNOWN }'), it(compute, 'ComputeResources: { Type: SPOT, AllocationStrategy: UNKNOWN }')],
    },
    cdk: {
      fails: `new batch.CfnComputeEnvironment(this, 'It', { computeResources: { type: 'SPOT', allocationStrategy: «'BEST_FIT'» SPREAD} });`,
      passes: `new batch.CfnComputeEnvironment(this, 'It', { computeResources: { type: 'FARGATE_SPOT' } });`,
    },
  },
  'iot-core-policy-wildcard-action': {
    yaml: {
      fails: [statement("Action: '«*»'"), statement("Action: [iot:Connect, '«iot:*»']")],
      passes: [statement('Action: [iot:Connect]'), statement("Action: '*'").replace('Allow', 'Deny')],
    },
    cdk: { fails: cdkStatement(`Action: «'iot:*'» SPREAD`), passes: cdkStatement(`Action: 'iot:Publish'`) },
  },
  'iot-core-policy-wildcard-resource': {
    yaml: {
      fails: [statement("Resource: '«*»'"), statement("Resource: [arn, '«*»']")],
      passes: [statement('Resource: [arn:aws:iot:eu-west-1:111122223333:topic/a]'), statement("Resource: '*'").replace('Allow', 'Deny')],
    },
    cdk: { fails: cdkStatement(`Resource: «'*'» SPREAD`), passes: cdkStatement(`Resource: 'arn'`) },
  },
  'iot-core-rule-no-error-action': setting({
    type: 'AWS::IoT::TopicRule',
    path: 'TopicRulePayload.ErrorAction',
    right: [{ Sqs: { QueueUrl: 'url' } }],
    absent: 'fails',
  }),
  'ses-tls-optional': setting({
    type: 'AWS::SES::ConfigurationSet',
    path: 'DeliveryOptions.TlsPolicy',
    wrong: ['OPTIONAL', 'Optional'],
    right: ['REQUIRE', 'Require'],
    absent: 'fails',
  }),
  'ses-receipt-tls-optional': setting({ type: 'AWS::SES::ReceiptRule', path: 'Rule.TlsPolicy', wrong: ['Optional'], right: ['Require'], absent: 'fails' }),
  'ses-receipt-unscanned': setting({ type: 'AWS::SES::ReceiptRule', path: 'Rule.ScanEnabled', wrong: [false], right: [true], absent: 'fails' }),
};
