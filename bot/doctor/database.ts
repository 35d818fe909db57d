/** The database: reachable, of this version, whole, an office's own that is still here, and not one of practice. Nothing in it is changed. */
import { existsSync } from 'node:fs';
import type { Words } from '../../core/words.ts';
import { type Arrival, arrivalIn } from '../../db/arriving.ts';
import type { Db } from '../../db/database.ts';
import { schemaState } from '../../db/migrate.ts';
import { type Moved, movedFrom } from '../../db/moved.ts';
import { isFile, openUnmigrated, type Where } from '../../db/open.ts';
import { troubleOf } from '../../db/trouble.ts';
import { settleKind, WrongKindOfDatabase } from '../desk/database-kind.ts';
import { pathOf } from '../desk/desk.ts';
import { sayUnfinished } from '../say/arrival.ts';
import { isOpen } from '../settings-file.ts';
import { minuteOf } from '../today.ts';
import { troubled } from './database-trouble.ts';
import { type Finding, fine, found } from './finding.ts';
import { clockFinding } from './machine.ts';
import type { Place } from './settings.ts';

export interface SeenDatabase {
  readonly findings: readonly Finding[];
  /** Open, of this version, begun, and the office's present one; null otherwise. Whoever asked closes it. */
  readonly db: Db | null;
}

/** @param practice whether it is to be one of practice */
export async function seeDatabase(where: Where, place: Place, practice: boolean): Promise<SeenDatabase> {
  if (isFile(where.url) && !existsSync(pathOf(where.url))) return unusable(noFile(where.url));
  let db: Db;
  try {
    db = openUnmigrated(where);
  } catch (thrown) {
    return unusable(troubled(troubleOf(thrown), where));
  }
  try {
    const seen = await looked(db, place, practice);
    if (seen.db === null) db.close();
    return { ...seen, findings: [...seen.findings, ...openFile(where.url)] };
  } catch (thrown) {
    db.close();
    if (thrown instanceof WrongKindOfDatabase) return unusable(wrongKind(thrown.words));
    return unusable(troubled(troubleOf(thrown), where));
  }
}

const unusable = (...findings: readonly Finding[]): SeenDatabase => ({ findings, db: null });

async function looked(db: Db, place: Place, practice: boolean): Promise<SeenDatabase> {
  const clock = await clockOf(db);
  const state = await schemaState(db);
  switch (state.kind) {
    case 'empty':
      return unusable(...clock, empty(place));
    case 'foreign':
      return unusable(
        found(
          'database',
          'wrong',
          {
            zh: `这是别的程序的数据库（已有表 ${state.table}）。`,
            en: `This is another program's database (it has a table ${state.table}).`,
          },
          {
            zh: '核对 MINGCHOU_DB 的地址，或另建一个空的数据库。',
            en: 'Look at the address in MINGCHOU_DB, or make an empty database.',
          },
        ),
      );
    case 'newer':
      return unusable(
        found(
          'database',
          'wrong',
          {
            zh: `数据库由更新的版本使用过（${state.name}），本版本不能用。`,
            en: `A later version has used this database (${state.name}); this one cannot.`,
          },
          {
            zh: '把程序更新到不低于那个版本（git pull 后 npm ci）。',
            en: 'Bring the program up to that version (git pull, npm ci).',
          },
        ),
      );
    case 'edited':
      return unusable(
        found(
          'database',
          'wrong',
          {
            zh: `数据库的结构与本程序的 ${state.name} 不一致。`,
            en: `The database was made by another ${state.name} than this program's.`,
          },
          {
            zh: '程序文件可能被改动过：换用原版程序；不要改动 db/migrations 里的文件。',
            en: 'Files of the program may have been changed: use the original; never edit what is in db/migrations.',
          },
        ),
      );
    case 'pending':
    case 'current': {
      const arrival = await arrivalIn(db);
      if (arrival !== null) return unusable(...clock, unfinished(arrival));
      await settleKind(db, { now: () => new Date().toISOString(), randomBytes: noChance }, practice);
      const moved = await movedFrom(db);
      if (moved !== null) return unusable(...clock, gone(moved));
      if (state.kind === 'pending') return unusable(...clock, pending(state.names, place));
      return {
        findings: [...clock, fine('database', '连得上，结构是最新的。', 'Reachable, and of this version.')],
        db,
      };
    }
  }
}

