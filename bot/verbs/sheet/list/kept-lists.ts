/** The standing lists as books: which there are, whose rows somebody keeps in them, and how each is offered. */
import type { Inspector } from '../../../../core/registry/inspector.ts';
import type { Item } from '../../../../core/registry/item.ts';
import type { Subject } from '../../../../core/registry/subject.ts';
import { ok, type Result } from '../../../../core/result.ts';
import { type BookLine, rowsMost } from '../../../../core/sheet/book.ts';
import { contextOf } from '../../../../core/sheet/context.ts';
import type { Words } from '../../../../core/words.ts';
import { type Snapshot, snapshot } from '../../../../db/imports.ts';
import { kept } from '../../../../db/registry.ts';
import { countSubjects } from '../../../../db/subjects.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { authorise } from '../../act.ts';
import { demandedBy } from '../../registry/import-list.ts';
import { type Known, type ListOf, listOf } from '../../registry/lists.ts';
import type { ListBook } from './reference.ts';
import type { ListAtWork } from './settle-list.ts';

export type ListSheet = ListBook['sheet'];

export interface ListKept<V> {
  readonly sheet: ListSheet;
  readonly list: ListOf<V>;
  /** Fields whose words are part of another one once they are kept: 子项 of the name, 专项库 of the tags. */
  readonly hidden: readonly string[];
  readonly count: (deps: Deps, state: Snapshot, owns: (value: V) => boolean) => Promise<number>;
}

const beyond = rowsMost + 1;

const counted =
  <V>(list: ListOf<V>): ListKept<V>['count'] =>
  async ({ db }, state, owns) => {
    let rows = 0;
    for await (const page of list.held(db, state, [])) rows += page.filter(owns).length;
    return rows;
  };

export const items: ListKept<Item> = {
  sheet: 'items',
  list: listOf.items,
  hidden: ['part'],
  count: counted(listOf.items),
};
export const inspectors: ListKept<Inspector> = {
  sheet: 'inspectors',
  list: listOf.inspectors,
  hidden: [],
  count: counted(listOf.inspectors),
};
export const subjects: ListKept<Subject> = {
  sheet: 'subjects',
  list: listOf.subjects,
  hidden: ['libraries'],
  // A register of a million is not read through to say that it is too large.
  count: ({ db }, state) => countSubjects(db, state, beyond),
};

/** The book of every standing list. */
export const standing = 'standing';

/** Whose rows: null for the office, which keeps all; else the department's own. */
export function scopeOf<V>(actor: Actor, { right }: ListOf<V>): Result<{ readonly own: string | null }, Refusal> {
  if (may(actor, right).ok) return ok({ own: null });
  const allowed = authorise(actor, right, { department: actor.department });
  return allowed.ok ? ok({ own: actor.department }) : allowed;
}

async function knownTo({ db }: Deps, state: Snapshot): Promise<Known> {
  return { departments: await kept(db, state, 'department'), inspectors: await kept(db, state, 'inspector') };
}

const ownsFor =
  <V>(actor: Actor, { list }: ListKept<V>, known: Known) =>
  (value: V): boolean =>
    may(actor, list.right).ok || list.ownerOf(value, known) === actor.department;

export async function lineOf<V>(deps: Deps, actor: Actor, keeps: ListKept<V>): Promise<BookLine> {
  const state = await snapshot(deps.db);
  const owns = ownsFor(actor, keeps, await knownTo(deps, state));
  const rows = await keeps.count(deps, state, owns);
  const isAll = may(actor, keeps.list.right).ok;
  return {
    sheet: keeps.sheet,
    book: standing,
    title: keeps.list.sheet.title,
    note:
      rows > rowsMost
        ? { zh: `超过 ${rowsMost} 行`, en: `More than ${rowsMost} rows.` }
        : {
            zh: `${isAll ? '全部' : '本单位'} ${rows} 行。`,
            en: `${rows} row${rows === 1 ? '' : 's'}${isAll ? '' : ' of your department'}.`,
          },
    lasting: { zh: '名录长期使用，可随时补充、更正', en: 'Kept for good; add and correct at any time' },
    year: null,
    rows: Math.min(rows, rowsMost),
    readOnly: rows > rowsMost ? tooLarge : null,
    reason: false,
    withdrawable: false,
  };
}

const tooLarge: Words = {
  zh: `超过 ${rowsMost} 行，不宜在工作簿中办理，请用文件导入`,
  en: `more than ${rowsMost} rows are too many for a worksheet; import a file instead`,
};

export async function workOf<V>(deps: Deps, actor: Actor, keeps: ListKept<V>, state: Snapshot): Promise<ListAtWork<V>> {
  const { list, hidden } = keeps;
  const known = await knownTo(deps, state);
  const held = new Map<string, V>();
  for await (const page of list.held(deps.db, state, []))
    for (const value of page) held.set(list.sheet.keyOf(value), value);
  return {
    sheet: list.sheet,
    fields: new Set(list.sheet.fields.map(({ name }) => name).filter((name) => !hidden.includes(name))),
    context: contextOf({ departments: known.departments, demand: await demandedBy(deps, keeps.sheet, list.sheet) }),
    held,
    owns: ownsFor(actor, keeps, known),
  };
}
