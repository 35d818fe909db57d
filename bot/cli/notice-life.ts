/** What becomes of a notice: kept back, objected to, ended; and what is published besides outcomes. */
import { Argument, type Command, Option } from 'commander';
import {
  type Ending,
  endings,
  type NoticePart,
  noticeParts,
  type WithholdGround,
  withholdGrounds,
} from '../../core/notice/notice.ts';
import { type ObjectionDecision, objectionDecisions } from '../../core/notice/objection.ts';
import { decisionWords } from '../../core/notice/words.ts';
import { ok } from '../../core/result.ts';
import { endedWords, matterMissingWords, matterWords } from '../say/notices.ts';
import { dayOf } from '../today.ts';
import { decideObjection } from '../verbs/notice/decide-objection.ts';
import { endNotices } from '../verbs/notice/end.ts';
import { mattersMissing } from '../verbs/notice/matters-missing.ts';
import { mattersPublished } from '../verbs/notice/matters-published.ts';
import { objections } from '../verbs/notice/objections.ts';
import { type PublishedMatter, publishedMatters, publishMatter } from '../verbs/notice/publish-matter.ts';
import { receiveObjection } from '../verbs/notice/receive-objection.ts';
import { endRepaired } from '../verbs/notice/repaired.ts';
import { ownBody } from '../verbs/notice/whose.ts';
import { liftWithholding, withholdOutcomes } from '../verbs/notice/withhold.ts';
import { type Door, wholeNumber } from './door.ts';

export const noticeLifeCommands = (group: Command, door: Door): void => {
  keptBack(group, door);
  objected(group, door);
  besides(group, door);
};

function keptBack(group: Command, door: Door): void {
  group
    .command('withhold')
    .addArgument(new Argument('<ground>').choices(withholdGrounds))
    .argument('<words>')
    .argument('<outcomes...>')
    .description(
      '决定不予公开（部门负责人）：trade-secret 商业秘密、privacy 个人隐私、law 法律法规规定 · keep back, on a ground',
    )
    .addOption(new Option('--part <part>', '不予公开的部分 · which part').choices(noticeParts).default('whole'))
    .option('--until <date>', '到哪一天为止，不写为没有期限 · until when', '')
    .action((ground: WithholdGround, words: string, outcomes: readonly string[], { part, until }: KeptBack) =>
      door.act(
        (desk, actor) => withholdOutcomes(desk, actor, { outcomes, parts: [part], ground, words, until }),
        ({ count }) => ({
          words: { zh: `已登记不予公开 ${count} 项，决定人和理由在记录中。`, en: `${count} are kept back, on record.` },
        }),
      ),
    );
  group
    .command('lift <words> <outcomes...>')
    .description('恢复公开：撤销不予公开的决定，再行公示 · lift the decision; then publish again')
    .action((words: string, outcomes: readonly string[]) =>
      door.act(
        (desk, actor) => liftWithholding(desk, actor, { outcomes, parts: [], words }),
        ({ count }) => ({
          words: {
            zh: `已撤销 ${count} 项不予公开的决定，请重新公示。`,
            en: `Lifted for ${count}; publish them again.`,
          },
        }),
      ),
    );
  group
    .command('end')
    .addArgument(new Argument('<why>').choices(endings.filter((each) => each !== 'withdrawn')))
    .argument('<words>')
    .argument('<outcomes...>')
    .description('停止公示：repaired 信用修复、revoked 决定撤销、expired 期满 · end a publication')
    .option('--day <date>', '自哪一天起停止，不写为今天 · from which day', '')
    .action((why: Exclude<Ending, 'withdrawn'>, words: string, outcomes: readonly string[], { day }: { day: string }) =>
      door.act(
        (desk, actor) => endNotices(desk, actor, { outcomes, why, words, day }),
        (ended) => ({ words: endedWords(ended) }),
      ),
    );
  group
    .command('end-repaired <book>')
    .description('停止公示本单位在该次抽取中信用修复已办结的检查结果 · end what is public and whose credit is repaired')
    .action((book: string) =>
      door.act(
        async (desk, actor) => endRepaired(desk, actor, { book, department: await ownBody(desk, actor) }),
        (ended) => ({ words: endedWords(ended) }),
      ),
    );
}

