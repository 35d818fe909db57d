/** Why a subject could not be drawn, in words: on the form, in the look-up of an enterprise's own row, in the lists. */
import type { Words } from '../words.ts';
import type { Exclusion } from './frame.ts';

export const exclusionWords: Record<Exclusion, Words> = {
  spared: { zh: '无事不扰，该类不纳入抽查', en: 'spared: this class is not drawn' },
  'not-active': {
    zh: '已注销、吊销、撤销或者迁出',
    en: 'not active (cancelled, revoked, annulled or moved out)',
  },
  'no-class': { zh: '没有分类结果', en: 'without a class under the scheme' },
  'class-not-planned': { zh: '计划未列入该类别', en: 'its class is not in the plan' },
  'allowance-used': { zh: '本年度检查次数已达上限', en: 'its checks of this year are used up' },
  'joint-only': { zh: '该类仅限部门联合检查', en: 'its class is only checked jointly' },
  'quiet-period': { zh: '处于企业安静期', en: 'in its quiet period' },
};
