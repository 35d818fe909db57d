/** Who owed what by when, and when it was done, a line each. */
import { dateInChinese } from '../../core/calendar.ts';
import type { Performed, Work } from '../../core/owed/performed.ts';
import type { Words } from '../../core/words.ts';

export const workWords = {
  draw: { zh: '随机抽取', en: 'draw' },
  approve: { zh: '检查审批', en: 'approval' },
  visit: { zh: '实施检查', en: 'visits' },
  enter: { zh: '录入检查结果', en: 'entry' },
  review: { zh: '审核检查结果', en: 'review' },
  publish: { zh: '公示检查结果', en: 'publication' },
  dispose: { zh: '后续处置', en: 'disposal' },
  finish: { zh: '任务完成', en: 'end of the task' },
} as const satisfies Record<Work, Words>;

const stateWords = {
  done: { zh: '已办', en: 'done' },
  'done-late': { zh: '逾期办结', en: 'done late' },
  open: { zh: '在办', en: 'open' },
  late: { zh: '逾期未办', en: 'late' },
} as const satisfies Record<Performed['state'], Words>;

export function performedLine(line: Performed, nameOf: (department: string) => string): Words {
  const { who, work, about, by, of, done, on, state } = line;
  const name = who === 'office' ? { zh: '联席办', en: 'office' } : { zh: nameOf(who), en: nameOf(who) };
  const what = workWords[work];
  const until =
    by === null ? { zh: '未定期限', en: 'no day set' } : { zh: `期限${dateInChinese(by)}`, en: `due ${by}` };
  const count = of === 1 ? { zh: '', en: '' } : { zh: `，${done}／${of}`, en: `, ${done} of ${of}` };
  const day = on === null ? { zh: '', en: '' } : { zh: `（${dateInChinese(on)}）`, en: ` (${on})` };
  const named = about === '' ? { zh: '', en: '' } : { zh: `（检查编号 ${about}）`, en: ` (${about})` };
  return {
    zh: `${name.zh} ${what.zh}${named.zh}：${until.zh}${count.zh}，${stateWords[state].zh}${day.zh}`,
    en: `${name.en}, ${what.en}${named.en}: ${until.en}${count.en}, ${stateWords[state].en}${day.en}`,
  };
}

export function performedSummary(lines: readonly Performed[]): Words {
  const count = (state: Performed['state']): number => lines.filter((line) => line.state === state).length;
  const [done, doneLate, open, late] = [count('done'), count('done-late'), count('open'), count('late')];
  return {
    zh: `应办 ${lines.length} 项：已办 ${done} 项，逾期办结 ${doneLate} 项，在办 ${open} 项，逾期未办 ${late} 项。`,
    en: `${lines.length} owed: ${done} done, ${doneLate} done late, ${open} open, ${late} late.`,
  };
}
