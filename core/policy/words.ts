/**
 * What a person reads about a policy: who, on what grounds, how often, by when, and where it is written.
 */
import { dateInChinese } from '../calendar.ts';
import { percentOf } from '../plan/words.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { Ruling, Source } from './cited.ts';
import type { Force } from './due.ts';
import { figures } from './figure.ts';
import type { NoticeRefusal } from './holidays.ts';
import type { OverrideRefusal } from './override.ts';
import type {
  Binding,
  Cap,
  Coverage,
  DeadlineKey,
  Direction,
  Ground,
  ListKey,
  Party,
  ReviewPoint,
  Target,
  When,
} from './shape.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

export const partyWords: { readonly [party in Party]: Words } = {
  office: w('联席会议办公室', 'the office'),
  regulator: w('市场监督管理局', 'the market regulator'),
  legal: w('司法局', 'the justice bureau'),
  'reform-office': w('审改办', 'the approval reform office'),
  member: w('成员单位', 'members'),
  proposer: w('提出单位', 'the proposing unit'),
  'county-office': w('县（市、区）工作机制办公室', 'county offices'),
  lead: w('牵头部门', 'the lead department'),
  partner: w('配合部门', 'partner departments'),
  competent: w('行业主管部门', "the trade's competent department"),
  section: w('股（室）', 'sections'),
  'market-section': w('市场规范监管股', 'the market regulation section'),
  head: w('主要领导', 'the head'),
  township: w('乡镇人民政府', 'townships'),
  'city-superior': w('市级部门', 'the city department'),
  'province-superior': w('省级部门', 'the provincial department'),
  court: w('司法机关', 'the judicial organs'),
};

export const groundWords: { readonly [ground in Ground]: Words } = {
  complaint: w('投诉举报', 'a complaint'),
  assigned: w('上级交办', 'an order from above'),
  transferred: w('外地移送', 'a transfer from elsewhere'),
  safety: w('安全生产', 'work safety'),
  environment: w('环境保护', 'environmental protection'),
  fire: w('应急消防', 'emergency and fire'),
  'occupational-health': w('职业卫生', 'occupational health'),
  emergency: w('突发事件', 'an emergency'),
  other: w('其他特殊原因（须写明）', 'another ground, written out'),
};

export const directionWords: { readonly [direction in Direction]: Words } = {
  spared: w('无事不扰', 'left alone'),
  'below-usual': w('适当低于常规', 'below the usual'),
  usual: w('常规', 'the usual'),
  'above-usual': w('适当提高', 'above the usual'),
  'far-above-usual': w('大幅提高', 'far above the usual'),
};

export const reviewPointWords: { readonly [point in ReviewPoint]: Words } = {
  share: w('抽查比例', 'ratio'),
  frequency: w('检查频次', 'frequency'),
  repetition: w('是否涉及重复检查', 'repetition'),
  legality: w('行政权力清单的合法性', 'legality against the power list'),
};

export const deadlineWords: { readonly [key in DeadlineKey]: Words } = {
  'half-year-report': w('报送上半年工作小结', 'half-year report'),
  'year-report': w('报送全年工作总结', "year's report"),
  'next-year-plan': w('报送下一年工作打算（包括抽查计划）', "next year's intentions with the plan of draws"),
  finish: w('完成抽查任务', 'tasks finished'),
  'finish-and-publish': w('完成抽查并向社会公示', 'tasks finished and published'),
  publish: w('录入并公示检查结果', 'outcomes entered and published'),
  'publish-plan': w('公布年度抽查工作计划', 'annual plan published'),
  'consult-partners': w('与配合部门会商', 'partners consulted'),
  'mechanism-coverage': w('监管全覆盖', 'full coverage of the mechanism'),
  'joint-inspectors-renewed': w('更新联合检查执法人员库', 'joint inspectors renewed'),
  'joint-items-filed': w('报备联合检查事项清单', 'joint item list filed'),
  'plans-registered': w('将年度计划录入平台', 'plans entered on the platform'),
};

