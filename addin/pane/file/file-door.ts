/**
 * The workbook as a file: taken from the person, kept in memory, and given back. What was changed and not given back is remembered, so that
 * nobody closes the page over it; and a cell that is gone to is shown here, since no spreadsheet program is.
 */
import type { Grid } from '../../../core/sheet/grid.ts';
import type { Words } from '../../../core/words.ts';
import type { Unsaved } from '../../host/file/file-host.ts';

export interface FileState {
  /** Null before a workbook is there. */
  readonly name: string | null;
  /** Begun here and not yet given a name by anybody. */
  readonly fresh: boolean;
  /** What was written that no download holds. */
  readonly unsaved: Unsaved;
  /** Another workbook, another number: whatever is shown of the one before is gone then. */
  readonly turn: number;
}

export interface ShownCell {
  readonly worksheet: string;
  readonly row: number;
  readonly column: number;
}

/** `words`: what the person should know of it, or why it was not taken. */
export type Taken = { readonly ok: true; readonly words: Words | null } | { readonly ok: false; readonly words: Words };

export interface FileDoor {
  state(): FileState;
  subscribe(heard: () => void): () => void;
  /** Opens a workbook in the present one's place. */
  take(name: string, bytes: Uint8Array): Promise<Taken>;
  /** Works with the empty workbook that is there at first. */
  begin(): void;
  /** The workbook as it stands, for the person to keep. @param called its name where it has none yet; null: as it is */
  give(called: string | null): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  read(worksheet: string): Promise<Grid>;
  onShow(heard: (cell: ShownCell) => void): () => void;
}
