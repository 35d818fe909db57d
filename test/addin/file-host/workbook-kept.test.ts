import { describe, expect, it } from 'vitest';
import { textOf } from '../../../core/sheet/grid.ts';
import { byExcelJs, countyPlan, hostOf, made, partsOf, planLayout, texts } from './make.ts';

describe('the workbook that a person gets back', () => {
  it('is the same, byte for byte, where nothing was done to it', async () => {
    const before = await countyPlan();
    const host = await hostOf(before);
    await host.read('计划');
    expect(await partsOf(await host.save())).toEqual(await partsOf(before));
    expect(host.changed()).toBe('nothing');
  });

  it('says how much of it no download holds: verdicts and names are written again by any check, answers and cells are not', async () => {
    const host = await hostOf(await countyPlan());
    const worksheet = await host.create(planLayout());
    await host.save();
    const { rows } = await host.read(worksheet);
    const headerRow = rows.findIndex((row) => row.some((cell) => textOf(cell) === '行标识'));
    const column = (header: string) => (rows[headerRow] ?? []).findIndex((cell) => textOf(cell) === header);
    const firstRow = headerRow + 1;
    const area = {
      headerRow,
      firstRow,
      lastRow: firstRow,
      firstColumn: 0,
      lastColumn: column('行标识'),
      verdict: column('校验结果'),
    };
    await host.mark(worksheet, area, [{ row: firstRow, text: '✗ 必填', columns: [] }]);
    await host.write(worksheet, [{ row: firstRow, column: column('行标识'), cells: [['own-1']] }]);
    expect(host.changed()).toBe('marks');
    await host.appendKept('rows', [['row']]);
    expect(host.changed()).toBe('own');
    await host.write(worksheet, [{ row: firstRow, column: 1, cells: [['改过']] }]);
    await host.mark(worksheet, area, []);
    expect(host.changed()).toBe('content');
    await host.save();
    expect(host.changed()).toBe('nothing');
  });

  it('a cell that is written changes that worksheet and no other part', async () => {
    const before = await countyPlan();
    const host = await hostOf(before);
    await host.write('计划', [{ row: 4, column: 0, cells: [['网吧与书店检查', null, '10%']] }]);
    const [was, now] = [await partsOf(before), await partsOf(await host.save())];
    const differ = [...now].filter(([name, text]) => was.get(name) !== text).map(([name]) => name);
    expect(differ).toEqual(['xl/worksheets/sheet1.xml']);
    expect([...was.keys()].filter((name) => !now.has(name))).toEqual([]);
  });

  it('keeps pictures, notes, colours, formulas, lists, widths, filters and other worksheets through all that we do', async () => {
    const host = await hostOf(await countyPlan());
    const first = await host.addColumns('计划', 1, 5, [...planLayout().columns.slice(-2)]);
    const area = { headerRow: 1, firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: first + 1, verdict: first };
    await host.mark('计划', area, [{ row: 3, text: '✗ 抽查比例：无法识别', columns: [2] }]);
    await host.writeKept('binding', [
      ['desk', 'x'.repeat(40_000)],
      ['=1', '|'],
    ]);
    await host.create(planLayout());
    const book = await byExcelJs(await host.save());
    const plan = book.getWorksheet('计划');
    if (plan === undefined) throw new Error('no worksheet');
    expect(first).toBe(6);
    expect(plan.getCell('A1').isMerged).toBe(true);
    expect(plan.getCell('A3').value).toMatchObject({ richText: [{ text: '加油站' }, { text: '检查' }] });
    expect(plan.getCell('A4').fill).toMatchObject({ fgColor: { argb: 'FF00FF00' } });
    expect(plan.getCell('C3').numFmt).toBe('0%');
    expect(plan.getCell('F5').value).toMatchObject({ formula: 'SUM(E$3:E5)' });
    expect(JSON.stringify(plan.getCell('A5').note)).toContain('请核对户数');
    expect(plan.getColumn(2).width).toBe(33);
    expect(plan.autoFilter).toBe('A2:F5');
    expect(plan.getCell('B5').dataValidation.formulae).toEqual(['"商务局,文旅局"']);
    expect(plan.getImages()).toHaveLength(1);
    expect(plan.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(plan.headerFooter.oddFooter).toBe('第 &P 页');
    expect(book.worksheets.slice(0, 3).map((each) => [each.name, each.state])).toEqual([
      ['计划', 'visible'],
      ['汇总', 'visible'],
      ['内部', 'veryHidden'],
    ]);
    const rules = Object(plan).conditionalFormattings as { ref: string; rules: { style: unknown }[] }[];
    expect(rules.map((each) => [each.ref, each.rules.length])).toEqual([
      ['E3:E5', 1],
      [expect.stringMatching(/^A3:H\d+$/), 2],
    ]);
    expect(JSON.stringify(rules[0])).toContain('FFFFC7CE');
    expect(plan.getCell('G4').value).toBe('✗ 抽查比例：无法识别');
    expect(plan.getColumn(8).hidden).toBe(true);
    const again = await hostOf(await host.save());
    expect(await again.readKept('binding')).toEqual([
      ['desk', 'x'.repeat(40_000)],
      ['=1', '|'],
    ]);
    expect((await again.worksheets()).map((each) => each.name)).toEqual(['计划', '汇总', '征询反馈2026-1']);
  });

  it('a worksheet that somebody has hidden is named as hidden, is read and written, and stays hidden', async () => {
    const host = await hostOf(
      await made((book) => {
        book.addWorksheet('封面').addRow(['某县']);
        book.addWorksheet('旧表', { state: 'hidden' }).addRow(['甲']);
        book.addWorksheet('内部', { state: 'veryHidden' }).addRow(['乙']);
      }),
    );
    expect(await host.worksheets()).toEqual([
      { name: '封面', hidden: false, rows: 1, columns: 1 },
      { name: '旧表', hidden: true, rows: 0, columns: 0 },
    ]);
    await host.write('旧表', [{ row: 0, column: 0, cells: [['丙']] }]);
    expect(texts(await host.read('旧表'))).toEqual([['丙']]);
    expect((await byExcelJs(await host.save())).getWorksheet('旧表')?.state).toBe('hidden');
    await expect(host.read('内部')).rejects.toThrow('no-worksheet');
  });

  it('marking again does not colour twice, and clears what is no longer said', async () => {
    const host = await hostOf(await countyPlan());
    const area = { headerRow: 1, firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 7, verdict: 6 };
    await host.mark('计划', area, [{ row: 3, text: '✗ 甲', columns: [] }]);
    const again = await hostOf(await host.save());
    await again.mark('计划', area, [{ row: 2, text: '！ 乙', columns: [] }]);
    const book = await byExcelJs(await again.save());
    const plan = book.getWorksheet('计划');
    expect(Object(plan).conditionalFormattings).toHaveLength(2);
    expect([plan?.getCell('G3').value, plan?.getCell('G4').value]).toEqual(['！ 乙', null]);
  });

  it('dates stay dates, percentages are read as they are shown, codes keep their zeros, a text like a formula stays text', async () => {
    const host = await hostOf(await countyPlan());
    await host.write('计划', [
      { row: 2, column: 3, cells: [['2026-12-31']] },
      { row: 4, column: 0, cells: [['=1+1', null, '00123']] },
    ]);
    const rows = texts(await host.read('计划'));
    expect([rows[2]?.[3], rows[2]?.[2], rows[4]?.[0], rows[4]?.[2]]).toEqual(['2026-12-31', '5%', '=1+1', '00123']);
    const plan = (await byExcelJs(await host.save())).getWorksheet('计划');
    expect(plan?.getCell('D3').value).toEqual(new Date(Date.UTC(2026, 11, 31)));
    expect(plan?.getCell('D3').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(plan?.getCell('A5').value).toBe('=1+1');
  });

  it('a merged word that counts for two rows is parted when one of them is changed', async () => {
    const host = await hostOf(await countyPlan());
    await host.write('计划', [{ row: 3, column: 1, cells: [['公安局']] }]);
    expect(texts(await host.read('计划')).map((row) => row[1])).toEqual([
      '某县2026年度部门联合抽查计划',
      '牵头部门',
      '商务局',
      '公安局',
      '文旅局',
    ]);
    await host.write('计划', [{ row: 2, column: 1, cells: [['商务局']] }]);
    expect(texts(await host.read('计划'))[0]?.[5]).toBe('某县2026年度部门联合抽查计划');
  });

  it('rows that are taken out take along what hangs on them, and formulas everywhere follow', async () => {
    const host = await hostOf(await countyPlan());
    await host.removeRows('计划', [3]);
    const book = await byExcelJs(await host.save());
    const plan = book.getWorksheet('计划');
    expect(plan?.getCell('A4').value).toBe('网吧检查');
    expect(plan?.getCell('F4').value).toMatchObject({ formula: 'SUM(E$3:E4)' });
    expect(plan?.getCell('B4').dataValidation.formulae).toEqual(['"商务局,文旅局"']);
    expect(JSON.stringify(plan?.getCell('A4').note)).toContain('请核对户数');
    expect(plan?.getCell('B3').isMerged).toBe(false);
    expect(plan?.autoFilter).toBe('A2:F4');
    expect(book.getWorksheet('汇总')?.getCell('A1').value).toMatchObject({ formula: '计划!E4*2' });
    expect(book.getWorksheet('汇总')?.getCell('A3').value).toMatchObject({ formula: "SUM('计划'!E3:E4)" });
    expect(book.definedNames.getRanges('任务名').ranges).toEqual(["'计划'!$A$3:$A$4"]);
    expect(Object(plan).conditionalFormattings[0].ref).toBe('E3:E4');
  });

  it('rows that are written below a table of Excel belong to it, and look like those above', async () => {
    const bytes = await made((book) => {
      const sheet = book.addWorksheet('计划');
      const rows = [
        ['甲', '2026-03-01'],
        ['乙', '2026-04-01'],
      ].map(([name, day]) => [name, new Date(`${day}T00:00:00Z`)]);
      sheet.addTable({
        name: '表1',
        ref: 'A1',
        headerRow: true,
        columns: [{ name: '任务名称', filterButton: true }, { name: '完成时限' }],
        rows,
      });
      for (const row of [2, 3]) sheet.getCell(`B${row}`).numFmt = 'yyyy-mm-dd';
    });
    const host = await hostOf(bytes);
    const cells = [
      ['丙', '2026-05-01'],
      ['丁', '2026-06-01'],
    ];
    await host.write('计划', [{ row: 3, column: 0, cells }]);
    const parts = await partsOf(await host.save());
    expect(parts.get('xl/tables/table1.xml')).toMatch(/<table [^>]*ref="A1:B5"[\s\S]*<autoFilter ref="A1:B5"/);
    const sheet = (await byExcelJs(await host.save())).getWorksheet('计划');
    expect(sheet?.getCell('B5').value).toEqual(new Date(Date.UTC(2026, 5, 1)));
    await host.removeRows('计划', [1, 2, 3, 4]);
    expect((await partsOf(await host.save())).get('xl/tables/table1.xml')).toContain('ref="A1:B2"');
  });

  it('what we keep of 20,000 rows is kept in a moment', async () => {
    const host = await hostOf(await countyPlan());
    const lines = Array.from({ length: 20_000 }, (_, i) => [
      `r-${i}`,
      '1',
      JSON.stringify({ name: `企业${i}`, ratio: '5%' }),
    ]);
    const begun = performance.now();
    await host.writeKept('rows', lines);
    await host.appendKept('outbox', [['b-1']]);
    const again = await hostOf(await host.save());
    expect(await again.readKept('rows')).toEqual(lines);
    expect(await again.readKept('outbox')).toEqual([['b-1']]);
    await again.writeKept('rows', [['r-1']]);
    expect(await (await hostOf(await again.save())).readKept('rows')).toEqual([['r-1']]);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
