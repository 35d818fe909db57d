/** Refusals about consultations in words. */
import type { Words } from '../../core/words.ts';
import type { ConsultRefusal } from '../verbs/consult/refusal.ts';

export function sayConsult(why: ConsultRefusal): Words {
  return { zh: `没有编号为 ${why.consultation} 的征询。`, en: `There is no consultation ${why.consultation}.` };
}
