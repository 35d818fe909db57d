/** What is owed in words: the matter, by when, and where it is written. */
import type { Debtor, Owed } from '../../core/owed/owed.ts';
import { type NameOf, wordsOfDue, wordsOfMatter } from '../../core/owed/words.ts';
import { wordsOfSource } from '../../core/policy/words.ts';
import type { Words } from '../../core/words.ts';
import { minuteOf } from '../today.ts';

type Line = Pick<Owed, 'matter' | 'due' | 'until' | 'missing' | 'above'>;

/** 反馈征询函 2025-1，期限 2025年6月17日 */
export function owedLine(owed: Line, nameOf: NameOf, today: string): Words {
  const said = wordsOfMatter(owed.matter, nameOf);
  const isMarked = owed.above === true && owed.matter.kind !== 'superior-plan';
  const what = isMarked ? { zh: `【上级任务】${said.zh}`, en: `[from above] ${said.en}` } : said;
  const due = wordsOfDue(owed, minuteOf);
  if (due.zh === '') return what;
  const over = owed.due !== null && owed.due < today;
  return {
    zh: `${what.zh}，期限 ${due.zh}${over ? '（已过）' : ''}`,
    en: `${what.en}, due ${due.en}${over ? ' (over)' : ''}`,
  };
}

/** Where the day is written, or '' . */
export const owedRule = ({ rule }: Pick<Owed, 'rule'>): Words | null => (rule === null ? null : wordsOfSource(rule));

export const personIn = (debtor: Debtor): string | null =>
  debtor.startsWith('person:') ? debtor.slice('person:'.length) : null;
export const departmentIn = (debtor: Debtor): string | null =>
  debtor.startsWith('department:') ? debtor.slice('department:'.length) : null;
