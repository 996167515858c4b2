import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { assertAccessible, overflow } from './accessibility';
import { Workbench } from './workbench';

describe('a mock exam, as it is rendered', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);

  /** Follows the panel's page, which is made anew by a reload. */
  async function shown(selector: string, hasText?: string | RegExp): Promise<void> {
    frame = await workbench.panel();
    await frame
      .locator(selector, hasText === undefined ? {} : { hasText })
      .first()
      .waitFor();
  }

  const at = (number: number): Promise<void> => shown('.where', `Question ${number} of 19`);

  /** Chooses as many options as are asked for by their number keys. */
  async function choose(): Promise<void> {
    const wanted = Number(/Choose (\d)/.exec(await frame.locator('.choose').innerText())?.[1] ?? 1);
    for (let key = 1; key <= wanted; key++) {
      await press(String(key));
      await frame.locator(`.option:nth-child(${key}) input:checked`).waitFor();
    }
    await frame.locator('.map-item.answered[aria-current]').waitFor();
  }

  const checkAll = (what: string): Promise<void> => assertAccessible(workbench, frame, what);

  it('is chosen and begun by keyboard alone', async () => {
    await workbench.ask('StackDrill: Start Mock Exam...', 'Quarter');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Quarter exam' }).waitFor();
    await press('Enter');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'The clock runs on while the window is closed' }).waitFor();
    await press('Enter');
    await shown('#begin');
    assert.match(await frame.locator('.facts-of-exam').innerText(), /19[\s\S]*minutes/);
    await checkAll('start');
    await frame.locator('#stem').focus();
    await press('Tab');
    await press('Enter');
    await at(1);
    assert.match(await frame.locator('[role=timer]').innerText(), /^\s*4\d:\d\d/);
  });

  it('answers, strikes out, flags and goes by keys, and takes back what was pressed twice', async () => {
    await frame.locator('#stem:focus').waitFor();
    await choose();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('x');
    await frame.locator('.option.struck').waitFor();
    assert.match(await frame.locator('.option.struck label').innerText(), /struck out/);
    await press('f');
    await frame.locator('.map-item[aria-label="Question 1: answered, flagged, current"]').waitFor();
    await press('ArrowRight');
    await at(2);
    await frame.locator('#stem:focus').waitFor();
    await press('1');
    await frame.locator('.option:nth-child(1) input:checked').waitFor();
    await press('1');
    await frame.locator('.map-item.unanswered[aria-current]').waitFor();
    assert.equal(await frame.locator('input:checked').count(), 0);
    // On an option the arrows lead to other questions, and choose nothing.
    await frame.locator('.option:nth-child(2) input').focus();
    await press('ArrowLeft');
    await at(1);
    await frame.locator('.map-item[aria-label="Question 2: unanswered"]').waitFor();
  });

  it('says it where too many options are chosen', async () => {
    // The first one is answered already; one in six or so asks for several.
    let number = 1;
    do {
      await press('ArrowRight');
      await at(++number);
    } while ((await frame.locator('.choose', { hasText: 'Choose one' }).count()) > 0);
    await frame.locator('#stem:focus').waitFor();
    await choose();
    const picks = await frame.locator('input:checked').count();
    await press(String(picks + 1));
    await frame.locator('[role=status]', { hasText: `${picks} are chosen already` }).waitFor();
    assert.equal(await frame.locator('input:checked').count(), picks);
    assert.equal(await frame.locator('.map-item.answered[aria-current]').count(), 1);
  });

  it('hides the time, and keeps that and everything else over a reload of the window', async () => {
    await frame.locator('.map-item').first().press('Enter');
    await at(1);
    await frame.locator('#hide-time').press('Enter');
    await frame.locator('[role=timer]').waitFor({ state: 'detached' });
    await workbench.reload();
    await at(1);
    assert.equal(await frame.locator('[role=timer]').count(), 0);
    assert.ok((await frame.locator('input:checked').count()) > 0);
    assert.equal(await frame.locator('.option.struck').count(), 1);
    assert.equal(await frame.locator('.map-item[aria-label="Question 1: answered, flagged, current"]').count(), 1);
    await frame.locator('#hide-time').press('Enter');
    await frame.locator('[role=timer]').waitFor();
  });

  it('offers to go on with it where it is started again', async () => {
    await workbench.ask('StackDrill: Start Mock Exam...', 'Go on');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: /Quarter exam, 4\d minutes left/ }).waitFor();
    await press('Enter');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await at(1);
  });

  it('has nothing that axe-core finds wrong in question and map, in any theme', () => checkAll('question'));

  it('fits a panel of 200 pixels', async () => {
    const { page } = workbench;
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 560, height: 860 });
    // What the side bar leaves of the window is about that much.
    await frame.waitForFunction('document.documentElement.clientWidth < 230');
    assert.deepEqual(await overflow(frame), []);
    await page.setViewportSize(size);
  });

  it('lists what is open before it is finished, asks once more, and finishes', async () => {
    await frame.locator('.steps-row button', { hasText: 'Look over and finish' }).press('Enter');
    await shown('h1', 'Before you finish');
    assert.match(await frame.locator('#open-unanswered').innerText(), /Unanswered \(\d+\)/);
    assert.match(await frame.locator('#open-flagged').innerText(), /Flagged \(1\)/);
    await checkAll('page before finishing');
    await frame.locator('#finish').press('Enter');
    await frame.locator('dialog[open]').waitFor();
    await checkAll('start');
    await press('Escape');
    await frame.locator('dialog[open]').waitFor({ state: 'detached' });
    await frame.locator('#finish').press('Enter');
    await frame.locator('dialog[open]').waitFor();
    await frame.locator('#sure-finish').press('Enter');
    await shown('article.mock-exam-result');
  });

  it('shows the result, with every rationale, narrowed to what is asked for', async () => {
    assert.match(await frame.locator('h1').innerText(), /Estimated score: \d{3}/);
    assert.match(await frame.locator('.verdict').first().innerText(), /Not passed|Passed/);
    assert.equal(await frame.locator('.review-item').count(), 19);
    await frame.locator('input[name=filter][value=flagged]').check();
    await frame.locator('.review > li').nth(1).waitFor({ state: 'detached' });
    assert.equal(await frame.locator('.review-item').count(), 1);
    await frame.locator('.review-item summary').press('Enter');
    await frame.locator('.review-item .rationale').first().waitFor();
    assert.equal(await frame.locator('.review-item .option').count(), await frame.locator('.review-item .rationale').count());
    assert.match(await frame.locator('.review-item').innerText(), /chosen[\s\S]*struck out|struck out[\s\S]*chosen/);
    assert.ok((await frame.locator('.review-item a[href^="https://"]').count()) >= 1);
    await frame.locator('.open-items button').first().press('Enter');
    await frame.locator('details[open] > summary:focus').waitFor();
    assert.deepEqual(await overflow(frame), []);
    await checkAll('result');
  });

  it('turns the misses into cards once', async () => {
    assert.match(await frame.locator('#misses-to-cards').innerText(), /Turn the 1\d misses into cards/);
    await frame.locator('#misses-to-cards').press('Enter');
    await frame.locator('#misses-to-cards[disabled]').waitFor();
    await frame.locator('[role=status]', { hasText: /1\d cards come back/ }).waitFor();
  });

  it('stands in the history, from where its result is opened again', async () => {
    await workbench.command('StackDrill: Mock Exam History');
    await shown('article.mock-exam-history');
    assert.equal(await frame.locator('tbody tr').count(), 1);
    assert.equal(await frame.locator('svg.area circle').count(), 1);
    await checkAll('history');
    await frame.locator('a[data-exam]').press('Enter');
    await shown('article.mock-exam-result');
    assert.equal(await frame.locator('#misses-to-cards[disabled]').count(), 1);
  });

  it('is not offered any more once it is over', async () => {
    await workbench.ask('StackDrill: Start Mock Exam...', 'Half');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Half exam' }).waitFor();
    await press('Escape');
  });
});
