/** What a workbook file says of itself: its worksheets, names and formats; and worksheets that are added to it. */
import { OfficePackage } from './office-package.ts';
import { SheetPart } from './sheet-part.ts';
import { plainStyles, StylePart } from './style-part.ts';
import { attribute, element, elements, escapeXml, prefixOf, replaced, unescapeXml, withAttribute } from './xml.ts';
import { BrokenZip } from './zip.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly relation: string;
}

export class Workbook {
  readonly file: OfficePackage;
  /** The other form of the format, which Excel saves only when asked to; its parts cannot stand beside ours. */
  readonly strict: boolean;
  readonly part: string;
  readonly stylePart: string;
  readonly styles: StylePart;
  /** 1904 counts days from another year. */
  readonly days1904: boolean;
  readonly #sheets = new Map<string, SheetPart>();
  #entries: readonly SheetEntry[] = [];
  /** Of all tabs, also those that are no worksheets. */
  #names: readonly string[] = [];

  private constructor(file: OfficePackage, xml: string, part: string, stylePart: string, styles: StylePart) {
    this.file = file;
    this.part = part;
    this.stylePart = stylePart;
    this.styles = styles;
    const properties = element(xml, `${prefixOf(xml, 'workbook')}workbookPr`)?.attrs ?? '';
    this.days1904 = ['1', 'true'].includes(attribute(properties, 'date1904') ?? '');
    this.strict = xml.includes('http://purl.oclc.org/ooxml/spreadsheetml/main');
  }

  static async open(bytes: Uint8Array): Promise<Workbook> {
    const file = new OfficePackage(bytes);
    const part = (await file.relations('')).find((each) => each.kind === 'officeDocument')?.target;
    if (part === undefined) throw new BrokenZip('no workbook');
    const xml = await file.text(part);
    const own = (await file.relations(part)).find((each) => each.kind === 'styles')?.target;
    const stylePart = own ?? 'xl/styles.xml';
    if (own === undefined) {
      file.put(stylePart, plainStyles);
      await file.declare(stylePart, `${main}.styles+xml`);
      await file.relate(part, `${office}/styles`, stylePart);
    }
    const workbook = new Workbook(file, xml, part, stylePart, new StylePart(await file.text(stylePart)));
    await workbook.#look();
    return workbook;
  }

