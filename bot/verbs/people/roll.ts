/** The roll of people as every door and verb reads it. */
import { people, person } from '../../../db/people.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';

export interface Enrolled extends Actor {
  readonly ended: boolean;
}

/** The actor that a number stands for, or null; every door turns its caller into one by this. */
export async function actorOf(deps: Pick<Deps, 'db'>, id: string): Promise<Actor | null> {
  const row = await person(deps.db, id);
  return row === null || row.ended ? null : actorIn(row.body);
}

/** Everybody who is or was on the roll, by number. */
export async function roll(deps: Pick<Deps, 'db'>): Promise<readonly Enrolled[]> {
  return (await people(deps.db)).map(({ body, ended }) => ({ ...actorIn(body), ended }));
}

/** Numbers of people into their names; a number that nobody has stands as it is. */
export async function peopleNames(deps: Pick<Deps, 'db'>): Promise<(person: string) => string> {
  const names = new Map((await roll(deps)).map(({ person, name }) => [person, name]));
  return (person) => names.get(person) ?? person;
}

/** Safe because `enrol` alone writes these bodies, from an actor that it has checked. */
export const actorIn = (body: unknown): Actor => body as Actor;
