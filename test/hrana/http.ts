/** Bodies in and answers out, as the server frames them (libsql-server, `hrana/http/mod.rs`). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from './protocol.ts';

/** A body ready to be sent. */
export interface Framed {
  readonly contentType: string;
  readonly text: string;
}

export const framed = (body: object): Framed => ({ contentType: 'application/json', text: JSON.stringify(body) });

export function send(response: ServerResponse, { contentType, text }: Framed, status = 200): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length }).end(bytes);
}

/** Half of it, and the connection is gone. */
export function sendHalf(response: ServerResponse, { contentType, text }: Framed): void {
  const bytes = Buffer.from(text);
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** A stream's own trouble has a code and is JSON; a breach of the protocol is told in plain text. */
export function sendRefusal(response: ServerResponse, { status, message, code }: Refused): void {
  const body: Framed =
    status === 401
      ? framed({ error: message })
      : code === null
        ? { contentType: 'text/plain', text: message }
        : framed({ message, code });
  send(response, body, status);
}

/** @throws Refused */
export async function jsonOf(request: IncomingMessage, bytesMax: number): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // One that is too large is read to its end and thrown away: a client that is still sending does not read an answer.
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= bytesMax) parts.push(part);
    else parts.length = 0;
  }
  if (bytes > bytesMax) throw new Refused(413, 'The request is too large');
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    throw new Refused(400, 'Cannot deserialize client message from JSON');
  }
}

interface Shape<T> {
  safeParse(
    given: unknown,
  ): { success: true; data: T } | { success: false; error: { readonly issues: readonly { path: PropertyKey[] }[] } };
}

/** @throws Refused */
export function read<T>(shape: Shape<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const [where] = parsed.error.issues;
  throw new Refused(400, `Cannot deserialize client message from JSON: ${where?.path.join('.') ?? ''}`);
}
