/**
 * `/witness/:no`: a witness's own page. What was frozen, co-signing by its first eight digits, a secret that is made in the browser and
 * leaves it only at the opening, and the record computed again afterwards. The page shows what the server knows; the browser's program
 * (`browser/witness.ts`) adds what only the witness knows.
 */
import { stageWords } from '../../core/draw/ceremony/words.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import { type Html, html } from '../paper/html.ts';
import { beijing } from '../say/time.ts';
import { ceremonyTitle, clock, commitmentNote, frozen } from './draw-page.ts';
import type { PublicCeremony } from './draws.ts';
import { both, hex, nothing, type Page, words } from './frame.ts';
import { recheck } from './verify-page.ts';

export interface Told {
  readonly kind: 'told' | 'refused';
  readonly words: Words;
}

/** @param told what came of the act just asked for, or null */
export function witnessPage(draw: PublicCeremony, witness: Actor, told: Told | null): Page {
  const id = witness.person;
  const custody = draw.participants.find((each) => each.id === id)?.custody ?? 'own-page';
  const commitment = draw.sealed.find((each) => each.id === id)?.commitment ?? '';
  const title = ceremonyTitle(draw.ceremony);
  return {
    title: { zh: `${title.zh} 监督页`, en: `${title.en}: witness` },
    script: 'witness',
    body: html`<div id="witness" data-ceremony="${draw.ceremony}" data-manifest="${draw.manifest}" data-person="${id}" data-commitment="${commitment}" data-stage="${draw.stage}">
<p><span class="stage">${both(stageWords[draw.stage])}</span> ${words(`监督人员：${witness.name}（${id}）`, `Witness: ${witness.name} (${id})`)}</p>
${told === null ? nothing : html`<div class="card ${told.kind}" role="status"><p>${both(told.words)}</p></div>`}
<h2>${words('一、看清锁定的内容', '1. What is frozen')}</h2>
${frozen(draw)}
<h2>${words('二、会签', '2. Co-sign')}</h2>
${cosigning(draw, id)}
<h2>${words('三、封签', '3. Seal a secret')}</h2>
${custody === 'desk' ? sealingAtDesk(draw, id) : sealing(draw, id)}
<h2>${words('四、启封', '4. Open it')}</h2>
${custody === 'desk' ? openingAtDesk(draw, id) : opening(draw, id)}
<h2>${words('五、开签后核验', '5. Check the draw')}</h2>
${checking(draw)}
</div>`,
  };
}

const cosigning = ({ ceremony, cosigned, stage }: PublicCeremony, id: string): Html =>
  cosigned.includes(id)
    ? html`<p class="card told">${words('您已会签。', 'You have co-signed.')}</p>`
    : stage === 'aborted'
      ? over
      : html`<form class="card" method="post" action="/witness/${ceremony}/cosign">
<p>${words('请对照现场或频道里公布的摘要，键入前 8 位；这表示您看到锁定的就是它。', 'Compare with the digest posted in the room or the channel, and type its first 8 digits: this is what you saw frozen.')}</p>
<label for="digits">${words('摘要前 8 位', 'First 8 digits')}</label>
<input id="digits" name="digits" type="text" class="code" maxlength="16" required autocomplete="off" autocapitalize="off" spellcheck="false">
<div class="actions"><button>${words('会签', 'Co-sign')}</button></div>
</form>`;

const over: Html = html`<p class="note">${words('这一步已经结束。', 'This step is over.')}</p>`;
const notYet: Html = html`<p class="note">${words('还没有到这一步。', 'It is not time for this step yet.')}</p>`;

const sealedCard = (draw: PublicCeremony, id: string): Html | null => {
  const sealed = draw.sealed.find((each) => each.id === id);
  return sealed === undefined
    ? null
    : html`<div class="card told"><p>${words('您已封签，承诺值：', 'You have sealed; the commitment:')}</p><p>${hex(sealed.commitment)}</p><p class="note">${clock(sealed.at)}</p><div data-kept></div></div>`;
};

