/** Refusals about re-inspections. */
import { wordsOfDateRefusal } from '../../core/calendar.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { RecheckRefusal } from '../verbs/recheck/refusal.ts';
import { sayTooLong } from './too-long.ts';

export function sayRecheck(why: RecheckRefusal): Words {
  switch (why.reason) {
    case 'too-long':
      return sayTooLong(why);
    case 'nothing-published':
      return {
        zh: `计划 ${why.plan}${why.department === '' ? '' : `（${why.department}）`}还没有已公示的检查结果，公示后才能抽取再检查。`,
        en: `No outcome of plan ${why.plan}${why.department === '' ? '' : ` (${why.department})`} is public yet; there is nothing to re-inspect.`,
      };
    case 'no-share':
      return {
        zh: `抽取比例应大于 0、不超过 100%，现为 ${why.percent}%。`,
        en: `The share is more than 0 and at most 100%, not ${why.percent}%.`,
      };
    case 'not-a-day': {
      const { zh, en } = wordsOfDateRefusal({ kind: 'not-a-date', text: why.text });
      return { zh: `${zh}。`, en: `${en}.` };
    }
    case 'being-drawn':
      return {
        zh: `同一范围的第 ${why.no} 号再检查正在抽取（第 ${why.ceremony} 次抽取），请先完成或终止该次抽取。`,
        en: `Re-inspection ${why.no} of the same outcomes is being drawn (ceremony ${why.ceremony}); finish or abort it first.`,
      };
    case 'no-recheck':
      return { zh: `没有第 ${why.no} 号再检查。`, en: `There is no re-inspection ${why.no}.` };
    case 'not-drawn-yet':
      return {
        zh: `第 ${why.no} 号再检查尚未抽出（第 ${why.ceremony} 次抽取未开签）。`,
        en: `Re-inspection ${why.no} is not drawn yet (ceremony ${why.ceremony} is not opened).`,
      };
    case 'not-in-sample':
      return {
        zh: `“${why.outcome}”不在第 ${why.no} 号再检查抽中的检查结果中。`,
        en: `“${why.outcome}” was not drawn by re-inspection ${why.no}.`,
      };
    case 'own-work':
      return {
        zh: `“${why.outcome}”由您（${why.person}）检查或录入，再检查须由未参加原检查的人员办理。`,
        en: `“${why.outcome}” is your own work (${why.person}); somebody who was not there re-inspects it.`,
      };
    case 'fault-without-words':
      return {
        zh: `“${why.outcome}”评为存在问题的，请写明问题。`,
        en: `Say what is at fault with “${why.outcome}”.`,
      };
    case 'door-without-filing':
      return {
        zh: `再检查一般查阅档案或电话核实；确需上门的，先按计划外检查报备，再填写备案号（现为“${why.filing ?? '未填写'}”）。`,
        en: `Re-inspect over the file or by telephone; to go to the door, file an unplanned check first and give its number (now “${why.filing ?? 'none'}”).`,
      };
    case 'nothing-to-answer':
      return {
        zh: `“${why.outcome}”在第 ${why.no} 号再检查中没有需要答复的问题。`,
        en: `Re-inspection ${why.no} found no fault with “${why.outcome}” that needs an answer.`,
      };
    case 'answer-missing':
      return { zh: '请写明整改情况。', en: 'Say what was done about it.' };
    default:
      return never(why);
  }
}
