/** Running ceremonies as they stand once the clock has closed what is over. */
import { elapse } from '../../../core/draw/ceremony/close.ts';
import { fromCeremony } from '../../../core/owed/from-draw.ts';
import type { Debtor, Owed } from '../../../core/owed/owed.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { holderOf } from '../draw/perform.ts';

export async function owedOfCeremonies(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  departments: readonly Department[],
): Promise<readonly Owed[]> {
  const at = now();
  return (await standingCeremonies(db)).flatMap((held) => {
    const { department = '' } = holderOf(held);
    const draws = departments.some(({ code, kind }) => code === department && kind !== 'office');
    const holder: Debtor = draws ? `department:${department}` : 'office';
    const { state } = elapse(held.manifest, held.state, at);
    return fromCeremony({ state, manifest: held.manifest, holder }, { later, dayOf });
  });
}

const later = (time: string, minutes: number): string => new Date(Date.parse(time) + minutes * 60_000).toISOString();
