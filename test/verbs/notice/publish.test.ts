/** Publishing outcomes: by whom, after whose review, in how many working days. */
import { beforeAll, describe, expect, it } from 'vitest';
import { noticePosts } from '../../../bot/post/say/notice.ts';
import { publicationWords } from '../../../bot/say/notices.ts';
import { sayRefusal } from '../../../bot/say/refusal.ts';
import { type FinishedTask, finishTasks } from '../../../bot/verbs/notice/finish.ts';
import { type Publication, publicationsOf } from '../../../bot/verbs/notice/publications.ts';
import { publishOutcomes } from '../../../bot/verbs/notice/publish.ts';
import { outcomeBook } from '../../../bot/verbs/outcome/book.ts';
import { formOf } from '../../../bot/verbs/outcome/joint-form.ts';
import { loadHolidays } from '../../../bot/verbs/registry/load-holidays.ts';
import { owedNow } from '../../../bot/verbs/remind/owed-now.ts';
import { recordOutsideNumber } from '../../../bot/verbs/visit/record-outside-number.ts';
import { unfilled } from '../../../core/outcome/form.ts';
import { noticeHistory, standingNotices } from '../../../db/notices.ts';
import { facts, value } from '../../desk.ts';
import { expectRefused, hands } from '../../drawn-desk.ts';
import { type ReviewedDesk, reviewableDesk } from './reviewed-desk.ts';

