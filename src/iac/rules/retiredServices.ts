import { propertyAt } from '../model';
import { isUnset, placesAt, single, spanOf, surely } from './demands';
import type { Rule } from './rule';

type Header = Omit<Rule, 'check'>;

/** A rule about resources of a service that has ended or takes no new customers: each one is reported. */
function retired(header: Omit<Header, 'why'> & { readonly why?: string }, message: string): Rule {
  return {
    why: 'A template that needs it fails in a new account, or everywhere once the service is gone.',
    ...header,
    check: (resource) => [{ span: resource.typeSpan, message }],
  };
}

const greenfield = ['saa-c03/3.2', 'sap-c02/4.4'];

export const retiredServiceRules: readonly Rule[] = [
  retired(
    {
      id: 'opsworks-ended',
      service: 'opsworks',
      title: 'OpsWorks, which has ended',
      severity: 'warning',
      tasks: ['sap-c02/4.4', 'sap-2014/3.1'],
      fact: 'opsworks#ended',
      types: [
        ...['App', 'ElasticLoadBalancerAttachment', 'Instance', 'Layer', 'Stack', 'UserProfile', 'Volume'].map((name) => `AWS::OpsWorks::${name}`),
        'AWS::OpsWorksCM::Server',
      ],
    },
    'OpsWorks ended in May 2024. Use Systems Manager, CodeDeploy and CloudFormation, or containers.',
  ),
  retired(
    {
      id: 'data-pipeline-closed',
      service: 'data-pipeline',
      title: 'Data Pipeline, closed to new customers',
      severity: 'information',
      tasks: ['saa-c03/3.5', 'sap-c02/4.4', 'sap-2014/5.2'],
      fact: 'data-pipeline#successors',
      types: ['AWS::DataPipeline::Pipeline'],
    },
    'Data Pipeline has taken no new customers since July 2024. AWS Glue, Step Functions or Amazon MWAA take its place.',
  ),
  retired(
    {
      id: 'managed-blockchain-closed',
      service: 'managed-blockchain',
      title: 'Managed Blockchain, closed to new customers',
      severity: 'information',
      tasks: ['sap-c02/4.4'],
      fact: 'managed-blockchain#closing',
      types: ['AWS::ManagedBlockchain::Accessor', 'AWS::ManagedBlockchain::Member', 'AWS::ManagedBlockchain::Node'],
    },
    'Managed Blockchain takes no new customers and ends on 29 September 2027.',
  ),
  retired(
    {
      id: 'incident-manager-closed',
      service: 'systems-manager',
      title: 'Incident Manager, closed to new customers',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'sap-c02/4.4'],
      fact: 'systems-manager#change-manager',
      types: ['AWS::SSMIncidents::ReplicationSet', 'AWS::SSMIncidents::ResponsePlan'],
    },
    'Incident Manager takes no new customers. Alarms can start Automation runbooks, and a ticket system can track the incident.',
  ),
  retired(
    {
      id: 'cloud9-closed',
      service: 'aws-toolkit',
      title: 'Cloud9, closed to new customers',
      severity: 'information',
      tasks: ['sap-c02/4.4', 'saa-c03/3.2'],
      fact: 'aws-toolkit#cloud9-closed',
      types: ['AWS::Cloud9::EnvironmentEC2'],
    },
    'Cloud9 takes no new customers. The AWS Toolkits bring its functions into an IDE, and CloudShell gives a shell in the browser.',
  ),
  retired(
    {
      id: 'app-mesh-ended',
      service: 'ecs',
      title: 'App Mesh, which has ended',
      severity: 'warning',
      tasks: greenfield,
      fact: 'ecs#app-mesh-ended',
      types: ['GatewayRoute', 'Mesh', 'Route', 'VirtualGateway', 'VirtualNode', 'VirtualRouter', 'VirtualService'].map((name) => `AWS::AppMesh::${name}`),
    },
    'App Mesh ended on 30 September 2026. ECS Service Connect or VPC Lattice take its place.',
  ),
  retired(
    {
      id: 'evidently-ended',
      service: 'cloudwatch',
      title: 'CloudWatch Evidently, which has ended',
      severity: 'warning',
      tasks: ['sap-c02/4.4', 'sap-c02/3.1'],
      fact: 'cloudwatch#evidently-ended',
      types: ['Experiment', 'Feature', 'Launch', 'Project', 'Segment'].map((name) => `AWS::Evidently::${name}`),
    },
    'Evidently ended in October 2025. AppConfig feature flags take its place.',
  ),
  retired(
    {
      id: 'iot-analytics-ended',
      service: 'iot-core',
      title: 'IoT Analytics, which has ended',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'sap-c02/4.4'],
      fact: 'iot-core#iot-analytics-ended',
      types: ['Channel', 'Dataset', 'Datastore', 'Pipeline'].map((name) => `AWS::IoTAnalytics::${name}`),
    },
    'IoT Analytics ended on 15 December 2025. Send the messages through Firehose or Kinesis to S3, and query them with Athena.',
  ),
  retired(
    {
      id: 'iot-events-ended',
      service: 'iot-core',
      title: 'IoT Events, which has ended',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'sap-c02/4.4'],
      fact: 'iot-core#iot-events-ended',
      types: ['AlarmModel', 'DetectorModel', 'Input'].map((name) => `AWS::IoTEvents::${name}`),
    },
    'IoT Events ended on 20 May 2026. Rules of IoT Core with Lambda or Step Functions take its place.',
  ),
  retired(
    {
      id: 'inspector-classic-ended',
      service: 'guardduty',
      title: 'Inspector Classic, which has ended',
      severity: 'warning',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'guardduty#inspector-classic-ended',
      types: ['AssessmentTarget', 'AssessmentTemplate', 'ResourceGroup'].map((name) => `AWS::Inspector::${name}`),
    },
    'Inspector Classic ended on 20 May 2026. The present Amazon Inspector scans by itself once it is switched on for an account.',
  ),
  retired(
    {
      id: 'kinesis-analytics-sql-ended',
      service: 'managed-flink',
      title: 'Kinesis Data Analytics for SQL, which has ended',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'sap-c02/4.4'],
      fact: 'managed-flink#successor-of-sql',
      types: ['Application', 'ApplicationOutput', 'ApplicationReferenceDataSource'].map((name) => `AWS::KinesisAnalytics::${name}`),
    },
    'SQL applications can neither be created nor run any more. Write the query as Flink SQL in Managed Service for Apache Flink.',
  ),
  single(
    {
      id: 'managed-flink-sql-runtime',
      service: 'managed-flink',
      title: 'SQL runtime, which has ended',
      why: 'Applications in plain SQL can be neither created nor run; Flink SQL does their work.',
      severity: 'warning',
      tasks: ['saa-c03/3.5', 'sap-c02/4.4'],
      fact: 'managed-flink#sql-ended',
      types: ['AWS::KinesisAnalyticsV2::Application'],
    },
    (resource) => {
      const value = propertyAt(resource, 'RuntimeEnvironment')?.value;
      if (!value || !surely(resource, 'RuntimeEnvironment', (runtime) => String(runtime).startsWith('SQL'))) return undefined;
      return { span: spanOf(value), message: 'The SQL runtime has ended. Name a FLINK version, and write the query as Flink SQL.' };
    },
  ),
  {
    id: 'ec2-elastic-graphics',
    service: 'ec2',
    title: 'Elastic Graphics, which has ended',
    why: 'Accelerators of Elastic Graphics have not existed since January 2024.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'sap-c02/4.4'],
    fact: 'ec2#elastic-graphics-ended',
    types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'],
    check: (resource) => {
      const path = resource.type === 'AWS::EC2::Instance' ? 'ElasticGpuSpecifications' : 'LaunchTemplateData.ElasticGpuSpecifications';
      const property = propertyAt(resource, path);
      if (property?.value.kind !== 'list' || placesAt(resource, path).every(isUnset)) return undefined;
      return [{ span: property.nameSpan, message: 'Elastic Graphics ended on 8 January 2024. Use a G instance for graphics.' }];
    },
  },
];
