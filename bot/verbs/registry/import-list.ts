/**
 * Takes a file into the standing lists: every table of it that is like one of the sheets, good rows kept, refused rows given
 * back with what would be right. Rows are staged first and come true in one small batch; rows that the file lacks are told and
 * never deleted; the same file again changes nothing.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { digestBytes, hexOf } from '../../../core/digest.ts';
import { owedOf } from '../../../core/policy/ask.ts';
import { compare, type Difference } from '../../../core/registry/diff.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { type Context, contextOf } from '../../../core/sheet/context.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type Reading, readSheet } from '../../../core/sheet/read.ts';
import { recogniseAmong } from '../../../core/sheet/recognise.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { beginImport, importRow, lastImport, type Staging, snapshot, stillHolds } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { answerOf, countsOf, type ImportAnswer, stageReport } from './import-report.ts';
import { importOrder, isListSheet, type Known, type ListOf, type ListSheet, listOf } from './lists.ts';
import { ownRowsOnly } from './own-rows.ts';
import { policyInForce } from './policy-in-force.ts';

export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** Name of the file, for the record. */
  readonly file: string;
  /** Which sheet every table of the file is; recognised where left out. */
  readonly sheet?: ListSheet;
  /** Field name → text for columns that the file lacks, stated by the importer. */
  readonly assume?: Readonly<Record<string, string>>;
  /** Names of fields that are demanded beyond those always required. */
  readonly demand?: readonly string[];
  /** The file is a newer edition of a list from above, in force from a day: items of the same name take the old ones' place. */
  readonly edition?: { readonly name: string; readonly from: CivilDate };
  readonly onProgress?: (step: ImportStep) => void;
}

export interface ImportStep {
  readonly step: 'opening' | 'reading' | 'comparing' | 'staging' | 'committing' | 'done';
  readonly sheet: ListSheet | null;
  /** Rows concerned, 0 where not known yet. */
  readonly rows: number;
}

/** @returns an answer for each table taken, in the order in which they came true */
export async function importList(
  deps: Deps,
  actor: Actor,
  request: ImportRequest,
): Promise<Result<readonly ImportAnswer[], Refusal>> {
  const { file, bytes, onProgress = () => {} } = request;
  // Whoever may import nothing at all need not be told what is in the file.
  const allowed = authorise(actor, 'import-own', { department: actor.department });
  if (!allowed.ok) return allowed;
  onProgress({ step: 'opening', sheet: null, rows: 0 });
  const opened = await openFile(bytes);
  if (!opened.ok) return refuse('registry', { reason: 'file', file, why: opened.error });
  const tables = recognised(opened.value, request.sheet, file);
  if (!tables.ok) return tables;
  const fileDigest = hexOf(digestBytes(bytes));
  const answers: ImportAnswer[] = [];
  for (const sheet of importOrder) {
    const grids = tables.value.filter((each) => each.sheet === sheet);
    for (const { grid } of grids) {
      const mark = grids.length > 1 ? `${fileDigest}#${grid.name}` : fileDigest;
      const taken = await takers[sheet]({ deps, actor, request, grid, fileDigest, mark, onProgress });
      if (!taken.ok) return taken;
      answers.push(taken.value);
    }
  }
  return ok(answers);
}

interface Table {
  readonly grid: Grid;
  readonly sheet: ListSheet;
}

function recognised(
  grids: readonly Grid[],
  stated: ListSheet | undefined,
  file: string,
): Result<readonly Table[], Refusal> {
  if (stated !== undefined) return ok(grids.map((grid) => ({ grid, sheet: stated })));
  const found = grids.map((grid) => ({ grid, sheet: recogniseAmong(grid, Object.values(sheets))?.name ?? null }));
  const tables = found.flatMap(({ grid, sheet }) => (isListSheet(sheet) ? [{ grid, sheet }] : []));
  if (tables.length > 0) return ok(tables);
  return found.some(({ sheet }) => sheet === 'plan-tasks')
    ? refuse('registry', { reason: 'plan-sheet', file })
    : refuse('registry', { reason: 'not-recognised', file, tables: grids.map(({ name }) => name) });
}

interface Job {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly request: ImportRequest;
  readonly grid: Grid;
  readonly fileDigest: string;
  /** Digest of the file, and which of its tables this is where it has several of the same sheet. */
  readonly mark: string;
  readonly onProgress: (step: ImportStep) => void;
}

type Taker = (job: Job) => Promise<Result<ImportAnswer, Refusal>>;

