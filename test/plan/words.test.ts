/** What people read: every finding with its place, the number that stands there, what would be right, and the clause. */
import { describe, expect, it } from 'vitest';
import { compileDraft } from '../../core/plan/draft.ts';
import { parseRatio } from '../../core/plan/ratio-parse.ts';
import { layOut, type ReviewInput } from '../../core/plan/review/desk.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import { summarise } from '../../core/plan/summary.ts';
import {
  percentOf,
  wordsOfDraftRefusal,
  wordsOfRatio,
  wordsOfRatioRefusal,
  wordsOfShare,
  wordsOfSuggestion,
} from '../../core/plan/words.ts';
import { county, withPlan, withShares, withTask } from './county.ts';
import { makeBody, makeTask, percent } from './make.ts';

const called: Record<string, string> = {
  market: '市场监管局',
  fire: '消防救援大队',
  food: '餐饮监督检查',
  office: '联席办',
};
const names = {
  department: (code: string) => called[code] ?? code,
  item: (code: string) => called[code] ?? code,
  task: (no: string) => no,
};
const lines = (input: ReviewInput, kind: string) =>
  reviewPlan(input)
    .findings.filter((finding) => finding.kind === kind)
    .map((finding) => wordsOfFinding(finding, names));

describe('findings in words', () => {
  it('parts of which there are none are left out', () => {
    const input = county('三明');
    const [first] = input.cells;
    if (first === undefined) throw new Error('no cells');
    const [said] = lines({ ...input, cells: [...input.cells, { ...first, classes: {}, count: 4 }] }, 'not-drawable');
    expect(said?.zh).toContain('户中，4户没有分类，不会被抽取');
    expect(said?.zh).not.toContain('、0户');
    expect(said?.en).toContain('in the frame, 4 have no class: they cannot be drawn');
  });

  it.each([
    [
      withShares(county('三明'), { B: percent(5) }),
      'not-below-usual',
      '任务R-001：B类抽查比例5%，应低于常规比例5%〔须修改；依据：明双随机〔2025〕1号 一(二)〕',
      'task R-001: class B at 5% must be below the usual 5% [must be mended; 明双随机〔2025〕1号 一(二)]',
    ],
    [
      withTask(county('万年'), { window: { from: '2023-06-01', to: '2023-07-01' }, due: '2023-07-01' }),
      'quiet-month',
      '任务R-001：A类7月属“企业安静期”，应安排在6月，或有理由并备案〔须修改；依据：万府办字〔2022〕55号 三(二)1〕',
      'task R-001: class A is left in peace in month 7; it is visited in month 6, or on a ground with filing [must be mended; 万府办字〔2022〕55号 三(二)1]',
    ],
    [
      withTask(county('三明'), { bodies: [makeBody('market', ['food']), makeBody('office', ['fire-food'])] }),
      'office-inspects',
      '任务R-001：联席办是议事协调机构，不得作为检查机关，应由有执法主体资格的部门检查〔须修改；依据：国办发〔2024〕54号 摘录〕',
      'task R-001: 联席办 coordinates and cannot be an inspecting body [must be mended; 国办发〔2024〕54号 摘录]',
    ],
    [
      withShares(county('石狮'), { C: percent(4) }),
      'order-broken',
      '任务R-001：B类4%应低于C类4%，应按A<B<C<D递增〔原则性要求，须修改或说明理由；依据：狮市监[2024]7号 三(二)（原文未写明，为本系统的理解）〕',
      'task R-001: class B at 4% must be below class C at 4%; the order is A < B < C < D [in principle: mend it or state a reason; 狮市监[2024]7号 三(二) (our reading)]',
    ],
  ])('names place, value, what would be right and the clause', (input, kind, zh, en) =>
    expect(lines(input, kind)[0]).toEqual({ zh, en }),
  );

  it('adds the reason where one was given', () => {
    const drawn = withShares(county('三明'), { A: percent(1) });
    const reasoned = withTask(drawn, { reasons: [{ finding: 'not-spared', words: '投诉集中' }] });
    expect(lines(reasoned, 'not-spared')[0]?.zh).toMatch(/已说明理由：投诉集中$/);
  });

  it('leaves no gap in any sentence of a plan that breaks much at once', () => {
    const bad = withPlan(
      withTask(county('万年'), {
        lead: '',
        reach: 'department',
        bodies: [makeBody('office', ['lifts'], { officers: 1 }), makeBody('market', [])],
        window: { from: '2022-01-01', to: '2024-02-01' },
        ground: '罚款20万元',
        method: 'online',
      }),
      { approvals: [], draftedOn: '2021-01-01' },
    );
    const all = reviewPlan(bad).findings.map((finding) => wordsOfFinding(finding, names));
    expect(all.length).toBeGreaterThan(15);
    for (const { zh, en } of all) {
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/);
      expect(en).not.toMatch(/[，。；：]/);
    }
  });
});

