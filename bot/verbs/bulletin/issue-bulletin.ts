/**
 * 发布通报、小结: the office issues the bulletin of a period, once. What it says is frozen in pages whose digests the ledger holds; figures
 * that change later change no bulletin (甘州 2023 二(四)2, 万年 2022 四(四)).
 */
import type { Bulletin } from '../../../core/bulletin/bulletin.ts';
import type { BulletinPeriod } from '../../../core/bulletin/period.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import { ok, type Result } from '../../../core/result.ts';
import { cut, readText, stagePages } from '../../../db/pages.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { departmentsAsHeld, stillIn } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { type BulletinIssued, draftBulletin, issuedIn, periodTyped, reportOf } from './draft.ts';
import { askedIn } from './summaries.ts';

const bulletinTag = 'mingchou/page/bulletin/1';
/** 下一步工作 is a page. */
const nextMost = 4000;

export async function issueBulletin(
  deps: Deps,
  actor: Actor,
  input: { readonly period: string; readonly next?: readonly string[] },
): Promise<Result<Bulletin, Refusal>> {
  const allowed = authorise(actor, 'issue-bulletin');
  if (!allowed.ok) return allowed;
  const typed = periodTyped(input.period);
  if (!typed.ok) return typed;
  const next = (input.next ?? []).map((line) => line.toWellFormed().trim()).filter((line) => line !== '');
  const long = tooLong(next.join('\n'), nextMost);
  if (long !== null) return refuse('bulletin', long);
  const { period, kind } = typed.value;
  const early = await tooEarly(deps, typed.value);
  if (early !== null) return { ok: false, error: early };
  const drafted = await draftBulletin(deps, typed.value, next);
  if (!drafted.ok) return drafted;
  const bulletin = drafted.value;
  const pages = await stagePages(deps.db, bulletinTag, cut(canonical(asJson(bulletin))));
  return enact<Bulletin>(deps, async (at) => {
    const issued = (await issuedIn(deps.db)).find((each) => each.period === period);
    if (issued !== undefined) {
      const held: Bulletin = JSON.parse(await readText(deps.db, issued.pages));
      // A second press of the same office on the same day.
      return issued.on === dayOf(at.now) && (next.length === 0 || canonical([...next]) === canonical([...held.next]))
        ? already(held)
        : refuse('bulletin', { reason: 'issued-already', period, on: issued.on });
    }
    const to = (await departmentsAsHeld(deps.db))
      .filter((each) => each.kind !== 'office' && each.parent === '' && stillIn(each, dayOf(at.now)))
      .map(({ code }) => code);
    const body: BulletinIssued = { period, kind, title: bulletin.title, on: dayOf(at.now), pages, to };
    return ok({ facts: [factOf(actor, 'issue-bulletin', asJson(body))], value: bulletin });
  });
}

/** Why the bulletin of a period cannot be issued yet, so that a form says so before it is filled; null where it can. */
export async function tooEarly(deps: Deps, period: BulletinPeriod): Promise<Refusal | null> {
  const today = dayOf(deps.now());
  if (!(await isEarly(deps, period, today))) return null;
  return { stage: 'bulletin', why: { reason: 'not-over', period: period.period, to: period.to, today } };
}

/** The day on which it was issued; null where it was not. */
export const issuedOn = async ({ db }: Pick<Deps, 'db'>, period: string): Promise<CivilDate | null> =>
  (await issuedIn(db)).find((each) => each.period === period)?.on ?? null;

/**
 * It is issued once, so not before there is anything to sum up: when its period is over, or the day has come on which the document asks the
 * departments for their own.
 */
async function isEarly(deps: Deps, { kind, year, to }: BulletinPeriod, today: CivilDate): Promise<boolean> {
  if (kind === 'regular') return to > today;
  if (to < today || kind === 'quarter') return to >= today;
  const asked = await askedIn(deps, year, today);
  return !asked.some(({ key, due }) => key === reportOf[kind] && due !== null && due <= today);
}
