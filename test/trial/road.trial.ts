/**
 * The whole road by the command line, every step a process of its own: from an empty practice database and the sheets of a small
 * invented county to a draw that anybody can verify and a copy of the ledger. README's "A first draw by hand" is this road.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { type Run, runProgram } from '../cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-road-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const county = makeSample({ seed: '明抽演练' });
const plan = '清双随机〔2025〕1号';
const tasks = county.plan.tasks.map(({ no }) => no);
const drawnFirst = tasks.slice(0, 3);
const planSheet = '年度抽查计划表';
const file = (name: string) => join(folder, name);

const run = (args: readonly string[]): Promise<Run> =>
  runProgram(folder, args, { MINGCHOU_DB: 'file:practice.db', MINGCHOU_LANG: 'zh' });

/** A command on the practice database, as somebody at a civil time of 2025 such as `06-24T09:00`. */
const asked = (as: string, at: string, ...args: readonly string[]): Promise<Run> =>
  run([...args, '--practice', '--as', as, '--at', `2025-${at}`]);

/** What a command that must succeed says. */
async function done(as: string, at: string, ...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await asked(as, at, ...args);
  expect({ exit, err }, args.join(' ')).toEqual({ exit: 0, err: '' });
  return out;
}

const digestIn = (text: string): string => /[0-9a-f]{64}/.exec(text)?.[0] ?? '';

beforeAll(async () => {
  for (const sheet of toSheets(county))
    writeFileSync(file(`${sheet.name}.xlsx`), await workbook([sheet], county.snapshot));
}, 120_000);

