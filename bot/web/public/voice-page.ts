/** `/voice`: what anybody may send without an account, the receipt for it, and its answer. No script, no cookie, nothing to be signed in to. */
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { aboutWords } from '../../say/voice.ts';
import { minuteOf } from '../../today.ts';
import type { VoiceStanding } from '../../verbs/voice/answer-of.ts';
import type { VoiceReceipt, VoiceSent } from '../../verbs/voice/receive.ts';
import { voiceAbout } from '../../verbs/voice/voice.ts';
import type { Voice } from '../../verbs/voice/voices-for.ts';
import { both, facts, nothing, type Page, plain, words } from '../frame.ts';

export const voicePage = (sent: VoiceSent, refused: Words | null): Page => ({
  title: { zh: '意见反馈', en: 'Feedback' },
  body: html`${refused === null ? nothing : html`<div class="card refused" role="alert"><p>${both(refused)}</p></div>`}
<form class="card" method="post" action="/voice">
<fieldset><legend>${words('类别', 'What it is about')}</legend>
${voiceAbout.map(
  (about) =>
    html`<label><input type="radio" name="about" value="${about}"${about === sent.about ? html` checked` : nothing}> ${both(aboutWords[about])}</label>`,
)}
<p class="note">${words('反映检查人员的，只由纪检监察机构接收，其他人看不到；其余由联席会议办公室办理。', 'What is about an inspector is read by the discipline body alone; the rest is for the office.')}</p></fieldset>
<label for="text">${words('内容（2000 字以内）', 'What you wish to say (2000 characters at most)')}</label>
<textarea id="text" name="text" rows="8" maxlength="2000" required>${sent.text}</textarea>
<label for="reference">${words('相关编号或单位（可不填）', 'Number or enterprise that it concerns (may be empty)')}</label>
<input id="reference" name="reference" type="text" maxlength="500" value="${sent.reference}" autocomplete="off">
<label for="contact">${words('联系方式（可不填）', 'How to reach you (may be empty)')}</label>
<input id="contact" name="contact" type="text" maxlength="200" value="${sent.contact}" autocomplete="off">
<input type="hidden" name="mark" value="${sent.mark}">
<div class="actions"><button>${words('提交', 'Send')}</button></div>
<p class="note">${words('不必实名，不必注册。提交后给出受理编号和查询码，凭此查看答复。', 'No name and no account is needed. You are given a number and a code, by which you see the answer.')}</p>
</form>
<p><a href="/voice/answer">${words('查询已提交事项的答复', 'See the answer to what you sent')}</a></p>`,
});

export const receiptPage = ({ number, code }: VoiceReceipt): Page => ({
  title: { zh: '已收到', en: 'Received' },
  body: html`<div class="card told"><p>${words('已收到您的反映，请记下：', 'It was received. Please note:')}</p>
${facts(
  [words('受理编号', 'Number'), html`<b class="hex">${number}</b>`],
  [words('查询码', 'Code'), html`<b class="hex">${code}</b>`],
)}
<p class="note">${words('查询码只显示这一次，本系统不保存；遗失后无法找回。', 'The code is shown this once and kept nowhere; nobody can find it again.')}</p></div>
<p><a href="/voice/answer">${words('查询答复', 'See the answer')}</a></p>`,
});

export interface AnswerAsked {
  readonly number: string;
  readonly refused: Words | null;
  readonly found: VoiceStanding | null;
}

/** The code is sent in the form's body and never stands in an address, which others along the way may keep. */
export const answerPage = ({ number, refused, found }: AnswerAsked): Page => ({
  title: { zh: '查询答复', en: 'See the answer' },
  body: html`${refused === null ? nothing : html`<div class="card refused" role="alert"><p>${both(refused)}</p></div>`}
${found === null ? nothing : standing(found)}
<form class="card" method="post" action="/voice/answer">
<label for="receipt">${words('受理编号', 'Number')}</label>
<input id="receipt" name="number" type="text" inputmode="numeric" maxlength="12" value="${number}" autocomplete="off">
<label for="code">${words('查询码', 'Code')}</label>
<input id="code" name="code" type="text" class="code" maxlength="40" autocomplete="off" spellcheck="false">
<div class="actions"><button>${words('查询', 'Look up')}</button></div>
</form>`,
});

const standing = ({ number, about, receivedAt, answers }: VoiceStanding): Html => html`<div class="card told">${facts(
  [words('受理编号', 'Number'), plain(String(number))],
  [words('类别', 'About'), both(aboutWords[about])],
  [words('收到时间', 'Received'), plain(minuteOf(receivedAt).replace('T', ' '))],
)}
${
  answers.length === 0
    ? html`<p>${words('正在办理，尚无答复。', 'It is being dealt with; there is no answer yet.')}</p>`
    : html`${answers.map(({ at, text }) => html`<p><b>${minuteOf(at).replace('T', ' ')}</b> ${text}</p>`)}`
}</div>`;

/** `/voices`: for the office, and for the discipline body what is for it alone. */
export const voicesPage = (voices: readonly Voice[]): Page => ({
  title: { zh: '收到的反映', en: 'What the public said' },
  body:
    voices.length === 0
      ? html`<p>${words('还没有收到。', 'Nothing has been received yet.')}</p>`
      : html`${voices.map(
          ({ number, at, about, text, contact, reference, answerable, answers }) => html`<section class="card">
<h2>${words(`第 ${number} 号`, `No. ${number}`)} ${both(aboutWords[about])}</h2>
<p class="note">${minuteOf(at).replace('T', ' ')}</p>
${text.split('\n').map((line) => html`<p>${line}</p>`)}
${reference === '' ? nothing : html`<p>${words('涉及：', 'Concerns: ')}${reference}</p>`}
${contact === '' ? nothing : html`<p>${words('联系方式：', 'To be reached: ')}${contact}</p>`}
${answers.map((answer) => html`<p><b>${words('答复', 'Answer')} ${minuteOf(answer.at).replace('T', ' ')}</b> ${answer.text}</p>`)}
${answerable ? (answers.length > 0 ? nothing : html`<p class="note">${words(`答复请在聊天中输入“/voice”，或使用命令 voice answer ${number}。`, `To answer, type /voice in the chat, or run voice answer ${number}.`)}</p>`) : html`<p class="note">${words('由联席办办理和答复。', 'The office deals with it and answers.')}</p>`}</section>`,
        )}`,
});
