/**
 * Lock 1: freezes who may be drawn, who may go, by which numbers and who watches, under one digest. The roster is staged first, at
 * any size; one small batch gives the ceremony its number, and with it the desk's own sealed secret. From here on nothing alters
 * the list: whoever objects asks for an abort, and the number stays used.
 */
import type { InStatement } from '@libsql/core/api';
import { addDays, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { hexOf } from '../../../core/digest.ts';
import { begin, type CeremonyFact } from '../../../core/draw/ceremony/state.ts';
import { step } from '../../../core/draw/ceremony/step.ts';
import { checkManifest } from '../../../core/draw/check-manifest.ts';
import { compileOfficers, compileTasks, type Pools } from '../../../core/draw/compile.ts';
import { counterName, exclusions } from '../../../core/draw/frame.ts';
import { type Manifest, manifestDigest, type PublicSource } from '../../../core/draw/manifest.ts';
import { compareBytes } from '../../../core/draw/order.ts';
import { PROTOCOL, type Time } from '../../../core/draw/protocol.ts';
import { commitmentOf, parseSecret } from '../../../core/draw/seal.ts';
import { foreseenVisits, foreseeShortages } from '../../../core/draw/shortage.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import { newCeremonyRow, nextCeremonyNo, sealedRow } from '../../../db/draws.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfCeremony } from '../../post/after/draw.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise, enact, factOf, signed } from '../act.ts';
import { actorOf } from '../people/roll.ts';
import { checkAllowances, checkDrawable, checkNotDrawn } from './drawable.ts';
import { earlierVisits } from './earlier.ts';
import { groupsOf } from './groups.ts';
import { stageManifest } from './held.ts';
import { heldRows, heldTable } from './held-roster.ts';
import { firstDay, type Holdings, holdings, lastDay } from './holdings.ts';
import { asJson, keepHead } from './perform.ts';
import { type FrozenRoster, freezeRoster } from './roster.ts';
import { encrypted } from './seal.ts';

export interface FreezeInput {
  readonly plan: string;
  readonly tasks: readonly string[];
  readonly witnesses: readonly { readonly person: string; readonly custody: 'own-page' | 'desk' }[];
  /** Fewest witnesses that must seal. */
  readonly quorum: number;
  readonly deadlines: { readonly seal: Time; readonly reveal: Time };
  /** Public numbers in order of preference. */
  readonly public: readonly PublicSource[];
  readonly way: Manifest['way'];
  /** Day of the classes that count; the day of freezing where it is left out. */
  readonly snapshot?: CivilDate;
  /** An inspector's place must be the visit's. */
  readonly byPlace?: boolean;
  /** Joint group of each task, by number; what keeps to the plan's door limit where it is left out. */
  readonly groups?: ReadonlyMap<string, number>;
  /** Batches of tasks that draw many, by task number (国市监信〔2019〕38号: 确定检查批次顺序). */
  readonly batches?: ReadonlyMap<string, number>;
  /** Freezes although posts are foreseen that nobody can fill; a people-only ceremony fills them later. */
  readonly acceptShortage?: boolean;
  /** Digits that the desk's own person types; made by chance where left out. */
  readonly deskDigits?: string;
}

export interface Frozen {
  readonly ceremony: number;
  readonly manifest: Manifest;
  readonly manifestDigest: string;
  readonly leftOut: Pools['leftOut'];
}

/** @param progress told the rows of the roster that are frozen so far */
export async function freeze(
  deps: Deps,
  actor: Actor,
  input: FreezeInput,
  progress?: (rows: number) => void,
): Promise<Result<Frozen, Refusal>> {
  const held = await holdings(deps, input.plan, input.tasks);
  if (!held.ok) return held;
  const leads = new Set(held.value.tasks.map((task) => task.lead));
  const [lead = ''] = leads;
  const allowed = authorise(actor, 'freeze', leads.size === 1 ? { department: lead } : {});
  if (!allowed.ok) return allowed;
  const drawable = await checkDrawable(deps, actor, held.value);
  if (!drawable.ok) return drawable;
  const witnesses = await watching(deps, input);
  if (!witnesses.ok) return witnesses;

  const snapshot = input.snapshot ?? dayOf(deps.now());
  const year = yearOf(firstDay(held.value.tasks));
  const roster = await freezeRoster(deps, held.value, snapshot, earlierVisits(deps, year), progress);
  const groups = input.groups === undefined ? await groupsOf(deps, input.plan, held.value.tasks) : ok(input.groups);
  if (!groups.ok) return groups;
  const made = compile(deps, actor, input, { ...held.value, groups: groups.value }, roster, snapshot, witnesses.value);
  if (!made.ok) return made;
  const staffed = await checkStaffed(deps, made.value.manifest, input.acceptShortage ?? false);
  if (!staffed.ok) return staffed;
  // Asked again where it is decided: freezing takes a while, and somebody else may have frozen the same task meanwhile.
  return begun(deps, actor, input, made.value, async () => {
    const undrawn = await checkNotDrawn(deps, held.value.tasks);
    return undrawn.ok ? checkAllowances(deps, made.value.manifest) : undrawn;
  });
}

