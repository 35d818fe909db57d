/** An outcome as it is called where no enterprise is named: 检查编号 and the item. */
import { bookOfSource, outcomeKeyOf, visitNo } from '../../../core/outcome/key.ts';
import type { Words } from '../../../core/words.ts';

export function outcomeName(outcome: string): Words {
  const key = outcomeKeyOf(outcome);
  if (key === null) return { zh: outcome, en: outcome };
  const no = visitNo(bookOfSource(key.source), key.visit);
  return { zh: `检查编号 ${no}，事项 ${key.item}`, en: `visit ${no}, item ${key.item}` };
}
