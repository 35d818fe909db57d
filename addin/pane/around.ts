/**
 * Whether a spreadsheet program is around the page. `Office.onReady` may never answer where a program restores a pane before its own channel
 * is there (seen by xlwings): then the page is loaded again, twice at most, and after that it works as a page for files.
 */

const patienceMs = 5000;
const reloadsMost = 2;
const reloadsKey = 'mingchou.reloads';

export type Around =
  | { readonly kind: 'excel'; readonly language: string; readonly dark: boolean | null }
  /** No spreadsheet program, or another of the Office programs. */
  | { readonly kind: 'none' }
  /** Office was there and did not answer. */
  | { readonly kind: 'silent' }
  /** The page is being loaded again. */
  | { readonly kind: 'reloading' };

export async function around(reload: () => void = () => window.location.reload()): Promise<Around> {
  if (!('Office' in globalThis) || typeof Office.onReady !== 'function') return { kind: 'none' };
  const ready = await Promise.race([
    Office.onReady().then((info) => ({ host: info.host })),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs)),
  ]);
  if (ready !== null) {
    keepReloads(0);
    return ready.host === Office.HostType.Excel ? excelAround() : { kind: 'none' };
  }
  // Outside of any program a page that loaded Office is answered at once; silence means a program that is not ready.
  const reloads = keptReloads();
  if (reloads >= reloadsMost || !keepReloads(reloads + 1)) return { kind: 'silent' };
  reload();
  return { kind: 'reloading' };
}

function excelAround(): Around {
  const { context } = Office;
  const background = context.officeTheme?.bodyBackgroundColor ?? '';
  return { kind: 'excel', language: context.displayLanguage ?? '', dark: isDark(background) };
}

/** Null where the program does not say. */
export function isDark(colour: string): boolean | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 299 + green * 587 + blue * 114 < 128_000;
}

function keptReloads(): number {
  try {
    return Number(window.sessionStorage.getItem(reloadsKey) ?? '0') || 0;
  } catch {
    return reloadsMost;
  }
}

/** Without a place to count, nothing is loaded again: it could go on for ever. */
function keepReloads(count: number): boolean {
  try {
    if (count === 0) window.sessionStorage.removeItem(reloadsKey);
    else window.sessionStorage.setItem(reloadsKey, String(count));
    return true;
  } catch {
    return false;
  }
}
