/** Refusals of dealing with findings, in words. */
import { wordsOfWay } from '../../core/follow-up/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { FollowUpRefusal, GivenField } from '../verbs/follow-up/refusal.ts';
import { sayTooLong } from './too-long.ts';

/** What a person gives, as forms and refusals name it. */
export const givenWords = {
  by: { zh: '整改期限', en: 'day by which it must be corrected' },
  on: { zh: '日期', en: 'day' },
  until: { zh: '提醒期限', en: 'last day of the reminder' },
  from: { zh: '开始日期', en: 'first day' },
  to: { zh: '结束日期或接收单位', en: 'last day, or receiver' },
  number: { zh: '文号', en: 'number' },
  words: { zh: '说明', en: 'words' },
  reason: { zh: '理由', en: 'reason' },
  basis: { zh: '法律依据', en: 'legal basis' },
  field: { zh: '惩戒领域', en: 'field' },
  way: { zh: '提醒方式', en: 'way of reminding' },
  receipt: { zh: '送达回证', en: 'receipt' },
  considered: { zh: '已考虑的包容审慎措施', en: 'measures of caution considered' },
  evidence: { zh: '证据', en: 'evidence' },
  entry: { zh: '清单条目', en: 'entry of the list' },
  subject: { zh: '决定书所列检查对象（统一社会信用代码）', en: 'enterprise that the decision names' },
  task: { zh: '抽查任务单号', en: 'number of the task' },
  unit: { zh: '办案机构', en: 'case-handling unit' },
  told: { zh: '告知的部门', en: 'departments told' },
  repairFrom: { zh: '最早可申请信用修复的日期', en: 'first day for a repair' },
} as const satisfies Record<GivenField, Words>;

/** Cases named in one refusal; more are counted. */
const named = 5;
/** Entries of a list that are offered. */
const offered = 8;

export function sayFollowUp(why: FollowUpRefusal): Words {
  switch (why.reason) {
    case 'no-cases':
      return { zh: '请选择要处置的问题。', en: 'Choose the findings that it is about.' };
    case 'too-many-cases':
      return { zh: `一次最多处置 ${why.most} 个问题。`, en: `At most ${why.most} findings at once.` };
    case 'no-case':
      return {
        zh: `没有“${why.case}”这个问题；写作 检查编号/单位代码/事项编码，如 3-0012/scjg/SX010101。`,
        en: `There is no finding “${why.case}”; its name is visit/department/item, such as 3-0012/scjg/SX010101.`,
      };
    case 'several-departments':
      return {
        zh: `所选问题属于 ${why.departments.length} 个单位，请由各单位分别办理。`,
        en: `These findings belong to ${why.departments.length} departments; each deals with its own.`,
      };
    case 'several-subjects':
      return {
        zh: `所选问题涉及 ${why.subjects} 户，这项处置须一户一办，请分别办理。`,
        en: `These findings are about ${why.subjects} enterprises; this is done for one at a time.`,
      };
    case 'visit-gone':
      return {
        zh: `${why.no} 的抽取已撤销（更正）或检查对象已替换，不能据此作出决定。`,
        en: `The draw or subject of ${why.no} stands no more; nothing can be decided on its ground.`,
      };
    case 'cases': {
      const said = why.cases
        .slice(0, named)
        .map(({ no, item, why: way }) => ({ at: `${no}（${item}）`, ...wordsOfWay(way, (code) => code) }));
      const more = why.cases.length - said.length;
      return {
        zh: `没有登记：${said.map(({ at, zh }) => `${at}${zh}`).join('；')}${more > 0 ? `；另有 ${more} 项` : ''}。`,
        en: `Nothing was recorded: ${said.map(({ at, en }) => `${at} ${en}`).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
      };
    }
    case 'text-missing':
      return { zh: `请填写${givenWords[why.field].zh}。`, en: `Please give the ${givenWords[why.field].en}.` };
    case 'not-a-date':
      return {
        zh: `${givenWords[why.field].zh}应写作 2025-06-23 且不晚于实际日期，现为“${why.text}”。`,
        en: `The ${givenWords[why.field].en} is written 2025-06-23 and not “${why.text}”.`,
      };
    case 'not-evidence':
      return {
        zh: `证据第 ${why.line} 行写法不对，每行写作：名称；存放位置；SHA-256（可不填）。`,
        en: `Line ${why.line} of the evidence: write name; place; SHA-256 (may be left out).`,
      };
    case 'no-evidence':
      return {
        zh: '移交须附证据清单：检查结果中没有证据的，请在此逐行填写名称和存放位置。',
        en: 'A transfer goes with its evidence: name it here, a line each, where the outcome has none.',
      };
    case 'too-long':
      return sayTooLong(why);
    case 'other-subject':
      return {
        zh: `决定书所列检查对象“${why.given}”与抽查发现问题的检查对象“${why.is}”不一致，请核对。`,
        en: `The decision names “${why.given}” and the findings are about “${why.is}”; please check.`,
      };
    case 'other-task':
      return {
        zh: `抽查任务单号“${why.given}”与发现问题的任务不一致，应为：${why.tasks.join('、') || '（无）'}。`,
        en: `Task “${why.given}” is not that of the findings, which is ${why.tasks.join(', ') || 'none'}.`,
      };
    case 'number-taken':
      return {
        zh: `文号“${why.number}”已用于另一检查对象的决定，请核对。`,
        en: `“${why.number}” is the number of a decision about another enterprise; please check.`,
      };
    case 'no-leniency-list':
      return {
        zh: `${why.department} 没有登记生效的从宽清单，请先用“mingchou list keep”登记清单及其条目。`,
        en: `${why.department} has registered no leniency list in force; register it with its entries first.`,
      };
    case 'not-an-entry': {
      const shown = why.entries.slice(0, offered).join('、') || '（该清单没有条目）';
      return {
        zh: `“${why.entry}”不是已登记清单的条目，可以选择：${shown}。`,
        en: `“${why.entry}” is no entry of the registered list; there is: ${why.entries.slice(0, offered).join(', ') || 'none'}.`,
      };
    }
    case 'no-receiver':
      return {
        zh: `名单中没有“${why.to}”这个单位，请填单位名称或代码；确有需要的，请联席办先行登记。`,
        en: `“${why.to}” is no department of the list; give its name or code, or ask the office to add it.`,
      };
    case 'unit-missing':
      return {
        zh: '移送本单位的，请写明办案机构。',
        en: 'Handing over to your own department, say which unit handles cases.',
      };
    case 'no-such-transfer':
      return { zh: `没有编号为 ${why.transfer} 的移交。`, en: `There is no transfer ${why.transfer}.` };
    case 'no-such-visit':
      return { zh: `本单位没有检查编号为“${why.no}”的检查。`, en: `Your department has no visit “${why.no}”.` };
    case 'door-needs-reason':
      return {
        zh: '回访以电话、书面为主，上门回访的请写明理由。',
        en: 'A revisit is by telephone or from the file; give the reason for going to the door.',
      };
    default:
      return never(why);
  }
}
