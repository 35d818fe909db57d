/** The parts of painting, from the installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Parts } from './parts.ts';

export async function nodeParts(): Promise<Parts> {
  const at = createRequire(import.meta.url);
  const bytes = async (path: string): Promise<ArrayBuffer> => Uint8Array.from(await readFile(at.resolve(path))).buffer;
  const font = (subset: string): Promise<ArrayBuffer> =>
    bytes(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-500-normal.woff`);
  const [layout, raster, latin, chinese] = await Promise.all([
    bytes('satori/layout.wasm'),
    bytes('@resvg/resvg-wasm/index_bg.wasm'),
    font('latin'),
    font('chinese-simplified'),
  ]);
  return { layout, raster, fonts: [latin, chinese] };
}
