/** What the registry says to people: what is wrong with a number, who cannot be drawn and why, how lists and pools stand. */
import { dateInChinese } from '../calendar.ts';
import { percentOf } from '../percent.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { HeldClass, NoClass } from './classify.ts';
import type { NotActive, NotDrawable } from './drawable.ts';
import type { ElementName, Figure, GapRefusal, GapStep } from './item-list.ts';
import type { RulePart, Standing } from './lists.ts';
import type { PoolRefusal } from './pool.ts';
import type { NumberFinding, NumberRefusal } from './uscc.ts';

export function wordsOfNumberFinding(finding: NumberFinding): Words {
  switch (finding.kind) {
    case 'look-alike':
      return {
        zh: `第 ${finding.at} 位是${/[a-z]/.test(finding.is) ? '小写' : ''}字母 ${finding.is}，代码中不使用该字符，是否应为 ${finding.meant}`,
        en: `character ${finding.at} is the ${/[a-z]/.test(finding.is) ? 'small ' : ''}letter ${finding.is}, which no code holds; perhaps ${finding.meant}`,
      };
    case 'alphabet':
      return {
        zh: `第 ${finding.at} 位“${finding.is}”不是代码所用字符（不用字母 I、O、S、V、Z）`,
        en: `character ${finding.at}, “${finding.is}”, is none that a code holds (I, O, S, V and Z are not used)`,
      };
    case 'check':
      if (finding.at === 15)
        return {
          zh: `第 15 位是 ${finding.is}，按校验规则应为 ${finding.expected}；旧注册号未必都合此规则，照原样保留`,
          en: `digit 15 is ${finding.is} where the rule asks for ${finding.expected}; not all older numbers keep it, so it stands as given`,
        };
      return {
        zh: `第 ${finding.at} 位校验码是 ${finding.is}，按其余各位应为 ${finding.expected}，有一位或几位填错`,
        en: `the check character ${finding.at} is ${finding.is} where the others ask for ${finding.expected}; some character is wrong`,
      };
    case 'organisation-check':
      return {
        zh: `第 9—17 位组织机构代码的校验码是 ${finding.is}，应为 ${finding.expected}`,
        en: `characters 9–17 end with ${finding.is} where an organisation code asks for ${finding.expected}`,
      };
    case 'length':
      return {
        zh: `有 ${finding.length} 位；统一社会信用代码应为 18 位，注册号为 15 位`,
        en: `has ${finding.length} characters; a unified code has 18, a registration number 15`,
      };
    default:
      return never(finding);
  }
}

export function wordsOfNumberRefusal({ findings, meant }: NumberRefusal): Words {
  const parts = findings.map(wordsOfNumberFinding);
  const zh = parts.map((each) => each.zh).join('；');
  const en = parts.map((each) => each.en).join('; ');
  if (meant === null && findings.some((each) => each.kind === 'look-alike'))
    return {
      zh: `${zh}；只改这一处校验仍不符，请对照营业执照逐位核对`,
      en: `${en}; that alone does not make it check, so compare every character with the licence`,
    };
  return meant === null
    ? { zh: `${zh}；请对照营业执照核对`, en: `${en}; compare it with the licence` }
    : { zh: `${zh}；疑为 ${meant}，请对照营业执照核对`, en: `${en}; perhaps ${meant}, compare it with the licence` };
}

/** Why a person or a subject cannot be drawn. */
export function wordsOfNotDrawable(reason: NotDrawable | NotActive): Words {
  switch (reason.kind) {
    case 'left':
      return {
        zh: `${reason.inspector} 已于 ${reason.left} 离库，不参与抽取`,
        en: `${reason.inspector} left the roll on ${reason.left} and is not drawn`,
      };
    case 'daily':
      return {
        zh: `${reason.inspector} 为日常监管人员，在库标注，不计入两名执法人员`,
        en: `${reason.inspector} does daily supervision: on the roll, never one of the two officers`,
      };
    case 'no-certificate':
      return {
        zh: `${reason.inspector} 未取得执法证件，不得实施检查（国办发〔2024〕54号）`,
        en: `${reason.inspector} holds no certificate and must not inspect (国办发〔2024〕54号)`,
      };
    case 'certificate-expired':
      return {
        zh: `${reason.inspector} 的执法证有效期至 ${reason.validUntil}，检查期内已过期，保留在库，不参与抽取`,
        en: `the certificate of ${reason.inspector} ends on ${reason.validUntil}, before the window does; kept, not drawn`,
      };
    case 'not-active':
      return {
        zh: `${reason.number} 已${statusWords[reason.status].zh}，保留在库，不参与抽取`,
        en: `${reason.number} is ${statusWords[reason.status].en}; kept, not drawn`,
      };
    default:
      return never(reason);
  }
}

