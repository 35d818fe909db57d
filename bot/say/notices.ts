/** What is said where publication stands, and what an act of it came to: one line for a task and department, one for a destination. */
import { wordsOfDay } from '../../core/calendar.ts';
import { receiptStates } from '../../core/notice/notice.ts';
import { recordStates } from '../../core/notice/reconcile.ts';
import { endingWords, receiptWords, recordWords } from '../../core/notice/words.ts';
import { wordsOfFaultyUnquoted } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { Acknowledged, Unread } from '../verbs/notice/acknowledge.ts';
import type { AtDestination } from '../verbs/notice/export.ts';
import type { FinishedTask } from '../verbs/notice/finish.ts';
import type { MatterMissing } from '../verbs/notice/matters-missing.ts';
import type { MatterHeld } from '../verbs/notice/matters-published.ts';
import type { Publication } from '../verbs/notice/publications.ts';
import type { Published } from '../verbs/notice/publish.ts';
import type { Reconciled } from '../verbs/notice/reconcile.ts';
import { leftWords, publishedWords } from './notice.ts';
import { civil } from './time.ts';

/** 餐饮服务单位联合抽查：9月22日完成，公示期限……；36 项中已录入 30、已审核 28、已公示 20 */
export function publicationWords(each: Publication): Words {
  const { outcomes, due, ended } = each;
  const end =
    ended === null
      ? { zh: '尚未登记完成', en: 'not finished yet' }
      : { zh: `${civil(ended).zh}完成`, en: `finished on ${ended}` };
  const by = due === null ? { zh: '', en: '' } : dueWords(each, due);
  const rest = [
    ...(outcomes.set > 0 ? [{ zh: `已定公示日期 ${outcomes.set}`, en: `${outcomes.set} set` }] : []),
    ...(outcomes.withheld > 0
      ? [{ zh: `依法不予公开 ${outcomes.withheld}`, en: `${outcomes.withheld} kept back` }]
      : []),
    ...(outcomes.ended > 0 ? [{ zh: `已停止公示 ${outcomes.ended}`, en: `${outcomes.ended} ended` }] : []),
    ...(outcomes.excused > 0
      ? [{ zh: `说明理由未检查 ${outcomes.excused}`, en: `${outcomes.excused} not inspected for a stated reason` }]
      : []),
    ...(outcomes.corrected > 0
      ? [{ zh: `更正后待公示 ${outcomes.corrected}`, en: `${outcomes.corrected} corrected, to be published` }]
      : []),
  ];
  return {
    zh: `${each.taskName}：${end.zh}${by.zh}；共 ${outcomes.asked} 项，已录入 ${outcomes.entered}、已审核 ${outcomes.reviewed}、已公示 ${outcomes.public}${rest.map(({ zh }) => `、${zh}`).join('')}。`,
    en: `${each.taskName}: ${end.en}${by.en}; of ${outcomes.asked} items ${outcomes.entered} entered, ${outcomes.reviewed} reviewed, ${outcomes.public} public${rest.map(({ en }) => `, ${en}`).join('')}.`,
  };
}

function dueWords({ ended, standing }: Publication, due: NonNullable<Publication['due']>): Words {
  const day = wordsOfDay(due);
  const late =
    standing === 'late'
      ? { zh: '，已逾期', en: ', overdue' }
      : standing === 'last-day'
        ? { zh: '，今天为最后一天', en: ', today is the last day' }
        : { zh: '', en: '' };
  return ended === null
    ? {
        zh: `，按检查实施期截止日推算公示期限为${day.zh}${late.zh}`,
        en: `, by the window to be public by ${day.en}${late.en}`,
      }
    : { zh: `，公示期限${day.zh}${late.zh}`, en: `, to be public by ${day.en}${late.en}` };
}

export const finishedWords = ({ name, ended, without }: FinishedTask): Words => ({
  zh: `${name}：完成日期 ${civil(ended).zh}${without === 0 ? '' : `，${without} 项没有检查结果，不计入已检查`}。`,
  en: `${name}: finished on ${ended}${without === 0 ? '' : `; ${without} items without an outcome are not counted as inspected`}.`,
});

export function publishedSummary({ published, corrected, already, left, day, destinations }: Published): Words {
  const after = left.length === 0 ? { zh: '', en: '' } : leftWords(left);
  return {
    zh: `已公示 ${published} 项${corrected === 0 ? '' : `，更正后重新公示 ${corrected} 项（原版本保留在记录中）`}${already === 0 ? '' : `，此前已公示 ${already} 项`}，自${civil(day).zh}起公开；报送：${destinations.join('、')}。${after.zh === '' ? '' : `未公示：${after.zh}。`}`,
    en: `${published} published${corrected === 0 ? '' : `, ${corrected} corrected and published anew beside the old versions`}${already === 0 ? '' : `, ${already} before`}; public from ${day}; to ${destinations.join(', ')}.${after.en === '' ? '' : ` Left: ${after.en}.`}`,
  };
}

