/** Refusals about the plan in words. */
import { dateInChinese } from '../../core/calendar.ts';
import type { Finding } from '../../core/plan/review/finding.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import type { Plan } from '../../core/plan/task.ts';
import { type Names, wordsOfDraftRefusal, wordsOfRatioRefusal } from '../../core/plan/words.ts';
import { partyWords, reviewPointWords } from '../../core/policy/words.ts';
import { never } from '../../core/result.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { wordsOfRecogniseRefusal } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { PlanRefusal } from '../verbs/plan/refusal.ts';
import { sayTooLong } from './too-long.ts';

/** Refusals are said where no registry is at hand: codes stand as they are. */
const codes: Names = { department: (code) => code, item: (code) => code, task: (no) => no };

export const stateWords = {
  draft: { zh: '草案', en: 'a draft' },
  reviewing: { zh: '审核中', en: 'under review' },
  approved: { zh: '审核通过', en: 'approved' },
  issued: { zh: '已印发', en: 'issued' },
  published: { zh: '已公示', en: 'published' },
} as const satisfies Record<Plan['state'], Words>;

export function sayPlan(why: PlanRefusal): Words {
  switch (why.reason) {
    case 'file': {
      const { zh, en } = wordsOfOpenRefusal(why.why);
      return { zh: `${why.file}：${zh}`, en: `${why.file}: ${en}` };
    }
    case 'header': {
      const { zh, en } = wordsOfRecogniseRefusal(why.why);
      return { zh: `${why.file}（按计划表读取）：${zh}`, en: `${why.file} (read as a plan sheet): ${en}` };
    }
    case 'no-policy':
      return {
        zh: `${dateInChinese(why.on)}没有已启用的制度文件，计划无所依据；请先用 policy adopt 启用。`,
        en: `No policy is in force on ${why.on} for the plan to rest on; adopt one first by policy adopt.`,
      };
    case 'no-plan':
      return { zh: `没有编号为 ${why.plan} 的计划。`, en: `There is no plan ${why.plan}.` };
    case 'bad-number':
      return {
        zh: `计划编号“${why.plan}”应为 1 至 40 个字，不含空格。`,
        en: `A plan number has 1 to 40 characters and no blanks; it is “${why.plan}”.`,
      };
    case 'stands-already': {
      const state = stateWords[why.state];
      return {
        zh: `计划 ${why.plan} 第 ${why.version} 版（${state.zh}）已在；调整须成新版本并写明理由。`,
        en: `Version ${why.version} of plan ${why.plan} stands (${state.en}); a change is a new version with its reason.`,
      };
    }
    case 'nothing-stands': {
      const lines = why.refused.map((each) => wordsOfDraftRefusal(each, codes));
      const rejected =
        why.rejected === 0
          ? { zh: '', en: '' }
          : { zh: `另有 ${why.rejected} 行未能读取。`, en: ` ${why.rejected} further rows could not be read.` };
      return {
        zh: `没有一行可以编入计划。${lines.map(({ zh }) => zh).join('')}${rejected.zh}`,
        en: `No row can go into the plan. ${lines.map(({ en }) => en).join(' ')}${rejected.en}`,
      };
    }
    case 'wrong-state': {
      const needs = why.needs.map((each) => stateWords[each]);
      return {
        zh: `计划 ${why.plan} 现为${stateWords[why.state].zh}，须为${needs.map(({ zh }) => zh).join('或')}才能办理。`,
        en: `Plan ${why.plan} is ${stateWords[why.state].en}; it must be ${needs.map(({ en }) => en).join(' or ')}.`,
      };
    }
    case 'drafter-reviews':
      return {
        zh: `${why.person} 是计划 ${why.plan} 的起草人，起草人不得审核自己起草的计划。`,
        en: `${why.person} drafted plan ${why.plan}; who drafts does not review.`,
      };
    case 'not-reviewer': {
      const right = why.right.map((each) => partyWords[each]);
      const about = why.point === null ? { zh: '这份计划', en: 'this plan' } : reviewPointWords[why.point];
      return {
        zh: `${partyWords[why.party].zh}不审核${about.zh}，应由${right.map(({ zh }) => zh).join('、') || '联席办'}审核。`,
        en: `${partyWords[why.party].en} does not review ${about.en}; that is for ${right.map(({ en }) => en).join(', ') || 'the office'}.`,
      };
    }
    case 'findings-stand': {
      const lines = why.findings.slice(0, linesShown).map((each) => sayFinding(each, codes));
      const more = why.findings.length - lines.length;
      const rest =
        more === 0
          ? { zh: '', en: '' }
          : {
              zh: `\n  另有 ${more} 条，见全部核对意见（plan check ${why.plan}）。`,
              en: `\n  ${more} more: plan check ${why.plan}.`,
            };
      return {
        zh: `计划 ${why.plan} 还有 ${why.findings.length} 条核对意见须先改正，或说明理由后保留（plan keep）：${lines.map(({ zh }) => `\n  ${zh}`).join('')}${rest.zh}`,
        en: `${why.findings.length} findings stand against plan ${why.plan}; mend them or give reasons by plan keep:${lines.map(({ en }) => `\n  ${en}`).join('')}${rest.en}`,
      };
    }
    case 'no-reason-given':
      return { zh: '请写明理由。', en: 'Give the reason.' };
    case 'too-long':
      return sayTooLong(why);
    case 'no-such-finding': {
      const known = sayKinds(why.known);
      return {
        zh: `计划 ${why.plan}${why.task === null ? '整体' : `任务 ${why.task} `}没有核对意见 [${why.finding}]。${known.zh}`,
        en: `There is no finding [${why.finding}] of plan ${why.plan}${why.task === null ? ' as a whole' : `, task ${why.task}`}. ${known.en}`,
      };
    }
    case 'binds-firmly':
      return {
        zh: `核对意见 [${why.finding}] 不是“原则上”的要求，不能以说明理由代替改正。`,
        en: `[${why.finding}] does not bind in principle only; a reason does not replace mending it.`,
      };
    case 'review-missing': {
      const missing = why.missing.map(({ by, point }) => ({
        zh: `${partyWords[by].zh}（${reviewPointWords[point].zh}）`,
        en: `${partyWords[by].en} (${reviewPointWords[point].en})`,
      }));
      return {
        zh: `计划 ${why.plan} 还缺审核：${missing.map(({ zh }) => zh).join('、')}。`,
        en: `Plan ${why.plan} still lacks the review of ${missing.map(({ en }) => en).join(', ')}.`,
      };
    }
    case 'version-passed':
      return {
        zh: `计划 ${why.plan} 现为第 ${why.now} 版，这里办的是第 ${why.version} 版，请按最新一版办理。`,
        en: `Plan ${why.plan} stands in version ${why.now}; this was about version ${why.version}. Look at the present one.`,
      };
    case 'no-such-task':
      return { zh: `计划 ${why.plan} 没有任务 ${why.task}。`, en: `Plan ${why.plan} has no task ${why.task}.` };
    case 'tasks-returned':
      return {
        zh: `已退回任务 ${why.tasks.join('、')}，不能一并通过；请先对这些任务改为通过，或退回计划。`,
        en: `Tasks ${why.tasks.join(', ')} were returned; pass them first, or return the plan.`,
      };
    case 'no-reviewer':
      return {
        zh: `没有可以代表${partyWords[why.party].zh}审核计划 ${why.plan} 的人员（起草人不得审核），请先登记人员。`,
        en: `Nobody can review plan ${why.plan} for ${partyWords[why.party].en}, since the drafter may not; enrol somebody first.`,
      };
    case 'not-issued':
      return { zh: `计划 ${why.plan} 尚未印发。`, en: `Plan ${why.plan} has not been issued.` };
    case 'no-change':
      return {
        zh: `任务 ${why.task} 没有变动：比例和检查实施期至少改一项。`,
        en: `Nothing of task ${why.task} would change: change its ratio or its window.`,
      };
    case 'ratio': {
      const { zh, en } = wordsOfRatioRefusal(why.why);
      return { zh: `抽查比例：${zh}。`, en: `The ratio: ${en}.` };
    }
    case 'ratio-unfit':
      return why.by === 'level'
        ? {
            zh: `抽查比例按层级（${why.labels.join('、')}）分别规定，请只写本级的比例。`,
            en: `The ratio differs by level (${why.labels.join(', ')}); write that of your own level only.`,
          }
        : {
            zh: `现行制度没有一种分类含有 ${why.labels.join('、')} 各类，请核对类别名称。`,
            en: `No scheme of the policy has the classes ${why.labels.join(', ')}; look at their names.`,
          };
    case 'window-reversed':
      return {
        zh: `检查实施期${dateInChinese(why.from)}至${dateInChinese(why.to)}前后颠倒，开始日期不得晚于结束日期。`,
        en: `The window ${why.from} to ${why.to} ends before it begins.`,
      };
    case 'not-a-channel':
      return {
        zh: `现行制度没有把“${why.channel}”列为计划的公示渠道；应为：${why.channels.join('、')}。`,
        en: `The policy does not name ${why.channel} as a channel for plans; it names: ${why.channels.join(', ')}.`,
      };
    case 'not-a-date':
      return { zh: `“${why.text}”不是日期，应写作 2025-06-23。`, en: `“${why.text}” is no date; write 2025-06-23.` };
    case 'in-future':
      return {
        zh: `公示日期${dateInChinese(why.on)}晚于今天（${dateInChinese(why.today)}），请在公示后登记。`,
        en: `${why.on} lies after today (${why.today}); record a publication once it is made.`,
      };
    case 'before-issue':
      return {
        zh: `公示日期${dateInChinese(why.on)}早于印发日期（${dateInChinese(why.issued)}），请核对。`,
        en: `${why.on} lies before the plan was issued (${why.issued}); check the date.`,
      };
    case 'no-address':
      return { zh: '请写明公示的网址或张贴处。', en: 'State the address or place of publication.' };
    default:
      return never(why);
  }
}

