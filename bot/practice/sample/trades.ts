/**
 * 行业: what there is in a county of this size, how often, in which legal form, and how its names sound. The tags are what
 * the frames of tasks ask for.
 */
import type { SubjectType } from '../../../core/registry/subject.ts';

export interface Trade {
  readonly tag: string;
  /** Further tags, each with how many in a thousand have it. */
  readonly also: readonly { readonly tag: string; readonly permille: number }[];
  /** How many in a thousand subjects. */
  readonly weight: number;
  readonly types: readonly { readonly type: SubjectType; readonly weight: number }[];
  /** What a company's name says of its trade, and what a shop's does. */
  readonly company: readonly string[];
  readonly shop: readonly string[];
  /** Words by which a real name betrays the trade; null where it cannot. */
  readonly sign: RegExp | null;
}

const mostlyShops = [
  { type: 'enterprise', weight: 25 },
  { type: 'sole-trader', weight: 75 },
] as const;
const mixed = [
  { type: 'enterprise', weight: 60 },
  { type: 'sole-trader', weight: 40 },
] as const;
const companies = [{ type: 'enterprise', weight: 1 }] as const;
const equipment = (permille: number) => ({ tag: '特种设备使用', permille });

export const trades: readonly Trade[] = [
  {
    tag: '餐饮服务',
    also: [],
    weight: 130,
    types: mostlyShops,
    company: ['餐饮管理', '餐饮服务', '酒楼'],
    shop: ['饭店', '小吃店', '面馆', '餐馆', '土菜馆', '早餐店'],
    sign: /餐饮|饭店|酒楼|餐厅|小吃|火锅/,
  },
  {
    tag: '食品销售',
    also: [],
    weight: 95,
    types: mostlyShops,
    company: ['食品贸易', '粮油', '商贸'],
    shop: ['食品店', '粮油店', '副食品店', '水果店', '便利店'],
    sign: /超市|便利|副食|粮油/,
  },
  {
    tag: '食品生产',
    also: [equipment(300)],
    weight: 22,
    types: mixed,
    company: ['食品', '茶业', '豆制品'],
    shop: ['食品厂', '茶叶加工厂', '糕点厂'],
    sign: /食品|茶业|茶叶|酒业/,
  },
  {
    tag: '旅馆',
    also: [equipment(350)],
    weight: 32,
    types: mixed,
    company: ['酒店管理', '宾馆', '酒店'],
    shop: ['宾馆', '旅馆', '民宿', '招待所'],
    sign: /酒店|宾馆|旅馆|民宿|招待所/,
  },
  {
    tag: '学校食堂',
    also: [equipment(200)],
    weight: 14,
    types: [
      { type: 'institution', weight: 8 },
      { type: 'association', weight: 2 },
    ],
    company: ['小学', '中学', '幼儿园', '职业技术学校'],
    shop: ['小学', '幼儿园'],
    sign: /小学|中学|幼儿园|学校/,
  },
  {
    tag: '药店',
    also: [],
    weight: 26,
    types: mixed,
    company: ['医药连锁', '大药房', '医药'],
    shop: ['药店', '大药房'],
    sign: /药房|药店|医药/,
  },
  {
    tag: '医疗机构',
    also: [],
    weight: 14,
    types: [
      { type: 'enterprise', weight: 2 },
      { type: 'sole-trader', weight: 5 },
      { type: 'institution', weight: 3 },
    ],
    company: ['卫生院', '医院', '口腔医院'],
    shop: ['口腔诊所', '中医诊所', '卫生所'],
    sign: /医院|诊所|门诊/,
  },
  {
    tag: '网吧',
    also: [],
    weight: 12,
    types: mixed,
    company: ['网络服务', '网咖'],
    shop: ['网吧', '网咖'],
    sign: /网吧|网咖|上网/,
  },
  {
    tag: '加油站',
    also: [
      { tag: '危险化学品', permille: 1000 },
      { tag: '特种设备使用', permille: 300 },
    ],
    weight: 7,
    types: companies,
    company: ['石油', '加油站'],
    shop: ['加油站'],
    sign: /加油站|石油/,
  },
  {
    tag: '危险化学品',
    also: [equipment(500)],
    weight: 9,
    types: companies,
    company: ['化工', '化工贸易', '燃气'],
    shop: ['化工店'],
    sign: /化工|化学|燃气/,
  },
  {
    tag: '机动车检验',
    also: [],
    weight: 5,
    types: companies,
    company: ['机动车检测', '机动车检验服务'],
    shop: ['机动车检测站'],
    sign: /机动车检|车辆检测/,
  },
  {
    tag: '养老机构',
    also: [equipment(400)],
    weight: 8,
    types: [
      { type: 'enterprise', weight: 3 },
      { type: 'association', weight: 5 },
      { type: 'institution', weight: 2 },
    ],
    company: ['养老服务', '颐养院', '敬老院'],
    shop: ['养老院'],
    sign: /养老|敬老|颐养/,
  },
  {
    tag: '物业服务',
    also: [equipment(700)],
    weight: 22,
    types: companies,
    company: ['物业服务', '物业管理'],
    shop: ['物业服务部'],
    sign: /物业/,
  },
  {
    tag: '建筑施工',
    also: [],
    weight: 50,
    types: companies,
    company: ['建筑工程', '建设工程', '市政园林工程', '装饰工程'],
    shop: ['装修队'],
    sign: /建筑|建设|市政|装饰|园林/,
  },
  {
    tag: '旅行社',
    also: [],
    weight: 11,
    types: companies,
    company: ['旅行社', '国际旅行社'],
    shop: ['旅行社'],
    sign: /旅行社|旅游/,
  },
  {
    tag: '印刷',
    also: [],
    weight: 14,
    types: mixed,
    company: ['印务', '包装印刷', '彩印'],
    shop: ['打字复印店', '印刷厂'],
    sign: /印刷|印务|彩印/,
  },
  {
    tag: '农药经营',
    also: [],
    weight: 16,
    types: mixed,
    company: ['农资', '农业生产资料'],
    shop: ['农资店', '农药店', '植保站'],
    sign: /农资|农药|农业生产资料/,
  },
  {
    tag: '美容美发',
    also: [],
    weight: 30,
    types: mostlyShops,
    company: ['美容服务', '美发'],
    shop: ['理发店', '美容院', '养生馆'],
    sign: /美容|美发|理发/,
  },
  {
    tag: '运输物流',
    also: [],
    weight: 38,
    types: mixed,
    company: ['物流', '货物运输', '汽车运输'],
    shop: ['货运部', '快运部'],
    sign: /物流|运输|货运/,
  },
  {
    tag: '种植养殖',
    also: [],
    weight: 75,
    types: [
      { type: 'cooperative', weight: 62 },
      { type: 'enterprise', weight: 20 },
      { type: 'sole-trader', weight: 18 },
    ],
    company: ['农业开发', '生态农业', '种植', '养殖'],
    shop: ['家庭农场', '养殖场', '果园'],
    sign: /农业|种植|养殖|农场/,
  },
  {
    tag: '制造',
    also: [equipment(250)],
    weight: 120,
    types: companies,
    company: ['机械', '竹木制品', '电子', '建材', '服饰', '五金制品'],
    shop: ['加工厂'],
    sign: /制造|机械|电子|建材|五金|纺织|服饰|塑料|塑胶/,
  },
  {
    tag: '批发零售',
    also: [],
    weight: 160,
    types: mixed,
    company: ['商贸', '贸易', '百货', '家电'],
    shop: ['五金店', '服装店', '日用品店', '建材店', '家电维修部'],
    sign: /商贸|贸易|百货/,
  },
  {
    tag: '商务服务',
    also: [],
    weight: 60,
    types: companies,
    company: ['信息科技', '企业管理咨询', '文化传媒', '人力资源', '广告'],
    shop: ['广告部', '中介服务部'],
    sign: /科技|咨询|传媒|广告|管理/,
  },
  {
    tag: '教育培训',
    also: [],
    weight: 15,
    types: companies,
    company: ['教育咨询', '文化艺术培训'],
    shop: ['培训中心'],
    sign: /培训|教育/,
  },
];
