/** What lies in a .docx, read with nothing of ours and nothing of the library that wrote it: the zip's own directory, then XML. */
import { inflateRawSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Text of one part, such as `word/document.xml`. */
export function partOf(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes);
  let at = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [names, extra, comment] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
    const [method, packed, start] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ];
    const own = file.toString('utf8', at + 46, at + 46 + (names ?? 0));
    if (own === name) {
      const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
      const body = file.subarray(from, from + packed);
      return (method === 8 ? inflateRawSync(body) : body).toString('utf8');
    }
    at += 46 + (names ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`no part ${name}`);
}

export const isWellFormed = (xml: string): boolean => XMLValidator.validate(xml) === true;

/** What is written, without its marks. */
export const textIn = (xml: string): string => xml.replace(/<[^>]+>/g, '');

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', preserveOrder: true });

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

/** The document as a tree; a part that is no well-formed XML does not parse. */
export function treeOf(bytes: Uint8Array, name = 'word/document.xml'): Node {
  const parsed: readonly Record<string, unknown>[] = parser.parse(partOf(bytes, name));
  const children = parsed.flatMap(nodeOf);
  return { name: '', attributes: {}, children, text: children.map(({ text }) => text).join('') };
}

function nodeOf(raw: Record<string, unknown>): readonly Node[] {
  const attributes = (raw[':@'] ?? {}) as Record<string, string>;
  return Object.entries(raw).flatMap(([name, value]) => {
    if (name === ':@') return [];
    if (name === '#text') return [{ name, attributes: {}, children: [], text: String(value) }];
    const children = (value as readonly Record<string, unknown>[]).flatMap(nodeOf);
    return [{ name, attributes, children, text: children.map(({ text }) => text).join('') }];
  });
}

export function all(node: Node, name: string): readonly Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((each) => all(each, name))];
}

/** Properties that are on: one that is written off is none. */
export const on = (node: Node, name: string): readonly Node[] =>
  all(node, name).filter(({ attributes }) => attributes['w:val'] !== 'false');

/** Each paragraph's text, tables included, in order. */
export const linesOf = (tree: Node): readonly string[] => all(tree, 'w:p').map(({ text }) => text);
export const lines = (bytes: Uint8Array): readonly string[] => linesOf(treeOf(bytes));
