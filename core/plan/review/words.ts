/**
 * Findings as people read them: where, what stands there, what would be right, and the clause. Chinese first; the English
 * says the same.
 */
import type { Source } from '../../policy/cited.ts';
import { figures } from '../../policy/figure.ts';
import type { Coverage } from '../../policy/shape.ts';
import { sayScheme } from '../../policy/words.ts';
import type { Words } from '../../words.ts';
import { type Names, percentOf } from '../words.ts';
import { type Fault, type Finding, isMet, type Weight } from './finding.ts';
import { enList, typeWords, zhList } from './terms.ts';
import { wordsOfTaskFault } from './words-of-tasks.ts';

/** The whole line: place, fault, weight, clause, and the reason given. */
export function wordsOfFinding(finding: Finding, names: Names): Words {
  const fault = wordsOfFault(finding, names);
  const weight = isMet(finding) ? met : weights[finding.weight];
  const clause = finding.source === null ? null : wordsOfSource(finding.source);
  const place =
    finding.task === null
      ? { zh: '计划', en: 'plan' }
      : { zh: `任务${names.task(finding.task)}`, en: `task ${names.task(finding.task)}` };
  return {
    zh: `${place.zh}：${fault.zh}〔${[weight.zh, clause?.zh].filter((part) => part !== undefined).join('；')}〕${finding.reason === null ? '' : `已说明理由：${finding.reason}`}`,
    en: `${place.en}: ${fault.en} [${[weight.en, clause?.en].filter((part) => part !== undefined).join('; ')}]${finding.reason === null ? '' : ` Reason given: ${finding.reason}`}`,
  };
}

const weights: { readonly [weight in Weight]: Words } = {
  refused: { zh: '须修改', en: 'must be mended' },
  'in-principle': { zh: '原则性要求，须修改或说明理由', en: 'in principle: mend it or state a reason' },
  notice: { zh: '提示', en: 'to be known' },
};
/** What a rule asks stands beside what is expected also where it is met. */
const met: Words = { zh: '符合', en: 'met' };

const wordsOfSource = ({ document, clause, basis }: Source): Words => ({
  zh: `依据：${document} ${clause}${basis === 'our-reading' ? '（原文未写明，为本系统的理解）' : ''}`,
  en: `${document} ${clause}${basis === 'our-reading' ? ' (our reading)' : ''}`,
});

function whom(of: Coverage['of'], department: string | null, names: Names): Words {
  const all =
    of.kind === 'types'
      ? { zh: zhList(of.types, (type) => typeWords[type].zh), en: enList(of.types, (type) => typeWords[type].en) }
      : {
          zh: `${of.label}类（${sayScheme(of.scheme).zh}）`,
          en: `class ${of.label} (${sayScheme(of.scheme).en})`,
        };
  return department === null
    ? all
    : {
        zh: `${names.department(department)}名录库内的${all.zh}`,
        en: `${all.en} in the directory of ${names.department(department)}`,
      };
}

