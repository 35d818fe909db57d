/** Refusals before and beside a ceremony, in words. */
import { dateInChinese } from '../../core/calendar.ts';
import { stageWords } from '../../core/draw/ceremony/words.ts';
import type { CompileRefusal } from '../../core/draw/compile.ts';
import { sayManifest, sayShortage } from '../../core/draw/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { RecordedPart } from '../verbs/draw/on-record.ts';
import type { DrawRefusal } from '../verbs/draw/refusal.ts';
import { sayGap } from './ledger.ts';
import { stateWords } from './plan.ts';
import { beijing, civil } from './time.ts';
import { sayTooLong } from './too-long.ts';

export function sayDraw(why: DrawRefusal): Words {
  switch (why.reason) {
    case 'sample-only':
      return {
        zh: `第 ${why.ceremony} 次抽取是再检查（回访）抽样，不派发检查，也不录入检查结果；请在再检查中登记。`,
        en: `Ceremony ${why.ceremony} is a sample for re-inspection: no visits are handed out and no outcomes entered; record it there.`,
      };
    case 'no-policy':
      return {
        zh: `${dateInChinese(why.on)}没有已启用的制度文件，请先用 policy adopt 启用。`,
        en: `No policy is in force on ${why.on}; adopt one first.`,
      };
    case 'no-plan':
      return { zh: `没有编号为 ${why.plan} 的计划。`, en: `There is no plan ${why.plan}.` };
    case 'plan-not-published':
      return {
        zh: `计划 ${why.plan} 尚未向社会公布（现为${stateWords[why.state].zh}），不能据以抽取。`,
        en: `Plan ${why.plan} is ${stateWords[why.state].en}; nothing is drawn from a plan that is not published.`,
      };
    case 'task-not-in-plan':
      return {
        zh: `任务 ${why.task} 不在计划 ${why.plan} 内；须先修改计划并说明理由。`,
        en: `Task ${why.task} is not in plan ${why.plan}; change the plan first.`,
      };
    case 'no-tasks':
      return { zh: '没有写明要抽取的任务。', en: 'No task was named.' };
    case 'item-not-listed':
      return {
        zh: `任务 ${why.task} 的事项 ${why.item} 不在抽查事项清单内，清单之外无检查。`,
        en: `Item ${why.item} of task ${why.task} is on no list.`,
      };
    case 'item-repealed':
      return {
        zh: `任务 ${why.task} 的事项 ${why.item} 所依据的规定自${dateInChinese(why.from)}起废止，不能抽取。`,
        en: `The basis of item ${why.item} (task ${why.task}) is repealed from ${why.from}.`,
      };
    case 'task-drawn-already':
      return {
        zh: `任务 ${why.task} 已在第 ${why.ceremony} 次抽取中抽过，计划全年抽取 ${why.drawsPerYear} 次；抽取结果不能重抽。`,
        en: `Task ${why.task} was drawn in ceremony ${why.ceremony} (${why.drawsPerYear} a year are planned); nothing is redrawn.`,
      };
    case 'task-listed-already':
      return {
        zh: `任务 ${why.task} 已由${why.platform}抽取（外部名单第 ${why.list} 号），计划全年抽取 ${why.drawsPerYear} 次；抽取结果不能重抽。`,
        en: `Task ${why.task} was drawn by ${why.platform} (outside list ${why.list}; ${why.drawsPerYear} a year are planned); nothing is redrawn.`,
      };
    case 'task-waits':
      return {
        zh: `任务 ${why.task} 已在第 ${why.ceremony} 次抽取中锁定，尚未开签；开签之后才能锁定下一次。`,
        en: `Task ${why.task} is frozen in ceremony ${why.ceremony}, which has not been opened; open that first.`,
      };
    case 'office-organises':
      return {
        zh: `任务 ${why.task} 含“${why.label}”类对象，该类由联席办组织抽取。`,
        en: `Task ${why.task} holds class ${why.label}, whose draws the office organises.`,
      };
    case 'compile':
      return sayCompile(why.why);
    case 'empty-roster':
      return { zh: '名单为空，没有可抽取的对象或岗位。', en: 'There is nobody to draw and no post to fill.' };
    case 'nothing-to-confirm':
      return {
        zh: `第 ${why.ceremony} 次抽取没有等待 ${why.person} 确认的事项；须先由第一人申请并写明由谁确认。`,
        en: `Nothing of ceremony ${why.ceremony} waits for ${why.person}; the first person asks and names the second.`,
      };
    case 'allowances-waiting':
      return {
        zh: `第 ${why.ceremony} 次抽取还没有开签，而两次抽取计入同一年度检查次数上限；请先完成或中止第 ${why.ceremony} 次抽取。`,
        en: `Ceremony ${why.ceremony} is not opened yet and counts toward the same yearly allowance; finish or abort it first.`,
      };
    case 'window-over':
      return {
        zh: `检查实施期 ${civil(why.to).zh}已结束（今天是${civil(why.today).zh}），不能再抽取；请核对日期，或先调整计划。`,
        en: `The visits ended on ${why.to} (today is ${why.today}); check the date, or change the plan first.`,
      };
    case 'deadline-past':
      return {
        zh: `封签截止时间 ${beijing(why.deadline).zh}已过（现在是${beijing(why.now).zh}），请写一个以后的时间；没有占用抽取编号。`,
        en: `Sealing would have ended at ${beijing(why.deadline).en} (it is ${beijing(why.now).en}); give a later time. No number was used.`,
      };
    case 'manifest':
      return joined(why.why.map(sayManifest));
    case 'shortage':
      return joined(why.shortages.map(sayShortage));
    case 'behind-checkpoint':
      return sayGap(why.gap);
    case 'no-ceremony':
      return { zh: `没有第 ${why.ceremony} 次抽取。`, en: `There is no ceremony ${why.ceremony}.` };
    case 'not-opened':
      return { zh: `第 ${why.ceremony} 次抽取尚未开签。`, en: `Ceremony ${why.ceremony} has not been opened.` };
    case 'not-as-recorded': {
      const part = recordedParts[why.part];
      return {
        zh: `第 ${why.ceremony} 次抽取的${part.zh}与台账记载不符，数据库被改动过，不能开签；请保全数据库文件并核对台账（ledger verify）。`,
        en: `In ceremony ${why.ceremony} the ${part.en} differs from the ledger: the database was altered and nothing is opened. Keep the file and verify the ledger.`,
      };
    }
    case 'not-participant':
      return {
        zh: `${why.person} 不是第 ${why.ceremony} 次抽取的监督人员。`,
        en: `${why.person} is no witness of ceremony ${why.ceremony}.`,
      };
    case 'custody':
      return why.custody === 'own-page'
        ? {
            zh: `${why.participant} 登记为本人封存，请在本人网页或本机生成承诺值后提交。`,
            en: `${why.participant} keeps its own secret: send the commitment only.`,
          }
        : {
            zh: `${why.participant} 登记为会务台代为封存，请直接键入数字。`,
            en: `The desk keeps ${why.participant}'s secret: type the digits.`,
          };
    case 'slip-useless': {
      const stage = stageWords[why.stage];
      return {
        zh: `第 ${why.ceremony} 次抽取${stage.zh}，会务台的封签不再需要密封条，不予打印。`,
        en: `Ceremony ${why.ceremony} is ${stage.en}: a sealed slip would keep nothing any more and is not printed.`,
      };
    }
    case 'slip-printed': {
      const at = beijing(why.at);
      return {
        zh: `第 ${why.ceremony} 次抽取的密封条已由 ${why.by} 于${at.zh}打印（共 ${why.copies} 份）；再打印须写明理由，并记入台账。`,
        en: `The sealed slip of ceremony ${why.ceremony} was printed by ${why.by}, ${at.en} (${why.copies} so far); another one takes a reason, which is recorded.`,
      };
    }
    case 'too-long':
      return sayTooLong(why);
    case 'takes-no-slip':
      return {
        zh: `密封条须交监督人员保管：“${why.person}”不是第 ${why.ceremony} 次抽取的监督人员或督查、纪检人员，或者就是打印人本人。`,
        en: `The slip goes to a supervisor: “${why.person}” is no witness of ceremony ${why.ceremony} and of no supervising body, or is the one who prints it.`,
      };
    case 'no-secret':
      return {
        zh: `会务台没有保管 ${why.participant} 的封签；请由本人给出随机串和数字。`,
        en: `The desk keeps no secret of ${why.participant}; it must give nonce and digits itself.`,
      };
    case 'before-disclosure':
      return {
        zh: `第 ${why.ceremony} 次抽取的完整记录${dateInChinese(why.from)}起公开（今天是${dateInChinese(why.today)}）；在此之前只提供给监督人员和联席办。`,
        en: `The whole record of ceremony ${why.ceremony} is public from ${why.from} (today is ${why.today}).`,
      };
    default:
      return never(why);
  }
}

