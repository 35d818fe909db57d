/** What lies beside a database and must go where the office goes: the checkpoints that were posted, and the key of sealed values. */
import { constants } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { type Checkpoint, formatCheckpoint } from '../../core/ledger/checkpoint.ts';
import { postedHere } from '../../db/standing.ts';
import type { Deps } from '../deps.ts';
import { bulkOf } from '../edge/kept-checkpoints.ts';
import { KeyTrouble } from './seal-key.ts';
import { codeOf, textOrNull } from './text-file.ts';

/** As much of a place as matters here. */
type Where = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'server' };

/** The file that brings checkpoints into a Worker's KV namespace. */
export const bulkFile = (beside: string): string => `${beside}.kv.json`;

/** Done before the office is opened at the new place, and again without harm. */
export async function carriedBeside(
  deps: Pick<Deps, 'db' | 'office' | 'postedOutside'>,
  to: Where,
  { beside, keyFile }: { readonly beside: string; readonly keyFile: string },
): Promise<void> {
  const all = [...(await deps.postedOutside()), ...(await postedHere(deps.db, deps.office))];
  const posted = [...new Map(all.map((each) => [formatCheckpoint(each), each])).values()].sort(
    (a, b) => a.size - b.size || (a.head < b.head ? -1 : 1),
  );
  if (to.kind === 'server') return writeFile(bulkFile(beside), bulkOf(posted), { flush: true });
  await writeFile(`${to.path}.checkpoints`, textOf(posted), { flush: true });
  await copyFile(keyFile, `${to.path}.key`, constants.COPYFILE_EXCL).catch(async (thrown) => {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
    if ((await textOrNull(`${to.path}.key`)) !== (await textOrNull(keyFile)))
      throw new KeyTrouble({
        zh: `${to.path}.key 已有，是另一个密钥；请先移走，再重做同一条命令。`,
        en: `${to.path}.key is there already and holds another key; put it away, then give the command again.`,
      });
  });
}

const textOf = (posted: readonly Checkpoint[]): string =>
  posted.map((each) => `\n\n${formatCheckpoint(each)}`).join('');
