/**
 * The small part of Excel's formulas that the rules of our own worksheets use, and a few sums that people write. Whatever it does not
 * know shows #NAME?, as an unknown function does in Excel.
 */
import type { Area } from './address.ts';
import { readAddress } from './address.ts';
import type { CellError, Value } from './book.ts';

/** What a formula may look at. */
export interface Around {
  /** A relative reference moves along with the cell that is asked; both are 0 for a cell's own formula. */
  readonly down: number;
  readonly right: number;
  readonly cell: (sheet: string | null, row: number, column: number) => Value | null;
  /** Cells in use of an area, row by row. */
  readonly area: (sheet: string | null, area: Area) => readonly (readonly (Value | null)[])[];
  readonly name: (name: string) => { sheet: string | null; area: Area } | null;
}

type Many = readonly (readonly (Value | null)[])[];
type Result = Value | null | { readonly many: Many };
type Read = (around: Around) => Result;

const fail = (error: string): CellError => ({ error });
const isMany = (result: Result): result is { readonly many: Many } =>
  typeof result === 'object' && result !== null && 'many' in result;
const single = (result: Result): Value | null => (isMany(result) ? (result.many[0]?.[0] ?? null) : result);
const failed = (value: Value | null): value is CellError => typeof value === 'object' && value !== null;
const text = (value: Value | null): string =>
  value === null
    ? ''
    : failed(value)
      ? value.error
      : typeof value === 'boolean'
        ? value
          ? 'TRUE'
          : 'FALSE'
        : String(value);
const number = (value: Value | null): number | null => {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (failed(value)) return null;
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
};
const truth = (value: Value | null): boolean =>
  typeof value === 'string' ? /^true$/i.test(value) : (number(value) ?? 0) !== 0;

