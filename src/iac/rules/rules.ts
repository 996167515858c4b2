import { acrossPeeringRules } from './acrossPeering';
import { acrossRoutingRules } from './acrossRouting';
import { acrossVpcRules } from './acrossVpc';
import { acrossZonesRules } from './acrossZones';
import { amazonMqRules } from './amazonMq';
import { apiGatewayRules } from './apiGateway';
import { apiGatewayStagesRules } from './apiGatewayStages';
import { apiGatewayV2Rules } from './apiGatewayV2';
import { appsyncRules } from './appsync';
import { athenaRules } from './athena';
import { auroraRules } from './aurora';
import { autoScalingGroupRules } from './autoScalingGroups';
import { awsBackupRules } from './awsBackup';
import { awsConfigRules } from './awsConfig';
import { balancerPartRules } from './balancerParts';
import { batchRules } from './batch';
import { bucketReaderRules } from './bucketReaders';
import { certificateManagerRules } from './certificateManager';
import { choiceRules } from './choices';
import { cloudformationRules } from './cloudformation';
import { cloudfrontRules } from './cloudfront';
import { cloudfrontOriginRules } from './cloudfrontOrigins';
import { cloudfrontProtectionRules } from './cloudfrontProtection';
import { cloudtrailRules } from './cloudtrail';
import { cloudwatchRules } from './cloudwatch';
import { cloudwatchLogsRules } from './cloudwatchLogs';
import { codebuildRules } from './codebuild';
import { codedeployRules } from './codedeploy';
import { codepipelineRules } from './codepipeline';
import { cognitoRules } from './cognito';
import { containerRules } from './containers';
import { countRules } from './counts';
import { databaseChoiceRules } from './databaseChoices';
import { databaseMigrationServiceRules } from './databaseMigrationService';
import { dataFirehoseRules } from './dataFirehose';
import { dataStoreDeletionRules } from './dataStoreDeletion';
import { daxRules } from './dax';
import { deadLetterRules } from './deadLetters';
import { dnsRecordRules } from './dnsRecords';
import { documentdbRules } from './documentdb';
import { dynamodbRules } from './dynamodb';
import { dynamodbProtectionRules } from './dynamodbProtection';
import { ebsRules } from './ebs';
import { ebsProtectionRules } from './ebsProtection';
import { ec2Rules } from './ec2';
import { ec2InstanceRules } from './ec2Instances';
import { ecrRules } from './ecr';
import { ecsRules } from './ecs';
import { ecsTaskRules } from './ecsTasks';
import { efsRules } from './efs';
import { eksRules } from './eks';
import { elasticacheRules } from './elasticache';
import { elasticBeanstalkRules } from './elasticBeanstalk';
import { elasticIpRules } from './elasticIp';
import { emrRules } from './emr';
import { eventbridgeRules } from './eventbridge';
import { eventMappingRules } from './eventMappings';
import { fsxRules } from './fsx';
import { glueRules } from './glue';
import { guarddutyRules } from './guardduty';
import { hardCodedSecretRules } from './hardCodedSecrets';
import { hybridNetworkRules } from './hybridNetworks';
import { iamRules } from './iam';
import { iamDangerousRules } from './iamDangerous';
import { iamIdentityRules } from './iamIdentities';
import { iamTrustRules } from './iamTrust';
import { iamWildcardRules } from './iamWildcards';
import { iotCoreRules } from './iotCore';
import { kinesisRules } from './kinesis';
import { kinesisProtectionRules } from './kinesisProtection';
import { kmsRules } from './kms';
import { kmsKeyRules } from './kmsKeys';
import { lambdaRules } from './lambda';
import { lambdaOperationsRules, lambdaStreamRules } from './lambdaOperations';
import { lambdaPermissionsRules } from './lambdaPermissions';
import { limitRules } from './limits';
import { loadBalancerListenerRules } from './loadBalancerListeners';
import { loadBalancingRules } from './loadBalancing';
import { classicLoadBalancingRules } from './loadBalancingClassic';
import { memorydbRules } from './memorydb';
import { mskRules } from './msk';
import { neptuneRules } from './neptune';
import { networkAclEntryRules } from './networkAclEntries';
import { networkAclTrafficRules } from './networkAclTraffic';
import { opensearchRules } from './opensearch';
import { opensearchOperationsRules } from './opensearchOperations';
import { permissionRules } from './permissions';
import { policyElementRules } from './policyElements';
import { qldbRules } from './qldb';
import { rdsRules } from './rds';
import { rdsOperationsRules } from './rdsOperations';
import { rdsProtectionRules } from './rdsProtection';
import { redshiftRules } from './redshift';
import { redshiftDefaultsRules } from './redshiftDefaults';
import { retiredServiceRules } from './retiredServices';
import { replicationGroupRules } from './replicationGroups';
import { route53Rules } from './route53';
import type { Rule } from './rule';
import { s3Rules } from './s3';
import { s3AccessRules } from './s3Access';
import { s3PolicyRules } from './s3Policies';
import { s3ProtectionRules } from './s3Protection';
import { sagemakerRules } from './sagemaker';
import { scalingLinkRules } from './scalingLinks';
import { secretsManagerRules } from './secretsManager';
import { securityGroupRules } from './securityGroups';
import { securityGroupSettingRules } from './securityGroupSettings';
import { sesRules } from './ses';
import { simpledbRules } from './simpledb';
import { snsRules } from './sns';
import { sqsRules } from './sqs';
import { sqsProtectionRules } from './sqsProtection';
import { stepFunctionsRules } from './stepFunctions';
import { storageLifecycleRules } from './storageLifecycles';
import { systemsManagerRules } from './systemsManager';
import { timestreamRules } from './timestream';
import { transferFamilyRules } from './transferFamily';
import { volumeRules } from './volumes';
import { vpcRules } from './vpc';
import { vpcEndpointRules } from './vpcEndpoints';
import { vpcSettingRules } from './vpcSettings';
import { wafRules } from './waf';
import { workspacesRules } from './workspaces';

