/**
 * 检查人员安排: for each department a sheet that says who goes where with whom, and for each inspector, when asked, a page of
 * its own to take along. Both tell of the right to challenge an inspector.
 */
import type { SheetToWrite } from '../../core/sheet/xlsx.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { bodiesOf, type ListHead, type PaperVisit, type Sent, type VisitingBody } from './visit.ts';
import { day, identityDuty, keepClose, methodWords, recusalRight, span } from './words.ts';
import { sheetNames, titled, workbook } from './workbook.ts';

interface Going {
  readonly visit: PaperVisit;
  readonly own: VisitingBody;
  readonly who: Sent;
}

/** Every visit of every inspector of a department: inspectors by number, their visits in the order given. */
function goings(visits: readonly PaperVisit[], code: string): Going[] {
  const all = visits.flatMap((visit) =>
    visit.bodies
      .filter((own) => own.code === code)
      .flatMap((own) => own.inspectors.map((who) => ({ visit, own, who }))),
  );
  return all.sort((a, b) => (a.who.number < b.who.number ? -1 : a.who.number > b.who.number ? 1 : 0));
}

const partners = ({ own, who }: Going): string =>
  own.inspectors
    .filter(({ number }) => number !== who.number)
    .map(({ name }) => name)
    .join('、') || '待递补';

const others = ({ visit, own }: Going): string =>
  visit.bodies
    .filter(({ code }) => code !== own.code)
    .map(({ name }) => name)
    .join('、');

const headers = [
  '工号',
  '执法检查人员',
  '次序',
  '检查编号',
  '检查对象名称',
  '统一社会信用代码/注册号',
  '管辖单位',
  '抽查事项',
  '同行人员',
  '同行部门',
  '批次',
  '检查日期自',
  '检查日期至',
  '检查方式',
  '签收',
];

/** One sheet for each department that sends anybody. */
export function assignmentSheets(head: ListHead, visits: readonly PaperVisit[]): SheetToWrite[] {
  const bodies = bodiesOf(visits).filter(({ code }) => goings(visits, code).length > 0);
  const names = sheetNames(bodies.map(({ name }) => name));
  return bodies.map(({ code, name }, i) => ({
    name: names[i] ?? code,
    titles: titled(`执法检查人员任务安排（${name}）`, head, identityDuty, recusalRight),
    headers,
    rows: rows(goings(visits, code)),
  }));
}

/** The assignments as .xlsx bytes. */
export const assignments = (head: ListHead, visits: readonly PaperVisit[]): Promise<Uint8Array> =>
  workbook(assignmentSheets(head, visits), head.date);

function rows(list: readonly Going[]): (string | number)[][] {
  let order = 0;
  return list.map((going, i) => {
    const { visit, own, who } = going;
    order = list[i - 1]?.who.number === who.number ? order + 1 : 1;
    const { name, number, place } = visit.subject;
    return [
      who.number,
      who.name,
      order,
      visit.no,
      name,
      number,
      place,
      own.items.join('、'),
      partners(going),
      others(going),
      visit.batch,
      visit.window.from,
      visit.window.to,
      methodWords[visit.method],
      '',
    ];
  });
}

/** 检查任务单 of one inspector, printable; visits of others do not stand on it. */
export function assignmentPage(head: ListHead, visits: readonly PaperVisit[], inspector: string): string {
  const own = bodiesOf(visits)
    .flatMap(({ code }) => goings(visits, code))
    .filter(({ who }) => who.number === inspector);
  const name = own[0]?.who.name ?? '';
  return page(
    `执法检查任务单（${inspector}）`,
    html`<h1>执法检查任务单</h1>
<div class="line"><span>第${head.ceremony}次抽取　${head.plan}</span><span>${day(head.date)}</span></div>
<table>
<tr><th class="k">执法检查人员</th><td>${name}</td><th class="k">工号</th><td>${inspector}</td></tr>
<tr><th class="k">所在单位</th><td>${own[0]?.own.name ?? ''}</td><th class="k">检查户数</th><td>${own.length}户</td></tr>
</table>
<h2>检查对象</h2>
<table class="visits">
<thead><tr><th>次序</th><th>检查对象</th><th>抽查事项</th><th>同行人员</th><th>检查实施期</th></tr></thead>
<tbody>${own.map(visitRow)}</tbody>
</table>
<p class="note">${identityDuty}</p>
<p class="note">${recusalRight}</p>
<p class="note">${keepClose}</p>
<table class="sign keep"><tr><th class="k">签收</th><td></td><th class="k">日期</th><td class="c">　　　　年　　月　　日</td></tr></table>`,
    style,
  );
}

const style = `
td small { font-size: 9pt; }
.visits { table-layout: fixed; } .visits th { width: 34mm; } .visits th:first-child { width: 12mm; } .visits th:nth-child(2) { width: auto; }
`;

const visitRow = (going: Going, i: number): Html => {
  const { visit, own } = going;
  const { name, number, place } = visit.subject;
  return html`<tr><td class="c">${i + 1}</td><td>${name}<br><small>${number}<br>${place}<br>检查编号：${visit.no}</small></td><td>${own.items.join('、')}</td><td>${partners(going)}<br><small>${others(going)}</small></td><td>${span(visit.window.from, visit.window.to)}<br><small>${methodWords[visit.method]}　第${visit.batch}批</small></td></tr>`;
};
