/** ledger: the ledger checked and shown, its checkpoints posted, gaps answered for, bodies erased on record. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Checkpoint, parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import { isFactKind } from '../../core/ledger/fact.ts';
import type { Break } from '../../core/ledger/verify.ts';
import { breakWords, factWords } from '../../core/ledger/words.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { hashAt, ledgerPages, verifyLedger } from '../../db/ledger.ts';
import { standing } from '../../db/standing.ts';
import type { Desk } from '../desk/desk.ts';
import { refuse } from '../refusal.ts';
import { minuteOf } from '../today.ts';
import { postCheckpoint, resolveGap } from '../verbs/ledger/checkpoint.ts';
import { eraseBodies } from '../verbs/ledger/erase.ts';
import { type Altered, alteredNotice } from '../verbs/notice/bound.ts';
import { alteredOutcome } from '../verbs/outcome/bound.ts';
import { type Door, exit, type Said, wholeNumber } from './door.ts';

export const ledgerCommands = (program: Command, door: Door): void => {
  const group = program.command('ledger').description('台账：全程留痕 · the ledger');
  reading(group, door);
  answering(group, door);
};

function reading(group: Command, door: Door): void {
  group
    .command('verify')
    .description('逐行核对台账 · re-compute the whole ledger')
    .option('-c, --checkpoint <file>', '与已公布的校验点核对 · hold it against a posted checkpoint')
    .action(({ checkpoint: file }: { readonly checkpoint?: string }) =>
      door.look(async (desk) => {
        const posted = file === undefined ? null : parseCheckpoint(await readFile(file, 'utf8'));
        if (posted !== null && !posted.ok) return refuse('ledger', { reason: 'checkpoint', why: posted.error });
        const verified = await verifyLedger(desk.db);
        if (!verified.ok) return ok<Checked>({ broken: verified.error });
        const altered = await alteredOutcome(desk.db);
        if (altered !== null) return ok<Checked>({ altered: { seq: altered, what: 'outcome' } });
        const other = await alteredNotice(desk.db);
        if (other !== null) return ok<Checked>({ altered: other });
        const { seq } = verified.value.head;
        // Rows cut off at the end leave a chain that holds: the checkpoints kept beside the database tell.
        const stands = await standing(desk.db, desk.office, await desk.postedOutside());
        if (!stands.ok) {
          const { length: erased } = verified.value.erased;
          return ok<Checked>({ rows: seq, erased, posted: stands.error.posted.size, holds: false });
        }
        const holds = posted === null || (await continues(desk, posted.value));
        return ok<Checked>({
          rows: seq,
          erased: verified.value.erased.length,
          posted: posted?.value.size ?? null,
          holds,
        });
      }, sayChecked),
    );

  group
    .command('show')
    .description('台账各行：时间、事由、办理人 · the facts, one a line')
    .option('--from <row>', '从第几行起 · from which row', wholeNumber, 1)
    .action(({ from }: { readonly from: number }) =>
      door.look(
        async (desk) => {
          const lines: Words[] = [];
          for await (const page of ledgerPages(desk.db, Math.max(0, from - 1))) {
            for (const { row } of page) {
              const kind = isFactKind(row.kind) ? factWords[row.kind] : { zh: row.kind, en: row.kind };
              const rest = `${row.actor} ${row.hash.slice(0, 16)}`;
              lines.push({
                zh: `${row.seq} ${minuteOf(row.at)} ${kind.zh} ${rest}`,
                en: `${row.seq} ${minuteOf(row.at)} ${kind.en} ${rest}`,
              });
            }
          }
          return ok(lines);
        },
        (words) => ({ words: words.length === 0 ? { zh: '台账是空的。', en: 'The ledger is empty.' } : words }),
      ),
    );
}

type Checked =
  | { readonly broken: Break }
  /** Row of the ledger of which the tables say something else. */
  | { readonly altered: Omit<Altered, 'what'> & { readonly what: Altered['what'] | 'outcome' } }
  | { readonly rows: number; readonly erased: number; readonly posted: number | null; readonly holds: boolean };

