/** Finds what a lost try has posted after all: posts by the slot in their metadata, files by the mark in their name. */
import type { WebClient } from '@slack/web-api';

const eventType = 'mingchou_post';

export const metadataOf = (slot: string) => ({ event_type: eventType, event_payload: { slot } });

/** A message as histories give it. */
interface Told {
  readonly ts?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object } | undefined;
  readonly files?: readonly { readonly id?: string; readonly name?: string | null }[] | undefined;
}

/** A try is repeated after seconds or minutes; so much has not been written since. */
const pagesMax = 3;
const pageSize = 200;

/** @returns the platform's name for the message, or null */
export async function foundPost(
  { client, botId }: { readonly client: WebClient; readonly botId: string },
  channel: string,
  root: string | null,
  slot: string,
): Promise<string | null> {
  for await (const { ts, metadata, bot_id } of told(client, channel, root)) {
    // Any app of the workspace can write metadata like ours, and what is another's we can never renew.
    if (bot_id !== botId) continue;
    const payload: { readonly slot?: unknown } | undefined = metadata?.event_payload;
    if (metadata?.event_type === eventType && payload?.slot === slot && ts !== undefined) return ts;
  }
  return null;
}

/** @returns the file's id, or null */
export async function foundFile(
  client: WebClient,
  channel: string,
  thread: string,
  mark: string,
): Promise<string | null> {
  for await (const { files = [] } of told(client, channel, thread)) {
    const file = files.find(({ name }) => name?.includes(mark) ?? false);
    if (file?.id !== undefined) return file.id;
  }
  return null;
}

async function* told(client: WebClient, channel: string, root: string | null): AsyncGenerator<Told> {
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const asked = { channel, limit: pageSize, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const answer =
      root === null
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: root });
    yield* (answer.messages ?? []) as readonly Told[];
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return;
  }
}
