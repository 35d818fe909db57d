/** visit …, at the desk and at the door, and what belongs to a visit: opinions, schemes, outside numbers, pictures of the draw. */
import { type Command, Option } from 'commander';
import { readEvidence } from '../../core/outcome/evidence.ts';
import { comings, outsideStates } from '../../core/visit/fact.ts';
import type { Media } from '../../core/visit/media.ts';
import { outsideWords } from '../say/visit-work.ts';
import { finishVisit } from '../verbs/visit/finish-visit.ts';
import { giveOpinion } from '../verbs/visit/give-opinion.ts';
import { holdVisit } from '../verbs/visit/hold-visit.ts';
import { keepMedia } from '../verbs/visit/keep-media.ts';
import { keepScheme } from '../verbs/visit/keep-scheme.ts';
import { outsideMatterIn } from '../verbs/visit/outside-matter.ts';
import { isOutsideState, recordOutsideNumber } from '../verbs/visit/record-outside-number.ts';
import { reviewAtDesk } from '../verbs/visit/review-at-desk.ts';
import { type Door, several, WrongCall, wholeNumber } from './door.ts';
import { dayTyped } from './typed.ts';
import { bookIn, type OfVisits, ofVisits, part, saying, usedOf, whichOf } from './visit-options.ts';

export const visitHeldCommands = (visit: Command, door: Door): void => {
  ofVisits(visit, 'desk', '登记书面检查 · a desk review')
    .requiredOption('--on <day>', '日期 · the day')
    .option('--doubts <words>', '发现疑点，需现场检查；不写为未发现问题 · doubts; left out where nothing was found', '')
    .option('--materials <words>', '查阅的材料 · what was looked at', '')
    .option('--used <line>', '采用的已有结果：部门；出具单位；文号；日期；内容 · results of others', several, [])
    .option('--officer <number>', '检查人员工号，可写几次 · officers', several, [])
    .action(
      (
        book: string,
        o: OfVisits & {
          readonly on: string;
          readonly doubts: string;
          readonly materials: string;
          readonly used: readonly string[];
          readonly officer: readonly string[];
        },
      ) =>
        door.act(
          (desk, actor) =>
            reviewAtDesk(desk, actor, {
              ...part(book, o),
              on: dayTyped(o.on),
              officers: o.officer,
              clean: o.doubts.trim() === '',
              materials: o.materials,
              used: usedOf(o.used),
              words: o.doubts,
            }),
          saying({ zh: '已登记书面检查', en: 'Reviewed at the desk' }),
        ),
    );

  ofVisits(visit, 'hold', '登记现场检查 · what happened at the door')
    .requiredOption('--on <day>', '日期 · the day')
    .option('--hour <hour>', '时间 · the hour', '')
    .addOption(new Option('--coming <how>', '上门情况 · how it went').choices(comings).default('inspected'))
    .option('--officer <number>', '检查人员工号，可写几次；不写为派往的全部人员 · officers', several, [])
    .option('--shown', '已出示执法证件 · certificates were shown')
    .option('--witness <who>', '见证人（拒绝检查的） · the witness of a refusal', '')
    .option('--copied <line>', '查阅、复制的资料，可写几次 · read or copied', several, [])
    .option('--asked <role>', '询问人员的身份，可写几次 · who was asked, by role', several, [])
    .option('--used <line>', '采用的已有结果 · results of others', several, [])
    .option('--urgent <words>', '未经批准先行检查的原因 · why without approval', '')
    .option('--words <words>', '说明 · words', '')
    .action((book: string, o: OfVisits & HoldOptions) =>
      door.act(
        (desk, actor) =>
          holdVisit(desk, actor, {
            ...part(book, o),
            on: dayTyped(o.on),
            hour: o.hour,
            coming: comings.find((each) => each === o.coming) ?? 'inspected',
            officers: o.officer,
            shown: o.shown === true,
            witness: o.witness,
            copied: o.copied,
            asked: o.asked,
            used: usedOf(o.used),
            urgent: o.urgent,
            words: o.words,
          }),
        saying({ zh: '已登记现场检查', en: 'Recorded' }),
      ),
    );

  ofVisits(visit, 'finish', '办结检查 · finish visits').action((book: string, o: OfVisits) =>
    door.act((desk, actor) => finishVisit(desk, actor, part(book, o)), saying({ zh: '已办结', en: 'Finished' })),
  );

  visit
    .command('opinion <visit> <expert> <words>')
    .description('登记专家意见（检查编号、专家编号） · an expert opinion')
    .requiredOption('--on <day>', '日期 · the day')
    .action((no: string, expert: string, words: string, o: { readonly on: string }) =>
      door.act(
        (desk, actor) => {
          const book = bookIn(no);
          const which = whichOf(no, book);
          const [one] = which === 'all' ? [] : which;
          return giveOpinion(desk, actor, { book, department: '', visit: one ?? 0, expert, on: dayTyped(o.on), words });
        },
        saying({ zh: '已登记专家意见', en: 'Recorded' }),
      ),
    );

  visit
    .command('scheme <plan> <task>')
    .description('牵头部门制定联合检查实施方案 · a scheme of joint visits, by the lead')
    .requiredOption('--title <title>', '标题 · title')
    .option('--groups <words>', '检查分组 · groups', '')
    .option('--schedule <words>', '时间安排 · schedule', '')
    .option('--points <words>', '检查内容和要点 · points', '')
    .option('--safeguards <words>', '保障和要求 · safeguards', '')
    .option('--document <line>', '方案文件：名称；SHA-256 · the paper, by name and digest')
    .action(
      (
        plan: string,
        task: string,
        o: {
          readonly title: string;
          readonly groups: string;
          readonly schedule: string;
          readonly points: string;
          readonly safeguards: string;
          readonly document?: string;
        },
      ) =>
        door.act(
          (desk, actor) => {
            const { title, groups, schedule, points, safeguards } = o;
            const [name = '', digest = ''] = (o.document ?? '').split(/\s*[；;]\s*/u);
            const document = o.document === undefined ? null : { name, digest };
            return keepScheme(desk, actor, { plan, task, title, groups, schedule, points, safeguards, document });
          },
          (kept) => ({
            words: { zh: `任务 ${kept.task} 的实施方案已保存。`, en: `The scheme of task ${kept.task} is kept.` },
          }),
        ),
    );

  visit
    .command('outside <matter> [number]')
    .description('登记外部平台编号：计划/任务、3-0004 或 3-0004/单位/事项 · an outside number')
    .addOption(new Option('--state <state>', '状态 · state').choices(outsideStates).default('sent'))
    .option('--words <words>', '说明（不一致的写明差异） · words', '')
    .action((matter: string, number: string | undefined, o: { readonly state: string; readonly words: string }) =>
      door.act(
        (desk, actor) => {
          const about = outsideMatterIn(matter);
          if (about === null)
            throw new WrongCall({
              zh: `“${matter}”不是任务、检查或结果。`,
              en: `“${matter}” is no task, visit or outcome.`,
            });
          const state = isOutsideState(o.state) ? o.state : 'sent';
          return recordOutsideNumber(desk, actor, { about, number: number ?? '', state, words: o.words });
        },
        ({ id, number: recorded, state }) => ({
          words: {
            zh: `${id}：${recorded || '无编号'}（${outsideWords[state].zh}）。`,
            en: `${id}: ${recorded || 'no number'} (${outsideWords[state].en}).`,
          },
        }),
      ),
    );

  visit
    .command('media <ceremony>')
    .description('登记抽取影像资料：名称；存放位置；SHA-256 · pictures of a draw')
    .option('--photo <line>', '照片，可写几次 · a photo', several, [])
    .option('--film <line>', '录像，可写几次 · a film', several, [])
    .option('--paper <line>', '纸质材料，可写几次 · a paper', several, [])
    .action(
      (
        no: string,
        o: { readonly photo: readonly string[]; readonly film: readonly string[]; readonly paper: readonly string[] },
      ) =>
        door.act(
          (desk, actor) =>
            keepMedia(desk, actor, {
              ceremony: wholeNumber(no),
              media: [...mediaOf('photo', o.photo), ...mediaOf('film', o.film), ...mediaOf('paper', o.paper)],
            }),
          ({ kept }) => ({ words: { zh: `已登记影像资料 ${kept} 件。`, en: `${kept} recorded.` } }),
        ),
    );
};

interface HoldOptions {
  readonly on: string;
  readonly hour: string;
  readonly coming: string;
  readonly officer: readonly string[];
  readonly shown?: boolean;
  readonly witness: string;
  readonly copied: readonly string[];
  readonly asked: readonly string[];
  readonly used: readonly string[];
  readonly urgent: string;
  readonly words: string;
}

function mediaOf(kind: Media['kind'], lines: readonly string[]): readonly Media[] {
  const read = readEvidence(lines.join('\n'));
  if (!read.ok)
    throw new WrongCall({
      zh: `第 ${read.error.line} 件应写作：名称；存放位置；SHA-256。`,
      en: `Picture ${read.error.line}: name; place; SHA-256.`,
    });
  return read.value.map(({ name, place, digest }) => ({ kind, name, place, digest }));
}
