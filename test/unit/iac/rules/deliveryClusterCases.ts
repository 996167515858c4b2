import type { RuleCase } from './cases';

const cluster = (properties: string): string => `Cluster: { Type: AWS::EKS::Cluster, Properties: { RoleArn: r, ${properties} } }`;
const bareCluster = 'Cluster: { Type: «AWS::EKS::Cluster», Properties: { RoleArn: r } }';
const vpc = (config: string): string => cluster(`ResourcesVpcConfig: { SubnetIds: [s], ${config} }`);
const openCluster = cluster('«ResourcesVpcConfig»: { SubnetIds: [s] }');
const cdkCluster = (properties: string): string => `new eks.CfnCluster(this, 'C', { roleArn: 'r', ${properties} });`;
const cdkBareCluster = `new eks.«CfnCluster»(this, 'C', { roleArn: 'r' SPREAD});`;
const cdkOpenCluster = cdkCluster(`«resourcesVpcConfig»: { subnetIds: ['s'] SPREAD}`);
const cdkVpc = (config: string): string => cdkCluster(`resourcesVpcConfig: { subnetIds: ['s'], ${config} }`);
const cdkL2 = `new eks.Cluster(this, 'C', { version: eks.KubernetesVersion.V1_34 });`;
const nodes = (properties: string): string => `Nodes: { Type: AWS::EKS::Nodegroup, Properties: { ${properties} } }`;
const cdkNodes = (properties: string): string => `new eks.CfnNodegroup(this, 'N', { ${properties} });`;
const logging = (types: string): string => `Logging: { ClusterLogging: { EnabledTypes: [${types}] } }`;
const allLogs = '{ Type: api }, { Type: audit }, { Type: authenticator }, { Type: controllerManager }, { Type: scheduler }';

