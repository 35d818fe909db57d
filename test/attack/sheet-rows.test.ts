/** Rows that are sent at once, twice, late, or made up: what is acknowledged stands in the ledger, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { closeConsultation } from '../../bot/verbs/consult/close.ts';
import { sheetBytes } from '../../bot/verbs/consult/sheet.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { hasPart } from '../../core/plan/party.ts';
import type { BookRef } from '../../core/sheet/book.ts';
import { readCsv } from '../../core/sheet/csv.ts';
import { textOf } from '../../core/sheet/grid.ts';
import { planTasks } from '../../core/sheet/plan-tasks.ts';
import type { RowCells } from '../../core/sheet/row.ts';
import { commit } from '../../db/commit.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { heldPlan } from '../../db/plans.ts';
import { type ReplyRow, replyRows, replyRowsInsert } from '../../db/reply-rows.ts';
import { liaison, office, openedDesk, stateOf } from '../consult/desk.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { invitedDesk } from '../invited-desk.ts';
import { csv, departmentsCsv, inspectorHeaders } from '../verbs/make.ts';
import { changed, fresh, page, send, withdrawn } from '../verbs/sheet/send.ts';

const letter: BookRef = { sheet: 'plan-tasks', book: '2025-1' };
const food = {
  name: '餐饮服务联合抽查',
  items: '餐饮服务监督检查',
  lead: '县市场监管局',
  ratio: '5%',
  window: '6月至9月',
};
const replies = async (desk: Pick<TestDesk, 'db'>) =>
  (await facts(desk)).filter(({ kind }) => kind === 'reply-received');

/** The rows as the ledger binds them: what the file says that the last reply names. */
async function onRecord(desk: TestDesk): Promise<readonly RowCells[]> {
  const [sheet] = (await stateOf(desk)).replies.get('scjg')?.latest.sheets ?? [];
  if (sheet === undefined) return [];
  const { rows } = value(readCsv(await sheetBytes(desk.db, sheet)));
  expect(sheet).toMatchObject({ taken: rows.length - 1, left: 0 });
  return rows.slice(1).map((cells) =>
    Object.fromEntries(
      planTasks.fields.flatMap(({ name }, i) => {
        const text = textOf(cells[i]);
        return text === '' ? [] : [[name, text]];
      }),
    ),
  );
}

const held = async (desk: TestDesk) =>
  (await replyRows(desk.db, '2025-1', 'scjg')).flatMap(({ held: row }) => (row === null ? [] : [row.cells]));

