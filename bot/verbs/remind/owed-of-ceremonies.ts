/** Running ceremonies as they stand once the clock has closed what is over. */
import { elapse } from '../../../core/draw/ceremony/close.ts';
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import type { LedgerEntry } from '../../../core/ledger/verify.ts';
import { type CeremonyStanding, fromCeremony } from '../../../core/owed/from-draw.ts';
import type { Debtor, Owed } from '../../../core/owed/owed.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { holderOf } from '../draw/perform.ts';

export async function owedOfCeremonies(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  departments: readonly Department[],
): Promise<readonly Owed[]> {
  const at = now();
  const all = (await standingCeremonies(db)).map(async (held) => {
    const { department = '' } = holderOf(held);
    const draws = departments.some(({ code, kind }) => code === department && kind !== 'office');
    const holder: Debtor = draws ? `department:${department}` : 'office';
    const { state } = elapse(held.manifest, held.state, at);
    const seconds = await secondsOf(db, state);
    return fromCeremony({ state, manifest: held.manifest, holder, seconds }, { later, dayOf });
  });
  return (await Promise.all(all)).flat();
}

const later = (time: string, minutes: number): string => new Date(Date.parse(time) + minutes * 60_000).toISOString();

/** Whom a first person has named, and who has not confirmed yet. */
async function secondsOf(db: Db, state: Ceremony): Promise<Seconds> {
  const [corrections, annulments] = await Promise.all([
    factsOf(db, 'public-number-correction-asked'),
    factsOf(db, 'annulment-asked'),
  ]);
  const correction = corrections.flatMap(askedIn(state.no)).at(-1);
  const annulment = annulments.flatMap(askedIn(state.no)).at(-1);
  const corrected = state.misreadings.some(({ reason }) => reason === correction?.reason);
  return [
    ...(correction === undefined || corrected
      ? []
      : [{ step: 'confirm-correction' as const, person: correction.second, since: correction.at }]),
    ...(annulment === undefined
      ? []
      : [{ step: 'confirm-annulment' as const, person: annulment.second, since: annulment.at }]),
  ];
}

type Seconds = CeremonyStanding['seconds'];

const askedIn =
  (no: number) =>
  ({
    row,
    body,
  }: LedgerEntry): readonly { readonly second: string; readonly reason: string; readonly at: string }[] => {
    if (body === null || body.text === null) return [];
    // Safe because the verbs of `second-person.ts` alone write these bodies.
    const told: { readonly ceremony: number; readonly second: string; readonly reason?: string } = JSON.parse(
      body.text,
    );
    return told.ceremony === no ? [{ second: told.second, reason: told.reason ?? '', at: row.at }] : [];
  };
