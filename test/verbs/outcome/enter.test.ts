/** Entering outcomes from the workbook: rows taken, refused, merged, corrected, each bound by the ledger. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { open } from '../../../bot/verbs/draw/open.ts';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../../../bot/verbs/draw/second-person.ts';
import { alteredOutcome } from '../../../bot/verbs/outcome/bound.ts';
import { enter, type OutcomeEntered } from '../../../bot/verbs/outcome/enter.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { entryOf } from '../../../bot/verbs/sheet/visit/outcome-rows.ts';
import { outcomesKeeper } from '../../../bot/verbs/sheet/visit/outcomes.ts';
import { visitListKeeper } from '../../../bot/verbs/sheet/visit/visit-list.ts';
import { assignVisits } from '../../../bot/verbs/visit/assign.ts';
import { replaceSubject } from '../../../bot/verbs/visit/replace.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import type { RowChange } from '../../../core/sheet/row.ts';
import { verifyLedger } from '../../../db/ledger.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import { readText } from '../../../db/pages.ts';
import { facts, value } from '../../desk.ts';
import { ceremonyUntil, expectRefused, hands, plannedDesk, thrown } from '../../drawn-desk.ts';
import { changed, cleanOf, type HandedDesk, handedDesk, manned, personOf } from './entered-desk.ts';

const submit = ({ desk, ref }: HandedDesk, actor: Actor, batch: string, rows: readonly RowChange[]) =>
  outcomesKeeper.submit(desk, actor, { ref, batch, rows, reason: '' });

const entered = async ({ desk }: HandedDesk) => (await facts(desk)).filter(({ kind }) => kind === 'outcome-entered');

/** One good row. */
async function one() {
  const made = await handedDesk();
  const [row, other] = manned(made.rows);
  if (row === undefined || other === undefined) throw new Error('nobody is sent anywhere');
  return { ...made, row, other };
}

