/**
 * What travels in Hrana 2 and 3 over HTTP as JSON (HRANA_3_SPEC “Hrana over HTTP”, “Shared structures”; HTTP_V2_SPEC). Whatever a client
 * sends may be anything: each shape is looked at before it is used. A property that is not known is ignored (“Encoding”).
 */
import * as z from 'zod/mini';

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;
const isInt64 = (text: string): boolean => {
  if (!/^[+-]?\d{1,40}$/.test(text)) return false;
  if (text.length < 19) return true;
  const number = BigInt(text);
  return number >= least && number <= most;
};
const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** “Values”: integers travel as text so that no digit is lost, bytes as base64 with or without padding. */
const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string().check(z.refine(isInt64)) }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string().check(z.refine(isBase64)) }),
]);
export type Value = z.infer<typeof value>;

const sqlId = z.optional(z.nullable(z.int32()));
const sqlText = z.optional(z.nullable(z.string()));

/** “Statements”. */
const stmt = z.object({
  sql: sqlText,
  sql_id: sqlId,
  args: z.optional(z.array(value)),
  named_args: z.optional(z.array(z.object({ name: z.string(), value }))),
  want_rows: z.optional(z.nullable(z.boolean())),
});
export type Stmt = z.infer<typeof stmt>;

/** “Batches”: conditions on earlier steps; `is_autocommit` since version 3. */
export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };
const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['ok', 'error']), step: z.uint32() }),
    z.object({ type: z.literal('not'), cond: condition }),
    z.object({ type: z.enum(['and', 'or']), conds: z.array(condition) }),
    z.object({ type: z.literal('is_autocommit') }),
  ]),
);
const batch = z.object({
  steps: z.array(z.object({ condition: z.optional(z.nullable(condition)), stmt })),
});
export type Batch = z.infer<typeof batch>;

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt }),
  z.object({ type: z.literal('batch'), batch }),
  z.object({ type: z.literal('sequence'), sql: sqlText, sql_id: sqlId }),
  z.object({ type: z.literal('describe'), sql: sqlText, sql_id: sqlId }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int32(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int32() }),
  z.object({ type: z.literal('get_autocommit') }),
]);
export type StreamRequest = z.infer<typeof request>;

export const pipelineBody = z.object({ baton: z.optional(z.nullable(z.string())), requests: z.array(request) });
export type PipelineBody = z.infer<typeof pipelineBody>;

export const cursorBody = z.object({ baton: z.optional(z.nullable(z.string())), batch });
export type CursorBody = z.infer<typeof cursorBody>;

/** “Errors”. */
export interface ProtoError {
  readonly message: string;
  readonly code: string;
}

/** “Statement results”. */
export interface StmtResult {
  readonly cols: readonly { readonly name: string; readonly decltype: string | null }[];
  readonly rows: readonly (readonly Value[])[];
  readonly affected_row_count: number;
  readonly last_insert_rowid: string | null;
  readonly replication_index: null;
  readonly rows_read: number;
  readonly rows_written: number;
  readonly query_duration_ms: number;
}

/** One of a statement's own: it is answered in its place, and the stream goes on. */
export class StmtTrouble extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'StmtTrouble';
    this.code = code;
  }

  get proto(): ProtoError {
    return { message: this.message, code: this.code };
  }
}

/** The request breaks the protocol: the whole of it is refused by an HTTP status, and its stream is gone. */
export class Refused extends Error {
  readonly status: number;
  /** Null where the answer is plain text. */
  readonly code: string | null;

  constructor(status: number, message: string, code: string | null = null) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

export type SqliteValue = null | bigint | number | string | Uint8Array;

export function decoded(given: Value): SqliteValue {
  switch (given.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(given.value.replace('+', ''));
    case 'blob':
      return Uint8Array.from(Buffer.from(given.base64, 'base64'));
    default:
      return given.value;
  }
}

export function encoded(held: unknown): Value {
  if (held === null || held === undefined) return { type: 'null' };
  switch (typeof held) {
    case 'bigint':
      return { type: 'integer', value: held.toString() };
    case 'number':
      return { type: 'float', value: held };
    case 'string':
      return { type: 'text', value: held };
    default:
      if (held instanceof Uint8Array)
        return { type: 'blob', base64: Buffer.from(held).toString('base64').replace(/=+$/, '') };
      throw new Error(`a value of SQLite that is none: ${typeof held}`);
  }
}