const statusWords: Readonly<Record<NotActive['status'], Words>> = {
  cancelled: { zh: '注销', en: 'cancelled' },
  revoked: { zh: '吊销', en: 'revoked' },
  annulled: { zh: '撤销', en: 'annulled' },
  'moved-out': { zh: '迁出', en: 'moved out' },
};

/** Which class holds and where it comes from. */
export const wordsOfHeldClass = ({ class: label, scheme, source, date, fellBack }: HeldClass): Words => ({
  zh: `${label}（${scheme}，${source}，${dateInChinese(date)}${fellBack ? '，本方案无结果，按替代方案' : ''}）`,
  en: `${label} (${scheme}, ${source}, ${date}${fellBack ? ', in place of the scheme asked for' : ''})`,
});

export function wordsOfNoClass(reason: NoClass): Words {
  switch (reason.kind) {
    case 'unclassified':
      return {
        zh: `${reason.subject} 在${reason.schemes.join('、')}中都没有分类结果`,
        en: `${reason.subject} has no class under ${reason.schemes.join(', ')}`,
      };
    case 'contradicted':
      return {
        zh: `${reason.subject} 在${reason.scheme}中 ${reason.date} 有不同的分类：${reason.classes.join('、')}，请核定`,
        en: `${reason.subject} has several classes under ${reason.scheme} on ${reason.date}: ${reason.classes.join(', ')}; settle one`,
      };
    default:
      return never(reason);
  }
}

/** Why a pool cannot be changed so. */
export function wordsOfPoolRefusal(refusal: PoolRefusal): Words {
  switch (refusal.kind) {
    case 'unknown-pool':
      return { zh: `没有“${refusal.label}”库`, en: `there is no pool ${refusal.label}` };
    case 'in-another-pool':
      return { zh: `${refusal.subject} 现在 ${refusal.pool} 库`, en: `${refusal.subject} is in pool ${refusal.pool}` };
    case 'already-there':
      return {
        zh: `${refusal.subject} 已在 ${refusal.pool} 库`,
        en: `${refusal.subject} is in pool ${refusal.pool} already`,
      };
    case 'no-such-ground':
      return {
        zh: `“${refusal.ground}”不是进入 ${refusal.pool} 库的条件；条件为：${refusal.grounds.join('、')}`,
        en: `“${refusal.ground}” is no ground for pool ${refusal.pool}; the grounds are: ${refusal.grounds.join(', ')}`,
      };
    case 'not-yours-to-propose':
      return {
        zh: `${refusal.pool} 库名单由联席会议办公室牵头确定，申请方无权提出`,
        en: `the list of pool ${refusal.pool} is drawn up by the office; this party cannot propose for it`,
      };
    case 'no-round':
      return {
        zh: `没有“${refusal.round}”这一次年度调整，须先由联席会议办公室启动`,
        en: `there is no round ${refusal.round}; the office opens one first`,
      };
    case 'round-needs-reason':
      return {
        zh: `${refusal.year} 年已调整 ${refusal.made} 次（每年 ${refusal.allowed} 次），再次调整须写明理由`,
        en: `${refusal.year} has had ${refusal.made} of ${refusal.allowed} rounds; another needs a reason`,
      };
    case 'no-such-move':
      return refusal.instead === null
        ? {
            zh: `此情形不适用由 ${refusal.from} 库移入 ${refusal.to} 库`,
            en: `this does not move a subject from ${refusal.from} to ${refusal.to}`,
          }
        : {
            zh: `此情形应由 ${refusal.from} 库移入 ${refusal.instead} 库，不是 ${refusal.to} 库`,
            en: `this moves a subject from ${refusal.from} to ${refusal.instead}, not to ${refusal.to}`,
          };
    case 'never-checked':
      return {
        zh: `${refusal.subject} 未经检查，不能移入`,
        en: `${refusal.subject} was never checked and cannot move`,
      };
    case 'finding-stands':
      return {
        zh: `${refusal.subject} 最近一次检查（${refusal.outcome}）发现问题，不能移入`,
        en: `the last check of ${refusal.subject} (${refusal.outcome}) has findings; it cannot move`,
      };
    case 'already-proposed':
      return {
        zh: `${refusal.subject} 已有待确认的移库申请 ${refusal.proposal}`,
        en: `a move of ${refusal.subject} waits already (${refusal.proposal})`,
      };
    case 'unknown-proposal':
      return { zh: `没有移库申请 ${refusal.no}`, en: `there is no proposal ${refusal.no}` };
    case 'already-settled':
      return { zh: `移库申请 ${refusal.no} 已办结`, en: `proposal ${refusal.no} is settled already` };
    case 'reason-missing':
      return { zh: `不予确认须写明理由（${refusal.no}）`, en: `a refusal needs a reason (${refusal.no})` };
    default:
      return never(refusal);
  }
}

