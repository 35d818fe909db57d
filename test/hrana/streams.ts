/** The streams that are open between requests. One that nobody asks for in a while is closed; for some minutes it is known to have been. */
import { batons } from './baton.ts';
import { Refused } from './protocol.ts';
import { Stream, type StreamMeans } from './stream.ts';

export interface Streams {
  /** Runs work on the stream of a baton, or on a new one. @returns the next baton, null where the stream is closed */
  on<T>(
    baton: string | null,
    version: 2 | 3,
    work: (stream: Stream) => Promise<T>,
  ): Promise<{ readonly value: T; readonly baton: string | null }>;
  /** As if nobody had asked for them in time. */
  expireAll(): void;
  close(): void;
}

const knownExpiredMs = 300_000;

interface Held {
  readonly stream: Stream;
  turn: number;
  busy: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function streams(means: Omit<StreamMeans, 'version'>, idleMs: number): Streams {
  const signing = batons();
  const open = new Map<number, Held>();
  const expired = new Map<number, ReturnType<typeof setTimeout>>();
  let last = 0;

  function expire(id: number): void {
    const held = open.get(id);
    if (held === undefined || held.busy) return;
    drop(id, held);
    expired.set(id, setTimeout(() => expired.delete(id), knownExpiredMs).unref());
  }

  function drop(id: number, held: Held): void {
    clearTimeout(held.timer);
    open.delete(id);
    held.stream.close();
  }

  function found(baton: string): { readonly id: number; readonly held: Held } {
    const { stream: id, turn } = signing.read(baton);
    if (expired.has(id)) throw new Refused(400, 'The stream has expired due to inactivity', 'STREAM_EXPIRED');
    const held = open.get(id);
    if (held === undefined || held.turn !== turn || held.busy) throw new Refused(400, 'The baton is invalid');
    return { id, held };
  }

  function begun(version: 2 | 3): { readonly id: number; readonly held: Held } {
    last += 1;
    const held = { stream: new Stream({ ...means, version }), turn: 0, busy: false, timer: undefined };
    open.set(last, held);
    return { id: last, held };
  }

  return {
    on: async (baton, version, work) => {
      const { id, held } = baton === null ? begun(version) : found(baton);
      clearTimeout(held.timer);
      held.busy = true;
      try {
        const value = await work(held.stream);
        held.busy = false;
        held.turn += 1;
        if (held.stream.closed) {
          open.delete(id);
          return { value, baton: null };
        }
        held.timer = setTimeout(() => expire(id), idleMs);
        return { value, baton: signing.sign(id, held.turn) };
      } catch (thrown) {
        // “If the client receives an HTTP error, … the stream is no longer valid.”
        drop(id, held);
        throw thrown;
      }
    },
    expireAll: () => {
      for (const id of [...open.keys()]) expire(id);
    },
    close: () => {
      for (const [id, held] of [...open]) drop(id, held);
      for (const timer of expired.values()) clearTimeout(timer);
    },
  };
}
