/** Whether a reply asks for something: a change, a wish beside a consent, an exception, an objection in words. */
import type { Clause } from './clauses.ts';
import { isCourtesy } from './courtesy.ts';
import type { Meaning } from './phrases.ts';
import { answer, consent, has, isNegated, onlySays, says } from './says.ts';

/** Whether something is asked to change, wished for beside a consent, excepted from it, or refused with words that say what. */
export const proposes = (clauses: readonly Clause[]): boolean =>
  clauses.some(
    (clause, i) =>
      !isElsewhereToRead(clause) &&
      (isChange(clause, clauses) || isObjection(clause, clauses.slice(i)) || isWish(i, clauses)),
  ) || isExcepting(clauses);

const isElsewhereToRead = (clause: Clause): boolean =>
  says(clause, 'quote', 'retract') || /[见如在]附件|附后|附上/.test(clause.text);

/** Words that say what a remark is about. */
const isContent = (clause: Clause, ...more: readonly Meaning[]): boolean =>
  says(clause, 'unknown', 'other', 'part', ...more) && !isCourtesy(clause);

/** 建议调整为…, 请增加…; not 没有需要增加的, 为什么增加？ */
function isChange(clause: Clause, clauses: readonly Clause[]): boolean {
  const at = clause.tokens.findIndex(({ meaning }) => meaning === 'propose');
  if (at < 0) return false;
  const nothing = clause.tokens.slice(0, at).some(({ text }) => /^(?:无|没有|没|未|并无|no)$/.test(text));
  const asksWhy =
    says(clause, 'ask') &&
    !/建议|提议|希望|请(?![问示教]|明确|告知|解释|说明)|[能可]否|是否可以|可不可以|能不能/.test(clause.text);
  const saysWhat = isDouble(clause) || clauses.some((each) => isContent(each, 'join', 'decline', 'not'));
  return !nothing && !asksWhy && !onlyAnswers(clause) && saysWhat;
}

/** 意见如下：…, 对比例有异议, 不同意将…纳入 */
function isObjection(clause: Clause, after: readonly Clause[]): boolean {
  const announced = says(clause, 'label') && /(?:意见|建议)(?:如下|:)/.test(clause.text);
  return (
    (announced || (says(clause, 'remark', 'dissent') && !isNegated(clause))) &&
    after.some((each) => isContent(each)) &&
    !says(clause, 'ask')
  );
}

/** 同意，但需明确…; 无意见，只是带队的由我局出: a wish in words after a consent. A doubt about the consent itself is none. */
function isWish(i: number, clauses: readonly Clause[]): boolean {
  const [before, after] = [clauses.slice(0, i), clauses.slice(i)];
  const [clause] = after;
  if (clause === undefined || !has(before, ...consent, 'join', 'no-more')) return false;
  const turns = /^(?:但|不过|只是|就是|另|另外|唯|惟|然而|可是|请注意|请考虑|请关注|考虑到)/.test(clause.text);
  const open = after.some(
    (each) =>
      says(each, 'postpone', 'for-now', 'ask', 'quote', 'elsewhere', 'decline', 'none', ...consent) ||
      /[等待](?!\p{Script=Han}{0,4}(?:企业|单位|部门|任务|事项|工作))/u.test(each.text) ||
      /(?<!一)个人|科室|股室|代表|算数|作数|不作准|说了|知道|清楚|确定/.test(each.text),
  );
  return turns && !open && after.some((each) => /\p{Script=Han}{2}/u.test(unknownOf(each)));
}

const unknownOf = ({ tokens }: Clause): string =>
  tokens.map(({ meaning, text }) => (meaning === 'unknown' || meaning === 'other' ? text : '|')).join('');

/** 除第3项外，其余均同意: what is excepted is remarked on. */
const isExcepting = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ text }) => /除了?(?!此).{2,40}(?:之?外|以外)/.test(text)) &&
  has(clauses, ...consent, 'no-more') &&
  !has(clauses, 'decline', 'none', 'ask', 'for-now', 'quote');

/** 建议合并 says it all. */
const isDouble = ({ tokens }: Clause): boolean => tokens.filter(({ meaning }) => meaning === 'propose').length > 1;

/** 建议同意 is what a clerk writes for the leader: an answer in the making and no change. */
const onlyAnswers = (clause: Clause): boolean =>
  onlySays(clause, 'propose', 'own', 'filler', ...answer) && says(clause, ...answer);
