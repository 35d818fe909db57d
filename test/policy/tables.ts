/** Tables that several policies' tests share: rules without a number, people's work, and whose reading a value is. */
import { expect, it } from 'vitest';
import { leaveToVisit, requires } from '../../core/policy/ask.ts';
import { ruling } from '../../core/policy/cited.ts';
import type { Duty } from '../../core/policy/duty.ts';
import type { Ground, Policy } from '../../core/policy/shape.ts';
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
  const listed = () => policy.peoplesWork.map((each) => ruling(each, policy.from));
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

/** Class A is visited undrawn only on a recorded ground, whichever it is; drawn, it is visited freely. */
export function leavesInPeace(policy: Policy, id: string, clause: string): void {
  it(`${id} 无事不扰：未抽中的 A 类企业只有记录了原因才能检查`, () => {
    const date = policy.from;
    const of = { scheme: 'credit', label: 'A' };
    const every: readonly Ground[] = [
      'complaint',
      'assigned',
      'transferred',
      'safety',
      'environment',
      'fire',
      'occupational-health',
      'emergency',
      'other',
    ];
    expect(policy.exceptions.map(({ value }) => value)).toEqual([
      { covers: { kind: 'class', ...of }, grounds: every, receivers: [] },
    ]);
    expect(leaveToVisit(policy, { of, date, drawn: true, ground: null })).toEqual({ kind: 'free' });
    const unreasoned = leaveToVisit(policy, { of, date, drawn: false, ground: null });
    expect(unreasoned).toMatchObject({ kind: 'ground-needed', grounds: every, source: { clause } });
    for (const ground of every)
      expect(leaveToVisit(policy, { of, date, drawn: false, ground })).toMatchObject({
        kind: 'with-filing',
        ground,
        receivers: [],
      });
    const other = { scheme: 'credit', label: 'C' };
    expect(leaveToVisit(policy, { of: other, date, drawn: false, ground: null })).toEqual({ kind: 'free' });
  });
}

/** A ruling as a pair that a test can write down: what it says and where. */
export const said = <T>(ruling: { readonly value: T; readonly source: { readonly clause: string } } | null) =>
  ruling === null ? null : ([ruling.value, ruling.source.clause] as const);
