/**
 * 检查结果录入: one row is one item at one visit. The left half comes from the draw and says which row is meant; the right half is the record
 * sheet that inspectors fill (市场监管领域随机抽查情况记录表). The rules need nothing but the row and the day.
 */
import type { CivilDate } from '../calendar.ts';
import { asSent, checkOutcome, inspectorsMeant, type PlacedFinding } from '../outcome/check.ts';
import { type OutcomeCode, outcomeKinds } from '../outcome/code.ts';
import { degrees, degreeWords } from '../outcome/degree.ts';
import { readEvidence, writeEvidence } from '../outcome/evidence.ts';
import {
  type CheckMethod,
  checkMethods,
  type Evidence,
  type Handling,
  handlings,
  type OutcomeEntry,
  type OutcomeVisit,
} from '../outcome/outcome.ts';
import { saysNothing, textMost } from '../outcome/typed.ts';
import { handlingWords, methodWords } from '../outcome/words.ts';
import type { Method } from '../registry/item.ts';
import { err } from '../result.ts';
import { numberHeading } from './classifications.ts';
import { contextOf } from './context.ts';
import { as, code, date, field, hinted, list, type Option, option, optional, options, orNull, words } from './field.ts';
import { methodOptions } from './items.ts';
import { window } from './plan-field.ts';
import type { RowCells } from './row.ts';
import { layRow } from './row-value.ts';
import { built, defineSheet } from './sheet.ts';

/** What the desk gives of a row. */
export interface OutcomeGiven {
  /** 检查编号 */
  readonly no: string;
  /** 检查单位; said where the reader sees those of several. */
  readonly department: string;
  readonly name: string;
  readonly number: string;
  readonly task: string;
  readonly item: string;
  readonly itemCode: string;
  /** As written; null where no dates can be read. */
  readonly window: OutcomeVisit['window'] | null;
  readonly drawnOn: CivilDate | null;
  readonly planned: Method | null;
  readonly sent: OutcomeVisit['sent'];
  /** 待审核、已通过、退回 with its words; '' while nothing is entered. */
  readonly review: string;
}

export interface OutcomeRow {
  readonly given: OutcomeGiven;
  readonly entry: OutcomeEntry;
  /** It came back from review, is right as it is, and is sent there anew. */
  readonly again: boolean;
}

/** Other words of the same meaning; 合格 and 不合格 are none, since they say neither what was found nor what remains. */
const otherWords: Readonly<Partial<Record<OutcomeCode, readonly string[]>>> = {
  'no-problem': ['未见问题'],
  pending: ['发现问题、待后续处理', '待后续处理'],
  unreachable: ['无法联系', '通过登记的住所无法联系', '通过登记的经营场所无法联系'],
  'false-published': ['公示信息隐瞒真实情况、弄虚作假'],
  corrected: ['发现问题已责令改正', '发现问题已改正', '责令已改正'],
  'no-business': ['未发现开展本次抽查涉及的经营活动行为', '查无此项'],
  closed: ['已关闭停业', '正在组织清算', '关闭停业'],
  uncooperative: ['不配合检查', '不予配合情节严重'],
  deregistered: ['已注销', '已办理营业执照注销'],
  revoked: ['吊销', '被吊销营业执照'],
  cancelled: ['被撤销登记'],
  moved: ['已迁出'],
};

/** 或 stands inside one of the words and separates others: its halves are named too. */
const methodsAlso: Readonly<Record<CheckMethod, readonly string[]>> = {
  'on-site': ['实地', '现场检查', '现场', '实地核查', '现场核查'],
  desk: ['书面', '书面审查', '书面核查'],
  'official-result': ['行政部门检查结果', '专业意见', '行政部门意见'],
  testing: ['检验', '检测', '抽样检验', '检验检测机构检验'],
  online: ['网络', '网络检查', '网络巡查'],
  entrusted: ['委托专业机构', '专业机构辅助', '委托第三方'],
};

