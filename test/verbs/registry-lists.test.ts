import { describe, expect, it } from 'vitest';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { calendarInForce } from '../../bot/verbs/registry/calendar-in-force.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { loadHolidays } from '../../bot/verbs/registry/load-holidays.ts';
import { overridePolicy } from '../../bot/verbs/registry/override-policy.ts';
import { policyInForce } from '../../bot/verbs/registry/policy-in-force.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { receiveList } from '../../bot/verbs/registry/receive-list.ts';
import { repealItem } from '../../bot/verbs/registry/repeal-item.ts';
import { sendList } from '../../bot/verbs/registry/send-list.ts';
import { isWorkingDay } from '../../core/calendar.ts';
import { capOf } from '../../core/policy/ask.ts';
import type { Override } from '../../core/policy/override.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { csv, departmentsCsv } from './make.ts';

const kinds = async (desk: TestDesk) => (await facts(desk)).map(({ kind }) => kind);

describe('a policy', () => {
  it('is put in force by a fact that names document and date; again, nothing is written', async () => {
    const desk = await freshDesk([]);
    expect(await policyInForce(desk.db, '2026-01-01')).toBeNull();
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    expect((await kinds(desk)).filter((kind) => kind === 'policy-in-force')).toHaveLength(1);
    expect(await policyInForce(desk.db, '2026-01-01')).toEqual(desk.policies.find(({ id }) => id === 'fuan-2018'));
  });

  it('does not bind before its own date', async () => {
    const desk = await freshDesk([]);
    const { from } = value(await adoptPolicy(desk, people.office, 'wannian-2022'));
    expect(from).toBe('2022-08-10');
    expect(await policyInForce(desk.db, '2022-06-30')).toBeNull();
  });

  it('is put in force by the office only, and must be one that is known', async () => {
    const desk = await freshDesk();
    expect(refusal(await adoptPolicy(desk, people.liaison, 'fuan-2018'))).toMatchObject({ stage: 'rights' });
    expect(refusal(await adoptPolicy(desk, people.office, 'nowhere'))).toMatchObject({
      why: { reason: 'unknown-policy' },
    });
  });

  const higher: Override = {
    from: '2025-09-01',
    items: [],
    source: { document: '省规〔2025〕1号', clause: '三', quote: '一年不超过三次' },
    change: { kind: 'cap', area: 'general', of: { scheme: 'credit', label: 'C' }, cap: { kind: 'visits', n: 3 } },
  };

  it('gives way to a higher rule from its date, both sources stay, and adopting the document again keeps it', async () => {
    const desk = await freshDesk([]);
    value(await adoptPolicy(desk, people.office, 'sanming-2025'));
    value(await overridePolicy(desk, people.office, higher));
    value(await overridePolicy(desk, people.office, higher));
    value(await adoptPolicy(desk, people.office, 'wannian-2022'));
    value(await adoptPolicy(desk, people.office, 'sanming-2025'));
    expect((await kinds(desk)).filter((kind) => kind === 'policy-overridden')).toHaveLength(1);
    const policy = await policyInForce(desk.db, '2025-12-31');
    if (policy === null) throw new Error('no policy');
    const capOn = (on: string) => capOf(policy, { area: 'general', of: { scheme: 'credit', label: 'C' } }, on);
    expect(capOn('2025-08-31')?.value.cap).toEqual({ kind: 'visits', n: 2 });
    expect(capOn('2025-09-01')).toMatchObject({
      value: { cap: { kind: 'visits', n: 3 } },
      source: { document: '省规〔2025〕1号' },
      instead: { document: '明双随机〔2025〕1号' },
    });
  });

  it('a higher rule without its source, or over nothing, is refused', async () => {
    const desk = await freshDesk([]);
    expect(refusal(await overridePolicy(desk, people.office, higher))).toMatchObject({ why: { reason: 'no-policy' } });
    value(await adoptPolicy(desk, people.office, 'sanming-2025'));
    const unsourced = { ...higher, source: { ...higher.source, quote: '' } };
    expect(refusal(await overridePolicy(desk, people.office, unsourced))).toMatchObject({
      why: { reason: 'override' },
    });
    const draws: Override = { ...higher, change: { kind: 'draws-per-year', atLeast: 2 } };
    expect(refusal(await overridePolicy(desk, people.office, draws))).toMatchObject({ why: { reason: 'override' } });
  });
});

