import * as vscode from 'vscode';

interface Settings {
  readonly exam: string;
  readonly 'quiz.length': number;
  readonly 'hover.enabled': boolean;
  readonly 'codeLens.services': boolean;
  readonly 'codeLens.findings': boolean;
  readonly 'diagnostics.enabled': boolean;
  readonly 'inlayHints.addresses': boolean;
  readonly 'inlayHints.retention': boolean;
  readonly 'inlayHints.iops': boolean;
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
  'inlayHints.addresses': true,
  'inlayHints.retention': true,
  'inlayHints.iops': true,
  'statusBar.enabled': true,
  contentFolders: [],
};

/** A setting below `stackdrill.`. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return vscode.workspace.getConfiguration('stackdrill').get<Settings[Name]>(name, presets[name]);
}