/** What is wrong and what would be right. */
export function wordsOfFault(fault: Fault, names: Names): Words {
  const { department, item } = names;
  switch (fault.kind) {
    case 'not-spared':
      return {
        zh: `${fault.label}类“无事不扰”，计划抽查${percentOf(fault.bp)}，应为不纳入抽查`,
        en: `class ${fault.label} is to be left alone; the plan draws ${percentOf(fault.bp)}, right is none`,
      };
    case 'not-below-usual':
      return {
        zh: `${fault.label}类抽查比例${percentOf(fault.bp)}，应低于常规比例${percentOf(fault.usualBp)}`,
        en: `class ${fault.label} at ${percentOf(fault.bp)} must be below the usual ${percentOf(fault.usualBp)}`,
      };
    case 'not-above-usual':
      return {
        zh: `${fault.label}类抽查比例${percentOf(fault.bp)}，应高于常规比例${percentOf(fault.usualBp)}`,
        en: `class ${fault.label} at ${percentOf(fault.bp)} must be above the usual ${percentOf(fault.usualBp)}`,
      };
    case 'order-broken':
      return {
        zh: `${fault.lower.label}类${percentOf(fault.lower.bp)}应低于${fault.higher.label}类${percentOf(fault.higher.bp)}，应按${fault.order.join('<')}递增`,
        en: `class ${fault.lower.label} at ${percentOf(fault.lower.bp)} must be below class ${fault.higher.label} at ${percentOf(fault.higher.bp)}; the order is ${fault.order.join(' < ')}`,
      };
    case 'one-ratio-for-all':
      return fault.missing.length > 0
        ? {
            zh: `${fault.labels.join('、')}类应分别规定抽查比例，缺${fault.missing.join('、')}类；专业领域须注明`,
            en: `each of ${fault.labels.join(', ')} needs a ratio of its own; ${fault.missing.join(', ')} missing, unless the task is marked 专业领域`,
          }
        : {
            zh: `${fault.labels.join('、')}类应分别规定不同的抽查比例，现有相同比例；专业领域须注明`,
            en: `${fault.labels.join(', ')} need ratios of their own; some are equal, unless the task is marked 专业领域`,
          };
    case 'no-classes':
      return {
        zh: '未按信用（风险）分类确定比例，应与分类结果挂钩',
        en: 'drawn without classes; ratios are to hang on the credit class',
      };
    case 'unknown-scheme':
      return {
        zh: `分类方案“${fault.scheme}”不在本地文件所列（${fault.known.join('、')}）`,
        en: `scheme “${fault.scheme}” is none that the document knows (${fault.known.join(', ')})`,
      };
    case 'unknown-class':
      return {
        zh: `“${fault.label}”不是分类方案${fault.scheme}的类别，应为${fault.known.join('、')}`,
        en: `“${fault.label}” is no class of ${fault.scheme}; its classes are ${fault.known.join(', ')}`,
      };
    case 'key-field-usual':
      return {
        zh: `${fault.field}为重点领域，抽查比例${percentOf(fault.bp)}应高于常规比例${percentOf(fault.usualBp)}`,
        en: `${fault.field} is a key field; ${percentOf(fault.bp)} should be above the usual ${percentOf(fault.usualBp)}`,
      };
    case 'ratio-off-list':
      return {
        zh: `抽查比例${percentOf(fault.bp)}与事项清单${percentOf(fault.usualBp)}不一致，应一致或说明理由`,
        en: `${percentOf(fault.bp)} differs from the list's ${percentOf(fault.usualBp)}: keep to it or state a reason`,
      };
    case 'not-settled':
      return {
        zh: `${fault.label}的抽查比例是区间，抽取前须确定为一个数`,
        en: `the ratio of ${fault.label} is a range; it must be settled before a draw`,
      };
    case 'too-few-draws':
      return {
        zh: `${department(fault.department)}全年抽查${fault.draws}次，应不少于${fault.atLeast}次`,
        en: `${department(fault.department)} has ${fault.draws} draw(s) in the year, at least ${fault.atLeast} are asked`,
      };
    case 'frequency-not-lower':
      return {
        zh: `${fault.lower}类全年抽查${fault.lowerDraws}次，应少于${fault.higher}类的${fault.higherDraws}次`,
        en: `class ${fault.lower} is in ${fault.lowerDraws} draw(s) a year and must be in fewer than class ${fault.higher} with ${fault.higherDraws}`,
      };
    case 'over-cap':
      return {
        zh: `${fault.label}类每户全年预计检查${fault.visits}次，上限${fault.cap}次`,
        en: `class ${fault.label} would be visited ${fault.visits} times a year each, the cap is ${fault.cap}`,
      };
    case 'no-need-stated':
      return {
        zh: `${fault.label}类检查频次按工作实际需要确定，计划须写明需要`,
        en: `class ${fault.label} is checked as the work needs; the plan must state the need`,
      };
    case 'no-statutory-cap':
      return {
        zh: `重点领域事项“${item(fault.item)}”未登记法定检查次数上限`,
        en: `item “${item(fault.item)}” of a key area has no statutory cap on record`,
      };
    case 'over-statutory-cap':
      return {
        zh: `重点领域事项“${item(fault.item)}”对同一对象全年安排${fault.draws}次抽查，法定上限${fault.cap}次`,
        en: `item “${item(fault.item)}” is planned ${fault.draws} times on the same subjects, the statutory cap is ${fault.cap}`,
      };
    case 'statutory-cap-applies':
      return {
        zh: `事项“${item(fault.item)}”属重点领域，适用法定检查次数上限（${fault.cap === null ? '未登记' : `${fault.cap}次`}），不适用分类上限`,
        en: `item “${item(fault.item)}” is of a key area: its statutory cap (${fault.cap ?? 'not recorded'}) applies, not that of the class`,
      };
    case 'exception-applied':
      return {
        zh: `事项“${item(fault.item)}”另有规定，替代${fault.instead.document} ${fault.instead.clause}`,
        en: `item “${item(fault.item)}”: a higher rule stands in place of ${fault.instead.document} ${fault.instead.clause}`,
      };
    case 'no-published-cap':
      return {
        zh: `事项“${item(fault.item)}”没有公布年度检查频次上限`,
        en: `no yearly cap is published for item “${item(fault.item)}”`,
      };
    case 'floor-missed': {
      const { zh, en } = whom(fault.of, fault.department, names);
      return {
        zh: `${zh}合并后预计抽查约${Math.floor(fault.expected)}户（${fault.rollDate}在册${fault.roll}户），不足${percentOf(fault.bp)}即${fault.limit}户（${fault.groups}个联合组）`,
        en: `${en}: about ${Math.floor(fault.expected)} expected after merging of ${fault.roll} on ${fault.rollDate}, short of ${percentOf(fault.bp)}, ${fault.limit} (${fault.groups} joint groups)`,
      };
    }
    case 'ceiling-passed': {
      const { zh, en } = whom(fault.of, fault.department, names);
      return {
        zh: `${zh}全年预计抽查约${Math.ceil(fault.expected)}户（在册${fault.roll}户），超过${percentOf(fault.bp)}即${fault.limit}户`,
        en: `${en}: about ${Math.ceil(fault.expected)} expected in the year of ${fault.roll}, above ${percentOf(fault.bp)}, ${fault.limit}`,
      };
    }
    case 'coverage-expected': {
      const { zh, en } = whom(fault.of, fault.department, names);
      return {
        zh: `${zh}合并后全年预计抽查约${Math.round(fault.expected)}户，在册${fault.roll}户，应${fault.bound === 'at-least' ? '不低于' : '不高于'}${percentOf(fault.bp)}即${fault.limit}户`,
        en: `${en}: about ${Math.round(fault.expected)} expected after merging of ${fault.roll}; ${fault.bound === 'at-least' ? 'at least' : 'at most'} ${percentOf(fault.bp)}, ${fault.limit}, is asked`,
      };
    }
    case 'groups-for-floor':
      return {
        zh: `为达到全年覆盖面，建议分${fault.groups}个联合组（只按时间和入户人数为${fault.without}个）`,
        en: `${fault.groups} joint groups are proposed to reach the year's floor (${fault.without} would do for windows and doors)`,
      };
    case 'class-not-covered':
      return {
        zh: `${fault.label}类${fault.all}户每年至少检查${fault.atLeast}次，计划预计只覆盖${fault.expected}户`,
        en: `each of ${fault.all} in class ${fault.label} is to be checked ${fault.atLeast} time(s) a year; the plan covers ${fault.expected}`,
      };
    case 'item-unplanned':
      return {
        zh: `事项“${item(fault.item)}”（${department(fault.department)}）全年没有抽查任务，应至少一项`,
        en: `item “${item(fault.item)}” of ${department(fault.department)} has no task in the year; one at least is asked`,
      };
    case 'target-missed': {
      const { name } = figures[fault.figure];
      return {
        zh: `${name.zh}预计${percentOf(fault.bp)}，应不低于${percentOf(fault.goalBp)}`,
        en: `${name.en}: ${percentOf(fault.bp)} foreseen, ${percentOf(fault.goalBp)} asked`,
      };
    }
    case 'nobody-in-frame':
      return {
        zh: '抽查对象范围内没有在册对象，请核对抽查对象，或先补充名录库',
        en: 'no subject on the roll is in its frame: look at the subjects, or complete the roll first',
      };
    case 'nobody-drawn':
      return {
        zh: '按所列比例一户也抽不到，可提高比例或写明“至少1户”',
        en: 'its shares come to nobody: raise them, or add 至少1户',
      };
    case 'not-drawable': {
      const { frame, unclassed, otherClass } = fault;
      const parts = [
        ...(unclassed === 0 ? [] : [{ zh: `${unclassed}户没有分类`, en: `${unclassed} have no class` }]),
        ...(otherClass === 0
          ? []
          : [
              { zh: `${otherClass}户的类别不在任务所列`, en: `${otherClass} have a class that the task does not name` },
            ]),
      ];
      return {
        zh: `范围内${frame}户中，${parts.map(({ zh }) => zh).join('、')}，不会被抽取`,
        en: `of ${frame} in the frame, ${parts.map(({ en }) => en).join(' and ')}: they cannot be drawn`,
      };
    }
    default:
      return wordsOfTaskFault(fault, names);
  }
}
