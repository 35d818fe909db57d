/** What stands behind each endpoint: one verb each, framed as the table says. */
import type { AnswerOf, Endpoint, RequestOf } from '../../../core/api/endpoints.ts';
import type { Who } from '../../../core/api/shapes.ts';
import { ok, type Result } from '../../../core/result.ts';
import { entryAt } from '../../../db/ledger.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { beginPane, endPane } from '../../verbs/chat/excel.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { booksFor } from '../../verbs/sheet/books.ts';
import { drawsFor } from '../../verbs/sheet/draws.ts';
import { figuresFor } from '../../verbs/sheet/figures.ts';
import { referenceOf } from '../../verbs/sheet/reference.ts';
import { rowsOf } from '../../verbs/sheet/rows.ts';
import { submitRows } from '../../verbs/sheet/submit.ts';

export interface Asked<E extends Endpoint> {
  readonly deps: Deps;
  readonly request: RequestOf<E>;
  /** Where it comes from, as far as it is known. */
  readonly address: string;
}
/** Of everybody but who is about to sign in. */
export interface AskedBySomebody<E extends Endpoint> extends Asked<E> {
  readonly actor: Actor;
  readonly token: string;
}
type Answered<E extends Endpoint> = Promise<Result<AnswerOf<E>, Refusal>>;

export const signIn = async ({ deps, address, request: { code } }: Asked<'signIn'>): Answered<'signIn'> => {
  const begun = await beginPane(deps, address, code);
  if (!begun.ok) return begun;
  const { actor, token, until } = begun.value;
  return ok({ token, until, who: await whoOf(deps, actor) });
};

export type OpenEndpoint = 'signIn';
export type ClosedEndpoint = Exclude<Endpoint, OpenEndpoint>;

export const answers: { readonly [E in ClosedEndpoint]: (asked: AskedBySomebody<E>) => Answered<E> } = {
  signOut: async ({ deps, token }) => {
    await endPane(deps, token);
    return ok({});
  },
  books: async ({ deps, actor }) => ok({ who: await whoOf(deps, actor), books: [...(await booksFor(deps, actor))] }),
  rows: async ({ deps, actor, request: { sheet, book, after = '' } }) => {
    const held = await rowsOf(deps, actor, { sheet, book }, after);
    if (!held.ok) return held;
    const { line, fields, rows, next } = held.value;
    return ok({ line, fields: [...fields], rows: [...rows], next });
  },
  reference: async ({ deps, actor, request: { sheet, book } }) => {
    const found = await referenceOf(deps, actor, { sheet, book });
    return found.ok ? ok({ reference: found.value }) : found;
  },
  submit: async ({ deps, actor, request: { sheet, book, batch, rows, reason, workbook } }) => {
    const taken = await submitRows(deps, actor, { ref: { sheet, book }, batch, rows, reason }, workbook);
    if (!taken.ok) return taken;
    return ok({ batch, answers: [...taken.value.answers], note: taken.value.note });
  },
  draws: async ({ deps, actor }) => ok({ draws: [...(await drawsFor(deps, actor))] }),
  figures: async ({ deps, actor }) => ok(await figuresFor(deps, actor)),
};

async function whoOf({ db, office }: Deps, { person, name, department, roles }: Actor): Promise<Who> {
  return {
    person,
    name,
    department,
    departmentName: department === '' ? '' : (await departmentNames(db))(department),
    roles: [...roles],
    office,
    practice: (await entryAt(db, 1))?.row.kind === 'practice',
  };
}
