/** Summaries, the quarter's bulletin and the month's news, as they are owed; numbers that can stand, for any numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkNumbers,
  type NumberKey,
  numberKeys,
  recordKinds,
  type Stated,
  standing,
} from '../../core/bulletin/number.ts';
import { bulletinPeriod, quarterBefore } from '../../core/bulletin/period.ts';
import { progressOf } from '../../core/bulletin/progress.ts';
import { type SummaryAsked, summariesAsked, summariesHeld } from '../../core/bulletin/summary.ts';
import type { Json } from '../../core/canonical.ts';
import { fromNews, fromQuarter, fromSummary } from '../../core/owed/from-bulletin.ts';
import { roundAt } from '../../core/owed/rounds.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { policyCalled } from '../../core/policy/index.ts';
import { outcome, part, recorded } from './make.ts';

const calendar = chineseCalendar();
const asked = (policy: string, year: number): readonly SummaryAsked[] => {
  const found = policyCalled(policy);
  if (found === null) throw new Error(policy);
  return summariesAsked(found, year, calendar);
};
const one = (policy: string, year: number, key: SummaryAsked['key']): SummaryAsked => {
  const found = asked(policy, year).find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const unit = [{ department: 'a', returned: false }];
const roundOn = (summary: SummaryAsked, day: string) => {
  const [owed] = fromSummary(summary, unit, calendar);
  return owed === undefined ? null : (roundAt(owed.rounds, day, `${day}T02:00:00.000Z`)?.name ?? null);
};

describe('what is asked for', () => {
  it('S0-73 the half-year summary by 4 July is reminded of in the days before, and once it is over', () => {
    const half = one('sanming-2025', 2025, 'half-year-report');
    expect(half).toMatchObject({ period: 'half-year-report/2025', due: '2025-07-04', by: ['member', 'county-office'] });
    expect(roundOn(half, '2025-06-20')).toBeNull();
    expect(roundOn(half, '2025-07-01')).toBe('ahead');
    expect(roundOn(half, '2025-07-04')).toBe('last');
    expect(roundOn(half, '2025-07-07')).toBe('over');
  });

  it('S0-74 S0-75 the year’s summary and next year’s rows are due on a Sunday, reminded on the Friday, and not moved', () => {
    const whole = one('sanming-2025', 2025, 'year-report');
    expect(whole.due).toBe('2025-12-14');
    expect(roundOn(whole, '2025-12-12')).toBe('last');
    expect(one('sanming-2025', 2025, 'next-year-plan')).toMatchObject({ due: '2025-12-14', withRows: true });
  });

  it('S0-76 the parts are those of the document', () => {
    expect(one('sanming-2025', 2025, 'half-year-report').parts).toEqual([
      '工作成效',
      '典型经验做法',
      '特色亮点',
      '案例',
    ]);
    expect(one('shishi-2024', 2024, 'half-year-report').parts).toEqual(['抽查工作开展情况']);
  });

  it('S1-54 S1-55 sections report by 25 June and 5 December', () => {
    const half = one('shishi-2024', 2024, 'half-year-report');
    expect(half).toMatchObject({ due: '2024-06-25', by: ['section'] });
    expect(roundOn(half, '2024-06-20')).toBe('ahead');
    expect(one('shishi-2024', 2024, 'year-report').due).toBe('2024-12-05');
  });

  it('S1-53 progress without a day is asked for once each quarter is over', () => {
    const quarters = asked('shishi-2024', 2024).filter(({ key }) => key === 'progress');
    expect(quarters.map(({ period }) => period)).toEqual(['progress/2024-2', 'progress/2024-3', 'progress/2024-4']);
    expect(quarters[0]?.due).toBeNull();
  });

  it('S2-79 the report of supervision work is owed by the departments, without a day', () => {
    expect(one('fuan-2018', 2019, 'work-report')).toMatchObject({ due: null, by: ['member'] });
  });

  it('a summary holds from its last version, and one sent back does not', () => {
    const entry = (seq: number, kind: string, body: Json) => ({ seq, at: '', kind, actor: 'person:l1', body });
    const sent = { period: 'p', department: 'a', parts: [], late: false, on: '2025-07-01', figures: [], file: null };
    const back = (summary: number) => ({ period: 'p', department: 'a', summary, words: '补充' });
    const held = (...entries: Parameters<typeof summariesHeld>[0][number][]) => summariesHeld(entries).get('a');
    expect(held(entry(1, 'summary-submitted', sent))).toMatchObject({ seq: 1, returned: null, before: 0 });
    expect(held(entry(1, 'summary-submitted', sent), entry(2, 'summary-returned', back(1)))?.returned).toBe('补充');
    const anew = [
      entry(1, 'summary-submitted', sent),
      entry(2, 'summary-returned', back(1)),
      entry(3, 'summary-submitted', sent),
    ];
    expect(held(...anew)).toMatchObject({ seq: 3, returned: null, before: 1 });
    // A return of an earlier version, and a body that was erased, change nothing.
    expect(
      held(...anew, entry(4, 'summary-returned', back(1)), entry(5, 'summary-submitted', null))?.returned,
    ).toBeNull();
  });
});

describe('bulletins', () => {
  it('S4-82 the office is asked for the quarter’s on the first working day after it', () => {
    const period = quarterBefore('2023-10-09');
    expect(period).toMatchObject({ period: 'quarter/2023-3', from: '2023-07-01', to: '2023-09-30' });
    const source = { document: '', clause: '', quote: '', basis: 'text' } as const;
    // 1 to 6 October are holidays, 7 October is worked instead.
    expect(fromQuarter(period, source, calendar).rounds).toMatchObject([{ from: '2023-10-07', to: null }]);
  });

  it('a period is read as people type it', () => {
    expect(bulletinPeriod('2023 第二季度')?.period).toBe('quarter/2023-2');
    expect(bulletinPeriod('２０２３-2')?.period).toBe('quarter/2023-2');
    expect(bulletinPeriod('2025上半年')?.period).toBe('half-year/2025');
    expect(bulletinPeriod('2025年全年')?.period).toBe('year/2025');
    expect(bulletinPeriod('2023-06-31')).toBeNull();
    expect(bulletinPeriod('2023-5')).toBeNull();
  });

  it('S4-72 on the 20th a department with one item of news is reminded', () => {
    const source = { document: '', clause: '', quote: '', basis: 'text' } as const;
    const month = { name: '2023-06', to: '2023-06-30' };
    const [owed] = fromNews(month, { n: 2, source }, [{ department: 'a', held: 1 }], calendar);
    expect(owed).toMatchObject({ by: 'department:a', matter: { held: 1, asked: 2 }, rounds: [{ from: '2023-06-20' }] });
  });
});

describe('progress of the plan', () => {
  it('S1-11 S1-15 each task says where it stands and the days left; an unfinished one from above comes first', () => {
    const rows = recorded({
      today: '2025-06-15',
      parts: [
        part({ task: 'P/T1', ended: null, publicOn: null }),
        part({ task: 'P/T2', origin: 'province', ended: null, publicOn: null, due: '2025-06-10' }),
        part({ task: 'P/T3' }),
      ],
      outcomes: [
        outcome({ visit: '3/0', state: 'entered' }),
        outcome({ visit: '3/1', state: 'missing', checkedOn: null }),
      ],
      visitTasks: new Map(['3/0', '3/1'].map((visit) => [visit, [{ task: 'P/T1', name: '', label: '' }]])),
    });
    expect(progressOf(rows).map(({ task, state, daysLeft }) => [task, state, daysLeft])).toEqual([
      ['P/T2', 'not-begun', -5],
      ['P/T1', 'visiting', 15],
      ['P/T3', 'published', 15],
    ]);
  });
});

describe('stated numbers', () => {
  const span = { from: '2025-03-01', to: '2025-03-31' };
  const check = (numbers: Partial<Record<NumberKey, number>>, held: readonly Stated[] = []) => {
    const pairs = numberKeys.flatMap((key) => (numbers[key] === undefined ? [] : [[key, numbers[key]] as const]));
    const done = checkNumbers(span, new Map(pairs), held, '2025-09-01');
    return done.ok ? [] : done.error.map(({ kind }) => kind);
  };

  it('S4-69 the total of the five kinds is their sum, for any numbers', () => {
    const five = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999));
    fc.assert(
      fc.property(five, fc.integer({ min: -2, max: 2 }), (counts, off) => {
        const numbers = Object.fromEntries(recordKinds.map((kind, i) => [`${kind}-produced`, counts[i]]));
        const sum = counts.reduce((all, n) => all + n, 0);
        if (sum + off < 0) return;
        expect(check({ ...numbers, 'records-produced': sum + off })).toEqual(off === 0 ? [] : ['sum-differs']);
      }),
    );
  });

  it('are whole, not ahead of today, and no more is published than entered', () => {
    expect(check({ news: 1.5 })).toEqual(['not-whole']);
    expect(check({ news: -1 })).toEqual(['not-whole']);
    expect(check({ 'honour-entered': 1, 'honour-published': 2 })).toEqual(['more-than']);
  });

  it('the same span corrects, another that overlaps is refused, and the latest of the same span holds', () => {
    const held = (from: string, to: string, seq: number, n: number): Stated => ({
      department: 'a',
      key: 'news',
      from,
      to,
      n,
      source: '台账',
      seq,
    });
    expect(check({ news: 5 }, [held('2025-03-01', '2025-03-31', 1, 2)])).toEqual([]);
    expect(check({ news: 5 }, [held('2025-01-01', '2025-03-31', 1, 2)])).toEqual(['overlaps']);
    expect(standing([held('2025-03-01', '2025-03-31', 3, 5), held('2025-03-01', '2025-03-31', 1, 2)])).toMatchObject([
      { n: 5 },
    ]);
  });
});
