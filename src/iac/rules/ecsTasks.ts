import { propertyAt, propertyOf, type Resource } from '../model';
import { demand, itemsAt, literalsIn, placesIn, required, spanOf, surely, surelyUnset, switchedOff, switchedOn, wrongPlaces } from './demands';
import { plainSecret } from './plainSecrets';
import type { Rule } from './rule';

const task = ['AWS::ECS::TaskDefinition'];
/** Capabilities with which a container can break out or take the host over. */
const powerful = /^(?:ALL|SYS_ADMIN|SYS_MODULE|SYS_RAWIO|SYS_BOOT|DAC_READ_SEARCH|NET_ADMIN|MAC_ADMIN|MAC_OVERRIDE)$/;

/** Windows containers have neither a read-only root nor these users. */
function isLinux(resource: Resource): boolean {
  const family = 'RuntimePlatform.OperatingSystemFamily';
  return surelyUnset(resource, family) || surely(resource, family, (name) => name === 'LINUX');
}

export const ecsTaskRules: readonly Rule[] = [
  switchedOff(
    {
      id: 'ecs-privileged-container',
      service: 'ecs',
      title: 'Privileged container',
      why: 'A privileged container has the rights of root on the instance that runs it.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#privileged',
      types: task,
    },
    {
      path: 'ContainerDefinitions.*.Privileged',
      message: () => 'This container has the rights of root on its host. Take Privileged away and add the one capability that is needed.',
    },
  ),
  switchedOn(
    {
      id: 'ecs-writable-root',
      service: 'ecs',
      title: 'Container with a writable root file system',
      why: 'A read-only root keeps an intruder from leaving programs behind.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#read-only-root',
      types: task,
    },
    {
      path: 'ContainerDefinitions.*.ReadonlyRootFilesystem',
      when: isLinux,
      message: (how) => `ReadonlyRootFilesystem ${how}: whoever breaks in can change the programs. Mount volumes where the application writes.`,
    },
  ),
  demand(
    {
      id: 'ecs-root-user',
      service: 'ecs',
      title: 'Container as root',
      why: 'A process that is root inside has fewer walls to climb on its way out.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#container-user',
      types: task,
    },
    {
      path: 'ContainerDefinitions.*.User',
      is: (user) => !/^(?:root|0)(?::|$)/.test(String(user)) && user !== '',
      whenAbsent: false,
      when: isLinux,
      message: (how) =>
        how === 'is not set'
          ? "No user is set, so the image's own holds, which is root unless its Dockerfile says otherwise. Set User."
          : 'The container runs as root. Set another User.',
    },
  ),
  demand(
    {
      id: 'ecs-host-network',
      service: 'ecs',
      title: "Task in the host's network",
      why: 'Such a task shares the addresses and ports of its instance, its metadata and agent included.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#network-mode',
      types: task,
    },
    {
      path: 'NetworkMode',
      is: (mode) => mode !== 'host',
      whenAbsent: true,
      message: () => "The task shares its instance's network. awsvpc gives it an interface and security groups of its own.",
    },
  ),
  demand(
    {
      id: 'ecs-not-awsvpc',
      service: 'ecs',
      title: 'Task without a network interface of its own',
      why: 'Only in awsvpc mode a security group can tell one task from another.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#network-mode',
      types: task,
    },
    {
      path: 'NetworkMode',
      is: (mode) => mode !== 'bridge' && mode !== 'default',
      whenAbsent: false,
      // ECS Anywhere has no awsvpc, and of Fargate ecs-fargate-network-mode tells.
      when: (resource) => {
        const { literals, complete } = literalsIn(propertyAt(resource, 'RequiresCompatibilities')?.value);
        return complete && !literals.some(({ value }) => value === 'EXTERNAL' || value === 'FARGATE') && isLinux(resource);
      },
      message: (how) => `NetworkMode ${how}, so tasks share the security groups of their instance. awsvpc gives each its own.`,
    },
  ),
  demand(
    {
      id: 'ecs-host-pid',
      service: 'ecs',
      title: "Task among the host's processes",
      why: 'Its containers see the processes of the instance and of all other tasks, their environment included.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#host-namespaces',
      types: task,
    },
    {
      path: 'PidMode',
      is: (mode) => mode !== 'host',
      whenAbsent: true,
      message: () => 'Containers see and can reach every process of the instance. Leave PidMode out, or set task.',
    },
  ),
  demand(
    {
      id: 'ecs-host-ipc',
      service: 'ecs',
      title: "Task in the host's shared memory",
      why: 'Tasks that share it can read what others of the instance keep in memory for each other.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#host-namespaces',
      types: task,
    },
    {
      path: 'IpcMode',
      is: (mode) => mode !== 'host',
      whenAbsent: true,
      message: () => 'The task shares memory with its instance and other tasks there. Set IpcMode to task or none.',
    },
  ),
  demand(
    {
      id: 'ecs-powerful-capability',
      service: 'ecs',
      title: 'Container with powers over its host',
      why: 'Capabilities such as SYS_ADMIN are close to being root on the instance.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#capabilities',
      types: task,
    },
    {
      path: 'ContainerDefinitions.*.LinuxParameters.Capabilities.Add.*',
      is: (capability) => !powerful.test(String(capability)),
      whenAbsent: true,
      message: () => 'This capability is close to being root on the instance. Add only the narrow one that is needed.',
    },
  ),
  demand(
    {
      id: 'ecs-docker-socket',
      service: 'ecs',
      title: 'Container that holds the Docker socket',
      why: 'Who can write to the socket can start a privileged container, and so owns the instance.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'ecs#privileged',
      types: task,
    },
    {
      path: 'Volumes.*.Host.SourcePath',
      is: (path) => !String(path).endsWith('/docker.sock'),
      whenAbsent: true,
      message: () => 'With the Docker socket a container controls its instance and every task on it. Do without this volume.',
    },
  ),
  {
    id: 'ecs-plaintext-secret',
    service: 'ecs',
    title: 'Secret in a plain environment variable',
    why: 'Whoever may describe the task definition reads its variables; Secrets takes them from Secrets Manager or Parameter Store.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'ecs#secrets-in',
    types: task,
    check: (resource, { template }) =>
      itemsAt(resource, 'ContainerDefinitions.*.Environment').flatMap((variable) => {
        const value = propertyOf(variable, 'Value')?.value;
        const told = plainSecret(propertyOf(variable, 'Name')?.value, value, template);
        return value && told !== undefined ? [{ span: spanOf(value), message: `${told} Take it from Secrets Manager by Secrets.` }] : [];
      }),
  },
  required(
    {
      id: 'ecs-no-logs',
      service: 'ecs',
      title: 'Container without logs',
      why: 'What a task wrote before it died is gone with it unless a log driver carries it away.',
      severity: 'information',
      tasks: ['sap-c02/3.1', 'saa-c03/1.2'],
      fact: 'ecs#container-logs',
      types: task,
    },
    {
      paths: ['ContainerDefinitions.*.LogConfiguration.LogDriver'],
      message: 'No log driver is set, so the output of this container goes to no log service. Set LogConfiguration, for example awslogs.',
    },
  ),
  required(
    {
      id: 'ecs-no-memory-limit',
      service: 'ecs',
      title: 'Container without a memory limit',
      why: 'A leak in one container then takes the memory of all others on the instance.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/2.4'],
      fact: 'ecs#memory-limit',
      types: task,
    },
    {
      paths: ['ContainerDefinitions.*.Memory', 'Memory'],
      message: 'Neither the container nor the task has a limit of memory. Set Memory.',
    },
  ),
  {
    id: 'ecs-efs-unencrypted-transit',
    service: 'ecs',
    title: 'EFS volume without TLS',
    why: 'Files go over the network in the clear unless transit encryption is enabled.',
    severity: 'information',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 'ecs#efs-transit',
    types: task,
    check: (resource) =>
      itemsAt(resource, 'Volumes').flatMap((volume) => {
        const efs = propertyOf(volume, 'EFSVolumeConfiguration') ?? propertyOf(volume, 'EfsVolumeConfiguration');
        if (efs?.value.kind !== 'map') return [];
        return wrongPlaces(placesIn(efs.value, 'TransitEncryption', efs.nameSpan), (known) => known === 'ENABLED', false).map(({ span }) => ({
          span,
          message: 'Files of this volume cross the network unencrypted. Set TransitEncryption to ENABLED.',
        }));
      }),
  },
];
