/** A witness's own page as its browser uses it: the private link from the chat, the secret made and kept there, only the commitment sent. */
import { digest } from '../../../../core/digest.ts';
import { commitmentOf, type Secret } from '../../../../core/draw/seal.ts';
import type { Person } from '../../workspace/driver-person.ts';
import { NotSo } from '../told.ts';
import type { Year } from '../year.ts';

export interface WitnessPage {
  readonly seal: (typed: string) => Promise<void>;
  readonly open: () => Promise<void>;
  /** The whole record as text, as a witness may have it. */
  readonly record: () => Promise<string>;
}

export async function witnessPage(year: Year, witness: Person, ceremony: number): Promise<WitnessPage> {
  const { site, driver } = year;
  await witness.command('/draw', `封签 ${ceremony}`);
  const shown = JSON.stringify(driver.workspace.ground.forms.top(witness.id));
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
    if (answer.status !== 303) throw new NotSo(`监督人员网页 ${act}`, `${answer.status} ${await answer.text()}`);
    await driver.settle();
  }

  return {
    seal: async (typed) => {
      const page = await (await get(to)).text();
      const [, manifest = ''] = /data-manifest="([0-9a-f]{64})"/.exec(page) ?? [];
      const [, person = ''] = /data-person="([^"]+)"/.exec(page) ?? [];
      secret = { nonce: digest('mingchou/practice/year', person, manifest), typed };
      await send('seal', { commitment: commitmentOf(ceremony, manifest, person, secret) });
    },
    open: async () => {
      if (secret === null) throw new NotSo('启封', `${witness.name}没有封签`);
      await send('open', { ...secret });
    },
    record: async () => (await get(`/draws/${ceremony}/record.json`)).text(),
  };
}
