/**
 * 指标: the figures of `core/policy/figure.ts` for a period, of the whole area or one department, from what is recorded. A reading; nothing
 * is written, and nothing is ordered by a number.
 */
import { countFigure, figureKeys } from '../../../core/bulletin/count.ts';
import type { FigureValue } from '../../../core/bulletin/figure.ts';
import type { Recorded } from '../../../core/bulletin/recorded.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import type { Figure } from '../../../core/policy/figure.ts';
import { targetsOf } from '../../../core/policy/measure.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Deps } from '../../deps.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type Period, recordedFor } from './recorded.ts';

export interface FiguresRequest extends Period {
  /** Code of one department; left out, the whole area. */
  readonly department?: string;
}

/** In the order of the catalogue; those that the policy in force sets a goal for come with it. */
export async function figuresOf(deps: Deps, { from, to, department }: FiguresRequest): Promise<readonly FigureValue[]> {
  const recorded = await recordedFor(deps, { from, to });
  const policy = await policyInForce(deps.db, to < recorded.today ? to : recorded.today);
  return figuresIn(recorded, policy, { from, to, department: department ?? null });
}

export interface DepartmentFigures {
  readonly department: string;
  readonly name: string;
  readonly figures: readonly FigureValue[];
}

export interface AllFigures {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly policy: Policy | null;
  readonly recorded: Recorded;
  readonly area: readonly FigureValue[];
  /** In the order of the register. */
  readonly departments: readonly DepartmentFigures[];
}

/** The area and every body in it, over one reading. */
export async function allFigures(deps: Deps, { from, to }: Period): Promise<AllFigures> {
  const recorded = await recordedFor(deps, { from, to });
  const policy = await policyInForce(deps.db, to < recorded.today ? to : recorded.today);
  const departments = recorded.departments
    .filter(({ code }) => recorded.bodyOf(code) === code)
    .map(({ code, name }) => ({
      department: code,
      name,
      figures: figuresIn(recorded, policy, { from, to, department: code }),
    }));
  return { from, to, policy, recorded, area: figuresIn(recorded, policy, { from, to, department: null }), departments };
}

export function figuresIn(
  recorded: Recorded,
  policy: Policy | null,
  scope: { readonly from: CivilDate; readonly to: CivilDate; readonly department: string | null },
): readonly FigureValue[] {
  const on = scope.to < recorded.today ? scope.to : recorded.today;
  const targets = policy === null ? [] : targetsOf(policy, on);
  return figureKeys.map((figure: Figure) =>
    countFigure(
      figure,
      recorded,
      scope,
      targets.filter(({ value }) => value.figure === figure),
    ),
  );
}
