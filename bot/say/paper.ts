/** Refusals of official papers, in words. */
import { dateInChinese } from '../../core/calendar.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { abouts, paperKinds, papers } from '../paper/official/papers.ts';
import type { Lack, PaperRefusal } from '../verbs/paper/refusal.ts';

export const lackWords: Readonly<Record<Lack, Words>> = {
  consultation: { zh: '没有这一次征询', en: 'there is no such consultation' },
  invitation: { zh: '没有这一封会商函或通知', en: 'there is no such letter' },
  visit: { zh: '没有这一户检查', en: 'there is no such visit' },
  part: { zh: '该部门不参加这一户检查', en: 'that department does not go to this visit' },
  approval: { zh: '该户检查尚未提请审批', en: 'no approval of this visit was asked for' },
  notice: { zh: '该户检查尚未登记检查通知', en: 'no notice of this visit is recorded' },
  outcomes: {
    zh: '该部门在这一户的检查结果尚未全部录入',
    en: 'not every outcome of the department at this visit is entered',
  },
  review: {
    zh: '该部门在这一户的检查结果尚未全部审核通过',
    en: 'not every outcome of the department at this visit has passed review',
  },
  scheme: { zh: '该任务尚未登记实施方案', en: 'no scheme of this task is recorded' },
  task: { zh: '计划中没有这一任务', en: 'the plan has no such task' },
  filing: { zh: '没有这一项备案', en: 'there is no such filing' },
  recusal: { zh: '没有这一回避申请，或者尚未决定', en: 'there is no such recusal, or it is not decided' },
  case: { zh: '没有这一问题，或者它已不是待处置的问题', en: 'there is no such finding' },
  item: {
    zh: '该户检查有多个问题，请在检查编号后写明事项编码或名称',
    en: 'the visit has several findings; name the item after the visit',
  },
  reminder: { zh: '该问题没有登记列异事前提醒', en: 'no reminder before listing is recorded of this finding' },
  guidance: { zh: '该问题没有登记整改辅导', en: 'no guidance is recorded of this finding' },
  penalty: { zh: '该问题没有登记行政处罚决定', en: 'no penalty decision is recorded of this finding' },
  crime: { zh: '该问题没有登记涉嫌犯罪移送', en: 'no referral is recorded of this finding' },
  transfer: { zh: '没有这一项移交', en: 'there is no such transfer' },
  bulletin: { zh: '这一期通报尚未印发', en: 'that bulletin was not issued' },
  summary: { zh: '该单位尚未报送这一期小结', en: 'that unit has not sent this summary' },
};

export function sayPaper(why: PaperRefusal): Words {
  switch (why.reason) {
    case 'no-such-paper': {
      const all = paperKinds.map((kind) => `${papers[kind].title.zh}（${kind}）`).join('、');
      return {
        zh: `没有“${why.typed}”这种文书。可以制作：${all}。`,
        en: `There is no paper “${why.typed}”. There are: ${paperKinds.join(', ')}.`,
      };
    }
    case 'about-unread': {
      const { title, about } = papers[why.kind];
      const { name, example } = abouts[about];
      return {
        zh: `${title.zh}应写明${name.zh}，如 ${example}，现为“${why.about}”。`,
        en: `${title.en} is about a ${name.en}, such as ${example}, not “${why.about}”.`,
      };
    }
    case 'not-recorded':
      return {
        zh: `不能制作“${papers[why.kind].title.zh}”（${why.about}）：${lackWords[why.lacks].zh}。文书只写已经记录的事实，请先办理。`,
        en: `“${papers[why.kind].title.en}” (${why.about}) cannot be drawn up: ${lackWords[why.lacks].en}. A paper says what is recorded; record it first.`,
      };
    case 'other-paper':
      return {
        zh: `“${why.about}”应制作“${papers[why.instead].title.zh}”（${why.instead}），不是“${papers[why.kind].title.zh}”。`,
        en: `“${why.about}” is a matter for “${papers[why.instead].title.en}” (${why.instead}), not for “${papers[why.kind].title.en}”.`,
      };
    case 'changed-since':
      return {
        zh: `${why.paper}于${dateInChinese(why.on)}签发，此后所依据的事实有变化，不能按原号再出。请以存档原件为准；需要新的文书的，请重新取号。`,
        en: `${why.paper} was issued on ${why.on}, and what it rests on has changed since. The filed original holds; take a new number for a new paper.`,
      };
    case 'no-paper':
      return {
        zh: `没有这一份文书（${why.seq}），或者不由您查看。`,
        en: `There is no such paper (${why.seq}), or it is not yours to read.`,
      };
    case 'no-series':
      return {
        zh: `${why.department}尚未登记发文机关代字，请写明，如“明市监”；登记后按年度顺序编号。`,
        en: `${why.department} has no series of numbers yet. Give its short name, such as 明市监; numbers then follow by year.`,
      };
    case 'series-unread':
      return {
        zh: `发文机关代字应为 2 至 12 个字，不含括号、数字和空格，现为“${why.series}”。`,
        en: `A series is 2 to 12 characters without brackets, digits or spaces, not “${why.series}”.`,
      };
    default:
      return never(why);
  }
}
