/** Every figure counted over hand-made rows: what lowers it, what it names, and where it says 无数据. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFigure, figureKeys } from '../../core/bulletin/count.ts';
import { type FigureValue, lackingRows, shareOf } from '../../core/bulletin/figure.ts';
import type { Stated } from '../../core/bulletin/number.ts';
import { percent, valueText } from '../../core/bulletin/print.ts';
import { progressOf } from '../../core/bulletin/progress.ts';
import type { Recorded, Scope } from '../../core/bulletin/recorded.ts';
import { analysed } from '../../core/bulletin/trade.ts';
import { isFollowedUp } from '../../core/follow-up/figure.ts';
import { percentOf } from '../../core/percent.ts';
import { type Figure, figures } from '../../core/policy/figure.ts';
import { policies } from '../../core/policy/index.ts';
import { targetsFor } from '../../core/policy/measure.ts';
import { item, outcome, part, recorded, year } from './make.ts';

const policy = (area: string) => {
  const found = policies.find(({ id }) => id.startsWith(area));
  if (found === undefined) throw new Error(area);
  return found;
};
const count = (figure: Figure, rows: Partial<Recorded>, scope: Scope = year): FigureValue =>
  countFigure(figure, recorded(rows), scope, []);
const asked = (area: string, figure: Figure, rows: Partial<Recorded>, scope: Scope = year): FigureValue =>
  countFigure(figure, recorded(rows), scope, targetsFor(policy(area), figure, '2025-06-01'));
const share = (value: FigureValue) => shareOf(value);
const named = (value: FigureValue) => lackingRows(value).map(({ id, lacking }) => `${id} ${lacking}`);

describe('tasks', () => {
  it('S1-06 S4-52 one task past its day lowers 按时完成率 and is named; a task whose day has not come is not asked about', () => {
    const late = part({ task: 'P-2025/T2', ended: null, publishBy: null, publicOn: null });
    const later = part({ task: 'P-2025/T3', due: '2026-03-01', ended: null, publishBy: null, publicOn: null });
    expect(share(count('on-time', { parts: [part()] }))).toBe(10000);
    const value = asked('shishi', 'on-time', { parts: [part(), late, later] });
    expect(value.count).toMatchObject({ n: 1, of: 2 });
    expect(named(value)).toEqual(['P-2025/T2 not-finished']);
    expect(value.goals[0]?.met).toBe(false);
  });

  it('a task finished by its day is late only once the day for its publication has passed', () => {
    const waiting = part({ publicOn: null });
    expect(count('on-time', { parts: [waiting], today: '2025-07-18' }).count).toBe('no-data');
    expect(named(count('on-time', { parts: [waiting], today: '2025-07-19' }))).toEqual(['P-2025/T1 not-published']);
    const late = part({ publicOn: '2025-07-21' });
    expect(named(count('on-time', { parts: [late] }))).toEqual(['P-2025/T1 late']);
  });

  it('S4-48 a task that ended and of which nothing is public counts as not finished', () => {
    const value = count('plan-finished', { parts: [part({ publicOn: null })] });
    expect(value.count).toMatchObject({ n: 0, of: 1 });
    expect(named(value)).toEqual(['P-2025/T1 not-published']);
  });

  it('S4-48 what a partner left with a reason holds up nobody else, and is no inspection of its own: figures, progress and bulletin agree', () => {
    const parts = [part(), part({ department: 'b', publicOn: null, left: true })];
    expect(count('plan-finished', { parts }).count).toMatchObject({ n: 1, of: 1 });
    expect(count('on-time', { parts }).count).toMatchObject({ n: 1, of: 1 });
    expect(named(count('plan-finished', { parts }, { ...year, department: 'b' }))).toEqual(['P-2025/T1 not-inspected']);
    expect(progressOf(recorded({ parts }))[0]?.state).toBe('published');
    // Nothing but such: nothing was inspected.
    const none = parts.map((each) => ({ ...each, publicOn: null, left: true }));
    expect(named(count('plan-finished', { parts: none }))).toEqual(['P-2025/T1 not-inspected']);
    expect(progressOf(recorded({ parts: none }))[0]?.state).not.toBe('published');
  });

  it('S1-50 S4-26 planned tasks are finished, withdrawn with a reason, or named', () => {
    const parts = [
      part(),
      part({ task: 'P-2025/T2', withdrawn: true, ended: null, publicOn: null }),
      part({ task: 'P-2025/T3', ended: null, publicOn: null }),
    ];
    const value = asked('ganzhou', 'plan-finished', { parts });
    expect(value.count).toMatchObject({ n: 2, of: 3 });
    expect(named(value)).toEqual(['P-2025/T3 not-finished']);
  });

  it('one department that is late makes the task late for the area, and only for itself among departments', () => {
    const parts = [part(), part({ department: 'b', ended: null, publicOn: null, publishBy: null })];
    expect(share(count('on-time', { parts }))).toBe(0);
    expect(share(count('on-time', { parts }, { ...year, department: 'a' }))).toBe(10000);
    expect(share(count('on-time', { parts }, { ...year, department: 'b' }))).toBe(0);
  });

  it('S2-06 S3-07 a department with items and without a draw is named', () => {
    const draw = {
      id: '3/T1',
      task: 'P-2025/T1',
      departments: ['a1'],
      on: '2025-05-01',
      subjects: 9,
      byClass: true,
      differentiated: false,
    };
    const gone = item('X3', 'c', { repealedFrom: '2024-01-01' });
    const items = [item('X1', 'a'), item('X2', 'b'), gone];
    const value = asked('fuan', 'departments-drawing', { items, drawn: [draw] });
    expect(value.count).toMatchObject({ n: 1, of: 2 });
    expect(named(value)).toEqual(['b not-drawn']);
  });

  it('the differentiated share weighs a draw by the subjects drawn', () => {
    const draw = { task: 'P-2025/T1', departments: ['a'], on: '2025-05-01', byClass: true };
    const drawn = [
      { ...draw, id: '3/T1', subjects: 90, differentiated: true },
      { ...draw, id: '3/T2', subjects: 10, differentiated: false },
    ];
    expect(count('differentiated', { drawn }).count).toMatchObject({ n: 90, of: 100 });
    expect(share(count('classes-applied', { drawn }))).toBe(10000);
  });
});

describe('outcomes', () => {
  it('S1-07 S4-53 one outcome that is not public lowers 公示率 and is named', () => {
    const value = asked('ganzhou', 'published', {
      outcomes: [outcome(), outcome({ item: 'X2', state: 'entered' })],
    });
    expect(value.count).toMatchObject({ n: 1, of: 2 });
    expect(named(value)).toEqual(['3/0/a/X2 not-published']);
    expect(value.goals[0]?.met).toBe(false);
  });

  it('S2-90 what should have been inspected and was not is named, and what is withheld by decision is not asked for', () => {
    const outcomes = [
      outcome(),
      outcome({ item: 'X2', state: 'missing', checkedOn: null, door: null, code: null }),
      outcome({ item: 'X3', state: 'withheld' }),
    ];
    expect(named(count('published', { outcomes }))).toEqual(['3/0/a/X2 not-inspected']);
    // Until its window is over nothing is missing.
    expect(share(count('published', { outcomes, today: '2025-06-30' }))).toBe(10000);
  });

  it('S1-08 S4-45 an open finding lowers 后续处置率 and is named; disposed of, it counts', () => {
    const open = { id: '3/0/a/X1', department: 'a', on: '2025-06-10', disposed: false };
    const value = asked('shishi', 'followed-up', { findings: [open, { ...open, id: '3/1/a/X1', disposed: true }] });
    expect(value.count).toMatchObject({ n: 1, of: 2 });
    expect(named(value)).toEqual(['3/0/a/X1 no-disposal']);
    expect(share(count('followed-up', { findings: [{ ...open, disposed: true }] }))).toBe(10000);
  });

  it('S2-45 S4-48 what was left with a stated reason is not asked for, and is no inspection of its item', () => {
    const outcomes = [
      outcome(),
      outcome({ item: 'X2', state: 'excused', checkedOn: null, door: null, code: null }),
      outcome({ visit: '3/9', item: 'X2', state: 'excused', checkedOn: null, door: null, code: null }),
    ];
    expect(count('published', { outcomes }).count).toMatchObject({ n: 1, of: 1 });
    expect(count('finding-rate', { outcomes }).count).toMatchObject({ n: 0, of: 1 });
    const items = [item('X1', 'a'), item('X2', 'a')];
    expect(named(count('items-finished', { items, outcomes }))).toEqual(['X2 not-inspected']);
  });

  it('S4-45 S1-08 后续处置率 is printed as it is counted: disposed of, whether or not closed', () => {
    expect(figures['followed-up'].numerator.zh).toBe('已处置的问题（含已办结的）');
    const counts = (['open', 'under-way', 'disposed', 'closed'] as const).filter((state) => isFollowedUp({ state }));
    expect(counts).toEqual(['disposed', 'closed']);
  });

  it('S4-47 掌上执法率 counts by the recorded door, and tells the provincial app apart', () => {
    const value = asked('ganzhou', 'mobile-entry', {
      outcomes: [
        outcome({ door: 'provincial-app' }),
        outcome({ item: 'X2', door: 'phone-page' }),
        outcome({ item: 'X3', door: 'chat' }),
        outcome({ item: 'X4', door: 'workbook' }),
        // Not public, so no check yet.
        outcome({ item: 'X5', door: 'chat', state: 'entered' }),
      ],
    });
    expect(value.count).toMatchObject({ n: 3, of: 4 });
    expect(value.parts.find(({ key }) => key === 'provincial-app')).toMatchObject({ n: 1, of: 4 });
    expect(value.goals[0]?.met).toBe(false);
  });

  it('S1-27 S4-36 问题发现率 is told by task and class in the order of the tasks, and has no goal to be met', () => {
    const value = asked('shishi', 'finding-rate', {
      outcomes: [outcome({ visit: '3/1', problem: true, code: 'pending' }), outcome()],
      visitTasks: new Map([
        ['3/0', [{ task: 'P/T1', name: '食品', label: 'A' }]],
        ['3/1', [{ task: 'P/T1', name: '食品', label: 'C' }]],
      ]),
    });
    expect(value.count).toMatchObject({ n: 1, of: 2 });
    expect(value.parts.map(({ name, n, of }) => [name.zh, n, of])).toEqual([
      ['食品 · A', 0, 1],
      ['食品 · C', 1, 1],
    ]);
    expect(value.goals[0]?.met).toBeNull();
    expect(lackingRows(value)).toEqual([]);
  });

  it('S4-68 an item without a finished check is named; one that was checked and is not public is none', () => {
    const value = asked('ganzhou', 'items-finished', {
      items: [item('X1', 'a'), item('X2', 'a'), item('X3', 'b')],
      outcomes: [outcome(), outcome({ item: 'X2', state: 'entered' })],
    });
    expect(value.count).toMatchObject({ n: 1, of: 3 });
    expect(named(value)).toEqual(['X2 not-inspected', 'X3 not-inspected']);
  });

  it('S2-61 S4-56 a trade shows what was checked, found, found again and is open, each with the rows behind it', () => {
    const problem = { problem: true, code: 'pending' } as const;
    const lines = analysed(
      [outcome({ ...problem }), outcome({ ...problem, visit: '4/7' }), outcome({ visit: '4/8', subject: 'uscc:2' })],
      [{ id: '3/0/a/X1', department: 'a', on: '2025-06-10', disposed: false }],
      () => '食品',
    );
    expect(lines).toEqual([
      { key: '食品', checked: ['3/0', '4/7', '4/8'], found: ['3/0', '4/7'], repeated: ['uscc:1'], open: ['3/0/a/X1'] },
    ]);
  });
});

describe('officers', () => {
  it('S4-63 an officer without an act in the period is named to the own department', () => {
    const officers = [
      { number: '1', department: 'a', active: true },
      { number: '2', department: 'a1', active: false },
    ];
    expect(named(asked('ganzhou', 'officers-active', { officers }, { ...year, department: 'a' }))).toEqual([
      '2 no-act',
    ]);
  });

  it('S4-61 without the department’s own list nobody can say who is missing: 无数据', () => {
    const officers = [{ number: '1', department: 'a', active: true }];
    const value = asked('ganzhou', 'officers-entered', { officers });
    expect(value.count).toBe('no-data');
    expect(valueText(value)).toBe('无数据');
    expect(value.goals[0]?.met).toBeNull();
    const listed = asked('ganzhou', 'officers-entered', { officers, stated: [stated('officers-listed', 2)] });
    expect(listed.count).toMatchObject({ n: 1, of: 2 });
    expect(listed.silent).toEqual(['b']);
  });
});

const stated = (key: Stated['key'], n: number, change: Partial<Stated> = {}): Stated => ({
  department: 'a',
  key,
  n,
  from: '2025-03-01',
  to: '2025-03-31',
  source: '甘肃省“互联网+监管”系统',
  seq: 7,
  ...change,
});

describe('numbers that arise elsewhere', () => {
  it('S4-69 S4-70 the five kinds stand each by itself, and a kind without numbers reads 无数据, never 100 %', () => {
    const value = asked('ganzhou', 'records-published', {
      stated: [stated('permit-entered', 10), stated('permit-published', 10)],
    });
    expect(value.parts.map(({ key, n, of }) => [key, n, of])).toEqual([
      ['permit', 10, 10],
      ['check', null, null],
      ['penalty', null, null],
      ['coercion', null, null],
      ['violation', null, null],
    ]);
    expect(value.goals[0]?.met).toBeNull();
    const short = asked('ganzhou', 'records-entered', {
      stated: [
        stated('permit-produced', 99),
        stated('permit-entered', 99),
        stated('penalty-produced', 2),
        stated('penalty-entered', 1),
      ],
    });
    // Many permits do not make up for the penalty.
    expect(short.goals[0]?.met).toBe(false);
  });

  it('S4-71 honours, credit punishments and support are counted with their source, by department', () => {
    const value = asked('ganzhou', 'other-records', {
      stated: [stated('honour-produced', 4), stated('honour-published', 4)],
    });
    expect(value.parts.map(({ n }) => n)).toEqual([4, null, null]);
    expect(value.count).toMatchObject({ rows: [{ kind: 'statement', id: '7', department: 'a' }] });
  });

  it('S4-72 S4-73 news are asked of each department by month and by year, and a silent one is not at nought', () => {
    const months = [1, 2, 3].map((month) =>
      stated('news', 2, { from: `2025-0${month}-01`, to: `2025-0${month}-${month === 2 ? 28 : 31}`, seq: month }),
    );
    const rows = { stated: months, departments: [{ code: 'a', name: '甲局' }], today: '2025-04-01' };
    const value = asked('ganzhou', 'news', rows, { from: '2025-01-01', to: '2025-03-31', department: 'a' });
    expect(value.count).toMatchObject({ n: 6, of: null });
    expect(value.goals.map(({ met }) => met)).toEqual([true, null]);
    const few = asked('ganzhou', 'news', { ...rows, today: '2026-01-05' }, { ...year, department: 'a' });
    expect(few.goals.map(({ met }) => met)).toEqual([null, false]);
    expect(count('news', {}).count).toBe('no-data');
  });

  it('S4-74 exposure notices of the year are counted, and corrected by a later statement of the same span', () => {
    const rows = [stated('exposures', 3), stated('exposures', 5, { seq: 9 })];
    expect(count('exposures', { stated: rows }).count).toMatchObject({ n: 5, rows: [{ id: '9' }] });
  });

  it('S0-50 S4-70 a penalty decision of a task is collected once it is on record as public, or where the department states so', () => {
    const penalties = [{ id: '5', department: 'a', on: '2025-03-05', collected: false }];
    expect(count('penalties-collected', {}).count).toBe('no-data');
    const open = asked('sanming', 'penalties-collected', { penalties });
    expect(named(open)).toEqual(['5 not-collected']);
    expect(open.goals[0]?.met).toBe(false);
    const taken = [...penalties, { id: '6', department: 'b', on: '2025-04-05', collected: true }];
    expect(count('penalties-collected', { penalties: taken }).count).toMatchObject({ n: 1, of: 2 });
    const published = asked('ganzhou', 'records-published', { penalties: taken });
    expect(published.parts.find(({ key }) => key === 'penalty')).toMatchObject({ n: 1, of: 2 });
    // How many there should be is known to the departments alone.
    const entered = asked('ganzhou', 'records-entered', { penalties: taken });
    expect(entered.parts.find(({ key }) => key === 'penalty')).toMatchObject({ n: null, of: null });
    const value = count('penalties-collected', { penalties, stated: [stated('penalties-collected', 1)] });
    expect(value.count).toMatchObject({ n: 1, of: 1 });
  });
});

describe('every figure', () => {
  it('says 无数据 where nothing is on record, and prints its definition', () => {
    for (const figure of figureKeys) {
      const value = count(figure, {});
      expect(value.count, figure).toBe('no-data');
      expect(figures[figure].numerator.zh).not.toBe('');
    }
  });

  it('equals the sum of its rows, for any rows, and a department has no more than the area', () => {
    const state = fc.constantFrom('missing', 'entered', 'public', 'withheld');
    const one = fc.record({
      visit: fc.nat(5),
      item: fc.nat(3),
      department: fc.constantFrom('a', 'b'),
      state,
      problem: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: (each) => `${each.visit}/${each.department}/${each.item}` }),
        (all) => {
          const outcomes = all.map(({ visit, item: no, department, state: is, problem }) =>
            outcome({
              visit: `3/${visit}`,
              item: `X${no}`,
              department,
              state: is,
              problem,
              ...(is === 'missing' ? { checkedOn: null } : {}),
            }),
          );
          for (const figure of ['published', 'mobile-entry', 'finding-rate', 'outcomes-collected'] as const) {
            const area = count(figure, { outcomes });
            if (area.count === 'no-data') continue;
            expect(area.count.n).toBe(area.count.rows.reduce((sum, { n }) => sum + n, 0));
            expect(area.count.of).toBe(area.count.rows.reduce((sum, { of }) => sum + of, 0));
            expect(area.count.n).toBeLessThanOrEqual(area.count.of ?? 0);
            if (figure === 'finding-rate') continue;
            const own = ['a', 'b'].map((department) => count(figure, { outcomes }, { ...year, department }).count);
            expect(own.reduce((sum, each) => sum + (each === 'no-data' ? 0 : (each.of ?? 0)), 0)).toBe(area.count.of);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never rounded up to a goal', () => {
    expect([percentOf(259, 10000), percentOf(25, 1000), percentOf(1, 8)]).toEqual(['2.6%', '2.5%', '12.5%']);
    expect([percentOf(29999, 30000), percentOf(2, 3), percentOf(3, 3), percentOf(0, 3)]).toEqual([
      '99.9%',
      '66.7%',
      '100%',
      '0%',
    ]);
    expect(percent(9999)).toBe('99.99%');
    expect(percent(10000)).toBe('100%');
    expect(percent(9670)).toBe('96.7%');
    const findings = Array.from({ length: 30000 }, (_, i) => ({
      id: `3/${i}/a/X1`,
      department: 'a',
      on: '2025-06-10',
      disposed: i > 0,
    }));
    expect(valueText(count('followed-up', { findings }))).toBe('99.9%（29999÷30000）');
  });
});
