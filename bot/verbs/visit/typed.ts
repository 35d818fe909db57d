/** What people type about a check outside the draw, whichever door they type it at. */
import { numberKinds, type SubjectKey } from '../../../core/registry/subject.ts';

/** `uscc:91…`, or the bare number as it is written on a licence. */
export function subjectIn(text: string): SubjectKey | null {
  const typed = text.normalize('NFKC').trim();
  const [kind, number] = typed.split(':');
  const known = numberKinds.find((each) => each === kind);
  if (known !== undefined && number !== undefined && number !== '') return { kind: known, number };
  if (/^[0-9A-Z]{18}$/.test(typed)) return { kind: 'uscc', number: typed };
  if (/^\d{15}$/.test(typed)) return { kind: 'reg15', number: typed };
  return /^[\p{L}\p{N}-]{1,40}$/u.test(typed) ? { kind: 'older', number: typed } : null;
}

/** `SX010101：过期食品` */
export const problemsIn = (lines: readonly string[]) =>
  lines.map((line) => {
    const [, item = line, words = ''] = /^(\S+?)\s*[:：\s]\s*(.*)$/u.exec(line) ?? [];
    return { item: item.trim(), problem: true, words: words.trim() };
  });
