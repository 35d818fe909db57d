/** What a screen asks for when it appears: an answer, its trouble, or neither yet. An answer that comes after a later question is not shown. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Done, Trouble } from '../sync/filling.ts';
import { settled } from './work.ts';

export interface Asked<T> {
  /** The last good answer, which stays while it is asked again. */
  readonly value: T | null;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  readonly again: () => void;
}

/** @param about what the question depends on; another text asks anew */
export function useAsked<T>(about: string, ask: () => Promise<Done<T>>): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ value: null, trouble: null, busy: true });
  const [round, setRound] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  // `about` and `round` are what asks anew; the question itself is made anew with every picture.
  useEffect(() => {
    let left = false;
    setState((before) => ({ ...before, busy: true }));
    void settled(asking.current()).then((done) => {
      if (left) return;
      setState((before) =>
        done.ok
          ? { value: done.value, trouble: null, busy: false }
          : { value: before.value, trouble: done.trouble, busy: false },
      );
    });
    return () => {
      left = true;
    };
  }, [about, round]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  return { ...state, again };
}
