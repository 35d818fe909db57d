/**
 * What one browser remembers for the pane. The token lies in the window's own storage and ends with it; copies for working offline in
 * IndexedDB. Either may be forbidden, partitioned by the program around us, or empty the next time: then memory takes its place, and
 * nothing is lost but a sign-in, since the workbook itself holds the rest.
 */
import { createStore, del, get, set } from 'idb-keyval';
import { type Store, tokenKey } from '../sync/store-port.ts';

export interface BrowserStore extends Store {
  /** As it is now: every request carries it. */
  token(): string | null;
}

export function browserStore(): BrowserStore {
  const memory = new Map<string, string>();
  const copies = (() => {
    try {
      return createStore('mingchou-pane', 'copies');
    } catch {
      return null;
    }
  })();
  const token = (): string | null => {
    const kept = memory.get(tokenKey);
    if (kept !== undefined) return kept;
    try {
      return window.sessionStorage.getItem(prefix + tokenKey);
    } catch {
      return null;
    }
  };
  return {
    token,
    async read(key) {
      if (key === tokenKey) return token();
      const kept = memory.get(key);
      if (kept !== undefined) return kept;
      try {
        const found: unknown = copies === null ? null : await within(get(key, copies));
        return typeof found === 'string' ? found : null;
      } catch {
        return null;
      }
    },
    async write(key, text) {
      if (text === null) memory.delete(key);
      else memory.set(key, text);
      try {
        if (key === tokenKey) {
          if (text === null) window.sessionStorage.removeItem(prefix + key);
          else window.sessionStorage.setItem(prefix + key, text);
        } else if (copies !== null) await within(text === null ? del(key, copies) : set(key, text, copies));
      } catch {
        // Memory has it for as long as this window is open.
      }
    },
  };
}

const prefix = 'mingchou.';

/** On some Macs the first opening of a database never answers (office-js #1281). */
const longestMs = 3000;

const within = <T>(promised: Promise<T>): Promise<T> =>
  Promise.race([
    promised,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error('the store does not answer')), longestMs)),
  ]);

const languageKey = `${prefix}language`;

/** Which language was chosen last in this browser; null where it was not, or where nothing may be kept. */
export function keptLanguage(): string | null {
  try {
    return window.localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

export function keepLanguage(language: string): void {
  try {
    window.localStorage.setItem(languageKey, language);
  } catch {
    // Asked again the next time.
  }
}
