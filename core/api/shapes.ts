/**
 * What crosses between a workbook and the desk, as shapes: the server checks requests by them, the workbook answers, and the description of
 * the interface (OpenAPI) is made from them. Nothing else is accepted.
 */
import { bookSheets, cellMost, rowsPerRequest } from '../sheet/book.ts';
import { such, type ValueOf, z } from '../wire.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const text = (most: number) =>
  such(z.string(), (value) => value.length <= most && value.isWellFormed(), `at most ${most} characters`);
const name = text(200);
const cell = text(cellMost);
const sheet = z.enum(bookSheets);
/** Offices number their plans as their papers are numbered: 清双随机〔2023〕1号. */
const book = z.string().check(z.regex(/^[\p{L}\p{N}〔〕（）()【】[\]_—–-]{1,60}$/u, { error: 'a book' }));

export const signInRequest = z.strictObject({ code: text(200) });
export const who = z.object({
  person: z.string(),
  name: z.string(),
  department: z.string(),
  departmentName: z.string(),
  roles: z.array(z.string()),
  /** The joint conference office that this installation serves. */
  office: z.string(),
  practice: z.boolean(),
});
export const signedIn = z.object({
  token: z.string(),
  /** Server time after which it is worth nothing. */
  until: z.string(),
  who,
});
export const nothing = z.object({});

export const bookLine = z.object({
  sheet,
  book: z.string(),
  title: words,
  note: words,
  lasting: z.optional(words),
  year: z.nullable(z.int()),
  rows: z.int(),
  readOnly: z.nullable(words),
  reason: z.boolean(),
  withdrawable: z.boolean(),
});
export const books = z.object({ who, books: z.array(bookLine) });

export const bookQuery = z.strictObject({ sheet, book, after: z.optional(text(300)) });
export const cells = z.record(z.string(), z.string());
export const heldRow = z.object({
  id: z.string(),
  version: z.string(),
  cells,
  by: z.string(),
  at: z.string(),
  locked: z.nullable(words),
});
export const rowsPage = z.object({
  line: bookLine,
  /** Fields that are shown, in order: what a sheet holds and this book does not need is left out. */
  fields: z.array(z.string()),
  rows: z.array(heldRow),
  /** What the next page begins after; null after the last. */
  next: z.nullable(z.string()),
});

export const rowChange = z.strictObject({
  id: name,
  base: z.nullable(text(100)),
  set: z.record(text(60), z.strictObject({ was: cell, now: cell })),
  withdrawn: z.boolean(),
});
export const submission = z.strictObject({
  sheet,
  book,
  /** Made once for these rows: sent again it gives the same answer and does nothing. */
  batch: z.string().check(z.regex(/^[A-Za-z0-9-]{8,60}$/, { error: 'a batch' })),
  /** What the workbook says of itself: rows of another department's or another year's workbook are refused. */
  workbook: z.strictObject({ office: name, department: name, year: z.nullable(z.int()) }),
  rows: z.array(rowChange).check(z.maxLength(rowsPerRequest)),
  reason: text(4000),
});

export const rowOutcomes = ['created', 'updated', 'merged', 'unchanged', 'withdrawn', 'conflict', 'refused'] as const;
export const rowAnswer = z.object({
  /** As it was sent. */
  id: z.string(),
  outcome: z.enum(rowOutcomes),
  /** The row as the desk holds it now, under the desk's own id; null where it holds none. */
  row: z.nullable(heldRow),
  conflicts: z.array(z.object({ field: z.string(), was: z.string(), mine: z.string(), theirs: z.string() })),
  /** Why it was refused, or what should be looked at: by field, '' for the whole row. */
  remarks: z.array(z.object({ field: z.string(), words })),
});
export const submitted = z.object({
  batch: z.string(),
  answers: z.array(rowAnswer),
  /** What the department is told, such as the tally of the thread. */
  note: words,
});

/** Made by the desk for its own workbooks; its inside is `Reference` of `sheet/check.ts`. */
export const reference = z.object({ reference: z.unknown() });

export const drawLine = z.object({
  no: z.int(),
  title: words,
  date: z.string(),
  /** Whether the asker may have the whole record, or why not. */
  record: z.boolean(),
  why: z.nullable(words),
});
export const draws = z.object({ draws: z.array(drawLine) });

export const figure = z.object({
  title: words,
  kind: z.enum(['column', 'bar', 'pie']),
  /** How the figure is defined; 无数据 where there is none. */
  note: words,
  /** First the one over the names, then one for each value. */
  headers: z.array(z.string()),
  rows: z.array(z.object({ name: z.string(), values: z.array(z.nullable(z.number())) })),
});
export const figures = z.object({ year: z.int(), figures: z.array(figure) });

/** RFC 9457, with both languages. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  words,
});

export type { ValueOf };
export type Who = ValueOf<typeof who>;
export type SignedIn = ValueOf<typeof signedIn>;
export type Books = ValueOf<typeof books>;
export type RowsPage = ValueOf<typeof rowsPage>;
export type Submission = ValueOf<typeof submission>;
export type RowAnswer = ValueOf<typeof rowAnswer>;
export type Submitted = ValueOf<typeof submitted>;
export type DrawLine = ValueOf<typeof drawLine>;
export type Figures = ValueOf<typeof figures>;
export type ApiProblem = ValueOf<typeof problem>;
