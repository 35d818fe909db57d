/** What goes wrong between a client and its database, on demand: the next requests that fit meet it, in the order in which it was asked for. */
import type { StreamRequest } from './protocol.ts';

export type Fault =
  /** This one gets through. */
  | 'none'
  /** Carried out, and the connection is gone before the answer. */
  | 'answer-lost'
  /** Not carried out, and the connection is gone. */
  | 'request-lost'
  /** The connection is gone at once, and it is carried out afterwards, before the next request that writes. */
  | 'late'
  /** Carried out, and half of the answer arrives. */
  | 'cut'
  /** Something in between answers 500 with a page of its own; not carried out. */
  | 'status-500'
  /** The stream is closed as if it had been idle; not carried out. */
  | 'stream-expired'
  /** The transaction is rolled back: one that is open now, else this request's own before it is committed. */
  | 'transaction-timeout'
  /** The write lock is not had: its first statement says so, and what was to follow only then is not carried out. */
  | 'busy'
  /** Carried out, and answered so much later. */
  | { readonly slowMs: number };

/** What a request holds, to choose by. */
export interface Seen {
  readonly writes: boolean;
  readonly sql: readonly string[];
  /** Of all its statements, one after the other, as text. */
  readonly args: readonly string[];
}

export interface Faults {
  inject(fault: Fault, options?: { readonly times?: number; readonly when?: (seen: Seen) => boolean }): void;
  /** Asked of every request that no other fault waits for. */
  choose(fault: (seen: Seen) => Fault | null): void;
  /** The fault that this request meets. */
  next(seen: Seen): Fault | null;
  /** How many are still waited for. */
  waiting(): number;
  clear(): void;
}

export function faults(): Faults {
  let asked: { readonly fault: Fault; left: number; readonly when: (seen: Seen) => boolean }[] = [];
  let chosen: (seen: Seen) => Fault | null = () => null;
  return {
    choose: (fault) => {
      chosen = fault;
    },
    inject: (fault, { times = 1, when = () => true } = {}) => void asked.push({ fault, left: times, when }),
    next: (seen) => {
      const found = asked.find(({ when }) => when(seen));
      if (found === undefined) return chosen(seen);
      found.left -= 1;
      asked = asked.filter(({ left }) => left > 0);
      return found.fault === 'none' ? null : found.fault;
    },
    waiting: () => asked.reduce((sum, { left }) => sum + left, 0),
    clear: () => {
      asked = [];
      chosen = () => null;
    },
  };
}

export function seen(requests: readonly StreamRequest[]): Seen {
  const stored = new Map<number, string>();
  const sql: string[] = [];
  const args: string[] = [];
  for (const request of requests) {
    if (request.type === 'store_sql') stored.set(request.sql_id, request.sql);
    if (request.type === 'sequence') sql.push(request.sql ?? '');
    const statements =
      request.type === 'execute'
        ? [request.stmt]
        : request.type === 'batch'
          ? request.batch.steps.map(({ stmt }) => stmt)
          : [];
    for (const stmt of statements) {
      sql.push(stmt.sql ?? stored.get(stmt.sql_id ?? -1) ?? '');
      const given = [...(stmt.args ?? []), ...(stmt.named_args ?? []).map(({ value }) => value)];
      for (const arg of given) args.push('value' in arg ? String(arg.value) : '');
    }
  }
  return { writes: sql.some((text) => /^\s*begin\s+immediate/i.test(text)), sql, args };
}
