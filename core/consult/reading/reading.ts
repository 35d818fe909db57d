/**
 * How a clerk's plain reply under a 征询函 is understood. The first rule: never a false consent. Whatever is not beyond doubt is asked
 * back with buttons, and nothing is recorded until then. The second: few needless questions.
 */
import { type Amendment, amendmentsOf } from './changes.ts';
import { type Clause, cut } from './clauses.ts';
import { isCourtesy } from './courtesy.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import type { Meaning } from './phrases.ts';
import { proposes } from './proposals.ts';
import { has } from './says.ts';

export type { Amendment } from './changes.ts';
export type { Doubt } from './doubts.ts';

/** The answers that a department can give; those of `perhaps` are offered as buttons. */
export type AnswerKind = 'agrees' | 'joins' | 'comments' | 'declines';

export type Reading =
  /** 无意见、同意, without any reservation */
  | { readonly kind: 'agrees' }
  /** 参加, in so many words */
  | { readonly kind: 'joins' }
  /** Remarks or changes; `words` as written, `changes` where they could be read beyond doubt. */
  | { readonly kind: 'comments'; readonly words: string; readonly changes: readonly Amendment[] }
  /** 不参加; `reason` as written, '' where none is given. */
  | { readonly kind: 'declines'; readonly reason: string }
  | { readonly kind: 'doubtful'; readonly why: Doubt; readonly perhaps: readonly AnswerKind[] }
  /** No answer at all: 谢谢；请问联系电话是多少 */
  | { readonly kind: 'aside' };

/** Characters; nobody's remarks in a thread are longer, and a whole document is to be uploaded. */
const longest = 6000;

/**
 * `own`: names that the writer's department goes by, so that 县应急管理局无意见 is its own word and not about another one.
 * Consent is read only where every clause is known to be consent, a courtesy, the writer's own name or a paper that goes with it.
 */
export function readReply(text: string, own: readonly string[] = []): Reading {
  if (text.length > longest) return doubtful('too-long', []);
  const { clauses, quoted } = cut(text, own);
  if (quoted) return doubtful('quoted', clauses);
  if (clauses.every(isCourtesy)) return { kind: 'aside' };
  const declined = has(clauses, 'decline', 'none');
  const changes = amendmentsOf(clauses);
  const proposing = proposes(clauses) || changes.length > 0;
  const doubts = doubtsOf(clauses, proposing);
  if (proposing) {
    const grave = doubts.find((doubt) => gravest.includes(doubt));
    if (grave !== undefined) return doubtful(grave, clauses);
    // 无此类事项，建议由城管局牵头 is a remark; 不参加，建议… leaves open whether it takes part.
    return has(clauses, 'decline') ? doubtful('mixed', clauses) : { kind: 'comments', words: text.trim(), changes };
  }
  if (isAside(clauses)) return { kind: 'aside' };
  const [doubt] = doubts;
  if (doubt !== undefined) return doubtful(doubt, clauses);
  if (declined) return { kind: 'declines', reason: reasonOf(clauses) };
  return has(clauses, 'join') ? { kind: 'joins' } : { kind: 'agrees' };
}

/** What makes even remarks doubtful. Others are part of what is remarked. */
const gravest: readonly Doubt[] = ['quoted', 'negated', 'for-another-department', 'postponed'];

const suggests: Readonly<Partial<Record<Meaning, readonly AnswerKind[]>>> = {
  'no-objection': ['agrees'],
  'no-more': ['agrees'],
  assent: ['agrees'],
  goodwill: ['agrees', 'joins'],
  join: ['joins'],
  decline: ['declines'],
  none: ['declines'],
  dissent: ['comments', 'declines'],
  remark: ['comments'],
  propose: ['comments'],
};

/** The answers that the words may have meant, in one order; all where they point to none. */
function doubtful(why: Doubt, clauses: readonly Clause[]): Reading {
  const meant = new Set(clauses.flatMap(({ tokens }) => tokens.flatMap(({ meaning }) => suggests[meaning] ?? [])));
  const order: readonly AnswerKind[] = ['agrees', 'joins', 'comments', 'declines'];
  // A negation, a quotation or a question may mean the contrary of the word that stands in it.
  const turned = why === 'quoted' || why === 'question' || (why === 'negated' && !has(clauses, 'dissent'));
  const open = turned || meant.size === 0;
  return { kind: 'doubtful', why, perhaps: order.filter((kind) => open || meant.has(kind) || kind === 'comments') };
}

/** Chat: nothing that has to do with the consultation, or a question about how and where. */
function isAside(clauses: readonly Clause[]): boolean {
  if (!has(clauses, ...weighty)) return has(clauses, 'ask') || !clauses.some(isWork);
  return false;
}
const weighty: readonly Meaning[] = [
  'no-objection',
  'no-more',
  'assent',
  'join',
  'decline',
  'none',
  'dissent',
  'remark',
  'propose',
  'part',
  'receipt',
  'quote',
  'retract',
  'content',
  'elsewhere',
  'postpone',
  'reserve',
];

/** An unknown sentence is asked back where it speaks of the work or of the writer's department; 今天天气不错 is let be. */
const isWork = ({ text, tokens }: Clause): boolean =>
  /意见|异议|同意|参与|公文|抽查|检查|任务|事项|计划|方案|比例|部门|牵头|联合|清单|窗口|频次|执法|监管/.test(text) ||
  tokens.some(({ meaning }) => ['label', 'file', 'paper', 'goodwill', 'because', 'for-now'].includes(meaning)) ||
  (tokens.some(({ meaning }) => meaning === 'own') && tokens.length > 1) ||
  tokens.every(({ meaning }) => meaning === 'not' || meaning === 'filler');

/** Everything that was written beside the declining itself and courtesies. */
const reasonOf = (clauses: readonly Clause[]): string =>
  clauses
    .filter((clause) => !isCourtesy(clause))
    .filter(({ tokens }) =>
      tokens.some(({ meaning }) => ['none', 'because', 'unknown', 'not', 'other', 'elsewhere'].includes(meaning)),
    )
    .map(({ words }) => words)
    .join('，');
