/** visit …, on the way to the door: approval, agenda, notice. */
import { type Command, Option } from 'commander';
import { noticeMeans } from '../../core/visit/fact.ts';
import { progressLine, progressNotes } from '../say/visit-work.ts';
import { answerAgenda } from '../verbs/visit/answer-agenda.ts';
import { askApproval } from '../verbs/visit/ask-approval.ts';
import { decideApproval } from '../verbs/visit/decide-approval.ts';
import { giveNotice } from '../verbs/visit/give-notice.ts';
import { visitProgress } from '../verbs/visit/progress.ts';
import { proposeAgenda } from '../verbs/visit/propose-agenda.ts';
import { type Door, several, wholeNumber } from './door.ts';
import { dayTyped } from './typed.ts';
import { visitHeldCommands } from './visit-held.ts';
import { bookIn, type OfVisits, ofVisits, part, saying, whichOf } from './visit-options.ts';

export const visitWorkCommands = (program: Command, door: Door): void => {
  const visit = program
    .command('visit')
    .description('检查：呈批、日程、通知、书面和现场检查、办结 · visits on the way to the door');

  visit
    .command('show <book>')
    .description('各单位检查进度（3，或外部名单 L3） · how far visits are')
    .action((book: string) =>
      door.look(
        (desk) => visitProgress(desk, book),
        ({ departments }) => ({
          words: departments.flatMap((each) => {
            const line = progressLine(each);
            const notes = progressNotes(each, (code) => code);
            return [{ zh: `${each.department}：${line.zh}`, en: `${each.department}: ${line.en}` }, ...notes];
          }),
        }),
      ),
    );

  ofVisits(visit, 'ask', '呈请检查审批（先行检查的补办，写 --urgent） · ask the head for approval')
    .requiredOption('--reason <words>', '检查事由和依据 · reason and basis')
    .requiredOption('--from <day>', '检查时间自 · from')
    .requiredOption('--to <day>', '检查时间至 · to')
    .option('--urgent <words>', '补办原因 · why afterwards', '')
    .action(
      (
        book: string,
        o: OfVisits & { readonly reason: string; readonly from: string; readonly to: string; readonly urgent: string },
      ) =>
        door.act(
          (desk, actor) =>
            askApproval(desk, actor, {
              ...part(book, o),
              reason: o.reason,
              from: dayTyped(o.from),
              to: dayTyped(o.to),
              urgent: o.urgent,
            }),
          saying({ zh: '已呈批', en: 'Asked for' }),
        ),
    );

  for (const [name, approved] of [
    ['approve', true],
    ['return', false],
  ] as const) {
    visit
      .command(`${name} <request>`)
      .description(approved ? '负责人批准（呈批编号或备案编号） · the head approves' : '负责人退回 · the head returns')
      .option('-v, --visits <which>', '其中哪些检查；不写为全部 · which of them', '全部')
      .option('--words <words>', '审批意见 · words', '')
      .action((request: string, o: { readonly visits: string; readonly words: string }) =>
        door.act(
          (desk, actor) =>
            decideApproval(desk, actor, {
              request: wholeNumber(request),
              visits: whichOf(o.visits, bookIn(o.visits)),
              approved,
              words: o.words,
            }),
          saying(approved ? { zh: '已批准', en: 'Approved' } : { zh: '已退回', en: 'Returned' }),
        ),
      );
  }

  ofVisits(visit, 'agenda', '牵头部门提出联合检查日程 · the lead proposes an agenda')
    .requiredOption('--on <day>', '联合上门日期 · the day')
    .option('--hour <hour>', '时间 · the hour', '')
    .option('--meet <place>', '集合地点 · where to meet', '')
    .option('--leader <number>', '组长工号 · who leads', '')
    .option('--words <words>', '说明 · words', '')
    .action(
      (
        book: string,
        o: OfVisits & {
          readonly on: string;
          readonly hour: string;
          readonly meet: string;
          readonly leader: string;
          readonly words: string;
        },
      ) =>
        door.act(
          (desk, actor) => {
            const { hour, meet, leader, words } = o;
            return proposeAgenda(desk, actor, { ...part(book, o), on: dayTyped(o.on), hour, meet, leader, words });
          },
          saying({ zh: '已提出日程', en: 'Proposed' }),
        ),
    );

  for (const [name, agreed] of [
    ['agree', true],
    ['object', false],
  ] as const) {
    visit
      .command(`${name} <agenda>`)
      .description(agreed ? '同意日程 · agree to an agenda' : '日程另行商议 · say what does not suit')
      .option('--words <words>', '意见 · words', '')
      .action((agenda: string, o: { readonly words: string }) =>
        door.act(
          (desk, actor) =>
            answerAgenda(desk, actor, {
              agenda: wholeNumber(agenda),
              department: '',
              visits: 'all',
              agreed,
              words: o.words,
            }),
          saying(agreed ? { zh: '已同意', en: 'Agreed' } : { zh: '已答复另议', en: 'Answered' }),
        ),
      );
  }

  ofVisits(visit, 'notice', '登记检查通知送达 · give notice')
    .requiredOption('--on <day>', '检查日期 · the day of the visit')
    .option('--hour <hour>', '时间 · the hour', '')
    .requiredOption('--served <day>', '送达日期 · served on')
    .addOption(new Option('--means <means>', '送达方式 · how').choices(noticeMeans).default('in-person'))
    .option('--material <line>', '需准备的材料，可写几次（一次性告知） · to be got ready', several, [])
    .option('--words <words>', '说明 · words', '')
    .action(
      (
        book: string,
        o: OfVisits & {
          readonly on: string;
          readonly hour: string;
          readonly served: string;
          readonly means: string;
          readonly material: readonly string[];
          readonly words: string;
        },
      ) =>
        door.act(
          (desk, actor) =>
            giveNotice(desk, actor, {
              ...part(book, o),
              on: dayTyped(o.on),
              hour: o.hour,
              servedOn: dayTyped(o.served),
              means: noticeMeans.find((each) => each === o.means) ?? 'in-person',
              materials: o.material,
              words: o.words,
            }),
          saying({ zh: '已登记通知', en: 'Noticed' }),
        ),
    );

  visitHeldCommands(visit, door);
};
