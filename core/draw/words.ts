/** What a person reads about a draw: what a manifest lacks, which posts stay open, why an event is refused, what a verification found. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { ManifestRefusal, ManifestRule } from './check-manifest.ts';
import type { EventRefusal } from './event.ts';
import type { Shortage } from './shortage.ts';
import type { Failure, VerifyStep } from './verify.ts';

const ruleWords: Record<ManifestRule, Words> = {
  'ceremony-number': { zh: '抽取编号应从 1 起连续编号', en: 'the ceremony needs a number from 1 on' },
  'window-backwards': { zh: '检查实施期的起始日晚于截止日', en: 'the window of the visits ends before it begins' },
  'deadlines-order': { zh: '启封截止时间应晚于封签截止时间', en: 'opening must end after sealing' },
  'no-public-number': { zh: '没有指定公共数', en: 'no public number is named' },
  'public-count': { zh: '公共数应至少有一个号码', en: 'a public number holds at least one number' },
  'public-range': { zh: '公共数的号码范围不成立', en: 'the range of the public number cannot hold its numbers' },
  'public-too-early': {
    zh: '彩票开奖应在启封截止之后，否则启封者可以先看到号码',
    en: 'the lottery must be drawn after opening has ended, or it could be known before',
  },
  'desk-first': {
    zh: '参与者中应首列会务台（编号 0），其余均为监督人员',
    en: 'the desk comes first with the id 0; all others are witnesses',
  },
  'participant-id': { zh: '监督人员编号不能为空，也不能含冒号', en: 'a witness needs an id without a colon' },
  'participant-twice': { zh: '同一监督人员列了两次', en: 'a participant stands twice' },
  'witness-of-the-office': {
    zh: '监督人员不能来自会务台所在单位',
    en: 'a witness cannot belong to the office that draws',
  },
  'dice-without-own-page': {
    zh: '以骰子产生公共数时，至少要有一名监督人员以本人网页封签',
    en: 'dice need a witness that seals on its own page',
  },
  quorum: {
    zh: '封签的最少监督人数应在 1 与监督人数之间',
    en: 'the quorum lies between one and the number of witnesses',
  },
  groups: {
    zh: '联合组数应为 1 以上（只抽人员时为 1）',
    en: 'there is at least one joint group (exactly one where only posts are filled)',
  },
  'exclusion-twice': { zh: '同一个不纳入原因字母用了两次', en: 'a letter of exclusion is used twice' },
  'task-twice': { zh: '同一任务单号列了两次', en: 'a task number stands twice' },
  'task-group': { zh: '任务所属联合组不存在', en: 'the task belongs to no joint group' },
  'too-many-tiers': { zh: '一个任务的分类不能超过 36 类', en: 'a task has at most 36 tiers' },
  'limits-count': { zh: '每类应对每个次数上限各有一个数或空缺', en: 'a tier has one limit, or none, for each counter' },
  'counters-unknown': { zh: '任务计入的次数上限不存在', en: 'the task counts toward an unknown counter' },
  'counters-unsorted': { zh: '任务计入的次数上限应依次列出，各一次', en: 'counters of a task ascend, each once' },
  'no-batch': { zh: '批次数应为 1 以上', en: 'there is at least one batch' },
  'share-above-whole': { zh: '抽查比例超过 100%', en: 'the share is above 100 %' },
  'steps-order': { zh: '分段比例应由小到大，且仅最后一段不设上限', en: 'steps ascend, and only the last has no end' },
  'too-few-officers': {
    zh: '每个检查单位执法人员不得少于两人（行政处罚法第四十二条）',
    en: 'an inspecting body sends two officers or more (行政处罚法 42)',
  },
  'need-empty': { zh: '岗位所需业务专长不能为空', en: 'a needed field is empty' },
  'pools-differ': {
    zh: '同一联合组内一个单位只能从一个人员库抽取',
    en: 'within a joint group a department has one pool',
  },
  'roster-rows': { zh: '待抽名单总户数与各页之和不符', en: 'the pages of the roster do not add up' },
  'officers-unsorted': { zh: '检查人员应按工号依次列出，各一次', en: 'officers ascend by number, each once' },
  'barred-unsorted': { zh: '回避名单应依次列出，各一次', en: 'recusals ascend, each once' },
  'given-in-draw': { zh: '抽取检查对象时不能另行指定检查', en: 'a draw has no visits given beforehand' },
  'given-unsorted': { zh: '给定的检查应按名单行次依次列出，各一次', en: 'given visits ascend by row, each once' },
  'given-row': { zh: '给定的检查不在待抽名单内', en: 'a given visit is not on the roster' },
  'given-without-posts': { zh: '给定的检查没有待补岗位', en: 'a given visit has no post to fill' },
  'people-with-tasks': { zh: '只抽人员时不能再抽检查对象', en: 'a ceremony that fills posts draws no subjects' },
};

/** A breach of the manifest's rules: what, where, and what stands there. */
export const sayManifest = ({ rule, at, found }: ManifestRefusal): Words => ({
  zh: `${ruleWords[rule].zh}（${at}：${found}）。`,
  en: `In the manifest, ${ruleWords[rule].en} (${at}: ${found}).`,
});

