import type { RuleCase } from './cases';

/** Cases of a rule about the properties of one type, written once as flow YAML and used for an L1 construct too. */
export interface Settings {
  /** Properties beside which something is missing, so that the type is reported. */
  readonly missing?: readonly string[];
  /** Properties with «» around what is reported. */
  readonly fails?: readonly string[];
  readonly passes: readonly string[];
  /** Properties with `UNKNOWN`; see `Examples`. */
  readonly unknown?: readonly string[];
}

export function settings(type: string, { missing = [], fails = [], passes, unknown }: Settings): RuleCase {
  const [, namespace = '', name = ''] = type.split('::');
  const construct = `${namespace.toLowerCase()}.`;
  const yaml = (properties: string, shown = type): string => `R: { Type: ${shown}, Properties: { ${properties} } }`;
  const cdk = (properties: string, shown = `Cfn${name}`, spread = ''): string =>
    `new ${construct}${shown}(this, 'R', { ${properties === '' ? 'tags: []' : inApp(properties)}${spread} });`;
  const readable = (properties: string): boolean => !/!(?:Ref|If|Sub|GetAtt)/.test(properties);
  return {
    yaml: {
      fails: [...missing.map((properties) => yaml(properties, `«${type}»`)), ...fails.map((properties) => yaml(properties))],
      passes: passes.map((properties) => yaml(properties)),
      ...(unknown ? { unknown: unknown.map((properties) => yaml(properties)) } : {}),
    },
    cdk: {
      fails: [
        ...missing.filter(readable).map((properties) => cdk(properties, `«Cfn${name}»`, ' SPREAD')),
        ...fails.filter(readable).map((properties) => cdk(properties, undefined, ' SPREAD')),
      ],
      passes: passes.filter(readable).map((properties) => cdk(properties)),
      ...(unknown ? { unknown: unknown.filter(readable).map((properties) => cdk(properties)) } : {}),
    },
  };
}

/** Several such cases of one rule, for its several types. */
export function joined(...cases: readonly RuleCase[]): RuleCase {
  const merged = (language: 'yaml' | 'cdk'): RuleCase['yaml'] => {
    const of = (part: 'fails' | 'passes' | 'unknown'): string[] => cases.flatMap((one) => one[language][part] ?? []);
    return { fails: of('fails'), passes: of('passes'), ...(cases.some((one) => one[language].unknown) ? { unknown: of('unknown') } : {}) };
  };
  return { yaml: merged('yaml'), cdk: merged('cdk') };
}

/** Flow YAML as the properties of an L1 construct: names in camel case, texts in quotation marks. */
function inApp(properties: string): string {
  return properties.replace(/'[^']*'|"[^"]*"|«?[^\s{}[\],:'"«»]+»?(:?)/g, (token: string, colon: string) => {
    const bare = token.replace(/[«»'":]/g, '');
    const marked = (text: string): string => (token.includes('«') ? `«${text}»` : text);
    if (colon === ':') return `${marked(camelCase(bare))}:`;
    if (/^['"]/.test(token)) return marked(`'${token.slice(1, -1).replace(/[«»]/g, '')}'`);
    return marked(/^(?:true|false|-?\d+(?:\.\d+)?|UNKNOWN)$/.test(bare) ? bare : `'${bare}'`);
  });
}

/** `MultiAZ` is `multiAz` and `SSEEnabled` is `sseEnabled`; a name that is no property, such as `rds.force_ssl`, stays as it is. */
function camelCase(name: string): string {
  if (!/^[A-Z]\w*$/.test(name)) return /^\w+$/.test(name) ? name : `'${name}'`;
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [name];
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase())).join('');
}
