/** Findings as cases: each with its subject, its tasks, who answers for it, what was done, and what is owed next. */
import { type ActKind, actKinds, type CaseAct } from '../../../core/follow-up/act.ts';
import { type Case, foldCase } from '../../../core/follow-up/case.ts';
import { demandsOf } from '../../../core/follow-up/demand.ts';
import { bookOfSource, outcomeId, visitId, visitNo } from '../../../core/outcome/key.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { type HeldFinding, heldFindings } from '../../../db/cases.ts';
import { type DossierEntry, dossiersOf } from '../../../db/dossier.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { type BookVisit, type OutcomeBook, outcomeBook } from '../outcome/book.ts';
import { entryOf } from '../outcome/entry.ts';
import { policyInForce } from '../registry/policy-in-force.ts';

export interface CaseHeld extends Case {
  readonly source: string;
  /** `source/number` */
  readonly visit: string;
  /** 检查编号 */
  readonly no: string;
  readonly item: { readonly code: string; readonly name: string };
  /** What was found, as entered; for the department and the office alone. */
  readonly entry: OutcomeEntry;
  /** Null where the visit stands no more. */
  readonly subject: { readonly key: string; readonly name: string } | null;
  readonly plan: string;
  /** `plan/number of the task` */
  readonly tasks: readonly string[];
}

export interface CaseFilter {
  /** As outcomes name it: `3`, `3.1`, `L3`. */
  readonly source?: string;
  readonly department?: string;
  /** `kind:number` */
  readonly subject?: string;
}

/** In the order of their visits. */
export async function casesOf(deps: Deps, filter: CaseFilter = {}): Promise<readonly CaseHeld[]> {
  const { db } = deps;
  const found = await heldFindings(db, filter);
  if (found.length === 0) return [];
  const today = dayOf(deps.now());
  const [policy, dossiers, sources] = await Promise.all([
    policyInForce(db, today),
    dossiersOf(db, 'case', found.map(outcomeId)),
    sourcesOf(deps, found),
  ]);
  const demands = demandsOf(policy, today);
  const cases = found.map((each): CaseHeld => {
    const id = outcomeId(each);
    const at = sources.get(each.source);
    const visit = at?.book.visits.get(each.visit);
    const entry = entryOf(each);
    const orders = entry.handling === 'order-correction' && entry.code !== 'corrected';
    const folded = foldCase(
      {
        id,
        department: each.department,
        code: entry.code,
        outcome: each.seq,
        opened: dayOf(each.opened),
        checkedOn: entry.checkedOn,
        wasOpen: each.wasOpen,
        person: each.person,
        degree: entry.degree ?? null,
        correctBy: orders ? entry.correctBy : null,
        isVoid: visit === undefined,
      },
      (dossiers.get(id) ?? []).flatMap(actIn),
      demands,
    );
    const body = visit?.bodies.find(({ department }) => department === each.department);
    return {
      ...folded,
      source: each.source,
      visit: visitId(each.source, each.visit),
      no: visit?.no ?? visitNo(bookOfSource(each.source), each.visit),
      item: { code: each.item, name: body?.items.find(({ code }) => code === each.item)?.name ?? each.item },
      entry,
      subject: visit === undefined ? null : { key: keyText(visit.subject), name: visit.subject.name },
      plan: at?.book.plan ?? '',
      tasks: visit === undefined || at === undefined ? [] : tasksOf(at, visit, each),
    };
  });
  return filter.subject === undefined ? cases : cases.filter(({ subject }) => subject?.key === filter.subject);
}

const isAct = (kind: string): kind is ActKind => actKinds.some((each) => each === kind);

/** Safe because each kind of act is written by its one verb, from the body that `core/follow-up/act.ts` gives it. */
function actIn({ kind, seq, at, actor, body }: DossierEntry): readonly CaseAct[] {
  if (!isAct(kind)) return [];
  const told = { seq, day: dayOf(at), actor };
  return [body === null ? { kind: 'erased', was: kind, ...told } : ({ kind, ...told, body } as unknown as CaseAct)];
}

interface SourceHeld {
  readonly book: OutcomeBook;
  readonly tasks: readonly TaskHeld[];
}
interface TaskHeld {
  readonly id: string;
  readonly name: string;
  readonly items: (department: string) => readonly string[];
}

/** Sources whose visits stand; one that was annulled or corrected has none. */
async function sourcesOf(deps: Deps, found: readonly HeldFinding[]): Promise<ReadonlyMap<string, SourceHeld>> {
  const names = [...new Set(found.map(({ source }) => source))];
  const all = names.map(async (source): Promise<readonly (readonly [string, SourceHeld])[]> => {
    const worked = await outcomeBook(deps, source.replace(/\.\d+$/, ''));
    if (!worked.ok || worked.value.source !== source) return [];
    const book = worked.value;
    const plan = await heldPlan(deps.db, book.plan);
    const tasks = (plan?.plan.tasks ?? []).map(
      ({ no, name, bodies }): TaskHeld => ({
        id: `${book.plan}/${no}`,
        name,
        items: (department) => bodies.flatMap((body) => (body.department === department ? body.items : [])),
      }),
    );
    return [[source, { book, tasks }]];
  });
  return new Map((await Promise.all(all)).flat());
}

/** Of the tasks in which the department goes to this door, those that ask for the item. */
function tasksOf(
  { tasks }: SourceHeld,
  visit: BookVisit,
  { department, item }: Pick<HeldFinding, 'department' | 'item'>,
): readonly string[] {
  const names = visit.bodies.flatMap((body) => (body.department === department ? body.tasks : []));
  return tasks
    .filter(({ name, items }) => names.includes(name) && items(department).includes(item))
    .map(({ id }) => id);
}
