/**
 * 违法行为分类 (万年 2022 三(三)4): every violation is minor, ordinary or major. Asked where the policy in force says so; the moves of the pools and
 * the list of what is exempt from penalties follow from it.
 */
import type { Words } from '../words.ts';

export const degrees = ['minor', 'ordinary', 'major'] as const;
export type Degree = (typeof degrees)[number];

export const degreeWords = {
  minor: { zh: '轻微', en: 'minor' },
  ordinary: { zh: '一般', en: 'ordinary' },
  major: { zh: '重大', en: 'major' },
} as const satisfies Record<Degree, Words>;
