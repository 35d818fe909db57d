/**
 * 检查结果录入 at full size, from the worksheet to the desk: Microsoft's Office.js over the practice Excel in this process, the desk in another.
 * What the practice Excel itself takes is counted apart, since in life it is another program. Then the same requests posted bare. A script of its
 * own and no job beside the others, because only here the types of Office.js are known.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { apiClient } from '../../../addin/api.ts';
import { excelHost } from '../../../addin/host/excel/excel-host.ts';
import { writeCells } from '../../../addin/practice/model/cells.ts';
import { openExcel, type PracticeExcel } from '../../../addin/practice/open-excel.ts';
import type { Done as Answer, Filling, Sent } from '../../../addin/sync/filling.ts';
import { openFilling } from '../../../addin/sync/open-filling.ts';
import { tokenKey } from '../../../addin/sync/store-port.ts';
import { outcomes } from '../../../core/sheet/outcomes.ts';
import { clock } from '../../bench/clock.ts';
import type { Done } from '../../bench/job.ts';
import { spell } from '../../bench/spell.ts';

const ref = { sheet: 'outcomes', book: 'L1' } as const;

async function worksheetRun({ folder = '', day = '' }: Record<string, string>): Promise<Done> {
  const now = `${day}T02:00:00.000Z`;
  for (const copy of ['worksheet.db', 'bare.db']) {
    for (const end of ['-wal', '-shm']) rmSync(join(folder, `${copy}${end}`), { force: true });
    for (const end of ['', '.key']) copyFileSync(join(folder, `results.db${end}`), join(folder, `${copy}${end}`));
  }
  const desk = await deskBeside(join(folder, 'worksheet.db'), now);
  const stop = clock();
  const facts: Record<string, number> = {};
  const largest = { bytes: 0, requests: 0 };
  const excel = await openExcel({
    batched: ({ sent, answered }) => {
      largest.requests++;
      largest.bytes = Math.max(largest.bytes, sent, answered);
    },
  });
  const watch = spell(excelTime(excel));
  const posted: string[] = [];
  const filling = await paneAt(desk, excel, now, (body) => posted.push(body));
  const timed = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    const done = watch();
    const value = await act();
    for (const [what, ms] of Object.entries(done())) facts[`${name} ${what}`] = ms;
    return value;
  };
  try {
    const { worksheet } = await timed('open', async () => got(await filling.open(ref)));
    const rows = pasted(excel, worksheet, day);
    await timed('check', async () => got(await filling.check(worksheet)));
    const shown = await timed('preview', async () => got(await filling.preview(worksheet)));
    const sent = await timed('submit', async () => got(await filling.submit(shown, { reason: '', withdraw: [] })));
    const peakMb = process.resourceUsage().maxRSS / 1024;
    const time = stop();
    desk.process.kill();
    const bare = await bareMs(join(folder, 'bare.db'), now, posted);
    const { bytes, requests } = largest;
    return {
      time,
      peakMb,
      facts: { ...facts, rows, taken: takenOf(sent, rows), posts: posted.length, bytes, requests, bare },
    };
  } finally {
    desk.process.kill();
    excel.close();
  }
}

interface Beside {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly code: string;
}

async function deskBeside(file: string, now: string): Promise<Beside> {
  const script = fileURLToPath(new URL('../../bench/jobs/desk-beside.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, now], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of createInterface({ input: child.stdout })) {
    const { port, code }: { port: number; code: string } = JSON.parse(text);
    return { process: child, origin: `http://127.0.0.1:${port}`, code };
  }
  throw new Error('the desk did not open');
}

/** Time that the practice Excel has taken so far, ms. */
function excelTime({ channel }: PracticeExcel): () => number {
  let spent = 0;
  const receive = channel.receive.bind(channel);
  channel.receive = (text) => {
    const from = performance.now();
    const answer = receive(text);
    spent += performance.now() - from;
    return answer;
  };
  return () => spent;
}

async function paneAt(
  { origin, code }: Beside,
  excel: PracticeExcel,
  now: string,
  posted: (body: string) => void,
): Promise<Filling> {
  const held = new Map<string, string>();
  const filling = await openFilling({
    host: await excelHost(excel.Excel),
    api: apiClient({
      origin,
      token: () => held.get(tokenKey) ?? null,
      lang: () => 'zh',
      fetch: (input, init) => {
        if (init?.method === 'POST' && String(input).endsWith('/api/rows')) posted(String(init.body));
        return fetch(input, init);
      },
    }),
    store: {
      read: async (key) => held.get(key) ?? null,
      write: async (key, text) => {
        if (text === null) held.delete(key);
        else held.set(key, text);
      },
    },
    makeId: () => crypto.randomUUID(),
    now: () => new Date(now),
  });
  got(await filling.signIn(code));
  return filling;
}

/** A bench of rows that were refused would measure nothing. */
function takenOf({ counts }: Sent, rows: number): number {
  const taken = counts.created + counts.updated;
  if (taken !== rows) throw new Error(`${taken} of ${rows} rows were taken`);
  return taken;
}

/** What an inspector pastes: one block in each of four columns. @returns rows filled */
function pasted({ workbook }: PracticeExcel, worksheet: string, day: string): number {
  const sheet = workbook.sheet(worksheet);
  const text = (row: number, column: number) => String(sheet.rows[row]?.cells[column]?.value ?? '');
  const headerOf = (name: string) => outcomes.fields.find((field) => field.name === name)?.header ?? '';
  const headerRow = sheet.rows.findIndex((row) => row?.cells.some((cell) => cell?.value === '行标识'));
  const columnOf = (header: string) =>
    (sheet.rows[headerRow]?.cells ?? []).findIndex((cell) => String(cell?.value ?? '').replace(/ \*$/, '') === header);
  const ids = columnOf('行标识');
  let rows = 0;
  while (text(headerRow + 1 + rows, ids) !== '') rows++;
  const planned = columnOf(headerOf('planned'));
  const fill = (name: string, of: (row: number) => string) =>
    workbook.as('person', () =>
      writeCells(
        workbook,
        sheet,
        { row: headerRow + 1, column: columnOf(headerOf(name)), rows, columns: 1 },
        Array.from({ length: rows }, (_, i) => [of(headerRow + 1 + i)]),
      ),
    );
  fill('code', () => '未发现问题');
  fill('checkedOn', () => day);
  fill('methods', (row) => (planned < 0 ? '' : text(row, planned)) || '实地检查');
  fill('inspectors', () => '同派出');
  return rows;
}

/** The same requests to another desk that has not seen them, with nothing around them. */
async function bareMs(file: string, now: string, bodies: readonly string[]): Promise<number> {
  const desk = await deskBeside(file, now);
  const post = async (path: string, body: string, token: string) => {
    const headers = { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${desk.origin}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  try {
    const signed = (await post('/api/sign-in', JSON.stringify({ code: desk.code }), '')) as { readonly token: string };
    const from = performance.now();
    for (const body of bodies) await post('/api/rows', body, signed.token);
    return performance.now() - from;
  } finally {
    desk.process.kill();
  }
}

function got<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.trouble.words.zh);
  return answer.value;
}

const given: Record<string, string> = JSON.parse(process.argv[2] ?? '{}');
console.log(JSON.stringify(await worksheetRun(given)));
// Timers of Office.js would keep the process for a while.
process.exit();
