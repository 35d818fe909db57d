/** 不用浏览器就能说清的几条：填报码怎么认，文件叫什么名字，功能区“校验本表”之后看哪一格。 */
import { describe, expect, it } from 'vitest';
import { firstToSee } from '../../../addin/commands/first-to-see.ts';
import { fileName } from '../../../addin/pane/file/file-name.ts';
import { typedCode } from '../../../addin/pane/sign-in-code.ts';
import type { Checked, CheckedRow, Weight } from '../../../core/sheet/check.ts';

const code = { kind: 'code', code: 'ABCD-EFGH-JKMN-PQRS' };

describe('填报码', () => {
  it.each([
    ['整段消息', '填报码：ABCD-EFGH-JKMN-PQRS\n有效至：09:14，只能用一次。'],
    ['两行并成一行', '填报码：ABCD-EFGH-JKMN-PQRS 有效至：09:14'],
    ['英文消息', 'Your code: abcd-efgh-jkmn-pqrs (until 09:14)'],
    ['全角、空格、长横', ' ａｂｃｄ－efgh jkmn—pqrs '],
    ['同一个码贴了两次', 'ABCDEFGHJKMNPQRS ABCD-EFGH-JKMN-PQRS'],
    ['四格之间换了行', 'ABCD\nEFGH\nJKMN\nPQRS'],
  ])('%s：认得出其中的填报码', (_, typed) => {
    expect(typedCode(typed)).toEqual(code);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ABCD-EFGH', 'form'],
    ['有效至：09:14', 'form'],
    ['ABCD-EFGH-JKMN-PQRSX', 'form'],
    ['ABCD-EFGH-JKMN-PQRS 和 ZZZZ-EFGH-JKMN-PQRS', 'several'],
  ])('“%s”不当作填报码', (typed, kind) => {
    expect(typedCode(typed)).toEqual({ kind });
  });
});

it('新建的工作簿按单位和表名命名，不带系统不收的字符', () => {
  expect(fileName('清漪县卫生健康局', '检查结果录入-1', '')).toBe('清漪县卫生健康局-检查结果录入-1.xlsx');
  expect(fileName('', '征询/反馈?', '等2张表')).toBe('征询反馈等2张表.xlsx');
});

describe('功能区“校验本表”之后', () => {
  const row = (at: number, ...weights: readonly Weight[]): CheckedRow => ({
    row: at,
    id: '',
    filled: true,
    cells: {},
    remarks: weights.map((weight) => ({ column: 2, header: `列${at}`, value: '', weight, words: { zh: '', en: '' } })),
  });
  const checked = (headers: readonly string[], ...rows: readonly CheckedRow[]): Checked => ({
    recognised: {
      ...{ headerRow: 3, firstRow: 4, columns: [], headers, unmapped: [], personal: [], own: [] },
      ...{ assumed: [], continued: false },
    },
    rows,
    notes: [],
    remarks: [],
  });

  it('转到第一处须修改的；没有须修改的，转到第一处请核对的', () => {
    expect(firstToSee(checked([], row(4), row(5, 'notice'), row(6, 'notice', 'refused')))).toMatchObject({ row: 6 });
    expect(firstToSee(checked([], row(4), row(5, 'notice')))).toEqual({ kind: 'cell', row: 5, header: '列5' });
  });

  it('都没有的，转到“校验结果”一列', () => {
    expect(firstToSee(checked(['名称', '校验结果'], row(4)))).toEqual({ kind: 'verdicts', row: 3, column: 1 });
    expect(firstToSee(checked(['名称'], row(4)))).toEqual({ kind: 'nothing' });
  });
});
