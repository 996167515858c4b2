import type { Examples, RuleCase } from './cases';

/** Parts of a rule's case in YAML; the CDK's are made of them, with the same resources as L1 constructs. */
interface Mirrored {
  /** Entries of `Resources` in flow style, one on a line, with «» around the places and `SPREAD` before the end of a map. */
  readonly fails: string | readonly string[];
  readonly passes: string | readonly string[];
  /** Needed where a mark is on the name of a property. */
  readonly unknown?: string | readonly string[];
  /** Cases with what an app cannot say: conditions, `!If`, references to parameters. */
  readonly yamlPasses?: string | readonly string[];
  readonly yamlFails?: string | readonly string[];
  /** Cases of L2 constructs. */
  readonly cdkPasses?: string | readonly string[];
}

const listOf = (texts: string | readonly string[] = []): readonly string[] => (typeof texts === 'string' ? [texts] : texts);

export function mirrored({ fails, passes, unknown, yamlPasses, yamlFails, cdkPasses }: Mirrored): RuleCase {
  const failing = listOf(fails);
  const passing = listOf(passes).map((text) => text.replaceAll('SPREAD', ''));
  const unsure = unknown === undefined ? failing.flatMap(withUnknown) : listOf(unknown);
  const yaml: Examples = {
    fails: [...failing, ...listOf(yamlFails)],
    passes: [...passing, ...listOf(yamlPasses).map((text) => text.replaceAll('SPREAD', ''))],
    unknown: unsure,
  };
  const cdk: Examples = {
    fails: failing.map(toCdk),
    passes: [...passing.map(toCdk), ...listOf(cdkPasses)],
    unknown: unsure.filter((text) => !text.includes('Fn::Transform')).map(toCdk),
  };
  return { yaml, cdk };
}

/** A failing text with what is marked not known: the value, or the properties of the marked type. */
function withUnknown(text: string): string[] {
  const marked = text.split('\n').findIndex((line) => line.includes('«AWS::'));
  if (marked >= 0) {
    const include = "'Fn::Transform': { Name: AWS::Include, Parameters: { Location: s3://files/more } }";
    return [
      text
        .split('\n')
        .map((line, index) => (index === marked ? line.replace('Properties: {', `Properties: { ${include},`) : line))
        .join('\n'),
    ];
  }
  return /«[^»]*»:/.test(text) ? [] : [text.replace(/(?:!(?:Ref|GetAtt) )?(['"]?)«[^»]*»\1/g, 'UNKNOWN')];
}

/** The statements of an app that make the same resources. */
function toCdk(yaml: string): string {
  const lines = yaml.split('\n').filter((line) => line.trim() !== '');
  const ids = new Set(lines.map((line) => line.slice(0, line.indexOf(':'))));
  return lines.map((line) => new Translator(line, ids).statement()).join('\n    ');
}

class Translator {
  readonly #text: string;
  readonly #ids: ReadonlySet<string>;
  #at = 0;

  constructor(text: string, ids: ReadonlySet<string>) {
    this.#text = text;
    this.#ids = ids;
  }

  statement(): string {
    const id = this.#take(/[^:]+(?=: )/y);
    this.#take(/:\s*\{\s*Type: /y);
    const [, mark = '', space = '', name = ''] = /^(«?)AWS::(\w+)::(\w+)»?$/.exec(this.#take(/[^\s,}]+/y)) ?? [];
    const properties = this.#peek(/\s*,\s*Properties: /y) ? (this.#take(/\s*,\s*Properties: /y), this.#value()) : undefined;
    const construct = `Cfn${name}`;
    return `const ${variable(id)} = new ${space.toLowerCase()}.${mark ? `«${construct}»` : construct}(this, '${id}'${properties === undefined ? '' : `, ${properties}`});`;
  }

  #value(): string {
    this.#take(/\s*/y);
    if (this.#peek(/\{/y)) return this.#map();
    if (this.#peek(/\[/y)) return this.#list();
    if (this.#peek(/!/y)) return this.#reference();
    const quoted = this.#peek(/['"]/y) ? this.#take(/(['"]).*?\1/y) : undefined;
    const scalar = quoted === undefined ? this.#take(/[^,\]}]+/y).trim() : quoted.slice(1, -1);
    const [, open = '', text = '', close = ''] = /^(«?)(.*?)(»?)$/.exec(scalar.replace(/SPREAD$/, '').trim()) ?? [];
    const plain = quoted === undefined && /^(?:true|false|-?\d+(?:\.\d+)?|UNKNOWN)$/.test(text);
    return `${open}${plain ? text : `'${text}'`}${close}${scalar.endsWith('SPREAD') ? ' SPREAD' : ''}`;
  }

  #map(): string {
    this.#take(/\{\s*/y);
    const entries: string[] = [];
    while (!this.#peek(/\s*(?:SPREAD\s*)?\}/y)) {
      const [, open = '', key = '', close = ''] = /^(«?)['"]?(.*?)['"]?(»?)$/.exec(this.#take(/[^:]*?(?=:\s)|[^:]+(?=:)/y).trim()) ?? [];
      this.#take(/:\s*/y);
      entries.push(`${open}${/^[A-Za-z]\w*$/.test(key) ? propertyName(key) : `'${key}'`}${close}: ${this.#value()}`);
      this.#take(/\s*,?\s*/y);
    }
    const spread = this.#take(/\s*(?:SPREAD\s*)?\}/y).includes('SPREAD');
    return `{ ${entries.join(', ')} ${spread ? 'SPREAD' : ''}}`;
  }

  #list(): string {
    this.#take(/\[\s*/y);
    const items: string[] = [];
    while (!this.#peek(/\s*\]/y)) {
      items.push(this.#value());
      this.#take(/\s*,?\s*/y);
    }
    this.#take(/\s*\]/y);
    return `[${items.join(', ')}]`;
  }

  #reference(): string {
    const tag = this.#take(/!(?:Ref|GetAtt) /y).trim();
    const [, open = '', name = '', close = ''] = /^(«?)(.*?)(»?)$/.exec(this.#take(/[\w.«»:]+/y)) ?? [];
    const [target = '', ...attribute] = name.split('.');
    if (!this.#ids.has(target)) return `${open}props.value${close}`;
    return `${open}${variable(target)}.${tag === '!Ref' ? 'ref' : `attr${attribute.join('')}`}${close}`;
  }

  #peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new Error(`${String(pattern)} does not match at «${this.#text.slice(this.#at)}» of ${this.#text}`);
    this.#at += found.length;
    return found;
  }
}

function variable(id: string): string {
  return id.charAt(0).toLowerCase() + id.slice(1);
}

/** `VPCZoneIdentifier` is `vpcZoneIdentifier`. */
function propertyName(name: string): string {
  const run = /^[A-Z]+(?=[A-Z][a-z]|$)/.exec(name)?.[0];
  return run === undefined ? variable(name) : run.toLowerCase() + name.slice(run.length);
}
