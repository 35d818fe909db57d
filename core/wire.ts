/**
 * What crosses a wire is parsed here and trusted afterwards. The only file that imports zod, in its small form since browsers load it
 * too; it hands on the builder and one way to parse, whose refusal says where, what was expected and what was found.
 */
import {
  array,
  boolean,
  type core,
  discriminatedUnion,
  enum as enumOf,
  extend,
  int,
  lazy,
  literal,
  maxLength,
  nullable,
  number,
  object,
  optional,
  record,
  refine,
  regex,
  strictObject,
  string,
  toJSONSchema,
  tuple,
  unknown,
  type ZodMiniType,
} from 'zod/mini';
import { err, ok, type Result } from './result.ts';

/** What shapes are built of. Named one by one: as a whole the library would be four times as heavy in a browser. */
export const z = {
  array,
  boolean,
  discriminatedUnion,
  enum: enumOf,
  extend,
  int,
  lazy,
  literal,
  maxLength,
  nullable,
  number,
  object,
  optional,
  record,
  refine,
  regex,
  strictObject,
  string,
  tuple,
  unknown,
} as const;
export type Shape<T> = ZodMiniType<T>;
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** A shape as JSON Schema of 2020-12; conditions of our own are not in it. @param io which side of a wire it is seen from */
export const jsonSchemaOf = (shape: Shape<unknown>, io: 'input' | 'output') =>
  toJSONSchema(shape, { io, unrepresentable: 'any' });

/** A shape with a condition of its own, and what it is called where it is not met. */
export const such = <T>(shape: Shape<T>, is: (value: T) => boolean, called: string): Shape<T> =>
  shape.check(refine(is, { error: called }));

/** Text of a form. */
export const matching = (form: RegExp): Shape<string> => string().check(regex(form, { error: String(form) }));

export interface WireRefusal {
  /** Path in the value, such as `manifest.tasks[2].group`; '' is the value itself. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** Parses a value that came from outside; the first thing that has not its shape is named. */
export function parseWire<T>(schema: Shape<T>, value: unknown): Result<T, WireRefusal> {
  if (isDeep(value)) return err({ at: '', expected: `at most ${deepest} levels`, found: 'more' });
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  return err({
    at: short(pathText(path)),
    expected: issue === undefined ? 'another shape' : short(expectedBy(issue)),
    found: shown(follow(value, path)),
  });
}

/** The small form of zod has no sentences of its own: what is wanted is said by the kind of the issue. */
function expectedBy(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'unrecognized_keys':
      return `no ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}

/** No shape of ours needs a tenth of it; deeper ones would only wear out whoever walks through them. */
const deepest = 100;

/** Level by level, so that no depth can exhaust the stack. */
function isDeep(value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === deepest) return true;
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return false;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function follow(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)';
  return short(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Names that came over the wire are repeated in a refusal, and may be as long as the whole request. */
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
