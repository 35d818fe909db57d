import { describe, expect, it } from 'vitest';
import { finishTasks } from '../../../bot/verbs/notice/finish.ts';
import { publicationsOf } from '../../../bot/verbs/notice/publications.ts';
import { publishOutcomes } from '../../../bot/verbs/notice/publish.ts';
import { standingNotices } from '../../../db/notices.ts';
import { value } from '../../desk.ts';
import { hands } from '../../drawn-desk.ts';
import { reviewableDesk } from './reviewed-desk.ts';

describe('x', () => {
  it('y', async () => {
    const made = await reviewableDesk();
    const { desk, book } = made;
    console.log(made.ids.length, made.tasks.map((t) => [t.task.no, t.task.name, t.task.lead, t.rows.length]));
    console.log(await made.enterAll('b1'));
    console.log(JSON.stringify(await publishOutcomes(desk, hands.liaison, { book, department: '', tasks: [], day: '', destinations: [] })));
    await made.reviewAll();
    console.log(JSON.stringify(await finishTasks(desk, hands.liaison, { book, tasks: [], ended: '', words: '' })));
    console.log(JSON.stringify(await finishTasks(desk, hands.liaison, { book, tasks: [], ended: '', words: '企业停产' })));
    const [p] = await publicationsOf(desk, { book });
    console.log({ ...p, rows: p?.rows.length });
    console.log(JSON.stringify(value(await publishOutcomes(desk, hands.liaison, { book, department: '', tasks: [], day: '', destinations: ['公开栏'] }))));
    console.log((await standingNotices(desk.db, { today: '2025-12-01', limit: 1 }))[0]);
    expect(1).toBe(1);
  });
});
