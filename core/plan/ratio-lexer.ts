/**
 * Cuts a ratio or frequency cell into the words that the grammar knows. Full-width forms are folded first (NFKC), the longest
 * word wins, and what nobody knows stays a `word`, so that the grammar can refuse it by name instead of skipping it.
 */

/** A written decimal, kept in digits: 3.5 is { digits: 35, places: 1 }. Never a binary fraction. */
export interface Written {
  readonly digits: number;
  readonly places: number;
  readonly text: string;
}

export type Bound = 'at-least' | 'at-most' | 'exactly';

export type Token =
  | { readonly kind: 'number'; readonly value: Written }
  | { readonly kind: 'bound'; readonly bound: Bound }
  /** How many of `base` the number stands for: % is 100, ‰ is 1000; `leading` where it goes before (百分之三). */
  | { readonly kind: 'part'; readonly base: number; readonly leading: boolean }
  | { readonly kind: 'tier' | 'level' | 'unit' | 'soft' | 'provisional' | 'word'; readonly text: string }
  | { readonly kind: 'period'; readonly perYear: number; readonly years: number; readonly text: string }
  | {
      readonly kind:
        | 'times' // 次
        | 'to' // - 至
        | 'and-below' // 及以下
        | 'and-above'
        | 'over' // 超过, alone
        | 'all' // 全覆盖
        | 'spared'
        | 'base' // 抽查基数
        | 'each-subject' // 同一单位
        | 'open'
        | 'close'
        | 'separator'
        | 'undecided'
        | 'elsewhere'
        | 'alternative'
        | 'sum'
        | 'direction'; // 递加: a manner without a number
      readonly text: string;
    };

type Sign = Exclude<Token['kind'], 'number' | 'bound' | 'part' | 'period'>;

const signs: Record<Exclude<Sign, 'word' | 'tier'>, readonly string[]> = {
  level: ['省级', '市级', '市本级', '区级', '县级', '县(市、区)级', '省局', '市局', '县局', '区局', '市级局', '县级局'],
  unit: ['户', '家', '所', '个', '名', '人', '处', '座', '台', '辆'],
  soft: ['一般', '原则上', '根据实际需要', '根据实际工作需要', '约', '大约', '左右'],
  provisional: ['动态更新', '动态调整', '暂定'],
  times: ['次'],
  to: ['-', '~', '—', '–', '~', '至', '到'],
  'and-below': ['及以下', '以下', '以内'],
  'and-above': ['及以上', '以上'],
  over: ['超过', '大于', '多于', '>'],
  all: ['全覆盖', '全部抽查', '全数抽查', '全部', '全查'],
  spared: ['不纳入抽查', '不抽查', '无事不扰', '不予抽查'],
  base: ['抽查基数', '基数'],
  'each-subject': [
    '对同一个单位的',
    '对同一单位',
    '同一单位',
    '同一机构',
    '同一个单位',
    '对同一',
    '对一个单位',
    '对同一个',
  ],
  open: ['('],
  close: [')'],
  separator: [',', ';', '、', '。', ':', '\n', '且', '并'],
  undecided: ['待定', '待确定', '另行通知'],
  elsewhere: [
    '确定',
    '规定',
    '制定',
    '参照',
    '结合登记事项检查',
    '结合当地实际',
    '一并开展',
    '专项计划',
    '有效期内',
    '视情况',
  ],
  alternative: ['或者', '或'],
  sum: ['之和', '合计', '累计'],
  direction: ['递加', '递增', '适当', '一定比例', '不同的'],
};

const bounds: Record<Bound, readonly string[]> = {
  'at-least': ['不低于', '不少于', '不小于', '至少', '≥', '>=', '不得低于', '不得少于'],
  'at-most': ['不超过', '不高于', '不多于', '不大于', '至多', '最多', '≤', '<=', '不得超过'],
  exactly: ['='],
};

const parts: readonly (readonly [string, number, boolean])[] = [
  ['%', 100, false],
  ['‰', 1000, false],
  ['‱', 10000, false],
  ['成', 10, false],
  ['百分之', 100, true],
  ['千分之', 1000, true],
  ['万分之', 10000, true],
];

const periods: readonly (readonly [string, number, number])[] = [
  ...['每年', '每年度', '年度', '本年度', '本年', '一年', '全年', '同一年度内', '每一年', '/年', '/年度', '当年'].map(
    (text) => [text, 1, 1] as const,
  ),
  ['每2年', 1, 2],
  ['每两年', 1, 2],
  ['每3年', 1, 3],
  ['每三年', 1, 3],
  ...['每半年', '/半年'].map((text) => [text, 2, 1] as const),
  ...['每季度', '每季', '/季度', '/季'].map((text) => [text, 4, 1] as const),
  ...['每月', '/月'].map((text) => [text, 12, 1] as const),
];

