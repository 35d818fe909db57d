/**
 * Whether a person can be drawn as an inspector on a day. Everybody stays on the roll, since old records point there; being
 * on it is not being drawable (国办发〔2024〕54号: 未取得执法证件者严禁检查).
 */
import type { CivilDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { Inspector } from './inspector.ts';
import type { Subject, SubjectStatus } from './subject.ts';

export type NotDrawable =
  | { readonly kind: 'left'; readonly inspector: string; readonly left: CivilDate }
  /** 日常监管人员 (万年 三(一)2): on the roll, with or without a certificate, and never one of the two officers. */
  | { readonly kind: 'daily'; readonly inspector: string }
  | { readonly kind: 'no-certificate'; readonly inspector: string }
  | { readonly kind: 'certificate-expired'; readonly inspector: string; readonly validUntil: CivilDate };

/**
 * @param on the last day on which the person is needed: a certificate holds to the window's end, not only at the draw.
 */
export function drawable(inspector: Inspector, on: CivilDate): Result<Inspector, NotDrawable> {
  const { number, left, kind, certificate } = inspector;
  if (left !== null && left <= on) return err({ kind: 'left', inspector: number, left });
  if (kind === 'daily') return err({ kind: 'daily', inspector: number });
  if (certificate === null) return err({ kind: 'no-certificate', inspector: number });
  const { validUntil } = certificate;
  if (validUntil < on) return err({ kind: 'certificate-expired', inspector: number, validUntil });
  return ok(inspector);
}

export interface NotActive {
  readonly kind: 'not-active';
  readonly number: string;
  readonly status: Exclude<SubjectStatus, 'active'>;
}

/** Only subjects that still exist can be drawn; the others stay in the directory with their status. */
export function drawableSubject(subject: Subject): Result<Subject, NotActive> {
  const { number, status } = subject;
  return status === 'active' ? ok(subject) : err({ kind: 'not-active', number, status });
}
