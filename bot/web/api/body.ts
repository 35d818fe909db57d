/** What was sent, as JSON: measured while it comes in, since what a header says of its length may be wrong, and read no further than its limit. */
import type { Context } from 'hono';
import { err, ok, type Result } from '../../../core/result.ts';
import { notJson, type Trouble, tooLarge, wrongType } from './problem.ts';

export async function jsonBody(c: Context, bytesMost: number): Promise<Result<unknown, Trouble>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return err(wrongType);
  if (Number(c.req.header('content-length') ?? 0) > bytesMost) return err(tooLarge(bytesMost));
  const bytes = await read(c.req.raw.body, bytesMost);
  if (bytes === null) return err(tooLarge(bytesMost));
  try {
    // Damaged text would otherwise be mended into another one.
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err(notJson);
  }
}

/** Null where there is more. */
async function read(body: ReadableStream<Uint8Array> | null, bytesMost: number): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the stream.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bytesMost) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
