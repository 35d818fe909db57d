/**
 * What painting needs beside code: two WebAssembly parts and a font. Node reads them from the installed packages; the edge, which
 * may not compile bytes at run time, hands in its own modules.
 */

/** Bytes, or a module compiled beforehand. */
export type Wasm = ArrayBuffer | Uint8Array<ArrayBuffer> | WebAssembly.Module;

export interface Parts {
  /** Works out where everything stands (yoga, as satori ships it). */
  readonly layout: Wasm;
  /** Turns lines into dots (resvg). */
  readonly raster: Wasm;
  /** Noto Sans SC: figures and Latin letters first, then the characters of GB 2312. */
  readonly fonts: readonly ArrayBuffer[];
}
