/** What the commands on visits have in common: which visits, of which department, days, and how an act is told. */
import type { Command } from 'commander';
import { readUsed } from '../../core/visit/used.ts';
import { readWhich, type Which } from '../../core/visit/which.ts';
import type { Words } from '../../core/words.ts';
import { sayActed } from '../say/visit-work.ts';
import type { Acted } from '../verbs/visit/many.ts';
import { type Said, WrongCall } from './door.ts';

/** Options of every act on visits. */
export interface OfVisits {
  readonly visits: string;
  readonly department: string;
}

/** A command about all or some visits of a draw. */
export const ofVisits = (visit: Command, name: string, description: string): Command =>
  visit
    .command(`${name} <book>`)
    .description(description)
    .option('-v, --visits <which>', '检查编号，如 3-0004、3-0007至3-0010；不写为全部 · which visits', '全部')
    .option('-d, --department <code>', '单位代码；不写为本单位 · the department', '');

export const part = (book: string, { visits, department }: OfVisits) => ({
  book,
  department,
  visits: whichOf(visits, book),
});

export function whichOf(text: string, book: string): Which {
  const read = readWhich(text, book);
  if (read.ok) return read.value;
  throw new WrongCall({
    zh: `“${read.error.text}”不是检查编号；应写“全部”，或如 3-0004、3-0007至3-0010。`,
    en: `“${read.error.text}” is no visit; write all, or 3-0004, 3-0007..3-0010.`,
  });
}

/** The draw that 检查编号 belong to; '' where none is named. */
export const bookIn = (visits: string): string => /(L?\d{1,6})-\d/.exec(visits.normalize('NFKC'))?.[1] ?? '';

export function usedOf(lines: readonly string[]) {
  const read = readUsed(lines.join('\n'));
  if (read.ok) return read.value;
  throw new WrongCall({
    zh: `第 ${read.error.line} 项已有结果应写作：部门；出具单位；文号；2025-06-30；内容。`,
    en: `Result ${read.error.line}: kind; from; number; 2025-06-30; words.`,
  });
}

export const saying =
  (did: Words) =>
  (acted: Acted): Said => {
    const { summary, lines } = sayActed(acted, did, (code) => code);
    return { words: [summary, ...lines] };
  };
