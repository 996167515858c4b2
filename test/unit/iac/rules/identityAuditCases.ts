import type { RuleCase } from './cases';

const policy = (statement: string): string => `P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ ${statement} }] } } }`;
const inline = (type: string, statement: string): string =>
  `R: { Type: AWS::IAM::${type}, Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: { ${statement} } } }] } }`;
const cdkPolicy = (statement: string): string =>
  `new iam.CfnManagedPolicy(this, 'P', { policyDocument: { Version: '2012-10-17', Statement: [{ ${statement} }] } });`;
const trust = (statement: string): string => `R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ ${statement} }] } } }`;
const cdkTrust = (statement: string): string => `new iam.CfnRole(this, 'R', { assumeRolePolicyDocument: { Statement: [{ ${statement} }] } });`;
const identity = (type: string, properties: string): string => `It: { Type: AWS::IAM::${type}, Properties: { ${properties} } }`;
const managed = (name: string): string => `ManagedPolicyArns: ['«arn:aws:iam::aws:policy/${name}»']`;
const condition = 'Condition: { StringEquals: { aws:ResourceTag/team: shop } }';
const web = (rest: string): string => `Effect: Allow, Action: sts:AssumeRoleWithWebIdentity, ${rest}`;
const github = "«Principal»: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' }";

/** Cases of a rule against actions on every resource: the action in several shapes, and what makes it narrow. */
function dangerous(action: string, { pattern, others }: { readonly pattern: string; readonly others?: readonly string[] }): RuleCase {
  return {
    yaml: {
      fails: [
        policy(`Effect: Allow, Action: «${action}», Resource: '*'`),
        policy(`Effect: Allow, Action: [logs:PutLogEvents, '«${pattern}»'], Resource: ['*']`),
        inline('Group', `Effect: Allow, Action: [«${action.toLowerCase()}»], Resource: '*'`),
        ...(others ?? []).map((other) => policy(other)),
      ],
      passes: [
        policy(`Effect: Allow, Action: ${action}, Resource: 'arn:aws:x:eu-west-1:111122223333:thing/one'`),
        policy(`Effect: Allow, Action: ${action}, Resource: '*', ${condition}`),
        policy(`Effect: Deny, Action: ${action}, Resource: '*'`),
        policy("Effect: Allow, Action: '*', Resource: '*'"),
        policy(`Effect: Allow, Action: ${action}, Resource: '*'`).concat('\nDev: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !Ref P } }'),
      ],
      unknown: [
        policy("Effect: Allow, Action: UNKNOWN, Resource: '*'"),
        policy(`Effect: Allow, Action: ${action}, Resource: UNKNOWN`),
        policy(`Effect: UNKNOWN, Action: ${action}, Resource: '*'`),
      ],
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', Action: [«'${action}'»], Resource: '*' SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: '${action}', Resource: bucket.bucketArn`),
      unknown: cdkPolicy(`Effect: 'Allow', Action: ['${action}'], Resource: UNKNOWN`),
    },
  };
}