export const rules: readonly Rule[] = [
  ...acrossPeeringRules,
  ...acrossRoutingRules,
  ...acrossVpcRules,
  ...acrossZonesRules,
  ...amazonMqRules,
  ...apiGatewayRules,
  ...apiGatewayStagesRules,
  ...apiGatewayV2Rules,
  ...appsyncRules,
  ...athenaRules,
  ...auroraRules,
  ...autoScalingGroupRules,
  ...awsBackupRules,
  ...awsConfigRules,
  ...balancerPartRules,
  ...batchRules,
  ...bucketReaderRules,
  ...certificateManagerRules,
  ...choiceRules,
  ...classicLoadBalancingRules,
  ...cloudformationRules,
  ...cloudfrontOriginRules,
  ...cloudfrontProtectionRules,
  ...cloudfrontRules,
  ...cloudtrailRules,
  ...cloudwatchLogsRules,
  ...cloudwatchRules,
  ...codebuildRules,
  ...codedeployRules,
  ...codepipelineRules,
  ...cognitoRules,
  ...containerRules,
  ...countRules,
  ...databaseChoiceRules,
  ...databaseMigrationServiceRules,
  ...dataFirehoseRules,
  ...dataStoreDeletionRules,
  ...daxRules,
  ...deadLetterRules,
  ...dnsRecordRules,
  ...documentdbRules,
  ...dynamodbProtectionRules,
  ...dynamodbRules,
  ...ebsProtectionRules,
  ...ebsRules,
  ...ec2InstanceRules,
  ...ec2Rules,
  ...ecrRules,
  ...ecsRules,
  ...ecsTaskRules,
  ...efsRules,
  ...eksRules,
  ...elasticacheRules,
  ...elasticBeanstalkRules,
  ...elasticIpRules,
  ...emrRules,
  ...eventbridgeRules,
  ...eventMappingRules,
  ...fsxRules,
  ...glueRules,
  ...guarddutyRules,
  ...hardCodedSecretRules,
  ...hybridNetworkRules,
  ...iamDangerousRules,
  ...iamIdentityRules,
  ...iamRules,
  ...iamTrustRules,
  ...iamWildcardRules,
  ...iotCoreRules,
  ...kinesisProtectionRules,
  ...kinesisRules,
  ...kmsKeyRules,
  ...kmsRules,
  ...lambdaOperationsRules,
  ...lambdaPermissionsRules,
  ...lambdaRules,
  ...lambdaStreamRules,
  ...limitRules,
  ...loadBalancerListenerRules,
  ...loadBalancingRules,
  ...memorydbRules,
  ...mskRules,
  ...neptuneRules,
  ...networkAclEntryRules,
  ...networkAclTrafficRules,
  ...opensearchOperationsRules,
  ...opensearchRules,
  ...permissionRules,
  ...policyElementRules,
  ...qldbRules,
  ...rdsOperationsRules,
  ...rdsProtectionRules,
  ...rdsRules,
  ...redshiftDefaultsRules,
  ...redshiftRules,
  ...replicationGroupRules,
  ...retiredServiceRules,
  ...route53Rules,
  ...s3AccessRules,
  ...s3PolicyRules,
  ...s3ProtectionRules,
  ...s3Rules,
  ...sagemakerRules,
  ...scalingLinkRules,
  ...secretsManagerRules,
  ...securityGroupRules,
  ...securityGroupSettingRules,
  ...sesRules,
  ...simpledbRules,
  ...snsRules,
  ...sqsProtectionRules,
  ...sqsRules,
  ...stepFunctionsRules,
  ...storageLifecycleRules,
  ...systemsManagerRules,
  ...timestreamRules,
  ...transferFamilyRules,
  ...volumeRules,
  ...vpcEndpointRules,
  ...vpcSettingRules,
  ...vpcRules,
  ...wafRules,
  ...workspacesRules,
];

const byType = new Map<string, Rule[]>();
for (const rule of rules) {
  for (const type of rule.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
}

export function rulesOf(type: string): readonly Rule[] {
  return byType.get(type) ?? [];
}

export function ruleNamed(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
