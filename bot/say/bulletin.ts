/** Refusals about numbers, summaries and bulletins, in words. */
import { type NumberFinding, numberWords } from '../../core/bulletin/number.ts';
import { bulletinPeriod, periodName, quarterPeriod } from '../../core/bulletin/period.ts';
import { isSummaryKey, summaryWords } from '../../core/bulletin/summary.ts';
import { dateInChinese } from '../../core/calendar.ts';
import { never } from '../../core/result.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { wordsOfFault, wordsOfRecogniseRefusal } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { BulletinRefusal } from '../verbs/bulletin/refusal.ts';
import { sayTooLong } from './too-long.ts';

export function sayBulletin(why: BulletinRefusal): Words {
  switch (why.reason) {
    case 'too-long':
      return sayTooLong(why);
    case 'no-department':
      return {
        zh: `单位名录中没有“${why.department}”，或者有几个单位同名；请填写名录中的名称或代码。`,
        en: `There is no department “${why.department}”, or several of that name; write the name or code on the list.`,
      };
    case 'not-yours':
      return {
        zh: `${why.department}的指标明细只提供给该单位、联席办和督查单位。`,
        en: `Figures of ${why.department} are for it, the office and those who supervise.`,
      };
    case 'not-a-day':
      return { zh: `“${why.text}”不是日期，请写作 2025-06-30。`, en: `“${why.text}” is no day; write 2025-06-30.` };
    case 'no-numbers':
      return { zh: '至少填写一个数。', en: 'State at least one number.' };
    case 'no-source':
      return {
        zh: '请写明数据来源（系统、台账或者统计人）。',
        en: 'Say where the numbers come from: a system, a ledger, who counted.',
      };
    case 'no-such-number':
      return { zh: `没有“${why.text}”这个数据项。`, en: `There is no number “${why.text}”.` };
    case 'numbers': {
      const { from, to } = why.span;
      const found = why.findings.map(sayNumberFinding);
      return {
        zh: `${from} 至 ${to} 的申报数据未登记：${found.map(({ zh }) => zh).join('；')}。`,
        en: `Numbers of ${from} to ${to} were not taken: ${found.map(({ en }) => en).join('; ')}.`,
      };
    }
    case 'file': {
      const { zh, en } = wordsOfOpenRefusal(why.why);
      return { zh: `文件“${why.file}”：${zh}`, en: `File “${why.file}”: ${en}` };
    }
    case 'header': {
      const { zh, en } = wordsOfRecogniseRefusal(why.why);
      return { zh: `文件“${why.file}”：${zh}`, en: `File “${why.file}”: ${en}` };
    }
    case 'no-row': {
      const [first] = why.rejected;
      const fault = first?.faults[0];
      const said = fault === undefined ? null : wordsOfFault(fault.fault);
      const at =
        first === undefined || said === null
          ? { zh: '', en: '' }
          : { zh: `第 ${first.row + 1} 行：${said.zh}`, en: ` Row ${first.row + 1}: ${said.en}` };
      return {
        zh: `文件“${why.file}”没有可以采用的行。${at.zh}`,
        en: `No row of “${why.file}” could be taken.${at.en}`,
      };
    }
    case 'no-period':
      return {
        zh: `现行文件没有要求报送${nameOfPeriod(why.period)}${why.asked.length === 0 ? '。' : `；本年要求报送的有：${why.asked.map(nameOfPeriod).join('、')}。`}`,
        en: `The policy in force asks for no “${why.period}”${why.asked.length === 0 ? '.' : `; it asks for: ${why.asked.join(', ')}.`}`,
      };
    case 'before-effect':
      return {
        zh: `${nameOfPeriod(why.period)}的期限 ${dateInChinese(why.due)} 在文件生效之前，不需要报送。`,
        en: `“${why.period}” was due ${why.due}, before the policy took effect; it is not owed.`,
      };
    case 'part-empty':
      return { zh: `“${why.part}”部分为空，请补充后再报送。`, en: `The part “${why.part}” is empty; fill it in.` };
    case 'no-such-part':
      return {
        zh: `没有“${why.part}”这一部分；应有的部分是：${why.parts.join('、')}。`,
        en: `There is no part “${why.part}”; the parts are: ${why.parts.join(', ')}.`,
      };
    case 'rows-missing':
      return {
        zh: `请附上 ${why.year} 年度抽查计划表（.xlsx 或 .csv）；本单位没有牵头任务的，请写明“没有牵头任务”。`,
        en: `Add the plan sheet of ${why.year} (.xlsx or .csv), or say that you lead no task.`,
      };
    case 'rows-and-none':
      return {
        zh: `已附计划表“${why.file}”，又写明没有牵头任务，二者只能取其一。`,
        en: `“${why.file}” has rows, and you say that you lead no task; it is one or the other.`,
      };
    case 'not-submitted':
      return {
        zh: `${why.department}尚未报送${nameOfPeriod(why.period)}。`,
        en: `${why.department} has not sent “${why.period}”.`,
      };
    case 'returned-already':
      return {
        zh: `${why.department}报送的${nameOfPeriod(why.period)}已退回，等待重新报送。`,
        en: `“${why.period}” of ${why.department} was returned already.`,
      };
    case 'no-words':
      return { zh: '请写明退回的原因和需要补充的内容。', en: 'Say why it is returned and what is to be added.' };
    case 'not-a-period':
      return {
        zh: `“${why.text}”不是通报的期间，请写作 2025-2（第二季度）、2025 上半年、2025 全年，或者截止日期 2025-06-30。`,
        en: `“${why.text}” is no period; write 2025-2 (second quarter), 2025 half, 2025 year, or a day such as 2025-06-30.`,
      };
    case 'not-over':
      return {
        zh: `${nameOfPeriod(why.period)}至 ${dateInChinese(why.to)} 为止，今天是 ${dateInChinese(why.today)}，期满后方可发布。`,
        en: `“${why.period}” runs to ${why.to} and today is ${why.today}; it is issued when it is over.`,
      };
    case 'issued-already':
      return {
        zh: `${nameOfPeriod(why.period)}的通报已于 ${dateInChinese(why.on)} 发布，发布后不能更改。`,
        en: `“${why.period}” was issued on ${why.on} and cannot be changed.`,
      };
    case 'no-bulletin':
      return { zh: `${nameOfPeriod(why.period)}的通报尚未发布。`, en: `“${why.period}” has not been issued.` };
    case 'no-policy':
      return { zh: `${dateInChinese(why.on)} 没有生效的工作文件。`, en: `No policy is in force on ${why.on}.` };
    case 'no-figure':
      return { zh: `没有“${why.text}”这个指标。`, en: `There is no figure “${why.text}”.` };
    case 'span-backwards':
      return { zh: `起始日期 ${why.from} 晚于截止日期 ${why.to}。`, en: `${why.from} is later than ${why.to}.` };
    case 'no-intentions':
      return {
        zh: `${why.department} 没有随工作打算报送过 ${why.year} 年度抽查计划。`,
        en: `${why.department} sent no plan rows for ${why.year}.`,
      };
    default:
      return never(why);
  }
}

