/** What is said about findings and their disposal: states, steps, acts and their choices, and why an act cannot be. */
import { dateInChinese } from '../calendar.ts';
import { wordsOfCode } from '../outcome/words.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type {
  ClosedAs,
  CorrectionResult,
  CrimeAnswer,
  Leniency,
  Measure,
  RepairStep,
  RevisitWay,
  TransferResult,
} from './act.ts';
import type { CaseState, DisposalKind, StepKind } from './case.ts';
import type { CaseRefusal } from './rule.ts';

export const stateWords = {
  open: { zh: '待处置', en: 'open' },
  'under-way': { zh: '处置中', en: 'under way' },
  disposed: { zh: '已处置待办结', en: 'disposed of, to be closed' },
  closed: { zh: '已办结', en: 'closed' },
} as const satisfies Record<CaseState, Words>;

export const stepWords = {
  dispose: { zh: '处置发现的问题', en: 'deal with the finding' },
  'check-correction': { zh: '整改复查', en: 'check the correction' },
  next: { zh: '整改不到位，采取下一步措施', en: 'take the next step: it was not corrected' },
  guidance: { zh: '出具整改辅导单', en: 'give the guidance slip' },
  letter: { zh: '处罚告知与信用修复告知一并送达', en: 'serve the notice and the repair letter together' },
  receive: { zh: '签收移交的案源', en: 'sign for what was transferred' },
  result: { zh: '反馈移交办理结果', en: 'tell the result of the transfer' },
  refer: { zh: '移送涉嫌犯罪', en: 'refer the suspected crime' },
  'crime-answer': { zh: '登记涉嫌犯罪移送结果', en: 'record the answer to the referral' },
  list: {
    zh: '提醒期满复核，决定是否列入经营异常名录',
    en: 'look again when the reminder is over, and decide on the listing',
  },
  close: { zh: '办结后续处置', en: 'close what is disposed of' },
  explain: { zh: '检查结果已无问题，说明理由后结束', en: 'say why the outcome is no problem any more' },
  repair: { zh: '办理信用修复', en: 'carry the credit repair on' },
} as const satisfies Record<StepKind, Words>;

export const disposalWords = {
  'corrected-at-once': { zh: '当场改正', en: 'corrected at once' },
  corrected: { zh: '整改到位', en: 'corrected' },
  penalty: { zh: '行政处罚', en: 'penalty' },
  coercion: { zh: '行政强制', en: 'coercion' },
  leniency: { zh: '适用从宽清单', en: 'leniency' },
  transferred: { zh: '移交办理', en: 'dealt with by the receiver' },
  crime: { zh: '移送司法机关', en: 'taken over by the judicial organs' },
  listed: { zh: '列入经营异常名录', en: 'listed as abnormal' },
  'joint-punishment': { zh: '联合惩戒', en: 'joint punishment' },
} as const satisfies Record<DisposalKind, Words>;

export const correctionWords = {
  corrected: { zh: '已整改', en: 'corrected' },
  partly: { zh: '部分整改', en: 'partly corrected' },
  not: { zh: '未整改', en: 'not corrected' },
} as const satisfies Record<CorrectionResult, Words>;

export const measureWords = {
  penalty: { zh: '行政处罚', en: 'penalty' },
  coercion: { zh: '行政强制', en: 'coercion' },
} as const satisfies Record<Measure, Words>;

/** As the documents name the four lists. */
export const leniencyWords = {
  'no-penalty': { zh: '不予处罚', en: 'no penalty' },
  mitigated: { zh: '减轻处罚', en: 'mitigated penalty' },
  lighter: { zh: '从轻处罚', en: 'lighter penalty' },
  'no-coercion': { zh: '免予行政强制', en: 'no coercion' },
} as const satisfies Record<Leniency, Words>;

export const transferResultWords = {
  penalised: { zh: '已立案处罚', en: 'penalised' },
  corrected: { zh: '已督促整改到位', en: 'corrected' },
  'not-penalised': { zh: '不予立案或不予处罚', en: 'no case, or no penalty' },
  'suspected-crime': { zh: '涉嫌犯罪', en: 'suspected crime' },
  'not-accepted': { zh: '不属本单位管辖，退回', en: 'not ours, sent back' },
} as const satisfies Record<TransferResult, Words>;

export const crimeAnswerWords = {
  accepted: { zh: '司法机关已受理', en: 'taken over' },
  declined: { zh: '不予立案，退回', en: 'declined, sent back' },
} as const satisfies Record<CrimeAnswer, Words>;

export const repairWords = {
  applied: { zh: '受理修复申请', en: 'applied for' },
  granted: { zh: '准予修复', en: 'granted' },
  denied: { zh: '不予修复', en: 'denied' },
  'carried-out': { zh: '修复完成', en: 'carried out' },
} as const satisfies Record<RepairStep, Words>;

export const closingWords = {
  disposed: { zh: '处置完毕，办结', en: 'disposed of' },
  'no-problem': { zh: '检查结果更正为无问题', en: 'the outcome was corrected: no problem' },
  void: { zh: '抽取撤销（更正）或检查对象替换', en: 'the draw or the subject stands no more' },
} as const satisfies Record<ClosedAs, Words>;

export const revisitWords = {
  telephone: { zh: '电话回访', en: 'by telephone' },
  file: { zh: '书面或资料回访', en: 'from the file' },
  door: { zh: '上门回访', en: 'at the door' },
} as const satisfies Record<RevisitWay, Words>;

