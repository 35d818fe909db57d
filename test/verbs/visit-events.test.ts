/** Handing out, recusal and substitution after a real draw. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { annul, confirmAnnulment } from '../../bot/verbs/draw/second-person.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { decideRecusal, declareRecusal } from '../../bot/verbs/visit/recuse.ts';
import { replaceSubject } from '../../bot/verbs/visit/replace.ts';
import { substitutePost } from '../../bot/verbs/visit/substitute.ts';
import { reportUnavailable } from '../../bot/verbs/visit/unavailable.ts';
import { heldRecord } from '../../db/draws.ts';
import { facts, value } from '../desk.ts';
import { ceremonyUntil, expectRefused, hands, type PlannedDesk, plannedDesk, times } from '../drawn-desk.ts';
import { expectVerified } from './verified.ts';

interface Drawn {
  readonly desk: PlannedDesk;
  readonly ceremony: number;
  /** The first post of the market regulator, and who holds it, enrolled. */
  readonly post: number;
  readonly holder: Actor;
}

async function drawn(): Promise<Drawn> {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  desk.setNow(times.afterwards);
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const post = assignment.posts.findIndex(({ department, officer }) => department === 'scjg' && officer !== null);
  const inspector = assignment.posts[post]?.officer ?? '';
  const holder: Actor = {
    person: 'i1',
    name: '被抽中的检查人员',
    department: 'scjg',
    roles: ['inspector'],
    witness: null,
    inspector,
  };
  value(await enrol(desk, hands.drafter, holder));
  return { desk, ceremony, post, holder };
}

const holderOf = async ({ desk, ceremony }: Pick<Drawn, 'desk' | 'ceremony'>, post: number): Promise<string | null> =>
  value(await standingAssignment(desk.db, ceremony)).assignment.posts[post]?.officer ?? null;

async function verifies({ desk, ceremony }: Pick<Drawn, 'desk' | 'ceremony'>): Promise<void> {
  expectVerified(value(await recordFor(desk, hands.drafter, ceremony)));
}

describe('visits are handed out', () => {
  it('once for each state of the assignment; the fact counts and names nobody', async () => {
    const { desk, ceremony } = await drawn();
    const handed = value(await assignVisits(desk, hands.drafter, ceremony));
    expect(value(await assignVisits(desk, hands.drafter, ceremony))).toEqual(handed);
    const told = (await facts(desk)).filter(({ kind }) => kind === 'visits-assigned');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ actor: 'person:o1', body: { ceremony, departments: handed } });
    expect(handed.find(({ department }) => department === 'scjg')?.inspectors).toBeGreaterThan(1);
    for (const who of [hands.liaison, hands.head]) {
      expectRefused(await assignVisits(desk, who, ceremony), 'rights', {});
    }
  });

  it('again once somebody was substituted', async () => {
    const made = await drawn();
    const { desk, ceremony, post, holder } = made;
    value(await assignVisits(desk, hands.drafter, ceremony));
    const input = { ceremony, post, holder: holder.inspector, reason: '当日须出庭应诉' };
    value(await substitutePost(desk, hands.head, input));
    value(await assignVisits(desk, hands.drafter, ceremony));
    expect((await facts(desk)).filter(({ kind }) => kind === 'visits-assigned')).toHaveLength(2);
  });

  it('not before opening, and not of an annulled draw', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    expectRefused(await assignVisits(desk, hands.drafter, ceremony), 'draw', { reason: 'not-opened' });
    const made = await drawn();
    const order = { ceremony: made.ceremony, order: '市〔2025〕3号', second: 'h2' };
    value(await annul(made.desk, hands.head, order));
    value(await confirmAnnulment(made.desk, hands.otherHead, made.ceremony));
    expectRefused(await assignVisits(made.desk, hands.drafter, made.ceremony), 'visit', { reason: 'annulled' });
  });
});

