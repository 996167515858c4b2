import { propertyOf } from '../model';
import { actionsOf, isAll, isWholeService, listed, reportAt, resourcesOf, statementRule } from './iamStatements';
import { isUnconditional } from './policy';
import type { Rule } from './rule';

/**
 * Actions that work on `*` only, or that list and describe without reading data: `*` is no mistake there. After the tables of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const fineEverywhere = [
  /^(?!s3:)[\w-]+:(?:Describe|List)[\w*]*$/i,
  /^s3:(?:ListAllMyBuckets|GetAccountPublicAccessBlock)$/i,
  /^cloudwatch:(?:PutMetricData|GetMetric[\w*]*)$/i,
  /^xray:(?:Put|Get|BatchGet)[\w*]*$/i,
  /^(?:ssmmessages|ec2messages|pricing|ce):[\w*]+$/i,
  /^ecr(?:-public)?:GetAuthorizationToken$/i,
  /^sts:(?:GetCallerIdentity|GetServiceBearerToken|DecodeAuthorizationMessage)$/i,
  /^tag:Get[\w*]*$/i,
  /^kms:(?:CreateKey|GenerateRandom)$/i,
  /^iam:(?:GetAccount\w+|GenerateCredentialReport|GetCredentialReport)$/i,
  /^logs:(?:\w+LogDelivery|PutResourcePolicy)$/i,
  /^ssm:(?:PutInventory|PutConfigurePackageResult|GetManifest|GetDeployablePatchSnapshotForInstance)$/i,
  /^(?:rekognition|comprehend):(?:BatchDetect|Detect)\w+$/i,
  /^textract:(?:Analyze|Detect|Start|Get)\w+$/i,
  /^(?:acm:RequestCertificate|config:PutEvaluations|ecs:DiscoverPollEndpoint|elasticmapreduce:RunJobFlow|lambda:CreateEventSourceMapping|route53:CreateHostedZone)$/i,
];

export const iamWildcardRules: readonly Rule[] = [
  statementRule(
    {
      id: 'iam-action-wildcard',
      title: 'Every action allowed',
      why: 'With * nobody can tell what the identity needs, and actions that AWS adds later are allowed as well.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
      fact: 'iam#wildcards',
    },
    (statement) => {
      const all = actionsOf(statement).find(isAll);
      return all && reportAt(all, 'This allows every action of every service. List the actions that are needed.');
    },
  ),
  statementRule(
    {
      id: 'iam-service-wildcard',
      title: 'Every action of a service allowed',
      why: 'A whole service takes in deleting, sharing and reconfiguring what the identity should only use.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
      fact: 'iam#wildcards',
    },
    (statement) => {
      const whole = actionsOf(statement).filter(isWholeService);
      const [first] = whole;
      return first && reportAt(first, `${listed(whole)} allows all that a service can do, administration included. List the actions that are needed.`);
    },
  ),
  statementRule(
    {
      id: 'iam-resource-wildcard',
      title: 'Actions allowed on every resource',
      why: 'A stolen or faulty identity then reaches every bucket, table and key of the account, not just its own.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/2.3', 'sap-2014/6.3'],
      fact: 'iam#granular',
    },
    (statement) => {
      const everything = resourcesOf(statement).find(({ value }) => value === '*');
      const actions = actionsOf(statement).filter(({ value }) => !fineEverywhere.some((fine) => fine.test(String(value))));
      if (!everything || actions.length === 0 || !isUnconditional(statement)) return undefined;
      return reportAt(everything, `${listed(actions)} on every resource of the account. Name the ARNs that are meant, or add a condition.`);
    },
  ),
  statementRule(
    {
      id: 'iam-not-resource-allow',
      title: 'Allow with NotResource',
      why: 'It allows everything but what is listed, resources made later included.',
      severity: 'information',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#not-elements',
    },
    (statement) => {
      const excluded = propertyOf(statement, 'NotResource');
      return (
        excluded && {
          span: excluded.nameSpan,
          message: 'Allow with NotResource grants the actions on all that is not listed, future resources too. Use it with Deny, or list what is allowed.',
        }
      );
    },
  ),
  statementRule(
    {
      id: 'iam-not-action-scoped',
      title: 'Allow with NotAction on some resources',
      why: 'It allows every action but those listed on these resources, those of tomorrow included.',
      severity: 'hint',
      tasks: ['saa-c03/1.1', 'sap-c02/3.2', 'sap-2014/6.3'],
      fact: 'iam#not-action',
    },
    (statement) => {
      const excluded = propertyOf(statement, 'NotAction');
      // On every resource it is iam-not-action-allow that reports it.
      return excluded && !resourcesOf(statement).some(({ value }) => value === '*')
        ? {
            span: excluded.nameSpan,
            message: 'Allow with NotAction grants whatever it does not list. List what is allowed, or turn the statement into a Deny.',
          }
        : undefined;
    },
  ),
];
