/**
 * Carries out one batch of Office.js: object paths that say what is meant, and actions on them, one after the other. A batch is no
 * transaction: what was done before the action that fails stays done, as in Excel.
 */

import { created } from './members/internal.ts';
import { rangeOf } from './members/range.ts';
import { workbookClass } from './members/workbook.ts';
import { ExcelTrouble } from './model/trouble.ts';
import type { Session } from './session.ts';
import { isThing, lacking, nothing, type Thing, thing } from './thing.ts';

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

const pathTypes = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
const actionTypes = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

const statuses: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 401,
  ItemAlreadyExists: 409,
  InvalidOperationInCellEditMode: 400,
};

export function executed(batch: Batch, session: Session): Answer {
  const known = new Map<number, Thing | typeof nothing>();
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const running = { batch, session, known };
  for (const [index, action] of batch.Actions.entries())
    try {
      const value = session.workbook.as('addin', () => act(action, running));
      if (action.ActionType === actionTypes.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: value });
    } catch (thrown) {
      const { code, message } = thrown instanceof ExcelTrouble ? thrown : defect(thrown);
      const failure = { Code: code, Message: message, HttpStatusCode: statuses[code] ?? 400, ActionIndex: index };
      return { Results: results, TraceIds: traces, Error: failure };
    }
  return { Results: results, TraceIds: traces };
}

/** A defect of this window itself; the add-in hears of it instead of waiting for ever. */
function defect(thrown: unknown): ExcelTrouble {
  console.error(thrown);
  return new ExcelTrouble(
    'GeneralException',
    `演练窗口自身出错：${thrown instanceof Error ? thrown.message : String(thrown)}`,
  );
}

interface Running {
  readonly batch: Batch;
  readonly session: Session;
  readonly known: Map<number, Thing | typeof nothing>;
}

function act(action: Action, running: Running): unknown {
  const { session } = running;
  if (action.ActionType === actionTypes.trace) return null;
  const target = resolved(action.ObjectPathId, running);
  switch (action.ActionType) {
    case actionTypes.instantiate:
      return target === nothing ? null : described(target, session);
    case actionTypes.query:
      return target === nothing ? null : queried(target, action.QueryInfo ?? {}, session);
    case actionTypes.method: {
      if (target === nothing) return null;
      const value = target.call(action.Name, argumentsOf(action.ArgumentInfo, running), session);
      return isThing(value) ? described(value, session) : (value ?? null);
    }
    case actionTypes.set:
      if (target === nothing) throw new ExcelTrouble('InvalidOperation', '对象为空，不能设置其属性。');
      target.set(action.Name, argumentsOf(action.ArgumentInfo, running)[0], session);
      return null;
    default:
      throw lacking(`action ${action.ActionType} ${action.Name}`);
  }
}

function resolved(id: number, running: Running): Thing | typeof nothing {
  const before = running.known.get(id);
  if (before !== undefined) return before;
  const path = running.batch.ObjectPaths[String(id)];
  if (!path) throw new ExcelTrouble('InvalidRequest', `没有对象路径 ${id}。`);
  const found = follow(path, running);
  running.known.set(id, found);
  return found;
}

function follow(path: ObjectPath, running: Running): Thing | typeof nothing {
  const { session } = running;
  if (path.ObjectPathType === pathTypes.global) return thing(workbookClass, session.workbook);
  if (path.ObjectPathType === pathTypes.reference) return rangeOf(session.held(path.Name));
  if (path.ObjectPathType === pathTypes.nothing) return nothing;
  if (path.ObjectPathType === pathTypes.create) return created(path.Name);
  const parent = resolved(path.ParentObjectPathId ?? 0, running);
  if (parent === nothing) return nothing;
  const args = argumentsOf(path.ArgumentInfo, running);
  const found =
    path.ObjectPathType === pathTypes.property
      ? parent.get(path.Name, session)
      : path.ObjectPathType === pathTypes.indexer
        ? parent.at(args[0], session)
        : parent.call(path.Name, args, session);
  if (found === nothing) return nothing;
  if (!isThing(found)) throw lacking(`${parent.name}.${path.Name}`);
  return found;
}

/** Arguments that are objects come as numbers of paths beside the plain ones. */
function argumentsOf(info: Arguments | undefined, running: Running): readonly unknown[] {
  const plain = info?.Arguments ?? [];
  const ids = info?.ReferencedObjectPathIds;
  if (!ids) return plain;
  return plain.map((value, index) => {
    const id = ids[index];
    return typeof id === 'number' && id > 0 ? resolved(id, running) : value;
  });
}

const described = (target: Thing, session: Session): Record<string, unknown> => ({ ...target.identity(session) });

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function queried(target: Thing, query: Query, session: Session): Record<string, unknown> {
  const chosen = [...(query.Select ?? []), ...(query.Expand ?? [])];
  const items = target.items(session);
  if (items === null) return loaded(target, chosen, session);
  const shown = items.slice(query.Skip ?? 0, query.Top === undefined ? undefined : (query.Skip ?? 0) + query.Top);
  const own = chosen.filter((name) => /^\$?count$/i.test(name));
  const rest = chosen
    .filter((name) => !own.includes(name) && name !== '*')
    .map((name) => name.replace(/^items\//i, ''));
  const values: Record<string, unknown> = { ...loadedOwn(target, own, session) };
  values._Items = shown.map((item, index) => ({ ...loaded(item, rest, session), _Index: (query.Skip ?? 0) + index }));
  return values;
}

const loadedOwn = (target: Thing, names: readonly string[], session: Session): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [capital(name), target.get(capital(name), session)]));

function loaded(target: Thing, chosen: readonly string[], session: Session): Record<string, unknown> {
  const deep = new Map<string, string[]>();
  const plain: string[] = [];
  for (const name of chosen) {
    const [first = '', ...rest] = name.split('/');
    if (first === '' || first === '*') plain.push(...target.scalars(session));
    else if (rest.length > 0) deep.set(capital(first), [...(deep.get(capital(first)) ?? []), rest.join('/')]);
    else plain.push(capital(first));
  }
  if (chosen.length === 0) plain.push(...target.scalars(session));
  const values = described(target, session);
  for (const name of plain) {
    if (name === '_ReferenceId') continue;
    const value = target.get(name, session);
    values[name] = isThing(value) ? queried(value, {}, session) : value;
  }
  for (const [name, rest] of deep) {
    const value = target.get(name, session);
    if (!isThing(value)) throw lacking(`${target.name}.${name}/${rest.join(',')}`);
    values[name] = queried(value, { Select: rest }, session);
  }
  return values;
}

/** @throws where the text is no batch */
export function readBatch(text: string): Batch {
  const read: Batch = JSON.parse(text);
  if (!Array.isArray(read.Actions)) throw new ExcelTrouble('InvalidRequest', '请求无效。');
  return read;
}
