/** What the threads show while departments enter what they found: how far each is, and nothing of what was found where. */
import { describe, expect, it } from 'vitest';
import type { About } from '../../bot/post/post.ts';
import { postKind } from '../../bot/post/table.ts';
import { outcomesKeeper } from '../../bot/verbs/sheet/visit/outcomes.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { changed, cleanOf, type HandedDesk, handedDesk, manned } from '../verbs/outcome/entered-desk.ts';
import { post, posted } from './acting.ts';

const submit = ({ desk, ref }: HandedDesk, batch: string, rows: HandedDesk['rows']) =>
  outcomesKeeper.submit(desk, hands.liaison, {
    ...{ ref, batch, reason: '' },
    rows: rows.map((row) => changed(row, cleanOf(row))),
  });

const slotsOf = async ({ desk }: HandedDesk) =>
  [...(await posted(desk)).keys()].filter((slot) => slot.startsWith('outcomes'));

describe('检查结果录入 in the threads', () => {
  it('every batch renews one post of the department and one of the office; neither names an enterprise', async () => {
    const made = await handedDesk();
    const { desk, ref, rows, ceremony } = made;
    expect(await slotsOf(made)).toEqual([]);
    const good = manned(rows);
    value(await submit(made, 'batch-0001', good.slice(0, 2)));
    value(await submit(made, 'batch-0002', good.slice(2, 3)));
    expect((await slotsOf(made)).sort()).toEqual([`outcomes-office/${ref.book}`, `outcomes/${ref.book}/scjg`]);
    const own = await post(desk, `outcomes/${ref.book}/scjg`);
    expect(own.place).toBe('department:scjg');
    expect(own.zh).toContain(`第 ${ceremony} 次抽取检查结果录入 3/${rows.length} 项，最近由${hands.liaison.name}于`);
    expect(own.zh).toContain('检查实施期至');
    const office = await post(desk, `outcomes-office/${ref.book}`);
    expect(office.place).toBe('office');
    expect(office.zh).toMatch(new RegExp(`清漪县市场监督管理局：3/${rows.length} 项，最近由`));
    for (const { cells } of rows)
      for (const secret of [cells.name, cells.number].filter((each) => each !== undefined))
        expect(own.zh + office.zh).not.toContain(secret);
    // Others are counted with nothing entered, and nobody is named for them.
    expect(office.zh).toMatch(/：0\/\d+ 项(?!，最近)/);
  });

  it('after the weeks of visits what is missing is asked for', async () => {
    const made = await handedDesk();
    const { desk, ref, rows } = made;
    value(await submit(made, 'batch-0001', manned(rows).slice(0, 1)));
    const { window } = value(await outcomesKeeper.rows(desk, hands.liaison, ref, '')).rows[0]?.cells ?? {};
    const last = (window ?? '').slice(-10);
    desk.setNow(`${last}T20:00:00.000Z`);
    expect((await post(desk, `outcomes/${ref.book}/scjg`)).zh).toContain('已结束，请尽快录入。');
  });

  it('they stand in the thread where the visits were handed out; of a list drawn elsewhere, where it was taken in', () => {
    const rootOf = (kind: string, about: About) => postKind(kind)?.under(about);
    expect(rootOf('outcomes', { book: '3', department: 'scjg' })).toBe('department-visits/3/scjg');
    expect(rootOf('outcomes-office', { book: '3' })).toBe('ceremony/3');
    expect(rootOf('outcomes', { book: 'L3', department: 'scjg' })).toBeNull();
    expect(rootOf('outcomes-office', { book: 'L3' })).toBe('outside-list/3/office');
  });
});
