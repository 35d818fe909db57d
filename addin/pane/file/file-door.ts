/**
 * The workbook as a file: taken from the person, kept in memory, and given back. What was changed and not given back is remembered, so that
 * nobody closes the page over it.
 */
import type { Words } from '../../../core/words.ts';

export interface FileState {
  /** Null before a workbook is there. */
  readonly name: string | null;
  /** Something was changed that no download holds. */
  readonly unsaved: boolean;
  /** Another workbook, another number: whatever is shown of the one before is gone then. */
  readonly turn: number;
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly words: Words };

export interface FileDoor {
  state(): FileState;
  subscribe(heard: () => void): () => void;
  /** Opens a workbook in the present one's place. */
  take(name: string, bytes: Uint8Array): Promise<Taken>;
  /** Begins an empty workbook. */
  begin(name: string): Promise<Taken>;
  /** The workbook as it stands, for the person to keep. */
  give(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Something was written into it. */
  touch(): void;
}

/** A browser holds the whole workbook in memory several times over. */
export const fileMostMb = 20;