const recordedParts = {
  manifest: { zh: '待抽名单摘要', en: 'manifest' },
  commitments: { zh: '承诺值', en: 'list of commitments' },
  absent: { zh: '缺席人员', en: 'list of the absent' },
  'public-number': { zh: '公共数', en: 'public number' },
} as const satisfies Record<RecordedPart, Words>;

function sayCompile(why: CompileRefusal): Words {
  switch (why.reason) {
    case 'share-not-settled':
      return {
        zh: `任务 ${why.task} 的“${why.tier}”类只写了范围，抽取前须定为一个数。`,
        en: `Task ${why.task} gives only a range for ${why.tier}; settle on a number.`,
      };
    case 'office-inspects':
      return {
        zh: `任务 ${why.task} 把联席办（${why.department}）列为检查机关：议事协调机构不得实施检查（国办发〔2024〕54号）。`,
        en: `Task ${why.task} names the office (${why.department}) as inspecting body, which it must not be (国办发〔2024〕54号).`,
      };
    case 'no-power-to-inspect':
      return {
        zh: `任务 ${why.task} 的 ${why.department} 没有行政执法主体资格。`,
        en: `${why.department} (task ${why.task}) has no power to inspect.`,
      };
    case 'unknown-department':
      return {
        zh: `任务 ${why.task} 的 ${why.department} 不在成员单位名单内。`,
        en: `${why.department} (task ${why.task}) is on no list of departments.`,
      };
    case 'too-few-officers':
      return {
        zh: `任务 ${why.task} 的 ${why.department} 只安排 ${why.officers} 名执法人员，不得少于两人。`,
        en: `${why.department} (task ${why.task}) sends ${why.officers} officer; two are the least.`,
      };
    default:
      return never(why);
  }
}

const joined = (words: readonly Words[]): Words => ({
  zh: words.map(({ zh }) => zh).join('\n'),
  en: words.map(({ en }) => en).join('\n'),
});
