/** Posts that follow from findings and what is done about them: each department's own, and those of transfers at the receiver. */
import type { ActBodies, Covers } from '../../../core/follow-up/act.ts';
import type { OutcomeEntered } from '../../verbs/outcome/enter.ts';
import type { After, Post } from '../post.ts';

const findings = ({ department }: Pick<Covers, 'department'>): readonly Post[] => [
  { kind: 'findings', about: { department } },
];

const transfer = (body: Pick<ActBodies['transfer-received'], 'department' | 'to' | 'transfer'>): readonly Post[] => [
  ...findings(body),
  { kind: 'case-transfer', about: { transfer: body.transfer, to: body.to } },
  // The giver's own post is only renewed, and calls nobody.
  { kind: 'transfer-told', about: { transfer: body.transfer, department: body.department } },
];

export const afterFollowUp = {
  'outcome-entered': ({ department }: Pick<OutcomeEntered, 'department'>) => findings({ department }),
  'correction-ordered': findings,
  'correction-checked': findings,
  'penalty-decided': findings,
  'guidance-given': findings,
  'leniency-applied': findings,
  'case-transferred': (body: Pick<ActBodies['case-transferred'], 'department' | 'to'>, seq: number) => [
    ...findings(body),
    { kind: 'case-transfer', about: { transfer: seq, to: body.to } },
  ],
  'transfer-received': transfer,
  'transfer-returned': transfer,
  'crime-referred': findings,
  'crime-answered': findings,
  'listing-reminded': findings,
  'abnormal-listed': findings,
  'repair-letter-sent': findings,
  'credit-repaired': findings,
  'joint-punishment-recorded': findings,
  'case-closed': findings,
} as const satisfies After;
