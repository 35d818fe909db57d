/**
 * 填一张表: one form a visit, with a part for each department that goes (万年 2022 二; 福安 2018 二(二)2: every check fills its form). It is a value worked out
 * from the visit and what was entered, with the points to check beside each item; the inspected reads and signs it once, under the digest
 * of what it said then.
 */
import type { CivilDate } from '../calendar.ts';
import { canonical, type Json } from '../canonical.ts';
import { type Digest, digestText } from '../digest.ts';
import type { Method } from '../registry/item.ts';
import type { Words } from '../words.ts';
import type { OutcomeEntry } from './outcome.ts';

export interface FormItem {
  readonly code: string;
  readonly name: string;
  /** 检查要点, of the item's list; empty where the list has none. */
  readonly points: readonly string[];
  /** Null while nothing is entered. */
  readonly entered: (OutcomeEntry & EnteredBy) | null;
  /** 未检查: the reason for which the task was finished without it (福安 2018 二(二)2); null while none is stated, or once it is entered. */
  readonly notChecked: string | null;
}

export const notCheckedWords = (reason: string): Words => ({ zh: `未检查：${reason}`, en: `not inspected: ${reason}` });

export interface EnteredBy {
  /** The fact that entered it. */
  readonly seq: number;
  readonly person: string;
  readonly at: string;
}

export interface FormPart {
  readonly department: string;
  readonly departmentName: string;
  readonly tasks: readonly string[];
  /** Who is sent. */
  readonly sent: readonly { readonly number: string; readonly name: string }[];
  readonly items: readonly FormItem[];
}

export interface JointForm {
  readonly source: string;
  readonly visit: number;
  /** 检查编号 */
  readonly no: string;
  readonly subject: { readonly kind: string; readonly number: string; readonly name: string; readonly place: string };
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly planned: Method;
  /** In the order of the draw: the lead first where it goes. */
  readonly parts: readonly FormPart[];
}

/** Which version of which item the inspected has read. */
export interface FormVersion {
  readonly department: string;
  readonly item: string;
  readonly outcome: number;
}

export const versionsOf = ({ parts }: JointForm): readonly FormVersion[] =>
  parts.flatMap(({ department, items }) =>
    items.flatMap(({ code, entered }) => (entered === null ? [] : [{ department, item: code, outcome: entered.seq }])),
  );

export const formTag = 'mingchou/form/1';

/**
 * What was there to read: the visit, the subject, and what each department says of each item. Names of people and lists are left out, since they
 * may be written otherwise tomorrow without anything having been found anew.
 */
export function digestOfForm({ source, visit, no, subject, parts }: JointForm): Digest {
  const read = {
    ...{ source, visit, no },
    subject: `${subject.kind}:${subject.number}`,
    parts: parts.map(({ department, items }) => ({
      department,
      items: items.map(({ code, entered }) => ({ code, entered: entered === null ? null : plainOf(entered) })),
    })),
  };
  return digestText(formTag, canonical(read));
}

/** Written out and read back, what is left out is left out. */
const plainOf = ({ person: _, at: __, ...entry }: OutcomeEntry & EnteredBy): Json => JSON.parse(JSON.stringify(entry));

/** Items of which nothing is entered yet, and no reason is stated either. */
export const unfilled = ({ parts }: JointForm): readonly { readonly department: string; readonly item: string }[] =>
  parts.flatMap(({ department, items }) =>
    items
      .filter(({ entered, notChecked }) => entered === null && notChecked === null)
      .map(({ code }) => ({ department, item: code })),
  );
