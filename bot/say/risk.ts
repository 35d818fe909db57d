/** Refusals about risk, classes and signs. */
import { dateInChinese, wordsOfDateRefusal } from '../../core/calendar.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { RiskRefusal } from '../verbs/risk/refusal.ts';
import { sayTooLong } from './too-long.ts';

export function sayRisk(why: RiskRefusal): Words {
  switch (why.reason) {
    case 'too-long':
      return sayTooLong(why);
    case 'say-it-in-words':
      return { zh: '请写明内容。', en: 'Say what it is.' };
    case 'no-such-department':
      return {
        zh: `成员单位名单中没有“${why.department}”，请填写单位名称或代码。`,
        en: `No department is called “${why.department}”; give a name or code.`,
      };
    case 'due-before-today':
      return {
        zh: `期限 ${dateInChinese(why.due)} 早于今天（${dateInChinese(why.today)}）。`,
        en: `${why.due} is before today (${why.today}).`,
      };
    case 'not-a-day': {
      const { zh, en } = wordsOfDateRefusal({ kind: 'not-a-date', text: why.text });
      return { zh: `${zh}。`, en: `${en}.` };
    }
    case 'no-risk':
      return { zh: `没有第 ${why.no} 号风险预警线索。`, en: `There is no warning ${why.no}.` };
    case 'no-suggestion':
      return { zh: `没有第 ${why.no} 号分类调整建议。`, en: `There is no suggestion ${why.no}.` };
    case 'answered-already':
      return { zh: `第 ${why.no} 号分类调整建议已经答复。`, en: `Suggestion ${why.no} is answered already.` };
    case 'no-such-class':
      return {
        zh: `分类“${why.scheme}”中没有“${why.label}”类，应为：${why.labels.join('、') || '本文件没有这种分类'}。`,
        en: `“${why.scheme}” has no class “${why.label}”: ${why.labels.join(', ') || 'the policy has no such scheme'}.`,
      };
    case 'moved-by-rounds':
      return {
        zh: `“${why.scheme}”的类别按移库程序调整，请在调整期内提出移库。`,
        en: `Classes of “${why.scheme}” change by moves between pools; ask for a move in a round of adjustment.`,
      };
    case 'rests-on-nothing':
      return {
        zh: `“${why.subject}”本年度没有贵单位的检查结果，分类调整须以检查结果为依据。`,
        en: `No outcome of your department this year is about “${why.subject}”; a change of class rests on outcomes.`,
      };
    case 'no-sign':
      return {
        zh: '本单位没有这一迹象，或者相关检查结果已经更正。',
        en: 'Your department shows no such sign, or the outcomes were corrected.',
      };
    case 'year-over':
      return {
        zh: `${why.year} 年已经过去，请填写 ${why.thisYear} 年或以后的年度。`,
        en: `${why.year} is over; give ${why.thisYear} or a later year.`,
      };
    case 'no-such-year':
      return {
        zh: `“${why.year}”不是年度，应写作四位数字，如 2026。`,
        en: `“${why.year}” is no year; write it like 2026.`,
      };
    default:
      return never(why);
  }
}
