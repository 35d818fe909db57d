/** What the posts of this stage say: each inspector's visits, each department's, the office's, and applications for recusal. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { visitAgenda } from './visit/agenda.ts';
import { visitApproval } from './visit/approval.ts';
import { departmentVisits } from './visit/department.ts';
import { filing } from './visit/filing.ts';
import { officeVisits } from './visit/office.ts';
import { ownVisits } from './visit/own.ts';
import { recusal } from './visit/recusal.ts';
import { postTaken, recusalOutcome, visitsChanged } from './visit/word.ts';

export const visitPosts: Readonly<Record<string, PostKind<About>>> = {
  visits: postKindOf(ownVisits),
  'department-visits': postKindOf(departmentVisits),
  'visits-office': postKindOf(officeVisits),
  recusal: postKindOf(recusal),
  'visits-changed': postKindOf(visitsChanged),
  'post-taken': postKindOf(postTaken),
  'recusal-outcome': postKindOf(recusalOutcome),
  'visit-approval': postKindOf(visitApproval),
  'visit-agenda': postKindOf(visitAgenda),
  filing: postKindOf(filing),
};