export const identityAuditCases: Readonly<Record<string, RuleCase>> = {
  'iam-action-wildcard': {
    yaml: {
      fails: [
        policy("Effect: Allow, Action: '«*»', Resource: arn:aws:s3:::files"),
        policy("Effect: Allow, Action: [s3:GetObject, '«*:*»'], Resource: !Ref Unset"),
        inline('Role', "Effect: Allow, Action: '«*»', Resource: '*'"),
        `P: { Type: AWS::IAM::Policy, Properties: { PolicyDocument: '«{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}»' } }`,
      ],
      passes: [
        policy("Effect: Allow, Action: s3:*, Resource: '*'"),
        policy("Effect: Deny, Action: '*', Resource: '*'"),
        policy("Effect: Allow, Action: !If [Production, s3:GetObject, '*'], Resource: '*'"),
        `P: { Type: AWS::IAM::Policy, Properties: { PolicyDocument: '{"Statement": no JSON' } }`,
      ],
      unknown: [policy("Effect: Allow, Action: UNKNOWN, Resource: '*'"), policy("Effect: UNKNOWN, Action: '*', Resource: '*'")],
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', Action: «'*'», Resource: 'arn:aws:s3:::files' SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*'`),
    },
  },
  'iam-service-wildcard': {
    yaml: {
      fails: [policy('Effect: Allow, Action: «dynamodb:*», Resource: !Ref Unset'), inline('User', "Effect: Allow, Action: ['«s3:*»', 'iam:*'], Resource: '*'")],
      passes: [
        policy('Effect: Allow, Action: s3:Get*, Resource: arn:aws:s3:::files/*'),
        policy("Effect: Allow, Action: ['ssmmessages:*'], Resource: '*'"),
        policy("Effect: Deny, Action: iam:*, Resource: '*'"),
      ],
      unknown: policy("Effect: Allow, Action: [UNKNOWN, s3:GetObject], Resource: '*'"),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', Action: [«'s3:*'»], Resource: bucket.bucketArn SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: ['s3:PutObject'], Resource: bucket.bucketArn`),
    },
  },
  'iam-resource-wildcard': {
    yaml: {
      fails: [
        policy("Effect: Allow, Action: dynamodb:PutItem, Resource: '«*»'"),
        policy("Effect: Allow, Action: ['s3:List*'], Resource: [!Ref Unset, '«*»']"),
        inline('Role', "Effect: Allow, Action: [ec2:DescribeInstances, ec2:TerminateInstances, a:b, c:d, e:f], Resource: '«*»'"),
      ],
      passes: [
        policy("Effect: Allow, Action: [ec2:Describe*, cloudwatch:PutMetricData, xray:PutTraceSegments, s3:ListAllMyBuckets], Resource: '*'"),
        policy("Effect: Allow, Action: ecr:GetAuthorizationToken, Resource: '*'"),
        policy("Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { StringEquals: { aws:ResourceAccount: '111122223333' } }"),
        policy("Effect: Deny, Action: sqs:SendMessage, Resource: '*'"),
        policy('Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Q.Arn'),
      ],
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: «'*'» SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: queue.queueArn`),
    },
  },
  'iam-not-resource-allow': {
    yaml: {
      fails: [
        policy('Effect: Allow, Action: s3:*, «NotResource»: arn:aws:s3:::secret'),
        inline('Role', 'Effect: Allow, Action: s3:*, «NotResource»: !Ref Unset'),
      ],
      passes: policy('Effect: Deny, Action: s3:*, NotResource: arn:aws:s3:::files'),
      unknown: policy('Effect: UNKNOWN, Action: s3:*, NotResource: arn:aws:s3:::files'),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', Action: 's3:*', «NotResource»: 'arn:aws:s3:::secret' SPREAD`),
      passes: cdkPolicy(`Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::files'`),
      unknown: cdkPolicy(`Effect: UNKNOWN, Action: 's3:*', NotResource: 'arn:aws:s3:::files'`),
    },
  },
  'iam-not-action-scoped': {
    yaml: {
      fails: [
        policy('Effect: Allow, «NotAction»: s3:DeleteBucket, Resource: arn:aws:s3:::files'),
        policy('Effect: Allow, «NotAction»: iam:*, Resource: !Ref Unset'),
      ],
      passes: [policy('Effect: Deny, NotAction: iam:*, Resource: arn:aws:s3:::files'), policy("Effect: Allow, NotAction: iam:*, Resource: '*'")],
      unknown: policy('Effect: UNKNOWN, NotAction: iam:*, Resource: arn:aws:s3:::files'),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «NotAction»: 'iam:*', Resource: bucket.bucketArn SPREAD`),
      passes: cdkPolicy(`Effect: 'Allow', Action: 's3:GetObject', Resource: bucket.bucketArn`),
      unknown: cdkPolicy(`Effect: UNKNOWN, NotAction: 'iam:*', Resource: bucket.bucketArn`),
    },
  },
  'iam-pass-role-any': dangerous('iam:PassRole', {
    pattern: 'iam:Pass*',
    others: ["Effect: Allow, Action: '«iam:*»', Resource: '*'", "Effect: Allow, Action: «iam:PassRole», Resource: 'arn:aws:iam::*:role/*'"],
  }),
  'iam-assume-role-any': dangerous('sts:AssumeRole', {
    pattern: 'sts:*',
    others: ["Effect: Allow, Action: «sts:AssumeRole», Resource: 'arn:aws:iam::*:role/*'"],
  }),
  'iam-privilege-escalation': dangerous('iam:CreatePolicyVersion', {
    pattern: 'iam:*',
    others: ["Effect: Allow, Action: ['«iam:Put*»', iam:AttachRolePolicy, iam:CreateAccessKey, iam:AddUserToGroup], Resource: 'arn:aws:iam::111122223333:*'"],
  }),
  'iam-credentials-exposure': dangerous('iam:CreateAccessKey', { pattern: 'redshift:GetCluster*' }),
  'iam-data-exfiltration': dangerous('s3:GetObject', {
    pattern: 's3:*',
    others: [
      "Effect: Allow, Action: ['«ssm:GetParameter*»', 'secretsmanager:GetSecretValue'], Resource: '*'",
      "Effect: Allow, Action: «s3:GetObject», Resource: 'arn:aws:s3:::*'",
    ],
  }),
  'iam-permissions-management': dangerous('s3:PutBucketPolicy', { pattern: 'kms:Put*' }),
  'iam-kms-any-key': dangerous('kms:Decrypt', {
    pattern: 'kms:*',
    others: ["Effect: Allow, Action: ['«kms:ReEncrypt*»'], Resource: 'arn:aws:kms:*:111122223333:key/*'"],
  }),
  'iam-trust-not-principal': {
    yaml: {
      fails: trust("Effect: Allow, Action: sts:AssumeRole, «NotPrincipal»: { AWS: '111122223333' }"),
      passes: [
        trust('Effect: Allow, Action: sts:AssumeRole, Principal: { Service: ec2.amazonaws.com }'),
        trust("Effect: Deny, NotPrincipal: { AWS: '111122223333' }"),
      ],
      unknown: trust("Effect: UNKNOWN, NotPrincipal: { AWS: '111122223333' }"),
    },
    cdk: {
      fails: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRole', «NotPrincipal»: { AWS: '111122223333' } SPREAD`),
      passes: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' }`),
      unknown: cdkTrust(`Effect: UNKNOWN, NotPrincipal: { AWS: '111122223333' }`),
    },
  },
  'iam-trust-not-action': {
    yaml: {
      fails: trust('Effect: Allow, «NotAction»: sts:TagSession, Principal: { Service: ec2.amazonaws.com }'),
      passes: [
        trust('Effect: Allow, Action: sts:AssumeRole, Principal: { Service: ec2.amazonaws.com }'),
        trust("Effect: Deny, NotAction: sts:TagSession, Principal: '*'"),
      ],
      unknown: trust('Effect: UNKNOWN, NotAction: sts:TagSession'),
    },
    cdk: {
      fails: cdkTrust(`Effect: 'Allow', «NotAction»: 'sts:TagSession', Principal: { Service: 'ec2.amazonaws.com' } SPREAD`),
      passes: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' }`),
      unknown: cdkTrust(`Effect: UNKNOWN, NotAction: 'sts:TagSession'`),
    },
  },
  'iam-trust-wildcard-action': {
    yaml: {
      fails: [
        trust("Effect: Allow, Action: '«*»', Principal: { Service: ec2.amazonaws.com }"),
        trust("Effect: Allow, Action: ['«sts:*»'], Principal: !Ref Unset"),
      ],
      passes: [trust('Effect: Allow, Action: [sts:AssumeRole, sts:TagSession], Principal: !Ref Unset'), trust("Effect: Deny, Action: '*', Principal: '*'")],
    },
    cdk: {
      fails: cdkTrust(`Effect: 'Allow', Action: «'*'», Principal: { Service: 'ec2.amazonaws.com' } SPREAD`),
      passes: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' }`),
    },
  },
  'iam-trust-account-root': {
    yaml: {
      fails: [
        trust('Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: «arn:aws:iam::111122223333:root» }'),
        trust("Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: [!Ref Unset, '«111122223333»'] }"),
        trust('Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: «111122223333» }'),
      ],
      passes: [
        trust("Effect: Allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Condition: { StringEquals: { sts:ExternalId: shop } }"),
        trust('Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }'),
        trust("Effect: Allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' }"),
        trust("Effect: Allow, Principal: { AWS: '*' }"),
        trust("Effect: Allow, Principal: '*'"),
      ],
    },
    cdk: {
      fails: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: «'arn:aws:iam::111122223333:root'» } SPREAD`),
      passes: cdkTrust(`Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' }`),
    },
  },
  'iam-trust-web-identity-open': {
    yaml: {
      fails: [
        trust(web(github)),
        trust(web('«Principal»: { Federated: !Ref Unset }')),
        trust(web(`${github}, Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com } }`)),
      ],
      passes: [
        trust(web("Principal: { Federated: x }, Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:shop/*' } }")),
        trust(web("Principal: { Federated: cognito-identity.amazonaws.com }, Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': pool } }")),
        trust('Effect: Allow, Action: sts:AssumeRole, Principal: { Service: ec2.amazonaws.com }'),
        trust("Effect: Allow, Action: 'sts:*', Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/staff' }"),
        trust("Effect: Allow, Action: 'sts:*', Principal: { AWS: '111122223333' }"),
      ],
      unknown: [
        trust('Effect: Allow, Action: UNKNOWN, Principal: { Federated: x }'),
        trust('Effect: Allow, Action: sts:AssumeRoleWithWebIdentity, Principal: UNKNOWN'),
        trust(web('Principal: { Federated: x }, Condition: UNKNOWN')),
        trust(web('Principal: { Federated: x }, Condition: { StringEquals: UNKNOWN }')),
      ],
    },
    cdk: {
      fails: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity', «Principal»: { Federated: provider.attrArn } SPREAD`),
      passes: cdkTrust(
        `Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: 'x' }, Condition: { StringEquals: { 'x:sub': 'y' } }`,
      ),
      unknown: cdkTrust(`Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: 'x' }, Condition: UNKNOWN`),
    },
  },
  'iam-administrator-access': {
    yaml: {
      fails: [
        identity('Role', managed('AdministratorAccess')),
        identity('Group', managed('AdministratorAccess').replace(':aws:iam', ':aws-cn:iam')),
        identity('User', "ManagedPolicyArns: [!Ref Unset, '«arn:aws:iam::aws:policy/AdministratorAccess»']"),
      ],
      passes: [
        identity('Role', managed('ReadOnlyAccess').replace(/[«»]/g, '')),
        identity('Role', "ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess-Amplify']"),
        identity('Role', "ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/AdministratorAccess']"),
      ],
    },
    cdk: {
      fails: `new iam.CfnRole(this, 'R', { managedPolicyArns: [«'arn:aws:iam::aws:policy/AdministratorAccess'»] SPREAD});`,
      passes: `new iam.CfnRole(this, 'R', { managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] });`,
    },
  },
  'iam-elevated-managed-policy': {
    yaml: {
      fails: [
        identity('Role', managed('AmazonS3FullAccess')),
        identity('Group', managed('PowerUserAccess')),
        identity('User', managed('IAMFullAccess')),
        identity('Role', managed('AWSLambda_FullAccess')),
        identity('Role', managed('job-function/NetworkFullAccess')),
      ],
      passes: identity('Role', "ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', !Ref Unset]"),
    },
    cdk: {
      fails: `new iam.CfnGroup(this, 'G', { managedPolicyArns: [«'arn:aws:iam::aws:policy/AmazonEC2FullAccess'»] SPREAD});`,
      passes: `new iam.CfnGroup(this, 'G', { managedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess'] });`,
    },
  },
};
