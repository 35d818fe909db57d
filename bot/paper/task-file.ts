/** 任务档案目录: every fact of a task with the digest of what it says, what was owed by when and done, and the files with their SHA-256. */
import type { CivilDate } from '../../core/calendar.ts';
import type { Digest } from '../../core/digest.ts';
import type { FactKind } from '../../core/ledger/fact.ts';
import { factWords } from '../../core/ledger/words.ts';
import { performedLine, performedSummary } from '../say/performed.ts';
import type { TaskPerformed } from '../verbs/duty/performed.ts';
import type { FiledLine } from './file-list.ts';
import { html } from './html.ts';
import { halves, page } from './page.ts';
import { day } from './words.ts';

export interface FactLine {
  /** Number in the ledger. */
  readonly seq: number;
  readonly day: CivilDate;
  readonly kind: FactKind;
  /** `person:…` */
  readonly actor: string;
  /** Salted digest of the body, as the chain holds it. */
  readonly digest: Digest;
}

export interface TaskFilePage {
  readonly office: string;
  readonly date: CivilDate;
  readonly performed: TaskPerformed;
  readonly facts: readonly FactLine[];
  readonly files: readonly FiledLine[];
  readonly missing: readonly string[];
  readonly nameOf: (department: string) => string;
}

export function taskFilePage({ office, date, performed, facts, files, missing, nameOf }: TaskFilePage): string {
  const { plan, task, lines } = performed;
  return page(
    `任务档案目录（${task.no}）`,
    html`<h1>任务档案目录</h1>
<div class="line"><span>${office}</span><span>${day(date)}</span></div>
<div class="line"><span>${task.name}（${task.no}）</span><span>${plan}</span></div>
<h2>一、应办事项和办理情况</h2>
<p>${performedSummary(lines).zh}</p>
<ol>${lines.map((line) => html`<li>${performedLine(line, nameOf).zh}</li>`)}</ol>
<h2>二、全程留痕（${facts.length}条）</h2>
<table class="files">
<thead><tr><th>台账号</th><th>日期和事项</th><th>内容摘要值</th><th>办理人</th></tr></thead>
<tbody>${facts.map(
      ({ seq, day: on, kind, actor, digest }) =>
        html`<tr><td class="c">${seq}</td><td>${on}　${factWords[kind].zh}</td><td><span class="code hex">${halves(digest)}</span></td><td class="c">${actor.replace(/^[a-z]+:/, '')}</td></tr>`,
    )}</tbody>
</table>
<h2>三、材料（${files.length}件）</h2>
<table class="files">
<thead><tr><th>序号</th><th>材料</th><th>文件名和 SHA-256</th><th>字节数</th></tr></thead>
<tbody>${files.map(
      ({ what, name, bytes, sha256 }, i) =>
        html`<tr><td class="c">${i + 1}</td><td>${what}</td><td>${name}<br><span class="code hex">${halves(sha256)}</span></td><td class="n">${bytes}</td></tr>`,
    )}</tbody>
</table>
${missing.length === 0 ? html`<p>材料齐全。</p>` : html`<p>尚缺${missing.length}项：${missing.join('、')}。</p>`}`,
    '.files { table-layout: fixed; } .files th:nth-child(1) { width: 16mm; } .files th:nth-child(4) { width: 24mm; }',
  );
}
