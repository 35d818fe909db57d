/**
 * Who may stand at a door, and what a record of it must say: two officers of each body, each with a certificate valid that day and shown
 * (行政处罚法 42, 55; 国办发〔2024〕54号), a witness where the door was refused. Experts and 日常监管人员 come beside the two.
 */
import type { CivilDate } from '../calendar.ts';
import { officersPerBody } from '../policy/ask.ts';
import type { Inspector } from '../registry/inspector.ts';
import { err, ok, type Result } from '../result.ts';
import type { Coming, OfficerThere } from './fact.ts';

export type DoorFault =
  | { readonly kind: 'in-future'; readonly today: CivilDate }
  | { readonly kind: 'before-draw'; readonly drawnOn: CivilDate }
  /** 按照检查时限组织实施 (甘州 2023 二(二)1): nobody comes before the window. A late visit is recorded as late. */
  | { readonly kind: 'before-window'; readonly from: CivilDate }
  | { readonly kind: 'not-sent'; readonly officers: readonly string[] }
  | { readonly kind: 'too-few'; readonly counted: number; readonly atLeast: number }
  | { readonly kind: 'no-certificate'; readonly officer: string }
  | { readonly kind: 'certificate-expired'; readonly officer: string; readonly validUntil: CivilDate }
  | { readonly kind: 'not-shown' }
  | { readonly kind: 'witness-missing' };

export interface AtDoor {
  readonly on: CivilDate;
  readonly coming: Coming;
  /** Work numbers; empty means all who are sent. */
  readonly officers: readonly string[];
  readonly shown: boolean;
  readonly witness: string;
}

export interface Sending {
  /** Work numbers of those who may come: holders of posts, or the department's own for a check outside the draw. */
  readonly sent: readonly string[];
  readonly inspector: (number: string) => Inspector | undefined;
}

/** The officers as they are recorded, or everything that is wrong with them. */
export function officersAt(
  door: AtDoor,
  { sent, inspector }: Sending,
): Result<readonly OfficerThere[], readonly DoorFault[]> {
  const named = [...new Set(door.officers.length === 0 ? sent : door.officers)];
  const faults: DoorFault[] = [];
  const strangers = named.filter((number) => !sent.includes(number));
  if (strangers.length > 0) faults.push({ kind: 'not-sent', officers: strangers });
  const known = named.flatMap((number) => (sent.includes(number) ? (inspector(number) ?? []) : []));
  const officers: OfficerThere[] = [];
  let counted = 0;
  for (const { number, kind, certificate } of known) {
    if (kind === 'daily') {
      officers.push({ number, certificate: null });
    } else if (certificate === null) {
      faults.push({ kind: 'no-certificate', officer: number });
    } else if (certificate.validUntil < door.on) {
      faults.push({ kind: 'certificate-expired', officer: number, validUntil: certificate.validUntil });
    } else {
      officers.push({ number, certificate });
      counted += 1;
    }
  }
  // The law of the years before sets the same number (行政处罚法 2017 第三十七条); the layer holds the one in force since 2021.
  const atLeast = officersPerBody(door.on)?.value.atLeast ?? 2;
  if (counted < atLeast) faults.push({ kind: 'too-few', counted, atLeast });
  return faults.length > 0 ? err(faults) : ok(officers);
}

/** Somebody of the subject was there, so that a certificate could be shown. */
const wasMet = (coming: Coming): boolean => coming === 'inspected' || coming === 'refused';

export function faultsOfComing({ coming, shown, witness }: AtDoor): readonly DoorFault[] {
  return [
    ...(wasMet(coming) && !shown ? [{ kind: 'not-shown' } as const] : []),
    ...(coming === 'refused' && witness.trim() === '' ? [{ kind: 'witness-missing' } as const] : []),
  ];
}

export function faultsOfDay(
  on: CivilDate,
  visit: { readonly window: { readonly from: CivilDate }; readonly drawnOn: CivilDate },
  today: CivilDate,
): readonly DoorFault[] {
  if (on > today) return [{ kind: 'in-future', today }];
  if (on < visit.drawnOn) return [{ kind: 'before-draw', drawnOn: visit.drawnOn }];
  return on < visit.window.from ? [{ kind: 'before-window', from: visit.window.from }] : [];
}
