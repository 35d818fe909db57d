/**
 * What the papers of a draw say: the form that is signed, the list of visits, the assignments. Names come from the lists as they
 * stand, everything else from the record; nothing is decided here.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { exclusionWords } from '../../../core/draw/exclusion-words.ts';
import { exclusions } from '../../../core/draw/frame.ts';
import type { ManifestTask } from '../../../core/draw/manifest.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { formatCheckpoint } from '../../../core/ledger/checkpoint.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept, policyOn } from '../../../db/registry.ts';
import { presentCheckpoint } from '../../../db/standing.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import type { RecordValue } from '../../paper/record-value.ts';
import type { ListHead, PaperVisit, VisitingBody } from '../../paper/visit.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { type Standing, standingAssignment } from '../visit/assignment.ts';
import { ceremonyHeld } from './held.ts';

export interface VisitPapers {
  readonly head: ListHead;
  readonly visits: readonly PaperVisit[];
}

/** Number of a visit on every paper: ceremony and visit, from 1. */
export const visitNo = (ceremony: number, visit: number): string => `${ceremony}-${String(visit + 1).padStart(5, '0')}`;

/** The visits of a ceremony as they stand, with names. */
export async function visitPapers(deps: Deps, no: number): Promise<Result<VisitPapers, Refusal>> {
  const standing = await standingAssignment(deps.db, no);
  if (!standing.ok) return standing;
  const { record, assignment } = standing.value;
  const { manifest } = record;
  const names = await namesIn(deps, standing.value);
  const plan = (await heldPlan(deps.db, manifest.plan))?.plan.tasks ?? [];
  const tasks = manifest.tasks.map((task) => ({ task, planned: plan.find((each) => each.no === task.no) }));
  const batches = batchesOf(record);
  const visits = assignment.visits.flatMap((visit, v): PaperVisit[] => {
    if (visit.ended) return [];
    const key = assignment.roster.key(visit.row);
    const here = visit.tasks.flatMap((place) => tasks[place] ?? []);
    return [
      {
        no: visitNo(no, v),
        subject: { ...key, name: names.subject(keyText(key)), place: assignment.roster.place(visit.row) },
        tasks: here.map(({ task }) => ({ no: task.no, name: task.name })),
        bodies: bodiesAt(standing.value, v, here, names),
        window: manifest.window,
        method: here.every(({ planned }) => planned?.method === here[0]?.planned?.method)
          ? (here[0]?.planned?.method ?? 'on-site')
          : 'on-site',
        batch: Math.min(
          ...visit.tasks.map((place) => batches.get(`${place}:${visit.row}`) ?? 1),
          Number.MAX_SAFE_INTEGER,
        ),
      },
    ];
  });
  const { office, ceremony, plan: planNo } = manifest;
  return ok({ head: { office, ceremony, plan: planNo, recordDigest: record.digest, date: dayOf(deps.now()) }, visits });
}

interface Names {
  readonly subject: (key: string) => string;
  readonly department: (code: string) => string;
  readonly item: (code: string) => string;
  readonly inspector: (number: string) => string;
}

async function namesIn({ db }: Deps, { assignment }: Standing): Promise<Names> {
  const state = await snapshot(db);
  const keys = assignment.visits.map(({ row }) => assignment.roster.key(row));
  const subjects = await subjectsByKey(db, state, keys);
  const departments = new Map((await kept(db, state, 'department')).map(({ code, name }) => [code, name]));
  const items = new Map((await kept(db, state, 'item')).map(({ code, name }) => [code, name]));
  const people = [...(await kept(db, state, 'inspector')), ...(await kept(db, state, 'expert'))];
  const inspectors = new Map(people.map(({ number, name }) => [number, name]));
  return {
    subject: (key) => subjects.get(key)?.name ?? key,
    department: (code) => departments.get(code) ?? code,
    item: (code) => items.get(code) ?? code,
    inspector: (number) => inspectors.get(number) ?? number,
  };
}

function bodiesAt(
  { assignment }: Standing,
  visit: number,
  tasks: readonly { readonly task: ManifestTask; readonly planned: Task | undefined }[],
  names: Names,
): readonly VisitingBody[] {
  const posts = (assignment.visits[visit]?.posts ?? []).flatMap((no) => assignment.posts[no] ?? []);
  const departments = [...new Set(posts.map(({ department }) => department))];
  return departments.map((code) => {
    const own = posts.filter(({ department }) => department === code);
    const items = tasks.flatMap(
      ({ planned }) => planned?.bodies.find(({ department }) => department === code)?.items ?? [],
    );
    return {
      code,
      name: names.department(code),
      items: [...new Set(items)].map(names.item),
      inspectors: own.flatMap(({ officer }) =>
        officer === null ? [] : [{ number: officer, name: names.inspector(officer) }],
      ),
      open: own.filter(({ officer }) => officer === null).length,
    };
  });
}

/** Batch, from 1, of each `task:row` (README §6.4). */
function batchesOf({ manifest, result }: DrawRecord): ReadonlyMap<string, number> {
  const batches = new Map<string, number>();
  for (const [place, { tiers }] of result.tasks.entries()) {
    const of = manifest.tasks[place]?.batches ?? 1;
    for (const { drawn } of tiers) {
      drawn.forEach((row, j) => {
        batches.set(`${place}:${row}`, Math.floor((j * of) / drawn.length) + 1);
      });
    }
  }
  return batches;
}