describe('S2-36, 行政处罚法 43: recusal', () => {
  const reason = '与当事人系近亲属';

  it('the holder asks with a reason, the head grants it, the next substitute steps in, and old and new stand in the record', async () => {
    const made = await drawn();
    const { desk, ceremony, post, holder } = made;
    const asked = { ceremony, post, reason };
    const { case: no } = value(await declareRecusal(desk, holder, asked));
    expect(value(await declareRecusal(desk, holder, asked))).toEqual({ case: no });
    const decided = value(await decideRecusal(desk, hands.head, { case: no, granted: true, words: '准予' }));
    expect(value(await decideRecusal(desk, hands.head, { case: no, granted: true, words: '准予' }))).toEqual(decided);
    expect(decided.substitute).not.toBeNull();
    expect(await holderOf(made, post)).toBe(decided.substitute);
    const told = (await facts(desk)).slice(-3);
    expect(told).toEqual([
      {
        kind: 'recusal-declared',
        actor: 'person:i1',
        body: { ceremony, post, inspector: holder.inspector, department: 'scjg', applicant: 'i1', reason },
      },
      {
        kind: 'recusal-decided',
        actor: 'person:h1',
        body: { case: no, ceremony, post, granted: true, words: '准予', substitute: decided.substitute },
      },
      {
        kind: 'inspector-substituted',
        actor: 'person:h1',
        body: { ceremony, post, out: holder.inspector, in: decided.substitute, cause: 'recusal' },
      },
    ]);
    const record = value(await recordFor(desk, hands.drafter, ceremony));
    expect(record.events.map(({ body }) => body)).toMatchObject([
      { kind: 'substituted', post, out: holder.inspector, in: decided.substitute },
    ]);
    // The reason stays with the department: the public record knows nothing of it.
    expect(JSON.stringify(record)).not.toContain(reason);
    await verifies(made);
  });

  it('denied, the holder stays, and nothing happens to the record', async () => {
    const made = await drawn();
    const { desk, ceremony, post, holder } = made;
    const { case: no } = value(await declareRecusal(desk, holder, { ceremony, post, reason }));
    const decided = value(await decideRecusal(desk, hands.head, { case: no, granted: false, words: '不属法定情形' }));
    expect(decided).toEqual({ case: no, granted: false, substitute: null });
    expect(await holderOf(made, post)).toBe(holder.inspector);
    expectRefused(await decideRecusal(desk, hands.head, { case: no, granted: true, words: '改判' }), 'visit', {
      reason: 'decided-already',
      granted: false,
    });
    await verifies(made);
  });

  it('granted after the post has changed hands, it moves nobody: the new holder has asked for nothing', async () => {
    const made = await drawn();
    const { desk, ceremony, post, holder } = made;
    const { case: no } = value(await declareRecusal(desk, holder, { ceremony, post, reason }));
    const input = { ceremony, post, holder: holder.inspector, reason: '当日须出庭应诉' };
    const moved = value(await substitutePost(desk, hands.head, input));
    expectRefused(await decideRecusal(desk, hands.head, { case: no, granted: true, words: '准予' }), 'visit', {
      reason: 'not-holder',
      holder: moved.in,
    });
    expect(await holderOf(made, post)).toBe(moved.in);
  });

  it('the applicant does not decide, not even as head; nor does the head of another department, nor the office', async () => {
    const { desk, ceremony, post, holder } = await drawn();
    const both: Actor = { ...holder, roles: ['head', 'inspector'] };
    value(await enrol(desk, hands.drafter, both));
    const { case: no } = value(await declareRecusal(desk, both, { ceremony, post, reason }));
    const grant = { case: no, granted: true, words: '准予' };
    expectRefused(await decideRecusal(desk, both, grant), 'visit', { reason: 'applicant-decides', person: 'i1' });
    expectRefused(await decideRecusal(desk, hands.otherHead, grant), 'rights', { reason: 'not-own', owner: 'scjg' });
    expectRefused(await decideRecusal(desk, hands.drafter, grant), 'rights', { reason: 'no-role' });
  });

  it('nobody asks for another, without a reason, for a post that is not there, or on a case that is none', async () => {
    const { desk, ceremony, post, holder } = await drawn();
    const other: Actor = { ...holder, person: 'i2', inspector: 'SCJG999' };
    expectRefused(await declareRecusal(desk, other, { ceremony, post, reason }), 'visit', {
      reason: 'not-holder',
      holder: holder.inspector,
    });
    expectRefused(await declareRecusal(desk, holder, { ceremony, post, reason: ' ' }), 'visit', {
      reason: 'no-reason-given',
    });
    expectRefused(await declareRecusal(desk, holder, { ceremony, post: 99999, reason }), 'visit', {
      reason: 'no-post',
    });
    expectRefused(await declareRecusal(desk, hands.head, { ceremony, post, reason }), 'rights', { reason: 'no-role' });
    expectRefused(await decideRecusal(desk, hands.head, { case: 1, granted: true, words: '' }), 'visit', {
      reason: 'no-case',
    });
  });
});

