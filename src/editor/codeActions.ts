import * as vscode from 'vscode';
import type { Template } from '../iac/model';
import type { Finding } from '../iac/rules/rule';
import { suppressingEdit } from '../iac/rules/suppress';
import { cancelled } from './cancellation';
import type { QuizScope } from '../study/scope';
import { commands } from './commandIds';
import { diagnosticSource } from './diagnostics';
import type { Templates } from './templates';

/** For each finding: its fix where there is a safe one, its explanation, a question about it, and its suppression. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];
  readonly #templates: Templates;

  constructor(templates: Templates) {
    this.#templates = templates;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const own = context.diagnostics.filter(({ source }) => source === diagnosticSource);
    if (own.length === 0) return [];
    const read = await this.#templates.read(document);
    if (!read || cancelled(token)) return [];
    return own.flatMap((diagnostic) => {
      const finding = read.findings.findings.find(
        ({ rule, span }) => rule.id === idOf(diagnostic) && document.positionAt(span.start).isEqual(diagnostic.range.start),
      );
      return finding ? actionsFor(document, diagnostic, finding, read.template) : [];
    });
  }
}

function actionsFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, finding: Finding, template: Template): vscode.CodeAction[] {
  const { rule, fix } = finding;
  const actions: vscode.CodeAction[] = [];
  const action = (title: string): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = [diagnostic];
    actions.push(made);
    return made;
  };
  if (fix) {
    const made = action(fix.title);
    made.isPreferred = true;
    made.edit = new vscode.WorkspaceEdit();
    made.edit.replace(document.uri, new vscode.Range(document.positionAt(fix.span.start), document.positionAt(fix.span.end)), fix.text);
  }
  action(vscode.l10n.t('Explain: {0}', rule.title)).command = {
    title: vscode.l10n.t('Open Note'),
    command: commands.openNote,
    arguments: [rule.fact ?? rule.service],
  };
  const scope: QuizScope = { kind: 'rule', id: rule.id };
  action(vscode.l10n.t('Ask me about this')).command = { title: vscode.l10n.t('Start Quiz'), command: commands.startQuiz, arguments: [scope] };
  const edit = suppressingEdit(finding, template, document.getText());
  if (edit) {
    const made = action(vscode.l10n.t('Suppress {0} here', rule.id));
    made.edit = new vscode.WorkspaceEdit();
    made.edit.insert(document.uri, document.positionAt(edit.offset), edit.text);
  }
  return actions;
}

function idOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined;
}
