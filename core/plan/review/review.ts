/**
 * 计划审查: everything that the policy, the registry and the calendar say about a plan, all at once. People decide on what is
 * found; this only finds it.
 */
import { checkCoverage } from './coverage-rules.ts';
import { type Desk, layOut, type ReviewInput } from './desk.ts';
import { checkDuties } from './duties.ts';
import { type Finding, stands } from './finding.ts';
import { checkFrequency } from './frequency.ts';
import { checkItems } from './items.ts';
import { checkJoint } from './joint.ts';
import { checkPeople } from './people.ts';
import { checkProcedure } from './procedure.ts';
import { checkRatios } from './ratios.ts';
import { checkTime } from './time.ts';

const groups = [
  checkRatios,
  checkFrequency,
  checkCoverage,
  checkItems,
  checkJoint,
  checkTime,
  checkPeople,
  checkProcedure,
  checkDuties,
] as const;

export interface Review {
  /** Refused first, then what a reason overrides, then notices; within these by task. */
  readonly findings: readonly Finding[];
  /** Nothing stands: the plan can be approved. */
  readonly clean: boolean;
  /** What the findings rest on: joint groups proposed, overlaps, expected coverage. */
  readonly desk: Desk;
}

export function reviewPlan(input: ReviewInput): Review {
  const desk = layOut(input);
  const findings = groups.flatMap((check) => check(desk)).sort(byWeight);
  return { findings, clean: !findings.some(stands), desk };
}

const rank = { refused: 0, 'in-principle': 1, notice: 2 } as const;
const byWeight = (a: Finding, b: Finding): number =>
  rank[a.weight] - rank[b.weight] || compare(a.task ?? '', b.task ?? '') || compare(a.kind, b.kind);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
