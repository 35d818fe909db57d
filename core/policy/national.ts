/**
 * The dated layer above every policy: national rules, each from the day on which it binds. 国办发〔2024〕54号 binds from 2025 and
 * says nothing about the years before; a policy of 2018 stands under the law of 2018. Where only an excerpt of a document
 * was at hand, its clause reads 摘录.
 */
import type { CivilDate } from '../calendar.ts';
import type { BasisPoints } from '../plan/ratio.ts';
import { type Cited, citing, type Ruling, ruling } from './cited.ts';
import type { Party } from './shape.ts';

export interface DatedRule<T> {
  readonly from: CivilDate;
  /** The last day on which it binds, or null while it does. */
  readonly until: CivilDate | null;
  readonly rule: Cited<T>;
}

const penaltyLaw = citing('中华人民共和国行政处罚法(2021)');
const penaltyLawBefore = citing('中华人民共和国行政处罚法(1996)');
const environment = citing('优化营商环境条例');
const food = citing('食品生产经营监督检查管理办法');
const disclosure = citing('企业公示信息抽查办法');
const jointOpinion = citing('国发〔2019〕5号');
const marketNotice = citing('国市监信〔2019〕38号');
const restraint = citing('国办发〔2024〕54号');

const LAW_2021 = '2021-07-15';
const RESTRAINT = '2025-01-03';

export const national = {
  /** Two officers per body with its own enforcement power, not per section. */
  officersPerBody: [
    {
      from: '1996-10-01',
      until: '2021-07-14',
      rule: penaltyLawBefore.text('第三十七条', '执法人员不得少于两人', { atLeast: 2 }),
    },
    {
      from: LAW_2021,
      until: null,
      rule: penaltyLaw.text('第四十二条', '执法人员不得少于两人', { atLeast: 2 }),
    },
  ],
  /** An officer with an interest steps back; the inspected may ask for it; the body's head decides. */
  recusal: [
    {
      from: LAW_2021,
      until: null,
      rule: penaltyLaw.text('第四十三条', '有权申请回避', { subjectMayAsk: true, decides: 'head' }),
    },
  ],
  /** 出示执法证件: without a valid certificate nobody inspects. */
  certificateShown: [{ from: LAW_2021, until: null, rule: penaltyLaw.text('第五十五条', '出示执法证件', true) }],
  mergeOnOneSubject: [
    {
      from: '2020-01-01',
      until: null,
      rule: environment.text('第五十四条', '应当尽可能合并或者纳入跨部门联合抽查范围', true),
    },
  ],
  wholeCourseRecorded: [
    { from: '2020-01-01', until: null, rule: environment.text('第五十八条', '执法全过程记录', true) },
  ],
  /** Testing bodies and scholars assist once the officers' number is met. */
  assistantsBesideOfficers: [
    { from: '2019-01-27', until: null, rule: jointOpinion.text('摘录', '在满足执法检查人数要求的基础上', true) },
  ],
  /** 重点检查事项 have no ceiling of share. The stored text gives only the month, so it is taken from the next one. */
  keyItemShare: [
    { from: '2019-03-01', until: null, rule: marketNotice.text('摘录', '抽查比例不设上限', { ceiling: null }) },
  ],
  /** Of the enterprises in the area. From the amendment at hand; an older wording is not relied on. */
  enterpriseFloor: [
    { from: '2025-03-18', until: null, rule: disclosure.text('第四条', '抽取辖区内不少于3%的企业', { bp: 300 }) },
  ],
  /** Food checks: within twenty working days after the outcome was formed. */
  foodPublication: [
    {
      from: '2022-03-15',
      until: null,
      rule: food.text('第三十九条', '检查结果信息形成后20个工作日内', { field: '食品', workingDays: 20 }),
    },
  ],
  /** 联席会议办公室 coordinates; bodies of this kind never inspect. */
  bannedBodies: [
    {
      from: RESTRAINT,
      until: null,
      rule: restraint.text('摘录', '严禁政府议事协调机构', [
        '政府议事协调机构',
        '检验检测机构',
        '科研院所',
        '外包中介',
        '执法辅助人员',
        '网格员',
        '临时工',
      ]),
    },
  ],
  /** A yearly cap is published and counts for one authority and one enterprise. */
  capPerAuthority: [
    {
      from: RESTRAINT,
      until: null,
      rule: restraint.text('摘录', '公布同一行政机关对同一企业实施行政检查的年度频次上限', {
        across: 'each-department',
      }),
    },
  ],
  mergeJoinDesk: [
    {
      from: RESTRAINT,
      until: null,
      rule: restraint.text('摘录', '能合并检查的,不得重复检查;能联合检查的,不得多头检查', [
        'merge',
        'join',
        'desk-first',
      ]),
    },
  ],
  /** 检查前报批; in an emergency afterwards. */
  approvalBeforeVisit: [
    { from: RESTRAINT, until: null, rule: restraint.text('摘录', '都需要在检查前报请行政执法主体负责人批准', true) },
  ],
  fiveBans: [
    {
      from: RESTRAINT,
      until: null,
      rule: restraint.text('摘录', '五个严禁', [
        '严禁逐利检查',
        '严禁干扰企业正常生产经营',
        '严禁任性处罚企业',
        '严禁下达检查指标',
        '严禁变相检查',
      ]),
    },
  ],
  eightMustsNot: [
    {
      from: RESTRAINT,
      until: null,
      rule: restraint.text('摘录', '八个不得', [
        '不得接受被检查企业的任何馈赠、报酬、福利待遇',
        '不得参加被检查企业提供的宴请、娱乐、旅游等活动',
        '不得由被检查企业支付消费开支或将检查费用转嫁给企业',
        '不得强制企业接受指定的中介机构提供服务',
        '不得刻意要求法定代表人到场',
        '不得乱查封、乱扣押、乱冻结、动辄责令停产停业',
        '不得将考核考评、预算项目绩效与检查频次、罚款数额挂钩',
        '不得以观摩、督导、考察等名义行检查之实',
      ]),
    },
  ],
} as const satisfies NationalLayer;