/** A finding, and in brackets the kind by which `plan keep` names it. */
export function sayFinding(finding: Finding, names: Names): Words {
  const { zh, en } = wordsOfFinding(finding, names);
  return { zh: `${zh} [${finding.kind}]`, en: `${en} [${finding.kind}]` };
}

/** Lines of findings in one refusal; the check shows all. */
const linesShown = 10;

function sayKinds(known: readonly Pick<Finding, 'kind' | 'task'>[]): Words {
  if (known.length === 0)
    return { zh: '本计划没有可以说明理由后保留的意见。', en: 'Nothing of this plan can be kept for a reason.' };
  const byKind = [...Map.groupBy(known, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    whole: all.some(({ task }) => task === null),
    tasks: [...new Set(all.flatMap(({ task }) => (task === null ? [] : [task])))],
  }));
  const zh = byKind.map(
    ({ kind, whole, tasks }) => `[${kind}]（${[...(whole ? ['整个计划'] : []), ...tasks].join('、')}）`,
  );
  const en = byKind.map(
    ({ kind, whole, tasks }) => `[${kind}] (${[...(whole ? ['the whole plan'] : []), ...tasks].join(', ')})`,
  );
  return { zh: `可以说明理由后保留的有：${zh.join('、')}。`, en: `These may be kept for a reason: ${en.join(', ')}.` };
}
