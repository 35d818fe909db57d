/**
 * 回避: an inspector asks to step back from one post, with the reason; the head of the inspector's department decides, never the
 * applicant; granted, the post's next substitute from the draw takes it in the same act (行政处罚法 43, 福安 2018 二(二)1). Who steps
 * in is nobody's choice. The reason stays in the department's ledger rows and is never in the public record.
 */
import { ok, type Result } from '../../../core/result.ts';
import type { commit } from '../../../db/commit.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfOutcome, postsOfRecusal, postsOfTaking, postsOfVisits } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, authorise, enact, factOf, signed } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { tooLong } from '../too-long.ts';
import { happen, standingAssignment } from './assignment.ts';
import { headsOf, personsOf } from './who.ts';

export interface Recusal {
  /** Number of the fact that declared it. */
  readonly case: number;
  readonly ceremony: number;
  readonly post: number;
  readonly inspector: string;
  readonly department: string;
  readonly applicant: string;
}

export function declareRecusal(
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly post: number; readonly reason: string },
): Promise<Result<{ readonly case: number }, Refusal>> {
  return act<{ case: number }>(deps, actor, 'declare-recusal', { person: actor.person }, async (at) => {
    if (input.reason.trim() === '') return refuse('visit', { reason: 'no-reason-given' });
    const long = tooLong(input.reason);
    if (long !== null) return refuse('visit', long);
    const standing = await standingAssignment(deps.db, input.ceremony);
    if (!standing.ok) return standing;
    const post = standing.value.assignment.posts[input.post];
    if (post === undefined) return refuse('visit', { reason: 'no-post', ceremony: input.ceremony, post: input.post });
    if (post.officer !== actor.inspector) {
      return refuse('visit', {
        reason: 'not-holder',
        post: input.post,
        inspector: actor.inspector,
        holder: post.officer,
      });
    }
    const { department } = post;
    const before = await openCase(deps.db, input.ceremony, input.post, actor.inspector);
    if (before !== null) return already({ case: before });
    const { ceremony, reason, post: no } = input;
    const body = { ceremony, post: no, inspector: actor.inspector, department, applicant: actor.person, reason };
    return ok({
      facts: [factOf(actor, 'declare-recusal', body)],
      outbox: [
        ...postsOfRecusal(at.seq, await headsOf(deps.db, department, actor.person)),
        ...postsOfVisits(ceremony, { persons: [actor.person], departments: [] }),
      ],
      value: { case: at.seq },
    });
  });
}

export interface Decided {
  readonly case: number;
  readonly granted: boolean;
  /** Who takes the post; null where it stays open or with its holder. */
  readonly substitute: string | null;
}

export function decideRecusal(
  deps: Deps,
  actor: Actor,
  input: { readonly case: number; readonly granted: boolean; readonly words: string },
): Promise<Result<Decided, Refusal>> {
  return enact<Decided>(deps, async (at) => {
    const declared = await caseOf(deps.db, input.case);
    if (declared === null) return refuse('visit', { reason: 'no-case', case: input.case });
    const allowed = authorise(actor, 'decide-recusal', { department: declared.department });
    if (!allowed.ok) return allowed;
    if (declared.applicant === actor.person) {
      return refuse('visit', { reason: 'applicant-decides', case: input.case, person: actor.person });
    }
    const long = tooLong(input.words);
    if (long !== null) return refuse('visit', long);
    const before = await decisionOn(deps.db, input.case);
    if (before !== null) {
      if (before.granted === input.granted) return already(before);
      return refuse('visit', { reason: 'decided-already', case: input.case, granted: before.granted });
    }
    return decision(deps, actor, declared, input, at);
  });
}

async function decision(
  deps: Deps,
  actor: Actor,
  declared: Recusal,
  { granted, words }: { readonly granted: boolean; readonly words: string },
  at: Parameters<Parameters<typeof commit>[2]>[0],
) {
  const about = { case: declared.case, ceremony: declared.ceremony, post: declared.post };
  if (!granted) {
    const fact = factOf(actor, 'decide-recusal', { ...about, granted, words, substitute: null });
    return ok({
      facts: [fact],
      outbox: [
        ...postsOfRecusal(declared.case, await headsOf(deps.db, declared.department, declared.applicant)),
        ...postsOfVisits(declared.ceremony, { persons: [declared.applicant], departments: [] }),
        ...postsOfOutcome(declared.ceremony, declared.case, declared.applicant),
      ],
      value: { case: declared.case, granted, substitute: null },
    });
  }
  const standing = await standingAssignment(deps.db, declared.ceremony);
  if (!standing.ok) return standing;
  // The post may have changed hands since the application; whoever holds it now has asked for nothing.
  const holder = standing.value.assignment.posts[declared.post]?.officer ?? null;
  if (holder !== declared.inspector) {
    return refuse('visit', { reason: 'not-holder', post: declared.post, inspector: declared.inspector, holder });
  }
  const done = happen(standing.value, [{ kind: 'substituted', at: at.now, post: declared.post }], at);
  if (!done.ok) return done;
  const [event] = done.value.events;
  const substitute = event?.body.kind === 'substituted' ? event.body.in : null;
  const stepping = await personsOf(deps.db, [substitute]);
  const value: Decided = { case: declared.case, granted, substitute };
  const body = {
    ceremony: declared.ceremony,
    post: declared.post,
    out: declared.inspector,
    in: substitute,
    cause: 'recusal',
  };
  return ok({
    facts: [
      factOf(actor, 'decide-recusal', { ...about, granted, words, substitute }),
      { kind: 'inspector-substituted' as const, actor: signed(actor), body },
    ],
    rows: done.value.rows,
    outbox: [
      ...postsOfRecusal(declared.case, await headsOf(deps.db, declared.department, declared.applicant)),
      ...postsOfVisits(declared.ceremony, {
        persons: [declared.applicant, ...stepping],
        departments: [declared.department],
      }),
      ...postsOfOutcome(declared.ceremony, declared.case, declared.applicant),
      ...postsOfTaking(declared.ceremony, declared.post, stepping),
    ],
    value,
  });
}

const declarations = (db: Db) => factBodies<Omit<Recusal, 'case'>>(db, 'recusal-declared');

async function caseOf(db: Db, seq: number): Promise<Recusal | null> {
  const declared = (await declarations(db)).find((each) => each.seq === seq);
  return declared === undefined ? null : { case: seq, ...declared.body };
}

async function decisionOn(db: Db, seq: number): Promise<Decided | null> {
  const decided = (await factBodies<Decided>(db, 'recusal-decided')).find(({ body }) => body.case === seq)?.body;
  // The fact holds more than the answer: its words stay with the department.
  return decided === undefined ? null : { case: seq, granted: decided.granted, substitute: decided.substitute };
}

/** The case that this inspector has already opened about this post, if any. */
async function openCase(db: Db, ceremony: number, post: number, inspector: string): Promise<number | null> {
  const declared = (await declarations(db)).find(
    ({ body }) => body.ceremony === ceremony && body.post === post && body.inspector === inspector,
  );
  return declared?.seq ?? null;
}
