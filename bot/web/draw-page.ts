/** `/draws/:no`: what anybody may see of a ceremony, and how to check it oneself. */
import { stageWords } from '../../core/draw/ceremony/words.ts';
import type { PublicSource } from '../../core/draw/manifest.ts';
import type { Words } from '../../core/words.ts';
import type { Actor, Role } from '../actor.ts';
import { type Html, html } from '../paper/html.ts';
import { minuteOf } from '../today.ts';
import type { DrawLine, PublicCeremony } from './draws.ts';
import { both, facts, hex, labelled, nothing, type Page, plain, words } from './frame.ts';
import { planPath } from './public/plans-page.ts';
import { ticketForm } from './public/ticket-page.ts';

/** Where the visitor may go from here; the pages there ask for the right themselves. */
export interface Ways {
  readonly lists: boolean;
  readonly witness: boolean;
}

export const waysFor = (actor: Actor | null, { opened, participants }: PublicCeremony): Ways => ({
  lists: actor !== null && opened !== null && actor.roles.some((role) => listReaders.includes(role)),
  witness: participants.some(({ id, name, kind }) => kind === 'witness' && id === actor?.person && name === actor.name),
});
const listReaders: readonly Role[] = ['office', 'liaison', 'head', 'inspector'];

export const clock = (time: string): Html => plain(minuteOf(time).replace('T', ' '));
export const ceremonyTitle = (no: number): Words => ({ zh: `第 ${no} 次抽取`, en: `Draw ${no}` });

export function drawPage(draw: PublicCeremony, ways: Ways): Page {
  const { ceremony, ended, superseded, misreadings } = draw;
  return {
    title: ceremonyTitle(ceremony),
    body: html`<p><span class="stage">${both(stageWords[draw.stage])}</span></p>
${ended === null ? nothing : html`<div class="card refused"><p>${words(`${stageWords[draw.stage].zh}：${ended.reason}（${minuteOf(ended.at).replace('T', ' ')}）`, `${stageWords[draw.stage].en}: ${ended.reason} (${minuteOf(ended.at).replace('T', ' ')})`)}</p></div>`}
${waysOn(ceremony, ways)}
<h2>${words('锁定的内容', 'What is frozen')}</h2>
${frozen(draw)}
<h2>${words('监督与封签', 'Witnesses and seals')}</h2>
${sealing(draw)}
<h2>${words('公共数', 'The public number')}</h2>
${publicNumber(draw)}
<h2>${words('结果', 'The result')}</h2>
${result(draw)}
${draw.disclosed ? html`<div class="card">${ticketForm(ceremony, '')}</div>` : nothing}
${superseded.length + misreadings.length === 0 ? nothing : corrections(draw)}
<h2>${words('怎样自己核验', 'How to check it yourself')}</h2>
${howToVerify(draw)}`,
  };
}

const waysOn = (no: number, { lists, witness }: Ways): Html =>
  lists || witness
    ? html`<div class="actions no-print">${lists ? html`<a class="button" href="/lists/${no}">${words('待检名单和任务安排', 'Visits and assignments')}</a>` : nothing}${witness ? html`<a class="button" href="/witness/${no}">${words('我的监督页', 'My witness page')}</a>` : nothing}</div>`
    : nothing;

/** Also on the witness's own page: it is what the digest stands for. */
export const frozen = (draw: PublicCeremony): Html =>
  facts(
    [words('联席会议办公室', 'Office'), plain(draw.office)],
    [words('抽查计划', 'Plan'), html`<a href="${planPath(draw.plan)}">${draw.plan}</a>`],
    [words('抽查任务', 'Tasks'), html`${draw.tasks.map(({ no, name }) => html`<div>${no} ${name}</div>`)}`],
    [words('待抽名单', 'Roster'), words(`${draw.subjects} 户`, `${draw.subjects} subjects`)],
    [words('检查实施期', 'Window of the visits'), plain(`${draw.window.from} – ${draw.window.to}`)],
    [words('锁定时间', 'Frozen at'), clock(draw.frozenAt)],
    [words('封签截止', 'Sealing ends'), clock(draw.deadlines.seal)],
    [words('启封截止', 'Opening ends'), clock(draw.deadlines.reveal)],
    [words('锁定内容摘要', 'Digest of it all'), hex(draw.manifest)],
  );

const sealing = ({ participants, cosigned, sealed, openedBy, absent, quorum }: PublicCeremony): Html => html`${labelled(
  { zh: '参与者及其封签', en: 'who takes part, and the seals' },
  [
    { zh: '参与者', en: 'Participant' },
    { zh: '会签', en: 'Co-signed' },
    { zh: '承诺值', en: 'Commitment' },
    { zh: '封签时间', en: 'Sealed at' },
    { zh: '启封', en: 'Opened' },
  ],
  participants.map(({ id, name, kind }) => {
    const seal = sealed.find((each) => each.id === id);
    return [
      html`${kind === 'desk' ? words('会务台', 'The desk') : html`${name}`}<small>${words(`记录中的编号 ${id}`, `${id} in the record`)}</small>`,
      kind === 'desk' ? plain('—') : cosigned.includes(id) ? plain('✓') : plain(''),
      seal === undefined ? plain('') : hex(seal.commitment),
      seal === undefined ? plain('') : clock(seal.at),
      absent.includes(id)
        ? words('缺席', 'absent')
        : openedBy.includes(id)
          ? plain('✓')
          : kind === 'desk'
            ? words('最后启封', 'opens last')
            : plain(''),
    ];
  }),
)}
<p class="note">${commitmentNote}</p>
<p class="note">${words(`至少 ${quorum} 名监督人员封签方为有效。封签的内容在公开日之前不对外显示。`, `At least ${quorum} witnesses must seal. What was sealed is shown to nobody outside before the day of disclosure.`)}</p>`;

