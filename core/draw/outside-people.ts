/**
 * People whom another platform assigned (石狮 2024 三(三): 检查人员的抽取 in the platform): compared with our roll, and the rules for two
 * officers, certificates and 回避 asked over it all the same. Who may not go is named and not taken in; the post is then open.
 */
import type { CivilDate } from '../calendar.ts';
import type { TaskBody } from '../plan/task.ts';
import type { Inspector, Recusal } from '../registry/inspector.ts';
import { keyText, type SubjectKey } from '../registry/subject.ts';

export type OutsidePersonDifference =
  | { readonly kind: 'unknown-inspector'; readonly subject: string; readonly inspector: string }
  | { readonly kind: 'left'; readonly subject: string; readonly inspector: string; readonly on: CivilDate }
  /** No certificate, or one that ends before the window does. */
  | {
      readonly kind: 'no-certificate';
      readonly subject: string;
      readonly inspector: string;
      readonly until: CivilDate | null;
    }
  | { readonly kind: 'recused'; readonly subject: string; readonly inspector: string }
  /** Of a department that has no part in the task. */
  | {
      readonly kind: 'other-department';
      readonly subject: string;
      readonly inspector: string;
      readonly department: string;
    }
  /** Fewer officers of a department than the task asks for (行政处罚法 42). */
  | {
      readonly kind: 'too-few';
      readonly subject: string;
      readonly department: string;
      readonly officers: number;
      readonly asked: number;
    };

export interface OutsideAssignment {
  readonly subject: SubjectKey;
  readonly officers: readonly string[];
}

export interface TakenPeople {
  /** Who goes where, of those that may. */
  readonly taken: readonly OutsideAssignment[];
  readonly differences: readonly OutsidePersonDifference[];
}

/** @param lastDay of the visits, until which certificates must last */
export function compareOutsidePeople(
  list: readonly OutsideAssignment[],
  roll: readonly Inspector[],
  recusals: readonly Recusal[],
  bodies: readonly Pick<TaskBody, 'department' | 'officers'>[],
  lastDay: CivilDate,
): TakenPeople {
  const known = new Map(roll.map((each) => [each.number, each]));
  const barred = new Set(recusals.map((each) => `${each.inspector}\t${keyText(each)}`));
  const differences: OutsidePersonDifference[] = [];
  const taken = list.map(({ subject: key, officers }): OutsideAssignment => {
    const subject = keyText(key);
    const able = [...new Set(officers)].filter((inspector) => {
      const difference = whyNot(known.get(inspector), inspector, subject, barred, bodies, lastDay);
      if (difference !== null) differences.push(difference);
      return difference === null;
    });
    // A list without any people says nothing about them: its posts are to be drawn.
    if (officers.length > 0) {
      for (const { department, officers: asked } of bodies) {
        const sent = able.filter((inspector) => known.get(inspector)?.department === department).length;
        if (sent < asked) differences.push({ kind: 'too-few', subject, department, officers: sent, asked });
      }
    }
    return { subject: key, officers: able };
  });
  return { taken, differences };
}

function whyNot(
  person: Inspector | undefined,
  inspector: string,
  subject: string,
  barred: ReadonlySet<string>,
  bodies: readonly Pick<TaskBody, 'department'>[],
  lastDay: CivilDate,
): OutsidePersonDifference | null {
  if (person === undefined) return { kind: 'unknown-inspector', subject, inspector };
  if (person.left !== null && person.left <= lastDay) return { kind: 'left', subject, inspector, on: person.left };
  if (!bodies.some(({ department }) => department === person.department))
    return { kind: 'other-department', subject, inspector, department: person.department };
  // 日常监管人员 may hold no certificate and never count as one of two.
  if (person.certificate === null || person.certificate.validUntil < lastDay)
    return { kind: 'no-certificate', subject, inspector, until: person.certificate?.validUntil ?? null };
  return barred.has(`${inspector}\t${subject}`) ? { kind: 'recused', subject, inspector } : null;
}
