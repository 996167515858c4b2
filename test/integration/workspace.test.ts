import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceReport } from '../../src/editor/workspaceReport';
import { stackDrill, workspaceFile } from './support';

const bucket = 'Resources:\n  Files: { Type: AWS::S3::Bucket, Properties: { AccessControl: PublicRead } }\n';

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
}

describe('The workspace view', () => {
  const made = ['scan', '.gitignore'];

  before(async () => {
    await write('scan/public.yaml', bucket);
    await write('scan/ignored/other.yaml', bucket);
    await write('scan/node_modules/lib/template.yaml', bucket);
    await write('scan/cdk.out/stack.template.json', '{ "Resources": { "Files": { "Type": "AWS::S3::Bucket" } } }');
    await write('scan/readme.yaml', 'name: no template\n');
    await write('scan/app.py', "from aws_cdk import aws_sqs as sqs\nsqs.Queue(self, 'Jobs')\n");
    await write('scan/.gitignore', 'ignored/\n');
  });

  after(async () => {
    for (const name of made) {
      try {
        await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });
      } catch {
        // It was not made.
      }
    }
  });

  it('is empty before it is asked for', async () => {
    const { workspace } = await stackDrill();
    assert.equal(await workspace.report(), undefined);
    assert.deepEqual(await workspace.getChildren(), []);
  });

  it('finds templates and CDK apps, and skips node_modules, cdk.out and what Git ignores', async () => {
    await stackDrill();
    const report = await vscode.commands.executeCommand<WorkspaceReport | undefined>('stackdrill.scanWorkspace');
    assert.ok(report);
    const paths = new Set(report.domains.flatMap(({ findings }) => findings.map(({ file }) => file.path)));
    assert.ok(paths.has('scan/public.yaml'), [...paths].join(', '));
    assert.ok(![...paths].some((path) => /node_modules|cdk\.out|ignored/.test(path)), [...paths].join(', '));
    assert.ok(report.services.some(({ service }) => service.id === 'sqs'));
    // The sample workspace has three, this test adds a template and an app.
    assert.equal(report.files, 5);
  });

  it('shows services and domains, down to a finding that opens its line', async () => {
    const { workspace } = await stackDrill();
    const roots = await workspace.getChildren();
    assert.deepEqual(
      roots.map(({ kind }) => kind),
      ['services', 'services', 'usedDomain', 'usedDomain', 'usedDomain', 'usedDomain'],
    );
    const domain = roots.find((node) => node.kind === 'usedDomain' && node.use.findings.some(({ rule }) => rule.id === 's3-public-acl'));
    assert.ok(domain);
    const rule = (await workspace.getChildren(domain)).find((node) => node.kind === 'rule' && node.findings[0]?.rule.id === 's3-public-acl');
    assert.ok(rule);
    const [finding] = await workspace.getChildren(rule);
    assert.ok(finding);
    const item = workspace.getTreeItem(finding);
    assert.equal(item.label, 'scan/public.yaml:2');
    assert.ok(item.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments as unknown[]));
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 1);
  });

  it('makes a quiz of the services of a domain', async () => {
    const { workspace, quizzes } = await stackDrill();
    const report = await workspace.report();
    const session = await quizzes.start({ kind: 'services', ids: report!.services.map(({ service }) => service.id) });
    assert.ok(session && session.items.length > 0);
  });

  it('stops when it is cancelled, and says so', async () => {
    const { templates } = await stackDrill();
    const { scanWorkspace } = await import('../../src/editor/workspaceScan');
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    const scan = await scanWorkspace(templates, { report: () => undefined }, source.token);
    assert.deepEqual([scan.files, scan.stopped], [[], true]);
  });
});
