/**
 * The sheet that a department sends with its reply: its bytes are kept as immutable pages, its rows are read as the plan's sheets always
 * are; good rows are kept, each bad one is named with its place.
 */
import type { SentSheet } from '../../../core/consult/fact.ts';
import type { Reply } from '../../../core/plan/draft.ts';
import { hasPart } from '../../../core/plan/party.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { cut, readText, stagePages } from '../../../db/pages.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type PlanSheet, readPlanSheet } from '../plan/read-plan-sheet.ts';

export interface GivenSheet {
  readonly kind: SentSheet['kind'];
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What one file came to. */
export interface SheetRead {
  readonly file: string;
  /** Null where the file could not be read at all; `trouble` then says why. */
  readonly sheet: PlanSheet | null;
  readonly trouble: Refusal | null;
  /** Rows in which the sender has no part: not its to propose. */
  readonly strangers: readonly { readonly row: number; readonly name: string }[];
}

/** A plan of a thousand rows has about a tenth of it. */
export const sheetBytesMost = 5 * 1024 * 1024;
export const filesMost = 10;

const tag = 'mingchou/reply-sheet/1';

/** The plan's number unless the office gives another. */
export const planNumberOf = (year: number): string => `P-${year}`;

/** What the office may state for all rows; a reply is read without any of it. */
export const plainDefaults: RowDefaults = { publishWithin: 20 };

interface ReadSheetRequest {
  readonly year: number;
  readonly plan: string;
  readonly reply: Reply;
  readonly defaults: RowDefaults;
  /** Rows of the same department read before, so that made-up task numbers go on. */
  readonly before: number;
}

/** Reads a file as the sheet of one department. */
export async function readSent(
  deps: Pick<Deps, 'db'>,
  { file, bytes }: Pick<GivenSheet, 'file' | 'bytes'>,
  request: ReadSheetRequest,
): Promise<SheetRead> {
  const troubled = (trouble: Refusal): SheetRead => ({ file, sheet: null, trouble, strangers: [] });
  if (bytes.length > sheetBytesMost) {
    const why = { reason: 'file-too-large', file, bytes: bytes.length, most: sheetBytesMost } as const;
    return troubled({ stage: 'consult', why });
  }
  const { department } = request.reply;
  // Each department numbers its own rows: what another one sends later does not change them.
  const read = await readPlanSheet(deps, { ...request, plan: `${request.plan}-${department}`, bytes, file });
  if (!read.ok) return troubled(read.error);
  const [own, strangers] = apart(read.value.rows, ({ task }) => hasPart(department, task));
  return {
    file,
    sheet: { ...read.value, rows: own },
    trouble: null,
    strangers: strangers.map(({ row, task }) => ({ row, name: task.name })),
  };
}

/** Rows of the file that can be taken and that cannot. */
export const rowsOf = ({ sheet, strangers }: SheetRead): { readonly taken: number; readonly left: number } => ({
  taken: sheet?.rows.length ?? 0,
  left: (sheet?.rejected.length ?? 0) + (sheet?.unusable.length ?? 0) + strangers.length,
});

/** Keeps the bytes of a file; the same file again is kept once. */
export async function keepSheet(db: Db, given: GivenSheet, read: SheetRead): Promise<SentSheet> {
  const pages = await stagePages(db, tag, cut(base64(given.bytes)));
  return { kind: given.kind, file: given.file, bytes: given.bytes.length, pages, ...rowsOf(read) };
}

/** The bytes of a file as they were sent. */
export async function sheetBytes(db: Db, { pages }: Pick<SentSheet, 'pages'>): Promise<Uint8Array> {
  return bytesOf(await readText(db, pages));
}

/** Refuses more files at once than anybody sends. */
export const fewEnough = (count: number): Result<true, Refusal> =>
  count > filesMost ? refuse('consult', { reason: 'too-many-files', count, most: filesMost }) : ok(true);

function apart<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

/** In pieces, since a call takes no million arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // A multiple of three, so that the pieces join without padding in between.
  for (let from = 0; from < bytes.length; from += 24_576) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_576))));
  }
  return pieces.join('');
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
