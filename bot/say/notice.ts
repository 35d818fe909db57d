/** Refusals about publication, in words. */
import { wordsOfDay } from '../../core/calendar.ts';
import type { GroundRefusal } from '../../core/notice/grounds.ts';
import type { LifeRefusal } from '../../core/notice/life.ts';
import { decisionWords, endingWords } from '../../core/notice/words.ts';
import type { PublicationRule } from '../../core/policy/shape.ts';
import { never } from '../../core/result.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { oneLine } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { JsonRefusal, LeftOut, NoticeRefusal } from '../verbs/notice/refusal.ts';
import { civil } from './time.ts';
import { sayTooLong } from './too-long.ts';

export function sayNotice(why: NoticeRefusal): Words {
  switch (why.reason) {
    case 'no-task':
      return {
        zh: `“${oneLine(why.task)}”不是第 ${why.book} 号抽取中的任务，请填抽查任务编号。`,
        en: `“${oneLine(why.task)}” is no task of draw ${why.book}. Give the task’s number.`,
      };
    case 'leads-none':
      return {
        zh: `${why.department} 不是第 ${why.book} 号抽取中任何任务的牵头部门；任务完成由牵头部门登记。`,
        en: `${why.department} leads no task of draw ${why.book}; the lead states a task’s end.`,
      };
    case 'not-a-date':
      return {
        zh: `“${oneLine(why.text)}”不是日期，应写作2025-09-22。`,
        en: `“${oneLine(why.text)}” is not a date; write 2025-09-22.`,
      };
    case 'in-future':
      return {
        zh: `${why.on} 还没有到（今天是 ${why.today}），请填已经完成的日期。`,
        en: `${why.on} is still to come (today is ${why.today}); give the day on which it was finished.`,
      };
    case 'not-all-entered':
      return {
        zh: `任务“${why.task}”共 ${why.of} 项，还有 ${why.missing} 项没有录入检查结果（检查编号 ${why.nos.join('、')}${why.missing > why.nos.length ? ' 等' : ''}）。请先录入；确实不再检查的，请写明原因，这些项不计入已检查。`,
        en: `Task “${why.task}” lacks the outcomes of ${why.missing} of ${why.of} items (${why.nos.join(', ')}${why.missing > why.nos.length ? ', …' : ''}). Enter them, or say why they will not come; they are then not counted as inspected.`,
      };
    case 'ends-before-checks':
      return {
        zh: `任务“${why.task}”最后一次检查是 ${why.last}，完成日期不能早于这一天，现为 ${why.ended}。`,
        en: `The last check of task “${why.task}” was on ${why.last}; it cannot have ended on ${why.ended}.`,
      };
    case 'finished-otherwise':
      return {
        zh: `任务“${why.task}”已登记完成日期 ${why.ended}；要改为另一天，请写明原因，原登记保留在记录中。`,
        en: `Task “${why.task}” is on record as finished on ${why.ended}. To state another day, say why; the earlier one stays on record.`,
      };
    case 'no-rows-of-yours':
      return {
        zh: `${why.department} 在第 ${why.book} 号抽取的这些任务中没有检查事项。`,
        en: `${why.department} has no items in those tasks of draw ${why.book}.`,
      };
    case 'nothing-to-publish': {
      const left = leftWords(why.left);
      return {
        zh: `没有可以公示的检查结果：${left.zh}。`,
        en: `There is nothing to publish: ${left.en}.`,
      };
    }
    case 'day-past':
      return {
        zh: `公示日期 ${why.day} 已经过去，最早为今天（${why.today}）。`,
        en: `${why.day} is over; the earliest day of publication is today (${why.today}).`,
      };
    case 'day-after-due': {
      const due = wordsOfDay(why.due);
      const latest = civil(why.latest);
      return {
        zh: `公示期限为${due.zh}，公示日期最晚为${latest.zh}，现为 ${why.day}。`,
        en: `It must be public by ${due.en}; the latest day is ${latest.en}, not ${why.day}.`,
      };
    }
    case 'no-outcome':
      return {
        zh: `没有编号为“${oneLine(why.id)}”的检查结果。写作 检查编号/单位代码/事项编码，如 3-0012/scjg/SX010101，可在 notice list 或导出文件中查到。`,
        en: `There is no outcome “${oneLine(why.id)}”. It is written 3-0012/department/item, as lists and exports show it.`,
      };
    case 'other-department':
      return {
        zh: `“${oneLine(why.id)}”不是 ${why.department} 的检查结果；一次只能办理同一部门的。`,
        en: `“${oneLine(why.id)}” is no outcome of ${why.department}; one act is about one department’s.`,
      };
    case 'life': {
      const said = lifeWords(why.why);
      return { zh: `${oneLine(why.id)}：${said.zh}。`, en: `${oneLine(why.id)}: ${said.en}.` };
    }
    case 'ground':
      return groundRefusalWords(why.why);
    case 'no-parts':
      return {
        zh: '请选择不予公开的是整条结果，还是其中哪一部分。',
        en: 'Say whether the whole outcome is kept back, or which part of it.',
      };
    case 'until-past':
      return {
        zh: `不予公开的截止日期 ${why.until} 已经过去（今天是 ${why.today}）；没有期限的请留空。`,
        en: `${why.until} is over (today is ${why.today}); leave it blank where there is no end.`,
      };
    case 'no-words':
      return {
        zh: {
          end: '请写明停止公示的依据。',
          objection: '请写明异议内容。',
          decision: '请写明决定的理由。',
          matter: '请写明公布的是什么。',
        }[why.of],
        en: {
          end: 'Say what the end of publication rests on.',
          objection: 'Say what is objected to.',
          decision: 'Say why it is decided so.',
          matter: 'Say what is made public.',
        }[why.of],
      };
    case 'no-objection':
      return { zh: `没有编号为 ${why.objection} 的异议。`, en: `There is no objection ${why.objection}.` };
    case 'objection-decided': {
      const decided = decisionWords[why.decision];
      return {
        zh: `异议 ${why.objection} 已经决定：${decided.zh}。`,
        en: `Objection ${why.objection} was decided already: ${decided.en}.`,
      };
    }
    case 'corrected-since':
      return {
        zh: `异议 ${why.objection} 所指的检查结果已更正并重新公示，不能据此撤回更正后的结果；请以“更正”答复。`,
        en: `What objection ${why.objection} is about was corrected and published anew; answer it as corrected.`,
      };
    case 'not-a-destination':
      return {
        zh: `检查结果没有报送到“${oneLine(why.destination)}”；应为以下之一：${why.destinations.join('、')}。`,
        en: `Nothing was published to “${oneLine(why.destination)}”; it is one of: ${why.destinations.join(', ')}.`,
      };
    case 'not-a-channel':
      return {
        zh: `“${oneLine(why.channel)}”不是文件规定的公布渠道，应为以下之一：${why.channels.join('、')}。`,
        en: `“${oneLine(why.channel)}” is no channel of the policy; it is one of: ${why.channels.join(', ')}.`,
      };
    case 'not-published-as': {
      const what = publishedWords[why.what];
      return {
        zh: `${what.zh}有专门的公布办理，不在这里登记。`,
        en: `There is an act of its own for publishing ${what.en}.`,
      };
    }
    case 'exposure-unfit':
      return exposureWords[why.because];
    case 'no-address':
      return {
        zh: '请写明在哪里可以看到：网址，或公开栏、版面、窗口的位置。',
        en: 'Say where it can be seen: an address, or which board, page or counter.',
      };
    case 'none-public':
      return {
        zh: `第 ${why.book} 号抽取中 ${why.department} 还没有公示的检查结果。`,
        en: `No outcome of ${why.department} in draw ${why.book} is public yet.`,
      };
    case 'file':
      return isJson(why.why) ? jsonWords(why.why) : wordsOfOpenRefusal(why.why);
    case 'no-table': {
      const wanted = why.why.kind === 'no-header' ? why.why.expected : why.why.missing;
      return {
        zh: `“${oneLine(why.file)}”中没有找到需要的列：${wanted.join('、')}。`,
        en: `“${oneLine(why.file)}” lacks the columns ${wanted.join(', ')}.`,
      };
    }
    case 'no-policy':
      return {
        zh: `${why.on} 没有生效的政策，无法确定公示期限和报送平台。`,
        en: `No policy is in force on ${why.on}, so that neither day nor destination is known.`,
      };
    case 'too-long':
      return sayTooLong(why);
    default:
      return never(why);
  }
}

