/** The one shape that a picture is built of: a box with its style, and a text or boxes in it. */
export interface Box {
  readonly type: 'div';
  readonly key: null;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Box[];
  };
}

type Style = Box['props']['style'];

const box = (style: Style, children?: string | readonly Box[]): Box => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
});

export const row = (style: Style, ...boxes: readonly Box[]): Box => box({ flexDirection: 'row', ...style }, boxes);
export const column = (style: Style, ...boxes: readonly Box[]): Box =>
  box({ flexDirection: 'column', ...style }, boxes);
export const label = (words: string, style: Style = {}): Box => box(style, words);
export const plate = (style: Style): Box => box(style);