const handlingsAlso: Readonly<Record<Handling, readonly string[]>> = {
  nothing: ['无需后续处置', '无需处置', '无'],
  'to-daily': ['反馈日常监管部门', '反馈至日常监管部门', '停止检查'],
  'order-correction': ['责令改正', '责令限期改正', '限期改正', '责令整改', '限期整改'],
  'to-case': ['移送办案机构', '移送', '立案查处', '移送立案'],
  'to-department': ['抄告相关部门', '抄告'],
  other: ['其它'],
};

const codeOptions = outcomeKinds.map(({ code: value, label: zh, platform }) => ({
  value,
  zh,
  also: [platform, ...(otherWords[value] ?? [])],
}));

const checkMethodOptions = checkMethods.map(
  (value): Option<CheckMethod> => ({ value, zh: methodWords[value].zh, also: methodsAlso[value] }),
);

const handlingOptions = handlings.map(
  (value): Option<Handling> => ({ value, zh: handlingWords[value].zh, also: handlingsAlso[value] }),
);

const degreeOptions = degrees.map((value) => ({
  value,
  zh: degreeWords[value].zh,
  also: [`${degreeWords[value].zh}违法`, `${degreeWords[value].zh}违法行为`],
}));

const remarks = field<string>({
  shape: { kind: 'lines' },
  purpose: 'text',
  read: (text) => {
    if (saysNothing(text)) return as('', ['option-word']);
    return text.length > textMost ? err({ kind: 'too-long', length: text.length, max: textMost }) : as(text);
  },
  write: (value) => value,
});

const evidence = field<readonly Evidence[]>({
  shape: { kind: 'lines' },
  purpose: 'text',
  read: (text) => {
    const read = readEvidence(text);
    return read.ok ? as(read.value) : err({ kind: 'evidence', line: read.error.line });
  },
  write: writeEvidence,
});

type Person = OutcomeVisit['sent'][number];
export const writePerson = ({ number, name }: Person): string => (name === '' ? number : `${name}（${number}）`);
function readPerson(text: string): Person {
  const found = /^(.*)[（(](.+)[）)]$/.exec(text);
  return { number: found?.[2] ?? text, name: found?.[1] ?? '' };
}

