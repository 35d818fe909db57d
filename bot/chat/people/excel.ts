/** 填报: a code for the pane of a workbook, and the page for those whose program has no pane. */
import { type Message, note, same } from '../../message/message.ts';
import { minuteOf } from '../../today.ts';
import { shownCode } from '../../verbs/chat/code.ts';
import { paneCode } from '../../verbs/chat/excel.ts';
import { show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function excel({ deps, actor }: Asked): Promise<Answer> {
  const { code: bare, until } = await paneCode(deps, actor);
  const code = shownCode(bare);
  const clock = minuteOf(until).slice(11);
  const message: Message = {
    summary: {
      zh: `您的填报码：${code}，${clock} 前有效，只能用一次，请勿转发。`,
      en: `Your code for filling in: ${code}, until ${clock} and once. Do not pass it on.`,
    },
    parts: [
      {
        kind: 'facts',
        facts: [
          { name: { zh: '填报码', en: 'Code' }, value: same(code) },
          { name: { zh: '有效至', en: 'Until' }, value: same(clock) },
        ],
      },
      {
        kind: 'list',
        items: [
          {
            zh: '用 Excel：打开“明抽”填报窗格，输入填报码登录。',
            en: 'With Excel: open the Mingchou pane and type the code.',
          },
          {
            zh: '用 WPS 或其他表格软件：打开下面的网页，输入填报码后选取表格文件。',
            en: 'With WPS or another program: open the page below, type the code and choose your file.',
          },
        ],
      },
      { kind: 'link', words: { zh: '打开填报网页', en: 'Open the page for filling in' }, url: `${deps.site}/addin/` },
      note(
        '重新获取后，前一个未用的填报码作废；登录后八小时内有效。',
        'Getting another makes an unused one void; you stay signed in for eight hours.',
      ),
    ],
  };
  return show(message);
}
