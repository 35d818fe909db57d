/** The life of a plan in any order of acts, against a model of six lines: reviewed by another person before it is issued, public only then. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { changeTask } from '../../bot/verbs/plan/change-task.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { returnPlan } from '../../bot/verbs/plan/return-plan.ts';
import { submitPlan } from '../../bot/verbs/plan/submit-plan.ts';
import type { Plan } from '../../core/plan/task.ts';
import type { Result } from '../../core/result.ts';
import { factsOf } from '../../db/ledger.ts';
import { heldPlan } from '../../db/plans.ts';
import { hands, type PlannedDesk, plannedDesk, publication } from '../drawn-desk.ts';

interface Model {
  state: Plan['state'];
  version: number;
  issued: number;
  /** The day on which the first task's window ends, once it was changed. */
  until: string;
}

type Step = fc.AsyncCommand<Model, PlannedDesk>;

/** One act: where it may be done, and what it makes of the plan; anywhere else it is refused or changes nothing. */
const step = (
  name: string,
  act: (desk: PlannedDesk, model: Readonly<Model>) => Promise<Result<unknown, unknown>>,
  from: readonly Plan['state'][],
  to: (model: Model) => void,
  differs: (model: Readonly<Model>) => boolean = () => true,
): Step => ({
  check: () => true,
  toString: () => name,
  run: async (model, desk) => {
    const allowed = from.includes(model.state) && differs(model);
    const done = await act(desk, model);
    if (allowed) {
      expect(done).toMatchObject({ ok: true });
      to(model);
    }
    const { plan } = (await heldPlan(desk.db, desk.plan)) ?? { plan: null };
    expect([name, plan?.state, plan?.version]).toEqual([name, model.state, model.version]);
    expect((await factsOf(desk.db, 'plan-issued')).length).toBe(model.issued);
  },
});

const days = ['2025-08-20', '2025-08-21', '2025-08-22'] as const;

/** Another window, and the reasons that the office gave before for what binds only 原则上. */
const change = (day: string): Step =>
  step(
    `change to ${day}`,
    async (desk, { version }) => {
      const [task = ''] = desk.tasks;
      const set = { kind: 'set', ratio: '', from: '', to: day } as const;
      const changed = await changeTask(desk, hands.drafter, {
        plan: desk.plan,
        version,
        task,
        change: set,
        reason: '调整检查实施期',
      });
      for (const { finding, words } of desk.sample.reasons)
        await keepFinding(desk, hands.drafter, { plan: desk.plan, task: null, finding, words });
      return changed;
    },
    ['draft', 'reviewing', 'approved', 'issued', 'published'],
    (model) => {
      model.state = 'draft';
      model.version += 1;
      model.until = day;
    },
    ({ until }) => until !== day,
  );

const steps = [
  fc.constantFrom(...days).map(change),
  fc.constant(
    step(
      'check',
      (desk) => checkPlan(desk, hands.drafter, desk.plan),
      [],
      () => {},
    ),
  ),
  fc.constant(
    step(
      'submit',
      (desk) => submitPlan(desk, hands.drafter, desk.plan),
      ['draft', 'reviewing'],
      (model) => {
        model.state = 'reviewing';
      },
    ),
  ),
  // Whoever drafted it reviews nothing, in whatever state it is.
  fc.constant(
    step(
      'approve one’s own',
      (desk) => approvePlan(desk, hands.drafter, { plan: desk.plan }),
      [],
      () => {},
    ),
  ),
  fc.constant(
    step(
      'approve',
      (desk) => approvePlan(desk, hands.reviewer, { plan: desk.plan }),
      ['draft', 'reviewing'],
      (model) => {
        model.state = 'approved';
      },
    ),
  ),
  fc.integer({ min: 1, max: 1_000_000 }).map((n) =>
    step(
      'return',
      (desk) => returnPlan(desk, hands.reviewer, { plan: desk.plan, words: `请核对第 ${n} 处` }),
      ['draft', 'reviewing', 'approved'],
      (model) => {
        model.state = 'draft';
        model.version += 1;
      },
    ),
  ),
  fc.constant(
    step(
      'issue',
      (desk) => issuePlan(desk, hands.drafter, desk.plan),
      ['approved'],
      (model) => {
        model.state = 'issued';
        model.issued += 1;
      },
    ),
  ),
  fc.constant(
    step(
      'publish',
      (desk) => publishPlan(desk, hands.drafter, { ...publication(desk.plan), on: '2025-06-26' }),
      ['issued', 'published'],
      (model) => {
        model.state = 'published';
      },
    ),
  ),
];

it('S0-08, S1-14: in whatever order people act, a plan is issued only after another person’s review, and every change is a version that is reviewed anew', async () => {
  const cleaning: (() => void)[] = [];
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 9 }), async (commands) => {
      const desk = await plannedDesk(undefined, (cleanUp) => cleaning.push(cleanUp));
      const held = await heldPlan(desk.db, desk.plan);
      const model: Model = { state: 'published', version: held?.plan.version ?? 0, issued: 1, until: '' };
      await fc.asyncModelRun(() => ({ model, real: desk }), commands);
    }),
    { numRuns: 10 },
  );
  for (const cleanUp of cleaning.toReversed()) cleanUp();
}, 60_000);
