/** Commands as whoever they belong to, each told as what it is: the short acts of meetings, papers, filings, visits on the way to the door. */
import { done, NotSo } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { members, shortOf } from './consult.ts';

/** Who stands behind a person's number. */
export function whoIs(year: Year, as: string): string {
  const [, kind = '', code = ''] = /^([a-z])-(.+)$/.exec(as) ?? [];
  const office = {
    o1: '联席办综合组',
    o2: '联席办审核组',
    j1: '县司法局',
    d1: '县纪委监委接收人',
    s1: '县审改办督查员',
  };
  const named = Object.entries(office).find(([number]) => number === as)?.[1];
  if (named !== undefined) return named;
  const titles: Readonly<Record<string, string>> = { l: '联络员', h: '负责人', r: '结果审核员' };
  return `${shortOf(year, code)}${titles[kind] ?? ''}`;
}

/** @param args one that is a function is worked out when the act is done */
export const at =
  (as: string, what: string, ...args: readonly (string | ((year: Year) => string))[]): Act =>
  async (year) => {
    const said = await done(year, as, ...args.map((each) => (typeof each === 'string' ? each : each(year))));
    year.say.did(year.now(), whoIs(year, as), `${what}（命令行）`, said);
  };

/** The number in what the last of such acts answered, kept under a name. */
export const keeping =
  (name: string, as: string, what: string, ...args: readonly (string | ((year: Year) => string))[]): Act =>
  async (year) => {
    const said = await done(year, as, ...args.map((each) => (typeof each === 'string' ? each : each(year))));
    const no = [/编号\D{0,4}(\d+)/, /第 ?(\d+) ?号/, /(\d+)/]
      .map((written) => written.exec(said)?.[1])
      .find((each) => each !== undefined);
    if (no === undefined) throw new NotSo(what, said);
    year.kept.set(name, no);
    year.say.did(year.now(), whoIs(year, as), `${what}（命令行）`, said);
  };

export const kept =
  (name: string) =>
  ({ kept: all }: Year): string =>
    String(all.get(name) ?? '');

/** The same command by every department that was sent somewhere by this draw. */
export const everyDepartment =
  (what: string, ...args: readonly string[]): Act =>
  async (year) => {
    const said: string[] = [];
    for (const code of sentOf(year)) said.push(`${shortOf(year, code)}：${await done(year, `l-${code}`, ...args)}`);
    year.say.did(year.now(), '各单位联络员', `${what}（命令行）`, said.join('\n'));
  };

export const sentOf = (year: Year): readonly string[] =>
  members(year).filter((code) =>
    year.driver
      .channel(shortOf(year, code))
      .some((post) => post.includes('本单位须检查') || post.includes('检查结果录入')),
  );
