/** `/lists/:no`: the visits of one draw as the one who asks may see them, to read, to print, and as a workbook. */
import { keyText } from '../../core/registry/subject.ts';
import type { SheetToWrite } from '../../core/sheet/xlsx.ts';
import type { Door } from '../../core/visit/merge.ts';
import { assignmentSheets } from '../paper/assignments.ts';
import { type Html, html } from '../paper/html.ts';
import { bodiesOf, type PaperVisit, type VisitingBody } from '../paper/visit.ts';
import { visitSheets } from '../paper/visit-list.ts';
import { keepClose, methodWords } from '../paper/words.ts';
import { sourceWords } from '../say/outside-list.ts';
import type { Lists } from '../verbs/visit/lists-for.ts';
import { both, nothing, type Page, table, words } from './frame.ts';

/** More rows than this are for a workbook; the page shows the first ones. */
const rowsMost = 500;

export function listsPage({ scope, head, visits, shared }: Lists): Page {
  const no = head.ceremony;
  const shown = visits.slice(0, rowsMost);
  return {
    title: { zh: `第 ${no} 次抽取 待检名单`, en: `Draw ${no}: visits` },
    body: html`<p class="note">${keepClose}</p>
<div class="actions no-print">${
      scope.kind === 'inspector'
        ? html`<a class="button" href="/lists/${no}/sheet">${words('打印检查任务单', 'Printable sheet')}</a>`
        : html`<a class="button" href="/lists/${no}/visits.xlsx">${words('下载待检名单', 'Visits (.xlsx)')}</a><a class="button" href="/lists/${no}/assignments.xlsx">${words('下载人员任务安排', 'Assignments (.xlsx)')}</a>`
    }${scope.kind === 'all' ? html`<a class="button second" href="/draws/${no}/record.json" download>record.json</a>` : nothing}<a class="button second" href="/draws/${no}">${words('抽取公开页', 'Public page')}</a></div>
<p>${words(`共 ${visits.length} 户。`, `${visits.length} visits.`)}${shown.length < visits.length ? words(`以下显示前 ${shown.length} 户，全部请下载表格。`, `The first ${shown.length} are shown; the workbook has all.`) : nothing}</p>
${table(
  [
    words('检查编号', 'No.'),
    words('检查对象', 'Subject'),
    words('抽查任务', 'Tasks'),
    words('检查部门、人员及事项', 'Departments, people, items'),
    words('检查实施期', 'Window'),
  ],
  shown.map((visit) => row(visit, shared.get(keyText(visit.subject)))),
  'stack',
)}`,
  };
}

const row = (
  { no, subject, tasks, bodies, window, method, batch }: PaperVisit,
  door: Door | undefined,
): readonly Html[] => [
  html`<span class="n">${no}</span>`,
  html`${subject.name}<small>${subject.number}</small><small>${subject.place}</small>`,
  html`${tasks.map((task) => html`<div>${task.name}</div>`)}`,
  html`${bodies.map(body)}`,
  html`<div class="n">${window.from}</div><div class="n">至 ${window.to}</div><small>${methodWords[method]}　第 ${batch} 批</small>${door === undefined ? nothing : merged(door)}`,
];

/** 合并上门: with whom the door is shared, and on which days. */
const merged = ({ visits, window }: Door): Html =>
  html`<small>${words('合并上门', 'Shared door')}：${visits.map((visit) => html`${both(sourceWords(visit))}（${visit.tasks.join('、')}）`)}，${window.from} — ${window.to}</small>`;

const body = ({ name, items, inspectors, open }: VisitingBody): Html =>
  html`<div>${name}${inspectors.length === 0 ? nothing : html`：${inspectors.map((each) => `${each.name}（${each.number}）`).join('、')}`}${open === 0 ? nothing : html`；${words(`空缺 ${open} 人`, `${open} open`)}`}${items.length === 0 ? nothing : html`<small>${items.join('、')}</small>`}</div>`;

/** Sheets of a workbook: all of them for the office, a department's own for a department. */
export const sheetsOf = (which: 'visits' | 'assignments', lists: Lists): readonly SheetToWrite[] => {
  const { scope, head, visits } = lists;
  if (which === 'assignments') return assignmentSheets(head, visits);
  const sheets = visitSheets(head, visits);
  if (scope.kind !== 'department') return sheets;
  // The first sheet is of all departments; then they follow in the order of their codes.
  const own = sheets[1 + bodiesOf(visits).findIndex(({ code }) => code === scope.code)];
  return own === undefined ? [] : [own];
};
