/** The test server against “Hrana over HTTP” of HRANA_3_SPEC and HTTP_V2_SPEC (tursodatabase/libsql, docs/), and the times of libsql-server. */
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { type Answer, batch, close, int, run, step, stranger, wait } from './stranger.ts';

const { ask, begin, file, post, rows, server } = stranger(
  { idleMs: 150, transactionMs: 200, busyMs: 120, bodyBytesMax: 100_000 },
  ['create table t (a integer primary key)'],
);

describe('“Version and encoding negotiation”, “Endpoints”', () => {
  it.each([
    ['v2', 200],
    ['v3', 200],
    ['v3-protobuf', 404],
  ])('GET /%s answers %i without a token', async (path, status) => {
    expect((await fetch(new URL(path, server().url))).status).toBe(status);
  });

  it('without the right token nothing is carried out', async () => {
    for (const authorization of [null, 'Bearer wrong', 'Basic right', 'right']) {
      const { status, json } = await post('/v2/pipeline', { baton: null, requests: [] }, authorization);
      expect([status, json.error]).toEqual([401, expect.stringContaining('Unauthorized')]);
    }
  });

  it.each([
    ['no JSON', 'hello', 400],
    ['half of it', '{"baton": null, "requests": [', 400],
    ['no requests', { baton: null }, 400],
    ['a request that is unknown', { baton: null, requests: [{ type: 'drop-everything' }] }, 400],
    ['one that is too large', { baton: null, requests: [run(`select '${'x'.repeat(100_000)}'`)] }, 413],
  ])('%s is refused', async (_, body, status) => {
    expect((await post('/v3/pipeline', body)).status).toBe(status);
  });

  it('properties that are not known are ignored (“Encoding”)', async () => {
    const { status } = await post('/v3/pipeline', { baton: null, requests: [{ ...close, later: 1 }], newer: true });
    expect(status).toBe(200);
  });
});

