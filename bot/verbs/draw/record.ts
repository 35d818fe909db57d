/** Records as the database holds them: put together whole, and taken apart into the visits and posts that people work with. */
import type { Manifest } from '../../../core/draw/manifest.ts';
import type { DrawRecord, RecordText } from '../../../core/draw/record.ts';
import type { Roster } from '../../../core/draw/roster.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { heldRecord, recordText } from '../../../db/draws.ts';
import { readPages } from '../../../db/pages.ts';
import { drawEvents, type PostRow, type VisitRow } from '../../../db/visits.ts';
import { type Refusal, refuse } from '../../refusal.ts';

/** The frozen roster's pages, each checked against its digest. */
export async function rosterTexts(db: Db, manifest: Manifest): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const text of readPages(
    db,
    manifest.roster.pages.map(({ digest }) => digest),
  ))
    texts.push(text);
  return texts;
}

/** The whole record with its roster and what happened afterwards, as anybody needs it to verify. */
export async function wholeRecord(db: Db, no: number): Promise<Result<DrawRecord, Refusal>> {
  const held = await heldRecord(db, no);
  if (held === null) return refuse('draw', { reason: 'not-opened', ceremony: no });
  const [text, happened] = await Promise.all([recordText(db, held), drawEvents(db, held.digest)]);
  const record: RecordText = JSON.parse(text);
  const events = happened.map(({ body, digest }) => ({ body, digest }));
  return ok({ ...record, roster: await rosterTexts(db, record.manifest), events: eventsIn(events) });
}

/** Written by us as the record's own events, under the triggers of their table. */
const eventsIn = (events: readonly unknown[]): DrawRecord['events'] => events as DrawRecord['events'];

/** Visits as they follow from the result, before any event. */
export function* standingVisits({ result }: RecordText, roster: Roster): Generator<VisitRow> {
  for (const [no, { row, group, tasks }] of result.visits.entries())
    yield { no, row, group, tasks, ended: false, ...roster.key(row) };
}

/** Their posts. */
export function* standingPosts({ result }: RecordText): Generator<PostRow> {
  let no = 0;
  for (const [visit, { posts }] of result.visits.entries())
    for (const post of posts) {
      yield { no, visit, ...post };
      no += 1;
    }
}
