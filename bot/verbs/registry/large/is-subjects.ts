/** Whether a file is a CSV whose table is the list of subjects: then it can be taken in by portions. Looks at its beginning only. */
import { limits } from '../../../../core/sheet/grid.ts';
import { recogniseAmong } from '../../../../core/sheet/recognise.ts';
import { sheets } from '../../../../core/sheet/sheets.ts';
import { csvRows, type Source } from './csv-rows.ts';
import { encodingsOf } from './survey.ts';

/** More than the rows among which a header row is looked for. */
const lookedAt = 100;

export async function isSubjectsCsv(source: Source): Promise<boolean> {
  for (const encoding of await encodingsOf(source)) {
    for await (const portion of csvRows(source(), encoding, limits, lookedAt)) {
      if (!portion.ok) break;
      const sheet = recogniseAmong({ name: '', rows: portion.value.rows }, Object.values(sheets));
      return sheet?.name === 'subjects';
    }
  }
  return false;
}
