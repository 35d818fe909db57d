/** Looks at a workspace without changing anything: who the token is, what it may do, what time it is there, and where the bot is a member. */
import { err, ok, type Result } from '../../core/result.ts';
import { shortText } from '../short-text.ts';
import { steadyFetch } from './client.ts';
import type { SlackSettings } from './config.ts';
import { sign } from './signature.ts';

type Reached = Pick<SlackSettings, 'api' | 'botToken'>;

export interface SeenWorkspace {
  readonly team: string;
  /** Null where Slack did not say. */
  readonly scopes: readonly string[] | null;
  /** Of Slack's answer, in ms. */
  readonly dateMs: number | null;
  readonly isBot: boolean;
}

/** @returns Slack's own word, or `unreachable`, where it does not say */
export async function seeWorkspace(reached: Reached): Promise<Result<SeenWorkspace, string>> {
  const asked = await ask(reached, 'auth.test', {});
  if (!asked.ok) return asked;
  const { body, headers } = asked.value;
  const scopes = headers.get('x-oauth-scopes');
  const date = Date.parse(headers.get('date') ?? '');
  return ok({
    team: textAt(body, 'team'),
    scopes: scopes === null ? null : scopes.split(',').map((scope) => scope.trim()),
    dateMs: Number.isNaN(date) ? null : date,
    isBot: textAt(body, 'bot_id') !== '',
  });
}

/** Whether the bot is in a channel; Slack's own word where it cannot be asked. */
export async function isMember(reached: Reached, channel: string): Promise<Result<boolean, string>> {
  const asked = await ask(reached, 'conversations.info', { channel });
  if (!asked.ok) return asked;
  const found = asked.value.body.channel;
  return ok(typeof found === 'object' && found !== null && 'is_member' in found && found.is_member === true);
}

/** What a server answers to Slack's greeting, signed as Slack would: 200 with the challenge where it holds the same signing secret. */
export async function greet(
  events: string,
  signingSecret: string,
  nowMs: number,
): Promise<{ readonly status: number; readonly isEcho: boolean }> {
  const challenge = crypto.randomUUID();
  const raw = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = String(Math.floor(nowMs / 1000));
  const answer = await fetch(events, {
    method: 'POST',
    body: raw,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': await sign(signingSecret, raw, timestamp),
    },
    signal: AbortSignal.timeout(15_000),
  });
  return { status: answer.status, isEcho: (await shortText(answer)).includes(challenge) };
}

type Body = Readonly<Record<string, unknown>>;

async function ask(
  { api, botToken }: Reached,
  method: string,
  args: Readonly<Record<string, string>>,
): Promise<Result<{ readonly body: Body; readonly headers: Headers }, string>> {
  try {
    const answer = await steadyFetch(`${api}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(args).toString(),
      signal: AbortSignal.timeout(15_000),
    });
    if (!answer.ok) return err(answer.status === 429 ? 'ratelimited' : `http_${answer.status}`);
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null) return err('unreachable');
    const said: Body = { ...body };
    return said.ok === true ? ok({ body: said, headers: answer.headers }) : err(textAt(said, 'error') || 'unreachable');
  } catch {
    return err('unreachable');
  }
}

const textAt = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');
