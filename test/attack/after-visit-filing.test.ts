/** Ways round the filing of a check outside the draw: another month, another day, one's own receipt, a reason that ends all asking. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { decideApproval } from '../../bot/verbs/visit/decide-approval.ts';
import { type FilingInput, fileUnplanned } from '../../bot/verbs/visit/file-unplanned.ts';
import { heldFiling } from '../../bot/verbs/visit/filings.ts';
import { holdUnplanned, type UnplannedInput } from '../../bot/verbs/visit/hold-unplanned.ts';
import { receiveFiling } from '../../bot/verbs/visit/receive-filing.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';
import { needsOf } from '../../core/visit/need.ts';
import { progressOf } from '../../core/visit/progress.ts';
import { bodyState, visitState } from '../../core/visit/state.ts';
import { freshDesk, people, type TestDesk, value } from '../desk.ts';
import { expectRefused } from '../drawn-desk.ts';
import { asked, decided, entries, held, id, type Told } from '../visit/made.ts';

const { office, legal, liaison, head } = people;
/** Somebody of the office who is a department's liaison, too. */
const both = { ...liaison, person: 'l9', roles: ['liaison', 'office'] } as const;
let desk: TestDesk;
/** Of the B pool, which is left in peace in July and not in June. */
let subject: SubjectKey;
let item: string;
let officers: readonly string[];

const lists = ['成员单位', '检查对象名录库', '分类结果', '执法检查人员名录库', '抽查事项清单'];

beforeAll(async () => {
  desk = await freshDesk([...Object.values(people), both], '2026-06-28T01:00:00.000Z', afterAll);
  value(await adoptPolicy(desk, office, 'wannian-2022'));
  const made = makeSample({ seed: '备案', subjects: 60, jurisdiction: 'wannian-2022' });
  for (const sheet of toSheets(made).filter(({ name }) => lists.includes(name)))
    value(
      await importList(desk, office, { bytes: await workbook([sheet], made.snapshot), file: `${sheet.name}.xlsx` }),
    );
  const b = made.classifications.find((each) => each.scheme === 'pool' && each.class === 'B');
  if (b === undefined) throw new Error('the B pool is empty');
  subject = { kind: b.kind, number: b.number };
  item = made.items.find(({ body }) => body === 'scjg')?.code ?? '';
  officers = made.inspectors
    .filter(({ department, kind, certificate }) => {
      return department === 'scjg' && kind !== 'daily' && (certificate?.validUntil ?? '') > '2026-12';
    })
    .slice(0, 2)
    .map(({ number }) => number);
});

let words = 0;
const filing = (on: string): FilingInput => {
  words += 1;
  return { department: 'scjg', subject, items: [item], ground: 'complaint', words: `投诉 ${words}`, on };
};
const holding = (no: number, on: string, changes: Partial<UnplannedInput> = {}): UnplannedInput => ({
  ...{ filing: no, on, coming: 'inspected', officers, shown: true, witness: '' },
  ...{ found: [{ item, problem: false, words: '' }], urgent: '', words: '' },
  ...changes,
});
const approve = (request: number) => decideApproval(desk, head, { request, visits: 'all', approved: true, words: '' });

it('a check that is filed for a free month is not held in a quiet one: it is filed anew, with both receipts', async () => {
  const { filing: no, receivers } = value(await fileUnplanned(desk, liaison, filing('2026-06-30')));
  expect(receivers).toEqual([]);
  value(await approve(no));
  desk.setNow('2026-07-02T09:00:00.000Z');
  const anew = { reason: 'file-anew', on: '2026-07-02', receivers: ['office', 'legal'] } as const;
  expectRefused(await holdUnplanned(desk, liaison, holding(no, '2026-07-02')), 'visit', anew);
  // A pressing reason does not make the month another one.
  expectRefused(await holdUnplanned(desk, liaison, holding(no, '2026-07-02', { urgent: '紧急' })), 'visit', anew);
  value(await holdUnplanned(desk, liaison, holding(no, '2026-06-30')));
});

