/**
 * Takes in a CSV of subjects of any length, a portion at a time: read, checked, compared with what is held of the same keys, staged. One
 * small batch at the end makes it true, as with any import, and the answer is the one that `importList` gives of the whole file; only the
 * memory is a portion's and the keys', so that a million rows fit an isolate of the edge. The file is read twice (`survey.ts`).
 */

import { compare } from '../../../../core/registry/diff.ts';
import type { Subject } from '../../../../core/registry/subject.ts';
import { ok, type Result } from '../../../../core/result.ts';
import { type Context, contextOf } from '../../../../core/sheet/context.ts';
import { type Grid, limits } from '../../../../core/sheet/grid.ts';
import { givenFields, type Reading, sheetReader } from '../../../../core/sheet/read.ts';
import { lineReader } from '../../../../core/sheet/read-row.ts';
import { beginImport, lastImport, type Staging, snapshot } from '../../../../db/imports.ts';
import { kept } from '../../../../db/registry.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { authorise } from '../../act.ts';
import { comesTrue, type ImportStep, triesMax, without } from '../import-list.ts';
import { answerOf, type ImportAnswer, stageReport } from '../import-report.ts';
import { listOf } from '../lists.ts';
import { csvRows, portionRows, type Source } from './csv-rows.ts';
import { type Survey, survey } from './survey.ts';

export interface LargeImport {
  readonly source: Source;
  /** Name of the file, for the record. */
  readonly file: string;
  readonly assume?: Readonly<Record<string, string>>;
  readonly onProgress?: (step: ImportStep) => void;
  /** Rows in memory at once, forty at least: the header row must be among the first of them. */
  readonly atOnce?: number;
}

const list = listOf.subjects;
const { sheet } = list;

export async function importSubjects(
  deps: Deps,
  actor: Actor,
  request: LargeImport,
): Promise<Result<ImportAnswer, Refusal>> {
  const { file, source, assume = {}, onProgress = () => {} } = request;
  const allowed = authorise(actor, list.right, { department: actor.department });
  if (!allowed.ok) return allowed;
  onProgress({ step: 'reading', sheet: sheet.name, rows: 0 });
  const departments = await kept(deps.db, await snapshot(deps.db), 'department');
  const context = contextOf({ departments, assume });
  const surveyed = await survey(source, sheet, context, request.atOnce ?? portionRows);
  if (!surveyed.ok) {
    const why = surveyed.error;
    return why.kind === 'header'
      ? refuse('registry', { reason: 'header', file, sheet: sheet.name, why: why.why })
      : refuse('registry', { reason: 'file', file, why });
  }
  const stated = Object.keys(assume).length === 0 ? '' : ` ${JSON.stringify(assume)}`;
  const job = { deps, actor, request, context, survey: surveyed.value, mark: `${surveyed.value.fileDigest}${stated}` };
  if (job.survey.keys.size === 0) return ok(answered(job, await readAll(job, nothingMore)));
  for (let tries = 0; tries < triesMax; tries += 1) {
    const taken = await stageAndCommit(job);
    if (taken.ok) return taken;
    if (taken.error !== 'overtaken') return { ok: false, error: taken.error };
  }
  return refuse('registry', { reason: 'overtaken', list: list.list });
}

interface Job {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly request: LargeImport;
  readonly context: Context;
  readonly survey: Survey;
  readonly mark: string;
}

async function stageAndCommit(job: Job): Promise<Result<ImportAnswer, Refusal | 'overtaken'>> {
  const { deps, actor, request, mark } = job;
  const { onProgress = () => {} } = request;
  const same = (read: ReadAll): ImportAnswer => ({
    ...answered(job, read),
    state: 'same-file',
    same: read.accepted,
  });
  if ((await lastImport(deps.db, list.list))?.fileDigest === mark) return ok(same(await readAll(job, nothingMore)));

  const staging = await beginImport(deps.db, list.list, deps.now());
  const compared = comparing(job, staging);
  const read = await readAll(job, async (reading) => {
    const done = await compared.take(reading);
    onProgress({ step: 'staging', sheet: sheet.name, rows: compared.staged() });
    return done;
  });
  if (read.accepted === 0) return ok(answered(job, read));
  onProgress({ step: 'comparing', sheet: sheet.name, rows: read.accepted });
  const full: ImportAnswer = { ...answered(job, read), state: 'imported', ...(await compared.said()) };
  const report = await stageReport(deps.db, full);
  const rows = compared.staged();
  onProgress({ step: 'committing', sheet: sheet.name, rows });
  const done = await comesTrue(deps, actor, list, {
    staging,
    mark,
    full: { ...full, report },
    rows,
    same: () => same(read),
  });
  onProgress({ step: 'done', sheet: sheet.name, rows });
  return done;
}

