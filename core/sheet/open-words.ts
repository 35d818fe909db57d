/** What is said of a whole file that cannot be read, and how to bring it in all the same. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { OpenRefusal } from './open.ts';

const mega = (bytes: number): string => String(Math.round(bytes / 100_000) / 10);

export function wordsOfOpenRefusal(refusal: OpenRefusal): Words {
  switch (refusal.kind) {
    case 'empty-file':
      return { zh: '文件是空的，请检查后重新选择。', en: 'The file is empty. Choose another.' };
    case 'not-text':
      return {
        zh: '这不是表格文件（既不是 .xlsx，也不是 UTF-8 或 GB18030 编码的 CSV）。请用 Excel 或 WPS 另存为 .xlsx 后再导入。',
        en: 'This is no table (neither .xlsx nor CSV in UTF-8 or GB18030). Save it as .xlsx and import again.',
      };
    case 'too-large':
      return {
        zh: `文件 ${mega(refusal.bytes)} MB，超过上限 ${mega(refusal.allowed)} MB。请分成几个文件导入。`,
        en: `The file has ${mega(refusal.bytes)} MB, more than the ${mega(refusal.allowed)} MB allowed. Split it.`,
      };
    case 'unpacks-too-large':
      return {
        zh: `工作簿解压后超过上限 ${mega(refusal.allowed)} MB，或未标明大小，未予打开。请另存为新的 .xlsx，或分成几个文件。`,
        en: `The workbook unpacks to more than ${mega(refusal.allowed)} MB, or hides its size, and was not opened. Save it anew as .xlsx or split it.`,
      };
    case 'too-many-rows':
      return {
        zh: `行数超过上限 ${refusal.allowed} 行。请分成几个文件导入。`,
        en: `More than ${refusal.allowed} rows. Split the file.`,
      };
    case 'too-many-cells':
      return {
        zh: `单元格超过上限 ${refusal.allowed} 个。请删除空白行列，或分成几个文件导入。`,
        en: `More than ${refusal.allowed} cells. Delete blank rows and columns or split the file.`,
      };
    case 'broken-quotes': {
      const at = refusal.line === null ? '' : `第 ${refusal.line} 行附近`;
      return {
        zh: `CSV ${at}的引号没有配对，无法分清单元格。请用 Excel 或 WPS 另存为 .xlsx 后再导入。`,
        en: `The quotation marks of the CSV do not pair${refusal.line === null ? '' : ` near line ${refusal.line}`}. Save it as .xlsx and import again.`,
      };
    }
    case 'password':
      return {
        zh: '工作簿设有打开密码。请取消密码后再导入。',
        en: 'The workbook has a password. Remove it and import again.',
      };
    case 'broken-workbook':
      return {
        zh: '工作簿已损坏，无法打开。请用 Excel 或 WPS 打开并另存为 .xlsx 后再导入。',
        en: 'The workbook is damaged. Open it in Excel or WPS, save it as .xlsx and import again.',
      };
    case 'not-a-workbook':
      return { zh: '这不是 .xlsx 工作簿。', en: 'This is no .xlsx workbook.' };
    case 'strict-workbook':
      return {
        zh: '这是“Strict Open XML 电子表格”。请在 Excel 中另存为“Excel 工作簿（.xlsx）”后再选择。',
        en: 'This is a “Strict Open XML Spreadsheet”. Save it in Excel as “Excel Workbook (.xlsx)” and choose that.',
      };
    case 'open-document':
      return {
        zh: '这是 .ods 文件。请用 LibreOffice 或 WPS 打开，另存为 .xlsx 后再选择。',
        en: 'This is an .ods file. Open it in LibreOffice or WPS, save it as .xlsx and choose that.',
      };
    case 'old-xls':
      return {
        zh: '这是旧版 Excel 97—2003 工作簿（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
        en: 'This is an Excel 97–2003 workbook (.xls). Open it in Excel or WPS, save it as .xlsx and import again.',
      };
    case 'xml-2003':
      return {
        zh: '这是 2003 版 XML 表格，只是扩展名像工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
        en: 'This is an XML spreadsheet of 2003 under another name. Open it in Excel or WPS, save it as .xlsx and import again.',
      };
    case 'web-page':
      return {
        zh: '这是网页格式的表格，只是扩展名像工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
        en: 'This is a web page named like a workbook. Open it in Excel or WPS, save it as .xlsx and import again.',
      };
    default:
      return never(refusal);
  }
}
