/** A sheet's empty form and its filled one, as workbooks: headers, drop-downs and notes come from the field list. */
import type { Context } from './context.ts';
import { layOut } from './give-back.ts';
import type { Sheet } from './sheet.ts';
import type { SheetToWrite } from './xlsx.ts';

/** Values under the sheet's headers, with drop-downs; without values it is the template that departments fill in. */
export function sheetToWrite<V>(sheet: Sheet<V>, values: readonly V[], context: Context): SheetToWrite {
  const [headers = [], ...rows] = layOut(sheet, values, context);
  const choices = new Map<number, { options: readonly string[]; several: boolean }>();
  sheet.fields.forEach(({ shape }, column) => {
    if (shape.kind === 'option' || shape.kind === 'options')
      choices.set(column, { options: shape.options, several: shape.kind === 'options' });
  });
  return { name: sheet.title.zh, headers, rows, choices, spareRows: 1000 };
}
