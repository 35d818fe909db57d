/**
 * 人员: who may be an inspecting body at all, two officers from each, and whether there are enough of them. Numbers only; the
 * persons are drawn later.
 */
import { officeBarred, officersPerBody } from '../../policy/ask.ts';
import type { Task, TaskBody } from '../task.ts';
import { type Desk, inPlan, inTask, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';

export const checkPeople = (desk: Desk): readonly Finding[] => [
  ...desk.tasks.flatMap((task) => task.bodies.flatMap((body) => bodyOf(desk, task, body))),
  ...capacities(desk),
  ...desk.tasks.flatMap((task) => expertsOf(desk, task)),
];

function bodyOf(desk: Desk, task: Task, body: TaskBody): readonly Finding[] {
  const { departmentOf, policy, on } = desk;
  const { department } = body;
  const known = departmentOf.get(department);
  if (known === undefined) return [inTask(task, 'refused', null, { kind: 'unknown-department', department })];
  if (known.kind === 'office')
    return [inTask(task, 'refused', officeBarred(policy, on), { kind: 'office-inspects', department })];
  // Sections, stations and townships have no power of their own; the body that they belong to has it.
  if (!known.enforces || known.kind === 'section' || known.kind === 'township')
    return [inTask(task, 'refused', officersPerBody(on)?.source ?? null, { kind: 'no-power', department })];
  return [...officers(desk, task, body), ...holders(desk, task, body, known.sharedPool)];
}

function officers({ on }: Desk, task: Task, { department, officers: given }: TaskBody): readonly Finding[] {
  const rule = officersPerBody(on);
  return rule === null || given >= rule.value.atLeast
    ? []
    : [
        inTask(task, weightOf(rule.source), rule.source, {
          kind: 'too-few-officers',
          department,
          officers: given,
          atLeast: rule.value.atLeast,
        }),
      ];
}

/** Enough certificates for the officers of one door and a substitute, and a holder for each field that a post asks for. */
function holders(desk: Desk, task: Task, body: TaskBody, pool: string): readonly Finding[] {
  const people = desk.people.find(({ department }) => department === body.department);
  const { department } = body;
  const have = people?.certified ?? 0;
  const found: Finding[] = [];
  if (have < body.officers)
    found.push(
      inTask(task, 'refused', null, { kind: 'inspectors-short', department, have, need: body.officers, pool }),
    );
  for (const field of body.needs)
    if ((people?.byField[field] ?? 0) === 0)
      found.push(inTask(task, 'refused', null, { kind: 'no-holder', department, field }));
  return found;
}

/** Posts that each ceremony is expected to ask of a department, against what its inspectors take in one. */
function capacities(desk: Desk): readonly Finding[] {
  const { reaches, proposal, cells, people } = desk;
  return people.flatMap(({ department, capacity }) => {
    const posts = proposal.ceremonies.map(({ groups }) =>
      groups.reduce((sum, group) => {
        const most = new Map<number, number>();
        let officersAtDoor = 0;
        for (const place of group) {
          const reach = reaches[place];
          const body = reach?.task.bodies.find((each) => each.department === department);
          if (reach === undefined || body === undefined) continue;
          officersAtDoor = Math.max(officersAtDoor, body.officers);
          reach.cells.forEach((cell, i) => {
            most.set(cell, Math.max(most.get(cell) ?? 0, reach.chances[i] ?? 0));
          });
        }
        const doors = [...most].reduce((total, [cell, chance]) => total + chance * (cells[cell]?.count ?? 0), 0);
        return sum + doors * officersAtDoor;
      }, 0),
    );
    const busiest = Math.round(Math.max(0, ...posts));
    return busiest <= capacity
      ? []
      : [inPlan(desk, 'in-principle', null, { kind: 'capacity-short', department, posts: busiest, capacity })];
  });
}

function expertsOf({ experts }: Desk, task: Task): readonly Finding[] {
  return task.experts.flatMap(({ field, number }) => {
    const have = experts.find((each) => each.field === field)?.number ?? 0;
    return have >= number ? [] : [inTask(task, 'refused', null, { kind: 'experts-short', field, have, need: number })];
  });
}
