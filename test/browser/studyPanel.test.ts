import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { assertAccessible } from './accessibility';
import { answerByKeyboard, goToNext, goToOptions } from './answers';
import { Workbench } from './workbench';

// Words of the stems of one question of each kind that is not made of options.
const ordering = 'publisher moves its news site from a data centre, steps in order';
const matching = 'finance department of a hotel chain lists what it expects: match each';
const number = 'streaming service player backend by weighted records canary percentage of DNS answers';

describe('the study panel, as it is rendered', () => {
  let workbench: Workbench;
  const messages: string[] = [];

  before(async () => {
    // What is asked of questions only is tested here; practice.test.ts has the cards made of the notes.
    workbench = await Workbench.open({ settings: { 'stackdrill.study.cards': ['question'], 'stackdrill.study.learningSteps': [] } });
    workbench.page.on('console', (message) => messages.push(message.text()));
  });
  after(() => workbench.close());

  async function openNote(name: string): Promise<Frame> {
    await workbench.ask('StackDrill: Open Note...', name);
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    const frame = await workbench.panel();
    await frame.locator('h1', { hasText: name }).waitFor();
    return frame;
  }

  async function startQuiz(scope: string): Promise<Frame> {
    await workbench.ask('StackDrill: Start Quiz...', scope);
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: scope }).first().click();
    const frame = await workbench.panel();
    await frame.locator('article.quiz').waitFor();
    return frame;
  }

  /** Asks the one question that holds these words. */
  async function askFor(words: string): Promise<Frame> {
    await workbench.ask('StackDrill: Search Notes and Questions', words);
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Question:' }).first().click();
    const frame = await workbench.panel();
    await frame.locator('article.quiz .session', { hasText: 'Question 1 of 1' }).waitFor();
    return frame;
  }

  async function answer(frame: Frame): Promise<void> {
    await frame.locator('vscode-button', { hasText: 'Answer' }).click();
    await frame.locator('section.result').waitFor();
  }

  it("renders a note with its table, its diagram in the theme's colour and a table of contents", async () => {
    const frame = await openNote('Disaster recovery');
    assert.ok((await frame.locator('.body table').count()) >= 1);
    const diagram = frame.locator('figure.diagram svg').first();
    await diagram.scrollIntoViewIfNeeded();
    assert.ok(((await diagram.boundingBox())?.width ?? 0) > 200);
    assert.ok((await diagram.getAttribute('aria-label')) !== null);
    const [stroke, text] = await frame.evaluate<[string, string]>(
      '[getComputedStyle(document.querySelector("figure.diagram path")).stroke, getComputedStyle(document.body).color]',
    );
    assert.equal(stroke, text);
    await frame.locator('nav a', { hasText: 'Facts' }).click();
    assert.equal(await frame.evaluate('document.activeElement.id'), 'at-facts');
  });

  it('follows a link to another note', async () => {
    const frame = await openNote('Disaster recovery');
    const link = frame.locator('.body a[data-note]').first();
    const target = await link.getAttribute('data-note');
    await link.click();
    await frame.locator(`h1[id="at-${target?.split('#')[0] ?? ''}"]`).waitFor();
  });

  it('shows what older material says, with the fact that replaced it', async () => {
    const frame = await openNote('Amazon SQS');
    assert.match(await frame.locator('#at-message-size').innerText(), /1 MiB[\s\S]*Older material \(until 2025-08-04\)[\s\S]*256 KB/);
  });

  it('answers a quiz by keyboard alone and explains every option', async () => {
    const frame = await startQuiz('Amazon SQS');
    await goToOptions(workbench.page, frame);
    const options = await frame.locator('.option').count();
    assert.equal(await frame.locator('.rationale').count(), 0);
    await answerByKeyboard(workbench.page, frame);
    assert.equal(await frame.locator('.rationale').count(), options);
    assert.ok((await frame.locator('.tempting').count()) >= 2);
    assert.match(await frame.locator('.verdict').innerText(), /(Right|Not right)\.[\s\S]*comes back on/);
    assert.ok((await frame.locator('.behind a[href^="https://"]').count()) >= 1);
    await goToNext(workbench.page, frame);
    await goToOptions(workbench.page, frame);
    await frame.locator('#stem').focus();
    await workbench.page.keyboard.press('ArrowDown');
    assert.equal(await frame.evaluate('document.activeElement.name'), 'option');
  });

  it('takes as many options as are asked for, no fewer', async () => {
    const frame = await startQuiz('Amazon SQS');
    await goToOptions(workbench.page, frame, 'several');
    await frame.locator('#stem').focus();
    await workbench.page.keyboard.press('1');
    await workbench.page.keyboard.press('Enter');
    assert.equal(await frame.locator('section.result').count(), 0);
    assert.match(await frame.locator('.choose').innerText(), /1 chosen/);
    await workbench.page.keyboard.press('2');
    await workbench.page.keyboard.press('Enter');
    await frame.locator('section.result').waitFor();
  });

  it('keeps a tick and the answers over hiding and over a reload of the window', async () => {
    let frame = await startQuiz('Amazon SQS');
    await answerByKeyboard(workbench.page, frame);
    await goToNext(workbench.page, frame);
    await goToOptions(workbench.page, frame);
    await frame.locator('#stem').focus();
    const stem = await frame.locator('#stem').innerText();
    await workbench.page.keyboard.press('3');
    await frame.locator('.option:nth-child(3) input:checked').waitFor();
    await workbench.openFile('readings.json');
    await workbench.page.locator('.tab', { hasText: 'Amazon SQS' }).click();
    frame = await workbench.panel();
    await frame.locator('.option:nth-child(3) input:checked').waitFor();
    assert.equal(await frame.locator('#stem').innerText(), stem);
    await workbench.reload();
    frame = await workbench.panel();
    await frame.locator('#stem', { hasText: stem.slice(0, 60) }).waitFor();
    await frame.locator('#stem').focus();
    await workbench.page.keyboard.press('ArrowLeft');
    await frame.locator('section.result').waitFor();
  });

  it('ends with a summary that leads back to each question', async () => {
    const frame = await startQuiz('Amazon Kinesis');
    const total = Number(/of (\d+)/.exec(await frame.locator('.session').innerText())?.[1]);
    for (let index = 1; index <= total; index++) {
      await frame.locator('.session', { hasText: `Question ${index} of` }).waitFor();
      await answerByKeyboard(workbench.page, frame);
      await workbench.page.keyboard.press('Enter');
    }
    await frame.locator('.summary-view').waitFor();
    assert.match(await frame.locator('.verdict').innerText(), new RegExp(`of ${total} right`));
    await frame.locator('.summary-view li a').first().click();
    await frame.locator('section.result').waitFor();
  });

  it('takes steps put in order by keyboard, and shows where each belongs', async () => {
    const frame = await askFor(ordering);
    const first = await frame.locator('.step .text').first().innerText();
    await frame.locator('.step').first().locator('button').last().focus();
    await workbench.page.keyboard.press('Enter');
    assert.equal(await frame.locator('.step .text').nth(1).innerText(), first);
    assert.match(await frame.evaluate<string>('document.activeElement.ariaLabel'), new RegExp(`^Move down: ${first.slice(0, 20)}`));
    assert.match(await frame.locator('[role=status]').first().innerText(), /now step 2 of \d/);
    const steps = await frame.locator('.step').count();
    await answer(frame);
    assert.equal(await frame.locator('.step .rationale').count(), steps);
    assert.match((await frame.locator('.step').first().innerText()).replaceAll('\n', ' '), /Set the TTL of the existing record/);
  });

  it('takes pairs that are matched each once', async () => {
    const frame = await askFor(matching);
    const lists = frame.locator('.pair select');
    const pairs = await lists.count();
    for (let pair = 0; pair < pairs; pair++) await lists.nth(pair).selectOption({ index: 1 });
    assert.equal(await frame.locator('vscode-button[disabled]', { hasText: 'Answer' }).count(), 1);
    assert.match(await frame.locator('.task .hint, fieldset .hint').innerText(), /chosen twice/);
    for (let pair = 0; pair < pairs; pair++) await lists.nth(pair).selectOption({ index: pair + 1 });
    await answer(frame);
    assert.equal(await frame.locator('.pair .rationale').count(), pairs);
  });

  it('takes a number as people write it, refuses what is none, and shows the way to the answer', async () => {
    const frame = await askFor(number);
    const field = frame.locator('#number');
    await field.fill('about six');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await frame.locator('#number-hint').innerText(), /Write a number/);
    await field.fill('10.0');
    await workbench.page.keyboard.press('Enter');
    await frame.locator('section.result').waitFor();
    assert.match(await frame.locator('.verdict').innerText(), /^\s*Right\./);
    assert.match(await frame.locator('.rationale').innerText(), /10 \/ \(90 \+ 10\)/);
  });

  it('lists what changed, narrows it to the words of a filter, and asks about it', async () => {
    await workbench.command('StackDrill: Then and Now');
    const frame = await workbench.panel();
    await frame.locator('article.then-and-now').waitFor();
    const all = await frame.locator('.change').count();
    await frame.locator('input[type=search]').fill('256 KB message');
    await frame.locator('[role=status]', { hasText: new RegExp(`^[1-9] of ${all} changes`) }).waitFor();
    assert.match(await frame.locator('.change').first().innerText(), /THEN|Then[\s\S]*256 KB[\s\S]*Now[\s\S]*1 MiB/);
    await frame.locator('input[type=search]').fill('nothing has this');
    assert.match(await frame.locator('.message').innerText(), /Try a service's name/);
    await frame.locator('vscode-button', { hasText: 'Quiz me' }).click();
    await frame.locator('article.quiz').waitFor();
    await answerByKeyboard(workbench.page, frame);
    assert.ok((await frame.locator('.rationale').count()) >= 1);
  });

  it('violates neither its content security policy nor its promise of no network', () => {
    assert.deepEqual(
      messages.filter((message) => /Content Security Policy|Refused to/.test(message) && message.includes('panel')),
      [],
    );
  });

  it('has nothing that axe-core finds wrong, in any theme', async () => {
    let frame = await openNote('Disaster recovery');
    await assertAccessible(workbench, frame, 'note');
    frame = await startQuiz('Amazon SQS');
    await assertAccessible(workbench, frame, 'question');
    await answerByKeyboard(workbench.page, frame);
    await assertAccessible(workbench, frame, 'result');
    for (const words of [ordering, matching, number]) await assertAccessible(workbench, await askFor(words), words);
    await workbench.command('StackDrill: Then and Now');
    frame = await workbench.panel();
    await frame.locator('article.then-and-now').waitFor();
    await assertAccessible(workbench, frame, 'then and now');
  });
});
