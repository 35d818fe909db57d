/** Checks outside the draw in a county whose A pool is left in peace (万年 2022): filed on a ground, received twice, approved, held and counted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { decideApproval } from '../../bot/verbs/visit/decide-approval.ts';
import { type FilingInput, fileUnplanned } from '../../bot/verbs/visit/file-unplanned.ts';
import { filingsOf } from '../../bot/verbs/visit/filings.ts';
import { holdUnplanned, type UnplannedInput } from '../../bot/verbs/visit/hold-unplanned.ts';
import { receiveFiling } from '../../bot/verbs/visit/receive-filing.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';
import { facts, freshDesk, people, type TestDesk, value } from '../desk.ts';
import { expectRefused } from '../drawn-desk.ts';

const { office, legal, liaison, head } = people;
let desk: TestDesk;
/** Of the A pool, and of the C pool. */
let subject: SubjectKey;
let free: SubjectKey;
let item: string;
let foreign: string;
let officers: readonly string[];

const filing = (changes: Partial<FilingInput> = {}): FilingInput => ({
  department: '',
  subject,
  items: [item],
  ground: 'complaint',
  words: '群众举报销售过期食品',
  on: '2026-07-12',
  ...changes,
});
const holding = (no: number, changes: Partial<UnplannedInput> = {}): UnplannedInput => ({
  filing: no,
  on: '2026-07-12',
  coming: 'inspected',
  officers,
  shown: true,
  witness: '',
  found: [{ item, problem: true, words: '销售过期食品' }],
  urgent: '',
  words: '',
  ...changes,
});

const lists = ['成员单位', '检查对象名录库', '分类结果', '执法检查人员名录库', '抽查事项清单'];

beforeAll(async () => {
  desk = await freshDesk(undefined, '2026-07-10T01:00:00.000Z', afterAll);
  value(await adoptPolicy(desk, office, 'wannian-2022'));
  const made = makeSample({ seed: '备案', subjects: 200, jurisdiction: 'wannian-2022' });
  for (const sheet of toSheets(made)) {
    if (!lists.includes(sheet.name)) continue;
    value(
      await importList(desk, office, { bytes: await workbook([sheet], made.snapshot), file: `${sheet.name}.xlsx` }),
    );
  }
  const inPool = (label: string) => made.classifications.find((each) => each.scheme === 'pool' && each.class === label);
  const a = inPool('A');
  const c = inPool('C');
  if (a === undefined || c === undefined) throw new Error('a pool is empty');
  [subject, free] = [keyOf(a), keyOf(c)];
  item = made.items.find(({ body }) => body === 'scjg')?.code ?? '';
  foreign = made.items.find(({ body }) => body !== 'scjg')?.code ?? '';
  officers = made.inspectors
    .filter(
      ({ department, kind, certificate }) =>
        department === 'scjg' && kind !== 'daily' && (certificate?.validUntil ?? '') > '2026-08',
    )
    .slice(0, 2)
    .map(({ number }) => number);
});

const keyOf = ({ kind, number }: SubjectKey): SubjectKey => ({ kind, number });
const held = async (no: number) => (await filingsOf(desk.db)).find(({ seq }) => seq === no);

