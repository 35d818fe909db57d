import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Department } from '../../../core/registry/department.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { readCsv } from '../../../core/sheet/csv.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { items } from '../../../core/sheet/items.ts';
import { planTasks } from '../../../core/sheet/plan-tasks.ts';
import { readSheet } from '../../../core/sheet/read.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';
import { wordsOfFault, wordsOfRecogniseRefusal } from '../../../core/sheet/words.ts';
import { aDepartment } from '../../registry/make.ts';
import { hostOf, made, partsOf, planLayout, texts } from './make.ts';

const data = new URL('../../../../shared/data/', import.meta.url);

/** A table as its office would keep it: the title over all columns, the header, thin lines and wrapped cells. */
async function asWorkbook(name: string): Promise<Uint8Array> {
  const csv = readCsv(new Uint8Array(readFileSync(new URL(name, data))));
  if (!csv.ok) throw new Error(name);
  const [title = [], ...rows] = texts(csv.value);
  const width = Math.max(...rows.map((row) => row.length));
  return await made((book) => {
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRow([title.join('，').slice(2, 60)]);
    sheet.mergeCells(1, 1, 1, width);
    for (const row of rows) sheet.addRow(row.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : text || null)));
    // 合并单元格: what the joint lists print once for several items stands in merged cells there.
    if (name.startsWith('items_joint')) {
      for (let column = 1; column <= width; column++)
        for (let row = 3; row <= rows.length + 1; row++) {
          let last = row;
          while (last <= rows.length && (rows[last - 1]?.[column - 1] ?? '') === '') last++;
          if (last > row) sheet.mergeCells(row, column, last, column);
          row = last;
        }
    }
    sheet.eachRow((row) => {
      row.alignment = { wrapText: true, vertical: 'middle' };
    });
  });
}

const bodyHeaders = /^(发起部门|牵头部门|配合部门|参与部门|检查主体|抽查主体|实施单位|抽查单位)$/;
/** Every body that the table names, as if each were a department: the tables come from many counties. */
function bodiesOf(grid: Grid): readonly Department[] {
  const rows = texts(grid);
  const columns = (rows[1] ?? []).flatMap((header, i) => (bodyHeaders.test(header) ? [i] : []));
  const names = rows
    .slice(2)
    .flatMap((row) => columns.flatMap((i) => [row[i] ?? '', ...(row[i] ?? '').split(/[、，,;；\n]/)]));
  const distinct = [...new Set(names.map((each) => each.trim()))].filter((each) => each !== '');
  return (distinct.length > 0 ? distinct : ['某局']).map((each, i) => aDepartment({ code: `d${i}`, name: each }));
}

/** What would be said of it: rows understood and refused, columns taken and left, and each reason once. */
async function said<V>(name: string, sheet: Sheet<V, string>) {
  const host = await hostOf(await asWorkbook(name), name.replace('.csv', '.xlsx'));
  const grid = await host.read('Sheet1');
  const found = recognise(grid, sheet);
  // What a table does not say, whoever adopts it is asked for once: the basis, the body.
  const missing = found.ok || found.error.kind === 'no-header' ? [] : found.error.missing;
  const departments = bodiesOf(grid);
  const assume = Object.fromEntries(
    sheet.fields
      .filter((field) => missing.includes(field.header))
      .map((field) => [field.name, field.shape.kind === 'department' ? 'd0' : '见清单']),
  );
  const reading = readSheet(grid, sheet, contextOf({ departments, year: 2024, assume }));
  if (!reading.ok) return { refused: wordsOfRecogniseRefusal(reading.error).zh };
  const { recognised, accepted, rejected, notes } = reading.value;
  const reasons = new Set(
    rejected.flatMap((row) => row.faults.map(({ header, fault }) => `${header}：${wordsOfFault(fault).zh}`)),
  );
  return {
    rows: `${accepted.length}+${rejected.length}`,
    columns: recognised.columns.map((each) => `${each.header}→${sheet.fields[each.field]?.header}`),
    left: recognised.unmapped.map((each) => each.header),
    asked: missing,
    notes: notes.length,
    reasons: [...reasons],
  };
}