export const deliveryClusterCases: Readonly<Record<string, RuleCase>> = {
  'eks-public-endpoint': {
    yaml: {
      fails: [bareCluster, openCluster, vpc('EndpointPublicAccess: «true»'), vpc(`EndpointPublicAccess: '«true»'`)],
      passes: [vpc('EndpointPublicAccess: false'), cluster('OutpostConfig: { ControlPlaneInstanceType: m5.large }')],
      unknown: [vpc('EndpointPublicAccess: UNKNOWN'), cluster('ResourcesVpcConfig: UNKNOWN')],
    },
    cdk: {
      fails: [cdkOpenCluster, cdkVpc('endpointPublicAccess: «true»')],
      passes: [cdkVpc('endpointPublicAccess: false'), cdkL2],
      unknown: cdkVpc('endpointPublicAccess: UNKNOWN'),
    },
  },
  'eks-endpoint-open-to-world': {
    yaml: {
      fails: [openCluster, vpc(`PublicAccessCidrs: [192.0.2.0/24, «0.0.0.0/0»]`), vpc('EndpointPublicAccess: true, PublicAccessCidrs: [!Ref «Anywhere»]')],
      passes: [
        vpc('PublicAccessCidrs: [192.0.2.0/24]'),
        vpc('EndpointPublicAccess: false, PublicAccessCidrs: [0.0.0.0/0]'),
        cluster('OutpostConfig: { ControlPlaneInstanceType: m5.large }'),
      ],
      unknown: [vpc('PublicAccessCidrs: UNKNOWN'), vpc('EndpointPublicAccess: UNKNOWN')],
    },
    cdk: {
      fails: [cdkOpenCluster, cdkVpc(`publicAccessCidrs: [«'0.0.0.0/0'»]`)],
      passes: [cdkVpc(`publicAccessCidrs: ['192.0.2.0/24']`), cdkL2],
      unknown: cdkVpc('publicAccessCidrs: UNKNOWN'),
    },
  },
  'eks-secrets-no-own-key': {
    yaml: {
      fails: [bareCluster, cluster('EncryptionConfig: «»[]')],
      passes: cluster('EncryptionConfig: [{ Provider: { KeyArn: !GetAtt Key.Arn }, Resources: [secrets] }]'),
      unknown: cluster('EncryptionConfig: UNKNOWN'),
    },
    cdk: { fails: cdkBareCluster, passes: [cdkCluster(`encryptionConfig: [{ provider: { keyArn: 'k' }, resources: ['secrets'] }]`), cdkL2] },
  },
  'eks-control-plane-logs-off': {
    yaml: {
      fails: [bareCluster, cluster(logging('{ Type: api }').replace('EnabledTypes', '«EnabledTypes»')), cluster('Logging: { «ClusterLogging»: {} }')],
      passes: cluster(logging(allLogs)),
      unknown: [cluster('Logging: UNKNOWN'), cluster(logging('{ Type: api }, { Type: UNKNOWN }')), cluster(logging('UNKNOWN'))],
    },
    cdk: {
      fails: cdkBareCluster,
      passes: [
        cdkCluster(`logging: { clusterLogging: { enabledTypes: [${allLogs.replaceAll('Type', 'type').replace(/type: (\w+)/g, "type: '$1'")}] } }`),
        cdkL2,
      ],
    },
  },
  'eks-unsupported-version': {
    yaml: {
      fails: [cluster(`Version: '«1.29»'`), cluster('Version: «1.30»'), cluster(`Version: '«1.21»'`), nodes(`Version: '«1.28»'`)],
      passes: [cluster(`Version: '1.31'`), cluster(`Version: '1.35'`), cluster('Name: c'), cluster(`Version: '1.4'`)],
    },
    cdk: { fails: cdkCluster(`version: «'1.29'» SPREAD`), passes: [cdkCluster(`version: '1.35'`), cdkL2] },
  },
  'eks-extended-support': {
    yaml: {
      fails: [cluster(`Version: '«1.31»'`), cluster('Version: «1.33»')],
      passes: [
        cluster(`Version: '1.30'`),
        cluster(`Version: '1.34'`),
        cluster(`Version: '1.32', UpgradePolicy: { SupportType: STANDARD }`),
        cluster('Name: c'),
      ],
    },
    cdk: { fails: cdkCluster(`version: «'1.32'» SPREAD`), passes: cdkCluster(`version: '1.34'`) },
  },
  'eks-nodes-open-ssh': {
    yaml: {
      fails: [nodes('«RemoteAccess»: { Ec2SshKey: key }'), nodes('RemoteAccess: { Ec2SshKey: !Ref Unset, SourceSecurityGroups: «»[] }')],
      passes: [
        nodes('RemoteAccess: { Ec2SshKey: key, SourceSecurityGroups: [sg-1] }'),
        nodes('ClusterName: c'),
        nodes('RemoteAccess: !If [Production, !Ref AWS::NoValue, { Ec2SshKey: key }]'),
      ],
      unknown: [nodes('RemoteAccess: UNKNOWN'), nodes('RemoteAccess: { Ec2SshKey: key, SourceSecurityGroups: UNKNOWN }')],
    },
    cdk: {
      fails: cdkNodes(`«remoteAccess»: { ec2SshKey: 'key' SPREAD}`),
      passes: [cdkNodes(`remoteAccess: { ec2SshKey: 'key', sourceSecurityGroups: ['sg-1'] }`), cdkNodes('remoteAccess: { ec2SshKey: props.key }')],
      unknown: cdkNodes('remoteAccess: UNKNOWN'),
    },
  },
  'eks-amazon-linux-2': {
    yaml: {
      fails: [nodes('AmiType: «AL2_x86_64»'), nodes('AmiType: «AL2_ARM_64»')],
      passes: [nodes('AmiType: AL2023_x86_64_STANDARD'), nodes('ClusterName: c')],
    },
    cdk: { fails: cdkNodes(`amiType: «'AL2_x86_64_GPU'» SPREAD`), passes: cdkNodes(`amiType: 'BOTTLEROCKET_x86_64'`) },
  },
  'eks-config-map-access': {
    yaml: {
      fails: [bareCluster, cluster('AccessConfig: { AuthenticationMode: «CONFIG_MAP» }')],
      passes: [cluster('AccessConfig: { AuthenticationMode: API }'), cluster('AccessConfig: { AuthenticationMode: API_AND_CONFIG_MAP }')],
    },
    cdk: { fails: cdkBareCluster, passes: [cdkCluster(`accessConfig: { authenticationMode: 'API' }`), cdkL2] },
  },
  'eks-deletion-protection-off': {
    yaml: {
      fails: [bareCluster, cluster('DeletionProtection: «false»'), cluster('DeletionProtection: !Ref «Off»')],
      passes: [cluster('DeletionProtection: true'), cluster('DeletionProtection: !If [Production, true, false]')],
    },
    cdk: { fails: cdkBareCluster, passes: [cdkCluster('deletionProtection: true'), cdkL2] },
  },
};
