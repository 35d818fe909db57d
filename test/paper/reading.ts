/**
 * A reading of our own pages, strict enough to fail where markup came in with a value: every tag must be closed, every `<`
 * must begin one. No browser forgives on its behalf.
 */
const empty = new Set(['meta', 'br', 'wbr']);
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

export interface Seen {
  /** Names of all elements, in order. */
  readonly elements: readonly string[];
  /** All attributes, `element name=value`. */
  readonly attributes: readonly string[];
  /** What a person reads, a space between elements. */
  readonly text: string;
}

/** @throws Error at the first place that is not well-formed. */
export function see(markup: string): Seen {
  const elements: string[] = [];
  const attributes: string[] = [];
  const open: string[] = [];
  let text = '';
  const token = /<!DOCTYPE html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, closing, name = '', pairs = '', selfClosed, words, stray] of markup.matchAll(token)) {
    if (stray !== undefined) throw new Error('a < that begins no tag');
    if (words !== undefined) text += open.at(-1) === 'style' ? '' : words;
    else if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
    } else if (name !== '') {
      elements.push(name);
      for (const [, key, value] of pairs.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g))
        attributes.push(`${name} ${key}=${value}`);
      if (!empty.has(name) && selfClosed !== '/') open.push(name);
      if (name !== 'wbr') text += ' ';
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return {
    elements,
    attributes,
    text: text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity).replace(/ +/g, ' '),
  };
}
