/** The test server against “Shared structures” and “Requests” of HRANA_3_SPEC (tursodatabase/libsql, docs/), and the codes of libsql-server. */
import { describe, expect, it } from 'vitest';
import { type Answer, batch, int, run, step, stranger, text } from './stranger.ts';

const { ask, post, rows } = stranger({ responseBytesMax: 100_000 }, [
  'create table t (a integer primary key, b, unique (b))',
  'create table kept (note text)',
  "create trigger t_kept after insert on t begin insert into kept values ('a; b'); update kept set note = note; end",
]);

describe('“Values”', () => {
  const values = [
    { type: 'null' },
    int('9223372036854775807'),
    int('-9223372036854775808'),
    int('-9007199254740993'),
    { type: 'float', value: 0.1 },
    text('清漪县“双随机”𠮷'),
    { type: 'blob', base64: 'AP8' },
    { type: 'blob', base64: '' },
  ];

  it('every kind comes back as it was sent, integers to the last digit, bytes without padding', async () => {
    const [answer] = await ask(run(`select ${values.map(() => '?').join()}`, ...values));
    expect(answer.response.result.rows).toEqual([values]);
    const [padded] = await ask(run('select ?', { type: 'blob', base64: 'AP8=' }));
    expect(padded.response.result.rows).toEqual([[{ type: 'blob', base64: 'AP8' }]]);
  });

  it('what is sent as an integer is one, and a float is none', async () => {
    const [answer] = await ask(run('select typeof(?), typeof(?)', int('1'), { type: 'float', value: 1 }));
    expect(answer.response.result.rows[0].map(({ value }: Answer) => value)).toEqual(['integer', 'real']);
  });

  it.each([
    ['a fraction', int('1.5')],
    ['an integer of more than 64 bits', int('9223372036854775808')],
    ['an integer that is no text', { type: 'integer', value: 1 }],
    ['bytes that are no base64', { type: 'blob', base64: '?' }],
    ['a kind that is unknown', { type: 'date', value: '2025' }],
  ])('%s breaks the protocol', async (_, value) => {
    expect((await post('/v3/pipeline', { baton: null, requests: [run('select ?', value)] })).status).toBe(400);
  });
});

describe('“Statements”', () => {
  const named = (sql: string, named_args: object[], args: object[] = []) => ({
    type: 'execute',
    stmt: { sql, named_args, args },
  });

  it('arguments are taken by their names, with and without the sign before, and by their numbers', async () => {
    const three = [
      { name: ':x', value: int('1') },
      { name: 'y', value: int('2') },
      { name: '@z', value: int('4') },
    ];
    const [byName, byNumber] = await ask(
      named('select :x + $y + @z, :x', three),
      run('select ?2, ?1, ?', int('1'), int('2'), int('3')),
    );
    expect(byName.response.result.rows).toEqual([[int('7'), int('1')]]);
    expect(byNumber.response.result.rows).toEqual([[int('2'), int('1'), int('3')]]);
  });

  it.each([
    ['one too many', run('select ?', int('1'), int('2')), 'ARGS_INVALID'],
    ['one too few', run('select ?, ?', int('1')), 'ARGS_INVALID'],
    ['one of another name', named('select :x', [{ name: 'y', value: int('1') }]), 'ARGS_INVALID'],
    ['one for a question mark in a string', run("select '?' -- ?", int('1')), 'ARGS_INVALID'],
    [
      'both kinds',
      named('select :x, ?', [{ name: 'x', value: int('1') }], [int('1')]),
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
    ],
  ])('arguments are as many as are expected: %s is told', async (_, request, code) => {
    const [answer] = await ask(request);
    expect(answer).toMatchObject({ type: 'error', error: { code } });
  });

  it('rows are left out where they are not wanted', async () => {
    const [answer] = await ask({ type: 'execute', stmt: { sql: 'select a from t', want_rows: false } });
    expect(answer.response.result).toMatchObject({ rows: [], cols: [{ name: 'a', decltype: 'INTEGER' }] });
  });

  it('a text holds one statement: none, two, and what would change the connection of others are refused', async () => {
    const codes = (await ask(...['  -- ;', 'select 1; select 2', 'select 1;', 'vacuum'].map((sql) => run(sql)))).map(
      ({ type, error }) => error?.code ?? type,
    );
    expect(codes.slice(0, 4)).toEqual(['SQL_NO_STATEMENT', 'SQL_MANY_STATEMENTS', 'ok', 'SQL_PARSE_ERROR']);
  });

  it.each([
    'pragma journal_mode = delete',
    'pragma synchronous = off',
    'pragma wal_checkpoint(truncate)',
    'attach database "other.db" as other',
    'create temp table mine (a)',
    'analyze',
  ])('the server refuses “%s”', async (sql) => {
    const [answer] = await ask(run(sql));
    expect(answer.error).toMatchObject({ code: 'SQL_PARSE_ERROR', message: expect.stringContaining('unsupported') });
  });

  it('a pragma that a stream sets is not found set by the next one', async () => {
    await ask(run('pragma foreign_keys = off'));
    expect(await rows('pragma foreign_keys')).toEqual([[1]]);
  });
});

