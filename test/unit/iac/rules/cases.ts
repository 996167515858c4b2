import { analyticsCases } from './analyticsCases';
import { acrossCases } from './acrossCases';
import { apiGatewayCases } from './apiGatewayCases';
import { computeCases } from './computeCases';
import { databaseCases } from './databaseCases';
import { dataStoreCases } from './dataStoreCases';
import { dataStoreMoreCases } from './dataStoreMoreCases';
import { deliveryClusterCases } from './deliveryClusterCases';
import { deliveryContainerCases } from './deliveryContainerCases';
import { deliveryEdgeCases } from './deliveryEdgeCases';
import { deliveryPipelineCases } from './deliveryPipelineCases';
import { deliveryPlatformCases } from './deliveryPlatformCases';
import { deliveryS3Cases } from './deliveryS3Cases';
import { deliveryS3PolicyCases } from './deliveryS3PolicyCases';
import { fileAndBackupCases } from './fileAndBackupCases';
import { identityAuditCases } from './identityAuditCases';
import { identityAuditMoreCases } from './identityAuditMoreCases';
import { identityAuditServiceCases } from './identityAuditServiceCases';
import { keyValueStoreCases } from './keyValueStoreCases';
import { messagingCases } from './messagingCases';
import { networkCases } from './networkCases';
import { networkComputeBalancerCases } from './networkComputeBalancerCases';
import { networkComputeCases } from './networkComputeCases';
import { networkComputeInstanceCases } from './networkComputeInstanceCases';
import { networkComputeVpcCases } from './networkComputeVpcCases';
import { searchAndLearningCases } from './searchAndLearningCases';
import { securityCases } from './securityCases';
import { seedCases } from './seedCases';
import { serverlessCases } from './serverlessCases';
import { storageCases } from './storageCases';
import { topicAndQueueCases } from './topicAndQueueCases';

/** Texts that a rule must report («» around the place of each finding) and texts that it must leave alone. */
export interface Examples {
  readonly fails: string | readonly string[];
  readonly passes: string | readonly string[];
  /**
   * The same with the value not known: every `UNKNOWN` is replaced by several things that cannot be known. Not needed where
   * the findings of `fails` are on values: those are replaced.
   */
  readonly unknown?: string | readonly string[];
}

export interface RuleCase {
  /** Entries of `Resources`; the parameters and conditions are those of `template`. */
  readonly yaml: Examples;
  /** Statements of a stack; `SPREAD` stands where `...props` would leave the rule unsure. */
  readonly cdk: Examples;
  /** The rule reports the mere existence of the resource, so no value can be unknown. */
  readonly byTypeAlone?: true;
}

export const cases: Readonly<Record<string, RuleCase>> = {
  ...analyticsCases,
  ...acrossCases,
  ...apiGatewayCases,
  ...computeCases,
  ...databaseCases,
  ...dataStoreCases,
  ...dataStoreMoreCases,
  ...deliveryClusterCases,
  ...deliveryContainerCases,
  ...deliveryEdgeCases,
  ...deliveryPipelineCases,
  ...deliveryPlatformCases,
  ...deliveryS3Cases,
  ...deliveryS3PolicyCases,
  ...fileAndBackupCases,
  ...identityAuditCases,
  ...identityAuditMoreCases,
  ...identityAuditServiceCases,
  ...keyValueStoreCases,
  ...messagingCases,
  ...networkCases,
  ...networkComputeBalancerCases,
  ...networkComputeCases,
  ...networkComputeInstanceCases,
  ...networkComputeVpcCases,
  ...searchAndLearningCases,
  ...securityCases,
  ...seedCases,
  ...serverlessCases,
  ...storageCases,
  ...topicAndQueueCases,
};

/** A template around entries of `Resources`. */
export function template(resources: string): string {
  return `Parameters:
  Unset: { Type: String }
  Hidden: { Type: String, NoEcho: true }
  UnsetList: { Type: CommaDelimitedList }
  Off: { Type: String, Default: 'false' }
  On: { Type: String, Default: 'true' }
  Anywhere: { Type: String, Default: 0.0.0.0/0 }
  Kind: { Type: String, Default: gp2 }
  Zero: { Type: Number, Default: 0 }
  One: { Type: Number, Default: 1 }
  OnDemand: { Type: String, Default: PAY_PER_REQUEST }
  StreamMode: { Type: String, Default: ON_DEMAND }
Conditions:
  Production: !Equals [!Ref Unset, production]
Resources:
  ${resources.trim().replaceAll('\n', '\n  ')}
`;
}

/** A CDK app around statements. */
export function app(statements: string): string {
  const modules = new Set([...statements.matchAll(/(?<![\w.])(\w+)\.[«]?[A-Z]/g)].map(([, name = '']) => name));
  for (const name of ['Duration', 'Size', 'RemovalPolicy']) modules.delete(name);
  return `import { Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
${[...modules].map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name.replaceAll('_', '-')}';`).join('\n')}
export class Example extends Stack {
  constructor(scope: Construct, id: string, props: ExampleProps) {
    super(scope, id, props);
    ${statements}
  }
}
`;
}
