/** How far entering and reviewing are, as the command line says it. */
import { kindOf } from '../../core/outcome/code.ts';
import { reviewStates } from '../../core/outcome/review.ts';
import type { OutcomeTotals } from '../../core/outcome/totals.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { readBook } from '../verbs/outcome/books.ts';
import { entryOf } from '../verbs/outcome/entry.ts';
import { outcomeProgress } from '../verbs/outcome/progress.ts';
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
