/** Waiting for something only so long; it goes on all the same. */

export type Waited<T> = { readonly done: true; readonly value: T } | { readonly done: false };

/** @throws what the work throws within that time; afterwards the caller has to look after the work itself */
export async function within<T>(work: Promise<T>, ms: number): Promise<Waited<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Waited<T>>((resolve) => {
    timer = setTimeout(() => resolve({ done: false }), ms);
  });
  try {
    return await Promise.race([work.then((value) => ({ done: true as const, value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Slack waits three seconds for an answer; what is left of two and a half since the request came in. */
export const patienceLeft = (began: number, now: number): number => Math.max(0, began + 2500 - now);
