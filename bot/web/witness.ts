/** What a witness's own page asks for: each form calls one verb. */
import type { Ceremony } from '../../core/draw/ceremony/state.ts';
import { never, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { cosign } from '../verbs/draw/cosign.ts';
import { ceremonyHeld } from '../verbs/draw/held.ts';
import { reveal } from '../verbs/draw/reveal.ts';
import { seal } from '../verbs/draw/seal.ts';
import { ceremonyOnPage, type PublicCeremony } from './draws.ts';
import type { Told } from './witness-page.ts';

export const witnessActs = ['cosign', 'seal', 'open'] as const;
export type WitnessAct = (typeof witnessActs)[number];

/** What came with a form; '' where a field is missing or no text. */
export type Fields = (name: string) => string;

/** The page's own data, for a witness of this ceremony only: the person that was frozen, not whoever has that number since. */
export async function witnessed(deps: Deps, actor: Actor, no: number): Promise<Result<PublicCeremony, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const isWitness = held.value.manifest.participants.some(
    ({ id, name, kind }) => kind === 'witness' && id === actor.person && name === actor.name,
  );
  return isWitness
    ? ceremonyOnPage(deps, no)
    : refuse('draw', { reason: 'not-participant', ceremony: no, person: actor.person });
}

export function carryOut(
  deps: Deps,
  actor: Actor,
  { act, ceremony, field }: { readonly act: WitnessAct; readonly ceremony: number; readonly field: Fields },
): Promise<Result<Ceremony, Refusal>> {
  switch (act) {
    case 'cosign':
      return cosign(deps, actor, { ceremony, digits: field('digits') });
    case 'seal':
      return field('commitment') === ''
        ? seal(deps, actor, { ceremony, typed: field('typed') })
        : seal(deps, actor, { ceremony, commitment: field('commitment').trim() });
    case 'open': {
      const nonce = field('nonce').trim();
      const secret = nonce === '' ? null : { nonce, typed: field('typed') };
      return reveal(deps, actor, { ceremony, secret });
    }
    default:
      return never(act);
  }
}

const doneWords: Record<WitnessAct, Words> = {
  cosign: { zh: '会签已记录。', en: 'Your co-signature is on record.' },
  seal: { zh: '封签已记录。', en: 'Your seal is on record.' },
  open: { zh: '启封已记录。', en: 'Your opening is on record.' },
};

/** What the page says of the act just done, by the name that the address carries. */
export function toldOf(done: string | undefined): Told | null {
  const act = witnessActs.find((each) => each === done);
  return act === undefined ? null : { kind: 'told', words: doneWords[act] };
}

export const refusedAct = (refusal: Refusal): Told => ({ kind: 'refused', words: sayRefusal(refusal) });
