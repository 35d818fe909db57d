/** A policy as people read it: every rule that a machine holds, with document, clause and the words it rests on. */
import { dateInChinese } from '../../core/calendar.ts';
import { type Cited, ruling } from '../../core/policy/cited.ts';
import { duties } from '../../core/policy/duty.ts';
import type { Head, Policy } from '../../core/policy/shape.ts';
import {
  deadlineWords,
  directionWords,
  groundWords,
  listWords,
  partyWords,
  reviewPointWords,
  wordsOfCap,
  wordsOfCoverage,
  wordsOfRuling,
  wordsOfTarget,
  wordsOfWhen,
} from '../../core/policy/words.ts';
import type { Words } from '../../core/words.ts';
import { plain } from './policy-terms.ts';

/** One rule with its clause. */
export interface Rule {
  readonly part: string;
  readonly words: Words;
  readonly source: Words;
}

type Part = Exclude<keyof Policy, 'id' | 'name' | 'area' | 'head' | 'from' | 'state'>;
type Value<K extends Part> =
  NonNullable<Policy[K]> extends readonly Cited<infer T>[]
    ? T
    : NonNullable<Policy[K]> extends Cited<infer T>
      ? T
      : never;
type Sayers = { readonly [K in Part]: (value: Value<K>) => Words };

const plains = (all: readonly string[]): Words => list(all.map(plain));

const both = (text: string): Words => ({ zh: text, en: text });
const list = (words: readonly Words[]): Words => ({
  zh: words.map(({ zh }) => zh).join('、'),
  en: words.map(({ en }) => en).join(', '),
});
const parties = (all: readonly (keyof typeof partyWords)[]): Words => list(all.map((each) => partyWords[each]));
const classOf = ({ scheme, label }: { readonly scheme: string; readonly label: string }): Words => ({
  zh: `${label}类（${scheme}）`,
  en: `class ${label} (${scheme})`,
});
/** A label, then what it says. */
const say = (zh: string, en: string, rest: Words): Words => ({ zh: `${zh}：${rest.zh}`, en: `${en}: ${rest.en}` });
const named = (zh: string, en: string) => (values: readonly string[]) => say(zh, en, both(values.join('、')));
const months = (open: readonly number[] | null): Words =>
  open === null
    ? { zh: '全年均可', en: 'at any time' }
    : { zh: open.map((each) => `${each}月`).join('、'), en: `months ${open.join(', ')}` };

