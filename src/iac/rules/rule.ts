import type { Span } from '../../syntax/node';
import type { MapValue, Resource, Template, TemplateLanguage } from '../model';

export type Severity = 'hint' | 'information' | 'warning';

/** From the slightest to the gravest. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning'];

/** Puts the gravest first. */
export function bySeverity(one: { readonly rule: Rule }, other: { readonly rule: Rule }): number {
  return severities.indexOf(other.rule.severity) - severities.indexOf(one.rule.severity);
}

/** An anti-pattern or a lapsed habit that the text of a template can show. */
export interface Rule {
  /** `service-what`. */
  readonly id: string;
  /** Note that explains it. */
  readonly service: string;
  readonly title: string;
  /** Why it matters, in a line. */
  readonly why: string;
  readonly severity: Severity;
  /** Tasks of exams that ask about it, for example `saa-c03/2.2`. */
  readonly tasks: readonly string[];
  /** Fact or decision behind it, for example `rds#multi-az`. */
  readonly fact?: string;
  /** Resource types whose resources `check` is called with. */
  readonly types: readonly string[];
  /** Reports what is certain from the text; an unknown value is never reported. */
  readonly check: (resource: Resource, context: RuleContext) => Iterable<Report> | undefined;
}

export interface RuleContext {
  readonly template: Template;
  /** The resource that a reference names: by logical id in a template, by the holding variable in a CDK app. */
  resource(target: string): Resource | undefined;
  ofType(type: string): readonly Resource[];
}

export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly fix?: Fix;
  /** A safe setting that becomes a fix in the document's language. */
  readonly setting?: Setting;
  /** Where the place is in another resource than the one that was checked. */
  readonly resource?: Resource;
}

/** One replacement that is safe to make; its text is already in the language of the document. */
export interface Fix {
  readonly title: string;
  readonly span: Span;
  readonly text: string;
}

/** A value to write: in the place of a literal, or as a property that is missing. */
export interface Setting {
  readonly title: string;
  readonly value: string | number | boolean;
  readonly at?: Span;
  /** The map that gets it, and the path of names from there. */
  readonly add?: { readonly map: MapValue; readonly path: readonly string[] };
}

export interface Finding extends Omit<Report, 'setting'> {
  readonly rule: Rule;
  readonly resource: Resource;
}

/** Text of a value in the language of the document; in JSON a scalar's span takes in its quotation marks. */
export function written(value: string | number | boolean, language: TemplateLanguage): string {
  switch (language) {
    case 'yaml':
      return String(value);
    case 'python':
      if (typeof value === 'boolean') return value ? 'True' : 'False';
      return typeof value === 'string' ? `'${value}'` : String(value);
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return typeof value === 'string' ? `'${value}'` : String(value);
    default:
      return JSON.stringify(value);
  }
}
