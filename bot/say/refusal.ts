/** Every refusal in words, one arm a stage. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Refusal } from '../refusal.ts';
import { sayBulletin } from './bulletin.ts';
import { sayForbidden } from './ceremony.ts';
import { sayChat } from './chat.ts';
import { sayConsult } from './consult.ts';
import { sayDraw } from './draw.ts';
import { sayExchange } from './exchange.ts';
import { sayFollowUp } from './follow-up.ts';
import { sayInvite } from './invite.ts';
import { sayLedger } from './ledger.ts';
import { sayNotice } from './notice.ts';
import { sayOutcome } from './outcome.ts';
import { sayPaper } from './paper.ts';
import { sayPeople } from './people.ts';
import { sayPlan } from './plan.ts';
import { sayRecheck } from './recheck.ts';
import { sayRegistry } from './registry.ts';
import { sayRights } from './rights.ts';
import { sayRisk } from './risk.ts';
import { saySheet } from './sheet.ts';
import { sayVisit } from './visit.ts';
import { sayVoice } from './voice.ts';

export function sayRefusal(refusal: Refusal): Words {
  switch (refusal.stage) {
    case 'rights':
      return sayRights(refusal.why);
    case 'people':
      return sayPeople(refusal.why);
    case 'registry':
      return sayRegistry(refusal.why);
    case 'chat':
      return sayChat(refusal.why);
    case 'consult':
      return sayConsult(refusal.why);
    case 'invite':
      return sayInvite(refusal.why);
    case 'plan':
      return sayPlan(refusal.why);
    case 'draw':
      return sayDraw(refusal.why);
    case 'ceremony':
      return sayForbidden(refusal.why);
    case 'visit':
      return sayVisit(refusal.why);
    case 'outcome':
      return sayOutcome(refusal.why);
    case 'notice':
      return sayNotice(refusal.why);
    case 'follow-up':
      return sayFollowUp(refusal.why);
    case 'sheet':
      return saySheet(refusal.why);
    case 'recheck':
      return sayRecheck(refusal.why);
    case 'risk':
      return sayRisk(refusal.why);
    case 'exchange':
      return sayExchange(refusal.why);
    case 'voice':
      return sayVoice(refusal.why);
    case 'bulletin':
      return sayBulletin(refusal.why);
    case 'paper':
      return sayPaper(refusal.why);
    case 'ledger':
      return sayLedger(refusal.why);
    default:
      return never(refusal);
  }
}
