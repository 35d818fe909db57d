/**
 * The standing lists as books: 抽查事项清单 and 执法检查人员名录库 of one's own department, all of them and 检查对象名录库 for the office. What is
 * submitted becomes one import like that of a file.
 */
import { canonical } from '../../../../core/canonical.ts';
import { digestText } from '../../../../core/digest.ts';
import type { Inspector } from '../../../../core/registry/inspector.ts';
import type { Item } from '../../../../core/registry/item.ts';
import type { Subject } from '../../../../core/registry/subject.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import { type BookLine, rowsMost } from '../../../../core/sheet/book.ts';
import { contextOf } from '../../../../core/sheet/context.ts';
import type { Words } from '../../../../core/words.ts';
import { beginImport, importRow, type Snapshot, snapshot, stillHolds } from '../../../../db/imports.ts';
import { cut, stagePages } from '../../../../db/pages.ts';
import { kept } from '../../../../db/registry.ts';
import { countSubjects } from '../../../../db/subjects.ts';
import type { Actor } from '../../../actor.ts';
import { asJson } from '../../../as-json.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { already, authorise, enact, factOf } from '../../act.ts';
import { demandedBy } from '../../registry/import-list.ts';
import { type Known, type ListOf, listOf } from '../../registry/lists.ts';
import { nothingWritten } from '../consult/line.ts';
import type { BookKeeper, HeldRows, SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { pageOf } from '../page.ts';
import { eachOnce } from '../weigh.ts';
import { type ListBook, listReference } from './reference.ts';
import { type ListAtWork, listRow, settleList } from './settle-list.ts';

type ListSheet = ListBook['sheet'];

interface ListKept<V> {
  readonly sheet: ListSheet;
  readonly list: ListOf<V>;
  /** Fields whose words are part of another one once they are kept: 子项 of the name, 专项库 of the tags. */
  readonly hidden: readonly string[];
  readonly count: (deps: Deps, state: Snapshot, owns: (value: V) => boolean) => Promise<number>;
}

const beyond = rowsMost + 1;

const counted =
  <V>(list: ListOf<V>): ListKept<V>['count'] =>
  async ({ db }, state, owns) => {
    let rows = 0;
    for await (const page of list.held(db, state, [])) rows += page.filter(owns).length;
    return rows;
  };

const items: ListKept<Item> = { sheet: 'items', list: listOf.items, hidden: ['part'], count: counted(listOf.items) };
const inspectors: ListKept<Inspector> = {
  sheet: 'inspectors',
  list: listOf.inspectors,
  hidden: [],
  count: counted(listOf.inspectors),
};
const subjects: ListKept<Subject> = {
  sheet: 'subjects',
  list: listOf.subjects,
  hidden: ['libraries'],
  // A register of a million is not read through to say that it is too large.
  count: ({ db }, state) => countSubjects(db, state, beyond),
};

/** The book of every standing list. */
export const standing = 'standing';

const keeperOf = <V>(keeps: ListKept<V>): BookKeeper => ({
  books: async (deps, actor) => {
    const scope = scopeOf(actor, keeps.list);
    return scope.ok ? [await lineOf(deps, actor, keeps)] : [];
  },
  rows: (deps, actor, _ref, after) => pageFor(deps, actor, keeps, after),
  reference: (deps, actor, { book }) => {
    const scope = scopeOf(actor, keeps.list);
    return scope.ok ? listReference(deps, actor, { sheet: keeps.sheet, book }) : Promise.resolve(scope);
  },
  submit: (deps, actor, submission) => submit(deps, actor, keeps, submission),
});

export const listRows: { readonly [S in ListSheet]: BookKeeper } = {
  items: keeperOf(items),
  inspectors: keeperOf(inspectors),
  subjects: keeperOf(subjects),
};

/** Whose rows: null for the office, which keeps all; else the department's own. */
function scopeOf<V>(actor: Actor, { right }: ListOf<V>): Result<{ readonly own: string | null }, Refusal> {
  if (may(actor, right).ok) return ok({ own: null });
  const allowed = authorise(actor, right, { department: actor.department });
  return allowed.ok ? ok({ own: actor.department }) : allowed;
}

async function knownTo({ db }: Deps, state: Snapshot): Promise<Known> {
  return { departments: await kept(db, state, 'department'), inspectors: await kept(db, state, 'inspector') };
}

const ownsFor =
  <V>(actor: Actor, { list }: ListKept<V>, known: Known) =>
  (value: V): boolean =>
    may(actor, list.right).ok || list.ownerOf(value, known) === actor.department;

async function lineOf<V>(deps: Deps, actor: Actor, keeps: ListKept<V>): Promise<BookLine> {
  const state = await snapshot(deps.db);
  const owns = ownsFor(actor, keeps, await knownTo(deps, state));
  const rows = await keeps.count(deps, state, owns);
  const isAll = may(actor, keeps.list.right).ok;
  return {
    sheet: keeps.sheet,
    book: standing,
    title: keeps.list.sheet.title,
    note:
      rows > rowsMost
        ? { zh: `超过 ${rowsMost} 行`, en: `More than ${rowsMost} rows.` }
        : {
            zh: `${isAll ? '全部' : '本单位'} ${rows} 行；行不作删除，同一行以标识为准。`,
            en: `${rows} rows${isAll ? '' : ' of your department'}; rows are never deleted and known by their key.`,
          },
    year: null,
    rows: Math.min(rows, rowsMost),
    readOnly: rows > rowsMost ? tooLarge : null,
    reason: false,
    withdrawable: false,
  };
}

const tooLarge: Words = {
  zh: `超过 ${rowsMost} 行，不宜在工作簿中办理，请用文件导入`,
  en: `more than ${rowsMost} rows are too many for a worksheet; import a file instead`,
};

async function workOf<V>(deps: Deps, actor: Actor, keeps: ListKept<V>, state: Snapshot): Promise<ListAtWork<V>> {
  const { list, hidden } = keeps;
  const known = await knownTo(deps, state);
  const held = new Map<string, V>();
  for await (const page of list.held(deps.db, state, []))
    for (const value of page) held.set(list.sheet.keyOf(value), value);
  return {
    sheet: list.sheet,
    fields: new Set(list.sheet.fields.map(({ name }) => name).filter((name) => !hidden.includes(name))),
    context: contextOf({ departments: known.departments, demand: await demandedBy(deps, keeps.sheet, list.sheet) }),
    held,
    owns: ownsFor(actor, keeps, known),
  };
}

async function pageFor<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  after: string,
): Promise<Result<HeldRows, Refusal>> {
  const scope = scopeOf(actor, keeps.list);
  if (!scope.ok) return scope;
  const line = await lineOf(deps, actor, keeps);
  if (line.readOnly !== null) return refuse('sheet', { reason: 'list-too-large', title: line.title, most: rowsMost });
  const work = await workOf(deps, actor, keeps, await snapshot(deps.db));
  const own = [...work.held].flatMap(([id, value]) => (work.owns(value) ? [{ id, value }] : []));
  return pageOf({ line, fields: [...work.fields], rows: own }, after, (page) =>
    page.map(({ value }) => listRow(work, value)),
  );
}

