/** 抽查户数 against what the ratio gives on the register (户数与比例应相符). Numbers of households are a statement beside the ratio; the draw takes the ratio. */
import { drawnBy, type TaskReach } from '../../plan/cells.ts';
import type { Ratio, Share } from '../../plan/ratio.ts';
import type { PlanRow } from '../plan-tasks.ts';

export type CountFinding =
  /** `far`: by more than a tenth, which no change of the register between two counts explains. */
  | { readonly kind: 'off'; readonly field: 'count' | 'ratio'; readonly stated: string; readonly far: boolean }
  | { readonly kind: 'beyond'; readonly field: 'count' | 'ratio'; readonly stated: string };

/** What a row states as a number of households, and whether that goes with its ratio. */
export function checkCount(row: PlanRow, reach: TaskReach): CountFinding | null {
  const beyond = beyondRegister(row, reach);
  if (beyond !== null) return beyond;
  if (row.ratioText === '') return null;
  const beside = statedBeside(row.ratio);
  const [stated, field, text] =
    row.count !== null
      ? ([boundsOf(row.count), 'count', row.countText] as const)
      : ([beside, 'ratio', row.ratioText] as const);
  if (stated === null) return null;
  const drawn = drawnBy(reach);
  // The number is of one draw in some tables and of the whole year in others.
  const off = Math.min(distance(stated, drawn), distance(stated, drawn * reach.task.drawsPerYear));
  if (off <= 1) return null;
  return { kind: 'off', field, stated: text, far: off * 10 > Math.max(drawn, 1) };
}

/** A number of households in place of a ratio, of which the register has fewer. */
function beyondRegister({ ratio, ratioText, countText }: PlanRow, { frame }: TaskReach): CountFinding | null {
  if (ratio.kind !== 'whole' || ratio.share.kind !== 'count' || ratio.share.bound === 'at-most') return null;
  if (ratio.share.n <= frame) return null;
  return ratioText === ''
    ? { kind: 'beyond', field: 'count', stated: countText }
    : { kind: 'beyond', field: 'ratio', stated: ratioText };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

const distance = ({ from, to }: Bounds, n: number): number => Math.max(from - n, n - to, 0);

/** A share of households as the numbers that it allows; null where it names none. */
function boundsOfShare(share: Share): Bounds | null {
  switch (share.kind) {
    case 'count':
      return {
        from: share.bound === 'at-most' ? 0 : share.n,
        to: share.bound === 'at-least' ? Number.POSITIVE_INFINITY : share.n,
      };
    case 'range': {
      const [from, to] = [boundsOfShare(share.from), boundsOfShare(share.to)];
      return from === null || to === null ? null : { from: from.from, to: to.to };
    }
    case 'spared':
    case 'share':
    case 'steps':
      return null;
  }
}

const boundsOf = (ratio: Ratio): Bounds | null => {
  const shares =
    ratio.kind === 'whole' ? [ratio.share] : ratio.kind === 'tiered' ? ratio.tiers.map((t) => t.share) : [];
  return summed(shares.map(boundsOfShare));
};

/** 3%（约12户）: the number in the brackets. */
function statedBeside(ratio: Ratio): Bounds | null {
  const stated =
    ratio.kind === 'whole' ? [ratio.stated] : ratio.kind === 'tiered' ? ratio.tiers.map((t) => t.stated) : [];
  return summed(stated.map((n) => (n === null ? null : { from: n, to: n })));
}

function summed(all: readonly (Bounds | null)[]): Bounds | null {
  if (all.length === 0) return null;
  let sum: Bounds = { from: 0, to: 0 };
  for (const each of all) {
    if (each === null) return null;
    sum = { from: sum.from + each.from, to: sum.to + each.to };
  }
  return sum;
}
