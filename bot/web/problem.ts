/** A refusal as the asker reads it: a page for people, RFC 9457 for programs. */
import type { Context } from 'hono';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Why } from '../../db/trouble.ts';
import { type Html, html } from '../paper/html.ts';
import type { Refusal } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { type Left, sayTrouble } from '../say/trouble.ts';
import { type Around, both, framed, nothing, words } from './frame.ts';

export interface Problem {
  readonly status: 401 | 403 | 404 | 413 | 422 | 429 | 500 | 503;
  readonly words: Words;
  /** Nothing is shown here any more: no ways lead elsewhere. */
  readonly closed?: true;
}

export const problemOf = (refusal: Refusal): Problem => ({ status: statusOf(refusal), words: sayRefusal(refusal) });

function statusOf({ stage, why }: Refusal): Problem['status'] {
  if (stage === 'draw' && why.reason === 'no-ceremony') return 404;
  if (stage === 'invite' && why.reason === 'no-list') return 404;
  if (stage === 'draw' && why.reason === 'not-opened') return 404;
  if (stage === 'ceremony') return 422;
  return 403;
}

export const noPage: Problem = { status: 404, words: { zh: '没有这个页面。', en: 'There is no such page.' } };
export const notSignedIn: Problem = {
  status: 401,
  words: {
    zh: '这个页面须登录后查看：请在聊天中输入“/mingchou 登录”，打开机器人私下发给您的链接。',
    en: 'Sign in to see this page: type “/mingchou web” in the chat and open the private link that you are given.',
  },
};
/** A form that did not come from one of our own pages, or a browser that does not say so. */
export const foreignForm: Problem = {
  status: 403,
  words: {
    zh: '这次提交不是从明抽的页面发出的，没有办理；请回到原页面重新提交。',
    en: 'This form did not come from one of our pages and was not carried out; go back and send it again.',
  },
};
export const tooLong: Problem = {
  status: 413,
  words: { zh: '提交的内容太长，没有办理。', en: 'What was sent is too long and was not carried out.' },
};
export const tooOften: Problem = {
  status: 429,
  words: {
    zh: '提交或查询过于频繁，没有办理，请稍后再试；也可直接拨打公布的投诉举报电话。',
    en: 'Too often; nothing was carried out. Try again later, or call the published number.',
  },
};
/** The database is away for a while, or for good. @param left what the act has left, or that there was only something to read */
export const away = (why: Why, left: Left): Problem => ({ status: 503, words: sayTrouble(why, left) });
/** Seconds after which an answer of 503 is worth asking for again. */
export const awayS = 20;
export const trouble: Problem = {
  status: 500,
  words: { zh: '服务暂时不可用，请稍后再试。', en: 'The service is not available; try again later.' },
};

/** Browsers say that they want HTML; whoever does not is a program. */
export const wantsPage = (c: Context): boolean => (c.req.header('accept') ?? '').includes('text/html');

/** @param typed a form that sends again what was typed */
export function answerProblem(c: Context, problem: Problem, around: Around, typed: Html = nothing): Response {
  const { status, words: said, closed } = problem;
  if (status === 503) {
    c.header('retry-after', String(awayS));
    c.header('cache-control', 'no-store');
  }
  if (!wantsPage(c)) {
    const told = { type: 'about:blank', status, title: said.zh, detail: said.en };
    return c.body(JSON.stringify(told), status, { 'content-type': 'application/problem+json; charset=utf-8' });
  }
  if (closed) {
    const body = html`<div class="card refused"><p>${both(said)}</p>${typed}</div>`;
    return c.html(framed({ title: { zh: '本处已关闭', en: 'Closed here' }, body, bare: true }, around), status);
  }
  const title = titleOf(status, c.req.method);
  const body = html`<div class="card refused"><p>${both(said)}</p>${typed}</div>
<p><a href="/">${words('返回首页', 'Back to the first page')}</a>${around.actor === null ? nothing : html`　<a href="/mine">${words('我的页面', 'My pages')}</a>`}</p>`;
  return c.html(framed({ title, body }, around), status);
}

/** Somebody who only wanted to read has asked for nothing to be done. */
function titleOf(status: Problem['status'], method: string): Words {
  switch (status) {
    case 401:
      return { zh: '请先登录', en: 'Please sign in' };
    case 404:
      return { zh: '没有找到', en: 'Not found' };
    case 500:
    case 503:
      return { zh: '暂时不能使用', en: 'Not available' };
    case 403:
      return method === 'GET' ? { zh: '不能查看', en: 'Not open to you' } : { zh: '未能办理', en: 'Not done' };
    case 413:
    case 422:
    case 429:
      return { zh: '未能办理', en: 'Not done' };
    default:
      return never(status);
  }
}
