import type { Frame, Page } from 'playwright-core';

/** Gives an answer of the right form to the question that is shown, whatever its type, and waits for the result. */
export async function answerByKeyboard(page: Page, frame: Frame): Promise<void> {
  if ((await frame.locator('#reveal').count()) > 0) {
    await frame.locator('#stem').focus();
    await page.keyboard.press(' ');
    await frame.locator('.grades').waitFor();
    await page.keyboard.press('3');
    await frame.locator('section.result').waitFor();
    return;
  }
  if ((await frame.locator('input[name=option]').count()) > 0) {
    const several = await frame.locator('.choose').count();
    const wanted = several === 0 ? 1 : Number(/Choose (\d)/.exec(await frame.locator('.choose').innerText())?.[1]);
    await frame.locator('#stem').focus();
    for (let key = 1; key <= wanted; key++) await page.keyboard.press(String(key));
    await page.keyboard.press('t');
  } else if ((await frame.locator('#number').count()) > 0) {
    await frame.locator('#number').fill('1');
  } else {
    const lists = frame.locator('.pair select');
    const pairs = await lists.count();
    for (let pair = 0; pair < pairs; pair++) await lists.nth(pair).selectOption({ index: pair + 1 });
    await frame.locator('#stem').focus();
  }
  await page.keyboard.press('Enter');
  await frame.locator('section.result').waitFor();
}

/** Goes from an answered question to the next one. */
export async function goToNext(page: Page, frame: Frame): Promise<void> {
  const number = Number(/Question (\d+)/.exec(await frame.locator('.session').innerText())?.[1]);
  await page.keyboard.press('ArrowRight');
  await frame.locator('.session', { hasText: `Question ${number + 1} of` }).waitFor();
}

/** Answers what comes first until a question with options is shown, of which one is right or, if asked for, several. */
export async function goToOptions(page: Page, frame: Frame, which: 'any' | 'one' | 'several' = 'any'): Promise<void> {
  for (;;) {
    const options = (await frame.locator('input[name=option]').count()) > 0;
    const several = (await frame.locator('.choose').count()) > 0;
    if (options && (which === 'any' || several === (which === 'several'))) return;
    await answerByKeyboard(page, frame);
    await goToNext(page, frame);
  }
}
