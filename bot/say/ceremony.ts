/** Why the ceremony forbids an act, with its times as the offices' clocks show them. */
import type { CeremonyRefusal } from '../../core/draw/ceremony/state.ts';
import { sayCeremony } from '../../core/draw/ceremony/words.ts';
import type { Words } from '../../core/words.ts';
import { beijing } from './time.ts';

export function sayForbidden(why: CeremonyRefusal): Words {
  if (why.reason !== 'too-early') return sayCeremony(why);
  const until = beijing(why.until);
  return { zh: `还没有到时间，请在 ${until.zh} 之后办理。`, en: `It is too early; come again after ${until.en}.` };
}