type Portion = Reading<Subject>;

const nothingMore = async (): Promise<Pick<Portion, 'rejected'>> => ({ rejected: [] });

/** What was read of the whole file. */
interface ReadAll {
  readonly reading: Portion;
  readonly accepted: number;
  /** The rows that were refused, at their places, and those that waited. */
  readonly grid: Grid;
}

/**
 * Reads the file a portion at a time; at the end come the rows that are not alone in it.
 * @param take is given the accepted rows of a portion; says which of them are refused after all
 */
async function readAll(
  { request, context, survey: { encoding, recognised, head, repeated } }: Job,
  take: (portion: Portion) => Promise<Pick<Portion, 'rejected'>>,
): Promise<ReadAll> {
  const lineOf = lineReader(recognised);
  const reader = sheetReader(head, sheet, context, recognised, (key) => !repeated.has(key));
  const cells: (readonly string[])[] = [];
  const refused: Portion['rejected'][number][] = [];
  let [accepted, known, waiting] = [0, 0, 0];
  const taken = async (
    rows: Portion['accepted'],
    reading: Portion,
    given: readonly (readonly string[])[],
    first: number,
  ) => {
    const { rejected } = await take({ ...reading, accepted: rows, rejected: [] });
    accepted += rows.length - rejected.length;
    refused.push(...rejected);
    const kept = [...reading.rejected.slice(known), ...reading.accepted.slice(waiting), ...rejected];
    for (const { row } of kept) cells[row] ??= given[row - first] ?? [];
    [known, waiting] = [reading.rejected.length, reading.accepted.length];
  };
  for await (const portion of csvRows(request.source(), encoding, limits, request.atOnce ?? portionRows)) {
    // It was surveyed as a whole: what cannot be read now is another file.
    if (!portion.ok) throw new Error(`${request.file} was changed while it was read`);
    const { rows, firstRow } = portion.value;
    for (const [i, row] of rows.entries()) {
      const line = firstRow + i < recognised.firstRow ? null : lineOf(firstRow + i, row);
      if (line !== null) reader.take(line);
    }
    await taken(reader.settled(), reader.reading(), rows, firstRow);
  }
  const last = reader.reading();
  await taken(last.accepted, last, [], 0);
  const rejected = [...last.rejected, ...refused].sort((a, b) => a.row - b.row);
  return { reading: { ...last, accepted: [], rejected }, accepted, grid: { name: '', rows: cells } };
}

function answered({ request, survey: { fileDigest } }: Job, { reading, accepted, grid }: ReadAll): ImportAnswer {
  const about = { sheet: sheet.name, list: list.list, file: request.file, table: '', fileDigest } as const;
  return { ...answerOf(about, grid, reading), accepted, rows: accepted + reading.rejected.length };
}

/** Compares portion by portion with what is held, and stages what is new. */
function comparing({ deps: { db }, context, survey: { keys } }: Job, staging: Staging) {
  const changed: { readonly row: number; readonly change: ImportAnswer['changed'][number] }[] = [];
  let [added, same, staged] = [0, 0, 0];
  return {
    staged: () => staged,
    async take(portion: Portion): Promise<Pick<Portion, 'rejected'>> {
      const incoming = portion.accepted.map(({ value }) => value);
      const held = await list.heldOf(db, await snapshot(db), incoming);
      const difference = compare(sheet, held, incoming, givenFields(portion, sheet), context);
      const rowOf = new Map(portion.accepted.map(({ row, value }) => [sheet.keyOf(value), row]));
      for (const { after, fields } of difference.changed) {
        const key = sheet.keyOf(after);
        changed.push({ row: rowOf.get(key) ?? 0, change: { key, fields } });
      }
      added += difference.added.length;
      same += difference.same;
      const fresh = [...difference.added, ...difference.changed.map(({ after }) => after)];
      if (fresh.length > 0) staged += await list.stage(db, staging, fresh);
      return without(portion, difference.refused, list);
    },
    /** What the list says now, of the whole file. */
    async said(): Promise<Pick<ImportAnswer, 'added' | 'changed' | 'same' | 'absent'>> {
      const absent: string[] = [];
      for await (const page of list.held(db, await snapshot(db)))
        for (const each of page) if (!keys.has(sheet.keyOf(each))) absent.push(sheet.keyOf(each));
      return { added, same, absent, changed: changed.sort((a, b) => a.row - b.row).map(({ change }) => change) };
    },
  };
}
