/**
 * Keeps the standing lists: 抽查事项清单 and 执法检查人员名录库 of one's own department, all of them and 检查对象名录库 for the office.
 */
import type { Result } from '../../../../core/result.ts';
import { rowsMost } from '../../../../core/sheet/book.ts';
import { snapshot } from '../../../../db/imports.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import type { BookKeeper, HeldRows } from '../keeper.ts';
import { pageOf } from '../page.ts';
import { inspectors, items, type ListKept, type ListSheet, lineOf, scopeOf, subjects, workOf } from './kept-lists.ts';
import { listReference } from './reference.ts';
import { listRow } from './settle-list.ts';
import { submitToList } from './submit.ts';

const keeperFor = <V>(keeps: ListKept<V>): BookKeeper => ({
  books: async (deps, actor) => {
    const scope = scopeOf(actor, keeps.list);
    return scope.ok ? [await lineOf(deps, actor, keeps)] : [];
  },
  rows: (deps, actor, _ref, after) => pageFor(deps, actor, keeps, after),
  reference: (deps, actor, { book }) => {
    const scope = scopeOf(actor, keeps.list);
    return scope.ok ? listReference(deps, actor, { sheet: keeps.sheet, book }) : Promise.resolve(scope);
  },
  submit: (deps, actor, submission) => submitToList(deps, actor, keeps, submission),
});

export const listKeepers: { readonly [S in ListSheet]: BookKeeper } = {
  items: keeperFor(items),
  inspectors: keeperFor(inspectors),
  subjects: keeperFor(subjects),
};

async function pageFor<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  after: string,
): Promise<Result<HeldRows, Refusal>> {
  const scope = scopeOf(actor, keeps.list);
  if (!scope.ok) return scope;
  const line = await lineOf(deps, actor, keeps);
  if (line.readOnly !== null) return refuse('sheet', { reason: 'list-too-large', title: line.title, most: rowsMost });
  const work = await workOf(deps, actor, keeps, await snapshot(deps.db));
  const own = [...work.held].flatMap(([id, value]) => (work.owns(value) ? [{ id, value }] : []));
  return pageOf({ line, fields: [...work.fields], rows: own }, after, (page) =>
    page.map(({ value }) => listRow(work, value)),
  );
}
