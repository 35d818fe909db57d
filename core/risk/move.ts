/**
 * Moves between pools that outcomes give a reason for (万年 2022 三(一)1): a violation of a degree sends a subject where the policy says; a clean check
 * lets it, or a member, ask. Both are asked for and confirmed by people (`core/registry/pool.ts`); here is only what may be asked.
 */
import type { PoolRules } from '../registry/pool.ts';
import { isProblem, type SeenOutcome } from './seen.ts';

export interface MoveReason {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly why: 'violation' | 'clean';
  /** The outcomes that it rests on. */
  readonly outcomes: readonly string[];
}

/** @param poolOf the pool of a subject, by its key */
export function movesAsked(
  rules: PoolRules,
  outcomes: readonly SeenOutcome[],
  poolOf: (subject: string) => string,
): readonly MoveReason[] {
  const bySubject = Map.groupBy(outcomes, ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, own]) => {
    const from = poolOf(subject);
    return ofViolation(rules, subject, from, own) ?? ofClean(rules, subject, from, own) ?? [];
  });
}

/** The gravest violation decides: 重大 before 一般 before 轻微. */
const gravest = ['major', 'ordinary', 'minor'] as const;

function ofViolation(
  { moves }: PoolRules,
  subject: string,
  from: string,
  own: readonly SeenOutcome[],
): MoveReason | null {
  const degree = gravest.find((each) => own.some((outcome) => isProblem(outcome) && outcome.degree === each));
  const move = moves.find(({ from: of, on }) => of === from && on.kind === 'violation' && on.degree === degree);
  if (degree === undefined || move === undefined) return null;
  const outcomes = own.filter((outcome) => isProblem(outcome) && outcome.degree === degree).map(({ id }) => id);
  return { subject, from, to: move.to, why: 'violation', outcomes };
}

function ofClean({ moves }: PoolRules, subject: string, from: string, own: readonly SeenOutcome[]): MoveReason | null {
  const move = moves.find(({ from: of, on }) => of === from && on.kind === 'clean');
  const clean = own.filter(({ code }) => code === 'no-problem');
  if (move === undefined || clean.length === 0 || own.some(isProblem)) return null;
  return { subject, from, to: move.to, why: 'clean', outcomes: clean.map(({ id }) => id) };
}
