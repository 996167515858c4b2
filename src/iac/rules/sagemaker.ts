import { demand, itemsAt, placesAt, required, surelyUnset, switchedOn } from './demands';
import { numberOf, propertyOf } from '../model';
import type { Rule } from './rule';
import { themes } from './themes';

const ofNotebook = { service: 'sagemaker', types: ['AWS::SageMaker::NotebookInstance'] } as const;
const ofDomain = { service: 'sagemaker', types: ['AWS::SageMaker::Domain'] } as const;
const ofModel = { service: 'sagemaker', types: ['AWS::SageMaker::Model'] } as const;
const ofEndpoint = { service: 'sagemaker', types: ['AWS::SageMaker::EndpointConfig'] } as const;

export const sagemakerRules: readonly Rule[] = [
  demand(
    {
      ...ofNotebook,
      id: 'sagemaker-notebook-internet',
      title: 'Notebook with direct internet access',
      why: 'Data leaves a notebook with direct internet access past every control of your VPC.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sagemaker#notebook-internet',
    },
    {
      path: 'DirectInternetAccess',
      is: (setting) => setting === 'Disabled',
      whenAbsent: false,
      message: (how) => `Direct internet access ${how}; unset means enabled. Disable it and give the notebook a subnet with endpoints or NAT.`,
    },
  ),
  demand(
    {
      ...ofNotebook,
      id: 'sagemaker-notebook-root',
      title: 'Notebook whose users are root',
      why: 'Root changes the software and the settings of the instance at will.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sagemaker#root-access',
    },
    {
      path: 'RootAccess',
      is: (setting) => setting === 'Disabled',
      whenAbsent: false,
      message: (how) => `Root access ${how}; unset means enabled. Disable it: lifecycle configurations still run as root.`,
    },
  ),
  required(
    {
      ...ofNotebook,
      id: 'sagemaker-notebook-own-key',
      title: 'Notebook without a KMS key of your own',
      why: 'With a key of your own you decide and audit who may decrypt the volume of the notebook.',
      severity: 'information',
      tasks: themes.data,
      fact: 'sagemaker#volume-keys',
    },
    { paths: ['KmsKeyId'], message: 'No KMS key is named for the volume of this notebook. Name one in KmsKeyId; it can be chosen only at creation.' },
  ),
  required(
    {
      ...ofNotebook,
      id: 'sagemaker-notebook-outside-vpc',
      title: 'Notebook outside your VPC',
      why: "Without a subnet of yours the notebook runs in a VPC of SageMaker's, out of reach of your security groups.",
      severity: 'information',
      tasks: themes.access,
      fact: 'sagemaker#notebook-internet',
    },
    { paths: ['SubnetId'], message: 'This notebook runs in a network of SageMaker AI. Name a subnet and security groups of your VPC.' },
  ),
  demand(
    {
      ...ofNotebook,
      id: 'sagemaker-notebook-imds-v1',
      title: 'Notebook that answers IMDSv1',
      why: 'IMDSv1 gives the credentials of the role to any request that can be forged on the instance.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sagemaker#notebook-imds',
    },
    {
      path: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
      is: (version) => String(version) === '2',
      whenAbsent: false,
      message: (how) => `The least version of the metadata service ${how}: IMDSv1 is answered. Set it to 2.`,
    },
  ),
  demand(
    {
      ...ofDomain,
      id: 'sagemaker-domain-internet',
      title: 'Studio domain with internet access',
      why: 'Apps then reach the internet through a VPC of SageMaker, past every control of yours.',
      severity: 'information',
      tasks: themes.access,
      fact: 'sagemaker#domain-network',
    },
    {
      path: 'AppNetworkAccessType',
      is: (type) => type === 'VpcOnly',
      whenAbsent: false,
      message: (how) => `The network access of apps ${how}; PublicInternetOnly is the default. VpcOnly keeps their traffic in your VPC.`,
    },
  ),
  required(
    {
      ...ofDomain,
      id: 'sagemaker-domain-own-key',
      title: 'Studio domain without a KMS key of your own',
      why: 'With a key of your own you decide and audit who may decrypt the home directories.',
      severity: 'hint',
      tasks: themes.data,
      fact: 'sagemaker#volume-keys',
    },
    { paths: ['KmsKeyId'], message: 'The volumes of the domain are encrypted with a key that AWS manages. Name a key of your own in KmsKeyId.' },
  ),
  required(
    {
      ...ofEndpoint,
      id: 'sagemaker-endpoint-own-key',
      title: 'Endpoint without a KMS key of your own',
      why: 'With a key of your own you decide and audit who may decrypt the volumes behind an endpoint.',
      severity: 'information',
      tasks: themes.data,
      fact: 'sagemaker#volume-keys',
    },
    {
      paths: ['KmsKeyId'],
      // Serverless variants have no volumes.
      when: (resource) => itemsAt(resource, 'ProductionVariants').every((variant) => propertyOf(variant, 'ServerlessConfig') === undefined),
      message: 'No KMS key is named for the volumes of the instances. Name one in KmsKeyId; instances with local NVMe storage encrypt that in hardware.',
    },
  ),
  {
    ...ofEndpoint,
    id: 'sagemaker-endpoint-one-instance',
    title: 'Endpoint on one instance',
    why: 'SageMaker spreads instances over Availability Zones; one alone fails with its zone.',
    severity: 'hint',
    tasks: themes.reliability,
    fact: 'sagemaker#endpoint-instances',
    check: (resource) =>
      placesAt(resource, 'ProductionVariants.*.InitialInstanceCount').flatMap(({ value }) =>
        value && numberOf(value) === 1 ? [{ span: value, message: 'One instance serves this variant. Two or more are spread over Availability Zones.' }] : [],
      ),
  },
  switchedOn(
    {
      ...ofModel,
      id: 'sagemaker-model-not-isolated',
      title: 'Model that may talk to the network',
      why: 'A container without network isolation can send the data that it is given elsewhere.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'sagemaker#model-isolation',
    },
    { path: 'EnableNetworkIsolation', message: (how) => `Network isolation ${how}: the container may call out. Enable it for models that need no network.` },
  ),
  required(
    {
      ...ofModel,
      id: 'sagemaker-model-outside-vpc',
      title: 'Model outside your VPC',
      why: "Without VpcConfig the containers run in SageMaker's network and reach S3 over its internet access.",
      severity: 'hint',
      tasks: themes.access,
      fact: 'sagemaker#model-isolation',
    },
    {
      paths: ['VpcConfig.Subnets'],
      when: (resource) =>
        surelyUnset(resource, 'EnableNetworkIsolation') ||
        placesAt(resource, 'EnableNetworkIsolation').some(({ value }) => value?.kind === 'known' && value.value === false),
      message: 'The containers of this model run in a network of SageMaker AI. Name subnets and security groups in VpcConfig.',
    },
  ),
];
