/** What the manifest must say of the code: the functions that buttons call, and the version of the Excel interface that is used. */

/** Given to `Office.actions.associate` by the commands. */
export const functionNames = ['checkWorksheet'] as const;

/** `triggerSource` of a change is of 1.14, merged areas and `Table.resize` of 1.13; Excel 2021 has them. */
export const excelApi = 1.14;
