/**
 * A desk that stands on the morning of its first draw: lists in, plan published, people of every role enrolled. Below it, the road of one
 * ceremony as far as a test wants it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Actor } from '../bot/actor.ts';
import { type Desk, openDesk } from '../bot/desk/desk.ts';
import { workbook } from '../bot/paper/workbook.ts';
import { staff } from '../bot/practice/people.ts';
import { makeSample, type Sample } from '../bot/practice/sample/sample.ts';
import { toSheets } from '../bot/practice/sample/sheets.ts';
import type { Refusal } from '../bot/refusal.ts';
import { sayRefusal } from '../bot/say/refusal.ts';
import { cosign } from '../bot/verbs/draw/cosign.ts';
import { type FreezeInput, type Frozen, freeze } from '../bot/verbs/draw/freeze.ts';
import { typeNumber } from '../bot/verbs/draw/number.ts';
import { type OpenedDraw, open } from '../bot/verbs/draw/open.ts';
import { reveal } from '../bot/verbs/draw/reveal.ts';
import { seal } from '../bot/verbs/draw/seal.ts';
import { enrol } from '../bot/verbs/people/enrol.ts';
import { approvePlan } from '../bot/verbs/plan/approve-plan.ts';
import { checkPlan } from '../bot/verbs/plan/check-plan.ts';
import { draftPlan } from '../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../bot/verbs/plan/publish-plan.ts';
import { adoptPolicy } from '../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../bot/verbs/registry/import-list.ts';
import { digest } from '../core/digest.ts';
import { commitmentOf } from '../core/draw/seal.ts';
import type { Share } from '../core/plan/ratio.ts';
import type { Plan, Task } from '../core/plan/task.ts';
import { keyText, type SubjectKey } from '../core/registry/subject.ts';
import { ok, type Result } from '../core/result.ts';
import { sheets } from '../core/sheet/sheets.ts';
import { commit } from '../db/commit.ts';
import { planRow } from '../db/plans.ts';
import { type Finished, refusal, type TestDesk, value } from './desk.ts';
import { faultsAsked, openUnderFaults } from './faults/under.ts';
import { copyModel, type Making } from './model-desk.ts';

const person = (id: string, name: string, department: string, roles: Actor['roles'], rest: Partial<Actor> = {}) => ({
  person: id,
  name,
  department,
  roles,
  witness: null,
  inspector: '',
  ...rest,
});

/** Invented people: those of the practice county, and whom the draws' tests need beside them. */
export const hands = {
  ...staff,
  officeHead: person('h9', '联席办负责人', 'lxb', ['head']),
  otherHead: person('h2', '卫生健康局负责人', 'wj', ['head']),
  otherLiaison: person('l2', '卫生健康局联络员', 'wj', ['liaison']),
  sameDepartment: person('l3', '市场监管局联络员乙', 'scjg', ['liaison']),
  supervisor: person('s1', '督查室干部', 'dc', ['supervisor']),
  member: person('w4', '政协委员监督员', '', ['witness'], { witness: 'conference-member' }),
  stranger: person('w5', '未受邀监督员', '', ['witness'], { witness: 'third-party' }),
} as const satisfies Record<string, Actor>;

export const times = {
  /** Lists and plan. */
  morning: '2025-06-26T01:00:00.000Z',
  seal: '2025-06-26T02:00:00.000Z',
  reveal: '2025-06-26T03:00:00.000Z',
  afterwards: '2025-06-26T05:00:00.000Z',
  /** The window of the visits is over. */
  disclosed: '2025-09-01T01:00:00.000Z',
} as const;

export const dice = {
  source: 'dice' as const,
  name: '十面骰20枚',
  issue: '',
  after: times.reveal,
  count: 20,
  from: 0,
  to: 9,
  ascending: false,
};

export const lottery = {
  source: 'lottery' as const,
  name: '快乐8',
  issue: '2025169',
  after: times.reveal,
  count: 20,
  from: 1,
  to: 80,
  ascending: true,
};

export const thrown = '3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4';

