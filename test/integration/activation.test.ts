import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stackDrill } from './support';

describe('activation', () => {
  it('gives every command of package.json a handler and a title under StackDrill', async () => {
    await stackDrill();
    const { packageJSON } = vscode.extensions.getExtension('stackdrill.stackdrill') as {
      packageJSON: { contributes: { commands: { command: string; category: string }[] } };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const { commands } = packageJSON.contributes;
    assert.ok(commands.length >= 8);
    for (const { command, category } of commands) {
      assert.ok(registered.has(command), `${command} has a handler`);
      assert.equal(category, 'StackDrill');
    }
  });

  it('loads the knowledge pack with its three exams', async () => {
    const { knowledge } = await (await stackDrill()).knowledge.load();
    assert.deepEqual(knowledge.content.exams.map(({ id }) => id).sort(), ['saa-c03', 'sap-2014', 'sap-c02']);
    assert.ok(knowledge.content.services.length >= 12);
  });
});
