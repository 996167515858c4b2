import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The themes that the panel is looked at in. */
const themes = ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'];

interface AxeResult {
  readonly violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[];
}

/** What axe-core finds wrong in the panel, in words. */
async function accessibilityViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Looks at what the panel shows in every theme, and finds nothing wrong. */
export async function assertAccessible(workbench: Workbench, frame: Frame, what: string): Promise<void> {
  for (const theme of themes) {
    await workbench.useTheme(theme);
    const kind = theme.includes('Light') ? 'light' : 'dark';
    await frame
      .locator(theme.includes('High') ? `body.vscode-high-contrast${kind === 'light' ? '-light' : ':not(.vscode-high-contrast-light)'}` : `body.vscode-${kind}`)
      .waitFor();
    assert.deepEqual(await accessibilityViolations(frame), [], `${what}, ${theme}`);
  }
}

/** What makes the panel's page wider than its window, so that it scrolls sideways; tables and charts that scroll by themselves do not. */
export async function overflow(frame: Frame): Promise<string[]> {
  return frame.evaluate<string[]>(`(() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 0.5);
    return wide.map((element) => element.tagName + '.' + element.className + ' ' + Math.round(element.getBoundingClientRect().right) + ' of ' + page.clientWidth);
  })()`);
}
