/** The parts of a workbook file with their kinds and relations (ECMA-376 part 2), changed only where something was put. */
import { attribute, elements, escapeXml, plainXml, prefixOf } from './xml.ts';
import { BrokenZip, type Entry, pack, readZip, unpack, writeZip } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `drawing`. */
  readonly kind: string;
  readonly type: string;
  /** Name of the part; of a target outside the file, that. */
  readonly target: string;
  readonly outside: boolean;
}

const typesPart = '[Content_Types].xml';

export class OfficePackage {
  readonly #entries: Map<string, Entry>;
  readonly #texts = new Map<string, string>();
  readonly #put = new Set<string>();

  constructor(bytes: Uint8Array) {
    this.#entries = new Map(readZip(bytes).map((entry) => [entry.name, entry]));
  }

  names(): readonly string[] {
    return [...new Set([...this.#entries.keys(), ...this.#texts.keys()])];
  }
  has(name: string): boolean {
    return this.#entries.has(name) || this.#texts.has(name);
  }

  async text(name: string): Promise<string> {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new BrokenZip(name);
    const text = plainXml(decoded(await unpack(entry)));
    this.#texts.set(name, text);
    return text;
  }

  put(name: string, text: string): void {
    this.#texts.set(name, text);
    this.#put.add(name);
  }
  /** Of a part that is not looked into. */
  putEntry(entry: Entry): void {
    this.#texts.delete(entry.name);
    this.#put.delete(entry.name);
    this.#entries.set(entry.name, entry);
  }
  entry(name: string): Entry | null {
    return this.#entries.get(name) ?? null;
  }

  async drop(name: string): Promise<void> {
    this.#entries.delete(name);
    this.#texts.delete(name);
    this.#put.delete(name);
    const types = await this.text(typesPart);
    const p = prefixOf(types, 'Types');
    const own = elements(types, `${p}Override`).find((each) => attribute(each.attrs, 'PartName') === `/${name}`);
    if (own !== undefined) this.put(typesPart, types.slice(0, own.start) + types.slice(own.end));
  }

  /** The kind of a part that has none by its ending. */
  async declare(name: string, contentType: string): Promise<void> {
    const types = await this.text(typesPart);
    const p = prefixOf(types, 'Types');
    if (elements(types, `${p}Override`).some((each) => attribute(each.attrs, 'PartName') === `/${name}`)) return;
    const line = `<${p}Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`;
    this.put(
      typesPart,
      types.replace(`</${p}Types>`, () => `${line}</${p}Types>`),
    );
  }
  async contentType(name: string): Promise<string | null> {
    const types = await this.text(typesPart);
    const p = prefixOf(types, 'Types');
    const own = elements(types, `${p}Override`).find((each) => attribute(each.attrs, 'PartName') === `/${name}`);
    return own === undefined ? null : attribute(own.attrs, 'ContentType');
  }

  async relations(part: string): Promise<readonly Relation[]> {
    const name = relationsPart(part);
    if (!this.has(name)) return [];
    const xml = await this.text(name);
    return elements(xml, `${prefixOf(xml, 'Relationships')}Relationship`).map(({ attrs }) => {
      const type = attribute(attrs, 'Type') ?? '';
      const outside = attribute(attrs, 'TargetMode') === 'External';
      const target = attribute(attrs, 'Target') ?? '';
      return {
        id: attribute(attrs, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        type,
        target: outside ? target : resolved(part, target),
        outside,
      };
    });
  }
  /** @returns its id */
  async relate(part: string, type: string, target: string): Promise<string> {
    const name = relationsPart(part);
    const known = await this.relations(part);
    let number = known.length + 1;
    while (known.some((each) => each.id === `rId${number}`)) number++;
    const xml = this.has(name) ? await this.text(name) : emptyRelations;
    const p = prefixOf(xml, 'Relationships');
    const line = `<${p}Relationship Id="rId${number}" Type="${type}" Target="/${escapeXml(target)}"/>`;
    const closed = xml.replace(new RegExp(`<${p}Relationships([^>]*)/>`), `<${p}Relationships$1></${p}Relationships>`);
    this.put(
      name,
      closed.replace(`</${p}Relationships>`, () => `${line}</${p}Relationships>`),
    );
    return `rId${number}`;
  }
  async unrelate(part: string, target: string): Promise<void> {
    const relation = (await this.relations(part)).find((each) => each.target === target);
    if (relation === undefined) return;
    const name = relationsPart(part);
    const xml = await this.text(name);
    const own = elements(xml, `${prefixOf(xml, 'Relationships')}Relationship`).find(
      (each) => attribute(each.attrs, 'Id') === relation.id,
    );
    if (own !== undefined) this.put(name, xml.slice(0, own.start) + xml.slice(own.end));
  }

  /** A name that no part has: `xl/worksheets/sheet7.xml`. */
  free(folder: string, stem: string, ending: string): string {
    for (let n = 1; ; n++) if (!this.has(`${folder}/${stem}${n}.${ending}`)) return `${folder}/${stem}${n}.${ending}`;
  }

  /** The whole file. What was not put is taken over as it came. */
  async bytes(quick = false): Promise<Uint8Array> {
    const entries: Entry[] = [];
    for (const name of this.names()) {
      const entry = this.#entries.get(name);
      if (!this.#put.has(name)) {
        if (entry !== undefined) entries.push(entry);
        continue;
      }
      entries.push(await pack(name, new TextEncoder().encode(this.#texts.get(name) ?? ''), quick));
    }
    // The kinds come first: some readers expect it.
    entries.sort((a, b) => Number(b.name === typesPart) - Number(a.name === typesPart));
    return writeZip(entries);
  }
}

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function relationsPart(part: string): string {
  const at = part.lastIndexOf('/');
  return `${part.slice(0, at + 1)}_rels/${part.slice(at + 1)}.rels`;
}

function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Parts are UTF-8, of some programs UTF-16. */
function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
  return utf16 === null ? text : text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>');
}
