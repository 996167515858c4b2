import type { RuleCase } from './cases';

const of = (type: string, properties: string): string => `It: { Type: AWS::${type}, Properties: { ${properties} } }`;
const statement = (path: string, text: string): string => `${path}: { Statement: [{ ${text} }] }`;
const secretPolicy = (text: string): string =>
  of('SecretsManager::ResourcePolicy', statement('ResourcePolicy', `Action: secretsmanager:GetSecretValue, ${text}`));
const key = (properties: string): string => of('KMS::Key', properties);
const database = (properties: string): string => of('DocDB::DBCluster', properties);
const cdkDatabase = (properties: string): string => `new docdb.CfnDBCluster(this, 'D', { ${properties} });`;
const schedule = (rules: string): string => of('SecretsManager::RotationSchedule', `SecretId: !Ref Unset, RotationRules: { ${rules} }`);
/** Not a key: the letters are AWS's own example. */
const example = 'AKIAIOSFODNN7EXAMPLE';
const exampleSecret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

export const identityAuditMoreCases: Readonly<Record<string, RuleCase>> = {
  'iam-user-attached-policy': {
    yaml: {
      fails: [
        of('IAM::User', '«ManagedPolicyArns»: [arn:aws:iam::aws:policy/ReadOnlyAccess]'),
        of('IAM::Policy', 'PolicyName: p, «Users»: [!Ref Person]').concat('\nPerson: { Type: AWS::IAM::User }'),
        of('IAM::ManagedPolicy', '«Users»: [ann]'),
      ],
      passes: [of('IAM::User', 'ManagedPolicyArns: []'), of('IAM::Policy', 'Roles: [deploy]'), of('IAM::Policy', 'Users: [!Ref AWS::NoValue]')],
      unknown: [of('IAM::User', 'ManagedPolicyArns: UNKNOWN'), of('IAM::ManagedPolicy', 'Users: UNKNOWN')],
    },
    cdk: {
      fails: `new iam.CfnPolicy(this, 'P', { «users»: ['ann'] SPREAD});`,
      passes: `new iam.CfnPolicy(this, 'P', { roles: ['deploy'] });`,
      unknown: `new iam.CfnPolicy(this, 'P', { users: UNKNOWN });`,
    },
  },
  'iam-inline-policy': {
    yaml: {
      fails: [
        of('IAM::Role', '«Policies»: [{ PolicyName: p }]'),
        of('IAM::Group', '«Policies»: [{ PolicyName: p }]'),
        'P: { Type: «AWS::IAM::RolePolicy» }',
        'P: { Type: «AWS::IAM::GroupPolicy» }',
      ],
      passes: [of('IAM::Role', 'Policies: []'), of('IAM::Role', 'ManagedPolicyArns: [!Ref Unset]')],
      unknown: [of('IAM::Role', 'Policies: UNKNOWN'), of('IAM::Role', 'Policies: [!If [Production, { PolicyName: p }, !Ref AWS::NoValue]]')],
    },
    cdk: {
      fails: [`new iam.CfnRole(this, 'R', { «policies»: [{ policyName: 'p' }] SPREAD});`, `new iam.«CfnRolePolicy»(this, 'P', props);`],
      passes: `new iam.CfnRole(this, 'R', { managedPolicyArns: [policy.ref] });`,
      unknown: `new iam.CfnRole(this, 'R', { policies: UNKNOWN });`,
    },
  },
  'iam-user-without-group': {
    yaml: {
      fails: [
        'Ann: { Type: «AWS::IAM::User», Properties: { UserName: ann } }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [bob, !Ref Bob] } }\nBob: { Type: AWS::IAM::User, Properties: { Groups: [g] } }',
        'Ann: { Type: AWS::IAM::User, Properties: { «Groups»: [] } }',
        'Ann: { Type: «AWS::IAM::User» }',
      ],
      passes: [
        of('IAM::User', 'Groups: [readers]'),
        'Ann: { Type: AWS::IAM::User }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [!Ref Ann] } }',
        'Ann: { Type: AWS::IAM::User, Properties: { UserName: ann } }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [ann] } }',
        'Ann: { Type: AWS::IAM::User, Properties: { UserName: !Ref Unset } }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [ann] } }',
      ],
      unknown: [
        of('IAM::User', 'Groups: UNKNOWN'),
        'Ann: { Type: AWS::IAM::User }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: !Ref Unset } }',
        'Ann: { Type: AWS::IAM::User }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [!If [Production, !Ref Ann, bob]] } }',
      ],
    },
    cdk: {
      fails: `new iam.«CfnUser»(this, 'U', { userName: 'ann' SPREAD});`,
      passes: [`new iam.CfnUser(this, 'U', { groups: ['readers'] });`, `new iam.User(this, 'U', { userName: 'ann' });`],
      unknown: `new iam.CfnUser(this, 'U', { groups: UNKNOWN });`,
    },
  },
  'iam-group-without-users': {
    yaml: {
      fails: [
        'G: { Type: «AWS::IAM::Group», Properties: { GroupName: g } }\nAnn: { Type: AWS::IAM::User, Properties: { Groups: [other] } }',
        'G: { Type: «AWS::IAM::Group» }',
      ],
      passes: [
        'G: { Type: AWS::IAM::Group }\nAnn: { Type: AWS::IAM::User, Properties: { Groups: [!Ref G] } }',
        'G: { Type: AWS::IAM::Group, Properties: { GroupName: g } }\nAdd: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: g, Users: [bob] } }',
      ],
      unknown: [
        'G: { Type: AWS::IAM::Group }\nAnn: { Type: AWS::IAM::User, Properties: { Groups: !Ref UnsetList } }',
        "G: { Type: AWS::IAM::Group, Properties: { 'Fn::Transform': { Name: AWS::Include } } }\nAnn: { Type: AWS::IAM::User, Properties: { Groups: [g] } }",
      ],
    },
    cdk: {
      fails: `new iam.«CfnGroup»(this, 'G', { groupName: 'g' }); new iam.CfnUser(this, 'U', { userName: 'ann', groups: ['other'] SPREAD});`,
      passes: [`const group = new iam.CfnGroup(this, 'G', {}); new iam.CfnUser(this, 'U', { groups: [group.ref] });`, `new iam.Group(this, 'G', {});`],
      unknown: `new iam.CfnGroup(this, 'G', { groupName: 'g' }); new iam.CfnUser(this, 'U', { groups: UNKNOWN });`,
    },
  },
  'iam-login-profile-no-reset': {
    yaml: {
      fails: [
        of('IAM::User', '«LoginProfile»: { Password: !Ref Unset }'),
        of('IAM::User', 'LoginProfile: { Password: !Ref Unset, PasswordResetRequired: «false» }'),
      ],
      passes: [of('IAM::User', 'LoginProfile: { Password: !Ref Unset, PasswordResetRequired: true }'), of('IAM::User', 'UserName: ann')],
      unknown: of('IAM::User', 'LoginProfile: { Password: !Ref Unset, PasswordResetRequired: UNKNOWN }'),
    },
    cdk: {
      fails: `new iam.CfnUser(this, 'U', { loginProfile: { password: secret, passwordResetRequired: «false» SPREAD} });`,
      passes: `new iam.CfnUser(this, 'U', { loginProfile: { password: secret, passwordResetRequired: true } });`,
    },
  },
  'iam-explicit-name': {
    yaml: {
      fails: [
        of('IAM::Role', 'RoleName: «deploy»'),
        of('IAM::User', "UserName: '«ann»'"),
        of('IAM::Group', 'GroupName: «g»'),
        of('IAM::ManagedPolicy', 'ManagedPolicyName: «p»'),
      ],
      passes: [of('IAM::Role', 'Path: /app/'), of('IAM::Role', 'RoleName: !Sub "${AWS::StackName}-deploy"'), of('IAM::Policy', 'PolicyName: p')],
    },
    cdk: {
      fails: [`new iam.CfnRole(this, 'R', { roleName: «'deploy'» SPREAD});`, `new iam.Role(this, 'R', { roleName: «'deploy'» });`],
      passes: `new iam.CfnRole(this, 'R', { path: '/app/' });`,
    },
  },
  'iam-long-session': {
    yaml: {
      fails: [
        of('IAM::Role', 'MaxSessionDuration: «43200»'),
        of('IAM::Role', "MaxSessionDuration: '«28800»'"),
        of('IAM::Role', 'MaxSessionDuration: !If «[Production, 20000, 43200»]'),
      ],
      passes: [
        of('IAM::Role', 'MaxSessionDuration: 14400'),
        of('IAM::Role', 'Path: /app/'),
        of('IAM::Role', 'MaxSessionDuration: !If [Production, 3600, 43200]'),
      ],
      unknown: of('IAM::Role', 'MaxSessionDuration: UNKNOWN'),
    },
    cdk: {
      fails: [`new iam.CfnRole(this, 'R', { maxSessionDuration: «43200» SPREAD});`, `new iam.Role(this, 'R', { maxSessionDuration: «Duration.hours(12)» });`],
      passes: `new iam.Role(this, 'R', { maxSessionDuration: Duration.hours(1) });`,
    },
  },
  'iam-two-access-keys': {
    yaml: {
      fails: [
        'One: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Ann } }\nTwo: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref «Ann» } }\nAnn: { Type: AWS::IAM::User }',
        'One: { Type: AWS::IAM::AccessKey, Properties: { UserName: ann } }\nTwo: { Type: AWS::IAM::AccessKey, Properties: { UserName: «ann» } }',
      ],
      passes: 'One: { Type: AWS::IAM::AccessKey, Properties: { UserName: ann } }\nTwo: { Type: AWS::IAM::AccessKey, Properties: { UserName: bob } }',
    },
    cdk: {
      fails: `new iam.CfnAccessKey(this, 'A', { userName: 'ann' }); new iam.CfnAccessKey(this, 'B', { userName: «'ann'» SPREAD});`,
      passes: `new iam.CfnAccessKey(this, 'A', { userName: 'ann' }); new iam.CfnAccessKey(this, 'B', { userName: 'bob' });`,
    },
  },
  'policy-not-principal-allow': {
    yaml: {
      fails: [
        secretPolicy("Effect: Allow, «NotPrincipal»: { AWS: '111122223333' }"),
        key(statement('KeyPolicy', "Effect: Allow, Action: kms:*, «NotPrincipal»: { AWS: '111122223333' }")),
        of('ECR::Repository', statement('RepositoryPolicyText', "Effect: Allow, «NotPrincipal»: { AWS: '111122223333' }")),
      ],
      passes: [secretPolicy("Effect: Deny, NotPrincipal: { AWS: '111122223333' }"), secretPolicy("Effect: Allow, Principal: { AWS: '111122223333' }")],
      unknown: secretPolicy("Effect: UNKNOWN, NotPrincipal: { AWS: '111122223333' }"),
    },
    cdk: {
      fails: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', «NotPrincipal»: { AWS: '111122223333' } SPREAD}] } });`,
      passes: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: UNKNOWN, NotPrincipal: { AWS: '111122223333' } }] } });`,
    },
  },
  'policy-not-action-allow': {
    yaml: {
      fails: [
        of('SecretsManager::ResourcePolicy', statement('ResourcePolicy', "Effect: Allow, «NotAction»: a:b, Principal: { AWS: '111122223333' }")),
        of('EFS::FileSystem', statement('FileSystemPolicy', "Effect: Allow, «NotAction»: elasticfilesystem:ClientRootAccess, Principal: '*'")),
      ],
      passes: [of('SecretsManager::ResourcePolicy', statement('ResourcePolicy', 'Effect: Deny, NotAction: a:b')), secretPolicy('Effect: Allow')],
      unknown: of('SecretsManager::ResourcePolicy', statement('ResourcePolicy', 'Effect: UNKNOWN, NotAction: a:b')),
    },
    cdk: {
      fails: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', «NotAction»: 'kms:Encrypt', Principal: { AWS: '111122223333' } SPREAD}] } });`,
      passes: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new kms.CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: UNKNOWN, NotAction: 'kms:Encrypt' }] } });`,
    },
  },
  'kms-pending-window-short': {
    yaml: {
      fails: [key('PendingWindowInDays: «7»'), of('KMS::ReplicaKey', "PendingWindowInDays: '«10»'")],
      passes: [key('PendingWindowInDays: 30'), key('Description: shop')],
    },
    cdk: {
      fails: [`new kms.CfnKey(this, 'K', { pendingWindowInDays: «7» SPREAD});`, `new kms.Key(this, 'K', { pendingWindow: «Duration.days(7)» });`],
      passes: `new kms.Key(this, 'K', { pendingWindow: Duration.days(20) });`,
    },
  },
  'kms-key-deleted-with-stack': {
    yaml: {
      fails: ['K: { Type: «AWS::KMS::Key», Properties: { EnableKeyRotation: true } }', 'K: { Type: AWS::KMS::Key, DeletionPolicy: «Delete» }'],
      passes: 'K: { Type: AWS::KMS::Key, DeletionPolicy: Retain }',
      unknown: 'K: { Type: AWS::KMS::Key, DeletionPolicy: UNKNOWN }',
    },
    cdk: {
      fails: `new kms.Key(this, 'K', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      passes: [
        `new kms.Key(this, 'K', { removalPolicy: RemovalPolicy.RETAIN });`,
        `new kms.Key(this, 'K');`,
        `new kms.CfnKey(this, 'K', { description: 'shop' });`,
      ],
    },
  },
  'kms-lockout-check-bypassed': {
    yaml: {
      fails: key('BypassPolicyLockoutSafetyCheck: «true»'),
      passes: [key('BypassPolicyLockoutSafetyCheck: false'), key('Description: shop')],
    },
    cdk: {
      fails: `new kms.CfnKey(this, 'K', { bypassPolicyLockoutSafetyCheck: «true» SPREAD});`,
      passes: `new kms.CfnKey(this, 'K', { description: 'shop' });`,
    },
  },
  'kms-key-disabled': {
    yaml: { fails: [key('Enabled: «false»'), key('Enabled: !Ref «Off»')], passes: [key('Enabled: true'), key('Description: shop')] },
    cdk: { fails: `new kms.CfnKey(this, 'K', { enabled: «false» SPREAD});`, passes: `new kms.CfnKey(this, 'K', { enabled: true });` },
  },
  'kms-default-key-policy': {
    yaml: {
      fails: ['K: { Type: «AWS::KMS::Key», Properties: { Description: shop } }', 'K: { Type: «AWS::KMS::Key» }'],
      passes: [key(statement('KeyPolicy', 'Effect: Allow')), key('KeyPolicy: !Ref Unset')],
      unknown: key('KeyPolicy: UNKNOWN'),
    },
    cdk: {
      fails: `new kms.«CfnKey»(this, 'K', { description: 'shop' SPREAD});`,
      passes: [`new kms.CfnKey(this, 'K', { keyPolicy: policy });`, `new kms.Key(this, 'K', { description: 'shop' });`],
    },
  },
  'secret-in-template': {
    yaml: {
      fails: [
        database('MasterUserPassword: «hunter2hunter2»'),
        database('MasterUserPassword: !Ref «Kind»'),
        of('AmazonMQ::Broker', 'Users: [{ Username: a, Password: "«hunter2hunter2»" }, { Username: b, Password: !Ref Unset }]'),
        of('ElastiCache::User', 'Passwords: [«hunter2hunter2hunter2»]'),
        of('IAM::User', 'LoginProfile: { Password: «hunter2» }'),
        'Web: { Type: AWS::EC2::Instance, Metadata: { AWS::CloudFormation::Authentication: { files: { type: basic, username: a, password: «hunter2» } } } }',
        of('CodePipeline::Pipeline', 'Stages: [{ Actions: [{ Configuration: { OAuthToken: «abc123» } }] }]'),
        of('SecretsManager::Secret', `SecretString: '«{"password": "hunter2"}»'`),
      ],
      passes: [
        database("MasterUserPassword: '{{resolve:secretsmanager:db:SecretString:password}}'"),
        database('MasterUserPassword: !Sub "{{resolve:ssm-secure:/db/password:1}}"'),
        database("MasterUserPassword: ''"),
        database("MasterUserPassword: 'Bearer <<Enter your key>>'"),
        of('SecretsManager::Secret', `SecretString: '{"id": "<>", "secret": "<>"}'`),
        database("MasterUserPassword: '<your password>'"),
        database('MasterUserPassword: !Ref Hidden'),
        of('SecretsManager::Secret', 'GenerateSecretString: { PasswordLength: 32 }'),
      ],
    },
    cdk: {
      fails: cdkDatabase(`masterUserPassword: «'hunter2hunter2'» SPREAD`),
      passes: cdkDatabase(`masterUserPassword: secret.secretValue.unsafeUnwrap()`),
    },
  },
  'secret-parameter-no-echo': {
    yaml: {
      fails: [
        database('MasterUserPassword: !Ref «Unset»'),
        database('MasterUserPassword: !Ref «Kind»'),
        of('RDS::DBInstance', 'MasterUserPassword: !Ref «Unset»'),
        database("MasterUserPassword: '«{{resolve:ssm:/db/password:1}}»'"),
      ],
      passes: [
        database('MasterUserPassword: !Ref Hidden'),
        database("MasterUserPassword: '{{resolve:secretsmanager:db}}'"),
        database('MasterUsername: !Ref Unset'),
      ],
      unknown: [database('MasterUserPassword: !GetAtt Elsewhere.Value'), database('MasterUserPassword: !ImportValue shared')],
    },
    cdk: {
      fails: cdkDatabase(`masterUserPassword: «'{{resolve:ssm:/db/password:1}}'» SPREAD`),
      passes: cdkDatabase(`masterUserPassword: '{{resolve:ssm-secure:/db/password:1}}'`),
    },
  },
  'access-key-in-template': {
    yaml: {
      fails: [
        of('Lambda::Function', `Environment: { Variables: { ID: «${example}» } }`),
        of('EC2::Instance', `UserData: '«export AWS_ACCESS_KEY_ID=${example}»'`),
        of('Lambda::Function', `Environment: { Variables: { AWS_SECRET_ACCESS_KEY: «${exampleSecret}» } }`),
        of('SSM::Document', `Content: { a: ["«aws_secret_access_key = ${exampleSecret}»"] }`),
        `I: { Type: AWS::EC2::Instance, Metadata: { Key: «${example}» } }`,
        of('Lambda::Function', `Description: !If [Production, «${example}», none]`),
      ],
      passes: [of('Lambda::Function', 'Environment: { Variables: { ID: AKIA, HASH: aAKIAIOSFODNN7EXAMPLEa } }'), of('EC2::Instance', 'UserData: echo')],
    },
    cdk: {
      fails: `new lambda.CfnFunction(this, 'F', { environment: { variables: { ID: «'${example}'» SPREAD} } });`,
      passes: `new lambda.CfnFunction(this, 'F', { environment: { variables: { ID: 'shop' } } });`,
    },
  },
  'secretsmanager-no-rotation': {
    yaml: {
      fails: [
        'S: { Type: «AWS::SecretsManager::Secret», Properties: { Name: shop } }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref T } }\nT: { Type: AWS::SNS::Topic }',
        'S: { Type: «AWS::SecretsManager::Secret» }',
      ],
      passes: [
        'S: { Type: AWS::SecretsManager::Secret }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref S } }',
        'S: { Type: AWS::SecretsManager::Secret, Properties: { Name: shop } }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: shop } }',
        'S: { Type: AWS::SecretsManager::Secret }\nA: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !Ref S } }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref A } }',
        'S: { Type: AWS::SecretsManager::Secret }\nA: { Type: AWS::SecretsManager::SecretTargetAttachment }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref A } }',
      ],
      unknown: 'S: { Type: AWS::SecretsManager::Secret }\nR: { Type: AWS::SecretsManager::RotationSchedule, Properties: { SecretId: !Ref Unset } }',
    },
    cdk: {
      fails: `new secretsmanager.«CfnSecret»(this, 'S', { name: 'shop' }); new secretsmanager.CfnRotationSchedule(this, 'R', { secretId: 'other' SPREAD});`,
      passes: [
        `const secret = new secretsmanager.CfnSecret(this, 'S', {}); new secretsmanager.CfnRotationSchedule(this, 'R', { secretId: secret.ref });`,
        `new secretsmanager.Secret(this, 'S', {});`,
      ],
      unknown: `new secretsmanager.CfnSecret(this, 'S', {}); new secretsmanager.CfnRotationSchedule(this, 'R', { secretId: UNKNOWN });`,
    },
  },
  'secretsmanager-no-kms-key': {
    yaml: {
      fails: 'S: { Type: «AWS::SecretsManager::Secret», Properties: { Name: shop } }',
      passes: of('SecretsManager::Secret', 'KmsKeyId: !Ref Unset'),
      unknown: of('SecretsManager::Secret', 'KmsKeyId: UNKNOWN'),
    },
    cdk: {
      fails: `new secretsmanager.«CfnSecret»(this, 'S', { name: 'shop' SPREAD});`,
      passes: `new secretsmanager.CfnSecret(this, 'S', { kmsKeyId: key.ref });`,
    },
  },
  'secretsmanager-rotation-long': {
    yaml: {
      fails: [schedule('AutomaticallyAfterDays: «180»'), schedule("ScheduleExpression: '«rate(120 days)»'"), schedule("AutomaticallyAfterDays: '«91»'")],
      passes: [
        schedule('AutomaticallyAfterDays: 90'),
        schedule("ScheduleExpression: 'rate(10 days)'"),
        schedule("ScheduleExpression: 'cron(0 8 1 * ? *)'"),
        schedule("Duration: '3h'"),
      ],
    },
    cdk: {
      fails: `new secretsmanager.CfnRotationSchedule(this, 'R', { secretId: 's', rotationRules: { automaticallyAfterDays: «365» SPREAD} });`,
      passes: `new secretsmanager.CfnRotationSchedule(this, 'R', { secretId: 's', rotationRules: { automaticallyAfterDays: 30 } });`,
    },
  },
  'secretsmanager-policy-anybody': {
    yaml: {
      fails: [secretPolicy("Effect: Allow, «Principal»: '*'"), secretPolicy("Effect: Allow, «Principal»: { AWS: ['*'] }")],
      passes: [
        secretPolicy("Effect: Deny, Principal: '*'"),
        secretPolicy("Effect: Allow, Principal: '*', Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }"),
      ],
      unknown: [secretPolicy('Effect: Allow, Principal: UNKNOWN'), secretPolicy("Effect: UNKNOWN, Principal: '*'")],
    },
    cdk: {
      fails: `new secretsmanager.CfnResourcePolicy(this, 'P', { resourcePolicy: { Statement: [{ Effect: 'Allow', «Principal»: '*' SPREAD}] } });`,
      passes: `new secretsmanager.CfnResourcePolicy(this, 'P', { resourcePolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' } }] } });`,
      unknown: `new secretsmanager.CfnResourcePolicy(this, 'P', { resourcePolicy: UNKNOWN });`,
    },
  },
  'secretsmanager-public-policy-unchecked': {
    yaml: {
      fails: of('SecretsManager::ResourcePolicy', 'BlockPublicPolicy: «false»'),
      passes: [of('SecretsManager::ResourcePolicy', 'BlockPublicPolicy: true'), of('SecretsManager::ResourcePolicy', 'SecretId: !Ref Unset')],
    },
    cdk: {
      fails: `new secretsmanager.CfnResourcePolicy(this, 'P', { blockPublicPolicy: «false» SPREAD});`,
      passes: `new secretsmanager.CfnResourcePolicy(this, 'P', { blockPublicPolicy: true });`,
    },
  },
  'ssm-parameter-plain-secret': {
    yaml: {
      fails: [
        of('SSM::Parameter', 'Name: /shop/db/password, Type: String, Value: «hunter2»'),
        of('SSM::Parameter', 'Name: ApiKey, Type: String, Value: !Ref «Kind»'),
      ],
      passes: [
        of('SSM::Parameter', 'Name: /shop/db/host, Type: String, Value: db.example.com'),
        of('SSM::Parameter', "Name: /shop/db/password-arn, Type: String, Value: 'arn:aws:secretsmanager:x'"),
        of('SSM::Parameter', "Name: /shop/secret, Type: String, Value: 'arn:aws:secretsmanager:x'"),
      ],
      unknown: [of('SSM::Parameter', 'Name: UNKNOWN, Value: hunter2'), of('SSM::Parameter', 'Name: /shop/db/password, Value: UNKNOWN')],
    },
    cdk: {
      fails: `new ssm.CfnParameter(this, 'P', { name: '/shop/token', type: 'String', value: «'hunter2'» SPREAD});`,
      passes: `new ssm.CfnParameter(this, 'P', { name: '/shop/host', type: 'String', value: 'db' });`,
      unknown: `new ssm.CfnParameter(this, 'P', { name: '/shop/token', type: 'String', value: UNKNOWN });`,
    },
  },
};
