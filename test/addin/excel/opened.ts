/** Microsoft's own Office.js over the practice Excel, our host over it, and what a person does at the workbook meanwhile. */
import { excelHost } from '../../../addin/host/excel/excel-host.ts';
import { HostTrouble, type SheetHost } from '../../../addin/host/sheet-host.ts';
import { type OpenOptions, openExcel, type PracticeExcel } from '../../../addin/practice/open-excel.ts';
import type { Layout, LayoutColumn } from '../../../core/sheet/layout.ts';

export interface Opened {
  readonly excel: PracticeExcel;
  readonly host: SheetHost;
  /** Somebody at the workbook, by the same interface but as a person. */
  readonly person: (act: (at: ReturnType<typeof sheetOf>) => void, worksheet?: string) => void;
}

export async function opened(options: OpenOptions = {}): Promise<Opened> {
  const excel = await openExcel(options);
  return {
    excel,
    host: await excelHost(excel.Excel),
    person: (act, worksheet = 'Sheet1') => excel.workbook.as('person', () => act(sheetOf(excel, worksheet))),
  };
}

const sheetOf = ({ workbook }: PracticeExcel, name: string) => workbook.sheet(name);

export const sheetAt = ({ excel }: Opened, name: string) => excel.workbook.sheet(name);
export const sheetNames = ({ excel }: Opened) => excel.workbook.book.sheets.map(({ name }) => name);

/** What a person types at an address of the first worksheet, formats first. */
export const typed = (
  { excel }: Pick<Opened, 'excel'>,
  address: string,
  values: readonly (readonly (string | number | boolean | null)[])[],
  format?: string,
  worksheet = 'Sheet1',
): Promise<void> =>
  excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(worksheet).getRange(address);
    if (format !== undefined) Object.assign(range, { numberFormat: format });
    range.values = values.map((row) => [...row]);
    await context.sync();
  });

export const kindOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (thrown) {
    return thrown instanceof HostTrouble ? thrown.refusal.kind : `thrown: ${String(thrown)}`;
  }
};

export const column = (header: string, more: Partial<LayoutColumn> = {}): LayoutColumn => ({
  field: header,
  header,
  required: false,
  given: false,
  hidden: false,
  format: 'text',
  width: 16,
  choices: null,
  hint: { zh: '', en: '' },
  ...more,
});

export const layout = (more: Partial<Layout> = {}): Layout => ({
  name: '抽查名单',
  titles: ['清漪县抽查名单', '请于6月30日前填报'],
  columns: [
    column('代码', { required: true }),
    column('日期', { format: 'date' }),
    column('结果', { choices: { options: ['合格', '不合格,限期改正', '="其他"'], several: false } }),
    column('校验结果', { field: '' }),
    column('行标识', { field: '', hidden: true }),
  ],
  rows: [],
  spare: 3,
  ...more,
});