describe('a check that no draw brings', () => {
  it('S3-16, S3-17: a firm of the A pool is checked on a permitted ground only; another ground is refused with those that are', async () => {
    const refused = await fileUnplanned(desk, liaison, filing({ ground: 'occupational-health' }));
    expectRefused(refused, 'visit', { reason: 'ground-not-permitted', ground: 'occupational-health' });
    if (!refused.ok) expect(sayRefusal(refused.error).zh).toContain('投诉举报、上级交办');
    expectRefused(await fileUnplanned(desk, liaison, filing({ words: ' ' })), 'visit', { reason: 'no-reason-given' });
  });

  it('清单之外无检查: an item that is on no list, or another department’s, is refused by its code', async () => {
    const off = await fileUnplanned(desk, liaison, filing({ items: [item, foreign, '无此事项'] }));
    expectRefused(off, 'visit', { reason: 'off-list', items: [foreign, '无此事项'] });
    expectRefused(await fileUnplanned(desk, liaison, filing({ items: [] })), 'visit', { reason: 'no-items' });
    const unknown = { kind: 'older', number: 'none' } as const;
    expectRefused(await fileUnplanned(desk, liaison, filing({ subject: unknown })), 'visit', { reason: 'no-subject' });
    expectRefused(await fileUnplanned(desk, office, filing()), 'rights', {});
  });

  it('outside the A pool and the quiet months nobody is asked for a receipt', async () => {
    const filed = value(await fileUnplanned(desk, liaison, filing({ subject: free })));
    expect(filed.receivers).toEqual([]);
    expectRefused(await receiveFiling(desk, office, { filing: filed.filing, accepted: true, words: '' }), 'visit', {
      reason: 'not-a-receiver',
    });
  });

  it('S3-18: it is filed with the office and 司法局, each gives its own receipt, and it is not held before both and the head have', async () => {
    const { filing: no, receivers } = value(await fileUnplanned(desk, liaison, filing()));
    expect(receivers).toEqual(['office', 'legal']);
    expect(value(await fileUnplanned(desk, liaison, filing())).filing).toBe(no);
    desk.setNow('2026-07-12T09:00:00.000Z');
    expectRefused(await holdUnplanned(desk, liaison, holding(no)), 'visit', {
      reason: 'filing-incomplete',
      lacking: ['office', 'legal'],
    });
    expect(value(await receiveFiling(desk, office, { filing: no, accepted: true, words: '' })).lacking).toEqual([
      'legal',
    ]);
    expectRefused(await receiveFiling(desk, legal, { filing: no, accepted: false, words: '' }), 'visit', {
      reason: 'no-words',
    });
    value(await receiveFiling(desk, legal, { filing: no, accepted: false, words: '请附投诉登记编号' }));
    expectRefused(await holdUnplanned(desk, liaison, holding(no)), 'visit', {
      reason: 'filing-incomplete',
      lacking: ['legal'],
    });
    value(await receiveFiling(desk, legal, { filing: no, accepted: true, words: '' }));
    expectRefused(await receiveFiling(desk, legal, { filing: no, accepted: false, words: '再议' }), 'visit', {
      reason: 'received-already',
    });
    expectRefused(await holdUnplanned(desk, liaison, holding(no)), 'visit', {
      reason: 'filing-not-approved',
      stands: 'waiting',
    });
    expectRefused(
      await decideApproval(desk, liaison, { request: no, visits: 'all', approved: true, words: '' }),
      'rights',
      {},
    );
    value(await decideApproval(desk, head, { request: no, visits: 'all', approved: true, words: '' }));
    expect((await held(no))?.approval?.approved).toBe(true);
  });

  it('it is held by two officers with certificates, item by item, and nothing beyond what was filed', async () => {
    const no = (await filingsOf(desk.db)).find(({ filed }) => filed.receivers.length > 0)?.seq ?? 0;
    expectRefused(await holdUnplanned(desk, liaison, holding(no, { officers: officers.slice(0, 1) })), 'visit', {
      reason: 'door',
      faults: [{ kind: 'too-few', counted: 1, atLeast: 2 }],
    });
    const found = [{ item: foreign, problem: false, words: '' }];
    expectRefused(await holdUnplanned(desk, liaison, holding(no, { found })), 'visit', { reason: 'off-list' });
    expectRefused(await holdUnplanned(desk, liaison, holding(no, { found: [] })), 'visit', { reason: 'items-left' });
    expectRefused(await holdUnplanned(desk, liaison, holding(no, { on: '2026-07-11' })), 'visit', {
      reason: 'before-filed-day',
    });
    expect(value(await holdUnplanned(desk, liaison, holding(no)))).toMatchObject({ problems: 1 });
    const before = (await facts(desk)).length;
    value(await holdUnplanned(desk, liaison, holding(no)));
    expect((await facts(desk)).length).toBe(before);
    expectRefused(await holdUnplanned(desk, liaison, holding(no, { coming: 'closed' })), 'visit', {
      reason: 'filing-held',
    });
  });

  it('the next filing about the same firm is warned of the check that was just held', async () => {
    const next = value(await fileUnplanned(desk, liaison, filing({ on: '2026-07-20', words: '再次投诉' })));
    expect(next.repeats).toContainEqual({ kind: 'checked-before', on: '2026-07-12', items: [item] });
  });
});
