/** What is said of content that stands in the wrong place of a worksheet. */
import type { Words } from '../../words.ts';

/** @param row as people count */
export const wordsOfOutside = (row: number, address: string, cells: number): Words => ({
  zh: `第 ${row} 行表格以外有内容（${address}${cells > 1 ? ` 等 ${cells} 格` : ''}），不会提交；请看是否贴错了位置`,
  en: `row ${row} has content outside of the table (${address}${cells > 1 ? ` and ${cells - 1} more` : ''}), which is not submitted; see whether it was pasted in the wrong place`,
});

/** @param shift columns, to the right where positive */
export function wordsOfShifted(shift: number, row: number, from: string): Words {
  const right = shift > 0;
  const one = Math.abs(shift) === 1;
  return {
    zh: `看来自第 ${row} 行起整块数据${right ? '右' : '左'}移了${one ? '一' : '两'}列，请撤销后从 ${from} 重新粘贴`,
    en: `from row ${row} on everything seems to be ${one ? 'one column' : 'two columns'} too far to the ${right ? 'right' : 'left'}; undo it and paste again at ${from}`,
  };
}
