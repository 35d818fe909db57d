/** Kind of paper → the facts that it is filled from. What has no source here cannot be drawn up. */
import type { PaperKind } from '../../paper/official/papers.ts';
import type { Source } from './loaded.ts';
import { ofCrime, ofGuidance, ofPenalty, ofReminder, ofTransferLetter, ofTransferRecord } from './of-case.ts';
import { ofFiling, ofRecusal } from './of-exception.ts';
import { ofBulletin, ofSummary } from './of-period.ts';
import { ofCeremony, ofConsultation, ofInvitation, ofPlan, ofScheme } from './of-plan.ts';
import { ofApproval, ofNotice, ofOutcome, ofSheet } from './of-visit.ts';

export const sources: Readonly<Record<PaperKind, Source>> = {
  'consultation-letter': ofConsultation,
  'joint-letter': ofInvitation,
  'special-notice': ofInvitation,
  plan: ofPlan,
  'draw-record': ofCeremony,
  'visit-scheme': ofScheme,
  'approval-form': ofApproval,
  'visit-notice': ofNotice,
  'record-sheet': ofSheet,
  'outcome-notice': ofOutcome,
  filing: ofFiling,
  'recusal-decision': ofRecusal,
  'listing-reminder': ofReminder,
  'guidance-slip': ofGuidance,
  'penalty-and-repair': ofPenalty,
  'transfer-record': ofTransferRecord,
  'transfer-letter': ofTransferLetter,
  'crime-referral': ofCrime,
  bulletin: ofBulletin,
  summary: ofSummary,
};