/** Words that say what the cell is about and nothing of how many. */
const fillers = [
  '抽查',
  '检查',
  '抽取',
  '组织',
  '抽',
  '比例',
  '数量',
  '频次',
  '企业',
  '对象',
  '范围',
  '总数',
  '按照',
  '按',
  '对',
  '占',
  '为',
  '的',
  '全市',
  '全县',
  '全区',
  '辖区',
  '随机',
  ' ',
  '\t',
  '\r',
  '.',
];

/** Longest first, so that 不超过 is not read as 超过 nor 一般 as a number. */
const lexicon: readonly (readonly [string, Token | null])[] = [
  ...Object.entries(signs).flatMap(([kind, words]) =>
    words.map((text) => [text, { kind: kind as keyof typeof signs, text }] as const),
  ),
  ...Object.entries(bounds).flatMap(([bound, words]) =>
    words.map((text) => [text, { kind: 'bound', bound: bound as Bound }] as const),
  ),
  ...parts.map(([text, base, leading]) => [text, { kind: 'part', base, leading }] as const),
  ...periods.map(([text, perYear, years]) => [text, { kind: 'period', perYear, years, text }] as const),
  ...fillers.map((text) => [text, null] as const),
].sort(([a], [b]) => b.length - a.length);

/** A letter, a degree of risk, or a class of a key directory (福安 2018 二(一)2), which is one only with 类 or 库 behind it. */
const TIER =
  /^(?:([A-Za-z])(?![A-Za-z])(?:类|级|库|档)?|((?:较低|低|一般|中等|中|较高|高)风险)(?:类|级)?|(一般|重点)(?:类|级|库|抽查名录库|名录库))/;
const DIGITS = /^\d+(?:\.\d+)?/;
const CHINESE =
  /^([零〇一二两三四五六七八九十百千]+)(?:点([零〇一二三四五六七八九]+))?(?=([次户家所个名人处座台辆成])?)/;
/** 实际以…为准; not further apart, since every 以 of a cell is looked behind. */
const PREVAILS = /^(?:实际|具体|最终)?以(?![上下内])[^()]{0,80}?为准/;

/** The tokens of a cell, in order. Fillers and blanks are left out. Total: never fails. */
export function lex(cell: string): readonly Token[] {
  const text = cell.normalize('NFKC').trim();
  const tokens: Token[] = [];
  let unknown = '';
  const push = (token: Token | null) => {
    if (unknown !== '') tokens.push({ kind: 'word', text: unknown });
    unknown = '';
    if (token !== null) tokens.push(token);
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = next(rest, unknown === '' ? tokens.at(-1) : undefined);
    if (found === null) {
      unknown += rest.charAt(0);
      at += 1;
    } else {
      push(found.token);
      at += found.length;
    }
  }
  push(null);
  return tokens;
}

function next(rest: string, before: Token | undefined): { token: Token | null; length: number } | null {
  const prevails = PREVAILS.exec(rest);
  if (prevails !== null) return { token: { kind: 'provisional', text: prevails[0] }, length: prevails[0].length };
  const tier = TIER.exec(rest);
  if (tier !== null) {
    const label = tier[1]?.toUpperCase() ?? tier[2] ?? tier[3] ?? '';
    return { token: { kind: 'tier', text: label }, length: tier[0].length };
  }
  const digits = DIGITS.exec(rest);
  if (digits !== null) return { token: { kind: 'number', value: written(digits[0]) }, length: digits[0].length };
  const word = lexicon.find(([text]) => rest.startsWith(text));
  if (word !== undefined) return { token: word[1], length: word[0].length };
  const chinese = CHINESE.exec(rest);
  // 一, 两 and so on count only before a unit or after 百分之; elsewhere they are parts of words.
  if (chinese !== null && (chinese[3] !== undefined || (before?.kind === 'part' && before.leading))) {
    const value = written(`${wholeChinese(chinese[1] ?? '')}${chinese[2] ? `.${figures(chinese[2])}` : ''}`);
    return { token: { kind: 'number', value }, length: chinese[0].length };
  }
  return null;
}

function written(text: string): Written {
  const [whole = '0', fraction = ''] = text.split('.');
  const places = fraction.replace(/0+$/, '');
  return { digits: Number(whole + places), places: places.length, text };
}

const figure = (sign: string): number => (sign === '〇' ? 0 : sign === '两' ? 2 : '零一二三四五六七八九'.indexOf(sign));
const figures = (text: string): string => [...text].map(figure).join('');

function wholeChinese(text: string): number {
  let sum = 0;
  let pending = 0;
  for (const sign of text) {
    const weight = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (weight === undefined) pending = figure(sign);
    else {
      sum += (pending === 0 ? 1 : pending) * weight;
      pending = 0;
    }
  }
  return sum + pending;
}
