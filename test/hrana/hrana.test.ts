/**
 * The test server against the published specification (tursodatabase/libsql, docs/HRANA_3_SPEC.md and HTTP_V2_SPEC.md), asked as a
 * stranger would ask it: by plain requests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HranaServer, serveHrana } from './server.ts';

let folder: string;
let server: HranaServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hrana-'));
  server = await serveHrana({
    file: join(folder, 'spec.db'),
    token: 'right',
    idleMs: 150,
    transactionMs: 200,
    busyMs: 100,
  });
  await ask([run('create table t (a integer primary key, b, unique (b)) strict'.replace(' strict', ''))]);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (sql: string, ...args: object[]) => ({ type: 'execute', stmt: { sql, args } });
const step = (sql: string, condition?: object) => ({ stmt: { sql }, ...(condition ? { condition } : {}) });
const close = { type: 'close' };
const int = (value: string) => ({ type: 'integer', value });

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely, as a stranger's program would
type Answer = any;

async function post(path: string, body: unknown, headers: Record<string, string> = { authorization: 'Bearer right' }) {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, text, json: (isJson ? JSON.parse(text) : null) as Answer };
}

/** One pipeline on a stream of its own. */
async function ask(requests: object[], version = 'v3'): Promise<Answer[]> {
  const { json } = await post(`/${version}/pipeline`, { baton: null, requests: [...requests, close] });
  return json.results;
}

describe('versions and endpoints (“Version and encoding negotiation”)', () => {
  it.each([
    ['v2', 200],
    ['v3', 200],
    ['v3-protobuf', 401],
  ])('GET /%s answers %i', async (path, status) => {
    expect((await fetch(new URL(path, server.url))).status).toBe(status);
  });

  it('without the right token nothing is carried out', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const { status, json } = await post(
        '/v2/pipeline',
        { baton: null, requests: [] },
        headers as Record<string, string>,
      );
      expect([status, json.error]).toEqual([401, expect.stringContaining('Unauthorized')]);
    }
  });

  it.each([
    ['no JSON', 'hello'],
    ['no such request', { baton: null, requests: [{ type: 'drop-everything' }] }],
    ['a number that is none', { baton: null, requests: [run('select ?', int('1.5'))] }],
    ['a statement without text', { baton: null, requests: [{ type: 'execute', stmt: {} }] }],
    ['a text that was not stored', { baton: null, requests: [{ type: 'execute', stmt: { sql_id: 7 } }] }],
  ])('%s is refused with 400', async (_, body) => {
    expect((await post('/v3/pipeline', body)).status).toBe(400);
  });
});

describe('values and statements (“Values”, “Statements”)', () => {
  it('every kind of value comes back as it was sent, integers to the last digit', async () => {
    const values = [
      { type: 'null' },
      int('9223372036854775807'),
      int('-9007199254740993'),
      { type: 'float', value: 0.1 },
      { type: 'text', value: '清漪县“双随机”𠮷' },
      { type: 'blob', base64: 'AP8' },
    ];
    const [answer] = await ask([run('select ?, ?, ?, ?, ?, ?', ...values)]);
    expect(answer.response.result.rows).toEqual([values]);
  });

  it('a number sent as an integer is one, and a float is none', async () => {
    const [answer] = await ask([run('select typeof(?), typeof(?)', int('1'), { type: 'float', value: 1 })]);
    expect(answer.response.result.rows[0].map(({ value }: Answer) => value)).toEqual(['integer', 'real']);
  });

  it('arguments are taken by their names, with and without a sign before', async () => {
    const named_args = [
      { name: ':x', value: int('1') },
      { name: 'y', value: int('2') },
    ];
    const [answer] = await ask([{ type: 'execute', stmt: { sql: 'select :x + $y', named_args } }]);
    expect(answer.response.result.rows).toEqual([[int('3')]]);
  });

  it('a change tells how many rows it touched and the last row’s number; rows are left out where they are not wanted', async () => {
    const [change, rows] = await ask([
      run("insert into t (a, b) values (10, 'x'), (11, 'y')"),
      { type: 'execute', stmt: { sql: 'select * from t', want_rows: false } },
    ]);
    expect(change.response.result).toMatchObject({ affected_row_count: 2, last_insert_rowid: '11', rows: [] });
    expect(rows.response.result).toMatchObject({ rows: [], cols: [{ name: 'a', decltype: 'INTEGER' }, { name: 'b' }] });
  });

  it('insert … returning gives its rows and its count', async () => {
    const [change] = await ask([run("insert into t (a, b) values (20, 'r') returning a, b")]);
    expect(change.response.result).toMatchObject({
      affected_row_count: 1,
      last_insert_rowid: '20',
      rows: [[int('20'), { type: 'text', value: 'r' }]],
    });
  });
});

