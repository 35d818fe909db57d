/** Checking again by itself: the host only hints that something changed, so that a burst of hints (a pasted block) is one check. */
import { useEffect, useRef } from 'react';
import { usePane } from './pane.ts';

/** Long enough for a person who goes from cell to cell, short enough to seem at once. */
const quietMs = 1200;

export function useRecheck(worksheet: string, check: () => void): void {
  const { host, work } = usePane();
  const latest = useRef(check);
  latest.current = check;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        // What runs now reads the worksheet anyway, or writes it; its end is waited for.
        if (work.current() !== null) return wait();
        latest.current();
      }, quietMs);
    };
    const stop = host.onChange((changed) => {
      if (changed === worksheet) wait();
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [host, work, worksheet]);
}
