import { chromium, type Browser } from 'playwright-core';

const { findChromium } = require('./setup.js') as { findChromium: () => string | undefined };

/** A headless Chromium with a profile of its own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found; name one in STACKDRILL_CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
