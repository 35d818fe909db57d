/** The row of worksheets below the cells. Very hidden ones are as unseen here as in Excel. */
import { activate, addSheet, renameSheet, setVisibility } from '../model/sheets.ts';
import { ExcelTrouble } from '../model/trouble.ts';
import { askText, menu, tell } from './ask.ts';
import type { View } from './view.ts';
import { words } from './words.ts';

export function drawTabs(view: View, place: HTMLElement): void {
  const { workbook } = view;
  const attempt = (act: () => void) => {
    try {
      workbook.as('person', act);
    } catch (thrown) {
      if (!(thrown instanceof ExcelTrouble)) throw thrown;
      void tell(thrown.message);
    }
  };
  const tabs = workbook.book.sheets
    .filter((sheet) => sheet.visibility === 'Visible')
    .map((sheet) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.role = 'tab';
      tab.textContent = sheet.name;
      tab.ariaSelected = String(sheet.id === workbook.book.active);
      if (sheet.tabColor) tab.style.borderBottomColor = sheet.tabColor;
      tab.addEventListener('click', () => attempt(() => activate(workbook, sheet)));
      tab.addEventListener('dblclick', async () => {
        const name = await askText(words.renameSheet, sheet.name);
        if (name !== null) attempt(() => renameSheet(workbook, sheet, name));
      });
      tab.addEventListener('contextmenu', (event) => {
        event.preventDefault();
        const hidden = workbook.book.sheets.filter((each) => each.visibility === 'Hidden');
        const unhide = hidden.map((each) => ({
          name: `${words.unhide} ${each.name}`,
          act: () => attempt(() => setVisibility(workbook, each, 'Visible')),
        }));
        const hide = { name: words.hide, act: () => attempt(() => setVisibility(workbook, sheet, 'Hidden')) };
        menu([hide, ...unhide], event.clientX, event.clientY - 80, sheet.name);
      });
      return tab;
    });
  const add = document.createElement('button');
  add.type = 'button';
  add.className = 'add-sheet';
  add.title = words.addSheet;
  add.ariaLabel = words.addSheet;
  add.textContent = '＋';
  add.addEventListener('click', () => attempt(() => activate(workbook, addSheet(workbook, null))));
  place.replaceChildren(...tabs, add);
}
