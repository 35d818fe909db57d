/** One outcome on its way to the public and out of it: what is shown on a day, what is kept back, what counts as published. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onTime } from '../../core/bulletin/of-tasks.ts';
import { addDays } from '../../core/calendar.ts';
import {
  type Counted,
  countedAs,
  isCarriedOut,
  isDone,
  isToBePublic,
  standingOn,
  wasMadePublic,
} from '../../core/notice/counted.ts';
import { excusedBy, type TaskFinished } from '../../core/notice/finished.ts';
import { checkGround } from '../../core/notice/grounds.ts';
import { end, lift, publish, type Version, withhold } from '../../core/notice/life.ts';
import type { Notice, NoticePart, Shown } from '../../core/notice/notice.ts';
import { outcomeId, outcomeKeyOf } from '../../core/outcome/key.ts';
import { publicationDue } from '../../core/policy/due.ts';
import { policies } from '../../core/policy/index.ts';
import { part, recorded } from '../bulletin/make.ts';

const shown: Shown = {
  no: '3-0012',
  planId: '35040020251000',
  planName: '三明市2025年度“双随机、一公开”抽查计划',
  taskId: '350400202506261000',
  taskName: '餐饮服务单位联合抽查',
  directed: true,
  authority: '清漪县市场监督管理局',
  itemName: '餐饮服务食品安全监督检查',
  code: 'corrected',
  methods: ['on-site'],
  finding: '后厨未公示健康证',
  handling: 'order-correction',
  checkedOn: '2025-07-07',
};
const subject = { kind: 'uscc', number: '91350400MA00000000', name: '清漪县某某饭店' } as const;
const key = { source: '3', visit: 12, department: 'scjg', item: 'SX010101' };

const noticeOf = (version: Version, seq: number): Notice => ({ ...key, seq, plan: 'P', task: '1', ...version });
const toPublish = (seq: number, day: string, today: string, passed = true) => ({
  outcome: { seq, passed, shown },
  day,
  today,
  subject,
  destinations: ['公示系统'],
});
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const made = (version: Version | null): Version => {
  if (version === null) throw new Error('nothing was made');
  return version;
};
const privacy = (part: NoticePart, until: string | null = null) => ({
  part,
  ground: 'privacy' as const,
  words: '经营者姓名即为字号，涉及其个人住址',
  by: 'h1',
  until,
});

describe('公示的一生: one outcome’s notice', () => {
  it('nothing is published that is not entered, or that nobody else has read', () => {
    expect(publish(null, { ...toPublish(5, '2025-08-01', '2025-08-01'), outcome: null })).toEqual({
      ok: false,
      error: { reason: 'not-entered' },
    });
    expect(publish(null, toPublish(5, '2025-08-01', '2025-08-01', false))).toEqual({
      ok: false,
      error: { reason: 'not-reviewed' },
    });
  });

  it('S2-53: one field is held back, the page shows that and the rest stays', () => {
    const before = noticeOf(made(value(publish(null, toPublish(5, '2025-08-01', '2025-08-01')))), 9);
    const next = made(value(withhold(before, { outcome: 5, today: '2025-08-03', withholdings: [privacy('finding')] })));
    expect(next).toMatchObject({
      state: 'public',
      name: subject.name,
      body: { withheld: [{ part: 'finding', by: 'h1' }] },
    });
    expect(next.body.shown).toEqual({ ...shown, finding: '' });
    const named = made(
      value(withhold(before, { outcome: 5, today: '2025-08-03', withholdings: [privacy('subject')] })),
    );
    expect(named).toMatchObject({ state: 'public', kind: '', number: '', name: '' });
    // 检查编号 would lead to whom it is about.
    expect(named.body.shown?.no).toBe('');
  });

  it('a decision that was made before publication holds when it is published, and what it kept back comes out after its day', () => {
    const before = noticeOf(
      made(
        value(withhold(null, { outcome: 5, today: '2025-08-01', withholdings: [privacy('finding', '2025-08-31')] })),
      ),
      8,
    );
    const during = noticeOf(made(value(publish(before, toPublish(5, '2025-08-05', '2025-08-05')))), 9);
    expect(during.body.shown?.finding).toBe('');
    expect(value(publish(during, toPublish(5, '2025-08-20', '2025-08-20')))).toBeNull();
    const after = made(value(publish(during, toPublish(5, '2025-09-01', '2025-09-01'))));
    expect(after.body.shown?.finding).toBe(shown.finding);
  });

  it('what was to become public on a day becomes so in its corrected form: the wrong one is never read', () => {
    const set = noticeOf(made(value(publish(null, toPublish(5, '2025-08-10', '2025-08-01')))), 9);
    const corrected = made(value(publish(set, toPublish(7, '2025-08-20', '2025-08-02'))));
    expect(corrected).toMatchObject({ day: '2025-08-10', outcome: 7, body: { corrects: 9 } });
  });

  it('what ended by repair stays ended; what was withdrawn is published anew once it was found anew', () => {
    const public_ = noticeOf(made(value(publish(null, toPublish(5, '2025-08-01', '2025-08-01')))), 9);
    const repaired = noticeOf(
      made(value(end(public_, { why: 'repaired', words: '修复决定书1号', day: '2025-09-01', today: '2025-09-01' }))),
      10,
    );
    expect(publish(repaired, toPublish(11, '2025-09-02', '2025-09-02'))).toMatchObject({ ok: false });
    const withdrawn = noticeOf(
      made(value(end(public_, { why: 'withdrawn', words: '异议成立', day: '2025-09-01', today: '2025-09-01' }))),
      10,
    );
    expect(publish(withdrawn, toPublish(5, '2025-09-02', '2025-09-02'))).toMatchObject({ ok: false });
    expect(made(value(publish(withdrawn, toPublish(11, '2025-09-02', '2025-09-02'))))).toMatchObject({
      state: 'public',
      body: { corrects: 10 },
    });
    expect(end(null, { why: 'expired', words: 'x', day: '2025-09-01', today: '2025-09-01' })).toMatchObject({
      ok: false,
    });
  });

  it('S0-48 S4-48: what is not public is not counted as inspected, except what a decision that still holds keeps back', () => {
    const public_ = noticeOf(made(value(publish(null, toPublish(5, '2025-08-10', '2025-08-01')))), 9);
    const kept = noticeOf(
      made(value(withhold(null, { outcome: 5, today: '2025-08-01', withholdings: [privacy('whole', '2025-08-31')] }))),
      9,
    );
    const then = (outcome: number | null, passed: boolean, notice: Notice | null, read: Notice | null, today: string) =>
      countedAs({ outcome, passed, excused: false, notice, shown: read }, today);
    expect(then(null, false, null, null, '2025-08-01')).toBe('not-entered');
    expect(then(5, false, null, null, '2025-08-01')).toBe('not-reviewed');
    expect(then(5, true, null, null, '2025-08-01')).toBe('not-public');
    expect(then(5, true, public_, null, '2025-08-01')).toBe('set');
    expect(then(5, true, public_, public_, '2025-08-10')).toBe('public');
    expect(then(5, true, kept, kept, '2025-08-31')).toBe('withheld');
    expect(then(5, true, kept, kept, '2025-09-01')).toBe('not-public');
    const all: readonly Counted[] = [
      ...(['not-entered', 'excused', 'not-reviewed', 'not-public'] as const),
      ...(['set', 'public', 'ended', 'withheld'] as const),
    ];
    expect(all.filter(isDone)).toEqual(['public', 'ended', 'withheld']);
    expect([isToBePublic('withheld'), isToBePublic('not-public'), wasMadePublic('ended')]).toEqual([false, true, true]);
  });

  it('S4-48 S2-45: what was not inspected for a stated reason is waited for no more and is no inspection; nothing but such is not done', () => {
    const left = { passed: false, excused: true, notice: null, shown: null };
    expect(countedAs({ ...left, outcome: null }, '2025-08-01')).toBe('excused');
    expect(countedAs({ ...left, outcome: 5 }, '2025-08-01')).toBe('not-reviewed');
    expect([isDone('excused'), isToBePublic('excused'), wasMadePublic('excused')]).toEqual([false, false, false]);
    expect(isCarriedOut(['public', 'excused', 'withheld'])).toBe(true);
    expect(isCarriedOut(['excused', 'excused'])).toBe(false);
    expect(isCarriedOut(['public', 'not-entered', 'excused'])).toBe(false);
  });

  it('S1-34: 石狮 has its tasks finished and public by 2024-11-20: that day is the last, from 11-21 what is not public is late', () => {
    const shishi = policies.find(({ id }) => id === 'shishi-2024');
    if (shishi === undefined) throw new Error('no such policy');
    const calendar = { notices: [{ year: 2024, source: 'test', rest: [], makeUp: [] }], local: [] };
    const due = (ended: string) => publicationDue(shishi, { ended, field: '旅游', planDays: 20 }, calendar).date;
    // However early it ended, and on the eve too.
    expect([due('2024-09-30'), due('2024-11-19')]).toEqual(['2024-11-20', '2024-11-20']);
    const days = ['2024-11-19', '2024-11-20', '2024-11-21'];
    expect(days.map((today) => standingOn(due('2024-11-19'), false, today))).toEqual(['open', 'last-day', 'late']);
    expect(standingOn(due('2024-11-19'), true, '2024-11-21')).toBe('done');
    const finished = (publicOn: string | null, today: string) =>
      onTime(
        recorded({
          parts: [part({ due: '2024-11-20', ended: '2024-11-19', publishBy: '2024-11-20', publicOn })],
          today,
        }),
        { from: '2024-01-01', to: '2024-12-31', department: null },
      );
    expect(finished('2024-11-20', '2024-11-21')).toMatchObject({ n: 1, of: 1 });
    expect(finished('2024-11-21', '2024-11-21')).toMatchObject({ n: 0, of: 1 });
    expect(finished(null, '2024-11-20')).toBe('no-data');
  });

  it('the last statement of a task’s end says which outcomes will not come', () => {
    const finish = (without: readonly string[], tasks = ['P/T1']): TaskFinished => ({
      ...{ plan: 'P', book: '3', source: '3', department: 'a', departments: ['a'], ended: '2025-08-01', words: '停业' },
      tasks,
      without,
    });
    const all = [finish(['3/0/a/X1']), finish(['3/1/a/X2'], ['P/T2']), finish([])];
    expect([...excusedBy(all)]).toEqual([['3/1/a/X2', '停业']]);
  });

  it('S2-50: a general reason for keeping back is refused, one that names what is protected is taken', () => {
    expect(checkGround('privacy', '')).toEqual({ reason: 'reason-missing' });
    for (const words of [
      '不宜公开',
      '涉及商业秘密，依法不予公开。',
      '领导要求暂不公开',
      '该企业相关信息比较敏感',
      '。。。',
    ])
      expect([words, checkGround('trade-secret', words)?.reason]).not.toEqual([words, undefined]);
    expect(checkGround('trade-secret', '发现问题一栏写有该企业未公开的配方比例')).toBeNull();
    expect(checkGround('law', '涉及国家秘密的生产线参数')).toEqual({
      reason: 'law-not-named',
      words: '涉及国家秘密的生产线参数',
    });
    expect(checkGround('law', '《中华人民共和国政府信息公开条例》第十四条，生产线参数')).toBeNull();
  });

  it('an outcome’s name is read back as it was written, whatever its item’s code', () => {
    for (const item of ['SX010101', 'A/B-1', '食品 安全'])
      expect(outcomeKeyOf(outcomeId({ ...key, item }))).toEqual({ ...key, item });
    for (const text of ['', '3/12', '3/x/scjg/1', '3/12//1']) expect(outcomeKeyOf(text)).toBeNull();
  });
});

/**
 * The model in a few lines: what the public reads on a day is the last version whose day has come. Whatever happens to a notice, in any order and
 * on any days, these hold.
 */
