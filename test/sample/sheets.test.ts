/** The sample's files go in again as they came out. */
import { describe, expect, it } from 'vitest';
import { planRows } from '../../bot/practice/sample/plan-rows.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { contextOfSample, toSheets } from '../../bot/practice/sample/sheets.ts';
import { readSheet } from '../../core/sheet/read.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';

const sample = makeSample({ seed: 'sheets', subjects: 400 });
const context = contextOfSample(sample);
const written = toSheets(sample);

function readAgain<V>(sheet: Sheet<V>): readonly V[] {
  const found = written.find(({ name }) => name === sheet.title.zh);
  if (found === undefined) throw new Error(`no sheet ${sheet.title.zh}`);
  const rows = [found.headers, ...found.rows.map((row) => row.map(String))];
  const read = readSheet({ name: found.name, rows }, sheet, context);
  if (!read.ok) throw new Error(`the header of ${sheet.title.zh} was not recognised`);
  expect(read.value.rejected).toEqual([]);
  expect(read.value.corrections).toEqual([]);
  return read.value.accepted.map(({ value }) => value);
}

describe('the sheets of the sample', () => {
  it('are ten, with a header each', () => {
    expect(written.length).toBe(10);
    expect(written.every(({ headers, rows }) => headers.length > 2 && rows.length > 0)).toBe(true);
  });

  it('检查对象名录库 and 分类结果 read back as they were', () => {
    expect(readAgain(sheets.subjects)).toEqual(sample.subjects);
    expect(readAgain(sheets.classifications)).toEqual(sample.classifications);
  });

  it('成员单位, 执法检查人员名录库, 专家名录库 and 回避名单 read back as they were', () => {
    expect(readAgain(sheets.departments)).toEqual(sample.departments);
    expect(readAgain(sheets.inspectors)).toEqual(sample.inspectors);
    expect(readAgain(sheets.experts)).toEqual(sample.experts);
    expect(readAgain(sheets.recusals)).toEqual(sample.recusals);
  });

  it('抽查事项清单, 多部门监管责任事项清单 and 既往检查 read back as they were', () => {
    expect(readAgain(sheets.items)).toEqual(sample.items);
    expect(readAgain(sheets['joint-matters'])).toEqual(sample.jointMatters);
    expect(readAgain(sheets['past-checks'])).toEqual(sample.pastChecks);
  });

  it('年度抽查计划表 reads back with its ratios understood', () => {
    expect(readAgain(sheets['plan-tasks'])).toEqual(planRows(sample));
    const [first] = planRows(sample);
    expect(first?.ratioText).toBe('A类不纳入抽查；B类3%；C类8%；D类20%');
    expect(first?.ratio.kind).toBe('tiered');
  });
});
