/** Lists drawn elsewhere and doors that several draws share, in words. */
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
    zh: `  ${subject.number}：${from.map(({ words, tasks }) => `${words.zh}（任务 ${tasks}）`).join('，')}；可同时上门 ${window.from} 至 ${window.to}`,
    en: `  ${subject.number}: ${from.map(({ words, tasks }) => `${words.en} (tasks ${tasks})`).join(', ')}; together ${window.from} to ${window.to}`,
  };
}
