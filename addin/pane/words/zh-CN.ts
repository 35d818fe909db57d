/** 窗格里的话, in Chinese: the one table that every screen speaks from; its type is what the English one must fill. */
import { around } from './zh-CN/around.ts';
import { filling } from './zh-CN/filling.ts';
import { looking } from './zh-CN/looking.ts';
import { start } from './zh-CN/start.ts';

export const zhCN = { ...around, ...start, ...filling, ...looking };

/** What a language must be able to say. */
export type PaneWords = typeof zhCN;
