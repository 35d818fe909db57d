/**
 * 后续处置率 (甘州 二(二)2): findings disposed of, whether or not they are closed yet, out of all findings; what is open is named by its case. Every
 * figure asks here what counts, as core/policy/figure.ts prints it.
 */
import type { Case } from './case.ts';

export interface FollowedUp {
  readonly department: string;
  /** Ids of all findings, those that turned out to be none left out. */
  readonly findings: readonly string[];
  /** Disposed of, whether or not closed: the figure's numerator. */
  readonly followedUp: readonly string[];
  readonly closed: readonly string[];
  /** Disposed of, and not yet closed. */
  readonly disposed: readonly string[];
  readonly underWay: readonly string[];
  readonly open: readonly string[];
}

/** What turned out to be none, or was found in a draw that stands no more, is no finding; until that is on record it counts as open. */
export const isFinding = ({ closed }: Pick<Case, 'closed'>): boolean => closed === null || closed.as === 'disposed';

export const isFollowedUp = ({ state }: Pick<Case, 'state'>): boolean => state === 'closed' || state === 'disposed';

/** By department, in the order of their codes. Nothing is ranked (国办发〔2024〕54号). */
export function followUpOf(
  cases: readonly Pick<Case, 'id' | 'department' | 'state' | 'closed'>[],
): readonly FollowedUp[] {
  const counted = cases.filter(isFinding);
  const departments = [...new Set(counted.map(({ department }) => department))].sort();
  return departments.map((department) => {
    const own = counted.filter((each) => each.department === department);
    const of = (state: Case['state']) => own.filter((each) => each.state === state).map(({ id }) => id);
    return {
      department,
      findings: own.map(({ id }) => id),
      followedUp: own.filter(isFollowedUp).map(({ id }) => id),
      closed: of('closed'),
      disposed: of('disposed'),
      underWay: of('under-way'),
      open: of('open'),
    };
  });
}
