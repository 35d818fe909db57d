/** Which visits somebody means: all of his, or some by 检查编号, alone or as a range: `全部`, `3-0004`, `4、7`, `0004至0010`. */
import { err, ok, type Result } from '../result.ts';

export type Which = 'all' | readonly number[];

export interface NotWhich {
  readonly kind: 'not-visits';
  readonly text: string;
}

const allWords = new Set(['', '全部', '所有', '全选', 'all', '*']);
/** One draw has tens of thousands of visits at most; a range beyond that is a slip of the hand. */
const rangeMost = 100_000;

/** @param book whose visits are meant; a number that names another is refused */
export function readWhich(text: string, book: string): Result<Which, NotWhich> {
  const typed = text.normalize('NFKC').trim();
  if (allWords.has(typed.toLowerCase())) return ok('all');
  const numbers = new Set<number>();
  for (const part of typed.split(/[\s,，、;；]+/u).filter((each) => each !== '')) {
    const [from, to = from, ...more] = part.split(/至|到|~|～|—|–|\.\./u).map((each) => visitIn(each, book));
    if (from === undefined || from === null || to === null || to === undefined || more.length > 0)
      return err({ kind: 'not-visits', text: part });
    if (to < from || to - from > rangeMost) return err({ kind: 'not-visits', text: part });
    for (let no = from; no <= to; no += 1) numbers.add(no);
  }
  return ok([...numbers].sort((a, b) => a - b));
}

function visitIn(text: string, book: string): number | null {
  const [, named = book, digits = ''] = /^(?:(L?\d{1,6})-)?(\d{1,6})$/i.exec(text.trim()) ?? [];
  return digits === '' || named.toUpperCase() !== book ? null : Number(digits);
}
