/** An outcome as it is called where no enterprise is named: 检查编号 and the item. */
import { noticeKeyOf } from '../../../core/notice/notice.ts';
import type { Words } from '../../../core/words.ts';
import { visitNo } from '../../paper/from-assignment.ts';

export function outcomeName(outcome: string): Words {
  const key = noticeKeyOf(outcome);
  if (key === null) return { zh: outcome, en: outcome };
  const no = /^\d+/.test(key.source)
    ? visitNo(Number.parseInt(key.source, 10), key.visit)
    : `${key.source}/${key.visit}`;
  return { zh: `检查编号 ${no}，事项 ${key.item}`, en: `visit ${no}, item ${key.item}` };
}