export const listWords: { readonly [list in ListKey]: Words } = {
  items: w('随机抽查事项清单', 'item list'),
  'joint-matters': w('多部门监管责任事项清单', 'joint responsibility list'),
  'joint-items': w('联合检查事项清单', 'joint item list'),
  implementation: w('检查实施清单', 'implementation list'),
  subjects: w('检查对象名录库', 'roll of subjects'),
  inspectors: w('执法检查人员名录库', 'roll of inspectors'),
  'joint-inspectors': w('联合检查执法人员库', 'pool of joint inspectors'),
  experts: w('专家名录库', 'roll of experts'),
  'key-directory': w('重点抽查名录库', 'key directory'),
  'shared-pool': w('本系统同类执法人员库', "shared pool of one's own system"),
  rule: w('随机抽查工作细则', 'detailed rule'),
  'system-rule': w('本系统实施细则', 'rule of the system'),
  method: w('具体办法', 'method'),
  'own-plan': w('本部门抽查工作计划', "department's own plan"),
  'check-form': w('检查表格', 'check forms'),
  'key-supervision': w('年度重点监管内容', "year's key supervision"),
  opinion: w('“管什么、怎么管”的意见', 'opinion on what is supervised and how'),
  leniency: w('包容审慎“四张清单”', 'four leniency lists'),
  exemption: w('轻微违法免处罚强制清单', 'list of exempt slight violations'),
  'work-report': w('监管工作情况', 'report of the work'),
  'credit-files': w('诚信档案和行业黑名单', 'credit files and black lists'),
};

/** 原则上 is said, since it is what a stated reason can override. */
const principle = (binding: Binding): Words => (binding === 'in-principle' ? w('原则上', 'in principle ') : w('', ''));

export function wordsOfCap(cap: Cap, across: 'all-departments' | 'each-department'): Words {
  const scope =
    across === 'all-departments' ? w('各部门合计', 'all departments together') : w('每个部门', 'each department');
  switch (cap.kind) {
    case 'visits':
      return w(`${scope.zh}一年检查不得超过${cap.n}次`, `at most ${cap.n} a year, ${scope.en}`);
    case 'as-needed':
      return w('根据监管工作实际需要确定，计划须写明需要', 'as the work needs; the plan states the need');
    case 'statutory':
      return w(`${scope.zh}一年不得超过法定检查次数上限`, `at most the statutory number a year, ${scope.en}`);
    default:
      return never(cap);
  }
}

export function wordsOfCoverage({ bound, bp, of, binding }: Coverage): Words {
  const whole =
    of.kind === 'class'
      ? w(`${of.label}类主体`, `class ${of.label}`)
      : of.types.length === 1 && of.types[0] === 'enterprise'
        ? w('企业', 'enterprises')
        : w('市场主体', 'market subjects');
  const limit = bound === 'at-least' ? w('不低于', 'at least') : w('不高于', 'at most');
  const { zh, en } = principle(binding);
  return w(
    `全年抽查比例${zh}${limit.zh}${whole.zh}的${percentOf(bp)}`,
    `${en}${limit.en} ${percentOf(bp)} of ${whole.en} drawn in the year`,
  );
}

/** The target with its figure's definition, as it is printed under the number. */
export function wordsOfTarget({ figure, goal }: Target): Words {
  const { name } = figures[figure];
  switch (goal.kind) {
    case 'share':
      return goal.bp === 10000
        ? w(`${name.zh}100%`, `${name.en}: 100%`)
        : w(`${name.zh}不低于${percentOf(goal.bp)}`, `${name.en}: at least ${percentOf(goal.bp)}`);
    case 'all':
      return w(`${name.zh}：应全部做到`, `${name.en}: all of them`);
    case 'count': {
      const per = goal.per === 'month' ? w('每月', 'a month') : w('全年', 'a year');
      return w(
        `各部门${name.zh}${per.zh}不少于${goal.n}条`,
        `${name.en}: at least ${goal.n} ${per.en} of each department`,
      );
    }
    case 'rise':
      return w(`提高${name.zh}（不设数字，不排名）`, `${name.en}: to rise (no number, never ranked)`);
    default:
      return never(goal);
  }
}

export function wordsOfWhen(when: When): Words {
  switch (when.kind) {
    case 'date':
      return w(`${dateInChinese(when.date)}前`, `by ${when.date}`);
    case 'yearly':
      return w(`每年${when.month}月${when.day}日前`, `by ${when.month}-${when.day} each year`);
    case 'month-end':
      return w(`每年${when.month}月底前`, `by the end of month ${when.month} each year`);
    case 'year-end':
      return w(`${when.year}年底前`, `by the end of ${when.year}`);
    case 'working-days':
      return w(`抽查任务完成后${when.n}个工作日内`, `within ${when.n} working days after the task is finished`);
    case 'before':
      return when.event === 'first-draw'
        ? w('首次抽取之前', 'before the first draw')
        : w('计划发布之前', 'before the plan is published');
    default:
      return never(when);
  }
}