export const destinationWords = ({ destination, counts }: AtDestination): Words => ({
  zh: `${destination}：${recordStates.map((state) => `${recordWords[state].zh} ${counts[state]}`).join('、')}`,
  en: `${destination}: ${recordStates.map((state) => `${counts[state]} ${recordWords[state].en}`).join(', ')}`,
});

export function acknowledgedWords({ destination, recorded, same, unread }: Acknowledged): readonly Words[] {
  const counts = receiptStates.flatMap((state) => {
    const n = recorded[state] ?? 0;
    return n === 0 ? [] : [{ zh: `${receiptWords[state].zh} ${n} 项`, en: `${n} ${receiptWords[state].en}` }];
  });
  const summary: Words =
    counts.length === 0
      ? { zh: `${destination}：没有新的回执。`, en: `${destination}: nothing new.` }
      : {
          zh: `${destination}：已登记${counts.map(({ zh }) => zh).join('、')}${same === 0 ? '' : `，此前已登记 ${same} 项`}。`,
          en: `${destination}: on record ${counts.map(({ en }) => en).join(', ')}${same === 0 ? '' : `, ${same} before`}.`,
        };
  return [summary, ...unread.map(unreadWords)];
}

export const unreadWords = (unread: Unread): Words => {
  switch (unread.kind) {
    case 'faulty': {
      const faults = unread.faults.map(wordsOfFaultyUnquoted);
      return {
        zh: `未登记：${faults.map(({ zh }) => zh).join('')}`,
        en: `Left: ${faults.map(({ en }) => en).join(' ')}`,
      };
    }
    case 'unknown':
      return {
        zh: `未登记：第 ${unread.row} 行不是本次公示的检查结果，请核对报送编号，或任务编号、号码和检查事项。`,
        en: `Left: row ${unread.row} is none of the published outcomes; check its number, or task, subject and item.`,
      };
    case 'ambiguous':
      return {
        zh: `未登记：第 ${unread.row} 行对应多项检查结果，请写明报送编号或检查事项。`,
        en: `Left: row ${unread.row} fits several outcomes; give its number or the item.`,
      };
  }
};

export const reconciledWords = ({ destination, same, differing, missing, unread }: Reconciled): readonly Words[] => [
  {
    zh: `${destination}：一致 ${same} 项，不一致 ${differing.length} 处，平台没有 ${missing.length} 项，对不上的 ${unread.length} 行。`,
    en: `${destination}: ${same} agree, ${differing.length} differences, ${missing.length} not on the platform, ${unread.length} rows that fit nothing.`,
  },
  ...differing.map(
    ({ id, field, ours, theirs }): Words => ({
      zh: `${id} ${field === 'result' ? '检查结果' : '检查日期'}：台账“${ours}”，平台“${theirs}”`,
      en: `${id} ${field === 'result' ? 'result' : 'day'}: ours “${ours}”, theirs “${theirs}”`,
    }),
  ),
  ...missing.map(
    (id): Words => ({ zh: `${id} 平台没有，请重新报送`, en: `${id} is not on the platform; send it again` }),
  ),
  ...unread.map(unreadWords),
];

export function matterWords({ what, number, title, channels, asked, served, shown }: MatterHeld): Words {
  const name = publishedWords[what];
  const lacking = asked.all.filter((each) => !channels.some(({ channel }) => channel === each));
  const where = channels.map(({ channel, on, until }) => `${channel}（${on}${until === null ? '' : `至${until}`}）`);
  const rest = served
    ? { zh: '', en: '' }
    : lacking.length > 0
      ? { zh: `；还应在${lacking.join('、')}公布`, en: `; still to be shown on ${lacking.join(', ')}` }
      : { zh: shown ? '' : '；已不再公布', en: shown ? '' : '; no longer shown' };
  return {
    zh: `${name.zh}${number === '' ? '' : ` ${number}`}“${title}”：${where.join('、')}${rest.zh}。`,
    en: `${name.en}${number === '' ? '' : ` ${number}`} “${title}”: ${where.join(', ')}${rest.en}.`,
  };
}

export function matterMissingWords({ what, number, asked }: MatterMissing): Words {
  const name = publishedWords[what];
  const channels = [...asked.all, ...asked.any.map((list) => list.join('或'))].join('、');
  return {
    zh: `尚未登记公布：${name.zh}${number === '' ? '' : ` ${number}`}${channels === '' ? '' : `（${channels}）`}`,
    en: `Not on record as published: ${name.en}${number === '' ? '' : ` ${number}`}${channels === '' ? '' : ` (${channels})`}`,
  };
}

export const endingChoices = (['repaired', 'revoked', 'expired'] as const).map((value) => ({
  value,
  label: endingWords[value],
}));

export const endedWords = ({ count, day }: { readonly count: number; readonly day: string }): Words =>
  count === 0
    ? { zh: '没有需要停止公示的检查结果。', en: 'Nothing is left to end.' }
    : {
        zh: `自${civil(day).zh}起停止公示 ${count} 项，各版本保留在记录中。`,
        en: `${count} end on ${day}; every version stays on record.`,
      };
