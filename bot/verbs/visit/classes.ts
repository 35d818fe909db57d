/** Under which classes a subject stands on a day: by the scheme of a task, and by every scheme that the policy knows. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Task } from '../../../core/plan/task.ts';
import { fallbackOf, type Leave, leaveToVisit, restOf, schemesOf } from '../../../core/policy/ask.ts';
import type { ClassRef, Ground, Policy } from '../../../core/policy/shape.ts';
import { classesOf, classHeld } from '../../../core/registry/classify.ts';
import type { SubjectKey } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import type { Snapshot } from '../../../db/imports.ts';
import { classificationsOf } from '../../../db/subjects.ts';

export interface ClassesThatDay {
  /** One of each scheme that says something of it, or that holds all whom no list names. */
  readonly all: readonly ClassRef[];
  /** By the scheme of the task, or the one on which departments may fall back; null where neither knows it. */
  readonly inTask: (task: Pick<Task, 'scheme'>) => ClassRef | null;
}

export async function classesAt(
  db: Db,
  state: Snapshot,
  policy: Policy,
  subject: SubjectKey,
  on: CivilDate,
): Promise<ClassesThatDay> {
  const held = classesOf(await classificationsOf(db, state, subject));
  const known = [...held.keys()].map((place) => place.slice(0, place.indexOf('\n')));
  const schemes = [...new Set([...schemesOf(policy, on).map(({ value }) => value.id), ...known])];
  const fallback = fallbackOf(policy, on)?.value.scheme;
  const labelIn = (scheme: string, after: readonly string[] = []): ClassRef | null => {
    const found = classHeld(held, subject, scheme, on);
    if (found.ok) return { scheme, label: found.value.class };
    // Two lists of one day say different things: nobody decides here which is right.
    if (found.error.kind === 'contradicted') return null;
    const rest = restOf(policy, scheme, on)?.value;
    if (rest !== undefined) return { scheme, label: rest };
    const [next, ...others] = after;
    return next === undefined ? null : labelIn(next, others);
  };
  return {
    all: schemes.flatMap((scheme) => labelIn(scheme) ?? []),
    inTask: ({ scheme }) => (scheme === '' ? null : labelIn(scheme, fallback === undefined ? [] : [fallback])),
  };
}

/** The strictest of what its classes ask. */
export function leaveAt(
  policy: Policy,
  classes: readonly ClassRef[],
  asked: { readonly date: CivilDate; readonly drawn: boolean; readonly ground: Ground | null },
): Leave {
  const leaves = classes.map((of) => leaveToVisit(policy, { of, ...asked }));
  const needed = leaves.find(({ kind }) => kind === 'ground-needed');
  if (needed !== undefined) return needed;
  const filings = leaves.flatMap((leave) => (leave.kind === 'with-filing' ? [leave] : []));
  const [first] = filings;
  if (first === undefined) return { kind: 'free' };
  return { ...first, receivers: [...new Set(filings.flatMap(({ receivers }) => receivers))] };
}
