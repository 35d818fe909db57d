/** `/visits`: my visits, those of today and those with something left to fill in first. */
import type { CivilDate } from '../../../core/calendar.ts';
import { signWayWords } from '../../../core/outcome/sign.ts';
import { type Html, html } from '../../paper/html.ts';
import { span } from '../../say/time.ts';
import type { MyBook, MyVisit } from '../../verbs/outcome/my-visits.ts';
import { sayDraw } from '../../verbs/sheet/visit/visit-book.ts';
import { both, nothing, type Page, words } from '../frame.ts';

/** More cards than this scroll too far; the workbook has all of them. */
const cardsMost = 60;

export function visitsPage(books: readonly MyBook[], today: CivilDate, only: string | null): Page {
  const title = { zh: '我的检查', en: 'My visits' };
  if (books.length === 0) {
    const none = html`<p class="card">${words('现在没有派给您的检查。', 'No visit is yours now.')}</p>`;
    return { title, body: none };
  }
  const todays = books.flatMap(({ book, visits }) =>
    visits.filter(({ day }) => day === today).map((each) => card(book.book, each, today)),
  );
  return {
    title,
    body: html`${todays.length === 0 ? nothing : html`<h2>${words(`今天（${todays.length}）`, `Today (${todays.length})`)}</h2>${todays}`}
${books.map((each) => bookPart(each, today, only === null))}
${only === null ? nothing : html`<p><a href="/visits">${words('全部检查', 'All my visits')}</a></p>`}`,
  };
}

function bookPart({ book, visits }: MyBook, today: CivilDate, isOneOfMany: boolean): Html {
  const isOpen = ({ items, entered, returned }: MyVisit): boolean => entered < items || returned > 0;
  const [open, done] = [visits.filter(isOpen), visits.filter((each) => !isOpen(each))];
  // Today's stand above.
  const shown = (isOneOfMany ? open : visits).filter(({ day }) => day !== today);
  const left = shown.length - cardsMost;
  return html`<h2>${both(sayDraw(book))}</h2>
<p>${words(`检查实施期${span(book.window).zh}；${visits.length} 户，已填完 ${done.length} 户。`, `${book.window.from} to ${book.window.to}; ${visits.length} ${visits.length === 1 ? 'visit' : 'visits'}, ${done.length} filled in.`)}</p>
${shown.slice(0, cardsMost).map((each) => card(book.book, each, today))}
${left > 0 ? html`<p class="note">${words(`另有 ${left} 户，填完上面的再显示；也可用表格批量录入。`, `${left} more follow when these are done; a workbook takes all at once.`)}</p>` : nothing}
${isOneOfMany && done.length > 0 ? html`<p><a href="/visits/${book.book}">${words('含已填完的全部', 'All, with those filled in')}</a></p>` : nothing}`;
}

function card(book: string, { visit, day, items, entered, returned, signed }: MyVisit, today: CivilDate): Html {
  const isDone = entered === items && returned === 0;
  const when = day === null ? '' : day === today ? '今天　' : `${day}　`;
  return html`<a class="card door" href="/visits/${book}/${visit.visit}"><strong>${visit.subject.name}</strong>
<div>${when}<span class="n">${visit.no}</span></div><div class="note">${visit.subject.place}</div>
<div class="${isDone ? 'done' : 'left'}">${words(`已填 ${entered}/${items} 项`, `${entered} of ${items} filled in`)}${returned > 0 ? html`；${words(`退回 ${returned} 项`, `${returned} returned`)}` : nothing}${signed === null ? nothing : html`；${both(signWayWords[signed])}`}</div></a>`;
}
