/**
 * 实名账号和角色 (甘州 2023 二(三)1): every inspector of the roll and everybody who may act, whether he has an account, which roles, and when he last
 * did something on record. The office sees all, a department its own people.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { linkedPeople } from '../../../db/chat.ts';
import { snapshot } from '../../../db/imports.ts';
import { lastActs } from '../../../db/ledger.ts';
import { kept } from '../../../db/registry.ts';
import type { Role } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { roll } from './roll.ts';

export interface Account {
  /** Number among those who may act; null: an inspector without an account. */
  readonly person: string | null;
  readonly name: string;
  /** Department code. */
  readonly department: string;
  /** 单位工号, or ''. */
  readonly inspector: string;
  readonly roles: readonly Role[];
  /** A chat account is linked. */
  readonly chat: boolean;
  /** The day of the last fact that the person put on record; null where there is none. */
  readonly lastUse: CivilDate | null;
}

/** @param department code of the body whose people are asked for; null for all */
export async function accounts({ db }: Pick<Deps, 'db'>, department: string | null): Promise<readonly Account[]> {
  const departments = await departmentsAsHeld(db);
  const inspectors = (await kept(db, await snapshot(db), 'inspector')).filter(({ left }) => left === null);
  const enrolled = (await roll({ db })).filter(({ ended }) => !ended);
  const [last, linked] = [await lastActs(db), await linkedPeople(db)];
  const known = new Set(enrolled.map(({ inspector }) => inspector));
  const all: readonly Account[] = [
    ...enrolled.map(({ person, name, department: of, inspector, roles }) => {
      const at = last.get(`person:${person}`);
      const lastUse = at === undefined ? null : dayOf(at);
      return { person, name, department: of, inspector, roles, chat: linked.has(person), lastUse };
    }),
    ...inspectors
      .filter(({ number }) => !known.has(number))
      .map(({ number, name, department: of }) => ({
        ...{ person: null, name, department: of, inspector: number },
        ...{ roles: [], chat: false, lastUse: null },
      })),
  ];
  const own = all.filter((each) => department === null || bodyOf(each.department, departments) === department);
  return [...own].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ department, person, inspector }: Account): string =>
  [department, person ?? '~', inspector].join('\t');
