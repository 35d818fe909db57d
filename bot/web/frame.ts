/** What every page has in common: head, foot, both languages. Whatever a person typed goes through `html`, which escapes it. */
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import { type Html, html } from '../paper/html.ts';

/** Programs for the browser, by name; made by `bundle.ts`, or before a deployment. */
export const scripts = ['witness', 'verify'] as const;
export type Script = (typeof scripts)[number];
export type Assets = Readonly<Record<Script, string>>;
/** `beside`: static files answer for them before this server is asked, as at the edge. */
export type Programs = Assets | 'beside';

export interface Page {
  readonly title: Words;
  readonly body: Html;
  readonly script?: Script;
  /** Tables of many columns stand in it. */
  readonly broad?: true;
  /** Handed to somebody else: no ways elsewhere, and nobody signed in to be signed out. */
  readonly bare?: true;
}

/** For complaints (万年 2022 四(五)). */
export interface Telephone {
  readonly department: string;
  readonly number: string;
}

export interface Around {
  readonly office: string;
  readonly actor: Actor | null;
  readonly telephones?: readonly Telephone[];
  /** This server has the desk's own means: figures are counted and the public is heard here. Left out, it has. */
  readonly desk?: boolean;
}

/** Chinese, and English beside it. */
export const both = ({ zh, en }: Words): Html =>
  zh === en ? html`<span>${zh}</span>` : html`<span>${zh}</span> <span class="en" lang="en">${en}</span>`;
export const words = (zh: string, en: string): Html => both({ zh, en });
export const nothing: Html = html``;

/** Names beside values. */
export const facts = (...rows: readonly (readonly [name: Html, value: Html])[]): Html =>
  html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** @param on `stack`: on a phone each row is a little card, which needs cells that explain themselves */
export const table = (head: readonly Html[], rows: readonly (readonly Html[])[], on: 'stack' | '' = ''): Html =>
  html`<div class="wide" tabindex="0"><table class="${on}"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;

/** The same for phones of any age: there each row is a card whose cells say what they are. */
export const labelled = (caption: Words, head: readonly Words[], rows: readonly (readonly Html[])[]): Html =>
  html`<div class="wide" tabindex="0"><table class="stack"><caption>${both(caption)}</caption><thead><tr>${head.map((cell) => html`<th scope="col">${both(cell)}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, i) => html`<td data-name="${head[i]?.zh ?? ''}">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;

/** A digest that breaks anywhere, its first eight digits marked: those are what people compare and type. */
export const hex = (digest: string): Html =>
  html`<span class="hex"><b>${digest.slice(0, 8)}</b>${digest.slice(8)}</span>`;

export const plain = (text: string): Html => html`${text}`;

export function framed(
  { title, body, script, broad, bare }: Page,
  { office, actor, telephones = [], desk = true }: Around,
): string {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.zh} · 明抽</title>
<link rel="stylesheet" href="/assets/page.css">
<link rel="icon" href="/assets/mark.svg">
${script === undefined ? nothing : html`<script type="module" src="/assets/${script}.js"></script>`}
</head>
<body${broad ? html` class="broad"` : nothing}>
<a class="skip" href="#main">${words('跳到正文', 'Skip to the text')}</a>
<header><div>
${bare ? html`<span class="mark">明抽</span>` : html`<a class="mark" href="/">明抽</a>`}<span class="office">${office}</span>
${bare ? nothing : html`<nav aria-label="公众窗口 Public pages">${ways.filter(({ ofDesk }) => desk || ofDesk !== true).map(({ path, name }) => html`<a href="${path}">${both(name)}</a>`)}</nav>${whoIsHere(actor)}`}
</div></header>
<main id="main">
<h1>${both(title)}</h1>
${body}
</main>
<footer>${words('双随机、一公开：抽取过程可由任何人核验。', 'Drawn in the open: anybody can verify a draw.')}${telephones.map(({ department, number }) => html`<div>${words('投诉举报电话', 'Complaints')} ${department}：<b>${number}</b></div>`)}</footer>
</body>
</html>
`.markup;
}

/** What the public finds here, in the order of the year. */
const ways: readonly { readonly path: string; readonly name: Words; readonly ofDesk?: true }[] = [
  { path: '/policy', name: { zh: '依据文件', en: 'Basis' } },
  { path: '/plans', name: { zh: '抽查计划', en: 'Plans' } },
  { path: '/lists', name: { zh: '清单名录', en: 'Lists' } },
  { path: '/draws', name: { zh: '历次抽取', en: 'Draws' } },
  { path: '/outcomes', name: { zh: '检查结果', en: 'Outcomes' } },
  { path: '/figures', name: { zh: '统计', en: 'Figures' }, ofDesk: true },
  { path: '/verify', name: { zh: '核验', en: 'Verify' } },
  { path: '/voice', name: { zh: '意见反馈', en: 'Feedback' }, ofDesk: true },
];

const whoIsHere = (actor: Actor | null): Html =>
  actor === null
    ? nothing
    : html`<span class="who">${actor.name} <a href="/mine">${words('我的页面', 'My pages')}</a> <form method="post" action="/out"><button class="plain">${words('退出', 'Sign out')}</button></form></span>`;

/** 明 in a seal. */
export const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a61e22"/><circle cx="16" cy="16" r="8" fill="none" stroke="#fff" stroke-width="3"/><circle cx="16" cy="16" r="2.5" fill="#fff"/></svg>`;
