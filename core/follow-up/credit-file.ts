/**
 * 诚信档案 (福安 2018 三: 市场主体诚信档案和行业黑名单制度): every entry of an enterprise on a list of bad credit, with its basis, from when to when, whether
 * it still holds, and the way out of it. Entries that are over stay in the file; the public page leaves them out.
 */
import type { CivilDate } from '../calendar.ts';
import type { Words } from '../words.ts';
import type { Case } from './case.ts';

export interface CreditEntry {
  /** 经营异常名录, or 联合惩戒 in a field, which is what a black list of a trade works as. */
  readonly list: 'abnormal' | 'joint';
  /** 检查编号 of the finding behind it. */
  readonly no: string;
  readonly department: string;
  readonly basis: string;
  /** '' for the abnormal list, which holds everywhere. */
  readonly field: string;
  readonly from: CivilDate;
  /** Null where it ends only by repair. */
  readonly to: CivilDate | null;
  readonly state: 'to-come' | 'holds' | 'over' | 'repaired';
}

export function creditEntries(
  cases: readonly (Pick<Case, 'acts' | 'repair' | 'department'> & { readonly no: string })[],
  today: CivilDate,
): readonly CreditEntry[] {
  return cases.flatMap(({ acts, repair, department, no }) => {
    const isRepaired = repair?.step === 'granted' || repair?.step === 'carried-out';
    const entry = (found: Omit<CreditEntry, 'no' | 'department' | 'state'>): CreditEntry => ({
      ...found,
      no,
      department,
      state:
        found.from > today
          ? 'to-come'
          : isRepaired
            ? 'repaired'
            : found.to !== null && found.to < today
              ? 'over'
              : 'holds',
    });
    return acts.flatMap((act): readonly CreditEntry[] => {
      if (act.kind === 'abnormal-listed')
        return [entry({ list: 'abnormal', basis: act.body.number, field: '', from: act.body.on, to: null })];
      if (act.kind !== 'joint-punishment-recorded') return [];
      const { basis, field, from, to } = act.body;
      return [entry({ list: 'joint', basis, field, from, to })];
    });
  });
}

const stateWords = {
  'to-come': { zh: '尚未生效', en: 'to come' },
  holds: { zh: '有效', en: 'holds' },
  over: { zh: '期满', en: 'over' },
  repaired: { zh: '信用已修复', en: 'repaired' },
} as const satisfies Record<CreditEntry['state'], Words>;

/** The way out is the same for both: what was wrong is put right, and the repair of credit is asked for (信用修复). */
export function wordsOfEntry({ list, no, basis, field, from, to, state }: CreditEntry): Words {
  const name =
    list === 'abnormal'
      ? { zh: '列入经营异常名录', en: 'listed as abnormal' }
      : { zh: `联合惩戒（${field}）`, en: `joint punishment (${field})` };
  const out =
    state === 'holds' || state === 'to-come'
      ? { zh: '；退出：纠正违法行为后申请信用修复', en: '; way out: put it right and ask for credit repair' }
      : { zh: '', en: '' };
  return {
    zh: `${name.zh}：依据${basis}，自 ${from} ${to === null ? '至修复时止' : `至 ${to}`}，${stateWords[state].zh}（检查编号 ${no}）${out.zh}`,
    en: `${name.en}: ${basis}, from ${from} ${to === null ? 'until repaired' : `to ${to}`}, ${stateWords[state].en} (${no})${out.en}`,
  };
}
