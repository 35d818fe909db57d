/** The kinds of line that papers are made of, with the measures of GB/T 9704—2012 7.3. */
import type { Line, Run } from './drawn.ts';
import { em, type Face, linePitch, size } from './measure.ts';

/** What is drawn with another face: boxes are no characters of 仿宋. */
const boxes = /([☐☑])/u;

export function runs(text: string, face: Face, points: number, more: Partial<Run> = {}): readonly Run[] {
  return text
    .split(boxes)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, face: boxes.test(part) ? 'symbol' : face, size: points, ...more }));
}

export const exact = (twips = linePitch) => ({ rule: 'exact' as const, twips });
export const atLeast = (twips: number) => ({ rule: 'at-least' as const, twips });

export const line = (said: readonly Run[], more: Partial<Line> = {}): Line => ({
  kind: 'line',
  runs: said,
  align: 'both',
  pitch: exact(),
  ...more,
});

export const blank = (twips = linePitch): Line => line([], { pitch: exact(twips), align: 'left' });
export const blanks = (n: number): readonly Line[] => Array.from({ length: n }, () => blank());

/** 每个自然段左空二字，回行顶格 */
export const paragraph = (said: readonly Run[], more: Partial<Line> = {}): Line =>
  line(said, { firstLine: 2 * em, ...more });

export const inText = (text: string): readonly Run[] => runs(text, 'text', size.three);

/** 二号小标宋 */
export const titleLines = (lines: readonly string[], more: Partial<Line> = {}): readonly Line[] =>
  lines.map((each) =>
    line(runs(each, 'title', size.two), { align: 'center', pitch: atLeast(linePitch + 40), keepNext: true, ...more }),
  );

export const pageNumber = (side: 'left' | 'right'): Line =>
  line([{ text: '', face: 'number', size: size.four }], {
    align: side,
    pitch: exact(360),
    pageNumber: true,
    ...(side === 'left' ? { left: size.four * 10 } : { right: size.four * 10 }),
  });
