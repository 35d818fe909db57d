/**
 * Checks of this year that were made before the system began, as departments report them: they use up allowances, and a
 * plan that overlooks them breaks its policy at the first door.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { addDays } from '../../../core/calendar.ts';
import type { PastCheck, Subject } from '../../../core/registry/subject.ts';
import { type Chance, weighted } from './chance.ts';
import { matters } from './matters/all.ts';

const methods: readonly { readonly method: PastCheck['method']; readonly weight: number }[] = [
  { method: 'on-site', weight: 7 },
  { method: 'desk', weight: 2 },
  { method: 'online', weight: 1 },
];
const method = weighted(methods, (each) => each.weight);
const occasions: readonly { readonly occasion: PastCheck['occasion']; readonly weight: number }[] = [
  { occasion: 'drawn', weight: 60 },
  { occasion: 'triggered', weight: 30 },
  { occasion: 'recheck', weight: 10 },
];
const occasion = weighted(occasions, (each) => each.weight);

/** About four in a hundred subjects, once, between the first of January and the day of the lists. */
export function pastChecks(list: readonly Subject[], from: CivilDate, days: number, of: Chance): PastCheck[] {
  return list
    .filter(({ status }) => status === 'active' && of.permille(40))
    .map(({ kind, number, tags }) => ({
      kind,
      number,
      date: addDays(from, of.below(days)),
      department: matters.find(({ tag }) => tags.includes(tag))?.bodies[0]?.department ?? 'scjg',
      items: [],
      method: method(of).method,
      occasion: occasion(of).occasion,
    }));
}
