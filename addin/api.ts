/**
 * The desk as the pane asks it: hono's client over the table of endpoints, every answer parsed by its shape. No answer, an answer that is a
 * problem, and an end of the sign-in are told apart; nothing is thrown.
 */
import type { Hono } from 'hono';
import { hc } from 'hono/client';
import type { BlankEnv } from 'hono/types';
import { type AnswerOf, type Endpoint, type endpoints, lineOf, type RequestOf } from '../core/api/endpoints.ts';
import { problem } from '../core/api/shapes.ts';
import { parseWire } from '../core/wire.ts';
import type { Words } from '../core/words.ts';
import type { Api, ApiDone, ApiTrouble } from './sync/api-port.ts';

export interface ApiClientOptions {
  /** Where the desk is, without a slash at the end; the pane's own origin. */
  readonly origin: string;
  /** The token of this sign-in, or null before. */
  readonly token: () => string | null;
  /** Language in which the desk words its problems. */
  readonly lang: () => keyof Words;
  readonly fetch: typeof fetch;
  /** For tests that do not want to wait. */
  readonly pause?: (ms: number) => Promise<void>;
}

type Table = typeof endpoints;
type Named<Path extends string> = { [E in Endpoint]: Table[E]['path'] extends Path ? E : never }[Endpoint];
/** The table as hono types a server's routes. */
type ApiSchema = {
  [Path in Table[Endpoint]['path']]: {
    [E in Named<Path> as `$${Table[E]['method']}`]: {
      input: Table[E]['method'] extends 'get' ? { query: RequestOf<E> } : { json: RequestOf<E> };
      output: AnswerOf<E>;
      outputFormat: 'json';
      status: 200;
    };
  };
};

/** A page of rows takes the desk a second at most; the rest is the line. */
const limitMs = 60_000;
/** Waits that the desk asked for are waited for, as long as nobody loses patience. */
const waitMostS = 15;
const waitsMost = 3;

export function apiClient(options: ApiClientOptions): Api {
  const { origin, token, lang, pause = pauseFor } = options;
  const asking = patient(options.fetch, pause);
  const headers = (): Record<string, string> => {
    const held = token();
    return { 'accept-language': lang(), ...(held === null ? {} : { authorization: `Bearer ${held}` }) };
  };
  const { api } = hc<Hono<BlankEnv, ApiSchema>>(origin, { fetch: asking, headers });
  return {
    signIn: (json) => answered('signIn', api['sign-in'].$post({ json })),
    signOut: () => answered('signOut', api['sign-out'].$post({ json: {} })),
    books: () => answered('books', api.books.$get({ query: {} })),
    rows: (query) => answered('rows', api.rows.$get({ query })),
    reference: ({ sheet, book }) => answered('reference', api.reference.$get({ query: { sheet, book } })),
    submit: (json) => answered('submit', api.rows.$post({ json })),
    draws: () => answered('draws', api.draws.$get({ query: {} })),
    figures: () => answered('figures', api.figures.$get({ query: {} })),
    record: (no) =>
      jsonOf(asking(`${origin}/draws/${no}/record.json`, { headers: { ...headers(), accept: 'application/json' } })),
  };
}

/** Asks again after the wait that the desk named, a few times; and gives up where no answer comes. */
const patient =
  (ask: typeof fetch, pause: (ms: number) => Promise<void>): typeof fetch =>
  async (input, init) => {
    for (let waits = 0; ; waits += 1) {
      const answer = await ask(input, {
        ...init,
        signal: AbortSignal.timeout(limitMs),
        credentials: 'omit',
        cache: 'no-store',
      });
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      const again = answer.status === 429 || answer.status === 503;
      if (!again || !(seconds <= waitMostS) || waits === waitsMost) return answer;
      await pause(seconds * 1000);
    }
  };

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function answered<E extends Endpoint>(name: E, asked: Promise<Answer>): Promise<ApiDone<AnswerOf<E>>> {
  const got = await jsonOf(asked);
  if (!got.ok) return got;
  const parsed = parseWire(lineOf(name).answer, got.value);
  return parsed.ok ? parsed : failed({ kind: 'problem', status: 200, words: otherVersion });
}

/** As much of an answer as is looked at. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  text(): Promise<unknown>;
}

/** Whatever stands between here and the desk may answer in its place; only JSON is the desk's. */
async function jsonOf(asked: Promise<Answer>): Promise<ApiDone<unknown>> {
  let answer: Answer;
  let value: unknown;
  try {
    answer = await asked;
    value = JSON.parse(String(await answer.text()));
  } catch (thrown) {
    return failed({ kind: 'offline', status: 0, words: thrown instanceof SyntaxError ? notTheDesk : noAnswer });
  }
  if (answer.ok) return { ok: true, value };
  const said = parseWire(problem, value);
  if (answer.status === 401) {
    return failed({ kind: 'signed-out', status: 401, words: said.ok ? said.value.words : signedOut });
  }
  if (!said.ok) return failed({ kind: 'offline', status: 0, words: notTheDesk });
  return failed({ kind: 'problem', status: answer.status, words: said.value.words });
}

const failed = (trouble: ApiTrouble): { readonly ok: false; readonly trouble: ApiTrouble } => ({ ok: false, trouble });

const noAnswer: Words = {
  zh: '连接不上会务台，请检查网络后重试；已填内容都在表中，重复提交不会重复记录。',
  en: 'The desk cannot be reached. Check the network and try again; the workbook keeps everything, and nothing is recorded twice.',
};
const notTheDesk: Words = {
  zh: '收到的不是会务台的答复（网络可能须先认证，或服务正在维护），请稍后重试。',
  en: 'What answered is not the desk (the network may want a login, or the service is being maintained). Try again later.',
};
const otherVersion: Words = {
  zh: '会务台的答复与本窗格的版本不一致，请关闭窗格后重新打开。',
  en: 'The desk’s answer is of another version than this pane; close the pane and open it again.',
};
const signedOut: Words = {
  zh: '登录已失效，请重新登录。',
  en: 'You are no longer signed in; sign in again.',
};
