import { entryOf, scalarValue, unreadTag, type MappingEntry, type Span, type SyntaxNode } from '../../syntax/node';
import { hole, textOf, type KnownValue, type MapValue, type Property, type UnknownValue, type Value } from '../model';

/** Joins and substitutions that make longer texts than this are not worked out, so that nested ones cannot fill the memory. */
const maxMadeText = 100_000;

/**
 * Turns the nodes of one template into values, following what can be followed without deploying: parameter
 * defaults, literal mappings, both branches of `Fn::If`, joins and substitutions of known text.
 */
export class IntrinsicReader {
  readonly #parameters: SyntaxNode | undefined;
  readonly #mappings: SyntaxNode | undefined;
  readonly #resources: SyntaxNode | undefined;

  constructor(document: SyntaxNode) {
    this.#parameters = entryOf(document, 'Parameters')?.value;
    this.#mappings = entryOf(document, 'Mappings')?.value;
    this.#resources = entryOf(document, 'Resources')?.value;
  }

  /** A property whose value is read when somebody asks for it, once. */
  property({ key, value }: MappingEntry): Property {
    return new LazyProperty(key.text, key, () => this.value(value));
  }

  value(node: SyntaxNode): Value {
    if (node.tag !== undefined && !node.tag.startsWith('!!')) return this.#tagged(node, node.tag);
    switch (node.kind) {
      case 'scalar':
        return known(node, scalarValue(node));
      case 'sequence':
        return { kind: 'list', items: node.items.map((item) => this.value(item)), ...spanOf(node) };
      case 'mapping':
        return this.#mapping(node);
    }
  }

