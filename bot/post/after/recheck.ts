/** Posts that follow from re-inspections: where one stands, and to each department what is found fault with. */
import type { RecheckAnswered, RecheckDrawn, RecheckRecorded } from '../../../core/recheck/recheck.ts';
import type { Place } from '../../message/messenger.ts';
import type { After, Post } from '../post.ts';

/** Named by its ceremony, since it is the ceremony that says when it was drawn. */
export const recheckAt = (ceremony: number, place: Place): Post => ({ kind: 'recheck', about: { ceremony, place } });
const faultsAt = (ceremony: number, department: string): Post => ({
  kind: 'recheck-faults',
  about: { ceremony, department },
});

const both = (ceremony: number, department: string): readonly Post[] => [
  recheckAt(ceremony, 'office'),
  ...(department === '' ? [] : [recheckAt(ceremony, `department:${department}`)]),
];

export const afterRecheck = {
  'recheck-drawn': ({ ceremony, department }: RecheckDrawn) => both(ceremony, department),
  'recheck-recorded': ({ ceremony, department }: RecheckRecorded) => [
    ...both(ceremony, department),
    faultsAt(ceremony, department),
  ],
  'recheck-answered': ({ ceremony, department }: RecheckAnswered) => [
    ...both(ceremony, department),
    faultsAt(ceremony, department),
  ],
} as const satisfies After;
