/** The parts of painting, from the installed packages; read once in a process. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Parts } from './parts.ts';

let read: Promise<Parts> | null = null;

/** Null at the edge, which has no files: a draw is shown there in words alone until its entry hands in parts of its own. */
export const partsHere = async (): Promise<Parts | null> =>
  globalThis.navigator?.userAgent === 'Cloudflare-Workers' ? null : nodeParts();

export function nodeParts(): Promise<Parts> {
  read ??= fromPackages();
  return read;
}

async function fromPackages(): Promise<Parts> {
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
