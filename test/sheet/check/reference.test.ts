/** What the desk gives out for checking: enough to say the same as the desk, and nothing that the asker may not read. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sample } from '../../../bot/practice/sample/sample.ts';
import { draftPlan } from '../../../bot/verbs/plan/draft-plan.ts';
import { listReference } from '../../../bot/verbs/sheet/list/reference.ts';
import { planReference } from '../../../bot/verbs/sheet/plan/reference.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { people, refusal, type TestDesk, value } from '../../desk.ts';
import { deskWithLists } from '../../verbs/lists-desk.ts';
import { planBookOf, sample } from '../../verbs/make.ts';
import { check, saidOf } from './make.ts';

const bookOf = (of: Sample): BookRef => ({ sheet: 'plan-tasks', book: `${of.plan.year}-0` });
/** The sample's own plan, as a department would have it in its workbook. */
async function planGrid(of: Sample): Promise<Grid> {
  const [grid] = value(await openFile(await planBookOf(of)));
  if (grid === undefined) throw new Error('a workbook without a table');
  return grid;
}

describe('the reference of a plan', () => {
  const of = sample();
  let desk: TestDesk;
  const ends: (() => void)[] = [];
  beforeAll(async () => {
    desk = await deskWithLists(of, (end) => ends.unshift(end));
  });
  afterAll(() => {
    for (const end of ends) end();
  });

  it('is small, is plain data, and names no enterprise and no person', async () => {
    const reference = value(await planReference(desk, people.office, bookOf(of)));
    const text = JSON.stringify(reference);
    expect(JSON.parse(text)).toEqual(reference);
    expect(gzipSync(text).length).toBeLessThan(40_000);
    for (const { name, number } of of.subjects) expect(text.includes(name) || text.includes(number)).toBe(false);
    const persons = of.departments.flatMap(({ liaison, head }) => [liaison, head]).filter((name) => name !== '');
    for (const name of [...persons, ...of.inspectors.map((each) => each.name)]) expect(text).not.toContain(name);
  });

  it('tells a liaison of the inspectors of its own department only', async () => {
    const own = value(await planReference(desk, people.liaison, bookOf(of)));
    expect(own.own).toMatchObject({ code: 'scjg' });
    expect(own.plan?.review.people.map(({ department }) => department)).toEqual(['scjg']);
    const all = value(await planReference(desk, people.office, bookOf(of)));
    expect(all.own).toBeNull();
    expect(all.plan?.review.people.length).toBeGreaterThan(5);
  });

  it('is counted anew when the lists change, and once before', async () => {
    const [one, other] = [
      value(await planReference(desk, people.office, bookOf(of))),
      value(await planReference(desk, people.liaison, bookOf(of))),
    ];
    expect(other.plan?.cells).toBe(one.plan?.cells);
  });

  it('is refused to whoever has no part in it, and for books that are not there', async () => {
    expect(refusal(await planReference(desk, people.witness, bookOf(of)))).toMatchObject({ stage: 'rights' });
    for (const book of [`${of.plan.year}-7`, 'P-1999', '', '__proto__'])
      expect(await planReference(desk, people.office, { sheet: 'plan-tasks', book })).toMatchObject({ ok: false });
  });

  it('of a plan is read by those who have a part in it', async () => {
    const { tasks, year, doorLimit } = of.plan;
    const rows = tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task }));
    const replies = [...new Set(tasks.map(({ lead }) => lead))].map((id) => ({
      id,
      department: id,
      at: '2025-03-01T09:00',
    }));
    value(await draftPlan(desk, people.office, { no: `P-${year}`, year, rows, replies, doorLimit }));
    const ref = { sheet: 'plan-tasks', book: `P-${year}` } as const;
    expect(value(await planReference(desk, people.office, ref)).plan).toMatchObject({ no: `P-${year}`, doorLimit });
    expect(value(await planReference(desk, people.liaison, ref)).own).toMatchObject({ code: 'scjg' });
  });
});

describe('the practice counties’ own plans', () => {
  it.each(['sanming-2025', 'shishi-2024', 'fuan-2018', 'wannian-2022', 'ganzhou-2023'])(
    '%s: a department’s good rows are not refused beside the cell, and only rows of others are',
    async (jurisdiction) => {
      const of = sample(jurisdiction);
      const desk = await deskWithLists(of);
      const reference = value(await planReference(desk, people.liaison, bookOf(of)));
      const refused = saidOf(check(await planGrid(of), reference), 'refused');
      // A share of a register of only six hundred can come to nobody, which is then said.
      const known = /牵头部门、配合部门都不是|一户也抽不到/;
      expect(refused.filter((each) => !known.test(each))).toEqual([]);
    },
  );
});

describe('the reference of a list', () => {
  it('holds what the policy demands of an item, and the departments without their people', async () => {
    const desk = await deskWithLists(sample('fuan-2018'));
    const items = value(await listReference(desk, people.liaison, { sheet: 'items', book: 'standing' }));
    expect(items).toMatchObject({ own: { code: 'scjg' }, year: null, plan: null });
    expect(items.demand).toContain('content');
    const subjects = value(await listReference(desk, people.office, { sheet: 'subjects', book: 'standing' }));
    expect(subjects).toMatchObject({ own: null, demand: [] });
    expect(refusal(await listReference(desk, people.witness, { sheet: 'items', book: 'standing' }))).toMatchObject({
      stage: 'rights',
    });
  });
});
