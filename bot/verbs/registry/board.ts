/**
 * The board of lists (甘州 2023 二(一)1 “一单两库一细则”, 福安 2018 二(一), 万年 2022 四(一)): what each department owes under the
 * policy, whether it is there, complete, sent, received and published, and who lacks it. A reading; nothing is written.
 */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { owedOf, publicationsOf } from '../../../core/policy/ask.ts';
import type { Ruling, Source } from '../../../core/policy/cited.ts';
import { dueDays, policyYearOf } from '../../../core/policy/due.ts';
import {
  type DeadlineKey,
  type ListKey,
  listKeys,
  type Owed,
  type Party,
  type Policy,
} from '../../../core/policy/shape.ts';
import { partyWords } from '../../../core/policy/words.ts';
import type { Department } from '../../../core/registry/department.ts';
import {
  board,
  type Delivery,
  deliveries,
  type Handover,
  type ListPublication,
  type ListVersion,
  type Owing,
  owing,
  publishedAt,
  type Standing,
  without,
} from '../../../core/registry/lists.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type ListAct, listActsByList } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { documentsOf, type KeptDocument } from './documents.ts';
import { type HeldLists, heldLists, isCommon, isItemList, isRowList } from './held-lists.ts';
import { itemEdition } from './item-edition.ts';
import { type Lacking, lackingIn } from './lacking.ts';
import { isCalled, type NamedDuty, namedDuties } from './named-duties.ts';
import { policyInForce } from './policy-in-force.ts';
import { publishedAs } from './publish-list.ts';

export interface BoardList {
  readonly list: ListKey;
  /** Where the policy asks for it. */
  readonly source: Source;
  /** 可探索: a department may do without it. */
  readonly optional: boolean;
  /** One list for all departments. */
  readonly common: boolean;
  readonly standing: Standing;
  /** null for a common list and for a paper. */
  readonly rows: number | null;
  /** Title of a paper, edition of an item list from above, or ''. */
  readonly title: string;
  /** Of the parts that the policy asks for, those that are not there; null where it asks for none. */
  readonly lacking: readonly Lacking[] | null;
  readonly deliveries: readonly (Delivery & { readonly receiver: string })[];
  /** `not-asked`: the policy does not ask for it to be public. */
  readonly publication: 'not-asked' | 'unpublished' | 'published';
  readonly published: readonly ListPublication[];
  /** Owed anew each year by a day of the policy; null where it names none. */
  readonly renewal: (Owing & { readonly due: CivilDate }) | null;
}

export interface ListBoard {
  readonly on: CivilDate;
  readonly policy: string;
  readonly departments: readonly {
    readonly department: string;
    readonly name: string;
    readonly lists: readonly BoardList[];
  }[];
  /** Departments without a list that they owe. */
  readonly missing: readonly { readonly list: ListKey; readonly departments: readonly string[] }[];
  /** Who owes by the policy and is not among the departments. */
  readonly unknown: readonly { readonly list: ListKey; readonly by: Party }[];
  readonly duties: readonly NamedDuty[];
}

/** Lists that are owed anew each year by a day. */
const renewedBy: Readonly<Partial<Record<ListKey, DeadlineKey>>> = {
  'joint-items': 'joint-items-filed',
  'joint-inspectors': 'joint-inspectors-renewed',
};

/** @param on the day for which the board is asked; today where left out */
export async function listBoard(deps: Deps, on: CivilDate = dayOf(deps.now())): Promise<Result<ListBoard, Refusal>> {
  const [policy, held, kept, actsOf, edition] = await Promise.all([
    policyInForce(deps.db, on),
    heldLists(deps.db),
    documentsOf(deps.db),
    listActsByList(deps.db),
    itemEdition(deps.db),
  ]);
  if (policy === null) return refuse('registry', { reason: 'no-policy', on });
  const there = held.departments.filter(({ joined, ended }) => joined <= on && (ended === null || ended > on));
  const documents = kept.filter((each) => each.on <= on);
  const owed = owedLists(policy, there, on);
  const versions = owed.flatMap(({ ruling: { value }, holders }) =>
    holders.flatMap(({ code }) => versionsOf(held, documents, value.list, code)),
  );

  const departments: ListBoard['departments'][number][] = [];
  for (const { code, name } of there) {
    const own = owed.filter(({ holders }) => holders.some((each) => each.code === code));
    const keys = own.map(({ ruling: { value } }) => value.list);
    const [row] = board([code], keys, versions, on);
    const lists: BoardList[] = [];
    for (const { ruling } of own) {
      const standing = row?.lists.find(({ list }) => list === ruling.value.list)?.standing ?? { kind: 'absent' };
      const acts = actsOf.get(`${ruling.value.list}:${code}`) ?? [];
      lists.push(listOnBoard({ deps, policy, on, held, documents, ruling, code, standing, acts, edition }));
    }
    if (lists.length > 0) departments.push({ department: code, name, lists });
  }
  const missing = owed
    .filter(({ ruling }) => !isOptional(ruling.source))
    .map(({ ruling: { value }, holders }) => {
      const codes = holders.map(({ code }) => code);
      return { list: value.list, departments: without(codes, value.list, versions, on) };
    })
    .filter((each) => each.departments.length > 0);
  const unknown = owed.flatMap(({ ruling: { value }, holders }) =>
    holders.length > 0 ? [] : value.by.map((by) => ({ list: value.list, by })),
  );
  return ok({ on, policy: policy.id, departments, missing, unknown, duties: namedDuties(policy, there, held, on) });
}

interface OwedList {
  readonly ruling: Ruling<Owed>;
  readonly holders: readonly Department[];
}

