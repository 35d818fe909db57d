/**
 * Enrols a person with department and roles, or gives one on the roll a new state. The very first person of an empty roll
 * enrols herself as the office: somebody must, and the ledger shows who it was.
 */
import { canonical } from '../../../core/canonical.ts';
import { ok, type Result } from '../../../core/result.ts';
import { people, person, personRow } from '../../../db/people.ts';
import { type Actor, roles, witnessKinds } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { actorIn } from './roll.ts';

export function enrol(deps: Deps, actor: Actor, entrant: Actor): Promise<Result<{ readonly person: string }, Refusal>> {
  const answer = { person: entrant.person };
  return enact<typeof answer>(deps, async (at) => {
    // The roll may still be empty only for the office's own first entry; everybody else's right stands in the table.
    const isFounding = entrant.roles.includes('office') && actor.person === entrant.person;
    const allowed = isFounding && (await people(deps.db)).length === 0 ? ok(true as const) : authorise(actor, 'enrol');
    if (!allowed.ok) return allowed;
    const checked = checkEntrant(entrant);
    if (!checked.ok) return checked;
    const standing = await person(deps.db, entrant.person);
    const body = bodyOf(entrant);
    if (standing && !standing.ended && canonical(bodyOf(actorIn(standing.body))) === canonical(body)) {
      return already(answer);
    }
    return ok({
      facts: [factOf(actor, 'enrol', body)],
      rows: [personRow(at.seq, entrant.person, body)],
      value: answer,
    });
  });
}

function checkEntrant(entrant: Actor): Result<true, Refusal> {
  const { person: id, name, department, witness, inspector } = entrant;
  const bad = (field: keyof Actor, value: string) => refuse('people', { reason: 'bad-person', field, value });
  // In every draw 0 is the desk's own number (core/draw/README.md §2): nobody else answers to it.
  if (!/^[0-9A-Za-z_.-]{1,40}$/.test(id) || id === '0') return bad('person', id);
  if (!isLine(name, 40) || name === '') return bad('name', name);
  if (!isLine(department, 60)) return bad('department', department);
  if (!isLine(inspector, 60)) return bad('inspector', inspector);
  if (entrant.roles.length === 0 || entrant.roles.some((role) => !roles.includes(role))) {
    return bad('roles', entrant.roles.join(','));
  }
  const has = (role: Actor['roles'][number]) => entrant.roles.includes(role);
  for (const role of ['witness', 'inspector'] as const) {
    if (has('office') && has(role)) return refuse('people', { reason: 'office-as', role, person: id });
  }
  if (has('inspector') && inspector === '') return bad('inspector', inspector);
  if (has('witness') && (witness === null || !witnessKinds.includes(witness))) {
    return refuse('people', { reason: 'witness-without-kind', person: id });
  }
  const outside = entrant.roles.every((role) => role === 'witness') && witness !== 'department';
  if (!outside && department === '') return refuse('people', { reason: 'department-missing', person: id });
  return ok(true);
}

/** One line without blanks at its ends or signs that nobody sees: names stand in ledger rows and on paper, and tell people apart. */
const isLine = (text: string, longest: number): boolean =>
  text.length <= longest && text.trim() === text && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) && text.isWellFormed();

/** Exactly the fields of an actor, in one order; whatever else a door passed along is not kept. */
const bodyOf = ({ person: id, name, department, roles: held, witness, inspector }: Actor) => ({
  person: id,
  name,
  department,
  roles: roles.filter((role) => held.includes(role)),
  witness,
  inspector,
});
