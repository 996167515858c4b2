import type { Span } from '../../syntax/node';
import { becomes } from '../cloudformation/sam';
import type { Property, Resource, Template, Value } from '../model';
import { TemplateContext } from './context';
import { withSafeFix } from './fixes';
import type { Finding, Fix, Rule } from './rule';
import { canRemember, ResourceMemory, surroundingsOf } from '../resourceMemory';
import { rulesOf } from './rules';
import { readSuppressions, type Suppression } from './suppressions';

export interface Findings {
  readonly findings: readonly Finding[];
  /** Suppressions that name no rule. */
  readonly unknownSuppressions: readonly Suppression[];
  /** Suppressions that give no reason. */
  readonly unexplainedSuppressions: readonly Suppression[];
}

/** Memory of the findings of one document. */
export type FindingsMemory = ResourceMemory<Remembered>;

/** What the rules that look at one resource only say of it, with places counted from where it begins. */
interface Remembered {
  readonly reports: readonly { readonly rule: Rule; readonly message: string; readonly span: Span; readonly fix: Fix | undefined }[];
  /** Rules that looked at other resources too, and have to be asked again. */
  readonly others: readonly (readonly [index: number, rule: Rule])[];
}

/** Runs the rules over a template, in the order of its resources, and leaves out what is suppressed in the text. */
export function findFindings(template: Template, text: string, memory = new ResourceMemory<Remembered>()): Findings {
  const context = new TemplateContext(template, () => template.resources.flatMap(becomes));
  const suppressions = readSuppressions(text, template);
  const surroundings = surroundingsOf(template, text);
  const before = memory.knownIn(surroundings);
  const now = new Map<string, Remembered>();
  const findings: Finding[] = [];
  const inherited = new Set<string>();
  const add = (report: Omit<Finding, 'resource'>, place: Resource): void => {
    if (suppressions.covers(report.rule.id, place, [report.span.start, place.idSpan.start, place.span.start])) return;
    if (report.span.start < place.span.start || report.span.end > place.span.end) {
      // What several resources inherit from `Globals` stands in one place.
      const key = `${report.rule.id} ${report.span.start} ${report.message}`;
      if (place.inherited && inherited.has(key)) return;
      inherited.add(key);
    }
    findings.push({ ...report, resource: place });
  };
  for (const resource of template.resources) {
    const { start } = resource.span;
    const own = template.kind === 'cloudformation' ? text.slice(start, resource.span.end) : '';
    const known = before.get(own);
    if (known) {
      now.set(own, known);
      for (const { rule, message, span, fix } of known.reports)
        add({ rule, message, span: shifted(span, start), ...(fix ? { fix: movedFix(fix, start) } : {}) }, resource);
      const parts = known.others.length > 0 ? becomes(resource) : [];
      for (const [index, rule] of known.others) {
        const part = parts[index];
        if (part) for (const { place, ...report } of reportsOf(rule, part, context, template, text)) add(report, place);
      }
      continue;
    }
    const reports: Remembered['reports'][number][] = [];
    const others: (readonly [number, Rule])[] = [];
    const late: (() => void)[] = [];
    for (const [index, part] of becomes(resource).entries()) {
      for (const rule of rulesOf(part.type)) {
        const found = reportsOf(rule, part, context, template, text);
        if (context.looked || found.some(({ place, span }) => place !== resource || span.start < start || span.end > resource.span.end)) {
          others.push([index, rule]);
          late.push(() => found.forEach(({ place, ...report }) => add(report, place)));
          continue;
        }
        for (const { rule: by, message, span, fix } of found) {
          add({ rule: by, message, span, ...(fix ? { fix } : {}) }, resource);
          reports.push({ rule: by, message, span: shifted(span, -start), fix: fix && movedFix(fix, -start) });
        }
      }
    }
    for (const addLate of late) addLate();
    if (canRemember(own)) now.set(own, { reports, others });
  }
  memory.remember(surroundings, now);
  return { findings, unknownSuppressions: suppressions.unknown, unexplainedSuppressions: suppressions.unexplained };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedFix(fix: Fix, by: number): Fix {
  return { ...fix, span: shifted(fix.span, by) };
}

interface Placed extends Omit<Finding, 'resource'> {
  /** The resource of the text to which it belongs. */
  readonly place: Resource;
}

function reportsOf(rule: Rule, resource: Resource, context: TemplateContext, template: Template, text: string): Placed[] {
  context.beginRule();
  const found: Placed[] = [];
  for (const report of rule.check(resource, context) ?? []) {
    // What is not in the text may still be in the stack, and a rule that looked for other resources cannot tell.
    if (template.open && context.asked) continue;
    const shown = report.resource ?? resource;
    const parameter = template.parameters.size > 0 ? parameterAt(shown.properties, report.span) : undefined;
    const { span, fix } = withSafeFix(report, template, text);
    found.push({ rule, message: byDefault(report.message, parameter), span, ...(fix ? { fix } : {}), place: shown.origin ?? shown });
  }
  return found;
}

/** A finding on a parameter's default holds unless a deployment says otherwise, and says so. */
function byDefault(message: string, parameter: string | undefined): string {
  return parameter === undefined || /\bdefault\b/.test(message) ? message : `By default (parameter ${parameter}): ${message}`;
}

/**
 * The parameter whose default stands for the value at a span. Of a map only the entry in whose reach the span lies is looked at, so that
 * the values of all others stay unread.
 */
function parameterAt(value: Value, span: Span): string | undefined {
  switch (value.kind) {
    case 'known':
      return value.start === span.start && value.end === span.end ? value.parameter : undefined;
    case 'map': {
      let nearest: Property | undefined;
      for (const entry of value.entries) {
        if (entry.nameSpan.start <= span.start && (!nearest || entry.nameSpan.start >= nearest.nameSpan.start)) nearest = entry;
      }
      return nearest && parameterAt(nearest.value, span);
    }
    case 'list':
      for (const item of value.items) {
        const found = parameterAt(item, span);
        if (found !== undefined) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}