const sayers: Sayers = {
  term: (term) =>
    term.kind === 'year'
      ? { zh: `${term.year}年度计划`, en: `a plan for ${term.year}` }
      : {
          zh: `长期有效，首个年度 ${term.firstYear.from} 至 ${term.firstYear.to}`,
          en: `standing; its first year runs ${term.firstYear.from} to ${term.firstYear.to}`,
        },
  members: named('成员单位', 'members'),
  memberDuties: ({ members, duty }) => say(members.join('、'), members.join(', '), duty),
  convenor: (convenor) => say('召集人', 'convenor', both(convenor)),
  contactRoutes: ({ about, to }) =>
    say('联系渠道', 'contact', {
      zh: `${plain(about).zh} → ${partyWords[to].zh}`,
      en: `${about} → ${partyWords[to].en}`,
    }),
  supervisors: (all) => say('督查单位', 'supervisors', parties(all)),
  schemes: ({ id, classes }) =>
    say('分类方案', 'scheme', both(`${id}（${classes.map(({ label, zh }) => `${label} ${zh}`).join('、')}）`)),
  fallback: ({ scheme, whose }) =>
    say('没有本方案分类时采用', 'where a class is missing', {
      zh: `${partyWords[whose].zh}的 ${scheme}`,
      en: `${scheme} of ${partyWords[whose].en}`,
    }),
  directions: ({ of, direction, ...ref }) =>
    say(of === 'share' ? '抽查比例' : '抽查频次', of, {
      zh: `${classOf(ref).zh}${directionWords[direction].zh}`,
      en: `${classOf(ref).en} ${directionWords[direction].en}`,
    }),
  order: ({ scheme, labels }) => say('比例依次递增', 'shares rise along', both(`${labels.join(' < ')}（${scheme}）`)),
  ownRatios: ({ scheme, exceptProfessional }) =>
    say('各类分别规定比例', 'a ratio for each class of', {
      zh: `${scheme}${exceptProfessional ? '（专业领域除外）' : ''}`,
      en: `${scheme}${exceptProfessional ? ' (professional fields excepted)' : ''}`,
    }),
  keyFields: named('重点领域', 'key fields'),
  keySafeties: (all) => say('重点安全领域', 'key safeties', plains(all)),
  keyArea: (area) => say('重点领域', 'key area', plain(area)),
  caps: ({ area, of, cap }) => {
    const where = of === null ? { zh: '', en: '' } : { zh: classOf(of).zh, en: `${classOf(of).en} ` };
    const words = wordsOfCap(cap, 'all-departments');
    return say(area === 'key' ? '重点领域次数上限' : '一般领域次数上限', `cap, ${area} area`, {
      zh: `${where.zh}${words.zh}`,
      en: `${where.en}${words.en}`,
    });
  },
  capScopes: ({ area, across }) =>
    say('次数上限的范围', 'scope of the cap', {
      zh: `${area === 'key' ? '重点' : '一般'}领域${across === 'all-departments' ? '各部门合计' : '每个部门分别'}计算`,
      en: `${area} area: ${across}`,
    }),
  capCounts: ({ methods, occasions }) => say('计入次数的检查', 'checks that count', plains([...methods, ...occasions])),
  coverage: wordsOfCoverage,
  drawsPerYear: ({ atLeast }) => ({ zh: `每年抽查不少于${atLeast}次`, en: `at least ${atLeast} draws a year` }),
  visitsPerYear: ({ atLeast, ...ref }) => ({
    zh: `${classOf(ref).zh}每年至少检查${atLeast}次`,
    en: `${classOf(ref).en}: at least ${atLeast} visits a year`,
  }),
  jointOnly: (ref) => ({ zh: `${classOf(ref).zh}只作部门联合检查`, en: `${classOf(ref).en} is only checked jointly` }),
  deskFirst: ({ cleanSuffices, ...ref }) => ({
    zh: `${classOf(ref).zh}先书面检查${cleanSuffices ? '，未发现问题即可结束' : ''}`,
    en: `${classOf(ref).en} at the desk first${cleanSuffices ? '; a clean one may end there' : ''}`,
  }),
  stewardships: ({ organiser, settles, proposes, ...ref }) => ({
    zh: `${classOf(ref).zh}由${partyWords[organiser].zh}组织抽取${settles === null ? '' : `，${partyWords[settles].zh}确定名单`}${proposes === null ? '' : `，${partyWords[proposes].zh}提出`}`,
    en: `draws of ${classOf(ref).en} are organised by ${partyWords[organiser].en}`,
  }),
  entryGrounds: ({ grounds, ...ref }) =>
    say(`列入${classOf(ref).zh}的情形`, `grounds of ${classOf(ref).en}`, both(grounds.join('、'))),
  moves: ({ scheme, from, to, on }) =>
    say('移库', 'move', {
      zh: `${scheme} ${from} → ${to}（${plain(on.kind === 'violation' ? on.degree : on.kind).zh}）`,
      en: `${scheme} ${from} → ${to} (${on.kind === 'violation' ? on.degree : on.kind})`,
    }),
  adjustmentsPerYear: (n) => ({ zh: `每年调整${n}次`, en: `${n} adjustment a year` }),
  windows: ({ months: open, ...ref }) =>
    say(`${classOf(ref).zh}检查实施期`, `visits of ${classOf(ref).en}`, months(open)),
  exceptions: ({ covers, grounds, receivers }) => {
    const what = covers.kind === 'class' ? classOf(covers) : { zh: '企业安静期', en: 'the quiet period' };
    const on = list(grounds.map((each) => groundWords[each]));
    return {
      zh: `${what.zh}的例外：${on.zh}${receivers.length === 0 ? '' : `，报${parties(receivers).zh}备案`}`,
      en: `exceptions for ${what.en}: ${on.en}${receivers.length === 0 ? '' : `, filed with ${parties(receivers).en}`}`,
    };
  },
  consultation: ({ opened }) => say('征询开始', 'consultation opened', both(opened)),
  deadlines: ({ key, when, by }) =>
    say(deadlineWords[key].zh, deadlineWords[key].en, {
      zh: `${wordsOfWhen(when).zh}（${parties(by).zh}）`,
      en: `${wordsOfWhen(when).en} (${parties(by).en})`,
    }),
  reportParts: named('总结的内容', 'parts of the report'),
  bulletins: ({ every, by }) => ({
    zh: `${every === 'quarter' ? '每季度' : '定期'}通报（${parties(by).zh}）`,
    en: `bulletin ${every} (${parties(by).en})`,
  }),
  reviews: ({ by, points }) =>
    say(
      `${partyWords[by].zh}审核`,
      `reviewed by ${partyWords[by].en}`,
      list(points.map((each) => reviewPointWords[each])),
    ),
  inspectorKinds: (all) => say('检查人员', 'inspectors', plains(all)),
  assistants: named('协助人员', 'assistants'),
  methods: (all) => say('检查方式', 'methods', plains(all)),
  drawWays: (all) => say('抽取方式', 'ways of drawing', plains(all)),
  witnesses: named('监督人员', 'witnesses'),
  substitutes: ({ on }) => say('递补情形', 'substitutes on', plains(on)),
  recordSigners: (all) => say('抽取记录签字', 'record signed by', plains(all)),
  platforms: ({ step, name }) =>
    say('登记平台', 'platform of record', { zh: `${plain(step).zh}以${name}为准`, en: `${step}: ${name}` }),
  ownSystem: () => ({ zh: '使用本单位系统', en: 'a system of its own' }),
  publications: ({ what, channels, each }) =>
    say('公布', 'published', {
      zh: `${plain(what).zh}${channels.length === 0 ? '' : `，${plain(each).zh}：${channels.join('、')}`}`,
      en: `${what}${channels.length === 0 ? '' : ` (${each}): ${channels.join(', ')}`}`,
    }),
  targets: wordsOfTarget,
  owed: ({ list: key, by, to }) => ({
    zh: `${parties(by).zh}须有${listWords[key].zh}${to.length === 0 ? '' : `，报送${parties(to).zh}`}`,
    en: `${parties(by).en}: ${listWords[key].en}${to.length === 0 ? '' : `, sent to ${parties(to).en}`}`,
  }),
  disposals: (all) => say('后续处置', 'disposals', plains(all)),
  punishmentFields: named('联合惩戒领域', 'joint punishment in'),
  recheckCriteria: (all) => say('再检查', 'rechecked for', plains(all)),
  badChecks: named('问题检查', 'bad checks'),
  duties: (duty) => duties[duty],
  peoplesWork: (words) => ({ zh: `（由人办理）${words.zh}`, en: `(people's work) ${words.en}` }),
};

