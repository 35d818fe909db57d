/** The command line as its users meet it: a process, its exit code, its two streams. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { argumentNames } from '../../bot/cli/argument-names.ts';
import { programOn } from '../../bot/cli/program.ts';
import { ownTerminal } from '../../bot/cli/terminal.ts';
import { codes, csv } from '../verbs/make.ts';
import { type Run, runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mingchou = (...args: readonly string[]): Promise<Run> => runProgram(folder, args);

const [first = '', second = ''] = codes;
const wrong = `${first.slice(0, 17)}${first.endsWith('0') ? '1' : '0'}`;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(file('subjects.csv'), csv(['统一社会信用代码', '企业名称'], [first, '甲公司'], [wrong, '乙公司']));
  writeFileSync(file('picture.csv'), Uint8Array.of(0x89, 0x50, 0, 0, 0, 0));
  expect(await mingchou('people', 'add', 'o1', '陈立文', '--role', 'office', '--department', 'office')).toMatchObject({
    exit: 0,
  });
  expect(await mingchou('people', 'add', 'l1', '黄清', '-r', 'liaison', '-d', 'scjg', '--as', 'o1')).toMatchObject({
    exit: 0,
  });
}, 120_000);

describe('exit codes', { timeout: 120_000 }, () => {
  it('0: help that was asked for, in both languages', async () => {
    const { exit, out } = await mingchou('import', '--help');
    expect(exit).toBe(0);
    expect(out).toContain('导入名录、清单');
    expect(out).toContain('import lists');
    expect(out).toContain('用法 · Usage: mingchou import [选项] <files...>');
    expect(out).not.toMatch(/\((?:default|choices|env):/);
  });

  it('0: a template by either name, made without a database; one that is there is not written over', async () => {
    const lone = mkdtempSync(join(folder, 'lone-'));
    const zh = await runProgram(lone, ['template', '抽查事项清单']);
    expect(zh).toEqual({ exit: 0, out: '抽查事项清单模板已存为 抽查事项清单.xlsx。\n', err: '' });
    const en = await runProgram(lone, ['template', 'plan-tasks', '-o', 'plan.xlsx', '--lang', 'en']);
    expect(en).toMatchObject({ exit: 0, out: 'The template “Annual plan” is in plan.xlsx.\n' });
    expect(readdirSync(lone).sort()).toEqual(['plan.xlsx', '抽查事项清单.xlsx']);
    expect(await runProgram(lone, ['template', 'plan-tasks', '-o', 'plan.xlsx'])).toMatchObject({ exit: 4 });
    expect(await runProgram(lone, ['template', 'visit-list'])).toMatchObject({ exit: 2 });
  });

  it('1: what is refused is said in words, in the language asked for', async () => {
    const zh = await mingchou('people', 'add', 'x1', '某人', '-r', 'liaison', '-d', 'scjg', '--as', 'l1');
    expect(zh).toEqual({ exit: 1, out: '', err: '黄清 无权登记人员，须由联席办工作人员办理。\n' });
    const en = await mingchou('people', 'dismiss', 'o1', '--as', 'l1', '--lang', 'en');
    expect(en).toMatchObject({ exit: 1, err: expect.stringContaining('may not dismiss a person') });
  });

  it('1: who is not on the roll does nothing', async () => {
    expect(await mingchou('import', 'subjects.csv', '--as', 'nobody')).toMatchObject({ exit: 1, out: '' });
  });

  it('2: whoever enrols a second person without saying who acts is told how to say it', async () => {
    const told = await mingchou('people', 'add', 'o2', '张三', '--role', 'office', '-d', 'lxb');
    expect(told).toEqual({ exit: 2, out: '', err: '请用 --as 或环境变量 MINGCHOU_AS 写明办理人的人员编号。\n' });
  });

  it.each([
    [['nonsense']],
    [['import', 'subjects.csv']], // nobody said who acts
    [['import', 'subjects.csv', '--as', 'o1', '--sheet', 'fruit']],
  ])('2: a wrong call: %j', async (args) => {
    const { exit, err } = await mingchou(...args);
    expect(exit).toBe(2);
    expect(err).not.toBe('');
  });

  it.each([
    {
      db: 'name.db',
      zh: '文件应写作 file:name.db，数据库服务器应写作 libsql://…',
      en: 'a file is written file:name.db',
    },
    { db: 'postgres://db.invalid', zh: '“postgres://db.invalid”不是数据库地址', en: 'is no database’s address' },
    { db: 'http://db.invalid', zh: 'http:// 不加密', en: 'http:// is not encrypted' },
  ])('2: --db $db is no address of a database: it is named, with what would be right', async ({ db, zh, en }) => {
    const told = await mingchou('people', 'list', '--db', db);
    expect(told).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(zh) });
    expect(told.err).toContain(`“${db}”`);
    expect((await mingchou('people', 'list', '--db', db, '--lang', 'en')).err).toContain(en);
    expect(readdirSync(folder)).not.toContain('name.db');
  });

  it.each([
    'libsql://host.invalid?authToken=a-secret-of-theirs',
    'https://u:a-secret-of-theirs@host.invalid',
    'libsql://host.invalid&authToken=a-secret-of-theirs',
    // The token itself, where its address belongs.
    `eyJhbGciOiJFZERTQSJ9.${'a-secret-of-theirs'.repeat(4)}`,
  ])('2: a token in --db is refused and not repeated, before anything is asked: %#', async (db) => {
    const moving = ['--as', 'o1', 'move', 'to', 'new.db', '换机器'];
    for (const args of [['people', 'list'], ['people', 'list', '--lang', 'en', '--json'], moving]) {
      const { exit, out, err } = await mingchou('--db', db, ...args);
      expect([exit, err]).toEqual([2, expect.stringContaining('MINGCHOU_DB_TOKEN')]);
      expect(out + err).not.toContain('a-secret-of-theirs');
    }
  });

  it('2: a name written twice in the file of settings is refused with both lines, and neither value is shown', async () => {
    const lone = mkdtempSync(join(folder, 'twice-'));
    writeFileSync(
      join(lone, 'mingchou.env'),
      '# 设置\nMINGCHOU_DB_TOKEN=first\nMINGCHOU_CHAT=none\nMINGCHOU_DB_TOKEN=\n',
    );
    const { exit, err } = await runProgram(lone, ['people', 'list']);
    expect([exit, err]).toEqual([2, expect.stringContaining('MINGCHOU_DB_TOKEN 写了 2 次（第 2、4 行）')]);
    expect(err).toContain('MINGCHOU_DB_TOKEN is written 2 times (lines 2, 4)');
    expect(err).not.toContain('first');
  });

  it('2: a folder in place of the file of settings is called a folder, and no variable is blamed that nobody set', async () => {
    const lone = mkdtempSync(join(folder, 'settings-'));
    mkdirSync(join(lone, 'mingchou.env'));
    const usual = await runProgram(lone, ['people', 'list']);
    expect(usual).toMatchObject({
      exit: 2,
      err: expect.stringContaining('“mingchou.env”读不了：这是文件夹，不是文件'),
    });
    expect(usual.err).toContain('it is a folder, not a file');
    expect(usual.err).not.toContain('MINGCHOU_SETTINGS');
    const named = await runProgram(lone, ['people', 'list'], { MINGCHOU_SETTINGS: 'lost.env' });
    expect(named).toMatchObject({ exit: 2, err: expect.stringContaining('“lost.env”读不了：没有这个文件') });
    expect(named.err).toContain('MINGCHOU_SETTINGS');
  });

  it('2: a wrong call is told in Chinese, what commander says of it beside', async () => {
    const { err } = await mingchou('verfy');
    expect(err).toContain('没有“verfy”这个命令，是否为 verify？');
    expect(err).toContain("unknown command 'verfy'");
    expect((await mingchou('--lang', 'fr', 'people', 'list')).err).toContain('不能写“fr”，应为 zh、en 之一');
  });

  it.each([
    [['consult']],
    [['consult', '--help']],
    [['help', 'consult']],
    [['帮助', 'consult']],
    [['people', 'consult', '--help']],
  ])('2: there is no such command, %j, and no help of others in its place', async (args) => {
    const { exit, out, err } = await mingchou(...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('没有“consult”这个命令；它是聊天群里的命令，请在群里输入 /consult');
    expect(err).not.toContain('选项 · Options');
  });

  it('2: an argument that is missing or no number is told with the way in which the command is written', async () => {
    const { exit, err } = await mingchou('move', 'to', 'new.db');
    expect([exit, err]).toEqual([2, expect.stringContaining('缺少参数“原因”（ground）。')]);
    expect(err).toContain('用法 · Usage: mingchou move to <target> <ground>');
    const word = await mingchou('--as', 'o1', 'problem', 'solve', 'one', '已办结');
    expect(word).toMatchObject({ exit: 2, err: expect.stringContaining('应为整数') });
    expect(word.err).toContain('用法 · Usage: mingchou problem solve <no> <words>');
  });

  it('every argument of every command has a name in Chinese', () => {
    const all = (command: Command): readonly string[] => [
      ...command.registeredArguments.map((each) => each.name()),
      ...command.commands.flatMap(all),
    ];
    expect([...new Set(all(programOn(ownTerminal)))].sort()).toEqual(Object.keys(argumentNames).sort());
  });

  it('4: a file or a database that is not there, without a stack of the program', async () => {
    const lost = await mingchou('import', 'lost.csv', '--as', 'o1');
    expect(lost).toMatchObject({ exit: 4, err: expect.stringContaining('文件出错') });
    expect(lost.err).toContain('lost.csv');
    const nowhere = await mingchou('people', 'list', '--db', 'file:/nowhere/desk.db');
    expect(nowhere).toMatchObject({ exit: 4, err: expect.stringContaining('没有这个数据库') });
    expect(nowhere.err).not.toContain('node:');
    const unmade = ['people', 'add', 'o1', '陈立文', '-r', 'office', '--db', 'file:/nowhere/desk.db'];
    expect(await mingchou(...unmade)).toMatchObject({ exit: 4, err: expect.stringContaining('数据库出错') });
  });

  it('4: a mistyped database is not made anew, in play neither, and no empty ledger is said to hold', async () => {
    const lone = mkdtempSync(join(folder, 'mistyped-'));
    for (const practice of [[], ['--practice']]) {
      const verified = await runProgram(lone, ['ledger', 'verify', '--db', 'file:desk2.db', ...practice]);
      expect(verified).toMatchObject({
        exit: 4,
        out: '',
        err: expect.stringContaining('没有这个数据库：file:desk2.db'),
      });
    }
    expect(readdirSync(lone)).toEqual([]);
  });

  it('4: a key that is no key is not replaced by another one', async () => {
    writeFileSync(file('bad.key'), 'rubbish\n');
    expect(await mingchou('people', 'list', '--key', 'bad.key')).toMatchObject({ exit: 4 });
    expect(readFileSync(file('bad.key'), 'utf8')).toBe('rubbish\n');
  });
});

describe('answers', { timeout: 120_000 }, () => {
  it('in JSON are the verb’s answer, or the refusal as data beside its words', async () => {
    const { exit, out } = await mingchou('people', 'list', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, value: [{ person: 'l1' }, { person: 'o1', roles: ['office'] }] });
    const refused = await mingchou('import', 'picture.csv', '--as', 'o1', '--json');
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      ok: false,
      refusal: { stage: 'registry', why: { reason: 'file', why: { kind: 'not-text' } } },
      words: { zh: expect.stringContaining('picture.csv') },
    });
  });

  it('an import tells what it did, gives refused rows back as files, and takes them mended', async () => {
    const args = ['import', 'subjects.csv', '--as', 'o1', '--out', 'back', '--json'];
    const told: { value: { accepted: number; rejected: number; files: string[] }[] } = JSON.parse(
      (await mingchou(...args)).out,
    );
    expect(told.value).toMatchObject([{ state: 'imported', accepted: 1, rejected: 1 }]);
    const [book = '', table = ''] = told.value[0]?.files ?? [];
    expect(statSync(file(book)).size).toBeGreaterThan(1000);
    const back = readFileSync(file(table), 'utf8');
    expect(back).toContain('错误说明');
    writeFileSync(file('mended.csv'), back.replace(wrong, second));
    const again = await mingchou('import', 'mended.csv', '--as', 'o1');
    expect(again).toMatchObject({ exit: 0, out: expect.stringContaining('新增 1') });
    expect(again.out).toContain('保留不删');
  });

  it('progress goes to the other stream, and only where somebody watches or asks', async () => {
    expect((await mingchou('import', 'subjects.csv', '--as', 'o1')).err).toBe('');
    const asked = await mingchou('import', 'subjects.csv', '--as', 'o1', '--progress');
    expect(asked.err).toContain('打开');
    expect(asked.out).not.toContain('打开');
  });

  it('a policy is shown rule by rule, each with document, clause and words', async () => {
    const { out } = await mingchou('policy', 'show', 'wannian-2022', '--json');
    const shown: { value: { rules: { words: { zh: string; en: string }; source: { zh: string } }[] } } =
      JSON.parse(out);
    expect(shown.value.rules.length).toBeGreaterThan(50);
    for (const { words, source } of shown.value.rules) {
      expect(words.zh).not.toContain('undefined');
      expect(words.en).not.toBe('');
      expect(source.zh).toMatch(/“.+”/);
    }
  });

  it('who restores is told to bring the key of before, and no command makes another one beside the restored database', async () => {
    const lone = mkdtempSync(join(folder, 'restored-'));
    const there = (...args: readonly string[]) => runProgram(lone, args);
    const [old, key] = ['file:old.db', 'office.key'];
    await there('--db', old, '--key', key, 'people', 'add', 'o1', '陈立文', '-r', 'office', '-r', 'head', '-d', 'lxb');
    expect(await there('--db', old, '--key', key, '--as', 'o1', 'backup', 'backup.db')).toMatchObject({ exit: 0 });
    expect((await there('restore', 'backup.db', 'new.db')).out).toContain('封签密钥须是原来的，封存的数才能打开');
    expect(await there('--db', 'file:new.db', 'people', 'list')).toMatchObject({ exit: 0 });
    const moved = await there('--db', 'file:new.db', '--as', 'o1', 'move', 'to', 'newer.db', '换机器');
    expect(moved).toMatchObject({ exit: 4, err: expect.stringContaining('封签密钥不可用：密钥文件 new.db.key 不在') });
    expect(readdirSync(lone).filter((name) => name.endsWith('.key'))).toEqual([key]);
  });

  it('a new database, its backups, what is restored from them and the key are readable by their owner only', async () => {
    expect(await mingchou('--as', 'o1', 'backup', 'backup.db')).toMatchObject({ exit: 0 });
    // As an older version left it.
    chmodSync(file('backup.db'), 0o644);
    expect(await mingchou('restore', 'backup.db', 'restored.db')).toMatchObject({ exit: 0 });
    expect(await mingchou('--as', 'o1', 'backup', 'second.db')).toMatchObject({ exit: 0 });
    for (const name of ['mingchou.db', 'mingchou.db.key', 'second.db', 'restored.db'])
      expect([name, statSync(file(name)).mode & 0o777]).toEqual([name, 0o600]);
  });
});
