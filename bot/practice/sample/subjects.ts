/**
 * Subjects one by one: 5,000 for a county, a million for a bench. Nothing is kept between rows, so that memory does not
 * grow with the count.
 */
import type { Subject, SubjectStatus } from '../../../core/registry/subject.ts';
import { type Chance, chance, weighted } from './chance.ts';
import { places } from './county.ts';
import { subjectName } from './names.ts';
import { subjectNumber } from './numbers.ts';
import { type Trade, trades } from './trades.ts';

const trade = weighted(trades, (each) => each.weight);
const place = weighted(places, (each) => each.weight);
const types = new Map(trades.map((each) => [each.tag, weighted(each.types, (type) => type.weight)]));
const statuses: readonly { readonly status: SubjectStatus; readonly weight: number }[] = [
  { status: 'active', weight: 946 },
  { status: 'cancelled', weight: 36 },
  { status: 'revoked', weight: 9 },
  { status: 'annulled', weight: 2 },
  { status: 'moved-out', weight: 7 },
];
const status = weighted(statuses, (each) => each.weight);

/** Rows 0 to count−1 of the county that the seed gives; a longer sample begins with the shorter one. */
export function* subjects(seed: string, count: number): Generator<Subject> {
  const of = chance(seed, 'subjects');
  for (let row = 0; row < count; row++) yield subject(row, of);
}

function subject(row: number, of: Chance): Subject {
  const its = trade(of);
  const type = types.get(its.tag)?.(of)?.type ?? 'enterprise';
  const where = place(of);
  const { kind, number, authority } = subjectNumber(row, type, of);
  return {
    kind,
    number,
    name: subjectName(row, its, type, where, of),
    type,
    tags: tagsOf(its, of),
    authority,
    place: where.name,
    status: status(of).status,
  };
}

export const tagsOf = (its: Trade, of: Chance): string[] => [
  its.tag,
  ...its.also.filter((each) => of.permille(each.permille)).map((each) => each.tag),
];
