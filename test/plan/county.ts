/**
 * A county with a good plan under each of the five policies: two members that inspect, three trades, nothing for review to
 * refuse. A test takes one and changes one thing.
 */
import type { CivilDate } from '../../core/calendar.ts';
import type { Cell } from '../../core/plan/cells.ts';
import type { Share } from '../../core/plan/ratio.ts';
import type { ReviewInput } from '../../core/plan/review/desk.ts';
import type { Finding, FindingKind } from '../../core/plan/review/finding.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import type { Plan, Task } from '../../core/plan/task.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { policyCalled } from '../../core/policy/index.ts';
import type { Item } from '../../core/registry/item.ts';
import { makeBody, makeDepartment, makeItem, makeMatter, makeTask, percent, spared } from './make.ts';

export type County = '三明' | '石狮' | '福安' | '万年' | '甘州';

interface Setting {
  readonly policy: string;
  readonly year: number;
  readonly scheme: string;
  readonly labels: readonly string[];
  /** Shares of the three tasks, in the order of the labels; null leaves the class out of the task. */
  readonly shares: readonly (readonly (Share | null)[])[];
  readonly windows: readonly (readonly [CivilDate, CivilDate])[];
  readonly points: readonly (readonly [string, string])[];
}

const settings: { readonly [county in County]: Setting } = {
  三明: {
    policy: 'sanming-2025',
    year: 2025,
    scheme: 'credit',
    labels: ['A', 'B', 'C', 'D'],
    shares: [
      [spared, percent(4), percent(10), percent(30)],
      [spared, null, percent(12), percent(40)],
      [spared, null, null, percent(50)],
    ],
    windows: [
      ['2025-07-01', '2025-07-31'],
      ['2025-08-01', '2025-08-31'],
      ['2025-09-01', '2025-09-30'],
    ],
    points: [],
  },
  石狮: {
    policy: 'shishi-2024',
    year: 2024,
    scheme: 'credit',
    labels: ['A', 'B', 'C', 'D'],
    shares: [1, 2, 3].map(() => [percent(2), percent(4), percent(10), percent(30)]),
    windows: [
      ['2024-05-06', '2024-05-31'],
      ['2024-07-01', '2024-07-31'],
      ['2024-09-02', '2024-09-30'],
    ],
    points: [],
  },
  福安: {
    policy: 'fuan-2018',
    year: 2018,
    scheme: 'key-directory',
    labels: ['一般', '重点'],
    shares: [
      [percent(6), percent(20)],
      [percent(5), percent(20)],
      [null, percent(20)],
    ],
    windows: [
      ['2018-10-08', '2018-10-31'],
      ['2018-11-01', '2018-11-30'],
      ['2018-12-03', '2018-12-28'],
    ],
    points: [],
  },
  万年: {
    policy: 'wannian-2022',
    year: 2023,
    scheme: 'pool',
    labels: ['A', 'B', 'C'],
    shares: [
      [percent(8), percent(5), percent(100)],
      [null, percent(5), percent(100)],
      [null, percent(5), percent(100)],
    ],
    windows: [
      ['2023-06-01', '2023-06-30'],
      ['2023-06-01', '2023-06-30'],
      ['2023-09-01', '2023-09-28'],
    ],
    points: [
      ['office', 'share'],
      ['office', 'frequency'],
      ['office', 'repetition'],
      ['legal', 'legality'],
    ],
  },
  甘州: {
    policy: 'ganzhou-2023',
    year: 2023,
    scheme: 'credit',
    labels: ['A', 'B', 'C', 'D'],
    shares: [1, 2, 3].map(() => [percent(1), percent(4), percent(5), percent(30)]),
    windows: [
      ['2023-05-04', '2023-05-31'],
      ['2023-07-03', '2023-07-31'],
      ['2023-09-01', '2023-09-22'],
    ],
    points: [],
  },
};

const trades = [
  { tag: '餐饮', field: '食品', items: ['food', 'fire-food'] },
  { tag: '酒店', field: '住宿', items: ['hotel', 'fire-hotel'] },
  { tag: '商超', field: '零售', items: ['retail', 'fire-retail'] },
] as const;

export const items: readonly Item[] = trades.flatMap(({ tag, field, items: [own, fire] }) => {
  const common = {
    field,
    subjects: tag,
    ratio: {
      kind: 'whole' as const,
      share: percent(5),
      stated: null,
      drawsPerYear: null,
      provisional: false,
    },
  };
  return [
    makeItem({ code: own, name: `${tag}监督检查`, ...common }),
    makeItem({ code: fire, name: `${tag}消防检查`, body: 'fire', competent: 'fire', approving: 'fire', ...common }),
  ];
});

