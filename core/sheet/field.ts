/**
 * One field of a sheet: its header and the other headers that mean it, what a cell may hold, how it is read and written.
 * Headers, templates, drop-downs, checks, messages and the interface's description all come from these lists, so that no two
 * of them can differ.
 */
import type { CivilDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import { readDate } from './civil-date.ts';
import type { Context } from './context.ts';
import type { Doubt, Fault } from './fault.ts';
import { type Change, folded, type Purpose } from './normalise.ts';

/** What a cell may hold, in a form that a template, a drop-down or an interface's description can show. */
export type Shape =
  | {
      readonly kind:
        | 'words'
        | 'lines'
        | 'list'
        | 'code'
        | 'window'
        | 'subject-number'
        | 'department'
        | 'departments'
        | 'ratio'
        | 'frequency';
    }
  | { readonly kind: 'date'; readonly endless: boolean }
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'option' | 'options'; readonly options: readonly string[] };

export interface Read<T> {
  readonly value: T;
  readonly changes: readonly Change[];
  readonly doubts: readonly Doubt[];
}

export interface Heading {
  readonly header: string;
  /** Other headers seen for it, the surest first. */
  readonly aliases: readonly string[];
}

// Methods, not function properties: a list of fields of different values is then a list of Field<unknown>.
export interface Field<T> extends Heading {
  readonly shape: Shape;
  readonly purpose: Purpose;
  readonly required: boolean;
  /** What belongs into it, where its shape does not say all; 255 characters at most. */
  readonly hint?: Words;
  /** The text has been normalised for the purpose and is not blank. */
  read(text: string, context: Context): Result<Read<T>, Fault>;
  /** The value of a blank cell, where the field is not required. */
  blank(): T | undefined;
  write(value: T, context: Context): string;
}

export const none: readonly never[] = [];
/** A value that was read, with what was done to it and what is doubtful in it. */
export const as = <T>(value: T, changes: readonly Change[] = none, doubts: readonly Doubt[] = none) =>
  ok({ value, changes, doubts });

/** A field that may be left blank, and the value that it then has. */
export const optional = <T>(field: Field<T>, blank: T): Field<T> => ({
  ...field,
  required: false,
  blank: () => blank,
});

/** A field that may be left blank and then is null. */
export const orNull = <T>(field: Field<T>): Field<T | null> => ({
  ...field,
  required: false,
  blank: () => null,
  write: (value, context) => (value === null ? '' : field.write(value, context)),
});

/** A field with a hint of its own. */
export const hinted = <T>(field: Field<T>, hint: Words): Field<T> => ({ ...field, hint });

interface Rule<T> {
  readonly shape: Shape;
  readonly purpose: Purpose;
  read(text: string, context: Context): Result<Read<T>, Fault>;
  write(value: T, context: Context): string;
}
/** A kind of field, made into a field by giving it its header and the other headers that mean it. */
export const field =
  <T>(rule: Rule<T>) =>
  (header: string, ...aliases: readonly string[]): Field<T> => ({
    header,
    aliases,
    required: true,
    blank: () => undefined,
    ...rule,
  });

const bounded = (max: number, shape: Shape, purpose: Purpose): Rule<string> => ({
  shape,
  purpose,
  read: (text) => (text.length > max ? err({ kind: 'too-long', length: text.length, max }) : as(text)),
  write: (value) => value,
});

/** Name of a firm, person or body. */
export const name = field(bounded(200, { kind: 'words' }, 'name'));
/** One line of words. */
export const words = field(bounded(4000, { kind: 'words' }, 'line'));
/** Numbers and codes, kept as text. */
export const code = field(bounded(60, { kind: 'code' }, 'code'));
/** Many lines, kept as one text. */
export const passage = field(bounded(20_000, { kind: 'lines' }, 'text'));

/** Many lines, one entry a line. */
export const lines = field<readonly string[]>({
  shape: { kind: 'lines' },
  purpose: 'text',
  read: (text) => as(text.split('\n')),
  write: (value) => value.join('\n'),
});

/** Marks between entries of one cell. */
export const separators = /[、，,;；\n|]+/;

/** Short entries, separated as people separate them. */
export const list = field<readonly string[]>({
  shape: { kind: 'list' },
  purpose: 'text',
  read: (text) => as([...new Set(text.split(separators).map((each) => each.trim()))].filter((each) => each !== '')),
  write: (value) => value.join('、'),
});

const dateRule = (endless: boolean): Rule<CivilDate> => ({
  shape: { kind: 'date', endless },
  purpose: 'line',
  read: (text, { year }) => {
    const read = readDate(text, { endless, year });
    if (!read.ok) return read;
    return as(read.value.date, read.value.change === null ? none : [read.value.change]);
  },
  write: (value) => value,
});

/** One day. */
export const date = field(dateRule(false));
/** The last day of something that may be without end: 长期有效. */
export const endDate = field(dateRule(true));

export const wholeNumber = (min: number, max: number) =>
  field<number>({
    shape: { kind: 'whole-number', min, max },
    purpose: 'code',
    read: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? as(value) : err({ kind: 'whole-number', min, max });
    },
    write: (value) => String(value),
  });

export interface Option<T> {
  readonly value: T;
  readonly zh: string;
  /** Other words for it. */
  readonly also: readonly string[];
}

/** One of a few words; drop-downs show the first word of each. */
export const option = <T>(options: readonly Option<T>[]) => {
  const rule = optionRule(options);
  return field<T>({
    shape: { kind: 'option', options: options.map((each) => each.zh) },
    purpose: 'line',
    read: (text) => {
      const found = rule.find(text);
      if (found === undefined) return err({ kind: 'option', options: options.map((each) => each.zh) });
      return as(found.value, found.zh === text ? none : ['option-word']);
    },
    write: (value) => options.find((each) => each.value === value)?.zh ?? '',
  });
};

/** Several of a few words. */
export const options = <T>(choices: readonly Option<T>[]) => {
  const rule = optionRule(choices);
  return field<readonly T[]>({
    shape: { kind: 'options', options: choices.map((each) => each.zh) },
    purpose: 'line',
    read: (text) => {
      const values: T[] = [];
      let changed = false;
      for (const part of text.split(/[、，,;；/+和及或与]+/).filter((each) => each.trim() !== '')) {
        const found = rule.find(part);
        if (found === undefined) return err({ kind: 'option', options: choices.map((each) => each.zh) });
        changed ||= found.zh !== part;
        if (!values.includes(found.value)) values.push(found.value);
      }
      return as(values, changed ? ['option-word'] : none);
    },
    write: (values) =>
      values
        .map((value) => choices.find((each) => each.value === value)?.zh ?? '')
        .filter((each) => each !== '')
        .join('、'),
  });
};

function optionRule<T>(choices: readonly Option<T>[]): { find(text: string): Option<T> | undefined } {
  const byWord = new Map<string, Option<T>>();
  for (const each of choices) for (const word of [each.zh, ...each.also]) byWord.set(folded(word), each);
  return { find: (text) => byWord.get(folded(text)) };
}

export const yesNo = option<boolean>([
  { value: true, zh: '是', also: ['有', '已', '√', '✓', '✔', '1', 'y', 'yes', 'true', '已认领', '已制定', '具有'] },
  { value: false, zh: '否', also: ['无', '未', '×', '0', 'n', 'no', 'false', '未认领', '未制定', '没有'] },
]);
