/**
 * What every screen has at hand: the workbook at work with the desk, the language, the way between screens, and the act that is running.
 * Made once by `app.tsx`, so that no screen reaches for anything around it.
 */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Who } from '../../core/api/shapes.ts';
import type { Checked } from '../../core/sheet/check.ts';
import type { Words } from '../../core/words.ts';
import type { SheetHost } from '../host/sheet-host.ts';
import type { Done, Filling, OnStep, Sent } from '../sync/filling.ts';
import type { FileDoor } from './file/file-door.ts';
import type { Screen } from './screen.ts';
import type { Language } from './words/language.ts';
import type { PaneWords } from './words/zh-CN.ts';
import type { Running, Work, WorkKind } from './work.ts';

export interface PaneDeps {
  readonly filling: Filling;
  readonly host: Pick<SheetHost, 'kind' | 'called' | 'live' | 'workbook' | 'onChange'>;
  /** Taking and giving the workbook as a file; null inside a spreadsheet program. */
  readonly file: FileDoor | null;
  readonly language: Language;
  readonly keepLanguage: (language: Language) => void;
  readonly dark: () => boolean;
  readonly onDark: (heard: () => void) => () => void;
  readonly about: { readonly version: string; readonly site: string };
  /** What the address asks to see first. */
  readonly start: Screen | null;
  /** Said once at the top where the pane could not start as it was meant to. */
  readonly notice: 'excel-failed' | null;
}

/** What is known of a worksheet since it was last looked at. */
export interface Counts {
  readonly refused: number;
  readonly look: number;
  /** Rows in which nobody has filled anything in yet. */
  readonly blank: number;
  /** Rows to be submitted; null where only the check was made. */
  readonly changed: number | null;
}

export interface Rechecked {
  readonly worksheet: string;
  readonly done: Done<Checked>;
}

/** The last submission of this window, whichever screen is shown. */
export interface Submission {
  readonly worksheet: string;
  readonly done: Done<Sent> | null;
  /** Its result has been shown. */
  readonly seen: boolean;
}

export interface Pane extends Omit<PaneDeps, 'language' | 'keepLanguage' | 'start'> {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: PaneWords;
  readonly say: (words: Words) => string;
  readonly screen: Screen;
  readonly go: (to: Screen) => void;
  readonly back: (() => void) | null;
  readonly who: Who | null;
  /** Asks again who is signed in: a token may have run out meanwhile. */
  readonly askWho: () => void;
  readonly work: Work;
  readonly run: <T>(kind: WorkKind, about: string, act: (step: OnStep) => Promise<Done<T>>) => Promise<Done<T>>;
  /** Which workbook is at hand: another file, another number. */
  readonly turn: number;
  readonly counts: ReadonlyMap<string, Counts>;
  readonly setCounts: (worksheet: string, counts: Counts) => void;
  /** 边填边校验; off where the person has turned it off. */
  readonly live: boolean;
  readonly setLive: (live: boolean) => void;
  /** What the pane has last checked by itself. */
  readonly rechecked: Rechecked | null;
  readonly setRechecked: (rechecked: Rechecked) => void;
  readonly sent: Submission | null;
  readonly seeSent: () => void;
  /** Begins or goes on with a submission and shows it. */
  readonly send: (
    kind: 'submit' | 'resume' | 'solve',
    worksheet: string,
    act: (step: OnStep) => Promise<Done<Sent>>,
  ) => Promise<Done<Sent>>;
  /** Said aloud by a screen reader; nothing moves. */
  readonly announce: (text: string) => void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('no pane around this screen');
  return pane;
}

export function useRunning(): Running | null {
  const { work } = usePane();
  return useSyncExternalStore(work.subscribe, work.current);
}
