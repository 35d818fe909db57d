/** How far entering and reviewing are, as the command line says it. */
import { kindOf } from '../../core/outcome/code.ts';
import { reviewStates } from '../../core/outcome/review.ts';
import type { OutcomeTotals } from '../../core/outcome/totals.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { sayReviewed } from '../say/reviewed.ts';
import { booksRead, readBook } from '../verbs/outcome/books.ts';
import { entryOf } from '../verbs/outcome/entry.ts';
import { outcomeProgress } from '../verbs/outcome/progress.ts';
import { reviewOutcomes } from '../verbs/outcome/review.ts';
import { type DeskRow, inState, type ReviewDesk, reviewDesk } from '../verbs/outcome/review-desk.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { WrongCall } from './door.ts';

/** The office reads how far each department is; a department its own rows. */
export async function listed(
  desk: Desk,
  actor: Actor,
  book: string,
  state: string | undefined,
): Promise<Result<readonly Words[], Refusal>> {
  if (!actor.roles.includes('office')) {
    const held = await ownDesk(desk, actor, book);
    return held.ok ? ok(sayDesk(held.value, state)) : held;
  }
  const progress = await outcomeProgress(desk, book);
  if (!progress.ok) return progress;
  const nameOf = await departmentNames(desk.db);
  return ok(
    progress.value.departments.map(({ department, items, entered: done }) => ({
      zh: `${nameOf(department)}：已录 ${done}/${items} 项`,
      en: `${nameOf(department)}: ${done} of ${items} entered`,
    })),
  );
}

/** Every draw of which the person reads visits: to whom a review falls sees where it waits. */
export async function booksListed(desk: Desk, actor: Actor): Promise<Result<readonly Words[], Refusal>> {
  const books = await booksRead(desk, actor);
  if (books.length === 0) return ok([{ zh: '没有已派发的检查名单。', en: 'No draw is handed out.' }]);
  const lines: Words[] = [];
  for (const { book } of books) {
    const said = await listed(desk, actor, book.book, 'waiting');
    if (!said.ok) return said;
    const own = actor.roles.includes('office') ? said.value : said.value.slice(0, 1);
    lines.push(...own.map(({ zh, en }) => ({ zh: `［${book.book}］${zh}`, en: `[${book.book}] ${en}` })));
  }
  return ok(lines);
}

/** What waits of the department's, of every draw: each draw is passed by an act of its own, and one that is refused holds up no other. */
export async function reviewedEverywhere(
  desk: Desk,
  actor: Actor,
  words: string,
): Promise<Result<readonly Words[], Refusal>> {
  const lines: Words[] = [];
  for (const { book } of await booksRead(desk, actor)) {
    const held = await ownDesk(desk, actor, book.book);
    if (!held.ok) return held;
    const { department } = held.value;
    const upTo = Math.max(0, ...inState(held.value, 'waiting').map((row) => row.entered.seq));
    if (upTo === 0) continue;
    const rows = { kind: 'waiting', upTo } as const;
    const done = await reviewOutcomes(desk, actor, { book: book.book, department, rows, passed: true, words });
    if (!done.ok && done.error.stage === 'rights') return done;
    const { zh, en } = done.ok ? sayReviewed(done.value) : sayRefusal(done.error);
    lines.push({ zh: `［${book.book}］${zh}`, en: `[${book.book}] ${en}` });
  }
  return ok(lines.length > 0 ? lines : [{ zh: '没有待审核的检查结果。', en: 'Nothing waits for review.' }]);
}

export async function ownDesk(desk: Desk, actor: Actor, book: string): Promise<Result<ReviewDesk, Refusal>> {
  const read = await readBook(desk, actor, book);
  if (!read.ok) return read;
  const { department, inspector } = read.value.reach;
  if (department === null) return refuse('outcome', { reason: 'not-yours', book, person: actor.person });
  const held = await reviewDesk(desk, { book, department });
  if (!held.ok || inspector === null) return held;
  // An inspector reads the visits to which he is sent.
  const own = new Set(read.value.visits.map(({ visit }) => visit.visit));
  const rows = held.value.rows.filter(({ visit }) => own.has(visit.visit));
  const missing = held.value.missing.filter(({ visit }) => own.has(visit.visit));
  return ok({ ...held.value, rows, missing, items: rows.length + missing.length });
}

function sayDesk(desk: ReviewDesk, state: string | undefined): readonly Words[] {
  const counts = reviewStates.map((each) => inState(desk, each).length);
  const [waiting = 0, passed = 0, returned = 0] = counts;
  const head: Words = {
    zh: `共 ${desk.items} 项：未录 ${desk.missing.length}，待审核 ${waiting}，已通过 ${passed}，已退回 ${returned}。`,
    en: `${desk.items} items: ${desk.missing.length} missing, ${waiting} to review, ${passed} passed, ${returned} returned.`,
  };
  const missing = desk.missing.map(({ visit, item, itemName }) => ({
    zh: `${visit.no} ${item} ${itemName}：未录`,
    en: `${visit.no} ${item} ${itemName}: missing`,
  }));
  const known = reviewStates.find((each) => each === state);
  if (state === 'missing') return [head, ...missing];
  if (state !== undefined && known === undefined) {
    throw new WrongCall({
      zh: `--state 应为 missing、${reviewStates.join('、')}，现为“${state}”。`,
      en: `--state is missing, ${reviewStates.join(', ')}, not “${state}”.`,
    });
  }
  const rows = known === undefined ? desk.rows : inState(desk, known);
  return [head, ...rows.map(sayRow), ...(known === undefined ? missing : [])];
}

const stateWords: Readonly<Record<DeskRow['state'], Words>> = {
  waiting: { zh: '待审核', en: 'to review' },
  passed: { zh: '已通过', en: 'passed' },
  returned: { zh: '已退回', en: 'returned' },
};

function sayRow({ visit, item, itemName, entered: each, state, review }: DeskRow): Words {
  const { code, finding } = entryOf(each);
  const said = state === 'returned' && review !== null ? `（${review.words}）` : '';
  return {
    zh: `${visit.no} ${item} ${itemName}：${kindOf(code).label}${finding === '' ? '' : `，${finding}`}；${stateWords[state].zh}${said}`,
    en: `${visit.no} ${item} ${itemName}: ${kindOf(code).en}${finding === '' ? '' : `, ${finding}`}; ${stateWords[state].en}${said}`,
  };
}

export function sayTotals({ all, byCode, problems, followUps }: OutcomeTotals, items: number): readonly Words[] {
  return [
    {
      zh: `应录 ${items} 项，已录 ${all} 项，其中发现问题 ${problems} 项、待后续处理 ${followUps} 项。`,
      en: `${all} of ${items} items entered, ${problems} with a problem, ${followUps} to be dealt with.`,
    },
    ...byCode.map(({ code, count }) => ({ zh: `${kindOf(code).label}：${count}`, en: `${kindOf(code).en}: ${count}` })),
  ];
}
