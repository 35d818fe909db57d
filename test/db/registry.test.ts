import type { InStatement } from '@libsql/client/web';
import { describe, expect, it } from 'vitest';
import type { Classification, PastCheck, Subject } from '../../core/registry/subject.ts';
import { err, ok } from '../../core/result.ts';
import { type At, commit } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import {
  beginImport,
  type ImportRefusal,
  importRow,
  lastImport,
  type Staging,
  snapshot,
  stillHolds,
} from '../../db/imports.ts';
import { changeKept, kept, listActRow, listActs, policyOn, policyRow, stageKept } from '../../db/registry.ts';
import { type RosterRow, rosterPages } from '../../db/roster.ts';
import {
  addClassifications,
  addPastChecks,
  classificationsOf,
  heldSubjects,
  stageClassifications,
  stageSubjects,
  subjectsByKey,
} from '../../db/subjects.ts';
import { freshDb, means, noon, write } from './fresh.ts';

const subject = (number: string, name = `第${number}号商店`): Subject => ({
  kind: 'reg15',
  number,
  name,
  type: 'enterprise',
  tags: ['餐饮'],
  authority: '市场监督管理局',
  place: '列东所',
  status: 'active',
});

const classed = (number: string, label: string, date = '2025-01-01'): Classification => ({
  kind: 'reg15',
  number,
  scheme: '通用型',
  class: label,
  source: '年度分类表',
  date,
});

const checked = (number: string, date: string): PastCheck => ({
  kind: 'reg15',
  number,
  date,
  department: 'scjg',
  items: ['i1'],
  method: 'on-site',
  occasion: 'drawn',
});

describe('an import', () => {
  it('nothing of it holds before it is committed, and all of it afterwards', async () => {
    const db = await freshDb();
    const staging = await beginImport(db, 'subject', noon);
    await stageSubjects(db, staging, [subject('2'), subject('1')]);
    expect(await held(db)).toEqual([]);
    await commitImport(db, staging, 2);
    expect(await held(db)).toEqual([subject('1'), subject('2')]);
    expect(await lastImport(db, 'subject')).toMatchObject({ no: staging.no, fileDigest: 'digest', rows: 2 });
  });

  it('rows that a later file does not mention stay, and changed ones take its values', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1'), subject('2')]);
    await importSubjects(db, [subject('2', '新名'), subject('3')]);
    expect(await held(db)).toEqual([subject('1'), subject('2', '新名'), subject('3')]);
  });

  it('one overtaken by another import of the same list is refused and leaves no row', async () => {
    const db = await freshDb();
    const slow = await beginImport(db, 'subject', noon);
    await stageSubjects(db, slow, [subject('1', 'slow')]);
    await importSubjects(db, [subject('1', 'quick')]);
    await stageSubjects(db, slow, [subject('9', 'slow')]);
    expect(await commitImport(db, slow, 2)).toEqual({
      ok: false,
      error: { reason: 'import-overtaken', list: 'subject' },
    });
    await expect(
      write(db, {
        facts: [{ kind: 'list-imported', actor: 'person:a', body: {} }],
        rows: [
          importRow(slow, { fileDigest: '', report: '', rows: 2 }, { head: { seq: 1, hash: '' }, now: noon, seq: 2 }),
        ],
        value: null,
      }),
    ).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_CONSTRAINT') });
    expect(await held(db)).toEqual([subject('1', 'quick')]);
    const next = await beginImport(db, 'subject', noon);
    await commitImport(db, next, 0);
    expect(await held(db)).toEqual([subject('1', 'quick')]);
  });

  it('rows of an import whose program died are removed later, and it can no longer come true', async () => {
    const db = await freshDb();
    const dead = await beginImport(db, 'subject', noon);
    await stageSubjects(db, dead, [subject('1', 'dead')]);
    for (const at of ['2025-06-02T04:59:00.000Z', '2025-06-02T05:01:00.000Z', '2025-06-02T05:02:00.000Z']) {
      const [row] = await db.read('select count(*) as n from subject');
      expect(row?.n).toBe(1);
      await beginImport(db, 'subject', at);
    }
    expect((await db.read('select count(*) as n from subject'))[0]?.n).toBe(0);
    expect(await commitImport(db, dead, 1)).toMatchObject({ ok: false });
  });

  it('an import of one list does not overtake an import of another', async () => {
    const db = await freshDb();
    const subjects = await beginImport(db, 'subject', noon);
    const classes = await beginImport(db, 'classification', noon);
    await stageSubjects(db, subjects, [subject('1')]);
    await stageClassifications(db, classes, [classed('1', 'B')]);
    expect((await commitImport(db, classes, 1)).ok).toBe(true);
    expect((await commitImport(db, subjects, 1)).ok).toBe(true);
    expect(await roster(db)).toMatchObject([{ number: '1', classes: ['B'] }]);
  });

  it('whoever noted a state reads that state to the end, whatever is imported meanwhile', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1', 'old')]);
    const noted = await snapshot(db);
    await importSubjects(db, [subject('1', 'new'), subject('2')]);
    const pages: Subject[] = [];
    for await (const page of heldSubjects(db, noted)) pages.push(...page);
    expect(pages).toEqual([subject('1', 'old')]);
  });

  it('thousands of rows in several pages come back whole, in the order of their numbers, the last version of each', async () => {
    const db = await freshDb();
    const numbers = Array.from({ length: 41_000 }, (_, i) => String((i * 7919) % 41_000).padStart(6, '0'));
    await importSubjects(
      db,
      numbers.map((number) => subject(number)),
    );
    await importSubjects(
      db,
      numbers.slice(0, 30_000).map((number) => ({ ...subject(number, '改名'), place: '列西所' })),
    );
    const sorted = [...numbers].sort();
    const rows = await roster(db);
    expect(rows.map((row) => row.number)).toEqual(sorted);
    const renamed = new Set(numbers.slice(0, 30_000));
    expect(rows.every((row) => (row.profile.place === '列西所') === renamed.has(row.number))).toBe(true);
    expect((await held(db)).every((each) => (each.name === '改名') === renamed.has(each.number))).toBe(true);
    const found = await subjectsByKey(db, await snapshot(db), [
      { kind: 'reg15', number: '000007' },
      { kind: 'uscc', number: '000007' },
    ]);
    expect([...found.keys()]).toEqual(['reg15:000007']);
  });
});

