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
    // The hints stand there once the extension has read the file.
    await workbench.page.locator('.codelens-decoration', { hasText: 'Amazon SQS' }).first().waitFor();
    await workbench.page.locator('.view-line span', { hasText: 'MessageRetentionPeriod' }).first().hover();
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Amazon SQS' });
    await hover.waitFor();
    assert.match(await hover.innerText(), /4 days/);
    await hover.locator('a', { hasText: 'Open note' }).click();
    const frame = await workbench.panel();
    await frame.locator('#at-retention').waitFor();
    assert.equal(await frame.evaluate('document.activeElement.id'), 'at-retention');
  });

  it('answers a quick quiz without leaving the palette, one option or several', async () => {
    const { page } = workbench;
    const widget = page.locator('.quick-input-widget');
    const title = widget.locator('.quick-input-title');
    const seen = new Set<'one' | 'several'>();
    while (seen.size < 2) {
      await workbench.command('StackDrill: Quick Quiz');
      await title.filter({ hasText: 'Quick Quiz 1/' }).waitFor();
      for (let more = true, count = 1; more && seen.size < 2; count++) {
        await title.filter({ hasText: `Quick Quiz ${count}/` }).waitFor();
        const wanted = Number(/choose (\d)/.exec(await title.innerText())?.[1] ?? 1);
        seen.add(wanted === 1 ? 'one' : 'several');
        await widget.locator('.monaco-list-row', { hasText: '1. ' }).first().waitFor();
        await widget.locator('input[type="text"]:focus').waitFor();
        for (let option = 1; option <= wanted; option++) await page.keyboard.press(String(option));
        if (wanted > 1) {
          await widget.locator('.monaco-list-row.focused', { hasText: 'Answer' }).waitFor();
          await page.keyboard.press('Enter');
        }
        await title.filter({ hasText: /^(Right|Wrong)$/ }).waitFor();
        assert.ok((await widget.locator('.monaco-list-row').count()) >= 5);
        const next = widget.locator('.monaco-list-row', { hasText: 'Next question' });
        more = (await next.count()) > 0;
        if (more && seen.size < 2) await next.click();
      }
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    }
  });

  it('finds a fact while somebody types, and opens it', async () => {
    const { page } = workbench;
    await workbench.ask('StackDrill: Search Notes and Questions', 'sqs retention');
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
