/** What Excel refuses, under the codes that Office.js hands to an add-in. Thrown inside the model and answered by the door. */
export class ExcelTrouble extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ExcelTrouble';
    this.code = code;
  }
}

export const invalid = (message: string): ExcelTrouble => new ExcelTrouble('InvalidArgument', message);
export const notFound = (what: string): ExcelTrouble => new ExcelTrouble('ItemNotFound', `找不到请求的对象：${what}`);
export const notAllowed = (message: string): ExcelTrouble => new ExcelTrouble('InvalidOperation', message);
export const denied = (sheet: string): ExcelTrouble =>
  new ExcelTrouble('AccessDenied', `工作表“${sheet}”受保护，不能更改。`);