describe('the roster as the database gives it', () => {
  it('a subject has the class of the latest date that is not after the day, and none where there is none', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1'), subject('2'), subject('3')]);
    const staging = await beginImport(db, 'classification', noon);
    await stageClassifications(db, staging, [
      classed('1', 'A', '2024-01-01'),
      classed('1', 'C', '2025-01-01'),
      classed('1', 'D', '2026-01-01'),
      classed('2', 'B', '2026-01-01'),
      classed('25', 'B', '2024-01-01'),
      { ...classed('3', 'X', '2024-01-01'), scheme: '万年库' },
    ]);
    await commitImport(db, staging, 6);
    expect((await roster(db, ['通用型', '万年库'])).map((row) => [row.number, row.classes])).toEqual([
      ['1', ['C', null]],
      ['2', [null, null]],
      ['3', [null, 'X']],
    ]);
    expect(
      (await classificationsOf(db, await snapshot(db), { kind: 'reg15', number: '1' })).map((each) => each.class),
    ).toEqual(['A', 'C', 'D']);
  });

  it('an older statement that comes in later does not stand before a newer one', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1')]);
    for (const date of ['2025-01-01', '2024-01-01']) {
      const label = date === '2025-01-01' ? 'C' : 'A';
      await commitRows(db, 'pool-move-confirmed', (at) => addClassifications([classed('1', label, date)], at));
    }
    expect((await roster(db)).map((row) => row.classes)).toEqual([['C']]);
  });

  it('a later statement of the same day stands before the earlier one', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1')]);
    for (const label of ['A', 'C']) {
      await commitRows(db, 'pool-move-confirmed', (at) => addClassifications([classed('1', label)], at));
    }
    expect((await roster(db)).map((row) => row.classes)).toEqual([['C']]);
  });

  it('checks of the period are counted once, also when they are entered twice', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1'), subject('2')]);
    const checks = [checked('1', '2025-03-01'), checked('1', '2024-12-31'), checked('2', '2025-12-31')];
    await commitRows(db, 'unplanned-check-held', (at) => addPastChecks(checks, at));
    await commitRows(db, 'unplanned-check-held', (at) => addPastChecks(checks, at));
    expect((await roster(db)).map((row) => row.checks)).toEqual([
      [checked('1', '2025-03-01')],
      [checked('2', '2025-12-31')],
    ]);
  });

  it('subjects of one profile share it, and equal classes are one list', async () => {
    const db = await freshDb();
    await importSubjects(db, [subject('1'), subject('2'), { ...subject('3'), kind: 'uscc', place: '列西所' }]);
    const [first, second, third] = await roster(db);
    expect(first?.profile).toBe(second?.profile);
    expect(first?.classes).toBe(third?.classes);
    expect(third).toMatchObject({ kind: 'uscc', profile: { place: '列西所' } });
  });
});

