/**
 * An enterprise's own ticket in a draw that is disclosed: its number goes in, its row, its ticket and how it stands in each task come out,
 * worked out by the core's own lookup. Before the disclosure there is nothing to ask, for anybody.
 */
import { type TicketLookup, ticketOf } from '../../../core/draw/lookup.ts';
import { readRoster } from '../../../core/draw/roster.ts';
import type { SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { recordFor } from '../draw/disclose.ts';

export interface OwnTicket {
  readonly ceremony: number;
  readonly plan: string;
  readonly record: string;
  /** Null: it is not on the roster. */
  readonly found: TicketLookup | null;
  readonly tasks: ReadonlyMap<string, string>;
  /** How many were drawn of a class of a task. */
  readonly drawn: (task: string, tier: string) => number;
}

export async function ownTicket(
  deps: Pick<Deps, 'db' | 'now'>,
  ceremony: number,
  key: SubjectKey,
): Promise<Result<OwnTicket, Refusal>> {
  const whole = await recordFor(deps, null, ceremony);
  if (!whole.ok) return whole;
  const record = whole.value;
  const roster = readRoster(record.manifest, record.roster);
  // The desk has verified it at opening; a roster that cannot be read has been damaged since.
  if (!roster.ok) throw new Error(`the roster of ceremony ${ceremony} cannot be read`);
  return ok({
    ceremony,
    plan: record.manifest.plan,
    record: record.digest,
    found: ticketOf(record, roster.value, key),
    tasks: new Map(record.manifest.tasks.map(({ no, name }) => [no, name])),
    drawn: (task, tier) => {
      const place = record.manifest.tasks.findIndex(({ no }) => no === task);
      const at = record.manifest.tasks[place]?.tiers.findIndex(({ label }) => label === tier) ?? -1;
      return record.result.tasks[place]?.tiers[at]?.drawn.length ?? 0;
    },
  });
}
