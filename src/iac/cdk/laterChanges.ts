import { propertyOf, type MapValue, type Property, type Resource, type Value } from '../model';
import type { ResourceTypes } from '../resourceTypes';
import { unknown } from './expression';

/** What the source changes in one construct after it has made it. */
interface Changes {
  /** Something may add whatever to its properties. */
  open: boolean;
  /** Paths of properties, as CloudFormation names them, that are set again. */
  readonly paths: string[];
  /** True where DeletionPolicy and its like are set again. */
  attributes: boolean;
}

const hint = /override|default_?child|find_?child|aspects|removal_?policy|cfn/i;
/** `bucket.node.defaultChild` and `bucket.getNode().findChild("Resource")`: taken in order to be changed. */
const child = /\.\s*(?:get)?node(?:\(\))?[!?]?\s*\.\s*(?:get)?(?:default_?child|(?:try_?)?find_?child)\b/gi;
/** `cfn.addPropertyOverride('A.B', 1)`, with the path where it is plain text. */
const override = /\.\s*add_?(property_?)?(?:deletion_?)?override\s*\(\s*(?:[\w.]+\s*\(\s*)?(?:(["'])([\w.]+)\2)?/gi;
const assignment = /^[ \t]*([\w$#.]+)\.(\w+)[ \t]*=(?![=>])/gm;
const setter = /\.set_?([A-Z]\w*)\s*\(/gi;
const attributeChange = /\.\s*(?:apply_?removal_?policy\s*\(|(?:get)?cfn_?options\b)/gi;
const aspect = /\baspects\s*[._]\s*of\s*\(/gi;
/** Aspects that only look, as those of cdk-nag. */
const onlyLooks = /^[^;\n]*\)\s*\.\s*add\s*\(\s*(?:new\s+)?[\w.]*Checks\b/i;

/**
 * Takes into account what an app in any language does to its constructs after it has made them, by the CDK's own
 * escape hatches: what is not written at such a construct may still be set, and what is set again is not known. The
 * source is searched as text: one that looks like a change and is none costs a finding, and never makes a false one.
 */
export function withLaterChanges(resources: readonly Resource[], source: string, types: ResourceTypes): readonly Resource[] {
  if (resources.length === 0 || !hint.test(source)) return resources;
  const changes = new ChangeCollector(resources, source, types);
  return resources.map((resource) => applied(resource, changes.of(resource)));
}

class ChangeCollector {
  readonly #source: string;
  readonly #types: ResourceTypes;
  /** By the names that hold them, without `this.`; the child of a construct stands for the construct. */
  readonly #held = new Map<string, Resource[]>();
  readonly #changes = new Map<Resource, Changes>();
  #all = false;

  constructor(resources: readonly Resource[], source: string, types: ResourceTypes) {
    this.#source = source;
    this.#types = types;
    for (const resource of resources) if (resource.holder !== undefined) this.#hold(resource.holder, [resource]);
    this.#findChildren();
    this.#findOverrides();
    this.#findAssignments();
    for (const { index } of this.#matches(attributeChange)) for (const held of this.#heldBefore(index) ?? []) this.#changesOf(held).attributes = true;
    for (const { index, 0: text } of this.#matches(aspect)) if (!onlyLooks.test(source.slice(index + text.length, index + 300))) this.#all = true;
  }

  of(resource: Resource): Changes | undefined {
    const found = this.#changes.get(resource);
    return this.#all ? { paths: [], attributes: true, ...found, open: true } : found;
  }

  #findChildren(): void {
    for (const { index } of this.#matches(child)) {
      const held = this.#heldBefore(index);
      if (!held) this.#all = true;
      for (const resource of held ?? []) this.#changesOf(resource).open = true;
      const name = aliasOf(this.#source, index);
      if (held && name !== undefined) this.#hold(name, held);
    }
  }

  #findOverrides(): void {
    for (const { index, 1: inProperties, 3: path } of this.#matches(override)) {
      const held = this.#heldBefore(index);
      if (!held && !isChild(this.#source, index)) this.#all = true;
      for (const resource of held ?? []) {
        const changes = this.#changesOf(resource);
        if (path === undefined) changes.open = true;
        else if (inProperties !== undefined) changes.paths.push(path);
        else if (path.startsWith('Properties.')) changes.paths.push(path.slice('Properties.'.length));
        else changes.attributes = true;
      }
    }
  }

  #findAssignments(): void {
    for (const { 1: receiver = '', 2: name = '' } of this.#matches(assignment)) this.#set(this.#heldAs(receiver), name);
    for (const { index, 1: name = '' } of this.#matches(setter)) this.#set(this.#heldBefore(index), name);
  }

  #set(held: readonly Resource[] | undefined, name: string): void {
    for (const resource of held ?? []) {
      const wanted = name.replaceAll('_', '').toLowerCase();
      const property = this.#types.propertiesOf(resource.type)?.find((one) => one.toLowerCase() === wanted);
      if (property !== undefined) this.#changesOf(resource).paths.push(property);
    }
  }

  #hold(name: string, resources: readonly Resource[]): void {
    const key = withoutOwner(name);
    this.#held.set(key, [...(this.#held.get(key) ?? []), ...resources]);
  }

  #heldBefore(index: number): readonly Resource[] | undefined {
    return this.#heldAs(receiverBefore(this.#source, index));
  }

  /** Resources that a name holds, or the name that its path begins with: `server` in `server.instance`. */
  #heldAs(receiver: string): readonly Resource[] | undefined {
    const path = withoutOwner(receiver).split('.');
    for (let length = path.length; length > 0; length--) {
      const held = this.#held.get(path.slice(0, length).join('.'));
      if (held) return held;
    }
    return undefined;
  }

  #changesOf(resource: Resource): Changes {
    let changes = this.#changes.get(resource);
    if (!changes) this.#changes.set(resource, (changes = { open: false, paths: [], attributes: false }));
    return changes;
  }

  /** Matches that do not stand in a comment of their own line. */
  *#matches(pattern: RegExp): Generator<RegExpMatchArray & { index: number }> {
    for (const match of this.#source.matchAll(pattern)) {
      const before = this.#source.slice(Math.max(0, match.index - longest), match.index);
      const line = before.slice(before.lastIndexOf('\n') + 1) + match[0];
      if (!/^\s*(?:\/\/|\/?\*|#)/.test(line)) yield match;
    }
  }
}

/** No receiver and no cast before it is longer. */
const longest = 300;

/** What stands before a dot: `this.bucket` in `this.bucket!\n  .node`. */
function receiverBefore(source: string, index: number): string {
  const before = source.slice(Math.max(0, index - longest), index).replace(/\(\)|[!?]|\s+(?=\.|$)/g, '');
  let start = before.length;
  while (start > 0 && /[\w$#.]/.test(before.charAt(start - 1))) start--;
  return before.slice(start);
}

/** `cfn` where the source reads `cfn = (CfnBucket) bucket.node...`, given where the name before `.node` ends. */
function aliasOf(source: string, index: number): string | undefined {
  const before = source.slice(Math.max(0, index - longest), index);
  const equals = before.lastIndexOf('=');
  if (equals < 0 || !/^[\w\s.,()<>!?"']*$/.test(before.slice(equals + 1))) return undefined;
  return /([\w$#.]+)\s*(?::\s*[\w.<>[\]"']+\s*)?:?$/.exec(before.slice(0, equals))?.[1];
}

/** True where an override is called on what `defaultChild` gives, straight away: that counts for its construct already. */
function isChild(source: string, index: number): boolean {
  return /(?:default_?child|find_?child)\b[^;{}]*$/i.test(source.slice(Math.max(0, index - longest), index));
}

function withoutOwner(name: string): string {
  return name.replace(/^(?:this|self)\./, '');
}

function applied(resource: Resource, changes: Changes | undefined): Resource {
  if (!changes) return resource;
  const properties = changes.paths.reduce((map, path) => withUnknown(map, path.split('.')), resource.properties);
  return {
    ...resource,
    properties: changes.open ? { ...properties, complete: false } : properties,
    attributes: changes.attributes ? opened(resource.attributes) : resource.attributes,
  };
}

/** A map whose entries may all be others. */
function opened(map: MapValue): MapValue {
  return { ...map, complete: false, entries: map.entries.map((entry) => ({ ...entry, value: setLater(entry.value) })) };
}

function withUnknown(map: MapValue, [name = '', ...rest]: readonly string[]): MapValue {
  const present = propertyOf(map, name);
  const nested = rest.length > 0 && present?.value.kind === 'map' ? withUnknown(present.value, rest) : undefined;
  const span = present?.nameSpan ?? { start: map.start, end: map.start };
  const entry: Property = { name, nameSpan: span, value: nested ?? setLater(present?.value ?? { kind: 'absent', ...span }) };
  return { ...map, entries: present ? map.entries.map((one) => (one === present ? entry : one)) : [...map.entries, entry] };
}

function setLater(value: Value): Value {
  return unknown(value, 'the app sets it again further down');
}
