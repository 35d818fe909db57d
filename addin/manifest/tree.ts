/** A manifest as a tree of elements in their order, by fast-xml-parser. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** @returns the root, or what is wrong with the XML and in which line */
export function treeOf(source: string): Element | { readonly line: number; readonly wrong: string } {
  const valid = XMLValidator.validate(source);
  if (valid !== true) return { line: valid.err.line, wrong: valid.err.msg };
  // The parser lets it pass; browsers and Excel do not (XML 1.0, 2.5).
  const comment = /<!--(?!>)(?:(?!-->)[\s\S])*?--(?!>)/.exec(source);
  if (comment !== null)
    return { line: source.slice(0, comment.index).split('\n').length, wrong: 'a comment must not hold two hyphens' };
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    parseTagValue: false,
    parseAttributeValue: false,
  });
  const [root] = elements(parser.parse(source));
  return root ?? { line: 1, wrong: 'no element' };
}

/** The parser gives each element as an object of its name and `:@`, and text as `#text`. */
function elements(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const inside = node[name];
    return [{ name, attributes: attributesOf(node[':@']), children: elements(inside), text: textIn(inside) }];
  });
}

const attributesOf = (given: unknown): Readonly<Record<string, string>> =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))
    : {};

const textIn = (inside: unknown): string =>
  Array.isArray(inside)
    ? inside
        .map((node: Readonly<Record<string, unknown>>) => String(node['#text'] ?? ''))
        .join('')
        .trim()
    : '';

/** The element and everything in it, in order. */
export function* within(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}
