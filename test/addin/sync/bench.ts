/** A workbook of 执法检查人员名录库 that is open and signed in, over a desk in memory; and what it takes to begin again after a crash. */
import type { Done, Filling, Preview, Sent } from '../../../addin/sync/filling.ts';
import { openFilling } from '../../../addin/sync/open-filling.ts';
import type { Store } from '../../../addin/sync/store-port.ts';
import { type ApiFaults, MemoryDesk, memoryApi } from '../memory-desk.ts';
import { type HostFaults, hands, type MemoryBook, memoryHost, newBook } from '../memory-host.ts';

export const ref = { sheet: 'inspectors', book: 'standing' } as const;
export const worksheet = '执法检查人员名录库';
const department = '清源县市场监督管理局';

export const person = (n: number, more: Readonly<Record<string, string>> = {}) => ({
  number: `R${String(n).padStart(5, '0')}`,
  name: `甲${n}`,
  department,
  kind: '具有执法资格的工作人员',
  certificate: `Z${n}`,
  validUntil: '2028-12-31',
  place: '望江监管所',
  joint: '否',
  capacity: '12',
  ...more,
});
export const typedPerson = (n: number, more: Readonly<Record<string, string>> = {}) => ({
  单位工号: `R${String(n).padStart(5, '0')}`,
  姓名: `甲${n}`,
  所在单位: department,
  执法证号: `Z${n}`,
  执法证有效期: '2028.12.31',
  ...more,
});

export function memoryStore(): Store {
  const held = new Map<string, string>();
  return {
    read: async (key) => held.get(key) ?? null,
    write: async (key, text) => {
      if (text === null) held.delete(key);
      else held.set(key, text);
    },
  };
}

export interface Bench {
  readonly desk: MemoryDesk;
  readonly book: MemoryBook;
  readonly store: Store;
  readonly filling: Filling;
  readonly at: ReturnType<typeof hands>;
  /** Another pane over the same workbook: after a crash, or a co-author's. */
  readonly again: (faults?: HostFaults & ApiFaults, store?: Store) => Promise<Filling>;
}

export function got<T>(done: Done<T>): T {
  if (!done.ok) throw new Error(`${done.trouble.kind}: ${done.trouble.words.zh}`);
  return done.value;
}
export const troubleOf = <T>(done: Done<T>): string =>
  done.ok ? `done: ${JSON.stringify(done.value)}` : done.trouble.words.zh;

let ids = 0;
let clock = '2026-03-01T02:00:00.000Z';
export const setClock = (at: string): void => {
  clock = at;
};
export const open = (desk: MemoryDesk, book: MemoryBook, store: Store, faults: HostFaults & ApiFaults = {}) =>
  openFilling({
    host: memoryHost(book, faults),
    api: memoryApi(desk, faults),
    store,
    makeId: () => `own-${String(++ids).padStart(8, '0')}`,
    now: () => new Date(clock),
  });

/** @param held how many rows the desk holds before */
export async function benchWith(held: number, faults: HostFaults & ApiFaults = {}): Promise<Bench> {
  clock = '2026-03-01T02:00:00.000Z';
  const desk = new MemoryDesk();
  for (let n = 1; n <= held; n++) desk.set(`id${n}`, person(n));
  const book = newBook();
  const store = memoryStore();
  const first = await open(desk, book, store);
  got(await first.signIn('ABCD-EFGH'));
  got(await first.open(ref));
  const again = async (more: HostFaults & ApiFaults = {}, other = store) => open(desk, book, other, more);
  return { desk, book, store, filling: await again(faults), at: hands(book, worksheet), again };
}

export const preview = async (filling: Filling): Promise<Preview> => got(await filling.preview(worksheet));
export const send = async (filling: Filling, withdraw: readonly string[] = []): Promise<Done<Sent>> =>
  filling.submit(await preview(filling), { reason: '', withdraw });
export const sendAll = async (filling: Filling): Promise<Sent> => got(await send(filling));