describe('公示: whatever happens, in any order', () => {
  const first = '2025-08-01';
  const step = fc.oneof(
    fc.record({ act: fc.constant('publish' as const), ahead: fc.nat(6) }),
    fc.record({ act: fc.constant('enter' as const), passed: fc.boolean() }),
    fc.record({
      act: fc.constant('withhold' as const),
      part: fc.constantFrom<NoticePart>('whole', 'subject', 'finding', 'item'),
      days: fc.option(fc.nat(5)),
    }),
    fc.record({ act: fc.constant('lift' as const) }),
    fc.record({
      act: fc.constant('end' as const),
      why: fc.constantFrom('repaired', 'revoked', 'expired', 'withdrawn'),
    }),
    fc.record({ act: fc.constant('wait' as const), days: fc.nat(4) }),
  );

  it('only reviewed outcomes are read, none before its day, none after its end, and no part while it is kept back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const versions: Notice[] = [];
        const passed = new Map<number, boolean>();
        let [today, seq, outcome] = [first, 10, null as number | null];
        let whole: string | null | undefined;
        let repairedFrom: string | null = null;
        const read = (on: string): Notice | undefined => versions.findLast(({ day }) => day <= on);
        for (const each of steps) {
          seq += 1;
          const before = versions.at(-1) ?? null;
          const keep = (result: { ok: boolean; value?: Version | null }): Version | null => {
            const version = result.ok ? (result.value ?? null) : null;
            if (version !== null) versions.push(noticeOf(version, seq));
            return version;
          };
          if (each.act === 'wait') today = addDays(today, each.days);
          if (each.act === 'enter') {
            outcome = seq;
            passed.set(seq, each.passed);
          }
          if (each.act === 'publish') {
            const given = toPublish(outcome ?? 0, addDays(today, each.ahead), today);
            const made_ = keep(
              publish(before, {
                ...given,
                outcome: outcome === null ? null : { seq: outcome, passed: passed.get(outcome) === true, shown },
              }),
            );
            // Nothing is published over a decision that holds, nor after a repair.
            if (made_ !== null) {
              expect(whole === undefined || (whole !== null && whole < today)).toBe(true);
              expect(repairedFrom).toBeNull();
              expect(made_.day >= today).toBe(true);
            }
          }
          if (each.act === 'withhold') {
            const until = each.days === null ? null : addDays(today, each.days);
            const kept = keep(withhold(before, { outcome, today, withholdings: [privacy(each.part, until)] }));
            if (kept !== null && each.part === 'whole') whole = until;
          }
          if (each.act === 'lift' && keep(lift(before, { parts: [], today, yesterday: addDays(today, -1) })) !== null)
            whole = undefined;
          if (each.act === 'end') {
            const ended = keep(end(before, { why: each.why as 'repaired', words: '文号', day: today, today }));
            if (ended !== null && (each.why === 'repaired' || each.why === 'expired')) repairedFrom = today;
          }
          const now = read(today);
          if (now?.state !== 'public') continue;
          expect(passed.get(now.outcome)).toBe(true);
          expect(repairedFrom).toBeNull();
          for (const { part, until } of now.body.withheld) {
            if (until !== null && until < today) continue;
            expect(part).not.toBe('whole');
            if (part === 'finding') expect(now.body.shown?.finding).toBe('');
            if (part === 'item') expect(now.body.shown?.itemName).toBe('');
            if (part === 'subject') expect([now.name, now.number, now.body.shown?.no]).toEqual(['', '', '']);
          }
        }
      }),
      { numRuns: 400, seed: 20250922 },
    );
  });
});
