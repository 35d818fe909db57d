/** Every static file of the Worker by its path: byte for byte what the desk serves. */
import { bundled } from '../../web/bundle.ts';
import { mark } from '../../web/frame.ts';
import { bundledPane } from '../../web/pane/bundle.ts';
import { style } from '../../web/style.ts';
import { type Files, officeFolder } from './folder.ts';
import { headersFile } from './headers.ts';
import { shapePath, shapeText } from './shape.ts';

/** @param office the copy of Office.js, by path below its folder */
export async function edgeFiles(office: Files): Promise<Files> {
  const [programs, pane, headers] = await Promise.all([bundled(), bundledPane(), headersFile()]);
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  return new Map<string, Uint8Array>([
    ['_headers', text(headers)],
    [shapePath.slice(1), text(shapeText(pane, office.has('office.js')))],
    ...Object.entries(programs).map(([name, program]) => [`assets/${name}.js`, text(program)] as const),
    ['assets/page.css', text(style)],
    ['assets/mark.svg', text(mark)],
    ...[...pane.files, ...pane.icons].map(([name, { bytes }]) => [`addin/${name}`, bytes] as const),
    ...[...office].map(([path, bytes]) => [`${officeFolder}${path}`, bytes] as const),
  ]);
}
