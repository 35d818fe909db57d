/** Where a matter is done that has no button in the chat: said under its line, so that nobody is left with a duty and no way to it. */
import type { Matter } from '../../core/owed/owed.ts';
import type { Words } from '../../core/words.ts';

/** Null where buttons or the matter's own posts lead on. */
export function whereDone({ kind }: Matter): Words | null {
  switch (kind) {
    case 'lists':
    case 'renewal':
      return {
        zh: '清单填好后交联席办导入并登记报送（命令行 mingchou import、mingchou list send）；还缺哪些，输入“/mingchou 看板”查看。',
        en: 'Give the filled list to the office, which imports and sends it (mingchou import, mingchou list send); “/mingchou board” shows what lacks.',
      };
    case 'receipt':
      return {
        zh: '在命令行签收（mingchou list receive），或者告知联席办代为操作；报送情况输入“/mingchou 看板”查看。',
        en: 'Receive it on the command line (mingchou list receive); “/mingchou board” shows what was sent.',
      };
    case 'holidays':
      return {
        zh: '在命令行录入放假通知（mingchou holidays load）。',
        en: 'Load the notice on the command line (mingchou holidays load).',
      };
    case 'pool-checks':
      return {
        zh: '列入下一次抽查任务，或者输入“/visit 报备”报备计划外检查。',
        en: 'Put them into the next task, or type “/visit file” for a check outside the plan.',
      };
    case 'publication':
      return {
        zh: '检查任务派发后，在本单位频道的检查任务下录入、公示。',
        en: 'Enter and publish under the visits in your department’s channel, once they are handed out.',
      };
    case 'deadline':
      return { zh: '到期事项及依据，输入“/remind”查看。', en: '“/remind” shows what is due, and where it is written.' };
    default:
      return null;
  }
}
