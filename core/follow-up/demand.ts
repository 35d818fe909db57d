/** What a policy asks of every disposal, as values of the policy; where it is silent nothing is asked beyond the law. */
import type { CivilDate } from '../calendar.ts';
import { requires } from '../policy/ask.ts';
import type { Duty } from '../policy/duty.ts';
import type { Policy } from '../policy/shape.ts';

export interface Demands {
  /** 既开行政处罚单，又开整改辅导单 (三明 三(六)). */
  readonly twoSlips: boolean;
  /** “一书一函”同达 (三明 四(十一)). */
  readonly letter: boolean;
  /** 失信惩戒和信用修复同步: a decision names the day from which a repair can be applied for. */
  readonly repairDay: boolean;
  /** 列异前事前提醒 (石狮 四(三)). */
  readonly reminder: boolean;
  /** 审慎列异: the decision names what was considered. */
  readonly caution: boolean;
  /** 违法行为分类管理 (万年 三(三)4). */
  readonly degree: boolean;
  /** 行业准入、项目审批、获得信贷 (甘州 二(二)5); null where the fields are left to the basis. */
  readonly fields: readonly string[] | null;
}

export const nothingAsked: Demands = {
  twoSlips: false,
  letter: false,
  repairDay: false,
  reminder: false,
  caution: false,
  degree: false,
  fields: null,
};

export function demandsOf(policy: Policy | null, on: CivilDate): Demands {
  if (policy === null) return nothingAsked;
  const asks = (duty: Duty): boolean => requires(policy, duty, on) !== null;
  return {
    twoSlips: asks('two-slips'),
    letter: asks('notice-with-repair-letter'),
    repairDay: asks('punish-and-repair-together'),
    reminder: asks('remind-before-abnormal-list'),
    caution: asks('caution-in-listing'),
    degree: asks('violations-classified'),
    fields: policy.punishmentFields?.value ?? null,
  };
}
