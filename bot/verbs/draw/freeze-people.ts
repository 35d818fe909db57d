/**
 * A people-only ceremony: visits are known, posts are to be filled. It serves posts that a draw left open, and visits whose subjects
 * another platform has drawn (石狮 2024 三(三)). The same locks, the same witnesses, the same record.
 */
import { addDays } from '../../../core/calendar.ts';
import { compileOfficers, compileTasks } from '../../../core/draw/compile.ts';
import { exclusions, framing, marksOf } from '../../../core/draw/frame.ts';
import type { Barred, GivenVisit, Manifest, ManifestOfficer, PostAsked } from '../../../core/draw/manifest.ts';
import { compareBytes } from '../../../core/draw/order.ts';
import { compareOutside, type MarkLookup, type OutsideDifference } from '../../../core/draw/outside.ts';
import { postsFor } from '../../../core/draw/posts.ts';
import { PROTOCOL, tag } from '../../../core/draw/protocol.ts';
import { type RosterRow, rosterPages } from '../../../core/draw/roster.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import type { Inspector } from '../../../core/registry/inspector.ts';
import { keyText, type Subject, type SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { stagePages } from '../../../db/pages.ts';
import { heldPlan } from '../../../db/plans.ts';
import { classificationsOf, subjectsByKey } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise, factOf } from '../act.ts';
import { standingAssignment } from '../visit/assignment.ts';
import { checkLedger, checkNotDrawn } from './drawable.ts';
import { barredOf, begun, type FreezeInput, type Frozen, watching } from './freeze.ts';
import { ceremonyHeld } from './held.ts';
import { firstDay, type Holdings, holdings, lastDay } from './holdings.ts';
import { holderOf } from './perform.ts';
import { askedSince, type Vacancy, vacanciesOf, withoutAsked } from './vacancies.ts';

export type PeopleInput = Pick<
  FreezeInput,
  'witnesses' | 'quorum' | 'deadlines' | 'public' | 'way' | 'byPlace' | 'deskDigits'
>;

/** Freezes a ceremony for the posts that an earlier one left open or that ran out of substitutes. */
export async function freezeOpenPosts(
  deps: Deps,
  actor: Actor,
  input: PeopleInput & { readonly of: number },
): Promise<Result<Frozen, Refusal>> {
  const earlier = await ceremonyHeld(deps.db, input.of);
  if (!earlier.ok) return earlier;
  const allowed = authorise(actor, 'freeze', holderOf(earlier.value));
  if (!allowed.ok) return allowed;
  const standing = await standingAssignment(deps.db, input.of);
  if (!standing.ok) return standing;
  const { manifest } = earlier.value;
  const held = await holdings(deps, manifest.plan, await tasksOf(deps, manifest));
  if (!held.ok) return held;
  const { assignment } = standing.value;
  const open = async (): Promise<readonly Vacancy[]> =>
    withoutAsked(vacanciesOf(standing.value), await askedSince(deps, earlier.value));
  const vacancies = await open();
  const pool = new Set(manifest.officers.map(({ number }) => number));
  const isOut = (officer: string): boolean =>
    assignment.unavailable.has(officer) || (manifest.kind === 'people' && !pool.has(officer));
  return freezeVacancies(deps, actor, input, held.value, vacancies, isOut, async () =>
    JSON.stringify(await open()) === JSON.stringify(vacancies) ? ok(true) : refuse('draw', { reason: 'empty-roster' }),
  );
}

/** A ceremony for people only names no tasks: those of its plan in its window stand behind it. */
async function tasksOf({ db }: Deps, { kind, plan, tasks, window }: Manifest): Promise<readonly string[]> {
  if (kind === 'draw') return tasks.map(({ no }) => no);
  const all = (await heldPlan(db, plan))?.plan.tasks ?? [];
  return all.filter((task) => task.window.from >= window.from && task.window.to <= window.to).map(({ no }) => no);
}

export interface TakenIn extends Frozen {
  readonly differences: readonly OutsideDifference[];
}

/**
 * Takes in a list of subjects that another platform drew for one task, and freezes the ceremony that finds the inspectors.
 * Rows that differ from what our lists and rules say are all named; unknown ones get no visit.
 */
