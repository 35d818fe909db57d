/** What departments owe about their findings, and where the policy says so. */
import type { Calendar, CivilDate } from '../../../core/calendar.ts';
import type { StepKind } from '../../../core/follow-up/case.ts';
import { fromFollowUp } from '../../../core/owed/from-follow-up.ts';
import { fromRepaired } from '../../../core/owed/from-notice.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { requires } from '../../../core/policy/ask.ts';
import type { Source } from '../../../core/policy/cited.ts';
import type { Duty } from '../../../core/policy/duty.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Deps } from '../../deps.ts';
import { casesOf } from '../follow-up/cases.ts';
import { repairedRows } from '../notice/repaired.ts';

export async function owedOfFollowUp(
  deps: Deps,
  policy: Policy | null,
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  const cases = await casesOf(deps);
  const repaired = Map.groupBy(await repairedRows(deps, cases), ({ book, department }) => `${book}\t${department}`);
  return [
    ...fromFollowUp(cases, (step) => ruleOf(policy, step, today), calendar),
    ...[...repaired.values()].flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const since = rows.reduce((earliest, row) => (row.since < earliest ? row.since : earliest), first.since);
      const { book, department } = first;
      return [fromRepaired({ book, department, count: rows.length, since }, ruleOf(policy, 'repair', today), calendar)];
    }),
  ];
}

/** The first of these that the policy asks for; the share that it wants followed up stands behind all of them. */
const dutiesOf: Readonly<Record<StepKind, readonly Duty[]>> = {
  dispose: ['finding-has-owner', 'finding-handled'],
  'check-correction': ['correction-followed', 'correct-and-repair'],
  next: ['correction-followed', 'finding-handled'],
  guidance: ['two-slips'],
  letter: ['notice-with-repair-letter'],
  receive: ['leads-transferred', 'transfer-to-competent'],
  result: ['link-both-ways', 'transfer-record', 'transfer-to-competent'],
  refer: ['crimes-transferred', 'no-fine-for-crime'],
  'crime-answer': ['crimes-transferred', 'no-fine-for-crime'],
  list: ['remind-before-abnormal-list'],
  close: ['finding-handled', 'finding-has-owner'],
  explain: ['who-inspects-enters'],
  repair: ['repair-online', 'correct-and-repair'],
};

function ruleOf(policy: Policy | null, step: StepKind, on: CivilDate): Source | null {
  if (policy === null) return null;
  for (const duty of dutiesOf[step]) {
    const asked = requires(policy, duty, on);
    if (asked !== null) return asked.source;
  }
  return policy.targets.find(({ value }) => value.figure === 'followed-up') ?? null;
}
