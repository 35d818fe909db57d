/** A small year as figures count it: one good row of each kind, changed a little by each test. */
import type { CountedOutcome, Recorded, TaskPart } from '../../core/bulletin/recorded.ts';
import type { Item } from '../../core/registry/item.ts';

export const year = { from: '2025-01-01', to: '2025-12-31', department: null } as const;

export const part = (change: Partial<TaskPart> = {}): TaskPart => ({
  task: 'P-2025/T1',
  department: 'a',
  origin: 'own',
  due: '2025-06-30',
  ended: '2025-06-20',
  publishBy: '2025-07-18',
  publicOn: '2025-07-01',
  left: false,
  withdrawn: false,
  ...change,
});

export const outcome = (change: Partial<CountedOutcome> = {}): CountedOutcome => {
  const row = { visit: '3/0', department: 'a', item: 'X1', ...change };
  return {
    id: `${row.visit}/${row.department}/${row.item}`,
    subject: 'uscc:1',
    code: 'no-problem',
    checkedOn: '2025-06-10',
    until: '2025-06-30',
    door: 'workbook',
    problem: false,
    state: 'public',
    ...row,
  };
};

export const item = (code: string, body: string, change: Partial<Item> = {}): Item => ({
  code,
  name: `事项${code}`,
  basis: '依据',
  body,
  subjects: '企业',
  content: '内容',
  points: [],
  methods: ['on-site'],
  ratio: null,
  ratioText: '',
  drawsPerYear: 1,
  category: 'general',
  field: '食品',
  competent: '',
  approving: '',
  powerNumber: '',
  statutoryCap: null,
  safety: null,
  section: '股室',
  claimed: true,
  implemented: true,
  list: 'department',
  repealedFrom: null,
  replacedBy: '',
  ...change,
});

export const recorded = (change: Partial<Recorded> = {}): Recorded => ({
  today: '2025-12-31',
  departments: [
    { code: 'b', name: '乙局' },
    { code: 'a', name: '甲局' },
  ],
  bodyOf: (code) => (code === 'a1' ? 'a' : code),
  parts: [],
  drawn: [],
  outcomes: [],
  visitTasks: new Map(),
  findings: [],
  doors: [],
  items: [],
  planned: null,
  checkedBefore: null,
  officers: [],
  collected: new Set(),
  penalties: [],
  stated: [],
  news: [],
  exposures: [],
  ...change,
});
