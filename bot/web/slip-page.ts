/** `/slip/:no`: before a 密封条 is printed. Looking at this page prints nothing; the slip itself is the answer to its button. */
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import { type Html, html } from '../paper/html.ts';
import { roleWords, witnessWords } from '../say/rights.ts';
import type { SlipDesk } from '../verbs/draw/slips.ts';
import { ceremonyTitle, clock } from './draw-page.ts';
import { both, nothing, type Page, plain, table, words } from './frame.ts';

/** @param problem why it was not printed just now, or null */
export function slipPage({ ceremony, supervisors, usual, printed }: SlipDesk, problem: Words | null): Page {
  const title = ceremonyTitle(ceremony);
  return {
    title: { zh: `${title.zh} 密封条`, en: `${title.en}: sealed slip` },
    body: html`${problem === null ? nothing : html`<div class="card refused" role="status"><p>${both(problem)}</p></div>`}
<p>${words('密封条载有会务台封存的随机串和数字。打印后当面折叠、封口、骑缝签字，交监督人员保管，公开号码公布之前不得拆封。', 'The slip holds what the desk has sealed. Print it, fold it, seal and sign it before witnesses, and hand it to the supervisor; nobody opens it before the public number is known.')}</p>
<p class="note">${words('由谁、何时、为谁打印，先记入台账再显示；每次抽取一份。页面不留存，请立即打印并关闭。', 'Who prints it, when and for whom is on record before it is shown; one for each draw. Nothing is kept: print it at once and close the page.')}</p>
${printed.length === 0 ? nothing : html`<h2>${words('已打印', 'Printed so far')}</h2>${soFar(printed)}`}
<form class="card" method="post" action="/slip/${ceremony}/paper" autocomplete="off">
<label for="supervisor">${words('交由谁保管', 'Who takes it')}</label>
<select id="supervisor" name="supervisor" required>${usual === null ? html`<option value="">—</option>` : nothing}${supervisors.map(
      (each) =>
        html`<option value="${each.person}"${each.person === usual ? html` selected` : nothing}>${nameOf(each)}</option>`,
    )}</select>
${printed.length === 0 ? nothing : again}
<div class="actions"><button>${words('打印密封条', 'Print the slip')}</button></div>
</form>`,
  };
}

const again: Html = html`<label for="reason">${words('再次打印的理由', 'Why another one')}</label>
<input id="reason" name="reason" type="text" maxlength="200" required>
<p class="note">${words('先前的一份应当众作废；理由记入台账，任何人可查。', 'The earlier one is made void before witnesses; the reason is on record for everybody.')}</p>`;

const soFar = (printed: SlipDesk['printed']): Html =>
  table(
    [
      words('份次', 'Copy'),
      words('时间', 'Time'),
      words('打印人', 'Printed by'),
      words('交由', 'For'),
      words('理由', 'Reason'),
    ],
    printed.map(({ copy, at, byName, supervisorName, reason }) => [
      plain(String(copy)),
      clock(at),
      plain(byName),
      plain(supervisorName),
      plain(reason || '—'),
    ]),
  );

const nameOf = ({ name, person, witness, roles }: Actor): string => {
  const [role] = roles;
  const as = witness !== null ? witnessWords[witness].zh : role === undefined ? '' : roleWords[role].zh;
  return `${name}（${person}${as === '' ? '' : `，${as}`}）`;
};
