/** outcome list, import, totals: what was found at the doors, from the command line; entering, review and signing have files of their own. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { totalsOf } from '../../core/outcome/totals.ts';
import { ok } from '../../core/result.ts';
import { entryOf } from '../verbs/outcome/entry.ts';
import { importOutcomes } from '../verbs/outcome/import-outcomes.ts';
import type { Door } from './door.ts';
import { booksListed, listed, ownDesk, sayTotals } from './outcome-desk.ts';
import { enterCommand } from './outcome-enter.ts';
import { reviewCommand } from './outcome-review.ts';
import { signCommand } from './outcome-sign.ts';

export const outcomeCommands = (program: Command, door: Door): void => {
  const outcome = program
    .command('outcome')
    .description('检查结果：录入、审核、阅核签章 · what was found at the doors');

  outcome
    .command('list [book]')
    .description('检查结果的录入和审核情况（3，外部名单 L3；不写则列出全部名单） · how far entry and review are')
    .option('-s, --state <state>', '只列：missing 未录、waiting 待审核、passed 已通过、returned 已退回 · only those')
    .action((book: string | undefined, { state }: { readonly state?: string }) =>
      door.act(
        (desk, actor) => (book === undefined ? booksListed(desk, actor) : listed(desk, actor, book, state)),
        (words) => ({ words }),
      ),
    );

  enterCommand(outcome, door);
  reviewCommand(outcome, door);
  signCommand(outcome, door);

  outcome
    .command('import <book> <file>')
    .description('导入在省平台、移动监管 APP 录入的检查结果（.xlsx 或 CSV） · take in what was entered elsewhere')
    .action((book: string, file: string) =>
      door.act(
        async (desk, actor) => importOutcomes(desk, actor, { book, bytes: await readFile(file), file: basename(file) }),
        ({ entered: taken, unchanged, refused }) => ({
          words: [
            {
              zh: `已导入 ${taken} 项（录入渠道：省平台），未改动 ${unchanged} 项，未受理 ${refused.length} 行。`,
              en: `${taken} taken in (entered on the provincial platform), ${unchanged} unchanged, ${refused.length} rows refused.`,
            },
            ...refused.map(({ row, words }) => ({
              zh: `  第 ${row} 行：${words.zh}`,
              en: `  row ${row}: ${words.en}`,
            })),
          ],
        }),
      ),
    );

  outcome
    .command('totals <book>')
    .description('本单位检查结果按结果分类的合计 · totals by outcome')
    .action((book: string) =>
      door.act(
        async (desk, actor) => {
          const held = await ownDesk(desk, actor, book);
          return held.ok
            ? ok({
                totals: totalsOf(held.value.rows.map(({ entered: each }) => entryOf(each))),
                items: held.value.items,
              })
            : held;
        },
        ({ totals, items }) => ({ words: sayTotals(totals, items), json: totals }),
      ),
    );
};
