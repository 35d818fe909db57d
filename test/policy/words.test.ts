import { describe, expect, it } from 'vitest';
import { forceOn } from '../../core/policy/due.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import { deadlineKeys, grounds, listKeys, parties } from '../../core/policy/shape.ts';
import {
  deadlineWords,
  directionWords,
  groundWords,
  listWords,
  partyWords,
  reviewPointWords,
  sayScheme,
  wordsOfCap,
  wordsOfCoverage,
  wordsOfForce,
  wordsOfTarget,
  wordsOfWhen,
} from '../../core/policy/words.ts';
import { clausesOf } from './clause-at.ts';

describe('what a person reads about a policy', () => {
  it.each([
    [{ kind: 'visits', n: 1 }, 'all-departments', '各部门合计一年检查不得超过1次'],
    [{ kind: 'statutory' }, 'each-department', '每个部门一年不得超过法定检查次数上限'],
    [{ kind: 'as-needed' }, 'all-departments', '根据监管工作实际需要确定，计划须写明需要'],
  ] as const)('a cap %j of %s reads “%s”', (cap, across, zh) => {
    expect(wordsOfCap(cap, across).zh).toBe(zh);
  });

  it.each([
    [
      { bound: 'at-least', bp: 350, of: { kind: 'types', types: ['enterprise'] }, binding: 'firm' },
      '全年抽查比例不低于企业的3.5%',
    ],
    [
      {
        bound: 'at-least',
        bp: 500,
        of: { kind: 'types', types: ['enterprise', 'sole-trader', 'cooperative'] },
        binding: 'in-principle',
      },
      '全年抽查比例原则上不低于市场主体的5%',
    ],
    [
      { bound: 'at-most', bp: 1000, of: { kind: 'class', scheme: 'pool', label: 'A' }, binding: 'firm' },
      '全年抽查比例不高于A类主体的10%',
    ],
  ] as const)('a floor or ceiling reads as a sentence: %j', (coverage, zh) => {
    expect(wordsOfCoverage(coverage).zh).toBe(zh);
  });

  it.each([
    [{ figure: 'differentiated', goal: { kind: 'share', bp: 8500 } }, '差异化抽查户数占比不低于85%'],
    [{ figure: 'on-time', goal: { kind: 'share', bp: 10000 } }, '抽查任务按时完成率100%'],
    [{ figure: 'items-finished', goal: { kind: 'all' } }, '监管事项检查覆盖率：应全部做到'],
    [
      { figure: 'news', goal: { kind: 'count', n: 2, per: 'month', each: 'department' } },
      '各部门监管动态信息每月不少于2条',
    ],
    [{ figure: 'finding-rate', goal: { kind: 'rise' } }, '提高问题发现率（不设数字，不排名）'],
  ] as const)('a target reads as a sentence: %j', (target, zh) => {
    expect(wordsOfTarget(target).zh).toBe(zh);
  });

  it.each([
    [{ kind: 'date', date: '2025-07-04' }, '2025年7月4日前'],
    [{ kind: 'yearly', month: 6, day: 25 }, '每年6月25日前'],
    [{ kind: 'month-end', month: 3 }, '每年3月底前'],
    [{ kind: 'year-end', year: 2022 }, '2022年底前'],
    [{ kind: 'working-days', n: 20, after: 'task-end' }, '抽查任务完成后20个工作日内'],
    [{ kind: 'before', event: 'first-draw' }, '首次抽取之前'],
    [{ kind: 'before', event: 'plan-publication' }, '计划发布之前'],
  ] as const)('a deadline reads as people say it: %j', (when, zh) => {
    expect(wordsOfWhen(when).zh).toBe(zh);
  });

  it('a day before effect is said so, and what lapsed or was abolished', () => {
    expect(wordsOfForce(forceOn(sanming2025, '2025-01-01')).zh).toBe('文件自2025年6月23日起施行，此前不适用');
    expect(wordsOfForce(forceOn(sanming2025, '2025-06-23')).zh).toBe('有效');
    expect(wordsOfForce({ kind: 'abolished', from: '2026-01-01' }).zh).toBe('自2026年1月1日起废止');
    expect(wordsOfForce({ kind: 'lapsed', from: '2026-01-01' }).zh).toBe('自2026年1月1日起失效');
  });

  it('every role, ground, list, deadline and direction has its words in both languages, no two alike', () => {
    const tables = [
      [parties, partyWords],
      [grounds, groundWords],
      [deadlineKeys, deadlineWords],
      [listKeys, listWords],
      [Object.keys(directionWords), directionWords],
      [Object.keys(reviewPointWords), reviewPointWords],
    ] as const;
    for (const [keys, words] of tables) {
      const texts = Object.values(words);
      expect(Object.keys(words).sort()).toEqual([...keys].sort());
      expect(texts.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
      expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
    }
  });
});

it('a clause is read from the headings of the document itself', () => {
  const document =
    '关于某事的通知\n各单位：\n一、目标\n- (一)总则。一年一次。\n1.频次。一年两次。\n二、其他\n（二）结果。';
  expect(clausesOf(document, '一年')).toEqual(['一(一)', '一(一)1']);
  expect(clausesOf(document, '各单位')).toEqual(['']);
  expect(clausesOf(document, '结果')).toEqual(['二(二)']);
  expect(clausesOf(document, '没有')).toEqual([]);
});

describe('names of schemes', () => {
  it.each([
    ['credit', '通用型信用风险分类'],
    ['own:scjg', '本部门分级分类'],
    ['某某分级', '某某分级'],
    ['constructor', 'constructor'],
  ])('%s is shown as %s', (scheme, zh) => expect(sayScheme(scheme).zh).toBe(zh));
});
