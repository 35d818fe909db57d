/** Who changed a row of a plan last, and when: whoever made the last version in which its task changed, else whose reply the task came from. */
import type { Plan } from '../../../../core/plan/task.ts';
import type { HeldRow } from '../../../../core/sheet/row.ts';
import { factsOf } from '../../../../db/ledger.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { minuteOf } from '../../../today.ts';
import { personOf } from '../../act.ts';
import { peopleNames } from '../../people/roll.ts';
import { type ChangedTasks, unitOf } from '../../plan/changed-tasks.ts';
import type { DraftNote } from '../../plan/draft-plan.ts';
import { draftNote } from '../../plan/review-as-held.ts';
import { departmentNames } from '../../registry/departments.ts';

export type Changer = Pick<HeldRow, 'by' | 'at'>;

export interface Origin {
  /** By the number of its task. */
  of(task: string): Changer;
  /** What a row says that the actor changes now. */
  now(actor: Actor, now: string): Changer;
}

export async function originOf(deps: Deps, plan: Plan): Promise<Origin> {
  const nameOf = await departmentNames(deps.db);
  const personName = await peopleNames(deps);
  const said = (unit: string, person: string): string =>
    unit === '' ? deps.office : `${nameOf(unit)} ${personName(person)}`;
  const lines: DraftNote['lines'] = (await draftNote(deps, plan))?.lines ?? [];
  const replied = lines.map(({ task, department, at }) => [task, { by: nameOf(department), at }] as const);
  const changes = (await changesOf(deps, plan)).flatMap(({ unit, tasks, person, at }) =>
    tasks.map((task) => [task, { by: said(unit, person), at }] as const),
  );
  // Of two entries of one task the later holds.
  const byTask = new Map<string, Changer>([...replied, ...changes]);
  return {
    of: (task) => byTask.get(task) ?? { by: '', at: '' },
    now: (actor, now) => ({ by: said(unitOf(actor), actor.person), at: minuteOf(now) }),
  };
}

interface Change extends ChangedTasks {
  readonly person: string;
  readonly at: string;
}

/** Oldest first. Versions made before tasks were named in their facts say nothing of single tasks. */
async function changesOf({ db }: Deps, { no, version }: Plan): Promise<readonly Change[]> {
  return (await factsOf(db, 'plan-revised')).flatMap(({ row, body }): readonly Change[] => {
    if (body === null || body.text === null) return [];
    // Safe because only drafting writes this fact (`plan/draft-plan.ts`, `invite/next-version.ts`).
    const note: DraftNote = JSON.parse(body.text);
    if (note.plan !== no || note.version > version || note.changed === undefined) return [];
    return [{ ...note.changed, person: personOf(row.actor), at: minuteOf(row.at) }];
  });
}
