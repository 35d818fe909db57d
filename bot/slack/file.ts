/** Files that people put into a thread or a form, fetched when somebody asks for them. The bot's token goes to Slack's own hosts only. */
import type { TalkFile } from '../chat/door.ts';
import { callTroubleOf, steadyFetch } from './client.ts';
import type { Door } from './door.ts';

/** What Slack tells of a file, as far as it is needed. */
export interface SlackFile {
  readonly id?: string | undefined;
  readonly name?: string | null | undefined;
  readonly size?: number | undefined;
  readonly url_private_download?: string | undefined;
  readonly file_access?: string | undefined;
}

/** A workbook of a whole county's list is a few megabytes. */
const bytesMax = 20_000_000;

export class FileTrouble extends Error {
  readonly code: 'too-large' | 'elsewhere' | 'not-there';

  constructor(code: FileTrouble['code']) {
    super(code);
    this.name = 'FileTrouble';
    this.code = code;
  }
}

export const talkFile = (door: Door, file: SlackFile): TalkFile => ({
  name: (file.name ?? 'file').toWellFormed(),
  bytes: () => bytesOf(door, file),
});

/** A file by its id, as a form's field gives it; null where there is none. */
export async function fileById(door: Door, id: string): Promise<TalkFile | null> {
  try {
    const { file } = await door.client.files.info({ file: id });
    return file === undefined ? null : talkFile(door, file);
  } catch (thrown) {
    if (gone.has(callTroubleOf(thrown).code)) return null;
    throw thrown;
  }
}

const gone: ReadonlySet<string> = new Set(['file_not_found', 'file_deleted', 'invalid_arguments']);

/** @throws FileTrouble */
async function bytesOf(door: Door, given: SlackFile): Promise<Uint8Array> {
  const file = given.url_private_download === undefined && given.id ? await infoOf(door, given.id) : given;
  const { url_private_download: url, size = 0 } = file;
  if (url === undefined) throw new FileTrouble('not-there');
  if (size > bytesMax) throw new FileTrouble('too-large');
  if (!isSlacks(url, door.config.api)) throw new FileTrouble('elsewhere');
  const response = await steadyFetch(url, { headers: { Authorization: `Bearer ${door.config.botToken}` } });
  if (!response.ok) throw new FileTrouble('not-there');
  return readUpTo(response, bytesMax);
}

/** A size that was stated may be wrong: no more is read than is allowed. @throws FileTrouble */
async function readUpTo(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most) throw new FileTrouble('too-large');
    pieces.push(piece);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const infoOf = async (door: Door, id: string): Promise<SlackFile> =>
  (await door.client.files.info({ file: id })).file ?? {};

/** Slack keeps files at files.slack.com; a practice workspace on this machine beside its own API. */
function isSlacks(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (origin === new URL(api).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}
