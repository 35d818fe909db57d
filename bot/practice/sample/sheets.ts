/**
 * The sample as the sheets that departments would send: the product's own headers, so that the files can be opened,
 * changed by hand and imported again.
 */
import type { Context } from '../../../core/sheet/context.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../../core/sheet/template.ts';
import type { SheetToWrite } from '../../../core/sheet/xlsx.ts';
import { planRows } from './plan-rows.ts';
import type { Sample } from './sample.ts';

/** What reading the sheets again needs to know: the departments by name, and the year of the plan. */
export const contextOfSample = (sample: Sample): Context =>
  contextOf({ departments: sample.departments, year: sample.plan.year });

/** Header and rows of each sheet, departments first since the others name them. */
export function toSheets(sample: Sample): SheetToWrite[] {
  const context = contextOfSample(sample);
  return [
    sheetToWrite(sheets.departments, sample.departments, context),
    sheetToWrite(sheets.subjects, sample.subjects, context),
    sheetToWrite(sheets.classifications, sample.classifications, context),
    sheetToWrite(sheets.inspectors, sample.inspectors, context),
    sheetToWrite(sheets.experts, sample.experts, context),
    sheetToWrite(sheets.recusals, sample.recusals, context),
    sheetToWrite(sheets.items, sample.items, context),
    sheetToWrite(sheets['joint-matters'], sample.jointMatters, context),
    sheetToWrite(sheets['past-checks'], sample.pastChecks, context),
    sheetToWrite(sheets['plan-tasks'], planRows(sample), context),
  ];
}
