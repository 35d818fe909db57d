/** What a clause says, by the meanings of its words. */
import type { Clause } from './clauses.ts';
import type { Meaning } from './phrases.ts';

export const consent: readonly Meaning[] = ['no-objection', 'assent'];
export const answer: readonly Meaning[] = [...consent, 'join', 'decline', 'none'];

export const has = (clauses: readonly Clause[], ...meanings: readonly Meaning[]): boolean =>
  clauses.some((clause) => says(clause, ...meanings));
export const says = ({ tokens }: Clause, ...meanings: readonly Meaning[]): boolean =>
  tokens.some(({ meaning }) => meanings.includes(meaning));

export const onlySays = ({ tokens }: Clause, ...meanings: readonly Meaning[]): boolean =>
  tokens.every(({ meaning }) => meanings.includes(meaning));

/** 不是没有意见；并非不参加: a negation beside an answer, outside its phrase. */
export const isNegated = (clause: Clause): boolean =>
  says(clause, 'not') && says(clause, ...answer, 'dissent', 'remark');
