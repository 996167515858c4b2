import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { assertAccessible, overflow } from './accessibility';
import { answerByKeyboard } from './answers';
import { Workbench } from './workbench';

describe('practising, as it is rendered', () => {
  let workbench: Workbench;

  before(async () => {
    // Reviews and facts in one place: a fact that is asked for by the browser's search is a card to recall or to choose.
    workbench = await Workbench.open({ settings: { 'stackdrill.study.cards': ['fact', 'decision', 'drill'] } });
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);

  async function cards(): Promise<Frame> {
    await workbench.command('StackDrill: Browse Cards');
    const frame = await workbench.panel();
    await frame.locator('article.cards').waitFor();
    return frame;
  }

  /** Asks one card until it is asked in the form that is wanted: a fact is to be recalled at one time and to be chosen at another. */
  async function askCard(card: string, isWanted: (frame: Frame) => Promise<boolean>): Promise<Frame> {
    for (;;) {
      const frame = await cards();
      await frame.locator('select').first().selectOption('all');
      await frame.locator('input[type=search]').fill(card);
      const row = frame.locator(`.card-row[data-card="${card}"]`);
      await row.locator('button').first().click();
      await frame.locator('article.quiz').waitFor();
      if (await isWanted(frame)) return frame;
    }
  }

  const isRecall = async (frame: Frame): Promise<boolean> => (await frame.locator('#reveal').count()) > 0;
  const askRecall = (): Promise<Frame> => askCard('fact:sqs#retention', isRecall);

  it('asks a fact to be recalled, and takes its grade by keyboard', async () => {
    const frame = await askRecall();
    const front = await frame.locator('#stem').innerText();
    assert.doesNotMatch(front, /\b4 days/);
    await frame.locator('#stem').focus();
    await press('3');
    assert.equal(await frame.locator('section.result').count(), 0);
    await press(' ');
    await frame.locator('#back', { hasText: '4 days' }).waitFor();
    const grades = await frame.locator('.grade').allInnerTexts();
    assert.equal(grades.length, 4);
    assert.match(grades.join(' ').replaceAll(/\s+/g, ' '), /Again 1 10 min.*Good 3 \d+ d/);
    await press('3');
    await frame.locator('.verdict', { hasText: 'Right' }).waitFor();
    assert.match(await frame.locator('.verdict').innerText(), /comes back on/);
  });

  it('takes the answer back with u, and with Control and z', async () => {
    const frame = await askRecall();
    for (const key of ['u', 'Control+z']) {
      await frame.locator('#stem').focus();
      await press(' ');
      await frame.locator('.grades').waitFor();
      await press('1');
      await frame.locator('.verdict', { hasText: 'Not right' }).waitFor();
      await press(key);
      await frame.locator('#reveal').waitFor();
    }
    assert.match(await frame.locator('.session').innerText(), /Question 1 of 1/);
  });

  it('shows the worked solution of a drill, step by step', async () => {
    const frame = await askCard('drill:usable-addresses', () => Promise.resolve(true));
    await answerByKeyboard(workbench.page, frame);
    assert.ok((await frame.locator('.solution li').count()) >= 2);
    assert.ok((await frame.locator('.behind a[href^="https://docs.aws.amazon.com/"]').count()) >= 1);
  });

  it('buries and suspends by keyboard, and lists what is held back', async () => {
    for (const [key, filter] of [
      ['-', 'buried'],
      ['@', 'suspended'],
    ] as const) {
      let frame = await cards();
      await frame.locator('select').first().selectOption('all');
      await frame.locator('input[type=search]').fill('decision:');
      const card =
        (await frame
          .locator('.card-row')
          .nth(filter === 'buried' ? 0 : 1)
          .getAttribute('data-card')) ?? '';
      frame = await askCard(card, () => Promise.resolve(true));
      await frame.locator('#stem').focus();
      await press(key);
      await frame.locator('.summary-view').waitFor();
      frame = await cards();
      await frame.locator('select').first().selectOption(filter);
      await frame.locator('[role=status]', { hasText: /^1 of / }).waitFor();
      await frame.locator(`.card-row[data-card="${card}"] button[aria-label^="${filter === 'buried' ? 'Unbury' : 'Take up again'}"]`).click();
      await frame.locator('.message', { hasText: 'No card is like that' }).waitFor();
    }
  });

  it('opens the quiz behind a bar of the charts, by keyboard, and tells every chart as a table', async () => {
    await workbench.command('StackDrill: Show Progress');
    const frame = await workbench.panel();
    await frame.locator('article.overview').waitFor();
    const charts = await frame.locator('article.overview section:has(details)').count();
    assert.ok(charts >= 6);
    for (const summary of await frame.locator('details summary').all()) await summary.click();
    assert.ok((await frame.locator('details table caption').count()) >= charts);
    await frame.locator('#at-readiness').locator('xpath=ancestor::section').locator('a, button').first().focus();
    await press('Enter');
    await frame.locator('article.quiz').waitFor();
    assert.match(await frame.locator('.session').innerText(), /SAP-C02 \d/);
  });

  it('goes through a quiz without a pointer: everything that can be done is reached by Tab', async () => {
    const frame = await askRecall();
    await frame.locator('#stem').focus();
    const reached = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await press('Tab');
      reached.add(await frame.evaluate<string>('document.activeElement.id || document.activeElement.textContent.trim()'));
    }
    for (const wanted of ['reveal', 'Bury until tomorrow', 'Suspend']) assert.ok(reached.has(wanted), `${wanted} is reached; ${[...reached].join(', ')} are`);
  });

  it('moves nothing where less motion is asked for', async () => {
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    await workbench.command('StackDrill: Show Progress');
    const frame = await workbench.panel();
    await frame.locator('article.overview').waitFor();
    const moving = await frame.evaluate<number>(
      `[...document.querySelectorAll('main *')].filter((element) => { const { transitionDuration, animationName } = getComputedStyle(element); return animationName !== 'none' || /[1-9]/.test(transitionDuration); }).length`,
    );
    assert.equal(moving, 0);
    await workbench.page.emulateMedia({ reducedMotion: null });
  });

  it('fits a side bar 260 pixels wide, and a window at 200 %', async () => {
    const { page } = workbench;
    const size = page.viewportSize();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    for (const width of [330, 640]) {
      await page.setViewportSize({ width, height: 700 });
      for (const show of [cards, askRecall, () => askCard('drill:usable-addresses', () => Promise.resolve(true))])
        assert.deepEqual(await overflow(await show()), [], `at ${width}`);
      await workbench.command('StackDrill: Show Progress');
      const frame = await workbench.panel();
      await frame.locator('article.overview').waitFor();
      assert.deepEqual(await overflow(frame), [], `progress at ${width}`);
    }
    await page.setViewportSize(size ?? { width: 1280, height: 860 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
  });

  it('has nothing that axe-core finds wrong, in any theme', async () => {
    let frame = await askRecall();
    await assertAccessible(workbench, frame, 'front');
    await frame.locator('#stem').focus();
    await press(' ');
    await frame.locator('.grades').waitFor();
    await assertAccessible(workbench, frame, 'back');
    await press('3');
    await frame.locator('section.result').waitFor();
    await assertAccessible(workbench, frame, 'result');
    await assertAccessible(workbench, await cards(), 'cards');
    frame = await askCard('drill:usable-addresses', () => Promise.resolve(true));
    await answerByKeyboard(workbench.page, frame);
    await assertAccessible(workbench, frame, 'drill');
    await workbench.command('StackDrill: Show Progress');
    frame = await workbench.panel();
    await frame.locator('article.overview').waitFor();
    for (const summary of await frame.locator('details summary').all()) await summary.click();
    await assertAccessible(workbench, frame, 'progress');
  });
});
