/** The commands as the practice page offers them while one types. */
import { commands } from '../chat/table.ts';
import type { PageCommand } from './workspace/page-shape.ts';

const words: Readonly<Record<string, Omit<PageCommand, 'name'>>> = {
  consult: {
    words: { zh: '发起征询，看回复', en: 'ask the departments, see their answers' },
    hint: { zh: '新建', en: 'new' },
  },
  plan: { words: { zh: '年度计划：汇总、核对、审核、印发', en: 'the year’s plan' }, hint: { zh: '', en: '' } },
  draw: { words: { zh: '公开抽取', en: 'the draw' }, hint: { zh: '新建', en: 'new' } },
  visit: { words: { zh: '检查任务', en: 'visits' }, hint: { zh: '', en: '' } },
  remind: { words: { zh: '催办', en: 'remind' }, hint: { zh: '', en: '' } },
  mingchou: {
    words: { zh: '帮助、绑定、频道、我是谁', en: 'help, linking, channels, who am I' },
    hint: { zh: '帮助', en: 'help' },
  },
};
const silent = { words: { zh: '', en: '' }, hint: { zh: '', en: '' } };

export const pageCommands: readonly PageCommand[] = [...commands.keys()].map((name) => ({
  name: `/${name}`,
  ...(words[name] ?? silent),
}));
