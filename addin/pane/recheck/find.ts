/** One enterprise in a verified record, by its number or by words of its address: a record holds no names. */
import { ticketOf } from '../../../core/draw/lookup.ts';
import { sayStanding } from '../../../core/draw/lookup-words.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { type Roster, readRoster } from '../../../core/draw/roster.ts';
import { classifyNumber } from '../../../core/registry/uscc.ts';
import type { Words } from '../../../core/words.ts';

export interface FoundTicket {
  readonly number: string;
  readonly place: string;
  readonly row: number;
  readonly ticket: number;
  readonly tasks: readonly { readonly no: string; readonly name: string; readonly standing: Words }[];
}

export type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'one'; readonly found: FoundTicket }
  /** `some`: the first of them. */
  | {
      readonly kind: 'several';
      readonly all: number;
      readonly some: readonly { readonly number: string; readonly place: string }[];
    };

/** As many as a person reads through. */
const listed = 20;

export function findTicket(record: DrawRecord, asked: string): Found {
  const read = readRoster(record.manifest, record.roster);
  if (!read.ok) return { kind: 'absent' };
  const roster = read.value;
  const text = asked.normalize('NFKC').trim();
  const byNumber = oneByNumber(record, roster, text.toUpperCase());
  if (byNumber !== null) return { kind: 'one', found: byNumber };
  const rows: number[] = [];
  for (let row = 0; row < roster.rows; row++) if (roster.place(row).includes(text)) rows.push(row);
  const some = rows.slice(0, listed).map((row) => ({ number: roster.key(row).number, place: roster.place(row) }));
  const [only] = some;
  if (only === undefined) return { kind: 'absent' };
  const found = some.length === 1 ? oneByNumber(record, roster, only.number) : null;
  return found === null ? { kind: 'several', all: rows.length, some } : { kind: 'one', found };
}

function oneByNumber(record: DrawRecord, roster: Roster, number: string): FoundTicket | null {
  const key = classifyNumber(number);
  const looked = key.ok ? ticketOf(record, roster, key.value) : null;
  if (looked === null) return null;
  const names = new Map(record.manifest.tasks.map(({ no, name }) => [no, name]));
  return {
    number,
    place: roster.place(looked.row),
    row: looked.row,
    ticket: looked.ticket,
    tasks: looked.tasks.map(({ no, standing }) => ({ no, name: names.get(no) ?? '', standing: sayStanding(standing) })),
  };
}
