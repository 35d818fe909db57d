/** What is served under `/addin/`, as plain data: made where there is a bundler, carried and served anywhere. */

export interface PaneFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export interface Program {
  /** Names of the scripts and style sheets that its page asks for, in order. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** What its page asks for: the scripts with everything that they import at once, and the styles. */
  readonly first: Weight;
  /** The same with the modules that the scripts ask for themselves before the first screen. */
  readonly ready: Weight;
}

export interface Weight {
  readonly bytes: number;
  /** As it travels. */
  readonly gzip: number;
  readonly files: readonly string[];
}

export interface PaneBundle {
  /** By name under `/addin/`. */
  readonly files: ReadonlyMap<string, PaneFile>;
  readonly pane: Program;
  /** What the ribbon's buttons run; null where there is no such entry. */
  readonly commands: Program | null;
  /** Pictures of the manifest, by name. */
  readonly icons: ReadonlyMap<string, PaneFile>;
  /** The manifest's one source, for any address; null where there is none. */
  readonly manifest: string | null;
}

export const fileOf = (path: string, bytes: Uint8Array): PaneFile => ({
  bytes: Uint8Array.from(bytes),
  type: typesByEnd[/\.[a-z0-9]+$/.exec(path.toLowerCase())?.[0] ?? ''] ?? 'application/octet-stream',
});

const typesByEnd: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
