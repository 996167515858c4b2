import { demand, surely, surelyUnset, type Guard } from './demands';
import { keyDemand } from './keyValues';
import { namedBy } from './references';
import type { Rule } from './rule';

const service = 'elastic-load-balancing';
const loadBalancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const types = [loadBalancer];
const attributes = 'LoadBalancerAttributes';
const security = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const availability = ['saa-c03/2.2', 'sap-c02/2.4', 'sap-2014/1.1'] as const;

/** The type is Application unless it is named. */
const isApplication: Guard = (resource) => surelyUnset(resource, 'Type') || surely(resource, 'Type', (type) => type === 'application');
const isNetwork: Guard = (resource) => surely(resource, 'Type', (type) => type === 'network');
const writesLogs: Guard = (resource, context) => isApplication(resource, context) || isNetwork(resource, context);
const isPublic: Guard = (resource) => surelyUnset(resource, 'Scheme') || surely(resource, 'Scheme', (scheme) => scheme === 'internet-facing');

export const loadBalancingRules: readonly Rule[] = [
  keyDemand(
    {
      id: 'elb-access-logs-off',
      service,
      title: 'Load balancer without access logs',
      why: 'The access log is the record of who asked for what, when something was attacked or went wrong.',
      severity: 'hint',
      tasks: ['saa-c03/1.2', 'sap-c02/3.2'],
      fact: 'elastic-load-balancing#access-logs-off',
      types,
    },
    {
      path: attributes,
      key: 'access_logs.s3.enabled',
      is: (value) => value === 'true',
      whenAbsent: false,
      when: writesLogs,
      message: (how) => `access_logs.s3.enabled ${how}, so no request is recorded. Turn it on, with a bucket in access_logs.s3.bucket.`,
    },
  ),
  keyDemand(
    {
      id: 'elb-deletion-protection-off',
      service,
      title: 'Load balancer without deletion protection',
      why: 'One wrong call or stack update takes the entrance of the application away, and its DNS name for good.',
      severity: 'hint',
      tasks: availability,
      fact: 'elastic-load-balancing#attribute-defaults',
      types,
    },
    {
      path: attributes,
      key: 'deletion_protection.enabled',
      is: (value) => value === 'true',
      whenAbsent: false,
      message: (how) => `deletion_protection.enabled ${how}: a single call can delete the load balancer. Protect those in production.`,
    },
  ),
  keyDemand(
    {
      id: 'elb-invalid-headers',
      service,
      title: 'Load balancer that passes invalid headers on',
      why: 'Header names that break the rules are how requests are smuggled past a proxy.',
      severity: 'hint',
      tasks: security,
      fact: 'elastic-load-balancing#attribute-defaults',
      types,
    },
    {
      path: attributes,
      key: 'routing.http.drop_invalid_header_fields.enabled',
      is: (value) => value === 'true',
      whenAbsent: false,
      when: isApplication,
      message: (how) => `routing.http.drop_invalid_header_fields.enabled ${how}: headers with invalid names reach the targets. Have them dropped.`,
    },
  ),
  keyDemand(
    {
      id: 'elb-desync-monitor',
      service,
      title: 'Load balancer that only watches for request smuggling',
      why: 'In monitor mode ambiguous requests go on to the targets; defensive, the default, and strictest stop them.',
      severity: 'information',
      tasks: security,
      fact: 'elastic-load-balancing#desync',
      types,
    },
    {
      path: attributes,
      key: 'routing.http.desync_mitigation_mode',
      is: (value) => value !== 'monitor',
      whenAbsent: true,
      when: isApplication,
      message: (how) => `routing.http.desync_mitigation_mode ${how}: ambiguous requests are counted and passed on. Use defensive or strictest.`,
    },
  ),
  keyDemand(
    {
      id: 'elb-cross-zone-off',
      service,
      title: 'Network Load Balancer without cross-zone balancing',
      why: 'Each zone then gets an equal share of the traffic, however few targets it has.',
      severity: 'hint',
      tasks: availability,
      fact: 'elastic-load-balancing#cross-zone',
      types,
    },
    {
      path: attributes,
      key: 'load_balancing.cross_zone.enabled',
      is: (value) => value === 'true',
      whenAbsent: false,
      when: (resource) => surely(resource, 'Type', (type) => type === 'network' || type === 'gateway'),
      message: (how) =>
        `load_balancing.cross_zone.enabled ${how}: targets in a zone with few of them get more each. Traffic between zones is billed, so decide on purpose.`,
    },
  ),
  demand(
    {
      id: 'elb-public',
      service,
      title: 'Load balancer that faces the internet',
      why: 'A load balancer is public unless its scheme says internal, and the scheme cannot be changed later.',
      severity: 'hint',
      tasks: security,
      fact: 'elastic-load-balancing#scheme',
      types: [loadBalancer, 'AWS::ElasticLoadBalancing::LoadBalancer'],
    },
    {
      path: 'Scheme',
      is: (scheme) => scheme !== 'internet-facing',
      whenAbsent: false,
      when: (resource, context) => resource.type !== loadBalancer || writesLogs(resource, context),
      message: (how) => `The scheme ${how}, so the load balancer has public addresses. Set it to internal where only your own networks call.`,
    },
  ),
  {
    id: 'elb-no-waf',
    service: 'waf',
    title: 'Public Application Load Balancer without AWS WAF',
    why: 'Injections, bots and floods of requests reach the application unless a web ACL stands in front.',
    severity: 'hint',
    tasks: security,
    fact: 'waf#waf-or-acl',
    types,
    check: (resource, context) => {
      if (resource.defaults !== undefined || !isApplication(resource, context) || !isPublic(resource, context)) return undefined;
      const associations = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'];
      return associations.every((type) => namedBy(resource, type, ['ResourceArn'], context) === false)
        ? [
            {
              span: resource.typeSpan,
              message: 'Nothing in this template puts a web ACL in front of this public load balancer. Add an AWS::WAFv2::WebACLAssociation.',
            },
          ]
        : undefined;
    },
  },
];
