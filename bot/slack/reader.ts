/** In which language a person reads: as the account is set in Slack, Chinese unless it says English. Kept for an hour, or until it changes. */
import type { WebClient } from '@slack/web-api';
import type { Lang } from '../chat/door.ts';
import { within } from './patience.ts';

export type LangOf = (user: string) => Promise<Lang>;

export interface Readers {
  readonly langOf: LangOf;
  readonly forget: (user: string) => void;
}

const keptMs = 3_600_000;
/** An answer in the usual language is better than none in time. */
const patienceMs = 700;

export function readers(client: WebClient, usual: Lang, now: () => number): Readers {
  const known = new Map<string, { readonly lang: Promise<Lang>; readonly until: number }>();
  const ask = async (user: string): Promise<Lang> => {
    const { user: found } = await client.users.info({ user, include_locale: true });
    const locale = found?.locale ?? '';
    return locale.startsWith('en') ? 'en' : locale.startsWith('zh') ? 'zh' : usual;
  };
  const langOf: LangOf = async (user) => {
    const held = known.get(user);
    const lang = held !== undefined && held.until > now() ? held.lang : ask(user);
    if (lang !== held?.lang) known.set(user, { lang, until: now() + keptMs });
    try {
      const waited = await within(lang, patienceMs);
      return waited.done ? waited.value : usual;
    } catch {
      known.delete(user);
      return usual;
    }
  };
  return { langOf, forget: (user) => void known.delete(user) };
}
