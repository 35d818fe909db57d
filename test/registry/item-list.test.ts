import { describe, expect, it } from 'vitest';
import {
  advanceGap,
  claimState,
  incompliant,
  isRepealed,
  itemFigures,
  type ListGap,
  missingElements,
  onRoll,
  repealed,
  restingOn,
  superseded,
  withoutPowerNumber,
} from '../../core/registry/item-list.ts';
import { wordsOfFigure } from '../../core/registry/words.ts';
import { anItem } from './make.ts';

describe('items', () => {
  it('S2-08: an item with its nine elements lacks nothing', () => {
    expect(missingElements(anItem())).toEqual([]);
  });

  it.each([
    ['name', anItem({ name: '' })],
    ['basis', anItem({ basis: '' })],
    ['body', anItem({ body: '' })],
    ['subjects', anItem({ subjects: '' })],
    ['content', anItem({ content: '' })],
    ['points', anItem({ points: [] })],
    ['methods', anItem({ methods: [] })],
    ['ratio', anItem({ ratio: null })],
    ['frequency', anItem({ drawsPerYear: 0 })],
  ])('S2-08: an item without %s lacks exactly that', (element, item) => {
    expect(missingElements(item)).toEqual([element]);
  });

  it('S2-11: items without a power-list number are listed', () => {
    expect(withoutPowerNumber([anItem(), anItem({ code: 'X', powerNumber: '' })]).map((each) => each.code)).toEqual([
      'X',
    ]);
  });

  it('S2-12: a basis repealed from a day bars the item from that day on', () => {
    const item = repealed(anItem(), '2025-07-01', 'SC-002');
    expect([isRepealed(item, '2025-06-30'), isRepealed(item, '2025-07-01')]).toEqual([false, true]);
    expect(item.replacedBy).toBe('SC-002');
  });

  it('S2-12: items resting on a repealed law are found however it is quoted', () => {
    const other = anItem({ code: 'X', basis: '《旅游法》' });
    expect(restingOn([anItem(), other], '食品安全法').map((each) => each.code)).toEqual(['SC-001']);
    expect(restingOn([anItem(), other], '《 》')).toEqual([]);
  });
});

describe('a new edition of the list', () => {
  it('S4-22: items of the same name are replaced by the new ones, those no longer named are told', () => {
    const next = [anItem({ code: 'SC-101' }), anItem({ code: 'K', name: '保留事项' })];
    const old = [anItem(), anItem({ code: 'K', name: '保留事项' }), anItem({ code: 'X', name: '取消事项' })];
    const found = superseded(old, next, '2024-01-01');
    expect(found.replaced.map((each) => [each.code, each.replacedBy, each.repealedFrom])).toEqual([
      ['SC-001', 'SC-101', '2024-01-01'],
    ]);
    expect(found.dropped.map((each) => each.code)).toEqual(['X']);
  });
});

describe('figures of 甘州 二(三)', () => {
  const items = [
    anItem(),
    anItem({ code: '2', implemented: false, section: '' }),
    anItem({ code: '3', content: '' }),
    anItem({ code: '4', claimed: false, implemented: false }),
  ];
  const figures = itemFigures(items, new Set(['SC-001', '4']));

  it('S4-64: claimed ÷ catalogue, the missing named', () => {
    expect(figures.claimed).toEqual({ n: 3, of: 4, missing: ['4'] });
  });
  it('S4-65: with an implementation list ÷ claimed', () => {
    expect(figures.implemented).toEqual({ n: 2, of: 3, missing: ['2'] });
  });
  it('S4-66: compliant ÷ implementation lists, and why not', () => {
    expect(figures.compliant).toEqual({ n: 1, of: 2, missing: ['3'] });
    expect(incompliant(anItem({ content: '', methods: [] }))).toEqual(['content', 'methods']);
  });
  it('S4-67: broken down to a section ÷ claimed', () => {
    expect(figures.brokenDown).toEqual({ n: 2, of: 3, missing: ['2'] });
  });
  it('S4-68: with a finished check ÷ claimed; what was not claimed does not count', () => {
    expect(figures.inspected).toEqual({ n: 1, of: 3, missing: ['2', '3'] });
  });
  it('S4-61: officers of the staff list on the roll, the missing named', () => {
    expect(onRoll(['0012', '0013'], new Set(['0012']))).toEqual({ n: 1, of: 2, missing: ['0013'] });
  });
  it('nothing to count reads 无数据, never 100 %', () => {
    expect(wordsOfFigure(itemFigures([], new Set()).claimed).zh).toBe('无数据');
    expect(wordsOfFigure({ n: 999, of: 1000, missing: [] }).zh).toBe('99.9%（999/1000）');
    expect(wordsOfFigure({ n: 9999, of: 10_000, missing: [] }).zh).toBe('99.9%（9999/10000）');
  });
});

describe('claiming and gaps', () => {
  it('S4-13: an item is open, claimed, or refused with reason; the last answer counts', () => {
    const claims = [
      { item: '1', department: 'a', answer: { kind: 'refused' as const, reason: '非本部门职责' }, on: '2023-04-01' },
      { item: '1', department: 'a', answer: { kind: 'claimed' as const }, on: '2023-04-05' },
    ];
    expect(claimState('1', 'a', claims)).toEqual({ kind: 'claimed', on: '2023-04-05' });
    expect(claimState('1', 'b', claims)).toEqual({ kind: 'open' });
  });

  it('S4-14, S4-15: a missing item goes from the district to city and province until it is added, never back', () => {
    const gap: ListGap = {
      no: '1',
      matter: '剧本娱乐场所检查',
      department: 'wtlj',
      steps: [{ step: 'reported', on: '2023-04-01' }],
    };
    const city = advanceGap(gap, 'with-city', '2023-04-03');
    const added = city.ok ? advanceGap(city.value, 'added', '2023-05-01') : city;
    expect(added.ok && added.value.steps.map((each) => each.step)).toEqual(['reported', 'with-city', 'added']);
    expect(added.ok && advanceGap(added.value, 'with-province', '2023-05-02')).toMatchObject({
      error: { kind: 'step-backwards' },
    });
    expect(advanceGap(gap, 'with-city', '2023-03-31')).toMatchObject({ error: { kind: 'step-before' } });
  });
});