/** Its keys and the shape of each value; every list is ordered by date. */
export interface NationalLayer {
  readonly officersPerBody: readonly DatedRule<{ readonly atLeast: number }>[];
  readonly recusal: readonly DatedRule<{ readonly subjectMayAsk: boolean; readonly decides: Party }>[];
  readonly certificateShown: readonly DatedRule<true>[];
  readonly mergeOnOneSubject: readonly DatedRule<true>[];
  readonly wholeCourseRecorded: readonly DatedRule<true>[];
  readonly assistantsBesideOfficers: readonly DatedRule<true>[];
  readonly keyItemShare: readonly DatedRule<{ readonly ceiling: BasisPoints | null }>[];
  readonly enterpriseFloor: readonly DatedRule<{ readonly bp: BasisPoints }>[];
  readonly foodPublication: readonly DatedRule<{ readonly field: string; readonly workingDays: number }>[];
  readonly bannedBodies: readonly DatedRule<readonly string[]>[];
  readonly capPerAuthority: readonly DatedRule<{ readonly across: 'all-departments' | 'each-department' }>[];
  readonly mergeJoinDesk: readonly DatedRule<readonly ('merge' | 'join' | 'desk-first')[]>[];
  readonly approvalBeforeVisit: readonly DatedRule<true>[];
  readonly fiveBans: readonly DatedRule<readonly string[]>[];
  readonly eightMustsNot: readonly DatedRule<readonly string[]>[];
}

/** The national value on a day, or null where none at hand binds yet. */
export function nationalOn<T>(rules: readonly DatedRule<T>[], on: CivilDate): Ruling<T> | null {
  const inForce = rules.find((each) => each.from <= on && (each.until === null || on <= each.until));
  return inForce === undefined ? null : ruling(inForce.rule, on);
}