describe('S2-35, S2-36: substitutes step in in the drawn order', () => {
  it('whoever cannot go gives up every post at once, substitutes nobody, and is reported once', async () => {
    const made = await drawn();
    const { desk, ceremony, holder } = made;
    const before = value(await standingAssignment(desk.db, ceremony)).assignment;
    const held = before.posts.flatMap(({ officer }, post) => (officer === holder.inspector ? [post] : []));
    const input = { ceremony, inspector: holder.inspector, reason: '因公外派' };
    const moved = value(await reportUnavailable(desk, hands.head, input));
    expect(moved.map(({ post }) => post)).toEqual(held);
    const after = value(await standingAssignment(desk.db, ceremony)).assignment;
    expect(after.posts.some(({ officer }) => officer === holder.inspector)).toBe(false);
    const written = await facts(desk);
    expect(value(await reportUnavailable(desk, hands.head, input))).toEqual([]);
    expect(await facts(desk)).toEqual(written);
    expect(written.slice(-held.length - 1).map(({ kind }) => kind)).toEqual([
      'inspector-unavailable',
      ...held.map(() => 'inspector-substituted'),
    ]);
    // Nobody goes to one visit twice, and every visit keeps its two.
    for (const { posts } of after.visits) {
      const officers = posts.map((post) => after.posts[post]?.officer);
      expect(new Set(officers).size).toBe(officers.length);
    }
    await verifies(made);
  });

  it('one post alone changes hands by the head of its department, and not twice by one order', async () => {
    const made = await drawn();
    const { desk, ceremony, post, holder } = made;
    const input = { ceremony, post, holder: holder.inspector, reason: '当日须出庭应诉' };
    for (const who of [hands.drafter, hands.otherHead, hands.liaison]) {
      expectRefused(await substitutePost(desk, who, input), 'rights', {});
    }
    expectRefused(await substitutePost(desk, hands.head, { ...input, reason: '' }), 'visit', {
      reason: 'no-reason-given',
    });
    expectRefused(await substitutePost(desk, hands.head, { ...input, post: 99999 }), 'visit', { reason: 'no-post' });
    const first = value(await substitutePost(desk, hands.head, input));
    expect(await holderOf(made, post)).toBe(first.in);
    expectRefused(await substitutePost(desk, hands.head, input), 'visit', {
      reason: 'not-holder',
      holder: first.in,
    });
    const next = value(await substitutePost(desk, hands.head, { ...input, holder: first.in ?? '' }));
    expect([holder.inspector, first.in]).not.toContain(next.in);
    expect((await facts(desk)).at(-1)).toMatchObject({
      kind: 'inspector-substituted',
      actor: 'person:h1',
      body: { ceremony, post, out: first.in, in: next.in, cause: 'unable' },
    });
    await verifies(made);
  });

  it('an inspector of another department, or of none, is reported by nobody here', async () => {
    const { desk, ceremony, holder } = await drawn();
    const input = { ceremony, inspector: holder.inspector, reason: '因公外派' };
    expectRefused(await reportUnavailable(desk, hands.otherHead, input), 'rights', {
      reason: 'not-own',
      owner: 'scjg',
    });
    expectRefused(await reportUnavailable(desk, hands.head, { ...input, inspector: 'X1' }), 'visit', {
      reason: 'no-such-inspector',
    });
    expectRefused(await reportUnavailable(desk, hands.head, { ...input, reason: '' }), 'visit', {
      reason: 'no-reason-given',
    });
  });
});

describe('a subject that should never have been on the roster', () => {
  const why = '锁定前已注销，名录未更新';

  it('is replaced by the next in the drawn order, once; the original stays in the record', async () => {
    const made = await drawn();
    const { desk, ceremony } = made;
    const { assignment, record } = value(await standingAssignment(desk.db, ceremony));
    const row = assignment.visits[0]?.row ?? 0;
    const subject = assignment.roster.key(row);
    const input = { ceremony, subject, evidence: '2025-05-30', reason: why };
    const replaced = value(await replaceSubject(desk, hands.drafter, input));
    expect(replaced.row).toBe(row);
    expect(value(await replaceSubject(desk, hands.drafter, input))).toEqual(replaced);
    expect((await facts(desk)).filter(({ kind }) => kind === 'subject-replaced')).toHaveLength(1);
    const after = value(await recordFor(desk, hands.drafter, ceremony));
    expect([after.digest, after.result]).toEqual([record.digest, record.result]);
    expect((await heldRecord(desk.db, ceremony))?.digest).toBe(record.digest);
    await verifies(made);
  });

  it('not on evidence from the day of freezing or later: it is visited, and that is an outcome', async () => {
    const { desk, ceremony } = await drawn();
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const subject = assignment.roster.key(assignment.visits[0]?.row ?? 0);
    const input = { ceremony, subject, evidence: '2025-06-26', reason: why };
    expectRefused(await replaceSubject(desk, hands.drafter, input), 'visit', {
      reason: 'event',
      why: { kind: 'evidence-not-older', frozen: '2025-06-26' },
    });
  });

  it('not one that was not drawn or is on no roster, not without a reason, and by nobody but the office', async () => {
    const { desk, ceremony } = await drawn();
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const drawnRows = new Set(assignment.visits.map(({ row }) => row));
    const free =
      Array.from({ length: assignment.roster.rows }, (_, row) => row).find((row) => !drawnRows.has(row)) ?? 0;
    const input = { ceremony, subject: assignment.roster.key(free), evidence: '2025-05-30', reason: why };
    expectRefused(await replaceSubject(desk, hands.drafter, input), 'visit', {
      reason: 'event',
      why: { kind: 'no-standing-visit' },
    });
    const unknown = { kind: 'uscc' as const, number: '91990723MA00000000' };
    expectRefused(await replaceSubject(desk, hands.drafter, { ...input, subject: unknown }), 'visit', {
      reason: 'no-such-row',
    });
    expectRefused(await replaceSubject(desk, hands.drafter, { ...input, reason: ' ' }), 'visit', {
      reason: 'no-reason-given',
    });
    expectRefused(await replaceSubject(desk, hands.head, input), 'rights', { reason: 'no-role' });
  });
});
