import ignore, { type Ignore } from 'ignore';
import * as vscode from 'vscode';
import { LineIndex } from '../syntax/lines';
import type { Templates } from './templates';
import type { ScannedFile } from './workspaceReport';

/** Files that may hold a template or a CDK app; `detect` decides by their content. */
const candidates = '**/*.{yaml,yml,json,template,ts,tsx,js,jsx,mjs,cjs,py,java,cs,go}';
const skipped = '**/{node_modules,cdk.out,.git,dist,build,out,.venv,venv,target,bin,obj,vendor,.aws-sam}/**';
const mostFiles = 20_000;

export interface Scan {
  readonly files: readonly ScannedFile[];
  /** Files that could not be read, by their paths. */
  readonly unread: readonly string[];
  /** The user stopped it before all files were looked at. */
  readonly stopped: boolean;
}

/** Reads all templates and CDK apps of the workspace. What Git ignores, `node_modules` and `cdk.out` are left out. */
export async function scanWorkspace(
  templates: Templates,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Scan> {
  const [found, ignored] = await Promise.all([vscode.workspace.findFiles(candidates, skipped, mostFiles, token), ignoreFiles(token)]);
  const uris = found.filter((uri) => !isIgnored(uri, ignored)).sort((one, other) => one.path.localeCompare(other.path));
  const files: ScannedFile[] = [];
  const unread: string[] = [];
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) return { files, unread, stopped: true };
    if (index % 10 === 0)
      progress.report({ message: vscode.l10n.t('{0} of {1} files', index, uris.length), increment: uris.length > 10 ? 1000 / uris.length : 100 });
    const path = vscode.workspace.asRelativePath(uri);
    try {
      const file = await scanFile(uri, path, templates);
      if (file) files.push(file);
    } catch {
      unread.push(path);
    }
  }
  return { files, unread, stopped: token.isCancellationRequested };
}

async function scanFile(uri: vscode.Uri, path: string, templates: Templates): Promise<ScannedFile | undefined> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const analysis = await templates.analyse(text, uri.path);
  if (!analysis) return undefined;
  const lines = new LineIndex(text);
  return {
    uri: uri.toString(),
    path,
    types: analysis.template.resources.map(({ type }) => type),
    findings: analysis.findings.findings.map(({ rule, message, resource, span }) => ({
      rule,
      message,
      resource: resource.id,
      ...lines.positionAt(span.start),
    })),
  };
}

interface IgnoreFile {
  /** Path of its folder, ending in a slash. */
  readonly folder: string;
  readonly rules: Ignore;
}

async function ignoreFiles(token: vscode.CancellationToken): Promise<IgnoreFile[]> {
  const uris = await vscode.workspace.findFiles('**/.gitignore', skipped, 1_000, token);
  return Promise.all(
    uris.map(async (uri) => ({
      folder: uri.path.slice(0, uri.path.lastIndexOf('/') + 1),
      rules: ignore().add(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))),
    })),
  );
}

function isIgnored({ path }: vscode.Uri, files: readonly IgnoreFile[]): boolean {
  return files.some(({ folder, rules }) => path.startsWith(folder) && rules.ignores(path.slice(folder.length)));
}