/** Names of an item's elements, as the list prints them. */
export const elementWords: Readonly<Record<ElementName, Words>> = {
  name: { zh: '抽查事项名称', en: 'name' },
  basis: { zh: '抽查依据', en: 'basis' },
  body: { zh: '抽查主体', en: 'body' },
  subjects: { zh: '抽查对象', en: 'subjects' },
  content: { zh: '抽查内容', en: 'content' },
  points: { zh: '抽查标准和要点', en: 'standard and points' },
  methods: { zh: '抽查方式', en: 'method' },
  ratio: { zh: '抽查比例', en: 'ratio' },
  frequency: { zh: '抽查频次', en: 'frequency' },
};

export const rulePartWords: Readonly<Record<RulePart, Words>> = {
  aim: { zh: '抽查目标', en: 'aim' },
  emphasis: { zh: '抽查重点', en: 'emphasis' },
  method: { zh: '抽查方式', en: 'method' },
  procedure: { zh: '联合抽查、综合执法的具体程序', en: 'procedure of joint checks' },
};

/** How a list stands, on the board. */
export function wordsOfStanding(standing: Standing): Words {
  switch (standing.kind) {
    case 'absent':
      return { zh: '未建立', en: 'absent' };
    case 'draft':
      return {
        zh: `草稿（第 ${standing.version} 版，${standing.changed}）`,
        en: `draft (version ${standing.version}, ${standing.changed})`,
      };
    case 'in-force':
      return {
        zh: `第 ${standing.version} 版，自 ${standing.since} 起施行，最近更新 ${standing.changed}`,
        en: `version ${standing.version} in force since ${standing.since}, last changed ${standing.changed}`,
      };
    default:
      return never(standing);
  }
}

const gapWords: Readonly<Record<GapStep, Words>> = {
  reported: { zh: '已提出', en: 'reported' },
  'with-city': { zh: '已报市级', en: 'with the city' },
  'with-province': { zh: '已报省级', en: 'with the province' },
  added: { zh: '已增补', en: 'added' },
};

export function wordsOfGapRefusal(refusal: GapRefusal): Words {
  switch (refusal.kind) {
    case 'step-backwards':
      return {
        zh: `缺项 ${refusal.no} 现为“${gapWords[refusal.at].zh}”，不能改为“${gapWords[refusal.asked].zh}”`,
        en: `gap ${refusal.no} is ${gapWords[refusal.at].en} and cannot become ${gapWords[refusal.asked].en}`,
      };
    case 'step-before':
      return {
        zh: `缺项 ${refusal.no} 的日期早于上一步（${refusal.last}）`,
        en: `gap ${refusal.no}: the day lies before the last step (${refusal.last})`,
      };
    default:
      return never(refusal);
  }
}

/** n of d as a percentage with its counts; without anything to count it is 无数据, never 100 %. */
export function wordsOfFigure({ n, of }: Figure): Words {
  if (of === 0) return { zh: '无数据', en: 'no data' };
  const rate = percentOf(n, of);
  return { zh: `${rate}（${n}/${of}）`, en: `${rate} (${n}/${of})` };
}
