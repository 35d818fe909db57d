/** Ceremonies as the database holds them: state, manifest, and what counts toward a year's allowance. */
import { canonical } from '../../../core/canonical.ts';
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import { tag } from '../../../core/draw/protocol.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { ceremonies, heldCeremony } from '../../../db/draws.ts';
import { readText, stagePages } from '../../../db/pages.ts';
import { type Refusal, refuse } from '../../refusal.ts';

export interface Held {
  readonly state: Ceremony;
  readonly manifest: Manifest;
}

/** Written by us from this very type, and refused by the table's triggers to anybody else. */
const ceremonyIn = (body: unknown): Ceremony => body as Ceremony;

/** Keeps the manifest under its own digest M: a page's digest and the protocol's are the same bytes (README §1). */
export async function stageManifest(db: Db, manifest: Manifest): Promise<string> {
  const [digest = ''] = await stagePages(db, tag('manifest'), [`${canonical(manifest)}\n`]);
  return digest;
}

async function readManifest(db: Db, digest: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readText(db, [digest]));
  return manifest;
}

/** A ceremony by its number. */
export async function ceremonyHeld(db: Db, no: number): Promise<Result<Held, Refusal>> {
  const row = await heldCeremony(db, no);
  if (row === null) return refuse('draw', { reason: 'no-ceremony', ceremony: no });
  const state = ceremonyIn(row.body);
  return ok({ state, manifest: await readManifest(db, state.manifest) });
}

/** Ceremonies that were neither aborted nor annulled, oldest first. */
export async function standingCeremonies(db: Db): Promise<readonly Held[]> {
  const rows = (await ceremonies(db)).map((row) => ceremonyIn(row.body));
  const standing = rows.filter(({ stage }) => stage !== 'aborted' && stage !== 'annulled');
  return Promise.all(standing.map(async (state) => ({ state, manifest: await readManifest(db, state.manifest) })));
}
