/**
 * A kind of sheet: its fields in the order in which a template shows them, what a row becomes, and how it is written back.
 * What follows from the fields (recognising headers, reading, templates, descriptions) is written once, over this.
 */
import { ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import type { Context } from './context.ts';
import type { Doubt, Fault } from './fault.ts';
import type { Field, Shape } from './field.ts';

export const sheetNames = [
  'subjects',
  'classifications',
  'inspectors',
  'experts',
  'recusals',
  'items',
  'joint-matters',
  'departments',
  'past-checks',
  'plan-tasks',
  'visit-list',
  'outcomes',
] as const;
export type SheetName = (typeof sheetNames)[number];

type Fields = Readonly<Record<string, Field<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A fault that only the whole row shows, at the field where it is to be mended. */
export interface RowFault {
  readonly field: string;
  readonly fault: Fault;
}

export interface Built<V> {
  readonly value: V;
  /** Fields that were blank and follow from others, with what was taken; counted in the report. */
  readonly deduced: readonly { readonly field: string; readonly word: string }[];
  readonly doubts: readonly { readonly field: string; readonly doubt: Doubt }[];
}

export const built = <V>(value: V): Result<Built<V>, never> => ok({ value, deduced: [], doubts: [] });

export interface NamedField extends Field<unknown> {
  readonly name: string;
}

/** @typeParam N a name of its own where the sheet is none of our lists */
export interface Sheet<V, N extends string = SheetName> {
  readonly name: N;
  readonly title: Words;
  readonly fields: readonly NamedField[];
  /** Names of the fields that the desk gives and nobody types; they say which row is meant. */
  readonly given: ReadonlySet<string>;
  /** Equal for two rows that are about the same thing. */
  keyOf(value: V): string;
  /** Cell values in the order of `fields` to the thing that the row stands for. */
  build(values: readonly unknown[], context: Context): Result<Built<V>, RowFault>;
  /** The thing as cell texts in the order of `fields`. */
  lay(value: V, context: Context): readonly string[];
  /** `after` in the fields named, `before` in all others. */
  merge(before: V, after: V, given: ReadonlySet<string>, context: Context): Result<Built<V>, RowFault>;
  /** `before` with the values of these fields in place of its own; what its other cells say is never read anew. */
  amend(before: V, values: ReadonlyMap<string, unknown>, context: Context): Result<Built<V>, RowFault>;
  /** Two rows of one file about the same thing as one, where they do not contradict each other; else null. */
  join(earlier: V, later: V): V | null;
}

interface Definition<F extends Fields, V, N extends string> {
  readonly name: N;
  readonly title: Words;
  readonly fields: F;
  readonly given?: ReadonlySet<keyof F & string>;
  keyOf(value: V): string;
  build(cells: Values<F>, context: Context): Result<Built<V>, RowFault>;
  lay(value: V, context: Context): Values<F>;
  /** What `Sheet.join` does with rows that differ; without it they contradict each other. */
  join?(earlier: V, later: V): V | null;
  /** The merged value put right where a field adds to another instead of replacing it. */
  added?(merged: V, after: V, given: ReadonlySet<string>): V;
}

/** Ties a list of fields to what its rows become. */
export function defineSheet<F extends Fields, V, N extends string>(definition: Definition<F, V, N>): Sheet<V, N> {
  const { name, title, keyOf, build, lay } = definition;
  const fields: NamedField[] = Object.entries(definition.fields).map(([key, field]) => ({ ...field, name: key }));
  return {
    name,
    title,
    fields,
    given: definition.given ?? new Set(),
    keyOf,
    build: (values, context) => build(cellsOf<F>(fields, values), context),
    lay: (value, context) => {
      const cells = lay(value, context);
      return fields.map((field) => field.write(cells[field.name], context));
    },
    merge: (before, after, given, context) => {
      const old = lay(before, context);
      const now = lay(after, context);
      const values = fields.map(({ name: key }) => (given.has(key) ? now[key] : old[key]));
      const merged = build(cellsOf<F>(fields, values), context);
      if (!merged.ok || definition.added === undefined) return merged;
      return ok({ ...merged.value, value: definition.added(merged.value.value, after, given) });
    },
    amend: (before, given, context) => {
      const old = lay(before, context);
      const values = fields.map(({ name: key }) => (given.has(key) ? given.get(key) : old[key]));
      return build(cellsOf<F>(fields, values), context);
    },
    join: (earlier, later) => definition.join?.(earlier, later) ?? null,
  };
}

/** Safe because every value was made by the field of the same place, whose type is what `Values` says of it. */
function cellsOf<F extends Fields>(fields: readonly NamedField[], values: readonly unknown[]): Values<F> {
  const cells: Record<string, unknown> = {};
  for (let i = 0; i < fields.length; i++) cells[fields[i]?.name ?? ''] = values[i];
  return cells as Values<F>;
}

/** What the description of the interface says about a sheet; plain data. */
export interface SheetDescription {
  readonly name: SheetName;
  readonly title: Words;
  readonly fields: readonly {
    readonly name: string;
    readonly header: string;
    readonly aliases: readonly string[];
    readonly required: boolean;
    readonly shape: Shape;
  }[];
}

export const describeSheet = ({
  name,
  title,
  fields,
}: Pick<Sheet<unknown>, 'name' | 'title' | 'fields'>): SheetDescription => ({
  name,
  title,
  fields: fields.map(({ name: key, header, aliases, required, shape }) => ({
    name: key,
    header,
    aliases,
    required,
    shape,
  })),
});
