import { isAbsent, numberOf, propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { isUnset, itemsAt, placesAt, placesIn, single, spanOf, surely, surelyUnset, valuesAt } from './demands';
import { isWritten, mentions, referred, referredAt } from './references';
import type { Report, Rule, RuleContext } from './rule';

const service = ['AWS::ECS::Service'];

function taskOf(resource: Resource, context: RuleContext): Resource | undefined {
  const task = referredAt(resource, 'TaskDefinition', context);
  return task?.type === 'AWS::ECS::TaskDefinition' ? task : undefined;
}

/** The containers of a task definition, where all of them are in the text. */
function containersOf(task: Resource): MapValue[] | undefined {
  const list = propertyAt(task, 'ContainerDefinitions')?.value;
  if (list?.kind !== 'list') return undefined;
  const maps = list.items.filter((item) => item.kind === 'map' && item.complete);
  return maps.length === list.items.length ? maps.filter((item) => item.kind === 'map') : undefined;
}

function knownIn(map: MapValue, name: string): string | undefined {
  const value = propertyOf(map, name)?.value;
  return value?.kind === 'known' ? String(value.value) : undefined;
}

/** True where ECS itself rolls new tasks out. */
function rollsOut(resource: Resource): boolean {
  return surelyUnset(resource, 'DeploymentController.Type') || surely(resource, 'DeploymentController.Type', (type) => type === 'ECS');
}

function percent(resource: Resource, name: string, preset: number): number | undefined {
  const [place] = placesAt(resource, `DeploymentConfiguration.${name}`);
  return place && isUnset(place) ? preset : numberOf(place?.value);
}

export const containerRules: readonly Rule[] = [
  {
    id: 'ecs-target-type',
    service: 'ecs',
    title: 'Target group by instance for tasks with addresses of their own',
    why: 'Tasks in awsvpc mode are registered by IP address; a target group of type instance refuses them.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'saa-c03/3.2', 'sap-c02/2.4'],
    fact: 'ecs#target-ip',
    types: service,
    check: (resource, context) => {
      const task = taskOf(resource, context);
      if (!task || !surely(task, 'NetworkMode', (mode) => mode === 'awsvpc')) return undefined;
      return itemsAt(resource, 'LoadBalancers').flatMap((item): Report[] => {
        const value = propertyOf(item, 'TargetGroupArn')?.value;
        const group = referred(value, context);
        if (!value || group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return [];
        if (!isAbsent(group, 'TargetType') && !surely(group, 'TargetType', (type) => type === 'instance')) return [];
        return [
          {
            span: spanOf(value),
            message: `${group.id} takes instances, while the tasks of ${task.id} (awsvpc) register by address. Set its TargetType to ip.`,
          },
        ];
      });
    },
  },
  {
    id: 'ecs-balanced-container-missing',
    service: 'ecs',
    title: 'Load balancer for a container that the task does not have',
    why: 'The container and its port are looked up in the task definition, and the service is refused without them.',
    severity: 'warning',
    tasks: ['saa-c03/2.1', 'saa-c03/3.2'],
    fact: 'ecs#task-definition',
    types: service,
    check: (resource, context) => {
      const task = taskOf(resource, context);
      const containers = task && containersOf(task);
      if (!containers) return undefined;
      return itemsAt(resource, 'LoadBalancers').flatMap((item): Report[] => {
        const name = propertyOf(item, 'ContainerName')?.value;
        const port = propertyOf(item, 'ContainerPort')?.value;
        const names = containers.map((container) => knownIn(container, 'Name'));
        if (name?.kind !== 'known' || names.includes(undefined)) return [];
        const container = containers[names.indexOf(String(name.value))];
        if (!container) return [{ span: spanOf(name), message: `${task.id} has no container named ${String(name.value)}, only ${names.join(', ')}.` }];
        const mappings = propertyOf(container, 'PortMappings')?.value;
        const ports = mappings?.kind === 'list' ? mappings.items.map((mapping) => numberOf(propertyOf(mapping, 'ContainerPort')?.value)) : [undefined];
        const wanted = numberOf(port);
        if (!port || wanted === undefined || ports.includes(undefined) || ports.includes(wanted)) return [];
        return [{ span: spanOf(port), message: `${String(name.value)} in ${task.id} opens ${ports.join(', ') || 'no port'}, not ${wanted}.` }];
      });
    },
  },
  {
    id: 'ecs-network-configuration-missing',
    service: 'ecs',
    title: 'Service without network for tasks in awsvpc mode',
    why: 'Tasks in awsvpc mode need subnets, which the service must name.',
    severity: 'warning',
    tasks: ['saa-c03/3.2', 'saa-c03/3.4'],
    fact: 'ecs#network-mode',
    types: ['AWS::ECS::TaskDefinition'],
    check: (resource, context) => {
      if (!surely(resource, 'NetworkMode', (mode) => mode === 'awsvpc')) return undefined;
      return context.ofType('AWS::ECS::Service').flatMap((one): Report[] => {
        const value = propertyAt(one, 'TaskDefinition')?.value;
        if (!value || mentions(value, resource, context) !== true || !isWritten(one) || !rollsOut(one) || !surelyUnset(one, 'NetworkConfiguration')) return [];
        return [
          {
            span: spanOf(value),
            resource: one,
            message: `${resource.id} runs in awsvpc mode, so the service needs a NetworkConfiguration with subnets and security groups.`,
          },
        ];
      });
    },
  },
  single(
    {
      id: 'ecs-one-task',
      service: 'ecs',
      title: 'One task behind a load balancer',
      why: 'With one task every crash and every loss of a zone is an outage until another one has started.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'ecs#task-or-service',
      types: service,
    },
    (resource, context) => {
      const balanced = itemsAt(resource, 'LoadBalancers').length > 0;
      const scaled = context
        .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
        .some((target) => !surely(target, 'ServiceNamespace', (name) => name !== 'ecs'));
      const daemon = !surelyUnset(resource, 'SchedulingStrategy') && !surely(resource, 'SchedulingStrategy', (strategy) => strategy === 'REPLICA');
      if (!balanced || scaled || daemon || !isWritten(resource) || !rollsOut(resource)) return undefined;
      const [count] = placesAt(resource, 'DesiredCount');
      if (!count || (!count.missing && numberOf(count.value) !== 1)) return undefined;
      return {
        span: count.span,
        message: `The load balancer has one task behind it${count.missing ? ', for DesiredCount is not set' : ''}. Run two or more, in different zones.`,
      };
    },
  ),
  single(
    {
      id: 'ecs-no-room-to-deploy',
      service: 'ecs',
      title: 'Rolling update without room',
      why: 'With a minimum and a maximum of 100 percent ECS may neither stop an old task nor start a new one.',
      severity: 'warning',
      tasks: ['saa-c03/3.2', 'sap-c02/2.1'],
      fact: 'ecs#deployment-percent',
      types: service,
    },
    (resource) => {
      const maximum = propertyAt(resource, 'DeploymentConfiguration.MaximumPercent')?.value;
      const daemon = !surelyUnset(resource, 'SchedulingStrategy') && !surely(resource, 'SchedulingStrategy', (strategy) => strategy === 'REPLICA');
      const [least, most] = [percent(resource, 'MinimumHealthyPercent', 100), numberOf(maximum)];
      if (!maximum || daemon || !rollsOut(resource) || least === undefined || most === undefined || least < 100 || most > 100) return undefined;
      return {
        span: spanOf(maximum),
        message: `At least ${least} and at most ${most} percent leave no room for an update: it never begins. Raise the maximum or lower the minimum.`,
      };
    },
  ),
  single(
    {
      id: 'ecs-fargate-network-mode',
      service: 'ecs',
      title: 'Fargate task without awsvpc mode',
      why: 'Fargate runs tasks in awsvpc mode only, and the default on Linux is bridge.',
      severity: 'warning',
      tasks: ['saa-c03/3.2'],
      fact: 'ecs#network-mode',
      types: ['AWS::ECS::TaskDefinition'],
    },
    (resource) => {
      const fargate = valuesAt(resource, 'RequiresCompatibilities').some((value) => value.kind === 'known' && value.value === 'FARGATE');
      const [mode] = placesAt(resource, 'NetworkMode');
      if (!fargate || !mode || !isWritten(resource)) return undefined;
      if (!isUnset(mode) && !surely(resource, 'NetworkMode', (known) => known !== 'awsvpc')) return undefined;
      return { span: mode.span, message: 'A task for Fargate needs NetworkMode awsvpc.' };
    },
  ),
  single(
    {
      id: 'ecs-spot-only',
      service: 'fargate',
      title: 'Balanced service on Fargate Spot alone',
      why: 'AWS takes Spot tasks back with two minutes of warning, all of them at once when capacity is short.',
      severity: 'hint',
      tasks: ['saa-c03/4.2', 'sap-c02/2.6'],
      fact: 'fargate#spot',
      types: service,
    },
    (resource) => {
      const property = propertyAt(resource, 'CapacityProviderStrategy');
      const items = itemsAt(resource, 'CapacityProviderStrategy');
      const providers = items.map(
        (item) => placesIn(item, 'CapacityProvider', item).map(({ value }) => (value?.kind === 'known' ? value.value : undefined))[0],
      );
      if (!property || providers.length === 0 || !providers.every((provider) => provider === 'FARGATE_SPOT') || itemsAt(resource, 'LoadBalancers').length === 0)
        return undefined;
      if (property.value.kind !== 'list' || property.value.items.length !== items.length) return undefined;
      return {
        span: property.nameSpan,
        message: 'Every task behind the load balancer may be taken back at once. Keep a base on FARGATE and put the rest on FARGATE_SPOT.',
      };
    },
  ),
];
