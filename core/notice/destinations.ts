/**
 * Where outcomes are made public or collected: each channel that the policy names for them and the platform on which they are of record, and
 * what people add: 公开栏, 报刊 and the like (福安 二(二)3). Each gives its own acknowledgement.
 */
import type { CivilDate } from '../calendar.ts';
import { platformOf, publicationsOf, requires } from '../policy/ask.ts';
import type { Policy, PublicationRule } from '../policy/shape.ts';

export interface Destinations {
  /** Every one must be served. */
  readonly all: readonly string[];
  /** Of each of these lists one is enough. */
  readonly any: readonly (readonly string[])[];
}

/** Where a document has results enter the credit record and names no platform for it (福安 二(三)1 纳入市场主体的社会信用记录). */
const creditPlatform = '信用信息共享平台';

export function destinationsOf(policy: Policy, what: PublicationRule['what'], on: CivilDate): Destinations {
  const said = publicationsOf(policy, what, on).map(({ value }) => value);
  const platform = what === 'outcome' ? platformOf(policy, 'outcomes', on)?.value : undefined;
  const credit = what === 'outcome' && requires(policy, 'into-credit-record', on) !== null ? [creditPlatform] : [];
  const all = said.flatMap(({ each, channels }) => (each === 'all' || channels.length === 1 ? channels : []));
  return {
    all: [...new Set([...all, ...(platform === undefined ? [] : [platform]), ...credit])],
    any: said.flatMap(({ each, channels }) => (each === 'any' && channels.length > 1 ? [channels] : [])),
  };
}

/** What an act goes to: everything that must be served, and what was added. */
export const chosenOf = ({ all, any }: Destinations, added: readonly string[]): readonly string[] => [
  ...new Set([
    ...all,
    ...any.flatMap((list) => (list.some((each) => added.includes(each)) ? [] : list.slice(0, 1))),
    ...added,
  ]),
];

/** Whether what was served is enough. */
export const isServed = ({ all, any }: Destinations, served: ReadonlySet<string>): boolean =>
  all.every((each) => served.has(each)) && any.every((list) => list.some((each) => served.has(each)));
