import { propertyOf, type MapValue, type Template } from '../model';
import type { Finding } from './rule';

/** What the edit writes where the reason belongs. */
export const placeholder = 'reason';

/** Text to insert at an offset so that a finding is suppressed: a comment on the line above, in JSON the resource's metadata. */
export interface SuppressingEdit {
  readonly offset: number;
  readonly text: string;
}

export function suppressingEdit({ rule, resource, span }: Finding, { language }: Template, text: string): SuppressingEdit | undefined {
  if (language === 'json') return inMetadata(resource.attributes, rule.id, text);
  const marker = language === 'yaml' || language === 'python' ? '#' : '//';
  const offset = text.lastIndexOf('\n', span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(offset))?.[0] ?? '';
  return { offset, text: `${indent}${marker} stackdrill-ignore ${rule.id}: ${placeholder}\n` };
}

/** `attributes` spans the resource's object, from its opening brace. */
function inMetadata(attributes: MapValue, ruleId: string, text: string): SuppressingEdit | undefined {
  const ignored = { [ruleId]: placeholder };
  const metadata = propertyOf(attributes, 'Metadata')?.value;
  if (metadata === undefined) return firstEntry(attributes.start, 'Metadata', { StackDrill: { ignore: ignored } }, text);
  if (metadata.kind !== 'map') return undefined;
  const own = propertyOf(metadata, 'StackDrill')?.value;
  if (own === undefined) return firstEntry(metadata.start, 'StackDrill', { ignore: ignored }, text);
  if (own.kind !== 'map') return undefined;
  const list = propertyOf(own, 'ignore')?.value;
  if (list === undefined) return firstEntry(own.start, 'ignore', ignored, text);
  return list.kind === 'map' ? firstEntry(list.start, ruleId, placeholder, text) : undefined;
}

/** An entry to stand first in the object that begins at an offset, on a line of its own where the others are. */
function firstEntry(start: number, name: string, value: unknown, text: string): SuppressingEdit | undefined {
  if (text.charAt(start) !== '{') return undefined;
  const offset = start + 1;
  const gap = /^\s*/.exec(text.slice(offset))?.[0] ?? '';
  const empty = text.charAt(offset + gap.length) === '}';
  const written = JSON.stringify(value)
    .replace(/([:,{])(?=")/g, '$1 ')
    .replace(/\}/g, ' }');
  return { offset, text: `${gap}${JSON.stringify(name)}: ${written}${empty ? '' : ','}` };
}
