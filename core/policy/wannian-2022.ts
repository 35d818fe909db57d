/**
 * 万年县 2022: a county with three pools, quiet months and two reviewers. Issued in August, after its own March and June, so
 * that its first policy year runs to the end of 2023.
 */
import { citing, listed } from './cited.ts';
import { owing, type Policy } from './shape.ts';

const { text, reading } = citing('万府办字〔2022〕55号');
const PLATFORM = '江西省“双随机、一公开”行政执法监督平台';

const superior = (number: string, title: string) => text('引言', `（${number}）`, { title, number });
const marketSubjects = ['enterprise', 'sole-trader', 'cooperative', 'foreign-office'] as const;

export const wannian2022 = {
  id: 'wannian-2022',
  name: { zh: '万年县 2022', en: 'Wannian 2022' },
  area: { code: '361129', name: '万年县' },
  head: {
    title: text(
      '文头',
      '万年县全面推进“双随机、一公开、一集中”监管工作实施方案',
      '万年县全面推进“双随机、一公开、一集中”监管工作实施方案',
    ),
    number: text('文头', '万府办字〔2022〕55号', '万府办字〔2022〕55号'),
    indexNumber: null,
    date: text('落款', '2022年8月10日', '2022-08-10'),
    publishedOn: text('落款', '2022年8月10日印发', '2022-08-10'),
    issuers: text('落款', '万年县人民政府办公室    \n2022年8月10日', ['万年县人民政府办公室']),
    seal: null,
    disclosure: text('文头', '（此件主动公开）', 'active'),
    addressees: [
      text('抬头', '各乡镇人民政府', { name: '各乡镇人民政府', party: 'township', member: false }),
      text('抬头', '各乡镇人民政府，县政府各部门', { name: '县政府各部门', party: 'member', member: true }),
    ],
    superiors: [
      superior('国发〔2019〕5号', '关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见'),
      superior('赣发〔2022〕5号', '关于深入推进营商环境优化升级“一号改革工程”的意见'),
      superior('赣市监明电〔2022〕2号', '关于全面推进江西省“双随机、一公开”监管工作的通知'),
      superior('饶府办字〔2022〕46号', '关于印发上饶市全面推进“双随机、一公开、一集中”监管工作实施方案的通知'),
    ],
    annexes: [text('附件', '附件：万年县市场监管部门联席会议制度成员单位名单', '成员单位名单')],
  },
  from: '2022-08-10',
  state: { kind: 'in-force' },
  term: reading('落款', '2022年8月10日', {
    kind: 'standing',
    firstYear: { from: '2022-08-10', to: '2023-12-31' },
  }),
  members: text(
    '附件',
    '县市管局、县司法局、县发改委',
    listed(
      '县市管局、县司法局、县发改委、县委统战部、县财政局、县人社局、县民政局、县自然资源局、县应急管理局、县工信局、县交运局、县消防救援大队、县住建局、县城管局、县生态环境局、县人防办、县商务局、县农业农村局、县林业局、县水利局、县卫健委、县文广新旅局、县公安局、县医保局、县教体局、县气象局、县统计局、县残联、县高新区管理管委会、县档案馆',
    ),
  ),
  memberDuties: [],
  convenor: text('四(一)', '会议召集单位为县市场监督管理局', '县市场监督管理局'),
  contactRoutes: [],
  supervisors: text('四(四)', '市场监管部门联席会议办公室和司法局将建立常态化督查', ['office', 'legal']),

  schemes: [
    text('三(一)1', '设定A类“联合监管库”、B类“一般监管库”和C类“重点监管库', {
      id: 'pool',
      types: [...marketSubjects],
      like: null,
      classes: [
        { label: 'A', zh: '联合监管库' },
        { label: 'B', zh: '一般监管库' },
        { label: 'C', zh: '重点监管库' },
      ],
    }),
    text('三(三)4', '信用风险低、信用风险一般、信用风险较高、信用风险高四类市场主体', {
      id: 'credit',
      types: [...marketSubjects],
      like: null,
      classes: [
        { label: 'A', zh: '信用风险低' },
        { label: 'B', zh: '信用风险一般' },
        { label: 'C', zh: '信用风险较高' },
        { label: 'D', zh: '信用风险高' },
      ],
    }),
  ],
  fallback: null,
  directions: [],
  order: null,
  ownRatios: null,
  keyFields: null,
  keySafeties: null,
  keyArea: null,
  caps: [],
  capScopes: [],
  capCounts: null,
  coverage: [
    text('三(一)1', '抽查比例不高于10%', {
      bound: 'at-most',
      bp: 1000,
      of: { kind: 'class', scheme: 'pool', label: 'A' },
      binding: 'firm',
    }),
  ],
  drawsPerYear: null,
  visitsPerYear: [text('三(一)1', '每年至少检查1次', { scheme: 'pool', label: 'C', atLeast: 1 })],
  jointOnly: [text('三(一)1', '全部采用部门联合检查方式', { scheme: 'pool', label: 'A' })],
  deskFirst: [],
  stewardships: [
    text(
      '三(一)1',
      '相关名单由市场监管部门联席会议办公室牵头确定。对A类库的双随机抽查由市场监管部门联席会议办公室牵头组织实施',
      {
        scheme: 'pool',
        label: 'A',
        organiser: 'office',
        settles: 'office',
        proposes: null,
      },
    ),
    text('三(一)1', '对B类库的由市场监管部门联席会议各成员单位自行组织实施', {
      scheme: 'pool',
      label: 'B',
      organiser: 'member',
      settles: null,
      proposes: null,
    }),
    text('三(一)1', '对C类库的检查由各提出单位自行组织实施', {
      scheme: 'pool',
      label: 'C',
      organiser: 'proposer',
      settles: 'office',
      proposes: 'member',
    }),
  ],
  entryGrounds: [
    text('三(一)1', '信用优良的市场主体以及制造业、旅游业、数字经济、招商引资、纳税大户', {
      scheme: 'pool',
      label: 'A',
      grounds: listed('信用优良、制造业、旅游业、数字经济、招商引资、纳税大户'),
    }),
    text('三(一)1', '除联合监管库和重点监管库外，其他市场主体均纳入B类库管理', {
      scheme: 'pool',
      label: 'B',
      grounds: ['其他市场主体'],
    }),
    text('三(一)1', '信用等级较差的市场主体以及涉及安全、质量、公共利益等领域每年需全覆盖检查的市场主体', {
      scheme: 'pool',
      label: 'C',
      grounds: listed('信用等级较差、安全、质量、公共利益'),
    }),
  ],
  moves: [
    text('三(一)1', '对A类库检查发现一般违法行为和轻微违法行为的，移入B类库进行管理', {
      scheme: 'pool',
      from: 'A',
      to: 'B',
      on: { kind: 'violation', degree: 'ordinary' },
    }),
    text('三(一)1', '轻微违法行为的，移入B类库进行管理', {
      scheme: 'pool',
      from: 'A',
      to: 'B',
      on: { kind: 'violation', degree: 'minor' },
    }),
    text('三(一)1', '发现重大违法行为的，移入C类库进行管理', {
      scheme: 'pool',
      from: 'A',
      to: 'C',
      on: { kind: 'violation', degree: 'major' },
    }),
    text(
      '三(一)1',
      'B类库中的市场主体经检查未发现问题的，可自行提出申请或由市场监管部门联席会议成员单位推荐，经市场监管部门联席会议办公室核实确认',
      {
        scheme: 'pool',
        from: 'B',
        to: 'A',
        on: { kind: 'clean', requestedBy: ['subject', 'member'], confirmedBy: 'office' },
      },
    ),
  ],
  adjustmentsPerYear: text('三(一)1', '每年由市场监管部门联席会议办公室牵头进行1次调整', 1),
  windows: [
    text('三(二)1', 'A类库的检查实施期为每年6月份', { scheme: 'pool', label: 'A', months: [6] }),
    text('三(二)1', 'B类库的检查实施期为每年6月份、9月份', { scheme: 'pool', label: 'B', months: [6, 9] }),
    text('三(二)1', 'C类库的检查不受“企业安静期”时间限制', { scheme: 'pool', label: 'C', months: null }),
  ],
  exceptions: [
    text(
      '三(一)1',
      '对于投诉举报、上级交办、外地移送等特殊情况，确需对A类库进行行政执法检查的，由相关部门提交检查表至市场监管部门联席会议办公室和司法局备案',
      {
        covers: { kind: 'class', scheme: 'pool', label: 'A' },
        grounds: ['complaint', 'assigned', 'transferred', 'other'],
        receivers: ['office', 'legal'],
      },
    ),
    text('三(二)1', '须报市场监管部门联席会议办公室和司法局备案', {
      covers: { kind: 'quiet-period' },
      grounds: ['safety', 'environment', 'fire', 'occupational-health', 'emergency', 'complaint', 'assigned', 'other'],
      receivers: ['office', 'legal'],
    }),
  ],
  consultation: null,
  deadlines: [
    text('二', '到2022年底，形成市场监管领域', {
      key: 'mechanism-coverage',
      when: { kind: 'year-end', year: 2022 },
      by: ['member'],
      to: [],
      binding: 'firm',
    }),
    text('三(一)2', '每年3月底前，对联合检查执法人员库名单进行更新完善', {
      key: 'joint-inspectors-renewed',
      when: { kind: 'month-end', month: 3 },
      by: ['office'],
      to: [],
      binding: 'firm',
    }),
    text('三(一)3', '每年3月底前报市场监管部门联席会议办公室和司法局汇总备案', {
      key: 'joint-items-filed',
      when: { kind: 'month-end', month: 3 },
      by: ['member'],
      to: ['office', 'legal'],
      binding: 'firm',
    }),
    text('三(二)2', '每年3月底前将本年度双随机检查计划录入', {
      key: 'plans-registered',
      when: { kind: 'month-end', month: 3 },
      by: ['member'],
      to: [],
      binding: 'firm',
    }),
  ],
  reportParts: null,
  bulletins: [text('四(四)', '建立常态化督查和通报机制', { every: 'regular', by: ['office', 'legal'] })],
  reviews: [
    text('三(二)3', '市场监管部门联席会议办公室主要负责审核计划的抽查比例、检查频次以及是否涉及重复检查', {
      by: 'office',
      points: ['share', 'frequency', 'repetition'],
    }),
    text('三(二)3', '司法局主要负责审核计划行政权力清单的合法性', { by: 'legal', points: ['legality'] }),
  ],
  inspectorKinds: text('三(一)2', '所有行政执法类公务员、具有行政执法资格的工作人员和从事日常监管工作的人员', [
    'civil-servant',
    'qualified',
    'daily',
  ]),
  assistants: text('三(一)2', '在满足执法检查人数要求的基础上，吸收检测机构、科研院所和专家学者等参与', [
    '检测机构',
    '科研院所',
    '专家学者',
  ]),
  methods: null,
  drawWays: null,
  witnesses: null,
  substitutes: null,
  recordSigners: null,
  platforms: [
    text('三(二)2', '将本年度双随机检查计划录入江西省“双随机、一公开”行政执法监督平台', {
      step: 'plan',
      name: PLATFORM,
    }),
    text('三(三)2', '及时将检查事项及结果录入江西省“双随机、一公开”行政执法监督平台公示', {
      step: 'outcomes',
      name: PLATFORM,
    }),
  ],
  ownSystem: null,
  publications: [
    text('三(三)2', '行政执法监督平台公示，并同步归集至国家企业信用信息公示系统和全国信用信息共享平台', {
      what: 'outcome',
      channels: [PLATFORM, '国家企业信用信息公示系统', '全国信用信息共享平台'],
      each: 'all',
    }),
    text('四(五)', '在门户网站公示投诉举报电话', {
      what: 'complaint-telephone',
      channels: ['门户网站'],
      each: 'all',
    }),
    text('四(五)', '出现违法违规行为要依法查处并向社会公开结果', {
      what: 'complaint-result',
      channels: [],
      each: 'any',
    }),
  ],
  targets: [
    text('二', '监管全覆盖的常态化新型监管工作机制', { figure: 'departments-drawing', goal: { kind: 'all' } }),
    text('三(二)2', '每一个监管事项，都必须在平台上至少制定并完成一个双随机检查计划', {
      figure: 'items-finished',
      goal: { kind: 'all' },
    }),
  ],
  owed: [
    text('三(一)2', '执法检查人员名录库应包括', owing('inspectors', 'member')),
    text('三(一)1', '构建差异化检查对象监管库', owing('subjects', 'office')),
    text('三(一)2', '市场监管部门联席会议办公室负责建立专门的联合检查执法人员库', owing('joint-inspectors', 'office')),
    text('三(一)3', '制定检查事项清单', owing('items', 'member')),
    text(
      '三(一)3',
      '对A类库的联合检查事项清单由市场监管部门联席会议相关成员单位',
      owing('joint-items', 'member', ['office', 'legal']),
    ),
    text('三(三)4', '建立市场监管领域轻微违法违规经营行为依法免处罚强制清单', owing('exemption', 'member')),
    text('四(一)', '出台具体办法，完善“两库一清单”', owing('method', 'member')),
  ],
  disposals: null,
  punishmentFields: null,
  recheckCriteria: null,
  badChecks: null,
  duties: [
    text('一', '实行涉企检查事项清单管理', 'items-from-list'),
    text('一', '避免多头执法、重复检查', 'no-repeated-checks'),
    text('二', '“进一次门、填一张表、查多项事”', 'one-form'),
    text('二', '以重点监管为补充、以信用监管为基础', 'three-kinds-of-task'),
    text('三(一)1', '结合市场主体信用风险分类结果、地区信用平台综合评价情况', 'pool-sources'),
    text('三(一)1', '按照“进一次门、填一张表、查多项事”模式开展', 'one-combined-visit'),
    text('三(一)1', '除双随机检查外，原则上不开展其它行政执法检查', 'no-other-checks'),
    text('三(一)1', '自动比对确定可能重叠的检查对象，由相关部门联合开展检查', 'overlaps-found'),
    text('三(一)1', '由各相关部门自行协商确定牵头部门和参与部门', 'overlap-agree-lead'),
    text('三(一)2', '按照执法资质、业务专长进行分类标注', 'inspectors-marked'),
    text('三(一)3', '比照行政权力清单，每年对监管事项目录清单进行动态调整', 'items-revised-yearly'),
    text('三(二)1', '其余时间设为“企业安静期”', 'quiet-period-shown'),
    text('三(二)2', '专项计划另行录入平台开展', 'special-plans-apart'),
    text('三(二)3', '严格落实计划审查制度，全程闭环管理', 'reviews-before-draw'),
    text('三(二)3', '坚决做到清单之外无检查', 'nothing-off-list'),
    text('三(三)1', '属于本部门监管职责的，及时依法查处', 'finding-handled'),
    text('三(三)1', '及时移送有管辖权的部门依法查处', 'transfer-to-competent'),
    text('三(三)1', '涉嫌犯罪的移送司法机关', 'crimes-transferred'),
    text('三(三)2', '“谁检查、谁录入、谁公开”', 'who-inspects-enters'),
    text('三(三)2', '接受社会监督', 'public-watches'),
    text('三(三)3', '检查结果部门间互通互认互用', 'others-results-used'),
    text('三(三)3', '依法实施联合惩戒', 'joint-punishment'),
    text('三(三)4', '探索实行市场主体违法行为分类管理', 'violations-classified'),
    text('三(三)4', '风险预测预警和动态监测能力', 'risk-warnings'),
    text('四(一)', '成员单位根据实际情况可适当调整', 'members-may-change'),
    text('四(一)', '联席会议办公室设在县市场监督管理局，统筹协调', 'office-not-inspecting'),
    text('四(二)', '“尽职照单免责、失职照单问责”', 'done-by-list'),
    text('四(四)', '完善档案管理', 'archives'),
  ],
  peoplesWork: [
    text('二', '到2025年，形成监管机制更加科学合理', {
      zh: '到2025年形成现代市场监管体系',
      en: 'a modern system of market supervision by 2025',
    }),
    text('四(二)', '依法依规严肃处理', { zh: '对未履行职责的严肃处理', en: 'those who fail are dealt with' }),
    text('四(三)', '及时回应社会关注', { zh: '宣传解读，回应社会关注', en: 'explain to the public and answer it' }),
    text('四(三)', '特别是基层一线执法人员的业务培训', { zh: '执法人员业务培训', en: 'training of inspectors' }),
    text('四(四)', '加强经费保障，提高装备水平', { zh: '经费保障、装备水平', en: 'money and equipment' }),
  ],
} as const satisfies Policy;
