/** draw freeze, freeze-posts: lock 1, with who watches, until when, and which number nobody in the room controls. */
import { type Command, Option } from 'commander';
import type { PublicSource } from '../../core/draw/manifest.ts';
import { type Frozen, freeze } from '../verbs/draw/freeze.ts';
import { freezeOpenPosts } from '../verbs/draw/freeze-people.ts';
import { type Door, type Said, several, WrongCall, wholeNumber } from './door.ts';

export interface CeremonyOptions {
  readonly witness: readonly string[];
  readonly quorum: number;
  readonly sealBy: string;
  readonly revealBy: string;
  readonly lottery?: string;
  readonly way: '摇号' | '机选' | '抽签';
  readonly byPlace?: true;
}

/** Options that every kind of freezing takes. */
export const asCeremony = (command: Command): Command =>
  command
    .option(
      '-w, --witness <person[:own-page]>',
      '监督人员编号；以本人网页封签的加 :own-page，可多个 · a witness',
      several,
    )
    .option('-q, --quorum <n>', '至少封签的监督人员数 · fewest witnesses that must seal', wholeNumber, 2)
    .requiredOption('--seal-by <time>', '封签截止时间，如 2025-07-01T17:00+08:00 · end of sealing')
    .requiredOption('--reveal-by <time>', '启封截止时间 · end of opening')
    .option(
      '--lottery <issue@time>',
      '公共数用福彩快乐8第几期及其开奖时间；不写则用 20 枚十面骰 · lottery issue; dice otherwise',
    )
    .addOption(new Option('--way <way>', '抽取方式 · way').choices(['摇号', '机选', '抽签']).default('机选'))
    .option('--by-place', '检查人员只在本辖区检查 · inspectors only go where they belong');

export function freezing(group: Command, door: Door): void {
  asCeremony(
    group
      .command('freeze <plan> <tasks...>')
      .description('锁定待抽名单（第一锁） · lock 1: freeze roster and manifest')
      .option('--accept-shortage', '已知岗位不足仍锁定，缺额以后另行抽取人员 · freeze although posts will stay open'),
  ).action((plan: string, tasks: readonly string[], options: CeremonyOptions & { readonly acceptShortage?: true }) =>
    door.act(
      (desk, actor, progress) =>
        freeze(
          desk,
          actor,
          { plan, tasks, ...ceremonyOf(options), acceptShortage: options.acceptShortage ?? false },
          (rows) => progress({ zh: `已锁定 ${rows} 户`, en: `${rows} rows frozen` }),
        ),
      sayFrozen,
    ),
  );
  asCeremony(
    group
      .command('freeze-posts <ceremony>')
      .description('只抽人员：补足某次抽取的空缺岗位 · a people-only ceremony for open posts'),
  ).action((ceremony: string, options: CeremonyOptions) =>
    door.act(
      (desk, actor) => freezeOpenPosts(desk, actor, { of: wholeNumber(ceremony), ...ceremonyOf(options) }),
      sayFrozen,
    ),
  );
}

export function ceremonyOf(options: CeremonyOptions) {
  const [seal, reveal] = [timeOf(options.sealBy), timeOf(options.revealBy)];
  return {
    witnesses: (options.witness ?? []).map((text) => {
      const [person = '', custody] = text.split(':');
      if (custody !== undefined && custody !== 'own-page') {
        throw new WrongCall({
          zh: `监督人员写作 编号 或 编号:own-page，现为“${text}”。`,
          en: `A witness is number or number:own-page, not “${text}”.`,
        });
      }
      return { person, custody: custody === 'own-page' ? ('own-page' as const) : ('desk' as const) };
    }),
    quorum: options.quorum,
    deadlines: { seal, reveal },
    public: [publicSource(options.lottery, reveal)],
    way: options.way,
    ...(options.byPlace ? { byPlace: true } : {}),
  };
}

/** 快乐8: 20 of 80, ascending, 61.6 bits; or twenty ten-sided dice, 66.4 bits. */
function publicSource(lottery: string | undefined, after: string): PublicSource {
  if (lottery === undefined) {
    return { source: 'dice', name: '十面骰20枚', issue: '', after, count: 20, from: 0, to: 9, ascending: false };
  }
  const [issue = '', at = ''] = lottery.split('@');
  return {
    source: 'lottery',
    name: '福彩快乐8',
    issue,
    after: timeOf(at),
    count: 20,
    from: 1,
    to: 80,
    ascending: true,
  };
}

/** A time with its offset, as the protocol writes it. */
function timeOf(text: string): string {
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ||
    Number.isNaN(Date.parse(text))
  ) {
    throw new WrongCall({
      zh: `时间应带时区，如 2025-07-01T17:00+08:00，现为“${text}”。`,
      en: `A time has its offset, such as 2025-07-01T17:00+08:00; “${text}” has not.`,
    });
  }
  return new Date(text).toISOString();
}

export const sayFrozen = ({ ceremony, manifest, manifestDigest, leftOut }: Frozen): Said => ({
  words: [
    {
      zh: `第 ${ceremony} 次抽取已锁定：名单 ${manifest.roster.rows} 户，任务 ${manifest.tasks.length} 项，可派人员 ${manifest.officers.length} 名（另有 ${leftOut.length} 名因证件等原因不入库）。`,
      en: `Ceremony ${ceremony} is frozen: ${manifest.roster.rows} subjects, ${manifest.tasks.length} tasks, ${manifest.officers.length} inspectors (${leftOut.length} left out).`,
    },
    { zh: `待抽名单摘要：${manifestDigest}`, en: `Manifest digest: ${manifestDigest}` },
    {
      zh: `请监督人员会签前 8 位：${manifestDigest.slice(0, 8)}`,
      en: `Witnesses co-sign its first 8 digits: ${manifestDigest.slice(0, 8)}`,
    },
  ],
  json: {
    ceremony,
    manifestDigest,
    rows: manifest.roster.rows,
    tasks: manifest.tasks.length,
    officers: manifest.officers.length,
    leftOut,
  },
});
