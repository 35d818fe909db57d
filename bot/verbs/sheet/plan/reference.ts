/**
 * What checking a plan beside its cells needs: policy, lists and the register in counts, small enough to travel with a workbook. It names
 * no enterprise and no person, and tells a department of nobody's inspectors but its own.
 */
import type { Calendar, CivilDate } from '../../../../core/calendar.ts';
import { isWithoutLetter, yearOfNumber } from '../../../../core/consult/fact.ts';
import { type Cell, mergeCells } from '../../../../core/plan/cells.ts';
import { hasPart } from '../../../../core/plan/party.ts';
import type { Plan } from '../../../../core/plan/task.ts';
import { saysProfessional } from '../../../../core/plan/task-of-row.ts';
import { restOf, schemesOf } from '../../../../core/policy/ask.ts';
import type { Policy } from '../../../../core/policy/shape.ts';
import type { Item } from '../../../../core/registry/item.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BookRef } from '../../../../core/sheet/book.ts';
import type { PlanReference, Reference } from '../../../../core/sheet/check.ts';
import type { Db } from '../../../../db/database.ts';
import { readProfiles } from '../../../../db/subjects.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { dayOf } from '../../../today.ts';
import { authorise } from '../../act.ts';
import { usualDoor } from '../../consult/compile.ts';
import { standingConsultation } from '../../consult/held.ts';
import { planNumberOf } from '../../consult/sheet.ts';
import { concerned } from '../../plan/check-plan.ts';
import type { Consulted } from '../../plan/draft-plan.ts';
import {
  cellsAsHeld,
  expertsAsHeld,
  peopleAsHeld,
  type RegistryAsHeld,
  registryAsHeld,
  schemesFor,
} from '../../plan/registry-as-held.ts';
import { consulted, planWithPolicy, reasonsForPlan } from '../../plan/review-as-held.ts';
import { calendarInForce } from '../../registry/calendar-in-force.ts';
import { policyInForce } from '../../registry/policy-in-force.ts';
import { ownOf, withoutPersons } from '../known-departments.ts';

export async function planReference(deps: Deps, actor: Actor, ref: BookRef): Promise<Result<Reference, Refusal>> {
  const about = await subjectOf(deps, actor, ref);
  if (!about.ok) return about;
  const { no, year, policy, plan } = about.value;
  const { db } = deps;
  const today = dayOf(deps.now());
  const registry = await registryAsHeld(db);
  const own = ownOf(actor, registry.departments);
  // Which of its inspectors a later window still finds with a certificate is asked of the plan, where there is one.
  const lastDay = (plan?.tasks ?? []).reduce((last, { window }) => (window.to > last ? window.to : last), today);
  const { answers, filings, superiorDates }: Consulted =
    plan === null ? nothingSaid : ofOwn(await consulted(deps, plan), plan, own);
  const { tags, cells } = await register(db, registry, policy, plan, year, today);
  const reference: PlanReference = {
    no,
    registry: { tags, schemes: labelsOf(policy, year) },
    policy,
    calendar: around(await calendarInForce(db), year),
    cells,
    doorLimit: plan?.doorLimit ?? usualDoor,
    remarks: remarksHeld(plan, own),
    review: {
      items: registry.items.map(brief),
      itemList: registry.itemList,
      matters: registry.matters,
      rollDate: today,
      directories: [],
      people: peopleAsHeld(registry, lastDay).filter(({ department }) => own === null || department === own.code),
      experts: expertsAsHeld(registry.experts, lastDay),
      answers,
      filings,
      superiorDates,
      reasons: plan === null || own !== null ? [] : await reasonsForPlan(deps, plan),
    },
  };
  const departments = withoutPersons(registry.departments);
  return ok({ ref, today, year, own, departments, demand: [], plan: reference });
}

interface About {
  readonly no: string;
  readonly year: number;
  readonly policy: Policy;
  readonly plan: Plan | null;
}

