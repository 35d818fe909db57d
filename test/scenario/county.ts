/**
 * The road from lists to visits as an office walks it, through the verbs alone: what every jurisdiction's scenario shares. A
 * scenario brings its own county and says what its own document demands.
 */
import { afterAll, vi } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { workbook } from '../../bot/paper/workbook.ts';
import { staff } from '../../bot/practice/people.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { cosign } from '../../bot/verbs/draw/cosign.ts';
import { type FreezeInput, type Frozen, freeze } from '../../bot/verbs/draw/freeze.ts';
import { typeNumber } from '../../bot/verbs/draw/number.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { wholeRecord } from '../../bot/verbs/draw/record.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { seal } from '../../bot/verbs/draw/seal.ts';
import { type Checked, checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { type DraftRequest, draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { digest } from '../../core/digest.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { verify } from '../../core/draw/verify.ts';
import { type Finding, type FindingKind, stands } from '../../core/plan/review/finding.ts';
import type { Task } from '../../core/plan/task.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { freshDesk, type TestDesk, value } from '../desk.ts';

export { staff };

/** Whoever else a scenario enrols. */
export const aPerson = (person: string, name: string, department: string, rest: Partial<Actor>): Actor => ({
  person,
  name,
  department,
  roles: [],
  witness: null,
  inspector: '',
  ...rest,
});

/**
 * One walk down the road for all tests of a jurisdiction: the first test that asks sets out, the others see what came of it; the
 * desk is put away after the last.
 */
export function walkedOnce<T>(walk: (finished: (cleanUp: () => void) => void) => Promise<T>): () => Promise<T> {
  const cleanUps: (() => void)[] = [];
  let walked: Promise<T> | null = null;
  // The first test walks for all.
  vi.setConfig({ testTimeout: 180_000 });
  afterAll(() => {
    for (const cleanUp of cleanUps.reverse()) cleanUp();
  });
  return () => {
    walked ??= walk((cleanUp) => cleanUps.push(cleanUp));
    return walked;
  };
}

/** A desk whose office has adopted the sample's policy and taken in its lists, as workbooks, on a civil day. */
export async function broughtIn(
  sample: Sample,
  day: string,
  finished: (cleanUp: () => void) => void,
  more: readonly Actor[] = [],
): Promise<TestDesk> {
  const fresh = await freshDesk([...Object.values(staff), ...more], `${day}T01:00:00.000Z`, finished);
  const desk: TestDesk = { ...fresh, randomBytes: fixedChance(sample.seed) };
  await bringIn(desk, sample);
  return desk;
}

export async function bringIn(desk: Desk, sample: Sample): Promise<void> {
  value(await adoptPolicy(desk, staff.drafter, sample.plan.policy));
  const lists = toSheets(sample).filter(({ name }) => name !== sheets['plan-tasks'].title.zh);
  const bytes = await workbook(lists, sample.snapshot);
  const answers = value(await importList(desk, staff.drafter, { bytes, file: '名录和清单.xlsx' }));
  for (const { sheet, rejected } of answers) {
    if (rejected.length > 0) throw new Error(`${sheet}: ${JSON.stringify(rejected[0])}`);
  }
}

/** Bytes that follow from a text, other ones each time: a scenario's draw comes out alike whenever it is run. */
export function fixedChance(text: string): (count: number) => Uint8Array {
  let asked = 0;
  return (count) => {
    asked += 1;
    const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, i) =>
      digest('test/chance', text, `${asked}/${i}`),
    );
    return Uint8Array.from(Buffer.from(blocks.join(''), 'hex').subarray(0, count));
  };
}

/** What the leads sent back, one reply each; the tasks as the scenario has them. */
export function draftOf(
  sample: Sample,
  tasks: readonly Task[] = sample.plan.tasks,
  rest: Partial<DraftRequest> = {},
): DraftRequest {
  const { no, year, doorLimit, draftedOn } = sample.plan;
  const leads = [...new Set(tasks.map((task) => task.lead))];
  return {
    no,
    year,
    doorLimit,
    rows: tasks.map((task, i) => ({ row: i + 1, reply: `reply-${task.lead}`, task })),
    replies: leads.map((department) => ({ id: `reply-${department}`, department, at: `${draftedOn}T09:00` })),
    consulted: { answers: sample.answers },
    ...rest,
  };
}

