/**
 * One printed page or more on A4, self-contained: no script, no font, no picture from anywhere, so that the file that is
 * archived is the paper that was signed.
 */
import { type Html, html, verbatim } from './html.ts';

/** Faces of official papers first (GB/T 9704: 仿宋 for the text, 小标宋 for titles), then what other machines have. */
const style = `
@page { size: A4; margin: 18mm 16mm 16mm; @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 9pt; } }
* { box-sizing: border-box; }
html { background: #e9e9e6; }
body { margin: 0 auto; padding: 18mm 16mm; width: 210mm; background: #fff; color: #000;
  font: 10.5pt/1.45 "FangSong", "仿宋", "FangSong_GB2312", "STFangsong", "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
h1 { margin: 0 0 2mm; text-align: center; font: 400 20pt/1.3 "FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "华文中宋", "SimSun", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; letter-spacing: .12em; }
h2 { margin: 5mm 0 1.5mm; font: 400 12pt/1.4 "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
table { width: 100%; border-collapse: collapse; border: 1.2pt solid #000; }
th, td { border: .6pt solid #000; padding: 1mm 1.6mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
th { font-weight: 400; text-align: center; font-family: "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.c { text-align: center; white-space: nowrap; }
.k { width: 27mm; white-space: nowrap; }
.code { font: 8.5pt/1.45 "Consolas", "Menlo", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; word-break: break-all; white-space: pre-wrap; }
.hex { word-break: normal; overflow-wrap: normal; }
.sign { table-layout: fixed; margin-top: 4mm; } .sign td { height: 16mm; } .sign th { width: 27mm; }
.line { display: flex; justify-content: space-between; margin: 0 0 2mm; }
.note { margin: 1.5mm 0 0; font-size: 9pt; }
.keep { break-inside: avoid; }
@media print { html { background: #fff; } body { width: auto; padding: 0; } }
`;

/** A digest breaks in its middle or not at all, so that two of them are compared line by line. */
export const halves = (hex: string): Html => html`${hex.slice(0, 32)}<wbr>${hex.slice(32)}`;

/** @param more rules of this paper alone, in our own words. */
export const page = (title: string, body: Html, more = ''): string =>
  html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${verbatim(style + more)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