const owedLists = (policy: Policy, departments: readonly Department[], on: CivilDate): readonly OwedList[] =>
  listKeys.flatMap((list) =>
    owedOf(policy, list, on).map((ruling) => ({
      ruling,
      holders: departments.filter(
        (each) =>
          ruling.value.by.some((party) => isOne(each, party)) &&
          (ruling.value.members?.some((member) => isCalled(each, member)) ?? true),
      ),
    })),
  );

/** Whether a department is one of those that a document speaks of. */
function isOne({ kind, name, aliases }: Department, party: Party): boolean {
  if (party === 'office') return kind === 'office';
  if (party === 'section') return kind === 'section';
  if (kind !== 'member') return false;
  return party === 'member' || [name, ...aliases].some((each) => each.endsWith(partyWords[party].zh));
}

const isOptional = ({ quote }: Source): boolean => quote.includes('可探索');

function versionsOf(
  held: HeldLists,
  documents: readonly KeptDocument[],
  list: ListKey,
  department: string,
): readonly ListVersion[] {
  const of = { department, list, edition: '' };
  if (isRowList(list)) {
    const rows = held.listOf(list, department);
    // What is imported holds from its day on: a list of rows has no draft.
    return rows === null
      ? []
      : [{ ...of, version: rows.version, madeOn: rows.madeOn, inForce: rows.madeOn, rows: rows.rows ?? 0 }];
  }
  const own = documents.filter((each) => each.list === list && each.department === department);
  return [...Map.groupBy(own, ({ version }) => version)].map(([version, said]) => ({
    ...of,
    version,
    madeOn: said[0]?.on ?? '',
    inForce: said.at(-1)?.inForce ?? null,
    rows: 0,
  }));
}

interface Asked {
  readonly deps: Deps;
  readonly policy: Policy;
  readonly on: CivilDate;
  readonly held: HeldLists;
  readonly documents: readonly KeptDocument[];
  readonly ruling: Ruling<Owed>;
  /** Department code. */
  readonly code: string;
  readonly standing: Standing;
  readonly acts: readonly ListAct[];
  /** Of the item list, as its importer stated it. */
  readonly edition: string;
}

function listOnBoard(asked: Asked): BoardList {
  const { policy, on, held, documents, code, standing, acts, edition } = asked;
  const { value, source } = asked.ruling;
  const { list, to } = value;
  const version = standing.kind === 'absent' ? 0 : standing.version;
  const of = { department: code, list, version };
  const document = documents.findLast(
    (each) => each.list === list && each.department === code && each.version === version,
  );
  const due = dueOf(asked.deps, policy, list, on);
  const handed = deliveries(of, to, handoversOf(of, acts), due, on);
  const published = publishedAt(of, publicationsIn(of, acts), on);
  const what = publishedAs[list];
  const isAsked = what !== undefined && publicationsOf(policy, what, on).length > 0;
  return {
    list,
    source,
    optional: isOptional(source),
    common: isCommon(list),
    standing,
    rows: isRowList(list) ? (held.listOf(list, code)?.rows ?? null) : null,
    title: document?.title ?? (isItemList(list) ? edition : ''),
    lacking: standing.kind === 'absent' ? null : lackingIn(held, value, code, document),
    deliveries: handed,
    publication: published.length > 0 ? 'published' : isAsked ? 'unpublished' : 'not-asked',
    published,
    renewal: due === null ? null : { ...renewalOf(code, handed, standing, due, on), due },
  };
}

/** The day of this calendar year by which the list is owed anew, where one binds. */
function dueOf({ calendar }: Deps, policy: Policy, list: ListKey, on: CivilDate): CivilDate | null {
  const key = renewedBy[list];
  const year = policyYearOf(policy, on);
  if (key === undefined || !year.ok) return null;
  const found = dueDays(policy, year.value, calendar).find(
    ({ deadline, due, state }) => deadline.key === key && state === 'binding' && yearOf(due) === yearOf(on),
  );
  return found?.due ?? null;
}

/** Filed where it has to be sent, once every receiver has it; renewed where nobody is named, once its rows change. */
function renewalOf(
  department: string,
  handed: readonly Delivery[],
  standing: Standing,
  due: CivilDate,
  on: CivilDate,
): Owing {
  const received = handed.flatMap((each) => each.received ?? []);
  const filed = received.length === handed.length ? [...received].sort().at(-1) : undefined;
  const day = handed.length > 0 ? filed : standing.kind === 'absent' ? undefined : standing.changed;
  const done = day === undefined ? [] : [{ department, on: day }];
  const [state] = owing([department], done, `${yearOf(on)}-01-01`, due, on);
  return state ?? { department, state: 'open', done: null };
}

type Of = Pick<ListVersion, 'department' | 'list' | 'version'>;

const handoversOf = (of: Of, acts: readonly ListAct[]): readonly Handover[] =>
  acts
    .filter(({ act, version }) => act === 'sent' && version === of.version)
    .map(({ party, at }) => {
      const receipt = acts.find(
        (each) => each.act === 'received' && each.version === of.version && each.party === party,
      );
      return { ...of, receiver: party, sent: dayOf(at), received: receipt === undefined ? null : dayOf(receipt.at) };
    });

const publicationsIn = (of: Of, acts: readonly ListAct[]): readonly ListPublication[] =>
  acts
    .filter(({ act }) => act === 'published')
    .map(({ version, party, at, body }) => {
      const { where = '', on = dayOf(at) } = placeIn(body);
      return { ...of, version, channel: party, where, on };
    });

/** Safe because `publish-list` alone writes these bodies. */
const placeIn = (body: ListAct['body']) => body as { readonly where?: string; readonly on?: CivilDate };