export interface FormInput {
  readonly ceremony: number;
  /** Room of the ceremony. */
  readonly place: string;
  readonly media: readonly string[];
  /** Where anybody verifies the record. */
  readonly verifyAt: string;
}

/** Everything on 随机抽取情况记录表. */
export async function recordFormValue(deps: Deps, input: FormInput): Promise<Result<RecordValue, Refusal>> {
  const standing = await standingAssignment(deps.db, input.ceremony);
  if (!standing.ok) return standing;
  const held = await ceremonyHeld(deps.db, input.ceremony);
  if (!held.ok) return held;
  const { record, assignment } = standing.value;
  const { manifest } = record;
  const names = await namesIn(deps, standing.value);
  const plan = (await heldPlan(deps.db, manifest.plan))?.plan.tasks ?? [];
  const policy = policyIn((await policyOn(deps.db, manifest.window.from))?.body ?? null);
  const source = manifest.public[record.public.place];
  const visits = assignment.visits.filter(({ ended }) => !ended);
  const posts = assignment.posts.filter(({ visit }) => assignment.visits[visit]?.ended === false);
  const date = dayOf(record.openedAt);
  return ok({
    ceremony: input.ceremony,
    office: manifest.office,
    policy: policy === null ? manifest.policy : (policy.head.number?.value ?? policy.head.title.value),
    plan: manifest.plan,
    way: manifest.way,
    place: input.place,
    frozenAt: manifest.frozenAt,
    openedAt: record.openedAt,
    snapshot: manifest.snapshot,
    window: manifest.window,
    discloseFrom: manifest.discloseFrom,
    roster: manifest.roster.rows,
    tasks: manifest.tasks.map((task, place) => drawnTask(task, place, record, plan, names)),
    excluded: excludedIn(standing.value),
    merged: {
      households: new Set(visits.map(({ row }) => row)).size,
      visits: visits.length,
      posts: posts.length,
      open: posts.filter(({ officer }) => officer === null).length,
      inspectors: new Set(posts.flatMap(({ officer }) => (officer === null ? [] : [officer]))).size,
    },
    participants: manifest.participants.map(({ id, name, department, custody, kind }) => ({
      name,
      department: names.department(department),
      custody,
      kind,
      state: stateOf(record, id),
    })),
    publicNumber: {
      name: source?.name ?? '',
      issue: source?.issue ?? '',
      number: record.public.number,
      at: record.public.at,
      typists: record.public.typists.map(({ name, department }) => ({
        name,
        department: names.department(department),
      })),
      misreadings: record.misreadings.map(({ number, reason }) => ({ number, reason })),
    },
    manifestDigest: record.manifestDigest,
    commitmentsDigest: record.commitmentsDigest,
    seed: dayOf(deps.now()) >= manifest.discloseFrom ? record.seed : null,
    root: record.root,
    recordDigest: record.digest,
    checkpoint: formatCheckpoint(await presentCheckpoint(deps.db, deps.office)),
    verifyAt: input.verifyAt,
    media: input.media,
    annulled:
      held.value.state.stage === 'annulled' && held.value.state.ended !== null
        ? { order: held.value.state.ended.reason, by: held.value.state.ended.by }
        : null,
    seal: { lines: [manifest.office], standIn: policy?.head.seal === null || policy === null ? null : (policy.head.seal.value.by ?? '') },
    date: date satisfies CivilDate,
  });
}

function stateOf({ sealed, absent }: DrawRecord, id: string): RecordValue['participants'][number]['state'] {
  if (absent.includes(id)) return 'absent';
  return sealed.some((each) => each.id === id) ? 'opened' : 'unsealed';
}

/** Written by us from this very type when the policy was put in force. */
const policyIn = (body: unknown): Policy | null => body as Policy | null;

function drawnTask(
  task: ManifestTask,
  place: number,
  record: DrawRecord,
  plan: readonly Task[],
  names: Names,
): RecordValue['tasks'][number] {
  const planned = plan.find(({ no }) => no === task.no);
  return {
    no: task.no,
    name: task.name,
    lead: names.department(planned?.lead ?? ''),
    partners: (planned?.partners ?? []).map(names.department),
    scheme: task.scheme.name,
    total: task.total,
    tiers: task.tiers.map(({ label, quota }, t) => {
      const tier = record.result.tasks[place]?.tiers[t];
      return {
        label,
        share: quota,
        frame: tier?.frame ?? 0,
        eligible: tier?.eligible ?? 0,
        size: tier?.size ?? 0,
        drawn: tier?.drawn.length ?? 0,
        skipped: tier?.skipped.length ?? 0,
      };
    }),
  };
}

/** Households that no task could draw, by the reason of the first task that means them. */
function excludedIn({ assignment }: Standing): RecordValue['excluded'] {
  const { roster, manifest } = assignment;
  const reasonOf = new Map(manifest.exclusions.map(({ letter, reason }) => [letter.charCodeAt(0), reason]));
  const counts = new Map<string, number>();
  for (let row = 0; row < roster.rows; row += 1) {
    const letters = roster.columns.letters.map((column) => column[row] ?? 0);
    if (roster.columns.open.some((column) => (column[row] ?? 255) !== 255)) continue;
    const reason = reasonOf.get(letters.find((letter) => letter !== 0) ?? 0);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return exclusions.flatMap(({ reason }) => {
    const households = counts.get(reason) ?? 0;
    return households === 0 ? [] : [{ reason: exclusionWords[reason].zh, households }];
  });
}