const taker =
  <V>(name: ListSheet, list: ListOf<V>): Taker =>
  (job) =>
    take(name, list, job);

const takers: { readonly [S in ListSheet]: Taker } = {
  departments: taker('departments', listOf.departments),
  items: taker('items', listOf.items),
  'joint-matters': taker('joint-matters', listOf['joint-matters']),
  inspectors: taker('inspectors', listOf.inspectors),
  experts: taker('experts', listOf.experts),
  subjects: taker('subjects', listOf.subjects),
  classifications: taker('classifications', listOf.classifications),
  recusals: taker('recusals', listOf.recusals),
  'past-checks': taker('past-checks', listOf['past-checks']),
};

/** Times that a list may change under an import before it gives up. */
export const triesMax = 5;

async function take<V>(name: ListSheet, list: ListOf<V>, job: Job): Promise<Result<ImportAnswer, Refusal>> {
  const { deps, actor, request, grid, fileDigest, onProgress } = job;
  const allowed = authorise(actor, list.right, { department: actor.department });
  if (!allowed.ok) return allowed;
  const state = await snapshot(deps.db);
  const known: Known = {
    departments: await kept(deps.db, state, 'department'),
    inspectors: await kept(deps.db, state, 'inspector'),
  };
  onProgress({ step: 'reading', sheet: name, rows: grid.rows.length });
  const { assume = {} } = request;
  const demand = [...(request.demand ?? []), ...(await demandedBy(deps, name, list.sheet))];
  const context = contextOf({ departments: known.departments, assume, demand });
  const read = readSheet(grid, list.sheet, context);
  if (!read.ok) return refuse('registry', { reason: 'header', file: request.file, sheet: name, why: read.error });
  // The office takes every row; a liaison those of its own department, whatever else the file holds.
  const isOffice = may(actor, list.right).ok;
  const owns = isOffice ? read.value : ownRowsOnly(read.value, list, known, actor.department);
  const values = owns.accepted.map(({ value }) => value);
  const unsound = (await list.unsound?.(deps.db, values, dayOf(deps.now()), known)) ?? [];
  const reading = without(owns, unsound, list);
  const scope = isOffice ? '' : ` ${actor.department}`;
  const stated = Object.keys(assume).length === 0 ? '' : ` ${JSON.stringify(assume)}`;
  const { edition } = request;
  const issue = edition === undefined || list.renewed === undefined ? '' : ` ${edition.name} ${edition.from}`;
  const scoped = { ...job, mark: `${job.mark}${scope}${stated}${issue}` };
  const about = { sheet: name, list: list.list, file: request.file, table: grid.name, fileDigest };
  const answering = (each: Reading<V>) => answerOf(about, grid, each);
  if (reading.accepted.length === 0) return ok(answering(reading));
  const owned = isOffice ? () => true : (value: V) => list.ownerOf(value, known) === actor.department;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const taken = await stageAndCommit(list, scoped, { reading, context, owned, answering });
    if (taken.ok) return taken;
    if (taken.error !== 'overtaken') return err(taken.error);
  }
  return refuse('registry', { reason: 'overtaken', list: list.list });
}

type Refused<V> = Difference<V>['refused'][number];

/** Elements without which the policy in force calls a list incomplete (福安 2018 二(一)1: nine of an item), as fields of the sheet. */
export async function demandedBy<V>(
  deps: Pick<Deps, 'db' | 'now'>,
  name: ListSheet,
  sheet: Sheet<V>,
): Promise<readonly string[]> {
  const today = dayOf(deps.now());
  const policy = name === 'items' || name === 'joint-matters' ? await policyInForce(deps.db, today) : null;
  if (policy === null) return [];
  const elements = owedOf(policy, name === 'items' ? 'items' : 'joint-matters', today).flatMap(
    ({ value }) => value.elements,
  );
  return elements.flatMap((element) => {
    const meant = sheet.fields.find(({ header, aliases }) => [header, ...aliases].includes(element));
    return meant?.name ?? [];
  });
}

interface Read<V> {
  readonly reading: Reading<V>;
  readonly context: Context;
  /** Rows whose absence from the file means something. */
  readonly owned: (value: V) => boolean;
  readonly answering: (reading: Reading<V>) => ImportAnswer;
}

