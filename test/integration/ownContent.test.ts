import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, stackDrill, workspaceFile } from './support';

const question = `questions:
  - id: own-question
    type: choice
    tasks: [saa-c03/2.1]
    services: [sqs]
    facts: [sqs#retention]
    level: remember
    stem: For how long does a queue with default settings keep a message?
    options:
      - { text: Four days, correct: true, rationale: That is the default. }
      - { text: One day, rationale: It can be set but is not the default., tempting: It is a round figure. }
      - { text: Two weeks, rationale: That is the most that can be set., tempting: It is the other figure people remember. }
    sources: [https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html]
    checked: 2026-11-21
`;

describe('content of the user', () => {
  const folder = (): vscode.Uri => workspaceFile('my-notes');

  afterEach(async () => {
    await vscode.workspace.getConfiguration('stackdrill').update('contentFolders', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it('adds to the pack; a broken note is a problem at its line, and the rest works', async () => {
    const { knowledge } = await stackDrill();
    const write = (path: string, text: string) => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), path), new TextEncoder().encode(text));
    await write('questions/own.yaml', question);
    await write(
      'topics/broken.md',
      '---\nid: broken\ntitle: Broken\nsummary: It lacks tasks and names a wrong kind.\ntasks: [saa-c03/2.1]\nfacts:\n  - id: one\n    statement: A fact.\n    kind: nonsense\n---\nText.\n',
    );
    const changed = new Promise<void>((resolve) => {
      const subscription = knowledge.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    await vscode.workspace.getConfiguration('stackdrill').update('contentFolders', ['my-notes'], vscode.ConfigurationTarget.Global);
    await changed;
    const loaded = await knowledge.load();
    assert.ok(loaded.knowledge.question('own-question'));
    assert.ok(loaded.knowledge.note('sqs'));
    const uri = vscode.Uri.joinPath(folder(), 'topics/broken.md');
    const problems = await eventually(
      () => vscode.languages.getDiagnostics(uri),
      (found) => found.length > 0,
      vscode.languages.onDidChangeDiagnostics,
    );
    const kind = problems.find(({ message }) => message.includes('kind'));
    assert.ok(kind, problems.map(({ message }) => message).join('; '));
    assert.equal(kind.range.start.line, 8);
  });
});
