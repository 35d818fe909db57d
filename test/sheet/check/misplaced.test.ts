/** 检查结果录入、名录: content beside the table, and a block that was pasted a column off, are told as what they are. */
import { describe, expect, it } from 'vitest';
import { sheets } from '../../../core/sheet/sheets.ts';
import { gridOf } from '../make.ts';
import { check, listReferenceOf, market, planHeaders, referenceOf, saidOf } from './make.ts';

const reference = listReferenceOf('inspectors');
const headers = '单位工号|姓名|所在单位|执法证号|执法证有效期|校验结果|行标识';
const titles = ['执法检查人员名录库', '单位：市场监管局', '填写说明：表头带“*”的列必填'];
const row = (n: number) => `R0${n}|甲${n}|市场监管局|Z${n}|2028-12-31||i-${n}`;
const whole = (...rows: readonly string[]) =>
  check(gridOf(...rows), reference).remarks.map(({ weight, words }) => `${weight} ${words.zh}`);

describe('content beside or above the table', () => {
  it('nothing is said of titles, of a merged title and of a header in two rows', () => {
    expect(whole(...titles, headers, row(1), row(2))).toEqual([]);
    expect(whole('名录|名录|名录|名录|名录', headers, row(1))).toEqual([]);
    expect(whole('单位||证件|证件', headers, row(1))).toEqual([]);
  });

  it('a block that was pasted into the first row is named with its row', () => {
    const [pasted, ...others] = titles;
    expect(whole(`${pasted}|R09|甲9|市场监管局|Z9|2028-12-31`, ...others, headers, row(1))).toEqual([
      'notice 第 1 行表格以外有内容（B1 等 5 格），不会提交；请看是否贴错了位置',
    ]);
  });

  it('so is what stands at the right of the table', () => {
    expect(whole(headers, `${row(1)}|电话补录`)).toEqual([
      'notice 第 2 行表格以外有内容（H2），不会提交；请看是否贴错了位置',
    ]);
  });
});

describe('a block one column off', () => {
  const shifted = (n: number) => `|R0${n}|甲${n}|市场监管局|Z${n}|2028-12-31|i-${n}`;

  it('is told first, with the cell from which it is to be pasted again', () => {
    expect(whole(...titles, headers, shifted(1), shifted(2), shifted(3))[0]).toBe(
      'refused 看来自第 5 行起整块数据右移了一列，请撤销后从 A5 重新粘贴',
    );
  });

  it('to the left as well, and nothing of the kind where rows are faulty for themselves', () => {
    const left = (n: number) => `甲${n}|市场监管局|Z${n}|2028-12-31|||i-${n}`;
    expect(whole(headers, left(1), left(2))[0]).toContain('左移了一列，请撤销后从 A2 重新粘贴');
    const faulty = (n: number) => `R0${n}|甲${n}|没有这个局|Z${n}|明年||i-${n}`;
    expect(whole(headers, faulty(1), faulty(2), faulty(3))).toEqual([]);
  });
});

it('a long list of choices is told in full once in a column', () => {
  const outcomes = listReferenceOf('outcomes', { ref: { sheet: 'outcomes', book: '3' } });
  const fields = sheets.outcomes.fields.map(({ header }) => header);
  const line = (no: string) => {
    const cells: Readonly<Record<string, string>> = { 检查编号: no, 检查对象名称: '望江饭店', 检查结果: '不好' };
    return fields.map((each) => cells[each] ?? '').join('|');
  };
  const said = saidOf(check(gridOf(fields.join('|'), line('3-1'), line('3-2')), outcomes));
  const [first = '', second] = said.filter((each) => each.includes(' 检查结果 '));
  expect(first.length).toBeGreaterThan(100);
  expect(second).toMatch(/检查结果 refused 应为(“[^”]+”){3}等 \d+ 项之一，见下拉列表$/);
});

it('a row of another department is told as such together with its other faults', () => {
  const own = listReferenceOf('inspectors', { own: market });
  const said = saidOf(check(gridOf(headers, 'R01|甲1|消防救援大队|Z1|明年||i-1'), own));
  expect(said.join()).toContain('只能填报本单位的数据');
  expect(said.join()).toContain('执法证有效期');
  const cells: Readonly<Record<string, string>> = {
    抽查任务名称: '消防抽查',
    牵头部门: '消防救援大队',
    抽查比例: '很多',
  };
  const line = planHeaders
    .split('|')
    .map((each) => cells[each] ?? '')
    .join('|');
  expect(saidOf(check(gridOf(planHeaders, line), referenceOf('三明'))).join()).toContain('都不是本单位');
});
