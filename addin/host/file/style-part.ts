/** A workbook's formats, to which some are added; those that are there keep their numbers, so that no cell looks different. */
import { attribute, type Element, element, elements, escapeXml, prefixOf, replaced, unescapeXml } from './xml.ts';

const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'] as const;
type List = (typeof lists)[number];
const member: Readonly<Record<List, string>> = {
  numFmts: 'numFmt',
  fonts: 'font',
  fills: 'fill',
  borders: 'border',
  cellStyleXfs: 'xf',
  cellXfs: 'xf',
  cellStyles: 'cellStyle',
  dxfs: 'dxf',
};
const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export class StylePart {
  readonly p: string;
  xml: string;
  readonly #members = new Map<List, string[]>();

  constructor(xml: string) {
    this.xml = xml;
    this.p = prefixOf(xml, 'styleSheet');
  }

  members(list: List): readonly string[] {
    const known = this.#members.get(list);
    if (known !== undefined) return known;
    const body = element(this.xml, this.p + list)?.body ?? '';
    const found = elements(body, this.p + member[list]).map(({ start, end }) => body.slice(start, end));
    this.#members.set(list, found);
    return found;
  }

  /** @returns its number; the same as before where it is there already */
  add(list: List, xml: string): number {
    const members = [...this.members(list)];
    // Written for a part without prefix.
    const own = this.p === '' ? xml : xml.replace(/^<([\w]+)/, `<$1 xmlns="${space}"`);
    const at = members.indexOf(own);
    if (at >= 0) return at;
    members.push(own);
    this.#members.set(list, members);
    const whole = `<${this.p}${list} count="${members.length}">${members.join('')}</${this.p}${list}>`;
    const old = element(this.xml, this.p + list);
    this.xml = old === null ? this.#inserted(list, whole) : replaced(this.xml, old, whole);
    return members.length - 1;
  }
  #inserted(list: List, whole: string): string {
    const later = [...lists.slice(lists.indexOf(list) + 1), 'tableStyles', 'colors', 'extLst'];
    const places = later
      .map((each) => element(this.xml, this.p + each))
      .filter((each): each is Element => each !== null);
    const at = Math.min(this.xml.lastIndexOf(`</${this.p}styleSheet>`), ...places.map((each) => each.start));
    return this.xml.slice(0, at) + whole + this.xml.slice(at);
  }

  /** What the number of a format stands for; built-in ones by what they are. */
  formatOf(style: number): string {
    const id = Number(attribute(startOf(this.members('cellXfs')[style] ?? ''), 'numFmtId') ?? 0);
    const own = this.members('numFmts').find((each) => Number(attribute(startOf(each), 'numFmtId')) === id);
    if (own !== undefined) return unescapeXml(attribute(startOf(own), 'formatCode') ?? '');
    if (id === 49) return '@';
    // 27–36 and 50–58 are dates in the Chinese edition (ECMA-376 18.8.30).
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy-mm-dd' : '';
  }

  /** A number format under whatever number is free. */
  formatId(code: string): number {
    if (code === '@') return 49;
    const held = this.members('numFmts').map((each) => ({
      id: Number(attribute(startOf(each), 'numFmtId')),
      code: attribute(startOf(each), 'formatCode') ?? '',
    }));
    const known = held.find((each) => each.code === code);
    if (known !== undefined) return known.id;
    const id = Math.max(163, ...held.map((each) => each.id)) + 1;
    this.add('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** The format of another workbook, as one of this. */
  take(from: StylePart, style: number): number {
    const xf = from.members('cellXfs')[style];
    if (xf === undefined) return 0;
    const start = startOf(xf);
    const part = (list: 'fonts' | 'fills' | 'borders', name: string) => {
      const xml = from.members(list)[Number(attribute(start, name) ?? 0)];
      return xml === undefined ? 0 : this.add(list, xml);
    };
    const code = from
      .members('numFmts')
      .find((each) => attribute(startOf(each), 'numFmtId') === attribute(start, 'numFmtId'));
    const format =
      code === undefined ? attribute(start, 'numFmtId') : this.formatId(attribute(startOf(code), 'formatCode') ?? '');
    // A format that names no font has this workbook's usual one.
    const font = attribute(start, 'fontId') === '0' ? 0 : part('fonts', 'fontId');
    const inner = element(xf, 'xf')?.body ?? '';
    const attrs = `numFmtId="${format}" fontId="${font}" fillId="${part('fills', 'fillId')}" borderId="${part('borders', 'borderId')}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
    return this.add('cellXfs', inner === '' ? `<xf ${attrs}/>` : `<xf ${attrs}>${inner}</xf>`);
  }

  /** The same format, its content kept as text also when somebody types in it again. */
  quoted(style: number): number {
    const xf = this.members('cellXfs')[style];
    if (xf === undefined || attribute(startOf(xf), 'quotePrefix') !== null) return style;
    return this.add('cellXfs', xf.replace(/^<[\w:.-]+/, '$& quotePrefix="1"'));
  }
}

const startOf = (xml: string): string => /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(xml)?.[0] ?? '';

/** What a workbook without formats has. */
export const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${space}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
