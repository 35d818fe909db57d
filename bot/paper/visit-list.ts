/**
 * 待检名单 (甘州 二(二)1): one sheet of all visits for the office, and one for each department with nothing on it but what that
 * department needs, so that a liaison can be given its own sheet alone.
 */
import type { SheetToWrite } from '../../core/sheet/xlsx.ts';
import { bodiesOf, type ListHead, type PaperVisit, type VisitingBody } from './visit.ts';
import { methodWords } from './words.ts';
import { sheetNames, titled, workbook } from './workbook.ts';

const allHeaders = [
  '序号',
  '检查编号',
  '检查对象名称',
  '统一社会信用代码/注册号',
  '管辖单位',
  '抽查任务编号',
  '抽查任务名称',
  '检查部门及抽查事项',
  '执法检查人员',
  '批次',
  '检查日期自',
  '检查日期至',
  '检查方式',
];
const ownHeaders = [
  '序号',
  '检查编号',
  '检查对象名称',
  '统一社会信用代码/注册号',
  '管辖单位',
  '本部门抽查事项',
  '本部门执法检查人员',
  '同行部门',
  '批次',
  '检查日期自',
  '检查日期至',
  '检查方式',
];

/** 张三（SCJG001）、李四（SCJG014）；空缺1人 */
const officers = ({ inspectors, open }: VisitingBody): string => {
  const sent = inspectors.map(({ name, number }) => `${name}（${number}）`).join('、');
  return open === 0 ? sent : [sent, `空缺${open}人`].filter((part) => part !== '').join('；');
};

/** The whole list first, then a sheet for each department, in the order of the visits given. */
export function visitSheets(head: ListHead, visits: readonly PaperVisit[]): SheetToWrite[] {
  const bodies = bodiesOf(visits);
  const [allName = '', ...names] = sheetNames(['全部', ...bodies.map(({ name }) => name)]);
  const all: SheetToWrite = {
    name: allName,
    titles: titled('待检名单', head),
    headers: allHeaders,
    rows: visits.map(allRow),
  };
  return [
    all,
    ...bodies.map(
      ({ code, name }, i): SheetToWrite => ({
        name: names[i] ?? code,
        titles: titled(`待检名单（${name}）`, head),
        headers: ownHeaders,
        rows: visits.flatMap((visit) => ownBody(visit, code)).map(({ visit, own }, row) => ownRow(visit, own, row)),
      }),
    ),
  ];
}

/** The list as .xlsx bytes. */
export const visitList = (head: ListHead, visits: readonly PaperVisit[]): Promise<Uint8Array> =>
  workbook(visitSheets(head, visits), head.date);

/** A department with one visit twice would be a bug of the merge; one with none does not appear. */
const ownBody = (visit: PaperVisit, code: string): { visit: PaperVisit; own: VisitingBody }[] =>
  visit.bodies.filter((body) => body.code === code).map((own) => ({ visit, own }));

const subject = ({ subject: { name, number, place } }: PaperVisit): string[] => [name, number, place];
const when = ({ batch, window, method }: PaperVisit): (string | number)[] => [
  batch,
  window.from,
  window.to,
  methodWords[method],
];

const allRow = (visit: PaperVisit, row: number): (string | number)[] => [
  row + 1,
  visit.no,
  ...subject(visit),
  visit.tasks.map(({ no }) => no).join('\n'),
  visit.tasks.map(({ name }) => name).join('\n'),
  visit.bodies.map(({ name, items }) => `${name}：${items.join('、')}`).join('\n'),
  visit.bodies.map((body) => `${body.name}：${officers(body)}`).join('\n'),
  ...when(visit),
];

const ownRow = (visit: PaperVisit, own: VisitingBody, row: number): (string | number)[] => [
  row + 1,
  visit.no,
  ...subject(visit),
  own.items.join('、'),
  officers(own),
  visit.bodies
    .filter(({ code }) => code !== own.code)
    .map(({ name }) => name)
    .join('、'),
  ...when(visit),
];
