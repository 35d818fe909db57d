/** 行业研判 in the chat: reasons for next year's key items, each number with the visits behind it; never a verdict. */
import { yearOf } from '../../../core/calendar.ts';
import type { Words } from '../../../core/words.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { type TradeShown, tradesShown } from '../../verbs/bulletin/trades.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function showTrades({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const today = dayOf(deps.now());
  const year = /^\d{4}$/.test(typed) ? Number(typed) : yearOf(today);
  return told(await tradesShown(deps, actor, { from: `${year}-01-01`, to: `${year}-12-31` }), (lines) =>
    withLines(
      {
        zh: `${year} 年按抽查领域和事项的检查情况，供研究确定重点事项和对象，不作为自动认定的依据。`,
        en: `What was checked and found in ${year}, by trade and item: reasons to consider, never a verdict.`,
      },
      firstOf(lines.map(tradeLine), 50, '项'),
    ),
  );
}

const visitsNamed = 5;

export function tradeLine({ by, name, checked, found, repeated, open, behind }: TradeShown): Words {
  const kind = by === 'trade' ? { zh: '领域', en: 'trade' } : { zh: '事项', en: 'item' };
  const some = behind.found.slice(0, visitsNamed).join('、');
  const rest = behind.found.length > visitsNamed ? '等' : '';
  return {
    zh: `${kind.zh} ${name}：检查 ${checked.length} 户次，发现问题 ${found.length} 户次，重复发现 ${repeated.length} 户，未处置 ${open.length} 项${some === '' ? '' : `（${some}${rest}）`}`,
    en: `${kind.en} ${name}: ${checked.length} visits, ${found.length} with findings, ${repeated.length} found again, ${open.length} open`,
  };
}
