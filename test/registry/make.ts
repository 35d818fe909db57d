/** One good value of each thing of the registry; a test changes one part of it. */
import type { Department } from '../../core/registry/department.ts';
import type { Inspector } from '../../core/registry/inspector.ts';
import type { Item } from '../../core/registry/item.ts';
import type { Classification, Subject } from '../../core/registry/subject.ts';
import { organisationCheckCharacter, usccCheckCharacter } from '../../core/registry/uscc.ts';

/** The right code of an enterprise under an area code that is not in use, for a serial number. */
export function codeOf(serial: number): string {
  const first8 = String(serial).padStart(8, '0');
  const first17 = `91359999${first8}${organisationCheckCharacter(first8)}`;
  return `${first17}${usccCheckCharacter(first17)}`;
}

export const aSubject = (change: Partial<Subject> = {}): Subject => ({
  kind: 'uscc',
  number: codeOf(1),
  name: '清源县望江食品有限公司',
  type: 'enterprise',
  tags: ['食品生产'],
  authority: '清源县市场监督管理局',
  place: '望江监管所',
  status: 'active',
  ...change,
});

export const aClassification = (change: Partial<Classification> = {}): Classification => ({
  kind: 'uscc',
  number: codeOf(1),
  scheme: '通用型信用风险分类',
  class: 'B',
  source: '省市场监管局推送',
  date: '2025-03-01',
  ...change,
});

export const anInspector = (change: Partial<Inspector> = {}): Inspector => ({
  number: '0012',
  name: '林试一',
  department: 'scjg',
  section: '食品股',
  kind: 'qualified',
  certificate: { number: '13090100012', validUntil: '2027-06-30' },
  fields: ['食品'],
  place: '',
  joint: false,
  capacity: 12,
  left: null,
  ...change,
});

export const aDepartment = (change: Partial<Department> = {}): Department => ({
  code: 'scjg',
  name: '清源县市场监督管理局',
  aliases: [],
  kind: 'member',
  parent: '',
  enforces: true,
  legal: false,
  leadSection: '信用监管股',
  liaison: '',
  head: '',
  sharedPool: '',
  joined: '2020-01-01',
  ended: null,
  ...change,
});

export const anItem = (change: Partial<Item> = {}): Item => ({
  code: 'SC-001',
  name: '食品生产监督检查',
  basis: '《中华人民共和国食品安全法》第一百一十条',
  body: 'scjg',
  subjects: '食品生产企业',
  content: '生产环境、进货查验、生产过程控制',
  points: ['生产场所整洁', '进货查验记录齐全'],
  methods: ['on-site'],
  ratio: {
    kind: 'whole',
    share: { kind: 'share', bp: 500, bound: 'exactly', atLeast: 0 },
    stated: null,
    drawsPerYear: null,
    provisional: false,
  },
  ratioText: '5%',
  drawsPerYear: 2,
  category: 'general',
  field: '食品',
  competent: 'scjg',
  approving: '',
  powerNumber: '3509810001',
  statutoryCap: null,
  safety: null,
  section: '食品股',
  claimed: true,
  implemented: true,
  list: 'department',
  repealedFrom: null,
  replacedBy: '',
  ...change,
});
