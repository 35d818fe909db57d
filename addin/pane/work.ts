/**
 * What the pane is doing for somebody just now: one act after the other, since two that write the same worksheet would undo each other. It
 * lives beside the screens, so that a person can leave one while it goes on.
 */
import type { Done, OnStep, Step } from '../sync/filling.ts';
import { enUS } from './words/en-US.ts';
import { zhCN } from './words/zh-CN.ts';

export type WorkKind = 'open' | 'adopt' | 'check' | 'preview' | 'submit' | 'resume' | 'refresh' | 'solve' | 'figures';

export interface Running {
  readonly kind: WorkKind;
  /** What it is about, as people call it; '' for the whole workbook. */
  readonly about: string;
  readonly step: Step | null;
  readonly done: number;
  readonly all: number;
}

export interface Work {
  current(): Running | null;
  /** @returns how to stop hearing */
  subscribe(heard: () => void): () => void;
  run<T>(kind: WorkKind, about: string, act: (step: OnStep) => Promise<Done<T>>): Promise<Done<T>>;
}

export function makeWork(): Work {
  const heard = new Set<() => void>();
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const tell = (now: Running | null): void => {
    running = now;
    for (const each of heard) each();
  };
  return {
    current: () => running,
    subscribe(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    run(kind, about, act) {
      const mine = last.then(async () => {
        tell({ kind, about, step: null, done: 0, all: 0 });
        try {
          return await settled(act((step, done, all) => tell({ kind, about, step, done, all })));
        } finally {
          tell(null);
        }
      });
      last = mine;
      return mine;
    },
  };
}

/** What was thrown is a defect of ours: it is said with its message, and the pane goes on. */
export async function settled<T>(promised: Promise<Done<T>>): Promise<Done<T>> {
  try {
    return await promised;
  } catch (thrown) {
    return { ok: false, trouble: { kind: 'unknown', words: unexpected(thrown) } };
  }
}

function unexpected(thrown: unknown): { readonly zh: string; readonly en: string } {
  const message = (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).slice(0, 300);
  return { zh: zhCN.unexpected(message), en: enUS.unexpected(message) };
}
