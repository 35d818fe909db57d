/**
 * Records that the basis of an item is repealed from a day: it can be neither planned nor drawn from then on (福安 2018 二(一)1).
 * The answer names the tasks that hold it and other items with the same basis, for somebody to look through.
 */
import { parseDate } from '../../../core/calendar.ts';
import { repealed, restingOn } from '../../../core/registry/item-list.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { changeKept, kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';

export interface RepealRequest {
  /** Code of the item. */
  readonly item: string;
  readonly from: string;
  /** Which document repeals the basis. */
  readonly ground: string;
  /** Code or name of what takes its place, or ''. */
  readonly replacedBy: string;
}

export interface Repealed {
  readonly item: string;
  readonly name: string;
  readonly from: string;
  /** Tasks that hold the item, with the state of their plan. */
  readonly tasks: readonly { readonly plan: string; readonly state: string; readonly task: string }[];
  /** Codes of other items that rest on the same words. */
  readonly sameBasis: readonly string[];
}

export function repealItem(deps: Deps, actor: Actor, request: RepealRequest): Promise<Result<Repealed, Refusal>> {
  return act<Repealed>(deps, actor, 'repeal-item', {}, async (at) => {
    const from = parseDate(request.from);
    if (!from.ok) return refuse('registry', { reason: 'not-a-date', text: request.from });
    if (request.ground.trim() === '') return refuse('registry', { reason: 'no-ground' });
    const items = await kept(deps.db, await snapshot(deps.db), 'item');
    const item = items.find(({ code }) => code === request.item);
    if (item === undefined) return refuse('registry', { reason: 'no-such-item', item: request.item });
    const sameBasis = restingOn(items, item.basis).map(({ code }) => code);
    const answer: Repealed = {
      item: item.code,
      name: item.name,
      from: from.value,
      tasks: await tasksWith(deps.db, item.code),
      sameBasis: sameBasis.filter((code) => code !== item.code),
    };
    if (item.repealedFrom === from.value && item.replacedBy === request.replacedBy) return already(answer);
    if (item.repealedFrom !== null) {
      return refuse('registry', { reason: 'repealed-otherwise', item: item.code, from: item.repealedFrom });
    }
    const { ground, replacedBy } = request;
    return ok({
      facts: [factOf(actor, 'repeal-item', { item: item.code, from: from.value, ground, replacedBy })],
      rows: changeKept('item', at, { put: [repealed(item, from.value, replacedBy)] }),
      value: answer,
    });
  });
}

async function tasksWith(db: Db, item: string): Promise<Repealed['tasks']> {
  const found: { plan: string; state: string; task: string }[] = [];
  for (const { no } of await plans(db)) {
    const held = await heldPlan(db, no);
    for (const task of held?.plan.tasks ?? []) {
      if (task.bodies.some((body) => body.items.includes(item)))
        found.push({ plan: no, state: held?.plan.state ?? '', task: task.no });
    }
  }
  return found;
}
