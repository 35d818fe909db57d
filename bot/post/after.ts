/** Which posts follow from a fact: one table, one file a stage. Every act's facts pass through it on their way into the ledger. */
import type { Fact, FactKind } from '../../core/ledger/fact.ts';
import type { Outgoing } from '../../db/outbox.ts';
import { afterBulletin } from './after/bulletin.ts';
import { afterConsult } from './after/consult.ts';
import { afterDraw } from './after/draw.ts';
import { afterExchange } from './after/exchange.ts';
import { afterFollowUp } from './after/follow-up.ts';
import { afterInvite } from './after/invite.ts';
import { afterNotice } from './after/notice.ts';
import { afterOutcome } from './after/outcome.ts';
import { afterPeople } from './after/people.ts';
import { afterPlan } from './after/plan.ts';
import { afterRecheck } from './after/recheck.ts';
import { afterRemind } from './after/remind.ts';
import { afterRisk } from './after/risk.ts';
import { afterVisit } from './after/visit.ts';
import { type After, type Post, slotOf } from './post.ts';

/** Several stages may show the same fact, each in its own posts. */
const stages: readonly After[] = [
  afterPeople,
  afterConsult,
  afterInvite,
  afterPlan,
  afterDraw,
  afterVisit,
  afterOutcome,
  afterNotice,
  afterFollowUp,
  afterRecheck,
  afterRisk,
  afterExchange,
  afterBulletin,
  afterRemind,
];

/** @param first number of the first fact @returns rows of the outbox, each post once */
export function postsAfter(facts: readonly Fact[], first: number): readonly Outgoing[] {
  const posts = facts.flatMap(({ kind, body }, i) =>
    stages.flatMap((after) => ruleOf(after, kind)?.(body, first + i) ?? []),
  );
  const bySlot = new Map(posts.map((post) => [slotOf(post), post]));
  return [...bySlot].map(([slot, post]) => ({ destination: slot, message: JSON.stringify(post) }));
}

/** Safe because a kind of fact has one verb that writes its body, and the rule is written for that body. */
const ruleOf = (after: After, kind: FactKind) =>
  after[kind] as ((body: unknown, seq: number) => readonly Post[]) | undefined;
