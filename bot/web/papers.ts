/**
 * `/papers`: official papers for those signed in. They name enterprises and people, so that the file is fetched here, under the same rights as the
 * verb, and is never uploaded to a chat.
 */
import { type Context, Hono } from 'hono';
import { bookOfSource, visitNo } from '../../core/outcome/key.ts';
import type { Deps } from '../deps.ts';
import { type Html, html } from '../paper/html.ts';
import { paperFile } from '../paper/official/paper-file.ts';
import { type About, abouts, type PaperKind, paperKinds, papers } from '../paper/official/papers.ts';
import { type DrawnUp, drawUp } from '../verbs/paper/issue-paper.ts';
import { paperAgain, papersOfActor } from '../verbs/paper/paper-again.ts';
import type { PaperOnRecord } from '../verbs/paper/papers-issued.ts';
import { type answering, fileAnswer, type Web } from './answer.ts';
import { type Page, table, words } from './frame.ts';
import { ownPath } from './link.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** More are found in the ledger. */
const shownMost = 200;

type Answers = Pick<ReturnType<typeof answering>, 'page' | 'refused'>;

export function paperRoutes(
  deps: Deps,
  { page, refused }: Answers,
  signInFirst: (c: Context<Web>) => Response | Promise<Response>,
): Hono<Web> {
  const app = new Hono<Web>();
  const file = async (c: Context<Web>, { paper, about }: DrawnUp): Promise<Response> => {
    const made = await paperFile(paper, about);
    return fileAnswer(c, made.bytes, made.name, docx);
  };
  app.get('/papers', async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const issued = await papersOfActor(deps, actor);
    return issued.ok ? page(c, papersPage(issued.value)) : refused(c, issued.error);
  });
  const draft = async (c: Context<Web>, kind: string, about: string): Promise<Response> => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const made = await drawUp(deps, actor, { kind, about, series: '' });
    return made.ok ? file(c, made.value) : refused(c, made.error);
  };
  app.get('/papers/draft.docx', (c) => draft(c, c.req.query('kind') ?? '', c.req.query('about') ?? ''));
  app.get('/papers/draft/:kind/:about{.+}', (c) => draft(c, c.req.param('kind'), c.req.param('about')));
  app.get('/papers/:seq{[0-9]{1,9}}/paper.docx', async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const made = await paperAgain(deps, actor, Number(c.req.param('seq')));
    return made.ok ? file(c, made.value) : refused(c, made.error);
  });
  return app;
}

/** Where a private link from the chat leads to a draft; to the page of papers where it is about something that no link can say. */
export function draftPath(kind: string, about: string): string {
  const path = `/papers/draft/${kind}/${about}`;
  return ownPath(path) === path ? path : '/papers';
}

export function papersPage(issued: readonly PaperOnRecord[]): Page {
  const shown = issued.slice(0, shownMost);
  return {
    title: { zh: '公文', en: 'Official papers' },
    body: html`<form class="card" action="/papers/draft.docx" method="get">
<h2>${words('生成草稿', 'A draft')}</h2>
<p><label>${words('文书', 'Paper')} <select name="kind">${paperKinds.map(option)}</select></label></p>
<p><label>${words('编号', 'Number')} <input name="about" required maxlength="200"></label></p>
<p><button class="button">${words('下载草稿', 'Download')}</button></p>
<p class="note">${words('草稿不取号。取号签发请在聊天中输入 /paper，或者使用命令行。', 'A draft has no number. To take one, type /paper in the chat, or use the command line.')}</p>
</form>
<h2>${words('已签发', 'Issued')}</h2>
${
  shown.length === 0
    ? html`<p>${words('还没有签发文书。', 'None yet.')}</p>`
    : table(
        [
          words('文号', 'Number'),
          words('文书', 'Paper'),
          words('编号', 'Number'),
          words('日期', 'Day'),
          words('文件', 'File'),
        ],
        shown.map(row),
        'stack',
      )
}`,
  };
}

const option = (kind: (typeof paperKinds)[number]): Html => {
  const { title, about } = papers[kind];
  return html`<option value="${kind}">${title.zh}（${abouts[about].name.zh}，如 ${abouts[about].example}）</option>`;
};

/** Visits by 检查编号, as everywhere; what follows is the department and the item. */
function named(kind: PaperKind, about: string): string {
  const ofVisit: readonly About[] = ['part', 'visit', 'case'];
  const found = ofVisit.includes(papers[kind].about) ? /^([^/]+)\/(\d{1,9})(?:\/(.+))?$/su.exec(about) : null;
  const [, source, visit, rest] = found ?? [];
  if (source === undefined) return about;
  const no = visitNo(bookOfSource(source), Number(visit));
  return rest === undefined ? no : `${no}/${rest}`;
}

const row = ({ seq, paper, title, kind, about, on }: PaperOnRecord): readonly Html[] => [
  html`${paper}`,
  html`${title}`,
  html`<span class="n">${named(kind, about)}</span>`,
  html`<span class="n">${on}</span>`,
  html`<a href="/papers/${seq}/paper.docx">.docx</a>`,
];
