/** 表格模板: an empty workbook of each sheet that people fill in. */
import { describe, expect, it } from 'vitest';
import { blankLayout, blankSheetNames } from '../../core/sheet/blank-layout.ts';
import { recogniseAmong } from '../../core/sheet/recognise.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { readWorkbook } from '../../core/sheet/xlsx.ts';
import { writeLayouts } from '../../core/sheet/xlsx-layout.ts';
import { value } from '../desk.ts';

describe('empty workbooks', () => {
  it.each(blankSheetNames)('%s is known again by its headers, with every field and no row', async (name) => {
    const [grid, ...others] = value(await readWorkbook(await writeLayouts([blankLayout(sheets[name])], '2026-03-02')));
    expect(others).toEqual([]);
    if (grid === undefined) throw new Error('no worksheet');
    expect(recogniseAmong(grid, Object.values(sheets))?.name).toBe(name);
    expect(grid.rows[0]).toEqual(expect.arrayContaining([sheets[name].title.zh]));
    expect(grid.rows[2]?.length).toBe(sheets[name].fields.length);
    expect(
      grid.rows
        .slice(3)
        .flat()
        .filter((cell) => cell !== '' && cell !== null),
    ).toEqual([]);
  });

  it('what the desk gives out with its rows has no empty form', () => {
    expect(blankSheetNames).not.toContain('visit-list');
    expect(blankSheetNames).not.toContain('outcomes');
  });
});
