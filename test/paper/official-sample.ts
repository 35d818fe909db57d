/** One of every official paper, with invented facts that are hard to lay out: names of 38 characters, long tables, two issuers. */
import { approvalForm, visitNotice, visitScheme } from '../../bot/paper/official/before-visit.ts';
import { bulletinPaper } from '../../bot/paper/official/bulletin.ts';
import { consultationLetter } from '../../bot/paper/official/consultation.ts';
import { drawRecord } from '../../bot/paper/official/draw-record.ts';
import { filingForm } from '../../bot/paper/official/filing.ts';
import {
  type FindingValue,
  guidanceSlip,
  listingReminder,
  penaltyAndRepair,
} from '../../bot/paper/official/follow-up.ts';
import { jointLetter, specialNotice } from '../../bot/paper/official/invitation.ts';
import type { Imprint, OfficialPaper } from '../../bot/paper/official/official-paper.ts';
import { outcomeNotice } from '../../bot/paper/official/outcome-notice.ts';
import type { PaperKind } from '../../bot/paper/official/papers.ts';
import { planNotice } from '../../bot/paper/official/plan.ts';
import { recordSheet } from '../../bot/paper/official/record-sheet.ts';
import { recusalDecision } from '../../bot/paper/official/recusal-decision.ts';
import { summaryPaper } from '../../bot/paper/official/summary.ts';
import {
  crimeReferral,
  type TransferValue,
  transferLetter,
  transferRecord,
} from '../../bot/paper/official/transfer.ts';
import type { VisitValue } from '../../bot/paper/official/visit-value.ts';
import type { PrintedFigure } from '../../core/bulletin/bulletin.ts';
import type { Letter } from '../../core/consult/invitation.ts';
import type { JointForm } from '../../core/outcome/form.ts';

/** 38 characters: the longest name in 42,774 real rows has as many. */
export const longName = '松岭市青禾县北山镇云溪工业园区绿色农产品深加工与冷链物流配送有限责任公司第一分公司'.slice(
  0,
  38,
);
export const office = '松岭市“双随机、一公开”跨部门联合监管工作联席会议办公室';

export const officeImprint: Imprint = {
  issuers: [{ name: office, standIn: { by: '松岭市市场监督管理局' } }],
  number: '松双随机〔2025〕2号',
  series: '松双随机',
  year: 2025,
  mark: '',
  date: '2025-06-23',
  contact: { person: '陈立文', phone: '0590-0000000' },
  disclosure: 'on-request',
};
export const bureauImprint: Imprint = {
  ...officeImprint,
  issuers: [{ name: '松岭市市场监督管理局', standIn: null }],
  number: '松市监〔2025〕17号',
  series: '松市监',
};
export const jointImprint: Imprint = {
  ...bureauImprint,
  issuers: [...bureauImprint.issuers, { name: '松岭市农业农村局', standIn: null }],
};

const items = ['食品经营许可情况', '食品进货查验记录情况', '餐饮服务场所卫生状况', '从业人员健康管理情况'];

const visit: VisitValue = {
  no: '3-0012',
  plan: '松双随机〔2025〕1号',
  subject: { kind: 'uscc', number: '91350400MA0000000X', name: longName, place: '北山市场监督管理所' },
  window: { from: '2025-07-01', to: '2025-09-30' },
  planned: 'on-site',
  department: '松岭市市场监督管理局',
  tasks: ['餐饮服务单位联合抽查'],
  items: items.map((name) => ({ name, basis: '《中华人民共和国食品安全法》第一百一十条' })),
  officers: [
    { number: 'scjg-0001', name: '周雅', certificate: '13040012345' },
    { number: 'scjg-0002', name: '林向南', certificate: '13040012346' },
  ],
  along: ['松岭市卫生健康委员会', '松岭市消防救援支队'],
};

