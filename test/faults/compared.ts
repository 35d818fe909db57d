/** What a year has left: its facts in their order and what stands in the channels, without what chance and the place decide. */

import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { databaseFile } from '../../bot/practice/installation/installation.ts';
import type { OpenYear } from '../../bot/practice/year/open.ts';

export interface LeftBehind {
  readonly facts: readonly string[];
  readonly posts: readonly string[];
  /** Kinds of fact in the order of their first one. */
  readonly kinds: readonly string[];
}

export async function leftBehind(year: OpenYear): Promise<LeftBehind> {
  const client = createClient({ url: `file:${join(year.out, databaseFile)}` });
  const { rows } = await client.execute(
    'select l.kind, l.actor, b.text from ledger l left join ledger_body b on b.seq = l.seq order by l.seq',
  );
  client.close();
  const { world } = year.driver.workspace.ground;
  return {
    facts: rows.map(({ kind, actor, text }) => `${kind} ${actor} ${plain(String(text))}`),
    kinds: [...new Set(rows.map(({ kind }) => String(kind)))],
    posts: [...world.channels.values()]
      .filter(({ kind }) => kind !== 'im')
      .flatMap(({ name }) => year.driver.channel(name).map((post) => `${name} ${plain(post)}`))
      .toSorted(),
  };
}

/**
 * Digests, salts and codes follow from chance, addresses from the place; a window that was sent twice has another mark, a list that was
 * begun and given up has used a number, and of several posts of one instant another may be the first.
 */
const plain = (text: string): string =>
  text
    .replaceAll(/(\d{10})\.\d{6}/g, '$1.#')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'site')
    .replaceAll(/[0-9a-f]{16,}/g, '#')
    .replaceAll(/slack:view:\w+:\w+/g, 'slack:view')
    .replaceAll(/"import":\d+/g, '"import":#')
    .replaceAll(/[A-Za-z0-9_-]{22,}/g, '#');
