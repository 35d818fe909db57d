/** The name of a workbook that was begun here: 清漪县卫生健康局-检查结果录入-1.xlsx. */

/** Signs that some system does not take in a name. */
const unfit = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;

/** @param more said of further worksheets; '' where there are none */
export const fileName = (department: string, worksheet: string, more: string): string =>
  `${[department, worksheet]
    .map((part) => part.replace(unfit, '').trim())
    .filter((part) => part !== '')
    .join('-')}${more}.xlsx`;
