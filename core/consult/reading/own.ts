/**
 * The names that a department goes by in chat, from the names that the registry holds: 万年县应急管理局 is also 县应急管理局, 应急局 and
 * 我县应急局. A name of another level is another department: 市应急管理局 is not the county's own.
 */

/** The body of an official name and what people call it. A list of names that stand for one another, the official first. */
const called: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^市场(?:监督管理|监管)局$/, ['市场监督管理局', '市场监管局', '市监局', '市场局', '市监']],
  [/^发展(?:和|与)?改革(?:局|委员会|委)$/, ['发改局', '发改委', '发展改革局', '发展改革委']],
  [/^人力资源(?:和|与)?社会保障局$/, ['人社局', '人力社保局', '人社']],
  [/^医疗保障局$/, ['医保局', '医保']],
  [/^住房(?:和|与)?城乡(?:建设|规划建设|建设管理)局$/, ['住建局', '住建', '建设局']],
  [/^卫生健康(?:和体育)?(?:局|委员会|委)$/, ['卫健局', '卫健委', '卫生健康局', '卫生健康委', '卫健']],
  [
    /^文化(?:体育|广电|广播电视|新闻出版|体育广电)*(?:和|与)?(?:体育)?旅游(?:体育)?(?:局|委员会)$/,
    ['文旅局', '文广旅局', '文体旅局', '文体旅游局', '文广旅体局', '文旅'],
  ],
  [/^农业农村(?:局|委员会|和水利局)$/, ['农业农村局', '农业局', '农业农村']],
  [/^生态环境(?:分局|局)$/, ['生态环境局', '生态环境分局', '环保局', '生态局']],
  [/^自然资源(?:和规划)?局$/, ['自然资源局', '自规局', '资规局']],
  [/^工业(?:和|与)?(?:信息化|信息化商务|商务)?(?:局|委员会)$/, ['工信局', '工信']],
  [/^经济(?:和|与)?信息化局$/, ['经信局']],
  [/^教育(?:体育|和体育|科技)?局$/, ['教育局', '教体局', '教育体育局']],
  [/^科学技术局$/, ['科技局']],
  [/^(?:城市管理|综合行政执法|城市管理(?:和)?综合(?:行政)?执法)局$/, ['城管局', '综合执法局', '执法局', '城管']],
  [/^交通运输局$/, ['交通局', '交运局', '交通']],
  [/^应急管理局$/, ['应急局']],
  [/^消防救援(?:大队|局|支队)$/, ['消防大队', '消防救援大队', '消防局']],
  [/^烟草专卖局.*$/, ['烟草局', '烟草专卖局', '烟草']],
  [/^退役军人事务局$/, ['退役军人局', '退役局']],
  [/^粮食(?:和物资储备)?局$/, ['粮食局', '粮储局']],
];

const levels = '[省市县区旗]';
/** 清漪县 before 市场监督管理局; the 市 of 市场 is no level. */
const placed = new RegExp(`^(.{0,8}?)(${levels})(?!场)(?=.{2})`, 'u');

/** `fold` makes one form of letters and characters; what is returned is folded. */
export function ownNames(registered: readonly string[], fold: (text: string) => string): readonly string[] {
  const names = registered.map(fold).filter((name) => name.length > 1);
  return [...new Set(names.flatMap(formsOf))];
}

function formsOf(name: string): readonly string[] {
  const [prefix = '', place = '', level = ''] = placed.exec(name) ?? [];
  const bare = name.slice(prefix.length);
  const short = called.flatMap(([official, others]) => (official.test(bare) || others.includes(bare) ? others : []));
  // 消防 alone is a field of inspection too; 消防这边 is the department.
  const bodies = [bare, ...short].flatMap((body) =>
    /(?:[局委办队院馆社厅所站会]|中心|公司)$/.test(body) ? [body] : [`${body}这边`, `${body}部门`],
  );
  const stem = bare.replace(/(?:局|委员会|大队|委)$/, '');
  const speaking = stem === bare || stem.length < 2 ? [] : [`${stem}这边`, `${stem}部门`];
  // A name without its place may be a county's or a district's, never a city's: that would be the level above.
  const before =
    level === '' ? ['', '县', '区', '我县', '我区'] : ['', level, `我${level}`, `本${level}`, place, prefix];
  return [name, ...before.flatMap((of) => [...bodies, ...speaking].map((body) => of + body))];
}
