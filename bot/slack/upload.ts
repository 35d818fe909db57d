/**
 * Puts a file into a thread, in Slack's three steps: an address is asked for, the bytes go there, the upload is completed. The client's
 * own `filesUploadV2` is not used: it sends the alternative text as `alt_text`, while the method that takes it knows only `alt_txt`.
 */
import type { WebClient } from '@slack/web-api';
import { steadyFetch } from './client.ts';
import { limit } from './limit.ts';

export interface Upload {
  readonly channel: string;
  readonly thread: string;
  readonly filename: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

/** The bytes did not arrive: nothing is shared yet, and the upload may be begun anew. */
export class UploadTrouble extends Error {
  constructor(code: string) {
    super(code);
    this.name = 'UploadTrouble';
  }
}

/** @throws UploadTrouble, or what the client throws */
export async function upload(client: WebClient, { channel, thread, bytes, ...file }: Upload): Promise<void> {
  // A value of its own: the client's type knows the other name only.
  const alt_txt = [...file.alt].slice(0, limit.altOfFile).join('');
  const asked = { filename: file.filename, length: bytes.length, alt_txt };
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal(asked);
  if (url === undefined || id === undefined) throw new UploadTrouble('no-address');
  await sent(url, bytes);
  await client.files.completeUploadExternal({
    files: [{ id, title: file.title }],
    channel_id: channel,
    thread_ts: thread,
  });
}

/** The address is good for this one file and takes no token. */
async function sent(url: string, bytes: Uint8Array): Promise<void> {
  const body = new FormData();
  body.append('filename', new Blob([Uint8Array.from(bytes)]));
  const answer = await steadyFetch(url, { method: 'POST', body }).catch(() => null);
  if (answer?.ok !== true) throw new UploadTrouble(answer === null ? 'unreachable' : `http_${answer.status}`);
}
