/**
 * Checking again by itself: the host only hints that something changed, so that a burst of hints (a pasted block) is one check, and a worksheet
 * that takes long is checked the more seldom.
 */
import { useEffect, useRef } from 'react';
import { usePane } from './pane.ts';

/** Long enough for a person who goes from cell to cell, short enough to seem at once. */
const quietMs = 1200;

/** @param check null: nobody wants it now */
export function useRecheck(worksheet: string, check: (() => Promise<void>) | null): void {
  const { host, work } = usePane();
  const latest = useRef(check);
  latest.current = check;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let tookMs = 0;
    const wait = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(carryOut, Math.max(quietMs, 2 * tookMs));
    };
    const carryOut = async (): Promise<void> => {
      // What runs now reads the worksheet anyway, or writes it; its end is waited for.
      if (work.current() !== null) return wait();
      const begun = performance.now();
      await latest.current?.();
      tookMs = performance.now() - begun;
    };
    const stop = host.onChange((changed) => {
      if (changed === worksheet && latest.current !== null) wait();
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [host, work, worksheet]);
}
