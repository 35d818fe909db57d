/** What the public may read of draws: at once what binds the office, on its date everything. */
import type { Participant, PublicSource } from '../../core/draw/manifest.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { formatCheckpoint } from '../../core/ledger/checkpoint.ts';
import { ok, type Result } from '../../core/result.ts';
import { ceremonies } from '../../db/draws.ts';
import { presentCheckpoint } from '../../db/standing.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../refusal.ts';
import { isDisclosed, recordFor } from '../verbs/draw/disclose.ts';
import { ceremonyHeld, type Held } from '../verbs/draw/held.ts';

export type PublicDeps = Pick<Deps, 'db' | 'office' | 'now'>;

export const checkpointText = async ({ db, office }: PublicDeps): Promise<string> =>
  formatCheckpoint(await presentCheckpoint(db, office));

export interface PublicCeremony {
  readonly ceremony: number;
  readonly stage: Held['state']['stage'];
  readonly office: string;
  readonly plan: string;
  readonly manifest: string;
  readonly frozenAt: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly deadlines: { readonly seal: string; readonly reveal: string };
  readonly tasks: readonly { readonly no: string; readonly name: string }[];
  readonly subjects: number;
  readonly participants: readonly Participant[];
  readonly quorum: number;
  readonly cosigned: readonly string[];
  readonly sealed: readonly { readonly id: string; readonly commitment: string; readonly at: string }[];
  /** Who has opened; never what. */
  readonly openedBy: readonly string[];
  readonly absent: readonly string[];
  /** Public numbers named beforehand, in order of preference. */
  readonly sources: readonly PublicSource[];
  readonly public: { readonly place: number; readonly number: string } | null;
  /** Digest of the record and root of the result, once opened; neither gives the seed away. */
  readonly opened: { readonly record: string; readonly root: string; readonly at: string } | null;
  /** Earlier openings, where a public number was corrected afterwards. */
  readonly superseded: readonly { readonly record: string; readonly root: string; readonly at: string }[];
  readonly misreadings: readonly { readonly number: string; readonly at: string; readonly reason: string }[];
  readonly ended: { readonly at: string; readonly reason: string } | null;
  readonly discloseFrom: string;
  readonly disclosed: boolean;
}

export async function ceremonyOnPage(deps: PublicDeps, no: number): Promise<Result<PublicCeremony, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const { state, manifest } = held.value;
  const { ended } = state;
  return ok({
    ceremony: no,
    stage: state.stage,
    office: manifest.office,
    plan: manifest.plan,
    manifest: state.manifest,
    frozenAt: manifest.frozenAt,
    window: manifest.window,
    deadlines: manifest.deadlines,
    tasks: manifest.tasks.map(({ no: task, name }) => ({ no: task, name })),
    subjects: manifest.roster.rows,
    participants: manifest.participants,
    quorum: manifest.quorum,
    cosigned: state.cosigned.map(({ id }) => id),
    sealed: state.sealed,
    openedBy: state.opened.map(({ id }) => id),
    absent: state.absent,
    sources: manifest.public,
    public: state.public === null ? null : { place: state.public.place, number: state.public.number },
    opened: state.draws.at(-1) ?? null,
    superseded: state.draws.slice(0, -1),
    misreadings: state.misreadings,
    ended: ended === null ? null : { at: ended.at, reason: ended.reason },
    discloseFrom: manifest.discloseFrom,
    disclosed: await isDisclosed(deps, no),
  });
}

/** The whole record: for those who may have it at once, and for anybody once it is disclosed. */
export const recordOnPage = (deps: PublicDeps, no: number, actor: Actor | null): Promise<Result<DrawRecord, Refusal>> =>
  recordFor(deps, actor, no);

export interface DrawLine {
  readonly no: number;
  readonly stage: Held['state']['stage'];
  readonly plan: string;
  readonly tasks: number;
  /** Name of the first task. */
  readonly task: string;
  readonly subjects: number;
  readonly frozenAt: string;
}

/** Every ceremony there was, the last one first; numbers are never used again, so gaps would show. */
export async function drawLines({ db }: PublicDeps): Promise<readonly DrawLine[]> {
  const held = await Promise.all((await ceremonies(db)).map(({ no }) => ceremonyHeld(db, no)));
  return held
    .flatMap((each) => (each.ok ? [each.value] : []))
    .map(({ state, manifest }) => ({
      no: state.no,
      stage: state.stage,
      plan: manifest.plan,
      tasks: manifest.tasks.length,
      task: manifest.tasks[0]?.name ?? '',
      subjects: manifest.roster.rows,
      frozenAt: manifest.frozenAt,
    }))
    .sort((a, b) => b.no - a.no);
}
