/** Workbooks as people have them, made by another library, and the host that takes them. */
import ExcelJS from 'exceljs';
import { type FileHost, newFileHost } from '../../../addin/host/file/file-host.ts';
import { takeFile } from '../../../addin/host/file/open-file-host.ts';
import { readZip, unpack } from '../../../addin/host/file/zip.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { inspectors } from '../../../core/sheet/inspectors.ts';
import type { Layout } from '../../../core/sheet/layout.ts';
import { planTasks } from '../../../core/sheet/plan-tasks.ts';
import { layoutOf } from '../../../core/sheet/worksheet-layout.ts';

export const today = '2026-03-01';
export const newHost = (): FileHost => newFileHost(() => today);

export async function hostOf(bytes: Uint8Array, name = '某县计划.xlsx'): Promise<FileHost> {
  const host = newHost();
  const taken = await takeFile(host, { name, bytes }, today);
  if (!taken.ok) throw new Error(taken.error.zh);
  return host;
}

export async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}
export async function made(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const red = 'FFFF0000';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A plan as a county might keep it: title, merged cells, colours, notes, formulas, a picture, other worksheets. */
export const countyPlan = (): Promise<Uint8Array> =>
  made((book) => {
    const plan = book.addWorksheet('计划', { views: [{ state: 'frozen', ySplit: 2 }] });
    plan.mergeCells('A1:F1');
    plan.getCell('A1').value = '某县2026年度部门联合抽查计划';
    plan.addRow(['任务名称', '牵头部门', '抽查比例', '完成时限', '抽查户数', '合计']);
    plan.addRow([{ richText: [{ text: '加油站', font: { color: { argb: red } } }, { text: '检查' }] }, '商务局', 0.05]);
    plan.addRow(['旅馆检查', null, 0.1]);
    plan.addRow(['网吧检查', '文旅局', '5%']);
    plan.mergeCells('B3:B4');
    plan.getCell('C3').numFmt = '0%';
    plan.getCell('C4').numFmt = '0%';
    for (const row of [3, 4, 5]) {
      plan.getCell(`D${row}`).value = new Date(Date.UTC(2026, 4, row));
      plan.getCell(`D${row}`).numFmt = 'yyyy"年"m"月"d"日"';
      plan.getCell(`E${row}`).value = row * 10;
      plan.getCell(`F${row}`).value = { formula: `SUM(E$3:E${row})`, result: row };
    }
    plan.getCell('A5').note = '请核对户数';
    plan.getCell('A4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
    plan.getColumn(2).width = 33;
    plan.getColumn(7).hidden = true;
    plan.autoFilter = 'A2:F5';
    plan.addConditionalFormatting({
      ref: 'E3:E5',
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: ['$E3>40'],
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
        },
      ],
    });
    plan.getCell('B5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"商务局,文旅局"'] };
    plan.headerFooter.oddFooter = '第 &P 页';
    plan.addImage(book.addImage({ base64: png.toString('base64'), extension: 'png' }), 'H4:I5');
    const sums = book.addWorksheet('汇总');
    sums.getCell('A1').value = { formula: '计划!E5*2', result: 100 };
    sums.getCell('A2').value = { text: '网站', hyperlink: 'http://example.invalid/' };
    sums.getCell('A3').value = { formula: "SUM('计划'!E3:E5)", result: 120 };
    book.addWorksheet('内部', { state: 'veryHidden' }).addRow(['k', 'v']);
    book.definedNames.add('计划!$A$3:$A$5', '任务名');
  });

/** What each part of a workbook holds. */
export async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = await Promise.all(
    readZip(bytes).map(async (entry) => [entry.name, Buffer.from(await unpack(entry)).toString('utf8')] as const),
  );
  return new Map(parts);
}

export const texts = (grid: Grid): string[][] => grid.rows.map((row) => row.map(textOf));

const line = {
  title: { zh: '2026年度抽查计划征询反馈表', en: 'Replies' },
  note: { zh: '请于2026-01-15前反馈', en: 'Due by 2026-01-15' },
  lasting: { zh: '请于2026-01-15前反馈', en: 'Due by 2026-01-15' },
  year: 2026,
  rows: 1,
  readOnly: null,
  reason: false,
  withdrawable: true,
};
const held = (id: string, cells: Record<string, string>) => ({ id, version: '1', cells, by: '', at: '', locked: null });

export const planLayout = (spare = 20): Layout =>
  layoutOf({
    line: { ...line, sheet: 'plan-tasks', book: '2026-1' },
    fields: planTasks.fields,
    rows: [
      held('r-1', { name: '成品油零售检查', lead: '望江县商务局', ratio: '5%', category: '一般检查事项' }),
      held('r-2', { name: '=HYPERLINK("http://x.invalid")', lead: '望江县公安局', no: '007' }),
    ],
    own: { code: 'SWJ', name: '望江县商务局' },
    sheet: 'plan-tasks',
    options: { departments: ['望江县商务局', '望江县公安局'], spare },
  });

export const inspectorLayout = (): Layout =>
  layoutOf({
    line: { ...line, sheet: 'inspectors', book: 'standing' },
    fields: inspectors.fields,
    rows: [held('i-1', { number: '000123', name: '张三', department: '望江县商务局', validUntil: '2027-12-31' })],
    own: null,
    sheet: 'inspectors',
    options: { departments: ['望江县商务局', '望江县公安局'], spare: 5 },
  });
