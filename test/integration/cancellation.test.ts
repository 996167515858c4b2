import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CodeActions } from '../../src/editor/codeActions';
import { CodeLenses } from '../../src/editor/codeLens';
import { Hovers } from '../../src/editor/hover';
import { InlayHints } from '../../src/editor/inlayHints';
import { closeEditors, diagnosticsOf, open, placeOf, stackDrill } from './support';

describe('A request that is cancelled', () => {
  afterEach(closeEditors);

  it('is answered with nothing, by every provider; one that is not with something', async () => {
    const { templates, knowledge, progress } = await stackDrill();
    const document = await open('orders.yaml');
    const diagnostics = await diagnosticsOf(document, (found) => found.length > 0);
    const hovers = new Hovers(templates, knowledge, progress);
    const lenses = new CodeLenses(templates, knowledge, progress);
    const hints = new InlayHints(templates);
    const actions = new CodeActions(templates);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const context: vscode.CodeActionContext = { diagnostics, only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke };
    const answers = async (token: vscode.CancellationToken): Promise<boolean[]> => [
      (await hovers.provideHover(document, placeOf(document, 'AWS::SQS::Queue'), token)) !== undefined,
      (await lenses.provideCodeLenses(document, token)).length > 0,
      (await hints.provideInlayHints(document, all, token)).length > 0,
      (await actions.provideCodeActions(document, all, context, token)).length > 0,
    ];
    const source = new vscode.CancellationTokenSource();
    try {
      assert.deepEqual(await answers(source.token), [true, true, true, true]);
      source.cancel();
      assert.deepEqual(await answers(source.token), [false, false, false, false]);
    } finally {
      source.dispose();
      lenses.dispose();
      hints.dispose();
    }
  });
});
