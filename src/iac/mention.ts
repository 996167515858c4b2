import type { Span } from '../syntax/node';
import type { Property, Resource, Template, Value } from './model';

/** What of a template an offset points at. */
export type Mention =
  | { readonly kind: 'type'; readonly resource: Resource; readonly span: Span }
  | { readonly kind: 'property' | 'value'; readonly resource: Resource; readonly path: string; readonly property: Property; readonly span: Span };

/** The resource type, property name or value at an offset; nothing between them. */
export function mentionAt(template: Template, offset: number): Mention | undefined {
  const resource = template.resources.findLast(({ span, idSpan }) => contains({ start: Math.min(span.start, idSpan.start), end: span.end }, offset));
  if (!resource) return undefined;
  if (contains(resource.typeSpan, offset)) return { kind: 'type', resource, span: resource.typeSpan };
  return propertyMention(resource, resource.properties, '', offset) ?? propertyMention(resource, resource.attributes, '@', offset);
}

function propertyMention(resource: Resource, value: Value, path: string, offset: number): Mention | undefined {
  switch (value.kind) {
    case 'map':
      for (const property of value.entries) {
        const inner = path === '' || path === '@' ? path + property.name : `${path}.${property.name}`;
        const nested = propertyMention(resource, property.value, inner, offset);
        if (nested) return nested;
        if (contains(property.nameSpan, offset)) return { kind: 'property', resource, path: inner, property, span: property.nameSpan };
        if (isLeaf(property.value) && contains(property.value, offset)) return { kind: 'value', resource, path: inner, property, span: property.value };
      }
      return undefined;
    case 'list':
    case 'one-of':
      for (const item of value.kind === 'list' ? value.items : value.values) {
        const nested = propertyMention(resource, item, path, offset);
        if (nested) return nested;
      }
      return undefined;
    default:
      return undefined;
  }
}

function isLeaf(value: Value): boolean {
  return value.kind !== 'map' && value.kind !== 'list';
}

function contains({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}