export function lifeWords(why: LifeRefusal): Words {
  switch (why.reason) {
    case 'not-entered':
      return { zh: '还没有录入检查结果', en: 'no outcome is entered' };
    case 'not-reviewed':
      return {
        zh: '检查结果未经审核，或被退回，或审核后又重新录入',
        en: 'nobody has reviewed it, it was returned, or it was entered anew since',
      };
    case 'withheld':
      return why.until === null
        ? { zh: '已决定不予公开', en: 'it is kept back by decision' }
        : { zh: `已决定不予公开，至${civil(why.until).zh}`, en: `it is kept back until ${civil(why.until).en}` };
    case 'ended': {
      const [end, day] = [endingWords[why.why], civil(why.day)];
      return {
        zh: `自${day.zh}起已停止公示（${end.zh}）`,
        en: `its publication ended on ${day.en} (${end.en})`,
      };
    }
    case 'not-public':
      return { zh: '没有公示，无从停止', en: 'it is not public, so that nothing can end' };
    default:
      return never(why);
  }
}

const leftReasons = {
  'not-entered': { zh: '未录入', en: 'not entered' },
  'not-reviewed': { zh: '未经审核', en: 'not reviewed' },
  withheld: { zh: '决定不予公开', en: 'kept back by decision' },
  ended: { zh: '已停止公示', en: 'ended' },
  'not-public': { zh: '没有公示', en: 'not public' },
} as const satisfies Record<LeftOut['why'], Words>;

