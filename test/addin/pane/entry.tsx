/** The pane over the scripted desk, as a page of the tests: begun again for each of them, so that its programs are read once. */

import { mount } from '../../../addin/pane/mount.tsx';
import { screenAsked } from '../../../addin/pane/screen.ts';
import { darkness } from '../../../addin/pane/theme.ts';
import { languageFor } from '../../../addin/pane/words/language.ts';
import type { Begin } from './begin.ts';
import { memoryDoor } from './memory-door.ts';
import { scripted } from './scripted.ts';

declare global {
  interface Window {
    begin(how: Begin): Promise<void>;
    /** For the test: typing into the workbook, and where the pane has gone. */
    desk: {
      type(row: number, column: number, text: string): void;
      readonly shown: readonly string[];
      /** Something is written into the file. */
      write(what?: 'marks' | 'own' | 'content'): void;
    };
  }
}

const place = document.getElementById('pane');
if (place === null) throw new Error('no place for the pane');
let takeOut = (): void => {};

window.begin = async ({ scenario, record: name, file = false, language = 'zh-CN', hash = '' }) => {
  takeOut();
  const record = name === undefined ? {} : { record: await (await fetch(`/record/${name}`)).json() };
  const { filling, onChange, type, shown } = scripted({ ...scenario, ...record });
  const door = memoryDoor();
  window.desk = { type, shown, write: door.touch };
  takeOut = mount(place, {
    filling,
    host: {
      kind: file ? 'file' : 'excel',
      called: file ? { zh: '工作簿文件', en: 'workbook file' } : { zh: 'Excel 工作簿', en: 'Excel workbook' },
      live: !file,
      workbook: () => '青溪县清单.xlsx',
      onChange,
    },
    file: file ? door : null,
    language: languageFor(language),
    keepLanguage: () => {},
    ...darkness(null),
    about: { version: '0.1.0', site: window.location.origin },
    start: screenAsked(hash),
    notice: null,
  });
};
