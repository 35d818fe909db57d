import { describe, expect, it } from 'vitest';
import { factBodies } from '../../../bot/verbs/ledger/fact-bodies.ts';
import { booksFor } from '../../../bot/verbs/sheet/books.ts';
import { referenceOf } from '../../../bot/verbs/sheet/reference.ts';
import { rowsOf } from '../../../bot/verbs/sheet/rows.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { ok } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import { checkGrid } from '../../../core/sheet/check.ts';
import { planTasks } from '../../../core/sheet/plan-tasks.ts';
import { commit } from '../../../db/commit.ts';
import { heldPlan, planRow } from '../../../db/plans.ts';
import { facts, people, refusal, value } from '../../desk.ts';
import { type InvitedDesk, invitedDesk } from '../../invited-desk.ts';
import { changed, fresh, page, send, withdrawn } from './send.ts';

const { office, deputyOffice, inspector, supervisor } = people;
const reason = { reason: '按联席会议意见调整' };

async function opened() {
  const desk = await invitedDesk();
  const ref: BookRef = { sheet: 'plan-tasks', book: desk.plan };
  const liaison = desk.liaison(desk.task.lead);
  const row = async (actor = office) => {
    const found = (await page(desk, actor, ref)).rows.find(({ id }) => id === desk.task.no);
    if (found === undefined) throw new Error('no row');
    return found;
  };
  return { desk, ref, liaison, row };
}
const planOf = async (desk: InvitedDesk) => {
  const held = await heldPlan(desk.db, desk.plan);
  if (held === null) throw new Error('no plan');
  return held.plan;
};