export interface PlannedDesk extends TestDesk {
  readonly sample: Sample;
  readonly plan: string;
  /** Numbers of the plan's tasks. */
  readonly tasks: readonly string[];
}

/** The county's lists, the same for all desks of a worker. */
let invented: Sample | null = null;

/**
 * A desk of its own for the test, on the morning of the draw.
 * @param finished is given what to do when the desk is no longer needed: after this test, unless told otherwise
 */
export async function plannedDesk(
  now: string = times.morning,
  finished: Finished = onTestFinished,
): Promise<PlannedDesk> {
  invented ??= withMoreDrawn(ofTheTrades(makeSample({ seed: '抽取测试', subjects: 900, tasks: 4 })));
  const sample = invented;
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-drawn-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  await copyModel('planned', folder, (place) => planned(place, sample));
  return opened(folder, sample, now, finished);
}

/** The same files opened again, as after a restart or by a second process. */
export const again = (desk: PlannedDesk, now: string = desk.now()): Promise<PlannedDesk> =>
  opened(desk.folder, desk.sample, now);

async function opened(
  folder: string,
  sample: Sample,
  now: string,
  finished: Finished = onTestFinished,
): Promise<PlannedDesk> {
  const database = `file:${join(folder, 'desk.db')}`;
  let clock = now;
  const means = { office: officeOf(sample), now: () => clock };
  const desk =
    faultsAsked === undefined ? await openDesk({ database, ...means }) : await openUnderFaults(folder, means, finished);
  finished(() => desk.close());
  return {
    ...desk,
    folder,
    database,
    sample,
    plan: sample.plan.no,
    tasks: sample.plan.tasks.map(({ no }) => no),
    setNow: (moved) => {
      clock = moved;
    },
  };
}

export const officeOf = ({ departments }: Sample): string =>
  departments.find(({ kind }) => kind === 'office')?.name ?? '';

async function planned(place: Parameters<Making>[0], sample: Sample): Promise<Desk> {
  let now = '2025-06-23T01:00:00.000Z';
  const desk = await openDesk({ ...place, office: officeOf(sample), now: () => now });
  for (const each of Object.values(hands)) value(await enrol(desk, hands.drafter, each));
  value(await adoptPolicy(desk, hands.drafter, 'sanming-2025'));
  for (const sheet of toSheets(sample)) {
    if (sheet.name === sheets['plan-tasks'].title.zh) continue;
    const bytes = await workbook([sheet], sample.snapshot);
    value(await importList(desk, hands.drafter, { bytes, file: `${sheet.name}.xlsx` }));
  }
  now = '2025-06-24T01:00:00.000Z';
  await draftAndIssue(desk, sample);
  now = '2025-06-25T01:00:00.000Z';
  value(await publishPlan(desk, hands.drafter, publication(sample.plan.no)));
  return desk;
}

/** Only the trades that the tasks mean, and a few others: every task finds somebody, and the lists stay short. */
function ofTheTrades(sample: Sample): Sample {
  const tags = new Set(sample.plan.tasks.flatMap(({ frame }) => frame.tags));
  const [meant, others] = [true, false].map((is) =>
    sample.subjects.filter((subject) => subject.tags.some((tag) => tags.has(tag)) === is),
  );
  const subjects = [...(meant ?? []).slice(0, 130), ...(others ?? []).slice(0, 20)];
  const kept = new Set(subjects.map(keyText));
  const isKept = (key: SubjectKey): boolean => kept.has(keyText(key));
  return {
    ...sample,
    subjects,
    classifications: sample.classifications.filter(isKept),
    pastChecks: [...sample.pastChecks.filter(isKept), ...earlierThisYear(sample, subjects)],
    recusals: sample.recusals.filter(isKept),
  };
}

/** Every caterer of class C has had one of its two checks of the year. */
const earlierThisYear = ({ classifications }: Sample, subjects: Sample['subjects']): Sample['pastChecks'] => {
  const ofC = new Set(classifications.filter((each) => each.scheme === 'own' && each.class === 'C').map(keyText));
  return subjects
    .filter((subject) => ofC.has(keyText(subject)))
    .map(({ kind, number }) => ({
      kind,
      number,
      date: '2025-03-10',
      department: 'scjg',
      items: ['SX010101'],
      method: 'on-site',
      occasion: 'drawn',
    }));
};

