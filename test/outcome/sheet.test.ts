/** Rows of 检查结果录入 and 待检名单 as a workbook has them, laid out and read back. */
import { describe, expect, it } from 'vitest';
import type { OutcomeEntry } from '../../core/outcome/outcome.ts';
import { checkOutcomeRow, givenCells, nothingStated, type OutcomeGiven, outcomes } from '../../core/sheet/outcomes.ts';
import { recognise } from '../../core/sheet/recognise.ts';
import type { RowCells } from '../../core/sheet/row.ts';
import { givenFaults, isFilled, layRow, readRow, remarksOfFaults } from '../../core/sheet/row-value.ts';
import { visitList } from '../../core/sheet/visit-list.ts';
import { refusal, value } from '../desk.ts';

const digest = 'ab'.repeat(32);
const given: OutcomeGiven = {
  no: '3-0007',
  department: '',
  name: '清漪县好味道餐饮店',
  number: '91350000MA00000005',
  task: '餐饮服务监督检查',
  item: '食品经营监督检查',
  itemCode: 'SX010101',
  window: { from: '2025-07-01', to: '2025-08-31' },
  drawnOn: '2025-06-26',
  planned: 'on-site',
  sent: [
    { number: 'scjg-0001', name: '周明' },
    { number: 'scjg-0002', name: '李红' },
  ],
  review: '退回：请附照片',
};
const entry: OutcomeEntry = {
  code: 'food-drug',
  methods: ['on-site', 'official-result'],
  finding: '后厨未按规定留样\n冷藏柜无温度计',
  handling: 'order-correction',
  handlingWords: '',
  checkedOn: '2025-07-10',
  inspectors: ['scjg-0001', 'scjg-0002'],
  correctBy: '2025-07-25',
  evidence: [
    { name: '现场照片12张', place: '执法记录仪 3 号，已转存案卷柜 B-2', digest },
    { name: '检查笔录', place: '案卷柜 B-2', digest: null },
  ],
  statement: '无异议',
  remark: '',
  degree: 'minor',
};
const desk = givenCells(given);
const typed = (cells: RowCells) => readRow(outcomes, { ...desk, ...cells }, nothingStated);

describe('a row of 检查结果录入', () => {
  it('is laid out and read back as the same', () => {
    const cells = layRow(outcomes, { given, entry, again: false }, nothingStated);
    expect(cells).toMatchObject({
      code: '违反食品药品管理相关规定',
      inspectors: '周明（scjg-0001）、李红（scjg-0002）',
    });
    const read = value(readRow(outcomes, cells, nothingStated));
    expect(read.value).toEqual({ given, entry, again: false });
    expect(read.cells).toEqual(cells);
    expect(checkOutcomeRow(read.value, '2025-07-20')).toEqual([]);
  });

  it('is understood in the words that people use', () => {
    const { value: row, cells } = value(
      typed({
        code: '1',
        checkedOn: '2025/7/10',
        methods: '现场检查、行政部门检查结果或专业意见',
        finding: '无',
        handling: '无需后续处置',
        inspectors: '李红，周明',
        remark: '/',
      }),
    );
    expect(row.entry).toMatchObject({
      code: 'no-problem',
      checkedOn: '2025-07-10',
      methods: ['on-site', 'official-result'],
      finding: '',
      handling: 'nothing',
      inspectors: ['scjg-0002', 'scjg-0001'],
      remark: '',
    });
    expect(cells.methods).toBe('实地检查、行政部门检查结果或专业意见');
  });

  it.each([
    { field: 'code', cell: '合格', words: '应为以下之一' },
    { field: 'code', cell: '', words: '必填' },
    { field: 'checkedOn', cell: '上周三', words: '不是日期' },
    { field: 'correctBy', cell: '2025-02-30', words: '不是日期' },
    { field: 'methods', cell: '实地检查、目测', words: '应为以下之一' },
    { field: 'evidence', cell: '现场照片', words: '名称；存放位置' },
    { field: 'evidence', cell: Array.from({ length: 51 }, (_, i) => `照片${i}；档案柜`).join('\n'), words: '第 51 条' },
    { field: 'finding', cell: '长'.repeat(4001), words: '最多 4000 个字' },
    { field: 'verdict', cell: 'x', words: '没有这一栏' },
    { field: 'constructor', cell: 'x', words: '没有这一栏' },
  ])('a wrong $field is told with what would be right: $words', ({ field, cell, words }) => {
    const faults = refusal(typed({ code: '未发现问题', checkedOn: '2025-07-10', [field]: cell }));
    expect(remarksOfFaults(faults)).toMatchObject([{ field, words: { zh: expect.stringContaining(words) } }]);
  });

  it('says nothing while only the desk has spoken, and tells a block that slipped by a row', () => {
    expect(isFilled(outcomes, desk)).toBe(false);
    expect(isFilled(outcomes, { ...desk, remark: '已电话联系' })).toBe(true);
    expect(givenFaults(outcomes, desk, { ...desk, code: '未发现问题' })).toEqual([]);
    const slipped = givenFaults(outcomes, desk, { ...desk, name: '清漪县另一家餐饮店' });
    expect(remarksOfFaults(slipped)).toMatchObject([{ field: 'name', words: { zh: expect.stringContaining('错行') } }]);
  });

  it('a file that has lost what the desk gave is still checked in itself', () => {
    const cells = { no: '3-0007', item: '食品经营监督检查', code: '不配合检查情节严重', checkedOn: '2025-07-10' };
    const row = value(readRow(outcomes, cells, nothingStated)).value;
    expect(checkOutcomeRow(row, '2025-07-20').map(({ finding }) => finding.kind)).toEqual([
      'finding-missing',
      'methods-missing',
      'handling-missing',
      'inspectors-missing',
    ]);
  });

  it('headers of the record sheet are known', () => {
    const headers = ['检查编号', '被检查单位', '统一信用代码/注册号', '任务名称', '检查事项', '发现问题情况'];
    const more = ['处置情况', '核查方式', '检查结果', '后续处置措施', '被检查单位意见', '检查人员签名', '检查日期'];
    expect(value(recognise({ name: '', rows: [[...headers, ...more]] }, outcomes)).unmapped).toEqual([]);
  });
});

describe('待检名单', () => {
  it('holds nothing of a person or a telephone, and nothing that anybody types', () => {
    expect(visitList.fields.every(({ name }) => visitList.given.has(name))).toBe(true);
    expect(visitList.fields.map(({ header }) => header).join()).not.toMatch(/电话|手机|法定代表人|联系/);
  });
});