const letter: Letter = {
  kind: 'letter',
  plan: '松双随机〔2025〕1号',
  year: 2025,
  task: 'T-01',
  name: '餐饮服务单位联合抽查',
  lead: 'scjg',
  leadName: '松岭市市场监督管理局',
  parts: [
    { department: 'scjg', name: '松岭市市场监督管理局', items, officers: 2, needs: ['食品'] },
    { department: 'wjw', name: '松岭市卫生健康委员会', items: ['公共场所卫生许可情况'], officers: 2, needs: [] },
  ],
  to: ['松岭市卫生健康委员会', '松岭市消防救援支队'],
  frame: { tags: ['餐饮服务'], types: ['enterprise', 'sole-trader'], places: [] },
  quota: {
    kind: 'tiers',
    denominator: 'frame',
    tiers: [
      { label: 'A', share: { kind: 'spared' } },
      { label: 'B', share: { kind: 'share', bp: 300, bound: 'exactly', atLeast: 1 } },
      { label: 'C', share: { kind: 'share', bp: 1000, bound: 'at-least', atLeast: 0 } },
    ],
  },
  scheme: 'credit',
  drawsPerYear: 1,
  window: { from: '2025-07-01', to: '2025-09-30' },
  due: '2025-10-31',
  publishWithin: 20,
  method: 'on-site',
  experts: [{ field: '食品检验', number: 1 }],
  ground: '',
  requirements: '请各单位高度重视，指定专人负责。\n检查中注意保护企业的商业秘密。',
  contact: { person: '黄清', phone: '0590-0000001', email: 'lianluo@songling.invalid' },
  answerBy: '2025-06-12',
  date: '2025-06-05',
};

const form: JointForm = {
  source: '3',
  visit: 12,
  no: '3-0012',
  subject: { kind: 'uscc', number: '91350400MA0000000X', name: longName, place: '北山市场监督管理所' },
  window: visit.window,
  planned: 'on-site',
  parts: [
    {
      department: 'scjg',
      departmentName: '松岭市市场监督管理局',
      tasks: visit.tasks,
      sent: [
        { number: 'scjg-0001', name: '周雅' },
        { number: 'scjg-0002', name: '林向南' },
      ],
      items: [
        {
          code: 'SX01',
          name: '食品经营许可情况',
          points: ['许可证是否在有效期内', '经营项目是否与许可一致'],
          notChecked: null,
          entered: {
            code: 'pending',
            methods: ['on-site', 'testing'],
            finding: '超出许可的经营项目从事冷食类食品制售，现场已责令停止。',
            handling: 'order-correction',
            handlingWords: '',
            checkedOn: '2025-07-15',
            inspectors: [],
            correctBy: '2025-08-15',
            evidence: [{ name: '现场照片', place: '执法记录仪 0715 号存储卡', digest: null }],
            statement: '情况属实，我们尽快改正。',
            remark: '',
            seq: 400,
            person: 'i1',
            at: '2025-07-15T08:00:00.000Z',
          },
        },
        { code: 'SX02', name: '从业人员健康管理情况', points: [], entered: null, notChecked: null },
      ],
    },
    {
      department: 'wjw',
      departmentName: '松岭市卫生健康委员会',
      tasks: visit.tasks,
      sent: [
        { number: 'wjw-0003', name: '吴江' },
        { number: 'wjw-0005', name: '许明德' },
      ],
      items: [
        { code: 'WJ01', name: '公共场所卫生许可情况', points: ['卫生许可证是否公示'], entered: null, notChecked: null },
      ],
    },
  ],
};

export const found: FindingValue = {
  no: '3-0012',
  department: '松岭市市场监督管理局',
  subject: { name: longName, number: '91350400MA0000000X' },
  tasks: ['餐饮服务单位联合抽查（T-01）'],
  item: '食品经营许可情况',
  outcome: '发现问题待后续处理',
  finding: '超出许可的经营项目从事冷食类食品制售',
  checkedOn: '2025-07-15',
};

const transfer: TransferValue = {
  no: 210,
  on: '2025-07-20',
  from: '松岭市市场监督管理局',
  to: '松岭市城市管理局',
  unit: '城市管理综合行政执法支队',
  reason: '占用公共通道堆放货物，属城市管理部门职责。',
  giver: '黄清',
  found: [found],
  evidence: [
    { name: '现场照片 6 张', place: '市场监督管理局档案室 2025-07 卷', digest: 'a'.repeat(64) },
    { name: '现场检查笔录', place: '同上', digest: null },
  ],
  received: null,
};

