/** A desk whose first draw was handed out, with the outcomes of one department entered, and read by a second person. */
import { afterAll } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { type DrawnTask, drawnTasks } from '../../../bot/verbs/notice/books.ts';
import { type Entry, enter } from '../../../bot/verbs/outcome/enter.ts';
import { reviewOutcomes } from '../../../bot/verbs/outcome/review.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import { lastOtherThan } from '../../../db/ledger.ts';
import { value } from '../../desk.ts';
import { hands, type PlannedDesk } from '../../drawn-desk.ts';
import { handedDesk } from '../outcome/entered-desk.ts';

export interface ReviewedDesk {
  readonly desk: PlannedDesk;
  readonly book: string;
  /** Tasks that the regulator leads. */
  readonly tasks: readonly DrawnTask[];
  /** Names of the regulator's outcomes that it can enter, of visits with two officers. */
  readonly ids: readonly string[];
  readonly head: Actor;
  readonly reviewer: Actor;
  readonly enterAll: (batch: string, entryOf?: (id: string) => Partial<OutcomeEntry>) => Promise<number>;
  readonly reviewAll: () => Promise<void>;
}

const person = (id: string, name: string, roles: Actor['roles']): Actor => ({
  person: id,
  name,
  department: 'scjg',
  roles,
  witness: null,
  inspector: '',
});

/** Kept for all tests of a file. */
export async function reviewableDesk(): Promise<ReviewedDesk> {
  const { desk, ref } = await handedDesk((cleanUp) => afterAll(cleanUp));
  const [head, reviewer] = [
    person('nh1', '市场监管局负责人', ['head']),
    person('nr1', '市场监管局审核人员', ['outcome-reviewer']),
  ];
  for (const each of [head, reviewer]) value(await enrol(desk, hands.drafter, each));
  const tasks = await drawnTasks(desk, { book: ref.book });
  const rows = new Map<string, { visit: number; item: string; from: string; methods: OutcomeEntry['methods'] }>();
  for (const { book, rows: own } of tasks)
    for (const { visit, department, item } of own) {
      const sent = visit.bodies.find((body) => body.department === department)?.sent ?? [];
      if (department !== 'scjg' || sent.length < 2) continue;
      const methods = [visit.planned === 'on-site' ? 'on-site' : 'desk'] as const;
      rows.set(outcomeId({ source: book.source, visit: visit.visit, department, item }), {
        ...{ visit: visit.visit, item, methods },
        from: visit.window.from,
      });
    }
  const enterAll = async (batch: string, entryOf: (id: string) => Partial<OutcomeEntry> = () => ({})) => {
    const entries = [...rows].map(([id, { visit, item, from, methods }]): Entry => {
      const clean: OutcomeEntry = {
        code: 'no-problem',
        methods,
        finding: '',
        handling: null,
        handlingWords: '',
        checkedOn: from,
        inspectors: ['同派出'],
        correctBy: null,
        evidence: [],
        statement: '',
        remark: '',
        degree: null,
      };
      return { visit, item, entry: { ...clean, ...entryOf(id) } };
    });
    const where = { book: ref.book, department: 'scjg', door: 'command-line' as const, key: batch };
    return value(await enter(desk, hands.liaison, { ...where, entries })).count;
  };
  const reviewAll = async () => {
    const rows_ = { kind: 'waiting' as const, upTo: await lastOtherThan(desk.db, []) };
    value(
      await reviewOutcomes(desk, reviewer, {
        book: ref.book,
        department: 'scjg',
        rows: rows_,
        passed: true,
        words: '',
      }),
    );
  };
  return { desk, book: ref.book, tasks, ids: [...rows.keys()], head, reviewer, enterAll, reviewAll };
}
