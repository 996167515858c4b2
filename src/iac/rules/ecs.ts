import { propertyAt, propertyOf, type Resource } from '../model';
import { demand, isUnset, literalsIn, placesAt, required, spanOf, surely, surelyUnset, switchedOn } from './demands';
import { refersTo } from './references';
import type { Rule, RuleContext } from './rule';

const cluster = ['AWS::ECS::Cluster'];
const service = ['AWS::ECS::Service'];
const task = ['AWS::ECS::TaskDefinition'];
const services = ['AWS::ECS::Service', 'AWS::ECS::TaskSet'];
const execution = 'Configuration.ExecuteCommandConfiguration';

/** Linux platform versions that are retired; Windows counts from 1.0.0 on its own. */
function isRetired(version: unknown, resource: Resource, context: RuleContext): boolean {
  if (version !== '1.0.0') return /^1\.[123]\.0$/.test(String(version));
  const reference = propertyAt(resource, 'TaskDefinition')?.value;
  const definition = context.ofType('AWS::ECS::TaskDefinition').find((one) => refersTo(reference, one, context) === true);
  return definition !== undefined && surelyUnset(definition, 'RuntimePlatform.OperatingSystemFamily') && definition.defaults === undefined;
}

export const ecsRules: readonly Rule[] = [
  {
    id: 'ecs-container-insights-off',
    service: 'ecs',
    title: 'Cluster without Container Insights',
    why: 'Without it there are no metrics of single services, tasks and containers beyond processor and memory.',
    severity: 'hint',
    tasks: ['sap-c02/3.1', 'sap-c02/3.3', 'saa-c03/3.2'],
    fact: 'ecs#container-insights',
    types: cluster,
    check: (resource) => {
      const [place] = placesAt(resource, 'ClusterSettings');
      const message = 'Container Insights is not on in this cluster. Set the cluster setting containerInsights to enabled or enhanced.';
      if (!place) return undefined;
      if (isUnset(place)) return [{ span: place.span, message }];
      if (!place.value) return undefined;
      const settings = place.value.kind === 'list' ? place.value.items : [place.value];
      const known = settings.flatMap((setting) => {
        const name = propertyOf(setting, 'Name')?.value;
        return name?.kind === 'known' ? [{ name: name.value, value: propertyOf(setting, 'Value')?.value }] : [];
      });
      if (known.length < settings.length) return undefined;
      const insights = known.find(({ name }) => name === 'containerInsights');
      if (!insights) return [{ span: propertyAt(resource, 'ClusterSettings')?.nameSpan ?? place.span, message }];
      const off = literalsIn(insights.value).literals.find(({ value }) => value === 'disabled');
      return off ? [{ span: off, message }] : undefined;
    },
  },
  demand(
    {
      id: 'ecs-exec-logs-off',
      service: 'ecs',
      title: 'ECS Exec without logs',
      why: 'Nobody can tell afterwards what was typed in a shell in production.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#exec-logging',
      types: cluster,
    },
    {
      path: `${execution}.Logging`,
      is: (logging) => logging !== 'NONE',
      whenAbsent: true,
      message: () => 'Sessions of ECS Exec leave no record. Set OVERRIDE with a log group or bucket.',
    },
  ),
  required(
    {
      id: 'ecs-exec-no-key',
      service: 'ecs',
      title: 'ECS Exec without a KMS key',
      why: 'A key of your own encrypts the session once more between client and container.',
      severity: 'hint',
      tasks: ['saa-c03/1.3', 'sap-c02/2.3'],
      fact: 'ecs#exec-logging',
      types: cluster,
    },
    {
      paths: [`${execution}.KmsKeyId`],
      when: (resource) => propertyAt(resource, execution)?.value.kind === 'map',
      message: 'Sessions of ECS Exec are protected by TLS alone. Name a key of your own in KmsKeyId.',
    },
  ),
  demand(
    {
      id: 'ecs-public-ip',
      service: 'ecs',
      title: 'Tasks with public addresses',
      why: 'A task behind a load balancer needs no address of its own on the internet; a NAT gateway or endpoints let it out.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#public-address',
      types: services,
    },
    {
      path: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
      is: (assign) => assign !== 'ENABLED',
      whenAbsent: true,
      message: () => 'Each task gets a public address. Put tasks in private subnets and set DISABLED.',
    },
  ),
  {
    id: 'ecs-old-platform',
    service: 'ecs',
    title: 'Retired Fargate platform version',
    why: 'On a retired version no task starts any more.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'sap-c02/3.1'],
    fact: 'ecs#platform-version',
    types: services,
    check: (resource, context) => {
      const version = propertyAt(resource, 'PlatformVersion')?.value;
      if (version?.kind !== 'known' || !isRetired(version.value, resource, context)) return undefined;
      return [
        { span: version, message: `Platform version ${String(version.value)} for Linux is retired: tasks do not start on it. Use LATEST, which is 1.4.0.` },
      ];
    },
  },
  switchedOn(
    {
      id: 'ecs-no-circuit-breaker',
      service: 'ecs',
      title: 'Deployment without a circuit breaker',
      why: 'Without it ECS starts a broken revision over and over, until somebody sees it.',
      severity: 'hint',
      tasks: ['sap-c02/2.1', 'sap-c02/3.4', 'saa-c03/2.2'],
      fact: 'ecs#circuit-breaker',
      types: service,
    },
    {
      path: 'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
      when: (resource) =>
        (surelyUnset(resource, 'DeploymentController.Type') || surely(resource, 'DeploymentController.Type', (type) => type === 'ECS')) &&
        surelyUnset(resource, 'DeploymentConfiguration.Alarms'),
      message: (how) => `The circuit breaker ${how}: a revision that never becomes healthy is started again and again. Enable it, with rollback.`,
    },
  ),
  {
    id: 'ecs-shared-role',
    service: 'ecs',
    title: 'One role for the task and for ECS',
    why: 'Code in the container may then pull any image and read any secret that ECS may fetch for it.',
    severity: 'hint',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 'ecs#execution-role',
    types: task,
    check: (resource) => {
      const role = propertyAt(resource, 'TaskRoleArn')?.value;
      const execution = propertyAt(resource, 'ExecutionRoleArn')?.value;
      const same =
        (role?.kind === 'reference' && execution?.kind === 'reference' && role.target === execution.target) ||
        (role?.kind === 'known' && execution?.kind === 'known' && role.value === execution.value);
      return same ? [{ span: spanOf(role), message: 'The code gets the rights that only ECS needs. Give task and execution a role each.' }] : undefined;
    },
  },
  required(
    {
      id: 'ecs-no-task-role',
      service: 'ecs',
      title: 'Task without a role of its own',
      why: 'On EC2 a container without a task role can use the role of its instance.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'ecs#task-role',
      types: task,
    },
    {
      paths: ['TaskRoleArn'],
      when: (resource) => {
        const { literals, complete } = literalsIn(propertyAt(resource, 'RequiresCompatibilities')?.value);
        return complete && !literals.some(({ value }) => value === 'FARGATE');
      },
      message: 'Without a task role the containers use whatever the role of the instance allows. Give the task its own.',
    },
  ),
];