describe('检查结果录入: a department enters what it found', () => {
  it('every item of every visit is a row; good rows stand in one fact, others are told what is wrong with them', async () => {
    const made = await handedDesk();
    const { desk, ref, rows } = made;
    const good = manned(rows).slice(0, 3);
    const [a, b, c] = good;
    if (a === undefined || b === undefined || c === undefined) throw new Error('too few');
    const receipt = value(
      await submit(made, hands.liaison, 'batch-0001', [
        changed(a, cleanOf(a)),
        changed(b, { ...cleanOf(b), code: '违反食品药品管理相关规定' }),
        changed(c, { ...cleanOf(c), code: '合格' }),
        changed(c, cleanOf(c)),
        { id: `${ref.book}/999999/scjg/SX010101`, base: null, set: {}, withdrawn: false },
      ]),
    );
    expect(receipt.answers.map(({ outcome }) => outcome)).toEqual([
      'created',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(receipt.answers[1]?.remarks.map(({ field }) => field)).toEqual(['finding', 'handling']);
    expect(receipt.answers[2]?.remarks[0]).toMatchObject({
      field: 'code',
      words: { zh: expect.stringContaining('应为以下之一') },
    });
    expect(receipt.answers[0]?.row).toMatchObject({ id: a.id, by: hands.liaison.name, cells: { code: '未发现问题' } });
    expect(receipt.note.zh).toContain(`本次录入 1 项，本单位共 ${rows.length} 项，已录入 1 项`);
    const held = value(await outcomesKeeper.rows(desk, hands.liaison, ref, ''));
    expect(held.rows.find(({ id }) => id === a.id)).toEqual(receipt.answers[0]?.row);
    expect(await entered(made)).toHaveLength(1);
  });

  it('the ledger binds every value: the page that it names is what the table holds', async () => {
    const made = await one();
    const { desk, row, other, ref } = made;
    value(
      await submit(
        made,
        hands.liaison,
        'batch-0001',
        [row, other].map((each) => changed(each, cleanOf(each))),
      ),
    );
    const [fact] = await entered(made);
    const body = fact?.body as OutcomeEntered;
    expect(body).toMatchObject({ book: ref.book, source: ref.book, department: 'scjg', door: 'workbook', count: 2 });
    const everywhere = made.rows.map((each) => Number(each.id.split('/')[1]));
    const standing = await standingOutcomes(desk.db, body.source, everywhere);
    const bound: unknown = JSON.parse(await readText(desk.db, body.pages));
    expect(bound).toEqual(standing.map(({ visit, item, body: held }) => ({ visit, item, body: held })));
    // 同派出 stands for those who were sent, and they are written down.
    const people = standing.map((each) => entryOf(each)?.inspectors ?? []);
    expect(people.every((each) => each.length >= 2 && each.every((number) => row.cells.sent?.includes(number)))).toBe(
      true,
    );
    expect((await verifyLedger(desk.db)).ok).toBe(true);
    await expect(desk.db.write([{ sql: 'update outcome set body = ?', args: ['{}'] }])).rejects.toThrow(/entered anew/);
    // Whoever has the file itself can take the lock away.
    expect(await alteredOutcome(desk.db)).toBeNull();
    await desk.db.write([
      { sql: 'drop trigger outcome_keep_update', args: [] },
      { sql: `update outcome set body = replace(body, '"no-problem"', '"corrected"')`, args: [] },
    ]);
    expect(await alteredOutcome(desk.db)).toBe(standing[0]?.seq);
  });

  it('an outcome that nobody entered, written into the database by hand, is found', async () => {
    const { desk } = await one();
    const insert = `insert into outcome (source, visit, department, item, seq, person, at, door, body)
      values ('1', 0, 'scjg', 'X', 1, 'nobody', '2026-01-01T00:00:00.000Z', 'workbook', '{}')`;
    await desk.db.write([{ sql: insert, args: [] }]);
    expect(await alteredOutcome(desk.db)).toBe(1);
  });

  it('the same batch sent twice is entered once and answered alike', async () => {
    const made = await one();
    const rows = [changed(made.row, cleanOf(made.row)), changed(made.other, { code: '不存在的结果' })];
    const first = value(await submit(made, hands.liaison, 'batch-0001', rows));
    const second = value(await submit(made, hands.liaison, 'batch-0001', rows));
    expect(second).toEqual(first);
    expect(await entered(made)).toHaveLength(1);
    const [both, again] = await Promise.all(
      ['batch-0002', 'batch-0002'].map((batch) =>
        submit(made, made.inspector, batch, [changed(made.other, cleanOf(made.other))]),
      ),
    );
    expect(both && value(both).answers).toEqual(again && value(again).answers);
    expect(await entered(made)).toHaveLength(2);
  });

  it('entered again it is a new version beside the old one; the same again is nothing', async () => {
    const made = await one();
    const first = value(await submit(made, hands.liaison, 'batch-0001', [changed(made.row, cleanOf(made.row))]));
    const held = first.answers[0]?.row;
    if (!held) throw new Error('not held');
    const same = value(
      await submit(made, hands.liaison, 'batch-0002', [changed(held, { methods: made.row.cells.planned ?? '' })]),
    );
    expect(same.answers[0]?.outcome).toBe('unchanged');
    const second = value(await submit(made, hands.liaison, 'batch-0003', [changed(held, { statement: '无异议' })]));
    expect(second.answers[0]).toMatchObject({ outcome: 'updated', row: { cells: { statement: '无异议' } } });
    const [counted] = await made.desk.db.read('select count(*) as n from outcome');
    expect(Number(counted?.n)).toBe(2);
  });

  it('two inspectors: different fields merge, the same field is asked back', async () => {
    const made = await one();
    const first = value(await submit(made, hands.liaison, 'batch-0001', [changed(made.row, cleanOf(made.row))]));
    const held = first.answers[0]?.row;
    if (!held) throw new Error('not held');
    value(await submit(made, hands.sameDepartment, 'batch-0002', [changed(held, { statement: '无异议' })]));
    const soft = value(await submit(made, made.inspector, 'batch-0003', [changed(held, { remark: '现场有配合' })]));
    expect(soft.answers[0]).toMatchObject({
      outcome: 'merged',
      row: { cells: { statement: '无异议', remark: '现场有配合' } },
    });
    const hard = value(await submit(made, made.inspector, 'batch-0004', [changed(held, { statement: '有异议' })]));
    expect(hard.answers[0]).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'statement', was: '', mine: '有异议', theirs: '无异议' }],
      row: { cells: { statement: '无异议' } },
    });
    expect(await entered(made)).toHaveLength(3);
  });

  it('a row that only the desk has filled, and one that a paste has slipped under another name, enter nothing', async () => {
    const made = await one();
    const { row, other } = made;
    const receipt = value(
      await submit(made, hands.liaison, 'batch-0001', [
        changed(row, { remark: '' }),
        changed(other, { ...cleanOf(other), name: '别家', number: row.cells.number ?? '' }),
        { ...changed(row, {}), id: `${row.id}x` },
      ]),
    );
    expect(receipt.answers.map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused', 'refused']);
    expect(receipt.answers[1]?.remarks[0]?.words.zh).toContain('错行');
    expect(await entered(made)).toEqual([]);
  });
});

