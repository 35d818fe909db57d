/**
 * 边填边校验: whichever screen is shown, a worksheet in which somebody types is checked a moment later and says beside its rows what is wrong;
 * those that are marked from an earlier day are checked once when the pane begins. Nothing is said where it cannot be done: whoever opens 校验 is
 * told why.
 */
import { useEffect, useRef } from 'react';
import { countRows } from './checked-rows.ts';
import { usePane } from './pane.ts';

/** Long enough for a person who goes from cell to cell, short enough to seem at once. */
const quietMs = 1200;

export function LiveCheck() {
  const { host, filling, work, run, live, setCounts, setRechecked } = usePane();
  const isOn = host.live && live;
  const begun = useRef(false);

  useEffect(() => {
    if (!isOn) return;
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tookMs = 0;
    let left = false;

    const check = async (worksheet: string, why: 'changed' | 'start'): Promise<void> => {
      const before = performance.now();
      const done = await run('check', worksheet, (step) => filling.recheck(worksheet, why, step));
      tookMs = performance.now() - before;
      // What was typed meanwhile is checked in its turn.
      if (left || changed.has(worksheet)) return;
      if (!done.ok) return setRechecked({ worksheet, done });
      if (done.value === null) return;
      const { good: _, ...counts } = countRows(done.value.rows);
      setCounts(worksheet, { ...counts, changed: null });
      setRechecked({ worksheet, done: { ok: true, value: done.value } });
    };
    const carryOut = async (): Promise<void> => {
      // What runs now reads the worksheet anyway, or writes it; its end is waited for.
      if (work.current() !== null) return wait();
      const [worksheet] = changed;
      if (worksheet === undefined) return;
      changed.delete(worksheet);
      await check(worksheet, 'changed');
      if (changed.size > 0 && !left) wait();
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void carryOut(), Math.max(quietMs, 2 * tookMs));
    };
    const stop = host.onChange((worksheet, by) => {
      // A co-author's own pane checks what he types; two that answer each other's marks would never come to rest.
      if (by === 'elsewhere') return;
      changed.add(worksheet);
      wait();
    });
    const start = async (): Promise<void> => {
      const bound = await filling.bound();
      for (const { worksheet } of bound.ok ? bound.value : []) if (!left) await check(worksheet, 'start');
    };
    if (!begun.current) void start();
    begun.current = true;
    return () => {
      left = true;
      clearTimeout(timer);
      stop();
    };
  }, [isOn, host, filling, work, run]);
  return null;
}
