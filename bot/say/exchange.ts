/** Refusals about meetings, practice, news, problems and supervision. */
import { dateInChinese, wordsOfDateRefusal } from '../../core/calendar.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { ExchangeRefusal } from '../verbs/exchange/refusal.ts';
import { sayTooLong } from './too-long.ts';

const fieldWords = {
  title: { zh: '标题', en: 'a title' },
  words: { zh: '内容', en: 'what it is about' },
  agenda: { zh: '议程', en: 'the agenda' },
  place: { zh: '地点', en: 'the place' },
} as const satisfies Record<string, Words>;

export function sayExchange(why: ExchangeRefusal): Words {
  switch (why.reason) {
    case 'too-long':
      return sayTooLong(why);
    case 'words-missing':
      return { zh: `请填写${fieldWords[why.field].zh}。`, en: `Give ${fieldWords[why.field].en}.` };
    case 'not-a-day': {
      const { zh, en } = wordsOfDateRefusal({ kind: 'not-a-date', text: why.text });
      return { zh: `${zh}。`, en: `${en}.` };
    }
    case 'no-problem':
      return { zh: `没有第 ${why.no} 号督办事项。`, en: `There is no matter ${why.no}.` };
    case 'solved-already':
      return {
        zh: `第 ${why.no} 号督办事项已经办结；又有新情况的，请作为新问题提出。`,
        en: `Matter ${why.no} is closed; raise a new one for what is new.`,
      };
    case 'no-such-owner':
      return {
        zh: `成员单位名单中没有“${why.owner}”，请填写单位名称或代码；由联席办承办的填“联席办”。`,
        en: `No department is called “${why.owner}”. Give a name or code, or “office”.`,
      };
    case 'due-early':
      return {
        zh: `日期 ${dateInChinese(why.due)} 早于 ${dateInChinese(why.today)}，请改为当天或以后的日期。`,
        en: `${why.due} is before ${why.today}; give that day or a later one.`,
      };
    case 'no-meeting':
      return { zh: `没有第 ${why.no} 号会议。`, en: `There is no meeting ${why.no}.` };
    case 'held-already':
      return { zh: `第 ${why.no} 号会议已有会议记录。`, en: `Meeting ${why.no} has its minutes already.` };
    case 'not-held-yet':
    case 'in-future':
      return {
        zh: `日期 ${dateInChinese(why.on)} 晚于今天（${dateInChinese(why.today)}），请填写已经发生的日期。`,
        en: `${why.on} is after today (${why.today}); give a day that has come.`,
      };
    case 'not-invited':
      return {
        zh: `第 ${why.no} 号会议没有通知贵单位参加，如需参加请与联席办联系。`,
        en: `Your department was not asked to meeting ${why.no}; the office can tell you more.`,
      };
    case 'nobody-invited':
      return {
        zh: '名单中没有成员单位可以通知，请先导入成员单位名单。',
        en: 'There is no department to invite; import the list of departments first.',
      };
    case 'no-practice':
      return { zh: `没有第 ${why.no} 号经验做法。`, en: `There is no practice ${why.no}.` };
    default:
      return never(why);
  }
}
