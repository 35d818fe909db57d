/** One good value of each thing that a plan speaks of. A test takes one and changes one part of it. */
import type { Cell } from '../../core/plan/cells.ts';
import type { Share } from '../../core/plan/ratio.ts';
import type { Task, TaskBody } from '../../core/plan/task.ts';
import type { Department } from '../../core/registry/department.ts';
import type { Item, JointMatter } from '../../core/registry/item.ts';

export const percent = (bp: number, bound: 'exactly' | 'at-least' | 'at-most' = 'exactly'): Share => ({
  kind: 'share',
  bp: Math.round(bp * 100),
  bound,
  atLeast: 0,
});
export const spared: Share = { kind: 'spared' };

export const makeBody = (department: string, items: readonly string[], change: Partial<TaskBody> = {}): TaskBody => ({
  department,
  items,
  needs: [],
  officers: 2,
  ...change,
});

/** Food businesses, drawn jointly by the market regulator and the fire department in June. */
export const makeTask = (change: Partial<Task> = {}): Task => ({
  no: 'R-001',
  name: '餐饮服务单位联合抽查',
  kind: 'random',
  directed: true,
  reach: 'joint',
  lead: 'market',
  partners: ['fire'],
  bodies: [makeBody('market', ['food']), makeBody('fire', ['fire-safety'])],
  section: '食品股',
  responsible: '食品股负责人',
  frame: { tags: ['餐饮'], types: [], places: [] },
  scheme: 'credit',
  professional: '',
  quota: {
    kind: 'tiers',
    denominator: 'frame',
    tiers: [
      { label: 'A', share: spared },
      { label: 'B', share: percent(4) },
      { label: 'C', share: percent(10) },
      { label: 'D', share: percent(30) },
    ],
  },
  drawsPerYear: 1,
  window: { from: '2025-09-01', to: '2025-09-30' },
  due: '2025-09-30',
  publishWithin: 20,
  method: 'on-site',
  experts: [],
  origin: 'own',
  outside: { no: 'P-001', state: 'confirmed' },
  ground: '食品安全重点领域',
  reasons: [],
  ...change,
});

export const makeCell = (change: Partial<Cell> = {}): Cell => ({
  type: 'enterprise',
  place: '城区',
  tags: ['餐饮'],
  classes: { credit: 'B' },
  count: 1000,
  ...change,
});

/** A list of one frame in the four classes of 通用型 credit risk. */
export const classes = (tag: string, counts: readonly [number, number, number, number], change: Partial<Cell> = {}) =>
  counts.map((count, i) =>
    makeCell({ tags: [tag], classes: { credit: ['A', 'B', 'C', 'D'][i] ?? '' }, count, ...change }),
  );

export const makeItem = (change: Partial<Item> = {}): Item => ({
  code: 'food',
  name: '餐饮服务监督检查',
  basis: '《中华人民共和国食品安全法》第一百一十条',
  body: 'market',
  subjects: '餐饮服务单位',
  content: '许可、进货查验、场所卫生',
  points: ['许可证有效', '进货查验记录齐全'],
  methods: ['on-site', 'desk'],
  ratio: null,
  ratioText: '5%',
  drawsPerYear: 1,
  category: 'general',
  field: '食品',
  competent: 'market',
  approving: 'market',
  powerNumber: '350400-SC-0101',
  statutoryCap: null,
  safety: null,
  section: '食品股',
  claimed: true,
  implemented: true,
  list: 'joint',
  repealedFrom: null,
  replacedBy: '',
  ...change,
});

export const makeMatter = (change: Partial<JointMatter> = {}): JointMatter => ({
  code: 'M-01',
  matter: '餐饮服务单位监管',
  basis: '《中华人民共和国食品安全法》',
  lead: 'market',
  partners: ['fire'],
  items: ['food', 'fire-safety'],
  powerNumber: '350400-M-01',
  ...change,
});

export const makeDepartment = (code: string, name: string, change: Partial<Department> = {}): Department => ({
  code,
  name,
  aliases: [],
  kind: 'member',
  parent: '',
  enforces: true,
  legal: false,
  leadSection: '综合股',
  liaison: '联络员',
  head: '主要负责人',
  sharedPool: '',
  joined: '2018-01-01',
  ended: null,
  ...change,
});
