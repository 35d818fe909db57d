/**
 * Reads a cell of 抽查比例 or 抽查数量 of a real plan into the rule of ratio.ts, or refuses it with the reason. A cell that
 * needs a guess (待定, 或, two numbers for one list, a number without a unit) is refused: the office mends it, nobody assumes.
 */
import { err, ok, type Result } from '../result.ts';
import { frequencyAt } from './frequency.ts';
import type { Ratio, Share } from './ratio.ts';
import { lex, type Token } from './ratio-lexer.ts';
import type { RatioRefusal } from './ratio-refusal.ts';
import { type Read, shareAt, wholeOf } from './ratio-share.ts';

export type { RatioRefusal } from './ratio-refusal.ts';

type Head =
  | { readonly kind: 'all' }
  | { readonly kind: 'tiers' | 'levels'; readonly labels: readonly string[] }
  /** A size of list: the first and the last one that the step is for. */
  | { readonly kind: 'step'; readonly from: number; readonly upTo: number | null };

interface Entry {
  readonly head: Head;
  readonly share: Share;
  readonly inBrackets: boolean;
}

/** A cell under a header of ratios. A bare number is refused, since the cell does not say of what. */
export const parseRatio = (cell: string): Result<Ratio, RatioRefusal> => grammar(cell.trim(), false);

/** A cell under a header of numbers (抽查数量、拟抽查对象数(户)): there a bare number counts households. */
export const parseCount = (cell: string): Result<Ratio, RatioRefusal> => grammar(cell.trim(), true);

function grammar(text: string, bareIsCount: boolean): Result<Ratio, RatioRefusal> {
  if (text === '') return err({ kind: 'empty' });
  const all = lex(text);
  const has = (kind: Token['kind']) => all.some((token) => token.kind === kind);
  if (has('undecided')) return err({ kind: 'undecided', text });
  if (has('alternative')) return err({ kind: 'alternatives', text });
  if (has('sum')) return err({ kind: 'sum', text });
  if (has('elsewhere')) return err({ kind: 'decided-elsewhere', text });
  if (!has('number') && !has('all') && !has('spared')) return err({ kind: 'no-number', text });
  if (has('direction') || has('each-subject')) return err({ kind: 'mixture', text });
  const stray = all.find((token) => token.kind === 'word');
  if (stray?.kind === 'word') return err({ kind: 'unreadable', text, words: stray.text });

  const provisional = has('provisional') || has('soft');
  const tokens = all.filter((token) => token.kind !== 'provisional' && token.kind !== 'soft');
  const said = statements(text, tokens, bareIsCount);
  if (!said.ok) return said;
  const rule = assembled(text, said.value.entries);
  return rule.ok ? ok({ ...rule.value, drawsPerYear: said.value.draws, provisional }) : rule;
}

interface Statements {
  readonly entries: readonly Entry[];
  readonly draws: number | null;
}

/** Walks the cell once: what each statement is about, its share, its brackets; and how often a year. */
function statements(text: string, tokens: readonly Token[], bareIsCount: boolean): Result<Statements, RatioRefusal> {
  const entries: Entry[] = [];
  let draws: number | null = null;
  let depth = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const frequency = frequencyAt(tokens, at, false);
    if (token?.kind === 'open' || token?.kind === 'close') {
      depth += token.kind === 'open' ? 1 : -1;
      at += 1;
    } else if (token?.kind === 'separator') {
      at += 1;
    } else if (token?.kind === 'base') {
      // 抽查基数约40065户: how long the list was when the cell was written, which no draw takes from there.
      if (tokens[at + 1]?.kind !== 'number' || tokens[at + 2]?.kind !== 'unit') return err({ kind: 'mixture', text });
      at += 3;
    } else if (frequency !== null) {
      const { of, atLeast, years } = frequency.frequency;
      // A ceiling (不超过2次) does not say how many draws are planned.
      if (draws !== null || of !== 'draws' || atLeast === null || years !== 1) return err({ kind: 'mixture', text });
      draws = atLeast;
      at += frequency.length;
    } else if (token?.kind === 'period') {
      // 不超过10%/年 says nothing more than the yearly plan does; 3%/月 is another rule.
      if (token.perYear !== 1 || token.years !== 1) return err({ kind: 'mixture', text });
      at += 1;
    } else {
      const head = headAt(text, tokens, at);
      if (!head.ok) return head;
      const share = shareAt(text, tokens, at + head.value.length, bareIsCount);
      if (!share.ok) return share;
      entries.push({ head: head.value.value, share: share.value.value, inBrackets: depth > 0 });
      at += head.value.length + share.value.length;
    }
  }
  return ok({ entries, draws });
}