/** Times that a list may change under a submission before it gives up. */
const triesMax = 5;

async function submit<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal>> {
  const scope = scopeOf(actor, keeps.list);
  if (!scope.ok) return scope;
  const first = await firstReceipt(deps.db, actor, submission);
  if (!first.ok) return first;
  if (first.value !== null) return ok(first.value);
  const { title, readOnly } = await lineOf(deps, actor, keeps);
  if (readOnly !== null) return refuse('sheet', { reason: 'list-too-large', title, most: rowsMost });
  for (let tries = 0; tries < triesMax; tries += 1) {
    const taken = await stageAndCommit(deps, actor, keeps, submission);
    if (taken.ok) return taken;
    if (taken.error !== 'overtaken') return err(taken.error);
  }
  return refuse('registry', { reason: 'overtaken', list: keeps.list.list });
}

async function stageAndCommit<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal | 'overtaken'>> {
  const { db } = deps;
  const { list } = keeps;
  const state = await snapshot(db);
  const work = await workOf(deps, actor, keeps, state);
  const { settle, written } = settleList(work);
  const answers = eachOnce(submission.rows, settle);
  if (written.size === 0) return ok({ answers, note: nothingWritten });
  const staging = await beginImport(db, list.list, deps.now());
  if (staging.base !== state[list.list].upTo) return err('overtaken');
  const rows = await list.stage(
    db,
    staging,
    [...written.values()].map(({ after }) => after),
  );
  const counts = countsOf(answers);
  const changes = [...written].map(([key, { before, after }]) => ({
    key,
    before: before === null ? null : listRow(work, before).cells,
    after: listRow(work, after).cells,
  }));
  const report = await stagePages(db, 'mingchou/import-report/1', cut(JSON.stringify({ counts, changes })));
  const fileDigest = digestText('mingchou/rows/1', canonical(asJson(submission.rows)));
  const body = { list: list.list, file: '工作簿填报', fileDigest, report: [...report], ...counts, import: staging.no };
  const receipt: SheetReceipt = { answers, note: noteOf(counts) };
  return enact<SheetReceipt, Refusal | 'overtaken'>(deps, async (at) => {
    const before = await firstReceipt(db, actor, submission);
    if (!before.ok) return before;
    if (before.value !== null) return already(before.value);
    if (!(await stillHolds(db, staging))) return err('overtaken');
    return ok({
      facts: [factOf(actor, list.right, body)],
      rows: [
        importRow(staging, { fileDigest: '', report: report.join(' '), rows }, at),
        await receiptRow(db, actor, submission, receipt, at),
      ],
      value: receipt,
    });
  });
}

/** The counts that the fact of an import has. */
function countsOf(answers: SheetReceipt['answers']) {
  const number = (...outcomes: readonly string[]) => answers.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const rejected = number('refused', 'conflict');
  return {
    rows: answers.length,
    accepted: answers.length - rejected,
    corrected: 0,
    rejected,
    repeated: 0,
    added: number('created'),
    changed: number('updated', 'merged'),
    same: number('unchanged'),
    absent: 0,
  };
}

const noteOf = ({ added, changed, rejected }: ReturnType<typeof countsOf>): Words => ({
  zh: `已写入：新增 ${added} 行，修改 ${changed} 行${rejected === 0 ? '' : `，另有 ${rejected} 行未写入，见各行说明`}。`,
  en: `Written: ${added} new, ${changed} changed${rejected === 0 ? '' : `; ${rejected} not, see each of them`}.`,
});