describe('rows of a reply', () => {
  it('whatever stands in them, the file that the ledger binds says the same as the rows', async () => {
    const desk = await openedDesk();
    const words = [
      '=cmd|calc!A0',
      "'=1+1",
      '＝全角',
      '-减',
      '@提及',
      '#井号',
      '"引号',
      'a,b;c\td',
      '合计',
      '注：说明',
      '抽查任务名称',
      '<!channel>',
      '\u202e反向\u200b',
      '空\u0000格',
      '*粗* _斜_ `码`',
      '9'.repeat(30),
      '0012',
    ];
    const rows = words.map((word, i) =>
      fresh(`n-${i}`, { ...food, name: `${word}`, remark: `第${i}行\n${word}\r\n\r\n完` }),
    );
    const told = value(
      await send(desk, liaison, letter, [...rows, fresh('twin', { ...food, name: '合计', remark: '另一行' })]),
    );
    expect(told.answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(words.length);
    expect(told.answers.at(-1)?.outcome).toBe('refused');
    expect(await onRecord(desk)).toEqual(await held(desk));
    const { rows: given } = await page(desk, liaison, letter);
    const some = given.filter((_, i) => i % 3 === 0).map((row) => withdrawn(row));
    value(
      await send(desk, liaison, letter, [
        ...some,
        ...given.filter((_, i) => i % 3 === 1).map((row) => changed(row, { section: '=科室' })),
      ]),
    );
    expect(await onRecord(desk)).toEqual(await held(desk));
    for (const answer of told.answers)
      if (answer.row !== null) expect(answer.row.cells.name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('one batch over two connections at once, and again after a restart, is one reply with one answer', async () => {
    const desk = await openedDesk();
    const second = { ...desk, ...(await openDesk({ database: desk.database, now: desk.now })) };
    const rows = [fresh('n-1', food)];
    const deliver = (at: TestDesk) => send(at, liaison, letter, rows, { batch: 'batch-once' });
    const told = await Promise.all([desk, second, desk, second, second, desk].map(deliver));
    second.close();
    const third = { ...desk, ...(await openDesk({ database: desk.database, now: desk.now })) };
    told.push(await deliver(third));
    third.close();
    expect(new Set(told.map((each) => JSON.stringify(value(each)))).size).toBe(1);
    expect(await replies(desk)).toHaveLength(1);
    expect((await verifyLedger(desk.db)).ok).toBe(true);
  });

  it('an answer lost on the way is given again; a write that never came is not acknowledged', async () => {
    const desk = await openedDesk();
    let broken: 'before' | 'after' | null = 'after';
    const write: TestDesk['db']['write'] = async (statements) => {
      const how = broken;
      const isCommit = JSON.stringify(statements, (_, each) => (typeof each === 'bigint' ? `${each}` : each)).includes(
        'reply-received',
      );
      if (!isCommit || how === null) return desk.db.write(statements);
      if (how === 'after') await desk.db.write(statements);
      if (how === 'after') broken = null;
      throw how === 'after' ? new TypeError('fetch failed') : new Error('the disk is full');
    };
    const far = { ...desk, db: { ...desk.db, write } };
    const lost = value(await send(far, liaison, letter, [fresh('n-1', food)], { batch: 'batch-lost' }));
    expect(lost.answers[0]?.outcome).toBe('created');
    expect(value(await send(desk, liaison, letter, [fresh('n-1', food)], { batch: 'batch-lost' }))).toEqual(lost);
    broken = 'before';
    await expect(send(far, liaison, letter, [fresh('n-2', { ...food, name: '第二' })])).rejects.toThrow();
    expect(await replies(desk)).toHaveLength(1);
    expect(await held(desk)).toHaveLength(1);
  });

  it('while the office closes the consultation, fifty submissions of one row end as one change and forty-nine questions', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, letter, [fresh('n-1', food)]));
    const [row] = (await page(desk, liaison, letter)).rows;
    if (row === undefined) throw new Error('no row');
    const [closed, ...told] = await Promise.all([
      closeConsultation(desk, office, '2025-1'),
      ...Array.from({ length: 50 }, (_, i) => send(desk, liaison, letter, [changed(row, { name: `名称${i}` })])),
    ]);
    expect(closed.ok).toBe(true);
    const outcomes = told.map((each) => value(each).answers[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'updated')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
    expect(await replies(desk)).toHaveLength(2);
    expect(await onRecord(desk)).toEqual(await held(desk));
  });

  it('whoever claims to have seen what stands may change it, within his department; what stood before stays on record', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, letter, [fresh('n-1', food)]));
    const forged = { id: 'n-1', base: '999999', set: { name: { was: food.name, now: '改写' } }, withdrawn: false };
    expect(value(await send(desk, people.head, letter, [forged])).answers[0]?.outcome).toBe('merged');
    const versions = await desk.db.read('select body from reply_row order by seq');
    expect(versions.map(({ body }) => JSON.parse(String(body)).cells.name)).toEqual([food.name, '改写']);
    const theirs = value(
      await send(desk, people.otherLiaison, letter, [{ ...forged, set: { name: { was: '改写', now: '夺取' } } }]),
    );
    expect(theirs.answers[0]).toMatchObject({ outcome: 'refused', row: null });
    expect(
      value(await send(desk, people.otherLiaison, letter, [{ ...forged, withdrawn: true }])).answers[0]?.row,
    ).toBeNull();
    expect((await held(desk)).map(({ name }) => name)).toEqual(['改写']);
  });

  it('more rows than a file of a reply may have are refused as a whole and not acknowledged', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, letter, [fresh('n-0', food)]));
    const many = Array.from({ length: 20_000 }, (_, i): ReplyRow => {
      const cells = { ...food, name: `任务${i}`, lead: '清漪县市场监督管理局' };
      return {
        department: 'scjg',
        id: `m-${i}`,
        seq: 0,
        person: 'l1',
        at: '2025-06-05T09:00',
        held: { position: i + 2, cells },
      };
    });
    value(
      await commit(desk.db, desk, async (at) => ({
        ok: true as const,
        value: {
          facts: [{ kind: 'plan-seen' as const, actor: 'person:test', body: {} }],
          rows: replyRowsInsert('2025-1', at.seq, many),
          value: null,
        },
      })),
    );
    const before = await facts(desk);
    const told = await send(desk, liaison, letter, [fresh('one-more', { ...food, name: '再来一项' })]);
    expect(refusal(told)).toMatchObject({ stage: 'plan', why: { reason: 'file' } });
    expect(await facts(desk)).toEqual(before);
  });
});