/** What a share is of: classes, levels, a size of list, or the whole list. */
function headAt(text: string, tokens: readonly Token[], at: number): Result<Read<Head>, RatioRefusal> {
  const first = tokens[at];
  if (first?.kind === 'tier' || first?.kind === 'level') {
    const labels: string[] = [];
    let i = at;
    for (; ; i += 1) {
      const token = tokens[i];
      if (token?.kind === first.kind) labels.push(token.text);
      else if (token?.kind !== 'separator') break;
    }
    return ok({ value: { kind: first.kind === 'tier' ? 'tiers' : 'levels', labels }, length: i - at });
  }
  const over = first?.kind === 'over';
  const number = tokens[over ? at + 1 : at];
  const mark = tokens[over ? at + 3 : at + 2];
  const below = mark?.kind === 'and-below';
  const above = mark?.kind === 'and-above';
  if (number?.kind !== 'number' || !(over || below || above))
    return over ? err({ kind: 'mixture', text }) : ok({ value: { kind: 'all' }, length: 0 });
  if (tokens[over ? at + 2 : at + 1]?.kind !== 'unit' || (over && (below || above)))
    return err({ kind: 'mixture', text });
  const size = wholeOf(number.value);
  if (!size.ok) return size;
  // 以下 and 以上 include the number itself (民法典 1259), 超过 does not.
  const value: Head = below
    ? { kind: 'step', from: 1, upTo: size.value }
    : { kind: 'step', from: over ? size.value + 1 : size.value, upTo: null };
  return ok({ value, length: 3 });
}

type Bare<R> = R extends Ratio ? Omit<R, 'drawsPerYear' | 'provisional'> : never;

function assembled(text: string, entries: readonly Entry[]): Result<Bare<Ratio>, RatioRefusal> {
  const heads = new Set(entries.flatMap(({ head }) => (head.kind === 'all' ? [] : [head.kind])));
  if (heads.size > 1) return err({ kind: 'mixture', text });
  if (heads.has('tiers')) {
    const tiers = labelled(text, entries);
    return tiers.ok ? ok({ kind: 'tiered', tiers: tiers.value }) : tiers;
  }
  if (heads.has('levels')) {
    const levels = labelled(text, entries);
    if (!levels.ok) return levels;
    if (levels.value.some(({ stated }) => stated !== null)) return err({ kind: 'mixture', text });
    return ok({ kind: 'levels', levels: levels.value.map(({ label, share }) => ({ level: label, share })) });
  }
  if (heads.has('step')) {
    const share = steps(text, entries);
    return share.ok ? ok({ kind: 'whole', share: share.value, stated: null }) : share;
  }
  const [first, ...rest] = entries;
  if (first === undefined) return err({ kind: 'no-number', text });
  let whole: Stated = { share: first.share, stated: null };
  for (const entry of rest) {
    const more = joined(text, whole, entry);
    if (!more.ok) return more;
    whole = more.value;
  }
  return ok({ kind: 'whole', ...whole });
}

interface Stated {
  readonly share: Share;
  readonly stated: number | null;
}

/** What may follow a share for the same list: the number that it came to (20户), or the fewest (不少于1户). */
function joined(text: string, { share, stated }: Stated, { share: more }: Entry): Result<Stated, RatioRefusal> {
  if (share.kind === 'share' && more.kind === 'count') {
    if (more.bound === 'exactly' && stated === null) return ok({ share, stated: more.n });
    if (more.bound === 'at-least' && share.atLeast === 0) return ok({ share: { ...share, atLeast: more.n }, stated });
  }
  return err({ kind: 'mixture', text });
}

type Labelled = { readonly label: string } & Stated;

function labelled(text: string, entries: readonly Entry[]): Result<readonly Labelled[], RatioRefusal> {
  const found: Labelled[] = [];
  let open = 0;
  for (const entry of entries) {
    if (entry.head.kind === 'tiers' || entry.head.kind === 'levels') {
      const again = entry.head.labels.find(
        (label, i, labels) => labels.indexOf(label) < i || found.some((each) => each.label === label),
      );
      if (again !== undefined) return err({ kind: 'twice', label: again });
      open = entry.head.labels.length;
      found.push(...entry.head.labels.map((label) => ({ label, share: entry.share, stated: null })));
    } else {
      // Brackets speak of the one class before them; of several, or of none, nobody can say which is meant.
      const last = found.at(-1);
      if (last === undefined || open !== 1 || !entry.inBrackets) return err({ kind: 'mixture', text });
      const more = joined(text, last, entry);
      if (!more.ok) return more;
      found[found.length - 1] = { label: last.label, ...more.value };
    }
  }
  return ok(found);
}

function steps(text: string, entries: readonly Entry[]): Result<Share, RatioRefusal> {
  const rising: { readonly upTo: number | null; readonly share: Share }[] = [];
  let upTo = 0;
  for (const [i, { head, share }] of entries.entries()) {
    if (head.kind !== 'step') return err({ kind: 'mixture', text });
    const last = head.upTo === null;
    const joins = last ? head.from === upTo + 1 : (head.upTo ?? 0) > upTo;
    if (last !== (i === entries.length - 1) || !joins) return err({ kind: 'steps-gap', upTo });
    upTo = head.upTo ?? upTo;
    rising.push({ upTo: head.upTo, share });
  }
  return ok({ kind: 'steps', steps: rising });
}
