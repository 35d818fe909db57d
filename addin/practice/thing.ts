/**
 * Objects of the Excel JavaScript API as the door sees them: a class is a list of properties and methods over a part of the model. What
 * a class does not list is refused under its name, so that nobody believes an answer that was never given.
 */

import { ExcelTrouble } from './model/trouble.ts';
import type { Session } from './session.ts';

export interface Property<T> {
  /** A scalar, or the thing that a property leads to. */
  readonly get: (self: T, session: Session) => unknown;
  readonly set?: (self: T, value: unknown, session: Session) => void;
}

export interface Class<T> {
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<T>>>;
  readonly methods: Readonly<Record<string, (self: T, args: readonly unknown[], session: Session) => unknown>>;
  /** What a later request finds it by. */
  readonly identity?: (self: T, session: Session) => Readonly<Record<string, unknown>>;
  /** Of collections. */
  readonly items?: (self: T, session: Session) => readonly Thing[];
  /** Of collections: by key. */
  readonly at?: (self: T, key: unknown, session: Session) => Thing;
}

export interface Thing {
  readonly name: string;
  readonly self: unknown;
  get(property: string, session: Session): unknown;
  set(property: string, value: unknown, session: Session): void;
  call(method: string, args: readonly unknown[], session: Session): unknown;
  identity(session: Session): Readonly<Record<string, unknown>>;
  items(session: Session): readonly Thing[] | null;
  at(key: unknown, session: Session): Thing;
  /** Names of all scalars, for a load without a choice. */
  scalars(session: Session): readonly string[];
}

/** Answers an `…OrNullObject`. */
export const nothing = Symbol('null object');

/** Says which member the practice window lacks; a task for whoever needs it. */
export const lacking = (where: string): ExcelTrouble =>
  new ExcelTrouble('ApiNotFound', `演练窗口没有实现 ${where}（the practice window does not know ${where}）`);

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && 'scalars' in value;

export { isThing };

export function thing<T>(cls: Class<T>, self: T): Thing {
  const property = (name: string): Property<T> => {
    const found = Object.hasOwn(cls.properties, name) ? cls.properties[name] : undefined;
    if (!found) throw lacking(`${cls.name}.${name}`);
    return found;
  };
  return {
    name: cls.name,
    self,
    get: (name, session) => property(name).get(self, session),
    set: (name, value, session) => {
      const { set } = property(name);
      if (!set) throw lacking(`${cls.name}.${name} =`);
      set(self, value, session);
    },
    call: (name, args, session) => {
      const method = Object.hasOwn(cls.methods, name) ? cls.methods[name] : undefined;
      if (!method) throw lacking(`${cls.name}.${name}()`);
      return method(self, args, session);
    },
    identity: (session) => cls.identity?.(self, session) ?? {},
    items: (session) => cls.items?.(self, session) ?? null,
    at: (key, session) => {
      if (!cls.at) throw lacking(`${cls.name}[${String(key)}]`);
      return cls.at(self, key, session);
    },
    scalars: (session) =>
      Object.keys(cls.properties).filter(
        (name) => !name.startsWith('_') && !isThing(cls.properties[name]?.get(self, session)),
      ),
  };
}

/** The part of the model behind an argument, where it is of the class that a method needs. */
export function selfOf<T>(value: unknown, name: string, is: (self: unknown) => self is T): T {
  if (!isThing(value) || !is(value.self)) throw new ExcelTrouble('InvalidArgument', `参数应为 ${name}。`);
  return value.self;
}

export const asText = (value: unknown, what: string): string => {
  if (typeof value !== 'string') throw new ExcelTrouble('InvalidArgument', `${what}应为文本。`);
  return value;
};
export const asNumber = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ExcelTrouble('InvalidArgument', `${what}应为数值。`);
  return value;
};
export const asFlag = (value: unknown, what: string): boolean => {
  if (typeof value !== 'boolean') throw new ExcelTrouble('InvalidArgument', `${what}应为逻辑值。`);
  return value;
};
export const asRecord = (value: unknown, what: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ExcelTrouble('InvalidArgument', `${what}的内容无效。`);
  return Object.fromEntries(Object.entries(value));
};
