/**
 * What came out of a year at two places, file by file. It must be the same but for what depends on the place: the addresses of its pages,
 * the wall clock in a document's properties, the order of posts made at one instant, which two deliverers share
 * between them, and the picture of a draw, a post without words, which there is at the desk alone.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { partOf } from '../paper/docx-parts.ts';

/** Database, key and posted checkpoints: where those are is what differs. */
const isOfPlace = (name: string): boolean => name.startsWith('台账.db');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !isOfPlace(name))
    .toSorted();

/** @returns in words, what one folder has and the other has not, and files that say something else */
export function differences(one: string, other: string): readonly string[] {
  const [here, there] = [filesIn(one), filesIn(other)];
  const missing = [
    ...here.filter((name) => !there.includes(name)).map((name) => `${name} only in ${one}`),
    ...there.filter((name) => !here.includes(name)).map((name) => `${name} only in ${other}`),
  ];
  const differing = here.filter((name) => there.includes(name) && said(one, name) !== said(other, name));
  return [...missing, ...differing.map((name) => `${name} differs`)];
}

function said(folder: string, name: string): string {
  const bytes = readFileSync(join(folder, name));
  if (name.endsWith('.docx')) return partOf(bytes, 'word/document.xml');
  if (/\.(xlsx|png|woff2?)$/.test(name)) return bytes.toString('base64');
  const text = bytes.toString().replaceAll(/127\.0\.0\.1:\d+/g, 'site');
  // The library numbers the charts of its process and what has styles in them.
  if (name.endsWith('.svg')) return text.replaceAll(/zr\d+-(cls-\d+)?/g, 'zr-');
  if (dirname(name) === '群聊') {
    const posts = text.split('\n\n———\n\n').map((post) => post.trim());
    return posts
      .filter((post) => post !== '')
      .toSorted()
      .join('\n');
  }
  // Who did what when; of several posts that an act brought another may be the last.
  if (basename(name) === '经过.txt')
    return text
      .split('\n')
      .filter((line) => /^(\d\d:\d\d|━━)/.test(line))
      .join('\n');
  return text;
}
