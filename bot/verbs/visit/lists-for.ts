/**
 * Who may see which visits: the office all, a department its own, an inspector those that he goes to. A department reads of the
 * others that go along only who they are: their people and items are their own matter.
 */
import { yearOf } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Door } from '../../../core/visit/merge.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { ListHead, PaperVisit } from '../../paper/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { papersOf } from '../draw/papers.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { sharedWith } from './doors.ts';

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly code: string }
  | { readonly kind: 'inspector'; readonly number: string };

export interface Lists {
  readonly scope: Scope;
  readonly head: ListHead;
  readonly visits: readonly PaperVisit[];
  /** 合并上门: visits of other draws at the same doors on the same days, by the text of the subject's key. */
  readonly shared: ReadonlyMap<string, Door>;
}

/** The widest that the actor's roles give; null where they give nothing. */
export async function scopeOf(deps: Pick<Deps, 'db'>, actor: Actor): Promise<Scope | null> {
  if (actor.roles.includes('office')) return { kind: 'all' };
  if (actor.department !== '' && (actor.roles.includes('liaison') || actor.roles.includes('head'))) {
    const departments = await departmentsAsHeld(deps.db);
    return { kind: 'department', code: bodyOf(actor.department, departments) };
  }
  return actor.roles.includes('inspector') && actor.inspector !== ''
    ? { kind: 'inspector', number: actor.inspector }
    : null;
}

export async function listsFor(deps: Deps, actor: Actor, no: number): Promise<Result<Lists, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const scope = await scopeOf(deps, actor);
  if (scope === null) return refuse('visit', { reason: 'list-not-yours', ceremony: no, person: actor.person });
  if (held.value.state.draws.length === 0) return refuse('draw', { reason: 'not-opened', ceremony: no });
  if (scope.kind !== 'all' && !(await isHandedOut(deps, no))) {
    return refuse('visit', { reason: 'not-handed-out', ceremony: no });
  }
  const papers = await papersOf(deps, { ceremony: no, place: '', media: [], verifyAt: '' });
  if (!papers.ok) return papers;
  const { head, visits } = papers.value;
  const seen = visits.flatMap((visit) => seenBy(scope, visit) ?? []);
  return seen.length === 0 && scope.kind !== 'all'
    ? refuse('visit', { reason: 'list-not-yours', ceremony: no, person: actor.person })
    : ok({ scope, head, visits: seen, shared: await sharedWith(deps, no, yearOf(held.value.manifest.window.from)) });
}

const isHandedOut = async ({ db }: Deps, no: number): Promise<boolean> =>
  (await factBodies<{ ceremony: number }>(db, 'visits-assigned')).some(({ body }) => body.ceremony === no);

/** The visit as this scope may read it; null where it is none of its own. */
function seenBy(scope: Scope, visit: PaperVisit): PaperVisit | null {
  if (scope.kind === 'all') return visit;
  const isOwn = ({ code, inspectors }: PaperVisit['bodies'][number]): boolean =>
    scope.kind === 'department' ? code === scope.code : inspectors.some(({ number }) => number === scope.number);
  return visit.bodies.some(isOwn)
    ? {
        ...visit,
        bodies: visit.bodies.map((body) => (isOwn(body) ? body : { ...body, items: [], inspectors: [], open: 0 })),
      }
    : null;
}
