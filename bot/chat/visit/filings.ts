/** 计划外检查备案 as a list. */
import { groundWords } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import { withLines } from '../../message/message.ts';
import { departmentNames, departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { bodyOf } from '../../verbs/registry/lists.ts';
import { filingsOf } from '../../verbs/visit/filings.ts';
import { show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** Those that somebody may see: the office and 司法局 all, a department its own. */
export async function listFilings({ deps, actor }: Asked): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  const department = bodyOf(actor.department, await departmentsAsHeld(deps.db));
  const all = actor.roles.includes('office') || actor.roles.includes('legal');
  const seen = (await filingsOf(deps.db)).filter(({ filed }) => all || filed.department === department).reverse();
  const lines = seen.slice(0, 20).map(({ seq, filed, receipts, approval, held }): Words => {
    const got = filed.receivers.filter((each) => receipts.get(each)?.accepted === true).length;
    const zh =
      held !== null
        ? `已检查（${held.on}）`
        : `签收 ${got}/${filed.receivers.length}，${approval === null ? '待审批' : approval.approved ? '已批准' : '审批退回'}`;
    const en =
      held !== null
        ? `held on ${held.on}`
        : `${got} of ${filed.receivers.length} receipts, ${approval === null ? 'to be approved' : approval.approved ? 'approved' : 'returned'}`;
    return {
      zh: `${seq}：${nameOf(filed.department)}，${groundWords[filed.ground].zh}，${filed.on}，${zh}`,
      en: `${seq}: ${nameOf(filed.department)}, ${groundWords[filed.ground].en}, ${filed.on}, ${en}`,
    };
  });
  return show(
    withLines(
      seen.length === 0
        ? { zh: '没有计划外检查备案。', en: 'No check outside the plan was filed.' }
        : { zh: `计划外检查备案 ${seen.length} 件：`, en: `${seen.length} filings:` },
      lines,
    ),
  );
}
