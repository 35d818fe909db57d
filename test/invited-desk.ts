/** A county under 甘州 with lists, people of several departments and the plan drafted: where invitations begin. */
import type { Actor } from '../bot/actor.ts';
import { person } from '../bot/practice/people.ts';
import type { Sample } from '../bot/practice/sample/sample.ts';
import { draftPlan } from '../bot/verbs/plan/draft-plan.ts';
import type { Task } from '../core/plan/task.ts';
import { deskWith, enrolAll, type Finished, people, type TestDesk, value } from './desk.ts';
import { listsIn } from './verbs/lists-desk.ts';
import { sample } from './verbs/make.ts';

export interface InvitedDesk extends TestDesk {
  readonly sample: Sample;
  readonly plan: string;
  /** The first task with two partners or more. */
  readonly task: Task;
  /** A liaison of every department, by its code. */
  readonly liaison: (department: string) => Actor;
}

export const contact = { person: '信用股联系人', phone: '0936-0000000', email: '' } as const;

/**
 * @param change of the tasks before they are drafted
 * @param finished is given what to do when the desk is no longer needed: after this test, unless told otherwise
 */
export async function invitedDesk(
  change: (tasks: readonly Task[]) => readonly Task[] = (tasks) => tasks,
  finished?: Finished,
): Promise<InvitedDesk> {
  const of = sample('ganzhou-2023');
  const codes = of.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);
  const liaisons = new Map(codes.map((code) => [code, person(`l-${code}`, `${code}联络员`, code, ['liaison'])]));
  const tasks = change(of.plan.tasks);
  const { no: plan, year, doorLimit } = of.plan;
  const leads = [...new Set(tasks.map(({ lead }) => lead))];
  const desk = await deskWith(
    `invited ${JSON.stringify(tasks)}`,
    async (desk) => {
      await enrolAll(desk, [...Object.values(people), ...liaisons.values()]);
      await listsIn(desk, of);
      value(
        await draftPlan(desk, people.office, {
          no: plan,
          year,
          doorLimit,
          rows: tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task })),
          replies: leads.map((id) => ({ id, department: id, at: `${of.plan.draftedOn}T09:00` })),
        }),
      );
    },
    `${of.plan.draftedOn}T01:00:00.000Z`,
    finished,
  );
  const task = tasks.find(({ partners }) => partners.length > 1);
  if (task === undefined) throw new Error('no joint task in the sample');
  const liaison = (department: string): Actor => {
    const found = liaisons.get(department);
    if (found === undefined) throw new Error(`no liaison of ${department}`);
    return found;
  };
  return { ...desk, sample: of, plan, task, liaison };
}
