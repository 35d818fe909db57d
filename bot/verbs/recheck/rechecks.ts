/** Re-inspections as they stand, and which outcomes each has drawn. */
import type { DrawRecord } from '../../../core/draw/record.ts';
import { readRoster } from '../../../core/draw/roster.ts';
import { type Recheck, recheckOf } from '../../../core/recheck/recheck.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';
import { heldRecord, recordText } from '../../../db/draws.ts';
import { readText } from '../../../db/pages.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { rosterTexts } from '../draw/record.ts';

export const sampleTag = 'mingchou/page/recheck/1';

/** A subject of the roster with those of its outcomes that may be looked at again. */
export type Sampled = SubjectKey & { readonly name: string; readonly outcomes: readonly string[] };

export const recheckHeld = async (db: Db, no: number): Promise<Recheck | null> =>
  recheckOf(await dossierOf(db, { matter: 'recheck', id: String(no) }));

/** Oldest first. */
export const rechecksHeld = async (db: Db): Promise<readonly Recheck[]> =>
  [...(await dossiersOf(db, 'recheck')).values()]
    .flatMap((entries) => recheckOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);

export const recheckOfCeremony = async (db: Db, ceremony: number): Promise<Recheck | null> =>
  (await rechecksHeld(db)).find((each) => each.ceremony === ceremony) ?? null;

export async function rosterOf(db: Db, { pages }: Pick<Recheck, 'pages'>): Promise<readonly Sampled[]> {
  const sampled: readonly Sampled[] = JSON.parse(await readText(db, pages));
  return sampled;
}

/** Its ceremony was aborted or annulled: nothing of it is to be done any more. */
export async function isOff(db: Db, { ceremony }: Pick<Recheck, 'ceremony'>): Promise<boolean> {
  const held = await ceremonyHeld(db, ceremony);
  return held.ok && (held.value.state.stage === 'aborted' || held.value.state.stage === 'annulled');
}

/** Its ceremony is begun and not ended yet. */
export async function isBeingDrawn(db: Db, recheck: Pick<Recheck, 'ceremony'>): Promise<boolean> {
  const held = await ceremonyHeld(db, recheck.ceremony);
  return held.ok && held.value.state.stage !== 'opened' && !(await isOff(db, recheck));
}

/** What was drawn, in the order of the draw; null while the ceremony is not opened, or was annulled. */
export async function drawnOf(db: Db, recheck: Recheck): Promise<readonly Sampled[] | null> {
  const held = await ceremonyHeld(db, recheck.ceremony);
  if (!held.ok || held.value.state.stage !== 'opened') return null;
  const record = await heldRecord(db, recheck.ceremony);
  if (record === null) return null;
  const { manifest, result }: Pick<DrawRecord, 'manifest' | 'result'> = JSON.parse(await recordText(db, record));
  const roster = readRoster(manifest, await rosterTexts(db, manifest));
  if (!roster.ok) throw new Error(`the roster of ceremony ${recheck.ceremony} is damaged: ${roster.error.at}`);
  const { value: rows } = roster;
  const byKey = new Map((await rosterOf(db, recheck)).map((each) => [keyText(each), each]));
  const drawn = result.tasks.flatMap(({ tiers }) => tiers.flatMap((tier) => tier.drawn));
  return drawn.flatMap((row) => byKey.get(keyText(rows.key(row))) ?? []);
}
