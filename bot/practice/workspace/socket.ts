/**
 * Socket Mode: the bot asks for an address, comes by WebSocket, and is handed in envelopes what it would else be told by signed requests.
 * It is one more way to the bot (`Bot`): how long an answer is waited for and when an event comes again is decided in `outgoing.ts` as
 * for the other.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObj, type Obj, objOf, parsed, strOf } from './json.ts';
import type { Bot } from './outgoing.ts';

export interface Line {
  /** A fresh address, good for one connection. */
  readonly address: () => string;
  /** To be given to `outgoing.connect`. Rejects where no connection stands, or where it is lost before the answer. */
  readonly bot: Bot;
  /** Connections that stand, those about to be closed among them. */
  readonly standing: () => number;
  /** Tells every connection to come again, as Slack does some seconds before it closes one. */
  readonly refresh: () => void;
  /** Every connection breaks without a word. */
  readonly cut: () => void;
  /** To be given what comes to the server as a request to go on by WebSocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

interface Connection {
  readonly send: (message: Obj) => void;
  /** What to do with the answer to an envelope; null where it will not come any more. */
  readonly waiting: Map<string, (answer: Obj | null) => void>;
  /** Nothing new is handed to one that was told to come again. */
  leaving: boolean;
}

/** @param origin of this workspace, as `http://127.0.0.1:4870` */
export function makeLine(app: string, origin: () => string): Line {
  const tickets = new Set<string>();
  const connections = new Set<Connection>();
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {});
    const url = URL.parse(request.url ?? '', origin());
    const known = url?.pathname === '/link/' && tickets.delete(url.searchParams.get('ticket') ?? '');
    if (known) server.handleUpgrade(request, socket, head, joined);
    else socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
  }

  function joined(socket: WebSocket): void {
    const own: Connection = {
      send: (message) => socket.send(JSON.stringify(message)),
      waiting: new Map(),
      leaving: false,
    };
    connections.add(own);
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const { envelope_id, payload } = objOf(parsed(String(data)));
      own.waiting.get(strOf(envelope_id))?.(objOf(payload));
    });
    socket.on('close', () => {
      connections.delete(own);
      for (const told of own.waiting.values()) told(null);
    });
    own.send({ type: 'hello', num_connections: connections.size, connection_info: { app_id: app } });
  }

  const bot: Bot = async (request) => {
    const connection = [...connections].findLast(({ leaving }) => !leaving);
    if (connection === undefined) throw new Error('no connection');
    const envelope = await envelopeOf(request);
    const id = randomUUID();
    const answer = await new Promise<Obj | null>((resolve) => {
      connection.waiting.set(id, resolve);
      connection.send({ ...envelope, envelope_id: id });
    });
    connection.waiting.delete(id);
    if (answer === null) throw new Error('connection lost');
    const said = envelope.accepts_response_payload === true && Object.keys(answer).length > 0;
    return said ? Response.json(answer) : new Response(null);
  };

  return {
    address: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${origin().replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${app}`;
    },
    bot,
    standing: () => connections.size,
    refresh: () => {
      for (const connection of connections) {
        connection.leaving = true;
        connection.send({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'practice' } });
      }
    },
    cut: () => {
      for (const client of server.clients) client.terminate();
    },
    upgrade,
  };
}

/** The request as it is put into an envelope; only commands and forms are answered with more than that they came. */
async function envelopeOf(request: Request): Promise<Obj> {
  const body = await request.text();
  if (request.headers.get('content-type') === 'application/json') {
    return {
      type: 'events_api',
      payload: parsed(body),
      accepts_response_payload: false,
      retry_attempt: Number(request.headers.get('x-slack-retry-num') ?? 0),
      retry_reason: request.headers.get('x-slack-retry-reason') ?? '',
    };
  }
  const fields = new URLSearchParams(body);
  const payload = parsed(fields.get('payload') ?? '');
  if (!isObj(payload)) {
    return { type: 'slash_commands', payload: Object.fromEntries(fields), accepts_response_payload: true };
  }
  const isAnswered = payload.type === 'view_submission' || payload.type === 'block_suggestion';
  return { type: 'interactive', payload, accepts_response_payload: isAnswered };
}
