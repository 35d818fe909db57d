/**
 * An act on many visits at once: each is judged by itself. Where all are meant, those that can be acted on are, and the others are named with
 * the reason; where some are named, the act is done whole or not at all.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Json } from '../../../core/canonical.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Repeat } from '../../../core/visit/repeat.ts';
import type { At } from '../../../db/commit.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import type { VisitAt, VisitFault } from './fault.ts';
import { type Asking, type Part, type PartVisit, partOf } from './part.ts';

export interface Acted {
  /** Number of the fact; null where nothing was left to record. */
  readonly seq: number | null;
  readonly department: string;
  /** 检查编号 of those that were acted on now, and of those that stood so before. */
  readonly done: readonly string[];
  readonly before: readonly string[];
  readonly skipped: readonly VisitAt[];
  /** 重复检查预警 */
  readonly repeats: readonly { readonly no: string; readonly repeats: readonly Repeat[] }[];
}

export type Judged =
  | { readonly kind: 'do' }
  | { readonly kind: 'before' }
  | { readonly kind: 'faults'; readonly faults: readonly VisitFault[] };

export const judged = (faults: readonly VisitFault[]): Judged =>
  faults.length === 0 ? { kind: 'do' } : { kind: 'faults', faults };

/** How the act is judged and recorded. */
export interface Judging {
  readonly judge: (visit: PartVisit) => Judged;
  /** The fact's body, of those that are acted on. */
  readonly body: (visits: readonly PartVisit[], repeats: Acted['repeats']) => Json;
  readonly repeats?: (visits: readonly PartVisit[]) => Promise<Acted['repeats']>;
  readonly outbox?: (visits: readonly PartVisit[], seq: number) => Promise<readonly Outgoing[]>;
}

/** @param prepare reads what the judging needs; refused where the act cannot be judged at all */
export function actOnVisits(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  asking: Asking,
  prepare: (part: Part, today: CivilDate, at: At) => Promise<Result<Judging, Refusal>>,
): Promise<Result<Acted, Refusal>> {
  return enact<Acted>(deps, async (at) => {
    const opened = await partOf(deps, actor, verb, asking);
    if (!opened.ok) return opened;
    const part = opened.value;
    const prepared = await prepare(part, dayOf(at.now), at);
    if (!prepared.ok) return prepared;
    const { judge, body, repeats, outbox } = prepared.value;
    const done: PartVisit[] = [];
    const before: string[] = [];
    const amiss: VisitAt[] = [...part.amiss];
    for (const each of part.visits) {
      const said = judge(each);
      if (said.kind === 'do') done.push(each);
      else if (said.kind === 'before') before.push(each.visit.no);
      else amiss.push({ no: each.visit.no, faults: said.faults });
    }
    const isWhole = asking.visits !== 'all';
    if (amiss.length > 0 && (isWhole || (done.length === 0 && before.length === 0)))
      return refuse('visit', { reason: 'visits', book: asking.book, visits: amiss });
    const acted = { department: part.department, done: done.map(({ visit }) => visit.no), before, skipped: amiss };
    if (done.length === 0) return already({ ...acted, seq: null, repeats: [] });
    const warned = (await repeats?.(done)) ?? [];
    return ok({
      facts: [factOf(actor, verb, body(done, warned))],
      outbox: (await outbox?.(done, at.seq)) ?? [],
      value: { ...acted, seq: at.seq, repeats: warned },
    });
  });
}

export const idsOf = (visits: readonly PartVisit[]): readonly string[] => visits.map(({ id }) => id);
