/** `/mine`: where somebody who has signed in goes from here, by what he may do. The pages behind the links ask for the right themselves. */
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type Html, html } from '../paper/html.ts';
import { may } from '../rights.ts';
import { booksStanding } from '../verbs/outcome/books.ts';
import { reachOf } from '../verbs/outcome/reach.ts';
import { scopeOf } from '../verbs/visit/lists-for.ts';
import { ceremonyOnPage, drawLines } from './draws.ts';
import { both, type Page, words } from './frame.ts';

export interface OwnWays {
  readonly actor: Actor;
  /** Draws and lists from elsewhere whose visits he reads, newest first: `3`, `L3`. */
  readonly visits: readonly string[];
  /** Those whose publication he may take out as a file. */
  readonly notices: readonly string[];
  /** Draws that he witnesses, newest first. */
  readonly witnessed: readonly number[];
  readonly papers: boolean;
  readonly voices: boolean;
  /** This server has the pane of workbooks. */
  readonly pane: boolean;
}

/** Older draws are found among the public pages. */
const few = 8;

export async function ownWays(deps: Deps, actor: Actor, pane: boolean): Promise<OwnWays> {
  const [reach, scope, books] = await Promise.all([reachOf(deps, actor), scopeOf(deps, actor), booksStanding(deps.db)]);
  const shown = books.slice(0, few);
  return {
    actor,
    visits: scope === null ? [] : shown,
    notices: reach === null || reach.inspector !== null ? [] : shown,
    witnessed: actor.witness === null ? [] : await witnessedBy(deps, actor),
    papers: may(actor, 'issue-paper', { department: actor.department }).ok,
    voices: may(actor, 'answer-voice').ok,
    pane,
  };
}

async function witnessedBy(deps: Deps, { person }: Actor): Promise<readonly number[]> {
  const draws = await Promise.all((await drawLines(deps)).map(({ no }) => ceremonyOnPage(deps, no)));
  return draws
    .flatMap((draw) =>
      draw.ok && draw.value.participants.some(({ id }) => id === person) ? [draw.value.ceremony] : [],
    )
    .slice(0, few);
}

export function ownPage({ actor, visits, notices, witnessed, papers, voices, pane }: OwnWays): Page {
  const tiles = [
    ...(visits.length === 0
      ? []
      : [
          tile('/visits', words('我的检查', 'My visits'), words('填写、审核、签名', 'Fill in, review, sign')),
          listed(words('待检名单', 'Visits'), visits, listPath),
        ]),
    ...(notices.length === 0
      ? []
      : [listed(words('公示文件', 'Files of notices'), notices, (book) => `/notices/${book}/results.xlsx`)]),
    ...(witnessed.length === 0
      ? []
      : [listed(words('我的监督', 'Draws that I witness'), witnessed.map(String), (no) => `/witness/${no}`)]),
    ...(papers
      ? [tile('/papers', words('公文', 'Papers'), words('草稿和已签发的文书', 'Drafts, and what was issued'))]
      : []),
    ...(voices
      ? [tile('/voices', words('群众反映', 'What the public said'), words('收到的反映和答复', 'Received, and answers'))]
      : []),
    ...(pane
      ? [
          tile(
            '/addin/',
            words('电子表格', 'Workbooks'),
            words('在表格里填报和核对', 'Fill in and check in a workbook'),
          ),
        ]
      : []),
  ];
  return {
    title: { zh: '我的页面', en: 'My pages' },
    body: html`<p>${words(`${actor.name}（${actor.person}），您可以办理：`, `${actor.name} (${actor.person}), these are for you:`)}</p>
${tiles.length === 0 ? html`<p class="card">${words('现在没有派给您的事项；公开的内容见上方各栏。', 'Nothing is yours now; what is public is above.')}</p>` : html`<ul class="tiles">${tiles}</ul>`}
<p class="note">${words('其他事项在聊天或命令行办理。', 'All else is done in the chat or by the command line.')}</p>`,
  };
}

const tile = (path: string, name: Html, about: Html): Html =>
  html`<li><h2><a href="${path}">${name}</a></h2>${about}</li>`;

const listed = (name: Html, books: readonly string[], path: (book: string) => string): Html =>
  html`<li><h2>${name}</h2><ul class="plain">${books.map((book) => html`<li><a href="${path(book)}">${both(bookWords(book))}</a></li>`)}</ul></li>`;

const listPath = (book: string): string => (book.startsWith('L') ? `/outside/${book.slice(1)}` : `/lists/${book}`);

const bookWords = (book: string) =>
  book.startsWith('L')
    ? { zh: `外部平台抽取名单第 ${book.slice(1)} 号`, en: `Outside list ${book.slice(1)}` }
    : { zh: `第 ${book} 次抽取`, en: `Draw ${book}` };
