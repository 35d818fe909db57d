/** 重复检查预警, for those who are about to ask, decide, give notice or file: what is known of each subject in that year. */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { requires } from '../../../core/policy/ask.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import type { ComingVisit } from '../../../core/visit/merge.ts';
import {
  type PublishedClean,
  type Repeat,
  type RepeatAsked,
  repeatsOf,
  yearAround,
} from '../../../core/visit/repeat.ts';
import { snapshot } from '../../../db/imports.ts';
import { standingNotices } from '../../../db/notices.ts';
import { kept } from '../../../db/registry.ts';
import { pastChecksBetween } from '../../../db/statements.ts';
import type { Deps } from '../../deps.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { classesAt } from './classes.ts';
import { comingVisits } from './doors.ts';
import type { Acted } from './many.ts';
import type { PartVisit } from './part.ts';

/** @param subject whom somebody means to visit @param isSame whether a coming visit is the one that is meant */
interface Meant extends Pick<RepeatAsked, 'department' | 'items' | 'window'> {
  readonly subject: SubjectKey;
  readonly isSame: (visit: ComingVisit) => boolean;
}

export async function repeatsFor(
  deps: Pick<Deps, 'db'>,
  meant: readonly Meant[],
): Promise<readonly (readonly Repeat[])[]> {
  const [first] = meant;
  if (first === undefined) return [];
  const { db } = deps;
  const on = first.window.from;
  const policy = await policyInForce(db, on);
  const state = await snapshot(db);
  const { from, to } = yearAround(on);
  const past = Map.groupBy(
    await pastChecksBetween(
      db,
      state,
      meant.map(({ subject }) => subject),
      from,
      to,
    ),
    keyText,
  );
  const coming = Map.groupBy(await comingVisits(deps, yearOf(on)), ({ subject }) => keyText(subject));
  const items = new Map((await kept(db, state, 'item')).map((item) => [item.code, item]));
  // Read only where the document has results of others used.
  const isUsed = policy !== null && requires(policy, 'others-results-used', on) !== null;
  const found: (readonly Repeat[])[] = [];
  for (const { subject, isSame, ...asked } of meant) {
    const at = keyText(subject);
    const classes =
      policy === null || policy.caps.length === 0 ? [] : (await classesAt(db, state, policy, subject, on)).all;
    const known = {
      past: past.get(at) ?? [],
      visits: (coming.get(at) ?? []).filter((each) => !isSame(each)),
      item: (code: string) => items.get(code),
      clean: isUsed ? await cleanOf(db, subject, on) : [],
    };
    found.push(repeatsOf({ ...asked, classes }, known, policy));
  }
  return found;
}

/** What is public on that day of the subject, by any department, with nothing found. */
const cleanOf = async (db: Deps['db'], subject: SubjectKey, today: CivilDate): Promise<readonly PublishedClean[]> =>
  (await standingNotices(db, { today, subject, states: ['public'] })).flatMap(
    ({ department, item, body: { shown } }) =>
      shown?.code === 'no-problem' ? [{ department, item, itemName: shown.itemName, on: shown.checkedOn }] : [],
  );

/** Of the visits of a draw; those without a warning are left out. */
export async function repeatsAt(
  deps: Pick<Deps, 'db'>,
  book: string,
  visits: readonly PartVisit[],
  window: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<Acted['repeats']> {
  const source = { kind: book.startsWith('L') ? 'list' : 'ceremony', no: Number(book.replace('L', '')) };
  const found = await repeatsFor(
    deps,
    visits.map(({ visit, own }) => ({
      subject: visit.subject,
      department: own.department,
      items: own.items.map(({ code }) => code),
      window,
      isSame: (each) => each.source.kind === source.kind && each.source.no === source.no && each.visit === visit.visit,
    })),
  );
  return visits.flatMap(({ visit }, i) => {
    const repeats = found[i] ?? [];
    return repeats.length === 0 ? [] : [{ no: visit.no, repeats }];
  });
}
