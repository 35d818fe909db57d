/** How a worksheet is printed, as far as worksheets of ours say it. */
import type { Sheet } from '../model/book.ts';
import { invalid } from '../model/trouble.ts';
import { asFlag, asNumber, asRecord, asText, type Class } from '../thing.ts';

const orientations = ['Portrait', 'Landscape'] as const;

export const pageLayoutClass: Class<Sheet> = {
  name: 'PageLayout',
  properties: {
    Orientation: {
      get: ({ print }) => print?.orientation ?? 'Portrait',
      set: (sheet, value) => {
        const orientation = orientations.find((each) => each === value);
        if (orientation === undefined) throw invalid('纸张方向无效。');
        sheet.print = { ...printOf(sheet), orientation };
      },
    },
    PaperSize: {
      get: ({ print }) => print?.paper ?? 'A4',
      set: (sheet, value) => {
        sheet.print = { ...printOf(sheet), paper: asText(value, '纸张') };
      },
    },
    PrintGridlines: {
      get: ({ print }) => print?.gridlines ?? false,
      set: (sheet, value) => {
        sheet.print = { ...printOf(sheet), gridlines: asFlag(value, 'printGridlines') };
      },
    },
    Zoom: {
      get: ({ print }) => (print?.pagesAcross ? { horizontalFitToPages: print.pagesAcross } : { scale: 100 }),
      set: (sheet, value) => {
        const { horizontalFitToPages = 0 } = asRecord(value, '缩放');
        sheet.print = { ...printOf(sheet), pagesAcross: asNumber(horizontalFitToPages, '页宽') };
      },
    },
  },
  methods: {
    SetPrintTitleRows: (sheet, [rows]) => {
      sheet.print = { ...printOf(sheet), titleRows: titles(rows, /^\$?\d+:\$?\d+$/) };
    },
    SetPrintTitleColumns: (sheet, [columns]) => {
      sheet.print = { ...printOf(sheet), titleColumns: titles(columns, /^\$?[A-Z]+:\$?[A-Z]+$/) };
    },
  },
};

const printOf = ({ print }: Sheet): NonNullable<Sheet['print']> =>
  print ?? { orientation: 'Portrait', paper: 'A4', gridlines: false, pagesAcross: 0, titleRows: '', titleColumns: '' };

function titles(value: unknown, form: RegExp): string {
  const address = asText(value, '打印标题');
  if (!form.test(address)) throw invalid('打印标题的地址无效。');
  return address;
}
