/**
 * What follows from the time alone (`byClock` in the table of rights): sealing and opening close at their deadlines, a record becomes
 * public on its date. A timer calls this as often as it likes; what has happened already is not recorded again.
 */
import { elapse } from '../../../core/draw/ceremony/close.ts';
import type { CeremonyFact } from '../../../core/draw/ceremony/state.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { ceremonies, ceremonyRow } from '../../../db/draws.ts';
import type { Deps } from '../../deps.ts';
import { postsOfCeremony } from '../../post/after/draw.ts';
import type { Refusal } from '../../refusal.ts';
import { byClock, clock, rights } from '../../rights.ts';
import { already, enact } from '../act.ts';
import { beforeDate, disclosure, isDisclosed } from './disclose.ts';
import { ceremonyHeld, standingCeremonies } from './held.ts';
import { asJson, keepHead } from './perform.ts';

/** Closes what the clock has closed. @returns numbers of the ceremonies that moved on */
export async function closeDue(deps: Deps): Promise<readonly number[]> {
  const moved: number[] = [];
  for (const { state, manifest } of await standingCeremonies(deps.db)) {
    if (elapse(manifest, state, deps.now()).facts.length === 0) continue;
    const done = await closeByClock(deps, state.no);
    if (done.ok && done.value) moved.push(state.no);
  }
  if (moved.length > 0) await keepHead(deps);
  return moved;
}

function closeByClock(deps: Deps, no: number): Promise<Result<boolean, Refusal>> {
  return enact<boolean>(deps, async (at) => {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) return held;
    const { manifest } = held.value;
    const { state, facts } = elapse(manifest, held.value.state, at.now);
    if (facts.length === 0) return already(false);
    return ok({
      facts: facts.map(signedByClock),
      rows: [ceremonyRow(no, state.stage, asJson(state), at)],
      outbox: postsOfCeremony(manifest, facts, clock),
      value: true,
    });
  });
}

/** @throws where the table of rights does not leave a fact to the clock: a bug */
function signedByClock({ kind, body }: CeremonyFact): Fact {
  if (!byClock.some((verb) => rights[verb].fact === kind)) throw new Error(`the clock does not bring about ${kind}`);
  return { kind, body, actor: clock };
}

/** Makes public what is due. @returns numbers of the ceremonies whose records became public */
export async function discloseDue(deps: Deps): Promise<readonly number[]> {
  const told: number[] = [];
  // An annulled draw stays on the public page beside its successor, so its record becomes public too.
  const all = await Promise.all((await ceremonies(deps.db)).map(({ no }) => dueForDisclosure(deps, no)));
  for (const no of all.flat()) {
    const done = await enact<boolean>(deps, async (at) => {
      const held = await ceremonyHeld(deps.db, no);
      if (!held.ok) return held;
      const isDrawn = held.value.state.draws.length > 0;
      if (!isDrawn || beforeDate(held.value, at.now) !== null || (await isDisclosed(deps, no))) return already(false);
      return ok({ facts: [disclosure(held.value, clock)], value: true });
    });
    if (done.ok && done.value) told.push(no);
  }
  return told;
}

/** The number where a record is drawn, its day has come, and it is not public; decided anew where it is recorded. */
async function dueForDisclosure(deps: Deps, no: number): Promise<readonly number[]> {
  if (await isDisclosed(deps, no)) return [];
  const held = await ceremonyHeld(deps.db, no);
  const isDue = held.ok && held.value.state.draws.length > 0 && beforeDate(held.value, deps.now()) === null;
  return isDue ? [no] : [];
}
