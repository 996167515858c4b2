import { isAbsent, propertyAt, propertyOf, type Resource } from '../model';
import { passes, surely, type Guard } from './demands';

/** What else a new instance can be made from; the L2 construct of a new instance cannot set these. */
const otherSources = ['SourceDbiResourceId', 'SourceDBInstanceAutomatedBackupsArn', 'SourceDBClusterIdentifier', 'DBClusterSnapshotIdentifier'];

function engineIs(resource: Resource, test: RegExp): boolean | undefined {
  const engine = propertyAt(resource, 'Engine')?.value;
  return engine && passes(engine, (known) => test.test(String(known)));
}

/** An instance in no cluster, for certain: Aurora instances exist in clusters only, so an engine that is not known is another. */
export function isOutsideCluster(resource: Resource): boolean {
  return resource.type === 'AWS::RDS::DBInstance' && isAbsent(resource, 'DBClusterIdentifier') && engineIs(resource, /^aurora/) !== true;
}

/** A stand-alone instance: no member of a cluster, no replica, no restore. Unsure counts as no. */
export function standsAlone(resource: Resource): boolean {
  return (
    isOutsideCluster(resource) &&
    ['SourceDBInstanceIdentifier', 'DBSnapshotIdentifier'].every((name) => isAbsent(resource, name)) &&
    otherSources.every((name) => (propertyOf(resource.properties, name)?.value.kind ?? 'absent') === 'absent')
  );
}

export function isCluster(resource: Resource): boolean {
  return resource.type === 'AWS::RDS::DBCluster';
}

/** A cluster that starts empty: no restore, no replica. Unsure counts as no. */
export function isNewCluster(resource: Resource): boolean {
  return isCluster(resource) && ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'ReplicationSourceIdentifier'].every((name) => isAbsent(resource, name));
}

/** A Multi-AZ DB cluster of RDS, for certain. */
export function isMultiAzCluster(resource: Resource): boolean {
  return isCluster(resource) && engineIs(resource, /^(?:mysql|postgres)$/) === true;
}

export function isAurora(resource: Resource): boolean {
  return isCluster(resource) && engineIs(resource, /^aurora/) === true;
}

/** True unless the engine is one without IAM authentication, such as Oracle. */
export function mayTakeIamTokens(resource: Resource): boolean {
  return engineIs(resource, /^(?:oracle|sqlserver|db2|custom)/) !== true;
}

export const outsideClusterOrCluster: Guard = (resource) => isCluster(resource) || isOutsideCluster(resource);

export function isServerlessV1(resource: Resource): boolean {
  return surely(resource, 'EngineMode', (mode) => mode === 'serverless');
}
