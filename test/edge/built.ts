/** What `npm run build` wrote (wrangler runs it before a Worker starts), as the desk would serve it: made once, compared many times. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesIn } from '../../bot/edge/assets/folder.ts';
import { readShape, shapePath } from '../../bot/edge/assets/shape.ts';
import type { Assets } from '../../bot/web/frame.ts';
import { fileOf, type PaneBundle } from '../../bot/web/pane/file.ts';

const folder = resolve(import.meta.dirname, '../../out/edge');

export function builtPane(): PaneBundle {
  const { pane, commands, manifest } = readShape(readFileSync(`${folder}${shapePath}`, 'utf8'));
  const files = [...filesIn(`${folder}/addin`)]
    .filter(([name]) => !name.includes('/'))
    .map(([name, bytes]) => [name, fileOf(name, bytes)] as const);
  const isIcon = (name: string): boolean => /\.(png|svg)$/.test(name);
  return {
    pane,
    commands,
    manifest,
    files: new Map(files.filter(([name]) => !isIcon(name))),
    icons: new Map(files.filter(([name]) => isIcon(name))),
  };
}

export function builtPrograms(): Assets {
  const text = (name: string): string => readFileSync(`${folder}/assets/${name}.js`, 'utf8');
  return { witness: text('witness'), verify: text('verify') };
}
