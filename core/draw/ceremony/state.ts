/** What a ceremony is at each moment, what may be asked of it, and how it refuses. */
import type { Json } from '../../canonical.ts';
import type { Digest } from '../../digest.ts';
import type { FactKind } from '../../ledger/fact.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Manifest, Participant } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import type { NumberRefusal } from '../public-number.ts';
import type { Cosigned, Misreading, Opened, PublicReading, Sealed, WrittenTypist } from '../record.ts';
import type { SecretRefusal } from '../seal.ts';

export type Stage = 'sealing' | 'opening' | 'number' | 'ready' | 'opened' | 'aborted' | 'annulled';

/** A person who types the public number; `person` tells two of the same name apart. */
export type Typist = WrittenTypist & { readonly person: string };
export type Reading = { readonly place: number; readonly number: string; readonly typist: Typist };

export type Ceremony = {
  readonly no: number;
  readonly stage: Stage;
  /** M; the manifest itself lies beside. */
  readonly manifest: Digest;
  readonly cosigned: readonly Cosigned[];
  readonly sealed: readonly Sealed[];
  readonly sealingClosed: Time | null;
  readonly opened: readonly Opened[];
  readonly absent: readonly string[];
  readonly openingClosed: Time | null;
  /** Public numbers that did not come, in order of preference, with the reason. */
  readonly passedOver: readonly string[];
  /** What each person has typed, until two of two departments agree. */
  readonly readings: readonly Reading[];
  readonly public: (PublicReading & { readonly typists: readonly Typist[] }) | null;
  readonly misreadings: readonly Misreading[];
  /** What opening came to; a later edition only after a corrected public number. */
  readonly draws: readonly { readonly root: Digest; readonly record: Digest; readonly at: Time }[];
  readonly ended: { readonly at: Time; readonly reason: string; readonly by: readonly string[] } | null;
};

export type CeremonyAct =
  | { readonly kind: 'cosign'; readonly id: string; readonly digits: string }
  | { readonly kind: 'seal'; readonly id: string; readonly commitment: Digest }
  | { readonly kind: 'close-sealing' }
  | { readonly kind: 'open'; readonly id: string; readonly nonce: string; readonly typed: string }
  | { readonly kind: 'close-opening' }
  | { readonly kind: 'pass-over'; readonly place: number; readonly reason: string }
  | { readonly kind: 'type'; readonly typist: Typist; readonly place: number; readonly text: string }
  | {
      readonly kind: 'draw';
      readonly nonce: string;
      readonly typed: string;
      readonly at: Time;
      readonly root: Digest;
      readonly record: Digest;
    }
  | {
      readonly kind: 'correct';
      readonly text: string;
      readonly typists: readonly [Typist, Typist];
      readonly reason: string;
    }
  | { readonly kind: 'abort'; readonly reason: string; readonly by: string }
  | { readonly kind: 'annul'; readonly order: string; readonly by: readonly [string, string] };

export type CeremonyRefusal =
  | { readonly reason: 'wrong-stage'; readonly act: CeremonyAct['kind']; readonly stage: Stage }
  | { readonly reason: 'unknown-participant'; readonly id: string }
  | { readonly reason: 'digits-differ'; readonly id: string; readonly typed: string }
  | { readonly reason: 'not-a-commitment'; readonly id: string }
  | { readonly reason: 'sealed-already'; readonly id: string }
  | { readonly reason: 'not-sealed'; readonly id: string }
  | { readonly reason: 'secret'; readonly id: string; readonly why: SecretRefusal }
  | { readonly reason: 'does-not-open'; readonly id: string }
  | { readonly reason: 'desk-opens-last' }
  | { readonly reason: 'too-early'; readonly act: CeremonyAct['kind']; readonly until: Time }
  | { readonly reason: 'quorum-missed'; readonly sealed: number; readonly quorum: number }
  | { readonly reason: 'not-next-number'; readonly place: number; readonly next: number }
  | { readonly reason: 'no-further-number' }
  | { readonly reason: 'number-typed'; readonly number: string }
  | { readonly reason: 'public-number'; readonly why: NumberRefusal }
  | { readonly reason: 'same-person-twice'; readonly person: string }
  | { readonly reason: 'same-department-twice'; readonly department: string }
  | { readonly reason: 'dice-without-own-page' }
  | { readonly reason: 'same-number'; readonly number: string }
  | { readonly reason: 'sealing-closed' }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'time-out-of-order'; readonly at: Time };

export interface CeremonyFact {
  readonly kind: FactKind;
  readonly body: Json;
}

export interface Step {
  readonly state: Ceremony;
  readonly facts: readonly CeremonyFact[];
}

/** A ceremony whose roster and manifest have just been frozen (lock 1). */
export const begin = (no: number, manifest: Digest): Ceremony => ({
  no,
  stage: 'sealing',
  manifest,
  cosigned: [],
  sealed: [],
  sealingClosed: null,
  opened: [],
  absent: [],
  openingClosed: null,
  passedOver: [],
  readings: [],
  public: null,
  misreadings: [],
  draws: [],
  ended: null,
});

export type Act<K extends CeremonyAct['kind']> = Extract<CeremonyAct, { readonly kind: K }>;

export const unchanged = (state: Ceremony): Result<Step, never> => ok({ state, facts: [] });
export const changed = (state: Ceremony, kind: FactKind, body: { readonly [key: string]: Json }): Result<Step, never> =>
  ok({ state, facts: [{ kind, body: { ceremony: state.no, ...body } }] });
export const wrongStage = (act: CeremonyAct['kind'], { stage }: Ceremony): Result<never, CeremonyRefusal> =>
  err({ reason: 'wrong-stage', act, stage });
export const participant = (manifest: Manifest, id: string): Participant | undefined =>
  manifest.participants.find((each) => each.id === id);
const witnessesIn = (manifest: Manifest): readonly Participant[] =>
  manifest.participants.filter((each) => each.kind === 'witness');
export const hasSealed = (state: Ceremony, id: string): boolean => state.sealed.some((each) => each.id === id);
export const hasOpened = (state: Ceremony, id: string): boolean => state.opened.some((each) => each.id === id);
export const sealedWitnesses = (manifest: Manifest, state: Ceremony): readonly Participant[] =>
  witnessesIn(manifest).filter(({ id }) => hasSealed(state, id));

/** Too few had sealed when the deadline came: nothing leads on from here but aborting. */
export const quorumMissed = (manifest: Manifest, state: Ceremony): Result<never, CeremonyRefusal> =>
  err({ reason: 'quorum-missed', sealed: sealedWitnesses(manifest, state).length, quorum: manifest.quorum });

/** The record lists people in the manifest's order, whoever was first at the door. */
export const inOrder = <T extends { readonly id: string }>(manifest: Manifest, list: readonly T[]): readonly T[] =>
  manifest.participants.flatMap(({ id }) => list.filter((each) => each.id === id));

export const factOf = (state: Ceremony, kind: FactKind, body: { readonly [key: string]: Json }): Step => ({
  state,
  facts: [{ kind, body: { ceremony: state.no, ...body } }],
});
