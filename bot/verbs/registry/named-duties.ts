/**
 * What a document asks of members by name (福安 2018 三: 市发改局、市经信局 … 加强重点领域监管; 市卫计局 … 提出“管什么、怎么管”的意见): who of them is among
 * the departments, and in which fields its items lie.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { ruling } from '../../../core/policy/cited.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Words } from '../../../core/words.ts';
import type { HeldLists } from './held-lists.ts';

export interface NamedDuty {
  readonly duty: Words;
  readonly members: readonly {
    /** As the document names it. */
    readonly member: string;
    /** Code; null where no department is called so. */
    readonly department: string | null;
    readonly name: string;
    /** 抽查领域 of its items. */
    readonly fields: readonly string[];
  }[];
}

/** 市卫计局 of a document is the department whose name or other name ends so, without the place that it begins with. */
export function isCalled({ name, aliases }: Pick<Department, 'name' | 'aliases'>, member: string): boolean {
  const plain = member.replace(/^[省市县区]/, '');
  return [name, ...aliases].some((each) => each === member || each.endsWith(plain));
}

export const namedDuties = (
  policy: Policy,
  departments: readonly Department[],
  held: Pick<HeldLists, 'itemsOf'>,
  on: CivilDate,
): readonly NamedDuty[] =>
  policy.memberDuties.map((cited) => {
    const { members, duty } = ruling(cited, on).value;
    return {
      duty,
      members: members.map((member) => {
        const found = departments.find((each) => each.kind === 'member' && isCalled(each, member));
        const fields =
          found === undefined ? [] : held.itemsOf(found.code).flatMap(({ field }) => (field === '' ? [] : [field]));
        return {
          member,
          department: found?.code ?? null,
          name: found?.name ?? member,
          fields: [...new Set(fields)].sort(),
        };
      }),
    };
  });
