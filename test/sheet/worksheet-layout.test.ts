import { describe, expect, it } from 'vitest';
import type { BookLine } from '../../core/sheet/book.ts';
import { inspectors } from '../../core/sheet/inspectors.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import { recognise } from '../../core/sheet/recognise.ts';
import type { HeldRow } from '../../core/sheet/row.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { columnOf, layoutOf, worksheetName } from '../../core/sheet/worksheet-layout.ts';

const line: BookLine = {
  sheet: 'plan-tasks',
  book: '2026-1',
  title: { zh: '2026年度抽查计划征询反馈表', en: 'Replies to the consultation of 2026' },
  note: { zh: '请于2026-01-15前反馈。本单位已报 1 行。', en: 'Due by 2026-01-15. 1 row so far.' },
  lasting: { zh: '反馈期限：2026-01-15', en: 'Due by 2026-01-15' },
  year: 2026,
  rows: 1,
  readOnly: null,
  reason: false,
  withdrawable: true,
};
const own = { code: 'SWJ', name: '望江县商务局' };
const held: HeldRow = {
  id: 'r-1',
  version: '1',
  cells: { name: '成品油零售检查', lead: '望江县商务局', ratio: '5%' },
  by: '',
  at: '',
  locked: null,
};
const filled = layoutOf({
  line,
  fields: planTasks.fields,
  rows: [held],
  own,
  sheet: 'plan-tasks',
  options: { departments: ['望江县商务局', '望江县公安局'], demand: ['basis'] },
});

const every: readonly Sheet<unknown, string>[] = Object.values(sheets);

