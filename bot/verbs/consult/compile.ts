/**
 * 汇总编制: the year's plan from what departments sent with their replies, with a letter or without one, and from plans from above. The files are read anew as they
 * were sent, so that an item listed in the meantime is found; every row names the reply that it came from.
 */
import { isWithoutLetter, type SentSheet, withoutLetter } from '../../../core/consult/fact.ts';
import { type ConsultationState, consultationOf, type ReplyOnRecord } from '../../../core/consult/state.ts';
import { partnerAnswers, tallyOf } from '../../../core/consult/tally.ts';
import type { ProposedRow, Reply } from '../../../core/plan/draft.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise } from '../act.ts';
import { rowsFromAbove } from '../invite/rows-from-above.ts';
import { type Consulted, type Drafted, draftPlan } from '../plan/draft-plan.ts';
import { consultationFacts } from './held.ts';
import { plainDefaults, readSent, type SheetRead, sheetBytes } from './sheet.ts';

export interface CompileRequest {
  /** `2025-1`, or `2025-0` for the sheets of a year that were sent without a letter. */
  readonly consultation: string;
  readonly plan: string;
  readonly defaults?: Partial<RowDefaults>;
  readonly doorLimit?: Plan['doorLimit'];
  /** What partners answered to letters about single tasks, beside the answers to this one. */
  readonly consulted?: Partial<Consulted>;
  /** Why a plan that stands is changed. */
  readonly reason?: string;
}

export interface Compiled extends Drafted {
  /** By department: what each of its files came to now. */
  readonly read: readonly { readonly department: string; readonly read: SheetRead }[];
  /** Asked and not answered: the plan is compiled without them, by name. */
  readonly silent: readonly string[];
  /** The text of their answers was changed since and they have not confirmed: they count as nobody's consent. */
  readonly unconfirmed: readonly string[];
}

/** The practice of all five documents leaves it open; a plan says its own. */
export const usualDoor: Plan['doorLimit'] = { departments: 5, officers: 10 };

export async function compileFromReplies(
  deps: Deps,
  actor: Actor,
  request: CompileRequest,
): Promise<Result<Compiled, Refusal>> {
  const { consultation, plan } = request;
  const allowed = authorise(actor, 'draft-plan', { department: actor.department });
  if (!allowed.ok) return allowed;
  const facts = await consultationFacts(deps.db);
  const state = consultationOf(consultation, facts);
  if (state === null) return refuse('consult', { reason: 'no-consultation', consultation });
  const { year } = state;
  const senders = withRows(state, isWithoutLetter(consultation) ? null : consultationOf(withoutLetter(year), facts));
  const above = await rowsFromAbove(deps, year);
  if (senders.length === 0 && above.rows.length === 0)
    return refuse('consult', { reason: 'no-rows', year, consultation });
  const rows: ProposedRow[] = [];
  const replies: Reply[] = [];
  const read: { department: string; read: SheetRead }[] = [];
  for (const { no, reply } of senders) {
    const named: Reply = { id: `${no}/${reply.department}/${reply.seq}`, department: reply.department, at: reply.at };
    replies.push(named);
    let before = 0;
    for (const sheet of reply.sheets) {
      const one = await reread(deps, sheet, {
        year,
        plan,
        reply: named,
        defaults: { ...plainDefaults, ...request.defaults },
        before,
      });
      before += one.sheet?.rows.length ?? 0;
      read.push({ department: reply.department, read: one });
      rows.push(...(one.sheet?.rows ?? []));
    }
  }
  replies.push(...above.replies);
  rows.push(...above.rows);
  const drafted = await draftPlan(deps, actor, {
    no: plan,
    year,
    rows,
    replies,
    doorLimit: request.doorLimit ?? usualDoor,
    consulted: { ...request.consulted, answers: answersOf(state, rows, request.consulted?.answers ?? []) },
    ...(request.reason === undefined ? {} : { reason: request.reason }),
  });
  const { silent, altered: unconfirmed } = tallyOf(state);
  return drafted.ok ? ok({ ...drafted.value, read, silent, unconfirmed }) : drafted;
}

interface Sender {
  readonly no: string;
  readonly reply: ReplyOnRecord;
}

/** Each department's standing reply that carries rows; of one with a letter and one without, the later. */
function withRows(state: ConsultationState, unasked: ConsultationState | null): readonly Sender[] {
  const senders = new Map<string, Sender>();
  for (const each of unasked === null ? [state] : [unasked, state]) {
    for (const [department, { latest }] of each.replies) {
      const earlier = senders.get(department);
      if (latest.sheets.length > 0 && (earlier === undefined || earlier.reply.seq < latest.seq))
        senders.set(department, { no: each.no, reply: latest });
    }
  }
  const declined = new Set(tallyOf(state).by.declines);
  const order = [...state.asked, ...senders.keys()];
  return [...new Set(order)].flatMap((department) => (declined.has(department) ? [] : (senders.get(department) ?? [])));
}

const reread = async (deps: Deps, sheet: SentSheet, asked: Parameters<typeof readSent>[2]): Promise<SheetRead> =>
  readSent(deps, { file: sheet.file, bytes: await sheetBytes(deps.db, sheet) }, asked);

/**
 * What partners of the proposed tasks said to the letter. An answer to a letter about the very task stands before it; a partner that only
 * commented or said nothing has not answered, and the plan's review names it.
 */
function answersOf(
  state: ConsultationState,
  rows: readonly ProposedRow[],
  given: Consulted['answers'],
): Consulted['answers'] {
  const said = partnerAnswers(state);
  const own = rows.flatMap(({ task: { no: task, partners } }) =>
    partners.flatMap((partner) => {
      const answer = said.get(partner);
      const known = given.some((each) => each.task === task && each.partner === partner);
      return answer === undefined || known ? [] : [{ task, partner, answer }];
    }),
  );
  return [...given, ...own];
}
