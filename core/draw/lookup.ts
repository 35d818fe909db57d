/**
 * One enterprise in a record: its row, its ticket, and for each task whether it was drawn, stands in reserve, was passed over or
 * was excluded and why. What an enterprise may ask, and what the office shows it.
 */
import type { SubjectKey } from '../registry/subject.ts';
import type { DrawRecord } from './record.ts';
import { type Roster, rowOf } from './roster.ts';
import { NOT_EXCLUDED, NOT_IN_FRAME, WITHOUT_CLASS } from './roster-page.ts';
import { eligibleRows } from './select.ts';
import { ticketsOf } from './stream.ts';
import { turnAll } from './ticket.ts';
import { compareTickets } from './ticket-order.ts';

export type Standing =
  | { readonly kind: 'not-in-frame' }
  /** `tier`: its label, or null where the subject has no class. `reason`: the manifest's. */
  | { readonly kind: 'excluded'; readonly tier: string | null; readonly letter: string; readonly reason: string }
  /** `rank`: place in the tier's order of tickets, from 1, among all that could be drawn. */
  | { readonly kind: 'drawn'; readonly tier: string; readonly rank: number }
  | { readonly kind: 'skipped'; readonly tier: string; readonly rank: number }
  | { readonly kind: 'reserve'; readonly tier: string; readonly rank: number };

export interface TicketLookup {
  readonly row: number;
  readonly ticket: number;
  readonly tasks: readonly { readonly no: string; readonly turned: number; readonly standing: Standing }[];
}

/** Null when the subject is not on the roster. */
export function ticketOf(record: DrawRecord, roster: Roster, key: SubjectKey): TicketLookup | null {
  const row = rowOf(roster, key);
  if (row === null) return null;
  const { manifest, seed } = record;
  const tickets = ticketsOf(seed, roster.rows);
  const tasks = manifest.tasks.map((task, place) => {
    const turned = turnAll(tickets, task.group, manifest.groups);
    return { no: task.no, turned: turned[row] ?? 0, standing: standingOf(record, roster, row, place, turned) };
  });
  return { row, ticket: tickets[row] ?? 0, tasks };
}

function standingOf(record: DrawRecord, roster: Roster, row: number, place: number, turned: Float64Array): Standing {
  const { manifest, result } = record;
  const tier = roster.columns.tiers[place]?.[row] ?? NOT_IN_FRAME;
  if (tier === NOT_IN_FRAME) return { kind: 'not-in-frame' };
  const label = tier === WITHOUT_CLASS ? null : (manifest.tasks[place]?.tiers[tier]?.label ?? null);
  const code = roster.columns.letters[place]?.[row] ?? NOT_EXCLUDED;
  if (label === null || code !== NOT_EXCLUDED) {
    const letter = String.fromCharCode(code);
    const reason = manifest.exclusions.find((each) => each.letter === letter)?.reason ?? '';
    return { kind: 'excluded', tier: label, letter, reason };
  }
  let rank = 1;
  for (const other of eligibleRows(roster, place, tier)) if (compareTickets(turned, other, row) < 0) rank += 1;
  const drawn = result.tasks[place]?.tiers[tier];
  if (drawn?.drawn.includes(row)) return { kind: 'drawn', tier: label, rank };
  return { kind: drawn?.skipped.includes(row) ? 'skipped' : 'reserve', tier: label, rank };
}
