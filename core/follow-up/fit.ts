/** Which findings an act is plainly meant for, where somebody says “all of mine”. */
import { never } from '../result.ts';
import type { ActKind } from './act.ts';
import { type Case, isProblem, isSuspected } from './case.ts';
import { listable } from './rule.ts';

export function isMeant(kind: ActKind, held: Case): boolean {
  const owes = (...kinds: readonly Case['owed'][number]['kind'][]): boolean =>
    held.owed.some((step) => kinds.includes(step.kind));
  switch (kind) {
    case 'correction-ordered':
      return owes('dispose', 'next');
    case 'correction-checked':
      return held.state !== 'closed' && (owes('check-correction') || (held.reminder !== null && owes('list')));
    case 'guidance-given':
      return owes('guidance', 'dispose');
    case 'listing-reminded':
      return owes('dispose') && listable.includes(held.code);
    case 'case-closed':
      return owes('close', 'explain');
    case 'abnormal-listed':
      return owes('list');
    case 'repair-letter-sent':
      return owes('letter');
    case 'transfer-received':
      return owes('receive');
    case 'transfer-returned':
      return owes('result');
    case 'crime-answered':
      return owes('crime-answer');
    case 'credit-repaired':
      return held.disposals.length > 0;
    case 'leniency-applied':
      return held.state !== 'closed' && isProblem(held) && !isSuspected(held);
    case 'penalty-decided':
    case 'case-transferred':
    case 'crime-referred':
    case 'joint-punishment-recorded':
      return held.state !== 'closed' && isProblem(held);
    default:
      return never(kind);
  }
}
