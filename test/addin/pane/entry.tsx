/** The pane over the scripted desk, as a page of the test: what happens is in the address. */

import { mount } from '../../../addin/pane/mount.tsx';
import { screenAsked } from '../../../addin/pane/screen.ts';
import { darkness } from '../../../addin/pane/theme.ts';
import { languageFor } from '../../../addin/pane/words/language.ts';
import { memoryDoor } from './memory-door.ts';
import { type Scenario, scripted } from './scripted.ts';

declare global {
  interface Window {
    /** For the test: typing into the workbook, and where the pane has gone. */
    desk: {
      type(row: number, column: number, text: string): void;
      readonly shown: readonly string[];
      /** Something is written into the file. */
      write(): void;
    };
  }
}

const asked = new URL(window.location.href).searchParams;
const scenario: Scenario = JSON.parse(asked.get('scenario') ?? '{}');
const record = asked.has('record') ? await (await fetch(`/record/${asked.get('record')}`)).json() : undefined;
const { filling, onChange, type, shown } = scripted({ ...scenario, ...(record === undefined ? {} : { record }) });
const door = memoryDoor();
window.desk = { type, shown, write: door.touch };

const place = document.getElementById('pane');
if (place === null) throw new Error('no place for the pane');
const isFile = asked.has('file');
mount(place, {
  filling,
  host: {
    kind: isFile ? 'file' : 'excel',
    called: isFile ? { zh: '工作簿文件', en: 'workbook file' } : { zh: 'Excel 工作簿', en: 'Excel workbook' },
    live: !isFile,
    workbook: () => '青溪县清单.xlsx',
    onChange,
  },
  file: isFile ? door : null,
  language: languageFor(asked.get('language') ?? 'zh-CN'),
  keepLanguage: () => {},
  ...darkness(null),
  about: { version: '0.1.0', site: window.location.origin },
  start: screenAsked(window.location.hash),
  notice: null,
});
