/** How a test's pane begins: plain data, since it goes into the browser. */
import type { Scenario } from './scripted.ts';

export interface Begin {
  readonly scenario: Scenario;
  /** Name of a recorded draw. */
  readonly record?: string;
  /** The pane is the page for workbook files. */
  readonly file?: boolean;
  readonly language?: string;
  /** What a button of the ribbon asks for. */
  readonly hash?: string;
}
