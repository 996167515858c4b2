import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goToOptions } from './answers';
import { monthsOfAnswers } from './monthsOfAnswers';
import { Workbench } from './workbench';

const folder = join(__dirname, '../../media/screenshots');

/** `npm run screenshots`: takes the README's pictures anew, in a dark and a light theme. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['light', 'Default Light Modern'],
  ] as const) {
    const window = { width: 1100, height: 700, settings: { 'window.title': 'StackDrill', 'editor.fontSize': 13, 'stackdrill.study.cards': ['question'] } };
    const workbench = await Workbench.open({ theme, ...window });
    try {
      await takeAll(workbench, name);
    } finally {
      await workbench.close();
    }
    await withAnswers(theme, name, window);
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
  await page.locator('.pane-header .title', { hasText: 'Syllabus' }).click();
  const domain = tree.locator('.monaco-list-row', { hasText: 'Design for New Solutions' });
  await tree.locator('.monaco-list-row', { hasText: 'Weak here' }).click();
  await domain.click();
  await tree.locator('.monaco-list-row[aria-level="2"]').first().waitFor();
  await take('templates');
}

/** The pictures of somebody who has studied for some months. */
async function withAnswers(theme: string, name: string, window: { width: number; height: number; settings: Record<string, unknown> }): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stackdrill-screenshots-'));
  monthsOfAnswers(dataFolder);
  const settings = {
    ...window.settings,
    'workbench.colorTheme': theme,
    'stackdrill.study.examDate': new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
  };
  const workbench = await Workbench.open({ ...window, dataFolder, settings, theme });
  const { page } = workbench;
  const take = async (picture: string): Promise<void> => {
    await page.screenshot({ path: join(folder, `${picture}-${name}.png`) });
  };
  try {
    await workbench.command('StackDrill: Show Progress');
    let frame = await workbench.panel();
    await frame.locator('article.overview').waitFor();
    await workbench.command('View: Close Primary Side Bar');
    await take('progress');
    await frame.evaluate("document.getElementById('at-calibration').scrollIntoView()");
    await take('calibration');
    await workbench.ask('StackDrill: Start Mock Exam...', 'Quarter');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Practice' }).waitFor();
    await page.keyboard.press('Enter');
    frame = await workbench.panel();
    await frame.locator('vscode-button', { hasText: 'Begin' }).click();
    await frame.locator('input[type=radio], input[type=checkbox]').first().waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('f');
    await frame.locator('.map-item', { hasText: '1' }).first().waitFor();
    await take('mock-exam');
  } finally {
    await workbench.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
