import * as vscode from 'vscode';
import type { Severity } from '../iac/rules/rule';
import { computedKinds, type ComputedKind } from '../iac/computed/computedFact';

interface Settings extends Readonly<Record<`inlayHints.${ComputedKind}`, boolean>> {
  readonly exam: string;
  readonly 'quiz.length': number;
  readonly 'hover.enabled': boolean;
  readonly 'codeLens.services': boolean;
  readonly 'codeLens.findings': boolean;
  readonly 'diagnostics.enabled': boolean;
  readonly 'diagnostics.level': Severity;
  readonly 'statusBar.enabled': boolean;
  readonly contentFolders: readonly string[];
}

const presets: Settings = {
  exam: 'sap-c02',
  'quiz.length': 10,
  'hover.enabled': true,
  'codeLens.services': true,
  'codeLens.findings': true,
  'diagnostics.enabled': true,
  'diagnostics.level': 'hint',
  'statusBar.enabled': true,
  contentFolders: [],
  ...(Object.fromEntries(computedKinds.map((kind) => [`inlayHints.${kind}`, true])) as Record<`inlayHints.${ComputedKind}`, boolean>),
};

/** A setting below `stackdrill.`. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return vscode.workspace.getConfiguration('stackdrill').get<Settings[Name]>(name, presets[name]);
}