describe('what was entered belongs to the result that stands', () => {
  it('a corrected public number makes other visits: entering waits for the new hand-out and begins anew', async () => {
    const made = await one();
    const { desk, ceremony, ref, row } = made;
    value(await submit(made, hands.liaison, 'batch-0001', [changed(row, cleanOf(row))]));
    const text = thrown.replace(/^3/, '8');
    value(await correctNumber(desk, hands.drafter, { ceremony, text, second: 'j1', reason: '首位误录，照片为8' }));
    value(await confirmCorrection(desk, hands.legal, ceremony));
    expectRefused(await outcomesKeeper.rows(desk, hands.liaison, ref, ''), 'outcome', { reason: 'being-corrected' });
    value(await open(desk, hands.drafter, ceremony));
    expectRefused(await outcomesKeeper.rows(desk, hands.liaison, ref, ''), 'visit', { reason: 'not-handed-out' });
    value(await assignVisits(desk, hands.drafter, ceremony));
    const anew = value(await outcomesKeeper.rows(desk, hands.liaison, ref, '')).rows;
    expect(anew.every(({ id, version }) => id.startsWith(`${ceremony}.1/`) && version === '0')).toBe(true);
    const old = value(await submit(made, hands.liaison, 'batch-0002', [changed(row, cleanOf(row))]));
    expect(old.answers[0]).toMatchObject({ outcome: 'refused', row: null });
  });

  it('what the register alone shows is entered as nobody’s visit', async () => {
    const made = await one();
    const known = { code: '注销', checkedOn: cleanOf(made.row).checkedOn ?? '' };
    const [answer] = value(await submit(made, hands.liaison, 'batch-0001', [changed(made.row, known)])).answers;
    expect(answer?.outcome).toBe('created');
    expect(answer?.row?.cells.inspectors).toBeUndefined();
  });

  it('two items of one door that cannot both be so are taken and said', async () => {
    const made = await one();
    const doors = Map.groupBy(manned(made.rows), ({ cells }) => cells.no ?? '');
    const [first, second] = [...doors.values()].find((rows) => rows.length > 1) ?? [];
    if (first === undefined || second === undefined) throw new Error('no door with two items');
    value(await submit(made, hands.liaison, 'batch-0001', [changed(first, cleanOf(first))]));
    const closed = { ...cleanOf(second), code: '已关闭停业或正在组织清算' };
    const receipt = value(await submit(made, hands.liaison, 'batch-0002', [changed(second, closed)]));
    expect(receipt.answers[0]).toMatchObject({
      outcome: 'created',
      remarks: [{ field: 'code', words: { zh: expect.stringContaining('同一户的另一事项') } }],
    });
  });
});

describe('谁检查、谁录入', () => {
  it('nobody enters for another department, and the office for none', async () => {
    const made = await one();
    const { desk, ref, row } = made;
    const change = changed(row, cleanOf(row));
    expectRefused(await submit(made, hands.drafter, 'batch-0001', [change]), 'rights', {
      reason: 'no-role',
      verb: 'enter',
    });
    expectRefused(await submit(made, hands.head, 'batch-0001', [change]), 'rights', { reason: 'no-role' });
    const theirs = value(await submit(made, hands.otherLiaison, 'batch-0001', [change]));
    expect(theirs.answers[0]).toMatchObject({
      outcome: 'refused',
      remarks: [{ words: { zh: expect.stringContaining('不是本单位') } }],
    });
    expect(theirs.answers[0]?.row).toBeNull();
    const office = value(await outcomesKeeper.rows(desk, hands.drafter, ref, ''));
    expect(office.line.readOnly?.zh).toContain('不得代录');
    expect(office.fields).toContain('department');
    expect(office.rows.length).toBeGreaterThan(made.rows.length);
    expect(office.rows.every(({ locked }) => locked !== null)).toBe(true);
    expect(await entered(made)).toEqual([]);
  });

  it('an inspector reads the doors that he goes to and enters for his department', async () => {
    const made = await one();
    const { desk, ref, inspector, rows, row } = made;
    const own = value(await outcomesKeeper.rows(desk, inspector, ref, '')).rows;
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(rows.length);
    expect(own.every(({ cells }) => cells.sent?.includes(inspector.inspector))).toBe(true);
    const receipt = value(await submit(made, inspector, 'batch-0001', [changed(row, cleanOf(row))]));
    expect(receipt.answers[0]?.outcome).toBe('created');
    const nobody = personOf('i9', '未派出的检查人员', 'scjg-9999');
    value(await enrol(desk, hands.drafter, nobody));
    expectRefused(await outcomesKeeper.rows(desk, nobody, ref, ''), 'outcome', { reason: 'not-yours' });
    expect(await outcomesKeeper.books(desk, hands.supervisor)).toEqual([]);
    expectRefused(await outcomesKeeper.rows(desk, hands.supervisor, ref, ''), 'outcome', { reason: 'not-yours' });
  });
});

