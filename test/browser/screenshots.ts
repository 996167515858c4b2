import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { goToOptions } from './answers';
import { Workbench } from './workbench';

const folder = join(__dirname, '../../media/screenshots');

/** `npm run screenshots`: takes the README's pictures anew, in a dark and a light theme. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['light', 'Default Light Modern'],
  ] as const) {
    const workbench = await Workbench.open({ theme, width: 1100, height: 700, settings: { 'window.title': 'StackDrill', 'editor.fontSize': 13 } });
    try {
      await takeAll(workbench, name);
    } finally {
      await workbench.close();
    }
  }
}

async function takeAll(workbench: Workbench, theme: string): Promise<void> {
  const { page } = workbench;
  const take = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  };
  await workbench.openFile('orders.yaml');
  await page.locator('.codelens-decoration', { hasText: 'Amazon SQS' }).first().waitFor();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input[type="text"]').fill(':44');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'SqsManagedSseEnabled' }).locator('span', { hasText: 'SqsManagedSseEnabled' }).last().hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Amazon SQS' }).waitFor();
  await page.locator('.monaco-hover:visible', { hasText: 'switches off' }).waitFor();
  // The picture is taken when the hover has faded in.
  await page
    .locator('.monaco-hover:visible')
    .first()
    .evaluate((hover) => Promise.all(hover.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  await take('hover');
  await page.keyboard.press('Escape');
  await workbench.command('View: Close All Editors');

  await page.locator('a[aria-label^="StackDrill"]').first().click();
  await page.locator('.monaco-list-row', { hasText: 'Design for New Solutions' }).click();
  await page.locator('.monaco-list-row', { hasText: '2.2' }).click();
  await page.locator('.monaco-list-row[aria-label="Disaster recovery"]').click();
  let frame = await workbench.panel();
  await frame.locator('figure.diagram').waitFor();
  await take('syllabus');
  await frame.locator('nav a', { hasText: 'Four models' }).click();
  await take('note');

  await workbench.ask('StackDrill: Start Quiz...', 'Amazon SQS');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Amazon SQS' }).first().click();
  frame = await workbench.panel();
  await frame.locator('article.quiz').waitFor();
  await goToOptions(page, frame, 'one');
  await frame.locator('#stem').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await frame.locator('section.result').waitFor();
  await frame.locator('.option').first().scrollIntoViewIfNeeded();
  await take('quiz');

  await workbench.command('StackDrill: Then and Now');
  frame = await workbench.panel();
  await frame.locator('article.then-and-now').waitFor();
  await frame.locator('input[type=search]').fill('message');
  await take('then-and-now');
  await workbench.command('View: Close All Editors');

  await workbench.openFile('orders.yaml');
  await workbench.command('StackDrill: Scan Workspace');
  const tree = page.locator('.pane', { hasText: 'Your Templates' });
  await tree.locator('.monaco-list-row', { hasText: 'Weak here' }).waitFor();
  await page.locator('.pane-header', { hasText: 'Syllabus' }).click();
  const domain = tree.locator('.monaco-list-row', { hasText: 'Design for New Solutions' });
  await tree.locator('.monaco-list-row', { hasText: 'Weak here' }).click();
  await domain.click();
  await tree.locator('.monaco-list-row[aria-level="2"]').first().waitFor();
  await take('templates');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