async function stageAndCommit<V>(
  list: ListOf<V>,
  { deps, actor, request, mark, onProgress }: Job,
  { reading: whole, context, owned, answering }: Read<V>,
): Promise<Result<ImportAnswer, Refusal | 'overtaken'>> {
  const { db } = deps;
  const sheet = isListSheet(list.sheet.name) ? list.sheet.name : null;
  const same = (): ImportAnswer => ({ ...answering(whole), state: 'same-file', same: whole.accepted.length });
  if ((await lastImport(db, list.list))?.fileDigest === mark) return ok(same());

  const staging = await beginImport(db, list.list, deps.now());
  onProgress({ step: 'comparing', sheet, rows: whole.accepted.length });
  const incoming = whole.accepted.map(({ value }) => value);
  const held: V[] = [];
  for await (const page of list.held(db, await snapshot(db), incoming)) for (const each of page) held.push(each);
  const given = [
    ...whole.recognised.columns.flatMap(({ field }) => list.sheet.fields[field]?.name ?? []),
    ...whole.recognised.assumed,
  ];
  const difference = compare(list.sheet, held, incoming, given, context);
  const reading = without(whole, difference.refused, list);
  if (reading.accepted.length === 0) return ok(answering(reading));
  const edition = list.renewed === undefined ? undefined : request.edition;
  const absent = list.isWhole ? difference.absent.filter(owned) : [];
  const { replaced } = (edition && list.renewed?.(absent, incoming, edition.from)) ?? { replaced: [] };
  const { keyOf } = list.sheet;
  const full: ImportAnswer = {
    ...answering(reading),
    state: 'imported',
    added: difference.added.length,
    changed: difference.changed.map(({ after, fields }) => ({ key: keyOf(after), fields })),
    same: difference.same,
    absent: absent.map(keyOf),
    edition: edition?.name ?? '',
    replaced: replaced.map(({ after, by }) => ({ key: keyOf(after), by })),
  };
  onProgress({ step: 'staging', sheet, rows: full.added + full.changed.length });
  const report = await stageReport(db, full);
  const rows = await list.stage(db, staging, [
    ...difference.added,
    ...difference.changed.map(({ after }) => after),
    ...replaced.map(({ after }) => after),
  ]);

  onProgress({ step: 'committing', sheet, rows });
  const done = await comesTrue(deps, actor, list, { staging, mark, full: { ...full, report }, rows, same });
  onProgress({ step: 'done', sheet, rows });
  return done;
}

/** An import whose rows are staged. */
export interface Staged {
  readonly staging: Staging;
  readonly mark: string;
  /** What is answered, its report staged. */
  readonly full: ImportAnswer;
  /** Rows staged. */
  readonly rows: number;
  /** What is answered where this very file came true meanwhile. */
  readonly same: () => ImportAnswer;
}

/** The small batch that makes it true, unless another import of the list came first. */
export function comesTrue(
  deps: Deps,
  actor: Actor,
  { list, right }: Pick<ListOf<never>, 'list' | 'right'>,
  { staging, mark, full, rows, same }: Staged,
): Promise<Result<ImportAnswer, Refusal | 'overtaken'>> {
  const { file, fileDigest, report, edition } = full;
  const named = edition === '' ? {} : { edition };
  const body = { list, file, fileDigest, report, ...named, ...countsOf(full) };
  return enact<ImportAnswer, Refusal | 'overtaken'>(deps, async (here) => {
    if ((await lastImport(deps.db, list))?.fileDigest === mark) return already(same());
    if (!(await stillHolds(deps.db, staging))) return err('overtaken');
    return ok({
      facts: [factOf(actor, right, { ...body, import: staging.no })],
      rows: [importRow(staging, { fileDigest: mark, report: report.join(' '), rows }, here)],
      value: full,
    });
  });
}

/** A row that makes no sense together with what is held (a date without its certificate) is refused like the others. */
export function without<V>(reading: Reading<V>, refused: readonly Refused<V>[], list: ListOf<V>): Reading<V> {
  if (refused.length === 0) return reading;
  const faults = new Map(refused.map(({ value, fault }) => [value, fault]));
  const rejected = reading.accepted.flatMap(({ row, value }) => {
    const found = faults.get(value);
    if (found === undefined) return [];
    const header = list.sheet.fields.find(({ name }) => name === found.field)?.header ?? found.field;
    return [{ row, faults: [{ row, column: -1, header, value: '', fault: found.fault }] }];
  });
  return {
    ...reading,
    accepted: reading.accepted.filter(({ value }) => !faults.has(value)),
    rejected: [...reading.rejected, ...rejected].sort((a, b) => a.row - b.row),
  };
}