describe('“Execute a pipeline of requests”: streams and batons', () => {
  it('a transaction goes on under its baton, which is new each time, until it is closed', async () => {
    const baton = await begin();
    const first = await post('/v3/pipeline', { baton, requests: [run('insert into t (a) values (50)')] });
    expect(first.json.baton).not.toBe(baton);
    const last = await post('/v3/pipeline', { baton: first.json.baton, requests: [run('COMMIT'), close] });
    expect(last.json).toMatchObject({ baton: null, base_url: null });
    expect(await rows('select count(*) from t where a = 50')).toEqual([[1]]);
  });

  it('a baton that was used, altered or made up is refused, and the stream is none the worse', async () => {
    const baton = await begin();
    const next = (await post('/v3/pipeline', { baton, requests: [] })).json.baton as string;
    const altered = `${next[0] === 'A' ? 'B' : 'A'}${next.slice(1)}`;
    for (const bad of [baton, altered, `${next}x`, 'x', ''])
      expect((await post('/v3/pipeline', { baton: bad, requests: [] })).status).toBe(400);
    expect((await post('/v3/pipeline', { baton: next, requests: [close] })).status).toBe(200);
    expect((await post('/v3/pipeline', { baton: next, requests: [] })).status).toBe(400);
  });

  it('two requests of one stream at once: one is refused', async () => {
    const baton = await begin();
    const both = await Promise.all([1, 2].map(() => post('/v3/pipeline', { baton, requests: [run('select 1')] })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const next = both.find(({ status }) => status === 200)?.json.baton;
    await post('/v3/pipeline', { baton: next, requests: [close] });
  });

  it('what was not committed is undone when the stream is closed', async () => {
    const baton = await begin();
    await post('/v3/pipeline', { baton, requests: [run('insert into t (a) values (60)'), close] });
    expect(await rows('select count(*) from t where a = 60')).toEqual([[0]]);
  });

  it('after a request that breaks the protocol the stream is gone, with its transaction', async () => {
    const baton = await begin();
    expect((await post('/v3/pipeline', { baton, requests: [close, run('select 1')] })).status).toBe(400);
    const [free] = await ask(run('BEGIN IMMEDIATE'));
    expect(free.type).toBe('ok');
  });

  it('a stream that nobody asks for expires, says so, and gives the lock back', async () => {
    const baton = await begin();
    await wait(190);
    const { status, json } = await post('/v3/pipeline', { baton, requests: [] });
    expect([status, json.code]).toEqual([400, 'STREAM_EXPIRED']);
    const [free] = await ask(run('BEGIN IMMEDIATE'));
    expect(free.type).toBe('ok');
  });
});

describe('transactions and the write lock', () => {
  it('one that keeps the lock too long is rolled back; all that it was to do next is told so, and then it is free', async () => {
    let baton = await begin();
    const next = async (...requests: object[]) => {
      const { json } = await post('/v3/pipeline', { baton, requests });
      baton = json.baton;
      return json.results;
    };
    await next(run('insert into t (a) values (70)'));
    await wait(120);
    await next(run('select 1'));
    await wait(120);
    const [late, free] = await next(
      batch(step('insert into t (a) values (71)'), step('insert into t (a) values (72)'), step('COMMIT')),
      run('select 1'),
    );
    const codes = late.response.result.step_errors.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(Array(3).fill('TRANSACTION_TIMEOUT'));
    expect(free.type).toBe('ok');
    await next(close);
    expect(await rows('select count(*) from t where a in (70, 71, 72)')).toEqual([[0]]);
  });

  it('a second writer waits, and is told that it is busy when that takes too long; readers never wait', async () => {
    const baton = await begin();
    const cte = 'with n as (select count(*) as c from t) select c from n';
    const began = performance.now();
    const busy = ask(run('BEGIN IMMEDIATE'));
    expect((await ask(run('select count(*) from t'), run(cte)))[1].type).toBe('ok');
    expect(performance.now() - began).toBeLessThan(100);
    expect((await busy)[0].error.code).toBe('SQLITE_BUSY');
    const waiting = ask(run('insert into t (a) values (80)'));
    await post('/v3/pipeline', { baton, requests: [run('COMMIT'), close] });
    expect((await waiting)[0].type).toBe('ok');
  });

  it.each([
    ['COMMIT', 'SQLITE_BUSY'],
    ['ROLLBACK', 'ok'],
  ])(
    'one that has read what is past by now may not write, and nothing of it stands: %s is answered %s',
    async (end, said) => {
      const { json: opened } = await post('/v3/pipeline', {
        baton: null,
        requests: [run('BEGIN'), run('select * from t')],
      });
      await ask(run('insert into t default values'));
      const { json } = await post('/v3/pipeline', {
        baton: opened.baton,
        requests: [
          run('insert into t (a) values (-1)'),
          run('insert into t (a) values (-2)'),
          run(end),
          run('select 1'),
          close,
        ],
      });
      const codes = json.results.map(({ type, error }: Answer) => error?.code ?? type);
      expect(codes).toEqual(['SQLITE_BUSY', 'SQLITE_BUSY', said, 'ok', 'ok']);
      expect(await rows('select count(*) from t where a < 0')).toEqual([[0]]);
    },
  );

  it('the lock of somebody else who has the file open is waited for, and others are served meanwhile', async () => {
    const other = new Libsql(file());
    other.exec('begin immediate');
    const waiting = ask(run('insert into t (a) values (100)'));
    expect((await ask(run('select 1')))[0].type).toBe('ok');
    await wait(30);
    other.exec('commit');
    expect((await waiting)[0].type).toBe('ok');
    other.exec('begin immediate');
    expect((await ask(run('insert into t (a) values (101)')))[0].error.code).toBe('SQLITE_BUSY');
    other.exec('commit');
    other.close();
    expect((await ask(run('insert into t (a) values (102)')))[0].type).toBe('ok');
    expect(await rows('select a from t where a >= 100')).toEqual([[100], [102]]);
  });
});

describe('“Execute a batch using a cursor”, “Cursor entries”', () => {
  const lines = async (...steps: object[]) => {
    const { text } = await post('/v3/cursor', { baton: null, batch: { steps } });
    const parsed = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    if (parsed[0].baton) await post('/v3/pipeline', { baton: parsed[0].baton, requests: [close] });
    return parsed;
  };

  it('the steps are told line by line, a skipped one not at all', async () => {
    const told = await lines(
      step('select 1 as one union select 2'),
      step('select absent from nowhere'),
      step('select 3', { type: 'ok', step: 1 }),
    );
    expect(told.map(({ type }) => type)).toEqual([
      ...[undefined, 'step_begin', 'row', 'row', 'step_end', 'step_error', 'replication_index'],
    ]);
    expect(told[0].baton).toEqual(expect.any(String));
    expect(told[2].row).toEqual([int('1')]);
    expect(told[5]).toMatchObject({ step: 1, error: { code: 'SQLITE_UNKNOWN' } });
  });

  it('what fails as a whole ends with its error', async () => {
    const told = await lines(step('selec'));
    expect(told.map(({ type }) => type)).toEqual([undefined, 'error']);
  });
});
