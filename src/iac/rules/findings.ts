import type { Template } from '../model';
import { TemplateContext } from './context';
import type { Finding } from './rule';
import { rulesOf } from './rules';
import { readSuppressions, type Suppression } from './suppressions';

export interface Findings {
  readonly findings: readonly Finding[];
  /** Suppressions that name no rule. */
  readonly unknownSuppressions: readonly Suppression[];
}

/** Runs the rules over a template, in the order of its resources, and leaves out what is suppressed in the text. */
export function findFindings(template: Template, text: string): Findings {
  const context = new TemplateContext(template);
  const suppressions = readSuppressions(text);
  const findings: Finding[] = [];
  for (const resource of template.resources) {
    for (const rule of rulesOf(resource.type)) {
      for (const report of rule.check(resource, context) ?? []) {
        const place = report.resource ?? resource;
        if (!suppressions.covers(rule.id, [report.span.start, place.idSpan.start, place.span.start])) findings.push({ ...report, rule, resource: place });
      }
    }
  }
  return { findings, unknownSuppressions: suppressions.unknown };
}
