/**
 * 呈批 (《行政检查审批表》; 国办发〔2024〕54号: 检查前报请负责人批准): a department asks its head before anybody goes; what could not wait is
 * asked afterwards (补办), with the reason. Warnings of repeated checks are said here, before it is asked.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ApprovalAsked } from '../../../core/visit/fact.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfApproval } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { tooLong } from '../too-long.ts';
import type { VisitFault } from './fault.ts';
import { type Acted, actOnVisits, idsOf, type Judged } from './many.ts';
import type { Asking, PartVisit } from './part.ts';
import { repeatsAt } from './repeats.ts';
import { headsOf } from './who.ts';

export interface ApprovalInput extends Asking {
  readonly reason: string;
  /** Days on which they mean to go. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Why nobody could be asked first; '' where nobody has gone yet. */
  readonly urgent: string;
}

export async function askApproval(deps: Deps, actor: Actor, input: ApprovalInput): Promise<Result<Acted, Refusal>> {
  const { book, from, to } = input;
  const [reason, urgent] = [input.reason.trim(), input.urgent.trim()];
  if (reason === '') return refuse('visit', { reason: 'no-reason-given' });
  const long = tooLong(reason) ?? tooLong(urgent);
  if (long !== null) return refuse('visit', long);
  if (from > to) return refuse('visit', { reason: 'days', from, to });
  return actOnVisits(deps, actor, 'ask-approval', input, async (part) =>
    ok({
      judge: (visit) => judge(visit, { from, to, urgent }),
      repeats: (visits) => repeatsAt(deps, book, visits, { from, to }),
      body: (visits, repeats): ReturnType<typeof asJson> => {
        const body: ApprovalAsked = {
          book,
          department: part.department,
          visits: idsOf(visits),
          reason,
          from,
          to,
          urgent,
          warned: repeats.length,
        };
        return asJson(body);
      },
      outbox: async (_, seq) =>
        postsOfApproval(seq, [...(await headsOf(deps.db, part.department, actor.person)), actor.person]),
    }),
  );
}

function judge(
  { body, visit }: PartVisit,
  { from, to, urgent }: Pick<ApprovalInput, 'from' | 'to' | 'urgent'>,
): Judged {
  const { approval, held, finished } = body;
  if (finished !== null) return { kind: 'faults', faults: [{ kind: 'finished', on: finished.on }] };
  // Approved, or waiting: asked again it is the same. Whoever goes at other days asks anew only once it was decided.
  if (approval !== null && approval.decided === null) return { kind: 'before' };
  if (approval?.decided?.approved === true) return { kind: 'before' };
  const faults: VisitFault[] = [];
  if (held !== null && urgent === '') faults.push({ kind: 'held-already', on: held.on });
  if (urgent === '' && (from < visit.window.from || to > visit.window.to))
    faults.push({ kind: 'outside-window', window: visit.window });
  return faults.length === 0 ? { kind: 'do' } : { kind: 'faults', faults };
}