describe('“Statement results”', () => {
  it('a change tells how many rows it touched and the last row’s number; a reading one tells neither', async () => {
    const [change, read] = await ask(run("insert into t (a, b) values (10, 'x'), (11, 'y')"), run('select 1'));
    expect(change.response.result).toMatchObject({ affected_row_count: 2, last_insert_rowid: '11', rows: [] });
    expect(read.response.result).toMatchObject({ affected_row_count: 0, last_insert_rowid: null });
    expect(read.response.result).toMatchObject({
      rows_read: 1,
      rows_written: 0,
      query_duration_ms: expect.any(Number),
    });
  });

  it('insert … returning gives its rows and its count, and the lock back', async () => {
    const [change] = await ask(run("insert into t (a, b) values (20, 'r') returning a, b"));
    expect(change.response.result).toMatchObject({ affected_row_count: 1, rows: [[int('20'), text('r')]] });
    const [next] = await ask(run('insert into t (a) values (21)'));
    expect(next.type).toBe('ok');
  });

  it('an answer that is too large is refused rather than cut', async () => {
    const [answer] = await ask(run('select hex(zeroblob(60000))'));
    expect(answer.error.code).toBe('RESPONSE_TOO_LARGE');
  });

  it('columns are those of the schema as it is now, though it was changed on another stream', async () => {
    await ask(run('create table wide (a)'), run('select * from wide'));
    await ask(run('alter table wide add column b default 2'), run('insert into wide (a) values (1)'));
    const [answer] = await ask(run('select * from wide'));
    expect(answer.response.result).toMatchObject({
      cols: [{ name: 'a' }, { name: 'b' }],
      rows: [[int('1'), int('2')]],
    });
  });
});

describe('“Errors”: each in its place, with the server’s code', () => {
  it('the other requests of a pipeline are answered all the same', async () => {
    const [first, second] = await ask(run('select absent from nowhere'), run('select 1'));
    expect([first.type, second.type]).toEqual(['error', 'ok']);
  });

  it.each([
    ['SQL_PARSE_ERROR', 'selec 1', /syntax error/],
    ['SQL_INPUT_ERROR', 'select absent from t', /no such column: absent \(at offset 7\)/],
    ['SQLITE_UNKNOWN', 'select * from no_such_table', /no such table/],
    ['SQLITE_CONSTRAINT', 'insert into t (a) values (1), (1)', /UNIQUE constraint failed: t\.a/],
    ['SQLITE_CONSTRAINT', "insert into t (b) values ('q'), ('q')", /UNIQUE constraint failed: t\.b/],
  ])('%s for %s', async (code, sql, message) => {
    const [answer] = await ask(run(sql));
    expect(answer).toMatchObject({ type: 'error', error: { code, message: expect.stringMatching(message) } });
  });
});

describe('“Batches”: steps under “Conditions”', () => {
  const at = (type: string, number: number) => ({ type, step: number });
  const came = (answer: Answer) => answer.response.result.step_results.map((each: Answer) => each !== null);

  it('what was begun and fails is rolled back by its conditions, and nothing of it stands', async () => {
    const [answer] = await ask(
      batch(
        step('BEGIN IMMEDIATE'),
        step("insert into t (a, b) values (30, 'once')", at('ok', 0)),
        step("insert into t (a, b) values (30, 'twice')", at('ok', 1)),
        step('COMMIT', at('ok', 2)),
        step('ROLLBACK', { type: 'not', cond: at('ok', 3) }),
      ),
    );
    expect(came(answer)).toEqual([true, true, false, false, true]);
    const { step_errors } = answer.response.result;
    expect(step_errors.map((each: Answer) => each?.code ?? null)).toEqual([
      null,
      null,
      'SQLITE_CONSTRAINT',
      null,
      null,
    ]);
    expect(await rows('select count(*) from t where a = 30')).toEqual([[0]]);
  });

  it('ok, error, and, or, not and is_autocommit are as they are defined; a skipped step is neither ok nor an error', async () => {
    const [answer] = await ask(
      batch(
        step('select 1'),
        step('select absent from nowhere'),
        step('select 2', at('error', 1)),
        step('select 3', { type: 'and', conds: [at('ok', 0), at('ok', 1)] }),
        step('select 4', { type: 'or', conds: [at('ok', 0), at('ok', 1)] }),
        step('select 5', { type: 'or', conds: [at('ok', 3), at('error', 3)] }),
        step('select 6', { type: 'is_autocommit' }),
        step('BEGIN'),
        step('select 7', { type: 'is_autocommit' }),
        step('ROLLBACK'),
      ),
    );
    expect(came(answer)).toEqual([true, false, true, false, true, false, true, true, false, true]);
  });

  it('a condition on a step that is not before it breaks the protocol, as is_autocommit does in version 2', async () => {
    const later = { baton: null, requests: [batch(step('select 1', at('ok', 0)))] };
    const newer = { baton: null, requests: [batch(step('select 1', { type: 'is_autocommit' }))] };
    expect((await post('/v3/pipeline', later)).status).toBe(400);
    expect((await post('/v2/pipeline', newer)).status).toBe(400);
  });

  it('a text that is no SQL refuses the whole batch before any of it is run', async () => {
    const [answer] = await ask(batch(step('insert into t (a) values (31)'), step('selec')));
    expect(answer).toMatchObject({ type: 'error', error: { code: 'SQL_PARSE_ERROR' } });
    expect(await rows('select count(*) from t where a = 31')).toEqual([[0]]);
  });

  it('a step may use what a step before it has made', async () => {
    const [answer] = await ask(batch(step('create table made (a)'), step('insert into made values (1)')));
    expect(came(answer)).toEqual([true, true]);
  });
});

