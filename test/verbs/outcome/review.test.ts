/** 审核 and 阅核签章 at a desk whose visits are under way. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { booksListed, reviewedEverywhere } from '../../../bot/cli/outcome-desk.ts';
import { type OutcomeBook, outcomeBook } from '../../../bot/verbs/outcome/book.ts';
import { enter } from '../../../bot/verbs/outcome/enter.ts';
import { importOutcomes } from '../../../bot/verbs/outcome/import-outcomes.ts';
import { jointForm } from '../../../bot/verbs/outcome/joint-form.ts';
import { reviewOutcomes } from '../../../bot/verbs/outcome/review.ts';
import { inState, reviewDesk } from '../../../bot/verbs/outcome/review-desk.ts';
import { reviewsOf } from '../../../bot/verbs/outcome/reviewed.ts';
import { type SignInput, signatureOf, signForm } from '../../../bot/verbs/outcome/sign.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { owedNow } from '../../../bot/verbs/remind/owed-now.ts';
import { partOf } from '../../../bot/verbs/visit/part.ts';
import { rulesOn } from '../../../bot/verbs/visit/rules.ts';
import { digestOfForm, versionsOf } from '../../../core/outcome/form.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import { changedSince } from '../../../core/outcome/sign.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import { value } from '../../desk.ts';
import { expectRefused, hands, type PlannedDesk } from '../../drawn-desk.ts';
import { handedDesk, manned } from './entered-desk.ts';

const reviewer: Actor = {
  ...hands.liaison,
  person: 'r1',
  name: '结果审核员',
  roles: ['outcome-reviewer'],
  inspector: '',
};

class NobodySent extends Error {}

/** Whether the regulator's part of a visit begins at the desk by the class of whom the draw has found, which differs from run to run. */
async function beginsAtDesk(desk: PlannedDesk, book: OutcomeBook): Promise<(visit: number) => boolean> {
  const all = { book: book.book, department: 'scjg', visits: 'all' as const };
  const { visits } = value(await partOf(desk, hands.liaison, 'hold-visit', all));
  const { ruleOf } = await rulesOn(desk.db, visits, book.window.from);
  const atDesk = new Set(visits.filter((each) => ruleOf(each).desk !== null).map((each) => each.visit.visit));
  return (visit) => atDesk.has(visit);
}

/**
 * Two clean outcomes of one visit and one of another, entered by the liaison.
 * @param begins where the first visit begins
 * @throws NobodySent where the draw has found none that begins there
 */
async function enteredDesk(begins: 'door' | 'desk' = 'door') {
  const { desk, ref, rows } = await handedDesk();
  if (!Object.values(hands).some(({ person }) => person === reviewer.person))
    value(await enrol(desk, hands.drafter, reviewer));
  const book = value(await outcomeBook(desk, ref.book));
  const at = manned(rows).map(({ id, cells }) => {
    const [, visit = '', , item = ''] = id.split('/');
    return { visit: Number(visit), item, cells };
  });
  const clean: OutcomeEntry = {
    ...{ code: 'no-problem', methods: ['on-site'], finding: '', handling: null, handlingWords: '', correctBy: null },
    ...{ checkedOn: book.window.from, inspectors: ['同派出'], evidence: [], statement: '', remark: '' },
  };
  const put = async (
    places: readonly { visit: number; item: string }[],
    key: string,
    entry = clean,
    by = hands.liaison,
  ) =>
    value(
      await enter(desk, by, {
        ...{ book: ref.book, department: 'scjg', door: 'phone-page', key },
        entries: places.map(({ visit, item }) => ({ visit, item, entry })),
      }),
    );
  const isAtDesk = await beginsAtDesk(desk, book);
  const first = at.find(({ visit }) => isAtDesk(visit) === (begins === 'desk'));
  if (first === undefined) throw new NobodySent(`nobody is sent where a visit begins at the ${begins}`);
  const same = at.filter(({ visit }) => visit === first.visit).slice(0, 2);
  const other = at.find(({ visit }) => visit !== first.visit);
  if (other === undefined) throw new Error('one visit only');
  await put([...same, other], 'first');
  const review = (by: Actor, input: Partial<Parameters<typeof reviewOutcomes>[2]>) =>
    reviewOutcomes(desk, by, {
      ...{ book: ref.book, department: 'scjg', passed: true, words: '' },
      rows: { kind: 'waiting', upTo: Number.MAX_SAFE_INTEGER },
      ...input,
    });
  return { desk, book, ref, first, same, other, clean, put, review };
}

