/** 会商函 from the lead's side: it fills what the plan does not say and sends; a partner's own items are taken into the plan. */
import { addWorkingDays } from '../../../core/calendar.ts';
import { answersOn, toInvite } from '../../../core/consult/invitation.ts';
import type { Words } from '../../../core/words.ts';
import { heldPlan } from '../../../db/plans.ts';
import { type Form, one } from '../../message/form.ts';
import { planTask, readNumber, readPlanTask } from '../../post/say/invite/about.ts';
import { may } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { adoptItems } from '../../verbs/invite/adopt-items.ts';
import { invitationAnswersIn, invitationsIn } from '../../verbs/invite/recorded.ts';
import { requirementsMost, sendInvitation } from '../../verbs/invite/send-invitation.ts';
import { calendarInForce } from '../../verbs/registry/calendar-in-force.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { filled, noForm, refused, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf } from './fields.ts';

/** Working days that partners usually get to answer; whoever sends changes it. */
const usualDays = 5;

/** About `planTask(plan, task)`. */
export const letterForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { plan: planNo, task: taskNo } = readPlanTask(about);
    const held = await heldPlan(deps.db, planNo);
    if (held === null) return noForm({ stage: 'plan', why: { reason: 'no-plan', plan: planNo } });
    const joint = held.plan.tasks.filter(({ partners }) => partners.length > 0).map(({ no }) => no);
    const task = held.plan.tasks.find(({ no }) => no === taskNo);
    if (task === undefined)
      return noForm({ stage: 'invite', why: { reason: 'no-such-task', plan: planNo, task: taskNo, joint } });
    const allowed = authorise(actor, 'send-invitation', { department: task.lead });
    if (!allowed.ok) return noForm(allowed.error);
    const nameOf = await departmentNames(deps.db);
    const day = addWorkingDays(await calendarInForce(deps.db), dayOf(deps.now()), usualDays).date;
    const to = task.partners.map(nameOf);
    const form: Form = {
      id: 'invite-partners',
      about,
      title: { zh: '发会商函', en: 'Invite the partners' },
      submit: { zh: '发出', en: 'Send' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: `任务 ${task.no} ${task.name}，发给：${to.join('、')}。任务详情和各单位分工按计划自动写入函件。`,
            en: `Task ${task.no} ${task.name}, to ${to.join(', ')}. Details and duties are taken from the plan.`,
          },
        },
      ],
      fields: [
        { kind: 'date', id: 'day', label: { zh: '答复期限', en: 'Answer by' }, initial: day },
        {
          kind: 'text',
          id: 'requirements',
          label: { zh: '工作要求', en: 'Requirements' },
          lines: 'many',
          optional: true,
          atMost: requirementsMost,
        },
        { kind: 'text', id: 'person', label: { zh: '联系人', en: 'Contact' }, initial: actor.name, atMost: 60 },
        { kind: 'text', id: 'phone', label: { zh: '电话', en: 'Telephone' }, optional: true, atMost: 60 },
        { kind: 'text', id: 'email', label: { zh: '邮箱', en: 'E-mail' }, optional: true, atMost: 100 },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await sendInvitation(deps, actor, {
        ...readPlanTask(about),
        contact: { person: one(values, 'person'), phone: one(values, 'phone'), email: one(values, 'email') },
        requirements: one(values, 'requirements'),
        answerBy: one(values, 'day'),
      }),
      fieldOf,
      ({ no, partners }) => ({
        zh: `会商函第 ${no} 号已发往 ${partners.length} 个配合部门，函件随附。`,
        en: `Invitation ${no} went to ${partners.length} partners, its paper with it.`,
      }),
    ),
};

/** The items that a partner named become its items in the plan. */
export async function adopt({ deps, actor }: Asked, about: string): Promise<Answer> {
  const { no, word } = readNumber(about);
  return told(await adoptItems(deps, actor, { invitation: no, partner: word }), (plan) => ({
    zh: `已按答复调整，计划 ${plan.no} 现为第 ${plan.version} 版草案。`,
    en: `Taken in: plan ${plan.no} is draft version ${plan.version} now.`,
  }));
}

/** Characters of a task's number on a button: the end tells tasks apart. */
const numberMost = 24;

/** Buttons that fit in one message. */
const buttonsMost = 20;

/** The joint tasks of a plan: who has answered, who is still to be written to. */
export async function list({ deps, actor }: Asked, planNo: string): Promise<Answer> {
  const held = await heldPlan(deps.db, planNo);
  if (held === null) return refused({ stage: 'plan', why: { reason: 'no-plan', plan: planNo } });
  const { plan } = held;
  const joint = plan.tasks.filter(({ partners }) => partners.length > 0);
  const sent = await invitationsIn(deps.db);
  const answers = answersOn(plan, [], sent, await invitationAnswersIn(deps.db));
  const nameOf = await departmentNames(deps.db);
  const rows = joint.map((task) => {
    const own = answers.filter((each) => each.task === task.no);
    const open = toInvite(task, plan.no, sent);
    return { task, open, joins: own.filter(({ answer }) => answer === 'joins').length, answered: own.length };
  });
  const mine = rows.filter(
    ({ task, open }) => open.length > 0 && may(actor, 'send-invitation', { department: task.lead }).ok,
  );
  const summary: Words =
    joint.length === 0
      ? { zh: `计划 ${plan.no} 没有联合任务，不需要会商。`, en: `Plan ${plan.no} has no joint tasks.` }
      : {
          zh: `计划 ${plan.no} 有联合任务 ${joint.length} 项，可由您发函的 ${mine.length} 项。`,
          en: `Plan ${plan.no} has ${joint.length} joint tasks; ${mine.length} letters are yours to send.`,
        };
  return {
    kind: 'say',
    message: {
      summary,
      parts: [
        { kind: 'text', words: summary },
        ...(joint.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                items: rows.slice(0, 40).map(({ task, open, joins, answered }) => ({
                  zh: `${task.no} ${task.name}：配合部门 ${task.partners.length} 个，已答复 ${answered} 个，参加 ${joins} 个${open.length === 0 ? '' : `；未发函：${open.map(nameOf).join('、')}`}`,
                  en: `${task.no} ${task.name}: ${task.partners.length} partners, ${answered} answered, ${joins} join${open.length === 0 ? '' : `; no letter yet: ${open.map(nameOf).join(', ')}`}`,
                })),
              },
            ]),
        ...(mine.length === 0
          ? []
          : [
              {
                kind: 'choices' as const,
                choices: mine.slice(0, buttonsMost).map(({ task }) => ({
                  id: 'invite-partners',
                  about: planTask(plan.no, task.no),
                  label: { zh: `发函 ${task.no.slice(-numberMost)}`, en: `Invite ${task.no.slice(-numberMost)}` },
                  spoken: { zh: `就任务 ${task.no} 发会商函`, en: `Invite the partners of task ${task.no}` },
                })),
              },
            ]),
      ],
    },
  };
}
