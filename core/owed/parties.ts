/** Who a party of a document is here: 成员单位 are the members on the list, 司法局 the body of that name. */
import type { Party } from '../policy/shape.ts';
import { partyWords } from '../policy/words.ts';
import type { Department } from '../registry/department.ts';
import type { Debtor } from './owed.ts';

/** @param leads codes of the departments that lead a task of the year's plan @param partners of those that take part in one */
export function holdersOf(
  party: Party,
  departments: readonly Pick<Department, 'code' | 'name' | 'aliases' | 'kind' | 'legal'>[],
  { leads, partners }: { readonly leads: readonly string[]; readonly partners: readonly string[] },
): readonly Debtor[] {
  const of = (is: (department: (typeof departments)[number]) => boolean): readonly Debtor[] =>
    departments.filter(is).map(({ code }) => `department:${code}` as const);
  switch (party) {
    case 'office':
      return ['office'];
    case 'member':
      return of(({ kind }) => kind === 'member');
    case 'section':
      return of(({ kind }) => kind === 'section');
    case 'township':
      return of(({ kind }) => kind === 'township');
    case 'county-office':
      return of(({ kind }) => kind === 'county-office');
    case 'legal':
      return of(({ legal, kind }) => legal && kind === 'member');
    case 'lead':
      return of(({ code }) => leads.includes(code));
    case 'partner':
      return of(({ code }) => partners.includes(code));
    default:
      return of(({ name, aliases }) => [name, ...aliases].some((each) => each.endsWith(partyWords[party].zh)));
  }
}
