import { always, isTrue, propertyAt, textOf, type Resource } from '../model';
import { demand, isUnset, passes, placesAt, required, surelyUnset, switchedOff, switchedOn } from './demands';
import { instance, launchConfiguration, launchPaths, launchTemplate, perType } from './instanceTypes';
import { referredAt } from './references';
import type { Report, Rule } from './rule';

const service = 'ec2';
const access = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const cost = ['saa-c03/4.2', 'sap-c02/2.6', 'sap-2014/2.1'] as const;

/** A launch template may set what the instance leaves out. */
function standsAlone(resource: Resource): boolean {
  return surelyUnset(resource, 'LaunchTemplate');
}

const privateKey = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/;
const accessKey = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|aws_?secret_?access_?key["']?\s*[=:]\s*["']?[\w/+]{40}/i;

/** What kind of credential user data holds. Access keys in plain text are another rule's. */
function credentialIn(text: string): string | undefined {
  const plain = fromBase64(text);
  if (privateKey.test(plain ?? text)) return 'a private key';
  return plain !== undefined && accessKey.test(plain) ? 'an access key' : undefined;
}

function fromBase64(text: string): string | undefined {
  try {
    return /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/.test(text) ? atob(text.replace(/\s/g, '')) : undefined;
  } catch {
    return undefined;
  }
}

export const ec2InstanceRules: readonly Rule[] = [
  perType(
    {
      id: 'ec2-public-address',
      service,
      title: 'Instance with a public address',
      why: 'A public address puts the instance on the internet, with nothing but its security groups in between, and is billed by the hour.',
      severity: 'information',
      tasks: access,
      fact: 'ec2#public-address',
    },
    {
      [instance]: 'NetworkInterfaces.*.AssociatePublicIpAddress',
      [launchTemplate]: 'LaunchTemplateData.NetworkInterfaces.*.AssociatePublicIpAddress',
      [launchConfiguration]: 'AssociatePublicIpAddress',
    },
    (header, path) =>
      switchedOff(header, {
        path,
        message: (how) =>
          `AssociatePublicIpAddress ${how}: only security groups and routes stand between the internet and the instance. Keep it private, behind a load balancer and a NAT gateway.`,
      }),
  ),
  {
    id: 'ec2-public-subnet',
    service: 'internet-gateway',
    title: 'Instance in a subnet that gives out public addresses',
    why: 'The subnet decides: the instance gets a public address although its own text does not say so.',
    severity: 'hint',
    tasks: access,
    fact: 'internet-gateway#four-conditions',
    types: [instance],
    check: (resource, context) => {
      const span = propertyAt(resource, 'SubnetId')?.value;
      const subnet = referredAt(resource, 'SubnetId', context);
      if (!span || subnet?.type !== 'AWS::EC2::Subnet' || !always(propertyAt(subnet, 'MapPublicIpOnLaunch')?.value, isTrue)) return undefined;
      return [{ span, message: `${subnet.id} gives a public address to each instance that is started in it. Put servers into a private subnet.` }];
    },
  },
  perType(
    {
      id: 'ec2-imds-unset',
      service,
      title: 'Instance metadata left to the defaults',
      why: 'Unless the image or the account asks for tokens, version 1 of the metadata service answers any request that a program can be tricked into.',
      severity: 'hint',
      tasks: access,
      fact: 'ec2#imds-tokens',
    },
    launchPaths('MetadataOptions.HttpTokens'),
    (header, path) => ({
      ...header,
      check: (resource) => {
        const off = placesAt(resource, path.replace('HttpTokens', 'HttpEndpoint')).some(
          ({ value }) => value && passes(value, (state) => state !== 'disabled') !== true,
        );
        if (off || (resource.type === instance && !standsAlone(resource))) return undefined;
        const how =
          resource.type === launchConfiguration
            ? 'HttpTokens is not set, so tokens are optional by default'
            : 'HttpTokens is not set, so the image and the account decide whether version 1 of the metadata service stays open';
        return placesAt(resource, path)
          .filter(isUnset)
          .map(({ span }) => ({ span, message: `${how}. Set it to required (IMDSv2).` }));
      },
    }),
  ),
  perType(
    {
      id: 'ec2-imds-hop-limit',
      service,
      title: 'Metadata tokens that travel further than the instance',
      why: 'With more than one hop a container or a forwarded request can fetch the credentials of the instance.',
      severity: 'hint',
      tasks: access,
      fact: 'ec2#imds-hop-limit',
    },
    launchPaths('MetadataOptions.HttpPutResponseHopLimit'),
    (header, path) =>
      demand(header, {
        path,
        is: (limit) => Number(limit) <= 1,
        whenAbsent: true,
        message: (how) => `The hop limit ${how}, so tokens leave the instance. 1 is enough unless containers on it must read the metadata.`,
      }),
  ),
  required(
    {
      id: 'ec2-no-instance-profile',
      service,
      title: 'Instance without a role',
      why: 'Programs on an instance without a role end up with access keys in a file.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'ec2#instance-profile',
      types: [instance],
    },
    {
      paths: ['IamInstanceProfile', 'LaunchTemplate'],
      message: 'No instance profile is set, so neither Session Manager nor programs on the instance have credentials. Give it a role of its own.',
    },
  ),
  perType(
    {
      id: 'ec2-detailed-monitoring-off',
      service,
      title: 'Instance without detailed monitoring',
      why: 'At five minutes between figures an alarm or a scaling policy is late.',
      severity: 'hint',
      tasks: ['saa-c03/3.2', 'sap-c02/3.3'],
      fact: 'ec2#detailed-monitoring',
    },
    { [instance]: 'Monitoring', [launchTemplate]: 'LaunchTemplateData.Monitoring.Enabled', [launchConfiguration]: 'InstanceMonitoring' },
    (header, path) =>
      switchedOn(header, {
        path,
        onByDefault: header.types.includes(launchConfiguration),
        when: (resource) => resource.type !== instance || standsAlone(resource),
        message: (how) =>
          `${path.replace('LaunchTemplateData.', '')} ${how}: figures come every five minutes. Detailed monitoring, which is charged, gives them every minute.`,
      }),
  ),
  switchedOn(
    {
      id: 'ec2-ebs-optimized-off',
      service,
      title: 'Instance without EBS optimization written down',
      why: 'On types that are not EBS-optimized by themselves, volumes share the network with everything else.',
      severity: 'hint',
      tasks: ['saa-c03/3.1', 'sap-c02/3.3'],
      fact: 'ec2#ebs-optimized',
      types: [instance],
    },
    {
      path: 'EbsOptimized',
      when: standsAlone,
      message: (how) => `EbsOptimized ${how}. Current types are EBS-optimized all the same; some of previous generations are so only if it is true.`,
    },
  ),
  switchedOn(
    {
      id: 'ec2-termination-protection-off',
      service,
      title: 'Instance without termination protection',
      why: 'One wrong call deletes the instance, and by default its volumes.',
      severity: 'hint',
      tasks: ['saa-c03/2.2', 'sap-c02/3.4'],
      fact: 'ec2#termination-protection',
      types: [instance],
    },
    {
      path: 'DisableApiTermination',
      when: standsAlone,
      message: (how) => `DisableApiTermination ${how}: a single call can terminate the instance. Protect those that cannot be replaced at once.`,
      fix: { title: 'Protect from termination', value: true },
    },
  ),
  perType(
    {
      id: 'ec2-user-data-credentials',
      service,
      title: 'Credentials in user data',
      why: 'User data is no secret: whoever may describe the instance or runs on it can read it, and the template is in a repository.',
      severity: 'warning',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'ec2#user-data-readable',
    },
    launchPaths('UserData'),
    (header, path) => ({
      ...header,
      check: (resource): Report[] | undefined => {
        const data = propertyAt(resource, path)?.value;
        const found = credentialIn(textOf(data) ?? '');
        return data && found !== undefined
          ? [
              {
                span: data,
                message: `There is ${found} in this user data, readable for all on the instance. Use an instance profile, or read it from Secrets Manager.`,
              },
            ]
          : undefined;
      },
    }),
  ),
  perType(
    {
      id: 'ec2-key-pair',
      service: 'security-groups',
      title: 'Instance with a key pair',
      why: 'A key pair is a shared secret that nobody rotates; Session Manager asks IAM who may connect, and records what they do.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
      fact: 'security-groups#admin-access',
    },
    launchPaths('KeyName'),
    (header, path) => ({
      ...header,
      check: (resource, { template }) => {
        const key = propertyAt(resource, path);
        // A name that is given at deployment is given; in an app it may be left undefined.
        const unsure = key?.value.kind === 'one-of' || (key?.value.kind === 'unknown' && template.kind === 'cdk');
        if (!key || unsure || placesAt(resource, path).every(isUnset)) return undefined;
        return [
          { span: key.nameSpan, message: 'A key pair opens SSH to whoever has the private key. Connect by Session Manager or EC2 Instance Connect instead.' },
        ];
      },
    }),
  ),
  perType(
    {
      id: 'ec2-dedicated-tenancy',
      service,
      title: 'Instance on dedicated hardware',
      why: 'Hardware of its own costs more and is needed for few licences and rules only.',
      severity: 'hint',
      tasks: cost,
      fact: 'ec2#host-or-dedicated-instance',
    },
    { [instance]: 'Tenancy', [launchTemplate]: 'LaunchTemplateData.Placement.Tenancy', [launchConfiguration]: 'PlacementTenancy' },
    (header, path) =>
      demand(header, {
        path,
        is: (tenancy) => tenancy !== 'dedicated',
        whenAbsent: true,
        message: () => 'Dedicated tenancy costs more. Where licences count sockets or cores, a Dedicated Host serves; where nothing asks for it, use default.',
      }),
  ),
  perType(
    {
      id: 'ec2-fixed-image',
      service,
      title: 'Image written as a fixed ID',
      why: 'An AMI is valid in one Region and never gets patches; a fixed one grows old unseen.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.1'],
      fact: 'ec2#image',
    },
    launchPaths('ImageId'),
    (header, path) =>
      demand(header, {
        path,
        is: (image) => !/^ami-[\da-f]+$/i.test(String(image)),
        whenAbsent: true,
        message: (how) => `The image ${how}: one Region has it, and it stays as old as it is. Take the newest from a public parameter of Systems Manager.`,
      }),
  ),
  perType(
    {
      id: 'ec2-unlimited-credits',
      service,
      title: 'Burstable instance in unlimited mode',
      why: 'In unlimited mode a busy instance is billed for CPU above its baseline, without a cap.',
      severity: 'hint',
      tasks: cost,
      fact: 'ec2#burstable-credits',
    },
    { [instance]: 'CreditSpecification.CPUCredits', [launchTemplate]: 'LaunchTemplateData.CreditSpecification.CpuCredits' },
    (header, path) =>
      demand(header, {
        path,
        is: (credits) => credits !== 'unlimited',
        whenAbsent: true,
        message: () =>
          'Unlimited mode bills what is used above the baseline. For a steady load a type that is not burstable is cheaper; standard caps the cost.',
      }),
  ),
  {
    id: 'ec2-spot-fleet',
    service,
    title: 'Spot Fleet',
    why: 'AWS calls its API legacy and plans nothing new for it; groups and EC2 Fleet do the same.',
    severity: 'hint',
    tasks: ['saa-c03/4.2', 'sap-c02/3.5'],
    fact: 'ec2#spot-fleet-legacy',
    types: ['AWS::EC2::SpotFleet'],
    check: (resource) => [
      { span: resource.typeSpan, message: 'Spot Fleet is a legacy API. Use an Auto Scaling group with a mixed instances policy, or EC2 Fleet.' },
    ],
  },
];
