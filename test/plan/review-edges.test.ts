/** Where a rule begins and ends: the last number that is still right. */
import { describe, expect, it } from 'vitest';
import { weightOf } from '../../core/plan/review/desk.ts';
import { appears, silent } from './appears.ts';
import { county, found, withItem, withPlan, withShares, withTask } from './county.ts';
import { makeBody, makeCell, makeDepartment, makeTask, percent } from './make.ts';

const sanming = county('三明');
const shishi = county('石狮');
const fuan = county('福安');
const wannian = county('万年');
const ganzhou = county('甘州');

describe('the last number that is still right', () => {
  it('三明 S0-27: as many draws as the statutory cap allows', () => {
    const key = withItem(sanming, { category: 'key', statutoryCap: 2 });
    silent(withTask(key, { drawsPerYear: 2 }), 'over-statutory-cap');
    expect(found(withTask(key, { drawsPerYear: 3 }), 'over-statutory-cap')).toHaveLength(1);
  });

  it('甘州 S4-37: nine tasks of ten by class are 90 %', () => {
    const first = ganzhou.plan.tasks[0] ?? makeTask();
    const plain = { ...first, no: 'R-100', scheme: '' };
    const classed = (n: number) => Array.from({ length: n }, (_, i) => ({ ...first, no: `R-2${i}` }));
    silent(withPlan(ganzhou, { tasks: [...classed(9), plain] }), 'target-missed');
    expect(found(withPlan(ganzhou, { tasks: [...classed(8), plain] }), 'target-missed')).toMatchObject([{ bp: 8888 }]);
  });

  it('甘州 S4-03: 80 % common subjects are much the same, one subject less is not', () => {
    const own = { reach: 'department', partners: [] } as const;
    const withFuel = (count: number) => {
      const [first] = ganzhou.plan.tasks;
      const food = makeTask({ ...first, ...own, bodies: [makeBody('market', ['food'])] });
      const fire = makeTask({
        ...first,
        ...own,
        no: 'R-009',
        lead: 'fire',
        bodies: [makeBody('fire', ['fire-food'])],
        frame: { tags: ['餐饮', '加油站'], types: [], places: [] },
      });
      const fuel = makeCell({ tags: ['加油站'], classes: { credit: 'B' }, count });
      return { ...withPlan(ganzhou, { tasks: [food, fire] }), cells: [...ganzhou.cells, fuel] };
    };
    appears(withFuel(751), withFuel(750), 'could-be-joined', { shareBp: 8000, common: 3000 });
  });

  it('石狮 S1-39: two sections of one bureau on the same subjects are listed, two tasks of one section are not', () => {
    const [first] = shishi.plan.tasks;
    const own = { reach: 'department', partners: [] } as const;
    const two = (section: string) =>
      withPlan(shishi, {
        tasks: [
          makeTask({ ...first, ...own, bodies: [makeBody('market', ['food'])], section: '食品股' }),
          makeTask({ ...first, ...own, no: 'R-009', bodies: [makeBody('market', ['hotel'])], section }),
        ],
      });
    appears(two('食品股'), two('广告股'), 'could-be-joined', { task: 'R-009', other: 'R-001' });
  });

  it('as many certificates as officers, as many experts as asked', () => {
    const certified = (n: number) => ({ ...fuan, people: fuan.people.map((each) => ({ ...each, certified: n })) });
    silent(certified(2), 'inspectors-short');
    expect(found(certified(1), 'inspectors-short').length).toBeGreaterThan(0);
    silent(withTask(fuan, { experts: [{ field: '特种设备', number: 3 }] }), 'experts-short');
  });

  it('万年 S3-14: a tenth of 2,409 is 240 subjects and not 241', () => {
    const more = {
      ...wannian,
      cells: [...wannian.cells, makeCell({ tags: ['其他'], classes: { pool: 'A' }, count: 9 })],
    };
    expect(found(more, 'coverage-expected')).toMatchObject([{ roll: 2409, limit: 240 }]);
  });

  it('石狮 S1-05: 3.5 % of 4,500 is 157.5, so that 158 are needed', () =>
    expect(found(shishi, 'coverage-expected')).toMatchObject([{ roll: 4500, limit: 158 }]));

  it('a department that ended today owes no plan', () => {
    const ends = (ended: string) => ({
      ...sanming,
      departments: [...sanming.departments, makeDepartment('culture', '文旅局', { ended })],
    });
    appears(ends(sanming.today), ends('2025-06-24'), 'no-own-plan', { department: 'culture' });
  });

  it('三明 S0-24: one visit a year is within the cap', () =>
    silent(withShares(withTask(sanming, { drawsPerYear: 2 }), { B: percent(50) }), 'over-cap'));

  it('words like 原则上 and our own reading give way to a reason, the plain text does not', () => {
    const source = { document: '文件', clause: '一', quote: '应当', basis: 'text' as const };
    expect(weightOf(source)).toBe('refused');
    expect(weightOf(source, 'in-principle')).toBe('in-principle');
    expect(weightOf({ ...source, quote: '原则上应当' })).toBe('in-principle');
    expect(weightOf({ ...source, basis: 'our-reading' })).toBe('in-principle');
  });
});
