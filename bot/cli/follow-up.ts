/** follow-up: what was found and what is done about it, each act for one finding, a visit's, or all of one's own that it is meant for. */
import { type Command, Option } from 'commander';
import { closings, correctionResults, revisitWays } from '../../core/follow-up/act.ts';
import { followUpOf } from '../../core/follow-up/figure.ts';
import { disposalWords, stateWords, stepWords } from '../../core/follow-up/words.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { type CaseHeld, casesOf } from '../verbs/follow-up/cases.ts';
import { checkCorrection } from '../verbs/follow-up/check-correction.ts';
import { closeCase } from '../verbs/follow-up/close-case.ts';
import { giveGuidance } from '../verbs/follow-up/give-guidance.ts';
import { listAbnormal } from '../verbs/follow-up/list-abnormal.ts';
import { orderCorrection } from '../verbs/follow-up/order-correction.ts';
import { recordRevisit } from '../verbs/follow-up/record-revisit.ts';
import { remindBeforeListing } from '../verbs/follow-up/remind-before-listing.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import type { Door } from './door.ts';
import { about, doing, evidenceIn, evidenceOption, type Given, type Texts } from './follow-up-about.ts';
import { decisionCommands } from './follow-up-decide.ts';
import { handOverCommands } from './follow-up-hand-over.ts';
import { oneOf } from './typed.ts';

export const followUpCommands = (program: Command, door: Door): void => {
  const group = program.command('follow-up').description('后续处置：发现的问题及其处置 · findings and their disposal');
  lookCommands(group, door);
  correctionCommands(group, door);
  decisionCommands(group, door);
  handOverCommands(group, door);
  listingCommands(group, door);

  group
    .command('revisit <no> <way>')
    .description(`抽查回访（${revisitWays.join('|')}），no 为检查编号 · a revisit`)
    .requiredOption('--on <date>', '日期 · day')
    .requiredOption('--words <words>', '回访情况 · what was said')
    .option('--reason <words>', '上门的理由 · why at the door', '')
    .action((no: string, way: string, { on, words, reason }: Texts) =>
      door.act(
        (desk, actor) =>
          recordRevisit(desk, actor, {
            book: no.split('-')[0] ?? '',
            no,
            way: oneOf(way, revisitWays),
            on: on ?? '',
            words: words ?? '',
            reason: reason ?? '',
          }),
        ({ no: recorded }) => ({
          words: { zh: `已登记检查编号 ${recorded} 的回访。`, en: `The revisit of ${recorded} is on record.` },
        }),
      ),
    );
};

function lookCommands(group: Command, door: Door): void {
  group
    .command('list')
    .description('各个问题的编号、状态和下一步 · findings, their state and next step')
    .option('-d, --department <code>', '只列一个单位的 · of one department')
    .option('-s, --source <draw>', '只列一次抽取的，如 3、L3 · of one draw')
    .option('-t, --task <no>', '只列一个抽查任务单号的 · of one task')
    .option('--open', '只列未办结的 · only what is not closed')
    .action(
      (only: {
        readonly department?: string;
        readonly source?: string;
        readonly task?: string;
        readonly open?: true;
      }) =>
        door.look(
          async (desk) => {
            const { department, source } = only;
            const cases = await casesOf(desk, {
              ...(department === undefined ? {} : { department }),
              ...(source === undefined ? {} : { source }),
            });
            const { task, open } = only;
            return ok(
              cases.filter(
                ({ state, tasks }) =>
                  (open === undefined || state !== 'closed') &&
                  (task === undefined || tasks.some((id) => id === task || id.endsWith(`/${task}`))),
              ),
            );
          },
          (cases) => ({
            words: cases.length === 0 ? { zh: '没有发现的问题。', en: 'No findings.' } : cases.map(sayCase),
          }),
        ),
    );

  group
    .command('figures')
    .description('各单位后续处置情况 · findings followed up, by department')
    .action(() =>
      door.look(
        async (desk) => {
          const nameOf = await departmentNames(desk.db);
          return ok(followUpOf(await casesOf(desk)).map((each) => ({ ...each, name: nameOf(each.department) })));
        },
        (figures) => ({
          words:
            figures.length === 0
              ? { zh: '没有发现的问题。', en: 'No findings.' }
              : figures.map(({ name, findings, followedUp, open, underWay }) => ({
                  zh: `${name}：发现问题 ${findings.length} 个，已处置 ${followedUp.length} 个，处置中 ${underWay.length} 个，待处置 ${open.length} 个。`,
                  en: `${name}: ${findings.length} findings, ${followedUp.length} followed up, ${underWay.length} under way, ${open.length} open.`,
                })),
        }),
      ),
    );
}

