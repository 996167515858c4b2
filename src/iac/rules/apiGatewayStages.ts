import { propertyAt, propertyOf, type MapValue, type Resource } from '../model';
import { acrossTypes, oneSwitchedOn, together } from './composition';
import { itemsAt, passes, placesAt, placesIn, required, surely, switchedOff, switchedOn, wrongPlaces, type RuleHeader } from './demands';
import { refersTo } from './references';
import type { Report, Rule, RuleContext } from './rule';
import { themes } from './themes';

const stageType = 'AWS::ApiGateway::Stage';
const deploymentType = 'AWS::ApiGateway::Deployment';
const ofStage = { service: 'api-gateway' } as const;

/** A rule for stages, and for those that a deployment makes by itself, whose settings stand in its StageDescription. */
function forStages(header: Omit<RuleHeader, 'types'>, make: (header: RuleHeader, at: (path: string) => string) => Rule): Rule {
  return acrossTypes(header, {
    [stageType]: (own) => make(own, (path) => path),
    [deploymentType]: (own) => {
      const rule = make(own, (path) => `StageDescription.${path}`);
      return { ...rule, check: (resource, context) => (makesStage(resource) ? rule.check(resource, context) : undefined) };
    },
  });
}

function makesStage(deployment: Resource): boolean {
  const name = propertyAt(deployment, 'StageName')?.value;
  return name !== undefined && name.kind !== 'absent' && name.kind !== 'one-of';
}

const isOn = (known: unknown): boolean => known === true || known === 'true';

export const apiGatewayStagesRules: readonly Rule[] = [
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-access-logs-off',
      title: 'API stage without access logs',
      why: 'Access logs tell who called what and when; without them an abuse leaves no trace.',
      severity: 'information',
      tasks: themes.operation,
      fact: 'api-gateway#access-logs',
    },
    (header, at) =>
      required(header, {
        paths: [at('AccessLogSetting.DestinationArn')],
        message: 'Nothing records who calls this stage. Name a log group in AccessLogSetting.',
      }),
  ),
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-execution-logs-off',
      title: 'API stage without execution logs',
      why: 'Execution logs show how a request went through authorizer, mapping and backend, which is where errors come from.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'api-gateway#execution-logs',
    },
    (header, at) =>
      oneSwitchedOn(header, {
        paths: [at('MethodSettings.*.LoggingLevel'), ...(header.types.includes(deploymentType) ? [at('LoggingLevel')] : [])],
        on: (level) => level === 'ERROR' || level === 'INFO',
        message: 'No method of this stage writes execution logs. Set LoggingLevel to ERROR or INFO in MethodSettings.',
      }),
  ),
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-data-trace',
      title: 'API stage that logs whole requests',
      why: 'Data tracing writes headers and bodies to the log, with the personal data and tokens in them.',
      severity: 'information',
      tasks: themes.data,
      fact: 'api-gateway#data-trace',
    },
    (header, at) => {
      const message = (): string => 'Full requests and responses go to the log, secrets included. AWS advises against it in production.';
      const rule = switchedOff(header, { path: at('MethodSettings.*.DataTraceEnabled'), message });
      return header.types.includes(deploymentType) ? together(rule, switchedOff(header, { path: at('DataTraceEnabled'), message })) : rule;
    },
  ),
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-tracing-off',
      title: 'API stage without tracing',
      why: 'X-Ray follows a request from the API through the services behind it.',
      severity: 'hint',
      tasks: themes.operation,
      fact: 'api-gateway#tracing',
    },
    (header, at) =>
      switchedOn(header, {
        path: at('TracingEnabled'),
        message: (how) => `Tracing ${how}: X-Ray does not see the requests of this stage.`,
        fix: { title: 'Enable tracing', value: true },
      }),
  ),
  {
    ...ofStage,
    id: 'api-gateway-cache-unencrypted',
    title: 'API cache without encryption',
    why: 'Cached answers may hold what only one caller should see; encryption is off unless it is set.',
    severity: 'information',
    tasks: themes.data,
    fact: 'api-gateway#cache-encryption',
    types: [stageType],
    check: (resource) => uncoveredCaches(resource),
  },
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-cache-off',
      title: 'API stage without a cache',
      why: 'A cache answers repeated requests without the backend; it is billed by the hour.',
      severity: 'hint',
      tasks: ['saa-c03/3.4', 'sap-c02/3.3'],
      fact: 'api-gateway#cache',
    },
    (header, at) =>
      switchedOn(header, {
        path: at('CacheClusterEnabled'),
        message: (how) => `The cache of this stage ${how}: every request reaches the backend. It pays where many callers read the same.`,
      }),
  ),
  forStages(
    {
      ...ofStage,
      id: 'api-gateway-no-client-certificate',
      title: 'API stage that does not identify itself to the backend',
      why: 'With a client certificate an HTTP backend can refuse requests that do not come from the API.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#client-certificate',
    },
    (header, at) =>
      required(header, {
        paths: [at('ClientCertificateId')],
        message: 'No client certificate is named, so HTTP backends cannot tell this API from other callers. Functions and AWS services need none.',
      }),
  ),
  required(
    {
      ...ofStage,
      id: 'api-gateway-no-waf',
      title: 'API stage without AWS WAF',
      why: 'AWS WAF stops known attacks and floods before they reach the backend.',
      severity: 'hint',
      tasks: themes.access,
      fact: 'api-gateway#waf',
      types: [stageType],
    },
    {
      // Stands where the stage does: the association is a resource of its own.
      paths: ['WebACLAssociation'],
      when: (resource, context) => hasNoWebAcl(resource, context),
      message: 'No web ACL is associated with this stage here. AWS WAF in front filters attacks and limits the rate of each address.',
    },
  ),
  {
    ...ofStage,
    id: 'api-gateway-no-usage-plan',
    title: 'API stage outside a usage plan',
    why: 'Without a usage plan all callers share the throttle of the account, and one can use it up.',
    severity: 'hint',
    tasks: ['saa-c03/2.1', 'sap-c02/3.4'],
    fact: 'api-gateway#usage-plans',
    types: [stageType, deploymentType],
    check: (resource, context) => {
      const hidden = resource.defaults !== undefined || !resource.properties.complete;
      if (hidden || (resource.type === deploymentType && !makesStage(resource)) || mayBePlanned(resource, context)) return undefined;
      return [
        {
          span: resource.typeSpan,
          message: 'No usage plan includes this stage. A plan gives each API key a rate, a burst and a quota of its own.',
        },
      ];
    },
  },
];

