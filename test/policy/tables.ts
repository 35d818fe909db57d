/** Tables that several policies' tests share: rules without a number, people's work, and whose reading a value is. */
import { expect, it } from 'vitest';
import { requires } from '../../core/policy/ask.ts';
import type { Duty } from '../../core/policy/duty.ts';
import { peoplesWorkOf } from '../../core/policy/measure.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { citedIn } from './cited.ts';

/** Each row: the clause's number in the table of clauses, what it says, the rule that the product holds, where it stands. */
export function asksFor(policy: Policy, rows: readonly (readonly [string, string, Duty, string])[]): void {
  it.each(rows)('%s %s', (_id, _says, duty, clause) => {
    expect(requires(policy, duty, policy.from)?.source).toMatchObject({ clause, basis: 'text' });
  });

  it('要求的规则就是上面这些，不多不少', () => {
    const asked = policy.duties.map(({ value }) => value);
    expect([...asked].sort()).toEqual(rows.map(([, , duty]) => duty).sort());
  });
}

/** Work that only people can do: listed with its clause and in both languages. */
export function listsPeoplesWork(policy: Policy, rows: readonly (readonly [string, string, string, string])[]): void {
  const listed = () => peoplesWorkOf(policy, policy.from);
  it.each(rows)('%s 列为人的工作：%s（%s）', (_id, zh, en, clause) => {
    const found = listed().find(({ value }) => value.zh === zh);
    expect(found).toMatchObject({ value: { zh, en }, source: { clause } });
  });

  it('人的工作没有别的', () => {
    expect(listed().map(({ value }) => value.zh)).toEqual(rows.map(([, zh]) => zh));
  });
}

/** Where the words leave a value open, it says that it is our reading; everywhere else the words say so. */
export function readsByItself(policy: Policy, paths: readonly string[]): void {
  it('只有这些地方是我们的理解，其余都是原文', () => {
    const own = citedIn(policy)
      .filter(({ cited }) => cited.basis === 'our-reading')
      .map(({ at }) => at);
    expect(own).toEqual(paths);
  });
}

/** A ruling as a pair that a test can write down: what it says and where. */
export const said = <T>(ruling: { readonly value: T; readonly source: { readonly clause: string } } | null) =>
  ruling === null ? null : ([ruling.value, ruling.source.clause] as const);