function compare(one: Value | null, other: Value | null): number {
  const rank = (value: Value | null) => (typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0);
  const a = one ?? (typeof other === 'string' ? '' : 0);
  const b = other ?? (typeof one === 'string' ? '' : 0);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string') {
    const [x, y] = [a.toLowerCase(), text(b).toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return (number(a) ?? 0) - (number(b) ?? 0);
}

const cellsOf = (results: readonly Result[]): (Value | null)[] =>
  results.flatMap((result) => (isMany(result) ? result.many.flat() : [result]));
const numbersOf = (results: readonly Result[]): number[] => cellsOf(results).filter((each) => typeof each === 'number');

function matching(criterion: Value | null): (value: Value | null) => boolean {
  const match = /^(<>|>=|<=|=|>|<)?([\s\S]*)$/.exec(text(criterion));
  const sign = match?.[1] ?? '=';
  const wanted = match?.[2] ?? '';
  const asNumber = wanted.trim() === '' ? null : number(wanted);
  return (value) => {
    if (asNumber !== null && typeof value !== 'number' && sign !== '=' && sign !== '<>') return false;
    const order = compare(value, asNumber !== null && typeof value === 'number' ? asNumber : wanted);
    if (sign === '=') return order === 0;
    if (sign === '<>') return order !== 0;
    return sign === '>' ? order > 0 : sign === '<' ? order < 0 : sign === '>=' ? order >= 0 : order <= 0;
  };
}

const functions: Readonly<Record<string, (args: readonly Result[]) => Value | null>> = {
  IF: ([test = null, yes = true, no = false]) => (truth(single(test)) ? single(yes) : single(no)),
  IFERROR: ([value = null, other = null]) => (failed(single(value)) ? single(other) : single(value)),
  AND: (args) => cellsOf(args).every(truth),
  OR: (args) => cellsOf(args).some(truth),
  NOT: ([value = null]) => !truth(single(value)),
  LEFT: ([value = null, count = 1]) => text(single(value)).slice(0, number(single(count)) ?? 1),
  RIGHT: ([value = null, count = 1]) => text(single(value)).slice(-(number(single(count)) ?? 1)),
  MID: ([value = null, from = 1, count = 0]) => {
    const start = (number(single(from)) ?? 1) - 1;
    return text(single(value)).slice(start, start + (number(single(count)) ?? 0));
  },
  LEN: ([value = null]) => text(single(value)).length,
  TRIM: ([value = null]) => text(single(value)).trim().replace(/ +/g, ' '),
  EXACT: ([one = null, other = null]) => text(single(one)) === text(single(other)),
  ISBLANK: ([value = null]) => single(value) === null,
  ISNUMBER: ([value = null]) => typeof single(value) === 'number',
  ISTEXT: ([value = null]) => typeof single(value) === 'string',
  ISERROR: ([value = null]) => failed(single(value)),
  SEARCH: ([sought = null, within = null]) => {
    const at = text(single(within))
      .toLowerCase()
      .indexOf(text(single(sought)).toLowerCase());
    return at < 0 ? fail('#VALUE!') : at + 1;
  },
  FIND: ([sought = null, within = null]) => {
    const at = text(single(within)).indexOf(text(single(sought)));
    return at < 0 ? fail('#VALUE!') : at + 1;
  },
  SUM: (args) => numbersOf(args).reduce((sum, each) => sum + each, 0),
  COUNT: (args) => numbersOf(args).length,
  COUNTA: (args) => cellsOf(args).filter((each) => each !== null).length,
  MIN: (args) => numbersOf(args).reduce((least, each) => Math.min(least, each), Infinity),
  MAX: (args) => numbersOf(args).reduce((most, each) => Math.max(most, each), -Infinity),
  AVERAGE: (args) => {
    const all = numbersOf(args);
    return all.length === 0 ? fail('#DIV/0!') : all.reduce((sum, each) => sum + each, 0) / all.length;
  },
  COUNTIF: ([area = null, criterion = null]) => cellsOf([area]).filter(matching(single(criterion))).length,
  ROUND: ([value = null, digits = 0]) => {
    const power = 10 ** (number(single(digits)) ?? 0);
    return Math.round((number(single(value)) ?? 0) * power) / power;
  },
  VALUE: ([value = null]) => number(single(value)) ?? fail('#VALUE!'),
};

const tokens =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?)|((?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}(?:\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|:\$?[A-Za-z]{1,3}))(?![\p{L}\p{N}_.(])|([\p{L}_\\][\p{L}\p{N}_.]*)|(<>|>=|<=|[-+*/^&=<>(),;:{}!@#?%]))/uy;

interface Token {
  readonly kind: 'text' | 'number' | 'reference' | 'word' | 'sign';
  readonly text: string;
}

function tokensOf(source: string): Token[] | null {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  const end = source.trimEnd().length;
  while (tokens.lastIndex < end) {
    const match = tokens.exec(source);
    if (!match) return null;
    const kinds = ['text', 'number', 'reference', 'word', 'sign'] as const;
    const at = match.slice(1).findIndex((part) => part !== undefined);
    const kind = kinds[at];
    if (kind === undefined) return null;
    found.push({ kind, text: match[at + 1] ?? '' });
  }
  return found;
}

const levels: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

function apply(sign: string, left: Value | null, right: Value | null): Value | null {
  if (failed(left)) return left;
  if (failed(right)) return right;
  if (sign === '&') return text(left) + text(right);
  if (levels[0]?.includes(sign)) {
    const order = compare(left, right);
    if (sign === '=') return order === 0;
    if (sign === '<>') return order !== 0;
    return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0;
  }
  const [a, b] = [number(left), number(right)];
  if (a === null || b === null) return fail('#VALUE!');
  if (sign === '/') return b === 0 ? fail('#DIV/0!') : a / b;
  return sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a ** b;
}

/** @returns null where Excel would refuse the text as a formula */
function parse(source: string): Read | null {
  const all = tokensOf(source);
  if (!all || all.length === 0) return null;
  let at = 0;
  const take = (sign: string): boolean => {
    if (all[at]?.kind !== 'sign' || all[at]?.text !== sign) return false;
    at += 1;
    return true;
  };
  const level = (index: number): Read | null => {
    const signs = levels[index];
    if (signs === undefined) return prefixed();
    let left = level(index + 1);
    for (;;) {
      const token = all[at];
      if (left === null || token?.kind !== 'sign' || !signs.includes(token.text)) return left;
      at += 1;
      const right = level(index + 1);
      if (right === null) return null;
      const before = left;
      left = (around) => apply(token.text, single(before(around)), single(right(around)));
    }
  };
  const prefixed = (): Read | null => {
    if (take('-')) {
      const inner = prefixed();
      return inner && ((around) => apply('*', -1, single(inner(around))));
    }
    if (take('+') || take('@')) return prefixed();
    return operand();
  };
  const operand = (): Read | null => {
    const token = all[at];
    if (token === undefined) return null;
    at += 1;
    if (token.kind === 'text') {
      const value = token.text.slice(1, -1).replaceAll('""', '"');
      return () => value;
    }
    if (token.kind === 'number') {
      const value = token.text.endsWith('%') ? Number(token.text.slice(0, -1)) / 100 : Number(token.text);
      return () => value;
    }
    if (token.kind === 'reference') return reference(token.text);
    if (token.kind === 'word') return take('(') ? called(token.text) : named(token.text);
    if (token.text !== '(') return null;
    const inner = level(0);
    return inner && take(')') ? inner : null;
  };
  const called = (name: string): Read | null => {
    const args: Read[] = [];
    while (!take(')')) {
      if (args.length > 0 && !take(',')) return null;
      const arg = level(0);
      if (arg === null) return null;
      args.push(arg);
    }
    const known = functions[name.toUpperCase()];
    return (around) => (known ? known(args.map((arg) => arg(around))) : fail('#NAME?'));
  };
  const read = level(0);
  return read !== null && at === all.length ? read : null;
}

function reference(source: string): Read | null {
  const address = readAddress(source);
  if (address === null) return null;
  const { sheet, area } = address;
  const bare = source.slice(source.lastIndexOf('!') + 1);
  const fixedColumn = bare.startsWith('$');
  const fixedRow = /\$\d/.test(bare);
  return (around) => {
    const row = area.row + (fixedRow ? 0 : around.down);
    const column = area.column + (fixedColumn ? 0 : around.right);
    if (row < 0 || column < 0) return fail('#REF!');
    return area.rows === 1 && area.columns === 1
      ? around.cell(sheet, row, column)
      : { many: around.area(sheet, { ...area, row, column }) };
  };
}

function named(word: string): Read {
  if (/^(true|false)$/i.test(word)) return () => /^true$/i.test(word);
  return (around) => {
    const found = around.name(word);
    return found === null ? fail('#NAME?') : { many: around.area(found.sheet, found.area) };
  };
}

const parsed = new Map<string, Read | null>();
const read = (source: string): Read | null => {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const made = parse(source);
  if (parsed.size > 5000) parsed.clear();
  parsed.set(source, made);
  return made;
};

/** @param source without its sign = */
export const parses = (source: string): boolean => read(source) !== null;

/** @param source without its sign = */
export function calculated(source: string, around: Around): Value {
  const made = read(source);
  return made === null ? fail('#NAME?') : (single(made(around)) ?? 0);
}
