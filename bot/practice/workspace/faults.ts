/** Trouble on demand: a method that is down, asks for patience, is slow, or does what it was asked and loses the answer. */
export type FaultKind =
  /** 503, nothing done. */
  | 'down'
  /** 429 with Retry-After, nothing done. */
  | 'rate-limited'
  /** Done, and the connection cut before the answer. */
  | 'answer-lost'
  /** Done after `ms`. */
  | 'slow'
  /** Answered `{ok: false, error}`, nothing done. */
  | 'refused';

export interface Fault {
  /** `chat.postMessage`; every method where it is left out. */
  readonly method?: string;
  readonly kind: FaultKind;
  /** How many calls it meets; once unless told otherwise. */
  readonly times?: number;
  /** Seconds, for `rate-limited`: 1. */
  readonly retryAfter?: number;
  /** For `slow`. */
  readonly ms?: number;
  /** For `refused`: `internal_error`. */
  readonly error?: string;
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** The fault that this call meets; it is used up by that. */
  readonly meet: (method: string) => Fault | null;
  readonly clear: () => void;
}

export function makeFaults(): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    meet: (method) => {
      const found = waiting.find(({ fault }) => fault.method === undefined || fault.method === method);
      if (found === undefined) return null;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}