describe('a book as a worksheet', () => {
  it('says what it is, whose and until when, and how it is filled in; no count, which would be stale tomorrow', () => {
    expect(filled.titles).toEqual([
      '2026年度抽查计划征询反馈表',
      '单位：望江县商务局　反馈期限：2026-01-15',
      expect.stringContaining('表头带“*”的列必填'),
    ]);
  });

  it('has a column for each field, then what the check says and the hidden mark of the row', () => {
    expect(filled.columns.slice(0, -2).map((each) => each.header)).toEqual(planTasks.fields.map((each) => each.header));
    expect(filled.columns.slice(-2).map((each) => [each.header, each.hidden, each.given])).toEqual([
      ['校验结果', false, true],
      ['行标识', true, true],
    ]);
    expect(filled.rows[0]?.slice(-2)).toEqual(['', 'r-1']);
    expect(filled.rows[0]?.slice(0, 2)).toEqual(['', '成品油零售检查']);
    expect(filled.spare).toBeGreaterThan(0);
  });

  it('marks what is always required and what the policy demands', () => {
    const required = filled.columns.filter((each) => each.required).map((each) => each.field);
    expect(required).toEqual(['name', 'lead', 'basis']);
  });

  it('offers the words of a choice and the names of departments', () => {
    const column = (field: string) => filled.columns.find((each) => each.field === field);
    expect(column('category')?.choices).toEqual({ options: ['一般检查事项', '重点检查事项'], several: false });
    expect(column('methods')?.choices?.several).toBe(true);
    expect(column('lead')?.choices?.options).toEqual(['望江县商务局', '望江县公安局']);
    expect(column('name')?.choices).toBeNull();
  });

  it('keeps codes as text and dates as dates', () => {
    const { columns } = layoutOf({ line, fields: inspectors.fields, rows: [], own, sheet: 'inspectors' });
    expect(columns.find((each) => each.field === 'validUntil')?.format).toBe('date');
    expect(columns.find((each) => each.field === 'number')?.format).toBe('text');
  });

  it('a list of where inspectors will go says that it is internal, and nothing in it is to be filled', () => {
    const list = layoutOf({
      line: { ...line, sheet: 'visit-list', book: '3' },
      fields: inspectors.fields,
      rows: [],
      own,
      sheet: 'visit-list',
    });
    expect(list.titles.join('\n')).toMatch(/内部资料.*不得转发、公开/);
    expect(list.titles.join('\n')).not.toContain('必填');
    expect(list.columns.every((each) => each.given && !each.required && each.choices === null)).toBe(true);
    expect(list.spare).toBe(0);
  });

  it('a book that may only be read says why and has no blank rows', () => {
    const readOnly = { zh: '反馈期限已过，只能查看。', en: 'The period is over.' };
    const locked = layoutOf({
      line: { ...line, readOnly },
      fields: planTasks.fields,
      rows: [held],
      own,
      sheet: 'plan-tasks',
    });
    expect(locked.titles[1]).toContain(readOnly.zh);
    expect([locked.spare, locked.columns.every((each) => each.given)]).toEqual([0, true]);
  });

  it.each([
    ['plan-tasks', '2026-1', '征询反馈2026-1'],
    ['plan-tasks', 'P-2026', '计划表P-2026'],
    ['outcomes', '3', '检查结果录入-3'],
    ['visit-list', 'L3', '待检名单-L3'],
    ['items', 'standing', '抽查事项清单'],
    ['visit-list', '[a/b]:'.repeat(20), `待检名单-${'ab'.repeat(13)}`],
  ] as const)('%s %s is called by a name that every program takes', (sheet, book, called) => {
    expect(worksheetName({ sheet, book })).toBe(called);
    expect(called.length).toBeLessThanOrEqual(31);
  });

  it.each(every.map((sheet) => [sheet.title.zh, sheet] as const))(
    '%s: the worksheet is recognised as what it is, with all its columns and both of ours',
    (_, sheet) => {
      const layout = layoutOf({ line, fields: sheet.fields, rows: [], own, sheet: 'plan-tasks' });
      const headers = layout.columns.map((each) => `${each.header}${each.required ? '*' : ''}`);
      const rows = [...layout.titles.map((title) => [title]), headers];
      const found = recognise({ name: '', rows }, sheet);
      expect(found).toMatchObject({ ok: true, value: { headerRow: 3, unmapped: [] } });
      expect(found.ok ? found.value.columns.length : 0).toBe(sheet.fields.length);
    },
  );

  it('of outcomes, what is filled in begins on the first screen, beside whose row it is', () => {
    const cells = {
      no: '3-0007',
      name: '清漪县好味道餐饮店',
      item: '食品经营监督检查',
      planned: '实地检查',
      sent: '周明（scjg-0001）、李红（scjg-0002）',
    };
    const fields = sheets.outcomes.fields.filter(({ name }) => name !== 'department');
    const given = [...sheets.outcomes.given];
    const rows = [{ ...held, cells }];
    const book = { ...line, sheet: 'outcomes', book: '3' } as const;
    const layout = layoutOf({ line: book, fields, rows, own, sheet: 'outcomes', options: { given } });
    expect(layout.columns.slice(0, layout.frozen).map(({ header }) => header)).toEqual(['检查编号', '检查对象名称']);
    const first = layout.columns.findIndex((column) => !column.given);
    expect(layout.columns[first]?.header).toBe('检查结果');
    // A screen of 1360 points less the pane holds about 130 characters.
    expect(layout.columns.slice(0, first + 1).reduce((sum, { width }) => sum + width, 0)).toBeLessThan(110);
    expect(layout.spare).toBe(0);
    expect(layout.titles.at(-1)).toContain('行由抽取产生，不能增删');
  });

  it.each([
    ['plan-tasks', true, '增删行'],
    ['items', false, '行不删除'],
  ] as const)('%s: says of rows what may be done to them', (sheet, withdrawable, words) => {
    const { titles, frozen, columns } = layoutOf({
      ...{ line: { ...line, sheet, withdrawable }, fields: sheets[sheet].fields, rows: [], own, sheet },
    });
    expect(titles.at(-1)).toContain(words);
    expect(columns[(frozen ?? 0) - 1]?.field).toBe('name');
  });

  it('only a date that may be without end is offered 长期有效, and who was there can be said in a word', () => {
    const hintsOf = (sheet: Sheet<unknown, string>) =>
      new Map(sheet.fields.map((field) => [field.header, columnOf(field, state).hint.zh]));
    const state = { isGiven: false, isDemanded: false, departments: [] };
    expect(hintsOf(sheets.inspectors).get('执法证有效期')).toContain('长期有效');
    const outcomes = hintsOf(sheets.outcomes);
    for (const header of ['检查日期', '整改期限']) expect(outcomes.get(header)).toBe('日期，写成 2026-03-31。');
    expect(outcomes.get('实际检查人员')).toContain('写“同派出”');
  });

  it('a prompt of a cell holds every hint', () => {
    for (const sheet of every)
      for (const { hint } of layoutOf({ line, fields: sheet.fields, rows: [], own, sheet: 'items' }).columns) {
        expect(hint.zh.length).toBeLessThan(255);
        expect(hint.en.length).toBeLessThan(255);
      }
  });
});