/** @param rows how many tasks the plan has */
export const planPaper = (rows: number, imprint: Imprint = officeImprint): OfficialPaper =>
  planNotice(
    {
      no: '松双随机〔2025〕1号',
      year: 2025,
      version: 1,
      area: '松岭市',
      basis: '《松岭市“双随机、一公开”监管工作方案》（松府办〔2024〕55号）',
      consulted: '2025-06-05',
      addressees: ['市“双随机、一公开”跨部门联合监管工作联席会议各成员单位', '各县（市、区）工作机制办公室'],
      targets: ['抽查任务按时完成率100%', '抽查结果公示率100%', '信用风险分类结果应用率不低于90%'],
      deadlines: ['2025年7月4日前，成员单位：上半年工作小结', '2025年12月14日前，成员单位：全年工作总结'],
      lines: Array.from({ length: rows }, (_, i) => ({
        no: `T-${String(i + 1).padStart(2, '0')}`,
        name: i % 3 === 0 ? '餐饮服务单位（含学校食堂、集体用餐配送单位和中央厨房）联合抽查' : '农资市场联合抽查',
        items: items.slice(0, 1 + (i % 4)),
        subjects: '餐饮服务、企业、个体工商户',
        ratio: 'A类不抽取；B类3%（至少1户）；C类不低于10%；D类100%',
        draws: 1 + (i % 2),
        lead: '松岭市市场监督管理局',
        partners: i % 2 === 0 ? ['松岭市卫生健康委员会', '松岭市消防救援支队'] : [],
        method: '实地检查',
        window: visit.window,
        due: '2025-10-31',
        reach: i % 2 === 0 ? ('joint' as const) : ('department' as const),
        kind: 'random' as const,
      })),
      printedBy: '松岭市市场监督管理局办公室',
    },
    imprint,
  );

const digest = 'f'.repeat(64);

const onTime: PrintedFigure = {
  figure: 'on-time',
  name: '抽查任务按时完成率',
  definition: '已到期且按时完成（已公示）的任务÷已到期的任务',
  value: '100%（6÷6）',
  n: 6,
  of: 6,
  bp: 10000,
  goals: [],
  parts: [],
  silent: [],
  lacking: [],
  lackingInAll: 0,
};

