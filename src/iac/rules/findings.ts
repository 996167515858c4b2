import type { Template } from '../model';
import { TemplateContext } from './context';
import type { Finding, Report } from './rule';
import { rulesOf } from './rules';
import { readSuppressions, type Suppression } from './suppressions';

/** A value that stands in the text as it is, in quotation marks or without. */
const literal = /^(?:true|false|'[\w.-]*'|"[\w.-]*")$/i;
const plainLiteral = /^[\w.-]+$/;

/** Leaves out a fix whose value comes from elsewhere: from a function of the template, a constant or a shorthand property of the app. */
function withSafeFix(report: Report, { language }: Template, text: string): Report {
  if (!report.fix) return report;
  const { fix, ...rest } = report;
  const found = text.slice(fix.span.start, fix.span.end);
  return literal.test(found) || (language === 'yaml' && plainLiteral.test(found)) ? report : rest;
}

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
        if (suppressions.covers(rule.id, [report.span.start, place.idSpan.start, place.span.start])) continue;
        findings.push({ ...withSafeFix(report, template, text), rule, resource: place });
      }
    }
  }
  return { findings, unknownSuppressions: suppressions.unknown };
}
