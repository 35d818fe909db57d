/** The box at the left above the cells: it shows what is chosen, and goes where an address is typed into it. */
import { lastColumn, lastRow, quoted, readAddress, written } from '../model/address.ts';
import { namedArea } from '../model/names.ts';
import { activate } from '../model/sheets.ts';
import { ExcelTrouble } from '../model/trouble.ts';
import { tell } from './ask.ts';
import type { View } from './view.ts';
import { words } from './words.ts';

/** @returns shows what is chosen now, unless somebody is typing an address */
export function nameBox(view: View, box: HTMLInputElement, done: () => void): () => void {
  const show = () => {
    if (document.activeElement === box) return;
    box.value = written(view.selection);
    box.title = `${quoted(view.sheet.name)}!${box.value}`;
  };
  const go = async (): Promise<void> => {
    const typed = box.value.normalize('NFKC').trim();
    if (typed === '' || (await wentTo(view, typed))) return done();
    await tell(words.noAddress(typed));
    box.focus();
    box.select();
  };
  box.addEventListener('focus', () => box.select());
  box.addEventListener('blur', show);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') void go();
    else if (event.key === 'Escape') done();
    else return;
    event.preventDefault();
  });
  return show;
}

async function wentTo(view: View, typed: string): Promise<boolean> {
  const { workbook } = view;
  try {
    const address = readAddress(typed);
    const named = address === null ? namedArea(workbook, view.sheet, typed) : null;
    const sheet =
      address === null ? named?.sheet : address.sheet === null ? view.sheet : workbook.findSheet(address.sheet);
    const area = address?.area ?? named?.area;
    if (sheet === undefined || area === undefined || sheet.visibility !== 'Visible') return false;
    if (sheet !== view.sheet) workbook.as('person', () => activate(workbook, sheet));
    view.select(area, { row: lastRow(area), column: lastColumn(area) }, area);
    return true;
  } catch (thrown) {
    if (thrown instanceof ExcelTrouble) return false;
    throw thrown;
  }
}