describe('errors (“Errors”): each in its place, with a code', () => {
  it('the other requests of a pipeline are answered all the same', async () => {
    const [first, second] = await ask([run('select nothing from nowhere'), run('select 1')]);
    expect([first.type, second.type]).toEqual(['error', 'ok']);
  });

  it.each([
    ['SQL_PARSE_ERROR', 'selec 1'],
    ['SQL_NO_STATEMENT', '  '],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'insert into t (a) values (1), (1)'],
    ['SQLITE_CONSTRAINT_UNIQUE', "insert into t (b) values ('q'), ('q')"],
    ['SQLITE_ERROR', 'select * from no_such_table'],
  ])('%s', async (code, sql) => {
    const [answer] = await ask([run(sql)]);
    expect(answer).toMatchObject({ type: 'error', error: { code } });
  });
});

describe('batches (“Batches”): steps under conditions', () => {
  const batch = (...steps: object[]) => ({ type: 'batch', batch: { steps } });

  it('what was begun and fails is rolled back by its conditions, and nothing of it stands', async () => {
    const ok = (at: number) => ({ type: 'ok', step: at });
    const [answer, count] = await ask([
      batch(
        step('BEGIN IMMEDIATE'),
        step("insert into t (a, b) values (30, 'once')", ok(0)),
        step("insert into t (a, b) values (30, 'twice')", ok(1)),
        step('COMMIT', ok(2)),
        step('ROLLBACK', { type: 'not', cond: ok(3) }),
      ),
      run('select count(*) from t where a = 30'),
    ]);
    const { step_results, step_errors } = answer.response.result;
    expect(step_results.map((each: Answer) => each !== null)).toEqual([true, true, false, false, true]);
    expect(step_errors[2].code).toBe('SQLITE_CONSTRAINT_PRIMARYKEY');
    expect(count.response.result.rows).toEqual([[int('0')]]);
  });

  it('error, and, or, not and is_autocommit are as they are defined', async () => {
    const at = (type: string, number: number) => ({ type, step: number });
    const [answer] = await ask([
      batch(
        step('select 1'),
        step('selec'),
        step('select 2', at('error', 1)),
        step('select 3', { type: 'and', conds: [at('ok', 0), at('ok', 1)] }),
        step('select 4', { type: 'or', conds: [at('ok', 0), at('ok', 1)] }),
        step('select 5', { type: 'is_autocommit' }),
        step('BEGIN'),
        step('select 6', { type: 'is_autocommit' }),
        step('ROLLBACK'),
      ),
    ]);
    expect(answer.response.result.step_results.map((each: Answer) => each !== null)).toEqual([
      ...[true, false, true, false, true, true, true, false, true],
    ]);
  });

  it('a condition on a later step breaks the protocol, as is_autocommit does in version 2', async () => {
    const later = { baton: null, requests: [batch(step('select 1', { type: 'ok', step: 5 }))] };
    const newer = { baton: null, requests: [batch(step('select 1', { type: 'is_autocommit' }))] };
    expect((await post('/v3/pipeline', later)).status).toBe(400);
    expect((await post('/v2/pipeline', newer)).status).toBe(400);
  });
});

describe('stored texts, sequences, descriptions', () => {
  it('a text is stored once, used by its number and forgotten with its stream', async () => {
    const stored = { type: 'store_sql', sql_id: 1, sql: 'select 42' };
    const [, used] = await ask([stored, { type: 'execute', stmt: { sql_id: 1 } }]);
    expect(used.response.result.rows).toEqual([[int('42')]]);
    const again = { baton: null, requests: [{ type: 'execute', stmt: { sql_id: 1 } }] };
    expect((await post('/v3/pipeline', again)).status).toBe(400);
    expect((await post('/v3/pipeline', { baton: null, requests: [stored, stored] })).status).toBe(400);
  });

  it('a sequence runs all its statements; a description runs nothing', async () => {
    const [sequence, described, count] = await ask([
      { type: 'sequence', sql: 'insert into t (a) values (40); insert into t (a) values (41);' },
      { type: 'describe', sql: 'select a from t' },
      run('select count(*) from t where a in (40, 41)'),
    ]);
    expect(sequence.type).toBe('ok');
    expect(described.response.result).toMatchObject({
      cols: [{ name: 'a', decltype: 'INTEGER' }],
      is_explain: false,
      is_readonly: true,
    });
    expect(count.response.result.rows).toEqual([[int('2')]]);
  });
});

