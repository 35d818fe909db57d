/**
 * Requests to a database server, each with a limit of time: `fetch` has none of its own, and a server that takes a connection and then
 * says nothing would hold up whoever asked for ever. An answer is read whole within the same limit, so that one that is cut off in the
 * middle is a trouble of the network, in Node (`TypeError: terminated`) as in Workers (`Error: Network connection lost.`).
 */
import { DatabaseTrouble } from './trouble.ts';

/**
 * The server lets a writer wait five seconds for the lock and rolls back a transaction after five more: whoever has not answered by then
 * will not. Longer than the three seconds of a chat, which is answered before its work is done (`bot/slack/patience.ts`).
 */
export const answerMsUsual = 10_000;

/** Large loads take a line of about one megabit a second their time. */
const bytesPerMs = 100;

/** @param answerMs how long an answer is waited for, besides the time that it takes to send the request */
export const inTime =
  (answerMs = answerMsUsual) =>
  async (request: Request): Promise<Response> => {
    const body = await request.arrayBuffer();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), answerMs + Math.ceil(body.byteLength / bytesPerMs));
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        // The token must not travel where an answer points.
        redirect: 'manual',
        signal: stop.signal,
        ...(body.byteLength === 0 ? {} : { body }),
      });
      const answer = await response.arrayBuffer();
      const type = response.headers.get('content-type') ?? 'text/plain';
      return new Response(answer.byteLength === 0 ? null : answer, {
        status: response.status,
        headers: { 'content-type': type },
      });
    } catch {
      // What was thrown may name addresses, and in Workers anything; that there was no answer is all that is known.
      if (stop.signal.aborted) throw new DatabaseTrouble('TIMEOUT', `no answer in ${answerMs} ms`);
      throw new DatabaseTrouble('NETWORK', 'no answer, or one that was cut off');
    } finally {
      clearTimeout(timer);
    }
  };
