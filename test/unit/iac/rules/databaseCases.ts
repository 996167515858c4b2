import type { RuleCase } from './cases';

const instance = (properties: string): string => `Db: { Type: AWS::RDS::DBInstance, Properties: { ${properties} } }`;
const table = (properties: string): string => `Items: { Type: AWS::DynamoDB::Table, Properties: { ${properties} } }`;
const postgres = 'rds.DatabaseInstanceEngine.postgres({ version })';
const keys = (name: string): string => table(`KeySchema: [{ AttributeName: ${name}, KeyType: HASH }, { AttributeName: id, KeyType: RANGE }]`);

export const databaseCases: Readonly<Record<string, RuleCase>> = {
  'dynamodb-hot-partition-key': {
    yaml: {
      fails: [keys('«orderDate»'), keys("'«status»'"), keys('«created_day»')],
      passes: [
        keys('customerId'),
        keys('timestamp'),
        keys('statusId'),
        table('KeySchema: [{ AttributeName: id, KeyType: HASH }, { AttributeName: date, KeyType: RANGE }]'),
      ],
    },
    cdk: {
      fails: [
        `new dynamodb.Table(this, 'T', { partitionKey: { name: «'date'», type: dynamodb.AttributeType.STRING } SPREAD});`,
        `new dynamodb.TableV2(this, 'T', { partitionKey: { name: «'status'», type: dynamodb.AttributeType.STRING } SPREAD});`,
        `new dynamodb.CfnTable(this, 'T', { keySchema: [{ attributeName: «'month'», keyType: 'HASH' }] SPREAD});`,
      ],
      passes: `new dynamodb.Table(this, 'T', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'date', type: dynamodb.AttributeType.STRING },
    });`,
    },
  },
  'dynamodb-no-recovery': {
    yaml: {
      fails: [
        'Items: { Type: «AWS::DynamoDB::Table» }',
        table("PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: '«false»' }"),
        table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref «Off» }'),
      ],
      passes: [
        table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }'),
        table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !If [Production, true, false] }'),
      ],
      unknown: [table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: UNKNOWN }'), table('PointInTimeRecoverySpecification: UNKNOWN')],
    },
    cdk: {
      fails: [
        `new dynamodb.Table(this, 'T', { pointInTimeRecovery: «false» SPREAD});`,
        `new dynamodb.Table(this, 'T', { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: «false» } SPREAD});`,
        `new dynamodb.«Table»(this, 'T', { tableName: 'items' SPREAD});`,
        `new dynamodb.«CfnTable»(this, 'T', { tableName: 'items' SPREAD});`,
      ],
      passes: [
        `new dynamodb.Table(this, 'T', { pointInTimeRecovery: true });`,
        `new dynamodb.Table(this, 'T', { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } });`,
      ],
      unknown: [
        `new dynamodb.Table(this, 'T', { pointInTimeRecovery: UNKNOWN });`,
        `new dynamodb.Table(this, 'T', { pointInTimeRecoverySpecification: UNKNOWN });`,
      ],
    },
  },
  'dynamodb-deletion-policy': {
    yaml: {
      fails: [
        'Items: { Type: «AWS::DynamoDB::Table» }',
        'Items: { Type: AWS::DynamoDB::Table, DeletionPolicy: «Delete», Properties: { DeletionProtectionEnabled: false } }',
      ],
      passes: [
        'Items: { Type: AWS::DynamoDB::Table, DeletionPolicy: Retain }',
        'Items: { Type: AWS::DynamoDB::Table, DeletionPolicy: RetainExceptOnCreate }',
        table('DeletionProtectionEnabled: true'),
      ],
      unknown: [table('DeletionProtectionEnabled: UNKNOWN'), 'Items: { Type: AWS::DynamoDB::Table, DeletionPolicy: UNKNOWN }'],
    },
    cdk: {
      fails: `new dynamodb.Table(this, 'T', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      passes: [
        `new dynamodb.Table(this, 'T', { tableName: 'items' });`,
        `new dynamodb.Table(this, 'T', { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: true });`,
        `new dynamodb.CfnTable(this, 'T', { tableName: 'items' });`,
      ],
    },
  },
  'dynamodb-capacity-ignored': {
    yaml: {
      fails: table('BillingMode: PAY_PER_REQUEST, «ProvisionedThroughput»: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }'),
      passes: [
        table('BillingMode: PROVISIONED, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }'),
        table('BillingMode: PAY_PER_REQUEST'),
        table('BillingMode: !Ref OnDemand, ProvisionedThroughput: { ReadCapacityUnits: 5 }'),
        table('BillingMode: PAY_PER_REQUEST, ProvisionedThroughput: !If [Production, { ReadCapacityUnits: 5 }, !Ref AWS::NoValue]'),
      ],
      unknown: [
        table('BillingMode: UNKNOWN, ProvisionedThroughput: { ReadCapacityUnits: 5 }'),
        table('BillingMode: PAY_PER_REQUEST, ProvisionedThroughput: UNKNOWN'),
      ],
    },
    cdk: {
      fails: [
        `new dynamodb.Table(this, 'T', { billingMode: dynamodb.BillingMode.PAY_PER_REQUEST, «readCapacity»: 5 SPREAD});`,
        `new dynamodb.CfnTable(this, 'T', { billingMode: 'PAY_PER_REQUEST', «provisionedThroughput»: { readCapacityUnits: 5, writeCapacityUnits: 5 } SPREAD});`,
      ],
      passes: [
        `new dynamodb.Table(this, 'T', { billingMode: dynamodb.BillingMode.PAY_PER_REQUEST });`,
        `new dynamodb.Table(this, 'T', { billingMode: dynamodb.BillingMode.PAY_PER_REQUEST, readCapacity: undefined });`,
        `new dynamodb.Table(this, 'T', { readCapacity: 5, writeCapacity: 5 });`,
      ],
      unknown: `new dynamodb.Table(this, 'T', { billingMode: dynamodb.BillingMode.PAY_PER_REQUEST, readCapacity: UNKNOWN });`,
    },
  },
  'rds-single-az': {
    yaml: {
      fails: [
        'Db: { Type: «AWS::RDS::DBInstance», Properties: { Engine: postgres } }',
        instance("Engine: postgres, MultiAZ: '«false»'"),
        instance('Engine: mysql, MultiAZ: !Ref «Off»'),
        instance('Engine: !Ref Unset, MultiAZ: «false»'),
      ],
      passes: [
        instance('Engine: postgres, MultiAZ: true'),
        instance('Engine: postgres, MultiAZ: !If [Production, true, false]'),
        instance('Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster'),
        instance('Engine: postgres, SourceDBInstanceIdentifier: orders'),
        instance('Engine: postgres, DBSnapshotIdentifier: !If [Production, snapshot, !Ref AWS::NoValue]'),
      ],
      unknown: [instance('Engine: postgres, MultiAZ: UNKNOWN'), instance('Engine: UNKNOWN, DBClusterIdentifier: UNKNOWN, MultiAZ: false')],
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, multiAz: «false» SPREAD});`,
        `new rds.«DatabaseInstance»(this, 'D', { engine: ${postgres} SPREAD});`,
        `new rds.«CfnDBInstance»(this, 'D', { engine: 'mysql' SPREAD});`,
      ],
      passes: [
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, multiAz: true });`,
        `new rds.DatabaseInstanceReadReplica(this, 'D', { multiAz: false });`,
      ],
      unknown: `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, multiAz: UNKNOWN });`,
    },
  },
  'rds-public': {
    yaml: {
      fails: [instance('PubliclyAccessible: «true»'), 'Db: { Type: AWS::RDS::DBCluster, Properties: { PubliclyAccessible: !Ref «On» } }'],
      passes: [instance("PubliclyAccessible: 'false'"), instance('PubliclyAccessible: !If [Production, false, true]'), instance('Engine: mysql')],
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { publiclyAccessible: «true» SPREAD});`,
        `new rds.CfnDBInstance(this, 'D', { publiclyAccessible: «true» SPREAD});`,
      ],
      passes: `new rds.DatabaseInstance(this, 'D', { publiclyAccessible: false });`,
    },
  },
  'rds-unencrypted': {
    yaml: {
      fails: [
        'Db: { Type: «AWS::RDS::DBInstance», Properties: { Engine: postgres } }',
        'Db: { Type: «AWS::RDS::DBInstance», Properties: { Engine: !Ref Unset } }',
        'Db: { Type: «AWS::RDS::DBCluster», Properties: { Engine: postgres } }',
        instance('Engine: mysql, StorageEncrypted: «false»'),
      ],
      passes: [
        instance('Engine: mysql, StorageEncrypted: true'),
        'Db: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql } }',
        instance('Engine: !Ref Unset, DBClusterIdentifier: !Ref Cluster'),
        instance('Engine: aurora-postgresql'),
        instance('Engine: mysql, DBSnapshotIdentifier: snapshot'),
      ],
      unknown: instance('Engine: mysql, StorageEncrypted: UNKNOWN'),
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, storageEncrypted: «false» SPREAD});`,
        `new rds.«CfnDBInstance»(this, 'D', { engine: 'mysql' SPREAD});`,
      ],
      passes: [
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres} });`,
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, storageEncrypted: true });`,
      ],
      unknown: `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, storageEncrypted: UNKNOWN });`,
    },
  },
  'rds-backups-off': {
    yaml: {
      fails: [instance('BackupRetentionPeriod: «0»'), instance("BackupRetentionPeriod: '«0»'")],
      passes: [instance('BackupRetentionPeriod: 7'), instance('Engine: mysql')],
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { backupRetention: «Duration.days(0)» SPREAD});`,
        `new rds.CfnDBInstance(this, 'D', { backupRetentionPeriod: «0» SPREAD});`,
      ],
      passes: `new rds.DatabaseInstance(this, 'D', { backupRetention: Duration.days(7) });`,
    },
  },
  'rds-magnetic': {
    yaml: { fails: instance('StorageType: «standard»'), passes: [instance('StorageType: gp3'), instance('Engine: mysql')] },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { storageType: «rds.StorageType.STANDARD» SPREAD});`,
        `new rds.CfnDBInstance(this, 'D', { storageType: «'standard'» SPREAD});`,
      ],
      passes: `new rds.DatabaseInstance(this, 'D', { storageType: rds.StorageType.GP3 });`,
    },
  },
  'rds-deletion-policy': {
    yaml: {
      fails: ['Db: { Type: AWS::RDS::DBInstance, DeletionPolicy: «Delete» }', "Db: { Type: AWS::RDS::DBCluster, DeletionPolicy: '«Delete»' }"],
      passes: [
        'Db: { Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot }',
        'Db: { Type: AWS::RDS::DBInstance }',
        'Db: { Type: AWS::RDS::DBInstance, DeletionPolicy: Delete, Properties: { DBClusterIdentifier: !Ref Cluster } }',
        'Db: { Type: AWS::RDS::DBInstance, DeletionPolicy: Delete, Properties: { SourceDBInstanceIdentifier: orders } }',
      ],
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
        `new rds.DatabaseCluster(this, 'D', { removalPolicy: «RemovalPolicy.DESTROY» SPREAD});`,
      ],
      passes: [
        `new rds.DatabaseInstance(this, 'D', { removalPolicy: RemovalPolicy.RETAIN });`,
        `new rds.DatabaseInstanceReadReplica(this, 'D', { removalPolicy: RemovalPolicy.DESTROY });`,
      ],
    },
  },
  'rds-backup-retention-short': {
    yaml: {
      fails: [
        instance('Engine: mysql, BackupRetentionPeriod: «1»'),
        instance('Engine: mysql, BackupRetentionPeriod: !Ref «One»'),
        instance("Engine: !Ref Unset, BackupRetentionPeriod: '«6»'"),
        'Db: { Type: «AWS::RDS::DBInstance», Properties: { Engine: mysql } }',
        'Db: { Type: «AWS::RDS::DBCluster», Properties: { Engine: aurora-mysql } }',
      ],
      passes: [
        instance('Engine: mysql, BackupRetentionPeriod: 14'),
        instance('Engine: mysql, BackupRetentionPeriod: 0'),
        instance('Engine: mysql, DBSnapshotIdentifier: snapshot'),
        instance('Engine: mysql, SourceDBInstanceIdentifier: orders, BackupRetentionPeriod: 1'),
      ],
    },
    cdk: {
      fails: [
        `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, backupRetention: «Duration.days(1)» SPREAD});`,
        `new rds.CfnDBInstance(this, 'D', { engine: 'mysql', backupRetentionPeriod: «1» SPREAD});`,
      ],
      passes: `new rds.DatabaseInstance(this, 'D', { engine: ${postgres}, backupRetention: Duration.days(7) });`,
    },
  },
  'rds-plain-password': {
    yaml: {
      fails: [
        'Db: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: «secret123» } }',
        'Db: { Type: AWS::RDS::DBCluster, Properties: { MasterUserPassword: !Ref «Kind» } }',
      ],
      passes: [
        "Db: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: '{{resolve:secretsmanager:db:SecretString:password}}' } }",
        'Db: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: !Sub "{{resolve:secretsmanager:${Unset}}}" } }',
        'Db: { Type: AWS::RDS::DBInstance, Properties: { ManageMasterUserPassword: true } }',
      ],
      unknown: 'Db: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: UNKNOWN } }',
    },
    cdk: {
      fails: `new rds.CfnDBInstance(this, 'D', { masterUserPassword: «'secret123'» SPREAD});`,
      passes: `new rds.DatabaseInstance(this, 'D', { credentials: rds.Credentials.fromGeneratedSecret('admin') });`,
    },
  },
};
