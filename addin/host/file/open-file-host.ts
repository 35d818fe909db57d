/**
 * Takes a file that somebody drops: whatever its name says, looked at before anything is unpacked, and refused with words. A CSV becomes a
 * workbook, all of it text.
 */

import { err, ok, type Result } from '../../../core/result.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { wordsOfOpenRefusal } from '../../../core/sheet/open-words.ts';
import { writeSheets } from '../../../core/sheet/xlsx.ts';
import type { Words } from '../../../core/words.ts';
import type { FileHost } from './file-host.ts';
import { fileLimits } from './file-limits.ts';
import { Workbook } from './workbook.ts';

export interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the file in the host's place. @returns what the person should know, or why it is not taken; then the host is as it was */
export async function takeFile(host: FileHost, file: TakenFile, today: string): Promise<Result<Words | null, Words>> {
  const grids = await openFile(file.bytes, fileLimits);
  if (!grids.ok) return err(wordsOfOpenRefusal(grids.error));
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  if (!isWorkbook && /\.xls[xm]$/i.test(file.name.trim())) return err(notWhatItsNameSays(stem(file.name)));
  try {
    const bytes = isWorkbook ? file.bytes : await fromCsv(grids.value, stem(file.name), today);
    const workbook = await Workbook.open(bytes);
    if (workbook.strict) return err(wordsOfOpenRefusal({ kind: 'strict-workbook' }));
    host.replace(await nameOf(file.name, workbook), workbook, isWorkbook ? grids.value : []);
  } catch {
    // Whatever it stumbles over came from the file.
    return err(wordsOfOpenRefusal({ kind: 'broken-workbook' }));
  }
  return ok(isWorkbook ? null : csvTaken);
}

/** A workbook that was cut off or written over would else be taken for a list of one column. */
const notWhatItsNameSays = (name: string): Words => ({
  zh: `“${name}”名为 .xlsx，内容却不是工作簿，可能已经损坏，没有打开。请用 WPS 或 Excel 打开原来的文件，另存为 .xlsx 再选择；确实是 CSV 的，请把扩展名改为 .csv。`,
  en: `“${name}” is named .xlsx and is no workbook inside; it may be damaged and was not opened. Open the original in WPS or Excel, save it as .xlsx and choose that; if it is a CSV, name it .csv.`,
});

const csvTaken: Words = {
  zh: '这是 CSV 文件，已转为 .xlsx 工作簿，内容均按文本保存；完成后给您的是 .xlsx 文件，原文件不变。',
  en: 'This CSV has been made a workbook (.xlsx), all of it text. You will get back an .xlsx; the file itself stays as it is.',
};

const fromCsv = (grids: readonly Grid[], name: string, today: string): Promise<Uint8Array> =>
  writeSheets(
    grids.map((grid) => {
      const width = Math.max(1, ...grid.rows.map((row) => row.length));
      return {
        name: worksheetName(name),
        columns: Array.from({ length: width }, () => ({ width: 18, style: { numFmt: '@' } })),
        rows: grid.rows.map((row) => row.map(textOf)),
      };
    }),
    today,
  );

/** Without signs that are not seen and turn what is around them. */
const stem = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/\.[^.]*$/, '');

const worksheetName = (name: string): string =>
  [...name.replace(/[:\\/?*[\]']/g, '')].slice(0, 31).join('').trim() || 'Sheet1';

/** Excel opens a file only under the ending of its kind, so that the kind says it: with macros, a template, or plain. */
async function nameOf(name: string, { file, part }: Workbook): Promise<string> {
  const kind = (await file.contentType(part)) ?? '';
  const macros = /macroEnabled/i.test(kind);
  const ending = /template/i.test(kind) ? (macros ? 'xltm' : 'xltx') : macros ? 'xlsm' : 'xlsx';
  return `${stem(name) || '工作簿'}.${ending}`;
}
