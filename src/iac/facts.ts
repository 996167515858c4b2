import type { LocatedFact } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Service } from '../knowledge/schema';
import type { Mention } from './mention';
import type { Template } from './model';

/** How many facts a hover shows; the rest is behind the link to the note. */
const shownFacts = 3;

export interface MentionFacts {
  readonly service: Service;
  readonly facts: readonly LocatedFact[];
  /** Facts that belong here too and were left out. */
  readonly more: number;
}

/**
 * The facts that belong to what is mentioned: of a property those about it (the ones about its written value
 * first), of a type those without a property that come first in the note. Nothing where nothing is known of it.
 */
export function factsAt(mention: Mention, knowledge: Knowledge): MentionFacts | undefined {
  const service = knowledge.serviceOf(mention.resource.type);
  if (!service) return undefined;
  const facts = mention.kind === 'type' ? typeFacts(service) : propertyFacts(mention, knowledge);
  if (mention.kind !== 'type' && facts.length === 0) return undefined;
  return { service, facts: facts.slice(0, shownFacts), more: Math.max(0, facts.length - shownFacts) };
}

function typeFacts(service: Service): LocatedFact[] {
  const located = service.facts.map((fact) => ({ note: service, fact }));
  const changed = located.filter(({ fact }) => fact.was && fact.property === undefined);
  const plain = located.filter(({ fact }) => !fact.was && fact.property === undefined);
  return [...plain.slice(0, 2), ...changed, ...plain.slice(2)];
}

function propertyFacts({ resource, path, ...mention }: Extract<Mention, { kind: 'property' | 'value' }>, knowledge: Knowledge): LocatedFact[] {
  const written = mention.property.value.kind === 'known' ? String(mention.property.value.value) : undefined;
  const fits = ({ fact }: LocatedFact): boolean => fact.propertyValue === undefined || fact.propertyValue === written;
  const facts = [...knowledge.factsOf(resource.type, path)];
  if (mention.kind === 'value')
    return facts.filter(fits).sort((one, other) => Number(other.fact.propertyValue !== undefined) - Number(one.fact.propertyValue !== undefined));
  return facts.sort((one, other) => Number(fits(other)) - Number(fits(one)));
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
