/**
 * The streams that are open between requests (HRANA_3_SPEC “Hrana over HTTP”, “Overview”). One that nobody asks for in a while is closed;
 * for some minutes it is known to have been.
 */
import { batons, randomNumber } from './baton.ts';
import { Refused } from './protocol.ts';
import { Stream, type StreamMeans } from './stream.ts';

export interface Streams {
  /** Runs work on the stream of a baton, or on a new one. @returns the next baton, null where the stream is closed */
  on<T>(
    baton: string | null,
    version: 2 | 3,
    work: (stream: Stream) => Promise<T>,
  ): Promise<{ readonly value: T; readonly baton: string | null }>;
  /** As if nobody had asked for it in time. */
  expire(baton: string | null): void;
  expireAll(): void;
  close(): void;
}

export const expired = (): Refused => new Refused(400, 'The stream has expired due to inactivity', 'STREAM_EXPIRED');

const knownExpiredMs = 300_000;

interface Held {
  readonly stream: Stream;
  turn: bigint;
  isTaken: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function streams(means: StreamMeans, idleMs: number): Streams {
  const signing = batons();
  const open = new Map<bigint, Held>();
  const gone = new Map<bigint, ReturnType<typeof setTimeout>>();

  function expire(id: bigint): void {
    const held = open.get(id);
    if (held === undefined || held.isTaken) return;
    drop(id, held);
    gone.set(id, setTimeout(() => gone.delete(id), knownExpiredMs).unref());
  }

  function drop(id: bigint, held: Held): void {
    clearTimeout(held.timer);
    open.delete(id);
    held.stream.close();
  }

  function found(baton: string): { readonly id: bigint; readonly held: Held } {
    const { stream: id, turn } = signing.read(baton);
    if (gone.has(id)) throw expired();
    const held = open.get(id);
    if (held === undefined) throw new Refused(400, 'Received an invalid baton');
    if (held.isTaken || held.turn !== turn) throw new Refused(400, 'Received a baton that has already been used');
    held.turn = BigInt.asUintN(64, turn + 1n);
    return { id, held };
  }

  function begun(): { readonly id: bigint; readonly held: Held } {
    const id = randomNumber();
    const held = { stream: new Stream(means), turn: randomNumber(), isTaken: false, timer: undefined };
    open.set(id, held);
    return { id, held };
  }

  return {
    on: async (baton, version, work) => {
      const { id, held } = baton === null ? begun() : found(baton);
      clearTimeout(held.timer);
      held.isTaken = true;
      try {
        const value = await held.stream.work(version, () => work(held.stream));
        held.isTaken = false;
        if (held.stream.isClosed) {
          open.delete(id);
          return { value, baton: null };
        }
        held.timer = setTimeout(() => expire(id), idleMs);
        return { value, baton: signing.sign(id, held.turn) };
      } catch (thrown) {
        // “If the client receives an HTTP error …, the stream is no longer valid” (HTTP_V2_SPEC).
        drop(id, held);
        throw thrown;
      }
    },
    expire: (baton) => {
      if (baton !== null) expire(signing.read(baton).stream);
    },
    expireAll: () => {
      for (const id of [...open.keys()]) expire(id);
    },
    close: () => {
      for (const [id, held] of [...open]) drop(id, held);
      for (const timer of gone.values()) clearTimeout(timer);
    },
  };
}
