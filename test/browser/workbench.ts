import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { installServer, startServer, type RunningServer } from '../host/serverVsCode';

const root = join(__dirname, '../..');

/** A real VS Code with the extension in it, driven through its page as a user would. */
export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: RunningServer;

  private constructor(page: Page, browser: Browser, server: RunningServer) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
  }

  static async open(
    options: { theme?: string; folder?: string; dataFolder?: string; settings?: Readonly<Record<string, unknown>>; width?: number; height?: number } = {},
  ): Promise<Workbench> {
    installServer();
    const server = await startServer({
      ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
      settings: { 'workbench.colorTheme': options.theme ?? 'Default Dark Modern', 'editor.minimap.enabled': false, ...options.settings },
    });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: options.width ?? 1280, height: options.height ?? 860 } });
    const workbench = new Workbench(page, browser, server);
    try {
      await workbench.goto(options.folder ?? join(root, 'test/fixtures/workspace'));
      // A theme that is set before the settings are taken in would be undone by them.
      await page.locator(`.monaco-workbench.${kindOf(options.theme ?? 'Default Dark Modern')}`).waitFor();
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  async goto(folder: string): Promise<void> {
    await this.page.goto(this.#server.address(folder, [['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${this.#server.port}${root}`]]));
    await this.#loaded();
  }

  /**
   * Runs a command from the palette by its title. Where the focus comes back late to what had it before, VS Code closes
   * the palette again; then it is opened anew, as its user would.
   */
  async command(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('F1');
      try {
        await input.fill(`>${title}`, { timeout: 5000 });
        await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
    // Rows move while the list is filtered, so a click could meet another command than the one it was aimed at.
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused');
    while (!(await focused.innerText()).includes(title)) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /**
   * Runs a command that asks for something, and gives the box its text.
   * VS Code hands the focus back to what had it before the palette, and where that arrives late it closes the box; then the command is run again, as its user would.
   */
  async ask(title: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]:not([placeholder="Type the name of a command to run."])');
    for (let attempt = 1; ; attempt++) {
      await this.command(title);
      try {
        await input.fill(text, { timeout: 5000 });
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().click();
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** The study panel's own frame, once it shows something. */
  async panel(): Promise<Frame> {
    const outer = this.page.locator('iframe.webview.ready').last();
    await outer.waitFor({ state: 'attached' });
    const handle = await outer.elementHandle();
    const frame = await handle.contentFrame();
    const inner = await frame?.waitForSelector('iframe#active-frame', { state: 'attached' });
    const content = await inner?.contentFrame();
    if (!content) throw new Error('The study panel has no content.');
    await content.locator('main > *').first().waitFor();
    return content;
  }

  /** Writes a user setting; VS Code takes it up from the file. */
  setting(name: string, value: unknown): Promise<void> {
    for (const profile of ['User', 'Machine']) {
      const file = join(this.#server.dataFolder, 'user', profile, 'settings.json');
      const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      writeFileSync(file, JSON.stringify({ ...settings, [name]: value }));
    }
    return Promise.resolve();
  }

  /** Switches the colour theme, and waits until the window has it. */
  async useTheme(theme: string): Promise<void> {
    await this.setting('workbench.colorTheme', theme);
    await this.page.locator(`.monaco-workbench.${kindOf(theme)}`).waitFor();
  }

  /** Reloads the window as its user would, so that VS Code keeps what is open. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.#loaded();
  }

  /** The workbench stands, and knows the extension's views and commands. */
  async #loaded(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('a[aria-label^="StackDrill"]').first().waitFor();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

/** The class that VS Code gives its window for a theme. */
function kindOf(theme: string): string {
  if (theme.includes('High Contrast')) return theme.includes('Light') ? 'hc-light' : 'hc-black';
  return theme.includes('Light') ? 'vs' : 'vs-dark';
}
