/**
 * Freezes the roster: reads every subject of the lists as they stand, marks it for each task, and stages the pages. A million
 * rows pass through a page at a time; what many subjects share (profile, classes) is marked once.
 */
import { addDays, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { countsToward, type Framing, framing, marksOf } from '../../../core/draw/frame.ts';
import { tag } from '../../../core/draw/protocol.ts';
import { rosterPages as pagesOf, type RosterMark, type RosterRow } from '../../../core/draw/roster.ts';
import { countsTowardCap } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { stagePage } from '../../../db/pages.ts';
import { type RosterRow as HeldRow, rosterPages } from '../../../db/roster.ts';
import type { Deps } from '../../deps.ts';
import { firstDay, type Holdings } from './holdings.ts';

export interface FrozenRoster {
  readonly framing: Framing;
  readonly rows: number;
  readonly pages: readonly { readonly rows: number; readonly digest: string }[];
}

/** Counted checks of earlier ceremonies of the year: key → one number for each counter. */
export type EarlierVisits = ReadonlyMap<string, readonly number[]>;

const rowsPerPage = 10_000;

/**
 * Stages the roster's pages; nothing is true before a manifest that names them is committed.
 * @param earlier visits that this office has already drawn this year, counted by the framing's counters
 * @param progress told the rows done so far
 */
export async function freezeRoster(
  { db }: Deps,
  held: Holdings,
  snapshot: CivilDate,
  earlier: (framing: Framing) => Promise<EarlierVisits>,
  progress: (rows: number) => void = () => {},
): Promise<FrozenRoster> {
  const on = firstDay(held.tasks);
  const frame = framing(held.policy, held.tasks, held.items, on, held.filed);
  const before = await earlier(frame);
  const year = yearOf(on);
  const question = {
    schemes: frame.schemes,
    on: snapshot,
    checks: { from: `${year}-01-01`, to: addDays(on, -1) },
  };
  const marks = rememberingMarks(frame);
  const pages: { rows: number; digest: string }[] = [];
  let rows = 0;
  let waiting: RosterRow[] = [];
  const stage = async (ready: readonly RosterRow[]) => {
    for (const page of pagesOf(ready, rowsPerPage)) {
      await stagePage(db, tag('roster-page'), page);
      pages.push({ rows: page.rows, digest: page.digest });
    }
    rows += ready.length;
    progress(rows);
  };
  for await (const heldPage of rosterPages(db, held.state, question)) {
    for (const row of heldPage) {
      const used = usedBy(held.policy, frame, row, before.get(keyText(row)));
      waiting.push({ kind: row.kind, number: row.number, place: row.profile.place, used, marks: marks(row, used) });
    }
    const ready = waiting.length - (waiting.length % rowsPerPage);
    await stage(waiting.slice(0, ready));
    waiting = waiting.slice(ready);
  }
  if (waiting.length > 0) await stage(waiting);
  return { framing: frame, rows, pages };
}

/** Subjects of one profile, one set of classes and one count of checks have the same marks: they are worked out once. */
function rememberingMarks(frame: Framing): (row: HeldRow, used: readonly number[]) => readonly RosterMark[] {
  const known = new Map<object, Map<object, Map<string, readonly RosterMark[]>>>();
  const inner = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const found = map.get(key);
    if (found !== undefined) return found;
    const made = make();
    map.set(key, made);
    return made;
  };
  return (row, used) => {
    const ofProfile = inner(known, row.profile, () => new Map<object, Map<string, readonly RosterMark[]>>());
    const ofClasses = inner(ofProfile, row.classes, () => new Map<string, readonly RosterMark[]>());
    return inner(ofClasses, used.join(), () =>
      marksOf(frame, {
        ...row.profile,
        classOf: (scheme) => row.classes[frame.schemes.indexOf(scheme)] ?? null,
        used,
      }),
    );
  };
}

function usedBy(policy: Policy, { counters }: Framing, row: HeldRow, drawn: readonly number[] | undefined): number[] {
  const counted = row.checks.filter((check) => countsTowardCap(policy, check, check.date)?.value !== false);
  return counters.map(
    (counter, k) => counted.filter((check) => countsToward(counter, check)).length + (drawn?.[k] ?? 0),
  );
}