it('filing, receipts and approval given after the check do not come before it, and the record says why nobody waited', async () => {
  desk.setNow('2026-07-06T01:00:00.000Z');
  const { filing: no } = value(await fileUnplanned(desk, liaison, filing('2026-07-05')));
  expectRefused(await holdUnplanned(desk, liaison, holding(no, '2026-07-05')), 'visit', { reason: 'filed-afterwards' });
  const ahead = value(await fileUnplanned(desk, liaison, filing('2026-07-06'))).filing;
  desk.setNow('2026-07-08T01:00:00.000Z');
  for (const receiver of [office, legal])
    value(await receiveFiling(desk, receiver, { filing: ahead, accepted: true, words: '' }));
  expectRefused(await holdUnplanned(desk, liaison, holding(ahead, '2026-07-07')), 'visit', {
    ...{ reason: 'filing-incomplete', lacking: ['office', 'legal'] },
  });
  desk.setNow('2026-07-09T01:00:00.000Z');
  value(await approve(ahead));
  expectRefused(await holdUnplanned(desk, liaison, holding(ahead, '2026-07-08')), 'visit', {
    ...{ reason: 'filing-not-approved', stands: 'later' },
  });
  value(await holdUnplanned(desk, liaison, holding(ahead, '2026-07-08', { urgent: '现场冒烟，须立即处置' })));
});

it('who went before the receipts still owes them, and the head his decision', async () => {
  const { filing: no } = value(await fileUnplanned(desk, liaison, filing('2026-07-09')));
  value(await holdUnplanned(desk, liaison, holding(no, '2026-07-09', { urgent: '险情' })));
  const { owed } = await owedNow(desk, false);
  const steps = owed.flatMap(({ matter, by }) =>
    matter.kind === 'visit-work' && matter.no === no ? [`${matter.step} ${by}`] : [],
  );
  expect(steps).toContain('receipt office');
  expect(steps).toContain(`receipt person:${legal.person}`);
  expect(steps).toContain(`filing-approval person:${head.person}`);
});

it('nobody gives a receipt for his own filing, whatever else he is', async () => {
  const { filing: no } = value(await fileUnplanned(desk, both, filing('2026-07-10')));
  expectRefused(await receiveFiling(desk, both, { filing: no, accepted: true, words: '' }), 'visit', {
    reason: 'files-and-receives',
  });
  value(await receiveFiling(desk, office, { filing: no, accepted: true, words: '' }));
});

it('a check that was put off is still to be held, and put off twice it is recorded once', async () => {
  const { filing: no } = value(await fileUnplanned(desk, liaison, filing('2026-07-09')));
  const later = holding(no, '2026-07-09', { coming: 'deferred', found: [], words: '企业停产一日', urgent: '已到门口' });
  value(await holdUnplanned(desk, liaison, later));
  value(await holdUnplanned(desk, liaison, later));
  expect(await heldFiling(desk.db, no)).toMatchObject({ held: null, putOff: [{ on: '2026-07-09' }] });
  value(await holdUnplanned(desk, liaison, holding(no, '2026-07-09', { urgent: '险情' })));
  expect((await heldFiling(desk.db, no))?.held?.coming).toBe('inspected');
});

it('whom the head refused before he went has not been approved by that refusal', () => {
  const state = (...told: readonly Told[]) => visitState(id, entries(told));
  const onSite = { planned: 'on-site', desk: null, signs: false } as const;
  const went = [asked('scjg'), decided('scjg', 1, false), held('scjg', '2025-07-10', 'inspected', '来不及')];
  const needs = (...told: readonly Told[]) =>
    needsOf(bodyState(state(...told), 'scjg'), onSite, { left: 0, signed: true });
  expect(needs(...went)).toEqual(['approval']);
  expect(progressOf([{ no: '3-0012', going: ['scjg'], state: state(...went) }], 'scjg', '2025-07-11')).toMatchObject({
    unapproved: ['3-0012'],
  });
  expect(needs(...went, asked('scjg', '来不及'), decided('scjg', 4, false))).toEqual([]);
});