/** Drafts these tasks, a later version with its reason, and has them checked. */
export async function checked(desk: TestDesk, request: DraftRequest): Promise<Checked> {
  value(await draftPlan(desk, staff.drafter, request));
  return value(await checkPlan(desk, staff.drafter, request.no));
}

/** Kinds that stand against the plan, each with its task's last digits, in the order of their names. */
export const standingIn = ({ findings }: Pick<Checked, 'findings'>): readonly string[] =>
  [...new Set(findings.filter(stands).map(({ kind }) => kind))].sort();

type OfKind<F, K> = F extends { readonly kind: infer Kinds } ? (K extends Kinds ? F : never) : never;

/** The findings of one kind. */
export const found = <K extends FindingKind>({ findings }: Pick<Checked, 'findings'>, kind: K) =>
  findings.filter((each): each is Finding & OfKind<Finding, K> => each.kind === kind);

export const dice = (after: string): Manifest['public'][number] => ({
  source: 'dice',
  name: '十面骰20枚',
  issue: '',
  after,
  count: 20,
  from: 0,
  to: 9,
  ascending: false,
});

/** The times of a ceremony that begins at a moment: sealing within one hour, opening within two. */
export function times(begin: string): Pick<FreezeInput, 'deadlines' | 'public'> {
  const after = (hours: number) => new Date(Date.parse(begin) + hours * 3_600_000).toISOString();
  return { deadlines: { seal: after(1), reveal: after(2) }, public: [dice(after(2))] };
}

export const witnesses: FreezeInput['witnesses'] = [
  { person: staff.deputy.person, custody: 'own-page' },
  { person: staff.discipline.person, custody: 'desk' },
];

/** A ceremony's request, frozen now. */
export const freezing = (
  desk: TestDesk,
  plan: string,
  tasks: readonly string[],
  rest: Partial<FreezeInput> = {},
): FreezeInput => ({
  plan,
  tasks,
  witnesses,
  quorum: 2,
  ...times(desk.now()),
  way: '机选',
  ...rest,
});

/** Seals, reveals, throws and opens what is frozen, everybody being there; the record, verified by itself. */
export async function throughTheLocks(
  desk: TestDesk,
  { ceremony, manifest, manifestDigest }: Frozen,
  by: Actor = staff.drafter,
  watching: readonly Actor[] = [staff.deputy, staff.discipline],
): Promise<DrawRecord> {
  const own = new Map<string, { nonce: string; typed: string }>();
  for (const person of watching) {
    value(await cosign(desk, person, { ceremony, digits: manifestDigest.slice(0, 8) }));
    if (manifest.participants.find(({ id }) => id === person.person)?.custody === 'desk') {
      value(await seal(desk, person, { ceremony, typed: '20250626' }));
      continue;
    }
    const secret = { nonce: manifestDigest, typed: '31415926' };
    own.set(person.person, secret);
    const commitment = commitmentOf(ceremony, manifestDigest, person.person, secret);
    value(await seal(desk, person, { ceremony, commitment }));
  }
  for (const person of watching)
    value(await reveal(desk, person, { ceremony, secret: own.get(person.person) ?? null }));
  desk.setNow(manifest.deadlines.reveal);
  const text = '3 6 7 1 8 4 6 2 3 3 6 2 5 4 9 7 2 8 0 7';
  for (const person of [staff.liaison, staff.legal])
    value(await typeNumber(desk, person, { ceremony, place: 0, text }));
  value(await open(desk, by, ceremony));
  const record = value(await wholeRecord(desk.db, ceremony));
  const verdict = verify(record);
  if (!verdict.ok) throw new Error(`not verified: ${JSON.stringify(verdict)}`);
  return record;
}

