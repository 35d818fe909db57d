/** Every way in which a verb refuses, one union by stage; `say/refusal.ts` gives each its words. */
import type { CeremonyRefusal } from '../core/draw/ceremony/state.ts';
import { err } from '../core/result.ts';
import type { RightsRefusal } from './rights.ts';
import type { BulletinRefusal } from './verbs/bulletin/refusal.ts';
import type { ChatRefusal } from './verbs/chat/refusal.ts';
import type { ConsultRefusal } from './verbs/consult/refusal.ts';
import type { DrawRefusal } from './verbs/draw/refusal.ts';
import type { ExchangeRefusal } from './verbs/exchange/refusal.ts';
import type { FollowUpRefusal } from './verbs/follow-up/refusal.ts';
import type { InviteRefusal } from './verbs/invite/refusal.ts';
import type { LedgerRefusal } from './verbs/ledger/refusal.ts';
import type { NoticeRefusal } from './verbs/notice/refusal.ts';
import type { OutcomeRefusal } from './verbs/outcome/refusal.ts';
import type { PaperRefusal } from './verbs/paper/refusal.ts';
import type { PeopleRefusal } from './verbs/people/refusal.ts';
import type { PlanRefusal } from './verbs/plan/refusal.ts';
import type { RecheckRefusal } from './verbs/recheck/refusal.ts';
import type { RegistryRefusal } from './verbs/registry/refusal.ts';
import type { RiskRefusal } from './verbs/risk/refusal.ts';
import type { SheetRefusal } from './verbs/sheet/refusal.ts';
import type { VisitRefusal } from './verbs/visit/refusal.ts';
import type { VoiceRefusal } from './verbs/voice/refusal.ts';

export interface RefusalByStage {
  rights: RightsRefusal;
  people: PeopleRefusal;
  chat: ChatRefusal;
  registry: RegistryRefusal;
  consult: ConsultRefusal;
  invite: InviteRefusal;
  plan: PlanRefusal;
  /** What stands around a ceremony: the plan, the lists, the database. */
  draw: DrawRefusal;
  /** What the ceremony itself forbids. */
  ceremony: CeremonyRefusal;
  visit: VisitRefusal;
  /** Workbooks. */
  sheet: SheetRefusal;
  outcome: OutcomeRefusal;
  /** Findings and what is done about them. */
  'follow-up': FollowUpRefusal;
  notice: NoticeRefusal;
  exchange: ExchangeRefusal;
  risk: RiskRefusal;
  recheck: RecheckRefusal;
  /** What the public sends. */
  voice: VoiceRefusal;
  bulletin: BulletinRefusal;
  /** Official papers. */
  paper: PaperRefusal;
  ledger: LedgerRefusal;
}

export type Stage = keyof RefusalByStage;
export type Refusal = { [S in Stage]: { readonly stage: S; readonly why: RefusalByStage[S] } }[Stage];

export const refuse = <S extends Stage>(stage: S, why: RefusalByStage[S]) => err({ stage, why });
