/**
 * From everything that was locked to one seed (README §3, §5). Whoever did not open is written as ABSENT and the draw goes
 * on: with a public number still to come, nobody can gain by staying silent, and nothing is ever drawn again.
 */
import { type Digest, digest } from '../digest.ts';
import { tag } from './protocol.ts';

/** C over the sealed participants, in the manifest's order. */
export const commitmentsDigest = (
  manifest: Digest,
  sealed: readonly { readonly id: string; readonly commitment: Digest }[],
): Digest => digest(tag('commitments'), manifest, ...sealed.map((each) => `${each.id}:${each.commitment}`));

/** S. `opened`: r of each sealed participant in the manifest's order, null for one that is absent. */
export const seedOf = (
  manifest: Digest,
  commitments: Digest,
  opened: readonly { readonly id: string; readonly secret: Digest | null }[],
  publicNumber: { readonly place: number; readonly number: string },
): Digest =>
  digest(
    tag('seed'),
    manifest,
    commitments,
    ...opened.map((each) => `${each.id}:${each.secret ?? 'ABSENT'}`),
    `public:${publicNumber.place}:${publicNumber.number}`,
  );