/** Without the full stop: what stands in the way of one case. @param nameOf of a department */
export function wordsOfWay(why: CaseRefusal, nameOf: (department: string) => string): Words {
  switch (why.reason) {
    case 'case-closed':
      return { zh: `已于${dateInChinese(why.on)}办结`, en: `was closed on ${why.on}` };
    case 'no-problem-left':
      return {
        zh: '检查结果已改为无问题，不能再处置；请说明理由后结束',
        en: 'the outcome is no problem any more; end it with the reason',
      };
    case 'still-a-problem':
      return {
        zh: `检查结果为“${wordsOfCode(why.code).zh}”，仍是问题，须处置后才能办结`,
        en: `the outcome is “${wordsOfCode(why.code).en}” and must be dealt with first`,
      };
    case 'visit-stands':
      return { zh: '抽取和检查仍然有效，须处置后才能办结', en: 'the visit stands, so that it must be dealt with' };
    case 'lacking': {
      const steps = why.steps.map(({ kind }) => stepWords[kind]);
      return {
        zh: `尚不能办结，还须：${steps.map(({ zh }) => zh).join('、')}`,
        en: `cannot be closed yet; still to do: ${steps.map(({ en }) => en).join(', ')}`,
      };
    }
    case 'crime-suspected':
      return {
        zh: '涉嫌犯罪，须移送司法机关并取得答复，不得以罚代刑',
        en: 'a crime is suspected: it goes to the judicial organs and no penalty takes its place',
      };
    case 'in-future':
      return {
        zh: `日期 ${why.day} 晚于今天（${why.today}），请填写实际日期`,
        en: `${why.day} is after today (${why.today})`,
      };
    case 'too-early':
      return {
        zh: `日期 ${why.day} 过早，应晚于或等于 ${why.least}`,
        en: `${why.day} is too early; ${why.least} or later`,
      };
    case 'nothing-ordered':
      return {
        zh: '没有责令改正或事前提醒，无须复查；请先责令改正',
        en: 'nothing was ordered, so that there is nothing to look at; order the correction first',
      };
    case 'transfer-runs':
      return {
        zh: `已移交${nameOf(why.to)}，须等签收并反馈结果`,
        en: `was transferred to ${nameOf(why.to)}, whose receipt and result are waited for`,
      };
    case 'no-transfer':
      return { zh: `没有编号为 ${why.transfer} 的移交`, en: `has no transfer ${why.transfer}` };
    case 'received-already':
      return { zh: '移交已签收', en: 'was signed for already' };
    case 'not-received':
      return { zh: '移交尚未签收，请先签收', en: 'has not been signed for; sign first' };
    case 'returned-already':
      return { zh: '移交办理结果已反馈', en: 'had its result told already' };
    case 'giver-receives':
      return {
        zh: '移交人不能自己签收，请由接收的人员签收',
        en: 'was handed over by you, and somebody else signs for it',
      };
    case 'referred-already':
      return { zh: '已移送司法机关', en: 'was referred already' };
    case 'not-referred':
      return { zh: '没有待答复的涉嫌犯罪移送', en: 'has no referral that waits for an answer' };
    case 'not-listable':
      return {
        zh: `检查结果为“${wordsOfCode(why.code).zh}”，不属于列入经营异常名录的情形`,
        en: `“${wordsOfCode(why.code).en}” is no ground for listing`,
      };
    case 'listed-already':
      return { zh: '已列入经营异常名录', en: 'is listed already' };
    case 'reminded-already':
      return { zh: `已提醒，期限至${dateInChinese(why.until)}`, en: `was reminded, until ${why.until}` };
    case 'not-reminded':
      return { zh: '尚未事前提醒，不能列入经营异常名录', en: 'cannot be listed before the enterprise was reminded' };
    case 'reminder-runs':
      return {
        zh: `事前提醒的期限至${dateInChinese(why.until)}，期满之前不能列入`,
        en: `was given until ${why.until}; it cannot be listed before that day is over`,
      };
    case 'mended-in-time':
      return { zh: '已在提醒期限内整改，不再列入经营异常名录', en: 'was mended within the time and is not listed' };
    case 'no-decision': {
      const numbers = why.numbers.join('、') || '（无）';
      return {
        zh: `没有文号为“${why.number}”的决定，现有：${numbers}`,
        en: `has no decision “${why.number}”; there is: ${why.numbers.join(', ') || 'none'}`,
      };
    }
    case 'served-already':
      return { zh: `“${why.number}”已送达`, en: `“${why.number}” was served already` };
    case 'degree-missing':
      return { zh: '须选择违法行为程度（轻微、一般、重大）', en: 'say whether it is slight, ordinary or major' };
    case 'repair-day-missing':
      return {
        zh: '须填写最早可以申请信用修复的日期（惩戒与修复同步）',
        en: 'give the first day on which a repair can be applied for',
      };
    case 'nothing-to-repair':
      return { zh: '没有处罚、列异或惩戒记录，无须信用修复', en: 'has no penalty, listing or punishment to repair' };
    case 'repair-early':
      return {
        zh: `${dateInChinese(why.from)}起才可以申请信用修复`,
        en: `can be applied for from ${why.from} on`,
      };
    case 'repair-order': {
      const before = why.before === 'none' ? { zh: '尚未受理', en: 'not applied for' } : repairWords[why.before];
      return {
        zh: `信用修复现为“${before.zh}”，不能登记“${repairWords[why.step].zh}”`,
        en: `the repair is ${before.en}, which ${repairWords[why.step].en} does not follow`,
      };
    }
    case 'caution-missing':
      return {
        zh: '须写明已考虑的包容审慎措施（审慎列异）',
        en: 'say which measures of caution were considered',
      };
    case 'field-unknown':
      return {
        zh: `惩戒领域“${why.field}”不在规定之内，应为：${why.fields.join('、')}`,
        en: `“${why.field}” is none of the fields: ${why.fields.join(', ')}`,
      };
    default:
      return never(why);
  }
}
