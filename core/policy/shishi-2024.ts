/**
 * 石狮市 2024: one bureau with its sections, stations and institutions; tasks also come from province and city, and the
 * provincial platform is the record of every step.
 */
import { citing, listed } from './cited.ts';
import { grounds, owing, type Policy } from './shape.ts';

const { text, reading } = citing('狮市监[2024]7号');
const PLATFORM = '福建省市场监管智慧应用一体化平台';

export const shishi2024 = {
  id: 'shishi-2024',
  name: { zh: '石狮市 2024', en: 'Shishi 2024' },
  area: { code: '350581', name: '石狮市' },
  head: {
    title: text(
      '文头',
      '石狮市市场监督管理局关于印发 2024 年 "双随机、一公开"监管工作计划的通知',
      '石狮市市场监督管理局关于印发2024年“双随机、一公开”监管工作计划的通知',
    ),
    number: text('文头', '狮市监[2024]7号', '狮市监[2024]7号'),
    indexNumber: null,
    date: text('落款', '石狮市市场监督管理局 2024年4月25日', '2024-04-25'),
    publishedOn: null,
    issuers: text('落款', '石狮市市场监督管理局 2024年4月25日', ['石狮市市场监督管理局']),
    seal: null,
    disclosure: text('文头', '(此件主动公开)', 'active'),
    addressees: [
      text('抬头', '各内设股(室)', { name: '各内设股(室)', party: 'section', member: true }),
      text('抬头', '市场监督管理所', { name: '市场监督管理所', party: 'section', member: true }),
      text('抬头', '市场监督管理所、事业单位', { name: '事业单位', party: 'section', member: true }),
    ],
    superiors: [
      text('引言', '2024 年泉州市市场监管系统 双随机、一公开"抽查工作计划的通知》(泉市监[2024]52 号)', {
        title: '泉州市市场监管局关于印发2024年泉州市市场监管系统“双随机、一公开”抽查工作计划的通知',
        number: '泉市监[2024]52号',
      }),
    ],
    annexes: [text('二', '抽查工作计划表》(详见附件)', '抽查工作计划表')],
  },
  from: '2024-04-25',
  state: { kind: 'in-force' },
  term: text('文头', '关于印发 2024 年', { kind: 'year', year: 2024 }),

  members: null,
  memberDuties: [],
  convenor: null,
  contactRoutes: [
    text('末段', '对随机抽查、平台中遇到的问题及工作中好的经验做法,也请一并反馈至市场规范监管股', {
      about: 'platform-or-practice',
      to: 'market-section',
    }),
  ],
  supervisors: null,

  schemes: [
    text('三(二)', '常态化运用通用型信用分类体系', {
      id: 'credit',
      types: ['enterprise'],
      like: null,
      classes: [
        { label: 'A', zh: 'A类' },
        { label: 'B', zh: 'B类' },
        { label: 'C', zh: 'C类' },
        { label: 'D', zh: 'D类' },
      ],
    }),
    text('三(一)', '监管风险指数', { id: 'risk-index', types: ['enterprise'], like: null, classes: [] }),
  ],
  fallback: null,
  directions: [],
  order: reading('三(二)', '实现监管资源向信用异常主体倾斜', { scheme: 'credit', labels: listed('A、B、C、D') }),
  ownRatios: text('三(二)', '对信用风险分级的 ABCD 四类企业要细化抽查比例, 实施差异化监管。除专业领域外', {
    scheme: 'credit',
    exceptProfessional: true,
  }),
  keyFields: null,
  keySafeties: null,
  keyArea: null,
  caps: [],
  capScopes: [],
  capCounts: null,
  coverage: [
    text('一', '全年全市企业抽查比例不低于 3.5%', {
      bound: 'at-least',
      bp: 350,
      of: { kind: 'types', types: ['enterprise'] },
      binding: 'firm',
    }),
  ],
  drawsPerYear: null,
  visitsPerYear: [],
  jointOnly: [],
  deskFirst: [],
  stewardships: [],
  entryGrounds: [],
  moves: [],
  adjustmentsPerYear: null,

  windows: [],
  // Whoever is left in peace is visited undrawn only on a ground that stands on record; nobody is named to be told.
  exceptions: [
    reading('四(二)', '"无事不扰、无处不在"', {
      covers: { kind: 'class', scheme: 'credit', label: 'A' },
      grounds: [...grounds],
      receivers: [],
    }),
  ],
  consultation: null,
  deadlines: [
    text('三(四)', '应于 2024 年11 月 20 日前完成抽查并向社会公示', {
      key: 'finish-and-publish',
      when: { kind: 'date', date: '2024-11-20' },
      by: ['section'],
      to: [],
      binding: 'firm',
    }),
    text('末段', '上半年的抽查工作开展情况于 6 月 25 日前报送', {
      key: 'half-year-report',
      when: { kind: 'yearly', month: 6, day: 25 },
      by: ['section'],
      to: ['market-section'],
      binding: 'firm',
    }),
    text('末段', '全年的抽查工作情况于 12 月5 日前报送', {
      key: 'year-report',
      when: { kind: 'yearly', month: 12, day: 5 },
      by: ['section'],
      to: ['market-section'],
      binding: 'firm',
    }),
  ],
  reportParts: null,
  bulletins: [],

  reviews: [],
  inspectorKinds: null,
  assistants: null,
  methods: null,
  drawWays: null,
  witnesses: null,
  substitutes: null,
  recordSigners: null,
  platforms: [
    text('三(三)', '监管抽查方案的制定、检查对象的抽取', { step: 'plan', name: PLATFORM }),
    text('三(三)', '检查对象的抽取', { step: 'subjects', name: PLATFORM }),
    text('三(三)', '检查人员的抽取', { step: 'inspectors', name: PLATFORM }),
    text('三(三)', '检查结果的录入均应统一在福建省市场监管智慧应用一体化平台', { step: 'outcomes', name: PLATFORM }),
  ],
  ownSystem: null,
  publications: [text('三(四)', '完成抽查并向社会公示', { what: 'outcome', channels: [PLATFORM], each: 'all' })],

  targets: [
    text('一', '抽查任务按时完成率 100%', { figure: 'on-time', goal: { kind: 'share', bp: 10000 } }),
    text('一', '抽查结果公示率 100%', { figure: 'published', goal: { kind: 'share', bp: 10000 } }),
    text('一', '抽查发现问题后续处置率 100%', { figure: 'followed-up', goal: { kind: 'share', bp: 10000 } }),
    text('三(二)', '采取差异化抽查的户数占比不低于 85%', {
      figure: 'differentiated',
      goal: { kind: 'share', bp: 8500 },
    }),
    text('三(二)', '提高问题发现率', { figure: 'finding-rate', goal: { kind: 'rise' } }),
    text('四(五)', '保证抽查任务全面完成', { figure: 'plan-finished', goal: { kind: 'all' } }),
  ],
  owed: [
    text(
      '四(二)',
      '积极推进部门内部及部门联合抽查计划的制定与实施',
      owing('own-plan', 'section', [], ['部门内部', '部门联合']),
    ),
  ],
  disposals: null,
  punishmentFields: null,
  recheckCriteria: null,
  badChecks: text('四(五)', '杜绝抽查检查走形式、随意录入检查结果', ['走形式', '随意录入检查结果']),
  duties: [
    text('一', '有效整合抽查实施任务', 'merge-tasks'),
    text('一', '突出信用风险主体监管', 'risk-subjects-first'),
    text('二', '在完成省、市统一任务的基础上', 'superior-tasks-first'),
    text('二', '根据本地区重点领域、 多发风险等情况', 'local-task-ground'),
    text('三(一)', '制定辖区内年度抽查计划', 'one-plan-a-year'),
    text('三(一)', '跟踪年度计划执行情况', 'plan-tracked'),
    text('三(一)', '督促相关业务板块和相关执法人员按时完成各项抽查任务', 'sections-reminded'),
    text('三(一)', '抽查事项类型、企业信用等级、监管风险指数', 'tiers-from-attributes'),
    text('三(一)', '细化相应业务范围内的抽查工作安排和任务分工', 'section-and-officer-named'),
    text('三(一)', '由省、市局牵头组织,本局配合实施', 'superior-leads-we-assist'),
    text('三(一)', '请牵头股(室)根据派发任务组织实施检查', 'sign-superior-tasks'),
    text('三(二)', '合理确定、动态调整抽查比例和频次', 'changes-are-versions'),
    text('三(三)', '实现数据互联互通、涉企信息统一归集公示', 'records-reconciled'),
    text('三(四)', '按时限要求完成各个抽查任务实施', 'superior-dates-kept'),
    text('四(二)', '部门内部及部门联合抽查计划', 'internal-and-joint-plans'),
    text('四(二)', '"无事不扰、无处不在"', 'no-disturbance'),
    text('四(三)', '对同一监管对象的多个检查任务进行整合,推进 进一次门,查多项事', 'one-combined-visit'),
    text('四(三)', '认真录入、严格审核、按时公示', 'entry-review-publish'),
    text('四(三)', '进行事前提醒、审慎列异', 'remind-before-abnormal-list'),
    text('四(三)', '包容审慎监管优化信用修复八条措施', 'caution-in-listing'),
    text('四(三)', '引导企业及时纠错,尽快修复信用', 'correct-and-repair'),
    text('四(五)', '积极组织开展双随机抽查回访和调研', 'revisit'),
    text('四(五)', '随意录入检查结果', 'no-careless-entry'),
    text('四(五)', '与省、市局计划衔接工作', 'fit-superior-plans'),
    text('四(五)', '对多个任务同时重复抽取到的市场主体要合并检查', 'merge-drawn-twice'),
    text('四(五)', '加强沟通反馈、及时协调解决', 'problems-solved'),
    text('末段', '严格按照年度抽查计划组织实施', 'only-planned-tasks'),
    text('末段', '及时报送 双随机、一公开"工作进展情况', 'progress-sent'),
  ],
  peoplesWork: [
    text('四(一)', '强化组织领导和统筹协调', { zh: '强化组织领导和统筹协调', en: 'leading and overall planning' }),
    text('四(一)', '对本条线双随机抽查工作的业务指导', {
      zh: '业务股(室)对本条线的业务指导',
      en: 'sections guide their line of work',
    }),
    text('四(四)', '智慧一体化平台应用、抽查检查工作指引、检查结果后续处理', {
      zh: '一线执法人员培训：平台应用、工作指引、后续处理',
      en: 'training of front-line staff in platform, guide and follow-up',
    }),
    text('末段', '纳入绩效考评和优化营商环境评价', {
      zh: '上级纳入绩效考评和优化营商环境评价',
      en: 'counted by the superior bureau in performance and business-environment evaluation',
    }),
  ],
} as const satisfies Policy;