  async #look(): Promise<void> {
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    const relations = await this.file.relations(this.part);
    const lines = elements(element(xml, `${p}sheets`)?.body ?? '', `${p}sheet`);
    this.#names = lines.map(({ attrs }) => attribute(attrs, 'name') ?? '');
    this.#entries = lines.flatMap(({ attrs }) => {
      // The prefix of relations is nearly always r.
      const relation = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attrs)?.[1] ?? '';
      const target = relations.find((each) => each.id === relation && each.kind === 'worksheet')?.target;
      if (target === undefined) return [];
      const state = attribute(attrs, 'state');
      return [
        {
          name: attribute(attrs, 'name') ?? '',
          part: target,
          state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          relation,
        },
      ];
    });
  }

  sheets(): readonly SheetEntry[] {
    return this.#entries;
  }
  entry(name: string): SheetEntry | null {
    return this.#entries.find((each) => each.name === name) ?? null;
  }

  /** To be changed; `bytes` takes it up. */
  async sheet(name: string): Promise<SheetPart | null> {
    const entry = this.entry(name);
    if (entry === null) return null;
    const known = this.#sheets.get(entry.part);
    if (known !== undefined) return known;
    const sheet = new SheetPart(await this.file.text(entry.part));
    this.#sheets.set(entry.part, sheet);
    return sheet;
  }

  /** The whole part anew, whatever was looked at or changed in it before. */
  rewrite(part: string, xml: string): void {
    this.#sheets.delete(part);
    this.file.put(part, xml);
  }

  freeName(wanted: string): string {
    // Two names that differ only in capitals are one.
    const taken = new Set(this.#names.map((each) => each.toLowerCase()));
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : ` (${n})`;
      const name = `${wanted.slice(0, 31 - end.length)}${end}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }
  /** A worksheet at the end. @returns its part */
  async addSheet(name: string, xml: string, state: SheetEntry['state'] = 'visible'): Promise<string> {
    const part = this.file.free(this.part.replace(/[^/]*$/, 'worksheets'), 'sheet', 'xml');
    this.file.put(part, xml);
    await this.file.declare(part, `${main}.worksheet+xml`);
    const relation = await this.file.relate(this.part, `${office}/worksheet`, part);
    const workbook = await this.file.text(this.part);
    const p = prefixOf(workbook, 'workbook');
    const ids = elements(workbook, `${p}sheet`).map(({ attrs }) => Number(attribute(attrs, 'sheetId')));
    const kept = state === 'visible' ? '' : ` state="${state}"`;
    const line = `<${p}sheet xmlns:r="${office}" name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}"${kept} r:id="${relation}"/>`;
    this.file.put(
      this.part,
      workbook.replace(`</${p}sheets>`, () => `${line}</${p}sheets>`),
    );
    await this.#look();
    return part;
  }

  /** Takes a worksheet away with what hangs on it alone; names that point to it alone go too. */
  async removeSheet(name: string): Promise<void> {
    const entry = this.entry(name);
    if (entry === null) return;
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    const lines = elements(xml, `${p}sheet`);
    const place = lines.findIndex(({ attrs }) => attribute(attrs, 'name') === name);
    const line = lines[place];
    if (line === undefined) return;
    const named = element(xml, `${p}definedNames`);
    const names = elements(named?.body ?? '', `${p}definedName`).flatMap(({ attrs, body }) => {
      const local = attribute(attrs, 'localSheetId');
      if (local === String(place)) return [];
      const moved = local !== null && Number(local) > place;
      return [
        `<${p}definedName${moved ? withAttribute(attrs, 'localSheetId', String(Number(local) - 1)) : attrs}>${body ?? ''}</${p}definedName>`,
      ];
    });
    const list = names.length === 0 ? '' : `<${p}definedNames>${names.join('')}</${p}definedNames>`;
    const without = named === null ? xml : xml.slice(0, named.start) + list + xml.slice(named.end);
    // It stands before the names.
    const rest = without.slice(0, line.start) + without.slice(line.end);
    this.file.put(this.part, rest.replace(/\s(?:activeTab|firstSheet)\s*=\s*"\d+"/g, ''));
    for (const relation of await this.file.relations(entry.part)) {
      if (relation.kind !== 'drawing' || relation.outside) continue;
      for (const chart of await this.file.relations(relation.target))
        if (!chart.outside) await this.file.drop(chart.target);
      await this.file.drop(relation.target);
    }
    await this.file.unrelate(this.part, entry.part);
    await this.file.drop(entry.part);
    this.#sheets.delete(entry.part);
    await this.#look();
    await this.#showFirst();
  }

  /** The tab that is shown on opening has to be one that can be seen. */
  async #showFirst(): Promise<void> {
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    const first = elements(xml, `${p}sheet`).findIndex(({ attrs }) => attribute(attrs, 'state') === null);
    if (first < 1) return;
    const view = element(xml, `${p}workbookView`);
    if (view === null) return;
    const attrs = withAttribute(view.attrs, 'activeTab', String(first));
    this.file.put(
      this.part,
      xml.replace(view.attrs, () => attrs),
    );
  }

  async names(): Promise<readonly { readonly name: string; readonly means: string }[]> {
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    return elements(element(xml, `${p}definedNames`)?.body ?? '', `${p}definedName`).map(({ attrs, body }) => ({
      name: attribute(attrs, 'name') ?? '',
      means: unescapeXml(body ?? ''),
    }));
  }

  /** @param sheet of whose own it is @param hidden from the list of names that people see */
  async addName(name: string, means: string, sheet: string | null = null, hidden = false): Promise<void> {
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    const place = elements(xml, `${p}sheet`).findIndex(({ attrs }) => attribute(attrs, 'name') === sheet);
    const own = `${sheet === null ? '' : ` localSheetId="${place}"`}${hidden ? ' hidden="1"' : ''}`;
    const line = `<${p}definedName name="${escapeXml(name)}"${own}>${escapeXml(means)}</${p}definedName>`;
    const list = element(xml, `${p}definedNames`);
    if (list !== null && list.body !== null) {
      this.file.put(
        this.part,
        xml.replace(`</${p}definedNames>`, () => `${line}</${p}definedNames>`),
      );
      return;
    }
    const bare = list === null ? xml : xml.slice(0, list.start) + xml.slice(list.end);
    const before = ['externalReferences', 'functionGroups', 'sheets'].map((each) => element(bare, p + each)?.end ?? 0);
    const at = Math.max(...before);
    this.file.put(this.part, `${bare.slice(0, at)}<${p}definedNames>${line}</${p}definedNames>${bare.slice(at)}`);
  }

  /** Excel and WPS work every formula out anew when they open it. */
  async recalculate(): Promise<void> {
    const xml = await this.file.text(this.part);
    const p = prefixOf(xml, 'workbook');
    const own = element(xml, `${p}calcPr`);
    if (own !== null) {
      const attrs = withAttribute(own.attrs, 'fullCalcOnLoad', '1');
      this.file.put(this.part, replaced(xml, own, `<${p}calcPr${attrs}/>`));
      return;
    }
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];
    const at = Math.max(...before.map((each) => element(xml, p + each)?.end ?? 0));
    this.file.put(this.part, `${xml.slice(0, at)}<${p}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`);
  }

  /** The file as it stands. @param quick without packing, to be read again at once */
  async bytes(quick = false): Promise<Uint8Array> {
    for (const [part, sheet] of this.#sheets) {
      if (!sheet.changed) continue;
      this.file.put(part, sheet.xml());
      if (sheet.formulasTouched) await this.#dropCalculationOrder();
    }
    if (this.styles.xml !== (await this.file.text(this.stylePart))) this.file.put(this.stylePart, this.styles.xml);
    return await this.file.bytes(quick);
  }

  /** It names cells with formulas; one that has none any more makes Excel repair the file. Excel makes it anew by itself. */
  async #dropCalculationOrder(): Promise<void> {
    const chain = (await this.file.relations(this.part)).find((each) => each.kind === 'calcChain');
    if (chain === undefined) return;
    await this.file.unrelate(this.part, chain.target);
    await this.file.drop(chain.target);
  }
}
