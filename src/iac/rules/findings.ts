import type { Span } from '../../syntax/node';
import { becomes } from '../cloudformation/sam';
import type { Template, Value } from '../model';
import { TemplateContext } from './context';
import { withSafeFix } from './fixes';
import type { Finding } from './rule';
import { rulesOf } from './rules';
import { readSuppressions, type Suppression } from './suppressions';

export interface Findings {
  readonly findings: readonly Finding[];
  /** Suppressions that name no rule. */
  readonly unknownSuppressions: readonly Suppression[];
  /** Suppressions that give no reason. */
  readonly unexplainedSuppressions: readonly Suppression[];
}

/** Runs the rules over a template, in the order of its resources, and leaves out what is suppressed in the text. */
export function findFindings(template: Template, text: string): Findings {
  const effective = withoutSam(template);
  const context = new TemplateContext(effective);
  const suppressions = readSuppressions(text, template);
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const resource of effective.resources) {
    for (const rule of rulesOf(resource.type)) {
      for (const report of rule.check(resource, context) ?? []) {
        const shown = report.resource ?? resource;
        const place = shown.origin ?? shown;
        // What several resources inherit from `Globals` stands in one place.
        const key = `${rule.id} ${report.span.start} ${report.span.end} ${report.message}`;
        if (effective !== template && reported.has(key)) continue;
        reported.add(key);
        if (suppressions.covers(rule.id, place, [report.span.start, place.idSpan.start, place.span.start])) continue;
        const message = byDefault(report.message, parameterAt(shown.properties, report.span));
        findings.push({ ...withSafeFix(report, template, text), message, rule, resource: place });
      }
    }
  }
  return { findings, unknownSuppressions: suppressions.unknown, unexplainedSuppressions: suppressions.unexplained };
}

/** The template with each resource of SAM as the CloudFormation resources that it becomes; the same one where it has none. */
function withoutSam(template: Template): Template {
  if (!template.resources.some(({ type }) => type.startsWith('AWS::Serverless::'))) return template;
  return { ...template, resources: template.resources.flatMap(becomes) };
}

/** A finding on a parameter's default holds unless a deployment says otherwise, and says so. */
function byDefault(message: string, parameter: string | undefined): string {
  return parameter === undefined || /\bdefault\b/.test(message) ? message : `By default (parameter ${parameter}): ${message}`;
}

/** The parameter whose default stands for the value at a span. */
function parameterAt(value: Value, span: Span): string | undefined {
  switch (value.kind) {
    case 'known':
      return value.start === span.start && value.end === span.end ? value.parameter : undefined;
    case 'map':
      return firstOf(value.entries, (entry) => parameterAt(entry.value, span));
    case 'list':
      return firstOf(value.items, (item) => parameterAt(item, span));
    default:
      return undefined;
  }
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
