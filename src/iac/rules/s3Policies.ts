import { propertyAt, propertyOf, type MapValue, type Property, type Resource, type Value } from '../model';
import { literalsIn, passes } from './demands';
import { allows, isAnybody, isUnconditional, names, statementsOf } from './policy';
import { refersTo } from './references';
import type { Report, Rule, RuleContext } from './rule';

const bucketPolicy = 'AWS::S3::BucketPolicy';
const policies = [bucketPolicy, 'AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPointPolicy'];

/** Conditions that anybody can fulfil, so that S3 still takes a policy for public. */
const weakConditions =
  /^(?:aws:(?:SecureTransport|Referer|UserAgent|CurrentTime|EpochTime|RequestedRegion)|s3:(?:x-amz-(?:acl|server-side-encryption)|prefix|delimiter|max-keys|TlsVersion|authType|signatureversion|signatureAge|ExistingObjectTag\/.*|RequestObjectTag.*))$/i;

function documentOf(resource: Resource): Property | undefined {
  return propertyAt(resource, resource.type === bucketPolicy ? 'PolicyDocument' : 'Policy');
}

function statementsIn(resource: Resource): MapValue[] {
  return statementsOf(documentOf(resource)?.value);
}

/** The literal action that stands for all of them. */
function everyAction(statement: MapValue): readonly Report['span'][] {
  return literalsIn(propertyOf(statement, 'Action')?.value).literals.filter(({ value }) => value === '*' || value === 's3:*');
}

function isWeak(condition: Value | undefined): boolean {
  if (condition?.kind !== 'map' || !condition.complete || condition.entries.length === 0) return false;
  return condition.entries.every(
    ({ value: keys }) => keys.kind === 'map' && keys.complete && keys.entries.length > 0 && keys.entries.every(({ name }) => weakConditions.test(name)),
  );
}

