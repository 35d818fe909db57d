/** Posts that follow from facts of this stage: one root for the office, one for each department, and few lines in their threads. */
import {
  type Closed,
  type Deleted,
  type Edited,
  type Extended,
  isWithoutLetter,
  type Opened,
  type Replied,
} from '../../../core/consult/fact.ts';
import type { After, Post } from '../post.ts';

export const afterConsult = {
  'consultation-opened': (body: Opened) => everywhere(body),
  'consultation-extended': (body: Extended) => everywhere(body),
  'consultation-closed': (body: Closed) => everywhere(body),
  'reply-received': (body: Replied, seq) => [
    ...roots(body),
    ...body.settles.flatMap((settled) => [
      inThread('consultation-difference', body, settled),
      inThread('consultation-altered', body, settled),
    ]),
    inThread('consultation-receipt', body, seq),
  ],
  'reply-edited': (body: Edited, seq) => altered(body, seq),
  'reply-deleted': (body: Deleted, seq) => altered(body, seq),
} as const satisfies After;

const root = (consultation: string): Post => ({ kind: 'consultation', about: { consultation } });
const letter = (consultation: string, department: string): Post => ({
  kind: 'consultation-letter',
  about: { consultation, department },
});

const everywhere = ({ consultation, asked }: Pick<Opened, 'consultation' | 'asked'>): readonly Post[] => [
  root(consultation),
  ...asked.map((department) => letter(consultation, department)),
];

type Of = Pick<Replied, 'consultation' | 'department'>;

const roots = ({ consultation, department }: Of): readonly Post[] => [
  root(consultation),
  ...(isWithoutLetter(consultation) ? [] : [letter(consultation, department)]),
];

const inThread = (kind: string, { consultation, department }: Of, seq: number): Post => ({
  kind,
  about: { consultation, department, seq },
});

/** A message from which no reply was taken is nobody's answer: the writer is asked where it was written, and nothing is posted. */
const altered = (body: Deleted, seq: number): readonly Post[] =>
  body.was === null
    ? []
    : [
        ...roots(body),
        inThread('consultation-difference', body, seq),
        ...(body.standing ? [inThread('consultation-altered', body, seq)] : []),
      ];
