import { describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/task.ts';
import { ok } from '../../core/result.ts';
import { type At, commit, type Decision } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import {
  ceremonies,
  ceremonyRow,
  heldCeremony,
  heldRecord,
  newCeremonyRow,
  nextCeremonyNo,
  recordRow,
  recordText,
  sealedOf,
  sealedRow,
  secretPurpose,
  stageRecord,
} from '../../db/draws.ts';
import { answered, answerRow } from '../../db/once.ts';
import { isSent, markFailed, markSent, pending, take } from '../../db/outbox.ts';
import { cut, pageUnitsMax, readText, stagePages } from '../../db/pages.ts';
import { approvalRow, approvals, heldPlan, planRow, plans } from '../../db/plans.ts';
import { seal, secretKey, unseal } from '../../db/secret.ts';
import { drawEvents, eventRows, postPages, stageVisits, visitPages } from '../../db/visits.ts';
import { freshDb, means, noon, write } from './fresh.ts';

const digest = 'a'.repeat(64);
const other = 'b'.repeat(64);

describe('pages', () => {
  it('a long text comes back as it was, also where a cut falls into a character', async () => {
    const db = await freshDb();
    const text = `${'企'.repeat(pageUnitsMax - 1)}😀${'业'.repeat(pageUnitsMax)}`;
    const pages = cut(text);
    expect(pages.length).toBe(3);
    expect(pages.every((page) => page.isWellFormed())).toBe(true);
    expect(await readText(db, await stagePages(db, 'test/1', pages))).toBe(text);
  });

  it('the same page twice is one page; no page can be changed; an altered or absent one is noticed', async () => {
    const db = await freshDb();
    const [first = ''] = await stagePages(db, 'test/1', ['一页']);
    expect(await stagePages(db, 'test/1', ['一页'])).toEqual([first]);
    await expect(db.write([`update page set text = 'x'`])).rejects.toThrow('immutable');
    await expect(db.write(['delete from page'])).rejects.toThrow('immutable');
    await db.write(['drop trigger page_keep_update', `update page set text = 'x'`]);
    await expect(readText(db, [first])).rejects.toThrow('altered');
    await expect(readText(db, [other])).rejects.toThrow('absent');
  });
});

describe('a plan', () => {
  const plan = (state: Plan['state'], version = 1): Plan => ({
    no: '2025-1',
    year: 2025,
    version,
    policy: 'p',
    drafter: '01',
    draftedOn: '2025-01-02',
    tasks: [],
    doorLimit: { departments: 3, officers: 6 },
    approvals: [],
    state,
    published: [],
  });

  it('keeps every revision, and two changes made from the same one cannot both be saved', async () => {
    const db = await freshDb();
    await act(db, async (at) => ({ rows: [planRow(plan('draft'), 0, at)] }));
    await act(db, async (at) => ({ rows: [planRow(plan('reviewing'), 1, at)] }));
    await expect(act(db, async (at) => ({ rows: [planRow(plan('approved'), 1, at)] }))).rejects.toMatchObject({
      code: expect.stringContaining('SQLITE_CONSTRAINT'),
    });
    expect(await heldPlan(db, '2025-1')).toMatchObject({ revision: 2, plan: { state: 'reviewing' } });
    expect((await db.read('select state from plan order by revision')).map(({ state }) => state)).toEqual([
      'draft',
      'reviewing',
    ]);
    expect(await plans(db)).toEqual([{ no: '2025-1', version: 1, state: 'reviewing' }]);
    await expect(db.write([`update plan set state = 'issued'`])).rejects.toThrow('stays as it was');
  });

  it('is approved once by each reviewer on each point of a version', async () => {
    const db = await freshDb();
    const approval = { reviewer: '司法局', point: 'legality', by: '07', at: noon };
    await act(db, async (at) => ({ rows: [approvalRow('2025-1', 1, approval, at)] }));
    await expect(
      act(db, async (at) => ({ rows: [approvalRow('2025-1', 1, { ...approval, by: '08' }, at)] })),
    ).rejects.toThrow();
    expect(await approvals(db, '2025-1', 1)).toEqual([approval]);
    expect(await approvals(db, '2025-1', 2)).toEqual([]);
  });
});

describe('a ceremony', () => {
  it('takes the next number, keeps it, and cannot vanish', async () => {
    const db = await freshDb();
    expect(await nextCeremonyNo(db)).toBe(1);
    await open(db);
    await act(db, async (at) => ({ rows: [ceremonyRow(1, 'aborted', { why: 'quorum' }, at)] }));
    expect(await nextCeremonyNo(db)).toBe(2);
    expect(await heldCeremony(db, 1)).toMatchObject({ stage: 'aborted', seq: 2, body: { why: 'quorum' } });
    await expect(db.write(['delete from ceremony'])).rejects.toThrow('burned');
    await expect(db.write(['update ceremony set no = 5'])).rejects.toThrow('burned');
    await expect(act(db, async (at) => ({ rows: [newCeremonyRow(7, 'frozen', {}, at)] }))).rejects.toThrow(
      'one after the other',
    );
    expect((await ceremonies(db)).map((each) => each.no)).toEqual([1]);
  });

  it('has one record: a second one, a changed one and a deleted one are refused', async () => {
    const db = await freshDb();
    await open(db);
    const pages = await stageRecord(db, { drawn: [3, 1, 2] });
    const record = { ceremony: 1, edition: 0, digest, manifestDigest: other, root: other, pages };
    await act(db, async (at) => ({ rows: [recordRow(record, at)] }));
    const held = await heldRecord(db, 1);
    expect(held).toEqual({ ...record, seq: 2 });
    if (held) expect(await recordText(db, held)).toBe('{"drawn":[3,1,2]}');
    for (const again of [record, { ...record, digest: other }, { ...record, edition: 1, digest: other }]) {
      await expect(act(db, async (at) => ({ rows: [recordRow(again, at)] }))).rejects.toThrow();
    }
    await expect(db.write([`update draw_record set digest = 'x'`])).rejects.toThrow('immutable');
    await expect(db.write(['delete from draw_record'])).rejects.toThrow('immutable');
  });

  it('gets another edition of its record only with a corrected public number, and the first one stays', async () => {
    const db = await freshDb();
    await open(db);
    const record = { ceremony: 1, edition: 0, digest, manifestDigest: other, root: other, pages: [] };
    await act(db, async (at) => ({ rows: [recordRow(record, at)] }));
    await act(db, async (at) => ({
      facts: [{ kind: 'public-number-corrected', actor: 'person:a', body: {} }],
      rows: [recordRow({ ...record, edition: 1, digest: other }, at)],
    }));
    expect(await heldRecord(db, 1)).toMatchObject({ edition: 1, digest: other });
    expect((await db.read('select count(*) as n from draw_record'))[0]?.n).toBe(2);
  });

  it('opened by two at once has one record, and the later one gets the answer of the first', async () => {
    const db = await freshDb();
    await open(db);
    const openOnce = () =>
      commit(db, means, async (at) => {
        const held = await heldRecord(db, 1);
        if (held) return ok({ facts: [], value: held.seq });
        const record = { ceremony: 1, edition: 0, digest, manifestDigest: other, root: other, pages: [] };
        return ok({
          facts: [{ kind: 'ceremony-opened' as const, actor: 'desk', body: {} }],
          rows: [recordRow(record, at)],
          value: at.seq,
        });
      });
    const [first, second] = await Promise.all([openOnce(), openOnce()]);
    expect([first, second]).toMatchObject([
      { ok: true, value: { value: 2 } },
      { ok: true, value: { value: 2 } },
    ]);
  });
});

describe('a secret in custody', () => {
  const nonce = () => crypto.getRandomValues(new Uint8Array(12));
  const key = secretKey('00'.repeat(32));

  it('is unreadable in the database and opens under its key, for its own purpose only', async () => {
    const db = await freshDb();
    await open(db);
    const sealed = await seal(await key, secretPurpose(1, '0'), '口令 314159', nonce());
    await act(db, async (at) => ({ rows: [sealedRow(1, '0', sealed, at)] }));
    const held = (await sealedOf(db, 1, '0')) ?? '';
    expect(held).not.toContain('314159');
    expect(await unseal(await key, secretPurpose(1, '0'), held)).toEqual({ ok: true, value: '口令 314159' });
    for (const [k, purpose, text] of [
      [await secretKey('11'.repeat(32)), secretPurpose(1, '0'), held],
      [await key, secretPurpose(2, '0'), held],
      [await key, secretPurpose(1, '0'), `${held.slice(0, -2)}AA`],
      [await key, secretPurpose(1, '0'), 'v1.%.%'],
      [await key, secretPurpose(1, '0'), ''],
    ] as const) {
      expect(await unseal(k, purpose, text)).toEqual({ ok: false, error: { reason: 'cannot-unseal', purpose } });
    }
    await expect(db.write([`update sealed_secret set sealed = 'x'`])).rejects.toThrow('stays sealed');
    await expect(db.write(['delete from sealed_secret'])).rejects.toThrow('stays sealed');
  });
});

describe('visits', () => {
  const visit = { no: 0, row: 5, group: 0, kind: 'uscc' as const, number: 'N', tasks: [0, 1], ended: false };
  const post = { no: 0, visit: 0, department: 'd', pool: 'p', need: '', officer: '01', start: 3 };

  it('staged for a record that never came true are seen by nobody', async () => {
    const db = await freshDb();
    await stageVisits(db, digest, [visit], [post]);
    expect(await all(visitPages(db, digest))).toEqual([]);
    expect(await all(postPages(db, digest))).toEqual([]);
  });

  it('follow the record and then its events, and the earlier holder of a post stays on record', async () => {
    const db = await freshDb();
    await open(db);
    await stageVisits(db, digest, [visit], [post, { ...post, no: 1, officer: null }]);
    await stageVisits(db, digest, [visit], [post]);
    const record = { ceremony: 1, edition: 0, digest, manifestDigest: other, root: other, pages: [] };
    await act(db, async (at) => ({ rows: [recordRow(record, at)] }));
    expect(await all(visitPages(db, digest))).toEqual([visit]);
    const event = { kind: 'substituted' as const, digest: other, body: { post: 0 } };
    const after = { ...post, officer: '02' };
    await act(db, async (at) => ({ rows: eventRows(digest, 1, event, { posts: [after] }, at) }));
    expect(await all(postPages(db, digest))).toEqual([after, { ...post, no: 1, officer: null }]);
    expect(await drawEvents(db, digest)).toEqual([{ no: 1, seq: 3, ...event }]);
    expect((await db.read('select officer from post where no = 0 order by event')).map((row) => row.officer)).toEqual([
      '01',
      '02',
    ]);
    await expect(act(db, async (at) => ({ rows: eventRows(digest, 3, event, {}, at) }))).rejects.toThrow(
      'one after the other',
    );
    await expect(db.write(['delete from draw_event'])).rejects.toThrow('stays on record');
    await expect(db.write([`update post set officer = '09'`])).rejects.toThrow('follow from the record');
  });
});

describe('what leaves', () => {
  it('a message waits until its fact is true, goes to one deliverer at a time, and comes again if it failed', async () => {
    const db = await freshDb();
    const outbox = [
      { destination: 'thread', message: '{"a":1}' },
      { destination: 'paper', message: '{}', due: '2025-12-01T00:00:00.000Z' },
    ];
    await write(db, { facts: [{ kind: 'plan-issued', actor: 'person:a', body: {} }], outbox, value: null });
    const [message, ...rest] = await pending(db, noon);
    expect(rest).toEqual([]);
    if (message === undefined) throw new Error('nothing pending');
    expect(message).toEqual({
      id: 1,
      seq: 1,
      destination: 'thread',
      message: '{"a":1}',
      attempts: 0,
      trouble: '',
      since: noon,
    });
    const later = '2025-06-02T04:05:00.000Z';
    expect(await take(db, message, later)).toBe(true);
    expect(await take(db, message, later)).toBe(false);
    expect(await pending(db, noon)).toEqual([]);
    await markFailed(db, message.id, 'rate-limited', noon);
    const [again] = await pending(db, noon);
    expect(again?.attempts).toBe(1);
    await markSent(db, message.id, noon);
    expect(await isSent(db, message.id)).toBe(true);
    expect(await pending(db, later)).toEqual([]);
  });

  it('an act asked for again is answered from what was done', async () => {
    const db = await freshDb();
    expect(await answered(db, 'button:1')).toBeNull();
    await act(db, async (at) => ({ rows: [answerRow('button:1', { ok: true }, at)] }));
    expect(await answered(db, 'button:1')).toEqual({ seq: 1, answer: { ok: true } });
  });
});

type Part = { readonly facts?: Decision<null>['facts']; readonly rows: NonNullable<Decision<null>['rows']> };

async function act(db: Db, part: (at: At) => Promise<Part>): Promise<void> {
  await commit(db, means, async (at) => {
    const { facts = [{ kind: 'plan-revised' as const, actor: 'person:a', body: {} }], rows } = await part(at);
    return ok({ facts, rows, value: null });
  });
}

const open = (db: Db): Promise<void> => act(db, async (at) => ({ rows: [newCeremonyRow(1, 'frozen', {}, at)] }));

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
