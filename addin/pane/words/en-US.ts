/** What the pane says in English; its type makes sure that nothing is left out. */
import { around } from './en-US/around.ts';
import { filling } from './en-US/filling.ts';
import { looking } from './en-US/looking.ts';
import { start } from './en-US/start.ts';
import type { PaneWords } from './zh-CN.ts';

export const enUS: PaneWords = { ...around, ...start, ...filling, ...looking };
