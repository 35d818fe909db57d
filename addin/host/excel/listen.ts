/** Hears of changes. Only hints: what people did in detail is often missing, and of our own writing nothing needs to be said. */
import type { SheetHost } from '../sheet-host.ts';
import type { Program, Run } from './run.ts';

/** @returns how to stop */
export function listening(excel: Program, run: Run, heard: Parameters<SheetHost['onChange']>[0]): () => void {
  let stopped = false;
  const tell = async (worksheetId: string, by: 'here' | 'elsewhere'): Promise<void> => {
    const name = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    });
    if (name !== null && !stopped) heard(name, by);
  };
  const registered = run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ triggerSource, source, worksheetId }) => {
      if (stopped || triggerSource === 'ThisLocalAddin') return;
      await tell(worksheetId, source === 'Remote' ? 'elsewhere' : 'here').catch(unheard);
    });
    await context.sync();
    return handler;
  });
  return () => {
    stopped = true;
    registered
      .then((handler) =>
        excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        }),
      )
      .catch(unheard);
  };
}

/** A hint less; whoever writes looks for himself. */
const unheard = (): void => {};
