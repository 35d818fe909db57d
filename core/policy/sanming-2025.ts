/**
 * 三明市 2025: a city with its counties; one year's joint plan with working requirements. Gives directions by class and yearly
 * caps; leaves ratios to the plan.
 */
import { citing, listed } from './cited.ts';
import { grounds, owing, type Policy } from './shape.ts';

const { text, reading } = citing('明双随机〔2025〕1号');

export const sanming2025 = {
  id: 'sanming-2025',
  name: { zh: '三明市 2025', en: 'Sanming 2025' },
  area: { code: '350400', name: '三明市' },
  head: {
    title: text(
      '文头',
      '关于印发2025年三明市“双随机、一公开” 部门联合抽查检查工作计划的通知',
      '关于印发2025年三明市“双随机、一公开”部门联合抽查检查工作计划的通知',
    ),
    number: text('文头', '备注/文号: 明双随机〔2025〕1号', '明双随机〔2025〕1号'),
    indexNumber: text('文头', '索 引 号: SM00206-3000-2025-00043', 'SM00206-3000-2025-00043'),
    date: text('文头', '公文生成日期: 2025-06-23', '2025-06-23'),
    publishedOn: text('文头', '时间:2025-06-23 08:52', '2025-06-23'),
    issuers: text('文头', '三明市“双随机、一公开”跨部门联合监管工作联席会议办公室', [
      '三明市“双随机、一公开”跨部门联合监管工作联席会议办公室',
    ]),
    seal: text('落款', '(三明市市场监督管理局代章)', { by: '三明市市场监督管理局' }),
    disclosure: null,
    addressees: [
      text('抬头', '跨部门联合监管工作联席会议各成员单位', {
        name: '市联席会议各成员单位',
        party: 'member',
        member: true,
      }),
      text('抬头', '各县(市、区)“双随机、一公开”跨部门联合监管协作工作机制办公室', {
        name: '各县(市、区)协作工作机制办公室',
        party: 'county-office',
        member: false,
      }),
    ],
    superiors: [],
    annexes: [text('附件', '附件:三明市“双随机、一公开”部门联合抽查检查工作计划', '部门联合抽查检查工作计划')],
  },
  from: '2025-06-23',
  state: { kind: 'in-force' },
  term: text('文头', '2025年三明市', { kind: 'year', year: 2025 }),

  members: null,
  memberDuties: [],
  convenor: null,
  contactRoutes: [],
  supervisors: null,

  schemes: [
    text('一(二)', '企业和个体工商户信用风险分级分类', {
      id: 'own',
      types: ['enterprise', 'sole-trader'],
      like: 'credit',
      classes: [],
    }),
    text('一(三)', '信用风险高企业(D类)', {
      id: 'credit',
      types: ['enterprise', 'sole-trader'],
      like: null,
      classes: [
        { label: 'A', zh: '信用风险低' },
        { label: 'B', zh: '信用风险一般' },
        { label: 'C', zh: '信用风险较高' },
        { label: 'D', zh: '信用风险高' },
      ],
    }),
  ],
  fallback: text('一(二)', '可先适用市场监管部门企业和个体工商户信用风险分级分类', {
    scheme: 'credit',
    whose: 'regulator',
  }),
  directions: [
    text('一(二)', '原则上对A类企业“无事不扰”', { scheme: 'credit', label: 'A', of: 'share', direction: 'spared' }),
    text('一(二)', '适当低于常规比例和频次', { scheme: 'credit', label: 'B', of: 'share', direction: 'below-usual' }),
    text('一(二)', '低于常规比例和频次', { scheme: 'credit', label: 'B', of: 'frequency', direction: 'below-usual' }),
    text('一(二)', '实行更严监管,适当提高抽查比例', {
      scheme: 'credit',
      label: 'C',
      of: 'share',
      direction: 'above-usual',
    }),
    text('一(二)', '适当提高抽查比例和频次', {
      scheme: 'credit',
      label: 'C',
      of: 'frequency',
      direction: 'above-usual',
    }),
    text('一(二)', '有针对性地大幅提高抽查比例', {
      scheme: 'credit',
      label: 'D',
      of: 'share',
      direction: 'far-above-usual',
    }),
    text('一(二)', '大幅提高抽查比例和频次', {
      scheme: 'credit',
      label: 'D',
      of: 'frequency',
      direction: 'far-above-usual',
    }),
  ],
  order: reading('一(二)', '有针对性地大幅提高抽查比例和频次', { scheme: 'credit', labels: listed('A、B、C、D') }),
  ownRatios: null,
  keyFields: null,
  keySafeties: null,
  keyArea: text('一(三)', '一般领域(即非涉及健康安全的重点领域)', 'health-and-safety'),
  caps: [
    text('一(三)', '信用风险一般企业(B类),一年检查不得超过1次', {
      area: 'general',
      of: { scheme: 'credit', label: 'B' },
      cap: { kind: 'visits', n: 1 },
    }),
    text('一(三)', '信用风险较高(C类)企业,一年不得超过2次', {
      area: 'general',
      of: { scheme: 'credit', label: 'C' },
      cap: { kind: 'visits', n: 2 },
    }),
    text('一(三)', '信用风险高企业(D类)根据监管工作实际需要确定', {
      area: 'general',
      of: { scheme: 'credit', label: 'D' },
      cap: { kind: 'as-needed' },
    }),
    text('一(三)', '对重点领域企业,一年检查不得超过法定检查次数上限', {
      area: 'key',
      of: null,
      cap: { kind: 'statutory' },
    }),
  ],
  capScopes: [
    reading('一(三)', '一年检查不得超过1次', { area: 'general', across: 'all-departments' }),
    reading('一(三)', '法定检查次数上限', { area: 'key', across: 'each-department' }),
  ],
  // A desk review is a check too (书式检查); watching a web page is not, nor is looking again at our own work.
  capCounts: reading('一(三)', '一年检查不得超过1次', {
    methods: ['on-site', 'desk'],
    occasions: ['drawn', 'triggered'],
  }),
  coverage: [],
  drawsPerYear: null,
  visitsPerYear: [],
  jointOnly: [],
  deskFirst: [
    text('一(二)', '先开展书式检查等非现场监管,未发现问题的可不开展现场检查', {
      scheme: 'credit',
      label: 'B',
      cleanSuffices: true,
    }),
  ],
  stewardships: [],
  entryGrounds: [],
  moves: [],
  adjustmentsPerYear: null,

  windows: [],
  // Whoever is left in peace is visited undrawn only on a ground that stands on record; nobody is named to be told.
  exceptions: [
    reading('一(二)', '原则上对A类企业“无事不扰”', {
      covers: { kind: 'class', scheme: 'credit', label: 'A' },
      grounds: [...grounds],
      receivers: [],
    }),
  ],
  consultation: text('引言', '我办于6月5日向市联席会议成员单位征询抽查工作计划', { opened: '2025-06-05' }),
  deadlines: [
    text('五(十四)', '2025年7月4日、12月14日前,分别向我办报送2025年上半年工作小结', {
      key: 'half-year-report',
      when: { kind: 'date', date: '2025-07-04' },
      by: ['member', 'county-office'],
      to: ['office'],
      binding: 'firm',
    }),
    text('五(十四)', '2025年7月4日、12月14日前,分别向我办报送2025年上半年工作小结,全年工作总结', {
      key: 'year-report',
      when: { kind: 'date', date: '2025-12-14' },
      by: ['member', 'county-office'],
      to: ['office'],
      binding: 'firm',
    }),
    text(
      '五(十四)',
      '2025年7月4日、12月14日前,分别向我办报送2025年上半年工作小结,全年工作总结和2026年工作打算(包括抽查计划)',
      {
        key: 'next-year-plan',
        when: { kind: 'date', date: '2025-12-14' },
        by: ['member', 'county-office'],
        to: ['office'],
        binding: 'firm',
      },
    ),
  ],
  reportParts: text(
    '五(十四)',
    '工作成效、典型经验做法、特色亮点和案例',
    listed('工作成效、典型经验做法、特色亮点、案例'),
  ),
  bulletins: [],

  reviews: [],
  inspectorKinds: null,
  assistants: text('三(七)', '技术核查、审查人员', ['技术核查人员', '审查人员']),
  methods: null,
  drawWays: null,
  witnesses: null,
  substitutes: null,
  recordSigners: null,
  platforms: [],
  ownSystem: null,
  publications: [
    text('一(一)', '通过国家企业信用信息公示系统(福建)或本部门官网向社会公示', {
      what: 'plan',
      channels: ['国家企业信用信息公示系统(福建)', '本部门官网'],
      each: 'any',
    }),
    text('四(九)', '及时归集到国家企业信用信息公示平台(福建)', {
      what: 'outcome',
      channels: ['国家企业信用信息公示平台(福建)'],
      each: 'all',
    }),
    text('四(九)', '行政处罚等信用信息及时归集到国家企业信用信息公示平台(福建)', {
      what: 'penalty',
      channels: ['国家企业信用信息公示平台(福建)'],
      each: 'all',
    }),
  ],

  targets: [
    text('四(九)', '应归集尽归集、应公示尽公示', { figure: 'outcomes-collected', goal: { kind: 'all' } }),
    text('四(九)', '涉企行政检查、行政处罚等信用信息及时归集', {
      figure: 'penalties-collected',
      goal: { kind: 'all' },
    }),
  ],
  owed: [
    text('一(一)', '制定印发本部门 “双随机、一公开”跨部门联合监管抽查工作计划', owing('own-plan', 'member')),
    text(
      '三(六)',
      '“四张清单”(不予处罚、减轻处罚、从轻处罚、免予行政强制清单)',
      owing('leniency', 'member', [], listed('不予处罚、减轻处罚、从轻处罚、免予行政强制')),
    ),
  ],
  disposals: null,
  punishmentFields: null,
  recheckCriteria: text('四(十二)', '合规性、完整性、精准性', ['compliance', 'completeness', 'precision']),
  badChecks: text(
    '四(十二)',
    '任性检查、多头重复检查、运动式检查、形式主义检查',
    listed('任性检查、多头重复检查、运动式检查、形式主义检查'),
  ),
  duties: [
    text('文头', '有效性:废止', 'states-of-force'),
    text('引言', '各成员单位反馈检查计划', 'members-reply'),
    text('引言', '反馈检查计划的基础上汇总编制', 'compiled-from-replies'),
    text('引言', '现印发给你们,请认真组织实施', 'issued-with-requirements'),
    text('一(一)', '根据联合抽查清单', 'items-from-list'),
    text('一(一)', '各牵头部门要主动协调抓好计划实施', 'one-lead'),
    text('一(一)', '原则上不再单独部署专项检查', 'no-separate-campaign'),
    text('一(二)', '“无事不扰”', 'no-disturbance'),
    text('一(二)', '依据企业和个体工商户信用风险分级分类结果,实施差异化精准监管', 'ratio-hangs-on-class'),
    text('一(三)', '国家有关部门另有规定的除外', 'national-exceptions'),
    text('二(四)', '“谁审批、谁监管”“谁主管、谁监管”', 'approver-supervises'),
    text('二(四)', '以跨部门联合抽查为原则、部门单独检查为例外', 'joint-is-rule'),
    text('二(四)', '对涉及检查事项多、频次高的行业领域', 'busy-trades-first'),
    text('二(四)', '由行业主管部门牵头', 'competent-leads'),
    text('二(四)', '“综合查一次”', 'one-combined-visit'),
    text('二(四)', '“内部综合+外部联合”', 'combine-inside-too'),
    text('二(四)', '积极参与各项联合检查任务', 'answer-invitations'),
    text('三(五)', '紧扣检查前、中、后等重点环节', 'three-stages'),
    text('三(六)', '既按规定开行政处罚单,又针对问题开整改辅导单', 'two-slips'),
    text('三(六)', '引导企业尽快整改合规经营', 'correction-followed'),
    text('三(七)', '合理细分设置检查领域和行业', 'inspector-fields'),
    text('四(九)', '落实“公示即监管”要求', 'unpublished-is-undone'),
    text('四(九)', '依据检查结果信息,动态调整信用风险分类', 'class-moves-with-findings'),
    text('四(九)', '接受社会监督', 'public-watches'),
    text('四(九)', '为新一轮抽查检查提供指引', 'results-guide-next'),
    text('四(十)', '“谁监管、谁负责”', 'finding-has-owner'),
    text('四(十)', '及时移送至本部门执法办案机构', 'leads-transferred'),
    text('四(十)', '抽查任务单号、检查对象名称与相关行政处罚决定精准关联', 'exact-link'),
    text('四(十)', '实现监督检查与执法办案双向联动', 'link-both-ways'),
    text('四(十一)', '“一书一函同达”', 'notice-with-repair-letter'),
    text('四(十一)', '失信惩戒和信用修复同步实施', 'punish-and-repair-together'),
    text('四(十一)', '信用修复部门协同办、“网上办”', 'repair-online'),
    text('四(十二)', '组织对本单位、本系统检查情况进行再检查', 'own-recheck'),
    text('四(十二)', '是否存在问题未发现情况', 'recheck-missed-problems'),
    text('四(十二)', '督促基层提升检查质量', 'recheck-answered'),
    text('五(十三)', '适时召开联席会议或联络员会议', 'meetings'),
    text('五(十三)', '进一步明确内部职责分工', 'internal-roles'),
    text('五(十四)', '及时交流通报情况', 'practice-exchanged'),
    text('五(十四)', '及时报送重要工作信息动态', 'news-sent'),
    text('五(十五)', '“五个严禁”“八个不得”', 'inspection-discipline'),
    text('五(十五)', '及时依规依纪移送有关部门严肃处理', 'misconduct-transferred'),
  ],
  peoplesWork: [
    text('二(四)', '拓展跨部门联合监管的领域和方式', {
      zh: '拓展跨部门联合监管的领域和方式',
      en: 'widen the fields and ways of joint supervision',
    }),
    text('三(五)', '规范检查执法用语', { zh: '规范检查执法用语', en: 'proper words to the inspected' }),
    text('三(七)', '“一专多能”', { zh: '鼓励检查员一专多能', en: 'one inspector, several skills' }),
    text('三(八)', '制作检查执法短视频、监管执法指引', {
      zh: '制作检查执法短视频、监管执法指引',
      en: 'films and guides for inspectors',
    }),
    text('三(八)', '配好配齐执法检查装备', { zh: '配好配齐执法检查装备', en: 'equipment for inspections' }),
    text('三(八)', '业务技能培训', { zh: '基层检查人员业务技能培训', en: 'training of grass-roots inspectors' }),
    text('四(九)', '探索经营主体综合性信用评价', {
      zh: '探索经营主体综合性信用评价',
      en: 'an overall credit evaluation is tried',
    }),
    text('五(十三)', '加强工作保障', { zh: '加强工作保障', en: 'the work is guaranteed' }),
    text('五(十四)', '加强调研指导和督促检查', { zh: '加强调研指导和督促检查', en: 'visits, guidance and urging' }),
  ],
} as const satisfies Policy;
