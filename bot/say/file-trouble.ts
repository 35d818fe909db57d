/** A file that cannot be read or written, in words that name it. */
import type { Words } from '../../core/words.ts';
import { codeOf } from '../desk/text-file.ts';

const said: ReadonlyMap<string, Words> = new Map([
  ['ENOENT', { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' }],
  ['EACCES', { zh: '没有读写权限', en: 'it may not be read or written' }],
  ['EPERM', { zh: '没有读写权限', en: 'it may not be read or written' }],
  ['EISDIR', { zh: '这是文件夹，不是文件', en: 'it is a folder, not a file' }],
  ['ENOTDIR', { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' }],
  ['EEXIST', { zh: '文件已存在，不覆盖', en: 'it is there already and is not written over' }],
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['EROFS', { zh: '磁盘只读', en: 'the disk is read-only' }],
  ['EMFILE', { zh: '打开的文件太多', en: 'too many files are open' }],
]);

/** What a system's code says of a file; null where it speaks of something else. */
export const whyOf = (code: string): Words | null => said.get(code) ?? null;

/** Null where it is something else that went wrong. */
export function fileTroubleOf(thrown: unknown): Words | null {
  const code = codeOf(thrown);
  const why = whyOf(code);
  if (why === null || !(thrown instanceof Error)) return null;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : '';
  return {
    zh: `文件出错：${path === '' ? '' : `“${path}”`}${why.zh}（${code}）。`,
    en: `A file is in trouble: ${path === '' ? '' : `“${path}”: `}${why.en} (${code}).`,
  };
}
