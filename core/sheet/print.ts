/** How worksheets of ours are printed, in whichever program: A4 across, header and frozen columns on every page. */
import { columnLetters } from './grid.ts';
import type { Layout } from './layout.ts';

/** Characters that lie side by side on A4 across and can still be read. */
const pageWidth = 200;

/** As many pages side by side as leave it readable. */
export const pagesAcross = ({ columns }: Pick<Layout, 'columns'>): number =>
  Math.max(1, Math.ceil(columns.reduce((sum, each) => sum + (each.hidden ? 0 : each.width), 0) / pageWidth));

export interface PrintTitles {
  /** `$5:$5` */
  readonly rows: string;
  /** `$A:$B`; '' where no column is frozen. */
  readonly columns: string;
}

export const printTitles = ({ titles, frozen = 0 }: Pick<Layout, 'titles' | 'frozen'>): PrintTitles => ({
  rows: `$${titles.length + 1}:$${titles.length + 1}`,
  columns: frozen > 0 ? `$A:$${columnLetters(frozen - 1)}` : '',
});

/**
 * The name of a worksheet's own under which Excel keeps them. It is given here and never by the writer, which leaves the worksheet's name
 * without the quotation marks that 检查结果录入-3 needs.
 */
export const printTitlesName = '_xlnm.Print_Titles';
export function printTitlesRange(layout: Pick<Layout, 'name' | 'titles' | 'frozen'>): string {
  const { rows, columns } = printTitles(layout);
  const sheet = `'${layout.name.replaceAll("'", "''")}'!`;
  return columns === '' ? sheet + rows : `${sheet}${columns},${sheet}${rows}`;
}
