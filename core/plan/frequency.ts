/**
 * 抽查频次 as written: how often a list is drawn in a year, or how often one subject may be visited. The two are kept apart,
 * since 每年2次 plans two draws while 对同一单位每年不超过2次 is a cap.
 */
import { err, ok, type Result } from '../result.ts';
import { type Bound, lex, type Token } from './ratio-lexer.ts';

export interface Frequency {
  readonly of: 'draws' | 'visits';
  /** Null asks nothing on that side. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** The bounds hold over so many years. */
  readonly years: number;
}

export type FrequencyRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'undecided' | 'decided-elsewhere' | 'alternatives' | 'no-number'; readonly text: string }
  /** Two statements, as for a city and its counties: one cell holds one. */
  | { readonly kind: 'several'; readonly text: string }
  | { readonly kind: 'not-whole'; readonly number: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly words: string };

/** A statement of frequency within a list of tokens, from `at`; null where none begins there. */
export interface FoundFrequency {
  readonly frequency: Frequency;
  readonly length: number;
}

/** `[每年] [不少于] n [-m] 次 [/年]`; a number without 次 is one only where the whole cell is a frequency. */
export function frequencyAt(tokens: readonly Token[], at: number, bare: boolean): FoundFrequency | null {
  let i = at;
  let period: { readonly perYear: number; readonly years: number } | null = null;
  let bound: Bound = 'exactly';
  let each = false;
  for (; ; i += 1) {
    const token = tokens[i];
    if (token?.kind === 'period') period = token;
    else if (token?.kind === 'bound') bound = token.bound;
    else if (token?.kind === 'each-subject') each = true;
    else break;
  }
  const from = tokens[i];
  if (from?.kind !== 'number') return null;
  const to = tokens[i + 1]?.kind === 'to' ? tokens[i + 2] : undefined;
  i += to?.kind === 'number' ? 3 : 1;
  if (tokens[i]?.kind === 'times') i += 1;
  else if (!bare) return null;
  const after = tokens[i];
  if (after?.kind === 'period') {
    period = after;
    i += 1;
  }
  const { perYear, years } = period ?? { perYear: 1, years: 1 };
  const low = from.value.digits * perYear;
  const high = to?.kind === 'number' ? to.value.digits * perYear : low;
  if (from.value.places > 0 || (to?.kind === 'number' && to.value.places > 0) || low > high || low < 1) return null;
  return {
    frequency: {
      of: each ? 'visits' : 'draws',
      atLeast: bound === 'at-most' ? null : low,
      atMost: bound === 'at-least' ? null : high,
      years,
    },
    length: i - at,
  };
}

/** A frequency cell: 每年不少于1次, 2次/年, =1, 每2年抽查不超过1次. Anything with a second meaning is refused. */
export function parseFrequency(cell: string): Result<Frequency, FrequencyRefusal> {
  const all = lex(cell);
  const text = cell.trim();
  if (text === '') return err({ kind: 'empty' });
  if (all.some((token) => token.kind === 'undecided')) return err({ kind: 'undecided', text });
  if (all.some((token) => token.kind === 'alternative')) return err({ kind: 'alternatives', text });
  if (all.some((token) => token.kind === 'elsewhere')) return err({ kind: 'decided-elsewhere', text });
  if (!all.some((token) => token.kind === 'number')) return err({ kind: 'no-number', text });
  const each = all.some((token) => token.kind === 'each-subject');
  if (all.filter((token) => token.kind === 'number').length > 2 || all.some((token) => token.kind === 'level'))
    return err({ kind: 'several', text });
  // Before 每年 a cell may name the subject of a cap at length (对同一用能产品销售单位): only there are unknown words passed over.
  const tokens = all.filter(
    (token) =>
      !['separator', 'soft', 'each-subject'].includes(token.kind) && !(each && ['word', 'unit'].includes(token.kind)),
  );
  const found = frequencyAt(tokens, 0, true);
  const stray = tokens.find((token) => token.kind === 'word');
  if (stray?.kind === 'word') return err({ kind: 'unreadable', text, words: stray.text });
  if (found === null) {
    const number = tokens.find((token) => token.kind === 'number');
    return err({ kind: 'not-whole', number: number?.kind === 'number' ? number.value.text : text });
  }
  if (found.length < tokens.length) return err({ kind: 'several', text });
  return ok({ ...found.frequency, of: each ? 'visits' : 'draws' });
}