/** @param before the day on which it was issued already; null where it has just been issued */
export const issuedWords = (title: string, before: string | null): Words =>
  before === null
    ? { zh: `《${title}》已发布。`, en: `“${title}” is issued.` }
    : {
        zh: `《${title}》此前已于${dateInChinese(before)}发布，没有重复发布。`,
        en: `“${title}” was issued before, on ${before}; it is not issued again.`,
      };

/** 2025年第三季度, 2025年上半年工作小结; what is none of ours is said as it was typed. */
function nameOfPeriod(typed: string): string {
  const period = bulletinPeriod(typed);
  if (period !== null) return periodName(period);
  const [, key = '', year = '', quarter] = /^([a-z-]+)\/(\d{4})(?:-(\d))?$/.exec(typed) ?? [];
  if (!isSummaryKey(key)) return `“${typed}”`;
  return `${quarter === undefined ? `${year}年` : periodName(quarterPeriod(Number(year), Number(quarter)))}${summaryWords[key].zh}`;
}

function sayNumberFinding(finding: NumberFinding): Words {
  switch (finding.kind) {
    case 'not-whole':
      return {
        zh: `${numberWords(finding.key).zh}“${finding.n}”应为不小于 0 的整数`,
        en: `${numberWords(finding.key).en} “${finding.n}” is no whole number of 0 or more`,
      };
    case 'span-backwards':
      return {
        zh: `起始日期 ${finding.from} 晚于截止日期 ${finding.to}`,
        en: `${finding.from} is later than ${finding.to}`,
      };
    case 'span-ahead':
      return {
        zh: `截止日期 ${finding.to} 晚于今天（${finding.today}）`,
        en: `${finding.to} is later than today (${finding.today})`,
      };
    case 'more-than':
      return {
        zh: `${numberWords(finding.key).zh} ${finding.n} 大于${numberWords(finding.than).zh} ${finding.most}`,
        en: `${numberWords(finding.key).en} ${finding.n} is more than ${numberWords(finding.than).en} ${finding.most}`,
      };
    case 'sum-differs':
      return {
        zh: `${numberWords(finding.key).zh} ${finding.n} 与五类之和 ${finding.sum} 不等`,
        en: `${numberWords(finding.key).en} ${finding.n} is not the sum of the five kinds, ${finding.sum}`,
      };
    case 'overlaps':
      return {
        zh: `${numberWords(finding.key).zh}已申报过 ${finding.held.from} 至 ${finding.held.to}，与本次起止日期部分重叠；更正请用相同的起止日期`,
        en: `${numberWords(finding.key).en} is stated for ${finding.held.from} to ${finding.held.to}, which overlaps; correct it with the same days`,
      };
    default:
      return never(finding);
  }
}