/** Whether the ledger went on from the posted checkpoint: its row of that number has the posted hash. */
const continues = async ({ db }: Desk, { size, head }: Checkpoint): Promise<boolean> =>
  (await hashAt(db, size)) === head;

const alteredWords = {
  outcome: { zh: '录入的检查结果', en: 'the outcomes' },
  notice: { zh: '登记的公示或回执', en: 'the notices or receipts' },
  dossier: { zh: '的归卷', en: 'the files' },
} as const;

function sayChecked(checked: Checked): Said {
  if ('broken' in checked) {
    const { zh, en } = breakWords(checked.broken);
    return {
      words: { zh: `台账核对不通过：${zh}`, en: `The ledger does not hold: ${en}` },
      json: { ok: false, ...checked },
      exit: exit.verificationFailed,
    };
  }
  if ('altered' in checked) {
    const { altered } = checked;
    return {
      words: {
        zh: `台账核对不通过：台账第 ${altered.seq} 行${alteredWords[altered.what].zh}，与数据库中现有的不一致`,
        en: `The ledger does not hold: ${alteredWords[altered.what].en} of row ${altered.seq} are not those in the database`,
      },
      json: { ok: false, ...checked },
      exit: exit.verificationFailed,
    };
  }
  const { rows, erased, posted, holds } = checked;
  if (!holds) {
    return {
      words: {
        zh: `台账与已公布的校验点（${posted} 行）不符。`,
        en: `The ledger does not continue the posted checkpoint (${posted} rows).`,
      },
      json: { ok: false, ...checked },
      exit: exit.verificationFailed,
    };
  }
  return {
    words: {
      zh: `台账 ${rows} 行逐行相符${erased > 0 ? `，其中 ${erased} 行内容已依规清除` : ''}${posted === null ? '' : `，与公布的校验点（${posted} 行）一致`}。`,
      en: `All ${rows} rows hold${erased > 0 ? `, ${erased} bodies erased on record` : ''}${posted === null ? '' : `, and continue the checkpoint of ${posted} rows`}.`,
    },
    json: { ok: true, ...checked },
  };
}

function answering(group: Command, door: Door): void {
  group
    .command('checkpoint <place>')
    .description('公布台账校验点 · post a checkpoint')
    .action((place: string) =>
      door.act(
        (desk, actor) => postCheckpoint(desk, actor, place),
        ({ origin, size, head }) => ({
          words: { zh: `${origin}\n${size}\n${head}`, en: `${origin}\n${size}\n${head}` },
        }),
      ),
    );
  group
    .command('resolve <ground>')
    .description('负责人就旧备份等缺口说明情况，记录在案 · the head answers for a gap')
    .action((ground: string) =>
      door.act(
        (desk, actor) => resolveGap(desk, actor, ground),
        ({ resolved }) => ({
          words: {
            zh: `已就 ${resolved} 个校验点说明并记录，可以继续抽取。`,
            en: `${resolved} gaps are resolved on record.`,
          },
        }),
      ),
    );
  group
    .command('erase <ground> <rows...>')
    .description('依规清除行的内容，行与清除记录保留 · erase bodies on record')
    .action((ground: string, rows: readonly string[]) =>
      door.act(
        (desk, actor) => eraseBodies(desk, actor, { ground, rows: rows.map(wholeNumber) }),
        ({ erased, isScrubbed }) => ({
          words: {
            zh: `已清除 ${erased} 行的内容。${isScrubbed ? '' : '数据库在服务器上，其空闲页、历史版本和备份中的痕迹由服务方按保留期清除，需要立即清除的请与其联系。'}`,
            en: `${erased} bodies erased.${isScrubbed ? '' : ' The database is at a server: what is left in its free pages, history and backups goes with its keeper’s retention; ask the keeper where it must go at once.'}`,
          },
        }),
      ),
    );
}
