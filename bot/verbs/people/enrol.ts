/**
 * Enrols a person with department and roles, or gives one on the roll a new state. The very first person of an empty ledger
 * enrols herself as the office: somebody must, and the ledger shows who it was.
 */
import { err, ok, type Result } from '../../../core/result.ts';
import { people, person, personRow } from '../../../db/people.ts';
import { type Actor, roles, witnessKinds } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { may, type RightsRefusal } from '../../rights.ts';
import { commit } from '../../../db/commit.ts';
import { factOf } from '../act.ts';

export type EnrolRefusal =
  | { readonly reason: 'bad-person'; readonly field: keyof Actor; readonly value: string }
  /** The office coordinates; it can neither watch its own draw nor inspect (福安 二(二)1, 国办发〔2024〕54号). */
  | { readonly reason: 'office-as'; readonly role: 'witness' | 'inspector'; readonly person: string }
  | { readonly reason: 'witness-without-kind'; readonly person: string }
  | { readonly reason: 'department-missing'; readonly person: string };

export async function enrol(
  deps: Deps,
  actor: Actor,
  entrant: Actor,
): Promise<Result<{ readonly person: string }, RightsRefusal | EnrolRefusal>> {
  const checked = checkEntrant(entrant);
  if (!checked.ok) return checked;
  return withoutSeq(
    await commit(deps.db, deps, async (at) => {
      const isFirst = (await people(deps.db)).length === 0 && actor.person === entrant.person;
      const allowed = isFirst && entrant.roles.includes('office') ? ok(true as const) : may(actor, 'enrol');
      if (!allowed.ok) return allowed;
      const standing = await person(deps.db, entrant.person);
      if (standing && !standing.ended && JSON.stringify(standing.body) === JSON.stringify(entrant)) {
        return ok({ facts: [], value: { person: entrant.person } });
      }
      return ok({
        facts: [factOf(actor, 'enrol', bodyOf(entrant))],
        rows: [personRow(at.seq, entrant.person, entrant)],
        value: { person: entrant.person },
      });
    }),
  );
}

/** Takes a person off the roll; what was done stays. */
export async function dismiss(
  deps: Deps,
  actor: Actor,
  leaver: string,
): Promise<Result<{ readonly person: string }, RightsRefusal | { readonly reason: 'no-such-person'; readonly person: string }>> {
  const allowed = may(actor, 'dismiss');
  if (!allowed.ok) return allowed;
  return withoutSeq(
    await commit(deps.db, deps, async (at) => {
      const standing = await person(deps.db, leaver);
      if (standing === null) return err({ reason: 'no-such-person' as const, person: leaver });
      if (standing.ended) return ok({ facts: [], value: { person: leaver } });
      return ok({
        facts: [factOf(actor, 'dismiss', { person: leaver })],
        rows: [personRow(at.seq, leaver, standing.body as object, true)],
        value: { person: leaver },
      });
    }),
  );
}

/** The actor that a number stands for, or null; every door turns its caller into one by this. */
export async function actorOf(deps: Pick<Deps, 'db'>, id: string): Promise<Actor | null> {
  const row = await person(deps.db, id);
  return row === null || row.ended ? null : (row.body as Actor);
}

function checkEntrant(entrant: Actor): Result<true, EnrolRefusal> {
  if (!/^[0-9A-Za-z_.-]{1,40}$/.test(entrant.person)) return err({ reason: 'bad-person', field: 'person', value: entrant.person });
  if (entrant.name.trim() === '' || entrant.name.length > 40) return err({ reason: 'bad-person', field: 'name', value: entrant.name });
  if (entrant.roles.length === 0 || entrant.roles.some((role) => !roles.includes(role))) {
    return err({ reason: 'bad-person', field: 'roles', value: entrant.roles.join(',') });
  }
  const isOffice = entrant.roles.includes('office');
  if (isOffice && entrant.roles.includes('witness')) return err({ reason: 'office-as', role: 'witness', person: entrant.person });
  if (isOffice && entrant.roles.includes('inspector')) return err({ reason: 'office-as', role: 'inspector', person: entrant.person });
  const isWitness = entrant.roles.includes('witness');
  if (isWitness && (entrant.witness === null || !witnessKinds.includes(entrant.witness))) {
    return err({ reason: 'witness-without-kind', person: entrant.person });
  }
  const outside = entrant.roles.every((role) => role === 'witness') && entrant.witness !== 'department';
  if (!outside && entrant.department === '') return err({ reason: 'department-missing', person: entrant.person });
  return ok(true);
}

const bodyOf = (entrant: Actor) => ({ ...entrant, roles: [...entrant.roles] });

const withoutSeq = <T, E>(result: Result<{ readonly value: T }, E>): Result<T, E> =>
  result.ok ? ok(result.value.value) : result;
