import { cloudfrontRules } from './cloudfront';
import { dynamodbRules } from './dynamodb';
import { ebsRules } from './ebs';
import { ec2Rules } from './ec2';
import { iamRules } from './iam';
import { kinesisRules } from './kinesis';
import { kmsRules } from './kms';
import { lambdaRules } from './lambda';
import { rdsRules } from './rds';
import type { Rule } from './rule';
import { s3Rules } from './s3';
import { sqsRules } from './sqs';
import { vpcRules } from './vpc';

export const rules: readonly Rule[] = [
  ...cloudfrontRules,
  ...dynamodbRules,
  ...ebsRules,
  ...ec2Rules,
  ...iamRules,
  ...kinesisRules,
  ...kmsRules,
  ...lambdaRules,
  ...rdsRules,
  ...s3Rules,
  ...sqsRules,
  ...vpcRules,
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
