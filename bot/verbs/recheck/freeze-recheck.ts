/**
 * Freezes a ceremony over published outcomes (三明 2025 四(十二), 石狮 2024 四(五)): a unit draws among its own, the office among all. Subjects are
 * drawn, with the outcomes that they have; nobody is sent anywhere, so that no call at a door is made and no yearly cap is touched.
 */
import { addDays, type CivilDate, parseDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import { compareBytes } from '../../../core/draw/order.ts';
import { PROTOCOL, tag } from '../../../core/draw/protocol.ts';
import { rosterPages } from '../../../core/draw/roster.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import type { SettledShare } from '../../../core/plan/quota.ts';
import type { RecheckDrawn, RecheckPurpose } from '../../../core/recheck/recheck.ts';
import { purposeWords } from '../../../core/recheck/words.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { standingNotices } from '../../../db/notices.ts';
import { cut, stagePages } from '../../../db/pages.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise, factOf } from '../act.ts';
import { checkLedger } from '../draw/drawable.ts';
import { begun, type FreezeInput, type Frozen, watching } from '../draw/freeze.ts';
import { isBeingDrawn, rechecksHeld, type Sampled, sampleTag } from './rechecks.ts';

export type RecheckInput = Pick<
  FreezeInput,
  'plan' | 'witnesses' | 'quorum' | 'deadlines' | 'public' | 'way' | 'deskDigits'
> & {
  readonly purpose: RecheckPurpose;
  /** '' for the outcomes of all departments, which is the office's. */
  readonly department: string;
  /** Basis points of the subjects, at least one of them. */
  readonly bp: number;
  /** The day by which it is to be done. */
  readonly until: CivilDate;
};

export async function freezeRecheck(deps: Deps, actor: Actor, input: RecheckInput): Promise<Result<Frozen, Refusal>> {
  const { plan, department, purpose } = input;
  const allowed = authorise(actor, 'draw-recheck', { department });
  if (!allowed.ok) return allowed;
  const { bp } = input;
  if (!Number.isInteger(bp) || bp < 1 || bp > 10_000)
    return refuse('recheck', { reason: 'no-share', percent: bp / 100 });
  const until = parseDate(input.until);
  if (!until.ok) return refuse('recheck', { reason: 'not-a-day', text: input.until.slice(0, 40) });
  if ((await heldPlan(deps.db, plan)) === null) return refuse('draw', { reason: 'no-plan', plan });
  const whole = await checkLedger(deps);
  if (!whole.ok) return whole;
  const witnesses = await watching(deps, input);
  if (!witnesses.ok) return witnesses;
  const today = dayOf(deps.now());
  const sampled = await sampledFrom(deps.db, input, today);
  if (sampled.length === 0) return refuse('recheck', { reason: 'nothing-published', plan, department });
  const window = { from: today, to: until.value };
  const manifest = {
    protocol: PROTOCOL,
    kind: 'draw' as const,
    office: deps.office,
    policy: '',
    plan,
    way: input.way,
    window,
    discloseFrom: addDays(window.to, 1),
    snapshot: today,
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
    tasks: [taskOf(input, today)],
    roster: await stageRoster(deps.db, sampled),
    byPlace: false,
    officers: [],
    barred: [],
    given: [],
  };
  const pages = await stagePages(deps.db, sampleTag, cut(canonical(asJson(sampled))));
  return begun(
    deps,
    actor,
    input,
    { manifest, leftOut: [] },
    () => noneRunning(deps.db, input),
    (ceremony) => {
      const body: RecheckDrawn = { ceremony, purpose, plan, department, window, pages, on: today };
      return [factOf(actor, 'draw-recheck', asJson(body))];
    },
  );
}

/** One after the other: pressed twice, or by two at once, it is one ceremony, and no number is used up for nothing. */
async function noneRunning(
  db: Db,
  { plan, department, purpose }: Pick<RecheckInput, 'plan' | 'department' | 'purpose'>,
): Promise<Result<true, Refusal>> {
  for (const each of await rechecksHeld(db)) {
    if (each.plan !== plan || each.department !== department || each.purpose !== purpose) continue;
    const { no, ceremony } = each;
    if (await isBeingDrawn(db, each)) return refuse('recheck', { reason: 'being-drawn', no, ceremony });
  }
  return ok(true);
}

/** Only what is public counts as done (未公示即未检查), and only that is looked at again. */
async function sampledFrom(
  db: Db,
  { plan, department }: Pick<RecheckInput, 'plan' | 'department'>,
  today: CivilDate,
): Promise<readonly Sampled[]> {
  const notices = await standingNotices(db, {
    plan,
    today,
    states: ['public', 'ended'],
    ...(department === '' ? {} : { department }),
  });
  // A notice whose subject is held back names nobody to look at again.
  const named = notices.flatMap(({ kind, number, name, ...key }) =>
    kind === '' ? [] : [{ kind, number, name, outcome: outcomeId(key) }],
  );
  return [...Map.groupBy(named, (each) => keyText(each))]
    .sort(([a], [b]) => compareBytes(a, b))
    .flatMap(([, own]) =>
      own
        .slice(0, 1)
        .map(({ kind, number, name }) => ({ kind, number, name, outcomes: own.map(({ outcome }) => outcome) })),
    );
}

function taskOf({ purpose, department, bp }: RecheckInput, today: CivilDate): Manifest['tasks'][number] {
  const quota: SettledShare = { kind: 'share', bp, bound: 'exactly', atLeast: 1 };
  const whose = department === '' ? '' : `（${department}）`;
  return {
    no: `${purpose}${department === '' ? '' : `-${department}`}`,
    name: `${purposeWords[purpose].zh}${whose}`,
    group: 0,
    items: [],
    scheme: { name: '', date: today },
    denominator: 'frame',
    total: null,
    tiers: [{ label: '全部', quota, limits: [] }],
    counts: [],
    batches: 1,
    bodies: [],
  };
}

async function stageRoster(db: Db, sampled: readonly Sampled[]): Promise<Manifest['roster']> {
  const rows = sampled.map(({ kind, number }) => ({
    kind,
    number,
    place: '',
    used: [],
    marks: [{ tier: 0, excluded: null }],
  }));
  const pages: { rows: number; digest: string }[] = [];
  for (const page of rosterPages(rows, 10_000)) {
    await stagePages(db, tag('roster-page'), [page.text]);
    pages.push({ rows: page.rows, digest: page.digest });
  }
  return { rows: rows.length, pages };
}