/** Posts that nobody can fill: what they ask, who alone could take them, and how many are missing. */
export function sayShortage(shortage: Shortage): Words {
  const { departments, needs, places, posts, officers, capacity, atOnce, short } = shortage;
  const named = needs.filter((need) => need !== '');
  const where = places.length === 0 ? '' : `（${places.join('、')}）`;
  const asked = {
    zh:
      named.length === 0
        ? `${departments.join('、')}${where}的 ${posts} 个检查人员岗位`
        : `${departments.join('、')}${where}有 ${posts} 个岗位需要“${named.join('”“')}”专长`,
    en: `${posts} posts of ${departments.join(', ')}${where}${named.length === 0 ? '' : ` need ${named.map((need) => `“${need}”`).join(', ')}`}`,
  };
  if (officers.length === 0) return { zh: `${asked.zh}，无人可派。`, en: `${asked.en}; nobody can take any of them.` };
  const who = `${officers.slice(0, NAMED).join('、')}${officers.length > NAMED ? '等' : ''}`;
  if (posts > capacity) {
    return {
      zh: `${asked.zh}，可派的只有 ${officers.length} 人（${who}），合计可承担 ${capacity} 个，缺 ${short} 个。`,
      en: `${asked.en}; only ${officers.length} officers (${who}) can take them, ${capacity} together: ${short} too few.`,
    };
  }
  return {
    zh: `${asked.zh}，同一次检查要 ${atOnce} 名不同人员，可派的只有 ${officers.length} 人（${who}），缺 ${short} 个。`,
    en: `${asked.en}; one visit takes ${atOnce} different officers, and only ${officers.length} (${who}) can go: ${short} posts stay open.`,
  };
}

/** More numbers than this make a sentence unreadable. */
const NAMED = 6;

export function sayEvent(why: EventRefusal): Words {
  switch (why.kind) {
    case 'unknown-officer':
      return {
        zh: `${why.officer} 不是本次抽取锁定的检查人员。`,
        en: `${why.officer} is no officer of this ceremony.`,
      };
    case 'already-unavailable':
      return { zh: `${why.officer} 已登记为不能参加。`, en: `${why.officer} is recorded as unavailable already.` };
    case 'unknown-post':
      return { zh: `没有第 ${why.post} 号岗位。`, en: `There is no post ${why.post}.` };
    case 'visit-ended':
      return {
        zh: `第 ${why.post} 号岗位所属的检查（第 ${why.visit} 号）已因更换检查对象而终止。`,
        en: `The visit ${why.visit} of post ${why.post} has ended: its subject was replaced.`,
      };
    case 'post-open':
      return {
        zh: `第 ${why.post} 号岗位现无人担任，须另行抽取人员补足。`,
        en: `Post ${why.post} is open: it is filled by a ceremony for people.`,
      };
    case 'no-standing-visit':
      return { zh: `名单第 ${why.row} 行没有应执行的检查，无须更换。`, en: `Row ${why.row} has no visit that stands.` };
    case 'evidence-not-older':
      return {
        zh: `证据日期 ${why.evidence} 不早于名单锁定日 ${why.frozen}，不能更换；应照常检查并如实记录结果。`,
        en: `The evidence of ${why.evidence} is not older than the freeze of ${why.frozen}: the subject is visited, and what is found is its outcome.`,
      };
    case 'event-too-early':
      return {
        zh: `时间 ${why.at} 早于上一事项的 ${why.last}。`,
        en: `${why.at} is before the last event at ${why.last}.`,
      };
    default:
      return never(why);
  }
}

const stepWords: Record<VerifyStep, Words> = {
  format: { zh: '记录格式', en: 'the shape of the record' },
  manifest: { zh: '锁定内容及其摘要', en: 'the manifest and its digest' },
  roster: { zh: '待抽名单', en: 'the roster' },
  cosigned: { zh: '监督人员会签', en: 'the co-signed digits' },
  commitments: { zh: '封签承诺值', en: 'the commitments' },
  openings: { zh: '启封', en: 'the openings' },
  times: { zh: '时间先后', en: 'the order of times' },
  'public-number': { zh: '公共数', en: 'the public number' },
  seed: { zh: '种子', en: 'the seed' },
  selection: { zh: '检查对象抽取结果', en: 'the subjects drawn' },
  visits: { zh: '检查与岗位', en: 'visits and posts' },
  officers: { zh: '检查人员匹配与递补顺序', en: 'officers and substitutes' },
  root: { zh: '结果根', en: 'the result root' },
  digest: { zh: '记录摘要', en: "the record's digest" },
  events: { zh: '抽取后的变动', en: 'events after the draw' },
};

export const sayStep = (step: VerifyStep): Words => stepWords[step];

/** Where a verification stopped: the step, the place, what should stand there and what does. */
export function sayFailure({ step, at, expected, found }: Failure): Words {
  const place = at === '' ? { zh: '整个记录', en: 'the record' } : { zh: at, en: at };
  // The parser says in its own sentence what a shape should be; every other step names a value.
  return step === 'format'
    ? {
        zh: `核验不通过：“${stepWords.format.zh}”一步，${place.zh} 不合格式（${expected}），实为 ${found}。`,
        en: `Not verified: ${place.en} has not its shape (${expected}); it is ${found}.`,
      }
    : {
        zh: `核验不通过：“${stepWords[step].zh}”一步，${place.zh} 应为 ${expected}，实为 ${found}。`,
        en: `Not verified: at ${stepWords[step].en}, ${place.en} should be ${expected} and is ${found}.`,
      };
}