describe('工作簿里的计划表', () => {
  it('S0-79 S1-13 计划是一张表，一项任务一行；原样提交什么也不变，也不另成一版', async () => {
    const { desk, ref } = await opened();
    const { line, rows } = await page(desk, office, ref);
    expect(line).toMatchObject({ year: 2023, reason: true, readOnly: null, rows: desk.sample.plan.tasks.length });
    expect(rows.map(({ id }) => id)).toEqual((await planOf(desk)).tasks.map(({ no }) => no));
    expect(rows[0]).toMatchObject({ locked: null, at: expect.stringMatching(/T09:00$/) });
    const before = await facts(desk);
    const { answers } = value(
      await send(
        desk,
        office,
        ref,
        rows.map((row) => changed(row, row.cells)),
        reason,
      ),
    );
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await facts(desk)).toEqual(before);
  });

  it('在窗格里核对时，没有改动的行没有一格读不懂', async () => {
    const { desk, ref } = await opened();
    const { fields, rows } = await page(desk, office, ref);
    const shown = planTasks.fields.filter(({ name }) => fields.includes(name));
    const grid = {
      name: '计划',
      rows: [shown.map(({ header }) => header), ...rows.map(({ cells }) => shown.map(({ name }) => cells[name] ?? ''))],
    };
    const reference = value(await referenceOf(desk, office, ref));
    const checked = value(checkGrid(grid, reference));
    const refused = checked.rows.flatMap(({ remarks }) =>
      remarks.filter(({ weight, column }) => weight === 'refused' && column >= 0),
    );
    expect(refused.map(({ header, value: text, words }) => `${header} ${text} ${words.zh}`)).toEqual([]);
    expect(checked.rows.map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => cells));
  });

  it('备注写不进任务的，单元格旁和提交后的说法相同；任务里原有的备注不必改', async () => {
    const { desk, ref } = await opened();
    const held = await heldPlan(desk.db, desk.plan);
    if (held === null) throw new Error('no plan');
    const odd = { ...held.plan, tasks: held.plan.tasks.map((task) => ({ ...task, professional: '分批检查' })) };
    await desk.db.write([
      planRow(odd, held.revision, { seq: held.seq, now: desk.now(), head: { seq: held.seq, hash: '' } }),
    ]);
    const { fields, rows } = await page(desk, office, ref);
    const [first, ...rest] = rows;
    if (first === undefined) throw new Error('no row');
    const shown = planTasks.fields.filter(({ name }) => fields.includes(name));
    const line = ({ id, cells }: (typeof rows)[number]) => [...shown.map(({ name }) => cells[name] ?? ''), id];
    const mine = { ...first, cells: { ...first.cells, remark: '请尽快' } };
    const grid = {
      name: '计划',
      rows: [[...shown.map(({ header }) => header), '行标识'], line(mine), ...rest.map(line)],
    };
    const checked = value(checkGrid(grid, value(await referenceOf(desk, office, ref))));
    const beside = checked.rows.map(({ remarks }) => remarks.filter(({ header }) => header === '备注'));
    const [answer] = value(await send(desk, office, ref, [changed(first, { remark: '请尽快' })], reason)).answers;
    expect(answer).toMatchObject({ outcome: 'refused', remarks: [{ field: 'remark' }] });
    expect(beside.map((remarks) => remarks.map(({ words }) => words))).toEqual([
      answer?.remarks.map(({ words }) => words),
      ...rest.map(() => []),
    ]);
  });

  it('一次提交成为新的一版，带理由；没写理由不受理；只有改动的任务变', async () => {
    const { desk, ref, row } = await opened();
    const held = await row();
    const rows = [
      changed(held, { window: '2023-05-01至2023-06-30' }),
      fresh('n-1', { ...held.cells, no: '', name: '另加的任务' }),
    ];
    expect(refusal(await send(desk, office, ref, rows))).toMatchObject({ why: { reason: 'no-reason-given' } });
    const before = await planOf(desk);
    const { answers, note } = value(await send(desk, office, ref, rows, reason));
    expect(answers).toMatchObject([
      { outcome: 'updated', row: { id: desk.task.no, cells: { window: '2023-05-01至2023-06-30' } } },
      {
        id: 'n-1',
        outcome: 'created',
        row: { id: `${desk.plan}-${desk.task.lead}-001`, cells: { name: '另加的任务' } },
      },
    ]);
    expect(note.zh).toContain('已成为第 2 版');
    const after = await planOf(desk);
    expect(after).toMatchObject({ version: 2, state: 'draft' });
    for (const task of before.tasks) {
      const now = after.tasks.find(({ no }) => no === task.no);
      const window = { from: '2023-05-01', to: '2023-06-30' };
      expect(now).toEqual(
        task.no === desk.task.no ? { ...task, window, due: task.due === task.window.to ? window.to : task.due } : task,
      );
    }
    expect((await facts(desk)).at(-1)).toMatchObject({ kind: 'plan-revised', body: { version: 2, ...reason } });
    const [added] = value(
      await send(desk, office, ref, [fresh('n-2', { ...held.cells, no: desk.task.no })], reason),
    ).answers;
    expect(added).toMatchObject({ outcome: 'refused', remarks: [{ field: 'no' }] });
  });

  it('联席办和牵头单位改同一项任务：不同栏合在一起，同一栏请后一位定', async () => {
    const { desk, ref, liaison, row } = await opened();
    const held = await row(liaison);
    value(await send(desk, office, ref, [changed(held, { ratio: '7%' })], reason));
    const soft = value(await send(desk, liaison, ref, [changed(held, { section: '另一个股室' })], reason));
    expect(soft.answers).toMatchObject([{ outcome: 'merged', row: { cells: { ratio: '7%', section: '另一个股室' } } }]);
    const hard = value(await send(desk, liaison, ref, [changed(held, { ratio: '9%' })], reason));
    expect(hard.answers).toMatchObject([
      {
        outcome: 'conflict',
        conflicts: [{ field: 'ratio', mine: '9%', theirs: '7%' }],
        row: { cells: { ratio: '7%' } },
      },
    ]);
    expect((await planOf(desk)).version).toBe(3);
  });

  it('每行写明最后由谁、何时改动：联席办改的写联席办，单位改的写单位和姓名；没有改过的写原反馈单位', async () => {
    const { desk, ref, liaison, row } = await opened();
    const [untouched] = (await page(desk, office, ref)).rows.filter(({ id }) => id !== desk.task.no);
    const replied = await row();
    desk.setNow('2023-03-02T02:30:00.000Z');
    const byOffice = value(await send(desk, office, ref, [changed(replied, { ratio: '7%' })], reason)).answers;
    expect(byOffice).toMatchObject([{ row: { by: desk.office, at: '2023-03-02T10:30' } }]);
    expect(await row(liaison)).toMatchObject({ by: desk.office, at: '2023-03-02T10:30' });
    const conflict = value(await send(desk, liaison, ref, [changed(replied, { ratio: '9%' })], reason)).answers;
    expect(conflict).toMatchObject([{ outcome: 'conflict', row: { by: desk.office } }]);
    desk.setNow('2023-03-03T02:30:00.000Z');
    value(await send(desk, liaison, ref, [changed(await row(liaison), { section: '另一个股室' })], reason));
    const unit = desk.sample.departments.find(({ code }) => code === desk.task.lead)?.name;
    expect(await row()).toMatchObject({ by: `${unit} ${liaison.name}`, at: '2023-03-03T10:30' });
    expect((await facts(desk)).at(-1)?.body).toMatchObject({
      changed: { unit: liaison.department, tasks: [desk.task.no] },
    });
    const now = (await page(desk, office, ref)).rows.find(({ id }) => id === untouched?.id);
    expect(now).toEqual(untouched);
  });

  it('以前没有记明改动任务的版本照样能读，仍写原反馈单位', async () => {
    const { desk, ref, row } = await opened();
    const before = await row();
    await commit(desk.db, desk, async (at) => {
      const held = await heldPlan(desk.db, desk.plan);
      if (held === null) throw new Error('no plan');
      const [first] = await factBodies<object>(desk.db, 'plan-drafted');
      const plan = { ...held.plan, version: 2 };
      const body = { ...first?.body, version: 2, reason: '调整' };
      return ok({
        facts: [{ kind: 'plan-revised', actor: `person:${office.person}`, body }],
        rows: [planRow(plan, held.revision, at)],
        value: null,
      });
    });
    expect((await page(desk, office, ref)).line.note.zh).toContain('第 2 版');
    expect(await row()).toEqual(before);
  });

  it('两人同时提交，两人的改动都在；同一栏只有一方写入', async () => {
    const { desk, ref, row } = await opened();
    const held = await row();
    const [, other] = (await page(desk, office, ref)).rows.filter(({ id }) => id !== desk.task.no);
    if (other === undefined) throw new Error('one task only');
    const both = await Promise.all([
      send(desk, office, ref, [changed(held, { ratio: '7%' }), changed(other, { section: '甲股' })], reason),
      send(desk, deputyOffice, ref, [changed(held, { ratio: '8%' }), changed(other, { responsible: '乙岗' })], reason),
    ]);
    const outcomes = both.map((each) => value(each).answers.map(({ outcome }) => outcome));
    expect(outcomes.map(([first]) => first).sort()).toEqual(['conflict', 'updated']);
    const task = (await planOf(desk)).tasks.find(({ no }) => no === other.id);
    expect(task).toMatchObject({ section: '甲股', responsible: '乙岗' });
  });

  it('牵头单位只改自己牵头的：看得到参与的，看不到无关的；不能改到别人名下；送审以后不能再改', async () => {
    const { desk, ref, liaison } = await opened();
    const { rows, line } = await page(desk, liaison, ref);
    const { tasks } = await planOf(desk);
    const part = tasks.filter((task) => departmentsOf(task).includes(liaison.department));
    expect(rows.map(({ id }) => id)).toEqual(part.map(({ no }) => no));
    expect(line.readOnly).toBeNull();
    for (const row of rows) {
      const lead = part.find(({ no }) => no === row.id)?.lead;
      expect(row.locked === null).toBe(lead === liaison.department);
    }
    const partner = desk.liaison(desk.task.partners[0] ?? '');
    const seen = (await page(desk, partner, ref)).rows.find(({ id }) => id === desk.task.no);
    if (seen === undefined) throw new Error('a partner sees its task');
    const tried = value(await send(desk, partner, ref, [changed(seen, { ratio: '9%' }), withdrawn(seen)], reason));
    expect(tried.answers).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
    const own = rows.find(({ id }) => id === desk.task.no);
    if (own === undefined) throw new Error('no own row');
    const given = value(
      await send(desk, liaison, ref, [changed(own, { lead: partner.department, partners: '' })], reason),
    );
    expect(given.answers).toMatchObject([{ outcome: 'refused', remarks: [{ field: 'lead' }] }]);
    expect(await planOf(desk)).toMatchObject({ version: 1 });
    expect(refusal(await rowsOf(desk, inspector, ref, ''))).toMatchObject({ stage: 'rights' });
    expect((await page(desk, supervisor, ref)).line.readOnly).not.toBeNull();
    expect(refusal(await send(desk, supervisor, ref, [changed(own, { ratio: '9%' })], reason))).toMatchObject({
      why: { reason: 'read-only' },
    });
    // As it stands once it has been sent to its reviewers.
    const standing = await heldPlan(desk.db, desk.plan);
    if (standing === null) throw new Error('no plan');
    const reviewing = planRow({ ...standing.plan, state: 'reviewing' }, standing.revision, {
      seq: standing.seq,
      now: desk.now(),
      head: { seq: standing.seq, hash: '' },
    });
    await desk.db.write([reviewing]);
    expect(refusal(await send(desk, liaison, ref, [changed(own, { ratio: '9%' })], reason))).toMatchObject({
      why: { reason: 'read-only' },
    });
    expect(value(await send(desk, office, ref, [changed(own, { ratio: '9%' })], reason)).answers).toMatchObject([
      { outcome: 'updated' },
    ]);
  });

  it('撤回一项任务；同一批次再来一次，还是第一次的答复', async () => {
    const { desk, ref, row } = await opened();
    const held = await row();
    const again = { ...reason, batch: 'plan-batch-1' };
    const first = value(await send(desk, office, ref, [withdrawn(held)], again));
    expect(first.answers).toMatchObject([{ outcome: 'withdrawn', row: null }]);
    expect((await planOf(desk)).tasks.some(({ no }) => no === held.id)).toBe(false);
    expect(value(await send(desk, office, ref, [withdrawn(held)], again))).toEqual(first);
    expect((await planOf(desk)).version).toBe(2);
    expect(value(await send(desk, office, ref, [changed(held, { ratio: '9%' })], reason)).answers).toMatchObject([
      { outcome: 'refused', row: null },
    ]);
  });

  it('提出这一行的单位退出任务后，任务还在，改由牵头单位提出', async () => {
    const { desk, ref } = await opened();
    const { tasks } = await planOf(desk);
    const rows = (await page(desk, office, ref)).rows;
    const held = rows.find(({ id }) => id === desk.task.no);
    if (held === undefined) throw new Error('no row');
    const other = desk.task.partners[0] ?? '';
    const name = desk.sample.departments.find(({ code }) => code === other)?.name ?? '';
    const rest = (held.cells.partners ?? '').split('、').filter((each) => each !== name);
    value(await send(desk, office, ref, [changed(held, { lead: name, partners: rest.join('、') })], reason));
    const after = await planOf(desk);
    expect(after.tasks).toHaveLength(tasks.length);
    expect(after.tasks.find(({ no }) => no === held.id)).toMatchObject({ lead: other });
  });

  it('年度结束以后只能查看，目录里也不再列出', async () => {
    const { desk, ref, row } = await opened();
    const held = await row();
    expect((await booksFor(desk, office)).map(({ book }) => book)).toContain(desk.plan);
    desk.setNow('2024-01-02T01:00:00.000Z');
    expect((await booksFor(desk, office)).map(({ book }) => book)).not.toContain(desk.plan);
    expect((await row()).locked?.zh).toBe('该年度已经结束');
    expect(refusal(await send(desk, office, ref, [changed(held, { ratio: '9%' })], reason))).toMatchObject({
      why: { reason: 'read-only' },
    });
    expect(
      refusal(await send(desk, office, ref, [changed(held, { ratio: '9%' })], { ...reason, workbook: { year: 2023 } })),
    ).toMatchObject({
      why: { reason: 'year-over', year: 2023, now: 2024 },
    });
  });
});
