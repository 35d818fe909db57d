/** What is owed, in one line for the one who owes it. */
import { bulletinPeriod, periodName } from '../bulletin/period.ts';
import { summaryWords } from '../bulletin/summary.ts';
import { dateInChinese, wordsOfDay } from '../calendar.ts';
import { stepWords } from '../follow-up/words.ts';
import type { PublicationRule } from '../policy/shape.ts';
import { deadlineWords, listWords } from '../policy/words.ts';
import { purposeWords } from '../recheck/words.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { Matter, Owed } from './owed.ts';

export type NameOf = (department: string) => string;

/** Most names that a line holds; the rest is counted. */
const namesShown = 8;
/** Numbers of tasks say little to a reader: the first ones are enough to know which are meant. */
const tasksShown = 2;
const visitsShown = 4;

const several = (names: readonly string[], shown = namesShown): Words => {
  const more = names.length - shown;
  const first = names.slice(0, shown);
  return more > 0
    ? { zh: `${first.join('、')}等 ${names.length} 项`, en: `${first.join(', ')} and ${more} more` }
    : { zh: first.join('、'), en: first.join(', ') };
};

function workWords(
  { step, no, book, count, name }: Extract<Matter, { readonly kind: 'visit-work' }>,
  nameOf: NameOf,
): Words {
  switch (step) {
    case 'approval':
      return { zh: `审批检查呈批件第 ${no} 号（${count} 户）`, en: `decide on request ${no} (${count} visits)` };
    case 'afterwards':
      return {
        zh: `补办第 ${book} 次抽取 ${count} 户的检查审批`,
        en: `ask for approval afterwards: ${count} visits of ${book}`,
      };
    case 'agenda':
      return {
        zh: `答复${nameOf(name)}提出的联合检查日程第 ${no} 号（${count} 户）`,
        en: `answer agenda ${no} of ${nameOf(name)} (${count} visits)`,
      };
    case 'receipt':
      return { zh: `签收${nameOf(name)}的计划外检查备案第 ${no} 号`, en: `receive filing ${no} of ${nameOf(name)}` };
    case 'filing-approval':
      return { zh: `审批计划外检查备案第 ${no} 号`, en: `decide on filing ${no}` };
    case 'scheme':
      return { zh: `制定任务 ${name} 的联合检查实施方案`, en: `keep the scheme of task ${name}` };
    default:
      return never(step);
  }
}