  #mapping(node: Extract<SyntaxNode, { kind: 'mapping' }>): Value {
    const [only] = node.entries;
    if (node.entries.length === 1 && only && /^(Ref|Condition|Fn::\w+)$/.test(only.key.text)) {
      const long = this.#intrinsic(only.key.text.replace(/^Fn::/, ''), only.value, node);
      if (long) return long;
    }
    const map: MapValue = {
      kind: 'map',
      entries: node.entries.filter(({ key }) => !key.text.startsWith('Fn::')).map((entry) => this.property(entry)),
      complete: !node.partial && !node.entries.some(({ key }) => key.text.startsWith('Fn::')),
      ...spanOf(node),
    };
    return map;
  }

  #tagged(node: SyntaxNode, tag: string): Value {
    if (tag === unreadTag) return unknown(node, 'this part of the file could not be read');
    return this.#intrinsic(tag.slice(1), { ...node, tag: undefined }, node) ?? unknown(node, `the tag ${tag} is not one of CloudFormation's`);
  }

  #intrinsic(name: string, argument: SyntaxNode, whole: Span): Value | undefined {
    switch (name) {
      case 'Ref':
        return argument.kind === 'scalar' ? this.#ref(argument.text, whole) : unknown(whole, 'its Ref is not a name');
      case 'GetAtt':
        return this.#getAtt(argument, whole);
      case 'If':
        return this.#if(argument, whole);
      case 'FindInMap':
        return this.#findInMap(argument, whole);
      case 'Sub':
        return this.#sub(argument, whole);
      case 'Join':
        return this.#join(argument, whole);
      case 'Select':
        return this.#select(argument, whole);
      case 'Base64':
        return this.#base64(argument, whole);
      case 'GetAZs':
        return this.#zones(argument, whole);
      case 'Cidr':
      case 'And':
      case 'Or':
      case 'Not':
      case 'Equals':
      case 'Condition':
      case 'ImportValue':
      case 'Split':
      case 'Transform':
      case 'ToJsonString':
      case 'Length':
      case 'GetStackOutput':
      case 'RefAll':
      case 'ValueOf':
      case 'ValueOfAll':
      case 'Contains':
      case 'EachMemberEquals':
      case 'EachMemberIn':
        return name === 'Condition' && argument.kind !== 'scalar' ? undefined : unknown(whole, `Fn::${name} is only worked out when the stack is deployed`);
      default:
        return undefined;
    }
  }

  #ref(name: string, whole: Span): Value {
    if (name === 'AWS::NoValue') return { kind: 'absent', ...spanOf(whole) };
    if (name.startsWith('AWS::')) return unknown(whole, `${name} is only known when the stack is deployed`);
    const parameter = entryOf(this.#parameters, name)?.value;
    if (parameter) {
      const preset = entryOf(parameter, 'Default')?.value;
      const type = entryOf(parameter, 'Type')?.value;
      if (type?.kind === 'scalar' && type.text.startsWith('AWS::SSM::'))
        return { ...unknown(whole, `the parameter ${name} is read from Parameter Store`), parameter: name };
      if (preset?.kind !== 'scalar' || preset.tag !== undefined) return this.#allowed(name, parameter, whole);
      if (type?.kind === 'scalar' && /^(CommaDelimitedList|List<)/.test(type.text)) {
        const items = preset.text.split(',').map((text) => ({ ...known(whole, text.trim()), parameter: name }));
        return { kind: 'list', items, ...spanOf(whole) };
      }
      return { ...known(whole, scalarValue(preset)), parameter: name };
    }
    if (entryOf(this.#resources, name)) return { kind: 'reference', target: name, ...spanOf(whole) };
    return unknown(whole, `${name} is neither a parameter nor a resource of this template`);
  }

  /** What a parameter without default may be: one of its allowed values. */
  #allowed(name: string, parameter: SyntaxNode, whole: Span): Value {
    const allowed = entryOf(parameter, 'AllowedValues')?.value;
    const unset: Value = { ...unknown(whole, `the parameter ${name} has no default`), parameter: name };
    if (allowed?.kind !== 'sequence' || allowed.items.length === 0 || !allowed.items.every(isLiteral)) return unset;
    const values = allowed.items.flatMap((item) => (item.kind === 'scalar' ? [{ ...known(whole, scalarValue(item)), parameter: name }] : []));
    return { kind: 'one-of', values, ...spanOf(whole) };
  }

  #getAtt(argument: SyntaxNode, whole: Span): Value {
    let target: string | undefined;
    let attribute: string | undefined;
    if (argument.kind === 'scalar') [target, attribute] = splitOnce(argument.text);
    else if (argument.kind === 'sequence') {
      const [first, second] = argument.items;
      if (first?.kind === 'scalar') target = first.text;
      if (second?.kind === 'scalar') attribute = second.text;
    }
    if (!target || !attribute) return unknown(whole, 'its GetAtt does not name a resource and an attribute');
    return { kind: 'reference', target, attribute, ...spanOf(whole) };
  }

  #if(argument: SyntaxNode, whole: Span): Value {
    if (argument.kind !== 'sequence' || argument.items.length !== 3) return unknown(whole, 'its Fn::If lacks a condition or a branch');
    return { kind: 'one-of', values: argument.items.slice(1).map((item) => this.#branch(item)), ...spanOf(whole) };
  }

  /** A parameter that is empty by default means "not given"; the condition that leads to it as good as always asks whether it is. */
  #branch(node: SyntaxNode): Value {
    const value = this.value(node);
    const { parameter } = value.kind === 'known' && value.value === '' ? value : {};
    return parameter === undefined ? value : { ...unknown(node, `the parameter ${parameter} is empty by default`), parameter };
  }

  #findInMap(argument: SyntaxNode, whole: Span): Value {
    if (argument.kind !== 'sequence' || argument.items.length < 3) return unknown(whole, 'its Fn::FindInMap lacks a map or a key');
    let node = this.#mappings;
    let parameter: string | undefined;
    for (const step of argument.items.slice(0, 3)) {
      const key = this.value(step);
      if (key.kind !== 'known') return unknown(whole, 'a key of its Fn::FindInMap is only known when the stack is deployed');
      parameter ??= key.parameter;
      node = entryOf(node, String(key.value))?.value;
    }
    if (!node) return unknown(whole, 'its Fn::FindInMap names no entry of Mappings');
    // Mappings hold literals only; following calls in one could go round in circles.
    const found = isLiteral(node) || (node.kind === 'sequence' && node.tag === undefined && node.items.every(isLiteral)) ? this.value(node) : undefined;
    return found ? marked({ ...found, ...spanOf(whole) }, parameter) : unknown(whole, 'its entry of Mappings is neither text nor a list of texts');
  }

  #sub(argument: SyntaxNode, whole: Span): Value {
    const [text, names] = argument.kind === 'sequence' ? argument.items : [argument];
    if (text?.kind !== 'scalar') return unknown(whole, 'its Fn::Sub has no text');
    const alone = names ? undefined : /^\$\{([\w:]+)(?:\.([\w.]+))?\}$/.exec(text.text);
    // A single reference in a text is that reference.
    if (alone?.[1] !== undefined && entryOf(this.#resources, alone[1])) {
      const [, target, attribute] = alone;
      return { kind: 'reference', target, ...(attribute === undefined ? {} : { attribute }), ...spanOf(whole) };
    }
    let missing: string | undefined;
    let parameter: string | undefined;
    let length = text.text.length;
    const values = new Map<string, Value>();
    const filled = text.text.replace(/\$\{(!?)([^{}]*)\}/g, (placeholder: string, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (length > maxMadeText) return placeholder;
      const own = entryOf(names, name)?.value;
      const value = values.get(name) ?? (own ? this.value(own) : this.#ref(name, whole));
      values.set(name, value);
      if (value.kind === 'known') {
        parameter ??= value.parameter;
        length += String(value.value).length;
        return String(value.value);
      }
      missing ??= name;
      return hole;
    });
    if (length > maxMadeText) return unknown(whole, `its Fn::Sub makes a text of more than ${maxMadeText} characters`);
    if (missing !== undefined) return { ...unknown(whole, `${missing} in its Fn::Sub is only known when the stack is deployed`), outline: filled };
    return marked(known(whole, filled), parameter);
  }

  #join(argument: SyntaxNode, whole: Span): Value {
    const [delimiter, list] = argument.kind === 'sequence' ? argument.items : [];
    const parts = list && this.value(list);
    if (delimiter?.kind !== 'scalar' || parts?.kind !== 'list')
      return unknown(whole, 'its Fn::Join joins a list that is only known when the stack is deployed');
    const texts: string[] = [];
    let parameter: string | undefined;
    let missing = false;
    let length = 0;
    for (const part of parts.items) {
      const text = textOf(part) ?? hole;
      if (part.kind === 'known') parameter ??= part.parameter;
      else missing = true;
      length += text.length + delimiter.text.length;
      if (length > maxMadeText) return unknown(whole, `its Fn::Join makes a text of more than ${maxMadeText} characters`);
      texts.push(text);
    }
    const made = texts.join(delimiter.text);
    if (missing) return { ...unknown(whole, 'a part of its Fn::Join is only known when the stack is deployed'), outline: made };
    return marked(known(whole, made), parameter);
  }

  /** What is encoded is not looked at as a value, but its text can still be searched. */
  #base64(argument: SyntaxNode, whole: Span): Value {
    const text = textOf(this.value(argument));
    return { ...unknown(whole, 'Fn::Base64 is only worked out when the stack is deployed'), ...(text === undefined ? {} : { outline: text }) };
  }

  /** The zones of a Region are not known, but two that are chosen by the same number are one. */
  #zones(argument: SyntaxNode, whole: Span): Value {
    const region =
      argument.kind === 'scalar' && argument.tag === undefined
        ? argument.text
        : argument.tag === '!Ref' && argument.kind === 'scalar'
          ? argument.text
          : this.#refIn(argument);
    const here = region === '' || region === 'AWS::Region' ? 'this Region' : region;
    return {
      ...unknown(whole, 'the zones of a Region are only known when the stack is deployed'),
      ...(here === undefined ? {} : { same: `zones of ${here}` }),
    };
  }

  #refIn(node: SyntaxNode): string | undefined {
    const reference = entryOf(node, 'Ref')?.value;
    return reference?.kind === 'scalar' ? reference.text : undefined;
  }

  #select(argument: SyntaxNode, whole: Span): Value {
    const [index, list] = argument.kind === 'sequence' ? argument.items : [];
    const position = index && this.value(index);
    const items = list && this.value(list);
    if (position?.kind === 'known' && position.parameter === undefined && items?.kind === 'unknown' && items.same !== undefined)
      return { ...unknown(whole, items.reason), same: `number ${String(position.value)} of the ${items.same}` };
    if (position?.kind !== 'known' || items?.kind !== 'list')
      return unknown(whole, 'its Fn::Select chooses from a list that is only known when the stack is deployed');
    const item = items.items[Number(position.value)];
    return item ? marked({ ...item, ...spanOf(whole) }, position.parameter) : unknown(whole, 'its Fn::Select chooses past the end of the list');
  }
}