const cellsOf = (labels: readonly string[], scheme: string): readonly Cell[] =>
  trades.flatMap(({ tag }) =>
    (['enterprise', 'sole-trader'] as const).flatMap((type) =>
      labels.map((label, i) => ({
        type,
        place: '城区',
        tags: [tag],
        classes: { [scheme]: label },
        count: [400, 800, 200, 100][i] ?? 0,
      })),
    ),
  );

const calendar = chineseCalendar();

export function county(name: County): ReviewInput {
  const setting = settings[name];
  const policy = policyCalled(setting.policy);
  if (policy === null) throw new Error(`no policy ${setting.policy}`);
  const tasks = trades.map(({ tag, items: [own, fire] }, i): Task => {
    const [from, to] = setting.windows[i] ?? ['', ''];
    return makeTask({
      no: `R-00${i + 1}`,
      name: `${tag}联合抽查`,
      bodies: [makeBody('market', [own]), makeBody('fire', [fire])],
      frame: { tags: [tag], types: [], places: [] },
      scheme: setting.scheme,
      quota: {
        kind: 'tiers',
        denominator: 'frame',
        tiers: setting.labels.flatMap((label, at) => {
          const share = setting.shares[i]?.[at] ?? null;
          return share === null ? [] : [{ label, share }];
        }),
      },
      window: { from, to },
      due: to,
      ground: `${tag}重点领域`,
    });
  });
  const drawn: CivilDate = `${setting.year}-01-10`;
  return {
    plan: {
      no: `P-${setting.year}`,
      year: setting.year,
      version: 1,
      policy: setting.policy,
      drafter: 'u-drafter',
      draftedOn: policy.from > drawn ? policy.from : drawn,
      tasks,
      doorLimit: { departments: 4, officers: 8 },
      approvals: setting.points.map(([reviewer, point]) => ({
        reviewer,
        point,
        by: `u-${reviewer}`,
        at: `${drawn}T10:00`,
      })),
      state: 'reviewing',
      published: [],
    },
    policy,
    calendar,
    today: policy.from > drawn ? policy.from : drawn,
    departments: [
      makeDepartment('office', '联席办', { kind: 'office', enforces: false }),
      makeDepartment('market', '市场监管局'),
      makeDepartment('fire', '消防救援大队'),
      makeDepartment('justice', '司法局', { legal: true, enforces: false }),
    ],
    items,
    itemList: `${setting.year}年版随机抽查事项清单`,
    matters: trades.map(({ tag, items: codes }, i) =>
      makeMatter({ code: `M-${i}`, matter: `${tag}监管`, items: codes }),
    ),
    cells: cellsOf(setting.labels, setting.scheme),
    rollDate: `${setting.year}-01-01`,
    directories: [
      { department: 'market', frame: { tags: [], types: [], places: [] } },
      { department: 'fire', frame: { tags: ['餐饮', '酒店', '商超'], types: [], places: [] } },
    ],
    people: ['market', 'fire'].map((department) => ({
      department,
      certified: 40,
      byField: { 食品安全: 6 },
      capacity: 9999,
    })),
    experts: [{ field: '特种设备', number: 3 }],
    answers: tasks.map(({ no }) => ({ task: no, partner: 'fire', answer: 'joins' as const })),
    filings: [],
    superiorDates: [],
    reasons: [],
  };
}

/** Changes the first task of a plan, or the one numbered. */
export const withTask = (input: ReviewInput, change: Partial<Task>, no = 'R-001'): ReviewInput =>
  withPlan(input, { tasks: input.plan.tasks.map((task) => (task.no === no ? { ...task, ...change } : task)) });
export const withPlan = (input: ReviewInput, change: Partial<Plan>): ReviewInput => ({
  ...input,
  plan: { ...input.plan, ...change },
});
export const withItem = (input: ReviewInput, change: Partial<Item>, code = 'food'): ReviewInput => ({
  ...input,
  items: input.items.map((item) => (item.code === code ? { ...item, ...change } : item)),
});
/** The shares of the first task's classes, in their order; a class not named keeps its share. */
export const withShares = (input: ReviewInput, shares: Readonly<Record<string, Share>>, no = 'R-001'): ReviewInput => {
  const task = input.plan.tasks.find((each) => each.no === no);
  if (task?.quota.kind !== 'tiers') throw new Error('no tiers');
  const tiers = task.quota.tiers.map(({ label, share }) => ({ label, share: shares[label] ?? share }));
  const added = Object.entries(shares)
    .filter(([label]) => !tiers.some((tier) => tier.label === label))
    .map(([label, share]) => ({ label, share }));
  return withTask(input, { quota: { ...task.quota, tiers: [...tiers, ...added] } }, no);
};

export const found = (input: ReviewInput, kind: FindingKind): readonly Finding[] =>
  reviewPlan(input).findings.filter((finding) => finding.kind === kind);
