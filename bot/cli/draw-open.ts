/** draw number, open, correct, abort, annul: lock 3, the opening, and how a ceremony may end otherwise. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { disclose } from '../verbs/draw/disclose.ts';
import { abort } from '../verbs/draw/end.ts';
import { ceremonyHeld } from '../verbs/draw/held.ts';
import { passOver, typeNumber } from '../verbs/draw/number.ts';
import { open } from '../verbs/draw/open.ts';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../verbs/draw/second-person.ts';
import { postCheckpoint } from '../verbs/ledger/checkpoint.ts';
import { type Door, wholeNumber } from './door.ts';
import { acting, sayState } from './draw-state.ts';

export function opening(group: Command, door: Door): void {
  const act = acting(door);
  group
    .command('number <ceremony> <text>')
    .description('录入公共数（第三锁），两人各录一次 · lock 3: type the public number')
    .option('-p, --place <n>', '公共数的顺位，从 1 起 · which public number', wholeNumber, 1)
    .action((no: string, text: string, { place }: { readonly place: number }) =>
      act((desk, actor) => typeNumber(desk, actor, { ceremony: wholeNumber(no), place: place - 1, text })),
    );
  group
    .command('pass-over <ceremony> <place> <reason>')
    .description('公共数没有产生，改用下一顺位 · a public number did not come')
    .action((no: string, place: string, reason: string) =>
      act((desk, actor) => passOver(desk, actor, { ceremony: wholeNumber(no), place: wholeNumber(place) - 1, reason })),
    );
  group
    .command('open <ceremony>')
    .description('开签：抽取对象、匹配人员、公布校验点 · open the draw')
    .option('--post <place>', '校验点公布处 · where the checkpoint is posted', '会议现场')
    .action((no: string, { post }: { readonly post: string }) =>
      door.act(
        async (desk, actor, progress) => {
          progress({ zh: '正在计算抽取结果…', en: 'computing the draw…' });
          const opened = await open(desk, actor, wholeNumber(no));
          if (!opened.ok) return opened;
          const checkpoint = await postCheckpoint(desk, actor, post);
          return checkpoint.ok ? ok({ ...opened.value, checkpoint: checkpoint.value }) : checkpoint;
        },
        ({ ceremony, record, checkpoint }) => ({
          words: [
            { zh: `第 ${ceremony} 次抽取已开签。`, en: `Ceremony ${ceremony} is open.` },
            { zh: `记录摘要：${record.digest}`, en: `Record digest: ${record.digest}` },
            { zh: `结果根：${record.root}`, en: `Result root: ${record.root}` },
            {
              zh: '记录摘要、结果根分别是完整记录、全部抽取结果的“指纹”，改动任何一处都会不同。',
              en: 'Digest and root are fingerprints of the whole record and of all that was drawn.',
            },
            {
              zh: `台账校验点：${checkpoint.size} 行 ${checkpoint.head}`,
              en: `Checkpoint: ${checkpoint.size} rows, ${checkpoint.head}`,
            },
          ],
        }),
      ),
    );
  group
    .command('show <ceremony>')
    .description('抽取进行到哪一步 · where a ceremony stands')
    .action((no: string) =>
      door.look(async (desk) => {
        const held = await ceremonyHeld(desk.db, wholeNumber(no));
        return held.ok ? ok(held.value.state) : held;
      }, sayState),
    );
}

export function ending(group: Command, door: Door): void {
  const act = acting(door);
  group
    .command('abort <ceremony> <reason>')
    .description('中止；只在封签截止之前 · abort, before sealing has closed')
    .action((no: string, reason: string) =>
      act((desk, actor) => abort(desk, actor, { ceremony: wholeNumber(no), reason })),
    );
  group
    .command('correct <ceremony> <text> <reason>')
    .description('申请更正误录的公共数，由另一部门第二人确认 · ask to correct a mistyped public number')
    .requiredOption('--second <person>', '第二名录入人 · the second person')
    .action((no: string, text: string, reason: string, { second }: { readonly second: string }) =>
      act((desk, actor) => correctNumber(desk, actor, { ceremony: wholeNumber(no), text, reason, second })),
    );
  group
    .command('annul <ceremony> <order>')
    .description('依上级文号申请撤销，由另一名负责人确认 · ask to annul by a cited order')
    .requiredOption('--second <person>', '第二名负责人 · the second head')
    .action((no: string, order: string, { second }: { readonly second: string }) =>
      act((desk, actor) => annul(desk, actor, { ceremony: wholeNumber(no), order, second })),
    );
  group
    .command('confirm-correction <ceremony>')
    .description('第二人确认更正公共数，随后重新开签 · the second person puts the number right')
    .action((no: string) => act((desk, actor) => confirmCorrection(desk, actor, wholeNumber(no))));
  group
    .command('confirm-annulment <ceremony>')
    .description('另一名负责人确认撤销 · the other head annuls the draw')
    .action((no: string) => act((desk, actor) => confirmAnnulment(desk, actor, wholeNumber(no))));
  group
    .command('disclose <ceremony>')
    .description('到期公开完整记录 · make the record public on its date')
    .action((no: string) =>
      door.act(
        (desk, actor) => disclose(desk, actor, wholeNumber(no)),
        ({ ceremony }) => ({
          words: { zh: `第 ${ceremony} 次抽取的记录已公开。`, en: `The record of ceremony ${ceremony} is public.` },
        }),
      ),
    );
}
