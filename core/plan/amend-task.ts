/**
 * A task that stands, changed in some cells of its row: each cell alters what it says and nothing else. What no sheet can say (officers,
 * needs, experts, numbers outside, reasons) stays with the task, and a cell that was not touched is never read back.
 */
import { ok, type Result } from '../result.ts';
import type { PlanRow } from '../sheet/plan-tasks.ts';
import type { Task, TaskBody } from './task.ts';
import { type RowDefaults, type RowDoubts, type RowRefusal, type RowRegistry, taskOfRow } from './task-of-row.ts';

/** The row of a task before and after, and the names of the fields in which they differ. */
export interface RowAmendment {
  readonly before: PlanRow;
  readonly after: PlanRow;
  readonly fields: ReadonlySet<string>;
}

export interface AmendedTask {
  readonly task: Task;
  readonly doubts: RowDoubts;
}

export function amendTask(
  task: Task,
  { before, after, fields }: RowAmendment,
  registry: RowRegistry,
): Result<AmendedTask, RowRefusal> {
  const read = (row: PlanRow, ownScheme: boolean) =>
    taskOfRow(row, task.no, registryFor(task, registry), rulesOf(task, ownScheme));
  const whole = read(after, !fields.has('ratio'));
  if (!whole.ok) return whole;
  const now = whole.value.task;
  const has = (...names: readonly string[]) => names.some((name) => fields.has(name));
  const bodies = has('items', 'lead', 'partners') ? bodiesAfter(task, { before, after }, registry) : null;
  const isSpecial = (name: string) => name.includes('专项');
  const subjects = has('subjects') ? read({ ...after, field: '' }, !fields.has('ratio')) : null;
  const amended: Task = {
    ...task,
    ...(has('name') && { name: now.name }),
    ...(has('name') && isSpecial(before.name) !== isSpecial(after.name) && { kind: now.kind }),
    ...(has('directed') && { directed: now.directed }),
    ...(has('lead', 'partners') && { lead: now.lead, partners: now.partners, reach: now.reach }),
    ...(bodies !== null && { bodies: bodies.bodies }),
    ...(has('section') && { section: now.section }),
    ...(has('responsible') && { responsible: now.responsible }),
    ...(subjects?.ok && { frame: { ...task.frame, tags: subjects.value.task.frame.tags } }),
    ...(has('remark') && { professional: now.professional }),
    ...(has('ratio') && { scheme: now.scheme, quota: countedAs(now.quota, task.quota) }),
    ...(has('frequency') && { drawsPerYear: now.drawsPerYear }),
    ...(has('window') && windowAfter(task, now)),
    ...(has('methods') && { method: now.method }),
    ...(has('field', 'basis') && { ground: now.ground }),
  };
  const unknownSubjects = subjects?.ok ? subjects.value.doubts.unknownSubjects : null;
  return ok({ task: amended, doubts: { unlistedItems: bodies?.unlisted ?? [], unknownSubjects } });
}

/** An untouched ratio keeps the task's own scheme; for another one it is only the first to be tried. */
const rulesOf = (task: Task, ownScheme: boolean): RowDefaults => ({
  publishWithin: task.publishWithin,
  ...(ownScheme && { scheme: task.scheme }),
});

const registryFor = (task: Task, registry: RowRegistry): RowRegistry => ({
  ...registry,
  schemes: [...registry.schemes].sort((a, b) => Number(b.id === task.scheme) - Number(a.id === task.scheme)),
});

/** A ratio counts over what it counted over before. */
const countedAs = (now: Task['quota'], before: Task['quota']): Task['quota'] =>
  now.kind === 'tiers' && before.kind === 'tiers' ? { ...now, denominator: before.denominator } : now;

/** A task that was due when its window ended still is. */
const windowAfter = (task: Task, { window }: Task): Pick<Task, 'window' | 'due'> => ({
  window,
  due: task.due === task.window.to ? window.to : task.due,
});

interface Bodies {
  readonly bodies: readonly TaskBody[];
  readonly unlisted: readonly string[];
}

/** Lines of items that stay keep their codes where they are; only new lines are looked up, and a department that joins brings its own. */
function bodiesAfter(task: Task, { before, after }: Omit<RowAmendment, 'fields'>, registry: RowRegistry): Bodies {
  const parties = [after.lead, ...after.partners];
  const lines = [...after.items];
  const added: string[] = [];
  const kept = new Map<string, string[]>();
  let place = 0;
  for (const { department, items } of task.bodies) {
    const own: string[] = [];
    for (const code of items) {
      const line = before.items[place] ?? code;
      place += 1;
      const at = lines.indexOf(line);
      if (at < 0) continue;
      lines.splice(at, 1);
      if (parties.includes(department)) own.push(code);
      else added.push(line);
    }
    kept.set(department, own);
  }
  const lookUp = (items: readonly string[]) =>
    taskOfRow({ ...after, items, partnerItems: '' }, task.no, registry, rulesOf(task, true));
  const fresh = lookUp([...added, ...lines]);
  const all = lookUp(after.items);
  const standing = new Set([...[...kept.values()].flat(), ...before.items]);
  const bodies = parties.flatMap((department): TaskBody[] => {
    const stood = task.bodies.find((body) => body.department === department);
    const wasParty = task.lead === department || task.partners.includes(department);
    const found = wasParty
      ? itemsFor(department, fresh)
      : itemsFor(department, all).filter((code) => !standing.has(code));
    const items = [...new Set([...(kept.get(department) ?? []), ...found])];
    if (items.length === 0 && department !== after.lead && (stood?.items.length ?? -1) !== 0) return [];
    return [{ needs: [], officers: 2, ...stood, department, items }];
  });
  return { bodies, unlisted: fresh.ok ? fresh.value.doubts.unlistedItems : [] };
}

const itemsFor = (department: string, read: ReturnType<typeof taskOfRow>): readonly string[] =>
  read.ok ? (read.value.task.bodies.find((body) => body.department === department)?.items ?? []) : [];