interface KeptBack {
  readonly part: NoticePart;
  readonly until: string;
}

function objected(group: Command, door: Door): void {
  group
    .command('object <outcome> <words>')
    .description('登记被检查单位的异议 · record an objection')
    .option('--on <date>', '收到日期，不写为今天 · received on', '')
    .action((outcome: string, words: string, { on }: { on: string }) =>
      door.act(
        (desk, actor) => receiveObjection(desk, actor, { outcome, receivedOn: on, words }),
        ({ objection }) => ({
          words: {
            zh: `异议已登记，编号 ${objection}，等待部门负责人决定。`,
            en: `Objection ${objection} is on record; the head decides.`,
          },
        }),
      ),
    );
  group
    .command('decide')
    .argument('<objection>')
    .addArgument(new Argument('<decision>').choices(objectionDecisions))
    .argument('<words>')
    .description('决定异议（部门负责人）：keep 维持、correct 更正、withdraw 撤回 · decide an objection')
    .action((no: string, decision: ObjectionDecision, words: string) =>
      door.act(
        (desk, actor) => decideObjection(desk, actor, { objection: wholeNumber(no), decision, words }),
        ({ decision: made }) => ({
          words: { zh: `已决定：${decisionWords[made].zh}。`, en: `Decided: ${decisionWords[made].en}.` },
        }),
      ),
    );
  group
    .command('objections')
    .description('异议和决定 · objections and what was decided')
    .action(() =>
      door.look(
        async (desk) => ok(await objections(desk.db)),
        (all) => ({
          words:
            all.length === 0
              ? { zh: '没有异议。', en: 'There is none.' }
              : all.map(({ objection, case: id, receivedOn, decided }) => ({
                  zh: `${objection}：${id}，${receivedOn}收到，${decided === null ? '待决定' : decisionWords[decided.decision].zh}`,
                  en: `${objection}: ${id}, received ${receivedOn}, ${decided === null ? 'to be decided' : decisionWords[decided.decision].en}`,
                })),
        }),
      ),
    );
}

function besides(group: Command, door: Door): void {
  group
    .command('matter')
    .addArgument(new Argument('<what>').choices(publishedMatters))
    .argument('<title>')
    .argument('<channel>')
    .argument('<where>')
    .description(
      '登记其他公布事项：draw 抽查情况、penalty 行政处罚、complaint-telephone 投诉举报电话、complaint-result 投诉举报查处结果、exposure 曝光信息 · what else is made public',
    )
    .option('--number <number>', '抽取次序号、处罚决定书文号等 · its number', '')
    .addOption(new Option('--on <date>', '公布日期，不写为今天 · since when').default(''))
    .option('--until <date>', '公布到哪一天 · until when', '')
    .action((what: PublishedMatter, title: string, channel: string, where: string, options: MatterOptions) =>
      door.act(
        (desk, actor) => {
          const on = options.on === '' ? dayOf(desk.now()) : options.on;
          return publishMatter(desk, actor, { what, title, channel, where, ...options, on });
        },
        (held) => ({ words: matterWords(held) }),
      ),
    );
  group
    .command('matters')
    .description('其他公布事项 · what else was made public')
    .action(() =>
      door.look(
        async (desk) => {
          const today = dayOf(desk.now());
          return ok({ held: await mattersPublished(desk.db, today), missing: await mattersMissing(desk.db, today) });
        },
        ({ held, missing }) => ({
          words:
            held.length + missing.length === 0
              ? { zh: '没有登记。', en: 'None is on record.' }
              : [...held.map(matterWords), ...missing.map(matterMissingWords)],
        }),
      ),
    );
}

interface MatterOptions {
  readonly number: string;
  readonly on: string;
  readonly until: string;
}