/** Every rule on a day, in the order in which a policy is written. */
export const rulesOf = (policy: Policy, on: string): readonly Rule[] =>
  (Object.keys(sayers) as Part[]).flatMap((part) => rulesIn(policy, part, on));

/** The sayer of a part takes that part's value: `Sayers` says so, which the compiler does not follow through a generic key. */
function rulesIn<K extends Part>(policy: Policy, part: K, on: string): readonly Rule[] {
  const sayer = sayers[part] as (value: Value<K>) => Words;
  return citedIn<Value<K>>(policy[part]).map((cited) => {
    const found = ruling(cited, on);
    return { part, words: sayer(found.value), source: wordsOfRuling(found) };
  });
}

/** A list of cited values, one, or silence. */
function citedIn<T>(held: unknown): readonly Cited<T>[] {
  return held === null ? [] : Array.isArray(held) ? held : [held as Cited<T>];
}

/** What the document is: title, number, date, by whom, and since when it binds. */
export function headOf({ head, from, area }: Policy): readonly Words[] {
  const { title, number, issuers, date }: Head = head;
  return [
    {
      zh: `《${title.value}》${number === null ? '' : ` ${number.value}`}`,
      en: `${title.value}${number === null ? '' : ` ${number.value}`}`,
    },
    {
      zh: `${area.name}，${issuers.value.join('、')}，${dateInChinese(date.value)}`,
      en: `${area.name}; ${issuers.value.join(', ')}; ${date.value}`,
    },
    { zh: `自${dateInChinese(from)}起适用`, en: `binds from ${from}` },
  ];
}
