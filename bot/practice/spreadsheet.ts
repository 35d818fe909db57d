/**
 * 电子表格 beside the workspace: the practice window of `addin/practice`, with the real pane in it. The bot knows nothing of the add-in (the map of
 * the project forbids the import), and an office that installs without development's dependencies has neither the window nor Office.js; so
 * it is loaded by address at run time, and its absence is said in words.
 */
import type { Words } from '../../core/words.ts';
import type { OfficeJs } from '../web/pane/office.ts';

/** What is used of `addin/practice/bundle.ts`. */
interface WindowModule {
  officeInstalled(): boolean;
  officeFile(path: string): Asset | null;
  practiceAssets(): Promise<(path: string) => Asset | null>;
}
interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Spreadsheet {
  /** Why there is none here; null where there is. */
  readonly missing: Words | null;
  /** Office.js for the pane: the copy that the tests use, since nothing leaves this machine. */
  readonly office: OfficeJs;
  /** Answers `/excel/…` and `/office/…`; null for every other path. */
  readonly answer: (request: Request) => Promise<Response> | null;
}

const notInstalled: Words = {
  zh: '本机没有安装演练用的 Office.js，电子表格窗口不能打开。安装开发依赖（npm install）后重新打开演练群即可；也可以用填报网页，直接打开 .xlsx 工作簿。',
  en: 'Office.js for practice is not installed here, so the spreadsheet window cannot open. Run npm install with development dependencies and start again, or fill in .xlsx workbooks on the file page.',
};

/** The pane is a frame of the same address, and both keep their work in this browser only. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export async function practiceSpreadsheet(
  address = new URL('../../addin/practice/bundle.ts', import.meta.url).href,
): Promise<Spreadsheet> {
  const window = await windowAt(address);
  if (window === null)
    return { missing: notInstalled, office: { kind: 'none' }, answer: answering(async () => saying(notInstalled)) };
  // Bundled when it is first asked for: most who open the workspace look at the chat first.
  let assets: ReturnType<WindowModule['practiceAssets']> | null = null;
  const answer = answering(async (path) => {
    assets ??= window.practiceAssets();
    const asset = (await assets)(path);
    return asset === null ? new Response('404', { status: 404 }) : given(asset);
  });
  return { missing: null, office: { kind: 'self', file: window.officeFile }, answer };
}

async function windowAt(address: string): Promise<WindowModule | null> {
  try {
    const window: WindowModule = await import(address);
    return window.officeInstalled() ? window : null;
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND';
    if (missing) return null;
    throw thrown;
  }
}

const answering =
  (respond: (path: string) => Promise<Response>): Spreadsheet['answer'] =>
  (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/excel')
      return Promise.resolve(new Response(null, { status: 301, headers: { location: '/excel/' } }));
    return /^\/(excel|office)\//.test(pathname) ? respond(pathname) : null;
  };

const given = ({ type, bytes }: Asset): Response =>
  new Response(bytes, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });

const saying = ({ zh, en }: Words): Response =>
  new Response(`${zh}\n\n${en}\n`, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
