/**
 * The practice Excel in Node: Microsoft's own Office.js, unmodified, in a realm of its own with just enough of a window, and our host
 * at the other end of its messages. Every call makes a new realm, so that no test sees another's handlers.
 */
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { Channel, paneAddress } from './channel.ts';
import { Faults } from './faults.ts';
import { type Book, newBook } from './model/book.ts';
import { Workbook } from './model/workbook.ts';

export interface OpenOptions {
  /** A workbook that was kept; else a blank one. */
  readonly book?: Book;
  /** 1.14 is Office 2021 LTSC. */
  readonly excelApi?: string;
  readonly language?: string;
  /** Whether this Excel knows `delayForCellEdit`; true. */
  readonly waitsForCellEdit?: boolean;
  /** The year that completes dates typed without one. */
  readonly year?: number;
  readonly batched?: (batch: { readonly actions: number; readonly sent: number; readonly answered: number }) => void;
}

export interface PracticeExcel {
  readonly workbook: Workbook;
  readonly faults: Faults;
  readonly channel: Channel;
  /** Microsoft's namespaces, as a page has them. */
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly run: typeof Excel.run;
  /** Closes the pane: what it listened for is gone, and what is under way is never answered. */
  readonly close: () => void;
}

const dist = new URL('../../node_modules/office-js/dist/', import.meta.url);
const scripts = new Map<string, Script>();

/** Each file is compiled once. */
function script(path: string): Script {
  const known = scripts.get(path);
  if (known) return known;
  const made = new Script(readFileSync(new URL(path, dist), 'utf8'), { filename: path });
  scripts.set(path, made);
  return made;
}

const origin = 'https://practice.invalid';

export async function openExcel(options: OpenOptions = {}): Promise<PracticeExcel> {
  const { book = newBook('演练.xlsx'), excelApi = '1.14', language = 'zh-CN', year = 2026 } = options;
  const workbook = new Workbook(book, () => year);
  const faults = new Faults();
  const realm = paneWindow(language, (text) => void channel.receive(text));
  const channel = new Channel({
    workbook,
    faults,
    excelApi,
    language,
    post: (text) => setImmediate(() => realm.hear(text)),
    waitsForCellEdit: options.waitsForCellEdit ?? true,
    ...(options.batched && { batched: options.batched }),
  });
  script('office.js').runInContext(realm.context);
  const office: typeof Office = realm.global('Office');
  await office.onReady();
  const excel: typeof Excel = realm.global('Excel');
  return {
    workbook,
    faults,
    channel,
    Excel: excel,
    Office: office,
    OfficeExtension: realm.global('OfficeExtension'),
    run: excel.run.bind(excel),
    close: () => {
      channel.close();
      realm.dispose();
    },
  };
}

/** A window of which Office.js asks no more than this. */
function paneWindow(language: string, send: (text: string) => void) {
  const heard = new Set<(event: unknown) => void>();
  const host = { postMessage: send };
  const address = new URL(paneAddress(`${origin}/addin/`, origin, language));
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, String(value)),
      removeItem: (key: string) => void kept.delete(key),
      key: (index: number) => [...kept.keys()][index] ?? null,
      clear: () => kept.clear(),
      get length() {
        return kept.size;
      },
    };
  };
  const element = (tag: string) => {
    const made: Record<string, unknown> = {
      tagName: tag.toUpperCase(),
      style: {},
      setAttribute: () => {},
      getAttribute: () => null,
    };
    if (tag === 'a')
      Object.defineProperty(made, 'href', {
        set: (href: string) => {
          const url = new URL(href, origin);
          for (const part of ['protocol', 'hostname', 'host', 'port', 'pathname', 'search', 'hash'] as const)
            made[part] = url[part];
        },
      });
    return made;
  };
  const loaded = { src: `${origin}/office/office.js`, getAttribute: () => null };
  const head = {
    appendChild: (child: { src?: string; onload?: () => void; onreadystatechange?: () => void }) => {
      if (!child.src) return;
      // Beside the host's file come its texts; telemetry is for the network, and there is none.
      const path = new URL(child.src).pathname.replace('/office/', '').toLowerCase();
      if (/telemetry|dashboard/.test(path)) return;
      setImmediate(() => {
        script(path).runInContext(context);
        child.onload?.();
      });
    },
  };
  const document = {
    URL: address.href,
    domain: 'practice.invalid',
    body: { appendChild: () => {}, children: [] },
    readyState: 'complete',
    cookie: '',
    location: address,
    documentElement: {},
    addEventListener: () => {},
    removeEventListener: () => {},
    createElement: element,
    createTextNode: () => ({}),
    getElementById: () => null,
    getElementsByTagName: (tag: string) => (tag === 'script' ? [loaded] : tag === 'head' ? [head] : []),
    querySelectorAll: () => [],
    hasFocus: () => false,
  };
  const timers = new Set<NodeJS.Timeout>();
  const window: Record<string, unknown> = {
    document,
    location: address,
    parent: host,
    top: host,
    opener: null,
    name: '',
    navigator: { userAgent: 'Chrome practice', language, platform: 'practice' },
    history: {},
    screen: { width: 1280, height: 800 },
    external: {},
    localStorage: storage(),
    sessionStorage: storage(),
    console,
    performance: { now: () => performance.now() },
    URL,
    // For files that never come, such as those of telemetry.
    Event,
    TextEncoder,
    fetch: () => Promise.reject(new TypeError('the practice window has no network')),
    // Timers of the library must not keep a test's process alive, nor this realm after its pane was closed.
    setTimeout: (act: () => void, ms = 0) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      if (ms > 1000) timer.unref();
      timers.add(timer);
      return timer;
    },
    clearTimeout,
    setInterval: (act: () => void, ms = 0) => {
      const timer = setInterval(act, ms).unref();
      timers.add(timer);
      return timer;
    },
    clearInterval,
    focus: () => {},
    blur: () => {},
    addEventListener: (kind: string, act: (event: unknown) => void) => void (kind === 'message' && heard.add(act)),
    removeEventListener: (kind: string, act: (event: unknown) => void) =>
      void (kind === 'message' && heard.delete(act)),
    postMessage: () => {},
  };
  window.window = window;
  window.self = window;
  const context = createContext(window);
  return {
    context,
    hear: (text: string) => {
      for (const act of [...heard]) act({ data: text, origin, source: host });
    },
    dispose: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      heard.clear();
    },
    /** The library is no module: it leaves its namespaces in the window, whose types Microsoft publishes. */
    global: (name: string) => new Script(name).runInContext(context),
  };
}