describe('the whole road by the command line', { timeout: 120_000 }, () => {
  it('people enrol, the policy is adopted and every list comes in without losing a row', async () => {
    const add = (...args: readonly string[]) => done('o1', '06-23T09:00', 'people', 'add', ...args);
    await add('o1', '联席办甲', '--role', 'office', '-d', 'lxb');
    await add('o2', '联席办乙', '--role', 'office', '-d', 'lxb');
    await add('l1', '市场监管局联络员', '--role', 'liaison', '-d', 'scjg');
    await add('j1', '司法局审核员', '--role', 'legal', '-d', 'sf');
    await add('h1', '市场监管局负责人', '--role', 'head', '-d', 'scjg');
    await add('w1', '人大代表', '--role', 'witness', '--witness', 'deputy');
    await add('w2', '纪检监察干部', '--role', 'witness', '--witness', 'discipline');
    expect(await done('o1', '06-23T09:00', 'policy', 'adopt', 'sanming-2025')).toContain('2025-06-23');
    const lists = toSheets(county).flatMap(({ name }) => (name === planSheet ? [] : [`${name}.xlsx`]));
    const told = await done('o1', '06-23T09:10', 'import', ...lists);
    expect(told.match(/未导入 0 行/g)).toHaveLength(lists.length);
  });

  it('one sheet with tasks of several departments becomes the plan; each is in it, for the subjects it is about', async () => {
    const told = await done('o1', '06-24T09:00', 'plan', 'draft', plan, '-y', '2025', `${planSheet}.xlsx`);
    expect(told).toContain(`编入 ${tasks.length} 行，未能读取 0 行`);
    expect(told).not.toContain('对应不到');
    expect(new Set(county.plan.tasks.map(({ lead }) => lead)).size).toBeGreaterThan(1);
    const shown: { value: { tasks: unknown[] } } = JSON.parse(
      await done('o1', '06-24T09:00', 'plan', 'show', plan, '--json'),
    );
    expect(shown.value.tasks).toMatchObject(
      county.plan.tasks.map(({ no, lead, partners, frame }) => ({ no, lead, partners, frame })),
    );
  });

  it('a finding is kept for a reason by the name that stands in brackets beside it', async () => {
    const check = () => done('o1', '06-24T09:10', 'plan', 'check', plan);
    const open = new Map(
      (await check()).split('\n').flatMap((line) => {
        const [, task, kind] = /^(?:计划|任务(\d+)).*原则性要求.*\[([a-z-]+)\]$/.exec(line) ?? [];
        return kind === undefined ? [] : [[`${task ?? ''} ${kind}`, { task, kind }] as const];
      }),
    );
    expect(open.size).toBeGreaterThan(1);
    const standing = await asked('o2', '06-24T09:15', 'plan', 'approve', plan);
    expect(standing).toMatchObject({ exit: 1, err: expect.stringMatching(/\[[a-z-]+\]/) });
    const unknown = await asked('o1', '06-24T09:15', 'plan', 'keep', plan, 'nonsense', '--reason', '理由');
    expect(unknown.exit).toBe(1);
    for (const { task, kind } of open.values()) {
      expect(unknown.err).toContain(`[${kind}]`);
      expect(standing.err).toContain(`[${kind}]`);
      const where = task === undefined ? [] : ['--task', task];
      await done('o1', '06-24T09:20', 'plan', 'keep', plan, kind, ...where, '--reason', '重点领域实行全覆盖');
    }
    expect(await check()).toContain('没有须改正的意见');
  });

  it('the plan is approved by a second person, issued, and published where the policy says', async () => {
    expect(await asked('o1', '06-24T10:00', 'plan', 'approve', plan)).toMatchObject({ exit: 1 });
    expect(await done('o2', '06-24T10:00', 'plan', 'approve', plan)).toContain('审核通过');
    expect(await done('o1', '06-24T11:00', 'plan', 'issue', plan)).toContain('已印发');
    const channel = ['--channel', '国家企业信用信息公示系统(福建)', '--where', 'https://example.invalid/plan'];
    expect(await done('o1', '06-25T09:00', 'plan', 'publish', plan, ...channel)).toContain('已公示');
  });

  it('the ceremony: frozen, co-signed, sealed, opened, the number typed by two departments, the draw opened', async () => {
    const witnesses = ['-w', 'w1:own-page', '-w', 'w2'];
    const until = ['--seal-by', '2025-06-26T10:00+08:00', '--reveal-by', '2025-06-26T11:00+08:00'];
    const draw = (as: string, at: string, ...args: readonly string[]) => done(as, `06-26T${at}`, 'draw', ...args);
    const manifest = digestIn(
      await draw('o1', '09:00', 'freeze', plan, ...drawnFirst, ...witnesses, ...until, '--accept-shortage'),
    );
    await draw('w1', '09:10', 'cosign', '1', manifest.slice(0, 8));
    await draw('w2', '09:11', 'cosign', '1', manifest.slice(0, 8));
    // On the witness's own machine, without the database.
    const secret = await run(['draw', 'secret', '1', manifest, '31415926', '--id', 'w1', '-o', 'w1.json']);
    await draw('w1', '09:20', 'seal', '1', '--commitment', digestIn(secret.out));
    expect(await draw('w2', '09:21', 'seal', '1', '--typed', '27182818')).toContain('启封中');
    await draw('w1', '09:30', 'reveal', '1', '--file', 'w1.json');
    await draw('w2', '09:31', 'reveal', '1');
    const dice = '3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4';
    expect(await asked('l1', '06-26T10:59', 'draw', 'number', '1', dice)).toMatchObject({ exit: 1 });
    await draw('l1', '11:01', 'number', '1', dice);
    expect(await draw('j1', '11:02', 'number', '1', dice)).toContain('待开签');
    expect(await draw('o1', '11:05', 'open', '1')).toContain('已开签');
  });

  it('visits are handed out; an inspector steps back, another falls ill, a third gives up one post: each has a successor', async () => {
    expect(await done('o1', '06-26T11:10', 'assign', '1')).toContain('scjg：检查');
    const own = (await done('o1', '06-26T11:15', 'posts', '1', '--department', 'scjg')).split('\n');
    const posts = own.flatMap((line) => {
      const [, no, holder] = /^(\d+) 号岗位：(SCJG\d+)/.exec(line) ?? [];
      return no === undefined || holder === undefined ? [] : [{ no, holder }];
    });
    const holders = [...new Set(posts.map(({ holder }) => holder))];
    const [first = '', second = '', third = ''] = holders;
    const postOf = (holder: string) => posts.find((post) => post.holder === holder)?.no ?? '';
    await done(
      'o1',
      '06-26T11:20',
      'people',
      'add',
      'i1',
      '检查人员',
      '--role',
      'inspector',
      '-d',
      'scjg',
      '-i',
      first,
    );
    const told = await done('i1', '06-26T11:21', 'recuse', '1', postOf(first), '近亲属在该企业任职');
    const asking = /编号 (\d+)/.exec(told)?.[1] ?? '';
    expect(await done('h1', '06-26T11:22', 'decide', asking, 'grant', '情况属实')).toMatch(/由递补人员 SCJG\d+ 接替/);
    expect(await done('h1', '06-26T11:30', 'unavailable', '1', second, '住院')).toMatch(/由 SCJG\d+ 接替/);
    const post = await done('h1', '06-26T11:31', 'substitute', '1', postOf(third), third, '当日出庭作证');
    expect(post).toMatch(/由 SCJG\d+ 接替/);
  });

  it('the file of the draw is written, the record verifies from the file alone, the ledger holds and is copied', async () => {
    await done('o1', '06-26T12:00', 'draw', 'export', '1', '--out', '归档');
    expect(readFileSync(file('归档/SHA256SUMS'), 'utf8')).toContain('record.json');
    const verified = await run(['verify', '归档/record.json']);
    expect(verified).toMatchObject({ exit: 0, out: expect.stringContaining('核验通过') });
    expect(await done('o1', '06-26T12:10', 'ledger', 'verify')).toContain('逐行相符');
    expect(await done('o1', '06-26T12:20', 'backup', '备份.db')).toContain('已备份');
    expect(existsSync(file('备份.db'))).toBe(true);
  });

  it('a practice time is refused where the database is not for practice', async () => {
    expect(await run(['people', 'list', '--at', '2025-06-26T12:30'])).toMatchObject({ exit: 2 });
  });
});
