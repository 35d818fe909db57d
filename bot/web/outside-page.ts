/** `/outside/:no`: the visits of a list that another platform drew, as the one who asks may see them. */
import { notVerifiable, wordsOfOutside, wordsOfOutsidePerson } from '../../core/draw/outside-words.ts';
import { type Html, html } from '../paper/html.ts';
import { keepClose } from '../paper/words.ts';
import { sourceWords } from '../say/outside-list.ts';
import type { OutsideVisit, OutsideVisits } from '../verbs/visit/outside-visits.ts';
import { both, facts, nothing, type Page, plain, table, words } from './frame.ts';

/** More rows than this are for the file that the platform gave. */
const rowsMost = 1000;

export function outsidePage({ list, departments, ceremony, visits, ...differing }: OutsideVisits): Page {
  const differences = [
    ...differing.differences.map(wordsOfOutside),
    ...differing.peopleDifferences.map(wordsOfOutsidePerson),
  ];
  const shown = visits.slice(0, rowsMost);
  return {
    title: { zh: `外部平台抽取名单第 ${list.list} 号`, en: `Outside list ${list.list}` },
    body: html`<p class="note">${keepClose}</p>
<p><b>${both(notVerifiable)}</b></p>
${facts(
  [words('抽取平台', 'Drawn by'), plain(list.platform)],
  [words('计划、任务', 'Plan and task'), plain(`${list.plan}　${list.task}`)],
  [words('检查部门', 'Departments'), plain(departments.join('、'))],
  [words('检查实施期', 'Window'), plain(`${list.window.from} — ${list.window.to}`)],
)}
<p>${words(`共 ${visits.length} 户。`, `${visits.length} visits.`)}${shown.length < visits.length ? words(`以下显示前 ${shown.length} 户。`, `The first ${shown.length} are shown.`) : nothing}${ceremony === null ? nothing : html` <a href="/lists/${ceremony}">${words(`所缺的检查人员见第 ${ceremony} 次抽取`, `Inspectors drawn in ceremony ${ceremony}`)}</a>`}</p>
${table(
  [words('检查对象', 'Subject'), words('检查人员', 'Inspectors'), words('合并上门', 'Shared door')],
  shown.map(row),
  'stack',
)}
${
  differences.length === 0
    ? nothing
    : html`<h2>${words('与本系统的差异', 'Where it differs from our lists')}</h2>
<ul>${differences.slice(0, rowsMost).map((each) => html`<li>${both(each)}</li>`)}</ul>
${differences.length > rowsMost ? words(`另有 ${differences.length - rowsMost} 处。`, `${differences.length - rowsMost} more.`) : nothing}`
}`,
  };
}

const row = ({ name, number, place, officers, shares, together }: OutsideVisit): readonly Html[] => [
  html`${name}<small>${number}</small><small>${place}</small>`,
  officers.length === 0
    ? words('名单未写明', 'not named')
    : plain(officers.map((each) => `${each.name}（${each.number}）`).join('、')),
  shares.length === 0
    ? plain('—')
    : html`${shares.map((visit) => html`<div>${both(sourceWords(visit))}　${visit.tasks.join('、')}</div>`)}<small>${together.from} — ${together.to}</small>`,
];
