/** Findings of a plan's review for people who look at a thread: in numbers by weight, and a few of them in full. */
import { type Finding, isMet, stands } from '../../core/plan/review/finding.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import type { Names } from '../../core/plan/words.ts';
import type { Words } from '../../core/words.ts';
import type { Part } from '../message/message.ts';

/** What is said of the plan itself: whose review is missing is shown beside it, reviewer by reviewer. */
export const onTheMatter = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ kind }) => kind !== 'review-missing');

/** 须修改 2 条，须修改或说明理由 1 条，已说明理由 3 条，提示 12 条. */
export function findingCounts(findings: readonly Finding[]): Words {
  const refused = findings.filter(({ weight }) => weight === 'refused').length;
  const open = findings.filter((each) => each.weight === 'in-principle' && stands(each)).length;
  const kept = findings.filter((each) => each.weight === 'in-principle' && !stands(each)).length;
  const notices = findings.filter((each) => each.weight === 'notice' && !isMet(each)).length;
  const counted = [
    { n: refused, zh: `须修改 ${refused} 条`, en: `${refused} must be mended` },
    { n: open, zh: `须修改或说明理由 ${open} 条`, en: `${open} to be mended or given a reason` },
    { n: kept, zh: `已说明理由 ${kept} 条`, en: `${kept} kept for a reason` },
    { n: notices, zh: `提示 ${notices} 条`, en: `${notices} notices` },
  ].filter(({ n }) => n > 0);
  return counted.length === 0
    ? { zh: '没有意见', en: 'none' }
    : { zh: counted.map(({ zh }) => zh).join('，'), en: counted.map(({ en }) => en).join(', ') };
}

export const findingList = (findings: readonly Finding[], names: Names): readonly Part[] =>
  findings.length === 0 ? [] : [{ kind: 'list', items: findings.map((each) => wordsOfFinding(each, names)) }];