const sealing = (draw: PublicCeremony, id: string): Html =>
  sealedCard(draw, id) ??
  (draw.stage !== 'sealing'
    ? over
    : html`<form class="card" method="post" action="/witness/${draw.ceremony}/seal" data-seal>
<p>${words(`请在${beijing(draw.deadlines.seal).zh}前封签。您键入的数字和本机产生的随机串只保存在这台设备上，启封之前不会发出；发出的只有承诺值。`, `Seal before ${beijing(draw.deadlines.seal).en}. Your digits and the random part made here stay on this device until you open them; only the commitment is sent.`)}</p>
<p class="note">${commitmentNote}</p>
<noscript><p class="refused">${words('封签须在本机计算，请启用脚本，或改由会务台代为封存。', 'Sealing is computed here and needs scripts.')}</p></noscript>
<div data-make>
<label for="typed">${words('键入至少 6 位数字（任意）', 'Type six digits or more, any you like')}</label>
<input id="typed" type="text" class="code" inputmode="numeric" maxlength="60" autocomplete="off">
<p class="refused" data-typed-error role="alert" hidden></p>
<div class="actions"><button type="button" data-make-button disabled>${words('在本机生成封签', 'Make the seal here')}</button></div>
</div>
<div data-made hidden>
<p>${words('承诺值：', 'Commitment:')} <span class="hex" data-commitment-shown></span></p>
<p class="note" data-kept></p>
<input type="hidden" name="commitment" value="">
<div class="actions"><a class="button second" data-save download>${words('另存封签文件', 'Save the seal as a file')}</a><button>${words('提交承诺值', 'Send the commitment')}</button><button type="button" class="plain" data-again>${words('重新生成', 'Make another')}</button></div>
</div>
</form>`);

const sealingAtDesk = (draw: PublicCeremony, id: string): Html =>
  sealedCard(draw, id) ??
  (draw.stage !== 'sealing'
    ? over
    : html`<form class="card" method="post" action="/witness/${draw.ceremony}/seal">
<p>${words('您登记为由会务台代为封存：键入的数字由会务台加密保管，记录中会写明。', 'The desk keeps your secret, encrypted; the record says so.')}</p>
<label for="typed">${words('键入至少 6 位数字（任意）', 'Type six digits or more, any you like')}</label>
<input id="typed" name="typed" type="text" class="code" inputmode="numeric" maxlength="60" required autocomplete="off">
<div class="actions"><button>${words('封签', 'Seal')}</button></div>
</form>`);

const openedCard = html`<p class="card told">${words('您已启封。', 'You have opened your secret.')}</p>`;

const opening = (draw: PublicCeremony, id: string): Html => {
  if (draw.openedBy.includes(id)) return openedCard;
  if (draw.absent.includes(id))
    return html`<p class="card refused">${words('启封已截止，记为缺席。', 'The opening has ended; you are recorded as absent.')}</p>`;
  if (draw.stage === 'sealing') return notYet;
  if (draw.stage !== 'opening' || !draw.sealed.some((each) => each.id === id)) return over;
  return html`<form class="card" method="post" action="/witness/${draw.ceremony}/open" data-open>
<p>${words(`请在${beijing(draw.deadlines.reveal).zh}前启封。`, `Open it before ${beijing(draw.deadlines.reveal).en}.`)} <span data-kept></span></p>
<label for="seal-file">${words('不是这台设备封签的，请选择当时另存的封签文件', 'Sealed on another device? Choose the file that you saved')}</label>
<input id="seal-file" type="file" accept=".json,application/json">
<label for="nonce">${words('随机串', 'Random part')}</label>
<input id="nonce" name="nonce" type="text" class="code" maxlength="64" required autocomplete="off" spellcheck="false">
<label for="open-typed">${words('键入的数字', 'Digits')}</label>
<input id="open-typed" name="typed" type="text" class="code" maxlength="60" required autocomplete="off">
<p class="refused" data-open-error role="alert" hidden></p>
<div class="actions"><button>${words('启封', 'Open')}</button></div>
</form>`;
};

const openingAtDesk = (draw: PublicCeremony, id: string): Html => {
  if (draw.openedBy.includes(id)) return openedCard;
  if (draw.stage === 'sealing') return notYet;
  return draw.stage === 'opening' && draw.sealed.some((each) => each.id === id)
    ? html`<form class="card" method="post" action="/witness/${draw.ceremony}/open"><p>${words('同意会务台开启代为封存的数字。', 'Let the desk open what it keeps for you.')}</p><div class="actions"><button>${words('启封', 'Open')}</button></div></form>`
    : over;
};

const checking = ({ opened, ceremony }: PublicCeremony): Html =>
  opened === null
    ? notYet
    : html`<p>${words('您现在就可以取得完整记录，在本机把抽取从头重算一遍。记录公开日之前请勿外传。', 'The whole record is yours now: compute the draw again here. Keep it to yourself until the day of disclosure.')}</p>
<p>${words('公布的记录摘要：', 'Digest that was posted:')} ${hex(opened.record)}</p>
<div class="actions"><a class="button second" href="/draws/${ceremony}/record.json" download>${words('下载 record.json', 'Download record.json')}</a></div>
${recheck(`/draws/${ceremony}/record.json`, opened.record)}`;
