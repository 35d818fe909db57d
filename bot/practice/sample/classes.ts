/**
 * Classes of subjects: the general credit risk A–D, the market regulator's own food risk, local pools, a key directory. A class
 * follows from the subject's key and the seed alone, so that it is the same whatever list the subject stands in.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { writtenSource } from '../../../core/registry/pool-source.ts';
import { type Classification, keyText, type Subject, type SubjectKey } from '../../../core/registry/subject.ts';
import { chance } from './chance.ts';
import { tagsOf } from './subjects.ts';
import { trades } from './trades.ts';

/** The schemes of the sample, by the ids of `core/policy/shape.ts`. */
const schemes = {
  credit: { source: '通用型企业信用风险分类', classes: { A: 300, B: 500, C: 150, D: 50 }, unclassed: 30 },
  own: {
    source: '清漪县市场监督管理局食品经营风险分级',
    classes: { A: 250, B: 520, C: 170, D: 60 },
    unclassed: 150,
  },
  pool: { source: '联席会议办公室检查对象分库', classes: { A: 350, B: 550, C: 100 }, unclassed: 0 },
  'key-directory': { source: '重点抽查名录库', classes: { 一般: 850, 重点: 150 }, unclassed: 0 },
} as const;
export type Scheme = keyof typeof schemes;

/** The class of a subject, or null for the few that the scheme has not classed. */
export function classOf(key: SubjectKey, scheme: Scheme, seed: string): string | null {
  const { classes, unclassed } = schemes[scheme];
  if (mix(`${seed}/${scheme}/has`, keyText(key)) % 1000 < unclassed) return null;
  let mark = mix(`${seed}/${scheme}`, keyText(key)) % 1000;
  for (const [label, weight] of Object.entries(classes)) {
    if (mark < weight) return label;
    mark -= weight;
  }
  throw new Error(`the weights of ${scheme} do not add up to 1000`);
}

export interface Dressing {
  readonly seed: string;
  readonly scheme: Scheme;
  /** Date of the classification. */
  readonly date: CivilDate;
}

/** Classifications of a list of subjects, in its order. */
export function* classify(list: Iterable<Subject>, { seed, scheme, date }: Dressing): Generator<Classification> {
  for (const { kind, number } of list) {
    const label = classOf({ kind, number }, scheme, seed);
    if (label !== null) yield { kind, number, scheme, class: label, source: sourceOf(scheme, label, number), date };
  }
}

/** Rows of a pool say on which ground they stand there, and those of the key pool who put them forward (万年 2022 三(一)1). */
function sourceOf(scheme: Scheme, label: string, number: string): string {
  const { source } = schemes[scheme];
  const grounds = scheme === 'pool' ? (poolGrounds[label] ?? []) : [];
  const ground = grounds[mix('ground', number) % Math.max(1, grounds.length)] ?? '';
  return writtenSource({ source, ground, proposer: scheme === 'pool' && label === 'C' ? proposer : '' });
}

const poolGrounds: Readonly<Record<string, readonly string[]>> = {
  A: ['信用优良', '制造业', '旅游业', '数字经济', '招商引资', '纳税大户'],
  C: ['信用等级较差', '安全', '质量', '公共利益'],
};
const proposer = '清漪县市场监督管理局';

/**
 * Gives a real list what it lacks for a draw: a trade, read from the name where it shows and invented where it does not, and
 * a class under the scheme. Subjects keep their other fields.
 */
export function dress(
  list: readonly Subject[],
  dressing: Dressing,
): { readonly subjects: readonly Subject[]; readonly classifications: readonly Classification[] } {
  const of = chance(dressing.seed, 'dress');
  const dressed = list.map((subject) => {
    const its = trades.find((each) => each.sign?.test(subject.name)) ?? of.pick(trades);
    return { ...subject, tags: [...new Set([...subject.tags, ...tagsOf(its, of)])] };
  });
  return { subjects: dressed, classifications: [...classify(dressed, dressing)] };
}

/** FNV-1a over UTF-16 units with the finish of MurmurHash3: cheap, even, and far from anything secret. */
function mix(salt: string, text: string): number {
  let h = 0x811c9dc5;
  for (const part of [salt, text])
    for (let i = 0; i < part.length; i++) h = Math.imul(h ^ part.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
