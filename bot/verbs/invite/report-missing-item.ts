/** 反映缺失事项 (甘州 二(一)1): a department names an item that the list lacks, with its basis and the task that waits for it. */
import type { CivilDate } from '../../../core/calendar.ts';
import { lastStep, type MissingItem } from '../../../core/registry/missing-item.ts';
import { ok, type Result } from '../../../core/result.ts';
import { folded } from '../../../core/sheet/normalise.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { advancesIn, missingItemsIn, nextNo } from './recorded.ts';

export type MissingItemReport = Pick<MissingItem, 'matter' | 'basis' | 'plan' | 'task'>;

export const matterMost = 200;
export const basisMost = 1000;

export function reportMissingItem(
  deps: Deps,
  actor: Actor,
  report: MissingItemReport,
): Promise<Result<MissingItem, Refusal>> {
  const { department } = actor;
  return act<MissingItem>(deps, actor, 'report-missing-item', { department }, async (at) => {
    const made = await reportedNow(deps.db, [report], department, dayOf(at.now));
    if (!made.ok) return made;
    const [item] = made.value;
    if (item !== undefined) return ok({ facts: [factOf(actor, 'report-missing-item', asJson(item))], value: item });
    const open = await openReport(deps.db, report.matter, department);
    return open === null ? refuse('invite', { reason: 'matter-missing' }) : already(open);
  });
}

/** The reports that are new, numbered on; one that still lies somewhere is not made twice. */
export async function reportedNow(
  db: Db,
  reports: readonly MissingItemReport[],
  department: string,
  on: CivilDate,
): Promise<Result<readonly MissingItem[], Refusal>> {
  if (reports.length === 0) return ok([]);
  const items = await kept(db, await snapshot(db), 'item');
  let no = await nextNo(db, 'missing-item-reported');
  const made: MissingItem[] = [];
  for (const report of reports) {
    const [matter, basis] = [report.matter.trim(), report.basis.trim()];
    if (matter === '') return refuse('invite', { reason: 'matter-missing' });
    if (matter.length > matterMost) return refuse('invite', { reason: 'too-long', field: 'matter', most: matterMost });
    if (basis.length > basisMost) return refuse('invite', { reason: 'too-long', field: 'basis', most: basisMost });
    const listed = items.find(
      (item) => item.body === department && folded(item.name) === folded(matter) && item.repealedFrom === null,
    );
    if (listed !== undefined) return refuse('invite', { reason: 'listed-already', matter, code: listed.code });
    if ((await openReport(db, matter, department)) !== null) continue;
    made.push({ no, matter, basis, department, plan: report.plan, task: report.task, on });
    no += 1;
  }
  return ok(made);
}

async function openReport(db: Db, matter: string, department: string): Promise<MissingItem | null> {
  const advances = await advancesIn(db);
  const known = (await missingItemsIn(db)).findLast(
    (each) => each.department === department && folded(each.matter) === folded(matter),
  );
  if (known === undefined) return null;
  return lastStep(known, advances) === 'refused' ? null : known;
}
