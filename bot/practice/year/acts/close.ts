/** The end of a year: the ledger verified, and everything that was said kept beside the papers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../told.ts';
import type { Act } from '../year.ts';

export const verifyLedger: Act = async (year) => {
  const said = await done(year, 'o1', 'ledger', 'verify');
  writeFileSync(join(year.out, '台账核对.txt'), `${said}\n`);
  writeFileSync(join(year.out, '台账.txt'), `${await done(year, 'o1', 'ledger', 'show')}\n`);
  year.say.did(year.now(), '联席办综合组', '逐行核对台账（命令行）', said);
};

/** What everybody in a channel sees, threads in place. */
export const keepChats: Act = async (year) => {
  const folder = join(year.out, '群聊');
  mkdirSync(folder, { recursive: true });
  const groups = [...year.driver.workspace.ground.world.channels.values()].filter(({ kind }) => kind !== 'im');
  for (const { name } of groups) {
    const posts = year.driver.channel(name);
    if (posts.length > 0) writeFileSync(join(folder, `${name}.txt`), `${posts.join('\n\n———\n\n')}\n`);
  }
  year.say.note(`［群聊记录］${groups.length} 个群存入 ${folder}`);
};