interface Expected {
  /** Rows understood and rows refused. */
  readonly rows: string;
  /** Columns that are understood of those that there are, 序号 apart. */
  readonly columns: string;
  readonly left: readonly string[];
  /** What the table does not say and its adopter is asked for. */
  readonly asked: readonly string[];
  readonly reasons: readonly RegExp[];
}
const expected = (
  rows: string,
  columns: string,
  left: readonly string[],
  asked: readonly string[],
  ...reasons: readonly RegExp[]
): Expected => ({ rows, columns, left, asked, reasons });

/** Looked at table by table; what is refused cannot be taken without guessing. */
const plans: Readonly<Record<string, Expected>> = {
  // Three rows print 之和 of several draws, and of two no body.
  joint_changzhi_2024: expected('1+3', '9/9', [], [], /^抽查比例：.*是几次之和/, /^牵头部门：必填/),
  joint_county_2026_redacted: expected('6+0', '10/10', [], []),
  // 待定: five ratios are not decided yet.
  joint_guangdong_city: expected('1+5', '11/11', [], [], /^抽查比例：.*待定/),
  joint_taiyuan_2021: expected('5+0', '8/9', ['地市'], []),
  // 省局发起 and a list of levels name no member of a county's conference.
  scjgj_chizhou_2024: expected(
    '0+1',
    '10/10',
    [],
    [],
    /^牵头部门：成员单位中没有该单位/,
    /^配合部门：“.+”.*：成员单位中没有该单位/,
  ),
  // Its second row lost its end when it was copied from the web page.
  scjgj_chongqing_2024: expected('1+1', '10/10', [], [], /^牵头部门：必填/),
  shanggao_scjgj_2023: expected('7+0', '8/8', [], []),
  // 抽查计划名称 and 抽查任务名称 say the same; the surer word is taken.
  wjw_lianzhou_2023: expected('5+0', '7/8', ['抽查计划名称'], []),
  yangjiang_2025: expected('1+0', '8/8', [], []),
};

const repeatedItem = /^事项编码：与第 \d+ 行重复而内容不同/;
const lists: Readonly<Record<string, Expected>> = {
  // One item for two kinds of schools, each with its own line: the second is refused, and says which row it repeats.
  joint_fenyang_2021: expected('10+1', '4/6', ['配合部门', '抽查层级'], ['抽查依据'], repeatedItem),
  joint_qingshan_2024: expected('10+0', '6/9', ['配合部门', '实施时间', '实施层级及说明'], ['抽查依据']),
  joint_whkfq_2022: expected('13+1', '6/8', ['配合部门', '实施层级及说明'], ['抽查依据'], repeatedItem),
  // 现将检查 is a slip of the pen for 现场检查; nobody guesses that.
  joint_yingcheng_wenlv: expected('4+1', '9/11', ['配合部门', '完成时限'], [], /^抽查方式：应为以下之一/),
  luozhuang_gxj_2021: expected('1+0', '6/7', ['备注'], ['抽查主体']),
  zj_police: expected('4+0', '9/11', ['检查人员要求', '备注'], []),
  // A province's list names levels of bodies, not members: 市、县食品药品监管部门 are several at once.
  zj_scjg: expected(
    '36+39',
    '9/11',
    ['检查人员要求', '备注'],
    [],
    /^抽查主体：成员单位中没有该单位，或有多个单位与此名称相符/,
    /^抽查方式：应为以下之一/,
    /^抽查依据：必填/,
  ),
};

const at = (stem: string, name: string) => `${stem}${name}.csv`;

