/**
 * Brings Microsoft's Office.js in, from where the page says (`<meta name="office-js">`). Outside of a spreadsheet program it is not asked for
 * at all, and where its address does not answer, nobody waits for ever: the pane then works with files.
 */
import { isInOffice } from './in-office.ts';

/** `loaded`: `Office` is there and `Office.onReady` can be awaited; `elsewhere`: this page is in no Office program; `unreachable`: its address did not answer in time. */
export type OfficeLoading = 'loaded' | 'elsewhere' | 'unreachable';

/** A slow line of a county office brings its 200 kB within it. */
const officeLimitMs = 15_000;

let loading: Promise<OfficeLoading> | null = null;

/** Asked once or often, it is loaded once. */
export function officeAsLoaded(limitMs = officeLimitMs): Promise<OfficeLoading> {
  loading ??= load(limitMs);
  return loading;
}

async function load(limitMs: number): Promise<OfficeLoading> {
  if ('Office' in globalThis) return 'loaded';
  const from = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content ?? '';
  if (from === '' || !isInOffice(window)) return 'elsewhere';
  // Office.js takes these two away from every page; a page that has ways of its own needs them back.
  const { pushState, replaceState } = history;
  const script = document.createElement('script');
  script.src = from;
  const came = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), limitMs);
    const settle = (is: boolean) => () => {
      clearTimeout(timer);
      restore();
      resolve(is);
    };
    const restore = () => Object.assign(history, { pushState, replaceState });
    script.addEventListener('load', settle(true));
    script.addEventListener('error', settle(false));
    document.head.append(script);
  });
  return came && 'Office' in globalThis ? 'loaded' : 'unreachable';
}
