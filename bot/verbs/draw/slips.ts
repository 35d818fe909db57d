/** 密封条 on record: who printed one, for whom, and who may be given one. */
import { hasOpened } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise, personOf } from '../act.ts';
import { type Enrolled, roll } from '../people/roll.ts';
import { ceremonyHeld, type Held } from './held.ts';
import { holderOf } from './perform.ts';

/** What the fact says. The secret is in no fact. */
export interface PrintedSlip {
  readonly ceremony: number;
  /** Number of the person who takes it. */
  readonly supervisor: string;
  /** 1, 2, …: every further one is on record as such. */
  readonly copy: number;
  /** Why there is another one; '' for the first. */
  readonly reason: string;
}

export interface SlipOnRecord extends PrintedSlip {
  readonly at: string;
  /** Number of the person who printed it. */
  readonly by: string;
}

/** Slips of a ceremony, oldest first. */
export async function slipsOf(db: Db, ceremony: number): Promise<readonly SlipOnRecord[]> {
  return (await factsOf(db, 'slip-printed')).flatMap(({ row, body }) => {
    if (body === null || body.text === null) return [];
    const told: PrintedSlip = JSON.parse(body.text);
    return told.ceremony === ceremony ? [{ ...told, at: row.at, by: personOf(row.actor) }] : [];
  });
}

/** Whoever prints it sees the secret: it goes to somebody else, and not to the office itself. */
export const mayTake = ({ manifest }: Held, printer: Actor, person: Enrolled): boolean =>
  !person.ended &&
  person.person !== printer.person &&
  !person.roles.includes('office') &&
  (isWitnessOf(manifest, person) || person.roles.some((role) => role === 'supervisor' || role === 'discipline'));

const isWitnessOf = ({ participants }: Held['manifest'], { person, name }: Actor): boolean =>
  participants.some((each) => each.kind === 'witness' && each.id === person && each.name === name);

/** What there is to choose from before one is printed. */
export interface SlipDesk {
  readonly ceremony: number;
  readonly supervisors: readonly Actor[];
  /** The discipline body's witness, who takes it where nobody else is named. */
  readonly usual: string | null;
  readonly printed: readonly (SlipOnRecord & { readonly byName: string; readonly supervisorName: string })[];
}

export async function slipDesk(deps: Deps, actor: Actor, no: number): Promise<Result<SlipDesk, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const allowed = authorise(actor, 'print-slip', holderOf(held.value));
  if (!allowed.ok) return allowed;
  const useful = stillUseful(held.value);
  if (!useful.ok) return useful;
  const everybody = await roll(deps);
  const supervisors = everybody.filter((person) => mayTake(held.value, actor, person));
  const nameOf = (id: string): string => everybody.find(({ person }) => person === id)?.name ?? id;
  return ok({
    ceremony: no,
    supervisors,
    usual: supervisors.find((each) => isUsual(held.value, each))?.person ?? null,
    printed: (await slipsOf(deps.db, no)).map((slip) => ({
      ...slip,
      byName: nameOf(slip.by),
      supervisorName: nameOf(slip.supervisor),
    })),
  });
}

const isUsual = ({ manifest }: Held, person: Actor): boolean =>
  person.witness === 'discipline' && isWitnessOf(manifest, person);

/** Once the desk has opened, everybody may have what the slip would keep; and an aborted ceremony opens nothing. */
export function stillUseful({ state }: Held): Result<true, Refusal> {
  const isOver = state.stage === 'opened' || state.stage === 'aborted' || state.stage === 'annulled';
  return isOver || hasOpened(state, '0')
    ? refuse('draw', { reason: 'slip-useless', ceremony: state.no, stage: state.stage })
    : ok(true);
}