describe('审核检查结果', () => {
  it('S1-40 who entered does not review, a return says why, what is returned is entered anew and waits again; only what passed is passed', async () => {
    const { desk, book, first, same, other, clean, put, review, ref } = await enteredDesk();
    const rows = (places: readonly { visit: number; item: string }[]) => ({
      kind: 'rows' as const,
      rows: places.map(({ visit, item }) => ({ visit, item, outcome: null })),
    });
    const both: Actor = { ...hands.liaison, roles: ['liaison', 'outcome-reviewer'] };
    expectRefused(await review(both, {}), 'outcome', { reason: 'reviews-own', person: hands.liaison.person });
    expectRefused(await review(hands.liaison, {}), 'rights', { reason: 'no-role' });
    expectRefused(await review(hands.otherHead, {}), 'rights', { reason: 'not-own' });
    expectRefused(await review(reviewer, { passed: false, rows: rows([first]) }), 'outcome', {
      reason: 'no-words-of-return',
    });
    expect(value(await review(reviewer, { passed: false, words: '请写明核查方式', rows: rows([first]) }))).toEqual({
      ...{ passed: false, count: 1, own: 0 },
    });
    // What the reviewer has not seen he does not pass.
    const seen = (await standingOutcomes(desk.db, book.source, [first.visit]))[0]?.seq ?? 0;
    await put([first], 'anew', { ...clean, remark: '已补充' });
    expect(value(await review(reviewer, { rows: { kind: 'waiting', upTo: seen } })).count).toBe(2);
    const desk1 = value(await reviewDesk(desk, { book: ref.book, department: 'scjg' }));
    expect(inState(desk1, 'waiting').map(({ visit, item }) => [visit.visit, item])).toEqual([
      [first.visit, first.item],
    ]);
    expect(inState(desk1, 'passed')).toHaveLength(same.length);
    expectRefused(
      await review(reviewer, {
        rows: { kind: 'rows', rows: [{ visit: first.visit, item: first.item, outcome: seen }] },
      }),
      'outcome',
      { reason: 'entered-anew' },
    );
    expect(value(await review(reviewer, {})).count).toBe(1);
    // A button pressed twice.
    const [before, again] = [await desk.db.read('select max(seq) as seq from ledger'), await review(reviewer, {})];
    expect(value(again).count).toBe(0);
    expect(await desk.db.read('select max(seq) as seq from ledger')).toEqual(before);
    expectRefused(await review(reviewer, { passed: false, words: '', rows: rows([other]) }), 'outcome', {
      reason: 'no-words-of-return',
    });
    const reviews = await reviewsOf(desk.db, book.source);
    expect(reviews.get(`${first.visit}/scjg/${first.item}`)).toMatchObject({ passed: true, by: reviewer.person });
  });

  it('S3-56 S4-50 another department’s liaison, its inspector and the office enter nothing of these visits', async () => {
    const { desk, ref, first, clean } = await enteredDesk();
    const inspector: Actor = { ...hands.otherLiaison, roles: ['inspector'], inspector: 'WJ001' };
    for (const actor of [hands.otherLiaison, inspector, hands.drafter]) {
      const done = await enter(desk, actor, {
        ...{ book: ref.book, department: 'scjg', door: 'phone-page', key: actor.person },
        entries: [{ ...first, entry: clean }],
      });
      expectRefused(done, 'rights', {});
    }
  });

  it('whoever was at the door does not review it either; the head may, and both sides are reminded', async () => {
    const { desk, book, review, first, put, clean } = await enteredDesk();
    const owed = await owedNow(desk);
    expect(owed.owed.filter(({ matter }) => matter.kind === 'outcome-review').map(({ by }) => by)).toEqual([
      `person:${reviewer.person}`,
    ]);
    const sent = book.visits.get(first.visit)?.bodies.find(({ department }) => department === 'scjg')?.sent ?? [];
    const there: Actor = { ...reviewer, inspector: sent[0]?.number ?? '', person: 'x1' };
    expectRefused(await review(there, { rows: { kind: 'rows', rows: [{ ...first, outcome: null }] } }), 'outcome', {
      reason: 'reviews-own',
    });
    const head: Actor = { ...hands.liaison, person: 'h7', name: '市场监管局负责人', roles: ['head'] };
    value(
      await review(head, {
        passed: false,
        words: '重新核对',
        rows: { kind: 'rows', rows: [{ ...first, outcome: null }] },
      }),
    );
    const back = (await owedNow(desk)).owed.find(({ matter }) => matter.kind === 'outcome-entry');
    expect(back).toMatchObject({ by: 'department:scjg', matter: { returned: 1 } });
    await put([first], 'again', { ...clean, remark: '核对无误' });
  });
});

