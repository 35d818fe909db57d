/** Names of what a re-inspection looks at, in both languages. */
import type { Words } from '../words.ts';
import type { Grade, RecheckCriterion, RecheckPurpose, RecheckWay } from './recheck.ts';

export const purposeWords = {
  recheck: { zh: '再检查', en: 're-inspection' },
  revisit: { zh: '回访', en: 'revisit' },
} as const satisfies Record<RecheckPurpose, Words>;

export const criterionWords = {
  compliance: { zh: '合规性', en: 'compliance' },
  completeness: { zh: '完整性', en: 'completeness' },
  precision: { zh: '精准性', en: 'precision' },
} as const satisfies Record<RecheckCriterion, Words>;

export const gradeWords = {
  met: { zh: '符合', en: 'met' },
  fault: { zh: '存在问题', en: 'at fault' },
} as const satisfies Record<Grade, Words>;

export const wayWords = {
  file: { zh: '查阅检查档案', en: 'over the file' },
  telephone: { zh: '电话核实', en: 'by telephone' },
  door: { zh: '上门（须已报备）', en: 'at the door, filed' },
} as const satisfies Record<RecheckWay, Words>;
