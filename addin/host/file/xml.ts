/**
 * As much of XML as a workbook's parts need to be changed in place: tags and attributes as text, so that what is not understood
 * stays as it stands. A workbook's XML has no entities of its own; those of XML and numeric ones are read.
 */

/** Attributes of a tag, also where a value holds `>`; none holds `<`, so that a tag without an end is soon given up. */
export const attributes = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*?`;

/** Without the forms in which a tag may stand that is none, and with end tags in their usual form. */
export function plainXml(xml: string): string {
  const plain = /<[!?](?!\?xml\s)/.test(xml)
    ? xml.replace(noTags, (_, text: string | undefined) => escapeXml(text ?? ''))
    : xml;
  return plain.replace(/<\/([^\s<>]+)\s+>/g, '</$1>');
}
const noTags = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?(?!xml\s)[\s\S]*?\?>/g;

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Text of a cell: signs that XML does not hold are written as Office writes them (ECMA-376 22.9.2.19, ST_Xstring). */
export const escapeCell = (text: string): string =>
  escapeXml(
    text
      .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
      .replace(notInXml, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );

/** Without tab and line feed, which stay. */
const notInXml = /(?![\t\n])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]/gu;

/** One attribute after the other, so that what stands within a value (a worksheet called `a state='hidden'`) is none. */
const eachAttribute = /\s*([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Value of an attribute; `tag` is a whole start tag or its attributes. */
export function attribute(tag: string, name: string): string | null {
  // Most tags have not the one that is asked for.
  if (!tag.includes(name)) return null;
  for (const [, own, quoted, other] of tag.matchAll(eachAttribute))
    if (own === name) return unescapeXml(quoted ?? other ?? '');
  return null;
}

/** Attributes with one of them set, or taken away by null. */
export function withAttribute(attrs: string, name: string, value: string | null): string {
  const bare = attrs.replace(eachAttribute, (whole, own: string) => (own === name ? '' : whole)).replace(/\s+$/, '');
  return value === null ? bare : `${bare} ${name}="${escapeXml(value)}"`;
}

export interface Element {
  /** From its `<` to behind its end. */
  readonly start: number;
  readonly end: number;
  readonly attrs: string;
  /** Between its tags; null where it is written as `<a/>`. */
  readonly body: string | null;
}

/** Elements of a name (with its prefix) that do not hold others of that name. */
export function elements(xml: string, name: string): Element[] {
  const pattern = new RegExp(`<${name}(?=[\\s/>])(${attributes})(/?)>`, 'g');
  const found: Element[] = [];
  for (let open = pattern.exec(xml); open !== null; open = pattern.exec(xml)) {
    const attrs = open[1] ?? '';
    const after = open.index + open[0].length;
    if (open[2] === '/') {
      found.push({ start: open.index, end: after, attrs, body: null });
      continue;
    }
    const close = xml.indexOf(`</${name}>`, after);
    if (close < 0) break;
    const end = close + name.length + 3;
    found.push({ start: open.index, end, attrs, body: xml.slice(after, close) });
    pattern.lastIndex = end;
  }
  return found;
}

/** The first element of a name. */
export const element = (xml: string, name: string): Element | null => elements(xml, name)[0] ?? null;

export const replaced = (xml: string, { start, end }: { readonly start: number; readonly end: number }, by: string) =>
  xml.slice(0, start) + by + xml.slice(end);

/** The prefix that a part gives to its own namespace: '' nearly always, `x:` where Microsoft's SDK for programs wrote it. */
export const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<((?:[\\w.-]+:)?)${root}(?=[\\s/>])`).exec(xml)?.[1] ?? '';
