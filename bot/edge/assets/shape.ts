/**
 * What the Worker must know of the pane to make its pages, beside the files themselves: it stands among the static files, out of reach of
 * browsers, so that the Worker's code needs nothing that only a build makes.
 */
import type { PaneBundle } from '../../web/pane/file.ts';

/** No page lives below it (`run_worker_first` in wrangler.toml): the Worker reads it by its binding, nobody else does. */
export const shapePath = '/edge/pane.json';

export interface PaneShape extends Pick<PaneBundle, 'pane' | 'commands' | 'manifest'> {
  /** A copy of Office.js is among the files. */
  readonly officeCopy: boolean;
}

export const shapeText = ({ pane, commands, manifest }: PaneBundle, officeCopy: boolean): string =>
  JSON.stringify({ pane, commands, manifest, officeCopy } satisfies PaneShape);

/** Written by `shapeText` and carried by the same deployment as its reader. */
export const readShape = (text: string): PaneShape => JSON.parse(text);
