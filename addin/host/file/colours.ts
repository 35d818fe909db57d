/** Rows coloured by what their verdict begins with: one rule for each sign, which reaches as far as the table, and is never there twice. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { isVerdictFormula, verdictColours, verdictFormula } from '../../../core/sheet/look.ts';
import type { Area } from '../sheet-host.ts';
import { areaOf } from './references.ts';
import type { SheetPart } from './sheet-part.ts';
import type { StylePart } from './style-part.ts';
import { attribute, elements, escapeXml, unescapeXml } from './xml.ts';

/** Rows may be added below in the person's own program. */
const reach = 500;

export function colourRows(sheet: SheetPart, styles: StylePart, area: Area): void {
  const { p } = sheet;
  const before = takeAway(sheet);
  const last = Math.max(area.lastRow + reach, before);
  const range = `${columnLetters(area.firstColumn)}${area.firstRow + 1}:${columnLetters(area.lastColumn)}${last + 1}`;
  const priorities = [...sheet.tail.matchAll(/\bpriority="(\d+)"/g)].map((each) => Number(each[1]));
  let priority = Math.max(0, ...priorities);
  const rules = Object.entries(verdictColours).map(([sign, rgb]) => {
    const fill = `<patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor rgb="FF${rgb}"/></patternFill>`;
    const look = styles.add('dxfs', `<dxf><fill>${fill}</fill></dxf>`);
    const formula = escapeXml(verdictFormula(sign, area.verdict, area.firstRow));
    priority += 1;
    return `<${p}cfRule type="expression" dxfId="${look}" priority="${priority}"><${p}formula>${formula}</${p}formula></${p}cfRule>`;
  });
  sheet.insert(
    'conditionalFormatting',
    `<${p}conditionalFormatting sqref="${range}">${rules.join('')}</${p}conditionalFormatting>`,
  );
}

/** Ours, from wherever people moved them. @returns the last row that they reached */
function takeAway(sheet: SheetPart): number {
  const { p } = sheet;
  let last = 0;
  for (const block of [...sheet.after('conditionalFormatting')].reverse()) {
    const rules = elements(block.body ?? '', `${p}cfRule`);
    const others = rules.filter((rule) => !isOurs(rule.body ?? '', p));
    if (others.length === rules.length) continue;
    for (const area of (attribute(block.attrs, 'sqref') ?? '').split(/\s+/))
      last = Math.max(last, areaOf(area).lastRow);
    const kept = others.map(({ start, end }) => (block.body ?? '').slice(start, end)).join('');
    sheet.replaceAfter(
      block,
      kept === '' ? '' : `<${p}conditionalFormatting${block.attrs}>${kept}</${p}conditionalFormatting>`,
    );
  }
  return last;
}

const isOurs = (rule: string, p: string): boolean =>
  isVerdictFormula(unescapeXml(elements(rule, `${p}formula`)[0]?.body ?? ''));