describe.skipIf(!existsSync(data))(
  'real tables as workbooks (needs ../shared, which is not part of the project)',
  () => {
    it('every plan and every list that is there is judged', () => {
      const there = readdirSync(data).filter((each) => /^(?:plan|items)_.*\.csv$/.test(each));
      const judged = [
        ...Object.keys(plans).map((each) => at('plan_', each)),
        ...Object.keys(lists).map((each) => at('items_', each)),
      ];
      expect(there.sort()).toEqual(judged.sort());
    });

    const compare = (found: Awaited<ReturnType<typeof said>>, { rows, columns, left, asked, reasons }: Expected) => {
      if ('refused' in found) throw new Error(found.refused);
      expect({
        rows: found.rows,
        columns: `${found.columns.length}/${found.columns.length + found.left.length}`,
      }).toEqual({
        rows,
        columns,
      });
      expect([found.left, found.asked]).toEqual([left, asked]);
      for (const reason of reasons)
        expect(
          found.reasons.filter((each) => reason.test(each)),
          String(reason),
        ).not.toEqual([]);
      expect(found.reasons.filter((each) => !reasons.some((reason) => reason.test(each)))).toEqual([]);
    };
    it.each(Object.entries(plans))('the plan %s: what is understood, left and refused', async (name, wanted) => {
      compare(await said(at('plan_', name), planTasks), wanted);
    });
    it.each(Object.entries(lists))('the list %s: what is understood, left, asked and refused', async (name, wanted) => {
      compare(await said(at('items_', name), items), wanted);
    });

    it('each goes in and comes out with our two columns and verdicts, and nothing else is different', async () => {
      for (const name of readdirSync(data).filter((each) => /^(?:plan|items)_.*\.csv$/.test(each))) {
        const before = await asWorkbook(name);
        const host = await hostOf(before, name);
        const grid = await host.read('Sheet1');
        const width = Math.max(...grid.rows.map((row) => row.length));
        const first = await host.addColumns('Sheet1', 1, width - 1, planLayout().columns.slice(-2));
        const lastRow = grid.rows.length - 1;
        const area = { headerRow: 1, firstRow: 2, lastRow, firstColumn: 0, lastColumn: first + 1, verdict: first };
        await host.mark('Sheet1', area, [{ row: lastRow, text: '！ 请核对', columns: [] }]);
        const again = await hostOf(await host.save(), name);
        const after = await again.read('Sheet1');
        expect(
          after.rows.map((row) => row.slice(0, width)),
          name,
        ).toEqual(grid.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')));
        expect(textOf(after.rows[lastRow]?.[first])).toBe('！ 请核对');
        const [was, now] = [await partsOf(before), await partsOf(await host.save())];
        expect([...now].filter(([part, text]) => was.get(part) !== text).map(([part]) => part)).toEqual([
          'xl/worksheets/sheet1.xml',
          'xl/styles.xml',
        ]);
      }
    });

    it.each([
      ['zj_dishonest_2883.xlsx', 2884],
      ['zj_import_template_special_library.xlsx', 2],
      ['zj_import_template_entities_xlsx_named_xls.xls', 2],
    ])('the real workbook %s is marked and read again, its other parts untouched', async (name, rows) => {
      const before = new Uint8Array(readFileSync(new URL(`workbooks/${name}`, data)));
      const host = await hostOf(before, name);
      const [sheet] = await host.worksheets();
      if (sheet === undefined) throw new Error(name);
      expect(sheet.rows).toBeGreaterThanOrEqual(rows);
      const grid = await host.read(sheet.name);
      const area = {
        headerRow: 0,
        firstRow: 1,
        lastRow: sheet.rows - 1,
        firstColumn: 0,
        lastColumn: sheet.columns,
        verdict: sheet.columns,
      };
      await host.mark(sheet.name, area, [{ row: 1, text: '✗ 请改正', columns: [] }]);
      const again = await hostOf(await host.save(), name);
      const after = await again.read(sheet.name);
      expect(textOf(after.rows[1]?.[sheet.columns])).toBe('✗ 请改正');
      expect(after.rows.map((row) => row.slice(0, sheet.columns).map(textOf).join('|').replace(/\|+$/, ''))).toEqual(
        grid.rows.map((row) => row.map(textOf).join('|').replace(/\|+$/, '')),
      );
      const [was, now] = [await partsOf(before), await partsOf(await host.save())];
      const differ = [...now].filter(([part, text]) => was.get(part) !== text).map(([part]) => part);
      expect(
        differ.every((part) => /worksheets\/sheet\d+\.xml$|styles\.xml$/.test(part)),
        differ.join(),
      ).toBe(true);
    });
  },
);