/** 未录入 3 项、未经审核 12 项 */
export const leftWords = (left: readonly LeftOut[]): Words => ({
  zh: left.map(({ why, count }) => `${leftReasons[why].zh} ${count} 项`).join('、'),
  en: left.map(({ why, count }) => `${count} ${leftReasons[why].en}`).join(', '),
});

const exposureWords = {
  'no-outcome': {
    zh: '曝光信息请写明所依据的检查结果的报送编号（本单位的），如 3/12/scjg/SX010101。',
    en: 'Say on which outcome of your own it rests, by its number, as 3/12/scjg/SX010101.',
  },
  'not-public': { zh: '所依据的检查结果没有在公示，不能曝光。', en: 'The outcome that it rests on is not public.' },
  'not-final': {
    zh: '所发现的问题还没有作出最终的处罚、列异或者联合惩戒决定，不能曝光。',
    en: 'No final decision (penalty, listing, joint punishment) stands on that finding.',
  },
  'no-end': { zh: '请写明曝光到哪一天为止。', en: 'Say until when it is shown.' },
} as const satisfies Record<Extract<NoticeRefusal, { reason: 'exposure-unfit' }>['because'], Words>;

export const publishedWords = {
  plan: { zh: '抽查计划', en: 'a plan' },
  'item-list': { zh: '抽查事项清单', en: 'an item list' },
  'joint-list': { zh: '“两单”', en: 'the joint lists' },
  draw: { zh: '抽查情况', en: 'the course of a draw' },
  outcome: { zh: '检查结果', en: 'outcomes' },
  penalty: { zh: '行政处罚', en: 'a penalty' },
  'complaint-telephone': { zh: '投诉举报电话', en: 'the complaint telephone' },
  'complaint-result': { zh: '投诉举报查处结果', en: 'what came of a complaint' },
  exposure: { zh: '曝光信息', en: 'an exposure' },
} as const satisfies Record<PublicationRule['what'], Words>;

function groundRefusalWords(why: GroundRefusal): Words {
  switch (why.reason) {
    case 'reason-missing':
      return {
        zh: '以公开为常态、不公开为例外：请写明不予公开的具体内容和理由。',
        en: 'Publicity is the rule: say what is kept back and why.',
      };
    case 'reason-general':
      return {
        zh: `“${oneLine(why.words)}”没有说明保护的是什么。以公开为常态、不公开为例外，请写明涉及的具体内容，例如“配方工艺参数属该企业未公开的技术信息”。`,
        en: `“${oneLine(why.words)}” does not say what is protected. Publicity is the rule: name it, for instance a recipe that is not public.`,
      };
    case 'law-not-named':
      return {
        zh: '依法律法规不予公开的，请写明法律名称或条款，例如《中华人民共和国政府信息公开条例》第十四条。',
        en: 'Where a law forbids it, name the law or its article.',
      };
    default:
      return never(why);
  }
}

const isJson = (why: { readonly kind: string }): why is JsonRefusal =>
  why.kind === 'not-json' || why.kind === 'no-list';

const jsonWords = ({ kind }: JsonRefusal): Words =>
  kind === 'not-json'
    ? {
        zh: '文件不是有效的 JSON，请检查是否完整。',
        en: 'The file is no valid JSON; check whether it is whole.',
      }
    : {
        zh: 'JSON 中没有找到记录列表：应为数组，或含有“list”数组的对象。',
        en: 'The JSON holds no list of records: an array, or an object with a “list”.',
      };