export async function watching(
  deps: Deps,
  input: Pick<FreezeInput, 'witnesses'>,
): Promise<Result<Manifest['participants'], Refusal>> {
  const participants: Manifest['participants'][number][] = [];
  const actors = await Promise.all(input.witnesses.map(({ person }) => actorOf(deps, person)));
  for (const [i, { person, custody }] of input.witnesses.entries()) {
    const witness = actors[i] ?? null;
    if (witness === null) return refuse('people', { reason: 'no-such-person', person });
    if (!witness.roles.includes('witness')) {
      return refuse('rights', { reason: 'no-role', verb: 'cosign', person, needs: ['witness'] });
    }
    const department = witness.department === '' ? `${witness.witness}:${person}` : witness.department;
    participants.push({ id: person, kind: 'witness', name: witness.name, department, custody });
  }
  return ok(participants);
}

export type Unnumbered = Omit<Manifest, 'ceremony' | 'frozenAt'>;

export interface Compiled {
  readonly manifest: Unnumbered;
  readonly leftOut: Pools['leftOut'];
}

function compile(
  deps: Deps,
  actor: Actor,
  input: FreezeInput,
  held: Holdings & { readonly groups: ReadonlyMap<string, number> },
  roster: FrozenRoster,
  snapshot: CivilDate,
  witnesses: Manifest['participants'],
): Result<Compiled, Refusal> {
  if (roster.rows === 0) return refuse('draw', { reason: 'empty-roster' });
  const window = { from: firstDay(held.tasks), to: lastDay(held.tasks) };
  const tasks = compileTasks(roster.framing, held.departments, held.groups, input.batches ?? new Map(), snapshot);
  if (!tasks.ok) return refuse('draw', { reason: 'compile', why: tasks.error });
  const pools = compileOfficers(held.policy, held.tasks, held.departments, held.inspectors, held.experts, window.to);
  return ok({
    leftOut: pools.leftOut,
    manifest: {
      protocol: PROTOCOL,
      kind: 'draw',
      office: deps.office,
      policy: held.policy.id,
      plan: held.plan.no,
      way: input.way,
      window,
      discloseFrom: addDays(window.to, 1),
      snapshot,
      deadlines: input.deadlines,
      public: input.public,
      participants: [
        { id: '0', kind: 'desk', name: actor.name, department: actor.department, custody: 'desk' },
        ...witnesses,
      ],
      quorum: input.quorum,
      counters: roster.framing.counters.map(counterName),
      groups: Math.max(1, ...[...held.groups.values()].map((group) => group + 1)),
      exclusions: [...exclusions],
      tasks: tasks.value,
      roster: { rows: roster.rows, pages: roster.pages },
      byPlace: input.byPlace ?? false,
      officers: pools.officers,
      barred: barredOf(held, pools),
      given: [],
    },
  });
}

/** Posts that nobody could fill in the worst case are shown before anything is frozen, so that no ceremony fails in the open. */
async function checkStaffed(deps: Deps, unnumbered: Unnumbered, accept: boolean): Promise<Result<true, Refusal>> {
  if (accept) return ok(true);
  const manifest: Manifest = { ...unnumbered, ceremony: 0, frozenAt: '' };
  const table = await heldTable(deps.db, manifest);
  const rows = manifest.byPlace ? foreseenVisits(manifest, table).map(({ row }) => row) : [];
  const roster = await heldRows(deps.db, manifest, table, new Set(rows));
  const shortages = foreseeShortages(manifest, roster);
  return shortages.length === 0 ? ok(true) : refuse('draw', { reason: 'shortage', shortages });
}

