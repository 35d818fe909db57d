/** What a person does at the spreadsheet window: cells are chosen, typed into and pasted into; the pane beside them is read and pressed. */
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Window {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Until the pane says so. */
  readonly reads: (text: string | RegExp) => Promise<void>;
  readonly signIn: (code: string) => Promise<void>;
  readonly select: (address: string) => Promise<void>;
  readonly type: (address: string, text: string) => Promise<void>;
  /** As from the clipboard: past all lists, like any paste. */
  readonly paste: (address: string, rows: readonly string[]) => Promise<void>;
  readonly clearRows: (first: number, last: number) => Promise<void>;
  /** What a cell shows, wherever it lies. */
  readonly text: (address: string) => Promise<string>;
  readonly errors: string[];
}

export async function openedWindow(context: BrowserContext, address: string): Promise<Window> {
  const page = await context.newPage();
  await page.goto(address);
  return windowOn(page);
}

export function windowOn(page: Page): Window {
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const pane = page.frameLocator('#pane-body iframe');
  const at = (address: string) => page.locator(`[data-at="${address}"]`).first();
  const press = (name: string | RegExp) =>
    pane
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  const reads = (text: string | RegExp) => pane.getByText(text).first().waitFor();

  async function select(address: string): Promise<void> {
    await page.evaluate(choosing(address));
    await at(address).waitFor();
    await page.locator('.editor').focus();
  }
  return {
    page,
    pane,
    press,
    reads,
    errors,
    signIn: async (code) => {
      await pane.getByLabel('填报码').fill(code);
      await press('登录');
      await reads('可打开的表');
    },
    select,
    type: async (address, text) => {
      await select(address);
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      await expect.poll(() => at(address).textContent()).toContain(text);
    },
    paste: async (address, rows) => {
      await select(address);
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(rows.join('\r\n'))});
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('.editor').dispatchEvent(paste);
      })()`);
      await select(address);
    },
    clearRows: async (first, last) => {
      await page.evaluate(choosing(`A${first}`, `U${last}`));
      await page.locator('.editor').focus();
      await page.keyboard.press('Delete');
    },
    text: async (address) => {
      await select(address);
      return (await at(address).textContent()) ?? '';
    },
  };
}

/** What the window lends to tests (`addin/practice/page/main.ts`), as the page runs it. */
const choosing = (from: string, to = from): string =>
  `practice.view.select(${JSON.stringify(placeOf(from))}, ${JSON.stringify(placeOf(to))})`;

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row) - 1, column: column - 1 };
}