describe('“Store an SQL text”, “Close a stored SQL text”', () => {
  const stored = (sql_id: number, sql: string) => ({ type: 'store_sql', sql_id, sql });
  const used = (sql_id: number) => ({ type: 'execute', stmt: { sql_id } });

  it('a text is used by its number until it is closed; to close one that is not there is no error', async () => {
    const [, use, , again] = await ask(
      stored(-1, 'select 42'),
      used(-1),
      { type: 'close_sql', sql_id: -1 },
      { type: 'close_sql', sql_id: -1 },
    );
    expect(use.response.result.rows).toEqual([[int('42')]]);
    expect(again.type).toBe('ok');
  });

  it.each([
    ['a number that is in use', [stored(1, 'select 1'), stored(1, 'select 1')]],
    ['a number of another stream', [used(1)]],
    ['a text and a number', [{ type: 'execute', stmt: { sql_id: 1, sql: 'select 1' } }]],
    ['neither', [{ type: 'execute', stmt: {} }]],
  ])('%s breaks the protocol', async (_, requests) => {
    expect((await post('/v3/pipeline', { baton: null, requests })).status).toBe(400);
  });

  it('fifty texts are kept, none longer than five thousand bytes', async () => {
    const answers = await ask(
      stored(100, `select '${'县'.repeat(2000)}'`),
      ...Array.from({ length: 51 }, (_, at) => stored(at, 'select 1')),
    );
    const codes = answers.flatMap(({ error }) => error?.code ?? []);
    expect(codes).toEqual(['SQL_STORE_TOO_LARGE', 'SQL_STORE_TOO_MANY']);
  });
});

describe('“Execute a sequence”, “Describe a statement”, “Get the autocommit state”', () => {
  it('a sequence runs its statements, triggers with statements of their own among them, up to the first that fails', async () => {
    const sequence = (sql: string) => ({ type: 'sequence', sql });
    const [good, bad] = await ask(
      sequence(
        "create table s (a); create trigger s_t after insert on s begin insert into kept values ('s;'); end; insert into s values (1), (2);",
      ),
      sequence('insert into s values (3); insert into absent values (1); insert into s values (4)'),
    );
    expect([good.type, bad.error?.code]).toEqual(['ok', 'SQLITE_UNKNOWN']);
    expect(await rows('select count(*), max(a) from s')).toEqual([[3, 3]]);
  });

  it('a description names parameters and columns, and runs nothing', async () => {
    const described = (sql: string) => ({ type: 'describe', sql });
    const [read, write, plan] = await ask(
      described('select a, b as c, a + 1 from t where a = ?3 or b = :name or b = ?'),
      described('insert into t (a) values (1)'),
      described('explain query plan select 1'),
    );
    expect(read.response.result).toEqual({
      params: [{ name: null }, { name: null }, { name: '?3' }, { name: ':name' }, { name: null }],
      cols: [
        { name: 'a', decltype: 'INTEGER' },
        { name: 'c', decltype: null },
        { name: 'a + 1', decltype: null },
      ],
      is_explain: false,
      is_readonly: true,
    });
    expect(write.response.result).toMatchObject({ is_readonly: false, cols: [] });
    expect(plan.response.result).toMatchObject({ is_explain: true, is_readonly: true });
  });

  it('the autocommit state is told, in version 3 only', async () => {
    const state = { type: 'get_autocommit' };
    const [first, , second] = await ask(state, run('BEGIN'), state);
    expect([first.response.is_autocommit, second.response.is_autocommit]).toEqual([true, false]);
    expect((await post('/v2/pipeline', { baton: null, requests: [state] })).status).toBe(400);
  });
});
