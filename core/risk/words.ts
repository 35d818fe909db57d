/** Names of signs and warnings, with the thresholds that they rest on. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import { riskThreshold } from './seen.ts';
import { type Sign, type SignKind, signThresholds } from './sign.ts';
import type { TargetedKind, Verdict } from './warning.ts';

export const verdictWords = {
  true: { zh: '属实', en: 'true' },
  partly: { zh: '部分属实', en: 'partly true' },
  untrue: { zh: '不属实', en: 'untrue' },
} as const satisfies Record<Verdict, Words>;

export const targetedWords = {
  'targeted-draw': { zh: '定向抽查', en: 'a targeted draw' },
  'special-check': { zh: '专项检查', en: 'a special check' },
} as const satisfies Record<TargetedKind, Words>;

export function wordsOfSign({ kind, about, outcomes }: Sign): Words {
  const n = outcomes.length;
  switch (kind) {
    case 'entered-at-once':
      return {
        zh: `${about} 在 ${signThresholds.atOnce.minutes} 分钟内逐条录入 ${n} 项检查结果`,
        en: `${about} entered ${n} outcomes one by one within ${signThresholds.atOnce.minutes} minutes`,
      };
    case 'same-words':
      return {
        zh: `${n} 项检查结果的问题描述完全相同：“${about}”`,
        en: `${n} outcomes have the same words: “${about}”`,
      };
    case 'never-finds':
      return {
        zh: `检查人员 ${about} 的 ${n} 项检查结果均未发现问题，本单位其他人员有发现`,
        en: `${about} found nothing in ${n} outcomes, where others of the department did`,
      };
    default:
      return never(kind);
  }
}

export const thresholdWords: Words = {
  zh: `口径：检查 ${riskThreshold.visits} 户次以上、发现问题 ${riskThreshold.findings} 户次以上，且问题发现率达到总体的 ${riskThreshold.times} 倍的列出；只作为研究下一步抽查的依据，不据此认定任何企业。`,
  en: `Listed from ${riskThreshold.visits} visits and ${riskThreshold.findings} with findings, where the rate is ${riskThreshold.times} times that of all; a reason to look, and no verdict on any enterprise.`,
};

export const signKindWords: Readonly<Record<SignKind, Words>> = {
  'entered-at-once': { zh: '短时间内连续录入', en: 'entered within minutes, one after the other' },
  'same-words': { zh: '多户使用相同表述', en: 'the same words about many' },
  'never-finds': { zh: '同组人员多次检查均未发现问题', en: 'a pair that never finds anything' },
};
