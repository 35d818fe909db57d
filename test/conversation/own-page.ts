/** A witness's own page as its browser uses it: the private link, the secret made and kept there, only the commitment sent. */
import type { Person } from '../../bot/practice/workspace/driver-person.ts';
import { digest } from '../../core/digest.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { commitmentOf, type Secret } from '../../core/draw/seal.ts';
import type { Town } from './town.ts';

export interface OwnPage {
  /** The page as it reads now. */
  readonly read: () => Promise<string>;
  readonly seal: (typed: string) => Promise<void>;
  readonly open: () => Promise<void>;
  /** The whole record, as a witness may have it. */
  readonly record: () => Promise<DrawRecord>;
}

/** Asks for the private link in the chat and signs in by it. */
export async function ownPage(town: Town, witness: Person, ceremony: number): Promise<OwnPage> {
  const { site, settle } = town;
  await witness.command('/draw', `封签 ${ceremony}`);
  const shown = JSON.stringify(town.workspace.ground.forms.top(witness.id));
  await witness.close();
  const [link = ''] = /http[^"]+\/in\/[^"]+/.exec(shown) ?? [];
  const to = `/witness/${ceremony}`;
  const signedIn = await fetch(link, form({ to }, ''));
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  let secret: Secret | null = null;

  function form(fields: Readonly<Record<string, string>>, held: string): RequestInit {
    const headers = { origin: site, cookie: held, accept: 'text/html' };
    return { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) };
  }
  const get = (path: string): Promise<Response> =>
    fetch(`${site}${path}`, { headers: { cookie, accept: 'text/html' } });
  async function send(act: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${site}${to}/${act}`, form(fields, cookie));
    if (answer.status !== 303) throw new Error(`${act}: ${answer.status} ${await answer.text()}`);
    await settle();
  }

  return {
    read: async () => (await get(to)).text(),
    seal: async (typed) => {
      const page = await (await get(to)).text();
      const [, manifest = ''] = /data-manifest="([0-9a-f]{64})"/.exec(page) ?? [];
      const [, person = ''] = /data-person="([^"]+)"/.exec(page) ?? [];
      secret = { nonce: digest('test/chance', person, manifest), typed };
      await send('seal', { commitment: commitmentOf(ceremony, manifest, person, secret) });
    },
    open: async () => {
      if (secret === null) throw new Error(`${witness.name} has sealed nothing`);
      await send('open', { ...secret });
    },
    record: async () => (await (await get(`/draws/${ceremony}/record.json`)).json()) as DrawRecord,
  };
}
