/** What a message event says: somebody wrote, changed or took back. Read defensively, since Slack has many kinds and adds more. */
import type { Talk } from '../chat/door.ts';
import type { SlackFile } from './file.ts';
import { isObject, type Payload, textIn } from './payload.ts';

/** A message, new or as it was. Empty where the event does not say. */
export interface Written {
  readonly ts: string;
  readonly user: string;
  readonly bot: string;
  readonly text: string;
  /** Of the root that it stands under. */
  readonly thread: string;
  readonly files: readonly SlackFile[];
}

export interface Heard {
  readonly what: Talk['what'];
  readonly written: Written;
}

/** Null where nobody said anything: joins, topics, archives, previews of links, and what Slack may yet think of. */
export function heardIn(event: unknown): Heard | null {
  if (!isObject(event)) return null;
  const before = writtenIn(event.previous_message);
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return heard('written', writtenIn(event));
    case 'message_changed': {
      const message = writtenIn(event.message);
      // A root that was deleted while replies stand under it is left as a gravestone.
      if (isObject(event.message) && event.message.subtype === 'tombstone') return heard('deleted', before);
      // Previews, pins and new replies change a message too, though nobody changed a word.
      return before !== null && message !== null && isSame(before, message) ? null : heard('edited', message);
    }
    case 'message_deleted':
      return heard('deleted', before);
    default:
      return null;
  }
}

const heard = (what: Heard['what'], written: Written | null): Heard | null =>
  written === null ? null : { what, written };

function writtenIn(message: unknown): Written | null {
  if (!isObject(message) || textIn(message, 'ts') === '') return null;
  const files = Array.isArray(message.files) ? message.files.filter(isObject) : [];
  return {
    ts: textIn(message, 'ts'),
    user: textIn(message, 'user'),
    bot: textIn(message, 'bot_id'),
    text: textIn(message, 'text'),
    thread: textIn(message, 'thread_ts'),
    files: files.map(fileIn),
  };
}

const fileIn = (file: Payload): SlackFile => ({
  id: textIn(file, 'id'),
  name: textIn(file, 'name'),
  size: typeof file.size === 'number' ? file.size : 0,
  url_private_download: textIn(file, 'url_private_download') || undefined,
});

const isSame = (a: Written, b: Written): boolean => a.text === b.text && idsOf(a) === idsOf(b);
const idsOf = ({ files }: Written): string => files.map(({ id }) => id).join(' ');
