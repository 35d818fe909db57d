/** Everything that is said about outcomes: codes, methods, measures, and what is wrong with an entry and would be right. */
import { dateInChinese } from '../calendar.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import { asSent, type OutcomeFinding } from './check.ts';
import { kindOf, type OutcomeCode } from './code.ts';
import type { CheckMethod, Handling } from './outcome.ts';
import type { ReviewState } from './review.ts';

export const wordsOfCode = (code: OutcomeCode): Words => ({ zh: kindOf(code).label, en: kindOf(code).en });

/** 核查方式, in the order of the record sheet. */
export const methodWords = {
  'on-site': { zh: '实地检查', en: 'on site' },
  desk: { zh: '书面检查', en: 'on paper' },
  'official-result': { zh: '行政部门检查结果或专业意见', en: 'results or opinion of an authority' },
  testing: { zh: '检验检测', en: 'testing' },
  online: { zh: '网络监测', en: 'online' },
  entrusted: { zh: '委托专业机构辅助', en: 'with a commissioned expert body' },
} as const satisfies Record<CheckMethod, Words>;

/** 后续处置措施, in the words of the record sheet. */
export const handlingWords = {
  nothing: {
    zh: '未发现问题或相关问题已规范、已改正，无需后续处置',
    en: 'nothing found, or put right: no further measure',
  },
  'to-daily': {
    zh: '停止检查，反馈至日常监管部门依法依规处理',
    en: 'stopped, and passed to daily supervision',
  },
  'order-correction': {
    zh: '违反本部门相关规定，责令改正；后续跟踪由日常监管部门负责',
    en: 'ordered to correct; daily supervision follows up',
  },
  'to-case': {
    zh: '发现案件线索，初步固定相关证据后移送办案机构依法依规处理',
    en: 'signs of an offence, evidence secured, passed to the case-handling body',
  },
  'to-department': { zh: '违反其他部门相关规定，抄告相关部门', en: 'passed to the department concerned' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<Handling, Words>;

/** The cell may hold anything: more names than go to a door, and longer ones than anybody has, are not repeated. */
const namesMost = 6;
const nameMost = 30;

export function wordsOfFinding(finding: OutcomeFinding): Words {
  switch (finding.kind) {
    case 'finding-missing':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，应写明发现的具体情况`,
        en: `describe what was found: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'finding-without-problem':
      return {
        zh: '检查结果为“未发现问题”，此处应为空；如确有问题，请改选检查结果',
        en: 'must be blank where no problem was found; if there was one, choose another outcome',
      };
    case 'degree-missing':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，应填写违法程度（轻微、一般、严重）`,
        en: `say whether it is minor, ordinary or major: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'degree-without-problem':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，不应有违法程度`,
        en: `nothing was violated: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'evidence-unexplained': {
      const name = [...finding.name].slice(0, nameMost).join('');
      const words = finding.missing.map((each) => `${each}：…`).join('；');
      return {
        zh: `证据“${name}”应在存放位置之后写明“${words}”`,
        en: `after the place of evidence “${name}” also write “${words}”`,
      };
    }
    case 'report-missing':
      return {
        zh: '核查方式为委托专业机构的，应在证据材料中登记“委托报告…；存放位置；受托机构：…；合同：…”',
        en: 'where a firm was commissioned, name its report: 委托报告…；place；受托机构：…；合同：…',
      };
    case 'methods-missing':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，应填写核查方式`,
        en: `say how it was checked: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'handling-missing':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，应选择后续处置措施`,
        en: `choose a measure: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'handling-nothing':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，不能选“无需后续处置”；已当场改正的，检查结果应选“发现问题经责令已改正”`,
        en: `“no further measure” does not go with “${wordsOfCode(finding.code).en}”; if it was put right at once, choose “${wordsOfCode('corrected').en}”`,
      };
    case 'handling-without-problem':
      return {
        zh: '检查结果为“未发现问题”，后续处置措施应为空或选“无需后续处置”',
        en: 'no problem was found: leave it blank or choose “no further measure”',
      };
    case 'handling-words':
      return finding.handling === 'other'
        ? { zh: '后续处置措施选“其他”，应写明具体措施', en: 'say what the other measure is' }
        : { zh: '抄告其他部门的，应写明抄告哪个部门、什么事项', en: 'say which department it is passed to, and what' };
    case 'deadline-missing':
      return {
        zh: '责令改正的应填整改期限；已当场改正的，检查结果应选“发现问题经责令已改正”',
        en: 'give the day by which it must be corrected; if it was corrected at once, choose that outcome',
      };
    case 'deadline-early':
      return {
        zh: `整改期限不能早于检查日期（${dateInChinese(finding.checkedOn)}）`,
        en: `cannot be before the day of the check (${finding.checkedOn})`,
      };
    case 'deadline-without-problem':
      return {
        zh: `检查结果为“${wordsOfCode(finding.code).zh}”，不应有整改期限`,
        en: `nothing is to be corrected: the outcome is “${wordsOfCode(finding.code).en}”`,
      };
    case 'in-future':
      return {
        zh: `检查日期不能晚于今天（${dateInChinese(finding.today)}），检查完成后再录入`,
        en: `cannot be after today (${finding.today}); enter it when the check is done`,
      };
    case 'before-draw':
      return {
        zh: `检查日期早于抽取日期（${dateInChinese(finding.drawnOn)}），不是本次抽查的检查`,
        en: `is before the draw (${finding.drawnOn}), so it was no check of this draw`,
      };
    case 'outside-window': {
      const { from, to } = finding.window;
      const tail = finding.explained
        ? { zh: '，以备注所写原因留存', en: '; kept with the reason in the remark' }
        : { zh: '，请核对；确有原因的，请写入备注', en: '; check it, or give the reason in 备注' };
      return {
        zh: `检查日期不在检查实施期（${dateInChinese(from)}至${dateInChinese(to)}）内${tail.zh}`,
        en: `is outside the window of the visit (${from} to ${to})${tail.en}`,
      };
    }
    case 'inspectors-missing':
      return {
        zh: `请填写实际检查人员；与派出人员相同的，写“${asSent}”`,
        en: `say who was there; write ${asSent} if all who were sent went`,
      };
    case 'too-few-inspectors':
      return finding.sent < 2
        ? {
            zh: `执法人员不得少于两人（行政处罚法第四十二条），本单位在此户只派出 ${finding.sent} 人，请先按程序递补人员`,
            en: `at least two officers are needed (行政处罚法 42) and only ${finding.sent} hold posts here; have the posts filled first`,
          }
        : {
            zh: `执法人员不得少于两人（行政处罚法第四十二条），现为 ${finding.named} 人`,
            en: `at least two officers are needed (行政处罚法 42); there are ${finding.named}`,
          };
    case 'contradiction':
      return {
        zh: `同一户的另一事项录为“${wordsOfCode(finding.other).zh}”，与本项“${wordsOfCode(finding.code).zh}”不一致，请核对`,
        en: `another item of the same visit reads “${wordsOfCode(finding.other).en}”, which does not go with “${wordsOfCode(finding.code).en}”; please check`,
      };
    case 'not-sent': {
      const named = finding.inspectors.slice(0, namesMost).map((each) => [...each].slice(0, nameMost).join(''));
      const sent = finding.sent.join('、') || '（无）';
      return {
        zh: `${named.join('、')} 不在派出人员之列，本单位在此户派出的是：${sent}。换人须按程序递补；专家不计入两人，请写入备注`,
        en: `${named.join(', ')} holds no post at this visit; sent were ${finding.sent.join(', ') || 'none'}. A substitute comes by the procedure; experts are named in 备注`,
      };
    }
    case 'not-on-site':
      return {
        zh: `计划为实地检查，核查方式中没有实地检查${finding.explained ? '，以备注所写原因留存' : '；确有原因的，请写入备注'}`,
        en: `the plan says on site, and nobody was there${finding.explained ? '; kept with the reason in the remark' : '; give the reason in 备注'}`,
      };
    case 'entered-needlessly':
      return {
        zh: `计划为非现场检查，能非现场检查的不得入企（国办发〔2024〕54号）${finding.explained ? '，以备注所写原因留存' : '；确需入企的，请将原因写入备注'}`,
        en: `the plan says off site, and what can be done off site must not enter the enterprise (国办发〔2024〕54号)${finding.explained ? '; kept with the reason in the remark' : '; give the reason in 备注'}`,
      };
    default:
      return never(finding);
  }
}

/** 审核: where the version that stands is. */
export const reviewStateWords: Readonly<Record<ReviewState, Words>> = {
  waiting: { zh: '待审核', en: 'waits for review' },
  passed: { zh: '已通过', en: 'passed' },
  returned: { zh: '退回', en: 'returned' },
};
