import { always, propertyAt } from '../model';
import { switchedOn, surely } from './demands';
import { isSecretName } from './plainSecrets';
import type { Report, Rule } from './rule';
import { staticName } from './staticNames';

/** Types whose custom name must be free before a replacement can be made, with the property of the name. IAM has a rule of its own. */
const customNames: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::AutoScaling::AutoScalingGroup': 'AutoScalingGroupName',
  'AWS::AutoScaling::LaunchConfiguration': 'LaunchConfigurationName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CodeDeploy::Application': 'ApplicationName',
  'AWS::CodeDeploy::DeploymentConfig': 'DeploymentConfigName',
  'AWS::CodeDeploy::DeploymentGroup': 'DeploymentGroupName',
  'AWS::Config::ConfigRule': 'ConfigRuleName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::EC2::SecurityGroup': 'GroupName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::ECS::Cluster': 'ClusterName',
  'AWS::ElastiCache::CacheCluster': 'ClusterName',
  'AWS::ElasticBeanstalk::Application': 'ApplicationName',
  'AWS::ElasticBeanstalk::Environment': 'EnvironmentName',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'LoadBalancerName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Name',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'Name',
  'AWS::Elasticsearch::Domain': 'DomainName',
  'AWS::Events::Rule': 'Name',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::OpenSearchService::Domain': 'DomainName',
  'AWS::RDS::DBCluster': 'DBClusterIdentifier',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
  'AWS::Redshift::Cluster': 'ClusterIdentifier',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
};

export const cloudformationRules: readonly Rule[] = [
  staticName(
    {
      id: 'cloudformation-explicit-name',
      service: 'cloudformation',
      title: 'Resource with a fixed name',
      why: 'A fixed name stops updates that replace the resource, and a second stack of the same template.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.1', 'sap-2014/3.1'],
      fact: 'cloudformation#custom-names',
    },
    customNames,
    'With a name of your own an update that has to replace this resource fails until you change the name. Let CloudFormation make one unless others rely on it.',
    // Services write to log groups of such names, so these have to be theirs.
    /^\/aws\//,
  ),
  {
    id: 'cloudformation-nested-secret',
    service: 'cloudformation',
    title: 'Secret passed to a nested stack in plain text',
    why: 'The value stands in the outer template for everybody who reads it.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/2.1', 'sap-2014/3.1'],
    fact: 'cloudformation#no-echo',
    types: ['AWS::CloudFormation::Stack'],
    check: (resource) => {
      const parameters = propertyAt(resource, 'Parameters')?.value;
      if (parameters?.kind !== 'map') return undefined;
      return parameters.entries.flatMap(({ name, value }): Report[] => {
        const plain = always(value, (known) => typeof known === 'string' && known !== '' && !/^arn:|\{\{resolve:/.test(known));
        if (!isSecretName(name) || !plain) return [];
        return [
          {
            span: { start: value.start, end: value.end },
            message: `${name} hands a secret over in plain text. Let the nested template refer to Secrets Manager by itself.`,
          },
        ];
      });
    },
  },
  switchedOn(
    {
      id: 'cloudformation-stack-set-drops-resources',
      service: 'cloudformation',
      title: 'Resources deleted when an account moves',
      why: 'An account that is moved to another unit loses what the stack set made there, its data included.',
      severity: 'hint',
      tasks: ['sap-c02/1.4', 'sap-c02/2.1'],
      fact: 'cloudformation#auto-deployment',
      types: ['AWS::CloudFormation::StackSet'],
    },
    {
      path: 'AutoDeployment.RetainStacksOnAccountRemoval',
      when: (resource) => surely(resource, 'AutoDeployment.Enabled', (known) => known === true || known === 'true'),
      message: (how) => `RetainStacksOnAccountRemoval ${how}: accounts that leave the target lose the stacks and what is in them.`,
    },
  ),
];
