/** backup, restore, move: copies of the database, in files and behind HTTP, and the office itself going from one to the other. */
import { rename } from 'node:fs/promises';
import type { Command } from 'commander';
import { err, ok, type Result } from '../../core/result.ts';
import { exists, intoFile, mayBeMade, restore, restoreOver } from '../../db/backup.ts';
import type { Step } from '../../db/copy.ts';
import { goesOn } from '../../db/copy-road.ts';
import type { Db } from '../../db/database.ts';
import { readHead } from '../../db/ledger.ts';
import { openUnmigrated } from '../../db/open.ts';
import type { Actor } from '../actor.ts';
import { carriedBeside } from '../desk/carried-beside.ts';
import { besideOf, type Desk } from '../desk/desk.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { copyRefusal, makeBackup } from '../verbs/ledger/backup.ts';
import { cancelMove } from '../verbs/ledger/cancel-move.ts';
import { type MovedOffice, moveOffice } from '../verbs/ledger/move.ts';
import type { Door, Progress, Said } from './door.ts';
import { keyOfBefore, movedLines } from './moved-lines.ts';
import { type Place, placeOf } from './place.ts';

export function moveCommands(program: Command, door: Door): void {
  copying(program, door);
  moving(program, door);
}

const shown =
  (progress: Progress) =>
  ({ table, rows }: Step): void =>
    progress({ zh: `已复制并核对 ${table}：${rows} 行`, en: `copied and compared ${table}: ${rows} rows` });

function copying(program: Command, door: Door): void {
  program
    .command('backup <file>')
    .description('把数据库（文件或服务器）备份为文件，备份时可继续使用 · back the database up into a file while in use')
    .action((file: string) =>
      door.act(
        (desk, actor, progress) => makeBackup(desk, actor, file, shown(progress)),
        ({ path, size, head }) => ({
          words: {
            zh: `已备份到 ${path}：台账 ${size} 行，末行 ${head}`,
            en: `Backed up to ${path}: ${size} rows, head ${head}`,
          },
        }),
      ),
    );
  program
    .command('restore <backup> <target>')
    .description(
      '从备份恢复为新的数据库：文件，或空的服务器数据库（令牌放在 MINGCHOU_TARGET_TOKEN） · restore a backup into a new file or an empty server database',
    )
    .action((from: string, target: string) =>
      door.apart(
        async (progress) => {
          const to = placeOf(target, door.env);
          const restored =
            to.kind === 'file'
              ? await restore(from, to.path)
              : await restoreOver(ownMeans, from, to.where, to.name, shown(progress));
          return restored.ok ? ok({ ...restored.value, to: to.name }) : err(copyRefusal(restored.error));
        },
        ({ seq, hash, to }) => ({
          words: {
            zh: `已恢复为 ${to}：台账 ${seq} 行，末行 ${hash}。${keyOfBefore.zh}若落后于已公布的校验点，须先由负责人说明（ledger resolve）才能抽取。原库仍在使用或已迁往他处的，本库只供核对，不得另行办理。`,
            en: `Restored to ${to}: ${seq} rows, head ${hash}. ${keyOfBefore.en} If it is behind a posted checkpoint, the head must resolve that first. Where the office still lives in its old database, or has moved to another, this one is for looking only.`,
          },
        }),
      ),
    );
}

const ownMeans = {
  now: () => new Date().toISOString(),
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};

type Globals = { readonly db: string; readonly key?: string };

function moving(program: Command, door: Door): void {
  const globals = (): Globals => program.opts<Globals>();
  const group = program
    .command('move')
    .description('把联席办的数据迁到另一个数据库 · move the office to another database');
  group
    .command('to <target> <ground>')
    .description(
      '迁往新文件或空的服务器数据库（令牌放在 MINGCHOU_TARGET_TOKEN），原处随即关闭；中断后重做同一条命令 · move, and close the old place; give the same command again after a break',
    )
    .action((target: string, ground: string) => {
      const { db, key } = globals();
      const to = placeOf(target, door.env);
      const beside = besideOf(db);
      const keyFile = key ?? `${beside}.key`;
      return door.act(
        (desk, actor, progress) =>
          into(desk, to, (open) =>
            moveOffice(
              desk,
              actor,
              open,
              { from: placeOf(db, {}).name, to: to.name, ground },
              { step: shown(progress), beside: () => carriedBeside(desk, to, { beside, keyFile }) },
            ),
          ),
        (moved) => said(moved, to, { beside, keyFile }),
      );
    });
  group
    .command('cancel <target> <ground>')
    .description('目标尚未启用时取消迁移，原处恢复使用 · take a move back whose target was never opened')
    .option('--lost', '目标数据库已毁失，无法核对 · the target is lost and cannot be asked')
    .action((target: string, ground: string, { lost }: { readonly lost?: true }) => {
      const to = placeOf(target, door.env);
      return door.act(
        (desk: Desk, actor: Actor) =>
          lost
            ? cancelMove(desk, actor, null, { to: to.name, ground })
            : into(desk, to, (open) => cancelMove(desk, actor, open, { to: to.name, ground }), false),
        (done) => ({
          words: {
            zh: `往 ${done.to} 的迁移已取消并记录在案，本处恢复使用。`,
            en: `The move to ${done.to} is cancelled on record; the office goes on here.`,
          },
        }),
      );
    });
}

/** A file that is written into bears its name only when it is whole. */
async function into<T>(
  desk: Desk,
  to: Place,
  work: (target: Db) => Promise<Result<T, Refusal>>,
  isMove = true,
): Promise<Result<T, Refusal>> {
  if (to.kind === 'server') return closing(openUnmigrated(to.where), work);
  const partial = `${to.path}.partial`;
  if (await exists(to.path)) {
    const whole = openUnmigrated({ url: `file:${to.path}` });
    const isOurs = await goesOn(whole, await readHead(desk.db)).catch(() => false);
    if (isOurs) return closing(whole, work);
    whole.close();
    return err(copyRefusal({ reason: 'target-exists', path: to.path }));
  }
  if (isMove) {
    const clear = await mayBeMade(to.path);
    if (!clear.ok) return err(copyRefusal(clear.error));
  }
  // Opening would make an empty file, which says nothing of where the office went.
  if (!isMove && !(await exists(partial))) return refuse('ledger', { reason: 'target-silent', place: to.name });
  const done = await intoFile(partial, work);
  if (done.ok && isMove) await rename(partial, to.path);
  return done;
}

const closing = async <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> => work(db).finally(() => db.close());

const said = (moved: MovedOffice, to: Place, files: { readonly beside: string; readonly keyFile: string }): Said => ({
  words: movedLines(moved, to, files),
  json: moved,
});