/** Reads its value on first use: rules and hovers touch few of a large template's properties. */
class LazyProperty implements Property {
  readonly name: string;
  readonly nameSpan: Span;
  #read: (() => Value) | undefined;
  #value: Value | undefined;

  constructor(name: string, nameSpan: Span, read: () => Value) {
    this.name = name;
    this.nameSpan = nameSpan;
    this.#read = read;
  }

  get value(): Value {
    if (!this.#value && this.#read) {
      this.#value = this.#read();
      this.#read = undefined;
    }
    return this.#value ?? unknown(this.nameSpan, 'it refers to itself');
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function known(span: Span, value: KnownValue['value']): KnownValue {
  return { kind: 'known', value, ...spanOf(span) };
}

/** The value as one that depends on a parameter's default, where it does. A list's items are marked; of other kinds nothing is known anyway. */
function marked(value: Value, parameter: string | undefined): Value {
  if (parameter === undefined) return value;
  if (value.kind === 'known') return { ...value, parameter: value.parameter ?? parameter };
  return value.kind === 'list' ? { ...value, items: value.items.map((item) => marked(item, parameter)) } : value;
}

function isLiteral(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && (node.tag === undefined || node.tag.startsWith('!!'));
}

function unknown(span: Span, reason: string): UnknownValue {
  return { kind: 'unknown', reason, ...spanOf(span) };
}

function splitOnce(text: string): [string, string | undefined] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
}
