/** 实施方案: the lead of a task writes down how its visits are carried out: groups, days, points to check, safeguards (甘州 2023 二(二)2). */
import { ok, type Result } from '../../../core/result.ts';
import type { SchemeKept } from '../../../core/visit/fact.ts';
import { isSha256 } from '../../../core/visit/media.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { schemesOf } from './schemes.ts';

export interface SchemeInput extends Omit<SchemeKept, 'department' | 'task'> {
  readonly plan: string;
  /** 抽查任务编号 */
  readonly task: string;
}

export interface SchemeHeld {
  readonly plan: string;
  readonly task: string;
  readonly title: string;
}

export async function keepScheme(deps: Deps, actor: Actor, input: SchemeInput): Promise<Result<SchemeHeld, Refusal>> {
  const { db } = deps;
  const { plan, task: no, document } = input;
  const [title, groups, schedule, points, safeguards] = [
    input.title,
    input.groups,
    input.schedule,
    input.points,
    input.safeguards,
  ].map((each) => each.trim());
  const long =
    tooLong(title ?? '', lineMost) ??
    [groups, schedule, points, safeguards].map((each) => tooLong(each ?? '')).find((each) => each !== null);
  if (long !== null && long !== undefined) return refuse('visit', long);
  if (document !== null && !isSha256(document.digest))
    return refuse('visit', { reason: 'not-digest', digest: document.digest });
  const parts = { title, groups, schedule, points } as const;
  // With the paper itself in a file its name is enough.
  for (const field of ['title', 'groups', 'schedule', 'points'] as const) {
    if (field !== 'title' && document !== null) continue;
    if ((parts[field] ?? '') === '') return refuse('visit', { reason: 'scheme-empty', field });
  }
  return enact<SchemeHeld>(deps, async () => {
    const task = (await heldPlan(db, plan))?.plan.tasks.find((each) => each.no === no);
    if (task === undefined) return refuse('visit', { reason: 'no-task', task: `${plan}/${no}` });
    const departments = await departmentsAsHeld(db);
    const allowed = authorise(actor, 'keep-scheme', ownerOf(actor, task.lead, departments));
    if (!allowed.ok) return allowed;
    const body: SchemeKept = {
      department: task.lead,
      task: `${plan}/${no}`,
      title: title ?? '',
      groups: groups ?? '',
      schedule: schedule ?? '',
      points: points ?? '',
      safeguards: safeguards ?? '',
      document,
    };
    const value = { plan, task: no, title: body.title };
    const before = (await schemesOf(db, plan)).get(no);
    if (before !== undefined && says(before) === says(body)) return already(value);
    return ok({ facts: [factOf(actor, 'keep-scheme', asJson(body))], value });
  });
}

const says = ({ title, groups, schedule, points, safeguards, document }: SchemeKept): string =>
  JSON.stringify([title, groups, schedule, points, safeguards, document?.digest ?? '']);
