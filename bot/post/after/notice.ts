/** Posts that follow from publication: where a department and the whole draw stands, renewed in place by every act. */
import type { TaskFinished } from '../../../core/notice/finished.ts';
import type { ObjectionDecided, ObjectionReceived } from '../../../core/notice/objection.ts';
import { bookOfSource, outcomeKeyOf } from '../../../core/outcome/key.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import { type After, type Post, slotOf } from '../post.ts';

interface OfBook {
  readonly book: string;
  readonly department: string;
}

const postsOf = (book: string, departments: readonly string[]): readonly Post[] => [
  ...departments.map((department): Post => ({ kind: 'publication', about: { book, department } })),
  { kind: 'publication-office', about: { book } },
];

const ofBook = ({ book, department }: OfBook) => postsOf(book, [department]);

/** The outcome's name begins with the source, which is the draw and, after a corrected number, its edition. */
const ofCase = ({ case: id, department }: Pick<ObjectionReceived | ObjectionDecided, 'case' | 'department'>) =>
  postsOf(bookOfSource(outcomeKeyOf(id)?.source ?? ''), [department]);

export const afterNotice = {
  'task-finished': ({ book, departments }: Pick<TaskFinished, 'book' | 'departments'>) => postsOf(book, departments),
  'outcomes-reviewed': ofBook,
  'outcomes-published': ofBook,
  'notice-acknowledged': ofBook,
  'records-reconciled': ofBook,
  'outcome-withheld': ofBook,
  'notice-ended': ofBook,
  'objection-received': ofCase,
  'objection-decided': ofCase,
} as const satisfies After;

/** An objection, to each head who may decide it: the fact names none, so its verb, which has looked, sends them. */
export const postsOfObjection = (objection: number, heads: readonly string[]): readonly Outgoing[] =>
  heads.map((person) => {
    const post: Post = { kind: 'objection', about: { objection, person } };
    return { destination: slotOf(post), message: JSON.stringify(post) };
  });