export function wordsOfMatter(matter: Matter, nameOf: NameOf): Words {
  switch (matter.kind) {
    case 'deadline':
      return deadlineWords[matter.key];
    case 'reply':
      return { zh: `反馈征询函 ${matter.consultation}`, en: `answer letter ${matter.consultation}` };
    case 'silent': {
      const { consultation, departments } = matter;
      const names = departments.slice(0, 30).map(nameOf);
      return {
        zh: `征询 ${consultation} 尚有 ${departments.length} 个单位未反馈：${names.join('、')}`,
        en: `${departments.length} have not answered ${consultation}: ${names.join(', ')}`,
      };
    }
    case 'voices':
      return { zh: `答复群众反映（${matter.count} 件）`, en: `answer the public (${matter.count})` };
    case 'risk':
      return matter.step === 'handle'
        ? {
            zh: `核实处置第 ${matter.no} 号风险预警线索（${matter.name}）`,
            en: `verify and handle warning ${matter.no} (${matter.name})`,
          }
        : { zh: `答复第 ${matter.no} 号分类调整建议`, en: `answer suggested change of class ${matter.no}` };
    case 'recheck': {
      const { zh, en } = purposeWords[matter.purpose];
      return matter.step === 'record'
        ? {
            zh: `完成第 ${matter.no} 号${zh}（余 ${matter.count} 项）`,
            en: `finish ${en} ${matter.no} (${matter.count} left)`,
          }
        : {
            zh: `答复第 ${matter.no} 号${zh}发现的问题（${matter.count} 项）`,
            en: `answer what ${en} ${matter.no} found (${matter.count})`,
          };
    }
    case 'problem':
      return {
        zh: `办结督办事项第 ${matter.no} 号（${matter.title}）`,
        en: `solve matter ${matter.no} (${matter.title})`,
      };
    case 'meeting':
      return matter.step === 'answer'
        ? { zh: `答复会议通知（${matter.title}）`, en: `answer the call to a meeting (${matter.title})` }
        : { zh: `登记会议记录（${matter.title}）`, en: `record the minutes of a meeting (${matter.title})` };
    case 'invitation':
      return {
        zh: `答复会商函第 ${matter.invitation} 号（${matter.name}）`,
        en: `answer invitation ${matter.invitation} (${matter.name})`,
      };
    case 'superior-plan':
      return {
        zh: `签收或退回上级计划 ${matter.number}`,
        en: `sign for or return the plan from above ${matter.number}`,
      };
    case 'joining':
      return {
        zh: `答复合并任务 ${several(matter.tasks, tasksShown).zh}的建议`,
        en: `answer the offer to join tasks ${several(matter.tasks, tasksShown).en}`,
      };
    case 'missing-item':
      return {
        zh: `将缺失事项第 ${matter.no} 号（${matter.name}）报市级`,
        en: `take missing item ${matter.no} (${matter.name}) to the city`,
      };
    case 'plan':
      return { zh: `${planSteps[matter.step].zh} ${matter.plan}`, en: `${planSteps[matter.step].en} ${matter.plan}` };
    case 'ceremony':
      return {
        zh: `第 ${matter.ceremony} 次抽取：${ceremonySteps[matter.step].zh}`,
        en: `draw ${matter.ceremony}: ${ceremonySteps[matter.step].en}`,
      };
    case 'draw': {
      const { zh, en } = several(matter.tasks, tasksShown);
      return { zh: `组织抽取任务 ${zh}`, en: `draw tasks ${en}` };
    }
    case 'visits': {
      const { zh, en } = several(matter.tasks, tasksShown);
      return matter.step === 'begin'
        ? { zh: `任务 ${zh}开始实施检查`, en: `visits of tasks ${en} begin` }
        : { zh: `完成任务 ${zh}的检查`, en: `finish the visits of tasks ${en}` };
    }
    case 'publication': {
      const { zh, en } = several(matter.tasks, tasksShown);
      return { zh: `录入并公示任务 ${zh}的检查结果`, en: `enter and publish outcomes of tasks ${en}` };
    }
    case 'notice':
      return noticeWords(matter);
    case 'matter-publication': {
      const { zh, en } = publicationWords[matter.what];
      return matter.number === ''
        ? { zh: `公布${zh}，并登记公布渠道和位置`, en: `make public and record where: ${en}` }
        : {
            zh: `公布第 ${matter.number} 次抽取的${zh}，并登记`,
            en: `make public and record where: ${en} of draw ${matter.number}`,
          };
    }
    case 'outcome-entry': {
      const { book, missing, returned } = matter;
      const back = returned === 0 ? '' : `${missing === 0 ? '' : '，'}重新录入退回的 ${returned} 项`;
      return {
        zh: `抽取 ${book}：${missing === 0 ? '' : `录入检查结果 ${missing} 项`}${back}`,
        en: `draw ${book}: enter ${missing} outcomes${returned === 0 ? '' : `, and ${returned} that were returned anew`}`,
      };
    }
    case 'outcome-review':
      return {
        zh: `抽取 ${matter.book}：审核检查结果 ${matter.waiting} 项`,
        en: `draw ${matter.book}: review ${matter.waiting} outcomes`,
      };
    case 'visit-work':
      return workWords(matter, nameOf);
    case 'recusal':
      return {
        zh: `决定回避申请第 ${matter.case} 号（第 ${matter.ceremony} 次抽取）`,
        en: `decide recusal ${matter.case} (draw ${matter.ceremony})`,
      };
    case 'follow-up': {
      const { zh, en } = several(matter.nos, visitsShown);
      const step = stepWords[matter.step];
      return {
        zh: `${step.zh}：检查编号 ${zh}，问题 ${matter.findings} 个`,
        en: `${step.en}: visits ${en}, ${matter.findings} findings`,
      };
    }
    case 'lists': {
      const names = matter.lists.map((list) => listWords[list]);
      return {
        zh: `建立并报送：${several(names.map(({ zh }) => zh)).zh}`,
        en: `make and send: ${several(names.map(({ en }) => en)).en}`,
      };
    }
    case 'renewal':
      return { zh: `更新并报送${listWords[matter.list].zh}`, en: `renew and send: ${listWords[matter.list].en}` };
    case 'pool-checks':
      return {
        zh: `本单位提出的 ${matter.label} 库检查对象，本年度还有 ${matter.count} 户未检查`,
        en: `${matter.count} subjects that you put into pool ${matter.label} are not checked this year`,
      };
    case 'holidays':
      return {
        zh: `录入 ${matter.year} 年放假通知（有关日期暂定）`,
        en: `load the holiday notice of ${matter.year}; days that rest on it are provisional`,
      };
    case 'receipt':
      return {
        zh: `签收${nameOf(matter.from)}报送的${listWords[matter.list].zh}`,
        en: `give a receipt for the ${listWords[matter.list].en} of ${nameOf(matter.from)}`,
      };
    case 'summary': {
      const { zh, en } = summaryWords[matter.key];
      const year = /\d{4}(?:-\d)?$/.exec(matter.period)?.[0] ?? '';
      return matter.returned
        ? { zh: `补充并重新报送${zh}（${year}）`, en: `mend and send again: ${en} (${year})` }
        : { zh: `报送${zh}（${year}）`, en: `send: ${en} (${year})` };
    }
    case 'bulletin': {
      const period = bulletinPeriod(matter.period);
      const name = period === null ? matter.period : periodName(period);
      return { zh: `发布${name}工作通报`, en: `issue the bulletin ${matter.period}` };
    }
    case 'own-points': {
      const period = bulletinPeriod(matter.period);
      const name = period === null ? matter.period : periodName(period);
      return {
        zh: `督导检查本单位${name}未完成事项，期末由联席办汇总通报`,
        en: `look at your own open points of ${matter.period}, before the office sums them up`,
      };
    }
    case 'news':
      return {
        zh: `${matter.month} 监管动态信息已有 ${matter.held} 条，每月不少于 ${matter.asked} 条`,
        en: `${matter.held} items of news in ${matter.month}; ${matter.asked} or more a month are asked for`,
      };
    default:
      return never(matter);
  }
}