describe('only what was drawn, handed out and stands', () => {
  const entry: OutcomeEntry = {
    ...{
      code: 'no-problem',
      methods: ['on-site'],
      finding: '',
      handling: null,
      handlingWords: '',
      checkedOn: '2025-07-10',
    },
    ...{ inspectors: [], correctBy: null, evidence: [], statement: '', remark: '' },
  };
  const ask = (book: string, item = 'SX') => ({
    ...{ book, department: 'scjg', door: 'workbook' as const, key: 'k1' },
    entries: [{ visit: 0, item, entry }],
  });

  it('not before hand-out, not of a draw that nobody held', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    expect(await outcomesKeeper.books(desk, hands.liaison)).toEqual([]);
    expectRefused(await enter(desk, hands.liaison, ask(String(ceremony))), 'visit', { reason: 'not-handed-out' });
    expectRefused(await enter(desk, hands.liaison, ask('77')), 'draw', { reason: 'no-ceremony' });
    expectRefused(await enter(desk, hands.liaison, ask('L9')), 'invite', { reason: 'no-list' });
    expectRefused(await enter(desk, hands.liaison, ask('../1')), 'outcome', { reason: 'no-book' });
  });

  it('not of an annulled draw', async () => {
    const made = await one();
    const { desk, ceremony, row } = made;
    value(await annul(desk, hands.head, { ceremony, order: '市〔2025〕3号', second: 'h2' }));
    value(await confirmAnnulment(desk, hands.otherHead, ceremony));
    expectRefused(await submit(made, hands.liaison, 'batch-0001', [changed(row, cleanOf(row))]), 'visit', {
      reason: 'annulled',
    });
    expect(await outcomesKeeper.books(desk, hands.liaison)).toEqual([]);
  });

  it('not an item outside of the visit (清单之外无检查), not a visit whose subject was replaced', async () => {
    const made = await one();
    const { desk, ceremony, row } = made;
    expectRefused(await enter(desk, hands.liaison, ask(String(ceremony), 'QITA')), 'outcome', {
      reason: 'entries',
      entries: [expect.objectContaining({ reason: expect.stringMatching(/no-item|other-department/) })],
    });
    const { number = '' } = row.cells;
    const subject = desk.sample.subjects.find((each) => each.number === number);
    if (subject === undefined) throw new Error('no subject');
    const { kind } = subject;
    value(
      await replaceSubject(desk, hands.drafter, {
        ceremony,
        subject: { kind, number },
        reason: '已注销',
        evidence: '2025-06-01',
      }),
    );
    const receipt = value(await submit(made, hands.liaison, 'batch-0001', [changed(row, cleanOf(row))]));
    expect(receipt.answers[0]?.remarks[0]?.words.zh).toContain('已按程序替换');
  });
});

describe('待检名单', () => {
  it('is minimal and marked: own items, own officers, nobody else’s; it is not submitted', async () => {
    const made = await one();
    const { desk, ceremony, inspector } = made;
    const ref = { sheet: 'visit-list' as const, book: String(ceremony) };
    const { line, rows } = value(await visitListKeeper.rows(desk, hands.liaison, ref, ''));
    expect(line.note.zh).toContain('内部资料，仅限本单位检查使用');
    expect(line.readOnly).not.toBeNull();
    const others = desk.sample.inspectors.filter(({ department }) => department !== 'scjg').map(({ number }) => number);
    const text = JSON.stringify(rows);
    expect(others.filter((number) => text.includes(number))).toEqual([]);
    expect(rows[0]?.cells).toMatchObject({ no: expect.stringMatching(/^1-\d{4}$/), tasks: expect.any(String) });
    const own = value(await visitListKeeper.rows(desk, inspector, ref, '')).rows;
    expect(own.length).toBeLessThan(rows.length);
    expectRefused(
      await visitListKeeper.submit(desk, hands.liaison, { ref, batch: 'batch-0001', rows: [], reason: '' }),
      'sheet',
      { reason: 'read-only' },
    );
    const [book] = await visitListKeeper.books(desk, hands.liaison);
    expect(book).toEqual(line);
    const reference = value(await visitListKeeper.reference(desk, hands.liaison, ref));
    expect(reference).toMatchObject({ own: { code: 'scjg' }, plan: null });
    // Whether somebody is named may be asked of a sheet; who it is stays at the desk.
    const persons = new Set(reference.departments.flatMap(({ liaison, head }) => [liaison, head]));
    expect([...persons].filter((each) => each !== '')).toEqual(['已指定']);
  });
});
