import type { RuleCase } from './cases';

const bucket = (properties: string): string => `Files: { Type: AWS::S3::Bucket, Properties: { ${properties} } }`;
const bare = 'Files: { Type: «AWS::S3::Bucket», Properties: { BucketName: files } }';
const policy = (statement: string): string => `Policy: { Type: AWS::S3::BucketPolicy, Properties: { PolicyDocument: { Statement: [{ ${statement} }] } } }`;
const cdkPolicy = (statement: string): string => `new s3.CfnBucketPolicy(this, 'P', { bucket: 'b', policyDocument: { Statement: [{ ${statement} }] } });`;
const tls = 'Effect: Deny, Principal: "*", Action: "s3:*", Condition: { Bool: { aws:SecureTransport: false } }';
const policyFor = (of: string, statement: string): string =>
  `Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: ${of}, PolicyDocument: { Statement: { ${statement} } } } }`;

export const deliveryS3PolicyCases: Readonly<Record<string, RuleCase>> = {
  's3-tls-not-demanded': {
    yaml: {
      fails: [
        bare,
        `${bucket('BucketName: files')}\n${policyFor('!Ref Files', 'Effect: Allow, Action: s3:GetObject').replace('PolicyDocument', '«PolicyDocument»')}`,
        policyFor('elsewhere', 'Effect: Allow, Action: s3:*').replace('PolicyDocument', '«PolicyDocument»'),
        `${bare.replace('files', 'one')}\nOther: { Type: AWS::S3::Bucket, Properties: { BucketName: other } }\n${policyFor('!Ref Other', tls)}`,
        policyFor('b', 'Effect: Allow, Principal: "*", Action: "s3:*", Condition: { Bool: { aws:SecureTransport: true } }').replace(
          'PolicyDocument',
          '«PolicyDocument»',
        ),
      ],
      passes: [
        `${bucket('BucketName: files')}\n${policyFor('!Ref Files', tls)}`,
        `${bucket('BucketName: files')}\n${policyFor('files', tls.replace('false', "'false'"))}`,
        `${bucket('BucketName: files')}\n${policyFor('!If [Production, !Ref Files, other]', tls.replace('Bool', 'BoolIfExists'))}`,
      ],
      unknown: [
        `${bucket('BucketName: files')}\n${policyFor('UNKNOWN', tls)}`,
        `${bucket('BucketName: UNKNOWN')}\n${policyFor('files', tls)}`,
        policyFor('b', 'Effect: UNKNOWN, Condition: { Bool: { aws:SecureTransport: false } }'),
        policyFor('b', 'Effect: Deny, Condition: UNKNOWN'),
        policyFor('b', 'Effect: Deny, Condition: { Bool: { aws:SecureTransport: UNKNOWN } }'),
        'Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: b, PolicyDocument: UNKNOWN } }',
      ],
    },
    cdk: {
      fails: [
        `new s3.«CfnBucket»(this, 'B', { bucketName: 'files' });`,
        `new s3.CfnBucketPolicy(this, 'P', { bucket: 'b', «policyDocument»: { Statement: [{ Effect: 'Deny', Action: 's3:*' SPREAD}] } });`,
      ],
      passes: [
        `new s3.Bucket(this, 'B', { enforceSSL: true });`,
        `const files = new s3.CfnBucket(this, 'B', {}); new s3.CfnBucketPolicy(this, 'P', { bucket: files.ref, policyDocument: { Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] } });`,
      ],
      unknown: `new s3.CfnBucketPolicy(this, 'P', { bucket: 'b', policyDocument: UNKNOWN });`,
    },
  },
  's3-policy-any-action': {
    yaml: {
      fails: [
        policy(`Effect: Allow, Action: '«s3:*»'`),
        policy(`Effect: Allow, Action: [s3:GetObject, '«*»']`),
        `Door: { Type: AWS::S3::AccessPoint, Properties: { Bucket: b, Policy: { Statement: { Effect: Allow, Action: '«s3:*»' } } } }`,
      ],
      passes: [policy('Effect: Allow, Action: s3:Get*'), policy('Effect: Deny, Action: s3:*')],
    },
    cdk: { fails: cdkPolicy(`Effect: 'Allow', Action: «'s3:*'» SPREAD`), passes: cdkPolicy(`Effect: 'Allow', Action: 's3:GetObject'`) },
  },
  's3-policy-allow-except': {
    yaml: {
      fails: policy('Effect: Allow, «NotAction»: s3:DeleteBucket'),
      passes: policy('Effect: Deny, NotAction: s3:GetObject'),
      unknown: policy('Effect: UNKNOWN, NotAction: s3:DeleteBucket'),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «NotAction»: 's3:DeleteBucket' SPREAD`),
      passes: cdkPolicy(`Effect: 'Deny', NotAction: 's3:GetObject'`),
      unknown: cdkPolicy(`Effect: UNKNOWN, NotAction: 's3:GetObject'`),
    },
  },
  's3-policy-not-principal': {
    yaml: {
      fails: policy('Effect: Allow, «NotPrincipal»: { AWS: x }'),
      passes: policy('Effect: Deny, NotPrincipal: { AWS: x }'),
      unknown: policy('Effect: UNKNOWN, NotPrincipal: { AWS: x }'),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «NotPrincipal»: { AWS: 'x' } SPREAD`),
      passes: cdkPolicy(`Effect: 'Deny', NotPrincipal: { AWS: 'x' }`),
      unknown: cdkPolicy(`Effect: UNKNOWN, NotPrincipal: { AWS: 'x' }`),
    },
  },
  's3-policy-weak-condition': {
    yaml: {
      fails: [
        policy(`Effect: Allow, «Principal»: '*', Action: s3:GetObject, Condition: { Bool: { aws:SecureTransport: true } }`),
        policy(`Effect: Allow, «Principal»: { AWS: '*' }, Condition: { StringLike: { aws:Referer: [https://example.com/*] } }`),
      ],
      passes: [
        policy(`Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }`),
        policy(`Effect: Allow, Principal: '*', Condition: { Bool: { aws:SecureTransport: true }, IpAddress: { aws:SourceIp: 192.0.2.0/24 } }`),
        policy('Effect: Allow, Principal: { AWS: x }, Condition: { Bool: { aws:SecureTransport: true } }'),
      ],
      unknown: policy(`Effect: Allow, Principal: '*', Condition: UNKNOWN`),
    },
    cdk: {
      fails: cdkPolicy(`Effect: 'Allow', «Principal»: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' SPREAD} }`),
      passes: cdkPolicy(`Effect: 'Allow', Principal: '*', Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }`),
      unknown: cdkPolicy(`Effect: 'Allow', Principal: '*', Condition: UNKNOWN`),
    },
  },
  's3-policy-denies-all': {
    yaml: {
      fails: policy(`Effect: «Deny», Principal: '*', Action: 's3:*', Resource: '*'`),
      passes: [
        policy(`Effect: Deny, Principal: '*', Action: 's3:*', Condition: { Bool: { aws:SecureTransport: false } }`),
        policy(`Effect: Deny, Principal: '*', Action: s3:DeleteBucket`),
        policy(`Effect: Deny, Principal: { AWS: x }, Action: 's3:*'`),
      ],
    },
    cdk: {
      fails: cdkPolicy(`Effect: «'Deny'», Principal: '*', Action: 's3:*' SPREAD`),
      passes: cdkPolicy(`Effect: 'Deny', Principal: '*', Action: 's3:DeleteBucket'`),
    },
  },
};
