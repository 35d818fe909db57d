/**
 * 整套材料归档 (福安 2018 二(二)1): every paper and file of one draw, with its checksum, and by name what people must still add (the signed
 * form, photos). One act gives the whole folder, so that no office has to remember what belongs into it.
 */
import { canonical } from '../../../core/canonical.ts';
import { digestBytes, hexOf } from '../../../core/digest.ts';
import { formatCheckpoint } from '../../../core/ledger/checkpoint.ts';
import { visitId, visitKeyOf } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../../core/sheet/template.ts';
import type { MediaKept } from '../../../core/visit/fact.ts';
import { dossiersUnder } from '../../../db/dossier.ts';
import { snapshot } from '../../../db/imports.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import { approvals, heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import { presentCheckpoint } from '../../../db/standing.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { assignments } from '../../paper/assignments.ts';
import { checksums, type Filed, fileList, type KeptElsewhere, missing, type Part } from '../../paper/file-list.ts';
import { planRows } from '../../paper/plan-rows.ts';
import { recordForm } from '../../paper/record-form.ts';
import { visitList } from '../../paper/visit-list.ts';
import { workbook } from '../../paper/workbook.ts';
import type { Refusal } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { outcomeBook } from '../outcome/book.ts';
import { visitPapers } from '../paper/file-papers.ts';
import { recordFor } from './disclose.ts';
import { type FormInput, papersOf } from './papers.ts';

export interface DrawFile {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Parts that people must add, in words. */
  readonly missing: readonly string[];
}

/** @param actor whoever may have the record: the office and the witnesses at once, everybody after disclosure */
export async function fileDraw(
  deps: Deps,
  actor: Actor,
  input: FormInput & {
    /** Of the papers after the draw, those of these visits alone: for the file of one task. */
    readonly visits?: ReadonlySet<number>;
  },
): Promise<Result<DrawFile, Refusal>> {
  const record = await recordFor(deps, actor, input.ceremony);
  if (!record.ok) return record;
  const elsewhere = await mediaKept(deps, input.ceremony);
  const papers = await papersOf(deps, { ...input, media: [...input.media, ...elsewhere.map(({ name }) => name)] });
  if (!papers.ok) return papers;
  const { form, head, visits } = papers.value;
  const { manifest } = record.value;
  const checkpoint = formatCheckpoint(await presentCheckpoint(deps.db, deps.office));
  const made: { part: Part; name: string; bytes: Uint8Array }[] = [
    ...(await planFiles(deps, manifest.plan, head.date)),
    { part: 'manifest', name: 'manifest.json', bytes: text(canonical(manifest)) },
    { part: 'record', name: 'record.json', bytes: text(canonical(record.value)) },
    { part: 'form', name: '随机抽取情况记录表.html', bytes: text(recordForm(form)) },
    { part: 'visit-list', name: '待检名单.xlsx', bytes: await visitList(head, visits) },
    { part: 'assignments', name: '执法检查人员任务安排.xlsx', bytes: await assignments(head, visits) },
    { part: 'checkpoint', name: 'checkpoint.txt', bytes: text(checkpoint) },
    ...(await papersAfter(deps, actor, input.ceremony, input.visits)),
  ];
  const filed = made.map(
    ({ part, name, bytes }): Filed => ({ part, name, bytes: bytes.length, sha256: sha256(bytes) }),
  );
  const { office, ceremony, plan, date } = head;
  return ok({
    files: [
      ...made.map(({ name, bytes }) => ({ name, bytes })),
      { name: '归档目录.html', bytes: text(fileList({ office, ceremony, plan, date, files: filed, elsewhere })) },
      { name: 'SHA256SUMS', bytes: text(checksums(filed)) },
    ],
    missing: missing(filed, elsewhere),
  });
}

/** Photographs, films and scans registered from the ceremony: what they are and where they lie. */
async function mediaKept({ db }: Deps, ceremony: number): Promise<readonly KeptElsewhere[]> {
  const kept = (await factBodies<MediaKept>(db, 'draw-media-kept')).filter(({ body }) => body.ceremony === ceremony);
  return kept.flatMap(({ body }) =>
    body.media.map(({ kind, name, place, digest }) => ({
      part: kind === 'paper' ? ('signed-form' as const) : ('media' as const),
      name,
      place,
      digest,
    })),
  );
}

/** Papers of the visits of which something is recorded; the office files them with the draw that they come from. */
async function papersAfter(
  deps: Deps,
  actor: Actor,
  ceremony: number,
  wanted?: ReadonlySet<number>,
): Promise<readonly { part: Part; name: string; bytes: Uint8Array }[]> {
  if (!actor.roles.includes('office')) return [];
  const book = await outcomeBook(deps, String(ceremony));
  if (!book.ok) return [];
  const { source, visits } = book.value;
  const touched = new Set([
    ...[...(await dossiersUnder(deps.db, 'visit', `${source}/`)).keys()].flatMap((id) => visitKeyOf(id)?.visit ?? []),
    ...(await outcomesNamed(deps.db, source)).map(({ visit }) => visit),
  ]);
  const files: { part: Part; name: string; bytes: Uint8Array }[] = [];
  for (const visit of visits.keys()) {
    if (!touched.has(visit) || wanted?.has(visit) === false) continue;
    const made = await visitPapers(deps, actor, visitId(source, visit));
    if (made.ok) files.push(...made.value.papers.map(({ name, bytes }) => ({ part: 'after' as const, name, bytes })));
  }
  return files;
}

/** The plan as the sheet that departments know, and who approved which point. */
async function planFiles(
  { db }: Deps,
  no: string,
  on: string,
): Promise<{ part: Part; name: string; bytes: Uint8Array }[]> {
  const held = await heldPlan(db, no);
  if (held === null) return [];
  const state = await snapshot(db);
  const context = contextOf({ departments: await kept(db, state, 'department'), year: held.plan.year });
  const rows = planRows(held.plan, await kept(db, state, 'item'));
  const given = await approvals(db, no, held.plan.version);
  return [
    {
      part: 'plan',
      name: '年度抽查计划.xlsx',
      bytes: await workbook([sheetToWrite(sheets['plan-tasks'], rows, context)], on),
    },
    { part: 'reviews', name: '计划审查意见.json', bytes: text(canonical(given.map((each) => ({ ...each })))) },
  ];
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
/** As `sha256sum` writes it. */
const sha256 = (bytes: Uint8Array): string => hexOf(digestBytes(bytes));