/** Whether a policy document refuses requests without TLS; `undefined` where the text does not tell. */
function refusesPlainHttp(document: Value | undefined): boolean | undefined {
  const statement = propertyOf(document, 'Statement')?.value;
  if (document?.kind !== 'map' || (!statement && !document.complete)) return undefined;
  const items = statement?.kind === 'list' ? statement.items : statement ? [statement] : [];
  const verdicts = items.map(deniesPlainHttp);
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

function deniesPlainHttp(statement: Value): boolean | undefined {
  if (statement.kind !== 'map') return undefined;
  const effect = propertyOf(statement, 'Effect')?.value;
  const condition = propertyOf(statement, 'Condition')?.value;
  if (effect && passes(effect, (value) => value !== 'Deny') === true) return false;
  if (!condition) return statement.complete ? false : undefined;
  if (condition.kind !== 'map') return undefined;
  const operators = condition.entries.map(({ value }) => value);
  if (!condition.complete || operators.some((keys) => keys.kind !== 'map' || !keys.complete)) return undefined;
  const values = operators.flatMap((keys) => (keys.kind === 'map' ? keys.entries : [])).filter(({ name }) => /^aws:SecureTransport$/i.test(name));
  const verdicts = values.map(({ value }) => {
    const { literals, complete } = literalsIn(value);
    return literals.some(({ value: known }) => String(known).toLowerCase() === 'false') ? true : complete ? false : undefined;
  });
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

/** A bucket that no policy of the document can be about. An L2 construct may have its own (`enforceSSL`). */
function isWithoutPolicy(resource: Resource, context: RuleContext): boolean {
  if (resource.defaults !== undefined) return false;
  return context.ofType(bucketPolicy).every((policy) => refersTo(propertyAt(policy, 'Bucket')?.value, resource, context, 'BucketName') === false);
}

export const s3PolicyRules: readonly Rule[] = [
  {
    id: 's3-tls-not-demanded',
    service: 's3',
    title: 'Plain HTTP is not refused',
    why: 'S3 answers over HTTP as well; only a policy that denies requests without TLS keeps clients from it.',
    severity: 'hint',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#secure-transport',
    types: ['AWS::S3::Bucket', bucketPolicy],
    check: (resource, context) => {
      if (resource.type !== bucketPolicy)
        return isWithoutPolicy(resource, context)
          ? [{ span: resource.typeSpan, message: 'No bucket policy of this template denies plain HTTP. Add one with a Deny on aws:SecureTransport false.' }]
          : undefined;
      const document = documentOf(resource);
      if (!document || refusesPlainHttp(document.value) !== false) return undefined;
      return [{ span: document.nameSpan, message: 'This policy does not deny plain HTTP. Add a Deny with the condition aws:SecureTransport false.' }];
    },
  },
  {
    id: 's3-policy-any-action',
    service: 's3',
    title: 'Bucket policy that allows every action',
    why: 'Every action includes deleting objects and rewriting the policy itself.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 's3#bucket-policy',
    types: policies,
    check: (resource) =>
      statementsIn(resource)
        .filter(allows)
        .flatMap(everyAction)
        .map((span) => ({ span, message: 'This allows every action of S3 on the resources named, deletion included. List the actions that are needed.' })),
  },
  {
    id: 's3-policy-allow-except',
    service: 's3',
    title: 'Bucket policy that allows all but some actions',
    why: 'NotAction in an Allow also takes in every action that is still to be invented.',
    severity: 'information',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 's3#bucket-policy',
    types: [bucketPolicy],
    check: (resource) =>
      statementsIn(resource).flatMap((statement) => {
        const property = allows(statement) ? propertyOf(statement, 'NotAction') : undefined;
        return property ? [{ span: property.nameSpan, message: 'This allows every action but the ones listed. Use Action and list what is needed.' }] : [];
      }),
  },
  {
    id: 's3-policy-not-principal',
    service: 's3',
    title: 'Bucket policy for everybody but some',
    why: 'NotPrincipal in an Allow lets in the whole world but for the ones named, anonymous users included.',
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 's3#bucket-policy',
    types: [bucketPolicy],
    check: (resource) =>
      statementsIn(resource).flatMap((statement) => {
        const property = allows(statement) ? propertyOf(statement, 'NotPrincipal') : undefined;
        return property ? [{ span: property.nameSpan, message: 'This allows everybody but the ones named. Use Principal and name who may.' }] : [];
      }),
  },
  {
    id: 's3-policy-weak-condition',
    service: 's3',
    title: 'Bucket policy open to whoever meets a weak condition',
    why: 'Everybody can use TLS or send a certain referer, so S3 counts such a policy as public.',
    severity: 'warning',
    tasks: ['saa-c03/1.3', 'sap-c02/3.2'],
    fact: 's3#public-policy',
    types: policies,
    check: (resource) =>
      statementsIn(resource)
        .filter((statement) => allows(statement) && isAnybody(statement) && isWeak(propertyOf(statement, 'Condition')?.value))
        .map((statement) => ({
          span: propertyOf(statement, 'Principal')?.nameSpan ?? statement,
          message: 'Anybody may do this, for anybody can meet the condition. Name the principals, or limit account, organization, VPC or address range.',
        })),
  },
  {
    id: 's3-policy-denies-all',
    service: 's3',
    title: 'Bucket policy that denies everything to everybody',
    why: "A Deny without a condition outweighs every permission, the administrators' too.",
    severity: 'warning',
    tasks: ['saa-c03/1.1', 'sap-c02/3.2'],
    fact: 's3#bucket-policy-lockout',
    types: [bucketPolicy],
    check: (resource) =>
      statementsIn(resource)
        .filter((statement) => names(propertyOf(statement, 'Effect'), 'Deny') && isAnybody(statement) && isUnconditional(statement))
        .filter((statement) => everyAction(statement).length > 0)
        .map((statement) => ({
          span: propertyOf(statement, 'Effect')?.value ?? statement,
          message: 'This denies everything to everybody, administrators included. Add the condition that was meant, or list the actions.',
        })),
  },
];