describe('a holiday notice', () => {
  const notice = {
    year: 2027,
    source: '国办发明电〔2026〕1号',
    rows: [
      { date: '2027-01-01', type: '休' },
      { date: '2027-01-03', type: '调休上班' },
    ],
  };

  it('makes days of its year certain; loaded again it writes nothing; a corrected one takes its place', async () => {
    const desk = await freshDesk([]);
    expect(isWorkingDay(await calendarInForce(desk.db), '2027-01-03')).toMatchObject({
      working: false,
      provisional: true,
    });
    value(await loadHolidays(desk, people.office, notice));
    value(await loadHolidays(desk, people.office, notice));
    expect((await kinds(desk)).filter((kind) => kind === 'holidays-loaded')).toHaveLength(1);
    expect(isWorkingDay(await calendarInForce(desk.db), '2027-01-03')).toMatchObject({
      working: true,
      provisional: false,
    });
    value(await loadHolidays(desk, people.office, { ...notice, rows: notice.rows.slice(0, 1) }));
    expect(isWorkingDay(await calendarInForce(desk.db), '2027-01-03')).toMatchObject({
      working: false,
      provisional: false,
    });
  });

  it('with a faulty row is refused as a whole, each fault named', async () => {
    const desk = await freshDesk();
    const rows = [
      { date: '2027-13-01', type: '休' },
      { date: '2027-01-01', type: '放假' },
    ];
    expect(refusal(await loadHolidays(desk, people.office, { ...notice, rows }))).toMatchObject({
      why: {
        reason: 'notice',
        why: [
          { kind: 'not-a-date', row: 1 },
          { kind: 'unknown-type', row: 2 },
        ],
      },
    });
    expect(refusal(await loadHolidays(desk, people.liaison, notice))).toMatchObject({ stage: 'rights' });
  });
});

const itemsCsv = csv(
  ['抽查事项编码', '抽查事项名称', '抽查依据', '抽查主体', '抽查对象'],
  ['SX01', '食品经营许可检查', '《食品安全法》第三十五条', 'scjg', '食品经营者'],
  ['SX02', '食品标签检查', '《食品安全法》第三十五条', 'scjg', '食品经营者'],
  ['SX03', '医疗废物检查', '《传染病防治法》第五十三条', 'wjw', '医疗机构'],
);

async function deskWithItems(): Promise<TestDesk> {
  const desk = await freshDesk();
  for (const bytes of [departmentsCsv, itemsCsv])
    value(await importList(desk, people.office, { bytes, file: 'x.csv' }));
  value(await adoptPolicy(desk, people.office, 'fuan-2018'));
  return desk;
}

