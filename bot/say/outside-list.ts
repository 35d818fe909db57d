/** Lists drawn elsewhere and doors that several draws share, in words. */
import { dateInChinese } from '../../core/calendar.ts';
import type { OutsideDifference } from '../../core/draw/outside.ts';
import type { OutsidePersonDifference } from '../../core/draw/outside-people.ts';
import type { ComingVisit, Door } from '../../core/visit/merge.ts';
import type { Words } from '../../core/words.ts';
import type { OutsideList } from '../verbs/draw/outside-lists.ts';

export function sayTakenIn(list: OutsideList): Words {
  const people: Words =
    list.people === 0
      ? { zh: '名单未写明可用的检查人员', en: 'it names no inspectors that can go' }
      : { zh: `录入检查人员 ${list.people} 名`, en: `${list.people} inspectors are taken in` };
  return {
    zh: `外部名单第 ${list.list} 号（任务 ${list.task}，${list.platform}）：列 ${list.listed} 户，录入 ${list.taken} 户，差异 ${list.differing} 处；${people.zh}，人员差异 ${list.peopleDiffering} 处${list.rejected === 0 ? '' : `；另有 ${list.rejected} 行不能读取`}。`,
    en: `Outside list ${list.list} (task ${list.task}, ${list.platform}): ${list.listed} listed, ${list.taken} taken, ${list.differing} differ; ${people.en}, ${list.peopleDiffering} of them differ${list.rejected === 0 ? '' : `; ${list.rejected} rows could not be read`}.`,
  };
}

const kindWords: {
  readonly [kind in OutsideDifference['kind'] | OutsidePersonDifference['kind']]: Words;
} = {
  'unknown-subject': { zh: '不在名录库', en: 'not on our roll' },
  'not-in-frame': { zh: '不在任务对象范围内', en: 'not meant by the task' },
  excluded: { zh: '按规则不应抽取，照录', en: 'left out by our rules, taken as drawn' },
  twice: { zh: '重复', en: 'listed twice' },
  'unknown-inspector': { zh: '检查人员不在名录库', en: 'inspector not on the roll' },
  left: { zh: '检查人员已退出名录库', en: 'inspector has left' },
  'no-certificate': { zh: '没有执法证件或者证件到期', en: 'no valid certificate' },
  recused: { zh: '应当回避', en: 'barred (回避)' },
  'other-department': { zh: '不是任务的检查部门', en: 'of another department' },
  'too-few': { zh: '检查人员不足', en: 'too few officers' },
};

/** Differences by kind and number: a chat is told no enterprise. */
export const sayDifferences = (differences: readonly (OutsideDifference | OutsidePersonDifference)[]): Words[] =>
  [...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, each]) => ({
    zh: `${kindWords[kind].zh}：${each.length} 处`,
    en: `${kindWords[kind].en}: ${each.length}`,
  }));

export const sourceWords = ({ source, verifiable }: Pick<ComingVisit, 'source' | 'verifiable'>): Words =>
  source.kind === 'list'
    ? { zh: `外部名单第 ${source.no} 号`, en: `outside list ${source.no}` }
    : {
        zh: `第 ${source.no} 次抽取${verifiable ? '' : '（外部平台名单）'}`,
        en: `ceremony ${source.no}${verifiable ? '' : ' (drawn elsewhere)'}`,
      };

export function sayDoor({ subject, window, visits }: Door): Words {
  const from = visits.map((visit) => ({ words: sourceWords(visit), tasks: visit.tasks.join('、') }));
  return {
    zh: `  ${subject.number}：${from.map(({ words, tasks }) => `${words.zh}（任务 ${tasks}）`).join('，')}；可同时上门：${dateInChinese(window.from)}至${dateInChinese(window.to)}`,
    en: `  ${subject.number}: ${from.map(({ words, tasks }) => `${words.en} (tasks ${tasks})`).join(', ')}; together ${window.from} to ${window.to}`,
  };
}
