/** What can be typed after `/mingchou`. */
import type { Words } from '../../../core/words.ts';
import { heading, type Message, type Part } from '../../message.ts';
import type { Answer } from '../door.ts';
import { show } from './answer.ts';

const lines: readonly Words[] = [
  { zh: '/mingchou 待办：我要办的事', en: '/mingchou todo: what I owe' },
  { zh: '/mingchou 登录：取得本人的网页登录链接', en: '/mingchou web: my private link into the pages' },
  { zh: '/mingchou 我是谁：查看本人身份', en: '/mingchou whoami: who I am here' },
  { zh: '/mingchou 绑定 <邀请码>：绑定聊天账号', en: '/mingchou link <code>: link this account' },
  { zh: '/mingchou 解绑：解除绑定', en: '/mingchou unlink: unlink this account' },
  {
    zh: '联席办：/mingchou 登记、邀请 <人员>、注销 <人员>、频道 <单位>',
    en: 'The office: /mingchou enrol, invite <person>, dismiss <person>, channel <department>',
  },
];

const list: Part = { kind: 'list', items: lines };
const title = { zh: '明抽：可以输入的命令', en: 'Mingchou: what you can type' };

export const help = (): Answer => show({ summary: title, parts: [heading(title.zh, title.en), list] });

export function unknown(text: string): Answer {
  const typed = text.trim().slice(0, 40);
  const words = { zh: `没有“${typed}”这个命令。`, en: `There is no command “${typed}”.` };
  const message: Message = { summary: words, parts: [{ kind: 'text', words }, list] };
  return show(message);
}
