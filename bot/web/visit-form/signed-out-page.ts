/** The session ran out while somebody was typing: what he typed is given back to his own browser, to be sent once he has signed in again. */
import { html } from '../../paper/html.ts';
import { type Page, words } from '../frame.ts';
import type { Filled } from './fields.ts';
import { hiddenField } from './fields.ts';

export const signedOutPage = (path: string, values: Filled['values']): Page => ({
  title: { zh: '请重新登录', en: 'Please sign in again' },
  body: html`<div class="card refused" role="alert"><p>${words('登录已过期，填写的内容还没有提交，但没有丢失。', 'Your session has ended. What you typed was not taken, and is not lost.')}</p>
<ol><li>${words('不要关闭本页。在聊天中输入“/mingchou 检查”，打开新的登录链接并登录。', 'Keep this page open. Type “/mingchou visits” in the chat, open the new link and sign in.')}</li>
<li>${words('回到本页，点下面的按钮重新提交。', 'Come back to this page and press the button.')}</li></ol>
<form class="thumb" method="post" action="${path}">${Object.entries(values).flatMap(([name, each]) => each.map((value) => hiddenField(name, value)))}
<div class="actions main"><button>${words('已登录，重新提交', 'Signed in: send it again')}</button></div></form></div>`,
});
