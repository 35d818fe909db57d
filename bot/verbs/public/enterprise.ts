/**
 * What the public may know of one enterprise (统一归集在企业名下, 福安 2018 二(一)4): the draws that are disclosed and drew it, and its outcomes that
 * stand as public. Whoever was not drawn, was drawn and is not yet disclosed, or has nothing public any more has no page: the three look the same.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Digest } from '../../../core/digest.ts';
import { isSample } from '../../../core/draw/sample.ts';
import type { SubjectKey } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import { ceremonies, heldRecord } from '../../../db/draws.ts';
import { visitsOf } from '../../../db/visits.ts';
import { isDisclosed } from '../draw/disclose.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { atHead } from './at-head.ts';
import { outcomesOfSubject, type PublicOutcome } from './outcomes.ts';

export interface DrawnVisit {
  readonly ceremony: number;
  readonly plan: string;
  readonly tasks: readonly { readonly no: string; readonly name: string }[];
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** Another subject took its place after the draw. */
  readonly replaced: boolean;
  /** The whole draw was annulled. */
  readonly annulled: boolean;
}

export interface PublicEnterprise extends SubjectKey {
  /** As its public outcomes name it; '' where only draws do, which know numbers. */
  readonly name: string;
  readonly drawn: readonly DrawnVisit[];
  readonly outcomes: readonly PublicOutcome[];
}

export async function enterpriseForPublic(db: Db, key: SubjectKey, today: CivilDate): Promise<PublicEnterprise | null> {
  const [outcomes, drawn] = await Promise.all([outcomesOfSubject(db, key, today), drawnVisits(db, key, today)]);
  if (outcomes.length === 0 && drawn.length === 0) return null;
  return { ...key, name: outcomes.at(-1)?.name ?? '', drawn, outcomes };
}

/** A disclosed draw, as far as pages of enterprises need it. */
interface Disclosed {
  readonly ceremony: number;
  readonly record: Digest;
  readonly plan: string;
  readonly tasks: DrawnVisit['tasks'];
  readonly window: DrawnVisit['window'];
  readonly annulled: boolean;
}

async function drawnVisits(db: Db, key: SubjectKey, today: CivilDate): Promise<readonly DrawnVisit[]> {
  const draws = await atHead(db, today, 'disclosed', () => disclosedDraws(db));
  const found = await Promise.all(
    draws.map(async ({ record, tasks: all, ...rest }) =>
      (await visitsOf(db, record, key)).map(({ tasks, ended }): DrawnVisit => {
        return { ...rest, tasks: tasks.flatMap((place) => all[place] ?? []), replaced: ended };
      }),
    ),
  );
  return found.flat();
}

async function disclosedDraws(db: Db): Promise<readonly Disclosed[]> {
  const all = (await ceremonies(db)).map(async ({ no }): Promise<readonly Disclosed[]> => {
    if (!(await isDisclosed({ db }, no))) return [];
    const [held, record] = await Promise.all([ceremonyHeld(db, no), heldRecord(db, no)]);
    if (!held.ok || record === null) return [];
    const { manifest, state } = held.value;
    // Drawn to have its file read again, nobody was inspected; and it may have nothing public any more.
    if (isSample(manifest)) return [];
    const { plan, window } = manifest;
    const tasks = manifest.tasks.map(({ no: task, name }) => ({ no: task, name }));
    return [{ ceremony: no, record: record.digest, plan, tasks, window, annulled: state.stage === 'annulled' }];
  });
  return (await Promise.all(all)).flat();
}
