/** Boxes become a PNG: satori lays them out, resvg draws them. Both run on Node and at the edge; nothing else knows of them. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { init } from 'satori/standalone';
import type { Box } from './box.ts';
import type { Parts } from './parts.ts';

/** Both libraries are made ready once in a process and refuse a second time. */
let ready: Promise<unknown> | null = null;

export async function paint(
  parts: Parts,
  box: Box,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  ready ??= Promise.all([init(parts.layout), initWasm(parts.raster)]);
  await ready;
  const names = ['Noto Sans SC Latin', 'Noto Sans SC'];
  const svg = await satori(box, {
    ...size,
    fonts: parts.fonts.map((data, i) => ({ name: names[i] ?? `font ${i}`, data, weight: 500, style: 'normal' })),
  });
  // More dots than points: phones show a picture small and sharp.
  const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value: 1.5 } }).render();
  try {
    return drawn.asPng();
  } finally {
    drawn.free();
  }
}
