/** Posts that follow from facts of a ceremony: one root that is renewed in place, little in its thread, and a word to those concerned. */
import type { CeremonyFact } from '../../../core/draw/ceremony/state.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import { isSample } from '../../../core/draw/sample.ts';
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import { type After, type Post, slotOf } from '../post.ts';
import { recheckAt } from './recheck.ts';

interface OfCeremony {
  readonly ceremony: number;
}
interface Asked extends OfCeremony {
  readonly second: string;
}

/** Where a ceremony stands; the root of its thread. */
export const rootOf = (ceremony: number): Post => ({ kind: 'ceremony', about: { ceremony } });
const resultOf = (ceremony: number): Post => ({ kind: 'ceremony-result', about: { ceremony } });
/** A corrected number makes another result, and so another picture. */
const pictureOf = (ceremony: number, record: string): Post => ({
  kind: 'ceremony-picture',
  about: { ceremony, record: record.slice(0, 12) },
});
const witnessOf = (ceremony: number, person: string): Post => ({
  kind: 'ceremony-witness',
  about: { ceremony, person },
});
/** A post of its own, since a renewed one calls nobody. */
const openingOf = (ceremony: number, person: string): Post => ({
  kind: 'ceremony-unsealing',
  about: { ceremony, person },
});
const departmentOf = (ceremony: number, department: string): Post => ({
  kind: 'ceremony-department',
  about: { ceremony, department },
});
/** The same root in the channel of a department that draws its own tasks; silent where it is the office itself. */
const holderOf = ({ ceremony, participants }: Manifest): Post => ({
  kind: 'ceremony-holder',
  about: { ceremony, department: participants[0]?.department ?? '' },
});
const secondOf = (ceremony: number, person: string, matter: 'correction' | 'annulment'): Post => ({
  kind: 'ceremony-second',
  about: { ceremony, person, matter },
});

const root = ({ ceremony }: OfCeremony): readonly Post[] => [rootOf(ceremony)];
const withResult = ({ ceremony }: OfCeremony): readonly Post[] => [rootOf(ceremony), resultOf(ceremony)];
const withWitness = ({ ceremony, participant }: OfCeremony & { readonly participant: string }): readonly Post[] =>
  participant === '0' ? [rootOf(ceremony)] : [rootOf(ceremony), witnessOf(ceremony, participant)];

export const afterDraw = {
  'ceremony-frozen': root,
  'ceremony-cosigned': withWitness,
  'secret-sealed': withWitness,
  'slip-printed': root,
  'sealing-closed': root,
  'secret-opened': (body: OfCeremony & { readonly participant: string }) => [
    ...withWitness(body),
    ...(body.participant === '0' ? [] : [openingOf(body.ceremony, body.participant)]),
  ],
  'opening-closed': root,
  'public-number-passed-over': root,
  'public-number-typed': root,
  'public-number-entered': root,
  'public-number-correction-asked': ({ ceremony, second }: Asked) => [
    rootOf(ceremony),
    secondOf(ceremony, second, 'correction'),
  ],
  'public-number-corrected': withResult,
  'ceremony-opened': ({ ceremony, record }: OfCeremony & { readonly record: string }) => [
    ...withResult({ ceremony }),
    pictureOf(ceremony, record),
  ],
  'ceremony-aborted': root,
  'annulment-asked': ({ ceremony, second }: Asked) => [rootOf(ceremony), secondOf(ceremony, second, 'annulment')],
  'ceremony-annulled': withResult,
  'ceremony-disclosed': withResult,
  'visits-assigned': ({ ceremony }: OfCeremony) => [resultOf(ceremony)],
  'checkpoint-posted': ({ place, size }: { readonly place: string; readonly size: number }) => {
    const ceremony = ceremonyOfPlace(place);
    return ceremony === null ? [] : [{ kind: 'ceremony-checkpoint', about: { ceremony, size } }, rootOf(ceremony)];
  },
} as const satisfies After;

/** The thread of a ceremony, as the ledger names the place of a checkpoint. */
export const placeOfCeremony = (ceremony: number): string => slotOf(rootOf(ceremony));

function ceremonyOfPlace(place: string): number | null {
  const [, no] = /^ceremony\/([1-9][0-9]{0,8})$/.exec(place) ?? [];
  return no === undefined ? null : Number(no);
}

/** Facts after which everybody who was told of the ceremony is told again; whom it concerns stands in the manifest alone. */
const concerning: Partial<Record<FactKind, readonly ('witness' | 'unsealing' | 'department')[]>> = {
  'ceremony-frozen': ['witness'],
  'sealing-closed': ['witness', 'unsealing'],
  'opening-closed': ['witness', 'unsealing'],
  'public-number-entered': ['witness'],
  'ceremony-opened': ['witness', 'department'],
  'public-number-corrected': ['department'],
  'ceremony-aborted': ['witness'],
  'ceremony-annulled': ['witness', 'department'],
};

/** @param by number of the person who acted, or the clock */
export function postsOfCeremony(manifest: Manifest, facts: readonly CeremonyFact[], by: string): readonly Outgoing[] {
  const { ceremony } = manifest;
  const witnesses = manifest.participants.filter(({ kind }) => kind === 'witness').map(({ id }) => id);
  const posts = facts.flatMap(({ kind }): readonly Post[] => {
    const told = concerning[kind] ?? [];
    return [
      holderOf(manifest),
      ...(kind === 'ceremony-opened' && isSample(manifest) ? recheckPosts(manifest) : []),
      ...(told.includes('witness') ? witnesses.map((id) => witnessOf(ceremony, id)) : []),
      ...(told.includes('unsealing') ? witnesses.map((id) => openingOf(ceremony, id)) : []),
      ...(told.includes('department') ? departmentsOf(manifest).map((code) => departmentOf(ceremony, code)) : []),
      ...(kind === 'public-number-corrected' ? [secondOf(ceremony, by, 'correction')] : []),
      ...(kind === 'ceremony-annulled' ? [secondOf(ceremony, by, 'annulment')] : []),
    ];
  });
  const bySlot = new Map(posts.map((post) => [slotOf(post), post]));
  return [...bySlot].map(([slot, post]) => ({ destination: slot, message: JSON.stringify(post) }));
}

/** To the office and to whoever drew; the one whose it is not has nothing to say. */
const recheckPosts = ({ ceremony, participants }: Manifest): readonly Post[] => [
  recheckAt(ceremony, 'office'),
  recheckAt(ceremony, `department:${participants[0]?.department ?? ''}`),
];

/** Codes of the departments that go to the doors; experts come beside them and have no channel. */
function departmentsOf({ tasks, given }: Manifest): readonly string[] {
  const going = [...tasks.flatMap(({ bodies }) => bodies), ...given.flatMap(({ posts }) => posts)];
  const codes = going.flatMap(({ department, pool }) => (pool.startsWith('expert/') ? [] : [department]));
  return [...new Set(codes)].sort();
}
