import type { Span } from '../syntax/node';
import type { Property, Resource, Template, Value } from './model';

/** What an offset of a document points at. */
export type Mention = TemplateMention | ServiceMention;

/** A part of a resource. */
export type TemplateMention =
  | { readonly kind: 'type'; readonly resource: Resource; readonly span: Span }
  | { readonly kind: 'property' | 'value'; readonly resource: Resource; readonly path: string; readonly property: Property; readonly span: Span };

/** A service named in an ARN, an IAM action or a service principal. */
export interface ServiceMention {
  readonly kind: 'service';
  /** As written there: `sqs` of `arn:aws:sqs:...`, `sqs:SendMessage` and `sqs.amazonaws.com`. */
  readonly prefix: string;
  readonly span: Span;
}

const token = /[\w.:/*$@{}+=-]/;
const arn = /arn:(?:aws[a-z-]*|\$\{AWS::Partition\}|\*):([a-z0-9-]+):/;
const principal = /(?:^|[^\w.-])([a-z0-9-]+)(?:\.[a-z0-9-]+)?\.(?:amazonaws\.com|\$\{AWS::URLSuffix\})/;
const action = /^([a-z][a-z0-9-]+):(?:[A-Z]\w*|\w*\*)/;

/** The service that the text at an offset names in an ARN, an IAM action or a service principal; nothing where it is none of them. */
export function serviceMentionAt(text: string, offset: number): ServiceMention | undefined {
  let start = offset;
  let end = offset;
  // Longer tokens are no names.
  while (start > 0 && offset - start < 200 && token.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 200 && token.test(text.charAt(end))) end++;
  const found = text.slice(start, end);
  const prefix = (arn.exec(found) ?? principal.exec(found) ?? action.exec(found))?.[1];
  return prefix === undefined ? undefined : { kind: 'service', prefix, span: { start, end } };
}

/** The resource type, property name or value at an offset; nothing between them. */
export function mentionAt(template: Template, offset: number): TemplateMention | undefined {
  const resource = template.resources.findLast(({ span, idSpan }) => contains({ start: Math.min(span.start, idSpan.start), end: span.end }, offset));
  if (!resource) return undefined;
  if (contains(resource.typeSpan, offset)) return { kind: 'type', resource, span: resource.typeSpan };
  return propertyMention(resource, resource.properties, '', offset) ?? propertyMention(resource, resource.attributes, '@', offset);
}

function propertyMention(resource: Resource, value: Value, path: string, offset: number, owner?: Property): TemplateMention | undefined {
  switch (value.kind) {
    case 'map':
      for (const property of value.entries) {
        const inner = path === '' || path === '@' ? path + property.name : `${path}.${property.name}`;
        const nested = propertyMention(resource, property.value, inner, offset, property);
        if (nested) return nested;
        if (contains(property.nameSpan, offset)) return { kind: 'property', resource, path: inner, property, span: property.nameSpan };
        if (isLeaf(property.value) && contains(property.value, offset)) return { kind: 'value', resource, path: inner, property, span: property.value };
      }
      return undefined;
    case 'list':
    case 'one-of':
      for (const item of value.kind === 'list' ? value.items : value.values) {
        const nested = propertyMention(resource, item, path, offset, owner);
        if (nested) return nested;
        if (value.kind === 'list' && owner && isLeaf(item) && contains(item, offset)) {
          const { name, nameSpan } = owner;
          return { kind: 'value', resource, path, property: { name, nameSpan, value: item }, span: item };
        }
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
