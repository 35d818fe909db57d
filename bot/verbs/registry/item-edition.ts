/** 第二版: the edition of the item list from above, as it was stated when it was imported (甘州 2023 二(二)1); '' where none was. */
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

export async function itemEdition(db: Db): Promise<string> {
  const imports = await factBodies<{ readonly list: string; readonly edition?: string }>(db, 'list-imported');
  return imports.findLast(({ body }) => body.list === 'item' && body.edition !== undefined)?.body.edition ?? '';
}
