/**
 * Who is signed in at this pane, and the few things remembered from the desk for working offline, each under the name of the person to whom they were given.
 */
import { type Books, type SignedIn, type Who, who as whoShape } from '../../core/api/shapes.ts';
import { parseWire, type Shape, z } from '../../core/wire.ts';
import { type Store, tokenKey } from './store-port.ts';

const known = z.object({ until: z.string(), who: whoShape });
const listed = z.array(z.string());
const whoKey = 'signed-in';
const keysKey = 'copies';
const farOff = '9999-12-31T00:00:00.000Z';

export interface Copy<T> {
  readonly at: string;
  readonly value: T;
}

export interface Session {
  /** null before signing in, and after the token's time. */
  who(): Who | null;
  begin(signed: SignedIn): Promise<void>;
  /**
   * The token is worth nothing any more; copies stay for working offline. What another window of this browser has stored is left alone: it may
   * have signed in meanwhile.
   */
  expire(): void;
  /** Takes everything away, copies too. */
  end(): Promise<void>;
  keep(key: string, value: unknown): Promise<void>;
  kept<T>(key: string, shape: Shape<T>): Promise<Copy<T> | null>;
  /** Books as they were last listed in this session; null before. */
  books(): Books | null;
  listed(books: Books): Promise<void>;
}

export async function openSession(store: Store, now: () => Date): Promise<Session> {
  const remembered = read(known, await store.read(whoKey));
  let person = remembered?.who ?? null;
  let until = (await store.read(tokenKey)) === null ? null : (remembered?.until ?? null);
  let books: Books | null = null;
  const keyOf = (key: string) => `${person?.office} ${person?.department} ${person?.person} ${key}`;

  const keep = async (key: string, value: unknown): Promise<void> => {
    if (person === null) return;
    const keys = read(listed, await store.read(keysKey)) ?? [];
    const full = keyOf(key);
    if (!keys.includes(full)) await store.write(keysKey, JSON.stringify([...keys, full]));
    await store.write(full, JSON.stringify({ at: now().toISOString(), value }));
  };

  return {
    who: () => (until !== null && Date.parse(until) > now().getTime() ? person : null),
    begin: async (signed) => {
      const { token, who } = signed;
      if (person !== null && (person.person !== who.person || person.department !== who.department)) books = null;
      person = who;
      // Where it seems to be over before it began, one of the two clocks is wrong: then only the desk says when it ends.
      until = Date.parse(signed.until) > now().getTime() ? signed.until : farOff;
      await store.write(tokenKey, token);
      await store.write(whoKey, JSON.stringify({ until, who }));
    },
    expire: () => {
      until = null;
    },
    end: async () => {
      for (const key of read(listed, await store.read(keysKey)) ?? []) await store.write(key, null);
      for (const key of [keysKey, tokenKey, whoKey]) await store.write(key, null);
      person = null;
      until = null;
      books = null;
    },
    keep,
    kept: async (key, shape) => {
      const copy = read(z.object({ at: z.string(), value: z.unknown() }), await store.read(keyOf(key)));
      const value = copy === null ? null : parseWire(shape, copy.value);
      return copy === null || value === null || !value.ok ? null : { at: copy.at, value: value.value };
    },
    books: () => books,
    listed: async (value) => {
      books = value;
      person = value.who;
      await keep('books', value);
    },
  };
}

function read<T>(shape: Shape<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    const parsed = parseWire(shape, JSON.parse(text));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}
