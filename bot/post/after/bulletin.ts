/** Posts that follow from summaries and bulletins. */
import type { SummaryReturned, SummarySubmitted } from '../../../core/bulletin/summary.ts';
import type { Place } from '../../message/messenger.ts';
import type { BulletinIssued } from '../../verbs/bulletin/draft.ts';
import type { After, Post } from '../post.ts';

const board = (period: string): Post => ({ kind: 'summary-board', about: { period } });
const own = (period: string, department: string): Post => ({ kind: 'summary', about: { period, department } });
const bulletinAt = (period: string, place: Place): Post => ({ kind: 'bulletin', about: { period, place } });

export const afterBulletin = {
  'summary-submitted': ({ period, department }: SummarySubmitted) => [board(period), own(period, department)],
  'summary-returned': ({ period, department }: SummaryReturned, seq: number) => [
    board(period),
    own(period, department),
    { kind: 'summary-returned', about: { period, department, seq } },
  ],
  'bulletin-issued': ({ period, to }: BulletinIssued) => [
    bulletinAt(period, 'office'),
    ...to.map((code) => bulletinAt(period, `department:${code}`)),
  ],
} as const satisfies After;
