/** The post that guides the next plan goes out with the letter, where there is anything to guide it by: a draw of the year before, or a proposal. */
import { yearOf } from '../../../core/calendar.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import type { Deps } from '../../deps.ts';
import { type Post, slotOf } from '../../post/post.ts';
import { standingCeremonies } from '../draw/held.ts';
import { outsideListsIn } from '../draw/outside-lists.ts';
import { targetedChecks } from '../risk/propose-targeted-check.ts';

/** It stands under the office's root, which is delivered first. */
const afterRootMs = 60_000;

export async function guidePosts(
  { db }: Pick<Deps, 'db'>,
  { consultation, year }: { readonly consultation: string; readonly year: number },
  now: string,
): Promise<readonly Outgoing[]> {
  const drawn = (await standingCeremonies(db)).some(
    ({ state, manifest }) => state.stage === 'opened' && yearOf(manifest.window.from) === year - 1,
  );
  const isGuided =
    drawn ||
    (await outsideListsIn(db)).some(({ on }) => yearOf(on.slice(0, 10)) === year - 1) ||
    (await targetedChecks(db)).some((each) => each.year === year);
  if (!isGuided) return [];
  const post: Post = { kind: 'consultation-guide', about: { consultation } };
  const due = new Date(Date.parse(now) + afterRootMs).toISOString();
  return [{ destination: slotOf(post), message: JSON.stringify(post), due }];
}
