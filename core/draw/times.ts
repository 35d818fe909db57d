/**
 * The order of a ceremony's moments (README §10, `times`). Whoever is said to be missing had until the deadline: a desk that
 * closes early could otherwise shut out a number that it does not like.
 */
import { type Difference, differ } from './difference.ts';
import type { Time } from './protocol.ts';
import type { DrawRecord } from './record.ts';

/** The first moment that stands where it cannot. */
export function checkTimes(record: DrawRecord): Difference | null {
  for (const [earlier, later, at, time] of orderOf(record)) {
    if (earlier > time) return differ(at, `not before ${earlier}`, time);
    if (time > later) return differ(at, `not after ${later}`, time);
  }
  return null;
}

const EVER: Time = '9999-12-31T23:59:59.999Z';

/** Bounds of each moment: not before, not after, where it stands, and the moment. */
function orderOf(record: DrawRecord): readonly (readonly [Time, Time, string, Time])[] {
  const { manifest, sealed, sealingClosed, opened, absent, openingClosed, public: reading, openedAt } = record;
  const { seal, reveal } = manifest.deadlines;
  const isDesk = ({ id }: { readonly id: string }): boolean => id === '0';
  const allSealed = manifest.participants.every(({ id }) => sealed.some((each) => each.id === id));
  const after = manifest.public[reading.place]?.after ?? openingClosed;
  const deskOpened = opened.find(isDesk)?.at ?? reading.at;
  return [
    ...sealed.map((each, i) => [manifest.frozenAt, sealingClosed, `sealed[${i}].at`, each.at] as const),
    [allSealed ? manifest.frozenAt : seal, seal, 'sealingClosed', sealingClosed],
    ...opened.flatMap((each, i) =>
      isDesk(each) ? [] : [[sealingClosed, openingClosed, `opened[${i}].at`, each.at] as const],
    ),
    [absent.length === 0 ? sealingClosed : reveal, reveal, 'openingClosed', openingClosed],
    [openingClosed > after ? openingClosed : after, EVER, 'public.at', reading.at],
    [reading.at, EVER, 'opened', deskOpened],
    [deskOpened, EVER, 'openedAt', openedAt],
  ];
}