/**
 * Shares that draw somebody in so small a county, and that its review passes; the last task means the caterers too, so that two
 * groups meet on the same doors.
 */
const withMoreDrawn = (sample: Sample): Sample => {
  const [first] = sample.plan.tasks;
  const tasks = sample.plan.tasks.map((task, i): Task => {
    const isLast = i === sample.plan.tasks.length - 1;
    const { quota, scheme } = isLast && first !== undefined ? first : task;
    const frame = isLast ? { ...task.frame, tags: [...task.frame.tags, ...(first?.frame.tags ?? [])] } : task.frame;
    if (quota.kind === 'total') return task;
    const tiers = quota.tiers.map(({ label, share }) => ({ label, share: raised(label, share) }));
    return { ...task, scheme, frame, quota: { ...quota, tiers } };
  });
  return { ...sample, plan: { ...sample.plan, tasks } };
};

const raised = (label: string, share: Share): Share => {
  const bp = { B: 400, C: 5500, D: 8000 }[label];
  return share.kind === 'share' ? { ...share, bp: bp ?? share.bp, atLeast: 1 } : share;
};

export const publication = (plan: string) => ({
  plan,
  channel: '国家企业信用信息公示系统(福建)',
  where: 'https://example.invalid/plan',
  on: '2025-06-25',
});

/** A plan drafted by the office, reviewed by another person and issued. */
export async function draftAndIssue(desk: Desk, { plan, answers, reasons }: Sample): Promise<void> {
  const replies = [...new Set(plan.tasks.map(({ lead }) => lead))].map((department) => ({
    id: `reply-${department}`,
    department,
    at: '2025-06-23T07:00:00.000Z',
  }));
  const rows = plan.tasks.map((task, i) => ({ row: i + 1, reply: `reply-${task.lead}`, task }));
  const { no, year, doorLimit } = plan;
  value(await draftPlan(desk, hands.drafter, { no, year, rows, replies, doorLimit, consulted: { answers } }));
  for (const { finding, words } of reasons) {
    value(await keepFinding(desk, hands.drafter, { plan: no, task: null, finding, words }));
  }
  value(await checkPlan(desk, hands.drafter, no));
  value(await approvePlan(desk, hands.reviewer, { plan: no }));
  value(await issuePlan(desk, hands.drafter, no));
}

/** What a ceremony is frozen with where a test does not say otherwise: three witnesses, two must seal, dice. */
export const asked = (desk: PlannedDesk, changes: Partial<FreezeInput> = {}): FreezeInput => ({
  plan: desk.plan,
  tasks: desk.tasks,
  witnesses: [
    { person: hands.deputy.person, custody: 'own-page' },
    { person: hands.discipline.person, custody: 'desk' },
    { person: hands.thirdParty.person, custody: 'own-page' },
  ],
  quorum: 2,
  deadlines: { seal: times.seal, reveal: times.reveal },
  public: [dice],
  way: '机选',
  acceptShortage: true,
  ...changes,
});

/** What a witness has on its own page. */
export const ownSecret = (person: string) => ({
  nonce: digest('test/own-page', person),
  typed: `20250626${person.length}`,
});
/** What a witness types at the desk. */
export const typedAtDesk = '66778899';

export const witnesses: readonly Actor[] = [hands.deputy, hands.discipline, hands.thirdParty];

export const frozenAt = async (desk: PlannedDesk, changes: Partial<FreezeInput> = {}): Promise<Frozen> =>
  value(await freeze(desk, hands.drafter, asked(desk, changes)));

/** One witness co-signs and seals, by the custody that the manifest gives it. */
export async function sealAs(desk: PlannedDesk, { ceremony, manifest, manifestDigest }: Frozen, witness: Actor) {
  value(await cosign(desk, witness, { ceremony, digits: manifestDigest.slice(0, 8) }));
  const custody = manifest.participants.find(({ id }) => id === witness.person)?.custody;
  const commitment = commitmentOf(ceremony, manifestDigest, witness.person, ownSecret(witness.person));
  const input = custody === 'desk' ? { ceremony, typed: typedAtDesk } : { ceremony, commitment };
  return value(await seal(desk, witness, input));
}

