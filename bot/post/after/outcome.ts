/** Posts that follow from entered outcomes: where a department and where the draw stands, renewed in place with every batch. */
import type { Outgoing } from '../../../db/outbox.ts';
import type { OutcomeEntered } from '../../verbs/outcome/enter.ts';
import { type After, type Post, slotOf } from '../post.ts';

type OfDepartment = Pick<OutcomeEntered, 'book' | 'department'>;

const forAll = ({ book, department }: OfDepartment): readonly Post[] => [
  { kind: 'outcomes', about: { book, department } },
  { kind: 'outcomes-office', about: { book } },
];

export const afterOutcome = {
  'outcome-entered': forAll,
  'outcomes-reviewed': forAll,
} as const satisfies After;

/** What waits to be reviewed, privately to those who may; facts name no person, so that the verb says to whom. */
export const postsOfReviewing = (book: string, department: string, persons: readonly string[]): readonly Outgoing[] =>
  persons.map((person) => {
    const post: Post = { kind: 'reviewing', about: { book, department, person } };
    return { destination: slotOf(post), message: JSON.stringify(post) };
  });
