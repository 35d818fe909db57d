/** `files.*`: an upload in three steps, and what is held. */
import { eventOfPosted } from '../events.ts';
import { type Ground, newPost } from '../ground.ts';
import { objsOf, strOf } from '../json.ts';
import { channelFor, done, type Known, type Method, numberOf, refused, withBlockIds } from '../method.ts';
import { shownFile } from '../show.ts';
import { type HeldFile, postAt } from '../world.ts';

export const fileMax = 20 * 1024 * 1024;
const altMax = 1000;

const getUploadURL: Method = (ground, args) => {
  const name = strOf(args.filename);
  const size = numberOf(args.length, 0);
  if (name === '' || size <= 0) return refused('invalid_arguments');
  if (size > fileMax) return refused('file_upload_size_restricted');
  // By this name only, and no longer than this: whoever sends `alt_text` sends nothing.
  if ([...strOf(args.alt_txt)].length > altMax) return refused('alt_txt_too_large');
  const id = ground.ids.fresh('F');
  ground.uploads.set(id, { id, name, size, alt: strOf(args.alt_txt), bytes: null });
  return done({ upload_url: `${ground.origin()}/upload/${id}`, file_id: id });
};

/** The second step: bytes as they are, or in the field of a form. */
export async function receiveUpload(ground: Ground, id: string, request: Request): Promise<Response> {
  const upload = ground.uploads.get(id);
  if (upload === undefined) return new Response('not found', { status: 404 });
  const bytes = await bytesOf(request);
  if (bytes === null || bytes.length !== upload.size) return new Response('wrong length', { status: 400 });
  upload.bytes = bytes;
  return new Response(`OK - ${bytes.length}`);
}

async function bytesOf(request: Request): Promise<Uint8Array | null> {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    return new Uint8Array(await request.arrayBuffer());
  }
  for (const value of (await request.formData()).values()) {
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  }
  return null;
}

const complete: Method = async (ground, args) => {
  const asked = objsOf(args.files);
  const uploads = asked.map(({ id, title }) => ({ upload: ground.uploads.get(strOf(id)), title: strOf(title) }));
  const found = args.channel_id === undefined ? null : channelFor(ground, args.channel_id);
  if (found !== null && 'reply' in found) return found.reply;
  const thread = strOf(args.thread_ts) || null;
  if (found !== null && thread !== null && postAt(ground.world, found.channel.id, thread) === null) {
    return refused('thread_not_found');
  }
  const held: HeldFile[] = [];
  for (const { upload, title } of uploads) {
    if (upload?.bytes == null) return refused('file_not_found');
    held.push(
      fileOf(ground, ground.app.botUser, {
        id: upload.id,
        name: upload.name,
        title,
        alt: upload.alt,
        bytes: upload.bytes,
      }),
    );
  }
  if (held.length === 0) return refused('invalid_arguments');
  for (const { id } of held) ground.uploads.delete(id);
  await ground.store.append(...held.map((file) => ({ kind: 'file', file }) as const));
  if (found !== null) {
    const post = newPost({
      channel: found.channel.id,
      ts: ground.ts(),
      user: ground.app.botUser,
      text: strOf(args.initial_comment),
      blocks: withBlockIds(args.blocks),
      thread,
      files: held.map(({ id }) => id),
    });
    await ground.store.append({ kind: 'posted', post });
    eventOfPosted(ground, post);
  }
  return done({ files: held.map((file) => shownFile(ground, file)) });
};

export const fileOf = (
  { ids }: Ground,
  user: string,
  given: {
    readonly id?: string;
    readonly name: string;
    readonly title?: string;
    readonly alt?: string;
    readonly bytes: Uint8Array;
  },
): HeldFile => ({
  id: given.id ?? ids.fresh('F'),
  // Half a sign stands in no address.
  name: given.name.toWellFormed(),
  title: (given.title || given.name).toWellFormed(),
  type: typeOf(given.name),
  alt: given.alt ?? '',
  user,
  base64: Buffer.from(given.bytes).toString('base64'),
  size: given.bytes.length,
});

const kinds: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  json: 'application/json',
};
const typeOf = (name: string): string =>
  kinds[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const info: Method = (ground, args) => {
  const file = ground.world.files.get(strOf(args.file));
  return file === undefined ? refused('file_not_found') : done({ file: shownFile(ground, file) });
};

const write = ['files:write'];
export const fileMethods: Readonly<Record<string, Known>> = {
  'files.getUploadURLExternal': { run: getUploadURL, scopes: write },
  'files.completeUploadExternal': { run: complete, scopes: write },
  'files.info': { run: info, scopes: ['files:read'] },
};