export async function takeInDraw(
  deps: Deps,
  actor: Actor,
  input: PeopleInput & {
    readonly plan: string;
    readonly task: string;
    readonly platform: string;
    readonly list: readonly SubjectKey[];
    /** Number of the outside list on record whose inspectors are drawn here. */
    readonly of?: number;
    /** Work numbers of those whom the platform sends, by the text of the subject's key; only what they leave open is drawn. */
    readonly sent?: ReadonlyMap<string, readonly string[]>;
  },
): Promise<Result<TakenIn, Refusal>> {
  const held = await holdings(deps, input.plan, [input.task]);
  if (!held.ok) return held;
  const allowed = authorise(actor, 'take-in-draw', { department: held.value.tasks[0]?.lead ?? '' });
  if (!allowed.ok) return allowed;
  const { tasks } = held.value;
  const notDrawn = () => checkNotDrawn(deps, tasks, input.of ?? null);
  const undrawn = await notDrawn();
  if (!undrawn.ok) return undrawn;
  const compiled = compileTasks(frameOf(held.value), held.value.departments, new Map(), new Map(), dayOf(deps.now()));
  if (!compiled.ok) return refuse('draw', { reason: 'compile', why: compiled.error });
  const { subjects, taken, differences } = await comparedOutside(deps, held.value, input.list);
  const posts = postsFor({ tasks: compiled.value }, [0]);
  const vacancies = taken.flatMap((key): readonly Vacancy[] => {
    const place = subjects.get(keyText(key))?.place ?? '';
    const sent = input.sent?.get(keyText(key)) ?? [];
    const open = postsLeft(
      posts,
      held.value.inspectors.filter(({ number }) => sent.includes(number)),
    );
    return open.length === 0
      ? []
      : [{ subject: { kind: key.kind, number: key.number, place }, posts: open, not: sent }];
  });
  const { task, platform } = input;
  const told = { task, platform, listed: input.list.length, taken: taken.length, differences: [...differences] };
  const frozen = await freezeVacancies(
    deps,
    actor,
    input,
    held.value,
    vacancies,
    () => false,
    notDrawn,
    (ceremony) => [
      factOf(actor, 'take-in-draw', { ...told, ceremony, ...(input.of === undefined ? {} : { list: input.of }) }),
    ],
  );
  return frozen.ok ? ok({ ...frozen.value, differences }) : frozen;
}