describe('rows of a plan', () => {
  const reason = { reason: '调整' };

  it('of tasks in which a department has no part are not told to it, whatever it sends about them', async () => {
    const desk = await invitedDesk();
    const ref: BookRef = { sheet: 'plan-tasks', book: desk.plan };
    const { tasks } = desk.sample.plan;
    const lead = tasks.find((task) => !hasPart(task.lead, desk.task))?.lead ?? '';
    const row = (await page(desk, people.deputyOffice, ref)).rows.find(({ id }) => id === desk.task.no);
    if (row === undefined || lead === '') throw new Error('no row that is none of theirs');
    const rows = [
      changed(row, { ratio: '9%' }),
      { ...changed(row, { ratio: '9%' }), base: 'x' },
      { ...changed(row, { name: '夺取' }), base: null },
      { ...changed(row, {}), base: null },
      withdrawn(row),
    ];
    for (const change of rows) {
      const [answer] = value(await send(desk, desk.liaison(lead), ref, [change], reason)).answers;
      expect(answer).toMatchObject({ outcome: 'refused', row: null, conflicts: [] });
      expect(JSON.stringify(answer)).not.toContain(row.cells.name);
    }
    const stands = await heldPlan(desk.db, desk.plan);
    expect(stands?.plan.version).toBe(1);
  });

  it('changed by the office and by the lead at once are both in the plan, in two versions', async () => {
    const desk = await invitedDesk();
    const ref: BookRef = { sheet: 'plan-tasks', book: desk.plan };
    const row = (await page(desk, people.deputyOffice, ref)).rows.find(({ id }) => id === desk.task.no);
    if (row === undefined) throw new Error('no row');
    const told = await Promise.all([
      send(desk, people.deputyOffice, ref, [changed(row, { responsible: '信用股负责人' })], reason),
      send(desk, desk.liaison(desk.task.lead), ref, [changed(row, { name: '改过的名称' })], reason),
    ]);
    expect(new Set(told.map((each) => value(each).answers[0]?.outcome))).toEqual(new Set(['updated', 'merged']));
    const plan = (await heldPlan(desk.db, desk.plan))?.plan;
    expect(plan?.version).toBe(3);
    expect(plan?.tasks.find(({ no }) => no === desk.task.no)).toMatchObject({ name: '改过的名称' });
  });
});

describe('rows of a standing list', () => {
  const bureau = '清漪县市场监督管理局';
  const inspectors: BookRef = { sheet: 'inspectors', book: 'standing' };
  const newcomer = (i: number) =>
    fresh(`n-${i}`, {
      ...{ number: `scjg-1${String(i).padStart(3, '0')}`, name: '新人', department: bureau },
      ...{ certificate: `3599${1000 + i}`, validUntil: '2027-12-31' },
    });

  async function listed(): Promise<TestDesk> {
    const desk = await freshDesk();
    const line = ['scjg-0001', '周雅', bureau, '35990001', '2027-12-31'];
    for (const bytes of [departmentsCsv, csv(inspectorHeaders, line)])
      value(await importList(desk, office, { bytes, file: 'list.csv' }));
    return desk;
  }

  it('sent by thirty people at once, with a file of the office in between, are all taken and all there', async () => {
    const desk = await listed();
    const file = csv(inspectorHeaders, ['scjg-0002', '韩修', bureau, '35990002', '2027-12-31']);
    const sent = Array.from({ length: 30 }, (_, i) => send(desk, people.liaison, inspectors, [newcomer(i)]));
    const imported = importList(desk, office, { bytes: file, file: 'more.csv' });
    const told = (await Promise.all(sent)).map((each) =>
      each.ok ? each.value.answers[0]?.outcome : each.error.why.reason,
    );
    expect(told).toEqual(told.map(() => 'created'));
    const rows = new Set((await page(desk, people.liaison, inspectors)).rows.map(({ id }) => id));
    for (let i = 0; i < 30; i += 1) expect(rows).toContain(`scjg-1${String(i).padStart(3, '0')}`);
    expect(rows.has('scjg-0002')).toBe((await imported).ok);
    expect((await facts(desk)).filter(({ kind }) => kind === 'list-imported')).toHaveLength(
      (await imported).ok ? 33 : 32,
    );
  });

  it('an officer is neither taken from another department nor given away, and whose he is is not told', async () => {
    const desk = await listed();
    const [row] = (await page(desk, people.liaison, inspectors)).rows;
    if (row === undefined) throw new Error('no row');
    const health = '清漪县卫生健康局';
    const away = value(await send(desk, people.liaison, inspectors, [changed(row, { department: health })]));
    expect(away.answers[0]?.outcome).toBe('refused');
    const taking = { ...row.cells, department: health };
    for (const change of [fresh('n-1', taking), { ...fresh(row.id, taking) }, changed(row, { department: health })]) {
      const [answer] = value(await send(desk, people.otherLiaison, inspectors, [change])).answers;
      expect(answer).toMatchObject({ outcome: 'refused', row: null });
      expect(JSON.stringify(answer)).not.toContain(row.cells.name);
    }
    expect((await page(desk, people.liaison, inspectors)).rows).toEqual([row]);
  });
});
