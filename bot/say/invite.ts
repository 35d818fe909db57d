/** Refusals about invitations and plans from above in words. */
import type { Words } from '../../core/words.ts';
import type { InviteRefusal } from '../verbs/invite/refusal.ts';

export function sayInvite(why: InviteRefusal): Words {
  return { zh: `没有编号为 ${why.invitation} 的会商函。`, en: `There is no invitation ${why.invitation}.` };
}
