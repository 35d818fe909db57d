/**
 * 成员单位 and what belongs to them. The power to inspect lies with a body, not with its sections; the joint conference
 * office has none and can never be an inspecting body (国办发〔2024〕54号: 严禁政府议事协调机构实施检查).
 */
import type { CivilDate } from '../calendar.ts';

export const departmentKinds = [
  'office', // 联席会议办公室
  'member', // 成员单位
  'section', // 内设股室
  'station', // 派出所、监管所
  'institution', // 事业单位
  'township', // 乡镇
  'county-office', // 县(市、区)工作机制办公室
] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

export interface Department {
  readonly code: string;
  readonly name: string;
  /** Other names under which sheets and replies know it. */
  readonly aliases: readonly string[];
  readonly kind: DepartmentKind;
  /** Code of the body that it belongs to, or '' . */
  readonly parent: string;
  /** Has 行政执法主体资格. */
  readonly enforces: boolean;
  /** Reviews the legality of plans (司法局). */
  readonly legal: boolean;
  /** Names, not persons' data: the roles that must be filled before a letter goes out (福安 四(一)(四)). */
  readonly leadSection: string;
  readonly liaison: string;
  readonly head: string;
  /** Fewer inspectors than it needs: it may draw from this pool of its own system, or ''. */
  readonly sharedPool: string;
  readonly joined: CivilDate;
  readonly ended: CivilDate | null;
}
