/** The one stylesheet of the pages: quiet, readable on a phone, and printable. Nothing is fetched from anywhere else. */
import { visitStyle } from './visit-form/style.ts';

export const style = `
:root { --ink: #1f2933; --soft: #5b6670; --line: #d9d6cd; --ground: #f7f6f2; --paper: #fff; --seal: #a61e22; --good: #1c6b3c; }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%;
  font: 16px/1.65 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "Noto Sans CJK SC", sans-serif; }
body { margin: 0; }
a { color: #174e86; }
header { background: var(--paper); border-bottom: 3px solid var(--seal); }
header > div, main, footer { max-width: 60rem; margin: 0 auto; padding: .8rem 1.1rem; }
header > div { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: baseline; }
header .mark { font-weight: 700; font-size: 1.15rem; color: var(--seal); text-decoration: none; letter-spacing: .1em; }
header .office { color: var(--soft); flex: 1 1 12rem; }
header nav { display: flex; flex-wrap: wrap; gap: .2rem .95rem; flex-basis: 100%; }
header nav .en { font-size: .76em; }
header nav a { text-decoration: none; white-space: nowrap; } header nav a:hover { text-decoration: underline; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .4rem .8rem; z-index: 1; }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding: .45rem .7rem 0; }
.quiet { background: #eef5ef; border-left: 4px solid var(--good); }
.broad header > div, .broad main, .broad footer { max-width: 84rem; }
form.search { margin: .6rem 0 1rem; } .card form.search { margin: 0; }
form.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
form.search label { flex-basis: 100%; margin: 0; }
form.search input { flex: 1 1 14rem; max-width: 30rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: .8rem 0; padding: 0; list-style: none; }
.tiles > li { flex: 1 1 17rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; }
.tiles h2, .tiles h3 { margin: 0 0 .3rem; font-size: 1.05rem; padding: 0; border: 0; }
ul.plain { list-style: none; padding: 0; margin: .4rem 0; } ul.plain > li { padding: .25rem 0; }
figure { margin: .8rem 0; } figure img { max-width: 100%; height: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
figcaption { color: var(--soft); font-size: .9rem; }
textarea { font: inherit; width: 100%; max-width: 40rem; padding: .45rem .6rem; border: 1px solid #767f87; border-radius: 6px; background: #fff; }
fieldset { border: 0; padding: 0; margin: .7rem 0; } legend { font-weight: 500; padding: 0; }
fieldset label { font-weight: 400; margin: .25rem 0; }
details { margin: .4rem 0; } summary { cursor: pointer; }
header form { display: inline; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 1.2rem 0 .4rem; }
h2 { font-size: 1.12rem; margin: 2rem 0 .5rem; padding-left: .6rem; border-left: 4px solid var(--seal); line-height: 1.35; }
h1 .en, h2 .en { font-weight: 400; font-size: .68em; margin-left: .35em; }
.en { color: var(--soft); font-size: .86em; }
p { margin: .5rem 0; }
section { margin-bottom: 1.2rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1.1rem; margin: .8rem 0; overflow-wrap: anywhere; }
.note { color: var(--soft); font-size: .9rem; }
.told { border-left: 4px solid var(--good); }
.refused { border-left: 4px solid var(--seal); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .35rem 1rem; margin: .6rem 0; }
dt { color: var(--soft); } dt .en { display: block; line-height: 1.2; }
dd { margin: 0; overflow-wrap: anywhere; }
.hex { font: .86rem/1.5 ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.hex b { color: var(--seal); font-size: 1.15em; }
.wide { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
td .n, .n { white-space: nowrap; }
td small { color: var(--soft); display: block; }
.stage { display: inline-block; border: 1px solid currentColor; color: var(--seal); border-radius: 99px; padding: 0 .7rem; font-size: .9rem; }
button, .button { font: inherit; cursor: pointer; border-radius: 6px; border: 1px solid #174e86; background: #174e86; color: #fff;
  padding: .45rem 1.1rem; text-decoration: none; display: inline-block; }
button .en, .button .en { color: inherit; opacity: .8; }
button:disabled { background: #c8ccd0; border-color: #c8ccd0; color: #fff; cursor: not-allowed; }
button.plain { background: none; border: 0; color: #174e86; padding: 0; text-decoration: underline; }
button.second, .button.second { background: var(--paper); color: #174e86; }
label { display: block; margin: .7rem 0 .2rem; font-weight: 500; }
input[type=text], input[type=search], input[type=file], select { font: inherit; width: 100%; max-width: 26rem; padding: .45rem .6rem; border: 1px solid #767f87; border-radius: 6px; background: #fff; }
input.code { font-family: ui-monospace, Consolas, Menlo, monospace; letter-spacing: .12em; }
:focus-visible { outline: 3px solid #f0b429; outline-offset: 2px; }
#recheck > .actions { margin-bottom: .8rem; }
.drop label:first-child, .card > h2:first-child, .card > p:first-child, .card > label:first-child { margin-top: 0; } .card > p:last-child { margin-bottom: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0 .2rem; align-items: center; }
ol.steps { list-style: none; margin: .8rem 0; padding: 0; }
ol.steps > li { padding: .25rem 0 .25rem 2rem; position: relative; color: var(--soft); }
ol.steps > li::before { content: "○"; position: absolute; left: .3rem; }
ol.steps > li.good { color: var(--ink); } ol.steps > li.good::before { content: "✓"; color: var(--good); font-weight: 700; }
ol.steps > li.bad { color: var(--seal); } ol.steps > li.bad::before { content: "✗"; font-weight: 700; }
.drop { border: 2px dashed #9aa3ab; border-radius: 8px; padding: 1.4rem 1.1rem; background: var(--paper); }
.drop.over { border-color: #174e86; background: #eef4fa; }
footer { color: var(--soft); font-size: .86rem; padding-bottom: 2rem; }
[hidden] { display: none !important; }${visitStyle}
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: 0; } dt { margin-top: .5rem; } dt .en { display: inline; margin-left: .4em; }
  table.stack thead { display: none; } table.stack td { display: block; border: 0; padding: .15rem .8rem; }
  table.stack tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; } table.stack tr:last-child { border-bottom: 0; }
  table.stack td[data-name]::before { content: attr(data-name) "："; color: var(--soft); }
  table.stack td:empty { display: none; }
  h1 { font-size: 1.28rem; }
  header nav { gap: .35rem 0; } header nav a { flex: 0 0 25%; font-size: .93rem; line-height: 1.25; } header nav .en { display: block; font-size: .74em; }
}
@media print {
  html { background: #fff; font-size: 11pt; } header nav, .skip, form, .actions, .no-print { display: none !important; }
  .card { border-radius: 0; break-inside: avoid; } .wide { border-radius: 0; overflow: visible; }
  thead { display: table-header-group; } tr, figure { break-inside: avoid; } h2 { break-after: avoid; } th { white-space: normal; }
  table { font-size: .82em; } td .en, th .en, caption .en { display: none; } figure img { max-height: 17cm; } a { color: inherit; text-decoration: none; }
}
`;
