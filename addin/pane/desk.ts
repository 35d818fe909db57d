/** The workbook at work with the desk, as the browser has it. Apart from the entry, so that the first picture does not wait for it. */
import { apiClient } from '../api.ts';
import type { SheetHost } from '../host/sheet-host.ts';
import { rules } from '../sync/check/rules.ts';
import type { Filling } from '../sync/filling.ts';
import { openFilling } from '../sync/open-filling.ts';
import type { BrowserStore } from './store.ts';
import type { Language } from './words/language.ts';

interface DeskDeps {
  readonly host: SheetHost;
  readonly store: BrowserStore;
  readonly site: string;
  /** Asked before each request: it may be changed meanwhile. */
  readonly language: () => Language;
}

/** While somebody types his code the rest comes in, so that checking works where the line breaks afterwards. */
const whileIdleMs = 1500;

export function deskFilling({ host, store, site, language }: DeskDeps): Promise<Filling> {
  const api = apiClient({
    origin: site,
    token: store.token,
    lang: () => (language() === 'zh-CN' ? 'zh' : 'en'),
    fetch: (...given) => fetch(...given),
  });
  setTimeout(() => void Promise.all([import('../sync/acts.ts'), rules()]).catch(() => {}), whileIdleMs);
  return openFilling({ host, api, store, makeId: () => crypto.randomUUID(), now: () => new Date() });
}
