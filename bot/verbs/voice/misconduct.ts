/**
 * 违纪线索 (三明 2025 五(十五)) as they stand: a lead on an inspector, which the discipline body signs for and says what became of. The inspector's
 * department reads neither.
 */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import type { Db } from '../../../db/database.ts';
import { type DossierEntry, dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';

/** Body of `misconduct-referred`. */
export interface MisconductReferred {
  /** Whose inspector: a department's code, or '' where it is not known. */
  readonly department: string;
  readonly words: string;
  /** Person who refers it. */
  readonly by: string;
}

export const leadSteps = ['received', 'handled'] as const;
export type LeadStep = (typeof leadSteps)[number];

/** Body of `misconduct-answered`. */
export interface MisconductAnswered {
  readonly lead: number;
  readonly step: LeadStep;
  readonly words: string;
}

export interface Lead extends MisconductReferred {
  readonly no: number;
  readonly at: string;
  readonly steps: readonly { readonly step: LeadStep; readonly words: string; readonly at: string }[];
}

export function leadOf(entries: readonly DossierEntry[]): Lead | null {
  const referred = entries.find(({ kind }) => kind === 'misconduct-referred');
  if (referred === undefined || referred.body === null) return null;
  const steps = entries.flatMap(({ kind, at, body }) => {
    if (kind !== 'misconduct-answered' || body === null) return [];
    const { step, words } = writtenAs<MisconductAnswered>(body);
    return [{ step, words, at }];
  });
  return { ...writtenAs<MisconductReferred>(referred.body), no: referred.seq, at: referred.at, steps };
}

/** For the discipline body all of them, for others those that they referred themselves. Oldest first. */
export const leadsFor = async (db: Db, actor: Actor): Promise<readonly Lead[]> =>
  [...(await dossiersOf(db, 'lead')).values()]
    .flatMap((entries) => leadOf(entries) ?? [])
    .filter(({ by }) => by === actor.person || actor.roles.includes('discipline'))
    .sort((a, b) => a.no - b.no);
