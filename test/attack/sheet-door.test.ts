/** Whoever stands before the door of workbooks with nothing, with somebody else's things, or with what was his an hour ago. */
import { describe, expect, it, vi } from 'vitest';
import { paneCode } from '../../bot/verbs/chat/excel.ts';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { createApp } from '../../bot/web/app.ts';
import { fileOf, type PaneBundle } from '../../bot/web/pane/file.ts';
import { letterDay, liaison, office, openedDesk, otherLiaison } from '../consult/desk.ts';
import { facts, freshDesk, type TestDesk, value } from '../desk.ts';
import { fresh } from '../verbs/sheet/send.ts';
import { signedIn, site, workbookAt } from '../web/api/workbook.ts';

const food = {
  name: '餐饮服务联合抽查',
  items: '餐饮服务监督检查',
  lead: '县市场监管局',
  ratio: '5%',
  window: '6月至9月',
};
const sent = (desk: TestDesk, change: Readonly<Record<string, unknown>> = {}) => ({
  ...{ sheet: 'plan-tasks', book: '2025-1', batch: 'batch-0001', reason: '' },
  workbook: { office: desk.office, department: 'scjg', year: 2025 },
  rows: [fresh('n-1', food)],
  ...change,
});

/** A request whose body comes in two halves, the second when it is let go. */
function slowly(desk: TestDesk, token: string, body: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  let letGo = (): void => {};
  let asked = (): void => {};
  const go = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reading = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let place = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        asked();
        if (place === 0) controller.enqueue(bytes.subarray(0, 30));
        else {
          await go;
          controller.enqueue(bytes.subarray(30));
          controller.close();
        }
        place += 1;
      },
    },
    { highWaterMark: 0 },
  );
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  };
  const answer = Promise.resolve(createApp({ ...desk, site }).request(`${site}/api/rows`, init));
  return { reading, letGo, answer };
}

describe('a token whose holder changes while his rows are still coming in', () => {
  it.each([
    ['he is dismissed', (desk: TestDesk) => dismiss(desk, office, liaison.person)],
    ['he is moved', (desk: TestDesk) => enrol(desk, office, { ...liaison, department: 'wjw' })],
  ])('carries nothing any more: %s', async (_, change) => {
    const desk = await openedDesk();
    const { token } = await signedIn(desk, liaison);
    const slow = slowly(desk, token, sent(desk));
    await slow.reading;
    value(await change(desk));
    slow.letGo();
    expect((await slow.answer).status).toBe(401);
    expect((await facts(desk)).filter(({ kind }) => kind === 'reply-received')).toEqual([]);
  });
});

describe('what is typed and shown', () => {
  it('noise from everywhere keeps nobody from signing in', async () => {
    const desk = await freshDesk([liaison]);
    const limits = { token: { waitFor: () => 0 }, address: { waitFor: () => 0 } };
    const book = workbookAt(desk, '', { limits });
    for (let i = 0; i < 2100; i += 1) {
      const from = { 'cf-connecting-ip': `198.51.${i % 100}.${Math.floor(i / 100)}` };
      await book.post('/api/sign-in', { code: 'wrong' }, from);
    }
    const { code } = await paneCode(desk, liaison);
    expect((await book.post('/api/sign-in', { code }, { 'cf-connecting-ip': '203.0.113.9' })).status).toBe(200);
  });

  it('one network of addresses is one, in whatever way its addresses are written', async () => {
    const desk = await freshDesk([]);
    const book = workbookAt(desk);
    const ways = (i: number) => [`2001:db8::${i}`, `2001:DB8:0:0:${i}::`, `2001:0db8:0000:0:1:2:3:${i}`];
    let last = 0;
    for (let i = 1; i <= 61; i += 1) {
      const [from = ''] = ways(i).slice(i % 3);
      last = (await book.post('/api/sign-in', { code: 'wrong' }, { 'cf-connecting-ip': from })).status;
    }
    expect(last).toBe(429);
    const other = { 'cf-connecting-ip': '2001:db8:0:1::1' };
    expect((await book.post('/api/sign-in', { code: 'wrong' }, other)).status).toBe(403);
  });

  it('a token in the address, in a body or in a cookie opens nothing', async () => {
    const desk = await openedDesk();
    const { token } = await signedIn(desk, liaison);
    const nobody = workbookAt(desk);
    expect((await nobody.get(`/api/books?token=${token}&authorization=Bearer%20${token}`)).status).toBe(401);
    expect((await nobody.get('/api/books', { cookie: `mingchou=${token}; token=${token}` })).status).toBe(401);
    expect((await nobody.post('/api/rows', { ...sent(desk), token })).status).toBe(401);
  });

  it('neither code nor token nor statement is ever in the log or in an answer', async () => {
    const desk = await openedDesk();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { code } = await paneCode(desk, liaison);
    const book = await signedIn(desk, liaison);
    const broken = { ...desk, db: { ...desk.db, read: () => Promise.reject(new Error(`select ${code}`)) } };
    const told = [
      await workbookAt(desk).post('/api/sign-in', { code: `${code}x` }),
      await workbookAt(broken).post('/api/sign-in', { code }),
      await workbookAt(broken, book.token).get('/api/books'),
      await book.post('/api/rows', `{"rows":"${book.token}`),
    ];
    const logged = JSON.stringify(log.mock.calls);
    log.mockRestore();
    expect(told.map(({ status }) => status)).toEqual([403, 500, 500, 400]);
    for (const text of [logged, JSON.stringify(told.map(({ body }) => body))]) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(book.token);
      expect(text).not.toMatch(/select|sqlite|chat_code/i);
    }
  });
});

