/** Somebody who enters outcomes from a workbook of his own making: what he is not sent to, what is not his, and what was never so. */
import { describe, expect, it } from 'vitest';
import { annul, confirmAnnulment } from '../../bot/verbs/draw/second-person.ts';
import { enter, outcomePageTag } from '../../bot/verbs/outcome/enter.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { referenceOf } from '../../bot/verbs/sheet/reference.ts';
import { rowsOf } from '../../bot/verbs/sheet/rows.ts';
import { canonical } from '../../core/canonical.ts';
import { digestText } from '../../core/digest.ts';
import type { HeldRow } from '../../core/sheet/row.ts';
import { readText } from '../../db/pages.ts';
import { facts, refusal, value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import {
  changed,
  cleanOf,
  dayIn,
  type HandedDesk,
  handedDesk,
  manned,
  methodIn,
} from '../verbs/outcome/entered-desk.ts';
import { send } from '../verbs/sheet/send.ts';
import { signedIn } from '../web/api/workbook.ts';

interface Made extends HandedDesk {
  /** Doors that the inspector goes to, and doors of his department that he does not. */
  readonly own: readonly HeldRow[];
  readonly others: readonly HeldRow[];
}

async function desk(): Promise<Made> {
  const made = await handedDesk();
  const read = new Set(value(await rowsOf(made.desk, made.inspector, made.ref, '')).rows.map(({ id }) => id));
  const [own, others] = [true, false].map((is) => manned(made.rows).filter(({ id }) => read.has(id) === is));
  return { ...made, own: own ?? [], others: others ?? [] };
}

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error('none');
  return one;
};

const entered = async ({ desk: { db } }: Made) =>
  (await facts({ db })).filter(({ kind }) => kind === 'outcome-entered');

describe('an inspector', () => {
  it('neither enters nor reads doors that he is not sent to, whatever he sends about them', async () => {
    const made = await desk();
    const { desk: at, ref, inspector, others } = made;
    const row = first(others);
    value(await send(at, hands.liaison, ref, [changed(row, { ...cleanOf(row), remark: '只给本单位看' })]));
    const tries = [
      changed(row, { remark: '改写' }),
      { ...changed(row, { remark: '改写' }), base: '0' },
      { ...changed(row, {}), set: {} },
      { id: row.id, base: row.version, set: { name: { was: '', now: '别家' } }, withdrawn: false },
      { id: row.id, base: row.version, set: {}, withdrawn: true },
    ];
    for (const [i, change] of tries.entries()) {
      const told = value(await send(at, inspector, ref, [change], { batch: `tried-00${i}` }));
      expect(told.answers[0]).toMatchObject({ outcome: 'refused', row: null, conflicts: [] });
      const said = JSON.stringify(told.answers);
      for (const secret of ['只给本单位看', row.cells.name ?? '?', row.cells.number ?? '?'])
        expect(said).not.toContain(secret);
    }
    const entry = { code: 'no-problem', methods: ['on-site'], checkedOn: dayIn(row) } as const;
    const rest = {
      finding: '',
      handling: null,
      handlingWords: '',
      inspectors: [],
      correctBy: null,
      evidence: [],
      statement: '',
      remark: '',
    };
    const [, visit = ''] = row.id.split('/');
    const where = { book: ref.book, department: 'scjg', door: 'chat', key: 'k-1' } as const;
    const asked = { visit: Number(visit), item: row.cells.itemCode ?? '', entry: { ...entry, ...rest } };
    expect(refusal(await enter(at, inspector, { ...where, entries: [asked] }))).toMatchObject({
      why: { reason: 'entries', entries: [{ reason: 'not-sent-there' }] },
    });
    expect(await entered(made)).toHaveLength(1);
  });

  it('under a work number that nobody sends enters nothing', async () => {
    const made = await desk();
    const row = first(made.own);
    const moved = { ...made.inspector, inspector: 'SCJG999' };
    value(await enrol(made.desk, hands.drafter, moved));
    const told = value(await send(made.desk, moved, made.ref, [changed(row, cleanOf(row))]));
    expect(told.answers[0]).toMatchObject({ outcome: 'refused', row: null });
    expect(await entered(made)).toEqual([]);
  });
});

