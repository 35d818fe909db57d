/** The two pages of the add-in: the pane itself, which is also a page of its own for those without Excel, and what the ribbon's buttons run. */
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { both } from '../frame.ts';
import type { Program } from './file.ts';
import { type OfficeJs, officeScript } from './office.ts';

/** Shown until the program is there; it stays where a browser cannot run it. */
const opening: Words = {
  zh: '正在打开明抽填报……如果长时间停留在此，请换用较新的浏览器或更新 Office 后再试。',
  en: 'Opening… If this stays, use a newer browser or update Office.',
};

export const panePage = (program: Program, office: OfficeJs): string =>
  page('明抽填报', program, office, html`<div id="pane"><p class="opening">${both(opening)}</p></div>`);

/** Never seen: it only lends its functions to the ribbon. */
export const commandsPage = (program: Program, office: OfficeJs): string =>
  page('明抽命令', program, office, html`<div id="commands"></div>`);

const page = (title: string, { scripts, styles, first }: Program, office: OfficeJs, body: Html): string =>
  html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="office-js" content="${officeScript(office)}">
<title>${title}</title>
<link rel="icon" href="/assets/mark.svg">
${styles.map((name) => html`<link rel="stylesheet" href="/addin/${name}">`)}
${first.files.filter((name) => name.endsWith('.js')).map((name) => html`<link rel="modulepreload" href="/addin/${name}">`)}
${scripts.map((name) => html`<script type="module" src="/addin/${name}"></script>`)}
</head>
<body>
${body}
</body>
</html>
`.markup;