/** Also on the witness's own page, where the word first stands there. */
export const commitmentNote: Html = words(
  '承诺值是封签内容的“指纹”：从它看不出封的是什么；启封时与内容核对，改动一个字就对不上。',
  'A commitment is a fingerprint of what was sealed: it does not show it, and nothing else fits it when the seal is opened.',
);

const sourceWords = ({ source, name, issue, count, from, to }: PublicSource): Words => ({
  zh: `${name}${issue === '' ? '' : ` 第 ${issue} 期`}（${source === 'dice' ? '现场掷骰' : '开奖号码'}，${count} 个 ${from}–${to} 的数）`,
  en: `${name}${issue === '' ? '' : `, issue ${issue}`} (${source === 'dice' ? 'dice' : 'lottery'}: ${count} numbers of ${from}–${to})`,
});

const publicNumber = ({ sources, public: read }: PublicCeremony): Html => html`<ol>${sources.map(
  (source, place) =>
    html`<li>${both(sourceWords(source))}${read?.place === place ? html`<div class="hex">${read.number}</div>` : nothing}</li>`,
)}</ol>
<p class="note">${words('事先锁定，按顺位采用；须在启封截止之后产生，由两个部门各一人录入一致。', 'Named beforehand, taken in this order; it must arise after the opening has ended, and two persons of two departments type it.')}</p>`;

const result = ({ opened, discloseFrom, disclosed, ceremony }: PublicCeremony): Html =>
  opened === null
    ? html`<p>${words('尚未开签。', 'Not opened yet.')}</p>`
    : html`${facts(
        [words('开签时间', 'Opened at'), clock(opened.at)],
        [words('记录摘要', 'Digest of the record'), hex(opened.record)],
        [words('结果根', 'Root of the result'), hex(opened.root)],
        [
          words('完整记录', 'Whole record'),
          disclosed
            ? html`<a href="/draws/${ceremony}/record.json" download>record.json</a>`
            : words(`${discloseFrom} 起由联席办公开`, `made public by the office from ${discloseFrom}`),
        ],
      )}
<p class="note">${words('记录摘要和结果根分别是完整记录、全部抽取结果的“指纹”：先行公布，日后改动任何一户、任何一名人员，重算出来都会不同。', 'The digest and the root are fingerprints of the whole record and of all that was drawn: posted first, they no longer fit if a single subject or officer were changed.')}</p>`;

const corrections = ({ superseded, misreadings }: PublicCeremony): Html => html`<h2>${words('更正', 'Corrections')}</h2>
${misreadings.map(
  ({ number, at, reason }) =>
    html`<p>${words('曾误录公共数', 'The public number was misread as')} <span class="hex">${number}</span>：${reason}（${clock(at)}）</p>`,
)}
${superseded.map(
  ({ record, root, at }) =>
    html`<p class="note">${clock(at)} ${words('原记录摘要', 'earlier record')} ${hex(record)}，${words('原结果根', 'earlier root')} ${hex(root)}</p>`,
)}`;

const howToVerify = ({ ceremony, disclosed, discloseFrom }: PublicCeremony): Html => html`<ol>
<li>${words('抄下上面的锁定内容摘要、承诺值、记录摘要和结果根；它们公布后不能再变。', 'Note the digests, commitments and root above; once posted they cannot change.')}</li>
<li>${
  disclosed
    ? html`<a href="/verify?draw=${ceremony}">${words('在浏览器中逐步核验本次抽取', 'Re-check this draw step by step in your browser')}</a>`
    : words(
        `${discloseFrom} 起，完整记录公开后，可在本页用浏览器逐步核验。`,
        `Once the record is public, from ${discloseFrom}, re-check it step by step in your browser on this page.`,
      )
}</li>
<li>${words('或下载 record.json，在自己的电脑上核验：', 'Or download record.json and check it on your own machine:')} <code>npx mingchou verify record.json</code></li>
<li>${words('台账校验点（可另存，日后比对）：', 'Checkpoint of the ledger, to keep and compare later:')} <a href="/checkpoint">/checkpoint</a></li>
</ol>`;

export const tasksNamed = ({ task, tasks }: Pick<DrawLine, 'task' | 'tasks'>): string =>
  tasks > 1 ? `${task} 等 ${tasks} 项` : task;

/** `/draws`: every ceremony there was. */
export const drawsPage = (lines: readonly DrawLine[]): Page => ({
  title: { zh: '历次抽取', en: 'All draws' },
  body:
    lines.length === 0
      ? html`<p>${words('还没有抽取。', 'Nothing has been drawn yet.')}</p>`
      : labelled(
          { zh: '历次抽取，最近的在前', en: 'all draws, the last one first' },
          [
            { zh: '次序', en: 'No.' },
            { zh: '计划', en: 'Plan' },
            { zh: '任务', en: 'Tasks' },
            { zh: '名单', en: 'Roster' },
            { zh: '锁定', en: 'Frozen' },
            { zh: '进度', en: 'Stage' },
          ],
          lines.map(({ no, plan, task, tasks, subjects, frozenAt, stage }) => [
            html`<a href="/draws/${no}">${words(`第 ${no} 次`, `Draw ${no}`)}</a>`,
            plain(plan),
            plain(tasksNamed({ task, tasks })),
            words(`${subjects} 户`, String(subjects)),
            clock(frozenAt),
            both(stageWords[stage]),
          ]),
        ),
});
