/** Fields of plans: how many are drawn, how often, and when. */
import { parseFrequency } from '../plan/frequency.ts';
import type { Ratio } from '../plan/ratio.ts';
import { parseCount, parseRatio } from '../plan/ratio-parse.ts';
import { err } from '../result.ts';
import { type ReadWindow, readWindow } from './civil-date.ts';
import { as, field, none } from './field.ts';

/** No rule is as long; each sign of one is looked at with all that follow it. */
const longest = 2000;

/** A ratio cell with its own words; one that cannot be read is refused, never guessed. */
export const ratio = field<{ readonly ratio: Ratio; readonly text: string }>({
  shape: { kind: 'ratio' },
  purpose: 'text',
  read: (text) => {
    if (text.length > longest) return err({ kind: 'too-long', length: text.length, max: longest });
    const parsed = parseRatio(text);
    return parsed.ok ? as({ ratio: parsed.value, text }) : err({ kind: 'ratio', refusal: parsed.error });
  },
  write: (value) => value.text,
});

/** A cell that is kept as words where it cannot be read, with a doubt (“根据实际情况确定”, a number beside a ratio). */
const readOrWords = (parse: typeof parseRatio) =>
  field<{ readonly ratio: Ratio | null; readonly text: string }>({
    shape: { kind: 'ratio' },
    purpose: 'text',
    read: (text) => {
      if (text.length > longest) return err({ kind: 'too-long', length: text.length, max: longest });
      const parsed = parse(text);
      if (parsed.ok) return as({ ratio: parsed.value, text });
      return as({ ratio: null, text }, none, [{ kind: 'ratio-unread', refusal: parsed.error }]);
    },
    write: (value) => value.text,
  });
export const ratioOrWords = readOrWords(parseRatio);
export const countOrWords = readOrWords(parseCount);

/** Draws per year; 0 where the words say no number of them, with a doubt. */
export const frequency = field<number>({
  shape: { kind: 'frequency' },
  purpose: 'line',
  read: (text) => {
    if (text.length > longest) return err({ kind: 'too-long', length: text.length, max: longest });
    const parsed = parseFrequency(text);
    if (!parsed.ok) return as(0, none, [{ kind: 'frequency-unread', text }]);
    const { of, atLeast, years } = parsed.value;
    return of === 'draws' && atLeast !== null && years === 1
      ? as(atLeast)
      : as(0, none, [{ kind: 'frequency-unread', text }]);
  },
  write: (value) => (value === 0 ? '' : `${value}次/年`),
});

/** 起止时间 with its own words; without dates where the words name none, with a doubt. */
export const window = field<{ readonly window: ReadWindow | null; readonly text: string }>({
  shape: { kind: 'window' },
  purpose: 'line',
  read: (text, context) => {
    const read = readWindow(text, context.year);
    return as({ window: read, text }, none, read === null ? [{ kind: 'window-unread', text }] : none);
  },
  write: (value) => value.text,
});