/** Document, clause and words; whether the words say so or we read them so. */
export function wordsOfSource({ document, clause, quote, basis }: Source): Words {
  const own = basis === 'our-reading' ? w('（原文未明确，为本系统的理解）', ' (our reading)') : w('', '');
  return w(`${document} ${clause}“${quote}”${own.zh}`, `${document} ${clause} "${quote}"${own.en}`);
}

/** Both sources where a higher rule has taken the place of the policy's own. */
export function wordsOfRuling({ source, instead }: Ruling<unknown>): Words {
  const now = wordsOfSource(source);
  if (instead === null) return now;
  const before = wordsOfSource(instead);
  return w(`${now.zh}；代替${before.zh}`, `${now.en}; in place of ${before.en}`);
}

export function wordsOfForce(force: Force): Words {
  switch (force.kind) {
    case 'in-force':
      return w('有效', 'in force');
    case 'before-effect':
      return w(`文件自${dateInChinese(force.from)}起施行，此前不适用`, `binds from ${force.from}; not before`);
    case 'lapsed':
      return w(`自${dateInChinese(force.from)}起失效`, `lapsed from ${force.from}`);
    case 'abolished':
      return w(`自${dateInChinese(force.from)}起废止`, `abolished from ${force.from}`);
    default:
      return never(force);
  }
}

export function wordsOfOverrideRefusal(refusal: OverrideRefusal): Words {
  switch (refusal.kind) {
    case 'nothing-to-replace':
      return w('本文件对此没有规定，无从代替', 'the policy says nothing there, so that nothing can give way');
    case 'no-source': {
      const what = { document: w('文件', 'document'), clause: w('条款', 'clause'), quote: w('原文', 'words') };
      return w(
        `须写明上级规定的${what[refusal.missing].zh}`,
        `the higher rule's ${what[refusal.missing].en} is missing`,
      );
    }
    case 'not-by-item':
      return w('只有检查次数可以按事项另行规定', 'only a cap can be set for some items apart');
    default:
      return never(refusal);
  }
}

export function wordsOfNoticeRefusal(refusal: NoticeRefusal): Words {
  switch (refusal.kind) {
    case 'not-a-date':
      return w(`第${refusal.row}行：“${refusal.text}”不是日期`, `row ${refusal.row}: "${refusal.text}" is not a date`);
    case 'unknown-type':
      return w(
        `第${refusal.row}行：类别应为“休”或“调休上班”，不是“${refusal.text}”`,
        `row ${refusal.row}: the type is 休 or 调休上班, not "${refusal.text}"`,
      );
    case 'twice':
      return w(`第${refusal.row}行：${refusal.date}重复`, `row ${refusal.row}: ${refusal.date} stands twice`);
    case 'other-year':
      return w(
        `第${refusal.row}行：${refusal.date}不属于${refusal.year}年的放假通知`,
        `row ${refusal.row}: ${refusal.date} does not belong to the notice for ${refusal.year}`,
      );
    case 'make-up-on-weekday':
      return w(
        `第${refusal.row}行：${refusal.date}本来就是工作日，不能是调休上班`,
        `row ${refusal.row}: ${refusal.date} is a weekday and needs no make-up`,
      );
    case 'no-source':
      return w('须写明放假通知的文号', 'the notice needs its document number');
    case 'no-rest-days':
      return w(`${refusal.year}年的通知中没有放假日期`, `the notice for ${refusal.year} has no rest days`);
    default:
      return never(refusal);
  }
}

/**
 * What a scheme of classification is called on paper and screen. A map and no object: names of schemes come from sheets, and
 * one of them may be `constructor`.
 */
const schemeWords: ReadonlyMap<string, Words> = new Map([
  ['credit', w('通用型信用风险分类', 'general credit risk')],
  ['pool', w('检查对象监管库', 'supervision pools')],
  ['key-directory', w('重点抽查名录库', 'key directory')],
  ['own', w('本部门分级分类', "the department's own classes")],
  ['risk-index', w('监管风险指数', 'supervision risk index')],
]);

/** A scheme by its name, `own:<department>` by what stands before the colon; one that no policy knows by its own name. */
export const sayScheme = (scheme: string): Words => schemeWords.get(scheme.split(':')[0] ?? '') ?? w(scheme, scheme);
