import { describe, expect, it } from 'vitest';
import { Workbook } from '../../../addin/host/file/workbook.ts';
import { readWorkbook } from '../../../core/sheet/xlsx.ts';
import { writeLayouts } from '../../../core/sheet/xlsx-layout.ts';
import { byExcelJs, hostOf, inspectorLayout, newHost, planLayout, texts, today } from './make.ts';

describe('a worksheet of ours as a file', () => {
  it('another library finds everything: titles, marks, lists, formats, colours, the hidden column', async () => {
    const book = await byExcelJs(await writeLayouts([planLayout(), inspectorLayout()], today));
    const plan = book.getWorksheet('征询反馈2026-1');
    const roll = book.getWorksheet('执法检查人员名录库');
    if (plan === undefined || roll === undefined) throw new Error('no worksheet');
    expect(plan.getCell('A1').value).toBe('2026年度抽查计划征询反馈表');
    expect(plan.getCell('B4').value).toBe('抽查任务名称 *');
    expect(plan.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFFDE9D9' } });
    expect(plan.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 });
    expect(plan.getCell('A6').value).toBe('007');
    expect(plan.getCell('A6').numFmt).toBe('@');
    expect(plan.getCell('A20').numFmt).toBe('@');
    expect(plan.getCell('E5').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['明抽_选项_1'],
      showErrorMessage: true,
    });
    expect(plan.getCell('D24').dataValidation).toMatchObject({ prompt: expect.stringContaining('一行一条') });
    const last = plan.columnCount;
    expect([plan.getColumn(last).hidden, plan.getColumn(last - 1).hidden]).toEqual([true, false]);
    expect(plan.getCell(4, last - 1).value).toBe('校验结果');
    expect(plan.getCell(5, last).value).toBe('r-1');
    expect(plan.getCell(5, last).fill).toMatchObject({ fgColor: { argb: 'FFEDEDED' } });
    const [rules] = Object.values(Object(plan).conditionalFormattings) as { rules: { formulae: string[] }[] }[];
    expect(rules?.rules.map((each) => each.formulae[0])).toEqual([
      expect.stringMatching(/^LEFT\(\$[A-Z]+5,1\)="✗"$/),
      expect.stringMatching(/^LEFT\(\$[A-Z]+5,1\)="！"$/),
    ]);
    const date = roll.getCell('G5');
    expect([date.value, date.numFmt]).toEqual([new Date(Date.UTC(2027, 11, 31)), 'yyyy-mm-dd']);
    expect(book.getWorksheet('_明抽_选项')?.state).toBe('veryHidden');
    expect(book.definedNames.getRanges('明抽_选项_1').ranges).toHaveLength(1);
  });

  it('header and frozen columns stand on every printed page, and blank rows are none to print', async () => {
    const host = newHost();
    await host.create(planLayout());
    for (const bytes of [await writeLayouts([planLayout()], today), await host.save()]) {
      const { file, part } = await Workbook.open(bytes);
      // Without quotation marks a name with a hyphen is a difference, and the program finds the file broken.
      expect(await file.text(part)).toContain("'征询反馈2026-1'!$A:$B,'征询反馈2026-1'!$4:$4");
      const plan = (await byExcelJs(bytes)).getWorksheet('征询反馈2026-1');
      expect(plan?.pageSetup).toMatchObject({
        printTitlesRow: '4:4',
        printTitlesColumn: 'A:B',
        orientation: 'landscape',
      });
      expect([plan?.getCell('B6').border, plan?.getCell('B20').border].map((each) => each?.top?.style)).toEqual([
        'thin',
        undefined,
      ]);
      expect(plan?.getCell(20, (plan.columnCount ?? 0) - 1).fill).not.toMatchObject({ pattern: 'solid' });
    }
  });

  it('a text that begins like a formula is a text', async () => {
    const book = await byExcelJs(await writeLayouts([planLayout()], today));
    expect(book.getWorksheet('征询反馈2026-1')?.getCell('B6').value).toBe('=HYPERLINK("http://x.invalid")');
  });

  it('is the same whether it is a file of its own or comes into a workbook', async () => {
    const host = newHost();
    expect(await host.create(planLayout())).toBe('征询反馈2026-1');
    const [alone] = held(await readWorkbook(await writeLayouts([planLayout()], today)));
    const [within] = held(await readWorkbook(await host.save()));
    expect(within).toEqual(alone);
    expect((await host.worksheets()).map((each) => each.name)).toEqual(['征询反馈2026-1']);
  });

  it('a name that is taken gets a number; the same list of choices is kept once', async () => {
    const host = newHost();
    await host.create(planLayout());
    expect(await host.create(planLayout())).toBe('征询反馈2026-1 (2)');
    await host.create(inspectorLayout());
    const book = await byExcelJs(await host.save());
    expect(book.worksheets.map((each) => [each.name, each.state])).toEqual([
      ['_明抽_选项', 'veryHidden'],
      ['征询反馈2026-1', 'visible'],
      ['征询反馈2026-1 (2)', 'visible'],
      ['执法检查人员名录库', 'visible'],
    ]);
    const names = [1, 2, 3, 4, 5, 6, 7].map((n) => book.definedNames.getRanges(`明抽_选项_${n}`).ranges.length);
    expect(names).toEqual([1, 1, 1, 1, 1, 1, 0]);
    const again = await hostOf(await host.save());
    await again.create(planLayout());
    const later = await byExcelJs(await again.save());
    expect(later.getWorksheet('征询反馈2026-1 (3)')?.getCell('E5').dataValidation.formulae).toEqual(['明抽_选项_1']);
    expect(later.definedNames.getRanges('明抽_选项_7').ranges).toHaveLength(0);
  });

  it('what is created is read back as the texts that were given', async () => {
    const host = newHost();
    const name = await host.create(inspectorLayout());
    const rows = texts(await host.read(name));
    expect(rows[4]?.slice(0, 3)).toEqual(['000123', '张三', '望江县商务局']);
    expect(rows[4]).toContain('2027-12-31');
  });
});

function held<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
