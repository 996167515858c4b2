import { isFalse, propertyAt, propertyOf, type MapValue, type Resource, type Value } from '../model';
import { isUnset, passes, placesAt, required, wrongPlaces } from './demands';
import { refersTo } from './references';
import type { Report, Rule } from './rule';

const webAcl = ['AWS::WAFv2::WebACL'];
const withRules = ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'];
const knownBadInputs = 'AWSManagedRulesKnownBadInputsRuleSet';

/** The rules of a web ACL; nothing where the text does not show all of them. */
function rulesOf(resource: Resource): MapValue[] | undefined {
  const [place] = placesAt(resource, 'Rules');
  if (!place) return undefined;
  if (isUnset(place)) return [];
  const items = place.value?.kind === 'list' ? place.value.items : [];
  const rules = items.filter((item) => item.kind === 'map');
  return rules.length > 0 && rules.length === items.length && rules.every(({ complete }) => complete) ? rules : undefined;
}

/** Whether a rule blocks known bad inputs, log4j's among them; `undefined` where the text does not tell. */
function blocksBadInputs(rule: MapValue): boolean | undefined {
  const statement = propertyOf(rule, 'Statement')?.value;
  const group = propertyOf(statement, 'ManagedRuleGroupStatement')?.value;
  if (statement?.kind !== 'map' || !statement.complete) return undefined;
  // A rule group of one's own may do the same.
  if (propertyOf(statement, 'RuleGroupReferenceStatement')) return undefined;
  if (!group) return false;
  const named = propertyOf(group, 'Name')?.value;
  const isGroup = named && passes(named, (name) => name === knownBadInputs);
  if (isGroup !== true) return isGroup;
  return propertyOf(propertyOf(rule, 'OverrideAction')?.value, 'Count') || leavesOutLog4j(group) ? false : true;
}

/** Rules that are excluded from a group, or that it only counts. */
function leavesOutLog4j(group: Value): boolean {
  const excluded = listAt(group, 'ExcludedRules');
  const counted = listAt(group, 'RuleActionOverrides').filter((item) => propertyOf(propertyOf(item, 'ActionToUse')?.value, 'Count'));
  return [...excluded, ...counted].some((item) => {
    const name = propertyOf(item, 'Name')?.value;
    return name?.kind === 'known' && String(name.value).startsWith('Log4JRCE');
  });
}

function listAt(value: Value, name: string): readonly Value[] {
  const list = propertyOf(value, name)?.value;
  return list?.kind === 'list' ? list.items : [];
}

/** A switch of the visibility of a web ACL or group and of each of its rules that is off. */
function switchedOff(resource: Resource, name: string, message: string): Report[] {
  return [`VisibilityConfig.${name}`, `Rules.*.VisibilityConfig.${name}`]
    .flatMap((path) => wrongPlaces(placesAt(resource, path), (known) => !isFalse(known), true))
    .map(({ span }) => ({ span, message }));
}

export const wafRules: readonly Rule[] = [
  {
    id: 'waf-no-logging',
    service: 'waf',
    title: 'Web ACL without logs',
    why: 'Without logs nobody can tell which requests a rule stopped, rightly or wrongly.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'waf#logging-configuration',
    types: webAcl,
    check: (resource, context) =>
      context.ofType('AWS::WAFv2::LoggingConfiguration').every((logging) => refersTo(propertyAt(logging, 'ResourceArn')?.value, resource, context) === false)
        ? [
            {
              span: resource.typeSpan,
              message: 'No LoggingConfiguration of this template belongs to this web ACL. Add one, to a log group, bucket or Firehose stream.',
            },
          ]
        : undefined,
  },
  {
    id: 'waf-without-rules',
    service: 'waf',
    title: 'Web ACL or rule group without rules',
    why: 'A web ACL without rules does the same to every request, and an empty group does nothing.',
    severity: 'information',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'waf#default-action',
    types: withRules,
    check: (resource) =>
      placesAt(resource, 'Rules')
        .filter(isUnset)
        .map(({ span }) => ({
          span,
          message: 'There are no rules: no request is treated differently from another. Add rules, for example the managed core rule group.',
        })),
  },
  {
    id: 'waf-no-known-bad-inputs',
    service: 'waf',
    title: 'Web ACL without the rules for known bad inputs',
    why: 'This managed group stops requests that exploit well-known holes, that of Log4j (CVE-2021-44228) among them.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/2.3'],
    fact: 'waf#known-bad-inputs',
    types: webAcl,
    check: (resource) => {
      const rules = rulesOf(resource);
      if (!rules?.every((rule) => blocksBadInputs(rule) === false)) return undefined;
      return [
        {
          span: propertyAt(resource, 'Rules')?.nameSpan ?? resource.typeSpan,
          message: `No rule blocks by the managed group ${knownBadInputs}, which also stops attacks on Log4j. Add it; it costs nothing extra.`,
        },
      ];
    },
  },
  {
    id: 'waf-metrics-off',
    service: 'waf',
    title: 'AWS WAF without metrics',
    why: 'Alarms on blocked requests need the metrics of each rule.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'waf#visibility',
    types: withRules,
    check: (resource) => switchedOff(resource, 'CloudWatchMetricsEnabled', 'No metrics are sent to CloudWatch, so nothing can raise an alarm. Turn them on.'),
  },
  {
    id: 'waf-sampling-off',
    service: 'waf',
    title: 'AWS WAF without sampled requests',
    why: 'Samples show in the console what a rule matches; they cost nothing.',
    severity: 'hint',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'waf#visibility',
    types: withRules,
    check: (resource) =>
      switchedOff(
        resource,
        'SampledRequestsEnabled',
        'No samples of the matching requests are kept. Turn sampling on, unless requests are too delicate for it.',
      ),
  },
  {
    id: 'waf-classic',
    service: 'waf',
    title: 'AWS WAF Classic',
    why: 'Support for AWS WAF Classic ended on 30 September 2025; it knows no managed rule groups of AWS.',
    severity: 'warning',
    tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
    fact: 'waf#classic',
    types: ['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
    check: (resource) => [{ span: resource.typeSpan, message: 'AWS WAF Classic is out of support. Move to AWS::WAFv2::WebACL.' }],
  },
  required(
    {
      id: 'waf-classic-rule-empty',
      service: 'waf',
      title: 'Rule of AWS WAF Classic without conditions',
      why: 'A rule without conditions matches nothing.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'waf#classic',
      types: ['AWS::WAF::Rule', 'AWS::WAFRegional::Rule'],
    },
    { paths: ['Predicates'], message: 'This rule has no conditions, so it matches nothing. Give it predicates, better in AWS WAF of today.' },
  ),
];
