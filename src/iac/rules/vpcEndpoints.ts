import { propertyAt, propertyOf, type MapValue } from '../model';
import { required, surely, surelyUnset, switchedOn } from './demands';
import { names, openStatements } from './policy';
import { referred } from './references';
import type { Rule } from './rule';

const endpoint = ['AWS::EC2::VPCEndpoint'];
const security = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const isInterface = (type: unknown): boolean => String(type).toLowerCase() === 'interface';
const isGateway = (type: unknown): boolean => String(type).toLowerCase() === 'gateway';

/** True where a statement covers every action, of one service at least, on every resource. */
function coversAll(statement: MapValue): boolean {
  const action = propertyOf(statement, 'Action');
  const value = action?.value;
  const listed = value?.kind === 'list' ? value.items : value ? [value] : [];
  const everyAction = listed.some((item) => item.kind === 'known' && /^(?:\*|[\w-]+:\*)$/.test(String(item.value)));
  return everyAction && names(propertyOf(statement, 'Resource'), '*');
}

export const vpcEndpointRules: readonly Rule[] = [
  {
    id: 'vpc-endpoint-open-policy',
    service: 'vpc',
    title: 'Endpoint policy that allows everything',
    why: 'Through such an endpoint a program in the VPC can send data to a bucket of anybody, not only to yours.',
    severity: 'information',
    tasks: security,
    fact: 'vpc#endpoint-policy',
    types: endpoint,
    check: (resource) =>
      openStatements(resource, 'PolicyDocument')
        .filter(coversAll)
        .map((statement) => ({
          span: propertyOf(statement, 'Action')?.value ?? statement,
          message: 'This lets anyone do everything on every resource through the endpoint, as having no policy does. Name the resources or your organization.',
        })),
  },
  required(
    {
      id: 'vpc-endpoint-no-policy',
      service: 'vpc',
      title: 'Gateway endpoint without policy',
      why: 'Without a policy an endpoint passes on every request, to buckets and tables of other accounts too.',
      severity: 'hint',
      tasks: security,
      fact: 'vpc#endpoint-policy',
      types: endpoint,
    },
    {
      paths: ['PolicyDocument'],
      when: (resource) => surelyUnset(resource, 'VpcEndpointType') || surely(resource, 'VpcEndpointType', isGateway),
      message:
        'Without PolicyDocument the endpoint allows full access to the service, those of other accounts included. Name the buckets or tables that are yours.',
    },
  ),
  switchedOn(
    {
      id: 'vpc-endpoint-private-dns-off',
      service: 'vpc',
      title: 'Interface endpoint without private DNS',
      why: 'Programs that ask for the usual name of the service pass the endpoint by.',
      severity: 'hint',
      tasks: ['saa-c03/3.4', 'sap-2014/4.1'],
      fact: 'vpc#endpoint-private-dns',
      types: endpoint,
    },
    {
      path: 'PrivateDnsEnabled',
      when: (resource) => surely(resource, 'VpcEndpointType', isInterface),
      message: (how) => `PrivateDnsEnabled ${how}: the usual name of the service still leads to its public addresses, unless you keep DNS records of your own.`,
    },
  ),
  {
    id: 'vpc-endpoint-one-zone',
    service: 'vpc',
    title: 'Interface endpoint in one subnet',
    why: 'When the zone of its only interface fails, the whole VPC loses the service.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'],
    fact: 'vpc#interface-endpoint',
    types: endpoint,
    check: (resource, context) => {
      const subnets = propertyAt(resource, 'SubnetIds')?.value;
      const [only] = subnets?.kind === 'list' && subnets.items.length === 1 ? subnets.items : [];
      const single = referred(only, context)?.type === 'AWS::EC2::Subnet' || (only?.kind === 'known' && /^subnet-\w+$/.test(String(only.value)));
      if (!only || !single || !surely(resource, 'VpcEndpointType', isInterface)) return undefined;
      return [{ span: only, message: 'The endpoint has an interface in one zone only. Give it a subnet in each zone that calls the service.' }];
    },
  },
  switchedOn(
    {
      id: 'vpc-endpoint-service-acceptance-off',
      service: 'vpc-endpoints',
      title: 'Endpoint service that accepts every connection',
      why: 'Whoever the permissions admit connects without anybody looking.',
      severity: 'information',
      tasks: security,
      fact: 'vpc-endpoints#acceptance',
      types: ['AWS::EC2::VPCEndpointService'],
    },
    {
      path: 'AcceptanceRequired',
      onByDefault: true,
      message: (how) =>
        `AcceptanceRequired ${how}: consumers that the permissions name are connected at once. Require acceptance, or keep the permissions short.`,
    },
  ),
];
