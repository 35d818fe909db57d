/** Ways to two living desks: a move taken back after it was carried out, and a part of an office restored as if it were the whole. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { programOn } from '../../bot/cli/program.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { restore, restoreOver } from '../../db/backup.ts';
import { enter, walkOnce } from '../../db/copy-road.ts';
import { movedFrom } from '../../db/moved.ts';
import { openUnmigrated } from '../../db/open.ts';
import { freshDesk, value } from '../desk.ts';
import { serveHrana } from '../hrana/server.ts';

/** The command line in this process. */
async function mingchou(...args: readonly string[]): Promise<{ readonly exit: number; readonly err: string }> {
  const said: [string, string] = ['', ''];
  let exit = 0;
  await programOn({
    print: (stream, text) => {
      said[stream - 1] += `${text}\n`;
    },
    isWatched: false,
    env: {},
    openDesk,
    end: (code) => {
      exit = code;
    },
  }).parseAsync([...args], { from: 'user' });
  return { exit, err: said[1] };
}

it('a move that was carried out is not taken back because its target was carried elsewhere meanwhile', async () => {
  const desk = await freshDesk();
  const target = join(desk.folder, 'new.db');
  const at = ['--db', desk.database, '--as', 'h1', 'move'];
  expect(await mingchou(...at, 'to', target, '换机器')).toMatchObject({ exit: 0 });
  for (const end of ['', '-wal', '-shm']) {
    try {
      renameSync(`${target}${end}`, `${join(desk.folder, 'elsewhere.db')}${end}`);
    } catch {}
  }
  const refused = await mingchou(...at, 'cancel', target, '不迁了');
  expect(refused).toMatchObject({ exit: 1, err: expect.stringContaining('--lost') });
  expect(await movedFrom(desk.db)).toMatchObject({ to: target });

  // Something else stands there now.
  const other = openUnmigrated({ url: `file:${target}.partial` });
  await other.write(['create table other (name text)']);
  other.close();
  expect(await mingchou(...at, 'cancel', target, '不迁了')).toMatchObject({ exit: 1 });
  expect(await movedFrom(desk.db)).toMatchObject({ to: target });
  // The head's own word.
  expect(await mingchou(...at, 'cancel', target, '新机器损坏', '--lost')).toMatchObject({ exit: 0, err: '' });
});

it('a file that a copy never finished is no backup, whether it is restored into a file or a server', async () => {
  const desk = await freshDesk();
  const part = join(desk.folder, 'part.db');
  const db = openUnmigrated({ url: `file:${part}` });
  const road = value(await enter(desk, desk.db, db, { place: part, purpose: 'backup', step: () => {} }));
  value(await walkOnce(road));
  db.close();
  const refused = { ok: false, error: { reason: 'backup-unfinished' } };
  expect(await restore(part, join(desk.folder, 'restored.db'))).toMatchObject(refused);
  const server = await serveHrana({ file: join(desk.folder, 'server.db') });
  onTestFinished(() => server.close());
  expect(await restoreOver(desk, part, { url: server.url }, 'there', () => {})).toMatchObject(refused);
});
