/**
 * Slack's Web API as this product calls it. Three things were found by running it: `fetch` has to be bound; Workers know no
 * `redirect: 'error'`; and the client's own patience (ten tries in half an hour, pausing its whole queue after a 429) must be off,
 * since the outbox has its own.
 */
import type { Logger, LogLevel } from '@slack/bolt';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { SlackConfig } from './config.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** Never follows a redirect: the token must not travel where Slack's answer points. */
export const steadyFetch = (async (...[url, init]: Parameters<Fetch>): Promise<Response> => {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  if (response.status >= 300 && response.status < 400) throw new TypeError('unexpected redirect');
  return response;
}) satisfies Fetch;

export const clientOptions = (config: Pick<SlackConfig, 'api'>): WebClientOptions => ({
  slackApiUrl: config.api,
  fetch: steadyFetch,
  timeout: 8000,
  rejectRateLimitedCalls: true,
  // A lost answer does not mean that nothing was posted: the client would post it again.
  retryConfig: { retries: 0 },
  allowAbsoluteUrls: false,
  logger: quiet,
});

export const clientOf = (config: Pick<SlackConfig, 'api' | 'botToken'>): WebClient =>
  new WebClient(config.botToken, clientOptions(config));

/** What went wrong with a call, as a short code that may be logged and stored: never what was sent or answered. */
export interface CallTrouble {
  /** Slack's own word (`not_in_channel`), or `ratelimited`, `http_503`, `unreachable`. */
  readonly code: string;
  /** Slack asked for so much patience. */
  readonly retryAfterMs: number | null;
  /** Whether Slack may have carried it out all the same. */
  readonly unsure: boolean;
}

export function callTroubleOf(thrown: unknown): CallTrouble {
  if (thrown instanceof WebAPIRateLimitedError)
    return { code: 'ratelimited', retryAfterMs: Math.max(1, thrown.retryAfter) * 1000, unsure: false };
  if (thrown instanceof WebAPIPlatformError) return { code: thrown.data.error, retryAfterMs: null, unsure: false };
  if (thrown instanceof WebAPIHTTPError) return { code: `http_${thrown.statusCode}`, retryAfterMs: null, unsure: true };
  return { code: 'unreachable', retryAfterMs: null, unsure: true };
}

/** Bolt and its client say much, some of it with what was sent; we log codes ourselves. */
export const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  // An enum of Slack's, of which a text is no member to the compiler.
  getLevel: () => 'error' as LogLevel,
  setName: () => {},
};
