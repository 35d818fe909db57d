/**
 * Our worksheets through LibreOffice, the program that WPS users of Linux and many townships have: saved by it as .xlsx and .ods, and read again.
 * What it keeps and what not, measured with 7.4: texts, text and date formats, hidden columns, lists on names, prompts, the rules of colour and
 * filters stay; a very hidden worksheet becomes a hidden one. A frozen header is lost when it converts without a window, whoever wrote
 * the file, so that nothing can be said of it here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { writeLayouts } from '../../core/sheet/xlsx-layout.ts';
import {
  byExcelJs,
  countyPlan,
  hostOf,
  inspectorLayout,
  partsOf,
  planLayout,
  texts,
  today,
} from '../addin/file-host/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-libreoffice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function there(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let number = 0;
/** Opened and saved by LibreOffice, without a window. */
function saved(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const name = `book${number++}`;
  const into = join(folder, `${name}-${to}`);
  writeFileSync(join(folder, `${name}.${from}`), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [
    '--headless',
    '--norestore',
    profile,
    '--convert-to',
    to,
    '--outdir',
    into,
    join(folder, `${name}.${from}`),
  ];
  execFileSync('soffice', args, { stdio: 'ignore' });
  return new Uint8Array(readFileSync(join(into, `${name}.${to}`)));
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no worksheet ${name}`);
  return sheet;
}

interface Seen {
  readonly lists: number;
  readonly prompts: number;
  readonly rules: readonly string[];
  readonly formats: readonly string[];
  readonly hidden: readonly number[];
  readonly filter: unknown;
  readonly required: unknown;
}

/** Everything about a worksheet that a person would miss. */
function seen(sheet: ExcelJS.Worksheet, row: number): Seen {
  const validations = Array.from({ length: sheet.columnCount }, (_, i) => sheet.getCell(row, i + 1).dataValidation);
  const rules = (Object(sheet).conditionalFormattings as { rules: { formulae: string[] }[] }[]).flatMap((each) =>
    each.rules.map(({ formulae }) => formulae[0] ?? ''),
  );
  return {
    lists: validations.filter((each) => each?.type === 'list').length,
    prompts: validations.filter((each) => each?.prompt).length,
    rules: rules.sort(),
    formats: Array.from({ length: sheet.columnCount }, (_, i) => sheet.getCell(row, i + 1).numFmt.toLowerCase()),
    hidden: Array.from({ length: sheet.columnCount }, (_, i) => i).filter((i) => sheet.getColumn(i + 1).hidden),
    filter: sheet.autoFilter,
    required: sheet.getCell('B4').fill,
  };
}

describe.skipIf(!there())('LibreOffice (needs soffice, which the trial does not install)', () => {
  it.each(['xlsx', 'ods'])(
    'our worksheets, saved by it as .%s: lists, formats, colours and the hidden column stay',
    async (kind) => {
      const ours = await writeLayouts([planLayout(), inspectorLayout()], today);
      const through = saved(ours, 'xlsx', kind);
      const back = kind === 'xlsx' ? through : saved(through, kind, 'xlsx');
      const [before, after] = [await byExcelJs(ours), await byExcelJs(back)];
      for (const [name, row] of [
        ['征询反馈2026-1', 5],
        ['执法检查人员名录库', 5],
      ] as const) {
        const [was, now] = [seen(sheetOf(before, name), row), seen(sheetOf(after, name), row)];
        expect(now.lists, name).toBe(was.lists);
        expect(now.prompts, name).toBe(was.prompts);
        expect(now.rules.map((each) => each.replace(/\s/g, ''))).toEqual(was.rules);
        expect(now.formats).toEqual(was.formats);
        expect(now.hidden).toEqual(was.hidden);
        expect(now.filter).toEqual(was.filter);
        expect(now.required).toMatchObject({ fgColor: { argb: 'FFFDE9D9' } });
      }
      expect(after.definedNames.getRanges('明抽_选项_1').ranges).toHaveLength(1);
      expect(after.getWorksheet('_明抽_选项')?.state).not.toBe('visible');
      expect(sheetOf(after, '征询反馈2026-1').getCell('B6').value).toBe('=HYPERLINK("http://x.invalid")');
      expect(sheetOf(after, '执法检查人员名录库').getCell('A5').value).toBe('000123');
    },
  );

  it('a workbook with which we worked goes through it, and can be worked with again', async () => {
    const host = await hostOf(await countyPlan());
    const name = await host.create(planLayout());
    await host.writeKept('rows', [['r-1', '1', '{"name":"甲"}']]);
    const layout = planLayout();
    const verdict = layout.columns.length - 2;
    const area = { headerRow: 3, firstRow: 4, lastRow: 5, firstColumn: 0, lastColumn: verdict + 1, verdict };
    await host.mark(name, area, [{ row: 4, text: '✗ 甲', columns: [] }]);
    const again = await hostOf(saved(await host.save(), 'xlsx', 'xlsx'));
    expect((await again.worksheets()).filter(({ hidden }) => !hidden).map((each) => each.name)).toEqual([
      '计划',
      '汇总',
      name,
    ]);
    expect(await again.readKept('rows')).toEqual([['r-1', '1', '{"name":"甲"}']]);
    const rows = texts(await again.read(name));
    expect(rows.slice(0, 6)).toEqual(texts(await host.read(name)).slice(0, 6));
    await again.mark(name, area, [{ row: 5, text: '！ 乙', columns: [] }]);
    await again.write(name, [{ row: 4, column: 1, cells: [['成品油']] }]);
    const book = await byExcelJs(saved(await again.save(), 'xlsx', 'xlsx'));
    const sheet = sheetOf(book, name);
    expect([sheet.getCell('B5').value, sheet.getCell(6, verdict + 1).value]).toEqual(['成品油', '！ 乙']);
    expect(seen(sheet, 5).rules).toHaveLength(2);
  });

  it('a workbook that it wrote is given back with every part as it was, but for the worksheet that was written', async () => {
    const before = saved(await countyPlan(), 'xlsx', 'xlsx');
    const host = await hostOf(before);
    await host.write('计划', [{ row: 4, column: 0, cells: [['网吧与书店检查']] }]);
    const [was, now] = [await partsOf(before), await partsOf(await host.save())];
    expect([...now].filter(([part, text]) => was.get(part) !== text).map(([part]) => part)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('rows that are taken out of a workbook that it wrote: formulas, notes and merged cells are right afterwards', async () => {
    const host = await hostOf(saved(await countyPlan(), 'xlsx', 'xlsx'));
    await host.removeRows('计划', [3]);
    const book = await byExcelJs(saved(await host.save(), 'xlsx', 'xlsx'));
    const plan = sheetOf(book, '计划');
    expect(plan.getCell('A4').value).toBe('网吧检查');
    expect(plan.getCell('F4').value).toMatchObject({ formula: 'SUM(E$3:E4)', result: 80 });
    expect(sheetOf(book, '汇总').getCell('A1').value).toMatchObject({ result: 100 });
    expect(JSON.stringify(plan.getCell('A4').note)).toContain('请核对户数');
  });

  it('the worksheet of figures shows its chart', async () => {
    const host = await hostOf(await countyPlan());
    const rows = [
      ['单位', '已反馈'],
      ['商务局', '3'],
    ];
    const layout = {
      ...planLayout(0),
      name: '统计',
      titles: ['反馈情况'],
      columns: planLayout().columns.slice(0, 2),
      rows,
    };
    await host.figures(layout, [
      {
        title: '反馈',
        kind: 'pie',
        from: { row: 1, column: 0, rows: 2, columns: 2 },
        at: { row: 4, column: 0, rows: 16, columns: 4 },
      },
    ]);
    const parts = await partsOf(saved(await host.save(), 'xlsx', 'xlsx'));
    const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(charts.join('')).toMatch(/pieChart[\s\S]*<c:v>3<\/c:v>/);
  });
});
