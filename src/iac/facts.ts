import { referenceTo, type LocatedFact } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Fact, Service } from '../knowledge/schema';
import type { Mention } from './mention';
import type { Template } from './model';
import { noteOfPrefix } from './servicePrefixes';

/** How many facts a hover shows; the rest is behind the link to the note. */
const shownFacts = 3;
/** So many of them may be others of the service, which the learner is about to forget. */
const shownReminders = 2;
/** A fact whose questions are recalled with less than this probability is about to be forgotten. */
const fading = 0.9;

export interface MentionFacts {
  readonly service: Service;
  readonly facts: readonly LocatedFact[];
  /** Those of the facts that are shown because they are about to be forgotten. */
  readonly reminders: ReadonlySet<Fact>;
  /** Facts that belong here too and were left out. */
  readonly more: number;
}

/** The probability that the learner recalls a fact (`note#id`) now; nothing where no question about it was ever answered. */
export type Recall = (reference: string) => number | undefined;

/**
 * The facts that belong to what is mentioned: of a property those about it (the ones about its written value
 * first), of a type those without a property that come first in the note. What is about to be forgotten of the service
 * follows them. Nothing where nothing is known of it.
 */
export function factsAt(mention: Mention, knowledge: Knowledge, recall: Recall = () => undefined): MentionFacts | undefined {
  const service = serviceOf(mention, knowledge);
  if (!service) return undefined;
  const own = ownFacts(mention, service, knowledge);
  const about = own.length > shownFacts ? shownFacts : Math.max(own.length, 0);
  const reminders = fadingFacts(service, recall).filter((located) => !own.slice(0, about).some(({ fact }) => fact === located.fact));
  const kept = Math.min(about, shownFacts - Math.min(1, reminders.length));
  const reminded = reminders.slice(0, Math.min(shownReminders, shownFacts - kept));
  return {
    service,
    facts: [...own.slice(0, kept), ...reminded],
    reminders: new Set(reminded.map(({ fact }) => fact)),
    more: Math.max(0, own.length - kept),
  };
}

function serviceOf(mention: Mention, knowledge: Knowledge): Service | undefined {
  if (mention.kind === 'service') return knowledge.content.services.find(({ id }) => id === noteOfPrefix(mention.prefix));
  if (mention.kind !== 'type' && mention.path.startsWith('@')) return knowledge.content.services.find(({ id }) => id === 'cloudformation');
  return knowledge.serviceOf(mention.resource.type);
}

function ownFacts(mention: Mention, service: Service, knowledge: Knowledge): LocatedFact[] {
  if (mention.kind === 'type' || mention.kind === 'service') return typeFacts(service);
  return mention.path.startsWith('@') ? attributeFacts(mention.path, knowledge) : propertyFacts(mention, knowledge);
}

/** Facts about the attributes of resources that exams ask about. */
const aboutAttributes: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ['cloudformation#deletion-default', 'cloudformation#deletion-snapshot', 'cloudformation#update-replace-policy'],
  UpdateReplacePolicy: ['cloudformation#update-replace-policy', 'cloudformation#deletion-snapshot'],
  CreationPolicy: ['cloudformation#creation-policy', 'cloudformation#wait-condition'],
  UpdatePolicy: ['cloudformation#update-policy'],
  DependsOn: ['cloudformation#depends-on'],
  Metadata: ['cloudformation#helper-scripts'],
};

function attributeFacts(path: string, knowledge: Knowledge): LocatedFact[] {
  const name = path.slice(1).split('.')[0] ?? '';
  const references = Object.hasOwn(aboutAttributes, name) ? (aboutAttributes[name] ?? []) : [];
  return references.flatMap((reference) => knowledge.fact(reference) ?? []);
}

function fadingFacts(service: Service, recall: Recall): LocatedFact[] {
  return service.facts
    .map((fact) => ({ located: { note: service, fact }, recalled: recall(referenceTo(service, fact)) ?? 1 }))
    .filter(({ recalled }) => recalled < fading)
    .sort((one, other) => one.recalled - other.recalled)
    .map(({ located }) => located);
}

function typeFacts(service: Service): LocatedFact[] {
  const located = service.facts.map((fact) => ({ note: service, fact }));
  const changed = located.filter(({ fact }) => fact.was && fact.property === undefined);
  const plain = located.filter(({ fact }) => !fact.was && fact.property === undefined);
  return [...plain.slice(0, 2), ...changed, ...plain.slice(2)];
}

/** Facts of the property, or of the nearest one around it that has any. */
function propertyFacts({ resource, path, ...mention }: Extract<Mention, { kind: 'property' | 'value' }>, knowledge: Knowledge): LocatedFact[] {
  const written = mention.property.value.kind === 'known' ? String(mention.property.value.value) : undefined;
  const fits = ({ fact }: LocatedFact): boolean => fact.propertyValue === undefined || fact.propertyValue === written;
  const type = knownType(resource.type);
  const names = path.split('.');
  while (names.length > 1 && knowledge.factsOf(type, names.join('.')).length === 0) names.pop();
  const facts = [...knowledge.factsOf(type, names.join('.'))];
  if (mention.kind === 'value')
    return facts.filter(fits).sort((one, other) => Number(other.fact.propertyValue !== undefined) - Number(one.fact.propertyValue !== undefined));
  return facts.sort((one, other) => Number(fits(other)) - Number(fits(one)));
}

/** Types of SAM whose properties are those of another type. */
const likeTypes: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::Api': 'AWS::ApiGateway::Stage',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Stage',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::LayerVersion': 'AWS::Lambda::LayerVersion',
};

function knownType(type: string): string {
  return Object.hasOwn(likeTypes, type) ? (likeTypes[type] ?? type) : type;
}

/** The first resource of each service in a template, in the order of the text. */
export function firstResources(template: Template, knowledge: Knowledge): { service: Service; index: number }[] {
  const seen = new Set<string>();
  return template.resources.flatMap((resource, index) => {
    const service = knowledge.serviceOf(resource.type);
    if (!service || seen.has(service.id)) return [];
    seen.add(service.id);
    return [{ service, index }];
  });
}
