/** Refusals after the draw, in words. */
import { sayEvent } from '../../core/draw/words.ts';
import type { Words } from '../../core/words.ts';
import type { VisitRefusal } from '../verbs/visit/refusal.ts';
import { sayTooLong } from './too-long.ts';
import { sayAtDoor } from './visit-refusals.ts';

export function sayVisit(why: VisitRefusal): Words {
  switch (why.reason) {
    case 'no-post':
      return {
        zh: `第 ${why.ceremony} 次抽取没有 ${why.post} 号岗位。`,
        en: `Ceremony ${why.ceremony} has no post ${why.post}.`,
      };
    case 'not-holder':
      // Not by whom it is held: whoever asks about all posts would have the whole list.
      return {
        zh: `${why.post} 号岗位现在不由 ${why.inspector || '（未登记工号）'} 担任；回避由本人申请。`,
        en: `Post ${why.post} is not held by ${why.inspector || 'you'} now; an inspector asks for himself.`,
      };
    case 'no-case':
      return { zh: `没有编号为 ${why.case} 的回避申请。`, en: `There is no recusal ${why.case}.` };
    case 'decided-already':
      return {
        zh: `回避申请 ${why.case} 已决定为${why.granted ? '准予' : '不准'}，不能改变。`,
        en: `Recusal ${why.case} was ${why.granted ? 'granted' : 'denied'} already.`,
      };
    case 'applicant-decides':
      return {
        zh: `${why.person} 是申请人，不能决定自己的回避（行政处罚法第四十三条）。`,
        en: `${why.person} applied and cannot decide (行政处罚法 43).`,
      };
    case 'no-reason-given':
      return { zh: '须写明理由。', en: 'A reason is needed.' };
    case 'too-long':
      return sayTooLong(why);
    case 'no-such-inspector':
      return { zh: `执法检查人员名录库中没有 ${why.inspector}。`, en: `There is no inspector ${why.inspector}.` };
    case 'no-such-row':
      return {
        zh: `第 ${why.ceremony} 次抽取的名单中没有 ${why.subject}。`,
        en: `${why.subject} is not on the roster of ceremony ${why.ceremony}.`,
      };
    case 'list-not-yours':
      return {
        zh: `第 ${why.ceremony} 次抽取的待检名单只提供给联席办和承办的单位、人员，其中没有 ${why.person} 承办的检查；公开日之后可查看公开记录。`,
        en: `The visits of ceremony ${why.ceremony} are for the office and those who carry them out; none of them is ${why.person}'s. The record is public after its day of disclosure.`,
      };
    case 'not-handed-out':
      return {
        zh: `第 ${why.ceremony} 次抽取的检查任务尚未派发，请等待联席办派发。`,
        en: `The visits of ceremony ${why.ceremony} have not been handed out yet.`,
      };
    case 'annulled':
      return { zh: `第 ${why.ceremony} 次抽取已撤销。`, en: `Ceremony ${why.ceremony} was annulled.` };
    case 'event':
      return sayEvent(why.why);
    default:
      return sayAtDoor(why);
  }
}