/** Posts of a door that those who are sent there leave open: each takes one that asks for a field of his, else one that asks nothing. */
function postsLeft(posts: readonly PostAsked[], sent: readonly Inspector[]): readonly PostAsked[] {
  const left = [...posts];
  for (const { department, fields } of sent) {
    const own = (wanted: (need: string) => boolean) =>
      left.findIndex((post) => post.department === department && wanted(post.need));
    const named = own((need) => need !== '' && fields.includes(need));
    const at = named === -1 ? own((need) => need === '') : named;
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

/** The list row by row against our own, and the subjects of ours that it names. */
export async function comparedOutside(deps: Deps, held: Holdings, list: readonly SubjectKey[]) {
  const subjects = await subjectsByKey(deps.db, held.state, list);
  return { subjects, ...compareOutside(list, await lookupIn(deps, held, subjects, list)) };
}

const frameOf = (held: Holdings) => framing(held.policy, held.tasks, held.items, firstDay(held.tasks));

/** What our own marks say of each subject on the list. */
async function lookupIn(
  deps: Deps,
  held: Holdings,
  subjects: ReadonlyMap<string, Subject>,
  list: readonly SubjectKey[],
): Promise<MarkLookup> {
  const frame = frameOf(held);
  const on = dayOf(deps.now());
  const found = new Map<string, ReturnType<MarkLookup>>();
  for (const key of list) {
    const subject = subjects.get(keyText(key));
    if (subject === undefined) continue;
    const classes = await classificationsOf(deps.db, held.state, key);
    const classOf = (scheme: string) =>
      classes.filter((each) => each.scheme === scheme && each.date <= on).at(-1)?.class ?? null;
    const [mark = null] = marksOf(frame, { ...subject, classOf, used: frame.counters.map(() => 0) });
    const reason = exclusions.find(({ letter }) => letter === mark?.excluded)?.reason;
    found.set(keyText(key), mark === null ? 'not-in-frame' : (reason ?? 'drawable'));
  }
  return (key) => found.get(keyText(key)) ?? null;
}

async function freezeVacancies(
  deps: Deps,
  actor: Actor,
  input: PeopleInput,
  held: Holdings,
  vacancies: readonly Vacancy[],
  isOut: (officer: string) => boolean,
  still: () => Promise<Result<true, Refusal>>,
  also: (ceremony: number) => readonly Fact[] = () => [],
): Promise<Result<Frozen, Refusal>> {
  const whole = await checkLedger(deps);
  if (!whole.ok) return whole;
  const witnesses = await watching(deps, input);
  if (!witnesses.ok) return witnesses;
  if (vacancies.length === 0) return refuse('draw', { reason: 'empty-roster' });
  const window = { from: firstDay(held.tasks), to: lastDay(held.tasks) };
  const pools = compileOfficers(held.policy, held.tasks, held.departments, held.inspectors, held.experts, window.to);
  const officers = pools.officers.filter(({ number }) => !isOut(number));
  const sorted = merged(vacancies);
  const roster = await stageRoster(deps, sorted);
  const manifest = {
    protocol: PROTOCOL,
    kind: 'people' as const,
    office: deps.office,
    policy: held.policy.id,
    plan: held.plan.no,
    way: input.way,
    window,
    discloseFrom: addDays(window.to, 1),
    snapshot: dayOf(deps.now()),
    deadlines: input.deadlines,
    public: input.public,
    participants: [
      { id: '0', kind: 'desk' as const, name: actor.name, department: actor.department, custody: 'desk' as const },
      ...witnesses.value,
    ],
    quorum: input.quorum,
    counters: [],
    groups: 1,
    exclusions: [],
    tasks: [],
    roster,
    byPlace: input.byPlace ?? false,
    officers,
    barred: withOthers(barredOf(held, { officers }), sorted, officers),
    given: sorted.map(({ posts }, row): GivenVisit => ({ row, posts })),
  };
  return begun(deps, actor, input, { manifest, leftOut: pools.leftOut }, still, also);
}

/** One vacancy a subject, in the order of the roster. */
function merged(vacancies: readonly Vacancy[]): readonly Vacancy[] {
  const bySubject = new Map<string, Vacancy>();
  for (const vacancy of vacancies) {
    const key = keyText(vacancy.subject);
    const known = bySubject.get(key);
    bySubject.set(
      key,
      known === undefined
        ? vacancy
        : { ...known, posts: [...known.posts, ...vacancy.posts], not: [...known.not, ...vacancy.not] },
    );
  }
  return [...bySubject].sort(([a], [b]) => compareBytes(a, b)).map(([, vacancy]) => vacancy);
}

async function stageRoster({ db }: Deps, vacancies: readonly Vacancy[]): Promise<Manifest['roster']> {
  const rows = vacancies.map(({ subject }): RosterRow => ({ ...subject, used: [], marks: [] }));
  const pages: { rows: number; digest: string }[] = [];
  for (const page of rosterPages(rows, 10_000)) {
    await stagePages(db, tag('roster-page'), [page.text]);
    pages.push({ rows: page.rows, digest: page.digest });
  }
  return { rows: rows.length, pages };
}

/** Nobody is drawn to a visit that he makes already or has stepped back from. */
function withOthers(
  barred: Manifest['barred'],
  vacancies: readonly Vacancy[],
  officers: readonly ManifestOfficer[],
): Manifest['barred'] {
  const drawable = new Set(officers.map(({ number }) => number));
  const more = vacancies.flatMap(({ subject, not }) =>
    not.filter((officer) => drawable.has(officer)).map((officer): Barred => [officer, subject.kind, subject.number]),
  );
  const all = new Map([...barred, ...more].map((each) => [each.join('\t'), each] as const));
  return [...all.values()].sort(
    (a, b) => compareBytes(a[0], b[0]) || compareBytes(a[1], b[1]) || compareBytes(a[2], b[2]),
  );
}
