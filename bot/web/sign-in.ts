/** The page behind a private link. Only its button spends the link: chats and mail look at links before people do. */
import type { Actor } from '../actor.ts';
import { html } from '../paper/html.ts';
import { type Page, words } from './frame.ts';

/** @param to where the link leads, already one of our own paths */
export const signInPage = (code: string, whose: Actor, to: string): Page => ({
  title: { zh: '登录明抽', en: 'Sign in' },
  body: html`<form class="card" method="post" action="/in/${code}">
<input type="hidden" name="to" value="${to}">
<p>${words(`您将以“${whose.name}（${whose.person}）”的身份登录。`, `You are about to sign in as ${whose.name} (${whose.person}).`)}</p>
<p class="note">${words('链接只能用一次；登录八小时内有效，在共用电脑上办完请退出。', 'The link is good for once; you stay signed in for eight hours. Sign out on a shared computer.')}</p>
<div class="actions"><button>${words('登录', 'Sign in')}</button></div>
</form>`,
});
