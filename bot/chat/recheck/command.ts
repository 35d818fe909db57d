/** What is typed after `/recheck`. */
import type { Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { listOf } from './list.ts';

const usage: Usage = {
  command: '/recheck',
  title: { zh: '再检查、回访：可以输入的命令', en: 'Re-inspection: what you can type' },
  lines: [
    { zh: '/recheck 抽取：从已公示的检查结果中抽取再检查、回访', en: '/recheck draw: draw among published outcomes' },
    { zh: '/recheck 查看 35：第 35 号再检查的名单和情况', en: '/recheck show 35: its sample and what was found' },
  ],
  note: {
    zh: '再检查与抽取检查对象使用同一程序：锁定、封签、公共数、开签，可以核验。',
    en: 'Drawn by the same ceremony as every draw, and verified like it.',
  },
};

const draw: Route = { kind: 'form', form: 'recheck-freeze', about: '' };

const show = (rest: string): Route | null =>
  /^\d{1,9}$/.test(rest) ? { kind: 'act', act: (asked) => listOf(asked, rest) } : null;

export const recheck = commandOf({
  usage,
  bare: draw,
  words: {
    draw: { words: ['抽取', '新建', 'draw', 'new'], route: (rest) => (rest === '' ? draw : null) },
    show: { words: ['查看', '名单', 'show', 'list'], route: show },
  },
  otherwise: show,
});
