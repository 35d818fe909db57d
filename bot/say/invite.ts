/** Refusals about invitations, plans from above, missing items and offers to join, in words. */
import { dateInChinese } from '../../core/calendar.ts';
import type { SuperiorLevel } from '../../core/consult/superior.ts';
import type { AdvanceRefusal, MissingItemStep } from '../../core/registry/missing-item.ts';
import { wordsOfGapRefusal } from '../../core/registry/words.ts';
import { never } from '../../core/result.ts';
import { wordsOfFaulty } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { InviteRefusal } from '../verbs/invite/refusal.ts';

export const levelWords: { readonly [level in SuperiorLevel]: Words } = {
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
};

export const stepWords: { readonly [step in 'reported' | MissingItemStep]: Words } = {
  reported: { zh: '已提出', en: 'reported' },
  'with-city': { zh: '已向市级行业部门反映', en: 'with the city' },
  'with-province': { zh: '已向省级行业部门反映', en: 'with the province' },
  added: { zh: '上级已添加', en: 'added' },
  refused: { zh: '上级不予添加', en: 'refused' },
};

const fieldWords = {
  requirements: { zh: '工作要求', en: 'the requirements' },
  reason: { zh: '理由', en: 'the reason' },
  matter: { zh: '事项名称', en: 'the name of the item' },
  basis: { zh: '依据', en: 'the basis' },
} as const;

const orNone = (list: readonly string[]): Words =>
  list.length === 0 ? { zh: '无', en: 'none' } : { zh: list.join('、'), en: list.join(', ') };

