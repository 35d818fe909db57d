/**
 * 联合: joint as the rule and alone as the exception, classes that are only checked jointly, one lead who is the right one,
 * partners who answered, no campaign where a task already reaches, local tasks fitted to those from above, the door's limit.
 */
import { jointOnly, requires } from '../../policy/ask.ts';
import { deadlineOf } from '../../policy/due.ts';
import { national, nationalOn } from '../../policy/national.ts';
import type { TaskReach } from '../cells.ts';
import { departmentsOf, MUCH_THE_SAME } from '../overlap.ts';
import type { Task } from '../task.ts';
import { classesMet, type Desk, inTask, itemsOf, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';

export const checkJoint = (desk: Desk): readonly Finding[] => [
  ...desk.reaches.flatMap((reach) => [
    ...reachNamed(reach.task),
    ...alone(desk, reach.task),
    ...onlyJointly(desk, reach),
    ...lead(desk, reach.task),
    ...byMatter(desk, reach.task),
    ...answers(desk, reach.task),
  ]),
  ...overlapping(desk),
  ...door(desk),
];

function reachNamed(task: Task): readonly Finding[] {
  const departments = departmentsOf(task);
  if (task.reach === 'joint' && departments.length < 2)
    return [inTask(task, 'refused', null, { kind: 'joint-alone', departments })];
  return task.reach === 'department' && departments.length > 1
    ? [inTask(task, 'refused', null, { kind: 'department-with-others', departments })]
    : [];
}

/** Others that hold items on the same subjects: by the responsibility list, or by the subjects that the item list names. */
function alone(desk: Desk, task: Task): readonly Finding[] {
  if (task.reach === 'joint' || task.kind === 'special') return [];
  const { policy, on, items, matters, itemOf } = desk;
  const rule = requires(policy, 'joint-is-rule', on) ?? requires(policy, 'several-go-together', on);
  if (rule === null) return [];
  const own = new Set(departmentsOf(task));
  const codes = itemsOf(task);
  const subjects = new Set(codes.flatMap((code) => itemOf.get(code)?.subjects ?? []));
  const joined = new Set(
    matters.filter((matter) => matter.items.some((code) => codes.includes(code))).flatMap((m) => m.items),
  );
  const others = items
    .filter(({ code, body, subjects: whom, repealedFrom }) => {
      const same = joined.has(code) || (whom.trim() !== '' && subjects.has(whom));
      return same && !own.has(body) && !codes.includes(code) && repealedFrom === null;
    })
    .map(({ code, body }) => ({ department: body, item: code }));
  return others.length === 0 ? [] : [inTask(task, 'in-principle', rule.source, { kind: 'alone', others })];
}

function onlyJointly(desk: Desk, reach: TaskReach): readonly Finding[] {
  const { policy, on } = desk;
  const { task } = reach;
  if (task.reach === 'joint') return [];
  return classesMet(desk, reach).flatMap((ref) => {
    const rule = jointOnly(policy, ref, on);
    return rule === null ? [] : [inTask(task, weightOf(rule.source), rule.source, { kind: 'only-jointly', ...ref })];
  });
}

/** Exactly one lead, which is competent for an item or approves it (谁审批、谁监管，谁主管、谁监管). */
function lead({ policy, on, departmentOf, itemOf }: Desk, task: Task): readonly Finding[] {
  const one = requires(policy, 'one-lead', on)?.source ?? null;
  if (!departmentOf.has(task.lead) || task.partners.includes(task.lead))
    return [inTask(task, 'refused', one, { kind: 'lead-not-one', lead: task.lead })];
  const rule = requires(policy, 'approver-supervises', on) ?? requires(policy, 'competent-leads', on);
  const competent = [
    ...new Set(itemsOf(task).flatMap((code) => [itemOf.get(code)?.competent ?? '', itemOf.get(code)?.approving ?? ''])),
  ].filter((code) => code !== '');
  return rule === null || competent.length === 0 || competent.includes(task.lead)
    ? []
    : [inTask(task, 'in-principle', rule.source, { kind: 'lead-not-competent', lead: task.lead, competent })];
}

/** 福安 二(三)3: lead and partners equal the row of the responsibility list. */
function byMatter({ policy, on, matters }: Desk, task: Task): readonly Finding[] {
  const rule = requires(policy, 'lead-by-joint-list', on);
  if (rule === null || task.reach !== 'joint') return [];
  const codes = itemsOf(task);
  const held = (items: readonly string[]) => items.filter((code) => codes.includes(code)).length;
  const row = [...matters].sort((a, b) => held(b.items) - held(a.items) || (a.code < b.code ? -1 : 1))[0];
  if (row === undefined || held(row.items) === 0) return [];
  const found: Finding[] = [];
  if (row.lead !== task.lead) {
    const fault = { kind: 'lead-not-of-matter', lead: task.lead, expected: row.lead, matter: row.code } as const;
    found.push(inTask(task, 'in-principle', rule.source, fault));
  }
  const sorted = (codes: readonly string[]) => [...codes].sort();
  const [partners, expected] = [sorted(task.partners), sorted(row.partners)];
  if (partners.join() !== expected.join()) {
    const fault = { kind: 'partners-not-of-matter', partners, expected, matter: row.code } as const;
    found.push(inTask(task, 'in-principle', rule.source, fault));
  }
  return found;
}

/** 甘州 二(一)2: partners are consulted before the plan is published; elsewhere a silent partner is only named. */
function answers({ policy, on, answers: given }: Desk, task: Task): readonly Finding[] {
  const rule = deadlineOf(policy, 'consult-partners', on);
  const source = rule?.source ?? requires(policy, 'answer-invitations', on)?.source ?? null;
  return task.partners.flatMap((partner) => {
    const answer = given.find((each) => each.task === task.no && each.partner === partner)?.answer;
    if (answer === 'joins') return [];
    const kind = answer === undefined ? 'partner-silent' : 'partner-refused';
    const weight = rule === null ? 'notice' : weightOf(rule.source, rule.value.binding);
    return [inTask(task, weight, source, { kind, partner })];
  });
}

function overlapping({ policy, on, taskOf, overlaps }: Desk): readonly Finding[] {
  const campaign = requires(policy, 'no-separate-campaign', on);
  const superior = requires(policy, 'fit-superior-plans', on);
  const merge =
    requires(policy, 'merge-tasks', on) ??
    requires(policy, 'same-subjects-joined', on) ??
    requires(policy, 'overlaps-found', on) ??
    nationalOn(national.mergeOnOneSubject, on);
  return overlaps.flatMap(({ tasks: [first, second], common, shareBp }) => {
    const [a, b] = [taskOf.get(first), taskOf.get(second)];
    if (a === undefined || b === undefined) return [];
    if ((a.kind === 'special') !== (b.kind === 'special')) {
      const [special, planned] = a.kind === 'special' ? [a, b] : [b, a];
      return campaign === null
        ? []
        : [
            inTask(special, 'in-principle', campaign.source, {
              kind: 'campaign-over-plan',
              planned: planned.no,
              common,
            }),
          ];
    }
    if (shareBp < MUCH_THE_SAME) return [];
    if ((a.origin === 'own') !== (b.origin === 'own')) {
      const [local, above] = a.origin === 'own' ? [a, b] : [b, a];
      const fault = { kind: 'overlaps-superior', other: above.no, shareBp, common } as const;
      return superior === null ? [] : [inTask(local, 'in-principle', superior.source, fault)];
    }
    const [ofA, ofB] = [departmentsOf(a), departmentsOf(b)];
    const apart = ofA.some((code) => !ofB.includes(code)) || ofB.some((code) => !ofA.includes(code));
    return merge === null || !(apart || a.section !== b.section)
      ? []
      : [inTask(b, 'notice', merge.source, { kind: 'could-be-joined', other: a.no, shareBp, common })];
  });
}

/** A task that alone brings more to one door than the plan's own limit. */
function door({ plan, tasks, proposal }: Desk): readonly Finding[] {
  return tasks
    .filter(({ no }) => proposal.overDoor.includes(no))
    .map((task) => {
      const departments = new Set(task.bodies.map(({ department }) => department)).size;
      const officers = task.bodies.reduce((sum, body) => sum + body.officers, 0);
      return inTask(task, 'refused', null, { kind: 'door-crowded', departments, officers, limit: plan.doorLimit });
    });
}