/** Places where responses are cached and certainly not encrypted. */
function uncoveredCaches(resource: Resource): Report[] {
  const message = 'Cached responses are not encrypted. Set CacheDataEncrypted in the method settings.';
  const items = itemsAt(resource, 'MethodSettings');
  const caching = items.filter((item) => isSurely(item, 'CachingEnabled'));
  const found = caching.flatMap((item) =>
    wrongPlaces(placesIn(item, 'CacheDataEncrypted', propertyOf(item, 'CachingEnabled')?.nameSpan ?? item), isOn, false).map(({ span }) => ({ span, message })),
  );
  if (caching.length > 0 || !surely(resource, 'CacheClusterEnabled', isOn)) return found;
  const settings = placesAt(resource, 'MethodSettings.*.CacheDataEncrypted');
  const cluster = propertyAt(resource, 'CacheClusterEnabled');
  return cluster && wrongPlaces(settings, isOn, false).length === settings.length ? [{ span: cluster.nameSpan, message }] : [];
}

function isSurely(item: MapValue, name: string): boolean {
  const value = propertyOf(item, name)?.value;
  return value !== undefined && passes(value, isOn) === true;
}

/** True where it is certain that no association of the document is about the resource. */
export function hasNoWebAcl(resource: Resource, context: RuleContext): boolean {
  return ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'].every((type) =>
    context.ofType(type).every((association) => {
      const target = propertyAt(association, 'ResourceArn')?.value;
      if (target?.kind !== 'reference') return false;
      const referred = context.resource(target.target);
      return referred !== undefined && referred !== resource;
    }),
  );
}

function mayBePlanned(stage: Resource, context: RuleContext): boolean {
  return context
    .ofType('AWS::ApiGateway::UsagePlan')
    .some((plan) =>
      placesAt(plan, 'ApiStages.*').some(
        ({ value, missing }) => !missing && refersTo(propertyOf(value, 'Stage')?.value, stage, context, 'StageName') !== false,
      ),
    );
}
