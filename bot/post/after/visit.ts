/**
 * Posts that follow from facts of this stage. Facts count and name no person, so that whom they concern is said by the verb, which has
 * looked: `postsOfVisits` and `postsOfRecusal` go into its batch beside the fact.
 */
import type { Outgoing } from '../../../db/outbox.ts';
import { type After, type Post, slotOf } from '../post.ts';

interface OfCeremony {
  readonly ceremony: number;
}

interface OfPart {
  readonly book: string | null;
  readonly department: string;
}

const forOffice = ({ ceremony }: OfCeremony): Post => ({ kind: 'visits-office', about: { ceremony } });
const ofDepartment = (ceremony: number, department: string): Post => ({
  kind: 'department-visits',
  about: { ceremony, department },
});
const own = (ceremony: number, person: string): Post => ({ kind: 'visits', about: { ceremony, person } });
/** A department's own post on its visits; a list drawn elsewhere has none. */
const renewed = ({ book, department }: OfPart): readonly Post[] =>
  book === null || book.startsWith('L') ? [] : [ofDepartment(Number(book), department)];
const recusal = (no: number, person: string): Post => ({ kind: 'recusal', about: { case: no, person } });

export const afterVisit = {
  'visits-assigned': (body: OfCeremony) => [forOffice(body)],
  'inspector-substituted': (body: OfCeremony) => [forOffice(body)],
  'inspector-unavailable': (body: OfCeremony) => [forOffice(body)],
  'subject-replaced': (body: OfCeremony) => [forOffice(body)],
  'visits-approval-asked': renewed,
  'visits-approval-decided': renewed,
  'visits-noticed': renewed,
  'agenda-proposed': renewed,
  'agenda-answered': renewed,
  'desk-reviewed': renewed,
  'visit-held': renewed,
  'visit-finished': renewed,
} as const satisfies After;

/** What persons and departments see of a draw's visits, made or renewed. */
export const postsOfVisits = (
  ceremony: number,
  whom: { readonly persons: readonly string[]; readonly departments: readonly string[] },
): readonly Outgoing[] =>
  outgoing([
    ...whom.persons.map((person) => own(ceremony, person)),
    ...whom.departments.map((department) => ofDepartment(ceremony, department)),
  ]);

/** What the heads see of an application, and nobody else. */
export const postsOfRecusal = (no: number, heads: readonly string[]): readonly Outgoing[] =>
  outgoing(heads.map((person) => recusal(no, person)));

/** A request for approval, to each head who may decide it and to whoever asked. */
export const postsOfApproval = (request: number, persons: readonly string[]): readonly Outgoing[] =>
  outgoing(persons.map((person) => ({ kind: 'visit-approval', about: { request, person } })));

/** An agenda, to each department that answers it or proposed it. */
export const postsOfAgenda = (agenda: number, departments: readonly string[]): readonly Outgoing[] =>
  outgoing(departments.map((department) => ({ kind: 'visit-agenda', about: { agenda, department } })));

/** A check outside the draw: to those who give receipts, the heads who approve it, and whoever filed it; never into a channel. */
export const postsOfFiling = (filing: number, persons: readonly string[]): readonly Outgoing[] =>
  outgoing(persons.map((person) => ({ kind: 'filing', about: { filing, person } })));

/** Who stepped in is called to it; a renewed post calls nobody. */
export const postsOfTaking = (ceremony: number, post: number, persons: readonly string[]): readonly Outgoing[] =>
  outgoing(persons.map((person) => ({ kind: 'post-taken', about: { ceremony, post, person } })));

/** The applicant is told what was decided. */
export const postsOfOutcome = (ceremony: number, no: number, person: string): readonly Outgoing[] =>
  outgoing([{ kind: 'recusal-outcome', about: { ceremony, case: no, person } }]);

/** @param seq the fact by which the draw itself changed @param places who was told of its visits, as places */
export const postsOfChange = (ceremony: number, seq: number, places: readonly string[]): readonly Outgoing[] =>
  outgoing(places.map((whom) => ({ kind: 'visits-changed', about: { ceremony, whom, seq } })));

function outgoing(posts: readonly Post[]): readonly Outgoing[] {
  const bySlot = new Map(posts.map((post) => [slotOf(post), post]));
  return [...bySlot].map(([slot, post]) => ({ destination: slot, message: JSON.stringify(post) }));
}
