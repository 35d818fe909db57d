/** What was published besides plans, lists and outcomes: each matter with its channels, and whether all are served that must be. */
import type { CivilDate } from '../../../core/calendar.ts';
import { type Destinations, destinationsOf, isServed } from '../../../core/notice/destinations.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import type { MatterPublished, PublishedMatter } from './publish-matter.ts';

/** One matter with all its channels. */
export interface MatterHeld {
  readonly what: PublishedMatter;
  readonly department: string;
  readonly number: string;
  readonly title: string;
  readonly channels: readonly (Pick<MatterPublished, 'channel' | 'where' | 'on' | 'until'> & {
    readonly seq: number;
  })[];
  readonly asked: Destinations;
  /** Every channel that must be served is, by a publication that has not ended. */
  readonly served: boolean;
  /** Whether the public reads it on that day. */
  readonly shown: boolean;
}

/** All that was published so, in the order in which each was first. @param today on which it is asked what is still shown */
export async function mattersPublished(db: Db, today: CivilDate): Promise<readonly MatterHeld[]> {
  const policy = await policyInForce(db, today);
  const facts = await factBodies<MatterPublished>(db, 'matter-published');
  return [...Map.groupBy(facts, ({ body }) => matterKey(body)).values()].flatMap((group) => {
    const what = group[0]?.body.what;
    const asked = policy === null || what === undefined ? { all: [], any: [] } : destinationsOf(policy, what, today);
    return heldOf(group, asked, today) ?? [];
  });
}

/** The telephone has no number: it is known by its title. */
export const matterKey = ({ what, department, number, title }: MatterPublished): string =>
  [what, department, number === '' ? title : number].join('\t');

/** Null where nothing was published. */
export function heldOf(
  group: readonly { readonly seq: number; readonly body: MatterPublished }[],
  asked: Destinations,
  today: CivilDate,
): MatterHeld | null {
  const last = group.at(-1);
  if (last === undefined) return null;
  const { what, department, number, title } = last.body;
  const channels = group.map(({ seq, body: { channel, where, on, until } }) => ({ channel, where, on, until, seq }));
  const standing = channels.filter(({ on, until }) => on <= today && (until === null || until >= today));
  const served = isServed(asked, new Set(standing.map(({ channel }) => channel)));
  return { what, department, number, title, channels, asked, served, shown: standing.length > 0 };
}
