/** What the public may read of draws: at once what binds the office, on its date everything. */
import type { DrawRecord } from '../../core/draw/record.ts';
import { formatCheckpoint } from '../../core/ledger/checkpoint.ts';
import { ok, type Result } from '../../core/result.ts';
import { presentCheckpoint } from '../../db/standing.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../refusal.ts';
import { recordFor } from '../verbs/draw/disclose.ts';
import { ceremonyHeld } from '../verbs/draw/held.ts';

export type PublicDeps = Pick<Deps, 'db' | 'office' | 'now'>;

export const checkpointText = async ({ db, office }: PublicDeps): Promise<string> =>
  formatCheckpoint(await presentCheckpoint(db, office));

export interface PublicCeremony {
  readonly ceremony: number;
  readonly stage: string;
  readonly office: string;
  readonly plan: string;
  readonly manifest: string;
  readonly tasks: readonly { readonly no: string; readonly name: string }[];
  readonly subjects: number;
  readonly sealed: readonly { readonly id: string; readonly commitment: string; readonly at: string }[];
  readonly absent: readonly string[];
  readonly public: { readonly place: number; readonly number: string } | null;
  /** Digest of the record and root of the result, once opened; neither gives the seed away. */
  readonly opened: { readonly record: string; readonly root: string } | null;
  readonly discloseFrom: string;
}

export async function ceremonyOnPage(deps: PublicDeps, no: number): Promise<Result<PublicCeremony, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const { state, manifest } = held.value;
  const last = state.draws.at(-1);
  return ok({
    ceremony: no,
    stage: state.stage,
    office: manifest.office,
    plan: manifest.plan,
    manifest: state.manifest,
    tasks: manifest.tasks.map(({ no: task, name }) => ({ no: task, name })),
    subjects: manifest.roster.rows,
    sealed: state.sealed,
    absent: state.absent,
    public: state.public === null ? null : { place: state.public.place, number: state.public.number },
    opened: last === undefined ? null : { record: last.record, root: last.root },
    discloseFrom: manifest.discloseFrom,
  });
}

/** The whole record, for anybody, once it is disclosed. */
export const recordOnPage = (deps: PublicDeps, no: number): Promise<Result<DrawRecord, Refusal>> =>
  recordFor(deps, null, no);
