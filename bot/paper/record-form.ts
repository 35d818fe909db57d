/**
 * 随机抽取情况记录表: the paper that is signed at the table and archived. Everything that a later reader needs to hold the file
 * against the paper is on it; before disclosure it holds no seed, so that a photo of it gives nothing away.
 */
import { type Html, html } from './html.ts';
import { halves, page } from './page.ts';
import { qr } from './qr.ts';
import type { DrawnTask, DrawnTier, RecordValue } from './record-value.ts';
import { custodyWords, day, moment, shareWords, span, stateWords } from './words.ts';

/** One self-contained HTML page set, A4, Chinese. */
export const recordForm = (value: RecordValue): string =>
  page(
    `随机抽取情况记录表（第${value.ceremony}次抽取）`,
    html`<h1>随机抽取情况记录表</h1>
<div class="line"><span>抽取编号：第${value.ceremony}次抽取</span><span>填表日期：${day(value.date)}</span></div>
${annulment(value)}
${general(value)}
<h2>一、检查对象抽取情况</h2>
${drawn(value)}
<h2>二、未纳入抽取和跳过的对象</h2>
${left(value)}
<h2>三、执法检查人员匹配情况</h2>
${matched(value)}
<h2>四、随机数的来源</h2>
${chance(value)}
<h2>五、核验信息</h2>
${evidence(value)}
${signatures(value)}`,
    style,
  );

const style = `
.code.big { font-size: 9.5pt; }
.qr { width: 40mm; text-align: center; }
.qr svg { width: 36mm; height: 36mm; display: block; margin: 0 auto; }
.seal { margin: 8mm 6mm 0 auto; width: fit-content; text-align: center; line-height: 1.7; }
.void { border: 1.6pt solid #000; padding: 2mm 3mm; margin: 0 0 3mm; text-align: center; font-size: 12pt; }
tfoot td { border-top: 1.2pt solid #000; }
tfoot { display: table-row-group; }
.sealed th:first-child { width: 24mm; }
.drawn { table-layout: fixed; } .drawn th { width: 14mm; white-space: nowrap; } .drawn th:first-child { width: auto; } .drawn th.share { width: 31mm; }
`;

const names = (list: readonly string[]): string => (list.length === 0 ? '无' : list.join('、'));
const many = (n: number): string => `${n}户`;
const sum = (tiers: readonly DrawnTier[], of: (tier: DrawnTier) => number): number =>
  tiers.reduce((total, tier) => total + of(tier), 0);

const annulment = ({ annulled }: RecordValue): Html =>
  annulled === null
    ? html``
    : html`<p class="void">本次抽取已作废。依据：${annulled.order}；执行人：${names(annulled.by)}</p>`;

const general = (value: RecordValue): Html => html`<table>
<tr><th class="k">组织单位</th><td colspan="3">${value.office}</td></tr>
<tr><th class="k">抽查依据</th><td>${value.policy}</td><th class="k">抽查计划</th><td>${value.plan}</td></tr>
<tr><th class="k">抽取时间</th><td>${moment(value.openedAt)}</td><th class="k">抽取地点</th><td>${value.place}</td></tr>
<tr><th class="k">抽取方式</th><td>${value.way}</td><th class="k">名单锁定时间</th><td>${moment(value.frozenAt)}</td></tr>
<tr><th class="k">抽取库总户数</th><td>${many(value.roster)}（截至${day(value.snapshot)}）</td><th class="k">检查实施期</th><td>${span(value.window.from, value.window.to)}</td></tr>
</table>`;

const drawn = ({ tasks }: RecordValue): Html => {
  const tiers = tasks.flatMap((task) => task.tiers);
  return html`<table class="drawn">
<thead><tr><th>抽查任务</th><th>类别</th><th>库内<br>户数</th><th>可抽<br>户数</th><th class="share">抽取比例</th><th>应抽</th><th>实抽</th><th>跳过</th></tr></thead>
<tbody>${tasks.map(taskRows)}</tbody>
<tfoot><tr><td colspan="5" class="c">合计（${tasks.length}项任务，按户次）</td><td class="n">${sum(tiers, (t) => t.size)}</td><td class="n">${sum(tiers, (t) => t.drawn)}</td><td class="n">${sum(tiers, (t) => t.skipped)}</td></tr></tfoot>
</table>`;
};

const taskRows = (task: DrawnTask): Html =>
  html`${task.tiers.map(
    (tier, i) =>
      html`<tr>${i === 0 ? taskCell(task) : html``}<td class="c">${tier.label}</td><td class="n">${tier.frame}</td><td class="n">${tier.eligible}</td>${shareCell(task, tier, i)}<td class="n">${tier.size}</td><td class="n">${tier.drawn}</td><td class="n">${tier.skipped}</td></tr>`,
  )}`;

const taskCell = (task: DrawnTask): Html =>
  html`<td rowspan="${task.tiers.length}">${task.name}<br><span class="note">编号：${task.no}<br>牵头：${task.lead}<br>配合：${names(task.partners)}${task.scheme === '' ? html`` : html`<br>分类：${task.scheme}`}</span></td>`;

/** A stated total is one cell over all its tiers. */
const shareCell = (task: DrawnTask, tier: DrawnTier, i: number): Html => {
  if (task.total === null) return html`<td class="c">${shareWords(tier.share)}</td>`;
  return i > 0
    ? html``
    : html`<td class="c" rowspan="${task.tiers.length}">共${many(task.total)}，<br>按各类<br>户数分配</td>`;
};

