/**
 * 窗格里的话, in Chinese: the one table that every screen speaks from; its type is what the English one must fill.
 *
 * One word for one thing, here, in the worksheets, in the chat and in the guides:
 *   填报窗格   the pane beside the cells (not 任务窗格, 加载项; 加载项 only where Excel's own menus are named)
 *   填报网页   the same as a page of its own, for workbook files
 *   填报码     the one-time code
 *   系统       what holds the data
 *   校验       checking beside the cells; its result stands in the column 校验结果
 *   ✗ 须修改、！ 请核对、✓ 已提交     the three marks, and no other words for them
 *   预览       what a submission would change (not 比对)
 *   提交、未受理     sending; what the desk did not take of it
 *   刷新、冲突、继续提交、识别已有表格     the other acts
 *   征询函、反馈     the letter, and what a department says to it; 回复 is only a reply under a post of the chat
 *   检查实施期       when visits are made (not 检查期限)
 *   检查方式   as it is planned; 核查方式 only in the record of what was done, as the official form calls it
 */
import { around } from './zh-CN/around.ts';
import { filling } from './zh-CN/filling.ts';
import { looking } from './zh-CN/looking.ts';
import { start } from './zh-CN/start.ts';

export const zhCN = { ...around, ...start, ...filling, ...looking };

/** What a language must be able to say. */
export type PaneWords = typeof zhCN;