/** One witness opens what it sealed. */
export async function revealAs(desk: PlannedDesk, { ceremony, manifest }: Frozen, witness: Actor) {
  const custody = manifest.participants.find(({ id }) => id === witness.person)?.custody;
  const secret = custody === 'desk' ? null : ownSecret(witness.person);
  return value(await reveal(desk, witness, { ceremony, secret }));
}

export const stages = ['frozen', 'sealed', 'revealed', 'ready', 'opened'] as const;

/**
 * Brings a fresh ceremony so far.
 * @param how.absent witnesses that seal and do not open; the clock then moves to the end of opening
 */
export async function ceremonyUntil(
  desk: PlannedDesk,
  until: (typeof stages)[number],
  how: { readonly changes?: Partial<FreezeInput>; readonly absent?: readonly Actor[] } = {},
): Promise<Frozen> {
  const frozen = await frozenAt(desk, how.changes);
  await continued(desk, frozen, until, how.absent);
  return frozen;
}

/** From a frozen roster on. */
export async function continued(
  desk: PlannedDesk,
  frozen: Frozen,
  until: (typeof stages)[number],
  absent: readonly Actor[] = [],
): Promise<void> {
  const steps = stages.indexOf(until);
  const invited = witnesses.filter(({ person: id }) => frozen.manifest.participants.some((each) => each.id === id));
  if (steps >= 1) for (const witness of invited) await sealAs(desk, frozen, witness);
  if (steps >= 2) {
    for (const witness of invited) if (!absent.includes(witness)) await revealAs(desk, frozen, witness);
    desk.setNow(frozen.manifest.deadlines.reveal);
  }
  if (steps >= 3) await typedTwice(desk, frozen.ceremony, thrown);
  if (steps >= 4) value(await open(desk, hands.drafter, frozen.ceremony));
}

/** Two persons of two departments type the public number. */
export async function typedTwice(desk: PlannedDesk, ceremony: number, text: string, place = 0): Promise<void> {
  for (const typist of [hands.liaison, hands.legal]) value(await typeNumber(desk, typist, { ceremony, place, text }));
}

export const openedBy = async (desk: PlannedDesk, ceremony: number): Promise<OpenedDraw> =>
  value(await open(desk, hands.drafter, ceremony));

/** Refused for this reason, with words in both languages that leave nothing open. */
export function expectRefused<T>(
  result: Result<T, Refusal>,
  stage: Refusal['stage'],
  why: Readonly<Record<string, unknown>>,
): void {
  const refused = refusal(result);
  expect(refused).toMatchObject({ stage, why });
  const { zh, en } = sayRefusal(refused);
  expect(zh).toMatch(/[\u4e00-\u9fff].*[。）]$/u);
  expect(en).toMatch(/[a-z].*\.$/s);
  expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
}

/** A plan put into the database as it is, past its review: what a draw refuses by itself, whoever let it through before. */
export async function planAsIs(
  desk: PlannedDesk,
  change: (task: Task) => Partial<Task>,
  rest: Partial<Plan> = {},
): Promise<{ readonly plan: string; readonly tasks: readonly string[] }> {
  const [task] = desk.sample.plan.tasks;
  if (task === undefined) throw new Error('a sample has tasks');
  const own = { ...task, no: 'T-1', ...change(task) };
  const plan: Plan = { ...desk.sample.plan, no: '另案〔2025〕9号', state: 'published', tasks: [own], ...rest };
  value(
    await commit<null, never>(desk.db, desk, async (at) =>
      ok({
        facts: [{ kind: 'plan-published', actor: 'person:test', body: { plan: plan.no } }],
        rows: [planRow(plan, 0, at)],
        value: null,
      }),
    ),
  );
  return { plan: plan.no, tasks: [own.no] };
}
