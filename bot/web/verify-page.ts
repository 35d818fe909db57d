/** `/verify`: anybody's own record, or a disclosed one, computed again in the browser; nothing of it leaves the machine. */
import { type Html, html } from '../paper/html.ts';
import { nothing, type Page, words } from './frame.ts';

/** @param draw number of a ceremony whose record may be fetched, or null */
export const verifyPage = (draw: number | null): Page => ({
  title: { zh: '核验抽取记录', en: 'Check a record' },
  script: 'verify',
  body: html`<p>${words('在您的浏览器里把抽取从头重算一遍：名单、封签、公共数、种子、抽中对象、人员、结果根，每一步都由前一步推出。记录不会上传。', 'Your browser computes the draw again from the start, each step from the one before. Nothing is uploaded.')}</p>
${recheck(draw === null ? null : `/draws/${draw}/record.json`, null)}`,
});

/**
 * Where the browser's program shows its steps.
 * @param from address of a record to fetch, or null for a file only
 * @param digest the one that was posted, to compare with
 */
export const recheck = (
  from: string | null,
  digest: string | null,
): Html => html`<div id="recheck" data-from="${from ?? ''}" data-digest="${digest ?? ''}">
<noscript><p class="card refused">${words('浏览器内核验须启用脚本；也可下载 record.json 后用命令行核验。', 'Checking in the browser needs scripts; or check record.json at the command line.')}</p></noscript>
${from === null ? nothing : html`<div class="actions"><button type="button" data-fetch>${words('下载记录并核验', 'Fetch the record and check it')}</button></div>`}
<div class="drop" data-drop>
<label for="record-file">${words('选择或拖入 record.json', 'Choose or drop record.json')}</label>
<input id="record-file" type="file" accept=".json,application/json">
<label for="posted">${words('公布的记录摘要（可选，用于比对）', 'Digest that was posted (optional)')}</label>
<input id="posted" type="text" class="code" maxlength="64" value="${digest ?? ''}" autocomplete="off" spellcheck="false">
</div>
<div role="status" aria-live="polite"><ol class="steps" data-steps></ol><div data-verdict></div></div>
<form class="card" data-lookup hidden>
<label for="number">${words('查一户：统一社会信用代码或注册号', 'Look up one enterprise by its number')}</label>
<input id="number" type="text" class="code" maxlength="40" autocomplete="off" spellcheck="false">
<div class="actions"><button>${words('查询', 'Look up')}</button></div>
<div data-found></div>
</form>
</div>`;
