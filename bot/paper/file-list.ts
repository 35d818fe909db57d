/**
 * 归档目录 (福安 2018 二(二)1: 将整套材料归档): every file of one draw with its SHA-256, and what is still missing by name. The file of a
 * draw is not complete without the form that both persons signed.
 */
import type { Digest } from '../../core/digest.ts';
import { type Html, html, printable } from './html.ts';
import { halves, page } from './page.ts';
import { day } from './words.ts';

/** The parts of a draw's file in the order of the folder. */
export const parts = [
  'plan',
  'reviews',
  'manifest',
  'slip',
  'record',
  'form',
  'signed-form',
  'media',
  'visit-list',
  'assignments',
  'checkpoint',
] as const;
export type Part = (typeof parts)[number];

const partWords: Record<Part, string> = {
  plan: '年度抽查计划',
  reviews: '计划审查意见',
  manifest: '待抽名单及锁定文件',
  slip: '密封条',
  record: '抽取记录（可核验文件）',
  form: '随机抽取情况记录表',
  'signed-form': '签字后的随机抽取情况记录表（扫描件）',
  media: '照片、录像',
  'visit-list': '待检名单',
  assignments: '执法检查人员任务安排',
  checkpoint: '台账校验点',
};

export interface Filed {
  readonly part: Part;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Digest;
}

export interface FileList {
  readonly office: string;
  readonly ceremony: number;
  readonly plan: string;
  readonly date: string;
  readonly files: readonly Filed[];
}

/** Parts of which there is no file, in words; empty when the file of the draw is complete. */
export const missing = (files: readonly Filed[]): string[] =>
  parts.filter((part) => !files.some((file) => file.part === part)).map((part) => partWords[part]);

const ordered = (files: readonly Filed[]): Filed[] =>
  [...files].sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || (a.name < b.name ? -1 : 1));

/** As `sha256sum -c` reads it, one file a line, so that the folder can be checked with nothing of ours. */
export const checksums = (files: readonly Filed[]): string =>
  ordered(files)
    .map(({ sha256, name }) => `${sha256}  ${printable(name).replaceAll('\n', '\uFFFD')}\n`)
    .join('');

/** The printable list. */
export function fileList(list: FileList): string {
  const lacking = missing(list.files);
  return page(
    `归档目录（第${list.ceremony}次抽取）`,
    html`<h1>随机抽取材料归档目录</h1>
<div class="line"><span>${list.office}</span><span>${day(list.date)}</span></div>
<div class="line"><span>第${list.ceremony}次抽取　${list.plan}</span><span>共${list.files.length}件</span></div>
<table class="files">
<thead><tr><th>序号</th><th>材料</th><th>文件名和 SHA-256</th><th>字节数</th></tr></thead>
<tbody>${ordered(list.files).map(fileRow)}</tbody>
</table>
${lacking.length === 0 ? html`<p>材料齐全。</p>` : html`<p class="lacking">尚缺${lacking.length}项：${lacking.join('、')}。补齐前本次抽取的档案不完整。</p>`}
<table class="sign keep"><tr><th class="k">归档人<br>（签字）</th><td></td><th class="k">归档日期</th><td class="c">　　　　年　　月　　日</td></tr></table>`,
    '.lacking { border: 1.2pt solid #000; padding: 2mm 3mm; } .files { table-layout: fixed; } .files th:nth-child(1) { width: 12mm; } .files th:nth-child(2) { width: 42mm; } .files th:nth-child(4) { width: 26mm; }',
  );
}

const fileRow = ({ part, name, bytes, sha256 }: Filed, i: number): Html =>
  html`<tr><td class="c">${i + 1}</td><td>${partWords[part]}</td><td>${name}<br><span class="code hex">${halves(sha256)}</span></td><td class="n">${bytes}</td></tr>`;
