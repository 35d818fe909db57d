/** outcome review: passed all at once, some of them, or returned with words. */
import type { Command } from 'commander';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import { sayReviewed } from '../say/reviewed.ts';
import { reviewOutcomes } from '../verbs/outcome/review.ts';
import { inState } from '../verbs/outcome/review-desk.ts';
import { type Door, several, WrongCall } from './door.ts';
import { ownDesk, reviewedEverywhere } from './outcome-desk.ts';

export function reviewCommand(outcome: Command, door: Door): void {
  outcome
    .command('review <book> <pass|return> [words]')
    .description(
      '审核本单位检查结果：不写检查编号的，全部待审核的一并通过；book 写 all 的，各次名单一并通过 · pass or return what was entered; “all” passes what waits of every draw',
    )
    .option('-v, --visit <no>', '检查编号，可多个 · visits', several)
    .option('-i, --item <code>', '事项编码，可多个 · items', several)
    .action((book: string, decision: string, words: string | undefined, options: ReviewOptions) => {
      if (decision !== 'pass' && decision !== 'return') {
        throw new WrongCall({
          zh: `应写 pass（通过）或 return（退回），现为“${decision}”。`,
          en: `pass or return, not “${decision}”.`,
        });
      }
      if (book === 'all') {
        if (decision === 'return' || options.visit !== undefined || options.item !== undefined)
          throw new WrongCall({
            zh: '各次名单一并审核只能通过全部待审核的；退回或者只审核部分的，请写明名单。',
            en: 'Of all draws, everything that waits is passed; name the draw to return, or to pass some.',
          });
        return door.act(
          (desk, actor) => reviewedEverywhere(desk, actor, words ?? ''),
          (each) => ({ words: each }),
        );
      }
      return door.act(
        (desk, actor) => reviewed(desk, actor, book, { passed: decision === 'pass', words: words ?? '', ...options }),
        (done) => ({ words: sayReviewed(done), json: done }),
      );
    });
}

interface ReviewOptions {
  readonly visit?: readonly string[];
  readonly item?: readonly string[];
}

async function reviewed(
  desk: Desk,
  actor: Actor,
  book: string,
  { passed, words, visit, item }: ReviewOptions & { readonly passed: boolean; readonly words: string },
) {
  const held = await ownDesk(desk, actor, book);
  if (!held.ok) return held;
  const { department } = held.value;
  if (visit === undefined && item === undefined && passed) {
    const upTo = Math.max(0, ...inState(held.value, 'waiting').map((row) => row.entered.seq));
    return reviewOutcomes(desk, actor, { book, department, rows: { kind: 'waiting', upTo }, passed, words });
  }
  const rows = held.value.rows
    .filter((row) => visit === undefined || visit.includes(row.visit.no))
    .filter((row) => item === undefined || item.includes(row.item))
    .filter((row) => visit !== undefined || item !== undefined || row.state === 'waiting')
    .map((row) => ({ visit: row.visit.visit, item: row.item, outcome: row.entered.seq }));
  return reviewOutcomes(desk, actor, { book, department, rows: { kind: 'rows', rows }, passed, words });
}