describe('the smaller lists', () => {
  const department = {
    code: 'scjg',
    name: '市场监督管理局',
    aliases: [],
    kind: 'member' as const,
    parent: '',
    enforces: true,
    legal: false,
    leadSection: '信用股',
    liaison: '联络员',
    head: '负责人',
    sharedPool: '',
    joined: '2024-01-01',
    ended: null,
  };
  const recusal = { inspector: '01', kind: 'uscc' as const, number: '1' };

  it('come back as they were given; the last state of each row holds', async () => {
    const db = await freshDb();
    const staging = { ...(await beginImport(db, 'department', noon)), list: 'department' as const };
    await stageKept(db, staging, [department]);
    await commitImport(db, staging, 1);
    await commitRows(db, 'list-changed', (at) =>
      changeKept('department', at, { put: [{ ...department, ended: '2025-01-01' }] }),
    );
    expect(await kept(db, await snapshot(db), 'department')).toEqual([{ ...department, ended: '2025-01-01' }]);
  });

  it('a row taken away is gone from now on and stays in the states before', async () => {
    const db = await freshDb();
    await commitRows(db, 'list-changed', (at) => changeKept('recusal', at, { put: [recusal] }));
    const before = await snapshot(db);
    await commitRows(db, 'list-changed', (at) => changeKept('recusal', at, { takeAway: [recusal] }));
    expect(await kept(db, await snapshot(db), 'recusal')).toEqual([]);
    expect(await kept(db, before, 'recusal')).toEqual([recusal]);
  });

  it('what became of a list stays on record, and the policy put in force last holds', async () => {
    const db = await freshDb();
    const act = { list: 'item', version: 1, act: 'sent' as const, party: 'scjg', at: '2025-01-05', body: {} };
    await commitRows(db, 'list-sent', (at) => [listActRow(act, at)]);
    expect(await listActs(db, 'item')).toEqual([act]);
    await expect(db.write(['delete from list_version'])).rejects.toThrow('stays on record');
    await commitRows(db, 'policy-in-force', (at) => [policyRow({ id: 'p1', from: '2022-08-10', body: { a: 1 } }, at)]);
    expect(await policyOn(db, '2022-08-09')).toBeNull();
    expect(await policyOn(db, '2022-08-10')).toEqual({ id: 'p1', from: '2022-08-10', body: { a: 1 } });
  });
});

async function importSubjects(db: Db, subjects: readonly Subject[]): Promise<void> {
  const staging = await beginImport(db, 'subject', noon);
  await stageSubjects(db, staging, subjects);
  const committed = await commitImport(db, staging, subjects.length);
  if (!committed.ok) throw new Error(committed.error.reason);
}

function commitImport(db: Db, staging: Staging, rows: number) {
  return commit<null, ImportRefusal>(db, means, async (at) => {
    if (!(await stillHolds(db, staging))) return err({ reason: 'import-overtaken', list: staging.list });
    return ok({
      facts: [{ kind: 'list-imported', actor: 'person:a', body: { no: staging.no } }],
      rows: [importRow(staging, { fileDigest: 'digest', report: '', rows }, at)],
      value: null,
    });
  });
}

async function commitRows(
  db: Db,
  kind: 'list-changed' | 'list-sent' | 'policy-in-force' | 'pool-move-confirmed' | 'unplanned-check-held',
  rows: (at: At) => InStatement[],
): Promise<void> {
  await commit(db, means, async (at) =>
    ok({ facts: [{ kind, actor: 'person:a', body: {} }], rows: rows(at), value: null }),
  );
}

async function held(db: Db): Promise<readonly Subject[]> {
  const all: Subject[] = [];
  for await (const page of heldSubjects(db, await snapshot(db))) all.push(...page);
  return all;
}

async function roster(db: Db, schemes = ['通用型']): Promise<readonly RosterRow[]> {
  const all: RosterRow[] = [];
  const question = { schemes, on: '2025-06-01', checks: { from: '2025-01-01', to: '2025-12-31' } };
  for await (const page of rosterPages(db, await snapshot(db), question)) all.push(...page);
  return all;
}