describe('cells, rows and offers in words', () => {
  it('shows basis points without a binary fraction', () =>
    expect([350, 5, 50, 10000, 1205].map(percentOf)).toEqual(['3.5%', '0.05%', '0.5%', '100%', '12.05%']));

  it('says a ratio back as it was understood', () => {
    const ratio = parseRatio('10所及以下不少于2所；超过10所不低于50%');
    expect(ratio.ok && wordsOfRatio(ratio.value).zh).toBe('10户及以下的不低于2户；超过上述户数的不低于50%');
    expect(wordsOfShare({ kind: 'range', from: percent(10), to: percent(20) }).zh).toBe('10%至20%');
  });

  it.each([
    ['待定', '“待定”尚未确定，请填写比例或户数'],
    ['5', '“5”没有单位，请写明是 % 还是 户'],
    ['学校3%', '“学校3%”中的“学校”无法识别'],
  ])('tells what to do with “%s”', (cell, zh) => {
    const ratio = parseRatio(cell);
    expect(ratio.ok ? '' : wordsOfRatioRefusal(ratio.error).zh).toBe(zh);
  });

  it('names the row of a line without a reply, and the lead of an offer with its ground', () => {
    const own = { reach: 'department', partners: [] } as const;
    const tasks = [
      makeTask({ ...own, no: '1', bodies: [makeBody('market', ['food'])] }),
      makeTask({ ...own, no: '2', lead: 'fire', bodies: [makeBody('fire', ['fire-food'])] }),
    ];
    const { items, matters, cells } = county('三明');
    const draft = compileDraft(
      {
        no: 'P',
        year: 2025,
        policy: 'sanming-2025',
        drafter: 'u',
        draftedOn: '2025-06-23',
        doorLimit: { departments: 4, officers: 8 },
      },
      [
        { row: 4, reply: 'r', task: tasks[0] ?? makeTask() },
        { row: 5, reply: 'f', task: tasks[1] ?? makeTask() },
        { row: 6, reply: null, task: makeTask({ no: '3' }) },
      ],
      [
        { id: 'r', department: 'market', at: '2025-06-10T09:00' },
        { id: 'f', department: 'fire', at: '2025-06-10T09:00' },
      ],
      { items, matters, cells },
    );
    expect(draft.refused.map((each) => wordsOfDraftRefusal(each, names).zh)).toEqual([
      '第6行任务3没有对应的部门反馈，不列入计划',
    ]);
    expect(draft.suggestions.map((each) => wordsOfSuggestion(each, names).zh)).toEqual([
      '任务1、2的检查对象完全相同（共同对象3000户），建议由消防救援大队、市场监管局合并为一项联合抽查，由市场监管局牵头（监管责任事项清单M-0）',
    ]);
  });
});

describe('a plan in figures', () => {
  it('石狮 S1-10, S1-37, 甘州 S4-05, S4-21: visits per class beside subjects, kinds counted, doors saved by merging', () => {
    const input = county('甘州');
    const [first] = input.plan.tasks;
    const twice = withPlan(input, {
      tasks: [...input.plan.tasks, { ...(first ?? makeTask()), no: 'R-009', kind: 'targeted' }],
    });
    const summary = summarise(layOut(twice));
    expect(summary.kinds).toEqual({ random: 3, key: 0, targeted: 1, special: 0 });
    expect(summary.reach).toEqual({ joint: 4, department: 0 });
    expect(summary.classes[0]).toEqual({ scheme: 'credit', label: 'A', subjects: 2400, selections: 32 });
    // 8 of A, 64 of B, 20 of C, 60 of D in each of four tasks; one of them goes through the doors of another.
    expect([summary.selections, summary.doors]).toEqual([608, 456]);
    expect(summary.suggestions[0]?.tasks).toEqual(['R-001', 'R-009']);
  });
});
