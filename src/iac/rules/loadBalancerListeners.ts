import { always, propertyAt, propertyOf, type Resource, type Value } from '../model';
import { demand, isUnset, placesAt, required, surely } from './demands';
import { keyDemand } from './keyValues';
import type { Rule } from './rule';

const service = 'elastic-load-balancing';
const listener = ['AWS::ElasticLoadBalancingV2::Listener'];
const targetGroup = ['AWS::ElasticLoadBalancingV2::TargetGroup'];
const security = ['saa-c03/1.2', 'sap-c02/3.2', 'sap-2014/6.5'] as const;
const isHttp = (protocol: unknown): boolean => protocol === 'HTTP';

/**
 * Predefined policies that still take TLS 1.0 or 1.1
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html).
 */
export const oldPolicy = /^(?:ELBSecurityPolicy-(?:201[1-6]-\d\d|TLS-1-[01]-.*|FS-2018-06|FS-1-1-.*|TLS13-1-[01]-.*)|ELBSample-.*)$/i;

/** True where the text makes certain that an action sends clients on to HTTPS. `undefined`: perhaps. */
function redirects(actions: Value | undefined): boolean | undefined {
  const list = actions?.kind === 'list' ? actions.items : actions?.kind === 'map' ? [actions] : undefined;
  if (!list || list.length === 0) return undefined;
  const verdicts = list.map((action) => {
    if (action.kind !== 'map') return undefined;
    const type = propertyOf(action, 'Type')?.value;
    if (type?.kind !== 'known') return undefined;
    if (type.value !== 'redirect') return false;
    const protocol = propertyOf(propertyOf(action, 'RedirectConfig')?.value, 'Protocol')?.value;
    // Without a protocol the redirect keeps that of the request.
    if (protocol === undefined) return propertyOf(action, 'RedirectConfig')?.value.kind === 'map' && action.complete ? false : undefined;
    return protocol.kind === 'known' ? protocol.value === 'HTTPS' : undefined;
  });
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

function isTls(resource: Resource): boolean {
  return surely(resource, 'Protocol', (protocol) => protocol === 'HTTPS' || protocol === 'TLS');
}

export const loadBalancerListenerRules: readonly Rule[] = [
  {
    id: 'elb-http-listener',
    service,
    title: 'HTTP listener that does not redirect to HTTPS',
    why: 'What travels by HTTP can be read and changed on the way, cookies and passwords included.',
    severity: 'information',
    tasks: security,
    fact: 'elastic-load-balancing#https-redirect',
    types: listener,
    check: (resource) => {
      const protocol = propertyAt(resource, 'Protocol')?.value;
      if (!protocol || !always(protocol, isHttp) || redirects(propertyAt(resource, 'DefaultActions')?.value) !== false) return undefined;
      return [{ span: protocol, message: 'This listener serves plain HTTP. Let its default action redirect to HTTPS, and serve from an HTTPS listener.' }];
    },
  },
  demand(
    {
      id: 'elb-old-tls',
      service,
      title: 'Listener that still takes TLS 1.0 or 1.1',
      why: 'TLS 1.0 and 1.1 are broken and retired; a listener of a template without SslPolicy takes both.',
      severity: 'information',
      tasks: security,
      fact: 'elastic-load-balancing#tls-policy-default',
      types: listener,
    },
    {
      path: 'SslPolicy',
      is: (policy) => !oldPolicy.test(String(policy)),
      whenAbsent: false,
      when: isTls,
      message: (how) =>
        `SslPolicy ${how === 'is not set' ? 'is not set, which means ELBSecurityPolicy-2016-08 by default' : how}: TLS 1.0 or 1.1 is accepted. Choose one of TLS 1.2 and 1.3, such as ELBSecurityPolicy-TLS13-1-2-2021-06.`,
    },
  ),
  required(
    {
      id: 'elb-no-certificate',
      service,
      title: 'HTTPS or TLS listener without certificate',
      why: 'A secure listener has exactly one default certificate; without it the listener is not created.',
      severity: 'warning',
      tasks: security,
      fact: 'elastic-load-balancing#default-certificate',
      types: listener,
    },
    {
      paths: ['Certificates'],
      when: isTls,
      message: 'The listener has no certificate, so it is not created. Name one of Certificate Manager in Certificates.',
    },
  ),
  {
    id: 'elb-target-plain-http',
    service,
    title: 'Targets that are called by plain HTTP',
    why: 'Behind the load balancer the traffic goes on unencrypted, through the network of the VPC.',
    severity: 'hint',
    tasks: security,
    fact: 'elastic-load-balancing#end-to-end-tls',
    types: targetGroup,
    check: (resource) => {
      const protocol = propertyAt(resource, 'Protocol')?.value;
      return protocol && always(protocol, isHttp) && !surely(resource, 'TargetType', (type) => type === 'lambda')
        ? [
            {
              span: protocol,
              message: 'The load balancer calls these targets by plain HTTP. Where data must be encrypted all the way, use HTTPS to the targets too.',
            },
          ]
        : undefined;
    },
  },
  {
    id: 'elb-target-health-check-path',
    service,
    title: 'Health check of no page in particular',
    why: 'The path / may answer while the application behind it is dead, or redirect and look dead while it lives.',
    severity: 'hint',
    tasks: ['saa-c03/2.2', 'sap-c02/3.4', 'sap-2014/1.4'],
    fact: 'elastic-load-balancing#health-check-path',
    types: targetGroup,
    check: (resource) => {
      const byHttp = ['HTTP', 'HTTPS'];
      const protocol = surely(resource, 'Protocol', (value) => byHttp.includes(String(value)));
      const tcp = placesAt(resource, 'HealthCheckProtocol').some((place) => !isUnset(place) && !always(place.value, (value) => byHttp.includes(String(value))));
      if (!protocol || tcp) return undefined;
      return placesAt(resource, 'HealthCheckPath')
        .filter(isUnset)
        .map(({ span }) => ({ span, message: 'HealthCheckPath is not set, so the checks ask for /. Name a page that tells whether the application works.' }));
    },
  },
  keyDemand(
    {
      id: 'elb-target-no-drain',
      service,
      title: 'Target group that cuts requests off',
      why: 'Without a delay every deployment and every scale-in breaks the requests in flight.',
      severity: 'information',
      tasks: ['saa-c03/2.2', 'sap-c02/3.4'],
      fact: 'elastic-load-balancing#deregistration-delay',
      types: targetGroup,
    },
    {
      path: 'TargetGroupAttributes',
      key: 'deregistration_delay.timeout_seconds',
      is: (value) => Number(value) !== 0,
      whenAbsent: true,
      message: (how) =>
        `deregistration_delay.timeout_seconds ${how}: requests in flight are cut off when a target leaves. Give them as long as the slowest takes.`,
    },
  ),
  keyDemand(
    {
      id: 'elb-target-sticky',
      service,
      title: 'Sticky sessions',
      why: 'Clients bound to one target spread unevenly, and lose their session with the target.',
      severity: 'hint',
      tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
      fact: 'elastic-load-balancing#sticky',
      types: targetGroup,
    },
    {
      path: 'TargetGroupAttributes',
      key: 'stickiness.enabled',
      is: (value) => value !== 'true',
      whenAbsent: true,
      message: (how) => `stickiness.enabled ${how}: sessions end with their target and load stays uneven. Keep sessions in DynamoDB or ElastiCache.`,
    },
  ),
];