describe('another batch, another body', () => {
  it('a batch of somebody else is a new one, and what he wrote is not told', async () => {
    const desk = await openedDesk();
    const [mine, theirs] = [await signedIn(desk, liaison), await signedIn(desk, otherLiaison)];
    expect((await mine.post('/api/rows', sent(desk))).status).toBe(200);
    const workbook = { office: desk.office, department: 'wjw', year: 2025 };
    const told = await theirs.post('/api/rows', sent(desk, { workbook, rows: [] }));
    expect(told.status).toBe(200);
    expect(JSON.stringify(told.body)).not.toContain(food.name);
    const forged = await theirs.post('/api/rows', sent(desk));
    expect([forged.status, JSON.stringify(forged.body)]).toEqual([403, expect.not.stringContaining(food.name)]);
  });

  it('is not unpacked, not walked through however deep, and refused in few words however many it brings', async () => {
    const desk = await openedDesk();
    const book = await signedIn(desk, liaison);
    const many = Array.from({ length: 80_000 }, (_, i) => `field-${i}`);
    const packed = await new Response(
      new Blob([JSON.stringify(sent(desk))]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer();
    const told = [
      await book.post('/api/rows', new Uint8Array(packed), { 'content-encoding': 'gzip' }),
      await book.post('/api/rows', '['.repeat(900_000) + ']'.repeat(900_000)),
      await book.post('/api/rows', sent(desk, { rows: [fresh('\ud800', food)] })),
      await book.post('/api/rows', sent(desk, { rows: [fresh('n-1', { name: '\udc00' })] })),
      await book.post('/api/rows', sent(desk, { colour: '红' })),
      await book.post('/api/rows', sent(desk, Object.fromEntries(many.map((name) => [name, 1])))),
      await book.post('/api/rows', sent(desk, { rows: [fresh('n-1', { ['长'.repeat(100_000)]: '' })] })),
      await book.post('/api/rows', sent(desk, { book: '../../2025-1' })),
    ];
    expect(told.map(({ status }) => status)).toEqual([400, ...told.slice(1).map(() => 422)]);
    for (const { body } of told) expect(JSON.stringify(body).length).toBeLessThan(2000);
    expect((await facts(desk)).filter(({ kind }) => kind === 'reply-received')).toEqual([]);
  });

  it('answers to nobody’s foreign page: no header lets one read, and other methods do nothing', async () => {
    const desk = await openedDesk();
    const { token } = await signedIn(desk, liaison);
    const app = createApp({ ...desk, site });
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
      const headers = { authorization: `Bearer ${token}`, origin: 'https://elsewhere.invalid' };
      const answer = await app.request(`${site}/api/rows`, { method, headers });
      expect(answer.status).toBe(405);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const form = { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } };
    expect((await app.request(`${site}/api/sign-in`, form)).status).toBe(415);
  });
});

describe('under /addin/', () => {
  const program = {
    scripts: [],
    styles: [],
    first: { bytes: 0, gzip: 0, files: [] },
    ready: { bytes: 0, gzip: 0, files: [] },
  };
  const made: PaneBundle = {
    files: new Map([['a.js', fileOf('a.js', new Uint8Array([49]))]]),
    pane: program,
    commands: null,
    icons: new Map(),
    manifest: '<a b="https://mingchou.invalid"/>',
  };
  const asked: string[] = [];
  const pane = {
    bundle: () => Promise.resolve(made),
    office: {
      kind: 'self' as const,
      file: (path: string) => {
        asked.push(path);
        return null;
      },
    },
  };

  it('no path leads out of it, and no name of the language’s own is a file', async () => {
    const desk = await freshDesk([]);
    const app = createApp({ ...desk, site, pane });
    const paths = [
      '..%2fcheckpoint',
      'constructor',
      '__proto__',
      'office/..%2f..%2fpackage.json',
      'office/a%00b',
      'A.JS',
    ];
    for (const path of paths) {
      const answer = await app.request(`${site}/addin/${path}`, { headers: { accept: 'text/html' } });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const away = await app.request(`${site}/addin//elsewhere.invalid/`, { headers: { accept: 'text/html' } });
    expect([away.status, away.headers.get('location')]).toEqual([404, null]);
  });

  it('the manifest names the own address whatever the asker says of it', async () => {
    const desk = await freshDesk([]);
    const app = createApp({ ...desk, site, pane });
    const headers = { host: 'elsewhere.invalid', 'x-forwarded-host': 'elsewhere.invalid' };
    const answer = await app.request('http://elsewhere.invalid/addin/manifest.xml', { headers });
    expect(await answer.text()).toBe(`<a b="${site}"/>`);
  });
});

it('the year far ahead has no file yet, and nothing is taken for it', async () => {
  const desk = await openedDesk();
  const book = await signedIn(desk, liaison);
  expect(desk.now()).toBe(letterDay);
  const status = async (year: number) =>
    (await book.post('/api/rows', sent(desk, { book: `${year}-0`, batch: `batch-${year}` }))).status;
  expect([await status(2024), await status(2026), await status(2027), await status(2099)]).toEqual([
    409, 200, 404, 404,
  ]);
});
