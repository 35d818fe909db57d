/** Lists of pools in a county with three of them (万年 2022): which rows are taken, what each subject shows, and who owes the check of whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../bot/cli/program.ts';
import { sayClasses, sayPoolBoard } from '../../bot/say/pools.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { poolBoard } from '../../bot/verbs/registry/pool-board.ts';
import { subjectClasses } from '../../bot/verbs/registry/subject-classes.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { figuresFor } from '../../bot/verbs/sheet/figures.ts';
import type { Words } from '../../core/words.ts';
import { said, type } from '../chat/acting.ts';
import { freshDesk, people, type TestDesk, value } from '../desk.ts';
import { codes, csv, departmentsCsv } from './make.ts';

const [a = '', b = '', c = '', d = '', e = ''] = codes;
const headers = ['统一社会信用代码', '分类方案', '类别', '来源', '分类日期', '列入情形', '提出单位'];
const list = '监管库名单';
const pools = csv(
  headers,
  [a, 'pool', 'A', list, '2023-02-01', '制造业', ''],
  [b, 'pool', 'A', list, '2023-02-01', '亲友企业', ''],
  [c, 'pool', 'C', list, '2023-02-01', '安全', '清漪县卫生健康局'],
  [d, 'pool', 'C', list, '2023-02-01', '质量', ''],
  [e, 'pool', 'D', list, '2023-02-01', '安全', 'wjw'],
  [a, 'pool', 'C', list, '2023-02-01', '安全', 'wjw'],
);
const others = csv(
  headers.slice(0, 5),
  [a, 'credit', 'A', '省市场监管局推送', '2023-01-15'],
  [a, '地区信用平台综合评价', '优良', '县信用平台', '2023-01-20'],
  [c, 'credit', 'D', '省市场监管局推送', '2023-01-15'],
);
const read = (words: readonly Words[]): string => words.map(({ zh }) => zh).join('\n');

describe('lists of pools (万年 2022 三(一)1)', () => {
  let desk: TestDesk;
  let taken: Awaited<ReturnType<typeof importing>>;
  const importing = async (bytes: Uint8Array, file: string) =>
    value(await importList(desk, people.office, { bytes, file }))[0];

  beforeAll(async () => {
    desk = await freshDesk(undefined, '2023-03-01T01:00:00.000Z', afterAll);
    value(await adoptPolicy(desk, people.office, 'wannian-2022'));
    await importing(departmentsCsv, '单位.csv');
    const names = ['甲', '乙', '丙', '丁', '戊'];
    const subjects = [a, b, c, d, e].map((code, i) => [code, `${names[i]}公司`]);
    await importing(csv(['统一社会信用代码', '企业名称'], ...subjects), '名录.csv');
    await importing(others, '分类.csv');
    taken = await importing(pools, '监管库.csv');
  });

  it('S3-11, S3-22: a row without a ground of entry of its pool, or with one of no pool, is refused with those that are', () => {
    expect(taken).toMatchObject({ accepted: 2, added: 2 });
    const why = taken?.rejected.map(({ row, faults }) => [row, faults[0]?.header, faults[0]?.fault.kind]);
    expect(why).toEqual([
      [2, '列入情形', 'option'],
      [4, '提出单位', 'missing'],
      [5, '类别', 'option'],
      [6, expect.any(String), 'duplicate'],
    ]);
    expect(taken?.rejectedTable.flat().join('\n')).toContain('信用优良、制造业、旅游业、数字经济、招商引资、纳税大户');
  });

  it('S3-10: a subject stands in one pool alone, a second one is refused by its row, and the pools add up to the register', async () => {
    expect(taken?.rejectedTable.flat()).toContain(a);
    const board = value(await poolBoard(desk));
    expect(board.sizes).toEqual([
      { label: 'A', subjects: 1 },
      { label: 'B', subjects: 3 },
      { label: 'C', subjects: 1 },
    ]);
    expect(read(sayPoolBoard(board, (code) => code))).toContain('合计 1＋3＋1＝5 户，与名录库一致');
    expect(said(await type(desk, people.office, 'risk', '监管库'))).toContain('合计 1＋3＋1＝5 户');
    const chart = (await figuresFor(desk, people.office)).figures.find(({ title }) => title.en === 'Subjects by pool');
    expect(chart?.rows).toEqual([
      { name: 'A 联合监管库', values: [1] },
      { name: 'B 一般监管库', values: [3] },
      { name: 'C 重点监管库', values: [1] },
    ]);
  });

  it('S3-09, S3-11, S3-63: a subject shows its pool with the ground, and the values behind it and its credit class with their days', async () => {
    const shown = read(sayClasses(value(await subjectClasses(desk, a))));
    expect(shown).toContain('名录库 2023年3月1日');
    expect(shown).toContain('检查对象监管库：A（联合监管库），2023年2月1日，来源：监管库名单，列入情形：制造业');
    expect(shown).toContain('A（credit，省市场监管局推送，2023年1月15日）');
    expect(shown).toContain('优良（地区信用平台综合评价，县信用平台，2023年1月20日）');
    expect(shown).toContain('通用型信用风险分类：A（信用风险低），2023年1月15日');
    const other = said(await type(desk, people.liaison, 'risk', `企业 ${c}`));
    expect(other).toContain('列入情形：安全，提出单位：清漪县卫生健康局');
    expect(other).toContain('D（信用风险高）');
    expect(other).toContain('在地区信用平台综合评价中都没有分类结果');
    expect(other).not.toContain('丙公司');
    expect(said(await type(desk, people.liaison, 'risk', `企业 ${b}`))).toContain(
      'B（一般监管库），名单未列，归入其余',
    );
  });

  it('S3-24: whoever put a subject into the key pool owes its check in the year, until it is on record', async () => {
    const owedBy = async () =>
      (await owedNow(desk)).owed
        .filter(({ matter }) => matter.kind === 'pool-checks')
        .map(({ by, due }) => ({ by, due }));
    expect(await owedBy()).toEqual([{ by: 'department:wjw', due: '2023-12-31' }]);
    const before = read(sayPoolBoard(value(await poolBoard(desk)), () => '卫生健康局'));
    expect(before).toContain(`C 由卫生健康局提出 1 户，本年度已检查 0 户，未检查：${c}`);
    const past = ['统一社会信用代码', '检查日期', '检查部门', '检查事项编码', '检查方式', '检查类型'];
    await importing(csv(past, [c, '2023-02-20', 'wjw', '', '实地检查', '双随机抽查']), '检查.csv');
    expect(await owedBy()).toEqual([]);
  });

  it('S3-10: the command line shows the same, and refuses a number that nobody has', async () => {
    const out: string[] = [];
    const ends: number[] = [];
    const terminal = {
      env: {},
      isWatched: false,
      openDesk: async () => ({ ...desk, close: () => {} }),
      print: (_: 1 | 2, text: string) => out.push(text),
      end: (code: number) => ends.push(code),
    };
    await run(['pool', 'board'], terminal);
    await run(['subject', 'classes', a], terminal);
    await run(['subject', 'classes', '91000000000000000X'], terminal);
    expect(out.join('\n')).toMatch(/合计 1＋3＋1＝5 户[\s\S]*甲公司[\s\S]*列入情形：制造业/);
    expect(ends).toEqual([0, 0, 1]);
  });
});