/** Of every kind, so that a new one cannot be forgotten. */
export const sample = {
  'consultation-letter': consultationLetter(
    {
      no: '2025-1',
      year: 2025,
      letter: `关于征询2025年度“双随机、一公开”抽查工作计划的函\n\n联席会议各成员单位：\n为科学编制2025年度“双随机、一公开”抽查工作计划，现征询各单位抽查工作计划。请结合本单位职责和随机抽查事项清单，研究提出以下内容：\n一、拟牵头开展的抽查任务，写明抽查事项、检查对象范围、抽查比例、实施时间和拟请配合的部门；\n二、对其他单位牵头的部门联合抽查，是否参加；\n三、对抽查比例、频次和时间安排的意见建议。\n${office}`,
      matters: '',
      deadline: '2025-06-12',
      office,
    },
    officeImprint,
  ),
  'joint-letter': jointLetter(letter, { ...bureauImprint, number: null }),
  'special-notice': specialNotice({ ...letter, kind: 'notice', ground: '市人民政府专题会议部署' }, bureauImprint),
  plan: planPaper(24),
  'draw-record': drawRecord(
    {
      ceremony: 3,
      office,
      policy: '松府办〔2024〕55号',
      plan: '松双随机〔2025〕1号',
      way: '机选',
      place: '市场监督管理局三楼会议室',
      frozenAt: '2025-06-26T01:00:00.000Z',
      openedAt: '2025-06-26T02:30:00.000Z',
      snapshot: '2025-06-25',
      window: visit.window,
      discloseFrom: '2025-10-01',
      roster: 12873,
      tasks: Array.from({ length: 4 }, (_, i) => ({
        no: `T-0${i + 1}`,
        name: '餐饮服务单位联合抽查',
        lead: '松岭市市场监督管理局',
        partners: ['松岭市卫生健康委员会'],
        scheme: '通用型企业信用风险分类',
        total: null,
        tiers: ['A', 'B', 'C', 'D'].map((label, j) => ({
          label,
          share:
            j === 0
              ? ({ kind: 'spared' } as const)
              : ({ kind: 'share', bp: 300 * j, bound: 'exactly', atLeast: 1 } as const),
          frame: 800 - 200 * j,
          eligible: 790 - 200 * j,
          size: 20 * j,
          drawn: 20 * j,
          skipped: j,
        })),
      })),
      excluded: [{ reason: '已注销', households: 120 }],
      merged: { households: 460, visits: 470, posts: 1880, open: 0, inspectors: 96 },
      participants: [
        { name: '会务台', department: '', custody: 'desk', kind: 'desk', state: 'opened' },
        { name: '何秋', department: '', custody: 'own-page', kind: 'witness', state: 'opened' },
      ],
      publicNumber: {
        name: '现场摇号',
        issue: '第1次',
        number: '3 1 4 1 5 9',
        at: '2025-06-26T02:20:00.000Z',
        typists: [{ name: '黄清', department: '松岭市市场监督管理局' }],
        misreadings: [],
      },
      manifestDigest: digest,
      commitmentsDigest: digest,
      seed: null,
      root: digest,
      recordDigest: digest,
      checkpoint: `${office}\n412\n${digest.slice(0, 44)}`,
      verifyAt: 'npx mingchou verify record.json',
      media: ['抽取现场照片01.jpg'],
      annulled: null,
      seal: { lines: [office], standIn: null },
      date: '2025-06-26',
    },
    officeImprint,
  ),
  'visit-scheme': visitScheme(
    {
      scheme: {
        department: 'scjg',
        task: '松双随机〔2025〕1号/T-01',
        title: '',
        groups: '共分四组，每组由市场监管部门两人、卫生健康部门两人组成，市场监管部门人员任组长。',
        schedule: '7月1日至7月10日准备，7月11日至9月20日实施检查，9月21日至9月30日录入结果。',
        points: '按检查表逐项核对，重点核对许可、进货查验和从业人员健康管理。',
        safeguards: '统一安排车辆，统一着装，出示证件，全程使用执法记录仪。',
        document: null,
      },
      task: '餐饮服务单位联合抽查',
      lead: '松岭市市场监督管理局',
      partners: ['松岭市卫生健康委员会', '松岭市消防救援支队'],
      window: visit.window,
      due: '2025-10-31',
    },
    bureauImprint,
  ),
  'approval-form': approvalForm(
    {
      visit,
      reason: '年度抽查计划内任务，经公开随机抽取确定。',
      from: '2025-07-14',
      to: '2025-07-18',
      urgent: '',
      askedOn: '2025-07-08',
      askedBy: '黄清',
      warned: false,
      decided: { approved: true, words: '注意合并上门。', on: '2025-07-09', by: '郑海平' },
    },
    bureauImprint,
  ),
  'visit-notice': visitNotice(
    {
      visit,
      on: '2025-07-15',
      hour: '09:30',
      means: 'in-person',
      servedOn: '2025-07-11',
      materials: ['营业执照副本和许可证', '近三个月进货查验记录', '从业人员健康证明'],
      words: '',
    },
    bureauImprint,
  ),
  'record-sheet': recordSheet(
    { form, plan: visit.plan, signed: null, changed: false, reviews: new Map() },
    { ...bureauImprint, number: '松市监〔2025〕18号' },
  ),
  'outcome-notice': outcomeNotice(
    {
      visit,
      from: '2025-07-15',
      to: '2025-07-15',
      lines: [
        {
          item: '食品经营许可情况',
          outcome: '发现问题待后续处理',
          finding: '超出许可的经营项目从事冷食类食品制售',
          handling: '违反本部门相关规定，责令改正',
          correctBy: '2025-08-15',
        },
        { item: '从业人员健康管理情况', outcome: '未发现问题', finding: '', handling: '', correctBy: null },
      ],
      problems: 1,
    },
    bureauImprint,
  ),
  filing: filingForm(
    {
      no: 120,
      department: '松岭市市场监督管理局',
      subject: { name: longName, number: '91350400MA0000000X' },
      items: items.slice(0, 2),
      ground: '投诉举报',
      words: '接到三起消费者关于同一问题的投诉，需要现场核查。',
      on: '2025-08-05',
      filedOn: '2025-08-01',
      filedBy: '黄清',
      warned: true,
      approval: null,
      receipts: [
        { receiver: '联席会议办公室', given: { accepted: true, by: '陈立文', on: '2025-08-01', words: '' } },
        { receiver: '司法局', given: null },
      ],
    },
    bureauImprint,
  ),
  'recusal-decision': recusalDecision(
    {
      case: 85,
      ceremony: 3,
      post: 41,
      applicant: '周雅',
      inspector: '周雅',
      appliedOn: '2025-07-01',
      decidedOn: '2025-07-02',
      decidedBy: '郑海平',
      granted: true,
      words: '情形属实。',
      substitute: '许知远',
    },
    bureauImprint,
  ),
  'listing-reminder': listingReminder({ found, until: '2025-08-20', way: '电话并书面', words: '' }, bureauImprint),
  'guidance-slip': guidanceSlip(
    {
      found,
      on: '2025-07-25',
      words: '停止超范围经营，向审批部门申请变更许可。\n完善布局，设置专间后再申请冷食类制售项目。',
      correctBy: '2025-08-15',
      decisions: ['松市监罚〔2025〕31号'],
    },
    bureauImprint,
  ),
  'penalty-and-repair': penaltyAndRepair(
    {
      found,
      decision: { number: '松市监罚〔2025〕31号', on: '2025-07-28', words: '警告' },
      repairFrom: '2025-10-28',
      served: { on: '2025-07-29', receipt: '送达回证第12号' },
    },
    bureauImprint,
  ),
  'transfer-record': transferRecord(transfer, bureauImprint),
  'transfer-letter': transferLetter(transfer, bureauImprint),
  'crime-referral': crimeReferral(
    {
      found,
      to: '松岭市公安局',
      on: '2025-07-30',
      words: '涉案金额较大，数量较多。',
      evidence: transfer.evidence,
    },
    bureauImprint,
  ),
  bulletin: bulletinPaper(
    {
      kind: 'quarter',
      period: 'quarter/2025-2',
      title: '关于2025年第二季度“双随机、一公开”监管工作情况的通报',
      issuers: [office],
      on: '2025-07-05',
      from: '2025-04-01',
      to: '2025-06-30',
      opening: '2025年4月1日至6月30日，全市安排抽查任务24项，到期6项，按时完成6项。',
      figures: [onTime],
      departments: ['松岭市市场监督管理局', '松岭市卫生健康委员会', '松岭市农业农村局'].map((name, i) => ({
        code: `d${i}`,
        name,
        figures: [onTime, onTime, onTime, onTime, onTime, onTime],
      })),
      origins: [
        { name: '省级部署', tasks: 4, finished: 4 },
        { name: '本级安排', tasks: 20, finished: 2 },
      ],
      overdue: [{ department: '松岭市农业农村局', what: '农资抽查（T-102）公示', due: '2025-06-30' }],
      outcomes: [
        { name: '未发现问题', n: 340 },
        { name: '发现问题待后续处理', n: 23 },
      ],
      trades: [{ name: '餐饮服务', checked: 120, found: 9, repeated: 1, open: 4 }],
      items: [],
      practice: [{ unit: '松岭市卫生健康委员会', part: '典型经验', words: '检查清单一次告知。' }],
      badChecks: [],
      summaries: [{ unit: '松岭市市场监督管理局', state: '按时报送' }],
      next: ['加快到期任务的录入和公示。'],
      news: [],
      nextYear: [],
    },
    ['松岭市市场监督管理局', '松岭市卫生健康委员会'],
    officeImprint,
  ),
  summary: summaryPaper(
    {
      unit: '松岭市市场监督管理局',
      office,
      year: 2025,
      name: '上半年工作小结',
      sentOn: '2025-07-02',
      parts: [
        {
          name: '工作开展情况和成效',
          words: '完成抽查任务六项，检查企业八十三户。\n与三个部门联合检查，减少入企二十一次。',
        },
        { name: '典型经验', words: '合并检查清单一次告知。' },
      ],
      figures: [onTime],
      file: null,
    },
    bureauImprint,
  ),
} as const satisfies Record<PaperKind, OfficialPaper>;