const planSteps: Readonly<Record<Extract<Matter, { kind: 'plan' }>['step'], Words>> = {
  submit: { zh: '核对并送审计划', en: 'check and send for review: plan' },
  review: { zh: '审核计划', en: 'review plan' },
  issue: { zh: '印发计划', en: 'issue plan' },
  publish: { zh: '公布计划', en: 'publish plan' },
};

const ceremonySteps: Readonly<Record<Extract<Matter, { kind: 'ceremony' }>['step'], Words>> = {
  cosign: { zh: '会签名单', en: 'co-sign the roster' },
  seal: { zh: '封签', en: 'seal' },
  reveal: { zh: '启封', en: 'open your seal' },
  number: { zh: '录入公共数', en: 'type the public number' },
  open: { zh: '开签', en: 'open the draw' },
  'confirm-correction': { zh: '核对并确认更正公共数', en: 'check and confirm the corrected number' },
  'confirm-annulment': { zh: '核对并确认撤销', en: 'check and confirm the annulment' },
};

/** The day or hour, with 暂定 where it is not certain; '' where none is set. @param minute an instant as its civil minute */
export function wordsOfDue(
  { due, until, missing }: Pick<Owed, 'due' | 'until' | 'missing'>,
  minute: (time: string) => string,
): Words {
  if (until !== null) {
    const at = minute(until);
    return { zh: `${dateInChinese(at.slice(0, 10))} ${at.slice(11)}`, en: at.replace('T', ' ') };
  }
  return due === null
    ? { zh: '', en: '' }
    : wordsOfDay({ date: due, provisional: missing.length > 0, missing: [...missing].sort((a, b) => a - b) });
}

const publicationWords: Readonly<Record<PublicationRule['what'], Words>> = {
  plan: { zh: '抽查计划', en: 'the plan' },
  'item-list': { zh: '抽查事项清单', en: 'the list of items' },
  'joint-list': { zh: '联合抽查事项清单', en: 'the list of joint items' },
  draw: { zh: '抽查情况', en: 'the course of the draw' },
  outcome: { zh: '检查结果', en: 'outcomes' },
  penalty: { zh: '行政处罚信息', en: 'penalties' },
  'complaint-telephone': { zh: '投诉举报电话', en: 'the telephone for complaints' },
  'complaint-result': { zh: '投诉举报查处结果', en: 'what came of complaints' },
  exposure: { zh: '曝光信息', en: 'exposures' },
};

function noticeWords({ step, book, tasks, count }: Extract<Matter, { kind: 'notice' }>): Words {
  const { zh, en } = several(tasks, tasksShown);
  switch (step) {
    case 'finish':
      return { zh: `登记任务 ${zh}完成（抽取 ${book}）`, en: `state the end of tasks ${en} (draw ${book})` };
    case 'publish':
      return {
        zh: `公示任务 ${zh}的检查结果，余 ${count} 项（抽取 ${book}）`,
        en: `publish the outcomes of tasks ${en}, ${count} left (draw ${book})`,
      };
    case 'acknowledge':
      return {
        zh: `登记公示平台回执，余 ${count} 项（抽取 ${book}）`,
        en: `record the answers of the platforms, ${count} left (draw ${book})`,
      };
    case 'repaired':
      return {
        zh: `信用修复已办结，停止公示检查结果 ${count} 项（抽取 ${book}）`,
        en: `credit is repaired: end the publication of ${count} outcomes (draw ${book})`,
      };
    case 'objection':
      return {
        zh: `决定对公示结果的异议（抽取 ${book.split(' ')[0]}）`,
        en: `decide an objection to a published outcome (draw ${book.split(' ')[0]})`,
      };
    default:
      return never(step);
  }
}