describe('lists sent, received and published (福安 2018 二(一)1)', () => {
  it('a department sends its item list to both receivers that the document names, each receives for itself', async () => {
    const desk = await deskWithItems();
    expect(value(await sendList(desk, people.liaison, { list: 'items' }))).toMatchObject({
      to: ['reform-office', 'regulator'],
    });
    value(await sendList(desk, people.liaison, { list: 'items' }));
    expect((await kinds(desk)).filter((kind) => kind === 'list-sent')).toHaveLength(1);
    const receipt = { list: 'items', department: 'scjg', as: 'regulator' } as const;
    value(await receiveList(desk, people.office, receipt));
    value(await receiveList(desk, people.office, receipt));
    expect((await facts(desk)).filter(({ kind }) => kind === 'list-received')).toMatchObject([
      { body: { by: 'regulator', department: 'scjg' } },
    ]);
  });

  it('who is no receiver is not sent one, and what was not sent cannot be received', async () => {
    const desk = await deskWithItems();
    expect(refusal(await sendList(desk, people.liaison, { list: 'items', to: ['court'] }))).toMatchObject({
      why: { reason: 'not-a-receiver', receivers: ['reform-office', 'regulator'] },
    });
    const receipt = { list: 'items', department: 'scjg', as: 'regulator' } as const;
    expect(refusal(await receiveList(desk, people.office, receipt))).toMatchObject({ why: { reason: 'not-sent' } });
    expect(refusal(await sendList(desk, people.liaison, { list: 'fruit' }))).toMatchObject({
      why: { reason: 'no-such-list' },
    });
    expect(refusal(await sendList(desk, people.liaison, { list: 'experts' }))).toMatchObject({
      why: { reason: 'empty-list' },
    });
  });

  it('the office does not sign for 司法局, nor 司法局 for others', async () => {
    const desk = await deskWithItems();
    value(await sendList(desk, people.liaison, { list: 'items' }));
    const receipt = (as: 'legal' | 'regulator') => ({ list: 'items', department: 'scjg', as }) as const;
    expect(refusal(await receiveList(desk, people.office, receipt('legal')))).toMatchObject({ stage: 'rights' });
    expect(refusal(await receiveList(desk, people.legal, receipt('regulator')))).toMatchObject({ stage: 'rights' });
  });

  it('a paper written elsewhere is known by its digest: another text is another version', async () => {
    const desk = await deskWithItems();
    const paper = (digest: string) => ({ list: 'rule', paper: { title: '工作细则', digest: digest.repeat(64) } });
    expect(value(await sendList(desk, people.liaison, paper('a'))).version).toBe(1);
    expect(value(await sendList(desk, people.liaison, paper('a'))).version).toBe(1);
    expect(value(await sendList(desk, people.liaison, paper('b'))).version).toBe(2);
    expect((await kinds(desk)).filter((kind) => kind === 'list-sent')).toHaveLength(2);
  });

  it('a list is published where the document says, by its own department or the office', async () => {
    const desk = await deskWithItems();
    const at = { list: 'items', department: 'scjg', where: 'http://invalid.example/1', on: '2025-04-01' };
    const wrong = refusal(await publishList(desk, people.liaison, { ...at, channel: '电线杆' }));
    if (wrong.stage !== 'registry' || wrong.why.reason !== 'not-a-channel') throw new Error('another refusal');
    const [channel = ''] = wrong.why.channels;
    value(await publishList(desk, people.liaison, { ...at, channel }));
    value(await publishList(desk, people.liaison, { ...at, channel }));
    expect((await kinds(desk)).filter((kind) => kind === 'list-published')).toHaveLength(1);
    expect(refusal(await publishList(desk, people.otherLiaison, { ...at, channel }))).toMatchObject({
      stage: 'rights',
      why: { reason: 'not-own' },
    });
    expect(refusal(await publishList(desk, people.office, { ...at, channel, where: ' ' }))).toMatchObject({
      why: { reason: 'no-address' },
    });
  });
});

describe('an item whose basis is repealed', () => {
  const repeal = { item: 'SX01', from: '2025-07-01', ground: '省人大公告', replacedBy: '' };

  it('carries the day from then on, and others with the same basis are named', async () => {
    const desk = await deskWithItems();
    expect(value(await repealItem(desk, people.office, repeal))).toMatchObject({ sameBasis: ['SX02'], tasks: [] });
    const items = await kept(desk.db, await snapshot(desk.db), 'item');
    expect(items.find(({ code }) => code === 'SX01')).toMatchObject({ repealedFrom: '2025-07-01' });
    value(await repealItem(desk, people.office, repeal));
    expect((await kinds(desk)).filter((kind) => kind === 'item-repealed')).toHaveLength(1);
  });

  it('is not repealed a second time from another day, without ground, or by a department', async () => {
    const desk = await deskWithItems();
    value(await repealItem(desk, people.office, repeal));
    const refused = async (change: Partial<typeof repeal>) =>
      refusal(await repealItem(desk, people.office, { ...repeal, ...change }));
    expect(await refused({ from: '2025-08-01' })).toMatchObject({ why: { reason: 'repealed-otherwise' } });
    expect(await refused({ ground: '' })).toMatchObject({ why: { reason: 'no-ground' } });
    expect(await refused({ item: 'SX99' })).toMatchObject({ why: { reason: 'no-such-item' } });
    expect(await refused({ from: '明天' })).toMatchObject({ why: { reason: 'not-a-date' } });
    expect(refusal(await repealItem(desk, people.liaison, repeal))).toMatchObject({ stage: 'rights' });
  });
});