function sayCase({ id, no, item, state, subject, decisions, disposals, owed }: CaseHeld): Words {
  const done = disposals.map(({ kind }) => disposalWords[kind]);
  const numbers = decisions.map(({ number }) => number);
  const code = subject === null ? '—' : subject.key.slice(subject.key.indexOf(':') + 1);
  const next = owed.map(({ kind, due }) => ({
    zh: `${stepWords[kind].zh}${due === null ? '' : `（${due}）`}`,
    en: `${stepWords[kind].en}${due === null ? '' : ` (${due})`}`,
  }));
  const zh = [
    ...(numbers.length === 0 ? [] : [`决定 ${numbers.join('、')}`]),
    ...(done.length === 0 ? [] : [`已有 ${done.map((each) => each.zh).join('、')}`]),
    ...(next.length === 0 ? [] : [`下一步：${next.map((each) => each.zh).join('、')}`]),
  ];
  const en = [
    ...(numbers.length === 0 ? [] : [`decision ${numbers.join(', ')}`]),
    ...(done.length === 0 ? [] : [`has ${done.map((each) => each.en).join(', ')}`]),
    ...(next.length === 0 ? [] : [`next: ${next.map((each) => each.en).join(', ')}`]),
  ];
  return {
    zh: [`${id}　检查编号 ${no}，检查对象 ${code}，${item.name}：${stateWords[state].zh}`, ...zh].join('；'),
    en: [`${id}  visit ${no}, subject ${code}, ${item.name}: ${stateWords[state].en}`, ...en].join('; '),
  };
}

function correctionCommands(group: Command, door: Door): void {
  about(group.command('order <by>'))
    .description('责令改正，by 为整改期限 · order a correction')
    .option('--words <words>', '改正的内容 · what', '')
    .action((by: string, given: Given) =>
      doing(door, 'correction-ordered', given, (desk, actor, cases) =>
        orderCorrection(desk, actor, { cases, by, words: given.words ?? '' }),
      ),
    );

  about(group.command('check <result>'))
    .description(`整改复查（${correctionResults.join('|')}） · check a correction`)
    .requiredOption('--on <date>', '复查日期 · day')
    .option('--words <words>', '复查情况 · what was seen', '')
    .addOption(evidenceOption())
    .action((result: string, given: Given) =>
      doing(door, 'correction-checked', given, async (desk, actor, cases) =>
        checkCorrection(desk, actor, {
          cases,
          on: given.on ?? '',
          result: oneOf(result, correctionResults),
          words: given.words ?? '',
          evidence: await evidenceIn(given),
        }),
      ),
    );

  about(group.command('guidance <words>'))
    .description('出具整改辅导单 · give a guidance slip')
    .requiredOption('--on <date>', '日期 · day')
    .action((words: string, given: Given) =>
      doing(door, 'guidance-given', given, (desk, actor, cases) =>
        giveGuidance(desk, actor, { cases, on: given.on ?? '', words }),
      ),
    );

  about(group.command('close'))
    .description('办结 · close what is disposed of')
    .addOption(new Option('--ending <how>', '怎样办结 · how it ends').choices(closings).default('disposed'))
    .option('--words <words>', '说明 · words', '')
    .action((given: Given) =>
      doing(door, 'case-closed', given, (desk, actor, cases) =>
        closeCase(desk, actor, { cases, as: oneOf(given.ending ?? '', closings), words: given.words ?? '' }),
      ),
    );
}

function listingCommands(group: Command, door: Door): void {
  about(group.command('remind-listing <until> <way>'))
    .description('列异事前提醒，until 为提醒期限，way 为方式 · remind before listing')
    .option('--words <words>', '提醒内容 · what was said', '')
    .action((until: string, way: string, given: Given) =>
      doing(door, 'listing-reminded', given, (desk, actor, cases) =>
        remindBeforeListing(desk, actor, { cases, until, way, words: given.words ?? '' }),
      ),
    );

  about(group.command('list-abnormal <number>'))
    .description('列入经营异常名录，number 为决定书文号 · list as abnormal')
    .requiredOption('--on <date>', '决定日期 · day')
    .option('--considered <words>', '已考虑的包容审慎措施 · measures of caution considered', '')
    .option('--words <words>', '说明 · words', '')
    .action((number: string, given: Given) =>
      doing(door, 'abnormal-listed', given, (desk, actor, cases) =>
        listAbnormal(desk, actor, {
          cases,
          number,
          on: given.on ?? '',
          considered: given.considered ?? '',
          words: given.words ?? '',
        }),
      ),
    );
}
