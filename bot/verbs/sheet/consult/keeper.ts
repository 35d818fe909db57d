/** Keeps 征询反馈: the plan rows of each department, kept one by one, for as long as its year is not over. */
import { isWithoutLetter, withoutLetter } from '../../../../core/consult/fact.ts';
import { consultationOf } from '../../../../core/consult/state.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import { dayOf } from '../../../today.ts';
import { consultationFacts } from '../../consult/held.ts';
import type { BookKeeper } from '../keeper.ts';
import { pageOf } from '../page.ts';
import { planReference } from '../plan/reference.ts';
import { planFields } from './rows-at-work.ts';
import { heldFor, partOf, seenBy } from './seen.ts';
import { submitReply } from './submit.ts';

export const consultKeeper: BookKeeper = {
  books: async (deps, actor) => {
    const today = dayOf(deps.now());
    const facts = await consultationFacts(deps.db);
    const opened = facts.flatMap((fact) => (fact.kind === 'consultation-opened' ? [fact.body] : [])).reverse();
    const thisYear = Number(today.slice(0, 4));
    const isAutumn = today.slice(5, 7) >= '10';
    const years = isAutumn ? [thisYear, thisYear + 1] : [thisYear];
    const numbers = [
      ...opened.filter(({ year }) => year >= thisYear).map(({ consultation }) => consultation),
      ...years.map(withoutLetter),
    ];
    const states = numbers.flatMap((no) => consultationOf(no, facts) ?? []);
    // Where a letter asks, the file without a letter is offered only to those who have sent something there.
    const asksByLetter = (year: number) => opened.some((letter) => letter.year === year);
    const lines: BookLine[] = [];
    for (const state of states) {
      const part = partOf(actor, state);
      const isUsed = part === 'office' ? state.replies.size > 0 : state.replies.has(actor.department);
      if (part === 'none' || (isWithoutLetter(state.no) && asksByLetter(state.year) && !isUsed)) continue;
      lines.push((await seenBy(deps, actor, state)).line);
    }
    return lines;
  },

  rows: async (deps, actor, { book }, after) => {
    const held = await heldFor(deps, actor, book);
    if (!held.ok) return held;
    const { line, rows } = await seenBy(deps, actor, held.value);
    return pageOf({ line, fields: [...planFields], rows }, after, (page) => page);
  },

  reference: planReference,

  submit: submitReply,
};
