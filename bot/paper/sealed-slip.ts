/**
 * 密封条 of the desk: the secret that participant 0 has sealed, on paper, folded and given to the supervisor before the
 * public number exists. It is what opens the draw if the desk's machine is lost, and what shows that the desk chose nothing
 * after seeing the number. Printed once, never kept as a file (`bot/verbs/draw/print-slip.ts`).
 */
import type { Digest } from '../../core/digest.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { qr } from './qr.ts';
import { moment } from './words.ts';

export interface SealedSlip {
  readonly ceremony: number;
  readonly office: string;
  readonly manifestDigest: Digest;
  readonly commitment: Digest;
  readonly sealedAt: string;
  /** 64 hexadecimal digits, and the digits that the desk's clerk typed. */
  readonly nonce: string;
  readonly typed: string;
  /** Who takes the slip. */
  readonly supervisor: string;
  readonly printedBy: string;
  readonly printedAt: string;
  /** 1, or which further one it is. */
  readonly copy: number;
}

/** One A4 page to be folded twice: the outside above, the secret below the fold. */
export const sealedSlip = (slip: SealedSlip): string =>
  page(
    `密封条（第${slip.ceremony}次抽取）`,
    html`<section class="half">
<h1>密　封　条</h1>
<table>
<tr><th class="k">抽取编号</th><td>第${slip.ceremony}次抽取</td><th class="k">封存时间</th><td>${moment(slip.sealedAt)}</td></tr>
<tr><th class="k">组织单位</th><td colspan="3">${slip.office}</td></tr>
<tr><th class="k">待抽名单摘要</th><td class="code" colspan="3">${slip.manifestDigest}</td></tr>
<tr><th class="k">承诺值</th><td class="code" colspan="3">${slip.commitment}</td></tr>
<tr><th class="k">打印</th><td>${slip.printedBy}　${moment(slip.printedAt)}</td><th class="k">份次</th><td>第${slip.copy}份</td></tr>
<tr class="tall"><th class="k">封存人<br>（签字）</th><td></td><th class="k">监督人员<br>（签收）</th><td>${slip.supervisor}</td></tr>
</table>
<p class="note">沿虚线将下半页向内折两折后封口，封口处由封存人、监督人员骑缝签字。公开号码公布之前不得拆封；公布后当众拆封，核对承诺值。</p>
</section>
<div class="fold"><span>沿此线向内折叠</span></div>
<section class="half inside">
<h2>以下内容封存，公开号码公布后开启</h2>
<table>
<tr><th class="k">随机串</th><td class="code big">${spaced(slip.nonce)}</td><td class="qr" rowspan="2">${qr(`${slip.nonce}\n${slip.typed}`)}</td></tr>
<tr><th class="k">键入数字</th><td class="code big">${slip.typed}</td></tr>
</table>
</section>
<div class="fold"><span>沿此线再向内折叠，于背面封口</span></div>`,
    style,
  );

/** In eights, so that it can be typed from paper. */
const spaced = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ');

const style = `
.half { min-height: 96mm; } .inside { min-height: 62mm; padding-top: 6mm; }
.tall td, .tall th { height: 20mm; }
.code.big { font-size: 11pt; word-break: normal; line-height: 1.7; }
.qr { width: 36mm; } .qr svg { width: 32mm; height: 32mm; display: block; margin: 0 auto; }
.fold { border-top: .8pt dashed #000; text-align: center; height: 0; margin: 4mm 0; }
.fold span { position: relative; top: -3mm; background: #fff; padding: 0 3mm; font-size: 9pt; }
`;