/** One desk for the whole road, in its order. */
describe('公示检查结果: from the end of a task to what the public reads', () => {
  let made: ReviewedDesk;
  const all = { department: '', tasks: [], day: '', destinations: [] };
  const regulator = async (): Promise<readonly Publication[]> =>
    (await publicationsOf(made.desk, { book: made.book })).filter(({ department }) => department === 'scjg');
  const factsOf = async (kind: string) => (await facts(made.desk)).filter((each) => each.kind === kind);

  beforeAll(async () => {
    made = await reviewableDesk();
  });

  it('谁检查、谁录入、谁公开: the office publishes for nobody, and a liaison only for his own department', async () => {
    const { desk, book } = made;
    expectRefused(await publishOutcomes(desk, hands.drafter, { ...all, book, department: 'scjg' }), 'rights', {
      reason: 'no-role',
    });
    expectRefused(await publishOutcomes(desk, hands.otherLiaison, { ...all, book, department: 'scjg' }), 'rights', {
      reason: 'not-own',
    });
    expectRefused(await publishOutcomes(desk, hands.liaison, { ...all, book: '99' }), 'draw', {});
  });

  it('S1-40: nothing that nobody else has read is published, and it is counted by why', async () => {
    const { desk, book } = made;
    await made.enterAll('batch-1');
    const refused = await publishOutcomes(desk, hands.liaison, { ...all, book });
    expectRefused(refused, 'notice', {
      reason: 'nothing-to-publish',
      left: [{ why: 'not-reviewed', count: made.ids.length }],
    });
    if (!refused.ok) expect(sayRefusal(refused.error).zh).toContain(`未经审核 ${made.ids.length} 项`);
    await made.reviewAll();
  });

  it('a task is finished by its lead alone, when its outcomes are there or it is said why they will not come', async () => {
    const { desk, book } = made;
    const input = { book, tasks: [], ended: '', words: '' };
    expectRefused(await finishTasks(desk, hands.drafter, input), 'rights', { reason: 'no-role' });
    expectRefused(await finishTasks(desk, hands.liaison, input), 'notice', { reason: 'not-all-entered' });
    const words = '其余部门的检查结果另行登记';
    expectRefused(await finishTasks(desk, hands.liaison, { ...input, ended: '2025-02-30' }), 'notice', {
      reason: 'not-a-date',
    });
    expectRefused(await finishTasks(desk, hands.liaison, { ...input, words, ended: '2025-07-01' }), 'notice', {
      reason: 'ends-before-checks',
      last: '2025-07-07',
    });
    expectRefused(await finishTasks(desk, hands.liaison, { ...input, words, ended: '2026-01-01' }), 'notice', {
      reason: 'in-future',
    });
    expectRefused(await finishTasks(desk, hands.liaison, { ...input, words, tasks: ['没有的任务'] }), 'notice', {
      reason: 'no-task',
    });
    const finished: readonly FinishedTask[] = value(await finishTasks(desk, hands.liaison, { ...input, words }));
    expect(finished.map(({ ended }) => ended)).toEqual(['2025-07-07', '2025-07-07', '2025-07-07']);
    const count = (await factsOf('task-finished')).length;
    expect(count).toBe(3);
    // Pressed twice, it is answered the same and nothing is written.
    expect(value(await finishTasks(desk, hands.liaison, { ...input, words }))).toEqual(finished);
    expectRefused(await finishTasks(desk, hands.liaison, { ...input, ended: '2025-07-08' }), 'notice', {
      reason: 'finished-otherwise',
    });
    expect(await factsOf('task-finished')).toHaveLength(count);
  });

  it('S4-49: the last day counts working days with make-up days across National Day 2025, from the end of the task', async () => {
    const { desk, book } = made;
    desk.setNow('2025-09-23T01:00:00.000Z');
    const [first] = await regulator();
    const finish = (ended: string) =>
      finishTasks(desk, hands.liaison, { book, tasks: [first?.task ?? ''], ended, words: '核对后更正' });
    const due = async () => (await regulator())[0]?.due;
    value(await finish('2025-09-22'));
    expect(await due()).toMatchObject({ date: '2025-10-24', provisional: false });
    value(await finish('2025-09-20'));
    expect(await due()).toMatchObject({ date: '2025-10-23', provisional: false });
  });

  it('a day that rests on a year without a holiday notice is 暂定, and is worked out anew when the notice is loaded', async () => {
    const { desk, book } = made;
    desk.setNow('2026-12-22T01:00:00.000Z');
    const [first] = await regulator();
    const input = { book, tasks: [first?.task ?? ''], ended: '2026-12-21', words: '补登' };
    value(await finishTasks(desk, hands.liaison, input));
    const [before] = await regulator();
    expect(before?.due).toMatchObject({ provisional: true, missing: [2027] });
    if (before !== undefined) expect(publicationWords(before).zh).toContain('暂定');
    const owed = (await owedNow(desk, false)).owed.filter(
      ({ matter, by }) => matter.kind === 'notice' && matter.step === 'publish' && by === 'department:scjg',
    );
    expect(owed.some(({ missing }) => missing.includes(2027))).toBe(true);
    const rows = ['2027-01-01', '2027-01-04', '2027-01-05'].map((date) => ({ date, type: '休' }));
    value(await loadHolidays(desk, hands.drafter, { year: 2027, source: '国办发明电〔2026〕某号', rows }));
    const [after] = await regulator();
    expect(after?.due?.provisional).toBe(false);
    expect((after?.due?.date ?? '') > (before?.due?.date ?? '')).toBe(true);
    desk.setNow('2025-08-29T02:00:00.000Z');
  });

  it('a number that the platform of record gave a task stands in what is published, in place of ours', async () => {
    const { desk, tasks } = made;
    const [first] = tasks;
    if (first === undefined) throw new Error('a task is led');
    const about = { matter: 'task', plan: first.book.plan, task: first.task.no } as const;
    const recorded = { about, number: '350425202507071234', state: 'confirmed', words: '' } as const;
    expectRefused(await recordOutsideNumber(desk, hands.otherLiaison, recorded), 'rights', { reason: 'not-own' });
    value(await recordOutsideNumber(desk, hands.liaison, recorded));
  });

  it('nothing is read before its day, nor named in the fact that everybody may read', async () => {
    const { desk, book } = made;
    desk.setNow('2025-07-10T01:00:00.000Z');
    expectRefused(await publishOutcomes(desk, hands.liaison, { ...all, book, day: '2025-07-01' }), 'notice', {
      reason: 'day-past',
    });
    expectRefused(await publishOutcomes(desk, hands.liaison, { ...all, book, day: '2027-12-31' }), 'notice', {
      reason: 'day-after-due',
    });
    const done = value(
      await publishOutcomes(desk, hands.liaison, { ...all, book, day: '2025-07-20', destinations: ['公开栏'] }),
    );
    expect(done).toMatchObject({ published: made.ids.length, corrected: 0, left: [], day: '2025-07-20' });
    expect(done.destinations).toEqual(['国家企业信用信息公示平台(福建)', '公开栏']);
    expect(await standingNotices(desk.db, { today: '2025-07-19' })).toEqual([]);
    const read = await standingNotices(desk.db, { today: '2025-07-20', states: ['public'] });
    expect(read).toHaveLength(made.ids.length);
    const body = JSON.stringify((await factsOf('outcomes-published')).map((each) => each.body));
    const post = JSON.stringify(
      await noticePosts.publication?.say({ ...desk, site: 'https://m.invalid' }, { book, department: 'scjg' }),
    );
    expect(post).toContain('公示');
    for (const { name, number } of read)
      for (const told of [body, post]) expect([told.includes(name), told.includes(number)]).toEqual([false, false]);
    // Pressed twice.
    expect(value(await publishOutcomes(desk, hands.liaison, { ...all, book, day: '2025-07-20' }))).toMatchObject({
      published: 0,
      already: made.ids.length,
    });
    expect(await factsOf('outcomes-published')).toHaveLength(1);
  });

  it('S2-45: items that the lead finished its task without, saying why, are told as such, and nobody is reminded to enter them', async () => {
    const { desk, book } = made;
    const all_ = await publicationsOf(desk, { book });
    const ours = all_.filter(({ lead }) => lead === 'scjg');
    const left = ours.flatMap(({ rows }) => rows).filter(({ outcome }) => outcome === null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ counted }) => counted === 'excused')).toBe(true);
    const told = ours.find(({ outcomes }) => outcomes.excused > 0);
    if (told !== undefined) expect(publicationWords(told).zh).toContain('说明理由未检查');
    const [unseen] = left;
    if (unseen === undefined) throw new Error('something was left');
    const form = await formOf(desk, value(await outcomeBook(desk, book)), unseen.visit);
    const item = form.parts
      .find(({ department }) => department === unseen.department)
      ?.items.find(({ code }) => code === unseen.item);
    expect(item).toMatchObject({ entered: null, notChecked: expect.stringMatching(/另行登记|更正|补登/) });
    expect(unfilled(form).some((each) => each.department === unseen.department && each.item === unseen.item)).toBe(
      false,
    );
    desk.setNow('2025-09-10T01:00:00.000Z');
    const names = (rows: Publication['rows']) => rows.map((row) => `${row.visit.visit}/${row.department}/${row.item}`);
    const open = new Set(names(all_.flatMap(({ rows }) => rows).filter(({ outcome }) => outcome === null)));
    for (const name of names(left)) open.delete(name);
    const { owed } = await owedNow(desk, false);
    const reminded = owed.flatMap(({ matter }) => (matter.kind === 'outcome-entry' ? [matter.missing] : []));
    expect(reminded.reduce((sum, n) => sum + n, 0)).toBe(open.size);
    desk.setNow('2025-07-10T01:00:00.000Z');
  });

  it('S2-29: each row names the department that found it, with numbers in the national form', async () => {
    const { desk } = made;
    const [row] = await standingNotices(desk.db, { today: '2025-07-20', limit: 1 });
    expect(row?.body.shown).toMatchObject({
      authority: '清漪县市场监督管理局',
      planId: '35040020251000',
      code: 'no-problem',
    });
    const ids = (await standingNotices(desk.db, { today: '2025-07-20' })).map(({ body }) => body.shown?.taskId);
    expect(ids).toContain('350425202507071234');
    const [byName] = await standingNotices(desk.db, { today: '2025-07-20', search: row?.name.slice(2, 8) ?? '' });
    expect(byName?.name).toContain(row?.name.slice(2, 8));
    if (row?.kind !== '' && row !== undefined) {
      const subject = { kind: row.kind, number: row.number };
      const own = await standingNotices(desk.db, { today: '2025-07-20', subject });
      expect(own.length > 0 && own.every(({ number }) => number === row.number)).toBe(true);
    }
  });

  it('a corrected outcome is reviewed and published anew beside its old version', async () => {
    const { desk, book, ids } = made;
    desk.setNow('2025-08-01T01:00:00.000Z');
    const [changed = ''] = ids;
    await made.enterAll('batch-2', (id) => (id === changed ? { remark: '更正检查方式的说明' } : {}));
    expect((await regulator()).reduce((sum, { outcomes }) => sum + outcomes.corrected, 0)).toBeGreaterThan(0);
    expectRefused(await publishOutcomes(desk, hands.liaison, { ...all, book }), 'notice', {
      reason: 'nothing-to-publish',
    });
    await made.reviewAll();
    const again = value(await publishOutcomes(desk, hands.liaison, { ...all, book }));
    expect(again).toMatchObject({ published: 0, corrected: ids.length });
    const [source = '', visit = '', department = '', item = ''] = changed.split('/');
    const versions = await noticeHistory(desk.db, { source, visit: Number(visit), department, item });
    expect(versions.map(({ state, body }) => [state, body.corrects])).toEqual([
      ['public', null],
      ['public', versions[0]?.seq],
    ]);
  });
});
