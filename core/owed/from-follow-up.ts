/**
 * Findings that wait for somebody: a correction to be looked at, a transfer to be signed for, a reminder whose time is over, and whatever
 * nobody has dealt with yet (甘州 二(二)2 后续处置率 100 %). Those of one step, day and debtor are one debt.
 */
import type { Calendar } from '../calendar.ts';
import type { Case, Step, StepKind } from '../follow-up/case.ts';
import type { Source } from '../policy/cited.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, type Rounds, together } from './rounds.ts';

/** What of a case tells who owes what. */
export type CaseOwing = Pick<Case, 'id' | 'department' | 'owed'> & { readonly no: string };

/** Working days that something without a day lies before it is reminded of. */
const patience: Readonly<Record<StepKind, number>> = {
  dispose: 3,
  'check-correction': 1,
  next: 1,
  guidance: 1,
  letter: 1,
  receive: 1,
  result: 10,
  refer: 1,
  'crime-answer': 10,
  list: 1,
  close: 3,
  explain: 3,
  repair: 5,
};

/** Working days before a correction is to be checked. */
const ahead = 3;

export function fromFollowUp(
  cases: readonly CaseOwing[],
  ruleOf: (step: StepKind) => Source | null,
  calendar: Calendar,
): readonly Owed[] {
  const owing = cases.flatMap((held) => held.owed.map((step) => ({ held, step })));
  const groups = Map.groupBy(owing, ({ step }) =>
    [step.kind, step.by, step.due ?? '-', step.due === null ? step.since : '-', step.transfer ?? '-'].join('/'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [debtOf(first.step, group, ruleOf(first.step.kind), calendar)];
  });
}

function debtOf(
  step: Step,
  group: readonly { readonly held: CaseOwing; readonly step: Step }[],
  rule: Source | null,
  calendar: Calendar,
): Owed {
  const { kind, due, transfer } = step;
  const by = `department:${step.by}` as const;
  const since = group.reduce((first, { step: each }) => (each.since < first ? each.since : first), step.since);
  const { rounds, unsure } = roundsOf({ ...step, since }, calendar);
  const [one] = group;
  const handed = kind === 'receive' || kind === 'result';
  const name = due === null ? [kind, since, ...(transfer === null ? [] : [transfer])] : [kind];
  return {
    key: keyOf('follow-up', name, by, due),
    matter: {
      kind: 'follow-up',
      step: kind,
      nos: [...new Set(group.map(({ held }) => held.no))],
      findings: group.length,
      transfer,
    },
    by,
    waits: handed && one !== undefined ? `department:${one.held.department}` : null,
    due,
    until: null,
    missing: [],
    unsure,
    rule,
    rounds,
  };
}

function roundsOf({ kind, due, since }: Step, calendar: Calendar): Rounds {
  if (due === null) return lying(calendar, since, patience[kind]);
  // Until the time that a reminder gave is over there is nothing to be done.
  if (kind === 'list') return over(calendar, due);
  return together(beforeDue(calendar, due, ahead, since), over(calendar, due));
}