/** Files of today are made for their owner only (`db/own-file.ts`); one of an older version may be open. */
function openFile(url: string): readonly Finding[] {
  if (!isFile(url) || !isOpen(pathOf(url))) return [];
  const file = pathOf(url);
  return [
    found(
      'database',
      'warn',
      {
        zh: `数据库文件 ${file} 里有名录和姓名，本机其他用户也能读。`,
        en: `Others on this machine can read ${file}, which holds lists and names.`,
      },
      {
        zh: `停下服务，运行 chmod 600 ${file}*（连同旁边的 -wal、-shm），再启动。`,
        en: `Stop the server, chmod 600 ${file}* (with -wal and -shm beside it), and start it again.`,
      },
    ),
  ];
}

/** An examination writes nothing and so needs none. */
const noChance = (): never => {
  throw new Error('an examination writes nothing');
};

/** A file's clock is this machine's. */
async function clockOf(db: Db): Promise<readonly Finding[]> {
  if (db.isFile) return [];
  const began = Date.now();
  const [row] = await db.read(`select unixepoch('now') as now`);
  return [
    clockFinding(
      { zh: '数据库服务器', en: 'the database’s server' },
      Number(row?.now) * 1000 + 500,
      (began + Date.now()) / 2,
    ),
  ];
}

const empty = (place: Place): Finding =>
  found(
    'database',
    'warn',
    { zh: '连得上，还是空的。', en: 'Reachable, and still empty.' },
    place === 'edge'
      ? {
          zh: '新建的数据库是这样；运行 npm run deploy 建表。不是新建的，请核对地址。',
          en: 'So a new one is: npm run deploy makes its tables. If it is not new, look at the address.',
        }
      : begin,
  );

const begin: Words = {
  zh: '用 npx mingchou people add 登记联席办第一名人员即建好；不是新建的，请核对 MINGCHOU_DB。',
  en: 'It begins by npx mingchou people add of the office’s first person. If it is not new, look at MINGCHOU_DB.',
};

const noFile = (url: string): Finding =>
  found(
    'database',
    'warn',
    { zh: `还没有数据库文件 ${pathOf(url)}。`, en: `There is no database file ${pathOf(url)} yet.` },
    begin,
  );

const pending = (names: readonly string[], place: Place): Finding =>
  found(
    'database',
    'warn',
    {
      zh: `结构比程序旧，缺 ${names.join('、')}。`,
      en: `Its tables are older than the program; missing: ${names.join(', ')}.`,
    },
    place === 'edge'
      ? {
          zh: '运行 npm run deploy：先更新结构，再换程序。',
          en: 'npm run deploy brings it up to date, then the Worker.',
        }
      : {
          zh: '下一条命令或启动时自动更新；请先备份（npx mingchou backup）。',
          en: 'The next command or start does it by itself; back it up before (npx mingchou backup).',
        },
  );

function unfinished(arrival: Arrival): Finding {
  const { what, todo } = sayUnfinished(arrival);
  return found('database', 'wrong', what, todo);
}

const gone = ({ to, at }: Moved): Finding =>
  found(
    'database',
    'wrong',
    {
      zh: `联席办已于 ${minuteOf(at)} 迁到 ${to}，这里只能查阅。`,
      en: `The office moved to ${to} at ${minuteOf(at)}; here it can only be read.`,
    },
    {
      zh: '把 MINGCHOU_DB 改成新的地址。',
      en: 'Set MINGCHOU_DB to the new address.',
    },
  );

const wrongKind = (words: Words): Finding =>
  found('database', 'wrong', words, {
    zh: '核对 MINGCHOU_DB 的地址，正式使用与演练各用各的库。',
    en: 'Look at the address in MINGCHOU_DB; practice and earnest have databases of their own.',
  });
