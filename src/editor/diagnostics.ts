import * as vscode from 'vscode';
import { severities, type Finding, type Severity } from '../iac/rules/rule';
import type { Span } from '../syntax/node';
import { commands } from './commandIds';
import { setting } from './settings';
import { templateSelector, type ReadTemplate, type Templates } from './templates';

/** Milliseconds without a keystroke before the Problems view is brought up to date. */
const quiet = 150;

const shownAs: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Information,
};

/** Tells what is reported at the level that is set now; the setting is looked up once. */
export function reportedSeverities(): (severity: Severity) => boolean {
  const least = severities.indexOf(setting('diagnostics.level'));
  return (severity) => severities.indexOf(severity) >= least;
}

export const diagnosticSource = 'StackDrill';

/** Keeps the findings of all open documents in the Problems view. */
export class Diagnostics implements vscode.Disposable {
  readonly #templates: Templates;
  readonly #collection = vscode.languages.createDiagnosticCollection('stackdrill');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(templates: Templates) {
    this.#templates = templates;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => void this.#update(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#updateSoon(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('stackdrill.diagnostics')) this.#updateAll();
      }),
    ];
    this.#updateAll();
  }

  #updateAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#update(document);
  }

  #updateSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#update(document);
      }, quiet),
    );
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    if (vscode.languages.match(templateSelector, document) === 0) return;
    const read = setting('diagnostics.enabled') ? await this.#templates.read(document) : undefined;
    if (document.isClosed || (read && read.version !== document.version)) return;
    if (read) this.#collection.set(document.uri, diagnosticsOf(document, read));
    else this.#collection.delete(document.uri);
  }

  #forget(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function diagnosticsOf(document: vscode.TextDocument, { findings }: ReadTemplate): vscode.Diagnostic[] {
  const rangeOf = ({ start, end }: { start: number; end: number }): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const own = (span: Span, message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic => {
    const diagnostic = new vscode.Diagnostic(rangeOf(span), message, severity);
    diagnostic.source = diagnosticSource;
    return diagnostic;
  };
  const isReported = reportedSeverities();
  return [
    ...findings.findings.filter(({ rule }) => isReported(rule.severity)).map((finding) => diagnosticOf(finding, rangeOf(finding.span))),
    ...findings.unknownSuppressions.map((one) =>
      own(one, vscode.l10n.t('StackDrill has no rule "{0}", so this suppresses nothing.', one.ruleId), vscode.DiagnosticSeverity.Information),
    ),
    ...findings.unexplainedSuppressions.map((one) =>
      own(one, vscode.l10n.t('Say why {0} does not count here: whoever reads this next will ask.', one.ruleId), vscode.DiagnosticSeverity.Hint),
    ),
  ];
}

function diagnosticOf({ rule, message }: Finding, range: vscode.Range): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, shownAs[rule.severity]);
  diagnostic.source = diagnosticSource;
  const target = vscode.Uri.parse(`command:${commands.openNote}?${encodeURIComponent(JSON.stringify([rule.fact ?? rule.service]))}`);
  diagnostic.code = { value: rule.id, target };
  return diagnostic;
}