export const outcomes = defineSheet({
  name: 'outcomes',
  title: { zh: '检查结果录入', en: 'Outcomes' },
  given: new Set([
    'no',
    'department',
    'name',
    'number',
    'task',
    'item',
    'itemCode',
    'window',
    'drawnOn',
    'planned',
    'sent',
    'review',
  ] as const),
  fields: {
    // First what says whose row it is and who goes, then what is filled in, so that it begins on the first screen.
    no: code('检查编号'),
    department: optional(words('检查单位', '检查机关', '承办单位'), ''),
    name: optional(words('检查对象名称', '被检查单位', '被检查单位名称', '对象名称', '企业名称', '主体名称'), ''),
    item: words('抽查事项', '检查事项', '抽查事项名称'),
    planned: orNull(option(methodOptions)('计划检查方式', '检查方式')),
    sent: optional(list('派出检查人员', '派出人员'), []),
    review: optional(words('审核', '审核情况', '审核状态'), ''),
    code: option(codeOptions)('检查结果', '抽查结果', '抽查检查结果'),
    checkedOn: date('检查日期', '检查完成日期', '检查时间'),
    methods: optional(options(checkMethodOptions)('核查方式', '核查方式(多选)'), []),
    finding: optional(remarks('发现问题情况', '发现问题', '发现的问题', '问题描述'), ''),
    degree: orNull(option(degreeOptions)('违法程度', '违法行为分类', '违法行为类别')),
    handling: orNull(option(handlingOptions)('后续处置措施', '后续处置', '处置措施')),
    handlingWords: optional(remarks('处置说明', '处置情况', '其他处置措施'), ''),
    correctBy: orNull(date('整改期限', '整改时限', '责令改正期限')),
    inspectors: hinted(optional(list('实际检查人员', '检查人员', '执法检查人员', '检查人员签名'), []), {
      zh: `实际到场的检查人员姓名或编号，用“、”隔开；与派出人员相同的，写“${asSent}”。`,
      en: `Names or numbers of those who were there, separated by “、”; ${asSent} if all who were sent went.`,
    }),
    evidence: optional(evidence('证据材料', '证据', '证据材料(名称；存放位置；SHA-256)', '附件'), []),
    statement: optional(remarks('被检查单位意见', '当事人意见'), ''),
    remark: optional(remarks('备注', '说明'), ''),
    again: hinted(orNull(option([{ value: true, zh: '是', also: ['重新送审', 'yes'] }])('重新送审')), {
      zh: '被退回而核对无误、不作修改的，填“是”，重新送审。',
      en: 'Returned, and right as it is: 是 sends it to review anew.',
    }),
    // For looking up.
    number: optional(code(numberHeading.header, '统一信用代码/注册号', ...numberHeading.aliases), ''),
    task: optional(words('抽查任务', '任务名称', '抽查任务名称'), ''),
    itemCode: optional(code('事项编码', '抽查事项编码', '抽查事项编号'), ''),
    window: orNull(window('检查实施期', '检查期限', '检查时限')),
    drawnOn: orNull(date('抽取日期')),
  },
  keyOf: ({ given }: OutcomeRow) => `${given.no} ${given.department} ${given.itemCode || given.item}`,
  build: ({ review, again, ...filled }) => {
    const {
      no,
      department,
      name,
      number,
      task,
      item,
      itemCode,
      window: when,
      drawnOn,
      planned,
      sent,
      ...entry
    } = filled;
    const given: OutcomeGiven = {
      ...{ no, department, name, number, task, item, itemCode, drawnOn, planned },
      window: bothEnds(when?.window ?? null),
      sent: sent.map(readPerson),
      review,
    };
    return built({ given, again: again === true, entry: { ...entry, inspectors: inspectorsMeant(entry, given) } });
  },
  lay: ({ given, entry, again }: OutcomeRow) => ({
    ...given,
    ...entry,
    again: again ? true : null,
    degree: entry.degree ?? null,
    window: given.window === null ? null : { window: given.window, text: `${given.window.from}至${given.window.to}` },
    sent: given.sent.map(writePerson),
    inspectors: entry.inspectors.map((number) =>
      writePerson(given.sent.find((each) => each.number === number) ?? { number, name: '' }),
    ),
  }),
});

const bothEnds = (read: { from: CivilDate | null; to: CivilDate | null } | null): OutcomeGiven['window'] =>
  read?.from && read.to ? { from: read.from, to: read.to } : null;

/** What of the row the rules are asked over; null where the sheet has lost what the desk gave. */
function visitOf({ window: when, drawnOn, planned, sent }: OutcomeGiven): OutcomeVisit | null {
  return when === null || drawnOn === null || planned === null ? null : { window: when, drawnOn, planned, sent };
}

export const checkOutcomeRow = ({ given, entry }: OutcomeRow, today: CivilDate): readonly PlacedFinding[] =>
  checkOutcome(entry, visitOf(given), today);

/** A row as the desk gives it before anybody has filled it in. */
export function givenCells(given: OutcomeGiven): RowCells {
  const unfilled: OutcomeEntry = {
    ...{ code: 'no-problem', methods: [], finding: '', handling: null, handlingWords: '', checkedOn: '' },
    ...{ inspectors: [], correctBy: null, evidence: [], statement: '', remark: '' },
  };
  const cells = layRow(outcomes, { given, entry: unfilled, again: false }, nothingStated);
  return Object.fromEntries(Object.entries(cells).filter(([field]) => outcomes.given.has(field)));
}

/** No cell of these rows needs anything besides itself. */
export const nothingStated = contextOf({});
