/**
 * 部门联合抽查会商函 and 专项抽查计划通知 (甘州 附件4、附件5), in our own words: what is asked of whom, with a slip to answer on. Whoever has no
 * chat answers on paper; a liaison then enters it.
 */
import type { Invitation } from '../../core/consult/invitation.ts';
import { letterFacts, letterTitle, partWords } from '../say/letter.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { day, identityDuty } from './words.ts';

/** One self-contained page, A4, Chinese. */
export function letterPage({ no, letter }: Pick<Invitation, 'no' | 'letter'>): string {
  const title = letterTitle(letter).zh;
  const isNotice = letter.kind === 'notice';
  const opening = isNotice
    ? `根据工作安排，我单位牵头组织实施“${letter.name}”专项抽查。现将有关事项通知如下，请认真组织实施，并于${day(letter.answerBy)}前签收。`
    : `为做好${letter.year}年度部门联合“双随机、一公开”抽查工作，我单位拟牵头开展“${letter.name}”。在计划发布前，现就有关事项与贵单位会商，请于${day(letter.answerBy)}前答复。`;
  const { person, phone, email } = letter.contact;
  const reach = [phone === '' ? '' : `电话：${phone}`, email === '' ? '' : `邮箱：${email}`].filter(
    (each) => each !== '',
  );
  return page(
    title,
    html`<h1>${title}</h1>
<div class="line"><span>会商编号：第${no}号</span><span>${day(letter.date)}</span></div>
<p>${letter.to.join('、')}：</p>
<p class="p">${opening}</p>
<h2>一、抽查任务</h2>
<table>${letterFacts(letter).map(({ name, value }) => html`<tr><th class="k">${name.zh}</th><td>${value.zh}</td></tr>`)}</table>
<h2>二、任务分工</h2>
<table><thead><tr><th>部门</th><th>抽查事项和人员</th></tr></thead><tbody>${letter.parts.map(
      (part) =>
        html`<tr><td>${part.name}${part.department === letter.lead ? '（牵头）' : ''}</td><td>${partWords(part).zh.slice(part.name.length + 1)}</td></tr>`,
    )}</tbody></table>
<h2>三、工作要求</h2>
<p class="p">检查对象和执法检查人员随机抽取，各部门联合进户，一次完成全部事项的检查。</p>
<p class="p">${identityDuty}</p>
${letter.requirements
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => html`<p class="p">${line.trim()}</p>`)}
<p class="p">抽查事项不在本部门清单内的，请随答复一并提出，逐级反映。</p>
<h2>四、联系方式</h2>
<p class="p">联系人：${person}　${reach.join('　')}</p>
<p class="seal">${letter.leadName}<br>${day(letter.date)}</p>
<h2 class="keep">回执</h2>
<table class="sign keep">
<tr><th class="k">单位</th><td></td><th class="k">意见</th><td>□ 参加（认领、签收）　□ 不参加</td></tr>
<tr><th class="k">本单位抽查事项</th><td></td><th class="k">可派人员（名）</th><td></td></tr>
<tr><th class="k">清单缺失的事项</th><td></td><th class="k">不参加的理由</th><td></td></tr>
<tr><th class="k">联系人</th><td></td><th class="k">签章、日期</th><td></td></tr>
</table>`,
    style,
  );
}

const style = `
h1 { font-size: 18pt; text-wrap: balance; }
.p { text-indent: 2em; margin: 0 0 1.5mm; }
.seal { margin: 8mm 6mm 6mm auto; width: fit-content; text-align: center; line-height: 1.7; }
`;
