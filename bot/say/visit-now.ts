/** How far a department is with one visit, in words beside its part of the form. */
import type { BodyState } from '../../core/visit/state.ts';
import type { Words } from '../../core/words.ts';
import { dayOf } from '../today.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

export function sayVisitNow({ approval, notice, desk, held, finished }: BodyState): readonly Words[] {
  return [
    approvalWords(approval),
    notice === null
      ? w('检查通知：未送达', 'Notice: not given')
      : w(
          `检查通知：${notice.servedOn} 送达，检查日期 ${notice.on}${notice.hour === '' ? '' : ` ${notice.hour}`}${held !== null && notice.seq > held.seq ? '（检查后补登）' : ''}`,
          `Notice: given on ${notice.servedOn} for ${notice.on} ${notice.hour}${held !== null && notice.seq > held.seq ? ' (written down after the visit)' : ''}`,
        ),
    ...(desk === null ? [] : [w(`书面检查：${desk.on}`, `At the desk: ${desk.on}`)]),
    ...(held === null ? [] : [w(`现场检查：${held.on}`, `At the door: ${held.on}`)]),
    ...(finished === null ? [] : [w(`办结：${finished.on}`, `Finished: ${finished.on}`)]),
  ];
}

function approvalWords(approval: BodyState['approval']): Words {
  if (approval === null) return w('检查审批：未呈批', 'Approval: not asked for');
  const { decided } = approval;
  if (decided === null) return w('检查审批：已呈批，待负责人审批', 'Approval: waits for the head');
  const on = dayOf(decided.at);
  return decided.approved
    ? w(`检查审批：${on} 已批准`, `Approval: given on ${on}`)
    : w(`检查审批：${on} 已退回`, `Approval: returned on ${on}`);
}

/** Before somebody enters what was found where nobody has approved of going (国办发〔2024〕54号). @param isNoticed whether notice was given */
export const notApprovedWords = (isNoticed: boolean): Words =>
  w(
    `该户检查尚未经负责人批准${isNoticed ? '' : '（未送达通知）'}。检查前须报本单位负责人批准（国办发〔2024〕54号）；情况紧急先行检查的，请在备注写明原因，并补办审批。`,
    `The head has not approved of this visit${isNoticed ? '' : ', and no notice was given'} (国办发〔2024〕54号). Where it could not wait, say why in the remark, and have it approved afterwards.`,
  );
