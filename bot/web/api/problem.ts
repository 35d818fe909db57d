/** Everything that the interface says no with, as RFC 9457 has it: in the reader's language, with both languages beside it. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ApiProblem } from '../../../core/api/shapes.ts';
import type { WireRefusal } from '../../../core/wire.ts';
import type { Words } from '../../../core/words.ts';
import type { Why } from '../../../db/trouble.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { type Left, sayTrouble } from '../../say/trouble.ts';
import { noPage, tooLong, trouble } from '../problem.ts';

const titles = {
  400: { zh: '请求无法读取', en: 'The request cannot be read' },
  401: { zh: '请重新登录', en: 'Please sign in' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '请求方式不对', en: 'Method not allowed' },
  409: { zh: '与现状冲突', en: 'In conflict with what stands' },
  413: { zh: '内容过长', en: 'Too long' },
  415: { zh: '内容类型不对', en: 'Unsupported content type' },
  422: { zh: '不能办理', en: 'Not done' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '服务故障', en: 'Trouble of the service' },
  503: { zh: '暂时不能办理', en: 'Not available at present' },
} as const satisfies Readonly<Record<number, Words>>;
export type Status = keyof typeof titles;

export interface Trouble {
  readonly status: Status;
  readonly words: Words;
  readonly headers?: Readonly<Record<string, string>>;
}

export function answerTrouble(c: Context, { status, words, headers = {} }: Trouble): Response {
  const lang = languageOf(c);
  const told: ApiProblem = { type: 'about:blank', title: titles[status][lang], status, detail: words[lang], words };
  return c.body(JSON.stringify(told), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': lang,
    vary: 'accept-language',
    ...headers,
  });
}

/** Chinese unless English is asked for first. */
const languageOf = (c: Context): keyof Words => {
  const asked = accepts(c, {
    header: 'Accept-Language',
    supports: ['zh', 'en'],
    default: 'zh',
    match: (languages, { supports, default: usual }) => {
      const best = [...languages].sort((a, b) => b.q - a.q).map(({ type }) => type.toLowerCase().split('-')[0] ?? '');
      return best.find((language) => supports.includes(language)) ?? usual;
    },
  });
  return asked === 'en' ? 'en' : 'zh';
};

export const refusedBy = (refusal: Refusal): Trouble => {
  const status = statusOf(refusal);
  const words = sayRefusal(refusal);
  switch (status) {
    case 401:
      return { ...noToken, words };
    case 429:
      return { status, words, headers: { 'retry-after': '3600' } };
    default:
      return { status, words };
  }
};

type Reason = Refusal['why']['reason'];

/** What a verb refuses because there is no such thing, it is none of the asker's, or others were there first; everything else is 422. */
const statuses: Readonly<Partial<Record<Reason, Status>>> = {
  'no-such-book': 404,
  'no-book': 404,
  'no-consultation': 404,
  'no-plan': 404,
  'no-list': 404,
  'no-ceremony': 404,
  'not-opened': 404,
  'list-not-yours': 403,
  'not-yours': 403,
  'not-asked': 403,
  'before-disclosure': 403,
  'read-only': 403,
  'other-office': 403,
  'other-department': 403,
  overtaken: 409,
  'version-passed': 409,
  'stands-already': 409,
  'wrong-state': 409,
  closed: 409,
  'source-changed': 409,
  'year-over': 409,
  'batch-differs': 409,
  'moved-on': 409,
};

function statusOf({ stage, why }: Refusal): Status {
  if (stage === 'rights') return 403;
  if (stage === 'chat') {
    if (why.reason === 'no-such-token' || why.reason === 'rights-changed') return 401;
    return why.reason === 'too-many-codes' ? 429 : 403;
  }
  return statuses[why.reason] ?? 422;
}

export const noToken: Trouble = {
  status: 401,
  words: {
    zh: '请先登录：在聊天中输入“/mingchou 填报”获取填报码，在窗格中输入。',
    en: 'Sign in first: get a code by “/mingchou excel” in the chat and type it in the pane.',
  },
  headers: { 'www-authenticate': 'Bearer realm="mingchou"' },
};

export const tooOften = (seconds: number): Trouble => ({
  status: 429,
  words: {
    zh: `请求过于频繁，请 ${seconds} 秒后再试。`,
    en: `Too many requests; try again in ${seconds} s.`,
  },
  headers: { 'retry-after': String(seconds) },
});

export const wrongType: Trouble = {
  status: 415,
  words: {
    zh: '请求内容应为 JSON（content-type: application/json）。',
    en: 'A request is JSON (content-type: application/json).',
  },
};

export const tooLarge = (bytesMost: number): Trouble => ({
  status: 413,
  words: {
    zh: `${tooLong.words.zh.replace(/。$/, '')}：一次最多 ${bytesMost} 字节，请分几次提交。`,
    en: `${tooLong.words.en} At most ${bytesMost} bytes at a time; send it in parts.`,
  },
});

export const notJson: Trouble = {
  status: 400,
  words: {
    zh: '请求内容不是完整的 UTF-8 编码 JSON，没有办理。',
    en: 'The request is not whole JSON in UTF-8; nothing was done.',
  },
};

/** Names the place, what would be right there, and what was found. */
export const wrongShape = ({ at, expected, found }: WireRefusal): Trouble => ({
  status: 422,
  words: {
    zh: `请求${at === '' ? '' : `的“${at}”处`}应为 ${expected}，现为 ${found}。`,
    en: `The request should have ${expected}${at === '' ? '' : ` at “${at}”`}, found ${found}.`,
  },
});

export const noEndpoint: Trouble = { status: 404, words: noPage.words };

export const wrongMethod = (allowed: readonly string[]): Trouble => ({
  status: 405,
  words: { zh: `这个地址只接受 ${allowed.join('、')}。`, en: `This address takes ${allowed.join(', ')} only.` },
  headers: { allow: allowed.join(', ') },
});

export const ownTrouble: Trouble = { status: 500, words: trouble.words };

/** Rows that are sent again under the number of their batch are recorded once, whatever became of them before. */
export function away(why: Why, left: Left): Trouble {
  const { zh, en } = sayTrouble(why, left);
  const words =
    left === 'read'
      ? { zh, en }
      : { zh: `${zh}原样重新提交的，不会重复记录。`, en: `${en} The same rows sent again are not recorded twice.` };
  return { status: 503, words, headers: { 'retry-after': why === 'busy' ? '2' : '5' } };
}
