/**
 * 检查结果为新一轮抽查提供指引 (三明 2025 四(九)): what the year before shows of each trade and item (drawn, checked, found, found again), and what
 * departments proposed for the coming one. Each number keeps the visits behind it; they are reasons for people, never a verdict.
 */
import { type Analysed, analysed } from '../../../core/bulletin/trade.ts';
import type { TargetedCheckProposed } from '../../../core/risk/warning.ts';
import type { Deps } from '../../deps.ts';
import { rowNames } from '../bulletin/names.ts';
import { recordedFor } from '../bulletin/recorded.ts';
import { targetedChecks } from '../risk/propose-targeted-check.ts';

export interface GuideLine extends Analysed {
  readonly by: 'trade' | 'item';
  readonly name: string;
  /** Visits that were drawn for it, whether checked yet or not. */
  readonly drawn: readonly string[];
}

export interface Guide {
  /** The year that is planned; the lines are of the year before. */
  readonly year: number;
  readonly lines: readonly GuideLine[];
  readonly proposals: readonly TargetedCheckProposed[];
  /** 检查编号 of a visit. */
  readonly nameOf: (visit: string) => string;
}

/** @param department whose checks; null for all */
export async function guideFor(deps: Deps, year: number, department: string | null): Promise<Guide> {
  const [from, to] = [`${year - 1}-01-01`, `${year - 1}-12-31`];
  const recorded = await recordedFor(deps, { from, to });
  const isOurs = (code: string): boolean => department === null || recorded.bodyOf(code) === department;
  const asked = recorded.outcomes.filter(
    (each) => isOurs(each.department) && each.until >= from && (each.checkedOn ?? each.until) <= to,
  );
  // 未公示即未检查, here too.
  const done = asked.filter((each) => each.state === 'public' && each.checkedOn !== null && each.checkedOn >= from);
  const items = new Map(recorded.items.map((item) => [item.code, item]));
  const linesBy = (by: GuideLine['by'], keyOf: (code: string) => string | null, nameOf: (key: string) => string) => {
    const checked = new Map(analysed(done, recorded.findings, keyOf).map((each) => [each.key, each]));
    const drawn = Map.groupBy(asked, ({ item }) => keyOf(item) ?? '');
    return [...drawn]
      .filter(([key]) => key !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, rows]): GuideLine => {
        const seen = checked.get(key) ?? { key, checked: [], found: [], repeated: [], open: [] };
        return { ...seen, by, name: nameOf(key), drawn: [...new Set(rows.map(({ visit }) => visit))] };
      });
  };
  const names = await rowNames(deps);
  const proposals = (await targetedChecks(deps.db)).filter((each) => each.year === year);
  return {
    year,
    lines: [
      ...linesBy(
        'trade',
        (code) => items.get(code)?.field || null,
        (key) => key,
      ),
      ...linesBy(
        'item',
        (code) => code,
        (code) => items.get(code)?.name ?? code,
      ),
    ],
    proposals: department === null ? proposals : proposals.filter((each) => each.department === department),
    nameOf: (visit) => names.row({ kind: 'visit', id: visit, department: '', n: 0, of: 1, lacking: null }),
  };
}