describe('streams and batons (“Execute a pipeline of requests”)', () => {
  const begin = async () =>
    (await post('/v3/pipeline', { baton: null, requests: [run('BEGIN IMMEDIATE')] })).json.baton as string;

  it('a transaction goes on under its baton, which is new each time, until it is closed', async () => {
    const baton = await begin();
    const first = await post('/v3/pipeline', { baton, requests: [run('insert into t (a) values (50)')] });
    expect(first.json.baton).not.toBe(baton);
    const last = await post('/v3/pipeline', {
      baton: first.json.baton,
      requests: [{ type: 'get_autocommit' }, run('COMMIT'), { type: 'get_autocommit' }, close],
    });
    expect(last.json.baton).toBeNull();
    expect([0, 2].map((at) => last.json.results[at].response.is_autocommit)).toEqual([false, true]);
    const [count] = await ask([run('select count(*) from t where a = 50')]);
    expect(count.response.result.rows).toEqual([[int('1')]]);
  });

  it('a baton that was used, forged or made up is refused', async () => {
    const baton = await begin();
    const next = await post('/v3/pipeline', { baton, requests: [] });
    for (const bad of [baton, 'x', `${next.json.baton}x`, '1.1.AAAA'])
      expect((await post('/v3/pipeline', { baton: bad, requests: [] })).status).toBe(400);
    await post('/v3/pipeline', { baton: next.json.baton, requests: [close] });
  });

  it('what was not committed is undone when the stream is closed', async () => {
    const baton = await begin();
    await post('/v3/pipeline', { baton, requests: [run('insert into t (a) values (60)'), close] });
    const [count] = await ask([run('select count(*) from t where a = 60')]);
    expect(count.response.result.rows).toEqual([[int('0')]]);
  });

  it('after a request that breaks the protocol the stream is gone', async () => {
    const baton = await begin();
    await post('/v3/pipeline', { baton, requests: [close, run('select 1')] });
    const [free] = await ask([run('BEGIN IMMEDIATE')]);
    expect(free.type).toBe('ok');
  });

  it('a stream that nobody asks for expires and says so', async () => {
    const baton = await begin();
    await post('/v3/pipeline', { baton: null, requests: [close] });
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { status, json } = await post('/v3/pipeline', { baton, requests: [] });
    expect([status, json.code]).toEqual([400, 'STREAM_EXPIRED']);
  });

  it('a transaction that holds the lock too long is rolled back and says so', async () => {
    let baton = await begin();
    const next = async (...requests: object[]) => {
      const { json } = await post('/v3/pipeline', { baton, requests });
      baton = json.baton;
      return json.results[0];
    };
    await next(run('insert into t (a) values (70)'));
    await new Promise((resolve) => setTimeout(resolve, 120));
    await next(run('select 1'));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect((await next(run('insert into t (a) values (71)'))).error.code).toBe('TRANSACTION_TIMEOUT');
    await next(close);
    const [count] = await ask([run('select count(*) from t where a in (70, 71)')]);
    expect(count.response.result.rows).toEqual([[int('0')]]);
  });

  it('a second writer waits for the lock, and is told that it is busy when that takes too long; readers never wait', async () => {
    const baton = await begin();
    const [busy, read] = await Promise.all([ask([run('BEGIN IMMEDIATE')]), ask([run('select count(*) from t')])]);
    expect(busy[0].error.code).toBe('SQLITE_BUSY');
    expect(read[0].type).toBe('ok');
    const waiting = ask([run('insert into t (a) values (80)')]);
    await post('/v3/pipeline', { baton, requests: [run('COMMIT'), close] });
    expect((await waiting)[0].type).toBe('ok');
  });
});

it('a cursor tells its steps line by line (“Execute a batch using a cursor”)', async () => {
  const { text } = await post('/v3/cursor', {
    baton: null,
    batch: { steps: [step('select 1 as one'), step('selec')] },
  });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ type }) => type)).toEqual([undefined, 'step_begin', 'row', 'step_end', 'step_error']);
  expect(lines[0].baton).toEqual(expect.any(String));
  expect(lines[2].row).toEqual([int('1')]);
});