describe('填一张表', () => {
  const signing: Omit<SignInput, 'book' | 'visit'> = {
    ...{ way: 'signed', signer: '店长 陈立', witness: '', words: '无异议', record: '', digest: null, door: null },
  };

  it('S3-06 S2-46 one form of all departments is read and signed once; a refusal needs a witness and a picture; a later change is shown', async () => {
    const { desk, book, ref, first, clean, put } = await enteredDesk();
    const place = { book: ref.book, visit: first.visit };
    const { form } = value(await jointForm(desk, hands.liaison, place));
    expect(form.parts.map(({ department }) => department)).toEqual(
      book.visits.get(first.visit)?.bodies.map(({ department }) => department),
    );
    expect(form.parts.flatMap(({ items }) => items).some(({ points }) => points.length > 0)).toBe(true);
    const sign = (input: Partial<SignInput>) => signForm(desk, hands.liaison, { ...place, ...signing, ...input });
    expectRefused(await sign({ signer: '' }), 'outcome', { reason: 'signer-missing' });
    expectRefused(await sign({ way: 'refused' }), 'outcome', { reason: 'witness-missing' });
    expectRefused(await sign({ way: 'refused', witness: '社区网格员 林某' }), 'outcome', { reason: 'record-missing' });
    const [officer] = form.parts.find(({ department }) => department === 'scjg')?.sent ?? [];
    expectRefused(await sign({ way: 'refused', witness: officer?.name ?? '', record: '照片；记录仪' }), 'outcome', {
      reason: 'witness-inspects',
    });
    expectRefused(await sign({ way: 'absent', words: '' }), 'outcome', { reason: 'absence-unexplained' });
    expectRefused(await sign({ digest: 'another' }), 'outcome', { reason: 'form-changed' });
    expectRefused(await signForm(desk, hands.drafter, { ...place, ...signing }), 'rights', {});
    value(await sign({ digest: digestOfForm(form) }));
    const held = await signatureOf(desk.db, `${book.source}/${first.visit}`);
    expect(held).toMatchObject({ way: 'signed', signer: '店长 陈立', digest: digestOfForm(form) });
    expect(held && changedSince(held, versionsOf(form))).toEqual([]);
    await put([first], 'after signing', { ...clean, remark: '补充' });
    const now = value(await jointForm(desk, hands.liaison, place)).form;
    expect(held && changedSince(held, versionsOf(now))).toEqual([{ department: 'scjg', item: first.item }]);
  });

  it('signing at the door records 现场检查 along with it once, and says what is lacking where nobody approved', async () => {
    const { desk, book, ref, first } = await enteredDesk();
    const { department } = value(await jointForm(desk, hands.liaison, { book: ref.book, visit: first.visit })).own ?? {
      department: '',
    };
    const at = { ...{ book: ref.book, visit: first.visit }, ...signing };
    const lacking = value(await signForm(desk, hands.liaison, { ...at, door: { shown: true, urgent: '' } }));
    expect(lacking.door).toMatchObject({ held: false, left: [{ kind: 'not-approved' }] });
    const door = { shown: true, urgent: '举报线索紧急' };
    expect(value(await signForm(desk, hands.liaison, { ...at, door })).door).toMatchObject({ held: true });
    expect(value(await signForm(desk, hands.liaison, { ...at, door })).door).toMatchObject({ held: false });
    const id = `${book.source}/${first.visit}`;
    const kinds = (await dossierOf(desk.db, { matter: 'visit', id })).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'visit-held' || kind === 'form-signed')).toEqual([
      'form-signed',
      'visit-held',
    ]);
    const owed = (await owedNow(desk)).owed.flatMap(({ matter }) => (matter.kind === 'visit-work' ? [matter] : []));
    expect(owed).toContainEqual(expect.objectContaining({ step: 'afterwards', name: department, book: ref.book }));
  });

  it('S0-18 where the class begins at the desk, signing at the door says so too, and holds nothing without a reason', async ({
    skip,
  }) => {
    const entered = await enteredDesk('desk').catch((thrown: unknown) => {
      if (thrown instanceof NobodySent) return null;
      throw thrown;
    });
    if (entered === null) return skip('this draw found nobody of a class that begins at the desk');
    const { desk, ref, first } = entered;
    const at = { ...{ book: ref.book, visit: first.visit }, ...signing };
    const signed = async (urgent: string) =>
      value(await signForm(desk, hands.liaison, { ...at, door: { shown: true, urgent } })).door;
    expect(await signed('')).toMatchObject({ held: false, left: [{ kind: 'not-approved' }, { kind: 'desk-first' }] });
    expect(await signed('举报线索紧急')).toMatchObject({ held: true });
  });

  it('S4-46 S1-31 what was entered on the provincial platform is taken in from its file, with that door and its state there', async () => {
    const { desk, book, ref, other } = await enteredDesk();
    const { no = '', name = '', number = '', item = '' } = other.cells;
    const lines = [
      '检查编号,检查对象名称,统一社会信用代码,抽查事项,抽查结果,检查日期,核查方式,检查人员,备注',
      `${no},${name},${number},${item},未发现问题,${book.window.from},实地检查,同派出,移动监管APP录入`,
      `9-9999,${name},${number},${item},未发现问题,${book.window.from},实地检查,同派出,`,
      `${no},${name},${number},${item},合格,${book.window.from},实地检查,同派出,`,
    ];
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const take = async () =>
      value(await importOutcomes(desk, hands.liaison, { book: ref.book, bytes, file: '省平台导出.csv' }));
    const taken = await take();
    expect([taken.entered, taken.refused.map(({ row }) => row)]).toEqual([1, [3, 4]]);
    expect(await take()).toEqual(taken);
    const standing = await standingOutcomes(desk.db, book.source, [other.visit]);
    expect(standing.find(({ item: code }) => code === other.item)).toMatchObject({ door: 'provincial-app' });
    const dossier = await desk.db.read(`select count(*) as n from dossier where matter = 'case'`);
    expect(Number(dossier[0]?.n)).toBe(1);
  });
});

it('every draw that waits for a reviewer is listed, and passed in one act by whoever neither entered nor inspected', async () => {
  const { desk, ref } = await enteredDesk();
  const open = { ...desk, close: () => undefined };
  const lines = async () => value(await booksListed(open, reviewer)).map(({ zh }) => zh);
  expect(await lines()).toEqual([expect.stringContaining(`［${ref.book}］`)]);
  expect(await lines()).toEqual([expect.stringContaining('待审核 3')]);
  expectRefused(await reviewedEverywhere(open, hands.liaison, ''), 'rights', { reason: 'no-role' });
  const said = value(await reviewedEverywhere(open, reviewer, '')).map(({ zh }) => zh);
  expect(said).toEqual([`［${ref.book}］已审核通过 3 项。`]);
  expect(value(await reviewedEverywhere(open, reviewer, '')).map(({ zh }) => zh)).toEqual(['没有待审核的检查结果。']);
});
