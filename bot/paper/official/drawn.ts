/** What a laid-out paper consists of: lines and grids with their measures in twips. The library's file draws these and decides nothing. */
import type { Face } from './measure.ts';

export type Rule = 'red' | 'red-double' | 'red-double-below';

export interface Run {
  readonly text: string;
  readonly face: Face;
  /** In half-points. */
  readonly size: number;
  readonly red?: boolean;
  /** Percent of the width of a character. */
  readonly scale?: number;
}

export interface Line {
  readonly kind: 'line';
  readonly runs: readonly Run[];
  readonly align: 'left' | 'center' | 'right' | 'both' | 'distribute';
  /** Height of a line; `at-least` where something larger may stand in it. */
  readonly pitch: { readonly rule: 'exact' | 'at-least'; readonly twips: number };
  readonly firstLine?: number;
  readonly hanging?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly above?: Rule;
  readonly below?: Rule;
  /** Stands at the foot of the page that the text ends on, together with the other such lines. */
  readonly atFoot?: boolean;
  /** A rule: filled with black over its own height. A frame with borders is not placed by every office suite. */
  readonly filled?: boolean;
  /** What follows a tab ends here. */
  readonly tabAt?: number;
  /** The number of the page in place of text. */
  readonly pageNumber?: boolean;
}

export interface GridCell {
  readonly lines: readonly Line[];
  readonly span: number;
  /** Its lines begin at the upper edge; else they stand in the middle. */
  readonly top?: boolean;
  /** One cell over several rows: where it begins, and where it only goes on. */
  readonly down?: 'begins' | 'goes-on';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly header: boolean;
  readonly height: number;
}

export interface Grid {
  readonly kind: 'grid';
  readonly columns: readonly number[];
  readonly rows: readonly GridRow[];
  /** Whether lines stand around and between its cells. */
  readonly ruled: boolean;
}

export type Piece = Line | Grid;

/** Pages of one orientation. */
export interface Sheet {
  readonly landscape: boolean;
  /** Forms fill more of the page than documents do. */
  readonly form: boolean;
  readonly pieces: readonly Piece[];
  /** 信函格式: its head and foot rules are of the first page, which has no number. */
  readonly letterHead: readonly Line[] | null;
  readonly letterFoot: Line | null;
}
