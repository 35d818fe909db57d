/**
 * Every small change of a piece of plain data, one at a time: a number one higher, a word changed, a yes turned to no, an
 * entry left out. Each can be made in place and taken back.
 */
export interface Mutant {
  /** Stable between processes: path and kind of change. */
  readonly name: string;
  readonly make: () => void;
  readonly undo: () => void;
}

type Holder = Record<string, unknown> | unknown[];
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;
const isCited = (value: unknown): boolean =>
  isHolder(value) && 'value' in value && 'document' in value && 'clause' in value && 'basis' in value;

export function mutantsOf(value: unknown, parts: 'cited' | 'all', at = ''): readonly Mutant[] {
  if (!isHolder(value)) return [];
  const inside = Object.keys(value).flatMap((key): readonly Mutant[] => {
    const path = at === '' ? key : `${at}.${key}`;
    const child = read(value, key);
    if (!isCited(child)) {
      if (parts === 'all') return [...changes(value, key, path), ...mutantsOf(child, parts, path)];
      return mutantsOf(child, parts, path);
    }
    return [
      ...(Array.isArray(value) ? [] : [replaced(value, key, `${path}: silent`, null)]),
      ...(isHolder(child)
        ? [
            ...leaves(child, 'value', path),
            replaced(child, 'basis', `${path}: basis`, read(child, 'basis') === 'text' ? 'our-reading' : 'text'),
          ]
        : []),
    ];
  });
  return [...inside, ...(Array.isArray(value) ? dropped(value, at) : [])];
}

/** Changes of the value under a key and of everything below it. */
function leaves(holder: Holder, key: string, path: string): readonly Mutant[] {
  const value = read(holder, key);
  if (!isHolder(value)) return changes(holder, key, path);
  const below = Object.keys(value).flatMap((each) => leaves(value, each, `${path}.${each}`));
  return [...below, ...(Array.isArray(value) ? [...dropped(value, path), added(value, path)] : [])];
}

function changes(holder: Holder, key: string, path: string): readonly Mutant[] {
  const value = read(holder, key);
  switch (typeof value) {
    case 'number':
      return [value + 1, value - 1].map((n) => replaced(holder, key, `${path}: ${value} → ${n}`, n));
    case 'string':
      return [replaced(holder, key, `${path}: “${value}” → “${value}改”`, `${value}改`)];
    case 'boolean':
      return [replaced(holder, key, `${path}: ${value} → ${!value}`, !value)];
    default:
      return value === null ? [replaced(holder, key, `${path}: null → “改”`, '改')] : [];
  }
}

function replaced(holder: Holder, key: string, name: string, by: unknown): Mutant {
  const before = read(holder, key);
  return { name, make: () => write(holder, key, by), undo: () => write(holder, key, before) };
}

const dropped = (list: unknown[], at: string): readonly Mutant[] =>
  list.map((entry, i) => ({
    name: `${at}.${i}: left out`,
    make: () => {
      list.splice(i, 1);
    },
    undo: () => {
      list.splice(i, 0, entry);
    },
  }));

const added = (list: unknown[], at: string): Mutant => ({
  name: `${at}: one more`,
  make: () => {
    list.push(list.length === 0 ? '改' : list[0]);
  },
  undo: () => {
    list.pop();
  },
});

const read = (holder: Holder, key: string): unknown => Reflect.get(holder, key);
const write = (holder: Holder, key: string, value: unknown): void => {
  Reflect.set(holder, key, value);
};
