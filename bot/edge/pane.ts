/** The pane at the edge: its pages are made here, its files are static and answered before the Worker is asked. */
import { fileOf, type PaneBundle, type PaneFile } from '../web/pane/file.ts';
import type { OfficeJs } from '../web/pane/office.ts';
import type { PaneServing } from '../web/pane/serve.ts';
import { type PaneShape, readShape, shapePath } from './assets/shape.ts';

/** As much of the binding of static files as is used. */
export interface StaticFiles {
  fetch(request: string): Promise<Response>;
}

/** @param kind where the pages get Office.js from; a copy is one that `npm run build` was given */
export function paneAtEdge(files: StaticFiles, kind: OfficeJs['kind']): PaneServing {
  return {
    bundle: () => bundleIn(files, kind),
    office: kind === 'self' ? { kind, file: (path) => inSmallLetters(files, path) } : { kind },
    compressedInFront: true,
  };
}

/** Read once in an isolate: another build is another deployment, with isolates of its own. The text and no promise: that is one request's. */
let shape: PaneShape | null = null;

async function bundleIn(files: StaticFiles, kind: OfficeJs['kind']): Promise<PaneBundle | null> {
  try {
    shape ??= await shapeIn(files);
    return bundleOf(shape, kind);
  } catch (thrown) {
    console.error(
      `the pane cannot be shown: ${thrown instanceof Error ? thrown.message.slice(0, 500) : typeof thrown}`,
    );
    return null;
  }
}

/** The binding looks at the path only. */
const at = (path: string): string => `https://files.invalid${path}`;

async function shapeIn(files: StaticFiles): Promise<PaneShape> {
  const answer = await files.fetch(at(shapePath));
  if (answer.status !== 200) throw new Error('npm run build did not run before this deployment');
  return readShape(await answer.text());
}

function bundleOf({ officeCopy, ...pages }: PaneShape, kind: OfficeJs['kind']): PaneBundle {
  if (kind === 'self' && !officeCopy)
    throw new Error('MINGCHOU_OFFICE_JS is self: deploy again with npm run build -- --office-js <its folder>');
  return { ...pages, files: new Map(), icons: new Map() };
}

/** What is asked for as it is named was answered before: the library asks for some files with capitals that its package does not have. */
async function inSmallLetters(files: StaticFiles, path: string): Promise<PaneFile | null> {
  const small = path.toLowerCase();
  if (small === path || !/^[0-9a-z_-][0-9a-z_.-]*(\/[0-9a-z_-][0-9a-z_.-]*)*$/.test(small)) return null;
  const answer = await files.fetch(at(`/addin/office/${small}`));
  return answer.status === 200 ? fileOf(small, new Uint8Array(await answer.arrayBuffer())) : null;
}
