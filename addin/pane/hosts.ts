/** Which program holds the workbook: Excel where it is around us, else the browser itself with files. Each comes when it is needed. */
import type { SheetHost } from '../host/sheet-host.ts';
import type { FileDoor } from './file/file-door.ts';

export interface Chosen {
  readonly host: SheetHost;
  readonly file: FileDoor | null;
}

export async function excel(): Promise<Chosen> {
  const { excelHost } = await import('../host/excel/excel-host.ts');
  return { host: await excelHost(), file: null };
}

export async function files(today: () => string): Promise<Chosen> {
  const [{ newFileHost }, { workbookDoor }] = await Promise.all([
    import('../host/file/file-host.ts'),
    import('./file/workbook-door.ts'),
  ]);
  const host = newFileHost(today);
  return { host, file: workbookDoor(host, today) };
}
