/** 清单和名录: what is repealed, sent, received, published and looked at, at the command line as at the office's desk. */
import { done } from '../told.ts';
import type { Act } from '../year.ts';

export const repeal =
  (item: string, from: string, ground: string): Act =>
  async (year) => {
    const said = await done(year, 'o1', 'item', 'repeal', item, '--from', from, '--ground', ground);
    year.say.did(year.now(), '联席办综合组', `登记事项 ${item} 的依据废止（命令行）`, said);
  };

/** A command as somebody's, with what it printed told. */
export const command =
  (as: string, who: string, what: string, ...args: readonly string[]): Act =>
  async (year) => {
    year.say.did(year.now(), who, `${what}（命令行）`, await done(year, as, ...args));
  };

export const publishList =
  (list: string, department: string, channel: string): Act =>
  async (year) => {
    const where = `https://example.invalid/${department}`;
    const said = await done(
      year,
      `l-${department}`,
      ...['list', 'publish', list, department, '--channel', channel, '--where', where],
    );
    year.say.did(year.now(), `${department} 联络员`, `登记清单公布（命令行）`, said);
  };
