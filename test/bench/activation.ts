import * as vscode from 'vscode';

/**
 * Runs in an extension host in which neither extension is active yet: activates StackDrill and VS Code's own JSON
 * extension one after the other and prints the milliseconds of each. A folder named `json-first` turns the order round.
 */
export async function run(): Promise<void> {
  const order = ['stackdrill.stackdrill', 'vscode.json-language-features'];
  if (vscode.workspace.name?.includes('json-first')) order.reverse();
  const times: Record<string, number> = {};
  for (const id of order) {
    const extension = await installed(id);
    if (extension.isActive) throw new Error(`${id} is active already.`);
    const start = performance.now();
    await extension.activate();
    times[id] = performance.now() - start;
  }
  console.log(`ACTIVATION ${JSON.stringify(times)}`);
}

/** The extension, once the window has found it: a package that was just installed is taken in a little later. */
async function installed(id: string): Promise<vscode.Extension<unknown>> {
  for (;;) {
    const extension = vscode.extensions.getExtension(id);
    if (extension) return extension;
    await new Promise<void>((resolve) => {
      const subscription = vscode.extensions.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}
