/**
 * What crosses a wire is parsed here and trusted afterwards. The only file that imports zod; it hands on the builder and one way
 * to parse, whose refusal says where, what was expected and what was found.
 */
import { z } from 'zod';
import { err, ok, type Result } from './result.ts';

export { z };

export interface WireRefusal {
  /** Path in the value, such as `manifest.tasks[2].group`; '' is the value itself. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** Parses a value that came from outside; the first thing that has not its shape is named. */
export function parseWire<T>(schema: z.ZodType<T>, value: unknown): Result<T, WireRefusal> {
  if (isDeep(value)) return err({ at: '', expected: `at most ${deepest} levels`, found: 'more' });
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  return err({ at: pathText(path), expected: issue?.message ?? 'another shape', found: shown(follow(value, path)) });
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
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
