/**
 * Watches the heap of a Worker through the runtime's inspector: what V8 uses, and beside it the stores of typed arrays and buffers, which
 * count against the platform's 128 MB as well. Sampled while the Worker works; garbage that V8 has not yet collected counts.
 */
export interface Heap {
  /** The highest sum seen, and its parts then; MB. */
  readonly peak: HeapUse;
  readonly samples: number;
}

export interface HeapUse {
  readonly sumMb: number;
  readonly usedMb: number;
  readonly storesMb: number;
}

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
  readonly embedderHeapUsedSize: number;
}

export interface Watch {
  /** What is in use after a full collection, which V8 does when the Worker is next asked something. */
  settled(ask: () => Promise<unknown>): Promise<HeapUse>;
  /** Begins anew. */
  reset(): void;
  peak(): Heap;
  close(): void;
}

const everyMs = 10;

/** @param address of the inspector; the target is the service called `name` */
export async function watchHeap(address: string, name: string): Promise<Watch> {
  const socket = new WebSocket(`ws://${address}/${name}`);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', () => failed(new Error('the inspector does not answer')));
  });
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result }: { id?: number; result?: unknown } = JSON.parse(String(data));
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const ask = (method: string): Promise<unknown> => {
    last += 1;
    socket.send(JSON.stringify({ id: last, method }));
    return new Promise((answered) => waiting.set(last, answered));
  };
  const use = async (): Promise<HeapUse> => usedOf((await ask('Runtime.getHeapUsage')) as Usage);
  const none: HeapUse = { sumMb: 0, usedMb: 0, storesMb: 0 };
  let [peak, samples, open] = [none, 0, true];
  const round = async (): Promise<void> => {
    while (open) {
      const now = await use();
      samples += 1;
      if (now.sumMb > peak.sumMb) peak = now;
      await new Promise((later) => setTimeout(later, everyMs));
    }
  };
  void round();
  return {
    async settled(nudge) {
      let isDone = false;
      void ask('HeapProfiler.collectGarbage').then(() => {
        isDone = true;
      });
      while (!isDone) {
        await nudge();
        await new Promise((later) => setTimeout(later, everyMs));
      }
      return use();
    },
    reset() {
      [peak, samples] = [none, 0];
    },
    peak: () => ({ peak, samples }),
    close() {
      open = false;
      socket.close();
    },
  };
}

const mb = (bytes: number): number => bytes / 1_048_576;

const usedOf = ({ usedSize, backingStorageSize, embedderHeapUsedSize }: Usage): HeapUse => ({
  sumMb: mb(usedSize + backingStorageSize + embedderHeapUsedSize),
  usedMb: mb(usedSize + embedderHeapUsedSize),
  storesMb: mb(backingStorageSize),
});
