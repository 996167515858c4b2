import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { panelTexts } from '../../src/editor/panelTexts';
import { stackDrill } from './support';

interface Manifest {
  readonly description: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>> };
  };
}

describe('The texts in English', () => {
  it('need no bundle, in the panel neither', async () => {
    await stackDrill();
    assert.equal(vscode.env.language, 'en');
    assert.deepEqual(panelTexts(), {});
    assert.equal(vscode.l10n.t('{0} of {1} files', 1, 2), '1 of 2 files');
  });

  it('are put in the place of the keys of package.json', () => {
    const { description, contributes } = vscode.extensions.getExtension('stackdrill.stackdrill')?.packageJSON as Manifest;
    assert.equal(contributes.commands.find(({ command }) => command === 'stackdrill.switchExam')?.title, 'Switch Exam...');
    const texts = [
      description,
      ...contributes.commands.map(({ title }) => title),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...Object.values(contributes.configuration.properties).map(({ markdownDescription }) => markdownDescription),
    ];
    assert.deepEqual(
      texts.filter((text) => text === '' || /^%.*%$/.test(text)),
      [],
    );
  });
});
