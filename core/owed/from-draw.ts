/** What a running ceremony waits for: each witness's co-signature, seal and opening, the public number, and being opened. */
import type { CivilDate } from '../calendar.ts';
import type { Ceremony } from '../draw/ceremony/state.ts';
import type { Manifest } from '../draw/manifest.ts';
import { type Debtor, keyOf, type Matter, type Owed } from './owed.ts';
import { beforeHour, type Rounds } from './rounds.ts';

export interface CeremonyStanding {
  /** As it is once the clock has closed what is over. */
  readonly state: Ceremony;
  readonly manifest: Pick<Manifest, 'participants' | 'deadlines' | 'public'>;
  /** The office, or the department that draws by itself. */
  readonly holder: Debtor;
  /** Persons asked to confirm, as the second of two, what a first has asked for, and the time of asking. */
  readonly seconds: readonly {
    readonly step: 'confirm-correction' | 'confirm-annulment';
    readonly person: string;
    readonly since: string;
  }[];
}

type Step = Extract<Matter, { kind: 'ceremony' }>['step'];

/** @param clock an instant some minutes later, and the civil day of an instant */
export function fromCeremony(
  { state, manifest, holder, seconds }: CeremonyStanding,
  clock: { readonly later: (time: string, minutes: number) => string; readonly dayOf: (time: string) => CivilDate },
): readonly Owed[] {
  const step = (name: Step, by: Debtor, until: string | null, { rounds }: Rounds): Owed => ({
    key: keyOf('ceremony', [name, state.no], by, until),
    matter: { kind: 'ceremony', step: name, ceremony: state.no },
    by,
    waits: by === holder ? null : holder,
    due: until === null ? null : clock.dayOf(until),
    until,
    missing: [],
    unsure: [],
    rule: null,
    rounds,
  });
  const soon = (until: string) => beforeHour(clock.dayOf(until), clock.later(until, -30));
  /** An hour after it could have been done. */
  const since = (time: string): Rounds => ({
    rounds: [{ name: 'waiting', from: clock.dayOf(time), to: null, after: clock.later(time, 60) }],
    unsure: [],
  });
  const confirming = seconds.map(({ step: name, person, since: at }) =>
    step(name, `person:${person}`, null, since(at)),
  );
  const witnesses = manifest.participants.filter(({ kind }) => kind === 'witness');
  const without = (done: readonly { readonly id: string }[]) =>
    witnesses.filter(({ id }) => !done.some((each) => each.id === id));
  const { seal, reveal } = manifest.deadlines;
  switch (state.stage) {
    case 'sealing':
      return [
        ...without(state.cosigned).map(({ id }) => step('cosign', `person:${id}`, seal, soon(seal))),
        ...without(state.sealed).map(({ id }) => step('seal', `person:${id}`, seal, soon(seal))),
      ];
    case 'opening':
      return witnesses
        .filter(({ id }) => state.sealed.some((each) => each.id === id) && !state.opened.some((each) => each.id === id))
        .map(({ id }) => step('reveal', `person:${id}`, reveal, soon(reveal)));
    case 'number': {
      const next = manifest.public[state.passedOver.length]?.after ?? reveal;
      const from = next > reveal ? next : reveal;
      return [step('number', holder, null, since(from)), ...confirming];
    }
    case 'ready':
      return [step('open', holder, null, since(state.public?.at ?? reveal)), ...confirming];
    case 'opened':
      return confirming;
    case 'aborted':
    case 'annulled':
      return [];
  }
}
