/**
 * 行业研判: what checks show of a trade and of an item: visited, found, found again, still open (福安 2018 二(三)2, 甘州 2023 二(二)5, 三明 2025
 * 四(九)). Each number keeps the outcomes behind it. They are shown as reasons for next year's key items, never as a verdict.
 */
import type { CountedOutcome, FindingRow } from './recorded.ts';

export interface Analysed {
  /** The trade, or the code of the item. */
  readonly key: string;
  /** Visits with a finished check. */
  readonly checked: readonly string[];
  /** Those of them with a finding. */
  readonly found: readonly string[];
  /** Keys of subjects with findings at more than one visit. */
  readonly repeated: readonly string[];
  /** Findings without a disposal. */
  readonly open: readonly string[];
}

/**
 * @param outcomes those that are done, of the span that is looked at
 * @param keyOf what an outcome belongs to; null leaves it out
 * @returns in the order of the keys
 */
export function analysed(
  outcomes: readonly CountedOutcome[],
  findings: readonly FindingRow[],
  keyOf: (item: string) => string | null,
): readonly Analysed[] {
  const undisposed = new Set(findings.filter(({ disposed }) => !disposed).map(({ id }) => id));
  const groups = new Map<string, CountedOutcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome.item);
    if (key === null) continue;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [outcome]);
    else held.push(outcome);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, all]) => {
      const problems = all.filter(({ problem }) => problem);
      return {
        key,
        checked: unique(all.map(({ visit }) => visit)),
        found: unique(problems.map(({ visit }) => visit)),
        repeated: foundAgain(problems),
        open: problems.map(({ id }) => id).filter((id) => undisposed.has(id)),
      };
    });
}

function foundAgain(problems: readonly CountedOutcome[]): readonly string[] {
  const visits = new Map<string, Set<string>>();
  for (const { subject, visit } of problems) visits.set(subject, (visits.get(subject) ?? new Set()).add(visit));
  return [...visits].filter(([, at]) => at.size > 1).map(([subject]) => subject);
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