const left = ({ excluded, tasks }: RecordValue): Html => {
  const skipped = sum(
    tasks.flatMap((task) => task.tiers),
    (tier) => tier.skipped,
  );
  return html`<table>
<thead><tr><th>原因</th><th class="k">户数</th></tr></thead>
<tbody>${excluded.map(({ reason, households }) => html`<tr><td>未纳入：${reason}</td><td class="n">${households}</td></tr>`)}
<tr><td>跳过：本年度检查次数已达上限，依次递补下一号（户次）</td><td class="n">${skipped}</td></tr></tbody>
</table>`;
};

const matched = ({ merged }: RecordValue): Html => html`<table>
<tr><th class="k">检查对象</th><td>${many(merged.households)}</td><th class="k">合并后检查</th><td>${merged.visits}次（同一对象的多项任务合并为一次）</td></tr>
<tr><th class="k">检查岗位</th><td>${merged.posts}个，空缺${merged.open}个</td><th class="k">派出人员</th><td>${merged.inspectors}人</td></tr>
<tr><th class="k">匹配方式</th><td colspan="3">先按岗位随机派员，再随机调换；每个岗位的递补顺序由同一随机数确定，需回避或者不能参加的，按顺序递补，不得指定。</td></tr>
</table>`;

const chance = ({ participants, publicNumber }: RecordValue): Html => html`<table class="sealed">
<thead><tr><th>封存人员</th><th>单位</th><th>身份</th><th>封存方式</th><th>开封情况</th></tr></thead>
<tbody>${participants.map(
  (each) =>
    html`<tr><td class="c">${each.name}</td><td>${each.department}</td><td class="c">${each.kind === 'desk' ? '会务台' : '监督见证'}</td><td class="c">${custodyWords[each.custody]}</td><td class="c">${stateWords[each.state]}</td></tr>`,
)}</tbody>
</table>
<table class="keep" style="margin-top: 2mm">
<tr><th class="k">公开号码</th><td>${publicNumber.name} ${publicNumber.issue}</td><th class="k">公布时间</th><td>${moment(publicNumber.at)}</td></tr>
<tr><th class="k">号码</th><td class="code big hex">${publicNumber.number}</td><th class="k">录入人员</th><td>${names(publicNumber.typists.map(({ name, department }) => `${name}（${department}）`))}</td></tr>
${publicNumber.misreadings.map(({ number, reason }) => html`<tr><th class="k">更正</th><td colspan="3">曾误录为 ${number}。原因：${reason}。以上列号码为准，结果由其唯一确定。</td></tr>`)}
</table>`;

const evidence = (value: RecordValue): Html => html`<table class="keep">
<tr><th class="k">待抽名单摘要</th><td class="code hex">${halves(value.manifestDigest)}</td><td class="qr" rowspan="5">${qr(qrText(value))}<span class="note">扫码核验</span></td></tr>
<tr><th class="k">封存摘要</th><td class="code hex">${halves(value.commitmentsDigest)}</td></tr>
<tr><th class="k">随机种子</th>${seed(value)}</tr>
<tr><th class="k">结果摘要</th><td class="code hex">${halves(value.root)}</td></tr>
<tr><th class="k">记录摘要</th><td class="code hex">${halves(value.recordDigest)}</td></tr>
<tr><th class="k">台账校验点</th><td class="code" colspan="2">${value.checkpoint.trimEnd()}</td></tr>
<tr><th class="k">核验地址</th><td class="code" colspan="2">${value.verifyAt}</td></tr>
</table>`;

const seed = (value: RecordValue): Html =>
  value.seed === null
    ? html`<td>自${day(value.discloseFrom)}起公开，届时任何人可以重新计算本次抽取</td>`
    : html`<td class="code hex">${halves(value.seed)}</td>`;

/** What a telephone reads off the paper: checkpoint, digest of the record, address; one a line. */
export const qrText = ({ checkpoint, recordDigest, verifyAt }: RecordValue): string =>
  `${checkpoint.trimEnd()}\n${recordDigest}\n${verifyAt}`;

/** The digest stands here again: a page of signatures alone could be put behind another form. */
const signatures = ({ ceremony, recordDigest, media, seal, date }: RecordValue): Html => html`<div class="keep">
<h2>六、签字和附件</h2>
<p class="note code">第${ceremony}次抽取 记录摘要 ${recordDigest}</p>
<table class="sign">
<tr><th>抽取工作人员<br>（签字）</th><td></td><th>监督人员<br>（签字）</th><td></td></tr>
<tr><th>签字日期</th><td class="c">　　　　年　　月　　日</td><th>签字日期</th><td class="c">　　　　年　　月　　日</td></tr>
<tr><th>影像附件</th><td colspan="3">${media.length === 0 ? '（照片、录像由归档人员补充）' : names(media)}</td></tr>
</table>
<p class="note">注：抽取工作人员和监督人员不得为同一人。本表一式两份，一份随抽取材料归档，一份由监督人员留存。</p>
<div class="seal">${seal.lines.map((line) => html`${line}<br>`)}${seal.standIn === null ? html`` : html`（${seal.standIn}代章）<br>`}${day(date)}</div>
</div>`;
