import { propertyOf, type MapValue } from '../model';
import { together } from './composition';
import { demand, itemsAt, surely, switchedOff, type RuleHeader } from './demands';
import { secretIn } from './plainSecrets';
import type { Report, Rule } from './rule';
import { themes } from './themes';

const ofDefinition = { service: 'batch', types: ['AWS::Batch::JobDefinition'] } as const;

/** Where a job definition keeps its containers: for ECS, for several nodes, and for EKS. */
const containers = [
  'ContainerProperties',
  'NodeProperties.NodeRangeProperties.*.Container',
  'EcsProperties.TaskProperties.*.Containers.*',
  'NodeProperties.NodeRangeProperties.*.EcsProperties.TaskProperties.*.Containers.*',
];
const pods = ['Containers', 'InitContainers'].map((kind) => `EksProperties.PodProperties.${kind}.*`);

const privileged: RuleHeader = {
  ...ofDefinition,
  id: 'batch-privileged',
  title: 'Job in a privileged container',
  why: 'A privileged container is root on its host and can reach the jobs beside it.',
  severity: 'warning',
  tasks: themes.access,
  fact: 'batch#privileged',
};

function unprivileged(path: string): Rule {
  return switchedOff(privileged, {
    path,
    message: () => 'This container has the rights of root on its host. Leave Privileged off and add single capabilities.',
  });
}

function secretsIn(container: MapValue): Report[] {
  const variables = propertyOf(container, 'Environment')?.value ?? propertyOf(container, 'Env')?.value;
  return (variables?.kind === 'list' ? variables.items : []).flatMap((variable) => {
    const name = propertyOf(variable, 'Name')?.value;
    const secret = name?.kind === 'known' ? secretIn(String(name.value), propertyOf(variable, 'Value')?.value) : undefined;
    return secret && name?.kind === 'known'
      ? [
          {
            span: secret,
            message: `${String(name.value)} looks like a secret in plain text. Name a secret of Secrets Manager or Parameter Store under Secrets.`,
          },
        ]
      : [];
  });
}

export const batchRules: readonly Rule[] = [
  together(
    unprivileged('ContainerProperties.Privileged'),
    ...containers.slice(1).map((path) => unprivileged(`${path}.Privileged`)),
    ...pods.map((path) => unprivileged(`${path}.SecurityContext.Privileged`)),
  ),
  {
    ...ofDefinition,
    id: 'batch-environment-secret',
    title: 'Secret in a variable of a job',
    why: 'Whoever may read the template or the job definition reads the secret.',
    severity: 'warning',
    tasks: themes.data,
    fact: 'batch#secrets',
    check: (resource) => [...containers, ...pods].flatMap((path) => itemsAt(resource, path).flatMap(secretsIn)),
  },
  demand(
    {
      ...ofDefinition,
      id: 'batch-public-address',
      title: 'Fargate job with a public address',
      why: 'A job with a public address can be reached from the internet as far as its security group lets it.',
      severity: 'information',
      tasks: themes.access,
      fact: 'batch#public-address',
    },
    {
      path: 'ContainerProperties.NetworkConfiguration.AssignPublicIp',
      is: (setting) => setting !== 'ENABLED',
      whenAbsent: true,
      message: () => 'The job gets a public address. Run it in private subnets with NAT or VPC endpoints.',
    },
  ),
  demand(
    {
      id: 'batch-spot-best-fit',
      service: 'batch',
      title: 'Spot capacity of one instance type',
      why: 'BEST_FIT waits for the one best type; the capacity-optimized strategies take what is least interrupted.',
      severity: 'hint',
      tasks: themes.cost,
      fact: 'batch#spot-strategy',
      types: ['AWS::Batch::ComputeEnvironment'],
    },
    {
      path: 'ComputeResources.AllocationStrategy',
      is: (strategy) => strategy !== 'BEST_FIT',
      whenAbsent: false,
      when: (resource) => surely(resource, 'ComputeResources.Type', (type) => type === 'SPOT'),
      message: (how) =>
        `The allocation strategy ${how}; BEST_FIT is the default and waits for one instance type. SPOT_PRICE_CAPACITY_OPTIMIZED is what AWS advises.`,
    },
  ),
];
