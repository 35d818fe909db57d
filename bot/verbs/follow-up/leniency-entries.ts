/**
 * Entries of the leniency lists that a department has registered (`keep-document`): of 四张清单 each part names its list and the entry
 * (不予处罚 = 首次逾期公示年报), of 免处罚强制清单 the entry and where it stands. Nothing else can be applied (三明 三(六), 万年 三(三)4).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Leniency } from '../../../core/follow-up/act.ts';
import { leniencyWords } from '../../../core/follow-up/words.ts';
import type { Db } from '../../../db/database.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { documentsOf, type KeptDocument } from '../registry/documents.ts';

export interface LeniencyEntry {
  readonly list: Leniency;
  readonly entry: string;
  readonly document: { readonly title: string; readonly version: number };
}

/** Of the lists in force on a day: the department's own, and those of the office, which hold for all. */
export async function leniencyEntries(db: Db, department: string, on: CivilDate): Promise<readonly LeniencyEntry[]> {
  const offices = (await departmentsAsHeld(db)).filter(({ kind }) => kind === 'office').map(({ code }) => code);
  const own = (await documentsOf(db)).filter(
    (each) => isLeniency(each) && [department, ...offices].includes(each.department) && inForce(each, on),
  );
  // What was registered last of each list holds.
  const last = new Map(own.map((each) => [`${each.list}/${each.department}`, each]));
  return [...last.values()].flatMap(({ list, parts, title, version }) =>
    parts.flatMap(({ part, where }): readonly LeniencyEntry[] => {
      const document = { title, version };
      if (list === 'exemption') return [{ list: 'no-penalty', entry: part, document }];
      const named = lists.find((each) => leniencyWords[each].zh === part);
      return named === undefined ? [] : [{ list: named, entry: where, document }];
    }),
  );
}

const lists: readonly Leniency[] = ['no-penalty', 'mitigated', 'lighter', 'no-coercion'];
const isLeniency = ({ list }: KeptDocument): boolean => list === 'leniency' || list === 'exemption';
const inForce = ({ inForce: from }: KeptDocument, on: CivilDate): boolean => from !== null && from <= on;
