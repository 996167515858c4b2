import type { RuleCase } from './cases';

const policy = (statement: string): string => `P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: ${statement} } } }`;
const cdkPolicy = (statement: string): string =>
  `new iam.CfnPolicy(this, 'P', { policyName: 'p', policyDocument: { Version: '2012-10-17', Statement: [{ ${statement} }] } });`;
const trust = (statement: string): string =>
  `R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Action: sts:AssumeRole, ${statement} }] } } }`;
const key = (properties: string): string => `Key: { Type: AWS::KMS::Key, Properties: { ${properties} } }`;
const keyPolicy = (statement: string): string => key(`KeyPolicy: { Statement: [{ Action: kms:*, Resource: '*', ${statement} }] }`);

export const securityCases: Readonly<Record<string, RuleCase>> = {
  'iam-full-access': {
    yaml: {
      fails: [
        policy("[{ Effect: Allow, «Action»: '*', Resource: '*' }]"),
        policy("{ Effect: Allow, «Action»: [s3:GetObject, '*'], Resource: ['*'] }"),
        "R: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, «Action»: '*', Resource: '*' }] } }] } }",
      ],
      passes: [
        policy("[{ Effect: Allow, Action: s3:*, Resource: '*' }]"),
        policy("[{ Effect: Deny, Action: '*', Resource: '*' }]"),
        policy("[{ Effect: Allow, Action: '*', Resource: '*', Condition: { Bool: { aws:MultiFactorAuthPresent: true } } }]"),
        policy("[{ Effect: Allow, Action: '*', Resource: arn:aws:s3:::files }]"),
        policy("[{ Effect: Allow, Action: '*', Resource: '*' }]").concat('\nDev: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !Ref P } }'),
      ],
      unknown: [
        policy("[{ Effect: Allow, Action: UNKNOWN, Resource: '*' }]"),
        policy("[{ Effect: Allow, Action: '*', Resource: UNKNOWN }]"),
        policy("[{ Effect: UNKNOWN, Action: '*', Resource: '*' }]"),
        policy('UNKNOWN'),
      ],
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «Action»: '*', Resource: '*' SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: 's3:GetObject', Resource: '*'`),
      unknown: cdkPolicy(`Effect: 'Allow', Action: UNKNOWN, Resource: '*'`),
    },
  },
  'iam-not-action-allow': {
    yaml: {
      fails: policy("[{ Effect: Allow, «NotAction»: [iam:*, organizations:*], Resource: '*' }]"),
      passes: [
        policy("[{ Effect: Deny, NotAction: iam:*, Resource: '*' }]"),
        policy("[{ Effect: Allow, NotAction: s3:DeleteBucket, Resource: 'arn:aws:s3:::*' }]"),
      ],
      unknown: [policy("[{ Effect: UNKNOWN, NotAction: iam:*, Resource: '*' }]"), policy('[{ Effect: Allow, NotAction: iam:*, Resource: UNKNOWN }]')],
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «NotAction»: 'iam:*', Resource: '*' SPREAD`),
      passes: cdkPolicy(`Effect: 'Deny', NotAction: 'iam:*', Resource: '*'`),
      unknown: cdkPolicy(`Effect: UNKNOWN, NotAction: 'iam:*', Resource: '*'`),
    },
  },
  'iam-trust-anybody': {
    yaml: {
      fails: [
        trust("Effect: Allow, «Principal»: '*'"),
        trust("Effect: Allow, «Principal»: { AWS: '*' }"),
        trust('Effect: Allow, «Principal»: { AWS: ["*"] }'),
        trust("Effect: Allow, «Principal»: { AWS: 'arn:aws:iam::*:root' }"),
      ],
      passes: [
        trust('Effect: Allow, Principal: { Service: ec2.amazonaws.com }'),
        trust("Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }"),
        trust("Effect: Deny, Principal: '*'"),
      ],
      unknown: [trust('Effect: Allow, Principal: { AWS: UNKNOWN }'), trust("Effect: UNKNOWN, Principal: '*'")],
    },
    cdk: {
      fails: `new iam.CfnRole(this, 'R', { assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', «Principal»: { AWS: '*' } SPREAD}] } });`,
      passes: [
        `new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });`,
        `new iam.CfnRole(this, 'R', { assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' } }] } });`,
      ],
      unknown: `new iam.CfnRole(this, 'R', { assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: UNKNOWN }] } });`,
    },
  },
  'iam-access-key': {
    byTypeAlone: true,
    yaml: { fails: 'Key: { Type: «AWS::IAM::AccessKey» }', passes: 'Role: { Type: AWS::IAM::Role }' },
    cdk: { fails: [`new iam.«CfnAccessKey»(this, 'K', props);`, `new iam.«AccessKey»(this, 'K', props);`], passes: `new iam.Role(this, 'R', props);` },
  },
  'iam-user-inline-policy': {
    yaml: {
      fails: ['U: { Type: AWS::IAM::User, Properties: { «Policies»: [{ PolicyName: read }] } }', 'P: { Type: «AWS::IAM::UserPolicy» }'],
      passes: [
        'U: { Type: AWS::IAM::User, Properties: { Groups: [readers], Policies: [] } }',
        'U: { Type: AWS::IAM::User, Properties: { Policies: [!Ref AWS::NoValue] } }',
      ],
      unknown: ['U: { Type: AWS::IAM::User, Properties: { Policies: UNKNOWN } }', 'U: { Type: AWS::IAM::User, Properties: { Policies: [UNKNOWN] } }'],
    },
    cdk: {
      fails: [`new iam.CfnUser(this, 'U', { «policies»: [{ policyName: 'read' }] SPREAD});`, `new iam.«CfnUserPolicy»(this, 'P', props);`],
      passes: `new iam.User(this, 'U', { groups: [readers] });`,
      unknown: `new iam.CfnUser(this, 'U', { policies: [...props.policies] });`,
    },
  },
  'kms-rotation-off': {
    yaml: {
      fails: ['Key: { Type: «AWS::KMS::Key» }', key("EnableKeyRotation: '«false»'"), key('KeySpec: SYMMETRIC_DEFAULT, EnableKeyRotation: !Ref «Off»')],
      passes: [key('EnableKeyRotation: true'), key('KeySpec: RSA_4096, KeyUsage: SIGN_VERIFY'), key('KeyUsage: GENERATE_VERIFY_MAC'), key('Origin: EXTERNAL')],
      unknown: [key('EnableKeyRotation: UNKNOWN'), key('KeySpec: UNKNOWN'), key('Origin: UNKNOWN'), key('KeyUsage: UNKNOWN')],
    },
    cdk: {
      fails: [
        `new kms.Key(this, 'K', { enableKeyRotation: «false» SPREAD});`,
        `new kms.«Key»(this, 'K', { description: 'orders' SPREAD});`,
        `new kms.«CfnKey»(this, 'K', { description: 'orders' SPREAD});`,
      ],
      passes: [
        `new kms.Key(this, 'K', { enableKeyRotation: true });`,
        `new kms.Key(this, 'K', { keySpec: kms.KeySpec.RSA_2048, keyUsage: kms.KeyUsage.SIGN_VERIFY });`,
      ],
      unknown: `new kms.Key(this, 'K', { enableKeyRotation: UNKNOWN });`,
    },
  },
  'kms-key-anybody': {
    yaml: {
      fails: [
        keyPolicy("Effect: Allow, «Principal»: { AWS: '*' }"),
        keyPolicy("Effect: Allow, «Principal»: { AWS: ['*'] }").replace('AWS::KMS::Key', 'AWS::KMS::ReplicaKey'),
      ],
      passes: [
        keyPolicy('Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }'),
        keyPolicy("Effect: Allow, Principal: { AWS: '*' }, Condition: { StringEquals: { kms:CallerAccount: !Ref AWS::AccountId } }"),
      ],
      unknown: keyPolicy('Effect: Allow, Principal: UNKNOWN'),
    },
    cdk: {
      fails: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', «Principal»: '*', Action: 'kms:*' SPREAD}] } });`,
      passes: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' } }] } });`,
      unknown: `new kms.CfnKey(this, 'K', { keyPolicy: UNKNOWN });`,
    },
  },
};