describe('rows of another’s making', () => {
  it('names of the language’s own are no fields: the row is told so and the answer keeps its shape', async () => {
    const made = await desk();
    const book = await signedIn(made.desk, hands.liaison);
    const [row, other] = [first(made.own), first(made.others)];
    const wire = JSON.stringify({
      ...{ ...made.ref, batch: 'batch-0001', reason: '' },
      workbook: { office: made.desk.office, department: 'scjg', year: 2025 },
      rows: [{ ...changed(row, {}), set: 'HERE' }, changed(other, cleanOf(other))],
    }).replace(
      '"HERE"',
      '{"constructor":{"was":"","now":"x"},"toString":{"was":"","now":""},"hasOwnProperty":{"was":"","now":"y"}}',
    );
    const { status, body } = await book.post('/api/rows', wire);
    expect(status).toBe(200);
    expect(body).toMatchObject({ answers: [{ outcome: 'refused', conflicts: [] }, { outcome: 'created' }] });
  });

  it('a batch that was taken is not taken for another one with the same number', async () => {
    const made = await desk();
    const { desk: at, ref } = made;
    const [row, other] = [first(made.own), first(made.others)];
    const batch = 'batch-same';
    const told = value(await send(at, hands.liaison, ref, [changed(row, cleanOf(row))], { batch }));
    expect(refusal(await send(at, hands.liaison, ref, [changed(other, cleanOf(other))], { batch }))).toMatchObject({
      why: { reason: 'batch-differs' },
    });
    expect(value(await send(at, hands.liaison, ref, [changed(row, cleanOf(row))], { batch })).answers).toEqual(
      told.answers,
    );
    expect(await entered(made)).toHaveLength(1);
  });

  it('results of tomorrow, of a door of another draw, and with too much evidence stay out', async () => {
    const made = await desk();
    const row = first(made.own);
    const lines = Array.from({ length: 51 }, (_, i) => `照片${i}；档案室`).join('\n');
    const rows = [
      changed(row, { ...cleanOf(row), checkedOn: '2025-12-31' }),
      { ...changed(row, cleanOf(row)), id: row.id.replace(/^1\//, '2/') },
      { ...changed(row, cleanOf(row)), id: row.id.replace(/^1\//, '1.1/') },
      { ...changed(row, cleanOf(row)), id: row.id.replace('/scjg/', '/wj/') },
    ];
    const told = value(await send(made.desk, hands.liaison, made.ref, rows));
    expect(told.answers.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'refused'));
    const heavy = value(
      await send(made.desk, hands.liaison, made.ref, [changed(row, { ...cleanOf(row), evidence: lines })]),
    );
    expect(heavy.answers[0]?.remarks.map(({ field }) => field)).toEqual(['evidence']);
    expect(await entered(made)).toEqual([]);
  });

  it('of an annulled draw nothing is read and nothing entered, by those whose workbook still has it', async () => {
    const made = await desk();
    const { desk: at, ref } = made;
    const row = first(made.own);
    value(await annul(at, hands.head, { ceremony: made.ceremony, order: '市〔2025〕3号', second: 'h2' }));
    value(await confirmAnnulment(at, hands.otherHead, made.ceremony));
    expect((await rowsOf(at, hands.liaison, ref, '')).ok).toBe(false);
    expect((await send(at, hands.liaison, ref, [changed(row, cleanOf(row))])).ok).toBe(false);
    expect(await entered(made)).toEqual([]);
  });
});

it('a workbook of visits knows departments and not the persons who answer for them', async () => {
  const { desk: at, ref, inspector } = await handedDesk();
  for (const sheet of ['outcomes', 'visit-list'] as const) {
    const { departments } = value(await referenceOf(at, inspector, { ...ref, sheet }));
    const named = new Set(departments.flatMap(({ liaison, head }) => [liaison, head]));
    expect([...named].filter((name) => name !== '' && name !== '已指定')).toEqual([]);
  }
});

it('fifty submissions about one door at once: each is told what became of it, and the ledger holds what was said to be taken', async () => {
  const made = await desk();
  const { desk: at, ref } = made;
  const row = first(made.own);
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      send(at, i % 2 === 0 ? hands.liaison : hands.sameDepartment, ref, [
        changed(row, { ...cleanOf(row), methods: methodIn(row), remark: `第${i}次` }),
      ]),
    ),
  );
  const outcomes = told.map((each) => value(each).answers[0]?.outcome);
  expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
  const all = await entered(made);
  expect(all).toHaveLength(1);
  const { pages } = first(all).body as { readonly pages: readonly string[] };
  const rows = await at.db.read('select visit, item, body from outcome order by visit, item');
  const held = rows.map(({ visit, item, body }) => ({
    visit: Number(visit),
    item: String(item),
    body: JSON.parse(String(body)),
  }));
  const text = await readText(at.db, pages);
  expect(text).toBe(canonical(held));
  expect(pages).toEqual([digestText(outcomePageTag, text)]);
});
