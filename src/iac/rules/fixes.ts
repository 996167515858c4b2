import type { Template } from '../model';
import { written, type Fix, type Report, type Setting } from './rule';

/** A value that stands in the text as it is, in quotation marks or without. */
const literal = /^(?:true|false|'[\w.-]*'|"[\w.-]*")$/i;
const plainLiteral = /^[\w.-]+$/;

/** Languages in which a property can be written as a name, a colon and a value. */
const addingLanguages: ReadonlySet<Template['language']> = new Set(['yaml', 'json', 'typescript', 'tsx', 'javascript']);

/**
 * The report with a fix that is safe in this text: one whose value comes from elsewhere (a function of the template, a constant
 * or a shorthand property of the app) is left out, a setting becomes an edit in the document's language.
 */
export function withSafeFix({ setting, fix: given, ...rest }: Report, template: Template, text: string): Omit<Report, 'setting'> {
  const fix = setting ? fixOf(setting, template, text) : given;
  if (!fix) return rest;
  const found = text.slice(fix.span.start, fix.span.end);
  return found === '' || literal.test(found) || (plainLiteral.test(found) && template.kind === 'cloudformation') ? { ...rest, fix } : rest;
}

function fixOf({ title, value, at, add }: Setting, { language }: Template, text: string): Fix | undefined {
  if (at) return { title, span: at, text: written(value, language) };
  const first = add?.map.entries[0];
  if (!add || !first || !addingLanguages.has(language)) return undefined;
  const start = first.nameSpan.start;
  // Of a constant or a spread: what is added there is added for all that use it.
  if (start < add.map.start || start > add.map.end) return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const entry = nested(add.path, written(value, language), language);
  const block = language === 'yaml' && text[add.map.start] !== '{';
  if (block) return /^[ -]*$/.test(before) ? { title, span: { start: start, end: start }, text: `${entry}\n${' '.repeat(before.length)}` } : undefined;
  const gap = /^\s*$/.test(before) ? `\n${before}` : ' ';
  return { title, span: { start: start, end: start }, text: `${entry},${gap}` };
}

/** `A: { B: true }` of the path `A.B`, in the document's language. */
function nested(path: readonly string[], value: string, language: Template['language']): string {
  const [name = '', ...rest] = path;
  const key = language === 'json' ? JSON.stringify(name) : language === 'yaml' ? name : camelCase(name);
  return `${key}: ${rest.length > 0 ? `{ ${nested(rest, value, language)} }` : value}`;
}

/** A CloudFormation property as the CDK's L1 constructs name it: `MultiAZ` is `multiAz`, `SSESpecification` is `sseSpecification`. */
function camelCase(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [name];
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join('');
}
