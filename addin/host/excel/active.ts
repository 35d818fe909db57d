/** Which worksheet is in front, for commands that mean “this one”. */
export const activeWorksheet = (): Promise<string> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
