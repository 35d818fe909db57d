/**
 * 福安市 2018: a city's departments; the fullest document on lists, the record of the draw and channels. It carries no number,
 * so that its title names it.
 */
import { citing, listed } from './cited.ts';
import { owing, type Policy } from './shape.ts';

const TITLE = '2018年全面推行“双随机一公开”监管机制加强事中事后监管工作的实施方案';
const PUBLICITY = '国家企业信用信息公示系统(福建)';
const { text, reading } = citing(TITLE);

export const fuan2018 = {
  id: 'fuan-2018',
  name: { zh: '福安市 2018', en: "Fu'an 2018" },
  area: { code: '350981', name: '福安市' },
  head: {
    title: text('文头', TITLE, TITLE),
    number: null,
    indexNumber: null,
    date: text('落款', '2018921', '2018-09-21'),
    publishedOn: text('文头', '发布时间: 2018-09-25', '2018-09-25'),
    issuers: text('落款', '福安市市场监督管理局             福安市审改办', ['福安市市场监督管理局', '福安市审改办']),
    seal: null,
    disclosure: null,
    addressees: [text('抬头', '市直各有关单位', { name: '市直各有关单位', party: 'member', member: true })],
    superiors: [
      text('引言', '《关于全面推行“双随机一公开”监管机制加强事中事后监管工作的实施方案》(宁工商综〔201874号)', {
        title: '关于全面推行“双随机一公开”监管机制加强事中事后监管工作的实施方案',
        number: '宁工商综〔2018〕74号',
      }),
    ],
    annexes: [],
  },
  from: '2018-09-21',
  state: { kind: 'in-force' },
  term: reading('文头', '2018年全面推行', {
    kind: 'standing',
    firstYear: { from: '2018-01-01', to: '2018-12-31' },
  }),

  members: null,
  memberDuties: [
    text(
      '三',
      '市发改局、市经信局、市公安局、市住建局、市环保局、市交通局、市市场监管局、市安监局、市物价局等单位要加强',
      {
        members: listed('市发改局、市经信局、市公安局、市住建局、市环保局、市交通局、市市场监管局、市安监局、市物价局'),
        duty: {
          zh: '加强安全生产、公共安全、环境保护、交通安全、市场监管、食品安全等重点领域的监管',
          en: 'strengthen the key fields: work safety, public safety, environment, traffic, market, food',
        },
      },
    ),
    text('三', '市卫计局、市教育局、市科技局、市文体新局等单位要按照各自职责', {
      members: listed('市卫计局、市教育局、市科技局、市文体新局'),
      duty: { zh: '提出部门“管什么、怎么管”的意见', en: 'say what they supervise and how' },
    }),
  ],
  convenor: null,
  contactRoutes: [
    text('四(四)', '涉及企业的“双随机一公开”监管工作应与市场监管局做好沟通衔接', {
      about: 'company',
      to: 'regulator',
    }),
    text('四(四)', '涉及事业单位、行业协会等其他社会组织的监管工作应与审改办做好沟通衔接', {
      about: 'other-organisation',
      to: 'reform-office',
    }),
  ],
  supervisors: text('四(三)', '市市场监管局将会同市审改办等相关单位', ['regulator', 'reform-office']),

  schemes: [
    text('二(一)2', '对重点领域、高风险的市场主体要列入重点抽查名录库', {
      id: 'key-directory',
      types: ['enterprise', 'sole-trader', 'cooperative'],
      like: null,
      classes: [
        { label: '一般', zh: '一般' },
        { label: '重点', zh: '重点' },
      ],
    }),
  ],
  fallback: null,
  directions: [
    text('一', '适当增加高风险市场主体的抽查比例和频次,进一步', {
      scheme: 'key-directory',
      label: '重点',
      of: 'share',
      direction: 'above-usual',
    }),
    text('二(三)1', '适当增加高风险市场主体的抽查比例和频次,将', {
      scheme: 'key-directory',
      label: '重点',
      of: 'frequency',
      direction: 'above-usual',
    }),
  ],
  order: reading('一', '适当增加高风险市场主体的抽查比例和频次', {
    scheme: 'key-directory',
    labels: ['一般', '重点'],
  }),
  ownRatios: null,
  keyFields: text('一', '食品、道路运输、安全生产、物业', listed('食品、道路运输、安全生产、物业')),
  keySafeties: text('二(四)', '公共安全、经济安全、生态安全、生产安全和意识形态安全', [
    'public',
    'economic',
    'ecological',
    'production',
    'ideological',
  ]),
  keyArea: null,
  caps: [],
  capScopes: [],
  capCounts: null,
  coverage: [
    text('二(一)2', '随机抽查比例原则上不低于辖区市场主体的5%', {
      bound: 'at-least',
      bp: 500,
      of: { kind: 'types', types: ['enterprise', 'sole-trader', 'cooperative'] },
      binding: 'in-principle',
    }),
  ],
  drawsPerYear: text('二(一)2', '抽查频次原则上每年不少于2次', { atLeast: 2, binding: 'in-principle' }),
  visitsPerYear: [],
  jointOnly: [],
  deskFirst: [],
  stewardships: [],
  entryGrounds: [
    text('二(一)2', '对重点领域、高风险的市场主体', {
      scheme: 'key-directory',
      label: '重点',
      grounds: ['重点领域', '高风险'],
    }),
  ],
  moves: [],
  adjustmentsPerYear: null,

  windows: [],
  exceptions: [],
  consultation: null,
  deadlines: [
    text('二(一)3', '公告栏等途径提前向社会公布', {
      key: 'publish-plan',
      when: { kind: 'before', event: 'first-draw' },
      by: ['member'],
      to: [],
      binding: 'firm',
    }),
  ],
  reportParts: null,
  bulletins: [],

  reviews: [],
  inspectorKinds: null,
  assistants: text(
    '二(三)4',
    '会计师事务所、税务师事务所、律师事务所等专业机构',
    listed('会计师事务所、税务师事务所、律师事务所'),
  ),
  methods: text('二(二)2', '实地检查、书面检查和网络监测', ['on-site', 'desk', 'online']),
  drawWays: text('二(二)1', '采用摇号、机选、抽签等方式', ['lottery-machine', 'computer', 'lot']),
  witnesses: text(
    '二(二)1',
    '可邀请人大代表、政协委员、纪检监察部门或社会第三方等现场监督',
    listed('人大代表、政协委员、纪检监察部门、社会第三方'),
  ),
  substitutes: text('二(二)1', '依法回避或因客观原因无法参与检查的,按程序递补人员', { on: ['recusal', 'unable'] }),
  recordSigners: text('二(二)1', '需有抽取工作人员、监督人员签字', ['drawer', 'supervisor']),
  platforms: [],
  ownSystem: text('二(二)1', '可在本级、本系统开发建设随机抽查系统或平台', true),
  publications: [
    text('二(一)1', '各部门“两单”应及时向社会公布,实行动态管理', { what: 'joint-list', channels: [], each: 'any' }),
    text('二(一)3', '通过门户网站、国家企业信用信息公示系统(福建)、公告栏等途径', {
      what: 'plan',
      channels: ['门户网站', PUBLICITY, '公告栏'],
      each: 'any',
    }),
    text('二(一)4', '提前将年度抽查工作计划和抽查事项清单在政府门户网站或部门网站公布', {
      what: 'item-list',
      channels: ['政府门户网站', '部门网站'],
      each: 'any',
    }),
    text('二(一)4', '全部录入到部门协同监管平台,然后推送至“国家企业信用信息公示系统(福建)”', {
      what: 'outcome',
      channels: ['部门协同监管平台', PUBLICITY],
      each: 'all',
    }),
    text('二(二)3', '网站、报刊、广播电视、服务大厅(窗口)、公开栏、国家企业信用信息公示系统等渠道', {
      what: 'draw',
      channels: listed('网站、报刊、广播电视、服务大厅(窗口)、公开栏、国家企业信用信息公示系统'),
      each: 'any',
    }),
  ],

  targets: [
    text('一', '实现“双随机一公开”监管全覆盖', { figure: 'departments-drawing', goal: { kind: 'all' } }),
    text('四(二)', '都要开展随机抽查和联合检查工作', { figure: 'items-finished', goal: { kind: 'all' } }),
    text('四(二)', '均要实行随机抽查,并将抽查结果在国家企业信用信息公示系统(福建)进行公示', {
      figure: 'published',
      goal: { kind: 'all' },
    }),
  ],
  owed: [
    text(
      '二(一)1',
      '抽查事项名称、抽查依据、抽查主体、抽查对象、抽查内容、抽查标准和要点、抽查方式、抽查比例以及抽查频次',
      owing(
        'items',
        'member',
        ['reform-office', 'regulator'],
        listed('抽查事项名称、抽查依据、抽查主体、抽查对象、抽查内容、抽查标准和要点、抽查方式、抽查比例、抽查频次'),
      ),
    ),
    text(
      '二(一)1',
      '监管责任事项、检查依据、牵头责任部门、相关配合部门等要素',
      owing(
        'joint-matters',
        'member',
        ['reform-office', 'regulator'],
        listed('监管责任事项、检查依据、牵头责任部门、相关配合部门'),
      ),
    ),
    text('二(一)2', '建立健全执法检查人员名录库', owing('inspectors', 'member')),
    text('二(一)2', '建立所有监管对象的名录库', owing('subjects', 'member')),
    text('二(一)2', '列入重点抽查名录库', owing('key-directory', 'member')),
    text('二(一)2', '可探索本系统同类执法工作人员建库', owing('shared-pool', 'member')),
    text('二(一)2', '可探索建立专家名录库', owing('experts', 'member')),
    text(
      '二(一)3',
      '明确抽查目标、抽查重点、抽查方式以及联合抽查、综合执法的具体程序',
      owing('rule', 'member', [], ['抽查目标', '抽查重点', '抽查方式', '联合抽查、综合执法的具体程序']),
    ),
    text('二(一)3', '各部门应制定年度抽查工作计划', owing('own-plan', 'member')),
    text('二(二)2', '对随机抽查事项逐项制定检查表格', owing('check-form', 'member')),
    text(
      '二(四)',
      '监管责任科室、重点监管事项、年度重点监管任务和监管计划',
      owing('key-supervision', 'member', [], listed('监管责任科室、重点监管事项、年度重点监管任务、监管计划')),
    ),
    text('三', '将加强事中事后监管工作情况报市市场监管局', owing('work-report', 'member', ['regulator'])),
    text('三', '提出部门“管什么、怎么管”的意见', {
      ...owing('opinion', 'member'),
      members: listed('市卫计局、市教育局、市科技局、市文体新局'),
    }),
    text(
      '三',
      '建立健全市场主体诚信档案和行业黑名单制度',
      owing('credit-files', 'regulator', [], ['市场主体诚信档案', '行业黑名单']),
    ),
    text('四(一)', '市直各部门要牵头制定本系统实施细则', owing('system-rule', 'member')),
  ],
  disposals: null,
  punishmentFields: null,
  recheckCriteria: null,
  badChecks: null,
  duties: [
    text('一', '按照“谁审批、谁监管,谁主管、谁监管”的原则', 'approver-supervises'),
    text('二(一)1', '根据部门“三定”方案规定和已公布的权责清单制定', 'rests-on-power-lists'),
    text('二(一)1', '法律法规规章制定、修订和废止情况进行梳理完善', 'repealed-bases'),
    text('二(一)2', '合理确定抽查比例和频次', 'ratio-reasoned'),
    text('二(一)2', '从中随机抽取专业技术人员参与监督检查活动', 'experts-drawn'),
    text('二(一)4', '“谁产生、谁提供、谁负责”', 'producer-answers'),
    text('二(一)4', '统一归集在企业名下', 'collected-under-firm'),
    text('二(一)4', '依法向社会公示,接受社会监督', 'public-watches'),
    text('二(二)1', '随机抽取检查对象和执法检查人员', 'both-drawn'),
    text('二(二)1', '检查对象和执法检查人员之间的随机匹配', 'random-match'),
    text('二(二)1', '填写随机抽取情况记录表', 'draw-record-form'),
    text('二(二)1', '拍照、录像等方式记录抽取过程', 'draw-media'),
    text('二(二)1', '随机抽取全程留痕、责任可追溯', 'draw-traceable'),
    text('二(二)1', '将整套材料归档', 'draw-filed'),
    text('二(二)2', '每次抽查要做好检查表格的填写', 'form-filled'),
    text('二(二)2', '请被检查单位的相关人员阅核、签章', 'inspected-signs'),
    text('二(二)2', '依法查阅复制有关账册、合同和相关资料', 'documents-copied'),
    text('二(二)2', '向当事人、知情人调查了解有关情况', 'parties-asked'),
    text('二(二)3', '公开为常态、不公开为例外', 'publicity-is-rule'),
    text('二(二)3', '对涉及商业秘密、个人隐私的事项', 'withhold-secrets'),
    text('二(二)3', '及时移交相关部门查处', 'transfer-to-competent'),
    text('二(二)3', '严禁有罪不移、以罚代刑', 'no-fine-for-crime'),
    text('二(三)1', '与抽查对象的信用分类状况或等级挂钩', 'ratio-hangs-on-class'),
    text('二(三)1', '纳入市场主体的社会信用记录', 'into-credit-record'),
    text('二(三)1', '加大对失信行为的曝光力度', 'bad-faith-exposed'),
    text('二(三)1', '“一处失信、处处受限”', 'joint-punishment'),
    text('二(三)2', '通过对数据的综合分析确定重点抽查事项和抽查对象', 'key-items-from-data'),
    text('二(三)2', '随机抽取过程永久留痕、违规抽查责任可倒查', 'draws-kept-for-ever'),
    text('二(三)2', '依法严格限制监管部门、监管人员的自由裁量权', 'discretion-limited'),
    text('二(三)3', '“一次抽查、全面体检、综合会诊”', 'one-draw-full-check'),
    text('二(三)3', '开展部门内集中执法', 'combine-inside-too'),
    text('二(三)3', '按照多部门监管责任事项清单,由牵头部门负责', 'lead-by-joint-list'),
    text('二(三)3', '可由上级部门牵头负责', 'upper-level-leads'),
    text('二(三)4', '委托会计师事务所、税务师事务所、律师事务所', 'commissioned-bodies'),
    text('二(三)4', '检查核实企业报送信息的真实性', 'filings-verified'),
    text('二(三)4', '核查结果、法院的生效文书和专业机构作出的专业结论', 'others-results-used'),
    text('二(四)', '要明确一个重点牵头部门', 'one-lead'),
    text('三', '进行指导和督查', 'regulator-guides'),
    text('三', '各部门对涉及事业单位、行业协会等其他社会组织的监管', 'other-organisations-too'),
    text('三', '另有规定的,从其规定', 'higher-rules-prevail'),
    text('四(一)', '主要领导作为第一责任人', 'head-answers'),
    text('四(四)', '牵头科室,并指定专人负责', 'lead-section-and-person'),
    text('四(四)', '按时上报相关材料', 'materials-in-time'),
    text('落款', '联系人', 'contact-given'),
  ],
  peoplesWork: [
    text('二(二)3', '要加大惩处力度', { zh: '对违法违规行为加大惩处力度', en: 'violations are punished by law' }),
    text('二(三)2', '通过信息比对、数据检索、网络搜索等新型技术手段', {
      zh: '运用信息比对、数据检索、网络搜索等手段',
      en: 'detect by comparing data and searching',
    }),
    text('二(四)', '推动本部门行政审批与监管职责相对分离', {
      zh: '行政审批与监管职责相对分离',
      en: 'approval is kept apart from supervision',
    }),
    text('二(四)', '健全上下级联动监管制度', {
      zh: '跨层级事项上下级联动监管',
      en: 'cross-level matters: each level answers',
    }),
    text('三', '建设全市“双随机一公开”监管信息平台', {
      zh: '依托公示系统建设全市监管信息平台',
      en: "build the city's supervision platform on the publicity system",
    }),
    text('三', '促进守信联合激励和失信联合惩戒', {
      zh: '守信联合激励和失信联合惩戒',
      en: 'rewards and punishments together',
    }),
    text('四(一)', '工作方案亲自部署、关键环节亲自协调、落实情况亲自督查', {
      zh: '主要领导亲自部署、亲自协调、亲自督查',
      en: 'heads arrange, coordinate and inspect in person',
    }),
    text('四(三)', '进行问责并扣其绩效考评分数', {
      zh: '纳入年度绩效考评，对未完成任务的部门问责',
      en: 'part of yearly performance; late departments are held to account',
    }),
    text('四(四)', '及时总结推广好的经验做法', { zh: '总结推广好的经验做法', en: 'good practice is spread' }),
  ],
} as const satisfies Policy;
