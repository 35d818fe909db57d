import { describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { heldConsultation } from '../../bot/verbs/consult/held.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { replyToConsultation } from '../../bot/verbs/consult/reply.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { tallyOf } from '../../core/consult/tally.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { pending } from '../../db/outbox.ts';
import { letter } from '../consult/desk.ts';
import { facts, freshDesk, people, value } from '../desk.ts';
import { csv } from './make.ts';

const { office } = people;
const members = wannian2022.members?.value ?? [];
const codes = members.map((_, i) => `d${String(i + 1).padStart(2, '0')}`);
const liaisons = codes.map((code, i) => person(`n${i + 1}`, `联络员${i + 1}`, code, ['liaison']));

async function countyDesk() {
  const desk = await freshDesk(liaisons, '2023-02-01T01:00:00.000Z');
  value(await adoptPolicy(desk, office, 'wannian-2022'));
  const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'];
  const rows = members.map((name, i) => [codes[i] ?? '', name, '成员单位', '是', '2022-08-10']);
  value(await importList(desk, office, { bytes: csv(headers, ...rows), file: 'members.csv' }));
  return desk;
}

describe('三十家成员单位', () => {
  it('S3-77 名单三十家，首次征询发到三十家', async () => {
    expect(members).toHaveLength(30);
    const desk = await countyDesk();
    value(await openConsultation(desk, office, letter({ year: 2023, asked: codes })));
    const posts = await pending(desk.db, desk.now(), 500);
    expect(posts.filter(({ destination }) => destination.startsWith('consultation-letter/2023-1/'))).toHaveLength(30);
    const state = await heldConsultation(desk.db, '2023-1');
    expect(state?.asked).toEqual(codes);
  });

  it('同时反馈，每条送达三次、先后打乱，各记一条，统计无误', async () => {
    const desk = await countyDesk();
    value(await openConsultation(desk, office, letter({ year: 2023, asked: codes })));
    const kinds = ['joins', 'agrees', 'comments', 'declines'] as const;
    const deliveries = liaisons.flatMap((actor, i) => {
      const answer = kinds[i % 4] ?? 'joins';
      const deliver = () =>
        replyToConsultation(desk, actor, {
          consultation: '2023-1',
          department: actor.department,
          answer,
          words: `${answer} ${i}`,
          reason: answer === 'declines' ? '无此类事项' : '',
          source: { kind: 'thread', id: `m${i}` },
          key: `message/m${i}`,
        });
      return [0, 1, 2].map((turn) => ({ order: (i * 7 + turn * 41) % 90, deliver }));
    });
    deliveries.sort((a, b) => a.order - b.order);
    const receipts = await Promise.all(deliveries.map(({ deliver }) => deliver()));
    expect(receipts.filter((each) => !value(each).known)).toHaveLength(30);
    const recorded = (await facts(desk)).filter(({ kind }) => kind === 'reply-received');
    expect(recorded).toHaveLength(30);
    const state = await heldConsultation(desk.db, '2023-1');
    const tally = state === null ? null : tallyOf(state);
    expect(tally).toMatchObject({ asked: 30, answered: 30, silent: [], late: [], altered: [] });
    expect(Object.values(tally?.by ?? {}).map((departments) => departments.length)).toEqual([8, 8, 7, 7]);
    expect([...(state?.replies.values() ?? [])].every(({ history }) => history.length === 1)).toBe(true);
  }, 60_000);
});
