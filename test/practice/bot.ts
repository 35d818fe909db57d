/** A bot that the test writes: reads each signed request, keeps it, and answers as it is told. */
import { type Obj, objOf } from '../../bot/practice/workspace/json.ts';
import type { Bot } from '../../bot/practice/workspace/outgoing.ts';
import { signature } from '../../bot/practice/workspace/sign.ts';

export interface Heard {
  readonly kind: 'event' | 'command' | 'interaction';
  readonly body: Obj;
  readonly retry: string | null;
  readonly signed: boolean;
}

export interface TestBot {
  readonly bot: Bot;
  readonly heard: Heard[];
  /** The events among what was heard, innermost. */
  readonly events: () => readonly Obj[];
  /** Set by the test: what to answer; 200 with nothing otherwise. */
  answer: (heard: Heard) => Response | Obj | undefined | Promise<Response | Obj | undefined>;
}

export function testBot(secret: () => string): TestBot {
  const made: TestBot = {
    heard: [],
    answer: () => undefined,
    events: () => made.heard.filter(({ kind }) => kind === 'event').map(({ body }) => objOf(body.event)),
    bot: async (request) => {
      const text = await request.text();
      const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
      const heard: Heard = {
        ...read(text, request.headers.get('content-type') ?? ''),
        retry: request.headers.get('x-slack-retry-num'),
        signed: request.headers.get('x-slack-signature') === (await signature(secret(), timestamp, text)),
      };
      made.heard.push(heard);
      const answer = await made.answer(heard);
      return answer instanceof Response ? answer : answer === undefined ? new Response(null) : Response.json(answer);
    },
  };
  return made;
}

function read(text: string, type: string): Pick<Heard, 'kind' | 'body'> {
  if (type === 'application/json') return { kind: 'event', body: objOf(JSON.parse(text)) };
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  if (payload !== null) return { kind: 'interaction', body: objOf(JSON.parse(payload)) };
  return { kind: 'command', body: Object.fromEntries(fields) };
}
