/**
 * 审批: the head approves, or returns with a reason, all or some of the visits of a request; or a check outside the draw, whose filing asks at
 * the same time. Whoever asked does not decide.
 */
import { visitKeyOf } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ApprovalAsked, ApprovalDecided, UnplannedFiled } from '../../../core/visit/fact.ts';
import type { Which } from '../../../core/visit/which.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfApproval, postsOfFiling } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf, signed } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { factAt } from './fact-at.ts';
import { heldFiling } from './filings.ts';
import { type Acted, actOnVisits, idsOf, type Judged } from './many.ts';
import type { PartVisit } from './part.ts';
import { filingPeople, headsOf, personIn } from './who.ts';

export interface DecideInput {
  /** Number of the fact that asked. */
  readonly request: number;
  /** Of those that were asked for. */
  readonly visits: Which;
  readonly approved: boolean;
  readonly words: string;
}

export async function decideApproval(deps: Deps, actor: Actor, input: DecideInput): Promise<Result<Acted, Refusal>> {
  const { request, approved } = input;
  const words = input.words.trim();
  const long = tooLong(words);
  if (long !== null) return refuse('visit', long);
  if (!approved && words === '') return refuse('visit', { reason: 'no-words' });
  const filed = await factAt<UnplannedFiled>(deps.db, request, 'unplanned-check-filed');
  if (filed !== null) return decideFiling(deps, actor, { filing: request, approved, words });
  const asked = await factAt<ApprovalAsked>(deps.db, request, 'visits-approval-asked');
  if (asked === null) return refuse('visit', { reason: 'no-request', request });
  const { book, department } = asked.body;
  if (asked.actor === signed(actor))
    return refuse('visit', { reason: 'asks-and-decides', request, person: actor.person });
  const meant = new Set(asked.body.visits);
  const numbers = asked.body.visits
    .flatMap((id) => visitKeyOf(id)?.visit ?? [])
    .filter((no) => input.visits === 'all' || input.visits.includes(no));
  // A number that the request does not name is refused with the others, not left out in silence.
  const strange = input.visits === 'all' ? [] : input.visits.filter((no) => !numbers.includes(no));
  const visits = [...numbers, ...strange];
  const told = [...(await headsOf(deps.db, department, '')), personIn(asked.actor)];
  return actOnVisits(deps, actor, 'decide-approval', { book, department, visits }, async () =>
    ok({
      judge: (visit) => judge(visit, { meant, request, approved }),
      body: (chosen) => {
        const body: ApprovalDecided = {
          book,
          department,
          visits: idsOf(chosen),
          request,
          filing: null,
          approved,
          words,
        };
        return asJson(body);
      },
      outbox: async () => postsOfApproval(request, told),
    }),
  );
}

function judge(
  { id, body }: PartVisit,
  {
    meant,
    request,
    approved,
  }: { readonly meant: ReadonlySet<string>; readonly request: number; readonly approved: boolean },
): Judged {
  const { approval } = body;
  if (!meant.has(id) || approval === null || approval.seq !== request)
    return { kind: 'faults', faults: [{ kind: 'asked-anew' }] };
  if (approval.decided === null) return { kind: 'do' };
  if (approval.decided.approved === approved) return { kind: 'before' };
  return { kind: 'faults', faults: [{ kind: 'decided', approved: approval.decided.approved }] };
}

async function decideFiling(
  deps: Deps,
  actor: Actor,
  { filing: no, approved, words }: { readonly filing: number; readonly approved: boolean; readonly words: string },
): Promise<Result<Acted, Refusal>> {
  const found = await heldFiling(deps.db, no);
  if (found === null) return refuse('visit', { reason: 'no-filing', filing: no });
  const { department } = found.filed;
  const owner = ownerOf(actor, department, await departmentsAsHeld(deps.db));
  return act<Acted>(deps, actor, 'decide-approval', owner, async (at) => {
    const filing = await heldFiling(deps.db, no);
    if (filing === null) return refuse('visit', { reason: 'no-filing', filing: no });
    if (filing.by === signed(actor))
      return refuse('visit', { reason: 'asks-and-decides', request: no, person: actor.person });
    const acted = { department, done: [], before: [], skipped: [], repeats: [] };
    if (filing.approval !== null) {
      if (filing.approval.approved === approved) return already({ ...acted, seq: null });
      return refuse('visit', {
        reason: 'visits',
        book: '',
        visits: [{ no: filing.filed.name, faults: [{ kind: 'decided', approved: filing.approval.approved }] }],
      });
    }
    const body: ApprovalDecided = { book: null, department, visits: [], request: no, filing: no, approved, words };
    return ok({
      facts: [factOf(actor, 'decide-approval', asJson(body))],
      outbox: postsOfFiling(no, await filingPeople(deps.db, filing.filed, personIn(filing.by))),
      value: { ...acted, seq: at.seq },
    });
  });
}