/** Recusals known beforehand, of people who can be drawn; the reasons stay with their departments. */
export const barredOf = (
  held: Pick<Holdings, 'recusals'>,
  { officers }: Pick<Pools, 'officers'>,
): Manifest['barred'] => {
  const drawable = new Set(officers.map(({ number }) => number));
  const known = held.recusals
    .filter(({ inspector }) => drawable.has(inspector))
    .map(({ inspector, kind, number }) => [inspector, kind, number] as const)
    .sort((a, b) => compareBytes(a[0], b[0]) || compareBytes(a[1], b[1]) || compareBytes(a[2], b[2]));
  return known.filter((each, i) => i === 0 || each.join('\t') !== known[i - 1]?.join('\t'));
};

/**
 * Gives the ceremony its number and begins it; the desk seals at once (participant 0).
 * @param still whether it may be begun at this head of the ledger
 * @param also facts that become true with it
 */
export async function begun(
  deps: Deps,
  actor: Actor,
  input: Pick<FreezeInput, 'deskDigits'>,
  { manifest: unnumbered, leftOut }: Compiled,
  still: () => Promise<Result<true, Refusal>> = async () => ok(true),
  also: (ceremony: number) => readonly Fact[] = () => [],
): Promise<Result<Frozen, Refusal>> {
  const done = await enact<Frozen>(deps, async (at) => {
    const allowed = await still();
    if (!allowed.ok) return allowed;
    const timely = checkTimes(unnumbered, at.now);
    if (!timely.ok) return timely;
    const ceremony = await nextCeremonyNo(deps.db);
    const manifest: Manifest = { ...unnumbered, ceremony, frozenAt: at.now };
    const checked = checkManifest(manifest);
    if (checked.length > 0) return refuse('draw', { reason: 'manifest', why: checked });
    await stageManifest(deps.db, manifest);
    const desk = await sealDesk(deps, input, manifest, at);
    if (!desk.ok) return desk;
    const digest = manifestDigest(manifest);
    const body = { ceremony, manifest: digest, rows: manifest.roster.rows, tasks: manifest.tasks.map(({ no }) => no) };
    const frozen: Fact = factOf(actor, 'freeze', body);
    return ok({
      facts: [frozen, ...desk.value.facts.map((fact) => ({ ...fact, actor: signed(actor) })), ...also(ceremony)],
      rows: desk.value.rows,
      outbox: postsOfCeremony(manifest, [frozen], actor.person),
      value: { ceremony, manifest, manifestDigest: digest, leftOut },
    });
  });
  if (done.ok) await keepHead(deps);
  return done;
}

/** Nothing is frozen for visits that are over, nor with a deadline that has gone by before anybody could seal. */
function checkTimes({ window, deadlines }: Unnumbered, now: Time): Result<true, Refusal> {
  const today = dayOf(now);
  if (window.to < today) return refuse('draw', { reason: 'window-over', to: window.to, today });
  if (deadlines.seal <= now) return refuse('draw', { reason: 'deadline-past', deadline: deadlines.seal, now });
  return ok(true);
}

async function sealDesk(
  deps: Deps,
  { deskDigits }: Pick<FreezeInput, 'deskDigits'>,
  manifest: Manifest,
  at: At,
): Promise<Result<{ readonly facts: readonly CeremonyFact[]; readonly rows: readonly InStatement[] }, Refusal>> {
  const no = manifest.ceremony;
  const digest = manifestDigest(manifest);
  const digits = deskDigits ?? String(deps.randomBytes(4).reduce((sum, byte) => sum * 256 + byte, 0)).padStart(10, '0');
  const secret = parseSecret(hexOf(deps.randomBytes(32)), digits);
  if (!secret.ok) return refuse('ceremony', { reason: 'secret', id: '0', why: secret.error });
  const commitment = commitmentOf(no, digest, '0', secret.value);
  const sealed = step(manifest, begin(no, digest), { kind: 'seal', id: '0', commitment }, at.now);
  if (!sealed.ok) return refuse('ceremony', sealed.error);
  const { state, facts } = sealed.value;
  const stored = await encrypted(deps, no, '0', secret.value);
  return ok({ facts, rows: [newCeremonyRow(no, state.stage, asJson(state), at), sealedRow(no, '0', stored, at)] });
}
