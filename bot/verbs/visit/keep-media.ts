/** 抽取影像资料: pictures and film of a draw, by name, place and digest (福安 2018 二(二)1); the office, or the department that drew by itself. */
import { ok, type Result } from '../../../core/result.ts';
import type { MediaKept } from '../../../core/visit/fact.ts';
import { isSha256, type Media, mediaOf, nameOf } from '../../../core/visit/media.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { holderOf } from '../draw/perform.ts';
import { lineMost, tooLong } from '../too-long.ts';

export async function keepMedia(
  deps: Deps,
  actor: Actor,
  { ceremony, media }: { readonly ceremony: number; readonly media: readonly Media[] },
): Promise<Result<{ readonly kept: number }, Refusal>> {
  const held = await ceremonyHeld(deps.db, ceremony);
  if (!held.ok) return held;
  const told = media.map((each) => ({ ...each, name: each.name.trim(), place: each.place.trim() }));
  if (told.length === 0 || told.some(({ name, place }) => name === '' || place === ''))
    return refuse('visit', { reason: 'no-media' });
  const long = told
    .map(({ name, place }) => tooLong(name, lineMost) ?? tooLong(place, lineMost))
    .find((each) => each !== null);
  if (long !== null && long !== undefined) return refuse('visit', long);
  const wrong = told.find(({ digest }) => digest !== null && !isSha256(digest));
  if (wrong !== undefined) return refuse('visit', { reason: 'not-digest', digest: wrong.digest ?? '' });
  return act<{ kept: number }>(deps, actor, 'keep-media', holderOf(held.value), async () => {
    const known = new Set(mediaOf(await dossierOf(deps.db, { matter: 'ceremony', id: String(ceremony) })).map(nameOf));
    const added = told.filter((each) => !known.has(nameOf(each)));
    if (added.length === 0) return already({ kept: 0 });
    const body: MediaKept = { ceremony, department: actor.department, media: added };
    return ok({ facts: [factOf(actor, 'keep-media', asJson(body))], value: { kept: added.length } });
  });
}
