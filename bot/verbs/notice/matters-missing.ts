/** What the policy asks to be published besides plans, lists and outcomes, and nothing says yet that it is. */
import type { CivilDate } from '../../../core/calendar.ts';
import { isSample } from '../../../core/draw/sample.ts';
import { type Destinations, destinationsOf } from '../../../core/notice/destinations.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { Source } from '../../../core/policy/cited.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { mattersPublished } from './matters-published.ts';
import type { PublishedMatter } from './publish-matter.ts';

export interface MatterMissing {
  readonly what: PublishedMatter;
  readonly number: string;
  readonly asked: Destinations;
  /** Since when it is asked for: the draw was opened, or the document bound. */
  readonly since: CivilDate;
  readonly rule: Source | null;
}

/** What the policy asks to be published so, and nothing says yet that it is: the telephone, and every draw that was opened. */
export async function mattersMissing(db: Db, today: CivilDate): Promise<readonly MatterMissing[]> {
  const policy = await policyInForce(db, today);
  if (policy === null) return [];
  const held = await mattersPublished(db, today);
  const isServedFor = (what: PublishedMatter, number: string): boolean =>
    held.some((each) => each.what === what && (number === '' || each.number === number) && each.served);
  // Outcomes that were drawn to be looked at again are no inspections.
  const drawn = (await standingCeremonies(db)).filter(
    ({ state, manifest }) => state.stage === 'opened' && !isSample(manifest),
  );
  const opened = await daysOpened(db);
  const wanted: readonly (readonly [PublishedMatter, string, CivilDate])[] = [
    ['complaint-telephone', '', policy.from],
    ...drawn.map(({ state }) => ['draw', String(state.no), opened.get(state.no) ?? policy.from] as const),
  ];
  return wanted.flatMap(([what, number, since]) => {
    const [ruled] = publicationsOf(policy, what, today);
    return ruled === undefined || isServedFor(what, number)
      ? []
      : [{ what, number, asked: destinationsOf(policy, what, today), since, rule: ruled.source }];
  });
}

/** The day on which each draw was opened, by its number. */
async function daysOpened(db: Db): Promise<ReadonlyMap<number, CivilDate>> {
  return new Map(
    (await factsOf(db, 'ceremony-opened')).flatMap(({ row, body }) => {
      if (body === null || body.text === null) return [];
      const { ceremony }: { readonly ceremony: number } = JSON.parse(body.text);
      return [[ceremony, dayOf(row.at)] as const];
    }),
  );
}
