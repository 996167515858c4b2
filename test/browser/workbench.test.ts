import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('the workbench, as it is rendered', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('shows a hover with its links in the editor', async () => {
    await workbench.openFile('orders.yaml');
    await workbench.page.locator('.view-line span', { hasText: 'MessageRetentionPeriod' }).first().hover();
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Amazon SQS' });
    await hover.waitFor();
    assert.match(await hover.innerText(), /4 days/);
    await hover.locator('a', { hasText: 'Open note' }).click();
    const frame = await workbench.panel();
    await frame.locator('#at-retention').waitFor();
    assert.equal(await frame.evaluate('document.activeElement.id'), 'at-retention');
  });

  it('answers a quick quiz without leaving the palette', async () => {
    await workbench.command('StackDrill: Quick Quiz');
    const { page } = workbench;
    const widget = page.locator('.quick-input-widget');
    await widget.locator('.quick-input-title', { hasText: 'Quick Quiz 1/' }).waitFor();
    const title = await widget.locator('.quick-input-title').innerText();
    const wanted = Number(/choose (\d)/.exec(title)?.[1] ?? 0);
    if (wanted === 0) await widget.locator('.monaco-list-row', { hasText: /^\s*1\. / }).click();
    else {
      for (let option = 1; option <= wanted; option++)
        await widget
          .locator('.monaco-list-row', { hasText: new RegExp(`^\\s*${option}\\. `) })
          .locator('input, .monaco-checkbox')
          .first()
          .click();
      await page.keyboard.press('Enter');
    }
    await widget.locator('.quick-input-title', { hasText: /^(Right|Wrong)$/ }).waitFor();
    assert.ok((await widget.locator('.monaco-list-row').count()) >= 5);
    await widget.locator('.monaco-list-row', { hasText: 'Next question' }).click();
    await widget.locator('.quick-input-title', { hasText: 'Quick Quiz 2/' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('finds a fact while somebody types, and opens it', async () => {
    await workbench.command('StackDrill: Search Notes and Questions');
    const { page } = workbench;
    await page.locator('.quick-input-widget input[type="text"]').fill('sqs retention');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'kept 4 days' }).first();
    await row.waitFor();
    await row.click();
    const frame = await workbench.panel();
    await frame.locator('#at-retention').waitFor();
  });

  it('shows the syllabus, and another one after the exam was switched', async () => {
    const { page } = workbench;
    await page.locator('a[aria-label^="StackDrill"]').first().click();
    await page.locator('.monaco-list-row', { hasText: 'Design for New Solutions' }).waitFor();
    await workbench.command('StackDrill: Switch Exam...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'SAA-C03' }).click();
    await page.locator('.monaco-list-row', { hasText: 'Design Resilient Architectures' }).waitFor();
  });

  it('welcomes where the exam does not exist', async () => {
    await workbench.setting('stackdrill.exam', 'no-such-exam');
    await workbench.page.locator('.welcome-view', { hasText: 'Switch Exam' }).waitFor();
    await workbench.setting('stackdrill.exam', 'sap-c02');
    await workbench.page.locator('.monaco-list-row', { hasText: 'Design for New Solutions' }).waitFor();
  });
});
