import * as vscode from 'vscode';
import { factsAt, type MentionFacts } from '../iac/facts';
import { mentionAt, type Mention } from '../iac/mention';
import type { Finding } from '../iac/rules/rule';
import { referenceTo, type LocatedFact } from '../knowledge/content';
import { cancelled } from './cancellation';
import { commandLink, commands, markdown, type QuizScope } from './commandIds';
import type { KnowledgeStore } from './knowledgeStore';
import { setting } from './settings';
import type { Templates } from './templates';

/** Findings shown in one hover; the Problems view has them all. */
const shownFindings = 2;

/** Facts, findings and changes of the resource type, property or value under the pointer. */
export class Hovers implements vscode.HoverProvider {
  readonly #templates: Templates;
  readonly #knowledge: KnowledgeStore;

  constructor(templates: Templates, knowledge: KnowledgeStore) {
    this.#templates = templates;
    this.#knowledge = knowledge;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled')) return undefined;
    const read = await this.#templates.read(document);
    if (!read || cancelled(token)) return undefined;
    const mention = mentionAt(read.template, document.offsetAt(position));
    if (!mention) return undefined;
    const { knowledge } = await this.#knowledge.load();
    if (cancelled(token)) return undefined;
    const facts = factsAt(mention, knowledge);
    const findings = findingsAt(mention, read.findings.findings, document.offsetAt(position));
    if (!facts && findings.length === 0) return undefined;
    const range = new vscode.Range(document.positionAt(mention.span.start), document.positionAt(mention.span.end));
    return new vscode.Hover(markdown(hoverText(mention, facts, findings)), range);
  }
}

/** Findings of the property or the whole resource; VS Code shows a diagnostic by itself where the pointer is on it. */
function findingsAt(mention: Mention, findings: readonly Finding[], offset: number): Finding[] {
  const [start, end] = mention.kind === 'type' ? [0, Infinity] : extentOf(mention);
  const shownAnyway = ({ span }: Finding): boolean => setting('diagnostics.enabled') && span.start <= offset && offset <= span.end;
  return findings.filter((finding) => finding.resource === mention.resource && finding.span.start >= start && finding.span.end <= end && !shownAnyway(finding));
}

/** From a property's name to the end of its value; of a property that has others in it, the name alone. */
function extentOf({ property }: Extract<Mention, { kind: 'property' | 'value' }>): [start: number, end: number] {
  const { nameSpan, value } = property;
  return [nameSpan.start, value.kind === 'map' || value.kind === 'list' ? nameSpan.end : Math.max(nameSpan.end, value.end)];
}

function hoverText(mention: Mention, found: MentionFacts | undefined, findings: readonly Finding[]): string {
  const lines: string[] = [];
  if (found)
    lines.push(
      mention.kind === 'type'
        ? `**${found.service.name}**: ${escaped(found.service.summary)}`
        : `**${found.service.name}** · ${escaped(lastName(mention.path))}`,
    );
  lines.push(...findings.slice(0, shownFindings).map(findingLine));
  if (found) lines.push(factList(found.facts));
  lines.push(links(mention, found, findings));
  return lines.filter((line) => line !== '').join('\n\n');
}

function factList(facts: readonly LocatedFact[]): string {
  return facts
    .map(({ fact }) => {
      const [was] = fact.was ?? [];
      const older = was ? `  \n  $(history) *Older material*${was.until === undefined ? '' : ` (until ${was.until})`}*: ${escaped(was.statement)}*` : '';
      return `- ${escaped(fact.statement)} [↗](${fact.source} "${fact.source} (checked ${fact.checked})")${older}`;
    })
    .join('\n');
}

function findingLine({ rule, message }: Finding): string {
  const icon = rule.severity === 'warning' ? '$(warning)' : rule.severity === 'information' ? '$(info)' : '$(lightbulb)';
  return `${icon} ${escaped(message)}`;
}

function links(mention: Mention, found: MentionFacts | undefined, findings: readonly Finding[]): string {
  const [finding] = findings;
  const first = found?.facts[0];
  const note = first && mention.kind !== 'type' ? referenceTo(first.note, first.fact) : (found?.service.id ?? finding?.rule.fact ?? finding?.rule.service);
  const service = found?.service.id ?? finding?.rule.service;
  const more = found && found.more > 0 ? ` (${found.more} more facts)` : '';
  const scope: QuizScope | undefined = service === undefined ? undefined : { kind: 'service', id: service };
  return [
    note === undefined ? '' : commandLink(`$(book) Open note${more}`, commands.openNote, note),
    scope ? commandLink('$(play) Quiz me', commands.startQuiz, scope) : '',
    found ? `[$(link-external) AWS](${(mention.kind === 'type' ? undefined : first?.fact.source) ?? found.service.page})` : '',
  ]
    .filter((link) => link !== '')
    .join(' · ');
}

function lastName(path: string): string {
  return path.replace(/^@/, '').split('.').at(-1) ?? path;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|$~]/g, '\\$&');
}