export function sayInvite(why: InviteRefusal): Words {
  switch (why.reason) {
    case 'no-invitation':
      return { zh: `没有编号为 ${why.invitation} 的会商函。`, en: `There is no invitation ${why.invitation}.` };
    case 'no-such-task': {
      const joint = orNone(why.joint);
      return {
        zh: `计划 ${why.plan} 中没有任务 ${why.task}。联合任务有：${joint.zh}。`,
        en: `Plan ${why.plan} has no task ${why.task}; its joint tasks: ${joint.en}.`,
      };
    }
    case 'not-joint':
      return {
        zh: `任务 ${why.task} 没有配合部门，不需要会商。`,
        en: `Task ${why.task} has no partners; nobody is to be invited.`,
      };
    case 'published-already':
      return {
        zh: `计划 ${why.plan} 已经发布；会商应在发布前进行，调整请先形成新版本。`,
        en: `Plan ${why.plan} is published; partners are consulted before that. Make a new version first.`,
      };
    case 'not-a-date':
      return { zh: `“${why.text}”不是日期，应写作 2025-06-23。`, en: `“${why.text}” is no date; write 2025-06-23.` };
    case 'day-past':
      return {
        zh: `答复期限 ${dateInChinese(why.on)} 早于今天 ${dateInChinese(why.today)}。`,
        en: `The day ${why.on} lies before today, ${why.today}.`,
      };
    case 'contact-missing':
      return {
        zh: '请写明联系人，并填写电话或者邮箱（二者至少一项）。',
        en: 'Name a contact with a telephone number or an e-mail address.',
      };
    case 'too-long':
      return {
        zh: `${fieldWords[why.field].zh}最多 ${why.most} 字，请精简。`,
        en: `${fieldWords[why.field].en} may have ${why.most} characters at most.`,
      };
    case 'not-invited':
      return {
        zh: `第 ${why.invitation} 号会商函没有发给 ${why.department}；发往：${why.partners.join('、')}。`,
        en: `Invitation ${why.invitation} did not go to ${why.department} but to ${why.partners.join(', ')}.`,
      };
    case 'reason-missing':
      return { zh: '请写明理由。', en: 'Give the reason.' };
    case 'nothing-named':
      return {
        zh: `${why.partner} 对第 ${why.invitation} 号会商函的答复没有另提抽查事项。`,
        en: `${why.partner} named no items of its own in its answer to invitation ${why.invitation}.`,
      };
    case 'items-not-own':
      return {
        zh: `下列事项不是 ${why.department} 的抽查事项：${why.items.join('、')}。`,
        en: `Not items of ${why.department}: ${why.items.join(', ')}.`,
      };
    case 'too-few-officers':
      return {
        zh: `可派执法人员 ${why.officers} 名，少于两名；执法检查每次不得少于两人。`,
        en: `${why.officers} officers are fewer than two; no check is made by fewer than two.`,
      };
    case 'no-missing-item':
      return { zh: `没有编号为 ${why.no} 的缺失事项。`, en: `There is no missing item ${why.no}.` };
    case 'matter-missing':
      return { zh: '请填写缺失的抽查事项名称。', en: 'Name the item that is missing.' };
    case 'listed-already':
      return {
        zh: `“${why.matter}”已在抽查事项清单内，编码 ${why.code}，请直接认领。`,
        en: `“${why.matter}” is on the item list as ${why.code}; claim it.`,
      };
    case 'step':
      return sayStep(why.why);
    case 'no-superior-plan':
      return { zh: `没有编号为 ${why.no} 的上级计划。`, en: `There is no plan from above numbered ${why.no}.` };
    case 'bad-superior-number':
      return {
        zh: '请填写上级计划的文号或者编号，60 字以内。',
        en: 'Give the number of the plan from above, in 60 characters at most.',
      };
    case 'bad-level':
      return {
        zh: `“${why.level}”不是层级，应为省级（province）或者市级（city）。`,
        en: `“${why.level}” is no level; it is one of ${why.levels.join(', ')}.`,
      };
    case 'issuer-missing':
      return { zh: '请填写下达单位，100 字以内。', en: 'Name who issued it, in 100 characters at most.' };
    case 'received-already':
      return {
        zh: `文号“${why.number}”的上级计划已经接收（第 ${why.no} 号），内容不同。如系修订，请在文号后注明“修订”。`,
        en: `A different plan “${why.number}” was received as no. ${why.no}; if this is its revision, say so in the number.`,
      };
    case 'nothing-read': {
      const faults = why.faults.map(wordsOfFaulty);
      return {
        zh: `${why.file} 中没有能够读取的任务：${why.rejected} 行填写有误，${why.unusable} 行缺少必要内容。${faults.map(({ zh }) => zh).join('')}`,
        en: `${why.file} holds no task that could be read: ${why.rejected} rows are faulty, ${why.unusable} lack what a task needs. ${faults.map(({ en }) => en).join(' ')}`.trim(),
      };
    }
    case 'not-a-department':
      return {
        zh: `成员单位名单中没有“${why.department}”。`,
        en: `“${why.department}” is on no list of departments.`,
      };
    case 'not-named':
      return {
        zh: `第 ${why.no} 号上级计划不需要 ${why.department} 签收；应签收单位：${orNone(why.sign).zh}。`,
        en: `Plan ${why.no} from above is not for ${why.department} to sign, but for ${orNone(why.sign).en}.`,
      };
    case 'nothing-to-enter':
      return {
        zh: `第 ${why.no} 号上级计划的任务都被退回（${orNone(why.returnedBy).zh}），没有可列入的。`,
        en: `Every task of plan ${why.no} was returned (${orNone(why.returnedBy).en}); there is nothing to enter.`,
      };
    case 'number-taken':
      return {
        zh: `计划 ${why.plan} 中已有本地任务编号 ${why.task}，与上级任务编号相同，请先更改本地任务编号。`,
        en: `Plan ${why.plan} has a local task ${why.task} already; give that one another number first.`,
      };
    case 'other-year':
      return {
        zh: `计划 ${why.plan} 是 ${why.year} 年度的，上级计划是 ${why.given} 年度的。`,
        en: `Plan ${why.plan} is of ${why.year}, the plan from above of ${why.given}.`,
      };
    case 'no-list':
      return { zh: `没有编号为 ${why.list} 的外部抽取名单。`, en: `There is no outside list ${why.list}.` };
    case 'list-not-yours':
      return {
        zh: `外部名单第 ${why.list} 号只提供给联席办和承办的单位、人员，其中没有 ${why.person} 承办的检查。`,
        en: `Outside list ${why.list} is for the office and those who carry it out; none of its visits is ${why.person}'s.`,
      };
    case 'no-task-meant':
      return {
        zh: `请写明名单是哪项任务的：${orNone(why.tasks).zh}。`,
        en: `Say which task the list is for: ${orNone(why.tasks).en}.`,
      };
    case 'nothing-listed':
      return {
        zh: `${why.file} 中没有本任务的检查对象：${why.rejected} 行不能读取，${why.others} 行属于其他任务。`,
        en: `${why.file} lists no subject for this task: ${why.rejected} rows could not be read, ${why.others} are of other tasks.`,
      };
    case 'platform-missing':
      return { zh: '请写明由哪个平台抽取。', en: 'Say which platform drew it.' };
    case 'no-offer':
      return {
        zh: `计划 ${why.plan} 现行版本没有合并任务 ${why.tasks.join('、')} 的建议，可能已经合并或者计划已调整。`,
        en: `Plan ${why.plan} has no such offer for ${why.tasks.join(', ')} now; they were joined or the plan has changed.`,
      };
    case 'not-a-lead':
      return {
        zh: `该建议由各任务的牵头部门（${why.leads.join('、')}）答复，${why.department} 不是牵头部门。`,
        en: `The leads answer this offer (${why.leads.join(', ')}); ${why.department} is none of them.`,
      };
    case 'lead-missing':
      return {
        zh: `请写明由谁牵头，从下列部门中选一个：${why.departments.join('、')}。`,
        en: `Say who leads, one of ${why.departments.join(', ')}.`,
      };
    case 'lead-not-among':
      return {
        zh: `${why.lead} 不是有关部门，不能牵头；可从下列部门中选：${why.departments.join('、')}。`,
        en: `${why.lead} has no part in these tasks; one of ${why.departments.join(', ')} leads.`,
      };
    default:
      return never(why);
  }
}

function sayStep(why: AdvanceRefusal): Words {
  if (why.kind !== 'closed') {
    const { zh, en } = wordsOfGapRefusal(why);
    return { zh: `${zh}。`, en: `${en}.` };
  }
  return {
    zh: `缺失事项 ${why.no} 已于 ${dateInChinese(why.on)} 办结（${stepWords[why.at].zh}）。`,
    en: `Missing item ${why.no} was settled on ${why.on} (${stepWords[why.at].en}).`,
  };
}