/** The plan that a book is, or the year's plan to which a consultation leads; refused where the actor has no part in it. */
async function subjectOf(deps: Deps, actor: Actor, { book }: BookRef): Promise<Result<About, Refusal>> {
  const { db } = deps;
  const year = yearOfNumber(book);
  if (year === null) {
    const held = await planWithPolicy(deps, book);
    if (!held.ok) return held;
    const { plan, policy } = held.value;
    const allowed = authorise(actor, 'check-plan', concerned(plan, actor));
    return allowed.ok ? ok({ no: plan.no, year: plan.year, policy, plan }) : allowed;
  }
  const answers = authorise(actor, 'reply-to-consultation', { department: actor.department });
  if (!answers.ok && !may(actor, 'open-consultation').ok) return answers;
  const standing = isWithoutLetter(book) ? null : await standingConsultation(db, book);
  if (standing !== null && !standing.ok) return standing;
  const lastDay = `${year}-12-31`;
  const policy = await policyInForce(db, lastDay);
  if (policy === null) return refuse('plan', { reason: 'no-policy', on: lastDay });
  return ok({ no: planNumberOf(year), year, policy, plan: null });
}

const nothingSaid: Consulted = { answers: [], filings: [], superiorDates: [] };

/** What was said about tasks in which a department has no part is not its matter. */
function ofOwn(said: Consulted, { tasks }: Plan, own: Reference['own']): Consulted {
  if (own === null) return said;
  const mine = new Set(tasks.filter((task) => hasPart(own.code, task)).map(({ no }) => no));
  const isMine = ({ task }: { readonly task: string }) => mine.has(task);
  return {
    answers: said.answers.filter(isMine),
    filings: said.filings.filter(isMine),
    superiorDates: said.superiorDates.filter(isMine),
  };
}

/** A task may hold other words than a sheet may give it (an extra of the command line), which need not be mended to change its other cells. */
function remarksHeld(plan: Plan | null, own: Reference['own']): Readonly<Record<string, string>> {
  const seen = (plan?.tasks ?? []).filter((task) => own === null || hasPart(own.code, task));
  return Object.fromEntries(
    seen
      .filter(({ professional }) => professional !== '' && !saysProfessional(professional))
      .map(({ no, professional }) => [no, professional]),
  );
}

const labelsOf = (policy: Policy, year: number): PlanReference['registry']['schemes'] =>
  schemesOf(policy, `${year}-12-31`).map(({ value }) => ({
    id: value.id,
    labels: value.classes.map(({ label }) => label),
  }));

/** Windows and days of publication reach from the year before into the year after. */
const around = (calendar: Calendar, year: number): Calendar => ({
  ...calendar,
  notices: calendar.notices.filter((notice) => Math.abs(notice.year - year) <= 1),
});

/** Long texts of an item are asked for by nothing but their being there. */
const brief = (item: Item): Item => ({
  ...item,
  basis: mark(item.basis),
  content: '',
  points: item.points.length === 0 ? [] : [there],
  ratioText: '',
});
const there = '有';
const mark = (text: string): string => (text.trim() === '' ? '' : there);

interface Register {
  readonly tags: readonly string[];
  readonly cells: readonly Cell[];
}

/**
 * The register in counts. Rows of a plan name tags and no places, so that places are left out. It is counted once for a state of the
 * lists and a day, since every department of a county opens its workbook in the same week.
 */
async function register(
  db: Db,
  { state }: RegistryAsHeld,
  policy: Policy,
  plan: Plan | null,
  year: number,
  today: CivilDate,
): Promise<Register> {
  const schemes = schemesFor(policy, plan?.tasks ?? [], `${year}-12-31`);
  const key = JSON.stringify([state, schemes, policy.id, today]);
  const last = counted.get(db);
  if (last?.key === key) return last.register;
  const counting = countRegister(db, state, schemes, policy, today);
  counted.set(db, { key, register: counting });
  // What failed is tried anew.
  counting.catch(() => counted.delete(db));
  return counting;
}

const counted = new WeakMap<Db, { readonly key: string; readonly register: Promise<Register> }>();

async function countRegister(
  db: Db,
  state: RegistryAsHeld['state'],
  schemes: readonly string[],
  policy: Policy,
  today: CivilDate,
): Promise<Register> {
  const tags = [...new Set([...(await readProfiles(db)).values()].flatMap((profile) => profile.tags))].sort();
  const rest = (scheme: string) => restOf(policy, scheme, today)?.value ?? null;
  const cells = await cellsAsHeld(db, state, schemes, today, rest);
  return { tags, cells: mergeCells(cells, [{ tags, types: [], places: [] }]) };
}
