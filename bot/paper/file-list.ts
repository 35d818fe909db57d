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
  'after',
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
  after: '检查文书',
};

export interface Filed {
  readonly part: Part;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Digest;
}

/** Photographs, films and scans that are kept elsewhere, as they were registered. */
export interface KeptElsewhere {
  readonly part: Part;
  readonly name: string;
  readonly place: string;
  readonly digest: Digest | null;
}

/** What is there of every draw; what comes after it is there once it has happened. */
const needed = parts.filter((part) => part !== 'after');

export interface FileList {
  readonly office: string;
  readonly ceremony: number;
  readonly plan: string;
  readonly date: string;
  readonly files: readonly Filed[];
  readonly elsewhere?: readonly KeptElsewhere[];
}

/** Parts of which there is no file, in words; empty when the file of the draw is complete. */
export const missing = (files: readonly Filed[], elsewhere: readonly KeptElsewhere[] = []): string[] =>
  needed.filter((part) => ![...files, ...elsewhere].some((each) => each.part === part)).map((part) => partWords[part]);

const ordered = (files: readonly Filed[]): Filed[] =>
  [...files].sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || (a.name < b.name ? -1 : 1));

export interface FiledLine {
  readonly what: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Digest;
}

const linesOf = (files: readonly Filed[]): readonly FiledLine[] =>
  ordered(files).map(({ part, ...rest }) => ({ what: partWords[part], ...rest }));

/** As `sha256sum -c` reads it, one file a line, so that the folder can be checked with nothing of ours. */
export const checksums = (files: readonly Filed[]): string => checksumLines(ordered(files));
export const checksumLines = (files: readonly Pick<FiledLine, 'name' | 'sha256'>[]): string =>
  files.map(({ sha256, name }) => `${sha256}  ${printable(name).replaceAll('\n', '\uFFFD')}\n`).join('');

/** The printable list of a draw's folder. */
export const fileList = (list: FileList): string =>
  folderList({
    title: '随机抽取材料归档目录',
    office: list.office,
    about: `第${list.ceremony}次抽取　${list.plan}`,
    date: list.date,
    files: linesOf(list.files),
    lacking: missing(list.files, list.elsewhere),
    elsewhere: (list.elsewhere ?? []).map(({ part, name, place, digest }) => ({
      what: partWords[part],
      name,
      place,
      digest,
    })),
  });

export interface FolderList {
  readonly title: string;
  readonly office: string;
  readonly about: string;
  readonly date: string;
  readonly files: readonly FiledLine[];
  readonly lacking: readonly string[];
  readonly elsewhere?: readonly {
    readonly what: string;
    readonly name: string;
    readonly place: string;
    readonly digest: Digest | null;
  }[];
}

/** The printable list of any folder. */
export const folderList = ({ title, office, about, date, files, lacking, elsewhere = [] }: FolderList): string =>
  page(
    `${title}（${about}）`,
    html`<h1>${title}</h1>
<div class="line"><span>${office}</span><span>${day(date)}</span></div>
<div class="line"><span>${about}</span><span>共${files.length}件</span></div>
<table class="files">
<thead><tr><th>序号</th><th>材料</th><th>文件名和 SHA-256</th><th>字节数</th></tr></thead>
<tbody>${files.map(fileRow)}${elsewhere.map(({ what, name, place, digest }, i) => html`<tr><td class="c">${files.length + i + 1}</td><td>${what}</td><td>${name}（存放：${place}）${digest === null ? html`` : html`<br><span class="code hex">${halves(digest)}</span>`}</td><td class="c">另存</td></tr>`)}</tbody>
</table>
${lacking.length === 0 ? html`<p>材料齐全。</p>` : html`<p class="lacking">尚缺${lacking.length}项：${lacking.join('、')}。补齐前档案不完整。</p>`}
<table class="sign keep"><tr><th class="k">归档人<br>（签字）</th><td></td><th class="k">归档日期</th><td class="c">　　　　年　　月　　日</td></tr></table>`,
    '.lacking { border: 1.2pt solid #000; padding: 2mm 3mm; } .files { table-layout: fixed; } .files th:nth-child(1) { width: 12mm; } .files th:nth-child(2) { width: 42mm; } .files th:nth-child(4) { width: 26mm; }',
  );

const fileRow = ({ what, name, bytes, sha256 }: FiledLine, i: number): Html =>
  html`<tr><td class="c">${i + 1}</td><td>${what}</td><td>${name}<br><span class="code hex">${halves(sha256)}</span></td><td class="n">${bytes}</td></tr>`;
