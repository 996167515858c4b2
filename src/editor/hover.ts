import * as vscode from 'vscode';
import { factsAt, type MentionFacts } from '../iac/facts';
import { mentionAt, serviceMentionAt, type Mention, type TemplateMention } from '../iac/mention';
import type { Template } from '../iac/model';
import { bySeverity, type Finding } from '../iac/rules/rule';
import { referenceTo } from '../knowledge/content';
import type { Knowledge } from '../knowledge/knowledge';
import type { Exam, Fact, Service } from '../knowledge/schema';
import { recallOf } from '../study/progress';
import { cancelled } from './cancellation';
import type { QuizScope } from '../study/scope';
import { commandLink, commands, markdown } from './commandIds';
import { reportedSeverities } from './diagnostics';
import type { KnowledgeStore } from './knowledgeStore';
import type { ProgressStore } from './progressStore';
import { setting } from './settings';
import type { Templates } from './templates';

/** Findings shown in one hover; the Problems view has them all. */
const shownFindings = 2;

/** Facts, findings and changes of the resource type, property or value under the pointer. */
export class Hovers implements vscode.HoverProvider {
  readonly #templates: Templates;
  readonly #knowledge: KnowledgeStore;
  readonly #progress: ProgressStore;

  constructor(templates: Templates, knowledge: KnowledgeStore, progress: ProgressStore) {
    this.#templates = templates;
    this.#knowledge = knowledge;
    this.#progress = progress;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled')) return undefined;
    const read = await this.#templates.read(document);
    if (!read || cancelled(token)) return undefined;
    const offset = document.offsetAt(position);
    const structure = mentionAt(read.template, offset);
    // Within a value a service that is named there says more than the property does.
    const mention = (structure === undefined || structure.kind === 'value' ? serviceMentionAt(document.getText(), offset) : undefined) ?? structure;
    if (!mention) return undefined;
    const [{ knowledge }, schedule] = await Promise.all([this.#knowledge.load(), this.#progress.schedule()]);
    if (cancelled(token)) return undefined;
    const now = Date.now();
    const found = factsAt(mention, knowledge, (reference) => recallOf(knowledge.questionsOfFact(reference), schedule, now));
    const findings = mention.kind === 'service' ? [] : findingsAt(mention, read.findings.findings, offset);
    const facts = found && (await this.#isWorthNaming(mention, found)) ? found : undefined;
    const known =
      facts || mention.kind !== 'type' ? undefined : describedType(mention.resource.type, await this.#templates.propertiesOf(mention.resource.type));
    if (cancelled(token)) return undefined;
    const text = hoverText({ mention, facts, findings, exam: knowledge.exam(setting('exam')), target: targetOf(mention, read.template, knowledge), known });
    if (text === '') return undefined;
    return new vscode.Hover(markdown(text), new vscode.Range(document.positionAt(mention.span.start), document.positionAt(mention.span.end)));
  }

  /** Without a fact a property is still named with its service, if it is one; a value is not. */
  async #isWorthNaming(mention: Mention, { facts }: MentionFacts): Promise<boolean> {
    if (facts.length > 0 || mention.kind === 'type' || mention.kind === 'service') return true;
    if (mention.kind === 'value' || mention.path.startsWith('@')) return false;
    const names = await this.#templates.propertiesOf(mention.resource.type);
    return names?.includes(mention.path.split('.')[0] ?? '') ?? false;
  }
}

/** What a hover is made of. */
interface HoverParts {
  readonly mention: Mention;
  readonly facts: MentionFacts | undefined;
  readonly findings: readonly Finding[];
  readonly exam: Exam | undefined;
  /** The resource that a value refers to, in words. */
  readonly target: string | undefined;
  /** What is known of a type that no note has. */
  readonly known: string | undefined;
}

/** What can be said of a type that no note is about. */
function describedType(type: string, properties: readonly string[] | undefined): string | undefined {
  if (!properties) return undefined;
  return vscode.l10n.t(
    '**{0}**: a type of CloudFormation with {1} properties. StackDrill has no note on {2}.',
    escaped(type),
    properties.length,
    escaped(type.split('::')[1] ?? ''),
  );
}

/** `Orders, AWS::SQS::Queue` of a value that is a reference. */
function targetOf(mention: Mention, template: Template, knowledge: Knowledge): string | undefined {
  if (mention.kind !== 'value' || mention.property.value.kind !== 'reference') return undefined;
  const { target, attribute } = mention.property.value;
  const resource = template.resources.find(({ id, holder }) => (holder ?? id) === target);
  if (!resource) return undefined;
  const service = knowledge.serviceOf(resource.type);
  return `$(references) ${escaped(attribute === undefined ? target : `${target}.${attribute}`)}: ${escaped(resource.type)}${service ? `, ${escaped(service.summary)}` : ''}`;
}

/** Findings of the property or the whole resource; VS Code shows a diagnostic by itself where the pointer is on it. */
function findingsAt(mention: TemplateMention, findings: readonly Finding[], offset: number): Finding[] {
  const [start, end] = mention.kind === 'type' ? [0, Infinity] : extentOf(mention);
  // Of a hint VS Code marks the first two characters only, and shows it only there.
  const markedEnd = ({ rule, span }: Finding): number => (rule.severity === 'hint' ? Math.min(span.end, span.start + 2) : span.end);
  const enabled = setting('diagnostics.enabled');
  const isReported = reportedSeverities();
  const shownAnyway = (finding: Finding): boolean =>
    enabled && isReported(finding.rule.severity) && finding.span.start <= offset && offset <= markedEnd(finding);
  return findings
    .filter((finding) => finding.resource === mention.resource && finding.span.start >= start && finding.span.end <= end && !shownAnyway(finding))
    .sort(bySeverity);
}

/** From a property's name to the end of its value; of a property that has others in it, the name alone. */
function extentOf({ property }: Extract<Mention, { kind: 'property' | 'value' }>): [start: number, end: number] {
  const { nameSpan, value } = property;
  return [nameSpan.start, value.kind === 'map' || value.kind === 'list' ? nameSpan.end : Math.max(nameSpan.end, value.end)];
}

function hoverText({ mention, facts: found, findings, exam, target, known }: HoverParts): string {
  const lines: string[] = [];
  if (found) lines.push(heading(mention, found.service));
  else if (known !== undefined) lines.push(known);
  if (target !== undefined) lines.push(target);
  lines.push(...findings.slice(0, shownFindings).map(findingLine));
  if (found) lines.push(factList(found));
  if (lines.every((line) => line === '')) return '';
  if (found && exam && mention.kind === 'type') lines.push(examLine(found.service, exam));
  lines.push(links(mention, found, findings));
  return lines.filter((line) => line !== '').join('\n\n');
}

function heading(mention: Mention, service: Service): string {
  if (mention.kind === 'type' || mention.kind === 'service') return `**${service.name}**: ${escaped(service.summary)}`;
  return `**${service.name}** · ${escaped(lastName(mention.path))}`;
}

/** The domains of the exam that ask about a service, with their weights. */
function examLine(service: Service, exam: Exam): string {
  const start = `${exam.id}/`;
  const domains = exam.domains.filter(({ id }) => service.tasks.some((task) => task.startsWith(`${start}${id}.`)));
  if (domains.length === 0) return '';
  return `$(mortar-board) ${escaped(exam.code)}: ${domains.map(({ id, weight }) => vscode.l10n.t('domain {0} ({1} %)', id, weight)).join(', ')}`;
}

function factList({ facts, reminders }: MentionFacts): string {
  return facts
    .map(({ fact }) => {
      const [was] = fact.was ?? [];
      const older = was ? `  \n  $(history) ${olderMaterial(was)}` : '';
      const reminder = reminders.has(fact) ? '$(bell) ' : '';
      return `- ${reminder}${escaped(fact.statement)} [↗](${fact.source} "${vscode.l10n.t('{0} (checked {1})', fact.source, fact.checked)}")${older}`;
    })
    .join('\n');
}

function olderMaterial({ statement, until }: NonNullable<Fact['was']>[number]): string {
  return until === undefined
    ? vscode.l10n.t('*Older material: {0}*', escaped(statement))
    : vscode.l10n.t('*Older material (until {0}): {1}*', until, escaped(statement));
}

function findingLine({ rule, message }: Finding): string {
  const icon = rule.severity === 'warning' ? '$(warning)' : rule.severity === 'information' ? '$(info)' : '$(lightbulb)';
  return `${icon} ${escaped(message)}`;
}

function links(mention: Mention, found: MentionFacts | undefined, findings: readonly Finding[]): string {
  const [finding] = findings;
  const first = found?.facts[0];
  const wholeService = mention.kind === 'type' || mention.kind === 'service';
  const note = first && !wholeService ? referenceTo(first.note, first.fact) : (found?.service.id ?? finding?.rule.fact ?? finding?.rule.service);
  const service = found?.service.id ?? finding?.rule.service;
  const open = found && found.more > 0 ? vscode.l10n.t('Open note ({0} more facts)', found.more) : vscode.l10n.t('Open note');
  const scope: QuizScope | undefined = service === undefined ? undefined : { kind: 'service', id: service };
  return [
    note === undefined ? '' : commandLink(`$(book) ${open}`, commands.openNote, note),
    scope ? commandLink(`$(play) ${vscode.l10n.t('Quiz me')}`, commands.startQuiz, scope) : '',
    found ? `[$(link-external) AWS](${(wholeService ? undefined : first?.fact.source) ?? found.service.page})` : '',
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
