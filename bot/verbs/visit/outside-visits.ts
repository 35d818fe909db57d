/**
 * The visits of a list that was drawn elsewhere, for those who carry them out: the office all, a department those of its tasks, an
 * inspector those that he is sent to. With each the visits of ours that share its door.
 */
import type { OutsideDifference } from '../../../core/draw/outside.ts';
import type { OutsidePersonDifference } from '../../../core/draw/outside-people.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type ComingVisit, doorsOf } from '../../../core/visit/merge.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type OutsideList, outsideCeremoniesIn, outsideListsIn, outsideRows } from '../draw/outside-lists.ts';
import { comingVisits } from './doors.ts';
import { scopeOf } from './lists-for.ts';

export interface OutsideVisit extends SubjectKey {
  readonly name: string;
  readonly place: string;
  /** Work number and name of those whom the list sends; empty where our ceremony finds them, or nobody has yet. */
  readonly officers: readonly { readonly number: string; readonly name: string }[];
  /** Visits of other draws at the same door on the same days, and those days. */
  readonly shares: readonly ComingVisit[];
  readonly together: ComingVisit['window'];
}

export interface OutsideVisits {
  readonly list: OutsideList;
  readonly departments: readonly string[];
  /** Ceremony that drew the inspectors of rows without any. */
  readonly ceremony: number | null;
  readonly visits: readonly OutsideVisit[];
  /** How the list differs from ours; empty for an inspector, who sees his own visits only. */
  readonly differences: readonly OutsideDifference[];
  readonly peopleDifferences: readonly OutsidePersonDifference[];
}

export async function outsideVisitsFor(deps: Deps, actor: Actor, no: number): Promise<Result<OutsideVisits, Refusal>> {
  const { db } = deps;
  const list = (await outsideListsIn(db)).find((each) => each.list === no);
  if (list === undefined) return refuse('invite', { reason: 'no-list', list: no });
  const scope = await scopeOf(deps, actor);
  const notYours = () => refuse('invite', { reason: 'list-not-yours', list: no, person: actor.person });
  if (scope === null || (scope.kind === 'department' && !list.departments.includes(scope.code))) return notYours();
  const { rows, ...differing } = await outsideRows(db, list);
  const own = scope.kind === 'inspector' ? rows.filter(({ officers }) => officers.includes(scope.number)) : rows;
  if (own.length === 0 && scope.kind === 'inspector') return notYours();
  const state = await snapshot(db);
  const subjects = await subjectsByKey(
    db,
    state,
    own.map(({ subject }) => subject),
  );
  const people = new Map((await kept(db, state, 'inspector')).map(({ number, name }) => [number, name]));
  const names = new Map((await kept(db, state, 'department')).map(({ code, name }) => [code, name]));
  const isOurs = ({ source }: ComingVisit) => source.kind === 'list' && source.no === no;
  const doors = doorsOf(await comingVisits(deps, Number(list.window.from.slice(0, 4))));
  const doorOf = new Map(
    doors.flatMap((door) => (door.visits.some(isOurs) ? [[keyText(door.subject), door] as const] : [])),
  );
  return ok({
    list,
    departments: list.departments.map((code) => names.get(code) ?? code),
    ceremony: (await outsideCeremoniesIn(db)).findLast((each) => each.list === no)?.ceremony ?? null,
    ...(scope.kind === 'inspector' ? { differences: [], peopleDifferences: [] } : differing),
    visits: own.map(({ subject, officers }) => {
      const held = subjects.get(keyText(subject));
      const door = doorOf.get(keyText(subject));
      return {
        ...subject,
        name: held?.name ?? subject.number,
        place: held?.place ?? '',
        officers: officers.map((number) => ({ number, name: people.get(number) ?? number })),
        shares: (door?.visits ?? []).filter((visit) => !isOurs(visit)),
        together: door?.window ?? list.window,
      };
    }),
  });
}
