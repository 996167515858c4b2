import { always, isAbsent, isFalse, isTrue, propertyAt, propertyOf, type Resource } from '../model';
import { single, spanOf, surely, surelyUnset, valuesAt } from './demands';
import { isConditional, isUnreferred, isWritten, nameOf, referred, referredAt, refersAt } from './references';
import { closedWay, wayOut } from './routing';
import type { Report, Rule, RuleContext } from './rule';

/** Reports each subnet at a path that the internet cannot reach. */
function closedSubnets(resource: Resource, context: RuleContext, path: string, what: string): Report[] {
  return valuesAt(resource, path).flatMap((value): Report[] => {
    const subnet = referred(value, context);
    const why = closedWay(wayOut(subnet, context));
    return why === undefined || !subnet ? [] : [{ span: spanOf(value), message: `${what}, but ${subnet.id} is not public: ${why}.` }];
  });
}

function isDefaultOr(resource: Resource, path: string, expected: string): boolean {
  const value = propertyAt(resource, path)?.value;
  return value ? always(value, (known) => known === expected) : isAbsent(resource, path);
}

export const acrossRoutingRules: readonly Rule[] = [
  single(
    {
      id: 'vpc-nat-gateway-misplaced',
      service: 'vpc',
      title: 'NAT gateway in a subnet without internet',
      why: 'A public NAT gateway works only from a subnet whose default route leads to an internet gateway.',
      severity: 'warning',
      tasks: ['saa-c03/3.4', 'sap-c02/2.4', 'sap-2014/4.1'],
      fact: 'vpc#nat-public',
      types: ['AWS::EC2::NatGateway'],
    },
    (resource, context) => {
      if (!isDefaultOr(resource, 'ConnectivityType', 'public') || !isDefaultOr(resource, 'AvailabilityMode', 'zonal')) return undefined;
      const value = propertyAt(resource, 'SubnetId')?.value;
      const subnet = referred(value, context);
      const way = wayOut(subnet, context);
      const why = closedWay(way);
      if (!value || !subnet || why === undefined) return undefined;
      const reason = way?.nat && nameOf(way.nat) === nameOf(resource) ? 'its default route leads back into this gateway' : why;
      return { span: spanOf(value), message: `From ${subnet.id} this NAT gateway reaches nothing: ${reason}. Put it into a public subnet.` };
    },
  ),
  {
    id: 'elb-public-in-private-subnet',
    service: 'elastic-load-balancing',
    title: 'Internet-facing load balancer in a private subnet',
    why: 'Its nodes get public addresses, but without a route to an internet gateway nobody reaches them.',
    severity: 'warning',
    tasks: ['saa-c03/3.4', 'sap-c02/2.4'],
    fact: 'elastic-load-balancing#scheme',
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    check: (resource, context) => {
      if (!isDefaultOr(resource, 'Scheme', 'internet-facing') || surely(resource, 'Type', (type) => type === 'gateway')) return undefined;
      const faces = propertyAt(resource, 'Scheme') ? 'The load balancer faces the internet' : 'Without a Scheme the load balancer faces the internet';
      return ['Subnets', 'SubnetMappings.*.SubnetId'].flatMap((path) => closedSubnets(resource, context, path, faces));
    },
  },
  single(
    {
      id: 'lambda-public-subnet',
      service: 'lambda',
      title: 'Function in a public subnet',
      why: 'A function has no public address, so the internet gateway of its subnet is of no use to it.',
      severity: 'information',
      tasks: ['saa-c03/3.2', 'saa-c03/3.4', 'sap-c02/2.5'],
      fact: 'lambda#vpc',
      types: ['AWS::Lambda::Function'],
    },
    (resource, context) => {
      if (!surelyUnset(resource, 'VpcConfig.Ipv6AllowedForDualStack') && !surely(resource, 'VpcConfig.Ipv6AllowedForDualStack', isFalse)) return undefined;
      const value = valuesAt(resource, 'VpcConfig.SubnetIds').find((one) => wayOut(referred(one, context), context)?.leads === 'internet');
      if (!value) return undefined;
      const subnet = referred(value, context)?.id ?? 'This subnet';
      return {
        span: spanOf(value),
        message: `${subnet} is public, but a function gets no public address: from here it reaches no internet. Use private subnets with a NAT gateway.`,
      };
    },
  ),
  single(
    {
      id: 'lambda-isolated-subnet',
      service: 'lambda',
      title: 'Function cut off from AWS services',
      why: 'Without NAT gateway and endpoints a function in a VPC cannot call S3, DynamoDB, Secrets Manager or any other API.',
      severity: 'hint',
      tasks: ['saa-c03/3.2', 'saa-c03/3.4'],
      fact: 'lambda#vpc',
      types: ['AWS::Lambda::Function'],
    },
    (resource, context) => {
      const values = valuesAt(resource, 'VpcConfig.SubnetIds');
      const [first] = values;
      if (!first || context.ofType('AWS::EC2::VPCEndpoint').length > 0) return undefined;
      if (!values.every((value) => wayOut(referred(value, context), context)?.leads === 'nowhere')) return undefined;
      return {
        span: spanOf(first),
        message: 'No route leads out of the subnets and the template has no VPC endpoint: the function reaches the VPC only, no AWS service.',
      };
    },
  ),
  single(
    {
      id: 'rds-public-subnet',
      service: 'rds',
      title: 'Database in public subnets',
      why: 'In a subnet with a route to the internet one setting of the instance or its group opens the database.',
      severity: 'information',
      tasks: ['saa-c03/1.2', 'sap-c02/2.3', 'sap-2014/6.5'],
      fact: 'rds#publicly-accessible',
      types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
    },
    (resource, context) => {
      const value = propertyAt(resource, 'DBSubnetGroupName')?.value;
      const group = referred(value, context);
      if (!value || group?.type !== 'AWS::RDS::DBSubnetGroup') return undefined;
      const open = valuesAt(group, 'SubnetIds')
        .map((one) => referred(one, context))
        .find((subnet) => wayOut(subnet, context)?.leads === 'internet');
      return (
        open && {
          span: spanOf(value),
          message: `${group.id} holds ${open.id}, whose default route is an internet gateway. A database belongs into private subnets.`,
        }
      );
    },
  ),
  {
    id: 'vpc-public-address-without-gateway',
    service: 'vpc',
    title: 'Public addresses where no internet gateway is',
    why: 'A public IPv4 address is billed by the hour and of no use without a route to an internet gateway.',
    severity: 'information',
    tasks: ['saa-c03/3.4', 'saa-c03/4.4'],
    fact: 'vpc#map-public-ip',
    types: ['AWS::EC2::Subnet', 'AWS::EC2::Instance'],
    check: (resource, context) => {
      if (resource.type === 'AWS::EC2::Subnet') {
        const value = propertyAt(resource, 'MapPublicIpOnLaunch')?.value;
        const why = always(value, isTrue) ? closedWay(wayOut(resource, context)) : undefined;
        return why === undefined || !value ? undefined : [{ span: spanOf(value), message: `Instances get public addresses here, but ${why}.` }];
      }
      return valuesAt(resource, 'NetworkInterfaces').flatMap((item): Report[] => {
        const value = propertyOf(item, 'AssociatePublicIpAddress')?.value;
        const subnet = referred(propertyOf(item, 'SubnetId')?.value, context);
        const why = always(value, isTrue) ? closedWay(wayOut(subnet, context)) : undefined;
        return why === undefined || !value || !subnet ? [] : [{ span: spanOf(value), message: `A public address is of no use in ${subnet.id}: ${why}.` }];
      });
    },
  },
  single(
    {
      id: 'vpc-route-table-unused',
      service: 'vpc',
      title: 'Route table that no subnet uses',
      why: 'A subnet without an association uses the main route table, which a template cannot choose.',
      severity: 'hint',
      tasks: ['saa-c03/3.4'],
      fact: 'vpc#comes-with',
      types: ['AWS::EC2::RouteTable'],
    },
    (resource, context) => {
      const vpc = referredAt(resource, 'VpcId', context);
      if (!vpc || !isWritten(vpc) || !isWritten(resource) || isConditional(resource)) return undefined;
      if (!context.ofType('AWS::EC2::Subnet').some((subnet) => isWritten(subnet) && refersAt(subnet, 'VpcId', vpc, context) === true)) return undefined;
      const associations = ['AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::GatewayRouteTableAssociation'];
      if (!associations.every((type) => isUnreferred(resource, context, type, 'RouteTableId'))) return undefined;
      return {
        span: resource.typeSpan,
        message: 'No subnet of this template is associated with this route table, so its routes serve nobody. Subnets without one use the main table.',
      };
    },
  ),
  single(
    {
      id: 'vpc-nat-carries-s3',
      service: 'vpc',
      title: 'Traffic to S3 through a NAT gateway',
      why: 'A gateway endpoint carries S3 and DynamoDB traffic for nothing; a NAT gateway bills every gigabyte.',
      severity: 'hint',
      tasks: ['saa-c03/4.4', 'sap-c02/3.5', 'sap-2014/2.1'],
      fact: 'vpc#nat-price',
      types: ['AWS::EC2::NatGateway'],
    },
    (resource, context) => {
      const subnet = referredAt(resource, 'SubnetId', context);
      const vpc = subnet && referredAt(subnet, 'VpcId', context);
      if (vpc?.type !== 'AWS::EC2::VPC' || !isWritten(vpc) || !isDefaultOr(resource, 'ConnectivityType', 'public')) return undefined;
      const [first] = context.ofType('AWS::EC2::NatGateway');
      const gatewayEndpoint = context.ofType('AWS::EC2::VPCEndpoint').some((endpoint) => !surely(endpoint, 'VpcEndpointType', (type) => type !== 'Gateway'));
      if (first !== resource || gatewayEndpoint) return undefined;
      return {
        span: resource.typeSpan,
        message: 'Traffic of the private subnets to S3 and DynamoDB goes through this gateway and is billed. A gateway endpoint for each costs nothing.',
      };
    },
  ),
];