/** Freezes and draws. */
export async function drawn(
  desk: TestDesk,
  plan: string,
  tasks: readonly string[],
  rest: Partial<FreezeInput> = {},
): Promise<DrawRecord> {
  return throughTheLocks(desk, value(await freeze(desk, staff.drafter, freezing(desk, plan, tasks, rest))));
}

/** A subject as the frozen roster has it: for each task null, or its class and why it is left out. */
export interface FrozenRow {
  readonly key: string;
  readonly used: readonly number[];
  readonly marks: readonly ({ readonly label: string | null; readonly reason: string | null } | null)[];
}

/** Reads the roster's pages as README §2 writes them, without the product's reader. */
export function rowsOf({ manifest, roster }: Pick<DrawRecord, 'manifest' | 'roster'>): readonly FrozenRow[] {
  return roster.flatMap((page) =>
    page
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [kind, number, , used = '', marks = ''] = line.split('\t');
        return {
          key: `${kind}:${number}`,
          used: used === '' ? [] : used.split(',').map(Number),
          marks: manifest.tasks.map(({ tiers }, t) => {
            const [tier = '', letter = ''] = marks.slice(2 * t, 2 * t + 2);
            if (tier === '-') return null;
            const reason = manifest.exclusions.find((each) => each.letter === letter)?.reason ?? null;
            return { label: tier === '?' ? null : (tiers[Number.parseInt(tier, 36)]?.label ?? ''), reason };
          }),
        };
      }),
  );
}

/** Keys drawn by one task, of one class or of all. */
export function keysDrawn(record: DrawRecord, task: number, label?: string): readonly string[] {
  const rows = rowsOf(record);
  const tiers = record.result.tasks[task]?.tiers ?? [];
  return tiers
    .filter((tier) => label === undefined || tier.label === label)
    .flatMap((tier) => tier.drawn.map((row) => rows[row]?.key ?? ''));
}

/** What any draw must keep to, whatever its document: two of each body at each door, nobody unfit, nobody twice. */
export function breachesOf({ manifest, result }: DrawRecord): readonly string[] {
  const officers = new Map(manifest.officers.map((each) => [each.number, each]));
  return result.visits.flatMap((visit, v) => {
    const here = visit.posts.flatMap(({ officer }) => officer ?? []);
    const unfit = visit.posts.filter(({ officer, pool, need }) => {
      const person = officers.get(officer ?? '');
      return officer !== null && (person?.pool !== pool || (need !== '' && !person.fields.includes(need)));
    });
    const departments = new Set(
      visit.tasks.flatMap(
        (task) => manifest.tasks[task]?.bodies.filter(({ pool }) => !pool.startsWith('expert/')) ?? [],
      ),
    );
    const few = [...departments].filter(
      ({ department }) =>
        visit.posts.filter((post) => post.department === department && post.officer !== null).length < 2,
    );
    return [
      ...(new Set(here).size === here.length ? [] : [`visit ${v}: one person twice`]),
      ...unfit.map(({ officer }) => `visit ${v}: ${officer} unfit`),
      ...few.map(({ department }) => `visit ${v}: fewer than two of ${department}`),
    ];
  });
}

/** One enterprise has one visit in each joint group, and it holds every task of the group that drew it. */
export function unmerged({ manifest, result }: DrawRecord): readonly string[] {
  const doors = new Map<string, readonly number[]>();
  const twice: string[] = [];
  for (const { row, group, tasks } of result.visits) {
    const door = `${group}/${row}`;
    if (doors.has(door)) twice.push(door);
    doors.set(door, tasks);
  }
  const lost = result.tasks.flatMap(({ tiers }, task) =>
    tiers
      .flatMap(({ drawn: rows }) => rows)
      .filter((row) => !doors.get(`${manifest.tasks[task]?.group}/${row}`)?.includes(task))
      .map((row) => `task ${task} row ${row}`),
  );
  return [...twice, ...lost];
}
